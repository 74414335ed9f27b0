"""EDTF values in the words that a person would use, adding nothing to what is known.

A qualifier, an unknown digit or an open end is said, not smoothed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.edtf import Edtf, EdtfDate, Form

MONTHS: tuple[str, ...] = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Names of the months; January is at 0."""

SEASONS: dict[int, str] = {
    **{21: "spring {}", 22: "summer {}", 23: "autumn {}", 24: "winter {}"},
    25: "spring {} (Northern Hemisphere)",
    26: "summer {} (Northern Hemisphere)",
    27: "autumn {} (Northern Hemisphere)",
    28: "winter {} (Northern Hemisphere)",
    29: "spring {} (Southern Hemisphere)",
    30: "summer {} (Southern Hemisphere)",
    31: "autumn {} (Southern Hemisphere)",
    32: "winter {} (Southern Hemisphere)",
    **{33: "Q1 {}", 34: "Q2 {}", 35: "Q3 {}", 36: "Q4 {}"},
    37: "January–April {}",
    38: "May–August {}",
    39: "September–December {}",
    **{40: "the first half of {}", 41: "the second half of {}"},
}
"""What each season code is called, with a place for the year."""


def in_words(edtf: Edtf) -> str:
    """What *edtf* says, for reading: "11–13 July 2025", "about 2019", "since 2022"."""
    if edtf.form is Form.INTERVAL:
        return _interval(edtf)
    if edtf.form is Form.DATE:
        return _date(next(edtf.dates))
    return _set(edtf)


def year_in_words(year: int) -> str:
    """A whole year for reading. Year 0 is 1 BCE (ISO 8601)."""
    if year <= 0:
        return f"{1 - year} BCE"
    return str(year) if year >= 1000 else f"{year} CE"


def month_in_words(year: int, month: int) -> str:
    """A month (1 to 12) of a year for reading: "June 2024"."""
    return f"{MONTHS[month - 1]} {year_in_words(year)}"


def _date(date: EdtfDate) -> str:
    words = _plain(date)
    if date.approximate:
        words = f"about {words}"
    if date.uncertain:
        words = f"{words} (uncertain)"
    return words


def _plain(date: EdtfDate) -> str:
    """The words of *date* without its qualifiers."""
    year = _year(date.year)
    if date.month is None:
        return year
    if "X" in date.month:
        return _unknown_month(date, date.month, year)
    if int(date.month) > 12:
        return SEASONS[int(date.month)].format(year)
    month = MONTHS[int(date.month) - 1]
    joint = " in " if year.startswith("the ") else " of " if "X" in date.year else " "
    if date.day is None:
        return f"{month}{joint}{year}"
    if "X" in date.day:
        return f"{month}{joint}{year} ({_unknown_day(date)})"
    day = f"{int(date.day)} {month}{joint}{year}"
    return f"{day}, {_time(date.time)}" if date.time else day


def _year(year: str) -> str:
    if "X" not in year:
        return year_in_words(int(year))
    known = year.rstrip("X")
    if len(known) == 3 and known.isdigit():
        return f"the {known}0s"
    if len(known) == 2 and known.isdigit():
        return f"the {_ordinal(int(known) + 1)} century ({known}00–{known}99)"
    if year == "XXXX":
        return "an unknown year"
    whole_year = EdtfDate(year)
    first, last = whole_year.first[0], whole_year.last[0]
    return f"a year between {year_in_words(first)} and {year_in_words(last)}"


def _unknown_month(date: EdtfDate, month: str, year: str) -> str:
    if date.day is not None and "X" not in date.day:
        return f"{year} (day {int(date.day)} of an unknown month)"
    if month == "XX":
        return f"{year} (month unknown)"
    possible = [m for m in range(1, 13) if all(map(_same, f"{m:02}", month))]
    return f"{_listed([MONTHS[m - 1] for m in possible], 'or')} {year}"


def _unknown_day(date: EdtfDate) -> str:
    if date.day == "XX":
        return "day unknown"
    first, last = date.first[2], date.last[2]
    if date.day is not None and date.day.endswith("X"):
        return f"a day from {first} to {last}"
    possible = [str(d) for d in range(1, last + 1) if str(d)[-1] == str(first)[-1]]
    return f"day {_listed(possible, 'or')}"


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


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _listed(words: Sequence[str], joint: str) -> str:
    """Words in a row: "a", "a or b", "a, b or c"."""
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def _interval(edtf: Edtf) -> str:
    start, end = edtf.parts
    open_ended = ".." in edtf.text
    if start is None and end is not None:
        words = _date(end)
        return f"by {words}" if open_ended else f"until {words} (start not known)"
    if end is None and start is not None:
        words = _date(start)
        return f"since {words}" if open_ended else f"from {words} (end not known)"
    ends = list(edtf.dates)
    return _collapsed(ends, "–") or " – ".join(map(_date, ends))


def _set(edtf: Edtf) -> str:
    joint = "or" if edtf.form is Form.ONE_OF else "and"
    dates = list(edtf.dates)
    plain = not (edtf.earlier or edtf.later or edtf.ranges)
    collapsed = _collapsed(dates, joint) if plain else None
    if collapsed:
        return collapsed
    words = []
    index = 0
    while index < len(dates):
        if index in edtf.ranges:
            words.append(f"{_date(dates[index])} to {_date(dates[index + 1])}")
            index += 1
        else:
            words.append(_date(dates[index]))
        index += 1
    if edtf.earlier:
        words.insert(1, "earlier")
    if edtf.later:
        words.append("later")
    return _listed(words, joint)


def _collapsed(dates: Sequence[EdtfDate], joint: str) -> str | None:
    """Dates that share a year, said once: "July or August 2025"; None if they cannot.

    Only whole days or whole months collapse, and only without qualifiers.
    """
    if len({_kind(date) for date in dates}) != 1 or not _kind(dates[0]):
        return None
    if len({date.year for date in dates}) != 1:
        if joint != "–" or _kind(dates[0]) != "year":
            return None
        if any(int(date.year) < 1000 for date in dates):
            return None
        return _joined([_plain(date) for date in dates], joint)
    if _kind(dates[0]) == "year":
        return None
    year = f" {_year(dates[0].year)}"
    same_month = len({date.month for date in dates}) == 1
    tail = f" {MONTHS[int(dates[0].month or 1) - 1]}{year}" if same_month else year
    if same_month and dates[0].day is None:
        return None
    heads = [_plain(date).removesuffix(tail) for date in dates]
    return _joined(heads, joint) + tail


def _joined(words: Sequence[str], joint: str) -> str:
    if joint != "–":
        return _listed(words, joint)
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
