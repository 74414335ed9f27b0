"""Entries into TimelineJS 3 (Knight Lab): its JSON, and the sheet that it reads as CSV.

Years before Christ are negative there and begin with -1. A slide without a date is
skipped by the program, and an end that equals the beginning is dropped.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.exchange.appendix import with_appendix
from generator.exchange.cells import csv_of
from generator.exchange.common import (
    as_json,
    date_losses,
    headline,
    names_lost,
    undated,
)
from generator.exchange.entries import Entry, Picture, Table, Written
from generator.exchange.prose import to_html
from generator.exchange.spans import Moment, is_plain, span_of, words_for
from generator.model.date_phrases import Phrases
from generator.problems import Problem

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
    """A slide, or a row, as texts by the names of the sheet's columns."""

    cells: Mapping[str, str]
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
    return Written(as_json(tree), losses)


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
    return _Slide(cells, entry.id)


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
            key: slide[column] for key, column in MEDIA.items() if slide[column]
        }
    if slide["Group"]:
        tree["group"] = slide["Group"]
    return tree


MEDIA = {
    "url": "Media",
    "caption": "Media Caption",
    "credit": "Media Credit",
    "thumbnail": "Media Thumbnail",
    "alt": "Alt Text",
}
"""What a slide in JSON says of its picture, by the sheet's columns."""


def _date_as_json(slide: _Slide, which: str) -> dict[str, int]:
    texts = [slide[f"{which}{part}"] for part in ("Year", "Month", "Day")]
    texts += slide[f"{which}Time"].split(":")
    return {part: int(t) for part, t in zip(_PARTS, texts, strict=False) if t}


def _escape(text: str) -> str:
    return html.escape(text, quote=False)
