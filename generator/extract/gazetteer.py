"""Knows countries, their people's names, capitals and large cities.

Reads the tables beside it once; their heads say where they come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.model.letters import plain


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or city by its common name.

    `country` is a two-letter code, "" for a region of several countries.
    """

    name: str
    country: str
    kind: str

    @property
    def is_country(self) -> bool:
        return self.kind == "country"

    @property
    def is_region(self) -> bool:
        return self.kind == "region"

    @property
    def is_capital(self) -> bool:
        return self.kind == "capital"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names, accents folded, to places; demonyms to countries."""

    places: Mapping[str, Place]
    demonyms: Mapping[str, Place]
    countries: Mapping[str, Place]

    def place(self, name: str) -> Place | None:
        """The country, region or city that *name* is, under any of its names."""
        folded = fold(name)
        if folded.startswith(("St. ", "St ")):
            folded = "Saint " + folded.split(" ", 1)[1]
        return self.places.get(folded)

    def country_of_people(self, word: str) -> Place | None:
        """The country whose people or things *word* names ("French")."""
        return self.demonyms.get(fold(word))

    def is_adjective(self, word: str) -> bool:
        """*word* tells of a country's people or things."""
        return fold(word) in self.demonyms


def fold(name: str) -> str:
    """*name* in plain letters and with straight apostrophes; case is kept."""
    return plain(name.replace("’", "'"))


@cache
def gazetteer() -> Gazetteer:
    """The shipped tables, read once."""
    places: dict[str, Place] = {}
    countries: dict[str, Place] = {}
    for country, name, kind in (*_rows("places.tsv"), *_rows("regions.tsv")):
        place = Place(name, country, kind)
        if place.is_country:
            countries[country] = place
        # A country keeps its name against a city of the same name.
        places.setdefault(fold(name), place)
    demonyms: dict[str, Place] = {}
    for code, people, others in _rows("demonyms.tsv"):
        for name in filter(None, others.split(",")):
            places[fold(name)] = countries[code]
        for word in people.split(","):
            demonyms[fold(word)] = countries[code]
    return Gazetteer(places, demonyms, countries)


@cache
def given_names() -> frozenset[str]:
    """Given names of many countries, accents folded."""
    return frozenset(fold(row[0]) for row in _rows("given_names.txt"))


def _rows(name: str) -> Iterator[list[str]]:
    table = (files("generator.extract") / "data" / name).read_text("utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]
