"""What is known from the last time, and what is asked again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import pytest

from generator.model.each import Each, in_turn, once, settling
from generator.work import LastTime

ASKED: list[object] = []


@pytest.fixture(autouse=True)
def asked() -> list[object]:
    ASKED.clear()
    return ASKED


def length(words: tuple[str, ...]) -> int:
    ASKED.append(words)
    return len(words)


@settling
def sorted_words(words: tuple[str, ...]) -> list[str]:
    ASKED.append(words)
    return sorted(words)


def unsettled(words: tuple[str, ...]) -> list[str]:
    return sorted(words)


@settling
def total(lengths: Iterable[int]) -> int:
    ASKED.append("total")
    return sum(lengths)


A, B, C = (["a"], 1), (["b"], 2), (["c"], 3)


def test_what_was_asked_last_time_is_not_asked_again(asked: list[object]) -> None:
    each = LastTime()
    assert each(length, [A, B]) == (2, 2)
    assert each(length, [A, C]) == (2, 2)
    assert asked == [A, B, C]


@pytest.mark.parametrize(
    ("now", "asked_again"),
    [([A, B, C], []), ([B, C], []), ([A, C], []), ([A], []), ([], [])],
    ids=["the-same", "first-gone", "middle-gone", "end-gone", "all-gone"],
)
def test_what_is_gone_leaves_the_others_known(
    now: list[tuple[list[str], int]], asked_again: list[object], asked: list[object]
) -> None:
    each = LastTime()
    each(length, [A, B, C])
    asked.clear()
    assert list(each(length, now)) == [2] * len(now)
    assert asked == asked_again


def test_what_is_new_is_asked_alone(asked: list[object]) -> None:
    each = LastTime()
    each(length, [A, C])
    asked.clear()
    each(length, [A, B, C])
    assert asked == [B]


def test_equal_but_other_objects_are_asked_again(asked: list[object]) -> None:
    each = LastTime()
    each(length, [(["a"], 1)])
    each(length, [(["a"], 1)])
    assert len(asked) == 2


def test_equal_texts_and_numbers_are_known_wherever_they_come_from(
    asked: list[object],
) -> None:
    each = LastTime()
    for _ in range(2):
        each(length, [("".join(["a", "b"]), int("1000"), (int("2000"),))])
    assert len(asked) == 1
    each(length, [("ab", 1000, (2000.0,))])
    assert len(asked) == 2


def times(factor: list[int], words: tuple[str, ...]) -> int:
    ASKED.append(words)
    return factor[0] * len(words)


def test_another_context_asks_all_again(asked: list[object]) -> None:
    each = LastTime()
    factor = [2]
    each(partial(times, factor), [A, B])
    each(partial(times, factor), [A, B])
    assert asked == [A, B]
    assert each(partial(times, [3]), [A, B]) == (6, 6)
    assert asked == [A, B, A, B]


def test_an_equal_result_of_a_settling_function_is_the_one_of_last_time() -> None:
    each = LastTime()
    (before,) = each(sorted_words, [("b", "a")])
    (after,) = each(sorted_words, [("a", "b")])
    assert after is before
    (before,) = each(unsettled, [("b", "a")])
    (after,) = each(unsettled, [("a", "b")])
    assert after == before
    assert after is not before


def test_what_is_made_of_settled_results_is_not_made_again(
    asked: list[object],
) -> None:
    each = LastTime()

    def both(values: list[tuple[list[str], int]]) -> int:
        return once(each, total, tuple(each(length, values)))

    assert both([A, B]) == 4
    assert both([A, C]) == 4
    assert asked.count("total") == 1


@pytest.mark.parametrize("each", [in_turn, LastTime()], ids=["in-turn", "last-time"])
def test_the_result_is_that_of_the_function(each: Each) -> None:
    for values in ([A, B], [A, C], [B], [C, B, A], []):
        assert list(each(length, values)) == [len(value) for value in values]
