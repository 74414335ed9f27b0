"""EDTF values in the words that a person would use, adding nothing to what is known.

A qualifier, an unknown digit or an open end is said, not smoothed over. The words
themselves are those of a language's `Phrases`; English unless another is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.date_phrases import ENGLISH, Phrases, Spans
from generator.model.edtf import Edtf, EdtfDate, Form

MONTHS = ENGLISH.months
"""Names of the months in English; January is at 0."""

FIRST_HALF = 40
"""The season code of the first half of a year; the second's is one more."""


def in_words(edtf: Edtf, phrases: Phrases = ENGLISH) -> str:
    """What *edtf* says, for reading: "11–13 July 2025", "about 2019", "since 2022"."""
    if edtf.form is Form.INTERVAL:
        return _interval(edtf, phrases)
    if edtf.form is Form.DATE:
        return _date(edtf.dates[0], phrases)
    return _set(edtf, phrases)


def bound_in_words(edtf: Edtf, phrases: Phrases = ENGLISH) -> str:
    """A date of which one bound is known: "not before 12 July 2025"."""
    start, end = edtf.parts if edtf.form is Form.INTERVAL else (None, None)
    if start is not None and edtf.last is None:
        words = _date(start, phrases, phrases.after_since)
        return phrases.not_before % {"date": words}
    if end is not None and edtf.first is None:
        words = _date(end, phrases, phrases.after_since)
        return phrases.not_after % {"date": words}
    return in_words(edtf, phrases)


def year_in_words(year: int, phrases: Phrases = ENGLISH) -> str:
    """A whole year for reading. Year 0 is 1 BCE (ISO 8601)."""
    if year <= 0:
        return phrases.before_christ % {"year": 1 - year}
    return str(year) if year >= 1000 else phrases.after_christ % {"year": year}


def month_in_words(year: int, month: int, phrases: Phrases = ENGLISH) -> str:
    """A month (1 to 12) of a year for reading: "June 2024"."""
    name, of_year = phrases.months[month - 1], year_in_words(year, phrases)
    return phrases.month_of_year % {"month": name, "year": of_year}


def _date(date: EdtfDate, phrases: Phrases, spans: Spans | None = None) -> str:
    """The words of *date*, alone or after the preposition that *spans* are for."""
    spans = spans or phrases.alone
    if date.approximate:
        alone = spans is phrases.alone
        inner = _plain(date, phrases, phrases.after_about if alone else spans)
        words = spans.about % {"date": inner}
    else:
        words = _plain(date, phrases, spans)
    return phrases.uncertain % {"date": words} if date.uncertain else words


def _plain(date: EdtfDate, phrases: Phrases, spans: Spans) -> str:
    """The words of *date* without its qualifiers."""
    if date.month is None:
        return _year(date.year, phrases, spans)
    if "X" in date.month:
        return _unknown_month(date, date.month, phrases, spans)
    if int(date.month) > 12:
        return _season(
            int(date.month), _year(date.year, phrases, spans), phrases, spans
        )
    if date.day is None:
        return _of_year(phrases.months[int(date.month) - 1], date.year, phrases)
    return _day(date, int(date.month), date.day, phrases, spans)


def _day(date: EdtfDate, month: int, day: str, phrases: Phrases, spans: Spans) -> str:
    name = phrases.months[month - 1]
    if "X" in day:
        return _unknown_day(date, _of_year(name, date.year, phrases), phrases)
    words = phrases.day_of_month % {"day": _number(int(day), phrases), "month": name}
    if "X" in date.year:
        return _of_year(words, date.year, phrases)
    words = spans.day % {"day": words, "year": _year(date.year, phrases, spans)}
    if not date.time:
        return words
    return phrases.day_at_time % {"day": words, "time": _time(date.time)}


def _of_year(month: str, year: str, phrases: Phrases) -> str:
    """A month, or a day of one, with its year."""
    if "X" not in year:
        words = year_in_words(int(year), phrases)
        return phrases.month_of_year % {"month": month, "year": words}
    if _is_round(year):
        years = _year(year, phrases, phrases.after_since)
        return phrases.month_in_decade % {"month": month, "years": years}
    some = _year(year, phrases, phrases.alone)
    return phrases.month_of_some_year % {"month": month, "year": some}


def _is_round(year: str) -> bool:
    """True for a decade or a century: "201X", "20XX"."""
    known = year.rstrip("X")
    return len(known) in (2, 3) and known.isdigit()


def _year(year: str, phrases: Phrases, spans: Spans) -> str:
    if "X" not in year:
        return year_in_words(int(year), phrases)
    if year == "XXXX":
        return phrases.unknown_year
    known = year.rstrip("X")
    if not _is_round(year):
        whole_year = EdtfDate(year)
        first, last = whole_year.first[0], whole_year.last[0]
        return phrases.some_year % {
            "first": year_in_words(first, phrases),
            "last": year_in_words(last, phrases),
        }
    if len(known) == 3:
        return spans.decade % {"year": f"{known}0"}
    return spans.century % {
        "ordinal": _ordinal(int(known) + 1, phrases),
        "first": f"{known}00",
        "last": f"{known}99",
    }


def _season(code: int, year: str, phrases: Phrases, spans: Spans) -> str:
    pattern = phrases.seasons.get(code)
    if pattern is None:
        pattern = spans.first_half if code == FIRST_HALF else spans.second_half
    return pattern % {"year": year}


def _unknown_month(date: EdtfDate, month: str, phrases: Phrases, spans: Spans) -> str:
    year = _year(date.year, phrases, spans)
    if date.day is not None and "X" not in date.day:
        day = _number(int(date.day), phrases)
        return phrases.day_of_some_month % {"year": year, "day": day}
    if month == "XX":
        return phrases.month_unknown % {"year": year}
    possible = [m for m in range(1, 13) if all(map(_same, f"{m:02}", month))]
    names = [phrases.months[m - 1] for m in possible]
    return _of_year(_listed(names, phrases.one_of, phrases), date.year, phrases)


def _unknown_day(date: EdtfDate, month: str, phrases: Phrases) -> str:
    if date.day is None or date.day == "XX":
        return phrases.day_unknown % {"month": month}
    first, last = date.first[2], date.last[2]
    if date.day.endswith("X"):
        return phrases.day_between % {
            "month": month,
            "first": _number(first, phrases),
            "last": _number(last, phrases),
        }
    possible = [d for d in range(1, last + 1) if d % 10 == first % 10]
    days = _listed([_number(d, phrases) for d in possible], phrases.one_of, phrases)
    return phrases.day_one_of % {"month": month, "days": days}


def _number(day: int, phrases: Phrases) -> str:
    """The number of a day, as it stands before its month."""
    return phrases.day_number % {"number": day}


def _same(digit: str, pattern: str) -> bool:
    return pattern in ("X", digit)


def _time(time: str) -> str:
    """A clock's time with its zone said: "12:30 UTC", "12:30 (UTC+09:00)"."""
    if time.endswith("Z"):
        return f"{time[:-1]} UTC"
    for sign in "+-":
        if sign in time:
            clock, _, zone = time.partition(sign)
            return f"{clock} (UTC{sign if sign == '+' else '−'}{zone})"
    return time


def _ordinal(number: int, phrases: Phrases) -> str:
    unit = 0 if number % 100 in (11, 12, 13) or number % 10 > 3 else number % 10
    return phrases.ordinals[unit] % {"number": number}


def _listed(words: Sequence[str], joint: str, phrases: Phrases) -> str:
    """Words in a row: "a", "a or b", "a, b or c"."""
    if len(words) == 1:
        return words[0]
    return joint % {"words": phrases.comma.join(words[:-1]), "last": words[-1]}


def _interval(edtf: Edtf, phrases: Phrases) -> str:
    start, end = edtf.parts
    open_ended = ".." in edtf.text
    if start is None and end is not None:
        pattern = phrases.by if open_ended else phrases.until
        return pattern % {"date": _date(end, phrases, phrases.after_until)}
    if end is None and start is not None:
        pattern = phrases.since if open_ended else phrases.from_then
        return pattern % {"date": _date(start, phrases, phrases.after_since)}
    ends = edtf.dates
    return _collapsed(ends, "–", phrases) or " – ".join(
        _date(date, phrases) for date in ends
    )


def _set(edtf: Edtf, phrases: Phrases) -> str:
    joint = phrases.one_of if edtf.form is Form.ONE_OF else phrases.all_of
    dates = edtf.dates
    plain = not (edtf.earlier or edtf.later or edtf.ranges)
    collapsed = _collapsed(dates, joint, phrases) if plain else None
    if collapsed:
        return collapsed
    words = []
    index = 0
    while index < len(dates):
        word = _date(dates[index], phrases)
        if index in edtf.ranges:
            last = _date(dates[index + 1], phrases)
            word = phrases.span % {"first": word, "last": last}
            index += 1
        words.append(word)
        index += 1
    if edtf.earlier:
        words.insert(1, phrases.earlier)
    if edtf.later:
        words.append(phrases.later)
    return _listed(words, joint, phrases)


def _collapsed(dates: Sequence[EdtfDate], joint: str, phrases: Phrases) -> str | None:
    """Dates that share a year, said once: "July or August 2025"; None if they cannot.

    Only whole days or whole months collapse, and only without qualifiers. Whole years
    do between the ends of an interval.
    """
    kinds = {_kind(date) for date in dates}
    if len(kinds) != 1:
        return None
    (kind,) = kinds
    years = [date.year for date in dates]
    if kind == "year" and joint == "–" and len(set(years)) > 1:
        whole = all(int(year) >= 1000 for year in years)
        return _joined(years, joint, phrases) if whole else None
    if kind not in ("day", "month") or len(set(years)) != 1:
        return None
    year = year_in_words(int(dates[0].year), phrases)
    names = [phrases.months[int(date.month or 1) - 1] for date in dates]
    if kind == "month":
        if len(set(names)) == 1:
            return None
        months = _joined(names, joint, phrases)
        return phrases.month_of_year % {"month": months, "year": year}
    numbers = [_number(int(date.day or 1), phrases) for date in dates]
    if len(set(names)) == 1:
        days = _joined(numbers, joint, phrases)
        days = phrases.day_of_month % {"day": days, "month": names[0]}
    else:
        days = _joined(
            [
                phrases.day_of_month % {"day": number, "month": name}
                for number, name in zip(numbers, names, strict=True)
            ],
            joint,
            phrases,
        )
    return phrases.alone.day % {"day": days, "year": year}


def _joined(words: Sequence[str], joint: str, phrases: Phrases) -> str:
    if joint != "–":
        return _listed(words, joint, phrases)
    # A dash between single words stands close; between phrases it needs air.
    spaced = any(" " in word for word in words)
    return (" – " if spaced else "–").join(words)


def _kind(date: EdtfDate) -> str:
    """ "day", "month" or "year" for a wholly known, unqualified date, else ""."""
    text = f"{date.year}{date.month or ''}{date.day or ''}"
    if "X" in text or date.uncertain or date.approximate or date.time:
        return ""
    if date.month is None:
        return "year"
    if int(date.month) > 12:
        return ""
    return "month" if date.day is None else "day"
