"""Tables as text (CSV, RFC 4180): cells with their places, and none that a spreadsheet
would take for a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.exchange.entries import fault
from generator.exchange.taking import Value, Values
from generator.model.cells import is_like_a_formula
from generator.problems import Origin, Problem

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TO_QUOTE = re.compile(r'[",;\n\r\t]|\A\s|\s\Z')
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds; its line and column in the file count from 1."""

    text: str
    line: int = 0
    column: int = 0


Row = Sequence[Cell]


def harmless(text: str) -> str:
    """*text* as a cell that no spreadsheet calculates; a number is none to fear."""
    if is_like_a_formula(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def as_it_was(text: str) -> str:
    """The text that `harmless` made *text* of."""
    return text[1:] if text.startswith("'") and is_like_a_formula(text) else text


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """*rows* in UTF-8, with lines that end as RFC 4180 has it."""
    lines = (",".join(map(_quoted, map(harmless, row))) for row in rows)
    return "".join(f"{line}\r\n" for line in lines).encode()


def _quoted(text: str) -> str:
    if not _TO_QUOTE.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


_REST_OF_QUOTED = re.compile(r'[^"]*(?:""[^"]*)*')


def rows_of(name: str, text: str) -> tuple[list[Row], list[Problem]]:
    """The rows of *text*, read from *name*, without blank ones; and what is wrong.

    A comma, a semicolon or a tab stands between cells, whichever is most in the first
    line. *text* has line feeds alone at the ends of its lines.
    """
    head = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    between = max(DELIMITERS, key=head.count)
    bare = re.compile(f"[^\n{re.escape(between)}]*")
    rows: list[Row] = []
    row: list[Cell] = []
    at, line, begun = 0, 1, 0
    while at < len(text):
        column = at - begun + 1
        if text[at] == '"':
            match = _REST_OF_QUOTED.match(text, at + 1)
            assert match is not None  # it may be empty
            end = match.end()
            if end == len(text):
                return rows, [_never_closed(name, line, column)]
            if text[end + 1 : end + 2] not in ("", "\n", between):
                return rows, [_after_quotes(name, text, end + 1)]
            value = match.group().replace('""', '"')
            row.append(Cell(as_it_was(value), line, column))
            if breaks := value.count("\n"):
                line, begun = line + breaks, text.rindex("\n", 0, end) + 1
            at = end + 1
        else:
            match = bare.match(text, at)
            assert match is not None
            row.append(Cell(as_it_was(match.group().strip()), line, column))
            at = match.end()
        if at >= len(text):
            break
        if text[at] == between and at + 1 == len(text):
            row.append(Cell("", line, at - begun + 2))
        if text[at] == "\n":
            rows.append(row)
            row, line, begun = [], line + 1, at + 1
        at += 1
    rows.append(row)
    return [row for row in rows if any(cell.text.strip() for cell in row)], []


def values_of_row(name: str, columns: Sequence[str], row: Row) -> Values:
    """The cells of *row* under the names of their *columns*; those beyond the last
    column stand under ""."""
    names = (*columns, *("" for _ in row[len(columns) :]))
    origins = [Origin(name, cell.line, cell.column) for cell in row]
    values = (
        (column, Value(cell.text, partial(_same, origin)))
        for column, cell, origin in zip(names, row, origins, strict=False)
    )
    return Values(values, origins[0])


def _same(origin: Origin) -> Origin:
    return origin


def _never_closed(name: str, line: int, column: int) -> Problem:
    return fault(
        Origin(name, line, column),
        "quote-open",
        "the quotation mark that opens here is closed nowhere",
        'close the cell with ", and write " inside of it as ""',
    )


def _after_quotes(name: str, text: str, at: int) -> Problem:
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return fault(
        Origin(name, line, column),
        "quote-inside",
        f"“{text[at : at + 20].splitlines()[0]}” follows a cell that has ended",
        'write " inside of a cell as ""',
    )
