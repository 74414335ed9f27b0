"""Everything that may be wrong with a file, and what the commands do about it.

The cases stand in `bad_input.py`, what `dateline check` says of each in
`bad_input.txt`, word for word but for excerpts. Set UPDATE_GOLDEN to write the answers
anew; the difference is then read by a person.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bad_input import CASES, Case, lay_out

from generator.cli import main

ANSWERS = Path(__file__).with_name("bad_input.txt")
FINE, REFUSED = 0, 1
MOST = 3
"""So many problems of a file made to hurt are compared, and the others counted."""

_EXCERPT = re.compile(r"  +\d* \| .*\n|  +\| .*\n")
_USUAL = re.compile(r".* \[date-unsaid\]\n  hint: .*\n|\d+ (?:note|error|warning).*\n")
"""What is said of the project without any mistake; and the sums."""


def said(text: str, root: Path) -> list[str]:
    """The problems in *text*, each with its hint."""
    text = _USUAL.sub("", _EXCERPT.sub("", text)).replace(str(root), "PROJECT")
    found = re.split(r"\n(?!  hint: )", text.rstrip("\n")) if text else []
    more = [f"and {len(found) - MOST} more"] if len(found) > MOST + 1 else []
    return found[: MOST if more else None] + more


def answers() -> Iterator[tuple[str, tuple[int, list[str]]]]:
    for block in ANSWERS.read_text("utf-8").split("\n\n"):
        name, code, *lines = block.rstrip("\n").split("\n")
        told = "\n".join(line.removeprefix("| ") for line in lines)
        problems = re.split(r"\n(?!  hint: )", told) if told else []
        yield name.removeprefix("== "), (int(code.removeprefix("= ")), problems)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return lay_out(tmp_path / "project")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_is_told_or_borne(
    case: Case, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case.damage(root)
    code = main(["check", "--project", str(root)])
    out, err = capsys.readouterr()
    told = code, said(out + err, root)
    if os.environ.get("UPDATE_GOLDEN"):
        ANSWERS_NOW[case.name] = told
    else:
        assert told == ANSWERED[case.name]
    assert main(["build", "--project", str(root)]) == code
    out, err = capsys.readouterr()
    assert set(root.parent.iterdir()) == {root}
    if code == REFUSED:
        assert not (root / "site").exists()
        assert said(err, root) == told[1]
    else:
        assert case.shows in page(root)


def page(root: Path) -> str:
    """The event's page; that of the whole timeline, where it was renamed."""
    places = (root / "site/events/bridge/index.html", root / "site/index.html")
    return next(place for place in places if place.exists()).read_text("utf-8")


ANSWERED = dict(answers()) if ANSWERS.exists() else {}
ANSWERS_NOW: dict[str, tuple[int, list[str]]] = {}


@pytest.mark.skipif(not os.environ.get("UPDATE_GOLDEN"), reason="writes the answers")
def test_the_answers_are_written_anew() -> None:
    blocks = []
    for name, (code, problems) in ANSWERS_NOW.items():
        lines = [f"| {line}" for line in "\n".join(problems).split("\n") if line]
        blocks.append("\n".join([f"== {name}", f"= {code}", *lines]))
    ANSWERS.write_text("\n\n".join(blocks) + "\n", "utf-8")


def test_every_case_has_a_name_of_its_own_and_an_answer() -> None:
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    assert set(ANSWERED) == set(names)
    refused = [told for code, told in ANSWERED.values() if code == REFUSED]
    assert len(refused) >= 100
    assert all(told for told in refused)
