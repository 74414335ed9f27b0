"""From the events of a timeline in brief to what is near each of them; and from two
timelines, before and after a change, to the events for which that may differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain, filterfalse, islice

from generator.model.brief import Brief
from generator.model.edtf import Day

NEAR = 100
"""So many events of a name before and after another are looked at for what is near."""

_CYCLE = 400
"""Years after which the calendar repeats itself."""
_DAYS_OF_CYCLE = 146_097
_UNDATED = 1 << 40
"""The day of what has no date: later than any other, as on the timeline."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another event, and why it is near: ids that both share, or an editor's word.

    `chosen` is True when an editor named it in `related:`.
    """

    event: str
    entities: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    chosen: bool = False


@dataclass(frozen=True)
class Nearness:
    """Finds what is near an event. `briefs` are in the order of the timeline, `places`
    tells where each id stands in it, and the lists of ids keep that order.

    Events are numbers here, their places; what a name needs is made when it is asked
    for the first time.
    """

    briefs: Sequence[Brief]
    places: Mapping[str, int]
    by_entity: Mapping[str, Sequence[str]]
    by_source: Mapping[str, Sequence[str]]
    _naming: dict[str, list[int]] = field(default_factory=dict)
    _citing: dict[str, frozenset[int]] = field(default_factory=dict)

    def related(self, id: str, most: int) -> list[Related]:
        """What `Timeline.related` promises.

        It follows from the event's own `Brief` and from those of the events that stand
        within `NEAR` of it in the list of one of its names, and from nothing else:
        `stale_related` relies on that.
        """
        event = self.briefs[self.places[id]]
        chosen = [Related(name, chosen=True) for name in event.related]
        near = self._nearest(event, most - len(chosen))
        return chosen + [_shared(event, self.briefs[place]) for place in near]

    def _nearest(self, event: Brief, most: int) -> list[int]:
        """The *most* events that share most with *event*; those named by an editor are
        left out."""
        if most <= 0:
            return []
        here = self.places[event.id]
        known = {self.places.get(id, -1) for id in (event.id, *event.related)}
        lists = [self._around(here, name) for name in event.entities]
        names = Counter(chain.from_iterable(lists))
        # A name counts twice, a source once.
        shared = {place: 2 * count for place, count in names.items() if count > 1}
        for source in event.sources:
            for place in self._told_by(source):
                if place in names:
                    shared[place] = shared.get(place, 2) + 1
        for place in known:
            shared.pop(place, None)
        found = self._first(here, shared, most)
        # Nearly all share one name and no source: these only fill what is left.
        if len(found) < most:
            left = most - len(found)
            beside = _beside(here, lists, shared.keys() | known, left)
            found += self._first(here, dict.fromkeys(beside, 0), left)
        return found

    def _first(self, here: int, shared: Mapping[int, int], most: int) -> list[int]:
        """The *most* events that share most, by how much each does. Of those that share
        as much, the nearest in days come first, then the earlier ones, then those with
        least between."""
        days = self._days
        day = days[here]
        ranked = [
            (-count, abs(days[there] - day), there > here, abs(there - here), there)
            for there, count in shared.items()
        ]
        return [found[-1] for found in sorted(ranked)[:most]]

    def _around(self, place: int, name: str) -> list[int]:
        """The events of *name* that stand nearest to *place*, and the one there.

        Names that thousands of events share would take too long otherwise, and would
        tie each of them to all others.
        """
        if name not in self._naming:
            ids = self.by_entity[name]
            self._naming[name] = [self.places[id] for id in ids]
        naming = self._naming[name]
        at = bisect_left(naming, place)
        return naming[max(0, at - NEAR) : at + NEAR + 1]

    def _told_by(self, source: str) -> frozenset[int]:
        if source not in self._citing:
            ids = self.by_source[source]
            self._citing[source] = frozenset(self.places[id] for id in ids)
        return self._citing[source]

    @cached_property
    def _days(self) -> list[int]:
        """The day on which each event begins, as a number."""
        return [_day_number(b.time[0]) if b.time else _UNDATED for b in self.briefs]


def _beside(
    here: int, lists: Iterable[Sequence[int]], known: Set[int], most: int
) -> set[int]:
    """Of each list the *most* events that stand next to *here* on either side, *known*
    left out."""
    found: set[int] = set()
    for events in lists:
        at = bisect_left(events, here)
        for side in (reversed(events[:at]), events[at:]):
            found.update(islice(filterfalse(known.__contains__, side), most))
    return found


def _shared(event: Brief, other: Brief) -> Related:
    return Related(
        other.id,
        tuple([e for e in event.entities if e in other.entities]),
        tuple([s for s in event.sources if s in other.sources]),
    )


def _day_number(day: Day) -> int:
    """Days from a day on which all agree, for any year."""
    year, month, number = day
    cycles, within = divmod(year, _CYCLE)
    same = date(_CYCLE + within, month, number)
    return same.toordinal() + _DAYS_OF_CYCLE * cycles


def stale_related(before: Sequence[Brief], after: Sequence[Brief]) -> set[str]:
    """Ids of the events *after* a change whose related ones may not be those of
    *before* any more; all others are related to the same, for the same reasons.

    Both are whole timelines in their order. Those are stale that changed themselves,
    and those in whose reach an event came, went, moved or changed what it shares.
    """
    if before == after:
        return set()
    old, new = ({brief.id: brief for brief in side} for side in (before, after))
    own = {id for id, brief in new.items() if old.get(id) != brief}
    changed = (old.keys() - new.keys()) | {
        id for id in own if id not in old or _shares(old[id]) != _shares(new[id])
    }
    changed |= _moved(
        [id for id in old if id not in changed], [id for id in new if id not in changed]
    )
    stale = own | changed
    for side in (old, new):
        for ids in _lists(side, changed):
            for place in (at for at, id in enumerate(ids) if id in changed):
                stale.update(ids[max(0, place - NEAR) : place + NEAR + 1])
    return stale & new.keys()


def _shares(brief: Brief) -> tuple[object, ...]:
    """What of an event decides whether it is near another."""
    return brief.time, brief.entities, brief.sources


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """The same ids in two orders: those between what both begin and end with."""
    if before == after:
        return set()
    pairs = list(zip(before, after, strict=True))
    first = next(at for at, (one, other) in enumerate(pairs) if one != other)
    last = next(
        at for at in reversed(range(len(pairs))) if pairs[at][0] != pairs[at][1]
    )
    return set(before[first : last + 1])


def _lists(briefs: Mapping[str, Brief], ids: set[str]) -> Iterable[list[str]]:
    """The events of each name that is one of *ids*' own, in the order of *briefs*."""
    names = {name for id in ids if id in briefs for name in briefs[id].entities}
    lists: dict[str, list[str]] = defaultdict(list)
    for id, brief in briefs.items():
        for name in names.intersection(brief.entities):
            lists[name].append(id)
    return lists.values()
