"""Gold and predicted time expressions into the entity metrics of TempEval-3.

Source: UzZaman et al., SemEval-2013 Task 1, section 4: micro-averaged over documents;
one prediction answers for one gold expression.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """A time expression as both sides write it."""

    start: int
    end: int
    type: str
    value: str

    def overlaps(self, other: Span) -> bool:
        return min(self.end, other.end) > max(self.start, other.start)


@dataclass
class Tally:
    """Counts over documents, and the measures made of them, in percent."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Span], found: Sequence[Span], text: str) -> None:
        """Counts one document."""
        self.counts["gold"] += len(gold)
        self.counts["found"] += len(found)
        pairs = aligned(gold, found)
        for g, f in pairs:
            same_text = text[g.start : g.end].split() == text[f.start : f.end].split()
            self.counts["relaxed"] += 1
            self.counts["strict"] += same_text
            self.counts["type"] += g.type == f.type
            self.counts["value"] += g.value == f.value
            self.counts["lenient"] += lenient(g.value) == lenient(f.value)
        self._add_calendar(gold, found, pairs)

    def _add_calendar(
        self,
        gold: Sequence[Span],
        found: Sequence[Span],
        pairs: list[tuple[Span, Span]],
    ) -> None:
        self.counts["calendar gold"] += sum(map(_has_interval, gold))
        self.counts["calendar found"] += sum(map(_has_interval, found))
        self.counts["calendar"] += sum(
            _has_interval(g)
            and _has_interval(f)
            and interval(g.value) == interval(f.value)
            for g, f in pairs
        )

    def precision(self, what: str) -> float:
        return 100 * _share(self.counts[what], self.counts["found"])

    def recall(self, what: str) -> float:
        return 100 * _share(self.counts[what], self.counts["gold"])

    def f1(self, what: str) -> float:
        """F1 of a span measure; of an attribute, relaxed F1 times its accuracy."""
        if what == "calendar":
            precision = _share(self.counts[what], self.counts["calendar found"])
            recall = _share(self.counts[what], self.counts["calendar gold"])
            return 100 * _harmonic(precision, recall)
        return _harmonic(self.precision(what), self.recall(what))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(precision: float, recall: float) -> float:
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def aligned(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[Span, Span]]:
    """One-to-one pairs: equal extents first, then whatever overlaps, left to right."""
    pairs: list[tuple[Span, Span]] = []
    free = list(found)
    left: list[Span] = []
    for g in gold:
        same = next((f for f in free if (f.start, f.end) == (g.start, g.end)), None)
        if same is None:
            left.append(g)
        else:
            pairs.append((g, same))
            free.remove(same)
    for g in left:
        near = next((f for f in free if g.overlaps(f)), None)
        if near is not None:
            pairs.append((g, near))
            free.remove(near)
    return pairs


def lenient(value: str) -> str:
    """*value* without the differences of spelling between annotators."""
    value = re.sub(r"(-XX)+$", "", value.strip())
    value = re.sub(r"-W(\d)(?=$|-)", r"-W0\1", value)
    value = re.sub(r"-AU$", "-FA", value)
    value = re.sub(r"(?<=T\d\d:\d\d)(:00)?(Z|[+-]\d\d:?\d\d)?$", "", value)
    value = re.sub(r"^(\d{3})X$", r"\1", value)
    return _lenient_length(value)


def _lenient_length(value: str) -> str:
    for pattern, unit, factor in (
        (r"P(\d+)(?:DE|E)", "Y", 10),
        (r"P(\d+)W", "D", 7),
    ):
        if match := re.fullmatch(pattern, value):
            return f"P{int(match[1]) * factor}{unit}"
    for pattern, unit, divisor in ((r"P(\d+)M", "Y", 12), (r"PT(\d+)H", "D", 24)):
        match = re.fullmatch(pattern, value)
        if match and int(match[1]) % divisor == 0:
            return f"P{int(match[1]) // divisor}{unit}"
    return value


def _has_interval(span: Span) -> bool:
    return span.type in ("DATE", "TIME") and interval(span.value) is not None


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


def interval(value: str) -> tuple[date, date] | None:
    """The first and last day that a TIMEX3 date means; None where it means none."""
    value = re.sub(r"(-XX)+$", "", value.split("T")[0].strip())
    try:
        return _interval(value)
    except ValueError:
        return None


def _interval(value: str) -> tuple[date, date] | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = date(*map(int, match.groups()))
        return day, day
    if match := re.fullmatch(r"(\d{4})-W(\d\d?)(?:-(\d|WE))?", value):
        year, week, rest = int(match[1]), int(match[2]), match[3]
        first = {"WE": 6, None: 1}.get(rest) or int(rest)
        length = {"WE": 1, None: 6}.get(rest, 0)
        start = date.fromisocalendar(year, week, first)
        return start, start + timedelta(days=length)
    if match := re.fullmatch(r"(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|AU|WI)", value):
        return _part_of_year(int(match[1]), match[2])
    if match := re.fullmatch(r"(\d{2,4})(X|XX)?", value):
        digits = match[1]
        first, last = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
        return date(first or 1, 1, 1), date(last, 12, 31)
    return None


def _part_of_year(year: int, part: str) -> tuple[date, date]:
    if part in _SEASONS:
        first, months = _SEASONS[part], 3
    elif part[0] in "QH":
        months = 3 if part[0] == "Q" else 6
        first = months * (int(part[1]) - 1) + 1
    else:
        first, months = int(part), 1
    end = year * 12 + first - 1 + months - 1
    last_year, last_month = end // 12, end % 12 + 1
    last = calendar.monthrange(last_year, last_month)[1]
    return date(year, first, 1), date(last_year, last_month, last)


def dates(spans: Iterable[Span]) -> list[Span]:
    """Those typed DATE."""
    return [span for span in spans if span.type == "DATE"]
