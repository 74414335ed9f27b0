"""Entries into SIMILE Timeline's JSON: events with a beginning and an end, which may be
stretches of time themselves. It alone of these formats can draw what is not certain.

Keys that the program does not know it hands through, so nothing of an entry is lost.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.exchange.appendix import with_appendix
from generator.exchange.common import as_json, headline, undated
from generator.exchange.entries import Entry, Picture, Table, Written, lost
from generator.exchange.places import placed
from generator.exchange.prose import to_html
from generator.exchange.spans import Moment, span_of
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf, Form, Precision, days_in
from generator.problems import Problem

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
    return Written(as_json(tree), tuple(losses))


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
