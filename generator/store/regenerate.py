"""One content file and a new proposal for it into the file as it will be. Pure.

Each field is tried on its own: what is refused is reported, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model.events import Event, Status
from generator.problems import Problem, Severity
from generator.store.fields import FILE_FIELDS
from generator.store.merge import FieldMerge, merge_citation, merge_fields
from generator.store.nodes import Plain
from generator.store.passages import PassageKey, listed, passage_key
from generator.store.patch import AddItem, RefusedError, RemoveItem, patched
from generator.store.proposal_values import BODY, Values, stated
from generator.store.proposed import Record, in_order
from generator.store.reading import ContentFile

ENTITY_KEYS = ("people", "organisations", "places")
Texts = Mapping[str, str]

# How a date was come by follows from the date; nobody needs to be asked about it.
OF_LITTLE_INTEREST = frozenset({"basis", "anchor", "needs", "because"})
_IF_REVIEWED = (
    "change it by hand if you agree, or write status: proposed and run "
    "`dateline extract` again"
)


@dataclass(slots=True)
class Regenerated:
    """A file after its merge, the record that goes with it, and what is to be told."""

    file: ContentFile
    record: Record
    changed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def regenerate(
    file: ContentFile,
    record: Record,
    theirs: Values,
    *,
    texts: Texts,
    additions: Sequence[Values] = (),
    follow: Callable[[str], str] = str,
) -> Regenerated:
    """*file* after the merge of *theirs* with it, *record* being the base.

    *additions* are the citations that are new to everybody; of *theirs*, only those
    that the file or its record already hold are merged otherwise. *follow* leads from
    former ids of entities to present ones.
    """
    if not additions and _is_settled(file, record, theirs):
        return Regenerated(file, record)
    return _Merge(file, record, theirs, texts, additions, follow).result()


def _is_settled(file: ContentFile, record: Record, theirs: Values) -> bool:
    """True when file, record and proposal say the same, and nothing was offered: then
    a merge would change nothing, whatever a person thinks of the event."""
    if record.offered:
        return False
    mine = merge_values(file)
    if file.folder == "events":
        mine.pop("status", None)
    return mine == theirs and in_order(theirs) == record.values


def dropped(
    file: ContentFile, record: Record, theirs: Values, texts: Texts
) -> list[int]:
    """Citations, by index, that were proposed before, are untouched, and no longer
    proposed. A person's approval keeps them."""
    if is_reviewed(file):
        return []
    base = _Citations(record.values, texts)
    new = _Citations(theirs, texts)
    mine = listed(file.values, "citations")
    return [
        index
        for index, (key, values) in enumerate(_keyed(mine, texts))
        if new.find(key) is None and base.find(key) == values
    ]


def lost_citations(file: ContentFile, record: Record, texts: Texts) -> list[int]:
    """Citations, by index, that were proposed, are untouched, and whose words no
    longer stand once in a source that is there. A person's approval keeps them."""
    if is_reviewed(file):
        return []
    base = _Citations(record.values, texts)
    mine = listed(file.values, "citations")
    return [
        index
        for index, (key, values) in enumerate(_keyed(mine, texts))
        if key.lost and key.source in texts and base.find(key) == values
    ]


def is_reviewed(file: ContentFile) -> bool:
    """True when a person has approved, disputed or rejected the event."""
    return isinstance(file.thing, Event) and file.thing.status is not Status.PROPOSED


def merge_values(file: ContentFile) -> Values:
    """What the file says, as proposals say it: nothing empty, nothing by default."""
    values = stated({**file.values, BODY: file.parts.text})
    if values.get("factuality") == "happened":
        del values["factuality"]
    return values


def as_proposed(file: ContentFile, theirs: Mapping[str, Plain]) -> bool:
    """True when a file says exactly what would be written of a proposal. A record has
    its lists in another order than the file where order says nothing."""
    values = merge_values(file)
    if file.folder == "events" and values.pop("status", "") != "proposed":
        return False
    return in_order(values) == in_order(theirs)


class _Citations:
    """The citations of a file, a record or a proposal, found by their passage."""

    def __init__(self, values: Mapping[str, Plain], texts: Texts) -> None:
        self.keyed = list(_keyed(listed(values, "citations"), texts))

    def find(self, key: PassageKey) -> Values | None:
        """The citation of the passage that *key* means; None when there is none."""
        return next((values for other, values in self.keyed if key.means(other)), None)


def _keyed(cited: Sequence[Plain], texts: Texts) -> Iterator[tuple[PassageKey, Values]]:
    for values in cited:
        table = values if isinstance(values, dict) else {}
        yield passage_key(table, texts), table


class _Merge:
    def __init__(
        self,
        file: ContentFile,
        record: Record,
        theirs: Values,
        texts: Texts,
        additions: Sequence[Values],
        follow: Callable[[str], str],
    ) -> None:
        self.before = file
        self.old = record
        self.theirs = theirs
        self.texts = texts
        self.additions = additions
        self.follow = follow
        self.base: Values = {}
        self.offered: Values = {}
        self.done = Regenerated(file, record)

    def result(self) -> Regenerated:
        fields = FILE_FIELDS[self.before.folder]
        mine = self._with_present_ids(merge_values(self.before))
        base = self._with_present_ids(self.old.values)
        merges = merge_fields(
            fields, base, mine, self.theirs, reviewed=is_reviewed(self.before)
        )
        for merge in merges:
            kept = self._try(merge)
            if kept:
                self.base[merge.key] = kept
        if self.before.folder == "events":
            self._merge_citations()
        self.done.record = replace(
            self.old, values=stated(self.base), offered=self.offered
        )
        return self.done

    def _with_present_ids(self, values: Mapping[str, Plain]) -> Values:
        changed = dict(values)
        for key in ENTITY_KEYS:
            ids = listed(values, key)
            if ids:
                changed[key] = [self.follow(str(name)) or str(name) for name in ids]
        return changed

    def _merge_citations(self) -> None:
        """Every citation on its own; only then do new ones come and some go."""
        base = _Citations(self.old.values, self.texts)
        new = _Citations(self.theirs, self.texts)
        mine = list(_keyed(listed(merge_values(self.before), "citations"), self.texts))
        out = dropped(self.before, self.old, self.theirs, self.texts)
        if len(out) == len(mine) and not self.additions:
            out = []  # an event is not left without any proof
        known: list[Plain] = []
        for index, (key, values) in enumerate(mine):
            old, now = base.find(key), new.find(key)
            if old is not None and now is not None:
                known.append(self._merge_citation(index, old, values, now))
            elif old is not None and index not in out:
                known.append(old)
            # Without a base it is a person's, also when it is proposed later.
        mine_keys = [key for key, _ in mine]
        for key, values in base.keyed:
            if not any(key.means(other) for other in mine_keys):
                # Removed by a person: it stays away, whatever its source is called.
                known.append({**values, "source": key.source})
        self._keep_offered_passages()
        for addition in self.additions:
            if is_reviewed(self.before):
                self._offer_passage(addition)
                continue
            edit = AddItem("citations", addition)
            kept = self._try(FieldMerge("citations", (edit,), addition, None))
            if kept and addition in listed(self.theirs, "citations"):
                known.append(kept)
        # After what comes: the last of a list would go with its key and its comments.
        if len(out) == len(listed(self.done.file.values, "citations")):
            known += filter(None, (base.find(mine[index][0]) for index in out))
            out = []  # what was to come instead could not be written
        for index in reversed(out):
            old = base.find(mine[index][0])
            removal = RemoveItem("citations", index)
            kept = self._try(FieldMerge("citations", (removal,), None, old))
            known += [kept] if kept else []
        self.base["citations"] = known

    def _merge_citation(
        self, index: int, old: Values, mine: Values, now: Values
    ) -> Values:
        """What the record keeps of a citation that all three hold."""
        kept: Values = {}
        saying: Values = {}
        reviewed = is_reviewed(self.before)
        # Told apart by their words: places shift when a citation before them goes.
        whose = f"citations “{mine.get('exact', '')}”"
        for merge in merge_citation(index, old, mine, now, reviewed=reviewed):
            value = self._try(merge, whose)
            last = merge.key.rpartition(".")[2]
            if isinstance(value, dict):
                (kept if last == "exact" else saying).update(value)
            elif value:
                (kept if last == "source" else saying)[last] = value
        return stated({**kept, "says": saying})

    def _try(self, merge: FieldMerge, whose: str = "") -> Plain | None:
        """The base of a field from now on, its edits made or refused."""
        if merge.differs is not None:
            last = merge.key.rpartition(".")[2]
            self._offer(merge, f"{whose} {last}" if whose else merge.key)
        if not merge.edits:
            return merge.base
        name = merge.key.partition(".")[0]
        try:
            self.done.file = patched(self.done.file, merge.edits)
        except RefusedError as error:
            self._tell(
                merge.key,
                Severity.WARNING,
                "edit-refused",
                f"a new proposal for “{name}” was not written: {error}",
                "change it by hand if you agree with it: run `dateline extract` "
                "again after taking the comment or the unusual form away",
            )
            return merge.old_base
        if name not in self.done.changed:
            self.done.changed.append(name)
        return merge.base

    def _offer(self, merge: FieldMerge, name: str) -> None:
        """Report, unless it was before, that a proposal stands against the file."""
        value = merge.differs or ""
        self.offered[name] = value
        if self.old.offered.get(name) == value:
            return
        field_name = merge.key.rpartition(".")[2]
        if field_name in OF_LITTLE_INTEREST:
            return
        if value == self.offered.get(field_name) and name != field_name:
            return  # the passage's date, which is the event's
        told = shown(value)
        reviewed = is_reviewed(self.before)
        if field_name not in self.before.values and reviewed and name == field_name:
            kept = "the event is reviewed, so nothing was added"
        elif reviewed:
            kept = "what stands there is reviewed and was kept"
        else:
            kept = "what stands there is yours and was kept"
        self._tell(
            merge.key,
            Severity.NOTE,
            "proposal-differs",
            f"the tool would now write {told} for {called(field_name)}; {kept}",
            _IF_REVIEWED if reviewed else "change it by hand if you agree",
        )

    def _keep_offered_passages(self) -> None:
        """What was offered to a reviewed event stays so while its words stand and the
        event does not cite them, whoever else has come to."""
        if not is_reviewed(self.before):
            return
        mine = [
            key
            for key, _ in _keyed(listed(self.before.values, "citations"), self.texts)
        ]
        for name, value in self.old.offered.items():
            if not isinstance(value, dict) or "exact" not in value:
                continue
            key = passage_key(value, self.texts)
            if not key.lost and not any(key.means(other) for other in mine):
                self.offered[name] = value

    def _offer_passage(self, found: Values) -> None:
        """Report, unless it was before, a passage that a reviewed event may cite."""
        words = str(found.get("exact", ""))
        name = f"citations “{words}”"
        self.offered[name] = found
        if self.old.offered.get(name) != found:
            self._tell(
                "",
                Severity.NOTE,
                "passage-found",
                f"{found.get('source')} may tell of this, too: {shown(words)}",
                _IF_REVIEWED,
            )

    def _tell(
        self, key: str, severity: Severity, code: str, message: str, hint: str
    ) -> None:
        origin = self.before.origin(key)
        self.done.problems.append(Problem(origin, severity, code, message, hint))


def called(field: str) -> str:
    """What a person calls *field*."""
    return "the text" if field == BODY else f"“{field}”"


def shown(value: Plain) -> str:
    """*value* in one line, cut where it is long."""
    if not value:
        return "nothing"
    match value:
        case str():
            line = " ".join(value.split())
            short = line if len(line) <= 80 else f"{line[:79]}…"
            return f"“{short}”"
        case list():
            return f"[{', '.join(map(str, value))}]"
        case dict():
            return ", ".join(f"{key}: {shown(inner)}" for key, inner in value.items())
