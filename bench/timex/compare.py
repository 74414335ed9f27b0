"""Our reading beside another program's: every metric, and how sure the difference is.

The interval is a bootstrap over documents: the same documents are drawn for both, so
that an easy or a hard one counts for both alike.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bench.timex.kinds import kind_of
from bench.timex.scorer import Span, Tally, aligned, dates

METRICS = ("strict", "relaxed", "type", "value", "lenient", "calendar")
_DRAWS = 2000
_INTERVAL = 0.95


@dataclass
class Side:
    """The counts of one program, a tally for each document."""

    every: list[Tally] = field(default_factory=list)
    dates: list[Tally] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, gold: Sequence[Span], found: Sequence[Span]) -> None:
        """Counts one document."""
        for tallies, select in ((self.every, list), (self.dates, dates)):
            tallies.append(Tally())
            tallies[-1].add(select(gold), select(found), text)
        for g, f in aligned(gold, found):
            kind = kind_of(text[g.start : g.end], g.type)
            self.found[kind] += 1
            self.right[kind] += f.value == g.value


@dataclass(frozen=True, slots=True)
class Difference:
    """A metric of both sides in percent, ours less theirs, and its 95 % interval."""

    ours: float
    theirs: float
    low: float
    high: float


def difference(ours: Sequence[Tally], theirs: Sequence[Tally], what: str) -> Difference:
    """How far apart two programs are on the same documents, and how surely."""

    def gap(drawn: Sequence[int]) -> float:
        return _f1(ours, drawn, what) - _f1(theirs, drawn, what)

    documents = range(len(ours))
    # A fixed seed: the same files give the same interval.
    low, high = _interval(gap, len(ours), random.Random(0))
    return Difference(
        _f1(ours, documents, what), _f1(theirs, documents, what), low, high
    )


def _interval(
    gap: Callable[[Sequence[int]], float], documents: int, source: random.Random
) -> tuple[float, float]:
    gaps = sorted(
        gap(source.choices(range(documents), k=documents)) for _ in range(_DRAWS)
    )
    beyond = int(_DRAWS * (1 - _INTERVAL) / 2)
    return gaps[beyond], gaps[-1 - beyond]


def _f1(tallies: Sequence[Tally], drawn: Sequence[int], what: str) -> float:
    counts = {
        key: sum(tallies[i].counts[key] for i in drawn)
        for key in _COUNTED.get(what, (what, "gold", "found"))
    }
    return Tally(Counter(counts)).f1(what)


_COUNTED = {"calendar": ("calendar", "calendar gold", "calendar found")}
"""The counts that a metric is made of, where they are not the usual three."""
