"""What was made of single things, known again in the next site of a preview."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Found = TypeVar("Found")


class Remembered(Generic[Thing, Found]):
    """What was made of things, each under a name of its own.

    It is made again where another thing has that name, so that a site can hand this on
    to the next: only what is made of nothing but the thing belongs here.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Thing, Found]] = {}

    def of(self, name: Hashable, thing: Thing, make: Callable[[Thing], Found]) -> Found:
        """What *make* makes of *thing*, or made of an equal one with that *name*."""
        known = self._known.get(name)
        if known is None or not (known[0] is thing or known[0] == thing):
            known = self._known[name] = thing, make(thing)
        return known[1]
