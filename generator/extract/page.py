"""A document on its way to tellings: its text, times and names together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.clauses import Sentence, Span
from generator.extract.entities import Cast, Named
from generator.extract.places import Place, places_of, sentence_at
from generator.model.entities import EntityKind
from generator.model.sources import BlockKind, CreationTime, Document
from generator.model.timex import Timex3


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
    def _headings(self) -> list[int]:
        """Where its headings end, in order."""
        blocks = self.document.blocks
        return [block.end for block in blocks if block.kind is BlockKind.HEADING]

    @cached_property
    def places(self) -> list[Place]:
        """Its sentences that may tell, in order; what is said twice stands once."""
        return list(places_of(self.document))

    @cached_property
    def _sentences(self) -> dict[Span, Sentence]:
        """Those that were asked for, by where they stand."""
        return {}

    def sentence(self, place: Place) -> Sentence:
        """The sentence at *place*; each is read once, though many questions ask it."""
        span = (place.start, place.end)
        if span not in self._sentences:
            timexes = self.timexes_in(place)
            self._sentences[span] = sentence_at(self.text, place, timexes)
        return self._sentences[span]

    def heading_before(self, place: Place) -> int:
        """Where the last heading above *place* ends; 0 for none."""
        above = bisect_right(self._headings, place.block.start)
        return self._headings[above - 1] if above else 0

    def timexes_in(self, place: Place) -> list[Timex3]:
        """The time expressions of the sentence at *place*, in order."""
        return self.timexes_within(place.start, place.end)

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
