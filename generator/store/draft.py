"""What a regeneration will write, collected until all of it is known. Pure.

Knows files, records and how they are written one after the other; what belongs into
them is decided elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.model.events import Suggestion
from generator.problems import Problem, Severity
from generator.store import writing
from generator.store.folder import Store
from generator.store.layout import content_path, id_of, record_path
from generator.store.passages import Texts, listed
from generator.store.proposal_values import BODY, Values
from generator.store.proposed import Record
from generator.store.reading import ContentFile
from generator.store.regenerate import regenerate
from generator.store.revision import Action, Change, FileWrite, Revision, Step


class Draft:
    """The records as they will be, and what is done to which content file.

    `after` are the files that were merged, as they will stand. `takes_from` names for
    a file the paths of those whose passages move to it.
    """

    def __init__(self, store: Store, texts: Texts) -> None:
        self.store = store
        self.files = store.files
        self.texts = texts
        self.records = dict(store.records)
        self.after: dict[str, ContentFile] = {}
        self.contents: dict[str, FileWrite] = {}
        self.changes: list[Change] = []
        self.problems: list[Problem] = []
        self.withdrawn: set[str] = set()
        self.takes_from: dict[str, set[str]] = defaultdict(set)

    def revision(self, left_out: int, suggestions: tuple[Suggestion, ...]) -> Revision:
        """All of it, in one order."""
        return Revision(
            tuple(sorted(self.changes)),
            tuple(sorted(self.problems)),
            tuple(self._steps()),
            left_out,
            suggestions,
        )

    def merge(
        self,
        key: str,
        record: Record,
        theirs: Values,
        additions: list[Values],
        follow: Callable[[str], str],
    ) -> None:
        """The file and its record after the merge of *theirs*; see `regenerate`."""
        done = regenerate(
            self.files[key],
            record,
            theirs,
            texts=self.texts,
            additions=additions,
            follow=follow,
        )
        self.records[key] = done.record
        self.after[key] = done.file
        self.problems += done.problems
        before = self.files[key]
        if done.file.data != before.data:
            self.contents[key] = FileWrite(before.path, before.data, done.file.data)
            what = tuple(done.changed)
            self.changes.append(Change(before.path, Action.CHANGE, what))

    def create(self, folder: str, name: str, values: Values) -> None:
        """A new file that says *values*, and its record."""
        key = f"{folder}/{name}"
        path = f"content/{folder}/{name}.md"
        shown = {**values, "status": "proposed"} if folder == "events" else values
        header = {k: v for k, v in shown.items() if k != BODY}
        text = writing.new_file(folder, header, str(values.get(BODY, "")))
        self.contents[key] = FileWrite(path, None, text.encode())
        self.records[key] = Record(values)
        self.changes.append(Change(path, Action.CREATE))

    def withdraw(self, key: str) -> None:
        """The file goes, and its record with it: nothing is remembered of it."""
        file = self.files[key]
        self.contents[key] = FileWrite(file.path, file.data, None)
        self.changes.append(Change(file.path, Action.WITHDRAW))
        self.withdrawn.add(key)
        del self.records[key]

    def remember(self, key: str, record: Record, what: str) -> None:
        """Only the record changes; *what* says why."""
        self.records[key] = record
        self.changes.append(Change(self.path(key), Action.REMEMBER, (what,)))

    def remember_name(self, key: str, former: str) -> None:
        """What *key* was called before is known also when its text is corrected."""
        record = self.records.get(key)
        if record is not None and former not in record.formerly:
            self.records[key] = replace(record, formerly=(*record.formerly, former))

    def note(self, file: ContentFile, code: str, message: str, hint: str) -> None:
        """Tell something of *file* that a person may want to know."""
        origin = file.thing.origin
        self.problems.append(Problem(origin, Severity.NOTE, code, message, hint))

    def known_names(self, folder: str) -> set[str]:
        """Ids that are taken, or were once: addresses are not given twice."""
        keys = [*self.files, *self.store.unread, *self.records]
        names = {id_of(key).casefold() for key in keys if key.startswith(folder)}
        for key, record in self.records.items():
            if key.startswith(folder):
                names |= {name.casefold() for name in record.formerly}
        for file in self.files.values():
            if file.folder == folder:
                former = listed(file.values, "aliases")
                names |= {str(name).casefold() for name in former}
        return names

    def path(self, key: str) -> str:
        """The path of a content file, wherever in its folder a person has put it."""
        file = self.files.get(key)
        return file.path if file is not None else content_path(key)

    def _steps(self) -> Iterator[Step]:
        """Every write, by file; a record follows its content file."""
        on_disk = self.store.records
        stale = {
            key.casefold(): FileWrite(record_path(key), on_disk[key].data, None)
            for key in sorted(on_disk.keys() - self.records.keys() - self.withdrawn)
        }
        for key in sorted(self.contents.keys() | self.records.keys()):
            record = self.records.get(key)
            if record is None:
                yield self._withdrawal(key)
                continue
            old = on_disk[key].data if key in on_disk else None
            # What was read and is the same is not written out to be compared.
            unchanged = record is on_disk.get(key)
            new = record.data if unchanged else record.to_bytes()
            own = FileWrite(record_path(key), old, new)
            writes: tuple[FileWrite, ...] = (own,) if new != old else ()
            content = self.contents.get(key)
            # Where capitals do not count, both are one file: the old goes first.
            if writes and key.casefold() in stale:
                writes = (stale.pop(key.casefold()), *writes)
            if content is not None or writes:
                yield Step(content, writes, frozenset(self.takes_from[key]))
        for removal in stale.values():
            yield Step(None, (removal,))

    def _withdrawal(self, key: str) -> Step:
        """The file goes, then its record, which says so before."""
        known = self.store.records[key]
        path, said = record_path(key), replace(known, withdrawn=True).to_bytes()
        announced = FileWrite(path, known.data, said) if said != known.data else None
        removal = FileWrite(path, said, None)
        return Step(self.contents[key], (removal,), announced=announced)
