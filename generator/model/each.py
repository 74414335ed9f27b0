"""How one function is applied to many values: in turn here, elsewhere by several
processes, on several machines, or from what an earlier run remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

Given = TypeVar("Given")
Found = TypeVar("Found")


class Each(Protocol):
    """Gives `function(value)` for each of the values, in their order.

    The function must be one of a module, or a partial of one, and pure: it may run in
    another process, and not at all where its result is known.
    """

    def __call__(
        self, function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> Iterable[Found]: ...


def in_turn(
    function: Callable[[Given], Found], values: Sequence[Given], /
) -> Iterable[Found]:
    """One value after the other, in this process."""
    return map(function, values)


def once(each: Each, function: Callable[[Given], Found], value: Given) -> Found:
    """`function(value)`, as *each* gives it."""
    (found,) = each(function, [value])
    return found


Function = TypeVar("Function", bound=Callable[..., Any])
_SETTLING: set[Callable[..., Any]] = set()


def settling(function: Function) -> Function:
    """Marks a *function* whose results `==` tells apart wholly: one that comes out
    equal to an earlier one says that nothing changed for what is made of it.

    Events, sources and the like are no such results: two that are equal may stand in
    different lines of their files.
    """
    _SETTLING.add(function)
    return function


def settles(function: Callable[..., Any]) -> bool:
    """True when *function* is marked so."""
    return function in _SETTLING
