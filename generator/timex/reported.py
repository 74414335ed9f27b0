"""A length that a date ends, into its interval: "the three months to 30 June".

Accounts speak so; the date alone would be only the last day of what is told.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.model.edtf import days_in
from generator.timex.meanings import Period
from generator.timex.resolved import Resolved
from generator.timex.tokens import Tokens
from generator.timex.values import Point

_ENDS = frozenset(
    {
        *[("ended",), ("ending",), ("to",), ("through",), ("ended", "on")],
        *[("ending", "on"), ("up", "to"), ("that", "ended"), ("which", "ended")],
    }
)
_NAMED = {"year": (1, "Y"), "quarter": (3, "M"), "month": (1, "M"), "week": (1, "W")}
"""Lengths that are no expression by themselves: "the financial year to 31 March"."""

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")


def ended_by(
    tokens: Tokens, before: Resolved | None, ending: Resolved
) -> tuple[str, int] | None:
    """The interval that *ending* closes, and the first token of its phrase.

    *before* is the expression before it, if any. None where no length stands before.
    """
    first, point = ending.expression.first, ending.point
    if point is None:
        return None
    if before is not None and isinstance(before.expression.meaning, Period):
        words = tuple(tokens.low(i) for i in range(before.expression.last + 1, first))
        length = _LENGTH.fullmatch(before.value)
        if words in _ENDS and length and before.mod is None:
            edtf = interval(int(length[1]), length[2], point)
            return (edtf, before.expression.first) if edtf else None
    named = _NAMED.get(tokens.low(first - 2))
    ends = {"ended", "ending"} | ({"to"} if tokens.low(first - 2) == "year" else set())
    if named is None or tokens.low(first - 1) not in ends or point.unit == "Y":
        return None
    edtf = interval(*named, point)
    return (edtf, first - 2) if edtf else None


def interval(count: int, unit: str, last: Point) -> str | None:
    """So many units up to and with *last*; None where the units do not meet.

    Months and years up to a month are as fine as months, up to a day as days.
    """
    if last.year is None or last.year < 1 or count < 1:
        return None
    if last.unit == "Y":
        return f"{last.year - count + 1:04}/{last.year:04}" if unit == "Y" else None
    if last.unit not in ("M", "D") or last.month is None:
        return None
    months = {"M": 1, "Y": 12}.get(unit)
    if last.unit == "M":
        if months is None:
            return None
        start = last.year * 12 + last.month - count * months
        return f"{start // 12:04}-{start % 12 + 1:02}/{last.value}"
    day = last.as_date
    try:
        return None if day is None else f"{_start(count, unit, months, day)}/{day}"
    except (OverflowError, ValueError):
        return None


def _start(count: int, unit: str, months: int | None, last: date) -> date:
    """The first of so many units that end on *last*."""
    if months is None:
        return last - timedelta(days=count * (7 if unit == "W" else 1) - 1)
    after = last + timedelta(days=1)  # the day on which the next such length begins
    start = after.year * 12 + after.month - 1 - count * months
    year, month = start // 12, start % 12 + 1
    return date(year, month, min(after.day, days_in(year, month)))
