"""The whole site as one value: events in order, and the indexes over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TypeVar

from generator.model.brief import Brief, brief
from generator.model.citations import Citation
from generator.model.each import Each, in_turn, once, settling
from generator.model.edtf import Day
from generator.model.entities import Entity
from generator.model.events import Event, Status, citations_of
from generator.model.ranking import Publishers, Rank, publishers, rank
from generator.model.related import Nearness, Related
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


Found = TypeVar("Found", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class _ByKey(Mapping[str, Found]):
    """Something for each key of *ids*, which tells the events under it."""

    ids: Mapping[str, tuple[str, ...]]
    events: Mapping[str, Event]

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, key: object) -> bool:
        return key in self.ids

    def _events(self, key: str) -> tuple[Event, ...]:
        return tuple(map(self.events.__getitem__, self.ids[key]))


class Index(_ByKey[tuple[Event, ...]]):
    """Events by what they have in common. `ids` stay the same when only the text of an
    event changes."""

    __slots__ = ()

    def __getitem__(self, key: str) -> tuple[Event, ...]:
        return self._events(key)


@dataclass(frozen=True, slots=True)
class _Cited:
    """The passages of a source in the order of its text, and each by its quotes."""

    passages: tuple[Passage, ...]
    by_quote: Mapping[TextQuoteSelector, Passage]


@dataclass(frozen=True, slots=True, eq=False)
class Passages(_ByKey[tuple[Passage, ...]]):
    """The cited passages of each source, in the order of its text.

    They are looked for in a source when somebody asks for it: no other source, and no
    event that does not cite it, can change them.
    """

    documents: Mapping[str, Document]
    _found: dict[str, _Cited] = field(default_factory=dict)

    def __getitem__(self, source: str) -> tuple[Passage, ...]:
        return self._of(source).passages

    def at(self, citation: Citation) -> Passage:
        """The passage that *citation* points at."""
        return self._of(citation.source).by_quote[citation.quote]

    def _of(self, source: str) -> _Cited:
        if source not in self._found:
            document = self.documents[source]
            self._found[source] = _cited(self._events(source), document)
        return self._found[source]


@dataclass(frozen=True)
class Timeline:
    """What is published: every event here has only proven citations.

    `events` are the dated ones, by `Edtf.sort_key` and then by rank; `undated` the
    rest, by rank. `passages` are keyed by source, in the order of its text. Indexes
    keep that order of events, dated before undated, and so do `briefs`; `by_id` and
    `ranks` have the order of the content, `places` tells where each id stands among
    all.
    """

    events: tuple[Event, ...]
    undated: tuple[Event, ...]
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    pages: tuple[Page, ...]
    passages: Passages
    by_id: Mapping[str, Event]
    by_entity: Index
    by_source: Index
    by_tag: Index
    briefs: tuple[Brief, ...]
    ranks: Mapping[str, Rank]
    places: Mapping[str, int]
    names_found_by: str = ""

    @cached_property
    def all_events(self) -> tuple[Event, ...]:
        """Dated events, then undated ones."""
        return self.events + self.undated

    def beside(self, event: Event) -> tuple[Event | None, Event | None]:
        """The event before *event* and the one after it; None at either end."""
        place, events = self.places[event.id], self.all_events
        return (
            events[place - 1] if place > 0 else None,
            events[place + 1] if place + 1 < len(events) else None,
        )

    def voices(self, event: Event) -> int:
        """How many sources tell of *event*, those of one publisher counted once."""
        return -self.ranks[event.id][0]

    def passage(self, citation: Citation) -> Passage:
        """The passage that *citation* points at."""
        return self.passages.at(citation)

    def related(self, event: Event, most: int = 6) -> list[Related]:
        """Other events that an editor named, or that share entities or sources.

        An editor's come first, in the order given; then those that share most
        (an entity counts twice a source), at most *most* in all unless an editor
        named more. Among equals those come first that began the fewest days apart,
        what has no date standing after all that has; of these the earlier ones, and
        those that stand next on the timeline. Of an entity's events only the `NEAR`
        before and after count.
        A pair that shares only a source is not related.
        """
        return self._nearness.related(event.id, most)

    @cached_property
    def _nearness(self) -> Nearness:
        by_entity, by_source = self.by_entity.ids, self.by_source.ids
        return Nearness(self.briefs, self.places, by_entity, by_source)

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
        briefs = list(each(brief, events))
        places = list(each(partial(_place, publishing), briefs))
        order = once(each, _in_order, tuple(places))
        by_id = {event.id: event for event in events}
        indexes = each(
            _index, [(order, tuple(each(keys, briefs))) for keys in _INDEXED_BY]
        )
        by_entity, by_source, by_tag = (Index(ids, by_id) for ids in indexes)
        return Timeline(
            events=tuple(map(by_id.__getitem__, order.dated)),
            undated=tuple(map(by_id.__getitem__, order.undated)),
            sources={s.id: s for s in content.sources},
            documents=texts,
            entities={e.id: e for e in content.entities},
            pages=content.pages,
            passages=Passages(by_source.ids, by_id, texts),
            by_id=by_id,
            by_entity=by_entity,
            by_source=by_source,
            by_tag=by_tag,
            briefs=tuple(map({b.id: b for b in briefs}.__getitem__, order.places)),
            ranks={rank[-1]: rank for _, rank in places},
            places=order.places,
            names_found_by=content.names_found_by,
        )


@settling
def _by_id(documents: Sequence[Document]) -> Mapping[str, Document]:
    return {document.id: document for document in documents}


@settling
def _names(thing: Event | Entity) -> tuple[str, ...]:
    """The id of *thing*, then its former ones."""
    return (thing.id, *thing.aliases)


@dataclass(frozen=True, slots=True)
class _Ids:
    """Former id -> present id; present ids map to themselves. `former` are those that
    do not."""

    present: Mapping[str, str]
    former: frozenset[str]


@settling
def _present(names: Iterable[tuple[str, ...]]) -> _Ids:
    present: dict[str, str] = {}
    for name, *former in names:
        present[name] = name
        for other in former:
            present.setdefault(other, name)
    return _Ids(present, frozenset(i for i, name in present.items() if i != name))


def _with_present_ids(ids: _Ids, event: Event) -> Event:
    """*event* with each id once, and under its present name."""
    present, names = ids.present, event.entities
    each_once = len(set(names)) == len(names)
    if each_once and ids.former.isdisjoint(names) and not event.related:
        return event  # most have nothing to follow, and stay the same object

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
def _place(publishers: Publishers, event: Brief) -> tuple[_Time | None, Rank]:
    """When *event* was, None if nobody knows, and how much speaks for it."""
    return event.time, rank(publishers, event)


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
def _entities(event: Brief) -> Keyed:
    return event.id, event.entities


@settling
def _sources(event: Brief) -> Keyed:
    return event.id, event.sources


@settling
def _tags(event: Brief) -> Keyed:
    return event.id, event.tags


_INDEXED_BY = (_entities, _sources, _tags)


@settling
def _index(given: tuple[_Order, Iterable[Keyed]]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the events under each key, sorted by key."""
    order, keyed = given
    keys_of = dict(keyed)
    found: dict[str, list[str]] = defaultdict(list)
    for name in order.places:
        for key in keys_of[name]:
            found[key].append(name)
    return {key: tuple(ids) for key, ids in sorted(found.items())}


def _cited(events: Iterable[Event], document: Document) -> _Cited:
    """What *events* cite of *document*, those of one passage in their order.

    Quotes that name the same stretch with other neighbours share a passage.
    """
    places: dict[TextQuoteSelector, TextPositionSelector] = {}
    citing: dict[TextPositionSelector, dict[str, None]] = defaultdict(dict)
    for event in events:
        for citation in citations_of(event):
            if citation.source == document.id:
                (place,) = positions(citation.quote, document.text)
                places[citation.quote] = place
                citing[place][event.id] = None
    passages = {
        place: Passage(
            document.id,
            number,
            place,
            document.text[place.start : place.end],
            tuple(citing[place]),
        )
        for number, place in enumerate(sorted(citing), 1)
    }
    by_quote = {quote: passages[place] for quote, place in places.items()}
    return _Cited(tuple(passages.values()), by_quote)
