"""Turns the time expressions of a sentence into the times that an event may have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.edtf import Edtf, parse_edtf
from generator.model.sources import CreationTime
from generator.model.timex import Basis, Timex3, TimexType

_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
_VAGUE = re.compile(r"(?:PRESENT|FUTURE|PAST)_REF")
_COUNTED = re.compile(
    r"\b(?P<unit>days|weeks)\b.*\b(?:earlier|before|ago|previously)\b", re.IGNORECASE
)
_REACH = {"days": timedelta(days=13), "weeks": timedelta(days=61)}
"""How far back "days ago" or "weeks ago" can lie."""

_BETWEEN = re.compile(
    r"[\s,]*(?:or|and|to|through|until|till|[-–—])?\s*(?:the\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class When:
    """A time as a passage gives it: the words, and what they come to.

    `date` is None while `needs` says what would resolve it. `month` is the number
    of a month that is known without its year, or None.
    """

    start: int
    end: int
    phrase: str
    date: Edtf | None
    basis: Basis
    anchor: str = ""
    needs: str = ""
    month: int | None = None

    @property
    def lasting(self) -> bool:
        """It is a stretch without an end ("since 2022")."""
        return self.date is not None and self.date.last is None


def times_within(
    text: str, timexes: Sequence[Timex3], creation: CreationTime
) -> list[When]:
    """The times that *timexes*, all of one sentence, give; neighbours joined.

    Durations, repeated times, "now" and "in future" give none.
    """
    found: list[When] = []
    for timex in sorted(timexes, key=lambda t: t.start):
        when = _when(timex, creation)
        if when is None:
            continue
        if found and _is_one(text, found[-1], when):
            when = _joined(text, found.pop(), when)
        found.append(when)
    return found


def _when(timex: Timex3, creation: CreationTime) -> When | None:
    if timex.type not in _TYPES or timex.text.lower() in ("today's", "today’s"):
        return None
    if _VAGUE.fullmatch(timex.value):
        return _counted(timex, creation)
    edtf = timex.edtf and _day_of(timex.edtf)
    if edtf is None and (not timex.needs or timex.type is TimexType.TIME):
        return None
    month = re.fullmatch(r"XXXX-(\d\d)(?:-\d\d)?", timex.value)
    return When(
        timex.start,
        timex.end,
        timex.text,
        parse_edtf(edtf) if edtf else None,
        timex.basis,
        timex.anchor or "",
        "" if edtf else timex.needs or "",
        int(month[1]) if month and int(month[1]) <= 12 else None,
    )


def _day_of(edtf: str) -> str:
    """*edtf* without the time of day: an event's date is a day at the finest."""
    return re.sub(r"T[0-9:]+(?:Z|[+-][0-9:]+)?", "", edtf)


def _counted(timex: Timex3, creation: CreationTime) -> When | None:
    """ "Days earlier": the month or months it must lie in, about, or undated."""
    match = _COUNTED.search(timex.text)
    if match is None:
        return None
    when = When(
        timex.start,
        timex.end,
        timex.text,
        None,
        Basis.RELATIVE,
        needs="the publication date",
    )
    if creation.issued is None:
        return when
    issued = date.fromisoformat(creation.issued)
    months = {
        d.isoformat()[:7] for d in (issued - _REACH[match["unit"].lower()], issued)
    }
    edtf = "/".join(f"{month}~" for month in sorted(months))
    return replace(
        when,
        date=parse_edtf(edtf),
        anchor=f"document creation time {creation.issued}",
        needs="",
    )


def _is_one(text: str, first: When, second: When) -> bool:
    """Two expressions that give one time: "July or August", "Monday, 3 May"."""
    if second.start < first.end:
        return True
    if not _BETWEEN.fullmatch(text, first.end, second.start):
        return False
    if first.date is None or second.date is None:
        return first.date is not second.date
    if str(first.date) == str(second.date):
        return True
    return _contains(first.date, second.date) or _contains(second.date, first.date)


def _joined(text: str, first: When, second: When) -> When:
    finer = min((first, second), key=_width)
    end = max(first.end, second.end)
    return replace(
        finer,
        start=first.start,
        end=end,
        phrase=" ".join(text[first.start : end].split()),
    )


def _width(when: When) -> tuple[bool, float]:
    """Unknown last, then the widest."""
    if when.date is None or when.date.first is None or when.date.last is None:
        return (when.date is None, float("inf"))
    first, last = when.date.first, when.date.last
    return (
        False,
        (last[0] - first[0]) * 372 + (last[1] - first[1]) * 31 + last[2] - first[2],
    )


def _contains(wide: Edtf, narrow: Edtf) -> bool:
    if wide.first is None or wide.last is None:
        return False
    if narrow.first is None or narrow.last is None:
        return False
    return wide.first <= narrow.first and narrow.last <= wide.last
