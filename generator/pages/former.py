"""What stands at former addresses: pages that lead to the present ones, and the files
that programs go on asking for there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import methodcaller

from generator.model.entities import Entity
from generator.pages import contexts, feeds, routes
from generator.pages.catalogue import Catalogue
from generator.pages.citing.files import annotations_of
from generator.pages.data import beside
from generator.pages.page import Page, Twin
from generator.pages.sharing.pages import Listed, oembed_twins
from generator.pages.things import Card


def pages_of_event(is_public: bool, event: Listed) -> list[Page]:
    """A page at each former id of *event*, and one for the frames that were made then,
    with oEmbed's word for who kept its address."""
    present = routes.embed_page(event.id)
    return [
        *_to_present(event.aliases, event.title, routes.event_page, event.id),
        *(
            Page(
                routes.embed_page(alias),
                "redirect.html",
                event.title,
                indexed=False,
                context=partial(contexts.of_redirect, present),
                shows=methodcaller("embed", event.id),
                twins=oembed_twins(alias, event, is_public),
            )
            for alias in event.aliases
        ),
    ]


def pages_of_card(card: Card) -> list[Page]:
    """A page at each former id of a source, and its passages for programs."""
    source = card.source
    pages = _to_present(source.aliases, card.name, routes.source_page, source.id)
    make, shows = partial(annotations_of, source.id), methodcaller("source", source.id)
    return [
        replace(
            page,
            shows=shows,
            twins=(*page.twins, Twin(routes.annotations_of(alias), make)),
        )
        for alias, page in zip(source.aliases, pages, strict=True)
    ]


def pages_of_entity(entity: Entity) -> list[Page]:
    """A page at each former id of an entity; and its feed, since readers of feeds go
    where they once found it."""
    channel, shows = feeds.of_entity(entity), methodcaller("entity", entity.id)
    former = map(routes.entity_page, entity.aliases)
    return [
        *_to_present(entity.aliases, entity.pref_label, routes.entity_page, entity.id),
        *(
            feeds.page_of(channel, shows, page.removesuffix(routes.HOME))
            for page in former
        ),
    ]


def _to_present(
    aliases: tuple[str, ...], title: str, address: Callable[[str], str], present: str
) -> list[Page]:
    """A page at each former id that leads to the present one."""

    def told(alias: str, catalogue: Catalogue) -> bytes:
        return beside.of_redirect(address(alias), address(present), title, catalogue)

    return [
        Page(
            address(alias),
            "redirect.html",
            title,
            indexed=False,
            context=partial(contexts.of_redirect, address(present)),
            shows=methodcaller("only", address(present), title),
            twins=(Twin(routes.data_beside(address(alias)), partial(told, alias)),),
        )
        for alias in aliases
    ]
