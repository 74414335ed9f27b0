"""Any history of edits and regenerations: nothing that a person did is ever undone.

Set DATELINE_HISTORIES to run more of them than the few hundred of a usual test run.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project import document

from generator.model.citations import Citation, Says
from generator.model.edtf import parse_edtf
from generator.model.events import EventProposal, Factuality, Proposals
from generator.model.selectors import TextQuoteSelector
from generator.store import Revision, Store, revise
from generator.store.proposed import read_record
from generator.store.reading import ContentFile, read_file
from generator.store.writing import scalar

HISTORIES = int(os.environ.get("DATELINE_HISTORIES", "200"))

SENTENCES = tuple(
    f"The {thing} was opened by the council on day {number}."
    for number, thing in enumerate(
        ["bridge", "ferry", "lock", "quay", "crane", "light", "weir", "mole", "dock"]
    )
)
SOURCE = document("post", " ".join(SENTENCES))
TITLES = (
    "Opens",
    "no",
    "12:30",
    "a: b",
    "# x",
    "'it''s'",
    '"quoted"',
    "Ünïcode 🚀",
    "-",
)
TAGS = ("port", "no", "2024", "a, b", "on: off", "ship")
DATES = ("", "2019", "2019-07", "2019-07-12", "2019~", "[2019,2020]")
BODIES = ("", "One.", "Two.\n\nThree.", "---\nA rule.\n\n---", "    code")


@dataclass
class Ledger:
    """What people did to one file, and must find again."""

    values: dict[str, str | None] = field(default_factory=dict)
    tags_in: set[str] = field(default_factory=set)
    tags_out: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)
    body: str | None = None
    reviewed: dict[str, object] | None = None


class World:
    """Content and records in memory, with an editor and the tool taking turns."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.files: dict[str, bytes] = {}
        self.records: dict[str, bytes] = {}
        self.ledgers: dict[str, Ledger] = defaultdict(Ledger)
        self.sentences_out: set[str] = set()
        self.deleted: set[str] = set()
        self.count = 0

    # The tool's turn.

    def proposals(self) -> Proposals:
        """Another reading: each happening told anew, from some of its sentences."""
        events = []
        for number in range(4):
            if self.chance.random() < 0.15:
                continue
            own = list(SENTENCES[2 * number : 2 * number + 2])
            cited = [s for s in own if self.chance.random() < 0.8] or own[:1]
            if self.chance.random() < 0.2:
                cited.append(SENTENCES[8])
            events.append(self.event(number, cited))
        return Proposals(tuple(events))

    def event(self, number: int, cited: list[str]) -> EventProposal:
        pick = self.chance.choice
        date = pick(DATES)
        return EventProposal(
            slug=f"event-{number}",
            title=pick(TITLES),
            date=parse_edtf(date) if date else None,
            factuality=pick(list(Factuality)),
            people=(),
            organisations=(),
            places=(),
            tags=tuple(tag for tag in TAGS if self.chance.random() < 0.4),
            citations=tuple(self.citation(sentence) for sentence in cited),
            body=pick(BODIES),
            score=1.0,
        )

    def citation(self, sentence: str) -> Citation:
        date = self.chance.choice(DATES)
        needs = "" if date else self.chance.choice(["", "the day"])
        says = Says(parse_edtf(date) if date else None, needs=needs)
        return Citation("post", TextQuoteSelector(sentence), says)

    def store(self) -> Store:
        files = {}
        for path, data in self.files.items():
            file, problems = read_file(path, "events", data)
            assert not [p for p in problems if p.code != "key-unknown"], problems
            files[f"events/{file.id}"] = file
        records = {
            f"events/{PurePosixPath(path).stem}": read_record(path, data)
            for path, data in self.records.items()
        }
        return Store(files=files, records=records)

    def plan(self, found: Proposals) -> Revision:
        return revise(self.store(), found, [SOURCE], accept_deletions=True)

    def regenerate(self) -> None:
        found = self.proposals()
        self.carry_out(self.plan(found))
        self.check()
        again = self.plan(found)
        assert not again.pending, again.changes
        assert not again.problems, again.problems

    def carry_out(self, revision: Revision) -> None:
        for step in revision.steps:
            content = [] if step.content is None else [step.content]
            for write in [*content, *step.records]:
                held = self.records if write.path.endswith(".json") else self.files
                assert held.get(write.path) == write.expected
                if write.data is None:
                    del held[write.path]
                else:
                    held[write.path] = write.data

    def check(self) -> None:
        """Everything in the ledgers is still so."""
        for path, ledger in self.ledgers.items():
            file, _ = read_file(path, "events", self.files[path])
            text = self.files[path].decode()
            for key, value in ledger.values.items():
                assert file.values.get(key) == value, (path, key)
            tags = set(map(str, file.values.get("tags") or []))
            assert ledger.tags_in <= tags
            assert not ledger.tags_out & tags
            for line in ledger.lines:
                assert line in text
            if ledger.body is not None:
                assert text.endswith(ledger.body)
            if ledger.reviewed is not None:
                for key, value in ledger.reviewed.items():
                    assert file.values.get(key) == value, (path, key)
            assert quotes(file)
            assert ledger.cited <= set(quotes(file))
        cited = {sentence for file in self.read() for sentence in quotes(file)}
        assert not cited & self.sentences_out
        assert not self.deleted & self.files.keys()

    def read(self) -> list[ContentFile]:
        return [read_file(p, "events", d)[0] for p, d in self.files.items()]

    # The editor's turn.

    def edit(self) -> None:
        """One thing that an editor does to one file."""
        if not self.files:
            return
        path = self.chance.choice(sorted(self.files))
        action = self.chance.choice(
            [
                *(self.set_title, self.set_date, self.remove_date, self.add_tag),
                *(self.remove_tag, self.comment, self.write_body, self.delete),
                *(self.rename, self.remove_citation, self.use_crlf, self.review),
                *(self.own_key, self.cite, self.add_known_tag),
            ]
        )
        action(path)

    def set_title(self, path: str) -> None:
        title = f"Mine {self.chance.choice(TITLES)}"
        self.set(path, "title", title)

    def set_date(self, path: str) -> None:
        self.set(path, "date", f"18{self.chance.randint(10, 99)}")

    def set(self, path: str, key: str, value: str) -> None:
        line = f"{key}: {scalar(value, quoted=self.chance.random() < 0.5)}"
        text = self.files[path].decode()
        if re.search(rf"(?m)^{key}:", text):
            text = re.sub(rf"(?m)^{key}:[^\r\n]*", lambda _: line, text, count=1)
        else:
            text = text.replace("\n", f"\n{line}{self.newline(path)}", 1)
        self.files[path] = text.encode()
        self.ledgers[path].values[key] = value
        self.approve(path)

    def remove_date(self, path: str) -> None:
        text = self.files[path].decode()
        if re.search(r"(?m)^date:", text):
            text = re.sub(r"(?m)^date:[^\n]*\n", "", text, count=1)
            self.files[path] = text.encode()
            # Of a date that a person wrote and took out again, nobody knows.
            self.ledgers[path].values.pop("date", None)
            if self.was_proposed(path, "date"):
                self.ledgers[path].values["date"] = None
            self.approve(path)

    def was_proposed(self, path: str, key: str, member: str = "") -> bool:
        name = PurePosixPath(path).stem
        data = self.records.get(f".dateline/proposed/events/{name}.json", b"{}")
        values = json.loads(data).get("values", {})
        return key in values and (not member or member in values[key])

    def add_tag(self, path: str) -> None:
        self.count += 1
        tags = [*self.tags(path), f"mine-{self.count}"]
        self.write_tags(path, tags)
        self.ledgers[path].tags_in.add(tags[-1])

    def add_known_tag(self, path: str) -> None:
        """A tag that the tool may propose one day, and drop another."""
        tag = self.chance.choice(TAGS)
        if tag not in self.tags(path):
            self.write_tags(path, [*self.tags(path), tag])
            if not self.was_proposed(path, "tags", tag):
                self.ledgers[path].tags_in.add(tag)
            self.ledgers[path].tags_out.discard(tag)

    def cite(self, path: str) -> None:
        """A passage that no event cites, and that the tool never proposed."""
        cited = {sentence for file in self.read() for sentence in quotes(file)}
        known = "".join(data.decode() for data in self.records.values())
        free = [s for s in SENTENCES if s not in cited and s not in known]
        text = self.files[path].decode()
        start = f"citations:{self.newline(path)}"
        if free and start in text:
            sentence = self.chance.choice(free)
            block = f'  - source: post\n    exact: "{sentence}"\n'
            block = block.replace("\n", self.newline(path))
            self.files[path] = text.replace(start, f"{start}{block}", 1).encode()
            self.ledgers[path].cited.add(sentence)

    def remove_tag(self, path: str) -> None:
        tags = self.tags(path)
        if tags:
            tag = self.chance.choice(tags)
            tags.remove(tag)
            self.write_tags(path, tags)
            self.ledgers[path].tags_in.discard(tag)
            if self.was_proposed(path, "tags", tag):
                self.ledgers[path].tags_out.add(tag)

    def tags(self, path: str) -> list[str]:
        file, _ = read_file(path, "events", self.files[path])
        return list(map(str, file.values.get("tags") or []))

    def write_tags(self, path: str, tags: list[str]) -> None:
        inside = ", ".join(scalar(tag, in_flow=True) for tag in tags)
        text = self.files[path].decode()
        text = re.sub(r"(?m)^tags:[^\n]*\n", "", text, count=1)
        line = f"tags: [{inside}]{self.newline(path)}"
        self.files[path] = text.replace("\n", f"\n{line}", 1).encode()
        self.approve(path)

    def comment(self, path: str) -> None:
        self.count += 1
        line = f"# a remark, number {self.count}"
        text = self.files[path].decode()
        text = text.replace("\n", f"\n{line}{self.newline(path)}", 1)
        self.files[path] = text.encode()
        self.ledgers[path].lines.add(line)

    def own_key(self, path: str) -> None:
        self.count += 1
        line = f"zz-own-{self.count}: kept"
        text = self.files[path].decode()
        text = text.replace("\n", f"\n{line}{self.newline(path)}", 1)
        self.files[path] = text.encode()
        self.ledgers[path].lines.add(line)

    def write_body(self, path: str) -> None:
        self.count += 1
        file, _ = read_file(path, "events", self.files[path])
        body = f"\nMy own words, {self.count}.  \n\n\n"
        head = str(file.parts)[: -len(file.parts.body) or None]
        self.files[path] = f"{head}{body}".encode()
        self.ledgers[path].body = body

    def review(self, path: str) -> None:
        self.set(path, "status", "reviewed")
        self.ledgers[path].reviewed = {}
        self.approve(path)

    def approve(self, path: str) -> None:
        """In a reviewed file, title, tags and a date that is there are fixed."""
        ledger = self.ledgers[path]
        if ledger.reviewed is not None:
            file, _ = read_file(path, "events", self.files[path])
            fixed = {key: file.values.get(key) for key in ("title", "tags")}
            if "date" in file.values:
                fixed["date"] = file.values["date"]
            ledger.reviewed = fixed

    def delete(self, path: str) -> None:
        del self.files[path]
        self.ledgers.pop(path, None)
        self.deleted.add(path)

    def rename(self, path: str) -> None:
        self.count += 1
        new = f"content/events/renamed-{self.count}.md"
        self.files[new] = self.files.pop(path)
        self.ledgers[new] = self.ledgers.pop(path, Ledger())
        self.deleted.add(path)

    def remove_citation(self, path: str) -> None:
        file, _ = read_file(path, "events", self.files[path])
        cited = quotes(file)
        text = str(file.parts)
        blocks = re.split(r"(?m)^(?=  - source)", file.parts.header)
        if len(cited) < 2 or len(blocks) != len(cited) + 1:
            return
        index = self.chance.randrange(len(cited))
        block = blocks[index + 1]
        lines = block.splitlines(keepends=True)
        own = [line for line in lines if line.startswith("  ")]
        text = text.replace("".join(own), "", 1)
        self.files[path] = text.encode()
        others = [s for other in self.read() for s in quotes(other)]
        self.ledgers[path].cited.discard(cited[index])
        known = b"".join(self.records.values()).decode()
        if cited[index] not in others and cited[index] in known:
            self.sentences_out.add(cited[index])

    def use_crlf(self, path: str) -> None:
        text = self.files[path].decode().replace("\r\n", "\n").replace("\n", "\r\n")
        self.files[path] = text.encode()
        body = self.ledgers[path].body
        if body is not None:
            body = body.replace("\r\n", "\n").replace("\n", "\r\n")
            self.ledgers[path].body = body

    def newline(self, path: str) -> str:
        return "\r\n" if self.files[path].startswith(b"---\r\n") else "\n"


def quotes(file: ContentFile) -> list[str]:
    """The exact words of each citation of a file."""
    cited = file.values.get("citations") or []
    return [str(c["exact"]) for c in cited if isinstance(c, dict)]


@settings(
    max_examples=HISTORIES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.integers(0, 2**32), st.integers(1, 6))
def test_no_history_undoes_what_a_person_did(seed: int, rounds: int) -> None:
    world = World(random.Random(seed))
    world.regenerate()
    for _ in range(rounds):
        for _ in range(world.chance.randint(0, 4)):
            world.edit()
        world.regenerate()
