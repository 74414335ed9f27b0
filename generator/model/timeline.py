"""The whole site as one value: events in order, and the indexes over them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from generator.model.citations import Citation
from generator.model.each import Each, in_turn, once, settling
from generator.model.edtf import Day
from generator.model.entities import Entity
from generator.model.events import Event, Status, citations_of, cited_sources
from generator.model.ranking import Publishers, Rank, publishers, rank
from generator.model.selectors import (
    TextPositionSelector,
    TextQuoteSelector,
    positions,
)
from generator.model.sources import Document, Source
from generator.problems import Origin


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the editors' own words (`content/pages/<id>.md`)."""

    id: str
    title: str
    body: str
    origin: Origin = field(default=Origin(""), compare=False)
    origins: Mapping[str, Origin] = field(
        default_factory=dict, compare=False, repr=False
    )


@dataclass(frozen=True, slots=True)
class Content:
    """Everything under `content/`, as people left it.

    `unread` names the files that could not be read ("events/harbour-bridge"): they
    exist, so that a link to them does not lead nowhere. `names_found_by` says how the
    last extraction found names ("patterns and lists"), "" where there was none.
    """

    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    entities: tuple[Entity, ...] = ()
    pages: tuple[Page, ...] = ()
    unread: frozenset[str] = frozenset()
    names_found_by: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source that events cite, and which events these are.

    `number` counts the passages of its source from 1, in the order of the text.
    """

    source: str
    number: int
    position: TextPositionSelector
    exact: str
    events: tuple[str, ...]


NEAR = 100
"""So many events of a name before and after another are looked at for what is near."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another event, and why it is near: ids that both share, or an editor's word.

    `chosen` is True when an editor named it in `related:`.
    """

    event: str
    entities: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Index(Mapping[str, tuple[Event, ...]]):
    """Events by what they have in common. `ids` stay the same when only the text of an
    event changes."""

    ids: Mapping[str, tuple[str, ...]]
    events: Mapping[str, Event]

    def __getitem__(self, key: str) -> tuple[Event, ...]:
        return tuple(self.events[name] for name in self.ids[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, key: object) -> bool:
        return key in self.ids


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is published: every event here has only proven citations.

    `events` are the dated ones, by `Edtf.sort_key` and then by rank; `undated` the
    rest, by rank. `passages` are keyed by source, in the order of its text; `cited`
    finds them by source and quote. Indexes keep that order of events, dated before
    undated; `by_id` has the order of the content, `places` tells where each id stands
    among all.
    """

    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    pages: tuple[Page, ...]
    passages: Mapping[str, tuple[Passage, ...]]
    cited: Mapping[tuple[str, TextQuoteSelector], Passage]
    by_id: Mapping[str, Event]
    by_entity: Index
    by_source: Index
    by_tag: Index
    places: Mapping[str, int]
    names_found_by: str = ""

    @property
    def all_events(self) -> tuple[Event, ...]:
        """Dated events, then undated ones."""
        return self.events + self.undated

    def beside(self, event: Event) -> tuple[Event | None, Event | None]:
        """The event before *event* and the one after it; None at either end."""
        place = self.places[event.id]
        return self._at(place - 1), self._at(place + 1)

    def _at(self, place: int) -> Event | None:
        if not 0 <= place < len(self.places):
            return None
        dated = len(self.events)
        return self.events[place] if place < dated else self.undated[place - dated]

    def passage(self, citation: Citation) -> Passage:
        """The passage that *citation* points at."""
        return self.cited[citation.source, citation.quote]

    def related(self, event: Event, most: int = 6) -> list[Related]:
        """Other events that an editor named, or that share entities or sources.

        An editor's come first, in the order given; then those that share most
        (an entity counts twice a source), at most *most* in all unless an editor
        named more. Among equals those come first that stand nearest in the order of
        time, and of an entity's events only the `NEAR` before and after count.
        A pair that shares only a source is not related.
        """
        chosen = [Related(name, chosen=True) for name in event.related]
        near = self._nearest(event, {event.id, *event.related}, most - len(chosen))
        return chosen + [_shared(event, self.by_id[name]) for name in near]

    def _nearest(self, event: Event, known: set[str], most: int) -> list[str]:
        """Ids of the *most* events that share most with *event*, *known* left out."""
        place = self.places[event.id]
        sharing: Counter[str] = Counter()
        for entity in dict.fromkeys(event.entities):
            sharing.update(self._around(place, self.by_entity.ids[entity]))
        for name in known:
            sharing.pop(name, None)
        if most <= 0 or not sharing:
            return []
        scores = Counter({name: 2 * count for name, count in sharing.items()})
        for source in cited_sources(event):
            told = self._around(place, self.by_source.ids[source])
            scores.update(name for name in told if name in sharing)
        least = sorted(scores.values(), reverse=True)[:most][-1]
        near = [name for name, score in scores.items() if score >= least]
        return sorted(near, key=lambda n: (-scores[n], abs(self.places[n] - place), n))[
            :most
        ]

    def _around(self, place: int, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those of *ids*, which are in the order of time, that are nearest to *place*.

        Names that thousands of events share would take too long otherwise.
        """
        if len(ids) <= 2 * NEAR:
            return ids
        at = bisect_left(ids, place, key=self.places.__getitem__)
        return ids[max(0, at - NEAR) : at + NEAR + 1]

    @staticmethod
    def of(
        content: Content, documents: Iterable[Document], each: Each = in_turn
    ) -> Timeline:
        """The timeline of *content*; its citations are taken to be proven.

        Rejected events are left out, and `related:` entries that point at an
        event which is left out. Former ids are followed to the present ones.

        Everything but the events themselves is made of a few of their values, so that
        *each* may know it again while these stay.
        """
        texts = once(each, _by_id, tuple(documents))
        events = [e for e in content.events if e.status is not Status.REJECTED]
        things: list[Event | Entity] = [*events, *content.entities]
        present = once(each, _present, tuple(each(_names, things)))
        events = list(each(partial(_with_present_ids, present), events))
        publishing = once(each, publishers, content.sources)
        order = once(each, _in_order, tuple(each(partial(_place, publishing), events)))
        by_id = {event.id: event for event in events}
        by_entity, by_source, by_tag = each(
            _index,
            [
                (order, tuple(each(_entities, events))),
                (order, tuple(each(_sources, events))),
                (order, tuple(each(_tags, events))),
            ],
        )
        quotes = tuple(each(partial(_placed, texts), events))
        passages, cited = once(each, partial(_passages, texts), (order, quotes))
        return Timeline(
            events=tuple(map(by_id.__getitem__, order.dated)),
            undated=tuple(map(by_id.__getitem__, order.undated)),
            sources={s.id: s for s in content.sources},
            documents=texts,
            entities={e.id: e for e in content.entities},
            pages=content.pages,
            passages=passages,
            cited=cited,
            by_id=by_id,
            by_entity=Index(by_entity, by_id),
            by_source=Index(by_source, by_id),
            by_tag=Index(by_tag, by_id),
            places=order.places,
            names_found_by=content.names_found_by,
        )


def _shared(event: Event, other: Event) -> Related:
    sources = cited_sources(other)
    return Related(
        other.id,
        tuple(dict.fromkeys(e for e in event.entities if e in other.entities)),
        tuple(s for s in cited_sources(event) if s in sources),
    )


@settling
def _by_id(documents: Sequence[Document]) -> Mapping[str, Document]:
    return {document.id: document for document in documents}


@settling
def _names(thing: Event | Entity) -> tuple[str, ...]:
    """The id of *thing*, then its former ones."""
    return (thing.id, *thing.aliases)


@settling
def _present(names: Iterable[tuple[str, ...]]) -> Mapping[str, str]:
    """Former id -> present id; present ids map to themselves."""
    present: dict[str, str] = {}
    for name, *former in names:
        present[name] = name
        for other in former:
            present.setdefault(other, name)
    return present


def _with_present_ids(present: Mapping[str, str], event: Event) -> Event:
    def follow(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(present.get(i, i) for i in ids))

    return replace(
        event,
        people=follow(event.people),
        organisations=follow(event.organisations),
        places=follow(event.places),
        related=tuple(dict.fromkeys(present[i] for i in event.related if i in present)),
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """The ids of dated events in the order of time, those of one time and the rest by
    rank; and where each of them stands, the rest after the dated."""

    dated: tuple[str, ...]
    undated: tuple[str, ...]
    places: Mapping[str, int]


_Time = tuple[Day, Day]


@settling
def _place(publishers: Publishers, event: Event) -> tuple[_Time | None, Rank]:
    """When *event* was, None if nobody knows, and how much speaks for it."""
    return (event.date.sort_key if event.date else None, rank(publishers, event))


@settling
def _in_order(places: Iterable[tuple[_Time | None, Rank]]) -> _Order:
    given = list(places)
    dated = sorted((time, rank) for time, rank in given if time is not None)
    undated = sorted(rank for time, rank in given if time is None)
    ids = [*(id for _, (*_, id) in dated), *(id for *_, id in undated)]
    return _Order(
        tuple(ids[: len(dated)]),
        tuple(ids[len(dated) :]),
        {id: place for place, id in enumerate(ids)},
    )


Keyed = tuple[str, tuple[str, ...]]
"""An event's id, and the keys under which an index has it."""


@settling
def _entities(event: Event) -> Keyed:
    return event.id, event.entities


@settling
def _sources(event: Event) -> Keyed:
    return event.id, cited_sources(event)


@settling
def _tags(event: Event) -> Keyed:
    return event.id, event.tags


@settling
def _index(
    given: tuple[_Order, Iterable[Keyed]],
) -> Mapping[str, tuple[str, ...]]:
    """The ids of the events under each key, sorted by key."""
    order, keyed = given
    found: dict[str, list[str]] = defaultdict(list)
    for name, keys in sorted(keyed, key=lambda pair: order.places[pair[0]]):
        for key in keys:
            found[key].append(name)
    return {key: tuple(ids) for key, ids in sorted(found.items())}


Quote = tuple[str, TextQuoteSelector]
"""A source and words of it."""

Placed = tuple[str, tuple[tuple[Quote, TextPositionSelector], ...]]
"""An event's id, and each of its quotes with its place."""


@settling
def _placed(documents: Mapping[str, Document], event: Event) -> Placed:
    found = []
    for citation in citations_of(event):
        (place,) = positions(citation.quote, documents[citation.source].text)
        found.append(((citation.source, citation.quote), place))
    return event.id, tuple(found)


def _passages(
    documents: Mapping[str, Document], given: tuple[_Order, Iterable[Placed]]
) -> tuple[Mapping[str, tuple[Passage, ...]], Mapping[Quote, Passage]]:
    """Every cited passage by source, and again by source and quote.

    Quotes that name the same stretch with other neighbours share a passage.
    """
    order, placed = given
    places: dict[Quote, TextPositionSelector] = {}
    citing: dict[str, dict[TextPositionSelector, dict[str, None]]] = defaultdict(dict)
    for name, quotes in sorted(placed, key=lambda pair: order.places[pair[0]]):
        for quote, place in quotes:
            places[quote] = place
            citing[quote[0]].setdefault(place, {})[name] = None
    passages = {
        source: tuple(
            Passage(
                source,
                number,
                position,
                documents[source].text[position.start : position.end],
                tuple(ids),
            )
            for number, (position, ids) in enumerate(sorted(found.items()), 1)
        )
        for source, found in citing.items()
    }
    at = {(p.source, p.position): p for found in passages.values() for p in found}
    return passages, {quote: at[quote[0], place] for quote, place in places.items()}
