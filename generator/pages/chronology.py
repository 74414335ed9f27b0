"""Dated events as readers leaf through them: years, and months within a year.

An event stands under a heading only if its date is at least as fine as the heading:
"summer 2024" stands under 2024, not under June; "the 2010s" under its own heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from generator.model.each import settling
from generator.model.edtf import Day, Edtf, EdtfDate, Form, Precision
from generator.model.events import Event
from generator.pages.words import Words


@dataclass(frozen=True, slots=True)
class Month:
    """Events that began in one month; `number` is None when no month is certain.

    `key` addresses the month's page ("2025/07"), "" without a number.
    """

    key: str
    number: int | None
    name: str
    datetime: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Year:
    """Events that began in one year, or in a span that no single year can hold.

    `key` addresses the page ("2025", "2010-2019"); `datetime` is the year as HTML
    writes it, "" where it cannot. `continuing` began earlier and ended in this year
    or after it.
    """

    key: str
    name: str
    datetime: str
    first: int
    last: int
    months: tuple[Month, ...]
    continuing: tuple[Event, ...] = ()

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return tuple(event for month in self.months for event in month.events)

    @property
    def named_months(self) -> tuple[Month, ...]:
        """The months that have a page."""
        return tuple(month for month in self.months if month.number)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an event stands: the first and last year of its heading, its month if one
    is certain, and the year it ends in if it goes on for long."""

    span: tuple[int, int]
    event: str
    month: int | None
    ends: int | None


@dataclass(frozen=True, slots=True)
class Section:
    """The ids of what stands under one year, by month, in the order of time."""

    span: tuple[int, int]
    months: tuple[tuple[int | None, tuple[str, ...]], ...]
    continuing: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the year."""
        return _key(self.span)

    def named_months(self, words: Words) -> tuple[tuple[str, str], ...]:
        """Key and name of each month that has a page."""
        return tuple(
            (_month_key(self.key, number), words.month(self.span[0], number))
            for number, _ in self.months
            if number
        )


@settling
def standing(event: Event) -> Standing | None:
    """Where *event* stands; None without a date."""
    date = event.date
    if date is None:
        return None
    span, month = _heading(date)
    ends = date.last[0] if _is_lasting(date) and date.last else None
    return Standing(span, event.id, month, ends)


@settling
def sections(standings: Iterable[Standing | None]) -> tuple[Section, ...]:
    """The years that there are, in order; within them, the events in the order given,
    which is that of time. What has no date stands nowhere, and what has no certain
    month at the beginning of its year."""
    ordered = sorted((s for s in standings if s is not None), key=lambda s: s.span)
    lasting = [s for s in ordered if s.ends is not None]
    return tuple(
        _section(span, list(group), lasting)
        for span, group in groupby(ordered, key=lambda s: s.span)
    )


def _section(
    span: tuple[int, int], group: Iterable[Standing], lasting: Iterable[Standing]
) -> Section:
    by_month: dict[int | None, list[str]] = {}
    for found in group:
        by_month.setdefault(found.month, []).append(found.event)
    months = sorted(by_month.items(), key=lambda pair: pair[0] or 0)
    return Section(
        span,
        tuple((number, tuple(ids)) for number, ids in months),
        tuple(
            s.event
            for s in lasting
            if s.span[1] < span[0] and s.ends is not None and s.ends >= span[0]
        ),
    )


@lru_cache(maxsize=1 << 16)
def address_of(date: Edtf) -> tuple[str, str]:
    """The keys of the year and of the month that *date* stands under; "" for none.

    Remembered, since every list of events asks for it again.
    """
    span, month = _heading(date)
    year = _key(span)
    return (year, _month_key(year, month) if month else "")


def beside(keys: Sequence[str]) -> Mapping[str, tuple[str, str]]:
    """Each of *keys* with the one before and the one after it, "" at the ends."""
    return {
        key: (before, after)
        for key, before, after in zip(keys, ["", *keys], [*keys[1:], ""], strict=False)
    }


def sure_days(date: Edtf) -> tuple[Day, Day] | None:
    """The first and the last day on which it certainly was; None if no day is sure."""
    if date.form is Form.INTERVAL:
        start, end = date.parts
        if start is None or end is None or start.last > end.first:
            return None
        return start.last, end.first
    if date.first is None or date.first != date.last:
        return None
    return date.first, date.first


def _heading(date: Edtf) -> tuple[tuple[int, int], int | None]:
    """The year that *date* stands under, twice, or the first and last of its span; and
    the one month in which it begins, None when it could be another."""
    start = _beginning(date)
    if start is not None:
        first, last = start.first, start.last
    else:
        first = date.first or _known_end(date)
        last = date.last or first
    # A winter ends in the next year, and is still named for the first.
    in_season = start is not None and start.precision is Precision.SEASON
    in_one_year = first[0] == last[0] or in_season
    begins = start is not None or (date.first and date.last)
    in_one_month = begins and first[:2] == last[:2]
    return (
        (first[0], first[0] if in_one_year else last[0]),
        first[1] if in_one_month else None,
    )


def _beginning(date: Edtf) -> EdtfDate | None:
    """What is certain of the beginning: a single date, or the known end of "by"."""
    if date.form is Form.DATE:
        return date.parts[0]
    if date.form is Form.INTERVAL:
        return date.parts[0] or date.parts[1]
    return None


def _known_end(date: Edtf) -> Day:
    return date.last or max(part.last for part in date.dates)


def _is_lasting(date: Edtf) -> bool:
    return date.form is Form.INTERVAL and None not in date.parts


def _key(span: tuple[int, int]) -> str:
    first, last = (f"{year:04}" if year >= 0 else f"-{-year:04}" for year in span)
    return first if first == last else f"{first}-{last}"


def _month_key(year: str, number: int) -> str:
    return f"{year}/{number:02}"


def year_of(section: Section, events: Mapping[str, Event], words: Words) -> Year:
    """*section* with its name in *words*, and with those of *events* that it lists."""
    first, last = section.span
    return Year(
        section.key,
        words.years(first, last),
        f"{first:04}" if first == last and first > 0 else "",
        first,
        last,
        tuple(
            _as_month(section.span, number, tuple(events[name] for name in ids), words)
            for number, ids in section.months
        ),
        tuple(events[name] for name in section.continuing),
    )


def _as_month(
    span: tuple[int, int], number: int | None, events: tuple[Event, ...], words: Words
) -> Month:
    year = span[0]
    if number is None:
        return Month("", None, words.gettext("Month not certain"), "", events)
    return Month(
        _month_key(_key(span), number),
        number,
        words.month(year, number),
        f"{year:04}-{number:02}" if year > 0 else "",
        events,
    )
