"""Rings of points cut, clipped and simplified, and written as SVG paths. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.pages.map_projection import Point

Ring = Sequence[Point]
"""The corners of an area, in order; the last is joined to the first."""

_STEP = 5.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the plane; x grows to the east, y to the north."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def height(self) -> float:
        return self.north - self.south


def about(centre: float, ring: Ring) -> list[list[Point]]:
    """*ring* in degrees east of the meridian *centre*, cut where the map ends.

    It may cross the meridian opposite, also 180 degrees; its parts are then on both
    sides of the map.
    """
    whole = [(east - centre, north) for east, north in _unwrapped(ring)]
    parts = []
    for turn in (-360, 0, 360):
        moved = [(east + turn, north) for east, north in whole]
        if part := clipped(moved, Box(-180, -90, 180, 90)):
            parts.append(_bent(part))
    return parts


def _unwrapped(ring: Ring) -> list[Point]:
    """*ring* without jumps from one end of the degrees to the other.

    A ring that goes all the way round a pole is led along that pole.
    """
    points: list[Point] = []
    for east, north in ring:
        if points:
            east += 360 * round((points[-1][0] - east) / 360)
        points.append((east, north))
    (first, _), (last, _) = points[0], points[-1]
    turned = 360 * round((last - first) / 360)
    if turned:
        pole = math.copysign(90, sum(north for _, north in points))
        points += [(first + turned, points[0][1]), (first + turned, pole)]
        points.append((first, pole))
    return points


def _bent(ring: Ring) -> list[Point]:
    """*ring* with points on its long sides: straight in degrees is not so on a map."""
    points: list[Point] = []
    for start, end in pairwise([*ring, ring[0]]):
        steps = math.ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / _STEP)
        for step in range(max(steps, 1)):
            share = step / max(steps, 1)
            points.append(
                (
                    start[0] + share * (end[0] - start[0]),
                    start[1] + share * (end[1] - start[1]),
                )
            )
    return points


def clipped(ring: Ring, box: Box) -> list[Point]:
    """What of *ring* lies in *box*; empty when nothing does (Sutherland and Hodgman,
    1974)."""
    sides: tuple[tuple[int, float, int], ...] = (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    )
    points = list(ring)
    for axis, limit, sign in sides:
        if all(sign * (point[axis] - limit) >= 0 for point in points):
            continue
        points = _cut(points, axis, limit, sign)
        if len(points) < 3:
            return []
    return points


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> list[Point]:
    """What of *ring* lies on that side of *limit* to which *sign* points."""
    kept: list[Point] = []
    previous = ring[-1]
    for point in ring:
        inside = sign * (point[axis] - limit) >= 0
        if inside != (sign * (previous[axis] - limit) >= 0):
            share = (limit - previous[axis]) / (point[axis] - previous[axis])
            other = 1 - axis
            crossing = previous[other] + share * (point[other] - previous[other])
            kept.append((limit, crossing) if axis == 0 else (crossing, limit))
        if inside:
            kept.append(point)
        previous = point
    return kept


def simplified(ring: Ring, tolerance: float) -> list[Point]:
    """*ring* with no more corners than it takes to stay within *tolerance* of itself
    (Douglas and Peucker, 1973)."""
    points = [*ring, ring[0]]
    far = max(range(len(points)), key=lambda i: math.dist(points[0], points[i]))
    kept = {0, far, len(points) - 1}
    open_ends = [(0, far), (far, len(points) - 1)]
    while open_ends:
        start, end = open_ends.pop()
        distance = _distance_from(points[start], points[end])
        between = range(start + 1, end)
        furthest = max(between, key=lambda i: distance(points[i]), default=start)
        if furthest > start and distance(points[furthest]) > tolerance:
            kept.add(furthest)
            open_ends += [(start, furthest), (furthest, end)]
    return [points[i] for i in sorted(kept)[:-1]]


def _distance_from(start: Point, end: Point) -> Callable[[Point], float]:
    """How far a point is from the line between *start* and *end*."""
    across, along = end[1] - start[1], end[0] - start[0]
    length = math.hypot(across, along)
    if not length:
        return lambda point: math.dist(start, point)
    constant = end[0] * start[1] - end[1] * start[0]
    return lambda point: abs(across * point[0] - along * point[1] + constant) / length


def area(ring: Ring) -> float:
    """How large *ring* is, whichever way round it goes."""
    twice = sum(
        first[0] * second[1] - second[0] * first[1]
        for first, second in pairwise([*ring, ring[0]])
    )
    return abs(twice) / 2


def path(rings: Iterable[Ring]) -> str:
    """*rings* in whole units as the `d` of an SVG path, each side relative to the one
    before: the shortest way to write it."""
    pieces = []
    for ring in rings:
        whole = [(round(x), round(y)) for x, y in ring]
        corners = [b for a, b in pairwise([whole[-1], *whole]) if a != b]
        if len(corners) < 3:
            continue
        steps = "".join(
            _pair(second[0] - first[0], second[1] - first[1])
            for first, second in pairwise(corners)
        )
        pieces.append(f"M{corners[0][0]} {corners[0][1]}l{steps.lstrip()}z")
    return "".join(pieces)


def _pair(x: int, y: int) -> str:
    """Two numbers, apart from those around them with as little as possible."""
    first = f"{x}" if x < 0 else f" {x}"
    second = f"{y}" if y < 0 else f" {y}"
    return first + second
