"""Keeps happenings so that those which a new telling may tell of are found at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract.tellings import Telling
from generator.model.edtf import Edtf


@dataclass(slots=True)
class Happening:
    """Tellings of one happening; each but the first with why it was taken in."""

    tellings: list[Telling] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    number: int = 0

    @property
    def first(self) -> Telling:
        return self.tellings[0]


@dataclass(frozen=True, slots=True)
class Signs:
    """What a telling is known by: its families and acts, its large figures, and the
    words of its passage."""

    kinds: frozenset[str]
    figures: frozenset[str]
    words: frozenset[str]


class Shelf:
    """Happenings so far, by what a telling must share with one to tell of it.

    A collection of thousands of articles has many happenings of one family in one
    year, so the family goes with the month; only what is told of a whole year or
    longer is looked for, and looks, year by year. A long chronicle has many of one
    day, so the day goes with a figure, or with *enough* of the words. *signs* gives
    what a telling is known by.
    """

    def __init__(self, signs: Callable[[Telling], Signs], enough: float) -> None:
        self._signs = signs
        self._words = _Words(enough)
        self.happenings: list[Happening] = []
        self._by_key: dict[str, dict[int, Happening]] = defaultdict(dict)

    def add(self, telling: Telling, happening: Happening, reason: str) -> None:
        if not happening.tellings:
            happening.number = len(self.happenings)
            self.happenings.append(happening)
        happening.tellings.append(telling)
        happening.reasons.append(reason)
        signs = self._signs(telling)
        keys = _shelved(telling, signs)
        if not all(map(_is_narrow, happening.tellings)):
            # Its other tellings may reach beyond the months that a family goes with.
            keys += [f"at large on {t.when.date}" for t in happening.tellings]
        for key in keys:
            self._by_key[key][happening.number] = happening
        if _is_narrow(telling):
            self._words.add(str(telling.when.date), signs.words, happening.number)

    def like(self, telling: Telling) -> list[Happening]:
        """Those that *telling* may tell of, in the order in which they were found."""
        signs = self._signs(telling)
        near = {
            number
            for key in _looked_up(telling, signs)
            for number in self._by_key.get(key, ())
        }
        if _is_narrow(telling):
            near.update(self._words.like(str(telling.when.date), signs.words))
        return [self.happenings[number] for number in sorted(near)]


class _Words:
    """Passages by their days and words, to find those in *enough* of the same ones."""

    def __init__(self, enough: float) -> None:
        self._enough = enough
        self._passages: list[tuple[int, int]] = []
        self._holders: dict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, day: str, words: frozenset[str], number: int) -> None:
        for word in words:
            self._holders[day, word].append(len(self._passages))
        self._passages.append((len(words), number))

    def like(self, day: str, words: frozenset[str]) -> Iterator[int]:
        """The numbers of those of *day* that share enough, measured by the shorter."""
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(self._holders.get((day, word), ()))
        for passage, count in shared.items():
            length, number = self._passages[passage]
            if count / min(length, len(words)) >= self._enough:
                yield number


def _is_narrow(telling: Telling) -> bool:
    """Its date lies in a few months."""
    return telling.when.date is not None and bool(_months(telling.when.date))


def _shelved(telling: Telling, signs: Signs) -> list[str]:
    """The keys under which *telling* is found."""
    date, families = telling.when.date, sorted(signs.kinds)
    if date is None:
        keys = [f"{family} of {telling.source}" for family in families]
        return keys + [f"{f} in any {telling.when.month}" for f in families]
    years, months = _years(date), _months(date)
    keys = [str(date), *_on_day(date, signs)]
    for family in families:
        keys += [f"{family} in {year}" for year in years]
        keys += [f"{family} in {year}-{month}" for year, month in months]
        keys += [f"{family} in any {month}" for _, month in months]
        keys += [] if months else [f"{family} in all {year}" for year in years]
    return keys


def _on_day(date: Edtf, signs: Signs) -> list[str]:
    return [f"{figure} on {date}" for figure in sorted(signs.figures)]


def _looked_up(telling: Telling, signs: Signs) -> list[str]:
    """The keys of what *telling* may tell of."""
    date, families = telling.when.date, sorted(signs.kinds)
    if date is None:
        keys = [f"{family} of {telling.source}" for family in families]
        month = telling.when.month
        return keys + [f"{f} in any {month}" for f in families if month is not None]
    years, months = _years(date), _months(date, margin=1)
    keys = [f"at large on {date}", *_on_day(date, signs)] if months else [str(date)]
    for family in families:
        if not months:
            keys += [f"{family} in {year}" for year in years]
            continue
        keys += [f"{family} in {year}-{month}" for year, month in months]
        keys += [f"{family} in all {year}" for year in years]
    return keys


def _years(date: Edtf) -> Sequence[int]:
    """Those that *date* can lie in; none when they are too many to look through."""
    first, last = date.first or date.last, date.last or date.first
    if first is None or last is None or last[0] - first[0] > _MOST_YEARS:
        return ()
    return range(first[0], last[0] + 1)


def _months(date: Edtf, margin: int = 0) -> list[tuple[int, int]]:
    """Year and month of all that *date* can lie in, *margin* days around it counted;
    none when they are more than three."""
    if date.first is None or date.last is None:
        return []
    start = date.first[0] * 12 + date.first[1] - 1 - (date.first[2] <= margin)
    end = date.last[0] * 12 + date.last[1] - 1 + (date.last[2] + margin > 28)
    if (date.last[0] * 12 + date.last[1]) - (date.first[0] * 12 + date.first[1]) > 2:
        return []
    return [(month // 12, month % 12 + 1) for month in range(start, end + 1)]


_MOST_YEARS = 20
"""Years of a stretch that is looked up year by year."""
