"""What is told of events in brief into their order, and into lists by what they share.

Each function is given no more than it needs, so that its result can be known again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.brief import Brief
from generator.model.each import settling
from generator.model.edtf import Day
from generator.model.ranking import Publishers, Rank, rank


@dataclass(frozen=True, slots=True)
class Order:
    """The ids of dated events in the order of time, those of one time and the rest by
    rank; and where each of them stands, the rest after the dated."""

    dated: tuple[str, ...]
    undated: tuple[str, ...]
    places: Mapping[str, int]


Place = tuple[tuple[Day, Day] | None, Rank]
"""When an event was, None if nobody knows, and how much speaks for it."""


@settling
def place(publishers: Publishers, event: Brief) -> Place:
    """What *event* is put in its place by."""
    return event.time, rank(publishers, event)


@settling
def in_order(places: Sequence[Place]) -> Order:
    """Which event stands where."""
    dated = sorted([place for place in places if place[0] is not None])
    undated = sorted([rank for time, rank in places if time is None])
    ids = [*(id for _, (*_, id) in dated), *(id for *_, id in undated)]
    return Order(
        tuple(ids[: len(dated)]),
        tuple(ids[len(dated) :]),
        {id: place for place, id in enumerate(ids)},
    )


def ranks_of(places: Iterable[Place]) -> tuple[tuple[str, ...], Mapping[str, Rank]]:
    """The ids of the events as they come, and the rank of each."""
    ranks = [rank for _, rank in places]
    ids = tuple(id for *_, id in ranks)
    return ids, dict(zip(ids, ranks, strict=True))


def in_time(
    given: tuple[Order, Sequence[str], Sequence[Brief]],
) -> tuple[Brief, ...]:
    """What is told of the events in brief, in the order of time."""
    order, ids, briefs = given
    by_id = dict(zip(ids, briefs, strict=True))
    return tuple(map(by_id.__getitem__, order.places))


Keyed = tuple[str, tuple[str, ...]]
"""An event's id, and the keys under which an index has it."""


@settling
def by_entity(event: Brief) -> Keyed:
    return event.id, event.entities


@settling
def by_source(event: Brief) -> Keyed:
    return event.id, event.sources


@settling
def by_tag(event: Brief) -> Keyed:
    return event.id, event.tags


INDEXED_BY = (by_entity, by_source, by_tag)


@settling
def grouped(keyed: Iterable[Keyed]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the events under each key, sorted by key."""
    found: dict[str, list[str]] = defaultdict(list)
    for id, keys in keyed:
        for key in keys:
            found[key].append(id)
    return {key: tuple(ids) for key, ids in sorted(found.items())}


@settling
def index(
    given: tuple[Order, Mapping[str, Sequence[str]]],
) -> Mapping[str, tuple[str, ...]]:
    """The ids of the events under each key, in their order."""
    order, groups = given
    place = order.places.__getitem__
    return {key: tuple(sorted(ids, key=place)) for key, ids in groups.items()}
