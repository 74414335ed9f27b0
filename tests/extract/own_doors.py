"""Reads articles through the doors of the stages, as the pipeline does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.extract import Reading, propose
from generator.model.entities import Entity
from generator.model.events import EventProposal, Proposals
from generator.settings import ExtractConfig
from generator.sources import document_of
from generator.sources.creation import creation_time
from generator.timex import timexes

SEEDS = Path(__file__).parents[2] / "seeds"


def read(name: str, data: bytes, issued: str | None = None) -> Reading:
    """The article *data*, as if its card said that it was *issued* on that day."""
    document = document_of(name, f"seeds/{name}.txt", data)
    created = creation_time(document, None)
    if issued is not None:
        created = replace(created, edtf=issued, issued=issued, not_before=issued)
    found = timexes(document.text, created.issued, not_before=created.not_before)
    return Reading(document, created, found)


def proposed(
    *texts: str,
    issued: str | None = None,
    entities: Sequence[Entity] = (),
    publication_dates: bool = True,
    carried_dates: bool = True,
) -> Proposals:
    """What articles with these texts propose."""
    readings = [
        read(f"article-{number}", text.encode(), issued)
        for number, text in enumerate(texts, 1)
    ]
    settings = ExtractConfig(publication_dates, carried_dates, names="patterns")
    return propose(readings, entities, settings)


def proposed_from_seeds(issued: Mapping[str, str] | None = None) -> Proposals:
    """What the five seeds propose. *issued* goes by the first three signs of a name."""
    days = issued or {}
    readings = [
        read(path.stem, path.read_bytes(), days.get(path.stem[:3]))
        for path in sorted(SEEDS.glob("*.txt"))
    ]
    return propose(readings, (), ExtractConfig(names="patterns"))


def listed(events: Sequence[EventProposal]) -> list[str]:
    """One line for each event: when, how far it is a fact, and its title."""
    return sorted(
        f"{event.date or 'undated'} | {event.factuality} | {event.title}"
        for event in events
    )
