"""Applies functions to what has changed since the last time; the rest is known.

For a process that does the same again and again over almost the same values, as the
preview does after every save.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress, starmap
from operator import is_not
from threading import RLock
from typing import Any, cast

from generator.model.each import Found, Given, settles

_NEVER = object()
_MOST_KNOWN = 64
"""Of so many pairs of tuples it is remembered where they differ."""

_Values = tuple[object, ...]
_Difference = tuple[_Values, _Values, Collection[int]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a function was asked last, and what it gave."""

    context: _Values = ()
    values: _Values = ()
    results: _Values = ()

    def like(self, values: _Values) -> _Asked:
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

    A value is known again when it is the same object, an equal text or number, or a
    tuple of such: nothing is hashed, so ten thousand values that did not
    change cost half a millisecond, and nothing where they come as the very tuple that
    another function was asked about or gave. Where a function settles
    (`model.each.settling`), a result that comes out equal is replaced by that of the
    last time: then it is the same object, and what is made of it is known as well.

    A function with what is bound to it (`partial`) must be asked from one place only.
    Of several threads, one is answered after the other.
    """

    def __init__(self) -> None:
        self._one_by_one = RLock()  # a function may itself ask
        self._asked: dict[Callable[..., object], _Asked] = {}
        self._changes = _Changes()

    def __call__(
        self, function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> tuple[Found, ...]:
        with self._one_by_one:
            return self._found(function, values)

    def _found(
        self, function: Callable[[Given], Found], values: Sequence[Given]
    ) -> tuple[Found, ...]:
        rule, context = _parts(function)
        values = tuple(values)
        last = self._asked.get(rule, _Asked())
        if not _same(context, last.context):
            last = _Asked(context, (_NEVER,) * len(last.values), last.results)
        old = last.like(values)
        settling = settles(rule)
        changed: dict[int, object] = {}
        for place in self._changes.between(old.values, values):
            if not _same(values[place], old.values[place]):
                found = function(values[place])
                if not settling or found != old.results[place]:
                    changed[place] = found
        results = _with(changed, old.results)
        if changed:
            self._changes.know(old.results, results, changed)
        self._asked[rule] = _Asked(context, values, results)
        return cast(tuple[Found, ...], results)


class _Changes:
    """Where two tuples of one length hold other objects.

    What is found once is remembered, since the values that one function gives are
    those about which the next one is asked, and several are asked about the same.
    """

    def __init__(self) -> None:
        self._known: dict[
            tuple[int, int], tuple[_Values, _Values, Collection[int]]
        ] = {}

    def between(self, old: _Values, new: _Values) -> Collection[int]:
        if old is new:
            return ()
        known = self._known.get((id(old), id(new)))
        if known is not None:  # it holds both, so no other object has their numbers
            return known[2]
        places = [*compress(range(len(new)), map(is_not, new, old))]
        self.know(old, new, places)
        return places

    def know(self, old: _Values, new: _Values, places: Collection[int]) -> None:
        """*places* are all where the two differ."""
        if len(self._known) == _MOST_KNOWN:
            del self._known[next(iter(self._known))]  # the oldest
        self._known[id(old), id(new)] = old, new, places


def _with(changed: Mapping[int, object], values: _Values) -> _Values:
    """*values* with those at some places changed; the same object where none is."""
    if not changed:
        return values
    found = list(values)
    for place, value in changed.items():
        found[place] = value
    return tuple(found)


def _parts(
    function: Callable[..., Any],
) -> tuple[Callable[..., object], _Values]:
    """The function alone, and what is bound to it."""
    if isinstance(function, partial):
        return function.func, (*function.args, *function.keywords.values())
    return function, ()


def _same(one: object, other: object) -> bool:
    """True for one and the same object, equal texts or numbers, and tuples of such."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if type(one) is str or type(one) is int:
        return one == other
    if type(one) is not tuple or type(other) is not tuple or len(one) != len(other):
        return False
    others = compress(zip(one, other, strict=True), map(is_not, one, other))
    return all(starmap(_same, others))
