"""What of the content the public sees: without drafts, and as of a day."""

from __future__ import annotations

from dataclasses import replace

from generator.model.edtf import Day, Edtf
from generator.model.events import Event, Status
from generator.model.sources import Source
from generator.model.timeline import Content


def published(content: Content, publish: str) -> Content:
    """*content* without rejected events and, if *publish* is "reviewed", without
    proposed ones. An entity that only such events mention goes with them."""
    hidden = {Status.REJECTED}
    if publish == "reviewed":
        hidden.add(Status.PROPOSED)
    shown = [event for event in content.events if event.status not in hidden]
    # Nothing is gone from most projects most of the time.
    return content if len(shown) == len(content.events) else _keeping(content, shown)


def as_of(content: Content, day: Edtf) -> Content:
    """*content* as it could have stood at the end of *day*.

    Left out is every source that was certainly published later: what it alone
    proves, and the passages, claims, pictures and corrections that came with it; and
    every picture that was certainly taken later. A source whose date of publication
    is not known stays, unless its own text shows that it is later.
    """
    limit = day.last
    later = {s.id for s in content.sources if limit and _published_after(s, limit)}
    events = [_without_sources(event, later) for event in content.events]
    events = [
        replace(
            event,
            media=tuple(m for m in event.media if not _begins_after(m.date, limit)),
            corrections=tuple(
                c for c in event.corrections if not _begins_after(c.date, limit)
            ),
        )
        for event in events
        if event.citations
    ]
    kept = replace(
        content, sources=tuple(s for s in content.sources if s.id not in later)
    )
    return _keeping(kept, events)


def _published_after(source: Source, limit: Day) -> bool:
    return _begins_after(source.issued or source.inferred.issued, limit)


def _begins_after(date: Edtf | None, limit: Day | None) -> bool:
    """True when even the first day that *date* can mean is later than *limit*."""
    if date is None or date.first is None or limit is None:
        return False
    return date.first > limit


def _without_sources(event: Event, gone: set[str]) -> Event:
    return replace(
        event,
        citations=tuple(c for c in event.citations if c.source not in gone),
        claims=tuple(c for c in event.claims if c.citation.source not in gone),
        media=tuple(m for m in event.media if m.source not in gone),
    )


def _keeping(content: Content, events: list[Event]) -> Content:
    """*content* with *events* alone, and no entity that only the others mention."""
    shown = {name for event in events for name in event.entities}
    hidden = {name for event in content.events for name in event.entities} - shown
    former = {alias: e.id for e in content.entities for alias in e.aliases}
    shown |= {former[name] for name in shown if name in former}
    hidden |= {former[name] for name in hidden if name in former}
    return replace(
        content,
        events=tuple(events),
        entities=tuple(
            e for e in content.entities if e.id in shown or e.id not in hidden
        ),
    )
