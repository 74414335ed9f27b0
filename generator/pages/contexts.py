"""What the template of each page is given: looked up when the page is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.entities import Entity, EntityKind
from generator.model.events import cited_sources
from generator.model.timeline import Page as Written
from generator.model.timeline import Passage
from generator.pages import routes
from generator.pages.band import band
from generator.pages.catalogue import WHOLE_LIST, WHOLE_YEAR, Catalogue
from generator.pages.chronology import address_of
from generator.pages.data.downloads import downloads
from generator.pages.density import periods
from generator.pages.languages import named
from generator.pages.pictures import shown
from generator.pages.references import References
from generator.pages.sharing.cards import image_of_event, modified, standing
from generator.pages.sharing.frames import frame_of_event, frame_of_site, shortened
from generator.pages.things import Card
from generator.pages.views import Entry, Question, Quoted


def of_home(catalogue: Catalogue) -> Mapping[str, Any]:
    timeline, years = catalogue.timeline, catalogue.years
    return {
        "description": catalogue.site.description,
        "band": band(timeline.events, years, catalogue.words, catalogue.each),
        "years": years,
        "periods": periods(years, catalogue.words),
        "whole": len(timeline.all_events) < WHOLE_LIST,
        "entries": catalogue.entries(catalogue.key_events),
        "embed": frame_of_site(catalogue),
        "oembed": routes.oembed(routes.HOME),
    }


def of_years(catalogue: Catalogue) -> Mapping[str, Any]:
    years = catalogue.years
    return {"years": years, "periods": periods(years, catalogue.words, len(years))}


def of_year(key: str, catalogue: Catalogue) -> Mapping[str, Any]:
    previous, following = catalogue.beside_year(key)
    year = catalogue.year(key)
    return {
        "year": year,
        "whole": year is not None and len(year.events) <= WHOLE_YEAR,
        "previous": previous,
        "next": following,
    }


def of_month(of_year: str, key: str, catalogue: Catalogue) -> Mapping[str, Any]:
    previous, following = catalogue.beside_month(key)
    return {
        "year": catalogue.year(of_year),
        "month": catalogue.month(key),
        "previous": previous,
        "next": following,
    }


def of_event(id: str, catalogue: Catalogue) -> Mapping[str, Any]:
    event = catalogue.timeline.by_id[id]
    previous, following = catalogue.timeline.beside(event)
    year, month = address_of(event.date) if event.date else ("", "")
    quotes = catalogue.quotes(event.citations)
    questions = catalogue.questions(event)
    return {
        "description": _told(catalogue.entry(event), catalogue),
        "image": image_of_event(event, catalogue),
        "embed": frame_of_event(event, catalogue),
        "oembed": routes.oembed(routes.event_page(id)),
        "modified": modified(event),
        "event": event,
        "pictures": shown(event, catalogue.pictures),
        "quotes": quotes,
        "dated_by": tuple(q for q in quotes if q.citation.says.basis),
        "questions": questions,
        "references": References.of(catalogue.cards[id] for id in cited_sources(event)),
        "citing": catalogue.citing.event(event, _cited(quotes, questions)),
        "neighbours": catalogue.neighbours(event),
        "sources": len(cited_sources(event)),
        "year": catalogue.year(year),
        "month": catalogue.month(month),
        "previous": previous,
        "next": following,
    }


def _cited(
    quotes: Iterable[Quoted], questions: Iterable[Question]
) -> list[tuple[Card, Passage]]:
    """What an event cites, for itself and for its accounts."""
    accounts = (account.quoted for q in questions for account in q.accounts)
    return [(quoted.card, quoted.passage) for quoted in (*quotes, *accounts)]


def _told(entry: Entry, catalogue: Catalogue) -> str:
    """What happened, and before it what must be known to believe it."""
    labels = standing(entry.event, catalogue.words)
    return " ".join([*(f"{label}." for label in labels), entry.told]).rstrip()


def of_event_embed(id: str, catalogue: Catalogue) -> Mapping[str, Any]:
    event = catalogue.timeline.by_id[id]
    entry = catalogue.entry(event)
    return {
        "entry": entry,
        "event": event,
        "told": shortened(entry.told),
        "sources": len(cited_sources(event)),
    }


def of_embed(catalogue: Catalogue) -> Mapping[str, Any]:
    timeline = catalogue.timeline
    if len(timeline.all_events) < WHOLE_LIST:
        return {"events": timeline.all_events}
    return {"events": catalogue.key_events or catalogue.foremost(timeline.events)}


def of_source(card: Card, catalogue: Catalogue) -> Mapping[str, Any]:
    id, _ = card.source.id, catalogue.words.gettext
    clippings = catalogue.clippings(id)
    return {
        "description": _(
            "Passages of “%(source)s” and the events that they prove.", source=card.name
        ),
        "card": card,
        "source": card.source,
        "language": named(card.language, catalogue.words.language),
        "clippings": clippings,
        "citing": catalogue.citing.source(card, (c.excerpt.passage for c in clippings)),
        "text": catalogue.whole_text(card),
        "events": catalogue.timeline.by_source.get(id, ()),
    }


def of_entities(catalogue: Catalogue) -> Mapping[str, Any]:
    return {
        "groups": {
            kind: sorted(
                (e for e in catalogue.entities.values() if e.kind is kind),
                key=lambda e: (e.pref_label.casefold(), e.id),
            )
            for kind in EntityKind
        }
    }


def of_entity(entity: Entity, catalogue: Catalogue) -> Mapping[str, Any]:
    events = catalogue.timeline.by_entity.get(entity.id, ())
    tellings = catalogue.tellings(events)
    return {
        "description": catalogue.words.ngettext(
            "%(name)s: %(num)s event.",
            "%(name)s: %(num)s events.",
            len(events),
            name=entity.pref_label,
        ),
        "entity": entity,
        "events": events,
        "dated": [event for event in events if event.date],
        "groups": catalogue.by_year(events),
        "company": catalogue.company(events, besides=entity.id),
        "tellings": tellings,
        "references": References.of(telling.card for telling in tellings),
    }


def of_tag(tag: str, catalogue: Catalogue) -> Mapping[str, Any]:
    events = catalogue.timeline.by_tag[tag]
    return {
        "tag": tag,
        "events": events,
        "groups": catalogue.by_year(events),
        "company": catalogue.company(events),
    }


def of_written(page: Written, catalogue: Catalogue) -> Mapping[str, Any]:
    return {"page_text": page.body, "page_file": page.origin, "page_id": page.id}


def of_data(catalogue: Catalogue) -> Mapping[str, Any]:
    return {
        "downloads": [
            (found, found.example(catalogue) if catalogue.timeline.all_events else "")
            for found in downloads(catalogue.words)
        ]
    }


def of_redirect(target: str, catalogue: Catalogue) -> Mapping[str, Any]:
    return {"target": target}
