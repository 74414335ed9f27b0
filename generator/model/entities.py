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


class Extent(StrEnum):
    """What coordinates stand for; those of a country or region are its middle."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    SITE = "site"

    @property
    def is_area(self) -> bool:
        """Too large to be shown as a point."""
        return self in (Extent.COUNTRY, Extent.REGION)


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Degrees north and east (WGS 84).

    `extent` is None where nobody said how large the place is. `gazetteer` names the
    entry that vouches for them ("GeoNames 2643743"), "" where an editor does. All of
    it is one value, so that whoever writes other degrees writes over the rest too.
    """

    latitude: float
    longitude: float
    extent: Extent | None = None
    gazetteer: str = ""

    @property
    def decimals(self) -> int:
        """How many decimals the degrees were given to: how exactly the place is known.

        Zeros at the end are not told from none.
        """
        return max(_decimals(self.latitude), _decimals(self.longitude))

    def __str__(self) -> str:
        """As a file has it: "51.51, -0.13 (city, GeoNames 2643743)"."""
        degrees = f"{self.latitude:.10g}, {self.longitude:.10g}"
        about = ", ".join(filter(None, (self.extent or "", self.gazetteer)))
        return f"{degrees} ({about})" if about else degrees


def _decimals(degrees: float) -> int:
    return len(f"{degrees:.10g}".partition(".")[2])


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
