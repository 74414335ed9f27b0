"""What each page shows, as a digest: while that is the same, so is the page.

A page that forgets to say what it shows is taken to show everything there is: then it
is made again too often, and never stale.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from generator.model.each import Each, in_turn, kept
from generator.model.entities import Entity
from generator.model.events import Event, citations_of
from generator.pages.catalogue import Catalogue
from generator.pages.chronology import Section
from generator.pages.prose import lead
from generator.pages.things import Card
from generator.plain import as_json

Digest = str
"""16 bytes of BLAKE2b, in hexadecimal: what is told by the same one is the same."""


def digest(*told: Any) -> Digest:
    """The digest of texts, numbers, bytes, and tuples or lists of such."""
    # Version 2 of the format says nothing about who else holds a value.
    return hashlib.blake2b(marshal.dumps(told, 2), digest_size=16).hexdigest()


class _Told(NamedTuple):
    """The digests of an event: of all that its file says, and of what others show of
    it, which is all but what follows the first paragraph."""

    whole: Digest
    seen: Digest


@kept
def _told(event: Event) -> _Told:
    return _Told(_said(event), _said(replace(event, body=lead(event.body))))


def _said(event: Event) -> Digest:
    return digest(as_json(event) or repr(event))


Near = tuple[Digest, list[str]]
"""What is near an event: a digest of how, and the ids."""


def _whole_card(card: Card) -> Digest:
    document = card.document
    text = (document.text, repr(document.blocks)) if document else ()
    about = (card.name, card.language, repr(card.source), repr(card.signers))
    return digest(*about, text)


def _whole_entity(entity: Entity) -> Digest:
    return digest(repr(entity))


@dataclass(frozen=True)
class Shows:
    """Digests of what pages show. `site` is of what all of them depend on: settings,
    templates, words, static files. `near` tells by id what is near an event, as far as
    that is known."""

    catalogue: Catalogue
    slugs: Mapping[str, str]
    site: Digest
    each: Each = in_turn
    near: dict[str, Near] = field(default_factory=dict)

    @cached_property
    def _told(self) -> Mapping[str, _Told]:
        by_id = self.catalogue.timeline.by_id
        told = self.each(_told, tuple(by_id.values()))
        return dict(zip(by_id, told, strict=True))

    @cached_property
    def _cards(self) -> Mapping[str, Digest]:
        cards = self.catalogue.cards
        found = self.each(_whole_card, tuple(cards.values()))
        return dict(zip(cards, found, strict=True))

    @cached_property
    def _entities(self) -> Mapping[str, Digest]:
        entities = self.catalogue.entities
        found = self.each(_whole_entity, tuple(entities.values()))
        return dict(zip(entities, found, strict=True))

    @cached_property
    def _entries(self) -> Mapping[str, Digest]:
        """Of every event, what an entry of a list shows, in the order of time."""
        return {event.id: self._entry(event) for event in self._in_time}

    @property
    def _in_time(self) -> tuple[Event, ...]:
        return self.catalogue.timeline.all_events

    def _entry(self, event: Event) -> Digest:
        catalogue, citations = self.catalogue, citations_of(event)
        passage = catalogue.timeline.passages.at
        return self.only(
            self._told[event.id].seen,
            [self._entities[name] for name in event.entities],
            [self._cards[citation.source] for citation in citations],
            [passage(citation).number for citation in citations],
            [self.slugs[tag] for tag in event.tags],
            catalogue.timeline.voices(event),
            event.id in catalogue.key,
        )

    def entries(self, ids: Iterable[str]) -> list[Digest]:
        """What a list of the events with these *ids* shows."""
        return [self._entries[id] for id in ids]

    @cached_property
    def lists(self) -> Digest:
        """What a page shows that may list every event, source and name there is."""
        return digest(
            self.site,
            list(self._entries.items()),
            list(self._cards.items()),
            list(self._entities.items()),
            list(self.slugs.items()),
            self.catalogue.timeline.names_found_by,
        )

    @cached_property
    def everything(self) -> Digest:
        """All that is published."""
        return digest(self.lists, [(id, t.whole) for id, t in self._told.items()])

    def only(self, *told: Any) -> Digest:
        """What a page shows that depends on nothing but *told*."""
        return digest(self.site, *told)

    def event(self, id: str) -> Digest:
        """What the page of an event shows."""
        catalogue = self.catalogue
        timeline = catalogue.timeline
        event = timeline.by_id[id]
        beside = [other.id for other in timeline.beside(event) if other]
        how, near = self._near(event)
        return self.only(
            self._told[id].whole,
            self._entries[id],
            beside,
            self.entries(beside),
            how,
            self.entries([name for name in near if name in self._entries]),
        )

    def of_event(self, id: str) -> Digest:
        """What is told of an event wherever all that is known of it alone is told."""
        return self._of_events[id]

    @cached_property
    def _of_events(self) -> Mapping[str, Digest]:
        told, only = self._told, self.only
        return {id: only(told[id].whole, e) for id, e in self._entries.items()}

    def of_entity(self, id: str) -> Digest:
        """What is told of somebody or something, events aside."""
        return self.only(self._entities[id])

    def embed(self, id: str) -> Digest:
        """What the page of an event for other sites shows."""
        return self._entries[id]

    def _near(self, event: Event) -> Near:
        if event.id not in self.near:
            related = self.catalogue.related(event)
            how = [(r.event, r.entities, r.sources, r.chosen) for r in related]
            self.near[event.id] = digest(how), [r.event for r in related]
        return self.near[event.id]

    def entity(self, id: str) -> Digest:
        """What the page of somebody or something shows."""
        ids = self.catalogue.timeline.by_entity.ids.get(id, ())
        return self.only(self._entities[id], self.entries(ids))

    def source(self, id: str) -> Digest:
        """What the page of a source shows."""
        timeline = self.catalogue.timeline
        passages = [
            (p.number, p.position.start, p.position.end, p.events)
            for p in timeline.passages.get(id, ())
        ]
        ids = timeline.by_source.ids.get(id, ())
        return self.only(self._cards[id], passages, self.entries(ids))

    def tag(self, tag: str) -> Digest:
        """What the page of a topic shows."""
        ids = self.catalogue.timeline.by_tag.ids[tag]
        return self.only(tag, self.slugs[tag], self.entries(ids))

    def year(self, key: str) -> Digest:
        """What the page of a year shows."""
        previous, section, following = self._years[key]
        months = [(number, self.entries(ids)) for number, ids in section.months]
        return self.only(
            key, previous, following, months, self.entries(section.continuing)
        )

    def printed(self, key: str) -> Digest:
        """What a year on paper shows, or what has no date: all of each event."""
        found = self._years.get(key)
        if found:
            ids = [id for _, ids in found[1].months for id in ids]
        else:
            ids = [event.id for event in self.catalogue.timeline.undated]
        months = [(n, len(ids)) for n, ids in found[1].months] if found else []
        whole = [self._told[id].whole for id in ids]
        return self.only(key, months, whole, self.entries(ids))

    def month(self, key: str) -> Digest:
        """What the page of a month shows."""
        previous, ids, following = self._months[key]
        return self.only(key, previous, following, self.entries(ids))

    @cached_property
    def _years(self) -> Mapping[str, tuple[str, Section, str]]:
        sections = self.catalogue.sections
        keys = ["", *(section.key for section in sections), ""]
        return {
            section.key: (before, section, after)
            for section, before, after in zip(sections, keys, keys[2:], strict=False)
        }

    @cached_property
    def _months(self) -> Mapping[str, tuple[str, tuple[str, ...], str]]:
        words = self.catalogue.words
        named = []
        for section in self.catalogue.sections:
            listed = [ids for number, ids in section.months if number]
            pages = section.named_months(words)
            named += [(key, ids) for (key, _), ids in zip(pages, listed, strict=True)]
        keys = ["", *(key for key, _ in named), ""]
        return {
            key: (before, ids, after)
            for (key, ids), before, after in zip(named, keys, keys[2:], strict=False)
        }
