"""What became of a quotation whose source has changed, and how grave the change is.

Nothing here accepts a quotation: it tells a person what is printed now, and shouts
when what differs may turn the meaning round.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from enum import StrEnum

from generator.checks.quotes import as_printed, nearest
from generator.model.selectors import TextQuoteSelector, positions, quote_of

_NEGATIONS = {
    *("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without"),
    *("deny", "denies", "denied", "cannot"),
}
_DAYS_AND_MONTHS = {
    *calendar.day_name,
    *calendar.month_name[1:],
    *("Yesterday", "Today", "Tomorrow"),
}
_WORD = re.compile(r"[^\W_]+(?:[.,:'’\-][^\W_]+)*%?")


class Fate(StrEnum):
    """What became of a quotation that is not found once and only once.

    `moved`: the words stand there, but their neighbours changed. `repeated`: they
    stand there several times. `drifted`: what is printed differs. `vanished`:
    nothing there is like them.
    """

    MOVED = "moved"
    REPEATED = "repeated"
    DRIFTED = "drifted"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of a quotation: `now` is what may stand in its place, None when
    nothing may; `alarms` are the differences that can turn the meaning round."""

    fate: Fate
    now: TextQuoteSelector | None = None
    alarms: tuple[str, ...] = ()


def drift(quote: TextQuoteSelector, text: str) -> Drift | None:
    """What became of *quote* in *text*; None while it stands there once."""
    if len(positions(quote, text)) == 1:
        return None
    bare = positions(TextQuoteSelector(quote.exact), text)
    if len(bare) > 1:
        return Drift(Fate.REPEATED)
    if bare:
        return Drift(Fate.MOVED, quote_of(text, bare[0].start, bare[0].end))
    place = as_printed(quote.exact, text) or nearest(quote.exact, text)
    if place is None:
        return Drift(Fate.VANISHED)
    now = quote_of(text, *place)
    return Drift(Fate.DRIFTED, now, tuple(alarms(quote.exact, now.exact)))


def alarms(before: str, now: str) -> list[str]:
    """Numbers, negations, days and names that stand in one of two wordings only."""
    found = []
    for name, pick in _ALARMING.items():
        old, new = pick(before), pick(now)
        if old == new:
            continue
        lost, gained = sorted(old - new), sorted(new - old)
        found.append(f"{name}: {_listed(lost)} → {_listed(gained)}")
    return found


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or "nothing"


def _numbers(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if any(c.isdigit() for c in word)}


def _negations(text: str) -> set[str]:
    words = {word.casefold() for word in _WORD.findall(text)}
    return {w for w in words if w in _NEGATIONS or w.endswith(("n't", "n’t"))}


def _days(text: str) -> set[str]:
    return {w for w in _WORD.findall(text) if w.capitalize() in _DAYS_AND_MONTHS}


def _names(text: str) -> set[str]:
    """Words with a capital, but for the first, which any sentence gives one."""
    words = _WORD.findall(text)[1:]
    return {w for w in words if w[0].isupper() and w not in _DAYS_AND_MONTHS}


_ALARMING = {
    "NUMBERS differ": _numbers,
    "NEGATION differs": _negations,
    "DATES differ": _days,
    "NAMES differ": _names,
}
