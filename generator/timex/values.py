"""Points on the calendar with a precision, in TIMEX3's and in EDTF's spelling.

A point is as fine as it was said: shifting a month by a year gives a month.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.edtf import days_in
from generator.timex.holidays import holiday

PART_CODES = {
    **{"SP": "21", "SU": "22", "FA": "23", "WI": "24"},
    **{"Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36", "H1": "40", "H2": "41"},
}
"""TIMEX3's parts of a year as EDTF's season codes."""

PART_MONTHS = {
    **{"SP": 3, "SU": 6, "FA": 9, "WI": 12},
    **{"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7},
}
"""The month in which a part of a year begins."""


_MONTHS = {"Y": 12, "H": 6, "Q": 3, "S": 3}
"""How many months a point of this grain lasts."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a part of it, a month, an ISO week, a weekend or a day.

    `year` is None while it is not known, and negative before Christ. With `week`
    the year is the ISO week's. `day` without a month does not occur.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    week: int | None = None
    weekend: bool = False

    @property
    def unit(self) -> str:
        """The grain: Y, M, D, W, WE, Q (quarter), S (season) or H (half)."""
        if self.day is not None:
            return "D"
        if self.week is not None:
            return "WE" if self.weekend else "W"
        if self.month is not None:
            return "M"
        if self.part is not None:
            return self.part[0] if self.part[0] in "QH" else "S"
        return "Y"

    @property
    def as_date(self) -> date | None:
        """The day, where the point is one that `datetime` can hold."""
        if self.day is None or self.month is None:
            return None
        if self.year is None or not 1 <= self.year <= 9999:
            return None
        return date(self.year, self.month, self.day)

    @property
    def value(self) -> str:
        """The TIMEX3 value, with X for what is not known."""
        year = year_value(self.year)
        if self.week is not None:
            return f"{year}-W{self.week:02}" + ("-WE" if self.weekend else "")
        if self.month is not None:
            return "-".join([year, f"{self.month:02}", *_two(self.day)])
        return f"{year}-{self.part}" if self.part else year

    @property
    def edtf(self) -> str | None:
        """The EDTF value; None while the year is missing."""
        if self.year is None:
            return None
        year = edtf_year(self.year)
        if self.week is not None:
            monday = date.fromisocalendar(self.year, self.week, 1)
            first = monday + timedelta(days=5) if self.weekend else monday
            return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        if self.month is not None:
            return "-".join([year, f"{self.month:02}", *_two(self.day)])
        return f"{year}-{PART_CODES[self.part]}" if self.part else year

    def holds(self, finer: Point) -> bool:
        """True when *finer* begins in this year, part of a year or month."""
        mine, other = self.ordinal, finer.ordinal
        if mine is None or other is None:
            return True
        return 0 <= other - mine < _MONTHS.get(self.unit, 1)

    @property
    def ordinal(self) -> int | None:
        """Months since year 0 at the point's beginning, to compare points roughly."""
        if self.year is None:
            return None
        if self.week is not None:
            return self.year * 12 + (self.week - 1) * 12 // 53
        first = self.month or PART_MONTHS.get(self.part or "", 1)
        return self.year * 12 + first - 1


def _two(number: int | None) -> list[str]:
    return [] if number is None else [f"{number:02}"]


def year_value(year: int | None) -> str:
    """A TIMEX3 year: "1939", "BC0490", "XXXX"."""
    if year is None:
        return "XXXX"
    return f"BC{-year:04}" if year < 0 else f"{year:04}"


def edtf_year(year: int) -> str:
    """An EDTF year, where 1 BC is 0000."""
    if year >= 0:
        return f"{year:04}"
    return "0000" if year == -1 else f"-{-year - 1:04}"


def of_day(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def of_week(day: date, *, weekend: bool = False) -> Point:
    iso = day.isocalendar()
    return Point(iso.year, week=iso.week, weekend=weekend)


def of_holiday(name: str, year: int) -> Point:
    return of_day(holiday(name, year))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Point | None:
    """The *nth* such weekday of a month, -1 is the last; None for a fifth of four."""
    if not 1 <= year <= 9999:
        return None
    first = (weekday - date(year, month, 1).isoweekday()) % 7 + 1
    days = range(first, days_in(year, month) + 1, 7)
    if nth > len(days):
        return None
    return Point(year, month, days[nth if nth < 0 else nth - 1])


def exists(year: int, month: int, day: int) -> bool:
    """True when the calendar has that day."""
    return 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def _months_on(year: int, month: int, count: int) -> tuple[int, int]:
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def shifted(anchor: Point, unit: str, count: int) -> Point | None:
    """The *unit* that lies *count* units from the one that holds *anchor*.

    None when the anchor is coarser than the unit, or the calendar ends.
    """
    if anchor.year is None:
        return None
    try:
        return _shifted(anchor, unit, count)
    except (ValueError, OverflowError):
        return None


def _shifted(anchor: Point, unit: str, count: int) -> Point | None:
    assert anchor.year is not None
    if unit in ("Y", "DE", "CE", "ML"):
        step = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit]
        return _legal(replace(_YEAR, year=anchor.year + count * step))
    day = anchor.as_date
    if unit == "D":
        return None if day is None else of_day(day + timedelta(days=count))
    if unit in ("W", "WE"):
        return _shifted_week(anchor, unit, count)
    month = anchor.month or (PART_MONTHS[anchor.part] if anchor.part else None)
    if month is None:
        return None
    if unit == "M":
        year, month = _months_on(anchor.year, month, count)
        return _legal(Point(year, month))
    if unit == "Q":
        year, month = _months_on(anchor.year, month, 3 * count)
        return _legal(Point(year, part=f"Q{(month + 2) // 3}"))
    return None


_YEAR = Point(None)


def _shifted_week(anchor: Point, unit: str, count: int) -> Point | None:
    day = anchor.as_date
    if day is None and anchor.week is not None and anchor.year is not None:
        day = date.fromisocalendar(anchor.year, anchor.week, 1)
    if day is None:
        return None
    return of_week(day + timedelta(weeks=count), weekend=unit == "WE")


def _legal(point: Point) -> Point | None:
    year = point.year
    return point if year is not None and -9999 <= year <= 9999 and year != 0 else None
