"""The blocks of a text, found when somebody asks for them: a build hardly ever does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import overload

from generator.model.sources import Block


class LaterBlocks(Sequence[Block]):
    """What `blocks` gives for *text*, below the fields that open it.

    It equals the tuple of them. To be shown, and to go to another process, it need not
    find them: what it is made of says as much.
    """

    __slots__ = ("_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: tuple[Block, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Block]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LaterBlocks) and other._text == self._text:
            return True
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        text = self._text.encode("utf-8", "surrogatepass")
        return f"LaterBlocks({hashlib.sha256(text).hexdigest()})"

    def __reduce__(self) -> tuple[type[LaterBlocks], tuple[str]]:
        return LaterBlocks, (self._text,)

    def in_brief(self) -> int:
        """All that is told of these beside the text that they follow from."""
        return len(self._text)

    def _all(self) -> tuple[Block, ...]:
        if self._found is None:
            from generator.sources.blocks import blocks
            from generator.sources.metadata import metadata

            self._found = blocks(self._text, after=metadata(self._text).end)
        return self._found
