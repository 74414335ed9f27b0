"""The map: where places are drawn, how much of the world, and what its page says."""

from __future__ import annotations

import gzip
import math
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence

import harbour_timeline as harbour
import pytest
from harbour_timeline import site
from hypothesis import given
from hypothesis import strategies as st

from generator.model.entities import Coordinates, Entity, EntityKind, Extent
from generator.model.timeline import Timeline
from generator.pages.map import atlas
from generator.pages.map_land import land
from generator.pages.map_marks import Located, Mark, Side, marks
from generator.pages.map_projection import HALF_HEIGHT, HALF_WIDTH, Point, projected
from generator.pages.map_shapes import Box, about, area, clipped, path, simplified
from generator.pages.map_view import View, frame, sea, view_of, world

AUTHALIC_RADIUS = 6_371_007.181
"""Metres: the radius of the sphere that has as much surface as the earth (WGS 84)."""


@pytest.mark.parametrize(
    ("point", "metres"),
    [
        ((0, 0), (0, 0)),
        ((180, 0), (17_243_959.06, 0)),
        ((-180, 0), (-17_243_959.06, 0)),
        ((0, 90), (0, 8_392_927.60)),
        ((180, 90), (10_216_474.79, 8_392_927.60)),
        ((-180, -90), (-10_216_474.79, -8_392_927.60)),
    ],
)
def test_the_projection_gives_what_proj_publishes_for_equal_earth(
    point: Point, metres: Point
) -> None:
    x, y = projected(point)
    assert (x * AUTHALIC_RADIUS, y * AUTHALIC_RADIUS) == pytest.approx(metres, abs=1)


@given(st.floats(-179, 179), st.floats(-88, 88))
def test_every_square_is_as_large_as_on_the_globe(east: float, north: float) -> None:
    step = 0.01
    corners = [(0.0, 0.0), (step, 0.0), (step, step), (0.0, step)]
    drawn = area([projected((east + x, north + y)) for x, y in corners])
    low, high = (math.sin(math.radians(d)) for d in (north, north + step))
    assert drawn == pytest.approx(math.radians(step) * (high - low), rel=1e-3)


def test_the_map_is_as_wide_as_its_authors_say() -> None:
    ratio = HALF_WIDTH / HALF_HEIGHT
    assert ratio == pytest.approx(2.05458, abs=1e-5)


SQUARE = [(170.0, -10.0), (-170.0, -10.0), (-170.0, 10.0), (170.0, 10.0)]


def test_a_ring_across_180_degrees_is_cut_there() -> None:
    east, west = sorted(about(0, SQUARE), key=lambda part: part[0][0], reverse=True)
    assert {round(x) for x, _ in east} <= set(range(170, 181))
    assert {round(x) for x, _ in west} <= set(range(-180, -169))
    assert area(east) + area(west) == pytest.approx(400)


def test_a_ring_across_180_degrees_is_whole_in_the_middle_of_a_map() -> None:
    (part,) = about(180, SQUARE)
    assert (min(x for x, _ in part), max(x for x, _ in part)) == (-10, 10)


@pytest.mark.parametrize("pole", [90, -90], ids=["north", "south"])
def test_a_ring_around_a_pole_reaches_to_it(pole: int) -> None:
    ring = [(float(east), pole * 0.8) for east in range(-180, 180, 10)]
    parts = about(11, ring)
    assert sum(map(area, parts)) == pytest.approx(360 * 18)


points = st.tuples(st.floats(-50, 50), st.floats(-50, 50))


@given(st.lists(points, min_size=3, max_size=12))
def test_nothing_is_drawn_outside_its_box(ring: Sequence[Point]) -> None:
    box = Box(-10, -5, 20, 15)
    for x, y in clipped(ring, box):
        assert -10 <= x <= 20
        assert -5 <= y <= 15


def test_what_is_clipped_is_what_lies_inside() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert area(clipped(square, Box(5, -5, 20, 4))) == 20
    assert clipped(square, Box(11, 0, 20, 10)) == []
    assert clipped(square, Box(-1, -1, 11, 11)) == square


def test_a_simpler_ring_stays_near_the_ring() -> None:
    wavy = [(x, (x % 2) * 0.4) for x in range(20)] + [(20.0, 9.0), (0.0, 9.0)]
    assert len(simplified(wavy, 0.5)) == 4
    assert simplified(wavy, 0.1) == wavy


def test_a_path_is_written_with_what_it_takes() -> None:
    rings = [[(1.2, 1), (11, 1), (11, 6), (-4, 6)], [(0, 0), (0.1, 0), (0.2, 0.3)]]
    assert path(rings) == "M1 1l10 0 0 5-15 0z"


def at(north: float, east: float, extent: Extent | None = Extent.CITY) -> Coordinates:
    return Coordinates(north, east, extent)


LONDON, PARIS, KYIV = at(51.51, -0.13), at(48.85, 2.35), at(50.45, 30.52)
SUVA, APIA = at(-18.14, 178.44), at(-13.83, -171.77)
SYDNEY, QUITO = at(-33.87, 151.21), at(-0.23, -78.52)
SOUTH_POLE = at(-90, 0)


@pytest.mark.parametrize(
    ("places", "whole"),
    [
        ([LONDON], False),
        ([LONDON, PARIS, KYIV], False),
        ([SUVA, APIA], False),
        ([LONDON, SYDNEY], True),
        ([SUVA, QUITO, LONDON], True),
        ([SOUTH_POLE], False),
        ([SOUTH_POLE, LONDON], True),
    ],
    ids=[
        "a-city",
        "a-continent",
        "across-180-degrees",
        "both-ends",
        "three-oceans",
        "a-pole",
        "from-pole-to-town",
    ],
)
def test_the_map_shows_no_more_of_the_world_than_it_needs(
    places: list[Coordinates], whole: bool
) -> None:
    assert view_of(places).whole == whole


@given(st.lists(st.builds(at, st.floats(-90, 90), st.floats(-180, 180)), min_size=1))
def test_every_place_is_on_the_map(places: list[Coordinates]) -> None:
    view = view_of(places)
    for place in places:
        x, y = view.at(place)
        assert 0 <= round(x) <= view.width
        assert 0 <= round(y) <= view.height


def test_places_on_both_sides_of_180_degrees_are_drawn_side_by_side() -> None:
    view = view_of([SUVA, APIA])
    assert view.at(SUVA)[0] < view.at(APIA)[0]


def inside(point: Point, drawn: str) -> bool:
    """Whether *point* is on land: the path of whole, relative steps is followed."""
    crossings = 0
    for ring in drawn.removesuffix("z").split("z"):
        numbers = [int(n) for n in re.findall(r"-?\d+", ring)]
        x, y = numbers[:2]
        corners = [(x, y)]
        for step_x, step_y in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + step_x, y + step_y
            corners.append((x, y))
        for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
            if (y1 > point[1]) != (y2 > point[1]):
                at_x = x1 + (point[1] - y1) / (y2 - y1) * (x2 - x1)
                crossings += at_x > point[0]
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("where", "is_land"),
    [
        (at(48, 11), True),
        (at(55, 100), True),
        (at(67, -178), True),
        (at(-25, 134), True),
        (at(0, -30), False),
        (at(20, -150), False),
        (at(42, 50.5), False),
        (at(-1, 33), False),
    ],
    ids=[
        "europe",
        "siberia",
        "siberia-beyond-180-degrees",
        "australia",
        "atlantic",
        "pacific",
        "caspian-sea",
        "lake-victoria",
    ],
)
def test_land_is_where_land_is(where: Coordinates, is_land: bool) -> None:
    view = world()
    assert inside(view.at(where), land(view)) == is_land


def test_a_part_of_the_world_is_drawn_in_more_detail() -> None:
    view = view_of([LONDON])
    assert not view.is_coarse
    assert inside(view.at(at(52.5, -1.5)), land(view))
    assert not inside(view.at(at(56, 3)), land(view))


def test_the_globe_ends_where_the_map_does() -> None:
    assert inside((800, 300), sea(world()))
    assert not inside((10, 10), sea(world()))


def test_a_small_world_shows_where_a_map_is() -> None:
    part = view_of([LONDON])
    around = world(part.centre, 240, -90, 90)
    assert inside(around.at(LONDON), frame(part, around))
    assert not inside(around.at(SYDNEY), frame(part, around))


@pytest.mark.parametrize("view", [world(), view_of([LONDON, KYIV]), view_of([SUVA])])
def test_a_map_weighs_little(view: View) -> None:
    assert len(gzip.compress(land(view).encode())) < 9_000


def located(name: str, where: Coordinates, events: int = 1) -> Located:
    return Located(Entity(name.lower(), EntityKind.PLACE, name), where, events)


def drawn(*places: Located) -> tuple[Mark, ...]:
    return marks(places, world())


def test_places_that_would_hide_each_other_share_a_mark() -> None:
    (mark,) = drawn(located("London", LONDON), located("Paris", PARIS, 7))
    assert mark.label == "Paris + 1"
    assert [place.entity.id for place in mark.places] == ["paris", "london"]


def test_a_country_is_a_ring_below_its_towns() -> None:
    ukraine = Coordinates(49, 32, Extent.COUNTRY)
    ring, dot = drawn(located("Kyiv", KYIV, 9), located("Ukraine", ukraine))
    assert (ring.is_area, dot.is_area) == (True, False)


@pytest.mark.parametrize(
    ("extent", "is_area"),
    [
        (Extent.COUNTRY, True),
        (Extent.REGION, True),
        (Extent.CITY, False),
        (Extent.SITE, False),
        (None, False),
    ],
)
def test_only_what_is_large_is_a_ring(extent: Extent | None, is_area: bool) -> None:
    (mark,) = drawn(located("Here", Coordinates(1, 1, extent)))
    assert mark.is_area == is_area


@pytest.mark.parametrize(
    ("events", "size"), [(1, 1), (2, 2), (5, 2), (6, 3), (20, 3), (21, 4), (9999, 4)]
)
def test_a_mark_grows_with_its_events(events: int, size: int) -> None:
    (mark,) = drawn(located("London", LONDON, events))
    assert mark.size == size


def test_a_name_stands_where_there_is_room() -> None:
    (east,) = drawn(located("A harbour far in the east", at(-20, 179)))
    assert east.side is Side.LEFT
    (mark,) = drawn(located("A" * 120, LONDON))
    assert mark.side is None


def test_names_do_not_lie_on_each_other() -> None:
    near = [located(f"Harbour {n}", at(n, 3 * n)) for n in range(0, 40, 5)]
    found = marks(near, world())
    assert found == marks(reversed(near), world())
    assert any(mark.narrow for mark in found)
    assert any(mark.side and not mark.narrow for mark in found)


TOWN = "harbour-bridge"


def harbour_with(where: Coordinates | None, kind: str = "place") -> Timeline:
    entities = [
        Entity(TOWN, EntityKind(kind), "Harbour Bridge", coordinates=where),
        Entity("mayor", EntityKind.PERSON, "the mayor", coordinates=LONDON),
        Entity("nowhere", EntityKind.PLACE, "Nowhere", coordinates=PARIS),
    ]
    return harbour.timeline(entities=tuple(entities))


def page(timeline: Timeline) -> str:
    return site(timeline)["map/index.html"].decode("utf-8")


def test_the_map_has_a_link_for_each_place_with_events() -> None:
    html = page(harbour_with(LONDON))
    assert f'<a class="map-mark" href="../entities/{TOWN}/index.html"' in html
    assert 'aria-label="Harbour Bridge: 3 events"' in html
    assert f'<li id="place-{TOWN}" class="map-place">' in html
    assert "City, to about a kilometre." in html
    assert "Placed by an editor." in html
    assert "the mayor" not in html
    assert "Nowhere" not in html


def test_the_list_says_who_vouches_for_a_place() -> None:
    where = Coordinates(40, 127, Extent.COUNTRY, "countryinfo")
    html = page(harbour_with(where))
    assert "Country, shown by a ring around its middle." in html
    assert "Vouched for by countryinfo." in html
    assert "to about" not in html


def test_without_a_place_the_page_says_so_and_draws_nothing() -> None:
    files = site(harbour_with(None))
    html = files["map/index.html"].decode("utf-8")
    assert "so there is nothing to draw" in html
    assert "map-drawing" not in html
    assert "Not on the map" in html
    assert 'href="map/index.html"' not in files["index.html"].decode("utf-8")


def test_a_place_leads_to_the_map_and_back() -> None:
    files = site(harbour_with(LONDON))
    place = files[f"entities/{TOWN}/index.html"].decode("utf-8")
    assert f'href="../../map/index.html#place-{TOWN}"' in place
    assert 'href="map/index.html"' in files["index.html"].decode("utf-8")


def test_where_marks_lie_on_each_other_a_second_map_is_closer() -> None:
    events = {"oslo": ["e"], "quito": ["e"], "london": ["e"], "paris": ["e", "f"]}
    places = {"oslo": at(59.9, 10.7), "quito": QUITO, "london": LONDON, "paris": PARIS}
    found = atlas(
        (Entity(n, EntityKind.PLACE, n, coordinates=w) for n, w in places.items()),
        events,
    )
    assert found.main.view.whole
    assert found.inset is None
    (closer,) = found.closer
    assert {mark.label for mark in closer.marks} >= {"london", "paris"}
    (paris,) = (place for place in found.placed if place.entity.id == "paris")
    assert [other.entity.id for other in found.beside(paris)] == ["london"]


def test_no_more_than_two_closer_maps_are_drawn() -> None:
    crowds = [(50, -100), (-20, -50), (0, 20), (50, 40), (-30, 140)]
    places = [at(n + more, e + more) for n, e in crowds for more in (0, 0.5)]
    entities = [
        Entity(f"e{i}", EntityKind.PLACE, f"e{i}", coordinates=where)
        for i, where in enumerate(places)
    ]
    found = atlas(entities, {entity.id: ["event"] for entity in entities})
    assert [len(mark.places) for mark in found.main.marks] == [2] * 5
    assert len(found.closer) == 2


def test_the_drawing_is_the_same_every_time() -> None:
    first = page(harbour_with(LONDON))
    land.cache_clear()
    assert page(harbour_with(LONDON)) == first


def test_the_drawing_is_sound_markup() -> None:
    html = page(harbour_with(KYIV))
    start = html.index('<svg class="map-drawing"')
    drawing = html[start : html.index("</svg>", start) + 6]
    assert ElementTree.fromstring(drawing).attrib["role"] == "group"
