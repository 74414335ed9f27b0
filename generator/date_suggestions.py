"""Dates that people type in words or figures, as the EDTF value they surely mean."""

from __future__ import annotations

import re
from datetime import datetime
from difflib import get_close_matches

from generator.model.date_phrases import ENGLISH
from generator.model.date_words import MONTHS
from generator.model.edtf import EdtfError, parse_edtf

_MONTH_NUMBER = {
    name: number
    for number, month in enumerate(MONTHS, 1)
    for name in (month.lower(), month[:3].lower(), month[:4].lower())
}
_SEASON_CODE = {
    **{ENGLISH.seasons[code].split()[0]: code for code in (21, 22, 23, 24)},
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
    re.compile(r"(?P<year>\d{4})[-/._ ](?P<month>\d{1,2})(?:[-/._ ](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})"),  # 06/2024
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})"),
)
_IN_OTHER_FIGURES = (
    _IN_FIGURES[-1],
    re.compile(r"(?P<year>\d{4})[/._ ](?P<month>\d{1,2})[/._ ](?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})"),
)
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_DECADE = re.compile(r"(?:the\s+)?(\d{3})0'?s")
_SEASON = re.compile(rf"(?P<season>[a-z]+\d?),?\s+(?:of\s+)?{_YEAR}")
_NAMED_MONTH = re.compile(r"(?:\d{1,2}\.?\s+)?[^\W\d_]+\.?\s+\d{4}")
_BASES = (datetime(1999, 3, 5), datetime(2011, 10, 20))
_YEARS = re.compile(r"(\d{4})\s*[-–—]\s*(\d{4})")
_A_WORD = re.compile(r"[a-z]{4,}")
_DAY_OF_WEEK = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_BEFORE_IT = re.compile(
    rf"^(?:on\s+)?(?:{_DAY_OF_WEEK},?\s+(?=\d{{1,2}}\D|[a-z]))?(?:the\s+)?"
)
_PART_OF_IT = re.compile(
    r"(?:early|mid|late|(?:at\s+)?(?:the\s+)?(?:beginning|middle|end)\s+of)[\s-]+"
)
_TIME_OF_DAY = re.compile(r"[,t]?\s*\d{1,2}:\d\d(?::\d\d)?\s*(?:z|[ap]m)?$")
_AFTER_LETTERS = re.compile(r"(?<=[a-z])[-/.](?=\d)|(?<=\d)[-/.](?=[a-z])")
_MARKS = "“”„‟«»‹›‘’‚'`\"()., "
_WITH_DASHES = re.compile(r"(\d{4})[‐-―−](\d\d)[‐-―−](\d\d)")
_WITH_GAPS = re.compile(r"(\d{4}(?:-\d\d)?)(?:-(?:\?\?|--))+")
_CENTURY = re.compile(r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+century")
_LIKE_FIGURES = str.maketrans("oli", "011")
_MISREAD = re.compile(r"[\doli]{4}(?:-[\doli]{2}){0,2}")
_OR = re.compile(r"\s+or\s+")
_OPEN = re.compile(r"(?P<word>since|from|until|till|up to|by)\s+(?P<rest>.+)")
_FROM = re.compile(r"(?:from|between)\s+")
_TO = re.compile(
    r"\s+(?:to|until|till|through|and)\s+|\s*[–—]\s*|(?<=\d)/(?=\d)|\s+-\s+|\s*\.\.\s*"
    r"|(?<=^\d)-(?=\d{1,2}\b)|(?<=^\d\d)-(?=\d{1,2}\b)|(?<=-\d\d)-(?=\d{4}-)"
)


_A_DATE = "write a year, a month or a day, such as 2024, 2024-06 or 2024-06-19"
_ONE_SLIP = 0.8
_NO_DATE = frozenset(
    {*("?", "-", "–", "none", "null", "~", "n/a", "n.a.", "na", "tbc", "tbd")}
    | {*("unknown", "undated", "unclear", "no date", "n.d.", "unbekannt", "inconnu")}
)
_SHORT_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1'?\d\d")


def not_a_date(text: str, error: EdtfError) -> tuple[str, str]:
    """What to say of *text*, of which *error* was said, and what to do."""
    if text.strip().casefold() in _NO_DATE:
        return f"“{text}” is not a date", "take the line out when no source gives it"
    either = suggest_either(text)
    if either:
        reason = f"“{text}” is one day in some countries and another in others"
        return reason, f"write {either[0]} or {either[1]}"
    meant = suggest(text)
    if meant:
        # Without quotation marks, brackets make a list.
        shown = f'"{meant}"' if meant.startswith("[") else meant
        return error.reason, f"write {shown}"
    if _SHORT_YEAR.fullmatch(text.strip()):
        return error.reason, "write the year first, with four digits: 2024-06-19"
    if missing := _no_such_day(text):
        hint = f"write {missing} if the source gives only the month"
        return f"“{text}” does not exist", hint
    if _SLASHED.fullmatch(text.strip()):
        return f"“{text}” does not exist", _A_DATE
    if any(map(str.isdecimal, text)) and suggest(f"{text} 2000"):
        return f"“{text}” does not say the year", "write it like 2024-06-19"
    return error.reason, error.hint or _A_DATE


def suggest(text: str) -> str | None:
    """The EDTF value that *text* surely means; None when it may mean several or none.

    Nothing is filled in: "June 2024" is a month, and "6/7/2024" is nobody's guess.
    """
    words = " ".join(text.strip(_MARKS).casefold().split())
    if not words.isascii():
        words = _WITH_DASHES.sub(r"\1-\2-\3", _ascii_digits(words))
    about = _QUALIFIED.fullmatch(words)
    if about:
        whole = suggest(about.group("rest"))
        return _valid(f"{whole}~") if whole else None
    return (
        _one_date(words)
        or _interval(words)
        or _perhaps(words)
        or _other_languages(text.strip(_MARKS))
        or _misspelt(words)
    )


def _one_date(words: str) -> str | None:
    """The date that *words* say, without what EDTF leaves unsaid: the day of the week,
    the time of day, a part of the month."""
    found = _valid(words.upper()) or _in_english(words) or _in_figures(words)
    if found or (found := _other_shapes(words)):
        return found
    bare = _TIME_OF_DAY.sub("", _PART_OF_IT.sub("", _BEFORE_IT.sub("", words, count=1)))
    bare = _AFTER_LETTERS.sub(" ", _PART_OF_IT.sub("", bare))
    return _one_date(bare) if bare != words else None


def _perhaps(words: str) -> str | None:
    """A date in doubt, one of two, or one with letters that look like figures."""
    if words.endswith("?"):
        date = _one_date(words[:-1].strip())
        return _valid(f"{date}?") if date else None
    if _MISREAD.fullmatch(words):
        return _valid(words.translate(_LIKE_FIGURES))
    either = [_one_date(part) for part in _OR.split(words)]
    return _valid(f"[{either[0]},{either[1]}]") if len(either) == 2 else None


def _misspelt(words: str) -> str | None:
    """A date whose month is one slip away from its name ("12 jully 2019")."""
    word = _A_WORD.search(words)
    near = word and get_close_matches(word[0], map(str.lower, MONTHS), 1, _ONE_SLIP)
    if not word or not near or word[0] in _MONTH_NUMBER:
        return None
    return _one_date(words.replace(word[0], near[0], 1))


def _interval(words: str) -> str | None:
    """Two dates as an interval; what one of them leaves out, the other says."""
    parts = _TO.split(_FROM.sub("", words, count=1))
    if len(parts) == 2:
        first, last = _completed(*parts)
        return _valid(f"{first}/{last}") if first and last else None
    opened = _OPEN.fullmatch(words)
    date = _one_date(opened["rest"]) if opened else None
    if opened is None or date is None or "/" in date:
        return None
    return f"{date}/.." if opened["word"] in ("since", "from") else f"../{date}"


def _completed(first: str, last: str) -> tuple[str | None, str | None]:
    """Both dates: "11" and "13 july 2019", "2019-07-11" and "13"."""
    end = _one_date(last)
    tokens = last.split()
    tails = [" ".join(tokens[number:]) for number in range(1, len(tokens))]
    starts = [first, *(f"{first} {tail}" for tail in tails)]
    start = next(filter(None, map(_one_date, starts)), None)
    if end is None and start and last.isdecimal() and len(last) == 2:
        end = _valid(f"{start[:-2]}{last}")
    return start, end


def _no_such_day(text: str) -> str | None:
    """The month of a day that no calendar has, such as "31 June 2019"; None of others,
    and of those in EDTF, whose error says it."""
    words = " ".join(_ascii_digits(text.strip(_MARKS)).casefold().split())
    bare = _BEFORE_IT.sub("", words, count=1)
    for pattern in (*_IN_ENGLISH, *_IN_OTHER_FIGURES):
        parts = (found := pattern.fullmatch(bare)) and found.groupdict()
        if not parts or not parts.get("day"):
            continue
        month = parts["month"]
        number = int(month) if month.isdecimal() else _MONTH_NUMBER.get(month, 0)
        return _date(parts["year"], number, None) if 0 < number <= 12 else None
    return None


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
    if century := _CENTURY.fullmatch(words):
        return _valid(f"{int(century[1]) - 1:02}XX")
    if gaps := _WITH_GAPS.fullmatch(words):
        return _valid(gaps[1])
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
