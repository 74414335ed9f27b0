"""The overview band: events as marks on one straight scale of time.

Positions are percentages of the width, so that one drawing fits every screen. What is
certain of a date (`core`) and what it merely allows (`possible`) are drawn apart; the
scale is never bent, so an empty stretch is as wide as it was long.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from generator.model.each import Each, in_turn, once, settling
from generator.model.edtf import Day, Edtf
from generator.model.events import Event, Status
from generator.pages.chronology import Year, sure_days
from generator.pages.words import Words

MARKS_AT_MOST = 120
"""Above this, single marks would cover each other: bars count them instead."""

LANES_AT_MOST = 10
CELLS_AT_MOST = 8

LETTERS_AT_MOST = 40
"""What fits below the band on a phone."""

BARS = 96

_MARK_WIDTH = 2.6
"""Percent of the width that a mark needs: some ten pixels on a phone."""

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""Months that a cell of the scale may hold."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One event in the band, in percent of the width; `lane` counts from 0.

    `core` is None when no day of the event is certain.
    """

    event: Event
    lane: int
    possible: tuple[float, float]
    core: tuple[float, float] | None

    @property
    def reviewed(self) -> bool:
        return self.event.status is not Status.PROPOSED


@dataclass(frozen=True, slots=True)
class Bar:
    """How many events fall in one stretch, in percent of the highest bar.

    `index` counts the stretches from 0. `certain` counts events that lie wholly in
    this one; `possible` adds the share of those that might.
    """

    index: int
    certain: float
    possible: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the scale with its label, and the year or month to open.

    `target` is the key of the first section with events that begin in it, "" when
    there is none; `count` is how many begin in it.
    """

    label: str
    name: str
    start: float
    width: float
    count: int
    target: str


@dataclass(frozen=True, slots=True)
class Band:
    """What the overview draws: marks in lanes, or bars, above a scale of cells.

    `summary` says the same in words, for those who do not see the drawing. `begin` and
    `end` are the first and the last month of the scale ("2019-03").
    """

    summary: str
    begin: str
    end: str
    cells: tuple[Cell, ...]
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    lanes: int = 0

    @property
    def has_long_labels(self) -> bool:
        """Whether there is no room on a phone for a label under every cell."""
        return sum(len(cell.label) + 1 for cell in self.cells) > LETTERS_AT_MOST


@dataclass(frozen=True, slots=True)
class _Span:
    """A date's days on the scale: may begin, begins, ends, may end."""

    date: Edtf
    first: int | None
    sure: tuple[int, int] | None
    last: int | None


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the cells lead to: a year by its key, its first and its last one, and the
    key, number and events of each of its months."""

    key: str
    first: int
    last: int
    months: tuple[tuple[str, int | None, int], ...]


_Place = tuple[int, tuple[float, float], tuple[float, float] | None]
"""Of a mark, all but the event."""


def band(
    events: Sequence[Event], years: Sequence[Year], words: Words, each: Each = in_turn
) -> Band | None:
    """The overview of *events* (in the order of time), None when none has a date.

    *years* are the sections that the cells lead to; *words* name the cells. It is
    drawn of the dates alone, so that *each* may know it again.
    """
    dates = tuple(each(_date_of, events))
    headings = once(each, _headings, tuple(years))
    drawn, places = once(each, partial(_drawn, words), (dates, headings))
    dated = (event for event in events if event.date is not None)
    marks = tuple(
        Mark(event, *place) for event, place in zip(dated, places, strict=False)
    )
    return replace(drawn, marks=marks) if drawn and marks else drawn


@settling
def _date_of(event: Event) -> Edtf | None:
    return event.date


@settling
def _headings(years: Iterable[Year]) -> tuple[_Heading, ...]:
    return tuple(
        _Heading(
            year.key,
            year.first,
            year.last,
            tuple((m.key, m.number, len(m.events)) for m in year.months),
        )
        for year in years
    )


def _drawn(
    words: Words, told: tuple[Sequence[Edtf | None], Sequence[_Heading]]
) -> tuple[Band | None, tuple[_Place, ...]]:
    """The overview without marks, and a place for the mark of each date if they are
    drawn singly."""
    dates, headings = told
    spans = [_span(date) for date in dates if date is not None]
    if not spans:
        return None, ()
    first_month, step, count = _scale(spans)
    edges = [first_month + index * step for index in range(count + 1)]
    begin, end = _day_number(edges[0]), _day_number(edges[-1])

    def place(day: int) -> float:
        return round(100 * (day - begin) / (end - begin), 2)

    cells = tuple(
        _cell(
            (low, high),
            place(_day_number(low)),
            place(_day_number(high)),
            headings,
            words,
        )
        for low, high in pairwise(edges)
    )
    if len(cells) == 1:
        cells = (replace(cells[0], label=cells[0].name),)
    summary = _summary(spans, cells, words)
    drawn = Band(summary, _month_key(edges[0]), _month_key(edges[-1] - 1), cells)
    if len(spans) <= MARKS_AT_MOST:
        places = _places(spans, begin, end)
        lanes = max(lane for lane, *_ in places) + 1
        if lanes <= LANES_AT_MOST:
            return replace(drawn, lanes=lanes), places
    return replace(drawn, bars=_bars(spans, begin, end)), ()


def ordinal(day: Day) -> int:
    """Days since 1 January of year 0, for any year that EDTF can name."""
    year, month, number = day
    past = year - 1 if month <= 2 else year
    era = past // 400
    of_era = past - era * 400
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + number - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def _day_number(month: int) -> int:
    """The first day of a month that is counted from January of year 0."""
    return ordinal((month // 12, month % 12 + 1, 1))


def _month_key(month: int) -> str:
    year, index = divmod(month, 12)
    return f"{year:04}-{index + 1:02}"


def _month_number(day: Day) -> int:
    return day[0] * 12 + day[1] - 1


def _span(date: Edtf) -> _Span:
    first = ordinal(date.first) if date.first else None
    last = ordinal(date.last) + 1 if date.last else None
    days = sure_days(date)
    sure = (ordinal(days[0]), ordinal(days[1]) + 1) if days else None
    return _Span(date, first, sure, last)


def _scale(spans: Sequence[_Span]) -> tuple[int, int, int]:
    """First month, months a cell, cells: the finest scale that holds all events."""
    days = [day for span in spans for day in (span.date.first, span.date.last) if day]
    low = min(map(_month_number, days))
    high = max(map(_month_number, days)) + 1
    for step in _STEPS:
        start = low // step * step
        count = -(-(high - start) // step)
        if count <= CELLS_AT_MOST:
            return start, step, count
    return start, step, count


def _cell(
    months: tuple[int, int],
    start: float,
    stop: float,
    headings: Sequence[_Heading],
    words: Words,
) -> Cell:
    low, high = months
    label, name = _cell_names(low, high, words)
    inside = [
        (year.key if high - low >= 12 else month, count)
        for year in headings
        for month, number, count in year.months
        if _is_within(year, number, low, high)
    ]
    if not inside and low % 12 == 0:
        # What has no certain month is found at the beginning of its year.
        inside = [
            (year.key, count)
            for year in headings
            for _, number, count in year.months
            if year.first * 12 == low and not number
        ]
        name = words.year(low // 12) if inside else name
    return Cell(
        label,
        name,
        start,
        round(stop - start, 2),
        sum(count for _, count in inside),
        inside[0][0] if inside else "",
    )


def _summary(spans: Sequence[_Span], cells: Sequence[Cell], words: Words) -> str:
    """From when to when, where most happened, and the long times without events."""
    _ = words.gettext
    said = [
        words.ngettext(
            "%(num)s dated event, %(reach)s.",
            "%(num)s dated events, %(reach)s.",
            len(spans),
            reach=_reach(spans, words),
        )
    ]
    fullest = max(cells, key=lambda cell: cell.count)
    if sum(cell.count == fullest.count for cell in cells) == 1 and fullest.count > 2:
        number = words.number(fullest.count)
        said.append(
            _("Most began in %(when)s (%(num)s).", when=fullest.name, num=number)
        )
    gaps = [
        _(
            "from %(first)s to %(last)s",
            first=_name(low, words),
            last=_name(high, words),
        )
        for low, high in _long_gaps(spans)
    ]
    if gaps:
        said.append(_("Nothing is recorded %(gaps)s.", gaps=_(", nor ").join(gaps)))
    return " ".join(said)


def _reach(spans: Sequence[_Span], words: Words) -> str:
    """The first and last year or month that an event of the timeline can touch."""
    days = [day for span in spans for day in (span.date.first, span.date.last) if day]
    return words.years(min(days)[0], max(days)[0])


def _long_gaps(spans: Sequence[_Span]) -> list[tuple[int, int]]:
    """First and last whole month of each long stretch that no event can touch.

    Long is a sixth of the whole, and two months. An event that goes on without a
    known end does not fill what comes after its beginning.
    """
    touched = sorted(
        (_month_number(first), _month_number(last))
        for span in spans
        for first in [span.date.first or span.date.last]
        for last in [span.date.last or span.date.first]
        if first and last
    )
    reach = touched[0][0]
    gaps = []
    for first, last in touched:
        if first > reach + 1:
            gaps.append((reach + 1, first - 1))
        reach = max(reach, last)
    whole = reach - touched[0][0] + 1
    return [(low, high) for low, high in gaps if high - low + 1 >= max(2, whole / 6)]


def _name(month: int, words: Words) -> str:
    """A month that is counted from January of year 0."""
    return words.month(month // 12, month % 12 + 1)


def _is_within(year: _Heading, month: int | None, low: int, high: int) -> bool:
    """Whether what stands under a *month* of *year* is sure to begin from *low* to
    *high*.

    Without a certain month, the cell must hold the whole year or span.
    """
    if month:
        return low <= year.first * 12 + month - 1 < high
    return low <= year.first * 12 and year.last * 12 + 12 <= high


def _cell_names(low: int, high: int, words: Words) -> tuple[str, str]:
    """The short label on the scale, and the whole name of the stretch."""
    year, month = divmod(low, 12)
    last_year, last_month = divmod(high - 1, 12)
    if month == 0 and last_month == 11:
        return words.year(year), words.years(year, last_year)
    name = _name(low, words)
    label = words.short_month(month + 1) if month else words.year(year)
    if high - low == 1:
        return label, name
    return label, words.span(name, _name(high - 1, words))


def _places(spans: Sequence[_Span], begin: int, end: int) -> tuple[_Place, ...]:
    def place(day: int) -> float:
        # So fine that a script gets the day back from it, over three thousand years.
        return round(100 * (day - begin) / (end - begin), 4)

    places: list[_Place] = []
    free_from: list[float] = []
    for span in spans:
        left = place(span.first if span.first is not None else begin)
        right = place(span.last if span.last is not None else end)
        lane = next(
            (i for i, free in enumerate(free_from) if free <= left), len(free_from)
        )
        free_from[lane : lane + 1] = [max(right, left + _MARK_WIDTH)]
        core = (place(span.sure[0]), place(span.sure[1])) if span.sure else None
        places.append((lane, (left, right), core))
    return tuple(places)


def _bars(spans: Sequence[_Span], begin: int, end: int) -> tuple[Bar, ...]:
    edges = [begin + (end - begin) * index / BARS for index in range(BARS + 1)]
    certain = [0.0] * BARS
    possible = [0.0] * BARS
    for span in spans:
        left = span.first if span.first is not None else begin
        right = span.last if span.last is not None else end
        low = min(max(bisect_left(edges, left + 0.5) - 1, 0), BARS - 1)
        high = min(max(bisect_left(edges, right - 0.5) - 1, low), BARS - 1)
        if low == high:
            certain[low] += 1
        for index in range(low, high + 1):
            possible[index] += 1 / (high - low + 1)
    highest = max(possible)
    return tuple(
        Bar(index, round(100 * sure / highest, 1), round(100 * may / highest, 1))
        for index, (sure, may) in enumerate(zip(certain, possible, strict=True))
    )
