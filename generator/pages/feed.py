"""When an entry of the feed changed, and what it is called for ever.

Nothing here reads a clock: a feed's times come from the content, or are not known.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from urllib.parse import urlsplit

from generator.model.edtf import Day
from generator.model.events import Event
from generator.model.sources import Source
from generator.model.timeline import Timeline

ENTRIES_AT_MOST = 50

UNKNOWN: Day = (1970, 1, 1)
"""Atom demands a time (RFC 4287, 4.2.15); this one says that none is known."""

_NAMESPACE = uuid.UUID("7f1cd9d2-3a52-5b0f-9d0e-6c1d5a4b8e21")
_TAG_YEAR = "2026"
"""RFC 4151 wants a date at which the site's owner had the host name."""


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
    """Events with the days of their last change, newest first.

    That is the day of the latest correction, or the latest on which a cited source was
    accessed, published, or at least not published before; `UNKNOWN` if nothing tells.
    """
    known = {id: _known_days(source) for id, source in timeline.sources.items()}
    changed = (
        (_changed(event, brief.sources, known), event)
        for event, brief in zip(timeline.all_events, timeline.briefs, strict=True)
    )
    return nsmallest(ENTRIES_AT_MOST, changed, key=_newest_first)


def _changed(
    event: Event, sources: Iterable[str], known: Mapping[str, Sequence[Day]]
) -> Day:
    days = [day for source in sources for day in known.get(source, ())]
    corrected = (correction.date.first for correction in event.corrections)
    return max([*days, *filter(None, corrected)], default=UNKNOWN)


def _newest_first(changed: tuple[Day, Event]) -> tuple[int, int, int, str]:
    (year, month, day), event = changed
    return -year, -month, -day, event.id


def _known_days(source: Source) -> Sequence[Day]:
    """The days on which something is known of *source*."""
    dates = (source.accessed, source.issued, source.inferred.issued)
    return [date.first for date in dates if date and date.first]
