"""How one function is applied to many values: in turn here, elsewhere by several
processes, on several machines, or from what an earlier run remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

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


class Keeping(NamedTuple):
    """How what a function gave is kept until the next build: `plain` makes a line of
    JSON of it, None where that cannot be; `again` makes it of that line, and of all
    that the function was given."""

    plain: Callable[[Any], bytes | None]
    again: Callable[..., Any]


KEPT: dict[Callable[..., Any], Keeping | None] = {}
"""How results of functions are kept; None where their types tell it."""


def kept(function: Function) -> Function:
    """Marks a *function* whose results are worth keeping until the next build: it takes
    longer to find one than to read it, ten millionths of a second.

    How they are made again follows from its hint of what it returns (`plain`).
    """
    KEPT[function] = None
    return function


def kept_by(
    plain: Callable[[Any], bytes | None], again: Callable[..., Any]
) -> Callable[[Function], Function]:
    """Marks a function as `kept`, and tells how its results are made *plain*, and
    *again* of that and, behind it, of all that the function was given."""

    def mark(function: Function) -> Function:
        KEPT[function] = Keeping(plain, again)
        return function

    return mark
