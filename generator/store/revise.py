"""New proposals into edits of what people keep: pure, three-way, field by field.

The base of each merge is the record of what was proposed last. What a person wrote,
removed or deleted stays so; the same proposals twice change nothing the second time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.model.events import (
    Event,
    EventProposal,
    Proposals,
    SourceProposal,
    Suggestion,
    citations_of,
)
from generator.model.sources import Document
from generator.store.draft import Draft
from generator.store.entity_names import EntityNames
from generator.store.folder import Store
from generator.store.layout import content_path, id_of
from generator.store.matching import assign, renamed, renamed_sources
from generator.store.naming import event_id
from generator.store.news import News
from generator.store.nodes import Plain
from generator.store.one_reading import read_as_one
from generator.store.passages import (
    PassageIndex,
    Texts,
    listed,
    others,
    passage_key,
    passage_keys,
)
from generator.store.proposal_values import (
    Values,
    entity_values,
    event_values,
    source_values,
)
from generator.store.proposed import Record
from generator.store.regenerate import (
    ENTITY_KEYS,
    as_proposed,
)
from generator.store.reminders import forwarding
from generator.store.revision import (
    Action,
    Change,
    ManyFilesGoneError,
    ManyFilesWithdrawnError,
    Revision,
)
from generator.store.withdrawing import unused, withdrawals, withdrawn

MOST_GONE = 5
MOST_GONE_SHARE = 0.2
FEW = 2


def revise(
    store: Store,
    proposals: Proposals,
    documents: Sequence[Document],
    *,
    accept_deletions: bool = False,
) -> Revision:
    """What becomes of the content when *proposals* meet it.

    Raises:
        ManyFilesGoneError: More than five files and more than a fifth of those that
            were proposed, or all of more than two, are gone since the last run, and
            *accept_deletions* is not set.
    """
    return _Reviser(store, documents, accept_deletions).revise(proposals)


class _Reviser:
    """One regeneration: what it finds out is collected until it is all known."""

    def __init__(
        self, store: Store, documents: Sequence[Document], accept_deletions: bool
    ) -> None:
        self.store = store
        self.accept_deletions = accept_deletions
        self.files = store.files
        self.texts = Texts(
            {document.id: document.text for document in documents},
            renamed_sources(store.records, documents),
        )
        self.draft = Draft(store, self.texts)
        self.records = self.draft.records
        self.used: set[str] = set()
        self.taken: set[str] = set()
        self.misquoted: set[str] = set()
        self.left_out = 0
        self.read_as_one: list[Suggestion] = []

    def revise(self, proposals: Proposals) -> Revision:
        """The three kinds of files in turn, then all writes in one order."""
        self._note_absences()
        gone = {id_of(key) for key, record in self.records.items() if record.gone}
        self.entities = EntityNames(self.store.content.entities, gone)
        present = self.entities.present(proposals.entities)
        self._events(proposals.events, proposals.lower, present)
        self.misquoted = self._misquoted()
        for source in proposals.sources:
            self._thing("sources", source.id, self._proven(source))
        for former, name in self.texts.renamed.items():
            self.draft.remember_name(f"sources/{name}", former)
        for entity in proposals.entities:
            if present[entity.id] in self.used:
                self._thing("entities", present[entity.id], entity_values(entity))
        if not self.store.unread:  # what cannot be read may name anybody
            for key in unused(self.files, self.records, self.used):
                self.draft.withdraw(key)
        suggestions = (*proposals.suggestions, *self.read_as_one)
        return self.draft.revision(self.left_out, suggestions)

    # Files that are gone, are back, or have a new name.

    def _note_absences(self) -> None:
        here = self.files.keys() | self.store.unread.keys()
        for key, record in self.store.records.items():
            if record.withdrawn and key in here:
                self.records[key] = replace(record, withdrawn=False)
            elif record.withdrawn:
                del self.records[key]  # of a run that did not end
        known = [key for key, record in self.records.items() if not record.gone]
        absent = [key for key in known if key not in here]
        moves = renamed(self.records, self.files, absent, self.texts)
        gone = [key for key in absent if key not in moves]
        if _many(gone, known) and not self.accept_deletions:
            raise ManyFilesGoneError([content_path(k) for k in gone], len(known))
        for key in gone:
            self.draft.remember(key, replace(self.records[key], gone=True), "deleted")
        for old, new in moves.items():
            self._move(old, new)
        for key, record in list(self.records.items()):
            if record.gone and key in here:
                self.draft.remember(key, replace(record, gone=False), "brought back")

    def _move(self, old: str, new: str) -> None:
        """The record of *old* goes on as that of *new*, which was *old* before."""
        record = self.records.pop(old)
        moved = replace(record, formerly=(*record.formerly, id_of(old)))
        self.draft.remember(new, moved, f"renamed from {id_of(old)}")
        self.draft.problems += forwarding(self.files[new], id_of(old))

    # Events: whose each proposal is, then one file after the other.

    def _events(
        self,
        upper: Sequence[EventProposal],
        lower: Sequence[EventProposal],
        present: Mapping[str, str],
    ) -> None:
        """Those of *lower* that have a file keep it up to date; none gets a new one."""
        events = (*upper, *lower)
        values = [self._linked(event_values(event, present)) for event in events]
        readings = assign(values, self.records, self.files, self.texts)
        cited = PassageIndex()
        for key, file in self.files.items():
            if file.folder == "events":
                cited.add(key, passage_keys(file.values, self.texts))
        own_first = sorted(readings.slots.items(), key=lambda s: s[1] not in self.files)
        heirs = {
            index: slot if slot in self.files else self._heir(slot, cited)
            for index, slot in own_first
        }
        targets = {index: heir for index, heir in heirs.items() if heir is not None}
        news = News(
            self.files, self.records, values, readings.slots, targets, self.texts
        )
        additions: dict[str, list[Values]] = defaultdict(list)
        for index, heir in targets.items():
            found = news.citations(values[index])
            self._add_each_once(additions[heir], found)
            self._take(heir, found, news)
        self.taken = self.draft.known_names("events")
        by_slot = {slot: values[index] for index, slot in readings.slots.items()}
        taking_over = {slot for slot, new in additions.items() if new}
        for slot in sorted(by_slot.keys() | taking_over):
            theirs = by_slot.get(slot)
            if slot in self.files:
                self._reread(slot, theirs, additions.get(slot, []))
            elif theirs is not None and slot not in self.store.unread:
                self._keep_known(slot, theirs)
        self._withdraw(by_slot.keys() | taking_over)
        here = {k: f for k, f in self.files.items() if k not in self.draft.withdrawn}
        here |= {k: self.draft.after[k] for k in here.keys() & self.draft.after.keys()}
        self.read_as_one = [*read_as_one(values, here, self.records, self.texts)]
        for index, event in enumerate(events):
            if index not in readings.slots and index >= len(upper):
                self.left_out += 1
            elif index not in readings.slots:
                owner = readings.spoken_for.get(index)
                self._newcomer(event, values[index], owner, news)
        for slot, file in self.files.items():
            for key in ENTITY_KEYS if slot not in self.draft.withdrawn else ():
                ids = listed(self.draft.after.get(slot, file).values, key)
                linked = (self.entities.follow(str(name)) for name in ids)
                self.used |= set(filter(None, linked))

    def _withdraw(self, read: Collection[str]) -> None:
        """Take back what no source says any more of events that are not in *read*."""
        back = withdrawals(self.files, self.records, read, self.texts)
        known = [key for key, record in self.records.items() if not record.gone]
        if _many(back.files, known) and not self.accept_deletions:
            paths = [self.files[key].path for key in back.files]
            raise ManyFilesWithdrawnError(paths, len(known))
        for key, rest in back.shortened.items():
            self._merge(key, self.records[key], rest, [])
        for key in back.files:
            file = self.files[key]
            self.draft.withdraw(key)
            self.draft.problems.append(withdrawn(file))

    def _add_each_once(self, found: list[Values], more: Sequence[Values]) -> None:
        """Lengthen *found* by those of *more* whose passages are not in it yet."""
        for citation in more:
            key = passage_key(citation, self.texts)
            if not any(key.means(passage_key(c, self.texts)) for c in found):
                found.append(citation)

    def _take(self, key: str, found: Sequence[Values], news: News) -> None:
        """*key* gets citations that leave other files: it is written with those."""
        self.draft.takes_from[key] |= {
            self.draft.path(k) for c in found for k in news.left_by(c)
        }

    def _linked(self, values: Values) -> Values:
        """*values* with former entity ids followed, without those that are gone."""
        for key in ENTITY_KEYS:
            ids = [self.entities.follow(str(n)) for n in listed(values, key) if n]
            values.pop(key, None)
            if any(ids):
                linked: list[Plain] = [*dict.fromkeys(filter(None, ids))]
                values[key] = linked
        return values

    def _heir(self, gone: str, cited: PassageIndex) -> str | None:
        """The one event that took over what a deleted one was proven by.

        None for one that is only unreadable: it waits until somebody mends it.
        """
        if gone in self.store.unread:
            return None
        passages = passage_keys(self.records[gone].values, self.texts)
        heirs = {key for passage in passages for key in cited.holders(passage)}
        return heirs.pop() if len(heirs) == 1 else None

    def _reread(self, key: str, theirs: Values | None, new: list[Values]) -> None:
        """Merge the new reading of an event into its file."""
        file, record = self.files[key], self.records.get(key)
        if record is None and theirs is not None and as_proposed(file, theirs):
            record = Record(theirs)  # written by a run that did not end
        if record is None or record.adopted:
            self._adopt(key, theirs, new)
            return
        self._merge(key, record, theirs or dict(record.values), new)
        if theirs is None:
            # Nothing new was read of this event: it took over another's passages,
            # and these are on record there.
            offered = self.records[key].offered
            self.records[key] = replace(record, offered=offered)

    def _adopt(self, key: str, theirs: Values | None, new: list[Values]) -> None:
        """Keep in mind what was found for a file that a person wrote; leave it be."""
        file = self.files[key]
        for citation in new:
            self.draft.note(
                file,
                "passage-found",
                f"{citation['source']} may tell of this, too: "
                f"“{_short(str(citation['exact']))}”",
                "add it to the citations if it does",
            )
        old = self.records.get(key, Record({}, adopted=True))
        found = [*listed(theirs or {}, "citations")]
        found += [citation for citation in new if citation not in found]
        known = others(listed(old.values, "citations"), found, self.texts)
        self.records[key] = replace(
            old, values={"citations": [*found, *known]}, adopted=True
        )

    def _keep_known(self, key: str, theirs: Values) -> None:
        """A deleted event stays deleted, whatever is read of it now."""
        record = self.records[key]
        now = listed(theirs, "citations")
        before = others(listed(record.values, "citations"), now, self.texts)
        known: Values = {**theirs, "citations": [*now, *before]}
        self.records[key] = replace(record, values=known)

    def _newcomer(
        self, event: EventProposal, values: Values, owner: str | None, news: News
    ) -> None:
        """An event that no file and no record knows, or that another one speaks for."""
        name = event_id(event.date, event.slug, self.taken)
        self.taken.add(name)
        own = news.citations(values)
        if owner is not None and 2 * len(own) <= len(listed(values, "citations")):
            self.records[f"events/{name}"] = Record(values, gone=True)
            path = self.draft.path(owner)
            self.draft.changes.append(
                Change(path, Action.REMEMBER, (f"speaks for “{event.title}”, too",))
            )
        elif not self._stands_in_unread(values):
            kept: list[Plain] = [*own]
            self._take(f"events/{name}", own, news)
            self._create("events", name, {**values, "citations": kept})

    def _stands_in_unread(self, values: Values) -> bool:
        """True when a file that cannot be read holds one of the passages."""
        words = [
            " ".join(str(c.get("exact", "")).split())
            for c in listed(values, "citations")
            if isinstance(c, dict)
        ]
        texts = [
            " ".join(text.split())
            for key, text in self.store.unread.items()
            if key.startswith("events/")
        ]
        return any(word in text for word in words for text in texts)

    # Sources and entities: a file's name is what it is about.

    def _thing(self, folder: str, name: str, theirs: Values) -> None:
        key = f"{folder}/{name}"
        file, record = self.files.get(key), self.records.get(key)
        if key in self.store.unread or (record is not None and record.gone):
            return
        if file is None:
            if not self._is_former(folder, name):
                self._create(folder, name, theirs)
            return
        if record is None and as_proposed(file, theirs):
            record = Record(theirs)
        if record is not None:
            self._merge(key, record, theirs, [])

    def _is_former(self, folder: str, name: str) -> bool:
        """True when a file of *folder* was *name* before."""
        return any(
            name in listed(file.values, "aliases")
            for file in self.files.values()
            if file.folder == folder
        )

    def _proven(self, source: SourceProposal) -> Values:
        """A source's card, its fingerprint new only while all that cites it holds.

        The old one shows that the text changed under somebody's quotation.
        """
        values = source_values(source)
        record = self.records.get(f"sources/{source.id}")
        broken = source.id in self.misquoted
        if broken and record is not None and "sha256" in record.values:
            values["sha256"] = record.values["sha256"]
        return values

    def _misquoted(self) -> set[str]:
        """Sources in which a quotation will not stand once, now that all is merged."""
        events = (
            self.draft.after.get(key, file).thing
            for key, file in self.files.items()
            if key not in self.draft.withdrawn
        )
        return {
            citation.source
            for event in events
            if isinstance(event, Event)
            for citation in citations_of(event)
            if self.texts.place(citation.source, citation.quote) is None
        }

    def _merge(
        self, key: str, record: Record, theirs: Values, additions: list[Values]
    ) -> None:
        self.draft.merge(key, record, theirs, additions, self.entities.follow)

    def _create(self, folder: str, name: str, values: Values) -> None:
        self.draft.create(folder, name, values)
        for key in ENTITY_KEYS:
            self.used |= {str(entity) for entity in listed(values, key)}


def _many(gone: Collection[str], known: Collection[str]) -> bool:
    """True when so many of *known* are gone at once that it looks like a mistake."""
    if len(gone) > FEW and len(gone) == len(known):
        return True
    return len(gone) > MOST_GONE and len(gone) > MOST_GONE_SHARE * len(known)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
