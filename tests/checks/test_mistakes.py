"""Every mistake that we know editors to make, and what they are told, word for word.

The cases stand in `mistakes.txt`: what is typed in place of what, and the answer.
Set UPDATE_GOLDEN to write the answers anew; the difference is then read by a person.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from drawing import bomb, picture, place, plain

from generator import disk
from generator.checks import findings
from generator.config import Project
from generator.disk import Files
from generator.media import read_pictures
from generator.model.each import Each, in_turn
from generator.model.sources import Document
from generator.problems import Problem
from generator.store import read_content, with_excerpts
from generator.work.between_builds import BetweenBuilds

TABLE = Path(__file__).with_name("mistakes.txt")
INVISIBLE = {
    **{"⇥": "\t", "⍽": "\u00a0", "␉": "\r", "﹝BOM﹞": "\ufeff", "␀": "\0"},
    **{"﹝ZERO﹞": "\u200b", "﹝LINE﹞": "\u2028", "﹝SOFT﹞": "\u00ad"},
}
ENCODINGS = ("latin-1", "utf-16")

POST = Document(
    "post",
    "seeds/post.txt",
    "The harbour bridge opened on 12 July 2019.\n"
    "“It is open,” the mayor’s office said.\n"
    "The ferry did not stop, and 15 crossings were made.\n"
    "The ferry stopped later. The ferry stopped for good.\n",
    sha256="ab" * 32,
)
HERALD = Document(
    "herald", "seeds/herald.txt", "A second bridge is planned.\n", sha256="cd" * 32
)
FILES = {
    "events/bridge": """\
---
title: Harbour bridge opens
date: "2019-07-12"
people: [ada-harbour]
tags: [port]
related: [second-bridge]
citations:
  - source: post
    exact: "The harbour bridge opened on 12 July 2019."
    says:
      date: "2019-07-12"
      phrase: "12 July 2019"
      basis: stated
---

The bridge opened to all.
It is [the first](second-bridge.md) of two.
""",
    "events/second-bridge": """\
---
title: A second bridge
factuality: planned
tags: [port]
citations:
  - source: herald
    exact: "A second bridge is planned."
    says: {phrase: is planned, needs: a date}
media:
  - file: bridge.png
    alt: A bridge with two arches
    credit: Ada Harbour
    licence: CC0-1.0
---
""",
    "sources/post": """\
---
title: Harbour news
issued: "2019-07-13"
accessed: "2019-08-01"
language: en
---
""",
    "sources/herald": "---\ntitle: Harbour herald\n---\n",
    "entities/ada-harbour": """\
---
prefLabel: Ada Harbour
kind: person
altLabel: [the mayor]
---
""",
    "pages/about": "---\ntitle: About\n---\n\nOf [Ada](../entities/ada-harbour.md).\n",
}
PICTURES = {
    "bridge.png": picture("PNG"),
    "pier/Mole.jpg": picture("JPEG"),
    "placed.jpg": picture("JPEG", exif=place()),
    "torn.jpg": picture("JPEG", (400, 300))[:900],
    "moves.gif": picture("GIF", save_all=True, append_images=[plain("blue")]),
    "huge.png": bomb(9000, 9000),
    "bomb.png": bomb(60_000, 60_000),
    "photo.heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "film.mp4": b"\0\0\0\x18ftypisom\0\0\0\0isom",
    "map.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "notes.txt": b"The bridge.",
}
"""Files in `content/media/`; but for the first, only where a mistake names them."""
ALWAYS = "undated"
"""The code of the one note that the second bridge gives without any mistake."""


@dataclass(frozen=True)
class Case:
    """A mistake by its kind and name: in *file*, *new* is typed where *old* stands
    first, or in place of the whole file."""

    name: str
    file: str
    old: str
    new: str
    told: str

    def __str__(self) -> str:
        lines = [f"== {self.name}", f"@ {self.file}"]
        lines += [f"- {line}" for line in self.old.split("\n")] if self.old else []
        lines += [f"+ {line}" for line in self.new.split("\n")]
        lines += [f"| {line}".rstrip() for line in self.told.split("\n")]
        return "\n".join(lines)


def cases() -> Iterator[Case]:
    for block in re.split(r"^== ", TABLE.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.rstrip("\n").split("\n")
        parts = {
            mark: "\n".join(line[2:] for line in lines if line[:1] == mark)
            for mark in "@-+|"
        }
        yield Case(name, *parts.values())


def lay_out(case: Case, root: Path) -> None:
    """The project with this one mistake in it."""
    for name, text in FILES.items():
        if name == case.file:
            assert case.old in text, case.name
            text = text.replace(case.old, case.new, 1) if case.old else case.new
            for sign, meant in INVISIBLE.items():
                text = text.replace(sign, meant)
        path = root / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        own = [encoding for encoding in ENCODINGS if case.name.endswith(encoding)]
        encoding = own[0] if own and name == case.file else "utf-8"
        path.write_bytes(text.encode(encoding))
    for name, data in PICTURES.items():
        if name == "bridge.png" or Path(name).name.lower() in case.new.lower():
            path = root / "content/media" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def problems_of(case: Case, root: Path) -> list[Problem]:
    """What is said of the project with this one mistake in it."""
    lay_out(case, root)
    return problems_in(root, Files(), in_turn)


def problems_in(root: Path, files: Files, each: Each) -> list[Problem]:
    content, problems = read_content(root / "content", root, files, each)
    pictures, odd = read_pictures(Project(root))
    found = {*problems, *odd, *findings(content, [POST, HERALD], pictures, each)}
    return with_excerpts([p for p in found if p.code != ALWAYS], root)


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_like_this(case: Case, tmp_path: Path) -> None:
    told = "\n".join(map(str, problems_of(case, tmp_path)))
    for sign, meant in INVISIBLE.items():
        told = told.replace(meant, sign)
    if not os.environ.get("UPDATE_GOLDEN"):
        assert [line.rstrip() for line in told.split("\n")] == case.told.split("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_told_again_by_the_next_build(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of which each file is known: none is read but for the place of a mistake."""
    monkeypatch.setattr(disk, "_TICK", 0)
    first = problems_of(case, tmp_path)
    for _ in range(2):
        each = BetweenBuilds(tmp_path / "kept.jsonl")
        assert problems_in(tmp_path, each.files, each) == first
        each.keep()


@pytest.mark.skipif(not os.environ.get("UPDATE_GOLDEN"), reason="writes the table")
def test_the_table_is_written_anew(tmp_path: Path) -> None:
    written = []
    for number, case in enumerate(CASES):
        told = "\n".join(map(str, problems_of(case, tmp_path / str(number))))
        for sign, meant in INVISIBLE.items():
            told = told.replace(meant, sign)
        written.append(str(Case(case.name, case.file, case.old, case.new, told)))
    TABLE.write_text("\n\n".join(written) + "\n", "utf-8")


def test_without_a_mistake_nothing_is_told(tmp_path: Path) -> None:
    case = Case("none", "events/bridge", "port", "port", "")
    assert problems_of(case, tmp_path) == []


def test_every_mistake_is_told_with_a_place_and_a_next_step() -> None:
    assert len(CASES) >= 80
    assert len({case.name for case in CASES}) == len(CASES)
    for case in CASES:
        assert case.told, f"{case.name} passes unseen"
        assert case.told.startswith("content/"), case.name
        told = re.findall(r"^content/", case.told, re.MULTILINE)
        assert case.told.count("\n  hint: ") == len(told)
