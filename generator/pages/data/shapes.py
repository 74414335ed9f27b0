"""The shapes of the data: JSON Schema (2020-12) as values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from generator.model.edtf import Precision
from generator.model.entities import EntityKind, Extent
from generator.model.events import Factuality, Status
from generator.model.sources import UrlStatus
from generator.model.timex import Basis
from generator.pages.data.records import FORMAT

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
NUMBER: Schema = {"type": "integer", "minimum": 0}
TRUTH: Schema = {"type": "boolean"}
TEXTS: Schema = {"type": "array", "items": TEXT}
EDTF: Schema = {
    "type": ["string", "null"],
    "description": "EDTF (ISO 8601-2), exactly as fine as known",
}
PAGE: Schema = {"type": "string", "description": "a path from the site's root"}
ADDRESSES: Mapping[str, Schema] = {"page": PAGE, "data": PAGE}
DATE: Mapping[str, Schema] = {"date": EDTF, "date_in_words": TEXT}


def listed(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def one_of(words: type[StrEnum], *, known: bool = True) -> Schema:
    """One of the *words*; null where it need not be *known*."""
    values: list[str | None] = [word.value for word in words]
    return {"enum": values if known else [*values, None]}


def record(
    fields: Mapping[str, Schema], *, optional: Mapping[str, Schema] | None = None
) -> Schema:
    """An object with all these *fields*; others may be added later."""
    return {
        "type": "object",
        "properties": {**fields, **(optional or {})},
        "required": list(fields),
    }


def defined(name: str, file: str = "") -> Schema:
    return {"$ref": f"{file}#/$defs/{name}"}


STATE: Mapping[str, Schema] = {
    "precision": one_of(Precision, known=False),
    "status": one_of(Status),
    "factuality": one_of(Factuality),
}
WHERE: Mapping[str, Schema] = {
    "coordinates": {
        "description": "latitude and longitude in degrees (WGS 84)",
        "type": ["array", "null"],
        "prefixItems": [
            {"type": "number", "minimum": -90, "maximum": 90},
            {"type": "number", "minimum": -180, "maximum": 180},
        ],
    },
    "extent": one_of(Extent, known=False),
    "gazetteer": TEXT,
}
SAYS = record(
    {
        **DATE,
        "phrase": TEXT,
        "basis": one_of(Basis, known=False),
        **dict.fromkeys(("anchor", "needs", "speaker", "because"), TEXT),
    }
)
CITATION = record(
    {
        **dict.fromkeys(("source", "exact", "prefix", "suffix"), TEXT),
        "start": NUMBER,
        "end": NUMBER,
        "page": PAGE,
        "says": SAYS,
    }
)
CLAIM = record(
    {"about": TEXT, "value": TEXT, "speaker": TEXT, "citation": defined("citation")}
)
PICTURE = record(
    {
        "sizes": listed(record({"file": TEXT, "width": NUMBER, "height": NUMBER})),
        **dict.fromkeys(("alt", "caption", "credit", "licence", "licence_url"), TEXT),
        "source": TEXT,
        **DATE,
        "sensitive": TRUTH,
    }
)
EVENT = record(
    {
        "id": TEXT,
        "page": PAGE,
        "title": TEXT,
        **DATE,
        **STATE,
        **dict.fromkeys(("people", "organisations", "places"), TEXTS),
        **dict.fromkeys(("tags", "related", "aliases"), TEXTS),
        "body": {"type": "string", "description": "Markdown"},
        "citations": listed(defined("citation")),
        "claims": listed(defined("claim")),
        "media": listed(defined("picture")),
        "corrections": listed(record({**DATE, "note": TEXT})),
    }
)
PASSAGE = record(
    {"number": NUMBER, "start": NUMBER, "end": NUMBER, "exact": TEXT, "events": TEXTS}
)
SOURCE = record(
    {
        "id": TEXT,
        "page": PAGE,
        "title": TEXT,
        "author": TEXTS,
        "container-title": TEXT,
        "publisher": TEXT,
        "issued": EDTF,
        "URL": TEXT,
        "url-status": one_of(UrlStatus, known=False),
        "archive": TEXT,
        "archived": EDTF,
        "accessed": EDTF,
        **dict.fromkeys(("language", "rights", "sha256", "note"), TEXT),
        "inferred": record({"issued": EDTF, "because": TEXT}),
        "aliases": TEXTS,
        "passages": listed(defined("passage")),
    }
)
ENTITY = record(
    {
        "id": TEXT,
        "page": PAGE,
        "kind": one_of(EntityKind),
        "prefLabel": TEXT,
        "altLabel": TEXTS,
        "exactMatch": TEXT,
        **WHERE,
        "aliases": TEXTS,
        "note": TEXT,
    }
)
TIMELINE = {
    **record(
        {
            "format": {"const": FORMAT},
            **dict.fromkeys(("title", "description", "language", "url"), TEXT),
            "events": listed(defined("event")),
            "sources": listed(defined("source")),
            "entities": listed(defined("entity")),
        }
    ),
    "$defs": {
        "event": EVENT,
        "citation": CITATION,
        "claim": CLAIM,
        "picture": PICTURE,
        "source": SOURCE,
        "passage": PASSAGE,
        "entity": ENTITY,
    },
}

BRIEF = record({"id": TEXT, **ADDRESSES, "title": TEXT, **DATE, **STATE})
NAME = record(
    {
        "id": TEXT,
        **ADDRESSES,
        "kind": one_of(EntityKind),
        "prefLabel": TEXT,
        "exactMatch": TEXT,
    },
    optional={**WHERE, "events": NUMBER},
)
CARD = record(
    {
        "id": TEXT,
        **ADDRESSES,
        **dict.fromkeys(("name", "container-title", "publisher"), TEXT),
        "issued": EDTF,
        "URL": TEXT,
        "archive": TEXT,
        "url-status": one_of(UrlStatus, known=False),
    },
    optional={"events": NUMBER},
)
PERIOD = record({"key": TEXT, "name": TEXT}, optional=ADDRESSES)
COUNTED: Schema = {
    "description": "events in brief, or how many they are",
    "anyOf": [listed(defined("brief")), NUMBER],
}
COUNTED_CARDS: Schema = {
    "description": "sources in brief, or how many they are",
    "anyOf": [listed(defined("card")), NUMBER],
}
COUNTED_NAMES: Schema = {
    "description": "names in brief, or how many they are",
    "anyOf": [listed(defined("name")), NUMBER],
}
NEAR = {
    "description": "an event in brief; or a year or month, or null at either end",
    "anyOf": [defined("brief"), defined("period"), {"type": "null"}],
}
TWIN = {
    **record(
        {"format": {"const": FORMAT}, "page": PAGE, "root": TEXT, "site": TEXT},
        optional={
            "event": defined("event", "timeline.json"),
            "source": defined("source", "timeline.json"),
            "entity": defined("entity", "timeline.json"),
            "moved": record({**ADDRESSES, "title": TEXT}),
            "name": TEXT,
            "tag": TEXT,
            **dict.fromkeys(("description", "language", "url"), TEXT),
            "all": PAGE,
            "events": COUNTED,
            "sources": COUNTED_CARDS,
            "names": COUNTED_NAMES,
            "company": listed(defined("name")),
            "related": listed(
                {
                    "allOf": [
                        defined("brief"),
                        record({"names": TEXTS, "sources": TEXTS, "chosen": TRUTH}),
                    ]
                }
            ),
            "previous": NEAR,
            "next": NEAR,
            "year": {"anyOf": [defined("period"), {"type": "null"}]},
            "month": {"anyOf": [defined("period"), {"type": "null"}]},
            "years": listed(defined("period")),
            "months": listed(defined("period")),
            "continuing": listed(defined("brief")),
            "key_events": listed(defined("brief")),
            "undated": NUMBER,
            "places": listed(defined("name")),
            "unplaced": listed(defined("name")),
            "tags": listed(record({"tag": TEXT, **ADDRESSES, "events": NUMBER})),
            "corrections": listed(
                record({**DATE, "note": TEXT, "event": defined("brief")})
            ),
        },
    ),
    "$defs": {"brief": BRIEF, "name": NAME, "card": CARD, "period": PERIOD},
}

POINT = record(
    {
        "type": {"const": "Point"},
        "coordinates": {
            "type": "array",
            "prefixItems": [
                {"type": "number", "minimum": -180, "maximum": 180},
                {"type": "number", "minimum": -90, "maximum": 90},
            ],
            "minItems": 2,
            "maxItems": 2,
        },
    }
)
PLACES = record(
    {
        "type": {"const": "FeatureCollection"},
        "name": TEXT,
        "unplaced": NUMBER,
        "features": listed(
            record(
                {
                    "type": {"const": "Feature"},
                    "id": TEXT,
                    "geometry": POINT,
                    "properties": record(
                        {
                            **dict.fromkeys(("event", "page", "title"), TEXT),
                            **DATE,
                            **STATE,
                            "place": TEXT,
                            "place_name": TEXT,
                            "extent": one_of(Extent, known=False),
                            "gazetteer": TEXT,
                        }
                    ),
                }
            )
        ),
    }
)
