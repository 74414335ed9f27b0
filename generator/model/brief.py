"""From an event to the little of it that its place among the others follows from."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.each import settling
from generator.model.edtf import Day
from generator.model.events import Event, cited_sources


class Brief(NamedTuple):
    """An event in texts and numbers, to be kept from one build to the next.

    `time` is `Edtf.sort_key`, None without a date; `passages` counts the citations;
    `related` are the events that an editor named.
    """

    id: str
    time: tuple[Day, Day] | None
    entities: tuple[str, ...]
    sources: tuple[str, ...]
    tags: tuple[str, ...]
    related: tuple[str, ...]
    passages: int


@settling
def brief(event: Event) -> Brief:
    """*event* in brief; each of its names and sources once."""
    return Brief(
        event.id,
        event.date.sort_key if event.date else None,
        tuple(dict.fromkeys(event.entities)),
        cited_sources(event),
        event.tags,
        event.related,
        len(event.citations) + len(event.claims),
    )
