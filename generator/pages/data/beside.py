"""What stands beside a page for programs: all that the page shows, as JSON.

The twin of `events/x/index.html` is `events/x/index.json`. Events of a list are told in
brief, with the way to all that is known of them. Paths are from the site's root, and
`root` is the way there from the twin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Raw

from generator.model.entities import Entity
from generator.model.events import Event, cited_sources
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.data.records import (
    FORMAT,
    date_told,
    entity_told,
    event_told,
    known,
    line,
    source_told,
)
from generator.pages.things import Card
from generator.pages.views import Company, Telling
from generator.pages.words import Words

Told = Mapping[str, Any]
"""What is told of something, as JSON has it."""


def of_event(id: str, catalogue: Catalogue) -> bytes:
    """All that the page of an event shows."""
    timeline = catalogue.timeline
    event = timeline.by_id[id]
    previous, following = timeline.beside(event)
    return twin(
        routes.event_page(id),
        catalogue,
        event=event_told(known(catalogue, event), catalogue.words),
        sources=[card_in_brief(catalogue.cards[s]) for s in cited_sources(event)],
        names=[in_brief(entity) for entity in catalogue.named(event.entities)],
        related=[
            _with(
                brief(near.event, catalogue),
                names=[entity.id for entity in near.entities],
                sources=[card.source.id for card in near.cards],
                chosen=near.chosen,
            )
            for near in catalogue.neighbours(event)
        ],
        previous=brief(previous, catalogue) if previous else None,
        next=brief(following, catalogue) if following else None,
    )


def of_source(id: str, catalogue: Catalogue) -> bytes:
    """All that the page of a source shows, but for its text."""
    card, timeline = catalogue.cards[id], catalogue.timeline
    return twin(
        routes.source_page(id),
        catalogue,
        name=card.name,
        source=source_told(card.source, timeline.passages.get(id, ())),
        events=briefs(timeline.by_source.get(id, ()), catalogue),
    )


def of_entity(id: str, catalogue: Catalogue) -> bytes:
    """All that the page of somebody or something shows."""
    events = catalogue.timeline.by_entity.get(id, ())
    return twin(
        routes.entity_page(id),
        catalogue,
        entity=entity_told(catalogue.entities[id]),
        events=briefs(events, catalogue),
        company=_company(catalogue.company(events, besides=id)),
        sources=_tellings(catalogue.tellings(events)),
    )


def of_tag(tag: str, slug: str, catalogue: Catalogue) -> bytes:
    """All that the page of a topic shows."""
    events = catalogue.timeline.by_tag[tag]
    return twin(
        routes.tag_page(slug),
        catalogue,
        tag=tag,
        events=briefs(events, catalogue),
        company=_company(catalogue.company(events)),
    )


def of_redirect(former: str, present: str, title: str, catalogue: Catalogue) -> bytes:
    """Where what had the page *former* is now."""
    moved = {"page": present, "data": routes.data_beside(present), "title": title}
    return twin(former, catalogue, moved=moved)


def twin(page: str, catalogue: Catalogue, /, **told: Any) -> bytes:
    """What is *told* beside *page*, and where both stand."""
    head = {
        "format": FORMAT,
        "page": page,
        "root": routes.root_from(page),
        "site": catalogue.site.title,
    }
    return line({**head, **told}) + b"\n"


def briefs(events: Iterable[Event], catalogue: Catalogue) -> list[Raw]:
    return [brief(event, catalogue) for event in events]


def brief(event: Event, catalogue: Catalogue) -> Raw:
    """*event* as lists tell it, written once for all of them."""
    known = catalogue.told_in_brief
    if event.id not in known:
        known[event.id] = line(_brief(event, catalogue.words))
    return Raw(known[event.id])


def _with(told: Raw, /, **more: Any) -> Raw:
    """What is *told*, and *more* of the same."""
    return Raw(bytes(told)[:-1] + b"," + line(more)[1:])


def _brief(event: Event, words: Words) -> Told:
    return {
        **_known_as(event.id, routes.event_page(event.id)),
        "title": event.title,
        **date_told(event.date, words),
        "precision": event.date.precision if event.date else None,
        "status": event.status,
        "factuality": event.factuality,
    }


def in_brief(entity: Entity) -> Told:
    """*entity* as lists tell it."""
    return {
        **_known_as(entity.id, routes.entity_page(entity.id)),
        "kind": entity.kind,
        "prefLabel": entity.pref_label,
        "exactMatch": entity.exact_match,
    }


def card_in_brief(card: Card) -> Told:
    """A source as lists tell it; `name` is what is shown for it, title or not."""
    source = card.source
    return {
        **_known_as(source.id, routes.source_page(source.id)),
        "name": card.name,
        "container-title": source.container_title,
        "publisher": source.publisher,
        "issued": str(source.issued) if source.issued else None,
        "URL": source.url,
        "archive": source.archive,
        "url-status": source.url_status,
    }


def _known_as(id: str, page: str) -> Told:
    """What is told of anything first: what it is called, and where it lies."""
    return {"id": id, "page": page, "data": routes.data_beside(page)}


def _company(company: Sequence[Company]) -> list[Told]:
    return [{**in_brief(each.entity), "events": each.events} for each in company]


def _tellings(tellings: Sequence[Telling]) -> list[Told]:
    return [{**card_in_brief(each.card), "events": each.events} for each in tellings]
