"""The whole site as one value: events in order, and the indexes over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import compress
from typing import TypeVar

from generator.model.brief import Brief, brief
from generator.model.citations import Citation
from generator.model.each import Each, in_turn, once, settling
from generator.model.entities import Entity
from generator.model.events import Event, Status, citations_of
from generator.model.order import (
    INDEXED_BY,
    grouped,
    in_order,
    in_time,
    index,
    place,
    ranks_of,
)
from generator.model.ranking import Rank, publishers
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
    nearness: Nearness
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
        return self.nearness.related(event.id, most)

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
        shown = tuple(each(_is_shown, content.events))
        events = content.events
        events = events if all(shown) else tuple(compress(events, shown))
        things: list[Event | Entity] = [*events, *content.entities]
        present = once(each, _present, tuple(each(_names, things)))
        events = tuple(each(partial(_with_present_ids, present), events))
        publishing = once(each, publishers, content.sources)
        briefs = tuple(each(brief, events))
        places = tuple(each(partial(place, publishing), briefs))
        order = once(each, in_order, places)
        ids, ranks = once(each, ranks_of, places)
        briefs = once(each, in_time, (order, ids, briefs))
        sources, entities = once(each, _cast, (content.sources, content.entities))
        by_id = dict(zip(ids, events, strict=True))
        groups = each(grouped, [tuple(each(keys, briefs)) for keys in INDEXED_BY])
        indexes = each(index, [(order, group) for group in groups])
        by_entity, by_source, by_tag = (Index(ids, by_id) for ids in indexes)
        near = (briefs, order.places, by_entity.ids, by_source.ids)
        return Timeline(
            events=tuple(map(by_id.__getitem__, order.dated)),
            undated=tuple(map(by_id.__getitem__, order.undated)),
            sources=sources,
            documents=texts,
            entities=entities,
            pages=content.pages,
            passages=Passages(by_source.ids, by_id, texts),
            by_id=by_id,
            by_entity=by_entity,
            by_source=by_source,
            by_tag=by_tag,
            briefs=briefs,
            ranks=ranks,
            places=order.places,
            nearness=once(each, _nearness, near),
            names_found_by=content.names_found_by,
        )


@settling
def _is_shown(event: Event) -> bool:
    return event.status is not Status.REJECTED


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


def _nearness(
    given: tuple[
        Sequence[Brief],
        Mapping[str, int],
        Mapping[str, Sequence[str]],
        Mapping[str, Sequence[str]],
    ],
) -> Nearness:
    return Nearness(*given)


def _cast(
    given: tuple[Sequence[Source], Sequence[Entity]],
) -> tuple[Mapping[str, Source], Mapping[str, Entity]]:
    """Sources and entities by their ids."""
    sources, entities = given
    return {s.id: s for s in sources}, {e.id: e for e in entities}


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
