"""A page of the site before it is made: where it lies, from which template, of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.routes import Links
from generator.pages.shows import Digest, Shows

Context = Callable[[Catalogue], Mapping[str, Any]]
"""What the template of a page is given; asked for when the page is made."""


def _nothing(catalogue: Catalogue) -> Mapping[str, Any]:
    return {}


Linked = Callable[[Catalogue, Links], list[dict[str, Any]]]
"""What the page tells in JSON-LD, with addresses as seen from it."""


_everything = attrgetter("everything")


@dataclass(frozen=True, slots=True)
class Twin:
    """A file beside a page that tells programs what the page shows, and no more."""

    path: str
    make: Callable[[Catalogue], bytes]


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site to be made from a template.

    `section` is the entry of the main navigation that it belongs to. A page that is
    not `indexed` asks search engines to leave it out. Readers often arrive at an
    `arrival`: it brings its style along, where the others share a file. `context`
    gives the template what it needs; `shows` tells how much of the timeline that is.
    Its `twins` are made whenever it is. `feed` is the path of the feed that tells what
    is new on it, "" where only that of the whole timeline does. `linked` tells
    what it is about as JSON-LD; None where no more is to say than that it is a page.
    `told_in` is the path of data with all that a page shows that has no twin.
    """

    path: str
    template: str
    title: str = ""
    section: str = ""
    indexed: bool = True
    arrival: bool = False
    context: Context = _nothing
    shows: Callable[[Shows], Digest] = _everything
    twins: tuple[Twin, ...] = ()
    feed: str = ""
    linked: Linked | None = None
    told_in: str = ""

    @property
    def data(self) -> str:
        """The path of the twin that tells all that the page shows, "" without one."""
        wanted = routes.data_beside(self.path)
        return next((twin.path for twin in self.twins if twin.path == wanted), "")
