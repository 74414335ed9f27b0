"""Turns the time expressions of a sentence into the times that an event may have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.edtf import Edtf, Form, Precision, parse_edtf
from generator.model.sources import CreationTime
from generator.model.timex import Basis, Timex3, TimexType

_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
_VAGUE = re.compile(r"(?:PRESENT|FUTURE|PAST)_REF")
_COUNTED = re.compile(
    r"\b(?P<unit>days|weeks)\b.*\b(?:earlier|before|ago|previously)\b", re.IGNORECASE
)
_COUNTED_TO = re.compile(r"\b(?:earlier|later|before|after|ago)$", re.IGNORECASE)
"""Ends what the date beside it says more plainly: "two days earlier, on 26 April"."""

_HOURS = re.compile(
    r"\bhours?\b.*\b(?:earlier|before|previously|later|after)\b", re.IGNORECASE
)
SAME_DAY = re.compile(
    r"\b(?:that (?:same )?(?:day|morning|afternoon|evening|night)|the same day"
    r"|(?:earlier|later) (?:in|on) the day)\b",
    re.IGNORECASE,
)
"""The day that the text has told of last, whatever the day of publication is."""

_REACH = {"days": timedelta(days=13), "weeks": timedelta(days=61)}
"""How far back "days ago" or "weeks ago" can lie."""

_AND = re.compile(
    r",?\s+and\s+(?P<again>(?:again\s+)?(?:on|in)\s+)?|,\s+",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(r"(?:,\s+\d{4})*,?\s+and\s+\d{4}\b")
_BETWEEN = re.compile(
    r"[\s,]*(?:or|and|to|through|until|till|in|on|[-–—])?\s*(?:the\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class When:
    """A time as a passage gives it: the words, and what they come to.

    `date` is None while `needs` says what would resolve it. `month` is the number
    of a month that is known without its year, or None. `whole` is the stretch that
    the date reads where it is wider: "between 8 and 13 October".
    """

    start: int
    end: int
    phrase: str
    date: Edtf | None
    basis: Basis
    anchor: str = ""
    needs: str = ""
    month: int | None = None
    whole: tuple[int, int] | None = None

    @property
    def cut(self) -> tuple[int, int]:
        """The stretch that a title without its time leaves out."""
        start, end = self.whole or (self.start, self.end)
        return min(start, self.start), max(end, self.end)

    @property
    def is_placed(self) -> bool:
        """It places a happening: not "until Friday", not "the past decade"."""
        if self.date is None or self.date.first is None:
            return False
        coarse = self.date.precision in (Precision.DECADE, Precision.CENTURY)
        return not coarse or self.basis is Basis.STATED

    @property
    def lasting(self) -> bool:
        """It is a stretch without an end ("since 2022")."""
        return self.date is not None and self.date.last is None


def times_within(
    text: str,
    timexes: Sequence[Timex3],
    creation: CreationTime,
    told: When | None = None,
) -> list[When]:
    """The times that *timexes*, all of one sentence, give; neighbours joined.

    Durations, repeated times, "now" and "in future" give none. *told* is the day
    that the text has told of last, from which "hours earlier" counts.
    """
    found: list[When] = []
    lengths: list[When] = []
    for timex in sorted(timexes, key=lambda t: t.start):
        if timex.type is TimexType.DURATION:
            lengths += _counted_from(timex)
            continue
        when = _when(timex, creation, told, found[-1] if found else told)
        if when is None:
            continue
        if found and _is_one(text, found[-1], when):
            when = _joined(text, found.pop(), when)
        elif found and (both := _both(text, found[-1], when)) is not None:
            found.pop()
            when = both
        found.append(when)
    return found or lengths


def _when(
    timex: Timex3, creation: CreationTime, told: When | None, before: When | None
) -> When | None:
    """The time that *timex* gives, *before* being the last one that was given."""
    if timex.type not in _TYPES or timex.text.lower() in ("today's", "today’s"):
        return None
    if _VAGUE.fullmatch(timex.value):
        return _counted(timex, creation) or _hours_away(timex, told)
    if before is not None and before.date is not None and SAME_DAY.search(timex.text):
        anchor = f"“{before.phrase}” earlier in the text"
        return When(
            *(timex.start, timex.end, timex.text, before.date, Basis.RELATIVE, anchor)
        )
    edtf = timex.edtf and day_of(timex.edtf)
    clock = timex.type is TimexType.TIME and re.search(r"T\d", timex.value)
    if edtf is None and (not timex.needs or clock):
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
        timex.whole,
    )


def _counted_from(timex: Timex3) -> list[When]:
    """ "Weeks before the vote", which is told from when it counts; else nothing."""
    needs = timex.needs or ""
    span = (timex.start, timex.end, timex.text)
    told = needs.startswith("the date of ") and "how many" in needs
    return [When(*span, None, Basis.RELATIVE, needs=needs)] if told else []


def day_of(edtf: str) -> str:
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


def _hours_away(timex: Timex3, told: When | None) -> When | None:
    """ "Hours earlier": the day told of last, about, or undated."""
    if not _HOURS.search(timex.text):
        return None
    day = about(told.date) if told is not None and told.date is not None else None
    when = When(timex.start, timex.end, timex.text, None, Basis.INFERRED)
    if told is None or day is None:
        return replace(when, needs="the day that it counts from")
    anchor = f"“{told.phrase}” earlier in the text"
    return replace(when, date=day, anchor=anchor)


def about(date: Edtf) -> Edtf | None:
    """A time that is near *date*; None for several dates, or one without an end."""
    if date.form in (Form.ONE_OF, Form.ALL_OF) or None in date.parts:
        return None
    return parse_edtf(str(date).rstrip("~?%") + ("%" if date.uncertain else "~"))


def _both(text: str, first: When, second: When) -> When | None:
    """Two dates of one happening: "on June 4 and June 17"."""
    link = _AND.fullmatch(text, first.end, second.start)
    if link is None or first.whole or second.whole:
        return None
    if first.date is None or second.date is None:
        return None
    counts_on = "and" in link[0] or _COUNTS_ON.match(text, second.end)
    if not counts_on:
        return None  # "in 2001, 2005 was far off"
    if link["again"] and not re.match(r"\s*(?:[.;)]|$)", text[second.end :]):
        return None  # "opened on June 4 and on June 17 it closed"
    if first.date.form not in (Form.DATE, Form.ALL_OF) or first.date.ranges:
        return None
    if second.date.form is not Form.DATE:
        return None  # "on 9 February and last week" are two times
    precisions = {date.precision for date in (*first.date.dates, *second.date.dates)}
    units = {Precision.DAY, Precision.MONTH, Precision.YEAR}
    if len(precisions) != 1 or not precisions <= units:
        return None
    told = str(first.date).strip("{}")
    return replace(
        second,
        start=first.start,
        date=parse_edtf(f"{{{told},{second.date}}}"),
        phrase=" ".join(text[first.start : second.end].split()),
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
    counted = "," in text[first.end : second.start] and _COUNTED_TO.search(first.phrase)
    return bool(counted) or _agree(first, second)


def _joined(text: str, first: When, second: When) -> When:
    finer = min((first, second), key=_width)
    if not _agree(first, second):
        finer = second  # "two days earlier, on 26 April": counted from who knows where
    end = max(first.end, second.end)
    return replace(
        finer,
        start=first.start,
        end=end,
        whole=_around(first.whole, second.whole),
        phrase=" ".join(text[first.start : end].split()),
    )


def _agree(first: When, second: When) -> bool:
    """One lies within the other, or one of them is not known."""
    if first.date is None or second.date is None:
        return True
    return _contains(first.date, second.date) or _contains(second.date, first.date)


def _around(
    first: tuple[int, int] | None, second: tuple[int, int] | None
) -> tuple[int, int] | None:
    if first is None or second is None:
        return first or second
    return min(first[0], second[0]), max(first[1], second[1])


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


def finer(first: When, second: When) -> bool:
    """*first* is a part of *second*: "next week the ship sails, on 21 May"."""
    inner, outer = first.date, second.date
    if inner is None or outer is None:
        return False
    if not (inner.first and inner.last and outer.first and outer.last):
        return False
    within = outer.first <= inner.first and inner.last <= outer.last
    return within and (inner.first, inner.last) != (outer.first, outer.last)
