"""The cards of a site: which there are, what each says, and the files with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from urllib.parse import urlsplit

from generator.model.edtf import Precision
from generator.model.events import Event, Factuality, Status
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.page import Twin
from generator.pages.pictures import card as picture_for_others
from generator.pages.pictures import shown
from generator.pages.sharing.canvas import HEIGHT, WIDTH
from generator.pages.sharing.card import png, social_card
from generator.pages.sharing.letters import drawable
from generator.pages.shows import Digest, digest
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
    """Whether cards are drawn: other sites need a public address to fetch them from."""
    return bool(catalogue.site.base_url)


def image_of_site(catalogue: Catalogue) -> Image | None:
    """The picture for pages that have none of their own."""
    if not has_cards(catalogue):
        return None
    site = catalogue.site
    return _card(routes.CARD, site.title, site.description)


def image_of_event(event: Event, catalogue: Catalogue) -> Image | None:
    """The picture for *event*: one of its own, else a card; None without an address."""
    if not has_cards(catalogue):
        return None
    if event.media and (own := picture_for_others(shown(event, catalogue.pictures))):
        size = own.picture.card
        return Image(size.path, size.width, size.height, own.media.alt)
    has_own = _has_letters(event, catalogue)
    path = routes.event_card(event.id) if has_own else routes.CARD
    return _card(path, event.title, _when(event, catalogue.words), catalogue.site.title)


def _card(path: str, *words: str) -> Image:
    """The card at *path*; who does not see it is told the *words*, which may have
    letters that its faces lack."""
    return Image(path, WIDTH, HEIGHT, " · ".join(filter(None, words)))


def _has_letters(event: Event, catalogue: Catalogue) -> bool:
    """Whether a card can tell anything of *event*: its title, or its date."""
    return bool(drawable(event.title) or drawable(catalogue.words.month(2024, 3)))


def _drawn(words: tuple[str, str, str], catalogue: Catalogue) -> bytes:
    """A card with these *words*, as a PNG."""
    return png(social_card(*words))


def _when(event: Event, words: Words) -> str:
    when = words.date(event.date) if event.date else words.gettext("Undated")
    return " · ".join((when, *standing(event, words)))


def _name(catalogue: Catalogue) -> str:
    """The site's name; where the faces lack a letter of it, the host that it is on."""
    title, address = catalogue.site.title, catalogue.site.base_url
    return title if drawable(title) else urlsplit(address).hostname or ""


@dataclass(frozen=True)
class Cards:
    """The cards of a site, made like the twins of pages; but each is a part of the site
    by itself, which is drawn again only when its own words are others."""

    catalogue: Catalogue

    @cached_property
    def paths(self) -> Collection[str]:
        """Where they are. An event whose picture may be shown has none, nor has one of
        which the faces can tell nothing."""
        if not has_cards(self.catalogue):
            return ()
        events = self.catalogue.timeline.all_events
        drawn = (event for event in events if self._is_drawn(event))
        ids = (id for event in drawn for id in (event.id, *event.aliases))
        return (routes.CARD, *dict.fromkeys(map(routes.event_card, ids)))

    def shows(self, path: str) -> Digest:
        """A digest of what tells the words on the card at *path*, which is one of
        `paths`: ten thousand dates are not put into words to be compared."""
        event = self._event(path)
        if event is None:
            return digest("card", *self._words(path))
        date = event.date.text if event.date else ""
        state = event.factuality.value, event.status.value, event.accounts_differ
        return digest("card", self._language, event.title, date, *state, self._name)

    @cached_property
    def _language(self) -> Digest:
        return digest(*self.catalogue.words.in_brief())

    @cached_property
    def _name(self) -> str:
        return _name(self.catalogue)

    def twin(self, path: str) -> Twin | None:
        """The card at *path*; None where there is none."""
        if not has_cards(self.catalogue):
            return None
        event = self._event(path)
        is_drawn = self._is_drawn(event) if event else path == routes.CARD
        return Twin(path, partial(_drawn, self._words(path))) if is_drawn else None

    def _words(self, path: str) -> tuple[str, str, str]:
        """What stands on the card at *path*: a title, when it was, and where."""
        catalogue, event = self.catalogue, self._event(path)
        if event is None:
            return self._name, "", catalogue.site.description
        return event.title, _when(event, catalogue.words), self._name

    def _is_drawn(self, event: Event) -> bool:
        if event.media and picture_for_others(shown(event, self.catalogue.pictures)):
            return False
        return _has_letters(event, self.catalogue)

    def _event(self, path: str) -> Event | None:
        if not path.startswith(routes.CARDS):
            return None
        name = path.removeprefix(routes.CARDS).removesuffix(".png")
        return self.catalogue.timeline.by_id.get(name) or self._former.get(name)

    @cached_property
    def _former(self) -> Mapping[str, Event]:
        """Events by their former ids: other sites keep the addresses of cards."""
        events = self.catalogue.timeline.all_events
        return {alias: event for event in events for alias in event.aliases}
