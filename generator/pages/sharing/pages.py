"""The pages that stand in frames on other sites, and what oEmbed tells of them."""

from __future__ import annotations

from functools import partial
from operator import attrgetter, methodcaller
from typing import Protocol

from generator.pages import contexts, routes
from generator.pages.page import Page, Twin
from generator.pages.sharing.frames import oembed_of_event, oembed_of_site


class Listed(Protocol):
    """What of an event its page in a frame is listed by."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def aliases(self) -> tuple[str, ...]: ...


def embed_of_event(is_public: bool, event: Listed) -> Page:
    """The page of *event* for frames on other sites; where the site's address is known,
    with oEmbed's word on it."""
    return Page(
        routes.embed_page(event.id),
        "embed_event.html",
        event.title,
        indexed=False,
        context=partial(contexts.of_event_embed, event.id),
        shows=methodcaller("embed", event.id),
        twins=oembed_twins(event.id, event, is_public),
        told_in=routes.data_beside(routes.event_page(event.id)),
    )


def oembed_twins(id: str, event: Listed, is_public: bool) -> tuple[Twin, ...]:
    """oEmbed's word on *event*, where it is looked for under one of its ids."""
    path = routes.oembed(routes.event_page(id))
    return (Twin(path, partial(oembed_of_event, event.id)),) if is_public else ()


def embed_of_site(is_public: bool) -> Page:
    """The timeline for frames on other sites."""
    return Page(
        routes.EMBED,
        "embed.html",
        indexed=False,
        context=contexts.of_embed,
        shows=attrgetter("lists"),
        told_in=routes.DATA,
        twins=(Twin(routes.oembed(routes.HOME), oembed_of_site),) if is_public else (),
    )
