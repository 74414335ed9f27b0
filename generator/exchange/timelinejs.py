"""TimelineJS 3 (Knight Lab): its JSON, and the sheet that it also reads as CSV.

Years before Christ are negative there and begin with -1. A slide without a date is
skipped by the program, and an end that equals the beginning is dropped.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.exchange.appendix import with_appendix, without_appendix
from generator.exchange.cells import Cell, Row, csv_of, rows_of
from generator.exchange.common import (
    date_losses,
    headline,
    names_lost,
    undated,
    with_headline,
)
from generator.exchange.entries import (
    Entry,
    Picture,
    Read,
    Table,
    Written,
    each_once,
    fault,
    one_line,
    remark,
    web_address,
)
from generator.exchange.json_places import Step, object_with_events, place
from generator.exchange.prose import to_html, to_markdown, to_text
from generator.exchange.spans import Moment, Span, dated, is_plain, span_of, words_for
from generator.model.date_phrases import Phrases
from generator.model.edtf import EdtfError
from generator.problems import Origin, Problem

PROGRAM = "TimelineJS"
HEADERS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time"),
    *("Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption"),
    *("Media Thumbnail", "Alt Text", "Type", "Group", "Background"),
)
"""The first row of the sheet, as the program wants it."""

_PARTS = ("year", "month", "day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class _Slide:
    """A slide, or a row, as texts by the names of the sheet's columns.

    `place` tells where the value of a column stands in the file.
    """

    cells: Mapping[str, str]
    place: Callable[[str], Origin]
    id: str = ""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def write_json(table: Table, phrases: Phrases) -> Written:
    """*table* as the JSON that TimelineJS loads."""
    slides, losses = _slides(table, phrases)
    tree: dict[str, object] = {"events": [_as_json(slide) for slide in slides]}
    if table.title:
        words = {"headline": _escape(table.title), "text": to_html(table.description)}
        tree = {"title": {"text": words}, **tree}
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    return Written(f"{text}\n".encode(), losses)


def write_sheet(table: Table, phrases: Phrases) -> Written:
    """*table* as the CSV of the sheet that TimelineJS reads."""
    slides, losses = _slides(table, phrases)
    rows: list[tuple[str, ...]] = [HEADERS]
    if table.title:
        title = {
            "Type": "title",
            "Headline": _escape(table.title),
            "Text": to_html(table.description),
        }
        rows.append(tuple(title.get(header, "") for header in HEADERS))
    rows += (tuple(slide[header] for header in HEADERS) for slide in slides)
    return Written(csv_of(rows), losses)


def _slides(table: Table, phrases: Phrases) -> tuple[list[_Slide], tuple[Problem, ...]]:
    slides: list[_Slide] = []
    losses: list[Problem] = []
    for entry in table.entries:
        if entry.date is None:
            losses.append(undated(entry, PROGRAM))
            continue
        slides.append(_slide(entry, phrases))
        losses += date_losses(entry, PROGRAM, phrases)
        losses += names_lost(
            entry, PROGRAM, "tags", "people", "organisations", "places"
        )
    return slides, tuple(losses)


def _slide(entry: Entry, phrases: Phrases) -> _Slide:
    assert entry.date is not None
    span = span_of(entry.date)
    plain = is_plain(entry.date) and not entry.said
    words = words_for(entry.date, entry.said, phrases)
    below = replace(entry, picture=None)
    picture = entry.picture or Picture("")
    cells = {
        **_moment_cells(span.start, ""),
        **(_moment_cells(span.end, "End ") if span.end else {}),
        "Display Date": "" if plain else _escape(words),
        "Headline": _escape(headline(entry)),
        "Text": to_html(with_appendix(below)),
        "Media": picture.url,
        "Media Caption": _escape(picture.caption),
        "Media Credit": _escape(picture.credit),
        "Group": _escape(entry.tags[0]) if entry.tags else "",
    }
    return _Slide(cells, lambda column: entry.origin, entry.id)


def _moment_cells(moment: Moment, which: str) -> dict[str, str]:
    """The columns of one end; *which* is "" or "End "."""
    year = moment.year if moment.year > 0 else moment.year - 1
    parts = {"Year": year, "Month": moment.month, "Day": moment.day}
    cells = {f"{which}{key}": "" if v is None else str(v) for key, v in parts.items()}
    return {**cells, f"{which}Time": moment.time or ""}


def _as_json(slide: _Slide) -> dict[str, object]:
    tree: dict[str, object] = {"unique_id": slide.id} if slide.id else {}
    tree["start_date"] = _date_as_json(slide, "")
    if slide["End Year"]:
        tree["end_date"] = _date_as_json(slide, "End ")
    if slide["Display Date"]:
        tree["display_date"] = slide["Display Date"]
    tree["text"] = {"headline": slide["Headline"], "text": slide["Text"]}
    if slide["Media"]:
        tree["media"] = {
            key: slide[column] for key, column in _MEDIA.items() if slide[column]
        }
    if slide["Group"]:
        tree["group"] = slide["Group"]
    return tree


_MEDIA = {
    "url": "Media",
    "caption": "Media Caption",
    "credit": "Media Credit",
    "thumbnail": "Media Thumbnail",
    "alt": "Alt Text",
}


def _date_as_json(slide: _Slide, which: str) -> dict[str, int]:
    texts = [slide[f"{which}{part}"] for part in ("Year", "Month", "Day")]
    texts += slide[f"{which}Time"].split(":")
    return {part: int(t) for part, t in zip(_PARTS, texts, strict=False) if t}


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


def is_timeline(tree: object) -> bool:
    """Whether JSON is of the shape that TimelineJS reads."""
    events = tree.get("events") if isinstance(tree, dict) else None
    return isinstance(events, list) and any(
        isinstance(event, dict) and ("start_date" in event or "text" in event)
        for event in events
    )


def read_json(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in JSON that TimelineJS loads."""
    tree, problems = object_with_events(name, text, PROGRAM)
    if tree is None:
        return Read(Table(), tuple(problems))
    slides = [
        _slide_of(tree_of_slide, partial(_json_place, name, text, ("events", number)))
        for number, tree_of_slide in enumerate(tree["events"])
    ]
    for number, era in enumerate(tree.get("eras") or []):
        at = partial(_json_place, name, text, ("eras", number))
        slides.append(_slide_of(era, at, "era"))
    if isinstance(tree.get("title"), dict):
        at = partial(_json_place, name, text, ("title",))
        slides.append(_slide_of(tree["title"], at, "title"))
    return _read(slides, phrases)


def _json_place(name: str, text: str, path: tuple[Step, ...], column: str) -> Origin:
    return place(name, text, (*path, *_PATHS.get(column, ())))


_PATHS: Mapping[str, tuple[str, ...]] = {
    **{
        f"{which}{column}": (f"{key}_date", part)
        for which, key in (("", "start"), ("End ", "end"))
        for column, part in (("Year", "year"), ("Month", "month"), ("Day", "day"))
    },
    **{column: ("media", key) for key, column in _MEDIA.items()},
    "Display Date": ("display_date",),
    "Headline": ("text", "headline"),
    "Text": ("text", "text"),
    "Group": ("group",),
}
"""Where a slide in JSON has what the sheet has in a column."""


def _slide_of(tree: object, at: Callable[[str], Origin], kind: str = "") -> _Slide:
    """A slide from JSON; what is not of the documented shape is empty."""
    cells = {column: _inside(tree, *path) for column, path in _PATHS.items()}
    for which, key in (("", "start_date"), ("End ", "end_date")):
        clock = [_inside(tree, key, part) for part in _PARTS[3:]]
        cells[f"{which}Time"] = ":".join(t.zfill(2) for t in clock if t)
    cells["Display Date"] = cells["Display Date"] or _inside(
        tree, "start_date", "display_date"
    )
    if isinstance(tree, dict) and tree.get("background"):
        cells["Background"] = "yes"
    return _Slide({**cells, "Type": kind}, at, _inside(tree, "unique_id"))


def _inside(tree: object, *path: str) -> str:
    """The text or number at *path* in *tree*, as text; "" where there is none."""
    for key in path:
        tree = tree.get(key) if isinstance(tree, dict) else None
    number = isinstance(tree, int | float) and not isinstance(tree, bool)
    return str(tree) if number or isinstance(tree, str) else ""


def read_sheet(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in the CSV of a sheet for TimelineJS."""
    rows, problems = rows_of(name, text)
    if problems or not rows:
        return Read(Table(), tuple(problems))
    head, *rest = rows
    columns = [one_line(cell.text) for cell in head]
    slides = [_slide_of_row(name, columns, row) for row in rest]
    return _read(slides, phrases)


def is_sheet(header: list[str]) -> bool:
    """Whether a first row is that of the sheet for TimelineJS."""
    return {"Year", "Headline"} <= set(header)


def _slide_of_row(name: str, columns: list[str], row: Row) -> _Slide:
    found: dict[str, Cell] = dict(zip(columns, row, strict=False))

    def at(column: str) -> Origin:
        cell = found.get(column, row[0])
        return Origin(name, cell.line, cell.column)

    cells = {column: cell.text.strip() for column, cell in found.items()}
    cells["Group"] = cells.get("Group") or cells.get("Tag", "")
    return _Slide(cells, at)


def _read(slides: list[_Slide], phrases: Phrases) -> Read:
    entries: list[Entry] = []
    problems: list[Problem] = []
    title = description = ""
    for slide in slides:
        kind = slide["Type"].strip().lower()
        if kind == "title" and not title:
            title, description = to_text(slide["Headline"]), to_markdown(slide["Text"])
        elif kind == "era":
            problems.append(
                remark(
                    slide.place("Headline"),
                    "era",
                    f"the era “{to_text(slide['Headline'])}” is a background and no "
                    "event: it is left out",
                )
            )
        else:
            try:
                entries.append(_entry(slide, phrases))
            except _BadDateError as error:
                problems.append(error.problem)
            problems += _left_out(slide)
    return Read(Table(tuple(entries), title, description), tuple(problems))


class _BadDateError(Exception):
    """A slide's date cannot be read."""

    def __init__(self, origin: Origin, reason: str, hint: str) -> None:
        self.problem = fault(origin, "date", reason, hint)


def _entry(slide: _Slide, phrases: Phrases) -> Entry:
    start, end = _moment(slide, ""), _moment(slide, "End ")
    words = to_text(slide["Display Date"])
    entry = Entry("", id=slide.id, origin=slide.place("Headline"))
    if start is not None:
        try:
            found = dated(Span(start, None if end == start else end), words, phrases)
        except EdtfError as error:
            raise _BadDateError(
                slide.place("Year"), error.reason, error.hint
            ) from error
        entry = replace(entry, date=found.date, said=found.said)
    else:
        entry = replace(entry, said=words)
    entry = with_headline(entry, to_text(slide["Headline"]))
    entry = without_appendix(replace(entry, text=to_markdown(slide["Text"])))
    if url := web_address(slide["Media"]):
        caption, credit = (
            to_text(slide["Media Caption"]),
            to_text(slide["Media Credit"]),
        )
        entry = replace(entry, picture=Picture(url, caption, credit))
    return replace(entry, tags=each_once([to_text(slide["Group"]).lower()]))


_INTEGER = re.compile(r"[+-]?\d{1,4}")


def _moment(slide: _Slide, which: str) -> Moment | None:
    numbers: list[int | None] = []
    for part in ("Year", "Month", "Day"):
        column = f"{which}{part}"
        text = re.sub(r"[\s,]|\.0$", "", slide[column])
        if text and not _INTEGER.fullmatch(text):
            raise _BadDateError(
                slide.place(column),
                f"{column.lower()} “{slide[column]}” is not a whole number of at most "
                "four digits",
                "write 2019 for a year, 3 for March, -44 for 44 BCE",
            )
        numbers.append(int(text) if text else None)
    year, month, day = numbers
    if year is None:
        return None
    year = year + 1 if year < 0 else year
    if month is None or day is None:
        return Moment(year, month)
    return Moment(year, month, day, _time(slide, f"{which}Time"))


_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
)


def _time(slide: _Slide, column: str) -> str | None:
    """The time of day; an hour alone is none, since its minutes are not known."""
    text = slide[column].strip()
    if not text:
        return None
    match = _TIME.fullmatch(text)
    if match is None:
        raise _BadDateError(
            slide.place(column), f"“{text}” is no time of day", "write it as 14:30"
        )
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "Pp" else 0)
    if match["minute"] is None:
        return None
    return ":".join(filter(None, (f"{hour:02}", match["minute"], match["second"])))


_NOT_KEPT = {"Media Thumbnail": "a thumbnail", "Alt Text": "an alternative text"} | {
    "Background": "a background",
}


def _left_out(slide: _Slide) -> Iterator[Problem]:
    """What of *slide* has no place with us."""
    title = to_text(slide["Headline"])
    for column, thing in _NOT_KEPT.items():
        if slide[column]:
            said = f"“{title}” has {thing}, which is left out"
            yield remark(slide.place(column), "left-out", said)
    if slide["Media"] and not web_address(slide["Media"]):
        yield remark(
            slide.place("Media"),
            "left-out",
            f"“{title}” shows something that is no web address, which is left out",
            "put a quotation or a link into its text",
        )
