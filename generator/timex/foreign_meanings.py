"""What a match of a foreign pattern means, told from the slots that it filled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from generator.model.edtf import days_in
from generator.timex.languages.table import Language
from generator.timex.meanings import (
    Anchor,
    Calendar,
    DayOfMonth,
    DayOfWeek,
    Direction,
    Era,
    Meaning,
    Shifted,
    Weekday,
)

Extent = tuple[int, int]
Parts = list[tuple[Extent, Meaning | None]]

_SHIFTS = {"last": -1, "recent": -1, "this": 0, "next": 1}
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
"""The figures of a year such as 二〇二五."""

_ROMAN = {"I": 1, "V": 5, "X": 10}


class Table(Protocol):
    """What reading a match needs of a language."""

    @property
    def language(self) -> Language: ...
    @property
    def months(self) -> Mapping[str, int]: ...
    @property
    def weekdays(self) -> Mapping[str, int]: ...
    @property
    def phrases(self) -> Mapping[str, Meaning]: ...


class Slots:
    """The slots that a match has filled; a slot that it lacks is empty."""

    def __init__(self, match: re.Match[str], table: Table) -> None:
        self.match = match
        self.table = table
        self._filled = {k: v for k, v in match.groupdict().items() if v is not None}

    def __getitem__(self, slot: str) -> str:
        """The words in a slot, in lower case and single-spaced."""
        return " ".join(self._filled.get(slot, "").lower().split())

    def __contains__(self, slot: str) -> bool:
        return slot in self._filled

    def choice(self, slot: str) -> str | None:
        """Which of its meanings a slot has: "unit" is D, W, M or Y."""
        prefix = f"{slot}_"
        return next(
            (k.removeprefix(prefix) for k in self._filled if k.startswith(prefix)), None
        )

    def number(self, slot: str) -> int:
        """The number in a slot, in digits or as a word."""
        word = self[slot].translate(_DIGITS) if len(self[slot]) == 4 else self[slot]
        return int(word) if word.isdigit() else self.table.language.numbers[word]

    @property
    def mod(self) -> str | None:
        """TIMEX3's modifier for an edge or an approximation."""
        return self.choice("portion") or ("APPROX" if "about" in self else None)

    @property
    def direction(self) -> Direction | None:
        """Where the phrase points; "recent" tells apart only two months."""
        which = self.choice("which")
        if which == "recent" and ("day" in self or "month" not in self):
            which = "last"
        return Direction(which) if which else None

    @property
    def year(self) -> int | Shifted | None:
        """The year that the phrase names, or counts to."""
        if "year" in self:
            return self.number("year")
        if "era" in self:
            first = self.table.language.eras[self["era"]]
            return (
                first - 1 + (1 if self["era_year"] == "元" else int(self["era_year"]))
            )
        if which := self.choice("of"):
            return Shifted("Y", _SHIFTS[which], Anchor.PUBLICATION)
        return self.shifted("year_word")

    @property
    def month(self) -> int | None:
        name = self["month"].rstrip(".")
        return self.table.months[name] if name else None

    def shifted(self, slot: str) -> Shifted | None:
        """What the relative phrase in a slot means."""
        meaning = self.table.phrases.get(self[slot])
        return meaning if isinstance(meaning, Shifted) else None

    def extent(self, group: str) -> Extent:
        """Where a group stands; the whole match where it has none of that name."""
        if group in self.match.re.groupindex and self.match[group] is not None:
            return self.match.span(group)
        return self.match.span()


def meanings(match: re.Match[str], table: Table) -> Parts:
    """The expressions of a match, in order; empty where it is refused.

    A meaning of None is a lookalike: read over, and not a date.
    """
    slots = Slots(match, table)
    if "no" in slots:
        return [(match.span(), None)]
    if "one" in slots or "two" in slots:
        return _two_days(slots)
    if "left" in slots:
        return _two(slots)
    meaning = _meaning(slots)
    return [(slots.extent("it"), meaning)] if meaning is not None else []


def _meaning(slots: Slots) -> Meaning | None:
    for slot, read in _READERS.items():
        if slot in slots or (slot in _CHOICES and slots.choice(slot)):
            return read(slots)
    return None


def _two_days(slots: Slots) -> Parts:
    """ "11" and "13 July" of "11 to 13 July"; "July 11" and "13" of "July 11 to 13"."""
    base = _calendar(slots)
    other = slots.number("one") if "one" in slots else slots.number("two")
    if base is None or not _is_day(base.year, base.month, other):
        return []
    pair: tuple[Meaning, Meaning] = (base, replace(base, day=other, weekday=None))
    if base.month is None:
        month, which = slots.shifted("month_word"), slots.direction
        days = (slots.number("day"), other)
        if "one" in slots:
            days = (days[1], days[0])
        last = DayOfMonth(days[1], month, which, since=days[0])
        pair = (DayOfMonth(days[0], month, which), last)
    elif "one" in slots:
        pair = (pair[1], pair[0])
    return [(slots.extent("left"), pair[0]), (slots.extent("right"), pair[1])]


def _two(slots: Slots) -> Parts:
    """ "June" and "August 2025" of "June to August 2025"; "2019" and "2022"."""
    base = _calendar(slots)
    if base is None:
        return []
    if "one_month" in slots:
        figure = slots["one_month"]
        month = int(figure) if figure.isdigit() else slots.table.months[figure]
        if month > (base.month or 12):  # November to February
            return []
        first = Calendar(base.year, month)
    else:
        first = Calendar(slots.number("one_year"))
    return [(slots.extent("left"), first), (slots.extent("right"), base)]


def _calendar(slots: Slots) -> Calendar | None:
    """A day, a month, a year, or a part of one."""
    year, month = slots.year, slots.month
    day = slots.number("day") if "day" in slots else None
    if day is not None and not _is_day(year, month, day):
        return None
    weekday = slots.table.weekdays[slots["weekday"]] if "weekday" in slots else None
    return Calendar(
        year,
        month,
        day,
        part=slots.choice("part"),
        weekday=weekday,
        direction=slots.direction,
        mod=slots.mod,
    )


def _is_day(year: int | Shifted | None, month: int | None, day: int) -> bool:
    """True when a year can have that day."""
    return month is None or day <= days_in(
        year if isinstance(year, int) else 2000, month
    )


def _numeric(slots: Slots) -> Meaning | None:
    """A date in figures: the year first, or the day first."""
    numbers = [int(number) for number in re.findall(r"\d+", slots["numeric"])]
    year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
    if not 1 <= month <= 12 or not 1 <= day <= days_in(year, month):
        return None
    return Calendar(year, month, day)


def _phrase(slots: Slots) -> Meaning | None:
    return slots.table.phrases.get(slots["phrase"])


def _counted(slots: Slots) -> Meaning | None:
    """ "two years ago", "in three days", "a week later", "some days ago"."""
    unit = slots.choice("unit")
    assert unit is not None
    anchor = Anchor.TEXT if "later" in slots else Anchor.PUBLICATION
    sign = -1 if "ago" in slots else 1
    count = (
        None if "vague" in slots else sign * (slots.number("n") if "n" in slots else 1)
    )
    return Shifted(
        unit, count, anchor, slots.mod, direction=sign, to_the_day=unit == "W"
    )


def _unit(slots: Slots) -> Meaning | None:
    """ "last week", "this year", "the end of next month"."""
    which, unit = slots.choice("which"), slots.choice("unit")
    if which is None or unit is None or unit == "D":  # "the next day" is of the text
        return None
    shift = _SHIFTS[which]
    return Shifted(unit, shift, Anchor.PUBLICATION, slots.mod, direction=shift)


def _edge(slots: Slots) -> Meaning | None:
    """ "the end of last month"."""
    said = slots.shifted("month_word") or slots.shifted("week_word")
    return replace(said, mod=slots.mod) if said is not None else None


def _weekday(slots: Slots) -> Meaning | None:
    if "day" in slots:
        return _calendar(slots)
    weekday = slots.table.weekdays[slots["weekday"]]
    week = slots.shifted("week_word")
    if week is not None:
        return DayOfWeek(weekday, week)
    return Weekday(weekday, slots.direction, mod=slots.mod)


def _lone_day(slots: Slots) -> Meaning | None:
    return DayOfMonth(
        slots.number("lone"), slots.shifted("month_word"), slots.direction
    )


def _decade(slots: Slots) -> Meaning | None:
    """ "the 1990s", "the 90s", "the 90s of the 20th century"."""
    year = slots.number("decade")
    if year % 10:
        return None
    digits = str(year // 10)
    if "century" in slots and len(digits) == 1:
        digits = f"{slots.number('century') - 1:02}{digits}"
    return Era(digits, slots.mod) if len(digits) in (1, 3) else None


def _century(slots: Slots) -> Meaning | None:
    number = _roman(slots["roman"]) if "roman" in slots else slots.number("century")
    return Era(f"{number - 1:02}", slots.mod) if 10 <= number <= 21 else None


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word.upper()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


_CHOICES = frozenset({"unit", "part"})
"""Slots that have a group for each meaning."""

_READERS = {
    "phrase": _phrase,
    "numeric": _numeric,
    "ago": _counted,
    "ahead": _counted,
    "later": _counted,
    "unit": _unit,
    "decade": _decade,
    "century": _century,
    "roman": _century,
    "lone": _lone_day,
    "weekday": _weekday,
    "month": _calendar,
    "part": _calendar,
    "year": _calendar,
    "year_word": _calendar,
    "era": _calendar,
    "month_word": _edge,
    "week_word": _edge,
}
"""The slot that tells what a match is, the most telling first."""
