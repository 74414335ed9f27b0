"""Dates as they are known: EDTF values, read and compared without adding anything.

Source: EDTF (Library of Congress, 2019; ISO 8601-2:2019, annex A): level 0, level 1
without years of more than four digits, and of level 2 sets, seasons 25 to 41,
unspecified digits and qualification of single parts. Years beyond four digits (`Y`),
exponents (`E`) and significant digits (`S`) are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Final

Day = tuple[int, int, int]
"""Year, month, day. Year 0 is 1 BCE (ISO 8601), which `datetime` cannot hold."""

SEASON_MONTHS: dict[int, tuple[int, int]] = {
    # Seasons are the calendar quarters' meteorological shift: winter (24) begins in
    # December and ends in February of the next year.
    **{21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)},
    **{25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14)},
    **{29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8)},
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},
    **{37: (1, 4), 38: (5, 8), 39: (9, 12)},
    **{40: (1, 6), 41: (7, 12)},
}
"""First and last month of each season code; 13 and 14 lie in the next year."""


class EdtfError(ValueError):
    """*text* is not a date that this program reads.

    `reason` says what is wrong in the user's terms; `hint` what to write.
    """

    def __init__(self, text: str, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.text = text
        self.reason = reason
        self.hint = hint


class Precision(StrEnum):
    """The finest unit that is known, from fine to coarse."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"


_COARSENESS = tuple(Precision)


class Form(StrEnum):
    """How the parts of a value belong together."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one-of"
    ALL_OF = "all-of"


@dataclass(frozen=True)
class EdtfDate:
    """One date, `None` where the text stops, `X` where a digit is not known.

    `year` has four digits, with "-" before them for years before 0000 ("2024",
    "201X", "-0043"). `month` is "01" to "12", a season code "21" to "41", or holds
    an `X`. `time` is a time of day as written, local to where it was written.
    """

    year: str
    month: str | None = None
    day: str | None = None
    time: str | None = None
    uncertain: bool = False
    approximate: bool = False

    @cached_property
    def precision(self) -> Precision:
        """The finest unit that is wholly known."""
        if "X" in self.year:
            known = self.year.lstrip("-").rstrip("X")
            if "X" in known:
                return Precision.UNKNOWN
            coarse = {3: Precision.DECADE, 2: Precision.CENTURY}
            return coarse.get(len(known), Precision.UNKNOWN)
        if self.month is None or "X" in self.month:
            return Precision.YEAR
        if int(self.month) > 12:
            return Precision.SEASON
        if self.day is None or "X" in self.day:
            return Precision.MONTH
        return Precision.TIME if self.time else Precision.DAY

    @property
    def first(self) -> Day:
        """The first day this date can mean. Qualifiers do not move it."""
        return self._whole or next(self._days(backwards=False))

    @property
    def last(self) -> Day:
        """The last day this date can mean."""
        return self._whole or next(self._days(backwards=True))

    @property
    def exists(self) -> bool:
        """False when no calendar has such a day ("2023-02-29", "2024-06-31")."""
        if self._whole:
            year, month, day = self._whole
            return 1 <= day <= days_in(year, month)
        return next(self._days(backwards=False), None) is not None

    @cached_property
    def _whole(self) -> Day | None:
        """The one day that this names; None when a part of it is not known."""
        if self.precision not in (Precision.DAY, Precision.TIME):
            return None
        return (int(self.year), int(self.month or 0), int(self.day or 0))

    def _days(self, *, backwards: bool) -> Iterator[Day]:
        """Every day this date can mean; of a season, its first and last month's."""
        for year in self._years(backwards):
            for month in self._months(backwards):
                # Winter runs into the next year: its months are 12 to 14.
                in_year, in_month = (
                    (year, month) if month <= 12 else (year + 1, month - 12)
                )
                days = self._days_of_month(days_in(in_year, in_month))
                for day in reversed(days) if backwards else days:
                    yield (in_year, in_month, day)

    def _days_of_month(self, longest: int) -> Sequence[int]:
        if self.day is None:
            return range(1, longest + 1)
        if "X" in self.day:
            return [d for d in range(1, longest + 1) if _fits(f"{d:02}", self.day)]
        return [int(self.day)] if 1 <= int(self.day) <= longest else []

    def _years(self, backwards: bool) -> Iterator[int]:
        if "X" not in self.year:
            yield int(self.year)
            return
        sign = -1 if self.year.startswith("-") else 1
        pattern = self.year.lstrip("-")
        low, high = (int(pattern.replace("X", digit)) for digit in "09")
        years = range(low, high + 1)
        for year in reversed(years) if backwards is (sign > 0) else years:
            if _fits(f"{year:04}", pattern):
                yield sign * year

    def _months(self, backwards: bool) -> Sequence[int]:
        """Months in order, or in reverse; of a season, its first and its last."""
        months: Sequence[int]
        if self.month is None:
            months = range(1, 13)
        elif "X" in self.month:
            months = [m for m in range(1, 13) if _fits(f"{m:02}", self.month)]
        else:
            code = int(self.month)
            months = SEASON_MONTHS[code] if code > 12 else (code,)
        return months[::-1] if backwards else months


class Edtf:
    """A whole EDTF value; `str()` gives it back as it was written.

    The same text has the same value (`parse_edtf`), and what follows from it is found
    once: every list and page asks for it again. To whoever compares values or writes
    them down it is its text, so it is no dataclass.

    A DATE has one part. An INTERVAL has two, None for an open or unknown end. A
    ONE_OF or ALL_OF has its members in order; `earlier` and `later` tell whether
    the set goes on before its first or after its last member. Consecutive members
    written "a..b" are two members with `ranges` holding the index of the first.
    """

    def __init__(
        self,
        text: str,
        form: Form,
        parts: tuple[EdtfDate | None, ...],
        earlier: bool = False,
        later: bool = False,
        ranges: tuple[int, ...] = (),
    ) -> None:
        self.text: Final = text
        self.form: Final = form
        self.parts: Final = parts
        self.earlier: Final = earlier
        self.later: Final = later
        self.ranges: Final = ranges

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edtf) and self.text == other.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)

    @cached_property
    def dates(self) -> tuple[EdtfDate, ...]:
        """The parts that name a date."""
        return tuple(part for part in self.parts if part is not None)

    @cached_property
    def first(self) -> Day | None:
        """The first day this value can mean; None when it has no beginning."""
        if self.earlier or self.parts[0] is None:
            return None
        if self.form is Form.INTERVAL or len(self.parts) == 1:
            return self.parts[0].first
        return min(part.first for part in self.dates)

    @cached_property
    def last(self) -> Day | None:
        """The last day this value can mean; None when it has no end."""
        if self.later or self.parts[-1] is None:
            return None
        if self.form is Form.INTERVAL or len(self.parts) == 1:
            return self.parts[-1].last
        return max(part.last for part in self.dates)

    @cached_property
    def precision(self) -> Precision:
        """The coarsest unit among the parts: nothing finer is known of the whole."""
        if self.form is Form.DATE and self.parts[0] is not None:
            return self.parts[0].precision
        return max((part.precision for part in self.dates), key=_COARSENESS.index)

    @cached_property
    def uncertain(self) -> bool:
        return any(part.uncertain for part in self.dates)

    @cached_property
    def approximate(self) -> bool:
        return any(part.approximate for part in self.dates)

    @cached_property
    def sort_key(self) -> tuple[Day, Day]:
        """Earliest day first; of those that begin together, the widest first.

        A value without a beginning sorts at its end; one without an end is the
        widest of those that begin with it.
        """
        last = self.last or (99999, 12, 31)
        first = self.first or last
        return (first, (-last[0], -last[1], -last[2]))


def days_in(year: int, month: int) -> int:
    """Days of a month in the proleptic Gregorian calendar, for any year."""
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _fits(digits: str, pattern: str) -> bool:
    return all(p in ("X", d) for d, p in zip(digits, pattern, strict=True))


_DATE = re.compile(
    r"""
    (?P<q0>[?~%]?) (?P<year>-?[0-9X]{4}) (?P<q1>[?~%]?)
    (?: - (?P<q2>[?~%]?) (?P<month>[0-9X]{2}) (?P<q3>[?~%]?)
      (?: - (?P<q4>[?~%]?) (?P<day>[0-9X]{2})
          (?: T (?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?
                (?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?) )?
          (?P<q5>[?~%]?)
      )?
    )?
    """,
    re.VERBOSE,
)
_TIME = re.compile(
    r"(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-](\d\d)(?::(\d\d))?)?",
)


@lru_cache(maxsize=1 << 16)
def parse_edtf(text: str) -> Edtf:
    """The value that *text* names.

    Raises:
        EdtfError: *text* is not EDTF, names a day that no calendar has, or ends
            before it starts.
    """
    if not text:
        raise EdtfError(text, "the date is empty", "leave the whole line out instead")
    if text[0] in "[{":
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    return Edtf(text, Form.DATE, (_parse_date(text, text),))


def _parse_interval(text: str) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2:
        raise EdtfError(text, f"“{text}” has more than one “/”", "write start/end")
    start, end = (None if e in ("", "..") else _parse_date(e, text) for e in ends)
    if start is None and end is None:
        raise EdtfError(text, f"“{text}” has neither a start nor an end")
    if start and end and start.first > end.last:
        raise EdtfError(
            text, f"“{text}” ends before it starts", f"write {ends[1]}/{ends[0]}"
        )
    return Edtf(text, Form.INTERVAL, (start, end))


def _parse_set(text: str) -> Edtf:
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing) or len(text) < 2:
        raise EdtfError(text, f"“{text}” is not closed", f"end it with “{closing}”")
    members = [member.strip() for member in text[1:-1].split(",")]
    parts: list[EdtfDate] = []
    ranges: list[int] = []
    earlier = later = False
    for index, member in enumerate(members):
        if member.startswith("..") and index == 0 and len(member) > 2:
            earlier, member = True, member[2:]
        if member.endswith("..") and index == len(members) - 1 and len(member) > 2:
            later, member = True, member[:-2]
        if ".." in member:
            low, _, high = member.partition("..")
            ranges.append(len(parts))
            parts += [_parse_date(low, text), _parse_date(high, text)]
            if parts[-2].first > parts[-1].last:
                raise EdtfError(text, f"“{member}” ends before it starts")
        else:
            parts.append(_parse_date(member, text))
    form = Form.ONE_OF if text[0] == "[" else Form.ALL_OF
    return Edtf(text, form, tuple(parts), earlier, later, tuple(ranges))


def _parse_date(part: str, whole: str) -> EdtfDate:
    match = _DATE.fullmatch(part)
    if match is None or not part.isascii():
        raise EdtfError(
            whole,
            f"“{part}” is not an EDTF date"
            if part
            else f"a date is missing in “{whole}”",
            "write a year, year-month or year-month-day, "
            "such as 2024, 2024-06 or 2024-06-19",
        )
    year, month, day, time = match.group("year", "month", "day", "time")
    if year == "-0000":
        raise EdtfError(whole, "there is no year -0000", "write 0000 for 1 BCE")
    _check_month(month, day, whole)
    date = EdtfDate(
        year,
        month,
        day,
        time,
        uncertain="?" in part or "%" in part,
        approximate="~" in part or "%" in part,
    )
    _check_day(date, whole)
    if time:
        _check_time(time, whole)
    return date


def _check_month(month: str | None, day: str | None, whole: str) -> None:
    if month is None:
        return
    if "X" in month:
        if not any(_fits(f"{m:02}", month) for m in range(1, 13)):
            raise EdtfError(whole, f"no month fits “{month}” in “{whole}”")
    elif not (1 <= int(month) <= 12 or 21 <= int(month) <= 41):
        raise EdtfError(
            whole, f"month {month} in “{whole}” is not 01 to 12 (or a season, 21 to 41)"
        )
    elif int(month) > 12 and day is not None:
        raise EdtfError(whole, f"“{whole}” gives a day in a season")


def _check_day(date: EdtfDate, whole: str) -> None:
    """A day must exist in some year and month that the other digits allow."""
    if date.day is not None and not date.exists:
        raise EdtfError(
            whole,
            f"day {date.day} does not exist in {date.year}-{date.month}",
            f"write {date.year}-{date.month} if the source gives only the month",
        )
    if date.time and "X" in f"{date.year}{date.month}{date.day}":
        raise EdtfError(whole, f"“{whole}” gives a time on a day that is not known")


def _check_time(time: str, whole: str) -> None:
    match = _TIME.fullmatch(time)
    limits = (24, 60, 61, 24, 60)
    if match and any(
        number is not None and int(number) >= limit
        for number, limit in zip(match.groups(), limits, strict=True)
    ):
        raise EdtfError(whole, f"no clock shows “{time}”")
