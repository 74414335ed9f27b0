"""Coordinates as they are written in a file, and whose they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import Desk, event, proposals

from generator.model.entities import Coordinates, EntityKind, Extent
from generator.model.events import EntityProposal, Proposals
from generator.store.coordinates import coordinates


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("39.15, 127.44", Coordinates(39.15, 127.44)),
        ("-39,-127", Coordinates(-39, -127)),
        ("39.15, 127.44 (city)", Coordinates(39.15, 127.44, Extent.CITY)),
        (
            "40, 127 ( country , a gazetteer, 2nd edition )",
            Coordinates(40, 127, Extent.COUNTRY, "a gazetteer, 2nd edition"),
        ),
        ("90, 180", Coordinates(90, 180)),
        ("90.1, 0", None),
        ("0, 180.1", None),
        ("39.15", None),
        ("39.15, 127.44 (town)", None),
        ("39.15, 127.44 ()", None),
        ("39.15, 127.44 (city", None),
        ("39.15, 127.44 (a gazetteer)", None),
    ],
)
def test_what_coordinates_mean(text: str, meant: Coordinates | None) -> None:
    assert coordinates(text) == meant


degrees = st.integers(-9000, 9000).map(lambda hundredths: hundredths / 100)


@given(
    st.builds(
        Coordinates,
        degrees,
        degrees.map(lambda value: value * 2),
        st.sampled_from(Extent),
        st.sampled_from(("", "GeoNames 7")),
    )
)
def test_coordinates_are_read_as_they_are_written(where: Coordinates) -> None:
    assert coordinates(str(where)) == where


@pytest.mark.parametrize(
    ("where", "decimals"),
    [
        (Coordinates(40, 127), 0),
        (Coordinates(40, 127.5), 1),
        (Coordinates(51.51, -0.1), 2),
        (Coordinates(51.50136, -0.14189), 5),
    ],
)
def test_the_decimals_tell_how_exactly_a_place_is_known(
    where: Coordinates, decimals: int
) -> None:
    assert where.decimals == decimals


KELSO = EntityProposal(
    "kelso",
    EntityKind.PLACE,
    "Kelso",
    coordinates=Coordinates(55.6, -2.43, Extent.CITY, "GeoNames 7"),
)
PLACED = proposals(event(places=["kelso"]), entities=[KELSO])
UNPLACED = proposals(
    event(places=["kelso"]), entities=[replace(KELSO, coordinates=None)]
)


def test_a_place_is_placed_by_the_gazetteer_where_it_was_not(desk: Desk) -> None:
    desk.extract(UNPLACED)
    desk.extract(PLACED)
    line = 'coordinates: "55.6, -2.43 (city, GeoNames 7)"\n'
    assert line in desk.text("entities/kelso")
    assert not desk.plan(PLACED).pending


@pytest.mark.parametrize(
    "later", [PLACED, UNPLACED], ids=["as-before", "no-gazetteer-knows-it"]
)
def test_the_coordinates_that_a_person_wrote_stay(desk: Desk, later: Proposals) -> None:
    desk.extract(PLACED)
    desk.edit("entities/kelso", "55.6, -2.43 (city, GeoNames 7)", "55.5985, -2.4336")
    corrected = desk.text("entities/kelso")
    desk.extract(later)
    assert desk.text("entities/kelso") == corrected
    assert not desk.plan(later).pending


def test_coordinates_that_a_person_took_out_do_not_come_back(desk: Desk) -> None:
    desk.extract(PLACED)
    line = 'coordinates: "55.6, -2.43 (city, GeoNames 7)"\n'
    desk.edit("entities/kelso", line, "")
    desk.extract(PLACED)
    assert "coordinates" not in desk.text("entities/kelso")
