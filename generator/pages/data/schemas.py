"""What describes the data for programs: JSON Schema (2020-12), and for the tables CSV
on the Web (W3C, "Metadata Vocabulary for Tabular Data"). Examples are the site's own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import islice
from typing import Any

from generator.model.events import cited_sources
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.data import beside, lists, shapes, tables
from generator.pages.data.pieces import spelt_out
from generator.pages.data.places import places_geojson
from generator.pages.data.records import (
    entity_told,
    event_told,
    known,
    source_told,
)
from generator.pages.data.whole import head

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Told = Mapping[str, Any]


def _timeline(catalogue: Catalogue) -> Told:
    """Of the whole timeline; its example has one event."""
    timeline, words = catalogue.timeline, catalogue.words
    examples = [
        {
            **head(catalogue.site),
            "events": [event_told(known(catalogue, event), words)],
            "sources": [
                source_told(catalogue.cards[id].source, timeline.passages.get(id, ()))
                for id in cited_sources(event)
            ],
            "entities": [entity_told(name) for name in catalogue.named(event.entities)],
        }
        for event in timeline.all_events[:1]
    ]
    nothing: dict[str, Any] = {
        **head(catalogue.site),
        **dict.fromkeys(("events", "sources", "entities"), ()),
    }
    told = _schema("The whole timeline", shapes.TIMELINE, examples or [nothing])
    return _named("timeline", told, catalogue)


def _page(catalogue: Catalogue) -> Told:
    """Of what stands beside a page; its example is that of an event."""
    events = catalogue.timeline.all_events[:1]
    examples = [json.loads(beside.of_event(event.id, catalogue)) for event in events]
    home = [] if examples else [json.loads(lists.of_home(catalogue))]
    told = _schema("What a page shows", shapes.TWIN, examples or home)
    return _named("page", told, catalogue)


def _places(catalogue: Catalogue) -> Told:
    """Of the events on a map; its example has one."""
    first, *features = islice(spelt_out(places_geojson(catalogue), catalogue), 2)
    examples = [
        json.loads(first + feature + b"]}")
        for feature in features
        if feature.strip() != b"]}"
    ]
    if not examples:
        whole = spelt_out(places_geojson(catalogue), catalogue)
        examples = [json.loads(b"".join(whole))]
    told = _schema("Events where they took place", shapes.PLACES, examples)
    return _named("places", told, catalogue)


def _schema(title: str, shape: Told, examples: Iterable[object]) -> Told:
    return {"$schema": _DIALECT, "title": title, **shape, "examples": [*examples]}


def _named(name: str, schema: Told, catalogue: Catalogue) -> Told:
    """*schema* with its public address, from which its references to others lead on."""
    address = routes.public(routes.schema(name), catalogue.site.base_url)
    return {"$id": address, **schema} if address else schema


def _table(
    path: str,
    columns: Iterable[tables.Column[Any]],
    key: tuple[str, ...],
    catalogue: Catalogue,
) -> Told:
    """Of a table; the lists in its cells are told by what parts them."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"../{path.removeprefix('data/')}",
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "dc:description": column.about,
                    "datatype": "string",
                    **({"separator": tables.BETWEEN} if column.is_list else {}),
                }
                for column in columns
            ],
            "primaryKey": list(key),
        },
    }


SCHEMAS: Mapping[str, Callable[[Catalogue], Told]] = {
    routes.schema("timeline"): _timeline,
    routes.schema("page"): _page,
    routes.schema("places"): _places,
    routes.schema("events"): partial(
        _table, routes.EVENTS_TABLE, tables.EVENT_COLUMNS, ("id",)
    ),
    routes.schema("citations"): partial(
        _table, routes.CITATIONS_TABLE, tables.CITATION_COLUMNS, ("event", "number")
    ),
}
"""What describes the data, by path."""


def schema_file(path: str, catalogue: Catalogue) -> bytes:
    """The file at *path*, to be read by people, too."""
    told = SCHEMAS[path](catalogue)
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace") + b"\n"
