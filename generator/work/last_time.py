"""Applies functions to what has changed since the last time; the rest is known.

For a process that does the same again and again over almost the same values, as the
preview does after every save.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import is_, is_not
from typing import Any, cast

from generator.model.each import Found, Given, settles

_NEVER = object()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a function was asked last, and what it gave."""

    context: tuple[object, ...] = ()
    values: tuple[object, ...] = ()
    results: tuple[object, ...] = ()

    def like(self, values: tuple[object, ...]) -> _Asked:
        """The same with a place for each of *values*; of another number of them,
        those that are the same objects keep their results."""
        if len(values) == len(self.values):
            return self
        known = dict(zip(map(id, self.values), self.results, strict=True))
        results = tuple(known.get(id(value), _NEVER) for value in values)
        known_values = (
            _NEVER if result is _NEVER else value
            for value, result in zip(values, results, strict=True)
        )
        return _Asked(self.context, tuple(known_values), results)


class LastTime:
    """An `Each` that asks a function only about what it was not asked the last time.

    A value is known again when it is the same object, a text of the same letters, or a
    tuple of the same objects: nothing is hashed, so ten thousand values that did not
    change cost half a millisecond. Where a function settles (`model.each.settling`), a
    result that comes out equal is replaced by that of the last time: then it is the
    same object, and what is made of it is known as well.

    A function with what is bound to it (`partial`) must be asked from one place only.
    Not for several threads.
    """

    def __init__(self) -> None:
        self._asked: dict[Callable[..., object], _Asked] = {}

    def __call__(
        self, function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> tuple[Found, ...]:
        rule, context = _parts(function)
        values = tuple(values)
        last = self._asked.get(rule, _Asked())
        if not _same(context, last.context):
            last = _Asked(context, (_NEVER,) * len(last.values), last.results)
        elif _same(values, last.values):
            return cast(tuple[Found, ...], last.results)
        old = last.like(values)
        results = list(old.results)
        settling = settles(rule)
        differing = map(is_not, values, old.values)
        for place in [place for place, differs in enumerate(differing) if differs]:
            if not _same(values[place], old.values[place]):
                found = function(values[place])
                if not settling or found != results[place]:
                    results[place] = found
        self._asked[rule] = _Asked(context, values, tuple(results))
        return cast(tuple[Found, ...], tuple(results))


def _parts(
    function: Callable[..., Any],
) -> tuple[Callable[..., object], tuple[object, ...]]:
    """The function alone, and what is bound to it."""
    if isinstance(function, partial):
        return function.func, (*function.args, *function.keywords.values())
    return function, ()


def _same(one: object, other: object) -> bool:
    """True for one and the same object, equal texts, and tuples of the same objects."""
    if one is other:
        return True
    if type(one) is str:
        return one == other
    if type(one) is not tuple or type(other) is not tuple or len(one) != len(other):
        return False
    return all(map(is_, one, other)) or all(map(_same, one, other))
