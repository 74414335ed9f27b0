"""A plain table (CSV) with a row for each event: all that an entry has, or whatever a
spreadsheet of somebody else's has under headings that say what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.exchange.appendix import with_appendix, without_appendix
from generator.exchange.cells import Cell, Row, csv_of, rows_of
from generator.exchange.entries import (
    Entry,
    Picture,
    Place,
    Read,
    Reference,
    Table,
    Written,
    each_once,
    fault,
    one_line,
    remark,
    tidy,
    web_address,
)
from generator.exchange.places import coordinates, place_of, placed
from generator.exchange.spans import date_in
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf, EdtfError, Form, parse_edtf
from generator.model.events import Factuality
from generator.problems import Origin, Problem

HEADERS: Mapping[str, tuple[str, ...]] = {
    "id": ("unique id", "key"),
    "title": ("headline", "event", "name", "what", "summary"),
    "date": ("when", "start", "start date", "day", "year"),
    "end": ("end date", "until", "to"),
    "date in words": ("display date", "date text", "time"),
    "text": ("description", "body", "details", "notes", "content"),
    "factuality": (),
    "people": ("person", "persons", "who", "actors"),
    "organisations": ("organisation", "organization", "organizations"),
    "places": ("place", "location", "locations", "where"),
    "latitude": ("lat",),
    "longitude": ("lon", "lng", "long"),
    "tags": ("tag", "category", "categories", "group", "type", "topics"),
    "picture": ("media", "image", "photo", "picture url"),
    "caption": ("media caption",),
    "credit": ("media credit",),
    "sources": ("source", "url", "link", "links", "reference", "references"),
}
"""The columns that are read, and what else they may be called, in any capitals."""

WRITTEN = tuple(
    column for column in HEADERS if column not in ("end", "latitude", "longitude")
)


def write(table: Table, phrases: Phrases) -> Written:
    """*table* as CSV; nothing of an entry is lost."""
    rows = [WRITTEN, *(tuple(_cells(entry)) for entry in table.entries)]
    return Written(csv_of(rows))


def _cells(entry: Entry) -> Iterable[str]:
    picture = entry.picture or Picture("")
    happened = entry.factuality is Factuality.HAPPENED
    yield from (entry.id, entry.title, str(entry.date or ""), entry.said, entry.text)
    yield "" if happened else str(entry.factuality)
    yield from (_joined(entry.people), _joined(entry.organisations))
    yield _joined(map(placed, entry.places))
    yield _joined(entry.tags)
    yield from (picture.url, picture.caption, picture.credit)
    below = with_appendix(Entry("", references=entry.references))
    yield below.partition("\n\n")[2]


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(re.sub(r"([\\;])", r"\\\1", text) for text in texts)


def _parted(text: str) -> tuple[str, ...]:
    parts = re.findall(r"(?:\\.|[^\\;\n]|\\$)+", text)
    return each_once(re.sub(r"\\([\\;])", r"\1", part) for part in parts)


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row by the names of its columns."""

    name: str
    cells: Mapping[str, Cell]
    row: Row

    def __getitem__(self, column: str) -> str:
        cell = self.cells.get(column)
        return cell.text if cell else ""

    def place(self, column: str = "title") -> Origin:
        cell = self.cells.get(column, self.row[0])
        return Origin(self.name, cell.line, cell.column)

    def fault(self, column: str, code: str, message: str, hint: str) -> Problem:
        return fault(self.place(column), code, message, hint)


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in a table with a row for each event."""
    rows, problems = rows_of(name, text)
    if problems or not rows:
        return Read(Table(), tuple(problems))
    head, *rest = rows
    columns = [_column(cell.text) for cell in head]
    if "title" not in columns:
        named = ", ".join(f"“{one_line(cell.text)}”" for cell in head)
        return Read(
            Table(),
            (
                fault(
                    Origin(name, head[0].line, head[0].column),
                    "no-title",
                    f"no column is called “title”; there are {named[:200]}",
                    "give the first row the names of the columns: "
                    f"{', '.join(WRITTEN)}",
                ),
            ),
        )
    problems += _unknown(name, head, columns)
    entries: list[Entry] = []
    for row in rest:
        by_column: dict[str, Cell] = {}
        for column, cell in zip(columns, row, strict=False):
            if column:
                by_column.setdefault(column, cell)
        cells = _Cells(name, by_column, row)
        entry, faults = _entry(cells)
        problems += faults
        entries.append(entry)
    return Read(Table(tuple(entries)), tuple(problems))


def _column(text: str) -> str:
    """The column that is meant by a heading; "" where it is none of ours."""
    heading = one_line(text.replace("_", " ")).casefold()
    for column, others in HEADERS.items():
        if heading == column or heading in others:
            return column
    return ""


def _unknown(name: str, head: Row, columns: list[str]) -> Iterable[Problem]:
    seen: set[str] = set()
    for column, cell in zip(columns, head, strict=True):
        heading = one_line(cell.text)
        if heading and (not column or column in seen):
            reason = "is read from another column" if column else "is not known"
            yield remark(
                Origin(name, cell.line, cell.column),
                "column",
                f"the column “{heading}” {reason}: it is left out",
                f"the columns are called {', '.join(HEADERS)}",
            )
        seen.add(column)


def _entry(cells: _Cells) -> tuple[Entry, list[Problem]]:
    problems: list[Problem] = []
    entry = Entry(
        one_line(cells["title"]),
        id=one_line(cells["id"]),
        said=one_line(cells["date in words"]),
        text=tidy(cells["text"]),
        people=_parted(cells["people"]),
        organisations=_parted(cells["organisations"]),
        tags=_parted(cells["tags"].lower()),
        references=_references(cells["sources"]),
        origin=cells.place(),
    )
    try:
        entry = replace(entry, date=_date(cells))
    except _CellError as error:
        problems.append(error.problem)
    try:
        entry = replace(entry, places=_places(cells))
    except _CellError as error:
        problems.append(error.problem)
    if cells["factuality"].strip():
        try:
            found = Factuality(cells["factuality"].strip().lower())
            entry = replace(entry, factuality=found)
        except ValueError:
            problems.append(_no_factuality(cells))
    if url := web_address(cells["picture"]):
        caption, credit = one_line(cells["caption"]), one_line(cells["credit"])
        entry = replace(entry, picture=Picture(url, caption, credit))
    return entry, problems


class _CellError(Exception):
    """A cell cannot be read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _no_factuality(cells: _Cells) -> Problem:
    return cells.fault(
        "factuality",
        "factuality",
        f"factuality “{cells['factuality']}” is none of {', '.join(Factuality)}",
        "leave it empty for what has happened",
    )


def _date(cells: _Cells) -> Edtf | None:
    """The date of a row: one cell, or a beginning and an end."""
    found: list[Edtf] = []
    for column in ("date", "end"):
        text = cells[column].strip()
        if not text:
            continue
        try:
            found.append(date_in(text))
        except EdtfError as error:
            hint = "write 2019, 2019-03 or 2019-03-02, as far as it is known"
            raise _CellError(
                cells.fault(column, "date", error.reason, error.hint or hint)
            ) from error
    if len(found) < 2:
        return found[0] if found else None
    start, end = found
    if start == end:
        return start
    try:
        if any(date.form is not Form.DATE for date in found):
            raise EdtfError(str(end), f"“{start}” needs no end", "leave the end out")
        return parse_edtf(f"{start}/{end}")
    except EdtfError as error:
        raise _CellError(
            cells.fault("end", "date", error.reason, error.hint)
        ) from error


def _places(cells: _Cells) -> tuple[Place, ...]:
    places = [place_of(text) for text in _parted(cells["places"])]
    north, east = (
        cells[c].strip().replace(",", ".") for c in ("latitude", "longitude")
    )
    if not (north or east):
        return tuple(places)
    at = coordinates(f"{north}, {east}")
    if at is None:
        raise _CellError(
            cells.fault(
                "latitude" if north else "longitude",
                "coordinates",
                f"“{north}” and “{east}” are no degrees north and east",
                "write both as decimal numbers, such as 51.51 and -0.13",
            )
        )
    if len(places) == 1:
        return (replace(places[0], coordinates=at),)
    return tuple(places)


def _references(text: str) -> tuple[Reference, ...]:
    """Sources as we write them, or a web address in each line."""
    whole = without_appendix(Entry("", text=f"Sources:\n\n{tidy(text)}"))
    if whole.references:
        return whole.references
    lines = [one_line(line) for line in re.split(r"\n|;\s", text)]
    return tuple(
        Reference("", web_address(line)) if web_address(line) else Reference(line)
        for line in lines
        if line
    )
