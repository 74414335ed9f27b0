"""A plain table (CSV) with a row for each event: all that an entry has, or whatever a
spreadsheet of somebody else's has under headings that say what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.exchange.appendix import item_of, reference_of
from generator.exchange.cells import Row, csv_of, rows_of, values_of_row
from generator.exchange.common import with_picture
from generator.exchange.dating import TooFarError, date_in, without_date
from generator.exchange.entries import (
    Entry,
    MistakeError,
    Picture,
    Place,
    Read,
    Reference,
    Table,
    Written,
    each_once,
    fault,
    link_destination,
    one_line,
    tidy,
)
from generator.exchange.places import coordinates, degrees_in, place_of, placed
from generator.exchange.taking import Values, left_out
from generator.model.date_phrases import Phrases
from generator.model.date_words import in_words
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
    yield "\n".join(map(_line, entry.references))


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(re.sub(r"([\\;])", r"\\\1", text) for text in texts)


def _parted(text: str) -> tuple[str, ...]:
    parts = re.findall(r"(?:\\.|[^\\;\n]|\\$)+", text)
    return each_once(re.sub(r"\\([\\;])", r"\1", part) for part in parts)


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in a table with a row for each event."""
    rows, problems = rows_of(name, text)
    if problems or not rows:
        return Read(Table(), tuple(problems))
    head, *rest = rows
    columns = _columns(head)
    if "title" not in columns:
        return Read(Table(), (_no_title(name, head),))
    taken = [values_of_row(name, columns, row) for row in rest]
    entries = [_entry(values, phrases, problems) for values in taken]
    hint = f"the columns are called {', '.join(HEADERS)}"
    problems += left_out(taken, HEADERS, hint)
    return Read(Table(tuple(entries)), tuple(problems))


def _no_title(name: str, head: Row) -> Problem:
    named = ", ".join(f"“{one_line(cell.text)}”" for cell in head)
    return fault(
        Origin(name, head[0].line, head[0].column),
        "no-title",
        f"no column is called “title”; there are {named[:200]}",
        f"give the first row the names of the columns: {', '.join(WRITTEN)}",
    )


def _columns(head: Row) -> list[str]:
    """What the headings mean, each column of ours once; others keep their names."""
    columns: list[str] = []
    for cell in head:
        heading = one_line(cell.text.replace("_", " ")).casefold()
        meant = (
            column
            for column, others in HEADERS.items()
            if heading == column or heading in others
        )
        column = next(meant, "")
        free = column and column not in columns
        columns.append(column if free else one_line(cell.text))
    return columns


def _entry(values: Values, phrases: Phrases, problems: list[Problem]) -> Entry:
    entry = Entry(
        one_line(values.take("title")),
        id=one_line(values.take("id")),
        said=one_line(values.take("date in words")),
        text=tidy(values.take("text")),
        people=_parted(values.take("people")),
        organisations=_parted(values.take("organisations")),
        tags=_parted(values.take("tags").lower()),
        references=_references(values.take("sources")),
        origin=values.place("title"),
    )
    for step in (_with_date, _with_places, _with_factuality):
        try:
            entry = step(entry, values, problems)
        except MistakeError as error:
            problems.append(error.problem)
    return with_picture(entry, values, ("picture", "caption", "credit"))


def _with_factuality(entry: Entry, values: Values, problems: list[Problem]) -> Entry:
    text = values.take("factuality").strip()
    if not text:
        return entry
    try:
        return replace(entry, factuality=Factuality(text.lower()))
    except ValueError as error:
        reason = f"factuality “{text}” is none of {', '.join(Factuality)}"
        hint = "leave it empty for what has happened"
        place = values.place("factuality")
        raise MistakeError(place, "factuality", reason, hint) from error


def _with_date(entry: Entry, values: Values, problems: list[Problem]) -> Entry:
    """The date of a row: one cell, or a beginning and an end."""
    column = "date"
    try:
        start = _read_date(values, column)
        column = "end"
        end = _read_date(values, column)
        date = _together(start, end)
    except TooFarError as error:
        entry, problem = without_date(entry, values, ("date", "end"), error)
        problems.append(problem)
        return entry
    except EdtfError as error:
        hint = error.hint or "write 2019, 2019-03 or 2019-03-02, as far as it is known"
        raise MistakeError(values.place(column), "date", error.reason, hint) from error
    words = one_line(values.take("date"))
    if entry.said or date is None or end or not _LETTERS.search(words):
        return replace(entry, date=date)
    ours = (str(date).casefold(), in_words(date).casefold())
    return replace(entry, date=date, said="" if words.casefold() in ours else words)


_LETTERS = re.compile(r"[^\W\d_]{3}")


def _read_date(values: Values, column: str) -> Edtf | None:
    text = values.take(column).strip()
    return date_in(text) if text else None


def _together(start: Edtf | None, end: Edtf | None) -> Edtf | None:
    if start is None or end is None or start == end:
        return start or end
    if any(date.form is not Form.DATE for date in (start, end)):
        raise EdtfError(str(end), f"“{start}” needs no end", "leave the end out")
    return parse_edtf(f"{start}/{end}")


def _with_places(entry: Entry, values: Values, problems: list[Problem]) -> Entry:
    """The places of a row; degrees without a name are a place for themselves."""
    places = tuple(map(place_of, _parted(values.take("places"))))
    north, east = (degrees_in(values.take(c)) for c in ("latitude", "longitude"))
    if not (north or east):
        return replace(entry, places=places)
    at = coordinates(f"{north}, {east}")
    if at is None:
        column = "latitude" if north else "longitude"
        reason = f"“{north}” and “{east}” are no degrees north and east"
        hint = "write both as decimal numbers, such as 51.51 and -0.13"
        raise MistakeError(values.place(column), "coordinates", reason, hint)
    if len(places) > 1:
        for column in ("latitude", "longitude"):
            values.give_back(column, "is that of one place, and here are several")
        return replace(entry, places=places)
    place = places[0] if places else Place(f"{north}, {east}")
    return replace(entry, places=(replace(place, coordinates=at),))


def _references(text: str) -> tuple[Reference, ...]:
    """A source in each line: as we write them, or its address, or its name."""
    lines = [line.strip() for line in tidy(text).split("\n")]
    return tuple(dict.fromkeys(_source(line) for line in lines if line))


def _source(line: str) -> Reference:
    ours = reference_of(line) if line.startswith("- ") else None
    url = link_destination(line)
    return ours or (Reference("", url) if url else Reference(one_line(line)))


def _line(reference: Reference) -> str:
    """*reference* in a line that `_source` reads as it; plain, if that is enough."""
    plain = reference.title or reference.url
    return plain if _source(plain) == reference else item_of(reference)
