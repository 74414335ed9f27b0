"""TimeMap (Forensic Architecture, Bellingcat): events on a map, their sources and tags.

Its program refuses keys that it does not know, and shows of every event a whole day. So
only what is known to the day is written; no day is made up for the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.exchange.appendix import with_appendix, without_appendix
from generator.exchange.common import headline, names_lost, undated, with_headline
from generator.exchange.entries import (
    Entry,
    Place,
    Read,
    Reference,
    Table,
    Written,
    each_once,
    fault,
    lost,
    one_line,
    remark,
    tidy,
    web_address,
)
from generator.exchange.json_places import Step, json_of
from generator.exchange.json_places import place as place_in
from generator.exchange.places import coordinates
from generator.exchange.spans import Moment, span_of, words_for
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.problems import Origin, Problem

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
    return Written(
        f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode(), tuple(losses)
    )


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
        "comments": "" if own else f"{_COMMENT}{entry.date}",
    }


_COMMENT = "EDTF "


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


def is_timemap(tree: object) -> bool:
    """Whether JSON is of the shape that TimeMap loads: all of it, or its events."""
    events = tree.get("events") if isinstance(tree, dict) else tree
    return isinstance(events, list) and any(
        isinstance(event, dict) and "description" in event and "date" in event
        for event in events
    )


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in what TimeMap loads."""
    tree, problems = json_of(name, text)
    if problems:
        return Read(Table(), tuple(problems))
    events = tree.get("events") if isinstance(tree, dict) else tree
    if not isinstance(events, list):
        wrong = fault(
            Origin(name, 1, 1),
            "no-events",
            "the file has neither a list of events nor one called “events”",
            "give the events as TimeMap loads them, or all of it as one object",
        )
        return Read(Table(), (wrong,))
    whole = tree if isinstance(tree, dict) else {}
    sources = _by_id(whole.get("sources"))
    titles = {
        one: _get(a, "title") or one
        for one, a in _by_id(whole.get("associations")).items()
    }
    before: tuple[Step, ...] = ("events",) if isinstance(tree, dict) else ()
    entries: list[Entry] = []
    for number, event in enumerate(events):
        path = (*before, number)
        values = event if isinstance(event, dict) else {}
        entry = _entry(values, sources, titles, place_in(name, text, path))
        try:
            entry = replace(entry, date=_date(values))
        except EdtfError as error:
            problems.append(
                fault(
                    place_in(name, text, (*path, "date")),
                    "date",
                    error.reason,
                    error.hint or "write it as 03/28/2019: month, day and year",
                )
            )
        if _is_placed(values) and not entry.places[0].coordinates:
            at = place_in(name, text, (*path, "latitude"))
            problems.append(_off_the_map(at, entry))
        entries.append(entry)
    return Read(Table(tuple(entries)), tuple(problems))


def _off_the_map(origin: Origin, entry: Entry) -> Problem:
    return remark(
        origin,
        "coordinates",
        f"“{entry.title}” has no degrees north and east that can be read: its place is "
        "imported without them",
    )


def _by_id(given: object) -> dict[str, Mapping[str, object]]:
    """What *given* holds under ids, whether they are its keys or in its values."""
    if isinstance(given, dict):
        return {str(k): v for k, v in given.items() if isinstance(v, dict)}
    found = given if isinstance(given, list) else []
    return {_get(one, "id"): one for one in found if isinstance(one, dict)}


def _get(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value).strip() if number or isinstance(value, str) else ""


def _listed(values: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = values.get(key)
    return each_once(map(str, value)) if isinstance(value, list) else ()


def _entry(
    values: Mapping[str, object],
    sources: Mapping[str, Mapping[str, object]],
    titles: Mapping[str, str],
    origin: Origin,
) -> Entry:
    title, _, text = tidy(_get(values, "description")).partition("\n")
    if not text and len(title) > _MOST_OF_TITLE:
        title, text = "", title
    tags = [titles.get(one, one) for one in _listed(values, "associations")]
    entry = Entry(
        "",
        id=_get(values, "id"),
        said=one_line(_get(values, "time_display")),
        text=tidy(text),
        tags=each_once(tag.lower() for tag in (*tags, _get(values, "category"))),
        places=_places(values),
        origin=origin,
    )
    entry = without_appendix(with_headline(entry, title))
    named = [_reference(sources.get(one), one) for one in _listed(values, "sources")]
    together = (*entry.references, *named)
    return replace(entry, references=tuple(dict.fromkeys(together)))


_MOST_OF_TITLE = 120


def _is_placed(values: Mapping[str, object]) -> bool:
    return bool(_get(values, "latitude") or _get(values, "longitude"))


def _places(values: Mapping[str, object]) -> tuple[Place, ...]:
    """The one place; where it has no name, its degrees are one."""
    north, east = (
        _get(values, key).replace(",", ".") for key in ("latitude", "longitude")
    )
    at = coordinates(f"{north}, {east}")
    label = one_line(_get(values, "location"))
    if not label and (north or east):
        label = f"{north}, {east}"
    return (Place(label, at),) if label else ()


def _reference(source: Mapping[str, object] | None, name: str) -> Reference:
    if source is None:
        return Reference(name)
    said = one_line(_get(source, "description"))
    quoted = said.startswith("“") and said.endswith("”") and len(said) > 2
    title = one_line(_get(source, "title")) or ("" if quoted else said)
    url = web_address(_get(source, "url"))
    return Reference(title if title or url else name, url, said[1:-1] if quoted else "")


_AMERICAN = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})")
_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?")


def _date(values: Mapping[str, object]) -> Edtf | None:
    """The date of an event; what is only known to the month or year stays that."""
    comment = _get(values, "comments")
    if comment.startswith(_COMMENT):
        return parse_edtf(comment.removeprefix(_COMMENT))
    text = _get(values, "date")
    if not text:
        return None
    match = _AMERICAN.fullmatch(text)
    if match is None:
        return parse_edtf(text)
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    known = _get(values, "time_precision").lower()
    if "year" in known:
        return parse_edtf(str(Moment(year)))
    if "month" in known:
        return parse_edtf(str(Moment(year, month)))
    time = _get(values, "time")
    clock = time if _CLOCK.fullmatch(time) else None
    return parse_edtf(str(Moment(year, month, day, clock)))
