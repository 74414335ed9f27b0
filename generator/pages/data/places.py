"""Events where they took place, for maps: GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.model.entities import Coordinates, Entity
from generator.model.events import Event
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.data.pieces import Pieces
from generator.pages.data.records import date_told, line
from generator.pages.words import Words


class Placed(NamedTuple):
    """An event, one of its places and where that is, and the site's address."""

    event: Event
    place: Entity
    where: Coordinates
    base_url: str


def places_geojson(catalogue: Catalogue) -> Iterator[bytes | Pieces]:
    """A point for each event and place of it that has coordinates, in the order of
    time; `unplaced` counts the events that have none."""
    events, entities = catalogue.timeline.all_events, catalogue.entities.values()
    places = {entity.id for entity in entities if entity.coordinates}
    unplaced = sum(places.isdisjoint(event.places) for event in events)
    head = {"type": "FeatureCollection", "name": catalogue.site.title}
    yield line({**head, "unplaced": unplaced})[:-1] + b',"features":['
    yield Pieces("events", partial(_features, catalogue), b",")
    yield b"\n]}\n"


def _features(catalogue: Catalogue, id: str) -> bytes:
    event, words = catalogue.timeline.by_id[id], catalogue.words
    placed = _placed(catalogue, event)
    return b",".join(b"\n" + _feature(words, found) for found in placed)


def _placed(catalogue: Catalogue, event: Event) -> Iterator[Placed]:
    for place in catalogue.named(event.places):
        if place.coordinates:
            base_url = catalogue.site.base_url
            yield Placed(event, place, place.coordinates, base_url)


def _feature(words: Words, placed: Placed) -> bytes:
    event, place, where, base_url = placed
    page = routes.event_page(event.id)
    return line(
        {
            "type": "Feature",
            "id": f"{event.id}/{place.id}",
            "geometry": {
                "type": "Point",
                "coordinates": [where.longitude, where.latitude],
            },
            "properties": {
                "event": event.id,
                "page": routes.public(page, base_url) or page,
                "title": event.title,
                **date_told(event.date, words),
                "precision": event.date.precision if event.date else None,
                "status": event.status,
                "factuality": event.factuality,
                "place": place.id,
                "place_name": place.pref_label,
                "extent": where.extent,
                "gazetteer": where.gazetteer,
            },
        }
    )
