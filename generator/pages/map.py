"""The page of the map: where the events of a timeline took place, drawn and listed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.entities import Entity, EntityKind
from generator.pages.map_land import land
from generator.pages.map_marks import TOGETHER, Located, Mark, marks
from generator.pages.map_view import View, frame, sea, view_of, world

INSET = 240
"""Units of the small world that shows where on earth a part of it is."""

_SHORT = 40

_NEAR = 2 * TOGETHER
_CLOSER = 0.5
_MOST_CLOSER = 2
"""A map that shows more must be half as wide, or it shows little more; two keep the
page small."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map, as the `d` of the SVG paths that it is drawn from, and what is on it.

    `frame` is a part of the world on a small map of it, "" elsewhere.
    """

    view: View
    sea: str
    land: str
    marks: tuple[Mark, ...] = ()
    frame: str = ""


@dataclass(frozen=True)
class Atlas:
    """Places that events name: those with coordinates, those without, both by name."""

    placed: tuple[Located, ...]
    unplaced: tuple[Entity, ...]

    @property
    def is_short(self) -> bool:
        """There is room to list events with each place, not only their number."""
        return len(self.placed) <= _SHORT

    @cached_property
    def main(self) -> Drawing:
        """The map with all of `placed`, of which there is one at least."""
        return _drawing(self.placed)

    @cached_property
    def closer(self) -> tuple[Drawing, ...]:
        """Maps of where places lie too near to each other to be told apart, those with
        most of them first."""
        found: list[Drawing] = []
        shown: set[str] = set()
        crowded = [mark for mark in self.main.marks if len(mark.places) > 1]
        widest = _CLOSER * self.main.view.box.width
        for mark in sorted(crowded, key=lambda mark: -len(mark.places)):
            if len(found) == _MOST_CLOSER:
                break
            if not shown.isdisjoint(place.entity.id for place in mark.places):
                continue
            near = [p for p in self.placed if _is_near(p, mark, self.main.view)]
            if view_of([place.where for place in near]).box.width < widest:
                shown |= {place.entity.id for place in near}
                found.append(_drawing(near))
        return tuple(found)

    @cached_property
    def inset(self) -> Drawing | None:
        """Where on earth the map is; None if it is all of it."""
        part = self.main.view
        if part.whole:
            return None
        around = world(part.centre, INSET, -90, 90)
        return Drawing(around, sea(around), land(around), frame=frame(part, around))

    def beside(self, place: Located) -> tuple[Located, ...]:
        """The other places under the mark of *place*."""
        found = self._together[place.entity.id]
        return tuple(other for other in found if other is not place)

    @cached_property
    def _together(self) -> Mapping[str, tuple[Located, ...]]:
        """The places under one mark, by the id of each."""
        return {
            p.entity.id: mark.places for mark in self.main.marks for p in mark.places
        }


def _drawing(places: Sequence[Located]) -> Drawing:
    view = view_of([place.where for place in places])
    return Drawing(view, sea(view), land(view), marks(places, view))


def _is_near(place: Located, mark: Mark, view: View) -> bool:
    x, y = view.at(place.where)
    return math.dist((x, y), (mark.x, mark.y)) < _NEAR


def atlas(entities: Iterable[Entity], events: Mapping[str, Sequence[str]]) -> Atlas:
    """The atlas of those of *entities* that are places and have *events*: the ids of
    the events that name each."""
    places = sorted(
        (e for e in entities if e.kind is EntityKind.PLACE and events.get(e.id)),
        key=lambda e: (e.pref_label.casefold(), e.id),
    )
    return Atlas(
        tuple(
            Located(place, place.coordinates, len(events[place.id]))
            for place in places
            if place.coordinates
        ),
        tuple(place for place in places if not place.coordinates),
    )
