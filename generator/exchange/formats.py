"""The table of formats: what each is called, how its files end, its two ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
    """A format: its program as people call it, and its two ways.

    `ending` is that of its files.
    """

    program: str
    ending: str
    read: Callable[[str, str, Phrases], Read]
    write: Callable[[Table, Phrases], Written]


FORMATS: Mapping[str, Format] = {
    "timelinejs": Format(
        "TimelineJS", ".json", timelinejs_reading.read_json, timelinejs.write_json
    ),
    "timelinejs-csv": Format(
        "a TimelineJS sheet",
        ".csv",
        timelinejs_reading.read_sheet,
        timelinejs.write_sheet,
    ),
    "markwhen": Format("Markwhen", ".mw", markwhen_reading.read, markwhen.write),
    "timemap": Format("TimeMap", ".json", timemap_reading.read, timemap.write),
    "simile": Format("SIMILE Timeline", ".json", simile_reading.read, simile.write),
    "csv": Format("a table", ".csv", plain_csv.read, plain_csv.write),
}


class UnknownFormatError(DatelineError):
    """Nothing says in which format a file is, or is to be."""

    def __init__(self, name: str, looked_for: str = "") -> None:
        super().__init__(
            f"Nothing says which format {name} has{looked_for}. Name it with --format: "
            f"{', '.join(FORMATS)}."
        )


_MARKWHEN = re.compile(r"\.(?:mw|markwhen|md)\Z", re.IGNORECASE)


def format_of(name: str, text: str | None = None) -> str:
    """The format of a file by its name, and by its *text* where there is one.

    Raises:
        UnknownFormatError: Neither tells.
    """
    lowered = name.lower()
    if _MARKWHEN.search(lowered):
        return "markwhen"
    if text is None:
        by_ending = {".csv": "csv", ".json": "timelinejs"}
        for ending, form in by_ending.items():
            if lowered.endswith(ending):
                return form
        raise UnknownFormatError(name)
    if lowered.endswith(".json") or text.lstrip()[:1] in ("{", "["):
        return _json_format(name, text)
    if lowered.endswith((".csv", ".tsv", ".txt")):
        rows, _ = rows_of(name, text)
        header = [one_line(cell.text) for cell in rows[0]] if rows else []
        return "timelinejs-csv" if timelinejs_reading.is_sheet(header) else "csv"
    raise UnknownFormatError(name)


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
        ": among its events, none has a “start_date” (TimelineJS), a “start” (SIMILE "
        "Timeline), or a “date” and a “description” (TimeMap)",
    )
