"""Turns documents with their time expressions into proposals: events that happened,
each once, with every passage that tells of it, and who and what is named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.extract.coreference import same_events
from generator.extract.entities import Cast, Label, cast_from, labels_of, names_of
from generator.extract.finders import name_finder
from generator.extract.merging import merged
from generator.extract.name import Name
from generator.extract.page import Page
from generator.extract.proposing import event_of, mention_of
from generator.extract.salience import scores
from generator.extract.stories import stories as stories_of
from generator.extract.suggesting import suggestions
from generator.extract.tellings import Telling, tellings
from generator.extract.undated import undated
from generator.model.each import Each, in_turn
from generator.model.entities import Entity
from generator.model.events import Mention, Proposals
from generator.model.sources import CreationTime, Document
from generator.model.timex import Timex3
from generator.problems import Origin, Problem, Severity
from generator.settings import ExtractConfig

__all__ = ["Reading", "name_finder", "propose", "same_events"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: when it was written, and its time expressions."""

    document: Document
    creation: CreationTime
    timexes: Sequence[Timex3]


def propose(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    settings: ExtractConfig,
    each: Each = in_turn,
    tags: Collection[str] = (),
    *,
    with_mentions: bool = True,
) -> Proposals:
    """What *readings* propose, best events first; their order does not matter.

    *entities* are the editor's: what they name keeps their ids; *tags* those that the
    editor uses, each proposed where an act or its object has its words. The proposals'
    `sources` are empty: what a text states of itself is not found here. *each* does
    what can be done for each document alone; between and after, all come together.
    A large folder has many more mentions than events: *with_mentions* asks for them.
    """
    readings = sorted(readings, key=lambda reading: reading.document.id)
    documents = [reading.document for reading in readings]
    name_finder(settings.names)  # says at once when there is none
    how = partial(_names, labels=labels_of(entities), finder=settings.names)
    cast = cast_from(documents, entities, each(how, documents))
    story = stories_of({document.id: document.text for document in documents})
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
    told = each(partial(_told, settings=settings), [p.alone for p in pages.values()])
    found = [telling for of_page in told for telling in of_page]
    happenings = merged([t for t in found if not t.is_mention_only], pages)
    events = sorted(
        (
            event_of(happening, pages, score, tags)
            for happening, score in zip(
                happenings, scores(happenings, pages), strict=True
            )
        ),
        key=lambda event: (-event.score, str(event.date or "~"), event.slug),
    )
    top = settings.top or len(events)
    named = {n for e in events for n in (*e.people, *e.organisations, *e.places)}
    return Proposals(
        events=tuple(events[:top]),
        lower=tuple(events[top:]),
        suggestions=tuple(suggestions(happenings, pages)),
        entities=tuple(cast.entities[name] for name in sorted(named)),
        mentions=tuple(_mentions(found, pages)) if with_mentions else (),
        problems=tuple(
            _may_be_one(cast, one, other)
            for one, other in cast.likenesses
            if {one, other} <= named
        ),
    )


def _mentions(found: Sequence[Telling], pages: Mapping[str, Page]) -> Iterator[Mention]:
    """What tells of an event by itself, in the order of the sources."""
    for telling in sorted(found, key=lambda t: (t.source, t.start, t.end)):
        if telling.wording is not None or telling.is_mention_only:
            yield mention_of(telling, pages[telling.source])


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


def _names(
    document: Document, labels: Sequence[Label], finder: str
) -> tuple[Name, ...]:
    return tuple(names_of(document, labels, name_finder(finder)))


def _told(page: Page, settings: ExtractConfig) -> list[Telling]:
    page = replace(page)  # its sentences, once read, are kept for as long as this
    dated = tellings(page)
    return [*dated, *undated(page, dated, settings)]
