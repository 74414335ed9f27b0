"""Turns documents with their time expressions into proposals: events that happened,
each once, with every passage that tells of it, and who and what is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.config import ExtractConfig
from generator.extract.coreference import same_events
from generator.extract.entities import Cast, cast_of
from generator.extract.finders import name_finder
from generator.extract.merging import merged
from generator.extract.page import Page
from generator.extract.proposing import event_of, mention_of
from generator.extract.salience import scores
from generator.extract.stories import stories as stories_of
from generator.extract.tellings import Telling, tellings
from generator.extract.undated import undated
from generator.model.entities import Entity
from generator.model.events import Proposals
from generator.model.sources import CreationTime, Document
from generator.model.timex import Timex3
from generator.problems import Origin, Problem, Severity

__all__ = ["Reading", "name_finder", "propose", "same_events"]


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
    finder = name_finder(settings.names)
    cast = cast_of([reading.document for reading in readings], entities, finder)
    story = stories_of({r.document.id: r.document.text for r in readings})
    pages = {
        r.document.id: Page(
            r.document,
            r.creation,
            sorted(r.timexes, key=lambda t: t.start),
            cast,
            story[r.document.id],
        )
        for r in readings
    }
    found = [t for page in pages.values() for t in _of_page(page, settings)]
    happenings = merged([t for t in found if not t.is_mention_only], pages)
    events = sorted(
        (
            event_of(happening, pages, score)
            for happening, score in zip(
                happenings, scores(happenings, pages), strict=True
            )
        ),
        key=lambda event: (-event.score, str(event.date or "~"), event.slug),
    )
    named = {n for e in events for n in (*e.people, *e.organisations, *e.places)}
    return Proposals(
        events=tuple(events),
        entities=tuple(cast.entities[name] for name in sorted(named)),
        mentions=tuple(
            mention_of(telling, pages[telling.source])
            for telling in sorted(found, key=lambda t: (t.source, t.start, t.end))
            if telling.wording is not None or telling.is_mention_only
        ),
        problems=tuple(
            _may_be_one(cast, one, other)
            for one, other in cast.likenesses
            if {one, other} <= named
        ),
    )


def _may_be_one(cast: Cast, one: str, other: str) -> Problem:
    """The note that two people's names are alike."""
    return Problem(
        Origin(f"content/entities/{other}.md"),
        Severity.NOTE,
        "may-be-the-same",
        f"“{cast.label(other)}” may be the same person as “{cast.label(one)}” "
        f"(content/entities/{one}.md)",
        f"if so, write “{cast.label(other)}” under altLabel: there "
        "and delete this file",
    )


def _of_page(page: Page, settings: ExtractConfig) -> list[Telling]:
    dated = tellings(page)
    return [*dated, *undated(page, dated, settings)]
