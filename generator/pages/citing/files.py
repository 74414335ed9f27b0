"""The citations of all sources, and the annotations of all passages, as files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.citing import annotating
from generator.pages.citing.bibtex import bibtex
from generator.pages.citing.csl import csl_item
from generator.pages.citing.ris import ris
from generator.pages.data.pieces import Pieces

_COMMA = b",\n"


def sources_bib(catalogue: Catalogue) -> Iterator[Pieces]:
    """All sources in BibTeX."""
    yield Pieces("sources", partial(_bib, catalogue))


def sources_ris(catalogue: Catalogue) -> Iterator[Pieces]:
    """All sources in RIS, whose lines end as its specification wants."""
    yield Pieces("sources", partial(_ris, catalogue))


def sources_csl(catalogue: Catalogue) -> Iterator[bytes | Pieces]:
    """All sources in CSL-JSON, a list with a line for each."""
    yield b"[\n"
    yield Pieces("sources", partial(_csl, catalogue), _COMMA)
    yield b"\n]\n"


def annotations_jsonld(catalogue: Catalogue) -> Iterator[bytes | Pieces]:
    """All cited passages as annotations, with a line for each."""
    path, passages = routes.ANNOTATIONS, catalogue.timeline.passages
    total = sum(len(passages.get(name, ())) for name in catalogue.cards)
    beginning, ending = _around(catalogue, path, total)
    yield beginning
    yield Pieces("sources", partial(_annotations, catalogue, path), _COMMA)
    yield ending


def annotations_of(source: str, catalogue: Catalogue) -> bytes:
    """The cited passages of one source, with the same ids."""
    path = routes.annotations_of(source)
    total = len(catalogue.timeline.passages.get(source, ()))
    beginning, ending = _around(catalogue, path, total)
    return beginning + _annotations(catalogue, path, source) + ending


def _bib(catalogue: Catalogue, id: str) -> bytes:
    return f"{bibtex(catalogue.citing.work(catalogue.cards[id]))}\n".encode()


def _ris(catalogue: Catalogue, id: str) -> bytes:
    told = f"{ris(catalogue.citing.work(catalogue.cards[id]))}\n"
    return told.replace("\n", "\r\n").encode()


def _csl(catalogue: Catalogue, id: str) -> bytes:
    work = catalogue.citing.work(catalogue.cards[id])
    return msgspec.json.encode(csl_item(work, catalogue.words))


def _around(catalogue: Catalogue, path: str, total: int) -> tuple[bytes, bytes]:
    """What stands before and behind the *total* annotations in the file at *path*."""
    name = _addresses(catalogue, path).public(path) or path.rpartition("/")[2]
    head = annotating.collection(name, catalogue.site.title, total)
    beginning, _, ending = msgspec.json.encode(head).rpartition(b"[]")
    return beginning + b"[\n", b"\n]" + ending + b"\n"


def _annotations(catalogue: Catalogue, path: str, source: str) -> bytes:
    """The annotations of a *source* for the file at *path*, a line each."""
    to, card = _addresses(catalogue, path).whole, catalogue.cards[source]
    language = catalogue.site.language
    lines = []
    for passage in catalogue.timeline.passages.get(source, ()):
        cited = catalogue.citing.cited(card, passage, to)
        if cited:
            events = catalogue.events(passage.events)
            told = annotating.annotation(cited, events, language, to)
            lines.append(msgspec.json.encode(told))
    return _COMMA.join(lines)


def _addresses(catalogue: Catalogue, path: str) -> routes.Addresses:
    root = routes.root_from(path)
    return routes.Addresses(root, {}, {}, catalogue.site.base_url)
