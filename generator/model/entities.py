"""People, organisations and places.

Names are SKOS's (`prefLabel`, `altLabel`, `exactMatch`); Wikidata gives identity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.problems import Origin


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that events are about.

    `alt_label` holds other names in any script; `exact_match` a Wikidata id
    ("Q56226") or ""; `aliases` former ids, which become redirects. `origins` tells
    where each value stands in the file, by its key.
    """

    id: str
    kind: EntityKind
    pref_label: str
    alt_label: tuple[str, ...] = ()
    exact_match: str = ""
    coordinates: Coordinates | None = None
    aliases: tuple[str, ...] = ()
    note: str = ""
    origin: Origin = field(default=Origin(""), compare=False)
    origins: Mapping[str, Origin] = field(
        default_factory=dict, compare=False, repr=False
    )
