"""Reads the case files of this folder.

A case is a title line that begins with "#", one line of text, and an indented line
for each expected expression: phrase | TIMEX3 value | EDTF | modifier or basis words.
A text without such a line must give none. "-" means that there is no EDTF value.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    expected: list[str]


def cases(name: str) -> list[object]:
    """The cases of a file, each a pytest parameter with its title as the id."""
    found: list[Case] = []
    title = ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            title = line[2:]
        elif line.startswith("  "):
            found[-1].expected.append(" ".join(line.split()))
        elif line:
            found.append(Case(title, line, []))
    return [pytest.param(case, id=case.title) for case in found]
