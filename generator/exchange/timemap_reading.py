"""What TimeMap loads into entries: all of it as one object, or its list of events.

What is only known to the month or year (`time_precision`) stays that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.exchange.appendix import without_appendix
from generator.exchange.common import address_in, with_headline
from generator.exchange.dating import TooFarError, date_in, without_date
from generator.exchange.entries import (
    Entry,
    Place,
    Read,
    Reference,
    Table,
    each_once,
    fault,
    one_line,
    remark,
    tidy,
)
from generator.exchange.json_places import JsonFile, Step, json_of, values_at
from generator.exchange.places import coordinates, degrees_in
from generator.exchange.spans import Moment
from generator.exchange.taking import Values, left_out
from generator.exchange.timemap import COMMENT
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.problems import Origin, Problem

_MOST_OF_TITLE = 120
_KNOWN = {
    *("id", "title", "description", "date", "time", "time_display", "time_precision"),
    *("location", "latitude", "longitude", "category", "associations", "sources"),
    *("comments", "url", "paths"),
}


def is_timemap(tree: object) -> bool:
    """Whether JSON is of the shape that TimeMap loads: all of it, or its events."""
    events = tree.get("events") if isinstance(tree, dict) else tree
    return isinstance(events, list) and any(
        isinstance(event, dict)
        and "date" in event
        and ("description" in event or "title" in event)
        for event in events
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """What events name by ids: sources, and the titles of what they belong to."""

    sources: Mapping[str, Values]
    titles: Mapping[str, Values]


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in what TimeMap loads."""
    file, problems = json_of(name, text)
    if file.tree is None and problems:
        return Read(Table(), tuple(problems))
    whole = file.tree if isinstance(file.tree, dict) else {}
    events = whole.get("events") if isinstance(file.tree, dict) else file.tree
    if not isinstance(events, list):
        return Read(Table(), (*problems, _no_events(name)))
    parts = ("events", "sources", "associations")
    rows: list[Values] = [values_at(file, without=parts)] if whole else []
    named = _Named(_by_id(file, "sources", rows), _by_id(file, "associations", rows))
    before: tuple[Step, ...] = ("events",) if whole else ()
    entries: list[Entry] = []
    for number in range(len(events)):
        values = values_at(file, (*before, number))
        entry = _entry(values, named)
        try:
            entry = replace(entry, date=_date(values))
        except TooFarError as error:
            entry, problem = without_date(entry, values, ("date",), error)
            problems.append(problem)
        except EdtfError as error:
            problems.append(_no_date(values, error))
        if placed := _off_the_map(values, entry):
            problems.append(placed)
        entries.append(entry)
        rows.append(values)
    problems += left_out(rows, _KNOWN)
    return Read(Table(tuple(entries)), tuple(problems))


def _no_events(name: str) -> Problem:
    return fault(
        Origin(name, 1, 1),
        "no-events",
        "the file has neither a list of events nor one called “events”",
        "give the events as TimeMap loads them, or all of it as one object",
    )


def _no_date(values: Values, error: EdtfError) -> Problem:
    hint = error.hint or "write it as 03/28/2019: month, day and year"
    return fault(values.place("date"), "date", error.reason, hint)


def _off_the_map(values: Values, entry: Entry) -> Problem | None:
    """That degrees are given for a place, and no such place is on the earth."""
    columns = [one for one in ("latitude", "longitude") if one in values]
    if not columns or (entry.places and entry.places[0].coordinates):
        return None
    given = " and ".join(f"{one} “{values.take(one)}”" for one in columns)
    return remark(
        values.place(columns[0]),
        "coordinates",
        f"{given} are no degrees north and east: the place of “{entry.title}” is "
        "imported without them",
        "write both as decimal numbers, such as 51.51 and -0.13",
    )


def _by_id(file: JsonFile, key: str, rows: list[Values]) -> dict[str, Values]:
    """What the file holds under *key* by ids, whether they are its keys or in its
    values; all of it is among *rows*, too."""
    given = file.tree.get(key) if isinstance(file.tree, dict) else None
    found: dict[str, Values] = {}
    names: list[Step] = []
    if isinstance(given, dict | list):
        names = list(given) if isinstance(given, dict) else list(range(len(given)))
    for name in names:
        values = values_at(file, (key, name))
        own = values.take("id") or str(name)
        values.give_back("id", "is named by no event")
        found.setdefault(own, values)
        rows.append(values)
    return found


def _entry(values: Values, named: _Named) -> Entry:
    title = one_line(values.take("title"))
    text = tidy(values.take("description"))
    if not title:
        title, _, text = text.partition("\n")
        if not text and len(title) > _MOST_OF_TITLE:
            title, text = "", title
    tags = [_title(named.titles, one) for one in values.take_all("associations")]
    entry = Entry(
        "",
        id=values.take("id").strip(),
        said=one_line(values.take("time_display")),
        text=tidy(text),
        tags=each_once(t.lower() for t in (*tags, values.take("category"))),
        places=_places(values),
        origin=values.origin,
    )
    entry = without_appendix(with_headline(entry, title))
    sources = [_reference(named.sources, one) for one in values.take_all("sources")]
    together = (*entry.references, *sources)
    return replace(entry, references=tuple(dict.fromkeys(together)))


def _title(titles: Mapping[str, Values], name: str) -> str:
    found = titles.get(name)
    if found is None:
        return name
    found.take("id")
    for drawn in ("mode", "filter_paths"):  # how the program lists it
        found.take_all(drawn)
    return found.take("title") or name


def _places(values: Values) -> tuple[Place, ...]:
    """The one place; where it has no name, its degrees are one."""
    label = one_line(values.take("location"))
    north, east = (degrees_in(values.take(key)) for key in ("latitude", "longitude"))
    if not label and (north or east):
        label = f"{north}, {east}"
    return (Place(label, coordinates(f"{north}, {east}")),) if label else ()


def _reference(sources: Mapping[str, Values], name: str) -> Reference:
    source = sources.get(name)
    if source is None:
        return Reference(name)
    source.take("id")
    said = one_line(source.take("description"))
    quoted = said.startswith("“") and said.endswith("”") and len(said) > 2
    title = one_line(source.take("title"))
    if not title and not quoted:
        title = said
    elif said and not quoted:
        source.give_back("description", "stands beside a title")
    url = address_in(source, "url")
    return Reference(title if title or url else name, url, said[1:-1] if quoted else "")


_AMERICAN = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})")
_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?")


def _date(values: Values) -> Edtf | None:
    """The date of an event; what is only known to the month or year stays that."""
    text = values.take("date").strip()
    if ours := _ours(values):
        return ours
    if not text:
        return None
    match = _AMERICAN.fullmatch(text)
    if match is None:
        return date_in(text)
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    known = values.take("time_precision").lower()
    if "year" in known:
        return parse_edtf(str(Moment(year)))
    if "month" in known:
        return parse_edtf(str(Moment(year, month)))
    time = values.take("time").strip()
    if time and not _CLOCK.fullmatch(time):
        values.give_back("time", "is no time of day such as 14:30")
        time = ""
    return parse_edtf(str(Moment(year, month, day, time or None)))


def _ours(values: Values) -> Edtf | None:
    """The date that our own export wrote as a comment."""
    comment = values.take("comments")
    if not comment.startswith(COMMENT):
        if comment:
            values.give_back("comments", "is not for readers")
        return None
    values.take("time")
    return parse_edtf(comment.removeprefix(COMMENT))
