"""The cards of a site: which there are, what each says, and the files with them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from generator.model.edtf import Precision
from generator.model.events import Event, Factuality, Status
from generator.pages import routes
from generator.pages.pictures import card as picture_for_others
from generator.pages.pictures import shown
from generator.pages.sharing.canvas import HEIGHT, WIDTH
from generator.pages.sharing.card import SocialCard, png, social_card
from generator.pages.sharing.letters import drawable
from generator.pages.shows import Digest, digest
from generator.pages.views import Catalogue
from generator.pages.words import Words


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that other sites may show of a page: its path from the root, its size
    in pixels, and what it shows, in words."""

    path: str
    width: int
    height: int
    alt: str


def standing(event: Event, words: Words) -> tuple[str, ...]:
    """What must be known of *event* before it is believed, in a word or two each."""
    found = []
    if event.factuality is not Factuality.HAPPENED:
        found.append(words.factuality[event.factuality])
    if event.status is not Status.REVIEWED:
        found.append(words.status[event.status])
    if event.accounts_differ:
        found.append(words.gettext("Accounts differ"))
    return tuple(found)


def modified(event: Event) -> str:
    """The latest day on which *event* was corrected, as ISO 8601 has it; "" where it
    never was, or no day is stated."""
    dates = (correction.date for correction in event.corrections)
    return max((str(d) for d in dates if d.precision is Precision.DAY), default="")


def has_cards(catalogue: Catalogue) -> bool:
    """Whether cards are drawn: other sites need a public address to fetch them from,
    and the faces the letters of the site's name or of its dates."""
    letters = drawable(catalogue.site.title) or drawable(catalogue.words.month(2024, 3))
    return bool(catalogue.site.base_url and letters)


def image_of_site(catalogue: Catalogue) -> Image | None:
    """The picture for pages that have none of their own."""
    if not has_cards(catalogue):
        return None
    return Image(routes.CARD, WIDTH, HEIGHT, _of_site(catalogue).told)


def image_of_event(event: Event, catalogue: Catalogue) -> Image | None:
    """The picture for *event*: one of its own, else a card; None without an address."""
    if not catalogue.site.base_url:
        return None
    if event.media and (own := picture_for_others(shown(event, catalogue.pictures))):
        size = own.picture.card
        return Image(size.path, size.width, size.height, own.media.alt)
    if not has_cards(catalogue):
        return None
    told = _of_event(event, catalogue).told
    return Image(routes.event_card(event.id), WIDTH, HEIGHT, told)


def _of_event(event: Event, catalogue: Catalogue) -> SocialCard:
    return social_card(*_words(event, catalogue))


def _of_site(catalogue: Catalogue) -> SocialCard:
    return social_card(catalogue.site.title, "", catalogue.site.description)


def _words(event: Event, catalogue: Catalogue) -> tuple[str, str, str]:
    words = catalogue.words
    when = words.date(event.date) if event.date else words.gettext("Undated")
    when = " · ".join((when, *standing(event, words)))
    return event.title, when, catalogue.site.title


@dataclass(frozen=True)
class Cards:
    """The files with the cards of a site, each of which is a part of it by itself: it
    is drawn again only when its own words are others."""

    catalogue: Catalogue

    @cached_property
    def paths(self) -> Collection[str]:
        """Where they are. An event whose picture may be shown has none."""
        if not has_cards(self.catalogue):
            return ()
        events = self.catalogue.timeline.all_events
        drawn = (event for event in events if not self._has_picture(event))
        return (routes.CARD, *(routes.event_card(event.id) for event in drawn))

    def __contains__(self, path: str) -> bool:
        if path == routes.CARD:
            return has_cards(self.catalogue)
        event = self._event(path)
        return bool(
            event and has_cards(self.catalogue) and not self._has_picture(event)
        )

    def shows(self, path: str) -> Digest:
        """A digest of the words on the card at *path*."""
        event = self._event(path)
        if event:
            return digest("card", *_words(event, self.catalogue))
        site = self.catalogue.site
        return digest("card", site.title, site.description)

    def file(self, path: str) -> bytes:
        """The card at *path*, which is one of `paths`, as a PNG."""
        event = self._event(path)
        return png(
            _of_event(event, self.catalogue) if event else _of_site(self.catalogue)
        )

    def _has_picture(self, event: Event) -> bool:
        pictures = self.catalogue.pictures
        return bool(event.media and picture_for_others(shown(event, pictures)))

    def _event(self, path: str) -> Event | None:
        if not path.startswith(routes.CARDS):
            return None
        name = path.removeprefix(routes.CARDS).removesuffix(".png")
        return self.catalogue.timeline.by_id.get(name)
