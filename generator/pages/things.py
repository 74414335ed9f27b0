"""The sources and entities of a timeline, each with the name to show for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.model.each import Each, once
from generator.model.entities import Entity, EntityKind
from generator.model.events import Event
from generator.model.sources import BlockKind, Document, Source
from generator.model.timeline import Timeline
from generator.pages.words import Words

_NAME_WORDS = 8


@dataclass(frozen=True, slots=True)
class Card:
    """A source with the name to show for it.

    `name` is its title, else the headline of its text, else its first words. `signers`
    are for each author whoever has that name on this timeline.
    """

    source: Source
    document: Document | None
    name: str
    signers: tuple[tuple[Entity, ...], ...] = ()

    @property
    def container(self) -> str:
        """Where it appeared, "" if that is not stated."""
        return self.source.container_title or self.source.publisher

    @property
    def language(self) -> str:
        """The language of the text, "" if it is not known."""
        found = self.document.language if self.document else ""
        language = self.source.language or found
        return "" if language == "und" else language


def cards(timeline: Timeline, words: Words, each: Each) -> dict[str, Card]:
    """The sources that have a card or are cited, by id, sorted."""
    ids = tuple(sorted({*timeline.sources, *timeline.by_source}))
    sources = tuple(map(timeline.sources.get, ids))
    documents = tuple(map(timeline.documents.get, ids))
    entities = tuple(timeline.entities.values())
    known = (ids, sources, documents, entities)
    return once(each, partial(_cards, each, words), known)


_Signers = tuple[tuple[Entity, ...], ...]
_Known = tuple[str, Source | None, Document | None, _Signers]


def _cards(
    each: Each,
    words: Words,
    known: tuple[
        Sequence[str],
        Sequence[Source | None],
        Sequence[Document | None],
        Sequence[Entity],
    ],
) -> dict[str, Card]:
    ids, sources, documents, entities = known
    signers = _signers(sources, entities)
    values = tuple(zip(ids, sources, documents, signers, strict=True))
    return dict(zip(ids, each(partial(_card, words), values), strict=True))


def _signers(
    sources: Sequence[Source | None], entities: Sequence[Entity]
) -> list[_Signers]:
    """For each author of each source, those of *entities* that are called so."""
    called: dict[str, tuple[Entity, ...]] = {}
    for entity in entities:
        for label in {entity.pref_label, *entity.alt_label}:
            name = label.casefold()
            called[name] = (*called.get(name, ()), entity)
    return [
        tuple(called.get(" ".join(a.split()).casefold(), ()) for a in source.authors)
        if source
        else ()
        for source in sources
    ]


def _card(words: Words, known: _Known) -> Card:
    id, source, document, signers = known
    source = source or Source(id)
    # Most have a title: then nobody need look for the parts of the text.
    name = source.title or (document and _of_text(document, words)) or id
    return Card(source, document, name, signers)


def _of_text(document: Document, words: Words) -> str:
    """The headline of *document*, else its first words, "" where there are none."""
    for block in document.blocks:
        if block.kind is BlockKind.HEADLINE:
            headline = " ".join(document.text[block.start : block.end].split())
            return headline or _first_words(document, words)
    return _first_words(document, words)


def _first_words(document: Document, words: Words) -> str:
    """How the body of a text without a title begins, in quotation marks."""
    body = next((b.start for b in document.blocks if b.kind is BlockKind.BODY), 0)
    first = document.text[body : body + 400].split()[:_NAME_WORDS]
    return words.quoted(f"{' '.join(first)} …") if first else ""


def entities(timeline: Timeline) -> dict[str, Entity]:
    """Everyone with a file, and whoever an event names without one, by id, sorted."""
    found = dict(timeline.entities)
    for name in timeline.by_entity.keys() - found.keys():
        found[name] = Entity(name, _kind(name, timeline.by_entity[name][0]), name)
    return dict(sorted(found.items()))


def _kind(name: str, event: Event) -> EntityKind:
    """What *event* takes the entity *name* for."""
    if name in event.people:
        return EntityKind.PERSON
    in_organisations = name in event.organisations
    return EntityKind.ORGANISATION if in_organisations else EntityKind.PLACE
