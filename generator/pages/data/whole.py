"""The whole timeline as one JSON value, each event, source and name in a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator.model.each import Each
from generator.pages.data.records import (
    FORMAT,
    entity_line,
    event_line,
    known,
    line,
    source_line,
)
from generator.pages.views import Catalogue
from generator.settings import SiteConfig


def timeline_json(catalogue: Catalogue, each: Each) -> Iterator[bytes]:
    """The value in UTF-8 JSON, piece by piece; *each* may know the lines of what did
    not change."""
    yield line(head(catalogue.site))[:-1]
    for name, lines in _lists(catalogue, each).items():
        yield f',"{name}":['.encode()
        yield from (b"%b\n%b" % (b"," * bool(n), ln) for n, ln in enumerate(lines))
        yield b"\n]"
    yield b"}\n"


def head(site: SiteConfig) -> dict[str, Any]:
    """What is said of the timeline itself."""
    return {
        "format": FORMAT,
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "url": site.base_url,
    }


def _lists(catalogue: Catalogue, each: Each) -> dict[str, Iterable[bytes]]:
    timeline = catalogue.timeline
    events = [known(catalogue, event) for event in timeline.all_events]
    sources = [
        (card.source, timeline.passages.get(name, ()))
        for name, card in catalogue.cards.items()
    ]
    return {
        "events": each(partial(event_line, catalogue.words), events),
        "sources": each(source_line, sources),
        "entities": each(entity_line, tuple(catalogue.entities.values())),
    }
