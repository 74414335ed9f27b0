"""Dates between EDTF and programs that know a beginning, an end, and words for both.

What such a program shows is never finer than what is known: a decade goes out as its
first and last year, and "about 2019" as 2019 with words that say so. On the way in the
words are believed: the value is the one that would be worded and placed like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from generator.model.date_phrases import Phrases
from generator.model.date_words import in_words
from generator.model.edtf import (
    SEASON_MONTHS,
    Edtf,
    EdtfDate,
    EdtfError,
    Form,
    Precision,
    parse_edtf,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month, day or minute; None from where nothing is known.

    `year` is astronomical: 0 is 1 BCE. `time` is "14:30" or "14:30:00".
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None

    def __str__(self) -> str:
        """As EDTF writes it."""
        sign = "-" if self.year < 0 else ""
        text = f"{sign}{abs(self.year):04}"
        if self.month is not None:
            text += f"-{self.month:02}"
            if self.day is not None:
                text += f"-{self.day:02}"
                if self.time is not None:
                    text += f"T{self.time}"
        return text


@dataclass(frozen=True, slots=True)
class Span:
    """Where a date is drawn: it begins with one moment and ends with another.

    Without an end it is all of `start`, however long that is.
    """

    start: Moment
    end: Moment | None = None


def span_of(date: Edtf) -> Span:
    """The span of *date* in units that are known; open ends are cut off."""
    spans = [_span_of_part(part) for part in date.dates]
    if date.form is Form.DATE or (date.form is Form.INTERVAL and len(spans) == 1):
        return spans[0]
    if date.form is Form.INTERVAL:
        first, last = spans
    else:
        first = spans[_extreme(date, least=True)]
        last = spans[_extreme(date, least=False)]
    end = last.end or last.start
    return Span(first.start, None if end == first.start else end)


def _extreme(date: Edtf, *, least: bool) -> int:
    order = range(len(date.dates))
    if least:
        return min(order, key=lambda at: date.dates[at].first)
    return max(order, key=lambda at: date.dates[at].last)


def _span_of_part(part: EdtfDate) -> Span:
    """Only whole units: "2019-XX-12" is 2019."""
    if part.precision in (Precision.DECADE, Precision.CENTURY, Precision.UNKNOWN):
        return Span(Moment(part.first[0]), Moment(part.last[0]))
    year = int(part.year)
    if part.precision is Precision.SEASON:
        return Span(Moment(*part.first[:2]), Moment(*part.last[:2]))
    month = None if part.month is None or "X" in part.month else int(part.month)
    if month is None or part.day is None or "X" in part.day:
        return Span(Moment(year, month))
    time = _ZONE.sub("", part.time) if part.time else None
    return Span(Moment(year, month, int(part.day), time))


_ZONE = re.compile(r"(?:Z|[+-]\d\d(?::\d\d)?)$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that was read, and the words for it where they say more than it."""

    date: Edtf
    said: str = ""


def dated(span: Span, words: str, phrases: Phrases) -> Dated:
    """The date of *span*, as *words* have it; no words leave what the span says.

    Words that are not ours are looked through for what makes a date less certain,
    and kept.

    Raises:
        EdtfError: The calendar has no such date, or it ends before it begins.
    """
    plain = parse_edtf(_plain(span))
    if words in ("", in_words(plain, phrases)):
        return Dated(plain)
    for text in _candidates(span):
        try:
            date = parse_edtf(text)
        except EdtfError:
            continue
        if in_words(date, phrases) == words and span_of(date) == span:
            return Dated(date)
    return Dated(parse_edtf(_hedged(span, words)), words)


def words_for(date: Edtf, said: str, phrases: Phrases) -> str:
    """What a program shows for *date*: what its timeline said, or our words."""
    return said or in_words(date, phrases)


def is_plain(date: Edtf) -> bool:
    """True when a beginning and an end say all of *date*."""
    return str(date) == _plain(span_of(date))


def _plain(span: Span) -> str:
    return f"{span.start}/{span.end}" if span.end else str(span.start)


_QUALIFIERS = ("", "~", "?", "%")


def _candidates(span: Span) -> Iterator[str]:
    """Every value that is drawn as *span*, and some that are not."""
    start, end = str(span.start), str(span.end or "")
    if span.end is None:
        for mark in _QUALIFIERS:
            yield f"{start}{mark}"
            yield from (f"{start}{mark}/..", f"{start}{mark}/")
            yield from (f"../{start}{mark}", f"/{start}{mark}")
            yield f"{start}{mark}/{start}{mark}"
        yield from (f"[..{start}]", f"[{start}..]", f"{{..{start}}}", f"{{{start}..}}")
        return
    for name, mark in product(_names(span.start, span.end), _QUALIFIERS):
        yield f"{name}{mark}"
        yield from (f"{name}{mark}/..", f"../{name}{mark}")
    for first, last in product(_QUALIFIERS, _QUALIFIERS):
        yield f"{start}{first}/{end}{last}"
    for opening, closing in ("[]", "{}"):
        for between in (",", ".."):
            yield f"{opening}{start}{between}{end}{closing}"


def _names(start: Moment, end: Moment) -> Iterator[str]:
    """Decades, centuries and seasons that begin and end like this."""
    first, last = f"{start.year:04}", f"{end.year:04}"
    if start.month is None and end.month is None and start.year >= 0:
        for unknown in (1, 2):
            if first[:-unknown] == last[:-unknown]:
                yield f"{first[:-unknown]}{'X' * unknown}"
    if start.month is not None and end.month is not None:
        for code, (opening, closing) in SEASON_MONTHS.items():
            year, month = start.year, closing
            if closing > 12:
                year, month = year + 1, closing - 12
            if (opening, year, month) == (start.month, end.year, end.month):
                sign = "-" if start.year < 0 else ""
                yield f"{sign}{abs(start.year):04}-{code}"


_ABOUT = re.compile(
    r"\b(?:about|around|approx(?:imately|\.)?|circa|some\s+time|sometime|roughly"
    r"|early|mid|late|beginning|end\s+of)\b|\bca?\.|~",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"\?|\b(?:perhaps|possibly|probably|maybe|likely|uncertain|disputed)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\s*(?:since|from)\b(?!.*\b(?:to|until|till)\b)", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:until|till|by|before|up\s+to)\b", re.IGNORECASE)


def _hedged(span: Span, words: str) -> str:
    """What *span* says, with what *words* take from its certainty."""
    about, perhaps = bool(_ABOUT.search(words)), bool(_PERHAPS.search(words))
    mark = _QUALIFIERS[about + 2 * perhaps]
    if span.end is not None:
        return f"{span.start}{mark}/{span.end}{mark}"
    if _SINCE.match(words):
        return f"{span.start}{mark}/.."
    if _UNTIL.match(words):
        return f"../{span.start}{mark}"
    return f"{span.start}{mark}"
