"""A document on its way to tellings: its text, times and names together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.clauses import Sentence, Span
from generator.extract.entities import Cast, Named
from generator.model.entities import EntityKind
from generator.model.sources import Block, BlockKind, CreationTime, Document
from generator.model.timex import Timex3


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its block, with the one before it."""

    block: Block
    start: int
    end: int
    before: Span | None


@dataclass(frozen=True)
class Page:
    """A document with its time expressions, in order, and the cast of all documents.

    `story` numbers the piece of news that it reports, the same in all its reports.
    """

    document: Document
    creation: CreationTime
    timexes: Sequence[Timex3]
    cast: Cast
    story: int = 0

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def headings(self) -> list[int]:
        """Where its headings end, in order."""
        blocks = self.document.blocks
        return [block.end for block in blocks if block.kind is BlockKind.HEADING]

    @cached_property
    def places(self) -> list[Place]:
        """Room for its sentences that may tell, once `places` has found them."""
        return []

    @cached_property
    def sentences(self) -> dict[Span, Sentence]:
        """Room for its sentences by where they stand, once `read` has read them."""
        return {}

    def timexes_within(self, start: int, end: int) -> list[Timex3]:
        """The time expressions that lie in `start:end`, in order."""
        first = bisect_left(self.timexes, start, key=_start)
        last = bisect_left(self.timexes, end, lo=first, key=_start)
        return [t for t in self.timexes[first:last] if t.end <= end]

    @property
    def alone(self) -> Page:
        """All that the reading of this page depends on, and nothing of other pages."""
        return replace(self, cast=self.cast.part(self.document.id), story=0)

    def named(self, start: int, end: int) -> list[Named]:
        """Who and what `start:end` names, in order."""
        return self.cast.within(self.document.id, start, end)

    def name(self, start: int, end: int) -> str:
        """The best name for a speaker: an entity's label, else the words there."""
        named = self.named(start, end)
        actors = [n for n in named if n.kind is not EntityKind.PLACE]
        if actors:
            label = self.cast.label(actors[-1].id)
            before = self.text[: actors[-1].start].rstrip()
            with_article = before.lower().endswith(" the") or before[-3:] == "The"
            return f"the {label}" if with_article and " " in label else label
        return " ".join(self.text[start:end].split()[:8])


def _start(timex: Timex3) -> int:
    return timex.start
