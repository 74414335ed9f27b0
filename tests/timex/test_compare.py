"""Two programs side by side on the same documents."""

from __future__ import annotations

import pytest

from bench.timex.compare import METRICS, Difference, Side, difference
from bench.timex.scorer import Span

TEXT = "It opened on 12 July 2025 and closed on Friday."
GOLD = [Span(13, 25, "DATE", "2025-07-12"), Span(40, 46, "DATE", "2025-07-18")]
WRONG_DAY = [GOLD[0], Span(40, 46, "DATE", "2025-07-11")]


def side(*documents: list[Span]) -> Side:
    counted = Side()
    for found in documents:
        counted.add(TEXT, GOLD, found)
    return counted


@pytest.mark.parametrize("what", METRICS)
def test_a_program_does_not_differ_from_itself(what: str) -> None:
    one = side(GOLD, WRONG_DAY, [])
    found = difference(one.every, one.every, what)
    assert (found.ours - found.theirs, found.low, found.high) == (0, 0, 0)


def test_a_difference_is_ours_less_theirs() -> None:
    found = difference(side(GOLD).every, side(WRONG_DAY).every, "value")
    assert found == Difference(ours=100, theirs=50, low=50, high=50)


def test_what_differs_in_some_documents_has_an_interval_around_it() -> None:
    ours, theirs = side(GOLD, GOLD, GOLD), side(GOLD, WRONG_DAY, GOLD)
    found = difference(ours.every, theirs.every, "value")
    assert found.low <= found.ours - found.theirs <= found.high
    assert (found.low, found.high) == (0, 50)


def test_the_days_are_found_by_kind_and_right_by_kind() -> None:
    counted = side(WRONG_DAY)
    assert counted.found == {"full date": 1, "weekday": 1}
    assert counted.right == {"full date": 1, "weekday": 0}
