"""SIMILE Timeline's JSON: events with a beginning and an end, each of which may be a
stretch of time itself. It alone of these formats can draw what is not certain.

Keys that the program does not know it hands through, so nothing of an entry is lost.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.exchange.appendix import with_appendix, without_appendix
from generator.exchange.common import headline, undated, with_headline
from generator.exchange.entries import (
    Entry,
    Picture,
    Read,
    Reference,
    Table,
    Written,
    each_once,
    fault,
    lost,
    one_line,
    remark,
    web_address,
)
from generator.exchange.json_places import Step, object_with_events
from generator.exchange.json_places import place as place_in
from generator.exchange.places import place_of, placed
from generator.exchange.prose import to_html, to_markdown, to_text
from generator.exchange.spans import Moment, date_in, span_of
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf, EdtfError, Form, Precision, days_in, parse_edtf
from generator.problems import Origin, Problem

PROGRAM = "SIMILE Timeline"


def write(table: Table, phrases: Phrases) -> Written:
    """*table* as JSON for SIMILE Timeline, its dates in ISO 8601."""
    events: list[dict[str, object]] = []
    losses: list[Problem] = []
    for entry in table.entries:
        if entry.date is None:
            losses.append(undated(entry, PROGRAM))
            continue
        events.append(_event(entry, entry.date))
        if entry.date.first is None or entry.date.last is None:
            losses.append(
                lost(
                    entry,
                    "open-end",
                    f"{PROGRAM} draws no open end: {entry.date} is a point there",
                )
            )
    tree: dict[str, object] = {"dateTimeFormat": "iso8601", "events": events}
    if table.title:
        tree = {"title": table.title, "description": table.description, **tree}
    return Written(
        f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode(), tuple(losses)
    )


def _event(entry: Entry, date: Edtf) -> dict[str, object]:
    picture = entry.picture or Picture("")
    tree: dict[str, object] = {
        "eventID": entry.id,
        **dict(_drawn(date)),
        "edtf": str(date),
        "dateInWords": entry.said,
        "title": _SIGNS.sub(lambda sign: html.escape(sign.group()), headline(entry)),
        "description": to_html(with_appendix(replace(entry, picture=None))),
        "image": picture.url,
        "imageCaption": picture.caption,
        "imageCredit": picture.credit,
        "tags": list(entry.tags),
        "people": list(entry.people),
        "organisations": list(entry.organisations),
        "places": [placed(place) for place in entry.places],
    }
    return {key: value for key, value in tree.items() if value not in ("", [])}


_SIGNS = re.compile(r"<|&(?=[#\w])")
"""What a title may not hold as it is: the program shows it as HTML in some places."""


def _drawn(date: Edtf) -> Iterator[tuple[str, object]]:
    """The keys that draw *date*: all of a stretch, or some time in one."""
    span = span_of(date)
    start = span.start
    end = span.end or span.start
    yield "start", str(start)
    whole = date.form in (Form.INTERVAL, Form.ALL_OF)
    if whole and span.end is not None:
        if start.day is None:
            yield "latestStart", str(_after(start))
        if end.day is None:
            yield "earliestEnd", str(end)
        yield "end", str(_after(end))
        yield "durationEvent", True
    elif start.time is None and not (date.first is None or date.last is None):
        if date.precision is not Precision.DAY or span.end is not None:
            yield "end", str(_after(end))
        yield "durationEvent", False


def _after(moment: Moment) -> Moment:
    """The unit after *moment*, where the program has an end: it is not part of it."""
    year, month, day = moment.year, moment.month, moment.day
    if moment.time is not None:
        return moment
    if month is None:
        return Moment(year + 1)
    if day is not None:
        if day < days_in(year, month):
            return Moment(year, month, day + 1)
        day = 1
    year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return Moment(year, month, day)


def is_simile(tree: object) -> bool:
    """Whether JSON is of the shape that SIMILE Timeline reads."""
    events = tree.get("events") if isinstance(tree, dict) else None
    return isinstance(events, list) and (
        "dateTimeFormat" in tree  # type: ignore[operator]
        or any(isinstance(event, dict) and "start" in event for event in events)
    )


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in JSON for SIMILE Timeline."""
    tree, problems = object_with_events(name, text, PROGRAM)
    if tree is None:
        return Read(Table(), tuple(problems))
    entries: list[Entry] = []
    for number, event in enumerate(tree["events"]):
        path: tuple[Step, ...] = ("events", number)
        values = event if isinstance(event, dict) else {}
        entry = _entry(values, place_in(name, text, (*path, "title")))
        try:
            entry = replace(entry, date=_date(values))
        except _BadDateError as error:
            at = place_in(name, text, (*path, error.key))
            problems.append(fault(at, "date", error.reason, _HINT))
        if values.get("latestStart") and "edtf" not in values:
            at = place_in(name, text, (*path, "latestStart"))
            problems.append(
                remark(
                    at,
                    "uncertain-end",
                    f"“{entry.title}” may have begun or ended "
                    "later or earlier: its ends are marked as approximate",
                )
            )
        entries.append(entry)
    title, description = (_text(tree, key) for key in ("title", "description"))
    return Read(Table(tuple(entries), one_line(title), description), tuple(problems))


_HINT = "write it as ISO 8601 has it: 2019, 2019-03 or 2019-03-02"


def _text(values: dict[str, object], key: str) -> str:
    value = values.get(key)
    return str(value) if isinstance(value, str | int | float) else ""


def _texts(values: dict[str, object], key: str) -> tuple[str, ...]:
    value = values.get(key)
    found = value if isinstance(value, list) else [value]
    return each_once(one for one in found if isinstance(one, str))


def _entry(values: dict[str, object], origin: Origin) -> Entry:
    entry = Entry(
        "",
        id=_text(values, "eventID") or _text(values, "id"),
        said=one_line(_text(values, "dateInWords")),
        text=to_markdown(_text(values, "description")),
        tags=tuple(tag.lower() for tag in _texts(values, "tags")),
        people=_texts(values, "people"),
        organisations=_texts(values, "organisations"),
        places=tuple(place_of(label) for label in _texts(values, "places")),
        origin=origin,
    )
    entry = without_appendix(with_headline(entry, to_text(_text(values, "title"))))
    if url := web_address(_text(values, "image")):
        caption, credit = (
            one_line(_text(values, key)) for key in ("imageCaption", "imageCredit")
        )
        entry = replace(entry, picture=Picture(url, caption, credit))
    url = web_address(_text(values, "link"))
    named = any(reference.url == url for reference in entry.references)
    if url and not named and url not in entry.text:
        return replace(entry, references=(*entry.references, Reference("", url)))
    return entry


class _BadDateError(Exception):
    """The value at `key` is no date."""

    def __init__(self, key: str, reason: str) -> None:
        self.key = key
        self.reason = reason


def _date(values: dict[str, object]) -> Edtf | None:
    if "edtf" in values:
        try:
            return parse_edtf(_text(values, "edtf"))
        except EdtfError as error:
            raise _BadDateError("edtf", error.reason) from error
    keys = ("start", "end")
    start, end = (_moment(values, key) for key in keys)
    if not start or not end or start == end:
        return parse_edtf(start or end) if start or end else None
    vague = "latestStart" in values or "earliestEnd" in values
    mark = "~" if vague else ""
    lasting = str(values.get("durationEvent", values.get("isDuration", True))).lower()
    text = f"[{start}..{end}]" if lasting == "false" else f"{start}{mark}/{end}{mark}"
    try:
        return parse_edtf(text)
    except EdtfError as error:
        raise _BadDateError("end", error.reason) from error


_GREGORIAN = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?"
    r"(?P<date>[A-Za-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Za-z]+ \d{4}"
    r"|\d{4}(?:-\d\d){1,2})"
    r"(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?: ?(?:GMT|UTC|Z)?(?:[+-]\d\d:?\d\d)?)?"
)


def _moment(values: dict[str, object], key: str) -> str:
    """A date as EDTF; the time of day, which is most often midnight, is left out."""
    text = _text(values, key).strip()
    if not text:
        return ""
    match = _GREGORIAN.fullmatch(text)
    try:
        date = date_in(match["date"] if match else text)
    except EdtfError as error:
        raise _BadDateError(key, error.reason) from error
    return str(date)
