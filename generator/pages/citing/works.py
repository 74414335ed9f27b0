"""What can be cited, a source or an event, as one value that every format is made of.

Nothing is filled in: an empty text and None mean that nobody stated it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import zip_longest

from generator.model.addresses import best_address, former_address, web_address
from generator.model.edtf import Edtf
from generator.model.events import Event
from generator.model.sources import UrlStatus
from generator.pages import routes
from generator.pages.citing.authors import Author, author
from generator.pages.prose import printable
from generator.pages.things import Card
from generator.settings import SiteConfig


class Kind(Enum):
    """What a work is to those who cite it."""

    ARTICLE = "an article of a newspaper, a magazine or a site"
    WEB_PAGE = "a page on the web that is of no paper"
    TEXT = "a text of which nobody says where it appeared"
    ENTRY = "an entry of this timeline"


@dataclass(frozen=True, slots=True)
class Work:
    """A source or an event as bibliographies know it, every text on one line.

    `container` is what it appeared in; `status` what became of it at its `url`; `best`
    is the one address to give for it, `former` another where it was, to be told beside;
    `happened` the date of the event that an entry is about, in EDTF.
    """

    id: str
    kind: Kind
    title: str
    authors: tuple[Author, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: Edtf | None = None
    url: str = ""
    status: UrlStatus | None = None
    best: str = ""
    former: str = ""
    archive: str = ""
    archived: Edtf | None = None
    accessed: Edtf | None = None
    language: str = ""
    happened: Edtf | None = None

    @property
    def is_gone(self) -> bool:
        """Whether somebody found that the original is gone."""
        return self.status is not None and self.status.is_gone

    @property
    def copy(self) -> str:
        """The archived copy that stands beside the best address, "" without one."""
        return "" if self.archive == self.best else self.archive


def no_longer(work: Work) -> str:
    """Where *work* was, as a note for programs that have no field for it."""
    return f"Original, no longer there: {work.former}" if work.former else ""


def one_line(text: str) -> str:
    """*text* without line breaks and what no page can carry."""
    return " ".join(printable(text).split())


def of_source(card: Card) -> Work:
    """A source as the article that it is."""
    source = card.source
    container, publisher = one_line(source.container_title), one_line(source.publisher)
    url, archive = web_address(source.url), web_address(source.archive)
    papers = tuple(filter(None, (container, publisher)))
    kind = Kind.ARTICLE if container else Kind.WEB_PAGE if url else Kind.TEXT
    names = zip_longest(map(one_line, source.author), card.signers, fillvalue=())
    return Work(
        source.id,
        kind,
        one_line(card.name),
        tuple(author(name, papers, who, card.language) for name, who in names if name),
        container,
        publisher,
        source.issued,
        url,
        source.url_status,
        best_address(source),
        former_address(source),
        archive,
        source.archive_date,
        source.accessed,
        card.language,
    )


def of_event(event: Event, site: SiteConfig) -> Work:
    """An event as an entry of this timeline. When that was published, nobody says."""
    address = routes.public(routes.event_page(event.id), site.base_url)
    return Work(
        event.id,
        Kind.ENTRY,
        one_line(event.title),
        container=one_line(site.title),
        url=address,
        best=address,
        language=site.language,
        happened=event.date,
    )


def without_twice(work: Work) -> Work:
    """*work* without a publisher that is named like what it appeared in."""
    twice = work.publisher.casefold() == work.container.casefold()
    return replace(work, publisher="") if twice else work
