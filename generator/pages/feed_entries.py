"""When an entry of the feed changed, and what it is called for ever.

Nothing here reads a clock: a feed's times come from the content, or are not known.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from urllib.parse import urlsplit

from generator.model.addresses import web_address
from generator.model.edtf import Day, Edtf, Form, Precision
from generator.model.events import Event, cited_sources
from generator.model.sources import Source
from generator.settings import SiteConfig

ENTRIES_AT_MOST = 50

UNKNOWN: Day = (1970, 1, 1)
"""Atom demands a time (RFC 4287, 4.2.15); this one says that none is known."""

_NAMESPACE = uuid.UUID("7f1cd9d2-3a52-5b0f-9d0e-6c1d5a4b8e21")
_TAG_YEAR = "2026"
"""RFC 4151 wants a date at which the site's owner had the host name."""


def lasting(id: str, aliases: Sequence[str]) -> str:
    """What something is called for ever: its first id, which is the first of its
    former ones. No two things share a former id (`checks.names`)."""
    return aliases[0] if aliases else id


def entry_id(path: str, site: SiteConfig) -> str:
    """A name for *path* that outlives its address: `tag:` (RFC 4151) or `urn:uuid:`.

    It is made of what the site's settings say that it is called for ever (`id`), else
    of its public address, else of its title.
    """
    called = site.id or site.base_url
    host, base = _place(called)
    if host:
        place = f"{base}/{path}".strip("/")
        return f"tag:{host},{_TAG_YEAR}:{place}"
    return uuid.uuid5(_NAMESPACE, f"{called or site.title}\n{path}").urn


@lru_cache(1)  # every entry of every feed asks for that of the site
def _place(address: str) -> tuple[str, str]:
    """Host and path of a web *address*; without a host where it is none."""
    parts = urlsplit(web_address(address))
    return parts.hostname or "", parts.path.strip("/")


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
    return max(map(first_day, _changes(event, sources)), default=UNKNOWN)


def is_of_a_day(event: Event, sources: Mapping[str, Source]) -> bool:
    """Whether the `last_change` of *event* is known to the day, and not just the first
    that a month, a season or “about” can mean."""
    changes = list(_changes(event, sources))
    last = max(map(first_day, changes), default=UNKNOWN)
    return any(is_day(date) and date.first == last for date in changes)


def is_day(date: Edtf) -> bool:
    """Whether *date* is one day that a feed can write, and nobody doubts it."""
    is_sure = not date.uncertain and not date.approximate
    is_one = date.form is Form.DATE and date.precision in (
        Precision.DAY,
        Precision.TIME,
    )
    return is_sure and is_one and first_day(date) != UNKNOWN


def _changes(event: Event, sources: Mapping[str, Source]) -> Iterator[Edtf]:
    """When something of *event* is known to have changed."""
    for source in filter(None, map(sources.get, cited_sources(event))):
        yield from _dates(source)
    for correction in event.corrections:
        yield correction.date


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
