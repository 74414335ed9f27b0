"""How much speaks for an event: the order of those that no date tells apart, and what
the key events of a timeline are chosen by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.brief import Brief
from generator.model.each import settling
from generator.model.sources import Source

Publishers = Mapping[str, str]
"""Who published each source, in lower case, by the source's id; without those of which
nobody says so."""

Rank = tuple[int, int, int, str]
"""What events are ranked by; the most important one is the least."""


@settling
def publishers(sources: Iterable[Source]) -> Publishers:
    named = ((s.id, s.publisher or s.container_title) for s in sources)
    return {source: name.casefold() for source, name in named if name}


def rank(publishers: Publishers, event: Brief) -> Rank:
    """The rank of *event*.

    First how many independent sources tell of it, those of one publisher counted once,
    then how many passages prove it, then how many people, organisations and places it
    joins; last its id.
    """
    voices = {publishers.get(source, source) for source in event.sources}
    return -len(voices), -event.passages, -len(event.entities), event.id
