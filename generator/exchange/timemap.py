"""Entries into what TimeMap (Forensic Architecture, Bellingcat) loads: events on a map.

Its program refuses keys that it does not know, and shows of every event a whole day. So
only what is known to the day is written; no day is made up for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.exchange.appendix import with_appendix
from generator.exchange.common import as_json, headline, names_lost, undated
from generator.exchange.entries import Entry, Place, Reference, Table, Written, lost
from generator.exchange.spans import Moment, span_of, words_for
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf
from generator.problems import Problem

PROGRAM = "TimeMap"
_FILTER = "FILTER"


def write(table: Table, phrases: Phrases) -> Written:
    """*table* as what TimeMap loads: events, associations and sources in one file."""
    shown: list[Entry] = []
    losses: list[Problem] = []
    for entry in table.entries:
        if entry.date is None:
            losses.append(undated(entry, PROGRAM))
        elif _day(entry.date) is None:
            losses.append(_no_day(entry, phrases))
        else:
            shown.append(entry)
            losses += _lost(entry)
    cited = dict.fromkeys(r for entry in shown for r in entry.references)
    names = {reference: f"source-{n}" for n, reference in enumerate(cited, 1)}
    tags = dict.fromkeys(tag for entry in shown for tag in entry.tags)
    tree = {
        "events": [_event(entry, names, phrases) for entry in shown],
        "associations": [_association(tag) for tag in tags],
        "sources": {name: _source(name, r) for r, name in names.items()},
        "sites": [],
        "regions": [],
        "shapes": [],
    }
    return Written(as_json(tree), tuple(losses))


def _day(date: Edtf) -> Moment | None:
    """The day that *date* is of or begins with; None where no day is known."""
    if date.first is None:
        return None
    start = span_of(date).start
    return start if start.day is not None and start.year >= 1 else None


def _no_day(entry: Entry, phrases: Phrases) -> Problem:
    assert entry.date is not None
    words = words_for(entry.date, entry.said, phrases)
    return lost(
        entry,
        "no-day",
        f"{PROGRAM} shows a day for every event, and of “{entry.title}” only “{words}” "
        "is known: it is left out",
        "write the day, if a source gives it",
    )


def _lost(entry: Entry) -> Iterable[Problem]:
    yield from names_lost(entry, PROGRAM, "people", "organisations")
    if len(entry.places) > 1:
        others = ", ".join(place.label for place in entry.places[1:])
        yield lost(entry, "places", f"{PROGRAM} has one place for an event: {others}")
    if not entry.places or entry.places[0].coordinates is None:
        yield lost(
            entry,
            "coordinates",
            f"“{entry.title}” stands on the timeline of {PROGRAM} and not on its map: "
            "where it happened is not known to the point",
            "give its place coordinates in content/entities/",
        )


def _event(
    entry: Entry, names: Mapping[Reference, str], phrases: Phrases
) -> dict[str, object]:
    assert entry.date is not None
    day = _day(entry.date)
    assert day is not None
    place = entry.places[0] if entry.places else Place("")
    at = place.coordinates
    own = str(entry.date) == str(day)
    text = with_appendix(replace(entry, references=()))
    return {
        "id": entry.id,
        "description": f"{headline(entry)}\n\n{text}" if text else headline(entry),
        "date": f"{day.month:02}/{day.day:02}/{day.year:04}",
        "time": day.time or "",
        "time_display": ""
        if own and not entry.said
        else words_for(entry.date, entry.said, phrases),
        "location": place.label,
        "latitude": f"{at.latitude:.10g}" if at else "",
        "longitude": f"{at.longitude:.10g}" if at else "",
        "category": entry.tags[0] if entry.tags else "",
        "associations": list(entry.tags),
        "sources": [names[reference] for reference in entry.references],
        "comments": "" if own else f"{COMMENT}{entry.date}",
    }


COMMENT = "EDTF "
"""Begins a comment of ours: the date, where its day says less or more."""


def _association(tag: str) -> dict[str, object]:
    return {"id": tag, "title": tag, "desc": "", "mode": _FILTER, "filter_paths": [tag]}


def _source(name: str, reference: Reference) -> dict[str, object]:
    quoted = f"“{reference.exact}”" if reference.exact else ""
    return {
        "id": name,
        "title": reference.title,
        "paths": [],
        "url": reference.url,
        "description": quoted,
    }
