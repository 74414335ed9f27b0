"""Where every page lives, and how one page links to another.

An address is a path from the site's root to an `index.html`. Links between pages are
relative and name the file, so that the site works from a folder, at a domain's root
and below a path alike.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from generator.model.timeline import Passage

HOME = "index.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SITEMAP = "sitemap.xml"
DATA = "data/timeline.json"
EVENTS_TABLE = "data/events.csv"
CITATIONS_TABLE = "data/citations.csv"
CALENDAR = "data/calendar.ics"
PLACES = "data/places.geojson"
SOURCES_BIB = "data/sources.bib"
SOURCES_RIS = "data/sources.ris"
SOURCES_CSL = "data/sources.csl.json"
ANNOTATIONS = "data/annotations.jsonld"
BAND = "data/band.js"
CARD = "media/card.png"
CARDS = "media/cards/"
EMBED = "embed/index.html"
PRINT = "print/index.html"
SEARCH = "search/index.html"
SEARCH_INDEX = "search/index.json"

_SLUG_GAP = re.compile(r"[\W_]+")

_FORBIDDEN_NAME = re.compile(r"\A(?:con|prn|aux|nul|(?:com|lpt)[0-9])\Z")
"""Names that Windows has for devices: no copy of the site could be unpacked there."""
_LONGEST_NAME = 200
"""Bytes; file systems take 255."""
_SURELY_SHORT = _LONGEST_NAME // 4

# The same few addresses stand on many pages.
_quoted = lru_cache(maxsize=16_384)(quote)


def event_page(event_id: str) -> str:
    return f"events/{event_id}/index.html"


def source_page(source_id: str) -> str:
    return f"sources/{source_id}/index.html"


def annotations_of(source_id: str) -> str:
    """The cited passages of a source, for programs."""
    return f"sources/{source_id}/annotations.jsonld"


def entity_page(entity_id: str) -> str:
    return f"entities/{entity_id}/index.html"


def tag_page(slug: str) -> str:
    return f"tags/{slug}/index.html"


def section_page(key: str) -> str:
    """The page of a year ("2025"), a month ("2025/07") or a span ("2010-2019")."""
    return f"years/{key}/index.html"


def written_page(page_id: str) -> str:
    """The page of an editor's own text; "about" stands at the top."""
    return "about/index.html" if page_id == "about" else f"pages/{page_id}/index.html"


def overview_page(name: str) -> str:
    """The pages that exist once: "sources", "methodology", "corrections", ..."""
    return f"{name}/index.html"


def data_beside(page: str) -> str:
    """The JSON that tells what *page* shows."""
    return f"{page.removesuffix('.html')}.json"


def schema(name: str) -> str:
    """What describes data of one kind for programs."""
    return f"data/schema/{name}.json"


def event_card(event_id: str) -> str:
    """The picture that other sites show of an event that has none of its own."""
    return f"{CARDS}{event_id}.png"


def embed_page(event_id: str) -> str:
    """The page of an event for frames on other sites."""
    return f"embed/events/{event_id}/index.html"


def print_page(key: str) -> str:
    """A part of the timeline for paper, by the key of its year."""
    return f"print/{key}/index.html"


def oembed(page: str) -> str:
    """What oEmbed tells of *page*, a file beside it."""
    return page.removesuffix("index.html") + "oembed.json"


def public(target: str, base_url: str) -> str:
    """The address of *target*, a path from the site's root, on the web; "" where that
    of the site is not known."""
    if not base_url:
        return ""
    return f"{base_url.rstrip('/')}/{_quoted(target.removesuffix('index.html'))}"


def search_file(kind: str, number: int, version: str) -> str:
    """One of the search's own files of a kind; *version* follows from its bytes."""
    return f"search/{kind}-{number}-{version}.txt"


def asset(name: str) -> str:
    return f"assets/{name}"


_PAGE_OF_FOLDER: Mapping[str, Callable[[str], str]] = {
    "events": event_page,
    "sources": source_page,
    "entities": entity_page,
    "pages": written_page,
}
"""The page of a content file, by the folder that the file is in."""


def tag_slugs(tags: Iterable[str]) -> dict[str, str]:
    """A folder name for each tag; tags that would share one are numbered.

    Letters of any script are kept; capitals and accents' composition are not, since
    some file systems cannot tell them apart.
    """
    slugs: dict[str, str] = {}
    taken: dict[str, int] = {}
    for tag in sorted(tags):
        folded = unicodedata.normalize("NFKC", tag).casefold()
        wanted = _SLUG_GAP.sub("-", folded).strip("-") or "tag"
        wanted = _FORBIDDEN_NAME.sub(r"tag-\g<0>", _short(wanted))
        slug = wanted
        while slug in taken:
            taken[wanted] += 1
            slug = f"{wanted}-{taken[wanted]}"
        taken[slug] = 1
        slugs[tag] = slug
    return slugs


def _short(name: str) -> str:
    """*name* as far as file systems take it, with room for a number and an ending."""
    if len(name) <= _SURELY_SHORT:
        return name
    return name.encode()[:_LONGEST_NAME].decode("utf-8", "ignore").strip("-")


@dataclass(frozen=True, slots=True)
class Addresses:
    """What a template asks for an address, as seen from every page of one depth.

    `root` is the way from there to the site's root. `versions` gives an asset's
    fingerprint, `slugs` a tag's folder. `base_url` is the site's public address or "".
    """

    root: str
    slugs: Mapping[str, str]
    versions: Mapping[str, str]
    base_url: str = ""

    @property
    def rooted(self) -> bool:
        """Whether links lead from any address of the host."""
        return self.root.startswith("/")

    def event(self, event_id: str) -> str:
        return self.path(event_page(event_id))

    def source(self, source_id: str) -> str:
        return self.path(source_page(source_id))

    def passage(self, passage: Passage) -> str:
        """The place in the source's page where the passage stands."""
        return f"{self.source(passage.source)}#passage-{passage.number}"

    def entity(self, entity_id: str) -> str:
        return self.path(entity_page(entity_id))

    def tag(self, tag: str) -> str:
        return self.path(tag_page(self.slugs[tag]))

    def section(self, key: str) -> str:
        return self.path(section_page(key))

    def written(self, page_id: str) -> str:
        return self.path(written_page(page_id))

    def overview(self, name: str) -> str:
        return self.path(overview_page(name))

    def home(self) -> str:
        return self.path(HOME)

    def anchor(self, key: str) -> str:
        """The id of a year's or month's section on a page that holds several."""
        return f"t{key.replace('/', '-')}"

    def asset(self, name: str) -> str:
        """The file, with a fingerprint that changes when its content does."""
        version = self.versions.get(name)
        address = self.path(asset(name))
        return f"{address}?v={version}" if version else address

    def written_in(self, folder: str) -> Callable[[str], str]:
        """What a link in a content file of *folder* becomes on the site.

        Editors link files to files ("../entities/harbour.md"), which works where the
        content is edited, too; the page of that file takes its place.
        """

        def resolve(address: str) -> str:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
                return address
            file = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
            kind, _, name = file.removesuffix(".md").partition("/")
            page = _PAGE_OF_FOLDER.get(kind)
            if page is None:
                return address
            return self.path(page(name)) + (f"#{parts.fragment}" * bool(parts.fragment))

        return resolve

    def path(self, target: str) -> str:
        """The way to *target*, a path from the site's root."""
        return self.root + _quoted(target)

    def whole(self, target: str) -> str:
        """The address of *target* on the web; the way to it where that is not known."""
        return Addresses.public(self, target) or self.path(target)

    def public(self, target: str) -> str:
        """The address of *target* on the web, "" if not known."""
        return public(target, self.base_url)


@dataclass(frozen=True, slots=True)
class Links(Addresses):
    """Addresses as seen from the page `here`."""

    here: str = HOME

    def is_here(self, address: str | None) -> bool:
        """Whether *address*, as this page links to it, is this page."""
        return address == self.path(self.here)

    def public(self, target: str = "") -> str:
        """The address of *target* (or of this page) on the web, "" if not known."""
        return Addresses.public(self, target or self.here)


def root_from(here: str) -> str:
    """The way from the page *here* to the site's root."""
    return "../" * here.count("/")


def root_at(base_url: str) -> str:
    """The way to the site's root at *base_url* from any page of its host, as the 404
    page needs it: that is served for addresses of any depth."""
    return urlsplit(base_url).path.rstrip("/") + "/"
