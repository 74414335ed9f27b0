"""Dates that people type in words or figures, as the EDTF value they surely mean."""

from __future__ import annotations

import re
from datetime import datetime

from generator.model.date_words import MONTHS, SEASONS
from generator.model.edtf import EdtfError, parse_edtf

_MONTH_NUMBER = {
    name: number
    for number, month in enumerate(MONTHS, 1)
    for name in (month.lower(), month[:3].lower(), month[:4].lower())
}
_SEASON_CODE = {
    **{SEASONS[code].split()[0]: code for code in (21, 22, 23, 24)},
    "fall": 23,
    **{f"q{quarter}": 32 + quarter for quarter in (1, 2, 3, 4)},
}
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]+)\.?"
_YEAR = r"(?P<year>\d{4})"
_QUALIFIED = re.compile(r"(?:c\.|ca\.?|circa|about|around|~)\s*(?P<rest>.+)")
_IN_ENGLISH = (
    re.compile(rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"),  # 19 June 2024
    re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}"),  # June 19, 2024
    re.compile(rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}"),  # June 2024
    re.compile(rf"{_YEAR},?\s+{_MONTH}(?:\s+{_DAY})?"),  # 2024 June 19
)
_IN_FIGURES = (
    re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"),  # 20240619
    re.compile(r"(?P<year>\d{4})[-/._](?P<month>\d{1,2})(?:[-/._](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})"),  # 06/2024
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_DECADE = re.compile(r"(?:the\s+)?(\d{3})0'?s")
_SEASON = re.compile(rf"(?P<season>[a-z]+\d?),?\s+(?:of\s+)?{_YEAR}")
_NAMED_MONTH = re.compile(r"(?:\d{1,2}\.?\s+)?[^\W\d_]+\.?\s+\d{4}")
_BASES = (datetime(1999, 3, 5), datetime(2011, 10, 20))
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")


def suggest(text: str) -> str | None:
    """The EDTF value that *text* surely means; None when it may mean several or none.

    Nothing is filled in: "June 2024" is a month, and "6/7/2024" is nobody's guess.
    """
    words = " ".join(text.casefold().split())
    if not words.isascii():
        words = _ascii_digits(words)
    about = _QUALIFIED.fullmatch(words)
    if about:
        whole = suggest(about.group("rest"))
        return _valid(f"{whole}~") if whole else None
    found = _valid(words.upper()) or _in_english(words) or _in_figures(words)
    return found or _other_shapes(words) or _other_languages(text)


def suggest_either(text: str) -> tuple[str, str] | None:
    """The two days that figures such as "6/7/2024" may mean; None for any others."""
    slashed = _SLASHED.fullmatch(_ascii_digits(text.strip()))
    if slashed is None:
        return None
    first, second = int(slashed[1]), int(slashed[2])
    day_first = _date(slashed[3], second, first)
    month_first = _date(slashed[3], first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return None
    return day_first, month_first


def _in_english(words: str) -> str | None:
    for pattern in _IN_ENGLISH:
        match = pattern.fullmatch(words)
        if match and match["month"] in _MONTH_NUMBER:
            parts = match.groupdict()
            return _date(parts["year"], _MONTH_NUMBER[match["month"]], parts.get("day"))
    return None


def _in_figures(words: str) -> str | None:
    for pattern in _IN_FIGURES:
        match = pattern.fullmatch(words)
        if match:
            day, month = match.groupdict().get("day"), int(match["month"])
            if day is not None and month > 12:  # 2024-19-06
                day, month = str(month), int(day)
            return _date(match["year"], month, day)
    slashed = _SLASHED.fullmatch(words)
    if slashed is None:
        return None
    first, second = int(slashed[1]), int(slashed[2])
    # 6/7/2024 is 6 July in one country and June 7 in another; 19/6 can only be one.
    if first > 12:
        return _date(slashed[3], second, first)
    if second > 12 or first == second:
        return _date(slashed[3], first, second)
    return None


def _other_shapes(words: str) -> str | None:
    decade = _DECADE.fullmatch(words)
    if decade:
        return f"{decade[1]}X"
    season = _SEASON.fullmatch(words)
    if season and season["season"] in _SEASON_CODE:
        return f"{season['year']}-{_SEASON_CODE[season['season']]}"
    years = _YEARS.fullmatch(words)
    return _valid(f"{years[1]}/{years[2]}") if years else None


def _other_languages(text: str) -> str | None:
    """Month names of other languages, which dateparser knows.

    dateparser fills what a text leaves out from a base date. Read from two bases,
    a text that says the same both times has said it itself.
    """
    if not _NAMED_MONTH.fullmatch(text.strip()):
        return None
    readings = {_parsed(text.strip(), base) for base in _BASES}
    return readings.pop() if len(readings) == 1 else None


def _parsed(text: str, base: datetime) -> str | None:
    # dateparser is slow to load and rarely needed; it has no type stubs.
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    settings = {"RELATIVE_BASE": base, "PARSERS": ["absolute-time"]}
    found = DateDataParser(settings=settings).get_date_data(text)
    if found is None or found.date_obj is None:
        return None
    day = found.date_obj.day if found.period == "day" else None
    return _date(str(found.date_obj.year), found.date_obj.month, day)


def _date(year: str | None, month: int, day: int | str | None) -> str | None:
    if day is None:
        return _valid(f"{year}-{month:02}")
    return _valid(f"{year}-{month:02}-{int(day):02}")


def _valid(edtf: str) -> str | None:
    try:
        return str(parse_edtf(edtf))
    except EdtfError:
        return None


def _ascii_digits(text: str) -> str:
    """Digits of any script as 0 to 9 ("２０２４" is 2024)."""
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)
