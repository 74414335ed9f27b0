"""How one function is applied to many values: in turn here, elsewhere by several
processes, on several machines, or from what an earlier run remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

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
