"""When an entry of the feed changed, and what it is called for ever.

Nothing here reads a clock: a feed's times come from the content, or are not known.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.model.edtf import Day
from generator.model.events import Event, cited_sources
from generator.model.timeline import Timeline

ENTRIES_AT_MOST = 50

UNKNOWN: Day = (1970, 1, 1)
"""Atom demands a time (RFC 4287, 4.2.15); this one says that none is known."""

_NAMESPACE = uuid.UUID("7f1cd9d2-3a52-5b0f-9d0e-6c1d5a4b8e21")
_TAG_YEAR = "2026"
"""RFC 4151 wants a date at which the site's owner had the host name."""


def updated(event: Event, timeline: Timeline) -> Day:
    """The day that *event* was last known to change, `UNKNOWN` if nothing tells.

    The latest correction; without one, the latest day that a cited source was
    accessed, published, or at least not published before.
    """
    return max([*_corrected(event), *_published(event, timeline)], default=UNKNOWN)


def entry_id(path: str, title: str, base_url: str) -> str:
    """A name for *path* that outlives its address: `tag:` (RFC 4151) or `urn:uuid:`.

    Without a public address the name is made from the site's *title*.
    """
    host = urlsplit(base_url).hostname
    if host:
        base = urlsplit(base_url).path.strip("/")
        place = f"{base}/{path}".strip("/")
        return f"tag:{host},{_TAG_YEAR}:{place}"
    return uuid.uuid5(_NAMESPACE, f"{title}\n{path}").urn


def timestamp(day: Day) -> str:
    """*day* as Atom writes it. The hour is Atom's, not ours."""
    year, month, number = day
    return f"{year:04}-{month:02}-{number:02}T00:00:00Z"


def newest(timeline: Timeline) -> list[tuple[Day, Event]]:
    """Events with the days of their last change, newest first."""
    dated = [(updated(event, timeline), event) for event in timeline.all_events]
    return sorted(dated, key=lambda pair: (*(-part for part in pair[0]), pair[1].id))[
        :ENTRIES_AT_MOST
    ]


def _corrected(event: Event) -> Iterator[Day]:
    for correction in event.corrections:
        if correction.date.first:
            yield correction.date.first


def _published(event: Event, timeline: Timeline) -> Iterator[Day]:
    for source_id in cited_sources(event):
        source = timeline.sources.get(source_id)
        if source is None:
            continue
        for date in (source.accessed, source.issued, source.inferred.issued):
            if date is not None and date.first is not None:
                yield date.first
