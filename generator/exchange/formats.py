"""The table of formats: what each is called, how its files end, its two ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from generator.exchange import (
    markwhen,
    markwhen_reading,
    plain_csv,
    simile,
    simile_reading,
    timelinejs,
    timelinejs_reading,
    timemap,
    timemap_reading,
)
from generator.exchange.cells import rows_of
from generator.exchange.entries import Read, Table, Written, one_line
from generator.exchange.json_places import json_of
from generator.model.date_phrases import Phrases
from generator.problems import DatelineError


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its program as people call it, and its two ways."""

    program: str
    read: Callable[[str, str, Phrases], Read]
    write: Callable[[Table, Phrases], Written]


FORMATS: Mapping[str, Format] = {
    "timelinejs": Format(
        "TimelineJS", timelinejs_reading.read_json, timelinejs.write_json
    ),
    "timelinejs-csv": Format(
        "a TimelineJS sheet", timelinejs_reading.read_sheet, timelinejs.write_sheet
    ),
    "markwhen": Format("Markwhen", markwhen_reading.read, markwhen.write),
    "timemap": Format("TimeMap", timemap_reading.read, timemap.write),
    "simile": Format("SIMILE Timeline", simile_reading.read, simile.write),
    "csv": Format("a table", plain_csv.read, plain_csv.write),
}

_OF_EXPORTS: Mapping[str, str] = {
    ".json": "timelinejs",
    ".csv": "csv",
    ".mw": "markwhen",
    ".markwhen": "markwhen",
    ".md": "markwhen",
}
_OF_IMPORTS: Mapping[str, str] = {**_OF_EXPORTS, ".tsv": "csv", ".txt": "csv"}
"""What the ending of a file says; of JSON and tables that are there, their shape says
more."""


class UnknownFormatError(DatelineError):
    """Nothing says in which format a file is, or is to be."""

    def __init__(self, name: str, looked_for: str) -> None:
        super().__init__(
            f"Nothing says which format {name} has: {looked_for}. Name it with "
            f"--format: {', '.join(FORMATS)}."
        )


def format_of(name: str, text: str | None = None) -> str:
    """The format of a file by its name, and by its *text* where there is one.

    Raises:
        UnknownFormatError: Neither tells.
    """
    ending = PurePath(name).suffix.lower()
    endings = _OF_EXPORTS if text is None else _OF_IMPORTS
    form = endings.get(ending)
    if text is not None and form != "markwhen":
        if ending == ".json" or text.lstrip()[:1] in ("{", "["):
            return _json_format(name, text)
        if form == "csv":
            rows, _ = rows_of(name, text)
            header = [one_line(cell.text) for cell in rows[0]] if rows else []
            return "timelinejs-csv" if timelinejs_reading.is_sheet(header) else form
    if form is None:
        *most, last = endings
        told = f"a name that ends in {', '.join(most)} or {last} would"
        raise UnknownFormatError(name, told)
    return form


def _json_format(name: str, text: str) -> str:
    """By the shape; what cannot be read at all is told as what it most likely is."""
    tree = json_of(name, text)[0].tree
    if tree is None or timelinejs_reading.is_timeline(tree):
        return "timelinejs"
    if timemap_reading.is_timemap(tree):
        return "timemap"
    if simile_reading.is_simile(tree):
        return "simile"
    raise UnknownFormatError(
        name,
        "it has no list of “events” of which one has a “start_date” or “text” "
        "(TimelineJS), a “start” (SIMILE Timeline), or a “date” beside a “description” "
        "or “title” (TimeMap)",
    )
