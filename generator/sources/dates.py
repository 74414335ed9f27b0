"""Turns a line that dates a text, in any language and spelling, into a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from generator.sources.cues import DATE_LABEL, MONTHS

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_/.]?)(0[1-9]|1[0-2])\2([0-3]\d)(?!\d)")
_WITH_CLOCK = re.compile(
    r",?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
    r"(?:\s*(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2}|Uhr))?\s*$|T\d{2}:\d{2}\S*",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)")
_ENGLISH = re.compile(
    rf"(?P<m1>{MONTHS})\ (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\ (?P<y1>(?:19|20)\d\d)\b"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\ (?:of\ )?(?P<m2>{MONTHS}),?\ "
    rf"(?P<y2>(?:19|20)\d\d)\b"
    rf"|(?P<m3>{MONTHS})\ (?:of\ )?(?P<y3>(?:19|20)\d\d)\b",
    re.VERBOSE,
)
_WEEKDAY = re.compile(
    r"\A(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?)"
    r",?\ +",
    re.IGNORECASE,
)
_DAY_NUMBER = re.compile(r"(?<!\d)(?<!\d,)\d{1,2}(?!\d|,\d{3})")
_YEAR = re.compile(r"(?:19|20)\d\d|\d\s*年")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_PROSE = re.compile(
    r"\b(?:that|was|for|with|is|it|has|have|had|were|been|this|which|not|but|they|he|she"
    r"|his|their|its|said|will|who|since|under|during)\b",
    re.IGNORECASE,
)
"""English words that stand in no date of any language."""

_PROSE_BESIDE_NO_MONTH = re.compile(r"\b(?:the|of|and|by|from)\b", re.IGNORECASE)
"""English words that stand in no date but those with an English month."""

MOST_WORDS_BESIDE = 3
"""Beside a date in English, in a line that is still no more than a date."""

_NAMES = "janfebmaraprmayjunjulaugsepoctnovdec"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date written out in English prose. *day* is None when only a month is."""

    start: int
    end: int
    year: int
    month: int
    day: int | None

    @property
    def first(self) -> date:
        """The first day that is meant."""
        return date(self.year, self.month, self.day or 1)

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"


def date_in_line(line: str) -> date | None:
    """The one day that *line* consists of; None when it is none, or two could be.

    "07/12/2025" could be July or December and is none; "14.07.2025" is one.
    """
    if not _DIGIT.search(line):
        return None
    text = _WITH_CLOCK.sub("", line.strip(" \t.,;|–—-")).strip(" ,|")
    if not _DIGIT.search(text) or len(text) > 60:
        return None
    whole = _ISO.fullmatch(text)
    if whole:
        return _day(int(whole[1]), int(whole[3]), int(whole[4]))
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _unambiguous(int(numeric[1]), int(numeric[3]), int(numeric[4]))
    return _in_words(text)


def last_before(written: str, latest: date) -> date | None:
    """The last day, not after *latest*, that a day and month without a year can be."""
    years = (latest.year, latest.year - 1)
    days = (date_in_line(f"{written.strip(' ,')}, {year}") for year in years)
    return next((day for day in days if day is not None and day <= latest), None)


def date_in_name(name: str) -> date | None:
    """The day in a file's name or an address: "2025-07-12-bridge", "/2025/07/12/"."""
    match = _ISO.search(name)
    return _day(int(match[1]), int(match[3]), int(match[4])) if match else None


def written_dates(text: str) -> list[WrittenDate]:
    """Months and days that stand in English prose with their year, in order."""
    found = []
    for match in _ENGLISH.finditer(text):
        groups = match.groupdict()
        month = groups["m1"] or groups["m2"] or groups["m3"]
        year = groups["y1"] or groups["y2"] or groups["y3"]
        day = groups["d1"] or groups["d2"]
        number = _NAMES.index(month[:3].lower()) // 3 + 1
        if day is None or _day(int(year), number, int(day)):
            found.append(
                WrittenDate(
                    *match.span(), int(year), number, None if day is None else int(day)
                )
            )
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _unambiguous(first: int, second: int, year: int) -> date | None:
    readings = {_day(year, second, first), _day(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _in_words(text: str) -> date | None:
    """The day that *text* names with day, month and year, in any language."""
    plain = _WEEKDAY.sub("", text)
    english = written_dates(plain)
    if len(english) == 1 and (english[0].start, english[0].end) == (0, len(plain)):
        return english[0].first if english[0].day else None
    if DATE_LABEL.match(text):
        return None  # "Published 19 June 2024" is more than a day
    return _in_other_words(text) if _may_be_day(text, english) else None


def _may_be_day(text: str, english: Sequence[WrittenDate]) -> bool:
    """*text* has the parts of a day, and nothing shows it to be English prose.

    Most lines of prose with a year end here: "He was first elected in 2009".
    """
    rest = _YEAR.sub(" ", text, count=1)
    if rest == text or not _LETTER.search(rest) or not _DAY_NUMBER.search(rest):
        return False
    if _PROSE.search(text):
        return False
    if not english:
        return _PROSE_BESIDE_NO_MONTH.search(text) is None
    beside = len(_WORD.findall(text)) - sum(
        len(_WORD.findall(text[found.start : found.end])) for found in english
    )
    return beside <= MOST_WORDS_BESIDE


@lru_cache(maxsize=1000)
def _in_other_words(text: str) -> date | None:
    """*text* as dateparser reads it.

    It tries two hundred languages, which takes longer than all the rest of a reading,
    so it is asked last, loaded only then, and not twice for one line. The base date
    only satisfies its interface: with all parts required, nothing is taken from it.
    """
    import dateparser  # type: ignore[import-untyped]  # it has no types

    parsed = dateparser.parse(
        text,
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "TIMEZONE": "UTC",
        },
    )
    return parsed.date() if parsed else None
