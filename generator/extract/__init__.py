"""Turns documents with their time expressions into proposals: events that happened,
each once, with every passage that tells of it, and who and what is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.config import ExtractConfig
from generator.extract.entities import cast_of
from generator.extract.merging import merged
from generator.extract.page import Page
from generator.extract.proposing import event_of, mention_of
from generator.extract.tellings import Telling, main_news, tellings
from generator.model.edtf import Day, Form, Precision
from generator.model.entities import Entity
from generator.model.events import Proposals
from generator.model.sources import CreationTime, Document
from generator.model.timex import Timex3

__all__ = ["Reading", "propose"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: when it was written, and its time expressions."""

    document: Document
    creation: CreationTime
    timexes: Sequence[Timex3]


def propose(
    readings: Sequence[Reading], entities: Sequence[Entity], settings: ExtractConfig
) -> Proposals:
    """What *readings* propose, best events first; their order does not matter.

    *entities* are the editor's: what they name keeps their ids. The proposals'
    `sources` are empty: what a text states of itself is not found here.
    """
    readings = sorted(readings, key=lambda reading: reading.document.id)
    cast = cast_of([reading.document for reading in readings], entities)
    pages = {
        r.document.id: Page(r.document, r.creation, r.timexes, cast) for r in readings
    }
    found = [t for page in pages.values() for t in _of_page(page, settings)]
    happenings = merged(found, pages)
    events = sorted(
        (event_of(happening, pages) for happening in happenings),
        key=lambda event: (-event.score, str(event.date or "~"), event.slug),
    )
    named = {n for e in events for n in (*e.people, *e.organisations, *e.places)}
    return Proposals(
        events=tuple(events),
        entities=tuple(cast.entities[name] for name in sorted(named)),
        mentions=tuple(
            mention_of(telling, pages[telling.source])
            for telling in sorted(found, key=lambda t: (t.source, t.start, t.end))
            if telling.wording is not None
        ),
    )


NEWS_DAYS = 7
"""An article that dates a happening of its last week has dated its own news."""


def _of_page(page: Page, settings: ExtractConfig) -> list[Telling]:
    found = tellings(page)
    if not settings.publication_dates or _dates_its_news(page, found):
        return found
    news = main_news(page)
    return [*found, news] if news is not None else found


def _dates_its_news(page: Page, found: Sequence[Telling]) -> bool:
    issued = page.creation.issued
    if issued is None:
        return True
    return any(
        telling.block.story == 0
        and telling.when.date is not None
        and telling.when.date.form is Form.DATE
        and telling.when.date.precision is Precision.DAY
        and telling.when.date.first is not None
        and 0 <= _days_between(telling.when.date.first, issued) <= NEWS_DAYS
        for telling in found
    )


def _days_between(day: Day, issued: str) -> int:
    return (date.fromisoformat(issued) - date(*day)).days
