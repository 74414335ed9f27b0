"""Which pages the site has, and what each of their templates is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from generator.model.entities import Entity, EntityKind
from generator.model.events import Event, Status
from generator.model.timeline import cited_sources
from generator.pages import feed, routes
from generator.pages.band import band
from generator.pages.chronology import address_of
from generator.pages.figures import figures
from generator.pages.views import WHOLE_LIST, WHOLE_YEAR, Card, Catalogue, Entry
from generator.pages.words import plural


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site to be made from a template.

    `section` is the entry of the main navigation that it belongs to. A page that is
    not `indexed` asks search engines to leave it out. `context` gives the template
    what it needs; it is asked for when the page is made, not before.
    """

    path: str
    template: str
    title: str = ""
    section: str = ""
    indexed: bool = True
    context: Callable[[], Mapping[str, Any]] = dict


def pages(catalogue: Catalogue, slugs: Mapping[str, str]) -> Iterator[Page]:
    """Every page that is made from a template; *slugs* are the tags' folders."""
    yield from _time_pages(catalogue)
    yield from _event_pages(catalogue)
    yield from _source_pages(catalogue)
    yield from _entity_pages(catalogue)
    yield from _tag_pages(catalogue, slugs)
    yield from _account_pages(catalogue)
    yield from _machine_pages(catalogue)


def _time_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The start page, years, months, and what has no date."""
    yield from _whole_pages(catalogue)
    yield from _year_pages(catalogue)
    yield from _month_pages(catalogue)
    yield Page(
        routes.overview_page("undated"),
        "undated.html",
        "Undated",
        "timeline",
        context=lambda: {"entries": catalogue.entries(catalogue.timeline.undated)},
    )


def _whole_pages(catalogue: Catalogue) -> Iterator[Page]:
    """The start page, and the list of years."""
    timeline, years = catalogue.timeline, catalogue.years
    yield Page(
        routes.HOME,
        "timeline.html",
        section="timeline",
        context=lambda: {
            "description": catalogue.site.description,
            "band": band(timeline.events, years),
            "years": years,
            "whole": len(timeline.all_events) < WHOLE_LIST,
            "entries": catalogue.entries(catalogue.key_events),
        },
    )
    yield Page(
        routes.overview_page("years"),
        "years.html",
        "Years",
        "timeline",
        context=lambda: {"years": years},
    )


def _year_pages(catalogue: Catalogue) -> Iterator[Page]:
    for previous, year, following in _with_neighbours(catalogue.years):
        yield Page(
            routes.section_page(year.key),
            "year.html",
            year.name,
            "timeline",
            context=partial(
                dict,
                year=year,
                whole=len(year.events) <= WHOLE_YEAR,
                previous=previous,
                next=following,
            ),
        )


def _month_pages(catalogue: Catalogue) -> Iterator[Page]:
    months = [(y, month) for y in catalogue.years for month in y.named_months]
    for before, (year, month), after in _with_neighbours(months):
        yield Page(
            routes.section_page(month.key),
            "month.html",
            month.name,
            "timeline",
            context=partial(
                dict,
                year=year,
                month=month,
                previous=before and before[1],
                next=after and after[1],
            ),
        )


Thing = TypeVar("Thing")


def _with_neighbours(
    things: Sequence[Thing],
) -> Iterator[tuple[Thing | None, Thing, Thing | None]]:
    """Each of *things* with the one before and the one after it."""
    around: list[Thing | None] = [None, *things, None]
    return zip(around, things, around[2:], strict=False)


def _event_pages(catalogue: Catalogue) -> Iterator[Page]:
    events = catalogue.timeline.all_events
    for previous, event, following in _with_neighbours(events):
        yield Page(
            routes.event_page(event.id),
            "event.html",
            event.title,
            "timeline",
            # What nobody has reviewed is shown, but not offered to search engines.
            indexed=event.status is not Status.PROPOSED,
            context=partial(_of_event, catalogue, event, previous, following),
        )
        yield from _redirects(
            event.aliases,
            event.title,
            routes.event_page,
            event.id,
            catalogue.timeline.by_id,
        )


def _of_event(
    catalogue: Catalogue, event: Event, previous: Event | None, following: Event | None
) -> Mapping[str, Any]:
    year, month = address_of(event.date) if event.date else ("", "")
    return {
        "description": _told(catalogue.entry(event)),
        "event": event,
        "quotes": catalogue.quotes(event.citations),
        "questions": catalogue.questions(event),
        "neighbours": catalogue.neighbours(event),
        "sources": len(cited_sources(event)),
        "year": catalogue.year(year),
        "month": catalogue.month(month),
        "previous": previous,
        "next": following,
    }


def _told(entry: Entry) -> str:
    """What happened, in a sentence: the editor's, else the source's own."""
    return entry.lead or (entry.quote.passage.exact if entry.quote else "")


def _source_pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(
        routes.overview_page("sources"),
        "sources.html",
        "Sources",
        "sources",
        context=lambda: {"cards": catalogue.cards.values()},
    )
    for card in catalogue.cards.values():
        source = card.source
        yield Page(
            routes.source_page(source.id),
            "source.html",
            card.name,
            "sources",
            context=partial(_of_source, catalogue, card),
        )
        yield from _redirects(
            source.aliases, card.name, routes.source_page, source.id, catalogue.cards
        )


def _of_source(catalogue: Catalogue, card: Card) -> Mapping[str, Any]:
    id = card.source.id
    return {
        "description": f"Passages of “{card.name}” and the events that they prove.",
        "card": card,
        "source": card.source,
        "clippings": catalogue.clippings(id),
        "text": catalogue.whole_text(card),
        "events": catalogue.timeline.by_source.get(id, ()),
    }


def _entity_pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(
        routes.overview_page("entities"),
        "entities.html",
        "People, organisations and places",
        "entities",
        context=lambda: {
            "groups": {
                kind: sorted(
                    (e for e in catalogue.entities.values() if e.kind is kind),
                    key=lambda e: (e.pref_label.casefold(), e.id),
                )
                for kind in EntityKind
            }
        },
    )
    for entity in catalogue.entities.values():
        yield Page(
            routes.entity_page(entity.id),
            "entity.html",
            entity.pref_label,
            "entities",
            context=partial(_of_entity, catalogue, entity),
        )
        yield from _redirects(
            entity.aliases,
            entity.pref_label,
            routes.entity_page,
            entity.id,
            catalogue.entities,
        )


def _of_entity(catalogue: Catalogue, entity: Entity) -> Mapping[str, Any]:
    events = catalogue.timeline.by_entity.get(entity.id, ())
    return {
        "description": f"{entity.pref_label}: {plural(len(events), 'event')}.",
        "entity": entity,
        "entries": catalogue.entries(events),
        "dated": [event for event in events if event.date],
        "company": catalogue.company(entity),
    }


def _tag_pages(catalogue: Catalogue, slugs: Mapping[str, str]) -> Iterator[Page]:
    by_tag = catalogue.timeline.by_tag
    yield Page(
        routes.overview_page("tags"),
        "tags.html",
        "Topics",
        "tags",
        context=lambda: {"tags": by_tag},
    )
    for tag in by_tag:
        yield Page(
            routes.tag_page(slugs[tag]),
            "tag.html",
            tag,
            "tags",
            context=partial(_of_tag, catalogue, tag),
        )


def _of_tag(catalogue: Catalogue, tag: str) -> Mapping[str, Any]:
    return {"tag": tag, "entries": catalogue.entries(catalogue.timeline.by_tag[tag])}


def _account_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Pages that give account of the work: methods, corrections, data, about."""
    yield Page(
        routes.overview_page("methodology"),
        "methodology.html",
        "Methodology",
        "about",
        context=lambda: {"figures": figures(catalogue.timeline, catalogue.cards)},
    )
    yield Page(
        routes.overview_page("corrections"),
        "corrections.html",
        "Corrections",
        "about",
        context=lambda: {"corrections": catalogue.corrections()},
    )
    yield Page(routes.overview_page("data"), "data.html", "Data", "about")
    written = {page.id: page for page in catalogue.timeline.pages}
    for page in written.values():
        yield Page(
            routes.written_page(page.id),
            "page.html",
            page.title,
            "about",
            context=partial(dict, page_text=page.body, origin=page.origin),
        )
    if "about" not in written:
        yield Page(routes.written_page("about"), "about.html", "About", "about")


def _machine_pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(routes.NOT_FOUND, "404.html", "Page not found", indexed=False)
    yield Page(
        routes.FEED,
        "feed.xml",
        context=lambda: {
            "entries": [
                (feed.timestamp(day), catalogue.entry(event))
                for day, event in feed.newest(catalogue.timeline)
            ],
            "entry_id": feed.entry_id,
            "unknown": feed.timestamp(feed.UNKNOWN),
        },
    )


def _redirects(
    aliases: tuple[str, ...],
    title: str,
    address: Callable[[str], str],
    present: str,
    taken: Mapping[str, object],
) -> Iterator[Page]:
    """A page at each former id that leads to the present one."""
    for alias in aliases:
        if alias not in taken:
            yield Page(
                address(alias),
                "redirect.html",
                title,
                indexed=False,
                context=partial(dict, target=address(present)),
            )
