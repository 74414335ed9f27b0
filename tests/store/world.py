"""A project in memory in which the tool and its editors take turns by chance.

Everything that an editor did is kept in a ledger, and looked for after each turn of
the tool. Files are bytes, as on a disk, but none is touched: a turn takes milliseconds.
"""

from __future__ import annotations

import functools
import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.model.citations import Citation, Says
from generator.model.edtf import parse_edtf
from generator.model.entities import Entity, EntityKind
from generator.model.events import (
    EntityProposal,
    Event,
    EventProposal,
    Factuality,
    Proposals,
    SourceProposal,
    Status,
)
from generator.model.selectors import TextQuoteSelector
from generator.model.sources import Document
from generator.model.timeline import Content
from generator.problems import Problem
from generator.store import Store
from generator.store.cut import UnreadableError
from generator.store.edits import Revision, revise
from generator.store.nodes import Plain
from generator.store.proposed import Record, read_record
from generator.store.reading import ContentFile, read_file

TITLES = ("Opens", "no", "12:30", "a: b", "# x", "'it''s'", '"quoted"', "Ünï 🚀", "-")
TAGS = ("port", "no", "2024", "a, b", "on: off", "ship")
DATES = ("", "2019", "2019-07", "2019-07-12", "2019~", "[2019,2020]")
BODIES = ("", "One.", "Two.\n\nThree.", "---\nA rule.\n\n---", "    code")
PEOPLE = ("ada", "bob")
THINGS = ("bridge", "ferry", "lock", "quay", "crane", "light", "weir", "mole", "dock")

Passage = tuple[str, str]
"""A source's id, and the words that it prints."""


@functools.lru_cache(maxsize=4096)
def read_again(
    path: str, folder: str, data: bytes
) -> tuple[ContentFile, list[Problem]]:
    """The file, which the same bytes always are."""
    return read_file(path, folder, data)


def read(path: str, data: bytes) -> ContentFile | None:
    """The file; None when it cannot be read."""
    try:
        return read_again(path, folder_of(path), data)[0]
    except UnreadableError:
        return None


@functools.lru_cache(maxsize=4096)
def read_known(path: str, data: bytes) -> Record:
    return read_record(path, data)


def folder_of(path: str) -> str:
    return PurePosixPath(path).parts[1]


def key_of(path: str) -> str:
    return f"{folder_of(path)}/{PurePosixPath(path).stem}"


@dataclass
class Telling:
    """What the tool would write of one happening; some of it changes each time."""

    title: str = "Opens"
    date: str = "2019"
    factuality: Factuality = Factuality.HAPPENED
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    body: str = "One."


@dataclass
class Ledger:
    """What people did to one file, and must find again."""

    values: dict[str, str | None] = field(default_factory=dict)
    tags_in: set[str] = field(default_factory=set)
    tags_out: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)
    body: str | None = None


class World:
    """Seeds, content and records, with the ledgers of what people did to them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.count = 0
        self.log: list[str] = []
        self.tellings: dict[int, Telling] = defaultdict(Telling)
        self.seeds: dict[str, list[tuple[int, str]]] = {
            "post": [(n, self.sentence(n)) for n in (0, 0, 1, 2)],
            "herald": [(n, self.sentence(n)) for n in (0, 1)],
        }
        self.removed_seeds: dict[str, list[tuple[int, str]]] = {}
        self.renamed_seeds: set[str] = set()
        self.corrected_seeds: set[str] = set()
        self.files: dict[str, bytes] = {}
        self.records: dict[str, bytes] = {}
        self.ledgers: dict[str, Ledger] = defaultdict(Ledger)
        self.touched: set[str] = set()
        self.frozen: dict[str, bytes] = {}
        self.gone: set[str] = set()
        # Words, not passages: a source may get another name.
        self.words_out: set[str] = set()
        self.words_placed: set[str] = set()

    def sentence(self, number: int) -> str:
        """A sentence that no source has printed yet."""
        self.count += 1
        thing = THINGS[number % len(THINGS)]
        return f"The {thing} was opened by the council on day {self.count:03}."

    def likely(self, probability: float) -> bool:
        return self.chance.random() < probability

    # What stands there.

    def read(self, path: str) -> ContentFile | None:
        return read(path, self.files[path])

    def events(self) -> Iterator[tuple[str, ContentFile]]:
        """The event files that can be read."""
        for path in sorted(self.files):
            file = self.read(path) if folder_of(path) == "events" else None
            if file is not None:
                yield path, file

    def holders(self) -> Counter[str]:
        """How many event files cite each passage, by its words."""
        return Counter(
            words
            for _, file in self.events()
            for words in {words for _, words in passages(file)}
        )

    def record(self, path: str) -> Record | None:
        where = f".dateline/proposed/{key_of(path)}.json"
        data = self.records.get(where)
        return None if data is None else read_known(where, data)

    def known(self) -> str:
        """All that was ever proposed, as one text to search in."""
        return b"".join(self.records.values()).decode()

    def documents(self) -> list[Document]:
        return [
            Document(
                name,
                f"seeds/{name}.txt",
                " ".join(words for _, words in printed) + "\n",
                sha256=fingerprint(printed),
            )
            for name, printed in sorted(self.seeds.items())
        ]

    def store(self) -> Store:
        files, unread = {}, {}
        for path, data in sorted(self.files.items()):
            file = self.read(path)
            if file is None:
                unread[key_of(path)] = data.decode()
            else:
                files[key_of(path)] = file
        records = {
            key_of(path.replace(".dateline/proposed", "content")): read_known(
                path, data
            )
            for path, data in self.records.items()
        }
        things = [file.thing for file in files.values()]
        content = Content(
            events=tuple(t for t in things if isinstance(t, Event)),
            entities=tuple(t for t in things if isinstance(t, Entity)),
            unread=frozenset(unread),
        )
        return Store(content, files, unread, records)

    # The tool's turn.

    def proposals(self) -> Proposals:
        """Another reading: some happenings told anew, from some of their sentences."""
        told: dict[int, list[Passage]] = defaultdict(list)
        numbers = sorted({n for printed in self.seeds.values() for n, _ in printed})
        for source, printed in sorted(self.seeds.items()):
            for number, words in printed:
                group = self.chance.choice(numbers) if self.likely(0.1) else number
                told[group].append((source, words))
        events = []
        for number, found in sorted(told.items()):
            if self.likely(0.1):
                continue
            cited = [p for p in found if self.likely(0.85)] or found[:1]
            events.append(self.proposed(number, cited))
        return Proposals(
            tuple(events),
            tuple(EntityProposal(p, EntityKind.PERSON, p.title()) for p in PEOPLE),
            tuple(self.card(name) for name in sorted(self.seeds)),
        )

    def proposed(self, number: int, cited: list[Passage]) -> EventProposal:
        telling = self.tellings[number]
        pick = self.chance.choice
        if self.likely(0.3):
            telling.title = pick(TITLES)
        if self.likely(0.3):
            telling.date = pick(DATES)
        if self.likely(0.2):
            telling.factuality = pick(list(Factuality))
        if self.likely(0.3):
            telling.tags = tuple(tag for tag in TAGS if self.likely(0.4))
        if self.likely(0.2):
            telling.people = tuple(name for name in PEOPLE if self.likely(0.5))
        if self.likely(0.2):
            telling.body = pick(BODIES)
        return EventProposal(
            slug=f"event-{number}",
            title=telling.title,
            date=parse_edtf(telling.date) if telling.date else None,
            factuality=telling.factuality,
            people=telling.people,
            organisations=(),
            places=(),
            tags=telling.tags,
            citations=tuple(self.citation(telling, *passage) for passage in cited),
            body=telling.body,
            score=1.0,
        )

    def citation(self, telling: Telling, source: str, words: str) -> Citation:
        date = telling.date if self.likely(0.8) else self.chance.choice(DATES)
        needs = "" if date else "the day"
        says = Says(parse_edtf(date) if date else None, needs=needs)
        return Citation(source, TextQuoteSelector(words), says)

    def card(self, name: str) -> SourceProposal:
        """What a source says of itself."""
        return SourceProposal(
            name,
            title=f"{name.title()} news",
            issued="2019-07-13" if self.likely(0.2) else "",
            sha256=fingerprint(self.seeds[name]),
        )

    def plan(self, found: Proposals) -> Revision:
        return revise(self.store(), found, self.documents(), accept_deletions=True)

    def carry_out(self, revision: Revision, writes: int | None = None) -> None:
        """As `apply` does, but for a run that ends after so many *writes*."""
        done = 0
        changed = {
            step.content.path
            for step in revision.steps
            if step.content is not None
            and self.files.get(step.content.path) != step.content.expected
        }
        for step in revision.possible(changed):
            for write in step.writes:
                held = self.records if write.path.endswith(".json") else self.files
                if held.get(write.path) != write.expected:
                    break
                if done == writes:
                    return
                done += 1
                if write.data is None:
                    held.pop(write.path, None)
                else:
                    held[write.path] = write.data

    # What must be so after each turn of the tool.

    def check(self, before: dict[str, bytes], *, cut_short: bool = False) -> None:
        """Nothing that a person did is undone; *before* are the files until now.

        In a run that was *cut short* a passage may be underway from file to file.
        """
        for path, data in self.frozen.items():
            assert self.files.get(path) == data, f"{path} is a person's"
        for path in self.touched:
            assert path in self.files, f"{path} holds a person's work"
            self.check_ledger(path, self.ledgers[path])
        for path in before.keys() & self.files.keys():
            check_hand(path, before[path], self.files[path])
        assert not self.gone & self.files.keys(), "a deleted file is back"
        for path in self.files.keys() - before.keys():
            assert self.read(path) is not None, f"{path} cannot be read"
        holders = self.holders()
        assert not self.words_out & holders.keys(), "a removed passage is back"
        twice = {w for w, files in holders.items() if files > 1} - self.words_placed
        assert not twice or cut_short, "the tool put one passage in two files"

    def check_ledger(self, path: str, ledger: Ledger) -> None:
        file = self.read(path)
        if file is None:
            return  # it is frozen until somebody mends it
        for key, value in ledger.values.items():
            assert file.values.get(key) == value, (path, key)
        tags = texts(file.values.get("tags"))
        assert ledger.tags_in <= set(tags), path
        assert not ledger.tags_out & set(tags), path
        assert ledger.cited <= {words for _, words in passages(file)}, path
        text = self.files[path].decode()
        for line in ledger.lines:
            assert line in text, path
        if ledger.body is not None:
            assert file.parts.body == ledger.body, path


def check_hand(path: str, before: bytes, after: bytes) -> None:
    """What says the same as before is written as before."""
    old, new = read(path, before), read(path, after)
    if old is None or new is None:
        assert before == after
        return
    assert old.parts.opening == new.parts.opening
    assert old.parts.closing == new.parts.closing
    if old.parts.text == new.parts.text:
        assert old.parts.body == new.parts.body
    if before.count(b"\n") == before.count(b"\r\n"):
        assert after.count(b"\n") == after.count(b"\r\n")
    same = {k for k, value in old.values.items() if new.values.get(k) == value}
    assert written(old, same) == written(new, same), path


def written(file: ContentFile, keys: set[str]) -> list[str]:
    """How each of *keys* is written in *file*, in its order."""
    text = str(file.parts)
    return [
        text[entry.start : entry.value.end].rstrip()
        for entry in file.header.entries
        if entry.key in keys
    ]


def passages(file: ContentFile) -> list[Passage]:
    """What each citation of a file cites."""
    cited = file.values.get("citations") or []
    return [(str(c["source"]), str(c["exact"])) for c in cited if isinstance(c, dict)]


def is_reviewed(file: ContentFile) -> bool:
    return isinstance(file.thing, Event) and file.thing.status is not Status.PROPOSED


def texts(value: Plain | None) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def fingerprint(printed: list[tuple[int, str]]) -> str:
    return hashlib.sha256(repr(printed).encode()).hexdigest()
