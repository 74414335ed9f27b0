"""The pictures of events as pages show them, and as files of the site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from generator.model.events import Event
from generator.model.media import Media, Picture, Pictures, Size
from generator.pages.prose import safe_url
from generator.pages.shows import Digest, Shows

_CREATIVE_COMMONS = re.compile(
    r"CC[ -](?P<kind>BY(?:-NC)?(?:-SA|-ND)?)[ -](?P<version>[1-4]\.[05])", re.IGNORECASE
)
_CC_ADDRESS = re.compile(
    r"https?://creativecommons\.org/licenses/(?P<kind>[a-z-]+)/(?P<version>[\d.]+)"
)
_LICENCES = {
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "pdm": "https://creativecommons.org/publicdomain/mark/1.0/",
    "pdm-1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    "ogl-uk-3.0": (
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    ),
    "etalab-2.0": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "dl-de-by-2.0": "https://www.govdata.de/dl-de/by-2-0",
    "dl-de-zero-2.0": "https://www.govdata.de/dl-de/zero-2-0",
    "gfdl-1.3-or-later": "https://www.gnu.org/licenses/fdl-1.3.html",
}
"""Where a licence can be read, by its name in lower case; SPDX has the short names."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of an event: what its editor says of it, and its sizes.

    `licence_url` and `source_url` are where readers may go, "" where that is not known.
    """

    media: Media
    picture: Picture
    licence_url: str
    source_url: str

    @property
    def largest(self) -> Size:
        return self.picture.sizes[-1]

    @property
    def says_whose(self) -> bool:
        """True when its maker, its licence or where it is from is known."""
        return bool(self.media.credit or self.media.licence or self.media.source)

    @property
    def licence_name(self) -> str:
        """The licence as readers know it; of an address, the host."""
        address = safe_url(self.media.licence)
        if known := _CC_ADDRESS.match(address):
            return f"CC {known['kind'].upper()} {known['version']}"
        return urlsplit(address).hostname or self.media.licence

    @property
    def source_host(self) -> str:
        return urlsplit(self.source_url).hostname or ""


def shown(event: Event, pictures: Pictures) -> tuple[Shown, ...]:
    """The pictures of *event*, in the editor's order."""
    return shown_as(event, (pictures.picture(media.file) for media in event.media))


def shown_as(event: Event, found: Iterable[Picture | None]) -> tuple[Shown, ...]:
    """The same, where for each picture that *event* names there is what was *found*."""
    return tuple(
        Shown(media, picture, licence_url(media.licence), safe_url(media.source))
        for media, picture in zip(event.media, found, strict=True)
        if picture is not None
    )


def card(pictures: Iterable[Shown]) -> Shown | None:
    """The one of *pictures* that other sites may show: the first that is not sensitive,
    None when there is none."""
    return next((each for each in pictures if not each.media.sensitive), None)


def licence_url(licence: str) -> str:
    """Where *licence* can be read: itself, or the address of a known name; else ""."""
    if address := safe_url(licence):
        return address
    name = licence.strip()
    if known := _CREATIVE_COMMONS.fullmatch(name):
        kind, version = known["kind"].lower(), known["version"]
        return f"https://creativecommons.org/licenses/{kind}/{version}/"
    return _LICENCES.get(name.lower().replace(" ", "-"), "")


@dataclass(frozen=True)
class Gallery:
    """The folder with the pictures of *events*, in all their sizes: one that no
    published event shows is not in it. With `cards` there are also those for other
    sites."""

    events: Iterable[Event]
    pictures: Pictures
    cards: bool

    @property
    def paths(self) -> Collection[str]:
        return self._sizes.keys()

    def shows(self, shows: Shows) -> Digest:
        return shows.only(list(self._sizes))  # a path says what is in the file

    def file(self, path: str) -> bytes:
        return self.pictures.make(*self._sizes[path])

    @cached_property
    def _sizes(self) -> dict[str, tuple[Picture, Size]]:
        """Every file with its picture, the sizes of one after the other."""
        found: dict[str, tuple[Picture, Size]] = {}
        for event in (event for event in self.events if event.media):
            pictures = shown(event, self.pictures)
            for each in pictures:
                found |= {s.path: (each.picture, s) for s in each.picture.sizes}
            if self.cards and (chosen := card(pictures)):
                size = chosen.picture.card
                found[size.path] = (chosen.picture, size)
        return found
