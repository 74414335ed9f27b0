"""Dates as people write them into cells, read where they can mean only one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.date_suggestions import not_a_date, suggest, suggest_either
from generator.exchange.entries import Entry, one_line, remark
from generator.exchange.spans import Moment
from generator.exchange.taking import Values
from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.problems import Problem


class TooFarError(EdtfError):
    """A year of more than four digits, such as those of geology."""

    def __init__(self, text: str) -> None:
        super().__init__(
            text,
            f"“{text}” lies outside of the years -9999 to 9999",
            "say it in the text, or in words for the date",
        )


_FAR = re.compile(r"[Yy]?[+-]?\d{5,}(?:-\d\d){0,2}(?:\s*(?:BCE?|CE|AD))?")
_COMPACT = re.compile(r"\d{8}")
_YEAR = re.compile(
    r"(?P<about>c\.|ca\.|circa|about)?\s*(?P<year>\d{1,4})\s*(?P<bce>BCE|BC|CE|AD)?"
)
_NEGATIVE = re.compile(r"-(?P<year>\d{1,3})")


def date_in(text: str) -> Edtf:
    """The date that a cell holds: EDTF, or words and figures that can mean only one.

    3/4/2019 is refused, since it is in March for some and in April for others.

    Raises:
        TooFarError: Its year has more than four digits.
        EdtfError: It is no date, or may be several.
    """
    text = text.strip()
    if _FAR.fullmatch(text) and not _COMPACT.fullmatch(text):
        raise TooFarError(text)
    try:
        return parse_edtf(text)
    except EdtfError as error:
        either = suggest_either(text.replace(".", "/"))
        found = None if either else _year(text) or suggest(text)
        if found is not None:
            return parse_edtf(found)
        raise _refused(text, error, either) from error


def _refused(text: str, error: EdtfError, either: tuple[str, str] | None) -> EdtfError:
    if either:
        reason = f"“{text}” may be read in more than one way"
        return EdtfError(text, reason, f"write {either[1]} or {either[0]}")
    if negative := _NEGATIVE.fullmatch(text):
        year = int(negative["year"])
        hint = f"write {Moment(1 - year)} for {year} BCE: year 0000 is 1 BCE"
        return EdtfError(text, error.reason, hint)
    reason, hint = not_a_date(text, error)
    return EdtfError(text, reason, hint)


def _year(text: str) -> str | None:
    match = _YEAR.fullmatch(text)
    if match is None:
        return None
    year = int(match["year"])
    if match["bce"] in ("BCE", "BC"):
        year = 1 - year
    return f"{Moment(year)}{'~' if match['about'] else ''}"


def without_date(
    entry: Entry, values: Values, columns: Sequence[str], error: TooFarError
) -> tuple[Entry, Problem]:
    """*entry* with the words in *columns* for its date, and that it has none."""
    there = [column for column in columns if column in values]
    said = " – ".join(one_line(values.take(column)) for column in there)
    problem = remark(
        values.place(there[0]),
        "too-far",
        f"{error.reason}: “{said}” is kept as words, and the event has no date",
        error.hint,
    )
    return replace(entry, said=entry.said or said), problem
