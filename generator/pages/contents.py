"""Which pages the site has, and what each of their templates is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model.entities import EntityKind
from generator.model.events import Status
from generator.model.timeline import cited_sources
from generator.pages import feed, routes
from generator.pages.band import band
from generator.pages.chronology import Year, address_of
from generator.pages.figures import figures
from generator.pages.views import WHOLE_LIST, WHOLE_YEAR, Catalogue, Entry
from generator.pages.words import plural


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site to be made from a template.

    `section` is the entry of the main navigation that it belongs to. A page that is
    not `indexed` asks search engines to leave it out.
    """

    path: str
    template: str
    title: str = ""
    section: str = ""
    description: str = ""
    indexed: bool = True
    context: Mapping[str, Any] = field(default_factory=dict)


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
    timeline, years = catalogue.timeline, catalogue.years
    overview = band(timeline.events, years)
    whole = len(timeline.all_events) < WHOLE_LIST
    yield Page(
        routes.HOME,
        "timeline.html",
        section="timeline",
        description=catalogue.site.description,
        context={
            "band": overview,
            "years": years,
            "whole": whole,
            "entries": catalogue.entries(catalogue.key_events),
        },
    )
    yield Page(
        routes.overview_page("years"),
        "years.html",
        "Years",
        "timeline",
        context={"years": years},
    )
    for index, year in enumerate(years):
        around = {
            "previous": years[index - 1] if index else None,
            "next": years[index + 1] if index + 1 < len(years) else None,
        }
        yield Page(
            routes.section_page(year.key),
            "year.html",
            year.name,
            "timeline",
            context={"year": year, "whole": len(year.events) <= WHOLE_YEAR, **around},
        )
    yield from _month_pages(years)
    yield Page(
        routes.overview_page("undated"),
        "undated.html",
        "Undated",
        "timeline",
        context={"entries": catalogue.entries(timeline.undated)},
    )


def _month_pages(years: tuple[Year, ...]) -> Iterator[Page]:
    months = [(year, month) for year in years for month in year.named_months]
    for index, (year, month) in enumerate(months):
        yield Page(
            routes.section_page(month.key),
            "month.html",
            month.name,
            "timeline",
            context={
                "year": year,
                "month": month,
                "previous": months[index - 1][1] if index else None,
                "next": months[index + 1][1] if index + 1 < len(months) else None,
            },
        )


def _event_pages(catalogue: Catalogue) -> Iterator[Page]:
    events = catalogue.timeline.all_events
    years = {year.key: year for year in catalogue.years}
    months = {month.key: month for y in catalogue.years for month in y.named_months}
    for index, event in enumerate(events):
        year, month = address_of(event.date) if event.date else ("", "")
        yield Page(
            routes.event_page(event.id),
            "event.html",
            event.title,
            "timeline",
            description=_told(catalogue.entry(event)),
            # What nobody has reviewed is shown, but not offered to search engines.
            indexed=event.status is not Status.PROPOSED,
            context={
                "event": event,
                "quotes": catalogue.quotes(event.citations),
                "questions": catalogue.questions(event),
                "neighbours": catalogue.neighbours(event),
                "sources": len(cited_sources(event)),
                "year": years.get(year),
                "month": months.get(month),
                "previous": events[index - 1] if index else None,
                "next": events[index + 1] if index + 1 < len(events) else None,
            },
        )
        yield from _redirects(
            event.aliases,
            event.title,
            routes.event_page,
            event.id,
            catalogue.timeline.by_id,
        )


def _told(entry: Entry) -> str:
    """What happened, in a sentence: the editor's, else the source's own."""
    return entry.lead or (entry.quote.passage.exact if entry.quote else "")


def _source_pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(
        routes.overview_page("sources"),
        "sources.html",
        "Sources",
        "sources",
        context={"cards": catalogue.cards.values()},
    )
    for card in catalogue.cards.values():
        source = card.source
        yield Page(
            routes.source_page(source.id),
            "source.html",
            card.name,
            "sources",
            description=f"Passages of “{card.name}” and the events that they prove.",
            context={
                "card": card,
                "source": source,
                "clippings": catalogue.clippings(source.id),
                "text": catalogue.whole_text(card),
                "events": catalogue.timeline.by_source.get(source.id, ()),
            },
        )
        yield from _redirects(
            source.aliases, card.name, routes.source_page, source.id, catalogue.cards
        )


def _entity_pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(
        routes.overview_page("entities"),
        "entities.html",
        "People, organisations and places",
        "entities",
        context={
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
        events = catalogue.timeline.by_entity.get(entity.id, ())
        yield Page(
            routes.entity_page(entity.id),
            "entity.html",
            entity.pref_label,
            "entities",
            description=f"{entity.pref_label}: {plural(len(events), 'event')}.",
            context={
                "entity": entity,
                "entries": catalogue.entries(events),
                "dated": [event for event in events if event.date],
                "company": catalogue.company(entity),
            },
        )
        yield from _redirects(
            entity.aliases,
            entity.pref_label,
            routes.entity_page,
            entity.id,
            catalogue.entities,
        )


def _tag_pages(catalogue: Catalogue, slugs: Mapping[str, str]) -> Iterator[Page]:
    by_tag = catalogue.timeline.by_tag
    yield Page(
        routes.overview_page("tags"),
        "tags.html",
        "Topics",
        "tags",
        context={"tags": by_tag},
    )
    for tag, events in by_tag.items():
        yield Page(
            routes.tag_page(slugs[tag]),
            "tag.html",
            tag,
            "tags",
            context={"tag": tag, "entries": catalogue.entries(events)},
        )


def _account_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Pages that give account of the work: methods, corrections, data, about."""
    yield Page(
        routes.overview_page("methodology"),
        "methodology.html",
        "Methodology",
        "about",
        context={"figures": figures(catalogue.timeline, catalogue.cards)},
    )
    yield Page(
        routes.overview_page("corrections"),
        "corrections.html",
        "Corrections",
        "about",
        context={"corrections": catalogue.corrections()},
    )
    yield Page(routes.overview_page("data"), "data.html", "Data", "about")
    written = {page.id: page for page in catalogue.timeline.pages}
    for page in written.values():
        yield Page(
            routes.written_page(page.id),
            "page.html",
            page.title,
            "about",
            context={"page_text": page.body, "origin": page.origin},
        )
    if "about" not in written:
        yield Page(routes.written_page("about"), "about.html", "About", "about")


def _machine_pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(routes.NOT_FOUND, "404.html", "Page not found", indexed=False)
    yield Page(
        routes.FEED,
        "feed.xml",
        context={
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
                context={"target": address(present)},
            )
