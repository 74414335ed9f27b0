"""The timeline on paper: everything at once, or in parts where it fills many sheets.

A browser makes one document of one page, and after an edit all of that page is made
anew. So of many events each year is a document of its own: ten thousand would be some
three thousand sheets, which no browser lays out in good time and nobody prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter, methodcaller
from typing import Any

from generator.model.events import Event, cited_sources
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.chronology import Section
from generator.pages.page import Page
from generator.pages.references import References
from generator.pages.words import Words

WHOLE_PRINT = 500
"""Above this, the timeline is printed year by year."""

UNDATED = "undated"
"""The part with the events that have no date; years have other keys."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Events under one heading, in the order of time."""

    name: str
    events: Sequence[Event]


def print_pages(
    words: Words, sections: Sequence[Section], events: int
) -> Iterator[Page]:
    """The pages to print of a timeline with so many *events*; those with a date stand
    in *sections*."""
    title = words.gettext("To print")
    if events <= WHOLE_PRINT:
        yield Page(
            routes.PRINT,
            "print.html",
            title,
            "timeline",
            indexed=False,
            context=_of_all,
            shows=attrgetter("everything"),
            told_in=routes.DATA,
        )
        return
    yield Page(
        routes.PRINT,
        "print_parts.html",
        title,
        "timeline",
        indexed=False,
        context=lambda catalogue: {"years": catalogue.years},
        shows=attrgetter("lists"),
        told_in=routes.DATA,
    )
    for section in sections:
        name = words.years(*section.span)
        yield _part(section.key, name)
    dated = (len(ids) for section in sections for _, ids in section.months)
    if sum(dated) < events:
        yield _part(UNDATED, words.gettext("Undated"))


def _part(key: str, name: str) -> Page:
    return Page(
        routes.print_page(key),
        "print.html",
        name,
        "timeline",
        indexed=False,
        context=partial(_of_part, key),
        shows=methodcaller("printed", key),
        told_in=routes.DATA,
    )


def _of_all(catalogue: Catalogue) -> Mapping[str, Any]:
    chapters = [Chapter(year.name, year.events) for year in catalogue.years]
    return _document([*chapters, _undated(catalogue)], catalogue)


def _of_part(key: str, catalogue: Catalogue) -> Mapping[str, Any]:
    year = catalogue.year(key)
    if year is None:
        return _document([_undated(catalogue)], catalogue)
    chapters = [Chapter(month.name, month.events) for month in year.months]
    return _document(chapters, catalogue)


def _undated(catalogue: Catalogue) -> Chapter:
    return Chapter(catalogue.words.gettext("Undated"), catalogue.timeline.undated)


def _document(chapters: Iterable[Chapter], catalogue: Catalogue) -> Mapping[str, Any]:
    filled = [chapter for chapter in chapters if chapter.events]
    cited = (
        catalogue.cards[source]
        for chapter in filled
        for event in chapter.events
        for source in cited_sources(event)
    )
    return {"chapters": filled, "references": References.of(cited)}
