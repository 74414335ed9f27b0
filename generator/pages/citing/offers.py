"""What a page offers to who wants to cite it, and where its passages can be read.

What belongs to one source is made once for all pages that cite it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from generator.model.addresses import web_address
from generator.model.edtf import Edtf
from generator.model.events import Event
from generator.model.sources import UrlStatus
from generator.model.timeline import Passage
from generator.pages import routes
from generator.pages.citing import annotating, styles, works
from generator.pages.citing.bibtex import bibtex
from generator.pages.citing.coins import coins
from generator.pages.citing.csl import csl_item, csl_json
from generator.pages.citing.fragments import Text, at_passage
from generator.pages.citing.ris import ris
from generator.pages.citing.wikipedia import Template, template
from generator.pages.citing.works import Work
from generator.pages.feed_entries import lasting
from generator.pages.things import Card
from generator.pages.words import Words
from generator.settings import SiteConfig

QUOTED_AT_MOST = 24
"""Passages of a source that its page has in templates; the pages of their events have
each."""


@dataclass(frozen=True, slots=True)
class Format:
    """A citation, ready to copy. `code` is for programs, in lines that stay as they
    are; the `name` is that of a style or a format, the same in all languages."""

    name: str
    text: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """All that a page offers: the `formats`, and what Zotero and its like find of the
    page and of what it cites (`coins`)."""

    formats: tuple[Format, ...]
    coins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """An address where a passage can be read: the original's, or that of an archived
    copy, made on the day `archived` as far as that is known. `gone` is an original that
    is no longer there."""

    address: str
    is_copy: bool = False
    archived: Edtf | None = None
    gone: bool = False


@dataclass(frozen=True)
class _Source:
    """What all citations of one source share."""

    card: Card

    @cached_property
    def work(self) -> Work:
        return works.of_source(self.card)

    @cached_property
    def template(self) -> Template:
        return template(self.work)

    @cached_property
    def coins(self) -> str:
        return coins(self.work)

    @cached_property
    def text(self) -> Text:
        return Text(self.card.document.text if self.card.document else "")

    def fragment(self, passage: Passage) -> str:
        """What finds *passage* where the source can be read; "" where it cannot."""
        is_there = self.work.best and (self.work.archive or not self.work.is_gone)
        return self.text.fragment(passage.position) if is_there else ""


@dataclass(frozen=True)
class Citing:
    """The citations of a site's sources and events."""

    site: SiteConfig
    words: Words
    _sources: dict[str, _Source] = field(default_factory=dict)

    def source(self, card: Card, passages: Iterable[Passage]) -> Offer:
        """What the page of a source offers. Wikipedia's template quotes each of the
        *passages* that are cited, unless they are very many."""
        known = self._known(card)
        words = [passage.exact for passage in passages]
        several = words if 0 < len(words) <= QUOTED_AT_MOST else [""]
        quoted = map(known.template.quoting, several)
        return Offer(self._formats(known.work, quoted), (known.coins,))

    def event(self, event: Event, cited: Iterable[tuple[Card, Passage]]) -> Offer:
        """What the page of an event offers; *cited* is what proves it, in order."""
        work = works.of_event(event, self.site)
        known = [(self._known(card), passage) for card, passage in cited]
        quoted = [source.template.quoting(passage.exact) for source, passage in known]
        each_once = dict.fromkeys(source.coins for source, _ in known)
        return Offer(
            self._formats(work, [template(work).quoting(), *dict.fromkeys(quoted)]),
            (coins(work), *each_once),
        )

    def places(self, card: Card, passage: Passage) -> tuple[Place, ...]:
        """Where *passage* can be read, the best place first: the original, the copy
        beside it; the copy first where the original is gone, and alone where its
        address has fallen to somebody else."""
        known = self._known(card)
        work, fragment = known.work, known.fragment(passage)
        found = []
        if work.url and work.status is not UrlStatus.USURPED:
            # Who is gone has no such words any more.
            address = work.url if work.is_gone else at_passage(work.url, fragment)
            found.append(Place(address, gone=work.is_gone))
        if work.archive:
            address = at_passage(work.archive, fragment)
            found.append(Place(address, is_copy=True, archived=work.archived))
        return tuple(reversed(found) if work.is_gone else found)

    def work(self, card: Card) -> Work:
        """A source as bibliographies know it."""
        return self._known(card).work

    def cited(
        self, card: Card, passage: Passage, to: annotating.Address
    ) -> annotating.Cited | None:
        """What an annotation says of *passage*; None where the source has no text."""
        if card.document is None:
            return None
        known = self._known(card)
        fragment = known.fragment(passage)
        # A site that has moved goes on naming them as it did.
        path = routes.ANNOTATIONS
        file = routes.public(path, web_address(self.site.id)) or to(path)
        name = f"{file}#{quote(lasting(card.source.id, card.source.aliases))}"
        return annotating.Cited(name, passage, card.document, known.work, fragment)

    def _formats(self, work: Work, wikitext: Iterable[str]) -> tuple[Format, ...]:
        words = self.words
        return (
            Format("APA", styles.apa(work, words)),
            Format("MLA", styles.mla(work, words)),
            Format("Chicago", styles.chicago(work, words)),
            Format("BibTeX", bibtex(work).rstrip("\n"), code=True),
            Format("RIS", ris(work).rstrip("\n"), code=True),
            Format("CSL-JSON", csl_json(csl_item(work, words)), code=True),
            Format("Wikipedia", "\n".join(wikitext), code=True),
        )

    def _known(self, card: Card) -> _Source:
        known = self._sources.get(card.source.id)
        if known is None or known.card is not card:
            known = self._sources[card.source.id] = _Source(card)
        return known
