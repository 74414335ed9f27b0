"""An address that was once on the web leads to what it was about, whatever editors
renamed, merged or rewrote since; ten years of that, drawn by lot.

Each history is known by its number: set DATELINE_WALKS for more than in a usual run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from support.fresh_process import AT_ONCE, Nursery

WALKS = max(1, int(os.environ.get("DATELINE_WALKS", "150")) // 50)
YEARS, EDITS_A_YEAR = 10, 4
EVENTS, NAMES, PAPERS = 8, 5, 3
REDIRECTS = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@dataclass(slots=True)
class Thing:
    """An event, a name or a source: its ids from the first to the one it has, and the
    words by which its page is told from all others. Merging joins two of both."""

    folder: str
    ids: list[str]
    marks: set[str]
    lines: list[str]
    text: str = ""

    @property
    def file(self) -> str:
        return f"content/{self.folder}/{self.ids[-1]}.md"

    @property
    def written(self) -> str:
        former = self.ids[:-1]
        aliases = [f"aliases: [{', '.join(former)}]"] if former else []
        return "\n".join(["---", *self.lines, *aliases, "---", "", self.text, ""])


@dataclass(slots=True)
class Newsroom:
    """A project and what stands in it."""

    root: Path
    random: Random
    things: list[Thing] = field(default_factory=list)

    def lay_out(self) -> None:
        settings = '[site]\ntitle = "Harbour"\nbase_url = "https://example.org/"\n'
        for folder in ("events", "sources", "entities"):
            (self.root / "content" / folder).mkdir(parents=True)
        (self.root / "seeds").mkdir()
        (self.root / "dateline.toml").write_text(settings)
        for number in range(PAPERS):
            told = (f"Line {line} of paper {number}." for line in range(EVENTS))
            text = "\n\n".join((f"Paper {number}", *told))
            (self.root / f"seeds/paper-{number}.txt").write_text(f"{text}\n")
            lines = [f"title: Papermark{number}", 'issued: "2024-01-02"']
            self.add(
                Thing("sources", [f"paper-{number}"], {f"Papermark{number}"}, lines)
            )
        for number in range(NAMES):
            lines = [f"prefLabel: Namemark{number}", "kind: person"]
            self.add(
                Thing("entities", [f"name-{number}"], {f"Namemark{number}"}, lines)
            )
        for number in range(EVENTS):
            lines = [
                f"title: The harbour opens {number}",
                f'date: "202{number % 4}-0{1 + number % 9}"',
                "status: reviewed",
                f"people: [name-{number % NAMES}]",
                "citations:",
                f"  - source: paper-{number % PAPERS}",
                f"    exact: Line {number} of paper {number % PAPERS}.",
            ]
            mark = f"Eventmark{number}"
            self.add(Thing("events", [f"event-{number}"], {mark}, lines, mark))

    def add(self, thing: Thing) -> None:
        self.things.append(thing)
        self.save(thing)

    def save(self, thing: Thing) -> None:
        (self.root / thing.file).write_text(thing.written)

    def any(self, *folders: str) -> Thing:
        return self.random.choice([t for t in self.things if t.folder in folders])

    # --- what editors do ---

    def rename(self) -> None:
        """A source keeps its file's name: what was read goes by it."""
        thing = self.any("events", "entities")
        (self.root / thing.file).unlink()
        thing.ids.append(f"{thing.ids[0]}-then-{len(thing.ids)}")
        self.save(thing)

    def name_anew_as_before(self) -> None:
        """Back to the first name, which the aliases then no longer hold."""
        thing = self.any("events", "entities")
        (self.root / thing.file).unlink()
        first = thing.ids.pop(0)
        thing.ids.append(first)
        self.save(thing)

    def merge(self) -> None:
        """One file is kept, and takes the ids of the other."""
        kept = self.any("events", "entities")
        same = [t for t in self.things if t.folder == kept.folder and t is not kept]
        if len(same) < 2:
            return
        gone = self.random.choice(same)
        (self.root / gone.file).unlink()
        self.things.remove(gone)
        kept.ids[:0] = gone.ids
        kept.marks |= gone.marks
        self.save(kept)

    def rewrite(self) -> None:
        thing = self.any("events")
        number = self.random.randrange(1000)
        title = f"title: “The ferry” no. {number}: opened?"
        date = f'date: "{self.random.choice(["2019", "2021-05-06", "2022-03~"])}"'
        thing.lines = [f'title: "{title[7:]}"', date, *thing.lines[2:]]
        thing.text = f"{thing.text} It was so."
        self.save(thing)

    def correct_a_label(self) -> None:
        thing = self.any("entities")
        (mark, *_) = sorted(thing.marks)
        thing.lines[0] = f"prefLabel: {mark} {self.random.choice(['Quay', 'Pier'])}"
        self.save(thing)

    @property
    def edits(self) -> list[Callable[[], None]]:
        return [
            *(self.rename, self.rename, self.name_anew_as_before, self.merge),
            *(self.rewrite, self.correct_a_label),
        ]


def arrived_at(site: Path, path: str) -> str:
    """The page to which the address *path* leads, through all redirections."""
    for _ in range(5):
        file = site / path
        assert file.is_file(), f"{path} is gone"
        text = file.read_text()
        to = REDIRECTS.search(text)
        if to is None:
            return text
        path = os.path.normpath(os.path.join(os.path.dirname(path), to[1]))
    pytest.fail(f"{path} leads round in circles")


@pytest.mark.parametrize("number", range(WALKS))
def test_every_address_leads_to_what_it_was_about_after_ten_years(
    number: int, tmp_path: Path, nursery: Nursery
) -> None:
    newsroom = Newsroom(tmp_path, Random(number))
    newsroom.lay_out()
    known: dict[str, str] = {}
    """Every address there ever was, with a word of what it was about."""
    for _ in range(YEARS):
        ended = nursery.run(["build", "--project", tmp_path], AT_ONCE)
        assert ended.code == 0, ended.said
        for thing in newsroom.things:
            page = f"{thing.folder}/{thing.ids[-1]}/index.html"
            known.setdefault(page, min(thing.marks))
        for page, mark in known.items():
            (now,) = (thing for thing in newsroom.things if mark in thing.marks)
            shown = arrived_at(tmp_path / "site", page)
            assert any(mark in shown for mark in now.marks), f"{page} is about another"
            for beside in ("index.json", "feed.xml", "feed.json"):
                if beside == "index.json" or page.startswith("entities"):
                    assert (tmp_path / "site" / page).with_name(beside).is_file()
        for edit in newsroom.random.choices(newsroom.edits, k=EDITS_A_YEAR):
            edit()
