"""SIMILE Timeline's JSON into entries: its ISO dates, and those that JavaScript reads.

A beginning and an end that are stretches of time themselves are approximate.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.exchange.appendix import without_appendix
from generator.exchange.common import address_in, with_headline, with_picture
from generator.exchange.dating import TooFarError, date_in, without_date
from generator.exchange.entries import (
    Entry,
    MistakeError,
    Read,
    Reference,
    Table,
    each_once,
    one_line,
    remark,
)
from generator.exchange.json_places import object_with_events, values_at
from generator.exchange.places import place_of
from generator.exchange.prose import to_markdown, to_text
from generator.exchange.simile import PROGRAM
from generator.exchange.taking import Values, left_out
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.problems import Problem

_KNOWN = {
    *("eventID", "id", "title", "description", "edtf", "dateInWords", "start", "end"),
    *("latestStart", "earliestEnd", "durationEvent", "isDuration", "image", "link"),
    *("imageCaption", "imageCredit", "tags", "people", "organisations", "places"),
}


def is_simile(tree: object) -> bool:
    """Whether JSON is of the shape that SIMILE Timeline reads."""
    events = tree.get("events") if isinstance(tree, dict) else None
    return isinstance(events, list) and (
        "dateTimeFormat" in tree  # type: ignore[operator]
        or any(isinstance(event, dict) and "start" in event for event in events)
    )


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in JSON for SIMILE Timeline."""
    file, problems = object_with_events(name, text, PROGRAM)
    if file is None:
        return Read(Table(), tuple(problems))
    whole = values_at(file, without=("events", "dateTimeFormat"))
    title, description = one_line(whole.take("title")), whole.take("description")
    entries: list[Entry] = []
    rows = [whole]
    assert isinstance(file.tree, dict)
    for number in range(len(file.tree["events"])):
        values = values_at(file, ("events", number))
        entry = _entry(values)
        try:
            entry = _with_date(entry, values, problems)
        except MistakeError as error:
            problems.append(error.problem)
        entries.append(entry)
        rows.append(values)
    problems += left_out(rows, _KNOWN)
    return Read(Table(tuple(entries), title, description), tuple(problems))


def _entry(values: Values) -> Entry:
    entry = Entry(
        "",
        id=values.take("eventID") or values.take("id"),
        said=one_line(values.take("dateInWords")),
        text=to_markdown(values.take("description")),
        tags=each_once(tag.lower() for tag in values.take_all("tags")),
        people=each_once(values.take_all("people")),
        organisations=each_once(values.take_all("organisations")),
        places=tuple(map(place_of, each_once(values.take_all("places")))),
        origin=values.place("title"),
    )
    entry = without_appendix(with_headline(entry, to_text(values.take("title"))))
    entry = with_picture(entry, values, ("image", "imageCaption", "imageCredit"))
    return _with_link(entry, values)


def _with_link(entry: Entry, values: Values) -> Entry:
    url = address_in(values, "link")
    named = any(reference.url == url for reference in entry.references)
    if url and not named and url not in entry.text:
        return replace(entry, references=(*entry.references, Reference("", url)))
    return entry


def _with_date(entry: Entry, values: Values, problems: list[Problem]) -> Entry:
    key = "edtf"
    try:
        if key in values:
            for other in ("start", "end", "latestStart", "earliestEnd"):
                values.take(other)  # how the program draws that date
            values.take("durationEvent")
            return replace(entry, date=parse_edtf(values.take(key)))
        key = "start"
        start = _moment(values, key)
        key = "end"
        end = _moment(values, key)
        date = _drawn(values, start, end, entry.title, problems)
        return replace(entry, date=date)
    except TooFarError as error:
        entry, problem = without_date(entry, values, ("start", "end"), error)
        problems.append(problem)
        return entry
    except EdtfError as error:
        hint = error.hint or "write it as ISO 8601 has it: 2019, 2019-03 or 2019-03-02"
        raise MistakeError(values.place(key), "date", error.reason, hint) from error


def _drawn(
    values: Values, start: str, end: str, title: str, problems: list[Problem]
) -> Edtf | None:
    """The date that is drawn from *start* to *end*.

    Raises:
        EdtfError: It ends before it begins.
    """
    latest, earliest = values.take("latestStart"), values.take("earliestEnd")
    lasting = values.take("durationEvent") or values.take("isDuration")
    if latest or earliest:
        problems.append(_vague(values, title, latest, earliest))
    if not start or not end or start == end:
        return parse_edtf(start or end) if start or end else None
    if lasting.lower() == "false":
        return parse_edtf(f"[{start}..{end}]")
    mark = "~" if latest or earliest else ""
    return parse_edtf(f"{start}{mark}/{end}{mark}")


def _vague(values: Values, title: str, latest: str, earliest: str) -> Problem:
    known = [f"“{text}”" for text in (one_line(latest), one_line(earliest)) if text]
    return remark(
        values.place("latestStart" if latest else "earliestEnd"),
        "uncertain-end",
        f"“{title}” may have begun or ended later or earlier ({', '.join(known)}): its "
        "ends are marked as approximate",
    )


_GREGORIAN = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?"
    r"(?P<date>[A-Za-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Za-z]+ \d{4}"
    r"|\d{4}(?:-\d\d){1,2})"
    r"(?:[ T](?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?"
    r"(?: ?(?:GMT|UTC|Z)?(?:[+-]\d\d:?\d\d)?)?"
)
_MIDNIGHT = re.compile(r"[0:.]*")


def _moment(values: Values, key: str) -> str:
    """A date as EDTF. The time of day is left out: what others write is midnight where
    they know none."""
    text = values.take(key).strip()
    if not text:
        return ""
    match = _GREGORIAN.fullmatch(text)
    if match and not _MIDNIGHT.fullmatch(match["time"] or ""):
        values.give_back(key, "tells the time of day")
    return str(date_in(match["date"] if match else text))
