"""Places into the marks of a map: what is drawn together, and where its name stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.model.entities import Coordinates, Entity
from generator.pages.map_projection import Point
from generator.pages.map_view import WIDTH, View

TOGETHER = 34
"""Units of the drawing: marks nearer to each other than this would hide each other."""

_SIZES = (1, 5, 20)
"""Up to so many events a mark is of the first, second and third size."""

_LETTER, _LINE = 15, 26
"""How wide a letter is about, and how high a line, in units of the drawing on a wide
screen."""

_DOT, _RING = (8, 4), (14, 6)
"""How large a mark is on a wide screen, and how much more with each size."""

_GAP = 8

_NARROW = 2
"""So many times as large is everything on a narrow screen: names are to be read."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place with coordinates, and how many published events name it."""

    entity: Entity
    where: Coordinates
    events: int

    @property
    def is_area(self) -> bool:
        return self.where.extent is not None and self.where.extent.is_area


class Side(StrEnum):
    """Where a name stands, seen from its mark."""

    RIGHT = "right"
    LEFT = "left"
    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for places that lie together, the one with most events first.

    `size` is 1 to 4. `side` is where the name of the first place stands, None where
    there is no room for it; `narrow` says that there is on a narrow screen, too.
    """

    x: int
    y: int
    places: tuple[Located, ...]
    side: Side | None = None
    narrow: bool = False

    @property
    def is_area(self) -> bool:
        """A ring, for countries and regions; other marks are dots."""
        return self.places[0].is_area

    @property
    def label(self) -> str:
        """The name of the first place; "+ 2" stands for two more."""
        name = self.places[0].entity.pref_label
        return f"{name} + {len(self.places) - 1}" if self.places[1:] else name

    @property
    def size(self) -> int:
        most = max(place.events for place in self.places)
        return 1 + sum(most > limit for limit in _SIZES)

    @property
    def radius(self) -> int:
        """How large it is, in units of the drawing on a wide screen."""
        smallest, more = _RING if self.is_area else _DOT
        return smallest + more * (self.size - 1)

    @property
    def shift(self) -> tuple[float, float]:
        """From the mark to the name's base line at `side`, in heights of its letters:
        they grow with the mark where the screen is narrow."""
        away = (self.radius + _GAP) / _LINE
        shifts = {
            Side.RIGHT: (away, 0.35),
            Side.LEFT: (-away, 0.35),
            Side.BELOW: (0.0, away + 0.8),
            Side.ABOVE: (0.0, -away - 0.1),
        }
        across, along = shifts[self.side or Side.RIGHT]
        return round(across, 2), round(along, 2)


def marks(places: Iterable[Located], view: View) -> tuple[Mark, ...]:
    """The marks of *places* in *view*, rings first: dots are drawn over them.

    Rings and dots are not joined, since a dot can be seen in a ring.
    """
    ranked = sorted(places, key=lambda p: (-p.events, p.entity.pref_label, p.entity.id))
    joined: list[Mark] = []
    for place in ranked:
        x, y = map(round, view.at(place.where))
        for i, mark in enumerate(joined):
            near = math.dist((x, y), (mark.x, mark.y)) < TOGETHER
            if near and mark.is_area == place.is_area:
                joined[i] = replace(mark, places=(*mark.places, place))
                break
        else:
            joined.append(Mark(x, y, (place,)))
    return tuple(sorted(_named(joined, view), key=lambda mark: not mark.is_area))


_Box = tuple[float, float, float, float]
"""From the left to the right, from the top to the bottom."""


def _named(found: Sequence[Mark], view: View) -> list[Mark]:
    """*found* with names where they cover no mark and no other name.

    Those that have room on a narrow screen are placed first: on a wide one they take
    less.
    """
    named = list(found)
    for factor in (_NARROW, 1):
        taken = [
            *(_around_mark(mark, factor) for mark in named),
            *(_around_name(mark, mark.side, factor) for mark in named if mark.side),
        ]
        for i, mark in enumerate(named):
            if mark.side:
                continue
            others = taken[:i] + taken[i + 1 :]
            for side in Side:
                box = _around_name(mark, side, factor)
                if _inside(box, view) and not any(_meet(box, b) for b in others):
                    named[i] = replace(mark, side=side, narrow=factor == _NARROW)
                    taken.append(box)
                    break
    return named


def _around_mark(mark: Mark, factor: int) -> _Box:
    radius = mark.radius * factor
    return (mark.x - radius, mark.x + radius, mark.y - radius, mark.y + radius)


def _around_name(mark: Mark, side: Side, factor: int) -> _Box:
    width, height = _LETTER * len(mark.label) * factor, _LINE * factor
    away = (mark.radius + _GAP) * factor
    x, y = _middle(mark, side, width / 2 + away, height / 2 + away)
    return (x - width / 2, x + width / 2, y - height / 2, y + height / 2)


def _middle(mark: Mark, side: Side, across: float, along: float) -> Point:
    match side:
        case Side.RIGHT:
            return mark.x + across, mark.y
        case Side.LEFT:
            return mark.x - across, mark.y
        case Side.BELOW:
            return mark.x, mark.y + along
        case Side.ABOVE:
            return mark.x, mark.y - along


def _inside(box: _Box, view: View) -> bool:
    left, right, top, bottom = box
    return left >= 0 and right <= WIDTH and top >= 0 and bottom <= view.height


def _meet(one: _Box, other: _Box) -> bool:
    apart = one[0] >= other[1] or other[0] >= one[1]
    return not (apart or one[2] >= other[3] or other[2] >= one[3])
