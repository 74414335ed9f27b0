"""When an entry of the feed changed, and what it is called for ever.

Nothing here reads a clock: a feed's times come from the content, or are not known.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from heapq import nsmallest
from urllib.parse import urlsplit

from generator.model.edtf import Day, Edtf
from generator.model.events import Event, cited_sources
from generator.model.sources import Source

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


def unique(name: str) -> str:
    """A UUID that follows from an `entry_id`, for formats that want one."""
    return str(uuid.uuid5(_NAMESPACE, name))


def timestamp(day: Day) -> str:
    """*day* as Atom writes it. The hour is Atom's, not ours."""
    year, month, number = day
    return f"{year:04}-{month:02}-{number:02}T00:00:00Z"


def newest(
    events: Iterable[Event], changed: Callable[[Event], Day]
) -> list[tuple[Day, Event]]:
    """Those of *events* that *changed* last with the days when they did, newest
    first."""
    dated = ((changed(event), event) for event in events)
    return nsmallest(ENTRIES_AT_MOST, dated, key=_newest_first)


def last_change(event: Event, sources: Mapping[str, Source]) -> Day:
    """The day of the latest correction, or the latest on which a cited source was
    accessed, published, or at least not published before; `UNKNOWN` if nothing
    tells."""
    cited = filter(None, map(sources.get, cited_sources(event)))
    dates = [date for source in cited for date in _dates(source)]
    dates += [correction.date for correction in event.corrections]
    return max(map(first_day, dates), default=UNKNOWN)


def first_day(date: Edtf) -> Day:
    """The first day of *date*, which a feed has to name; `UNKNOWN` if it has none, or
    one of a year that a feed cannot write."""
    first = date.first
    return first if first and 0 < first[0] <= 9999 else UNKNOWN


def _newest_first(changed: tuple[Day, Event]) -> tuple[int, int, int, str]:
    (year, month, day), event = changed
    return -year, -month, -day, event.id


def _dates(source: Source) -> Iterable[Edtf]:
    """When something is known of *source*."""
    return filter(None, (source.accessed, source.issued, source.inferred.issued))
