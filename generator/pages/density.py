"""How many events fell in each year, for lists of years, and how long a page gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass
from itertools import groupby

from generator.pages.chronology import Year
from generator.pages.words import Words

PERIODS_AT_MOST = 60
"""Lines of a list of years; of more years, several stand in one line."""

LONG_PAGE = 300
"""From so many events on, the sections of a page are laid out as they come near."""

ROOMS = (5, 10, 20, 30, 40, 60, 90, 150, 300)
"""The numbers of events for which the style sheet keeps room."""

_STEPS = (1, 10, 100, 1000, 10_000)
"""Years in a line."""


@dataclass(frozen=True, slots=True)
class Period:
    """One line of a list of years: a year or span, or several of them.

    `key` is that of the year, of the first where there are several; only one year by
    itself `is_page`. `share` is in whole percent of the fullest, and at least 1.
    """

    key: str
    name: str
    is_page: bool
    events: int
    share: int


def periods(
    years: Sequence[Year], words: Words, most: int = PERIODS_AT_MOST
) -> tuple[Period, ...]:
    """*years* in at most *most* lines, or in as few as whole steps allow."""
    groups: list[list[Year]] = []
    step = 1
    for step in _STEPS:
        groups = _grouped(years, step)
        if len(groups) <= most:
            break
    counts = [sum(len(year.events) for year in group) for group in groups]
    fullest = max(counts, default=1)
    return tuple(
        Period(
            group[0].key,
            _name(group, step, words),
            len(group) == 1,
            count,
            max(1, round(100 * count / fullest)),
        )
        for group, count in zip(groups, counts, strict=True)
    )


def _grouped(years: Iterable[Year], step: int) -> list[list[Year]]:
    if step == 1:
        return [[year] for year in years]
    return [list(group) for _, group in groupby(years, lambda y: y.first // step)]


def _name(group: Sequence[Year], step: int, words: Words) -> str:
    if len(group) == 1:
        return group[0].name
    low = group[0].first // step * step
    return words.years(low, low + step - 1)


def room(section: Sized, page: Sized) -> int | None:
    """For how many events a section of a page is to keep room before it is laid out;
    None on a page that is short enough to be laid out whole."""
    if len(page) <= LONG_PAGE:
        return None
    return min(ROOMS, key=lambda size: abs(size - len(section)))
