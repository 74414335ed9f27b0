"""What was told of a file before it was written is told of the same line after."""

from __future__ import annotations

import pytest

from generator.problems import Origin, Problem, Severity
from generator.store.edits import Revision, moved
from generator.store.revision import FileWrite, Step

BRIDGE = "content/events/bridge.md"
BEFORE = (
    b"---\r\ntitle: Bridge\r\ndate: 2019\r\ntags: [port]\r\nmood: bright\r\n---\r\n"
)


def lines_after(after: bytes | None, *lines: int, path: str = BRIDGE) -> list[int]:
    revision = Revision(steps=(Step(FileWrite(BRIDGE, BEFORE, after)),))
    told = [
        Problem(Origin(path, line, int(line > 0)), Severity.NOTE, "c", "m")
        for line in lines
    ]
    there = list(moved(told, revision, [BRIDGE]))
    assert [p.message for p in there] == [p.message for p in told]
    return [problem.origin.line for problem in there]


@pytest.mark.parametrize(
    ("after", "line"),
    [
        (BEFORE, 5),
        (BEFORE.replace(b"date: 2019", b"date: 2019-07-12"), 5),
        (BEFORE.replace(b"tags", b"places:\r\n  - pier\r\ntags"), 7),
        (BEFORE.replace(b"tags: [port]\r\n", b""), 4),
    ],
    ids=["the same", "a value", "lines before it", "a line less"],
)
def test_a_problem_goes_with_its_line(after: bytes, line: int) -> None:
    assert lines_after(after, 0, 1, 2, 5) == [0, 1, 2, line]


def test_a_problem_of_a_replaced_line_stays_where_that_was() -> None:
    assert lines_after(BEFORE.replace(b"date: 2019", b"date: 2020"), 3) == [3]


def test_a_problem_of_a_line_that_is_gone_is_told_of_the_next() -> None:
    assert lines_after(BEFORE.replace(b"date: 2019\r\n", b""), 3) == [3]


def test_a_problem_of_a_file_that_is_gone_has_no_line() -> None:
    assert lines_after(None, 2) == [0]


def test_a_problem_of_another_file_stays() -> None:
    after = BEFORE.replace(b"title", b"status: proposed\r\ntitle")
    assert lines_after(after, 2, path="content/events/ferry.md") == [2]


def test_a_problem_of_a_file_that_was_not_written_stays() -> None:
    after = BEFORE.replace(b"title", b"status: proposed\r\ntitle")
    revision = Revision(steps=(Step(FileWrite(BRIDGE, BEFORE, after)),))
    told = [Problem(Origin(BRIDGE, 2, 1), Severity.NOTE, "c", "m")]
    assert list(moved(told, revision, [])) == told
