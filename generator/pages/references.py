"""Sources with the numbers by which what is on paper refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.events import Event, cited_sources
from generator.pages.things import Card


@dataclass(frozen=True, slots=True)
class References:
    """Sources in the order of their numbers, which count from 1."""

    cards: Sequence[Card]
    numbers: Mapping[str, int]

    @staticmethod
    def of(cards: Iterable[Card]) -> References:
        """*cards* numbered in the order in which each comes first."""
        found = {card.source.id: card for card in cards}
        numbers = {id: number for number, id in enumerate(found, 1)}
        return References(tuple(found.values()), numbers)

    def to(self, source: str) -> str:
        """What refers to *source*: "[3]"."""
        return f"[{self.numbers[source]}]"

    def of_event(self, event: Event) -> str:
        """What refers to all that *event* cites: "[1] [3]"."""
        found = sorted(self.numbers[source] for source in cited_sources(event))
        return " ".join([f"[{number}]" for number in found])
