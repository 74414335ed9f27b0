"""TimelineJS 3's JSON, and the CSV of its sheet, into entries.

A slide of the one and a row of the other are values under the names of the sheet's
columns. Years before Christ are negative there and begin with -1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from generator.exchange.appendix import without_appendix
from generator.exchange.cells import rows_of, values_of_row
from generator.exchange.common import with_headline, with_picture
from generator.exchange.dating import TooFarError, without_date
from generator.exchange.entries import (
    Entry,
    MistakeError,
    Read,
    Table,
    each_once,
    one_line,
    remark,
)
from generator.exchange.json_places import object_with_events, values_at
from generator.exchange.prose import to_markdown, to_text
from generator.exchange.spans import Moment, Span, dated
from generator.exchange.taking import Values, left_out
from generator.exchange.timelinejs import HEADERS, MEDIA, PROGRAM
from generator.model.date_phrases import Phrases
from generator.model.edtf import EdtfError
from generator.problems import Problem

_CLOCK = ("Hour", "Minute", "Second")
_PARTS = ("Year", "Month", "Day", "Time", *_CLOCK)
_COLUMNS: Mapping[str, str] = {
    **{
        f"{key}_date.{part.lower()}": f"{which}{part}"
        for which, key in (("", "start"), ("End ", "end"))
        for part in ("Year", "Month", "Day", *_CLOCK)
    },
    **{f"media.{key}": MEDIA[key] for key in ("url", "caption", "credit")},
    "display_date": "Display Date",
    "start_date.display_date": "Display Date",
    "text.headline": "Headline",
    "text.text": "Text",
    "group": "Group",
    "unique_id": "Id",
}
"""What the sheet has in a column, by where a slide in JSON has it."""

_DATES = [f"{which}{p}" for which in ("", "End ") for p in _PARTS]
_KNOWN = {*_COLUMNS.values(), *HEADERS} - {"Media Thumbnail", "Alt Text", "Background"}


def is_timeline(tree: object) -> bool:
    """Whether JSON is of the shape that TimelineJS reads."""
    events = tree.get("events") if isinstance(tree, dict) else None
    return isinstance(events, list) and any(
        isinstance(event, dict) and ("start_date" in event or "text" in event)
        for event in events
    )


def is_sheet(header: Sequence[str]) -> bool:
    """Whether a first row is that of the sheet for TimelineJS."""
    return {"Year", "Headline"} <= set(header)


def read_json(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in JSON that TimelineJS loads."""
    file, problems = object_with_events(name, text, PROGRAM)
    if file is None:
        return Read(Table(), tuple(problems))
    whole = file.tree
    assert isinstance(whole, dict)
    slides = (
        [("title", values_at(file, ("title",), _COLUMNS))] if ("title" in whole) else []
    )
    for key, kind in (("events", ""), ("eras", "era")):
        if isinstance(whole.get(key), list):
            slides += (
                (kind, values_at(file, (key, number), _COLUMNS))
                for number in range(len(whole[key]))
            )
    parts = [key for key in ("title", "events", "eras") if _is_tree(whole.get(key))]
    return _read(slides, phrases, problems, values_at(file, without=parts))


def _is_tree(value: object) -> bool:
    return isinstance(value, dict | list)


def read_sheet(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in the CSV of a sheet for TimelineJS."""
    rows, problems = rows_of(name, text)
    if problems or not rows:
        return Read(Table(), tuple(problems))
    columns = [one_line(cell.text) for cell in rows[0]]
    columns = ["Group" if column == "Tag" else column for column in columns]
    slides: list[tuple[str, Values]] = []
    for row in rows[1:]:
        values = values_of_row(name, columns, row)
        kind = values.take("Type").strip().lower()
        if kind not in ("", "title", "era"):
            values.give_back("Type", "is no kind of slide that is known here")
        slides.append((kind, values))
    return _read(slides, phrases, problems)


def _read(
    slides: Sequence[tuple[str, Values]],
    phrases: Phrases,
    problems: list[Problem],
    *others: Values,
) -> Read:
    entries: list[Entry] = []
    title = description = ""
    rest = list(others)
    for kind, slide in slides:
        if kind == "title" and not title:
            title = to_text(slide.take("Headline"))
            description = to_markdown(slide.take("Text"))
        elif kind == "era":
            problems.append(_era(slide))
            continue
        else:
            try:
                entries.append(_entry(slide, phrases, problems))
            except MistakeError as error:
                problems.append(error.problem)
        rest.append(slide)
    problems += left_out(rest, _KNOWN)
    return Read(Table(tuple(entries), title, description), tuple(problems))


def _era(slide: Values) -> Problem:
    return remark(
        slide.place("Headline"),
        "era",
        f"the era “{to_text(slide.take('Headline'))}” is a background and no event: it "
        "is left out",
    )


def _entry(slide: Values, phrases: Phrases, problems: list[Problem]) -> Entry:
    entry = Entry("", id=slide.take("Id"), origin=slide.place("Headline"))
    words = to_text(slide.take("Display Date"))
    try:
        entry = _with_date(entry, slide, words, phrases)
    except TooFarError as error:
        entry, problem = without_date(replace(entry, said=words), slide, _DATES, error)
        problems.append(problem)
    entry = with_headline(entry, to_text(slide.take("Headline")))
    entry = without_appendix(replace(entry, text=to_markdown(slide.take("Text"))))
    entry = with_picture(
        entry, slide, ("Media", "Media Caption", "Media Credit"), to_text
    )
    return replace(entry, tags=each_once([to_text(slide.take("Group")).lower()]))


def _with_date(entry: Entry, slide: Values, words: str, phrases: Phrases) -> Entry:
    start = _moment(slide, "")
    if start is None:
        return replace(entry, said=words)
    end = _moment(slide, "End ")
    try:
        found = dated(Span(start, None if end == start else end), words, phrases)
    except EdtfError as error:
        place = slide.place("Year")
        raise MistakeError(place, "date", error.reason, error.hint) from error
    return replace(entry, date=found.date, said=found.said)


_INTEGER = re.compile(r"[+-]?\d+")
_MOST_DIGITS = 4


def _moment(slide: Values, which: str) -> Moment | None:
    """One end of a slide; *which* is "" or "End ". A part is taken if it follows on
    one that is there."""
    year = _number(slide, f"{which}Year")
    if year is None:
        return None
    year = year + 1 if year < 0 else year
    month = _number(slide, f"{which}Month")
    day = None if month is None else _number(slide, f"{which}Day")
    time = None if day is None else _time(slide, which)
    return Moment(year, month, day, time)


def _number(slide: Values, column: str) -> int | None:
    given = slide.take(column)
    text = re.sub(r"[\s,]|\.0+$", "", given)
    if not text:
        return None
    whole = bool(_INTEGER.fullmatch(text))
    short = len(text.lstrip("+-0")) <= _MOST_DIGITS
    if whole and not short and column.endswith("Year"):
        raise TooFarError(given)
    if not (whole and short):
        raise MistakeError(
            slide.place(column),
            "date",
            f"{column.lower()} “{given}” is not a whole number of at most four digits",
            "write 2019 for a year, 3 for March, -44 for 44 BCE",
        )
    return int(text)


_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
)


def _time(slide: Values, which: str) -> str | None:
    """The time of day; an hour alone is none, since its minutes are not known."""
    clock = [f"{which}{part}" for part in _CLOCK]
    columns = list(takewhile(slide.__contains__, clock)) or [f"{which}Time"]
    parts = [slide.take(column).strip() for column in columns]
    text = ":".join(part.zfill(2) for part in parts if part)
    if not text:
        return None
    match = _TIME.fullmatch(text)
    if match is None:
        reason = f"“{text}” is no time of day"
        raise MistakeError(slide.place(columns[0]), "date", reason, "write it as 14:30")
    if match["minute"] is None:
        for column in columns:
            slide.give_back(column, "tells no minute")
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "Pp" else 0)
    return ":".join(filter(None, (f"{hour:02}", match["minute"], match["second"])))
