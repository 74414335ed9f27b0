"""Events where they took place, for maps: GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.each import Each, settling
from generator.model.entities import Coordinates, Entity
from generator.model.events import Event
from generator.pages import routes
from generator.pages.data.records import date_told, line
from generator.pages.views import Catalogue
from generator.pages.words import Words


class Placed(NamedTuple):
    """An event, one of its places and where that is, and the site's address."""

    event: Event
    place: Entity
    where: Coordinates
    base_url: str


def places_geojson(catalogue: Catalogue, each: Each) -> Iterator[bytes]:
    """A point for each event and place of it that has coordinates, in the order of
    time; `unplaced` counts the events that have none."""
    found, unplaced = _placed(catalogue)
    head = {"type": "FeatureCollection", "name": catalogue.site.title}
    yield line({**head, "unplaced": unplaced})[:-1] + b',"features":['
    features = each(partial(_feature, catalogue.words), found)
    yield from (b"%b\n%b" % (b"," * bool(n), made) for n, made in enumerate(features))
    yield b"\n]}\n"


def _placed(catalogue: Catalogue) -> tuple[Sequence[Placed], int]:
    found: list[Placed] = []
    unplaced = 0
    base_url = catalogue.site.base_url
    for event in catalogue.timeline.all_events:
        places = catalogue.named(event.places)
        at = [(place, place.coordinates) for place in places]
        located = [Placed(event, p, where, base_url) for p, where in at if where]
        unplaced += not located
        found += located
    return found, unplaced


@settling
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
