"""Degrees on the globe into places on a flat map: the Equal Earth projection.

Areas keep their proportions, so that no country looks larger than it is, and the
formula is short. Source: B. Šavrič, T. Patterson, B. Jenny, “The Equal Earth map
projection”, International Journal of Geographical Information Science 33 (2019) 3,
equations 4 to 8.
"""

from __future__ import annotations

import math

Point = tuple[float, float]
"""East and north: degrees on the globe, radii of the globe on the plane."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


def projected(point: Point) -> Point:
    """Where *point*, in degrees east of the map's central meridian and degrees north,
    lies on the plane."""
    east, north = map(math.radians, point)
    theta = math.asin(_M * math.sin(north))
    square = theta * theta
    sixth = square * square * square
    x = east * math.cos(theta)
    x /= _M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, y


HALF_WIDTH = projected((180, 0))[0]
"""From the middle of the whole map to its right edge."""

HALF_HEIGHT = projected((0, 90))[1]
"""From the equator to a pole."""
