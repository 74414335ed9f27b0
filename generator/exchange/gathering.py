"""The published timeline into entries for others, and what none of them holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.exchange.appendix import without_appendix
from generator.exchange.entries import (
    Entry,
    Place,
    Reference,
    Table,
    each_once,
    lost,
    one_line,
    tidy,
    web_safe,
)
from generator.exchange.filing import is_imported
from generator.model.addresses import best_address
from generator.model.date_words import in_words
from generator.model.entities import Entity
from generator.model.events import Event, Status
from generator.model.timeline import Timeline
from generator.problems import Origin, Problem


def table_of(
    timeline: Timeline, title: str, description: str
) -> tuple[Table, list[Problem]]:
    """*timeline* as a table in its order, and what no other program has a place for."""
    imported = {d.id for d in timeline.documents.values() if is_imported(d)}
    entries = [_entry(timeline, event, imported) for event in timeline.all_events]
    losses = [loss for event in timeline.all_events for loss in _losses(event)]
    return Table(tuple(entries), one_line(title), tidy(description)), losses


def _entry(timeline: Timeline, event: Event, imported: Collection[str]) -> Entry:
    def labels(ids: tuple[str, ...]) -> tuple[str, ...]:
        return each_once(_label(timeline, name) for name in ids)

    disputed = event.status is Status.DISPUTED
    entry = Entry(
        f"{one_line(event.title)}{' (disputed)' if disputed else ''}",
        event.date,
        event.id,
        _said(event, imported),
        _RELATIVE.sub(r"\g<words>", tidy(event.body)),
        event.factuality,
        each_once(event.tags),
        labels(event.people),
        labels(event.organisations),
        tuple(_place(timeline, name) for name in dict.fromkeys(event.places)),
        origin=event.origin,
        origins=event.origins,
    )
    entry = without_appendix(entry)
    named = (*entry.references, *_cited(timeline, event, imported))
    return replace(entry, references=tuple(dict.fromkeys(named)))


_RELATIVE = re.compile(
    r"(?<![!\\])\[(?P<words>(?:\\.|[^\[\]\\])*)\]\((?!https?:|mailto:)(?P<to>[^\s()]*)[^()]*\)",
    re.IGNORECASE,
)
"""A link in Markdown to another page of the site, which only the site has."""


def _said(event: Event, imported: Collection[str]) -> str:
    """The words that an imported timeline had for the date, if it is still that."""
    for citation in event.citations:
        says = citation.says
        if citation.source in imported and says.date == event.date and says.phrase:
            ours = (str(event.date), in_words(event.date)) if event.date else ()
            return "" if says.phrase in ours else says.phrase
    return ""


def _label(timeline: Timeline, name: str) -> str:
    entity = timeline.entities.get(name)
    return one_line(entity.pref_label) if entity else name


def _place(timeline: Timeline, name: str) -> Place:
    """The middle of a country or region is not where anything happened."""
    entity: Entity | None = timeline.entities.get(name)
    at = entity.coordinates if entity else None
    area = at is not None and at.extent is not None and at.extent.is_area
    return Place(_label(timeline, name), None if area else at)


def _cited(
    timeline: Timeline, event: Event, imported: Collection[str]
) -> Iterator[Reference]:
    """What proves *event*; an imported timeline's own row is the entry itself."""
    for citation in event.citations:
        if citation.source in imported:
            continue
        card = timeline.sources.get(citation.source)
        title = one_line(card.title if card else "") or citation.source
        where = one_line(card.container_title or card.publisher) if card else ""
        url = web_safe(best_address(card)) if card else ""
        named = f"{title}, {where}" if where else title
        yield Reference(named, url, one_line(citation.quote.exact))


_OURS_ALONE = ("claims", "media", "corrections", "related")


def _losses(event: Event) -> Iterator[Problem]:
    origins = {key: event.origins.get(key, event.origin) for key in _OURS_ALONE}
    if link := _RELATIVE.search(event.body):
        above, body = (
            event.body[: link.start()],
            event.origins.get("body", event.origin),
        )
        column = len(above) - above.rfind("\n")
        origins["links"] = Origin(body.path, body.line + above.count("\n"), column)
    entry = Entry(event.title, origin=event.origin, origins=origins)
    others = {
        "claims": (len(event.claims), "account of sources that differ"),
        "media": (len(event.media), "picture from content/media/"),
        "corrections": (len(event.corrections), "correction"),
        "related": (len(event.related), "link to a related event"),
        "links": (len(_RELATIVE.findall(event.body)), "link into the site"),
    }
    for code, (number, thing) in others.items():
        if number:
            times = f"{number} × " if number > 1 else ""
            yield lost(
                entry, code, f"not in the file of “{event.title}”: {times}{thing}"
            )
