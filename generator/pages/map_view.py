"""The part of the world that a map shows, chosen by the places that are to be on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.model.entities import Coordinates
from generator.pages.map_projection import HALF_HEIGHT, HALF_WIDTH, Point, projected
from generator.pages.map_shapes import Box, clipped, path

_EARTH = 6371.0
"""Kilometres from its middle to its surface."""

WIDTH = 1600
"""Units of a drawing, whatever its width on a page."""

_GREENWICH = 11.0
"""The central meridian of the world: it cuts through no land but the poles'."""

_SOUTHERNMOST, _NORTHERNMOST = -57.0, 84.0
"""Beyond is ice, and the map ends there unless an event took place on it."""

_WIDEST = 110.0
_LARGEST_SHARE = 0.4
_SHAPE = 1.6
_MARGIN = 0.2
_ROUND_AREA, _ROUND_POINT = 0.16, 0.1
"""Radii of the globe: about 1,000 km and 640 km around what lies at the edge."""


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of the projected world around the meridian *centre* (degrees east).

    `whole`: it is the world and not a part of it.
    """

    centre: float
    box: Box
    whole: bool
    width: int = WIDTH

    @property
    def height(self) -> int:
        return round(self.width * self.box.height / self.box.width)

    @property
    def is_coarse(self) -> bool:
        """So much of the world is seen that details would not be."""
        return self.box.width * WIDTH / self.width > HALF_WIDTH / 2

    @property
    def square_km(self) -> float:
        """What a square unit of the drawing is of the earth: the same everywhere."""
        return (_EARTH * self.box.width / self.width) ** 2

    def drawn(self, point: Point) -> Point:
        """Where *point* of the plane is on the drawing: y grows downwards there."""
        scale = self.width / self.box.width
        return (point[0] - self.box.west) * scale, (self.box.north - point[1]) * scale

    def at(self, where: Coordinates) -> Point:
        """Where *where* is on the drawing."""
        east = (where.longitude - self.centre + 180) % 360 - 180
        return self.drawn(projected((east, where.latitude)))


def view_of(places: Collection[Coordinates]) -> View:
    """The smallest sensible view of all *places*, which are one at least.

    It is the world, unless they lie so near to each other that most of it would be
    empty.
    """
    centre, span = _middle(place.longitude for place in places)
    part = View(centre, _around(places, centre), whole=False)
    if span <= _WIDEST and part.box.width <= _LARGEST_SHARE * 2 * HALF_WIDTH:
        return part
    degrees = [place.latitude for place in places]
    return world(
        south=_SOUTHERNMOST if min(degrees) > _SOUTHERNMOST else -90,
        north=_NORTHERNMOST if max(degrees) < _NORTHERNMOST else 90,
    )


def world(
    centre: float = _GREENWICH,
    width: int = WIDTH,
    south: float = _SOUTHERNMOST,
    north: float = _NORTHERNMOST,
) -> View:
    """All that lies between two degrees north, around the meridian *centre*."""
    low, high = (projected((0, degrees))[1] for degrees in (south, north))
    return View(centre, Box(-HALF_WIDTH, low, HALF_WIDTH, high), True, width)


def sea(view: View) -> str:
    """The globe's outline in *view*, as the `d` of an SVG path."""
    edge = [(180.0, 90.0 - 2 * step) for step in range(91)]
    edge += [(-east, -north) for east, north in edge]
    seen = clipped([projected(point) for point in edge], view.box)
    return path([[view.drawn(point) for point in seen]])


def frame(part: View, around: View) -> str:
    """The outline of *part* in a view with the same centre, as the `d` of a path."""
    box = part.box
    corners = (
        (box.west, box.south),
        (box.west, box.north),
        (box.east, box.north),
        (box.east, box.south),
    )
    return path([[around.drawn(corner) for corner in corners]])


def _middle(longitudes: Iterable[float]) -> tuple[float, float]:
    """The middle of the shortest arc that holds all *longitudes*, and its length."""
    east = sorted({degrees % 360 for degrees in longitudes})
    gaps = [(b - a, b) for a, b in pairwise([*east, east[0] + 360])]
    gap, start = max(gaps, key=lambda pair: pair[0])
    span = 360 - gap
    middle = (start + span / 2 + 180) % 360 - 180
    return middle, span


def _around(places: Collection[Coordinates], centre: float) -> Box:
    """A box with all *places* in it, and room around them."""
    xs, ys, rooms = [], [], []
    for place in places:
        east = (place.longitude - centre + 180) % 360 - 180
        x, y = projected((east, place.latitude))
        xs.append(x)
        ys.append(y)
        is_area = place.extent is not None and place.extent.is_area
        rooms.append(_ROUND_AREA if is_area else _ROUND_POINT)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    room = max(rooms) + _MARGIN * max(width, height)
    width, height = width + 2 * room, height + 2 * room
    width = max(width, _SHAPE * height)
    height = width / _SHAPE
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    y = max(height / 2 - HALF_HEIGHT, min(HALF_HEIGHT - height / 2, y))
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
