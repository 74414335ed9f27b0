"""The citations of all sources, and the annotations of all passages, as files.

Each is given piece by piece: its beginning, then a piece for each source or passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from generator.model.each import Each
from generator.pages import routes
from generator.pages.citing import annotating
from generator.pages.citing.bibtex import bibtex
from generator.pages.citing.csl import csl_item
from generator.pages.citing.ris import ris
from generator.pages.views import Catalogue


def sources_bib(catalogue: Catalogue, each: Each) -> Iterator[bytes]:
    """All sources in BibTeX."""
    for card in catalogue.cards.values():
        yield f"{bibtex(catalogue.citing.work(card))}\n".encode()


def sources_ris(catalogue: Catalogue, each: Each) -> Iterator[bytes]:
    """All sources in RIS, whose lines end as its specification wants."""
    for card in catalogue.cards.values():
        yield f"{ris(catalogue.citing.work(card))}\n".replace("\n", "\r\n").encode()


def sources_csl(catalogue: Catalogue, each: Each) -> Iterator[bytes]:
    """All sources in CSL-JSON, a list with a line for each."""
    citing = catalogue.citing
    works = map(citing.work, catalogue.cards.values())
    lines = (msgspec.json.encode(csl_item(w, catalogue.words)) for w in works)
    yield from _listed(b"[\n", lines, b"\n]\n")


def annotations_jsonld(catalogue: Catalogue, each: Each) -> Iterator[bytes]:
    """All cited passages as annotations, with a line for each."""
    yield from _annotations(catalogue, catalogue.cards, routes.ANNOTATIONS)


def annotations_of(source: str, catalogue: Catalogue) -> bytes:
    """The cited passages of one source, with the same ids."""
    path = routes.annotations_of(source)
    return b"".join(_annotations(catalogue, [source], path))


def _annotations(
    catalogue: Catalogue, sources: Iterable[str], path: str
) -> Iterator[bytes]:
    addresses = routes.Addresses(
        routes.root_from(path), {}, {}, catalogue.site.base_url
    )
    found = [
        (catalogue.cards[name], passage)
        for name in sources
        for passage in catalogue.timeline.passages.get(name, ())
    ]
    name = addresses.public(path) or path.rpartition("/")[2]
    head = annotating.collection(name, catalogue.site.title, len(found))
    beginning, _, ending = msgspec.json.encode(head).rpartition(b"[]")
    language = catalogue.site.language

    def lines() -> Iterator[bytes]:
        for card, passage in found:
            cited = catalogue.citing.cited(card, passage, addresses.whole)
            events = catalogue.events(passage.events)
            if cited:
                to = annotating.annotation(cited, events, language, addresses.whole)
                yield msgspec.json.encode(to)

    yield from _listed(beginning + b"[\n", lines(), b"\n]" + ending + b"\n")


def _listed(beginning: bytes, lines: Iterable[bytes], ending: bytes) -> Iterator[bytes]:
    """*lines* with commas between them."""
    yield beginning
    comma = b""
    for line in lines:
        yield comma + line
        comma = b",\n"
    yield ending
