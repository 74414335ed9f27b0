"""Problems told of files as they were read, at the lines where these stand once
written. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from generator.problems import Origin, Problem
from generator.store.cut import decode
from generator.store.revision import Revision


def moved(
    problems: Iterable[Problem], revision: Revision, written: Collection[str]
) -> Iterator[Problem]:
    """*problems*, each where its line is after *revision* has *written* these files.

    A line that was replaced is sought at its number among those that replace it; of
    one that is gone, the next. What is told of a file that is gone has no line.
    """
    steps = (step.content for step in revision.steps if step.content is not None)
    writes = {write.path: write for write in steps if write.path in written}
    ways = {
        path: _lines(write.expected, write.data, path) if write.data else []
        for path, write in writes.items()
        if write.expected
    }
    for problem in problems:
        origin = problem.origin
        way = ways.get(origin.path)
        if way is None or not origin.line:
            yield problem
        elif not way:
            yield replace(problem, origin=Origin(origin.path))
        else:
            there = replace(origin, line=way[min(origin.line, len(way)) - 1])
            yield replace(problem, origin=there)


def _lines(before: bytes, after: bytes, path: str) -> list[int]:
    """For each line of *before*, its number in *after*, from 1."""
    old, new = (decode(data, path).split("\n") for data in (before, after))
    numbers = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, start, end, begin, stop in matcher.get_opcodes():
        last = max(begin, stop - 1)
        numbers += [min(begin + i, last) + 1 for i in range(end - start)]
    return numbers
