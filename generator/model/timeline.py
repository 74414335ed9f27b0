"""The whole site as one value: events in order, and the indexes over them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.model.citations import Citation
from generator.model.entities import Entity
from generator.model.events import Event, Status
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
class Timeline:
    """What is published: every event here has only proven citations.

    `events` are the dated ones, by `Edtf.sort_key` and id; `undated` the rest, by
    id. `passages` are keyed by source, in the order of its text; `cited` finds them by
    source and quote. Indexes keep that order of events, dated before undated.
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
    by_entity: Mapping[str, tuple[Event, ...]]
    by_source: Mapping[str, tuple[Event, ...]]
    by_tag: Mapping[str, tuple[Event, ...]]
    names_found_by: str = ""

    @cached_property
    def _ids_by_entity(self) -> Mapping[str, tuple[str, ...]]:
        return _ids(self.by_entity)

    @cached_property
    def _ids_by_source(self) -> Mapping[str, tuple[str, ...]]:
        return _ids(self.by_source)

    @property
    def all_events(self) -> tuple[Event, ...]:
        """Dated events, then undated ones."""
        return self.events + self.undated

    def passage(self, citation: Citation) -> Passage:
        """The passage that *citation* points at."""
        return self.cited[citation.source, citation.quote]

    def related(self, event: Event, most: int = 6) -> list[Related]:
        """Other events that an editor named, or that share entities or sources.

        An editor's come first, in the order given; then those that share most
        (an entity counts twice a source), at most *most* in all unless an editor
        named more. A pair that shares only a source is not related.
        """
        chosen = [Related(name, chosen=True) for name in event.related]
        near = self._nearest(event, {event.id, *event.related}, most - len(chosen))
        return chosen + [_shared(event, self.by_id[name]) for name in near]

    def _nearest(self, event: Event, known: set[str], most: int) -> list[str]:
        """Ids of the *most* events that share most with *event*, *known* left out.

        Counting alone looks at everything: names that thousands of events share
        would take too long otherwise.
        """
        sharing: Counter[str] = Counter()
        for entity in dict.fromkeys(event.entities):
            sharing.update(self._ids_by_entity[entity])
        for name in known:
            sharing.pop(name, None)
        if most <= 0 or not sharing:
            return []
        scores = Counter({name: 2 * count for name, count in sharing.items()})
        for source in cited_sources(event):
            scores.update(i for i in self._ids_by_source[source] if i in sharing)
        least = sorted(scores.values(), reverse=True)[:most][-1]
        near = [name for name, score in scores.items() if score >= least]
        return sorted(near, key=lambda name: (-scores[name], name))[:most]

    @staticmethod
    def of(content: Content, documents: Iterable[Document]) -> Timeline:
        """The timeline of *content*; its citations are taken to be proven.

        Rejected events are left out, and `related:` entries that point at an
        event which is left out. Former ids are followed to the present ones.
        """
        texts = {document.id: document for document in documents}
        events = [e for e in content.events if e.status is not Status.REJECTED]
        present = _present_ids(events, content.entities)
        events = [_with_present_ids(event, present) for event in events]
        dated = sorted(
            (e for e in events if e.date is not None),
            key=lambda e: (e.date.sort_key if e.date else (), e.id),
        )
        undated = sorted((e for e in events if e.date is None), key=lambda e: e.id)
        ordered = [*dated, *undated]
        passages, cited = _passages(ordered, texts)
        return Timeline(
            events=tuple(dated),
            undated=tuple(undated),
            sources={s.id: s for s in content.sources},
            documents=texts,
            entities={e.id: e for e in content.entities},
            pages=content.pages,
            passages=passages,
            cited=cited,
            by_id={e.id: e for e in ordered},
            by_entity=_index(ordered, lambda e: e.entities),
            by_source=_index(ordered, cited_sources),
            by_tag=_index(ordered, lambda e: e.tags),
            names_found_by=content.names_found_by,
        )


def citations_of(event: Event) -> tuple[Citation, ...]:
    """Every citation of *event*, those of its claims included."""
    return event.citations + tuple(claim.citation for claim in event.claims)


def cited_sources(event: Event) -> tuple[str, ...]:
    """Ids of the sources that *event* cites, each once, in order."""
    return tuple(dict.fromkeys(c.source for c in citations_of(event)))


def _ids(index: Mapping[str, Iterable[Event]]) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(event.id for event in found) for key, found in index.items()}


def _shared(event: Event, other: Event) -> Related:
    sources = cited_sources(other)
    return Related(
        other.id,
        tuple(dict.fromkeys(e for e in event.entities if e in other.entities)),
        tuple(s for s in cited_sources(event) if s in sources),
    )


def _present_ids(
    events: Iterable[Event], entities: Iterable[Entity]
) -> Mapping[str, str]:
    """Former id -> present id; present ids map to themselves."""
    present: dict[str, str] = {}
    things: list[Event | Entity] = [*events, *entities]
    for thing in things:
        present[thing.id] = thing.id
        for former in thing.aliases:
            present.setdefault(former, thing.id)
    return present


def _with_present_ids(event: Event, present: Mapping[str, str]) -> Event:
    def follow(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(present.get(i, i) for i in ids))

    return replace(
        event,
        people=follow(event.people),
        organisations=follow(event.organisations),
        places=follow(event.places),
        related=tuple(dict.fromkeys(present[i] for i in event.related if i in present)),
    )


def _passages(
    events: Iterable[Event], documents: Mapping[str, Document]
) -> tuple[
    Mapping[str, tuple[Passage, ...]], Mapping[tuple[str, TextQuoteSelector], Passage]
]:
    """Every cited passage by source, and again by source and quote.

    Quotes that name the same stretch with other neighbours share a passage.
    """
    places: dict[tuple[str, TextQuoteSelector], TextPositionSelector] = {}
    citing: dict[str, dict[TextPositionSelector, dict[str, None]]] = defaultdict(dict)
    for event in events:
        for citation in citations_of(event):
            key = (citation.source, citation.quote)
            if key not in places:
                text = documents[citation.source].text
                (places[key],) = positions(citation.quote, text)
            found = citing[citation.source].setdefault(places[key], {})
            found[event.id] = None
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
    return passages, {key: at[key[0], place] for key, place in places.items()}


def _index(
    events: Iterable[Event], keys: Callable[[Event], Iterable[str]]
) -> Mapping[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for key in keys(event):
            found[key].append(event)
    return {key: tuple(value) for key, value in sorted(found.items())}
