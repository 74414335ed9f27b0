"""The search page without scripts: an index of links, the most used of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.entities import EntityKind
from generator.pages import routes
from generator.pages.catalogue import Catalogue

LISTED = 100
"""So many of a kind are listed; a link leads to all of them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A link to a page, and how many events are on it."""

    label: str
    path: str
    events: int


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind, in the order of the alphabet.

    `total` counts all of them, `things` are those that most events are about;
    `overview` is the page of all.
    """

    name: str
    overview: str
    total: int
    things: tuple[Listed, ...]


def of_search(slugs: Mapping[str, str], catalogue: Catalogue) -> Mapping[str, Any]:
    """What the search page's template is given; *slugs* are the topics' folders."""
    timeline, words = catalogue.timeline, catalogue.words
    found = [
        _names(
            words.kinds[kind],
            "entities",
            (
                Listed(e.pref_label, routes.entity_page(e.id), count)
                for e in catalogue.entities.values()
                if e.kind is kind
                for count in [len(timeline.by_entity.ids.get(e.id, ()))]
            ),
        )
        for kind in EntityKind
    ]
    topics = (
        Listed(tag, routes.tag_page(slugs[tag]), len(ids))
        for tag, ids in timeline.by_tag.ids.items()
    )
    sources = (
        Listed(
            card.name,
            routes.source_page(name),
            len(timeline.by_source.ids.get(name, ())),
        )
        for name, card in catalogue.cards.items()
    )
    found.append(_names(words.gettext("Topics"), "tags", topics))
    found.append(_names(words.gettext("Sources"), "sources", sources))
    kinds = tuple(names for names in found if names.total)
    return {"kinds": kinds, "years": catalogue.years}


def _names(name: str, overview: str, listed: Iterable[Listed]) -> Names:
    found = sorted(listed, key=lambda one: (-one.events, one.label.casefold()))
    shown = sorted(found[:LISTED], key=lambda one: (one.label.casefold(), one.path))
    return Names(name, overview, len(found), tuple(shown))
