"""What of an event is searched, and what else is found by name: as words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.model.edtf import Edtf
from generator.model.entities import Entity
from generator.model.events import Event, Factuality, citations_of
from generator.pages import routes
from generator.pages.search_terms import Term, terms
from generator.pages.things import Card
from generator.pages.views import Catalogue

_YEARS = 20
_MARKUP = re.compile(r"\]\([^)]*\)|<[^>]*>")
"""What of Markdown is no word of the text: addresses of links, and tags."""

Terms = frozenset[Term]

NAME, TOPIC, SAYS = "@", "#", "!"
"""What the ids of entities, the folders of topics and the states of events begin with
among the words: no word begins with such a mark."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A page that is found by its name: of a person, an organisation, a place, a source
    or a topic. `facet` is what it is called among the words, "" for a source."""

    kind: str
    label: str
    path: str
    events: int
    terms: Terms
    facet: str = ""


def things(catalogue: Catalogue, slugs: Mapping[str, str]) -> list[Thing]:
    """Everything that is found by name, sources last, and first what most events are
    about; *slugs* are the topics' folders."""
    found = chain(
        (_named(entity, catalogue) for entity in catalogue.entities.values()),
        (_topic(tag, slugs[tag], catalogue) for tag in catalogue.timeline.by_tag),
        (_source(card, catalogue) for card in catalogue.cards.values()),
    )
    return sorted(
        found, key=lambda t: (not t.facet, -t.events, t.label.casefold(), t.path)
    )


def _named(entity: Entity, catalogue: Catalogue) -> Thing:
    facet = NAME + entity.id
    return Thing(
        catalogue.words.kind[entity.kind],
        entity.pref_label,
        routes.entity_page(entity.id),
        len(catalogue.timeline.by_entity.ids.get(entity.id, ())),
        _names(entity, catalogue.site.language) | {Term(facet, facet)},
        facet,
    )


def _topic(tag: str, slug: str, catalogue: Catalogue) -> Thing:
    facet = TOPIC + slug
    return Thing(
        catalogue.words.gettext("Topic"),
        tag,
        routes.tag_page(slug),
        len(catalogue.timeline.by_tag.ids[tag]),
        terms(tag, catalogue.site.language) | {Term(facet, facet)},
        facet,
    )


def _source(card: Card, catalogue: Catalogue) -> Thing:
    language = catalogue.site.language
    return Thing(
        catalogue.words.gettext("Source"),
        card.name,
        routes.source_page(card.source.id),
        len(catalogue.timeline.by_source.ids.get(card.source.id, ())),
        terms(card.name, card.language or language) | terms(card.container, language),
    )


def _names(entity: Entity, language: str) -> Terms:
    names = (entity.pref_label, *entity.alt_label)
    return _all(terms(name, language) for name in names)


def _all(found: Iterable[Terms]) -> Terms:
    return frozenset().union(*found)


def strong(event: Event, catalogue: Catalogue) -> Terms:
    """The words that an event is foremost about: of its title, its names in every
    spelling, its topics."""
    language = catalogue.site.language
    names = catalogue.named(event.entities)
    return _all(
        (
            terms(event.title, language),
            *(_names(entity, language) for entity in names),
            *(terms(tag, language) for tag in event.tags),
        )
    )


def weak(event: Event, catalogue: Catalogue) -> Terms:
    """The words of its text, its passages and accounts, and its date.

    Not those of its sources' titles: an article tells of more than its headline says.
    """
    return _all(_weak(event, catalogue))


def _weak(event: Event, catalogue: Catalogue) -> Iterator[Terms]:
    language = catalogue.site.language
    yield terms(_MARKUP.sub(" ", event.body), language)
    for citation in citations_of(event):
        card = catalogue.cards[citation.source]
        yield terms(citation.quote.exact, card.language or language)
    for claim in event.claims:
        for text in (claim.about, claim.value, claim.speaker):
            yield terms(text, language)
    if event.date:
        yield terms(catalogue.words.date(event.date), language)
        yield frozenset(Term(year, year) for year in _years(event.date))


def facets(event: Event, slugs: Mapping[str, str]) -> Terms:
    """What lists are narrowed down by, as words."""
    words = (
        *(NAME + name for name in event.entities),
        *(TOPIC + slugs[tag] for tag in event.tags),
        *(SAYS + state for state in states(event)),
    )
    return frozenset(Term(word, word) for word in words)


def states(event: Event) -> list[str]:
    """What is to be known before believing: "proposed", "planned", "differ", ..."""
    found: list[str] = [event.status]
    if event.factuality is not Factuality.HAPPENED:
        found.append(event.factuality)
    return found + ["differ"] * event.accounts_differ


def _years(date: Edtf) -> Iterable[str]:
    """The years that *date* touches, if they are not too many to be named."""
    first, last = date.first or date.last, date.last or date.first
    if first is None or last is None or last[0] - first[0] > _YEARS:
        return ()
    return map(str, range(first[0], last[0] + 1))
