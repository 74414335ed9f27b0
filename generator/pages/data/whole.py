"""The whole timeline as one JSON value, each event, source and name in a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.pages.catalogue import Catalogue
from generator.pages.data.pieces import Pieces
from generator.pages.data.records import (
    FORMAT,
    entity_told,
    event_told,
    known,
    line,
    source_told,
)
from generator.settings import SiteConfig


def timeline_json(catalogue: Catalogue) -> Iterator[bytes | Pieces]:
    """The value in UTF-8 JSON."""
    yield line(head(catalogue.site))[:-1] + b',"events":['
    yield Pieces("events", partial(_event, catalogue), b",")
    yield b'\n],"sources":['
    yield Pieces("sources", partial(_source, catalogue), b",")
    yield b'\n],"entities":['
    yield Pieces("entities", partial(_entity, catalogue), b",")
    yield b"\n]}\n"


def head(site: SiteConfig) -> dict[str, Any]:
    """What is said of the timeline itself."""
    return {
        "format": FORMAT,
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "url": site.base_url,
    }


def _event(catalogue: Catalogue, id: str) -> bytes:
    event = known(catalogue, catalogue.timeline.by_id[id])
    return b"\n" + line(event_told(event, catalogue.words))


def _source(catalogue: Catalogue, id: str) -> bytes:
    passages = catalogue.timeline.passages.get(id, ())
    return b"\n" + line(source_told(catalogue.cards[id].source, passages))


def _entity(catalogue: Catalogue, id: str) -> bytes:
    return b"\n" + line(entity_told(catalogue.entities[id]))
