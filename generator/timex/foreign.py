"""A text in another language than English into time expressions, as `recognise` gives.

Spans are found with this project's own patterns; names of months, weekdays and common
relative times come from dateparser's language data, which is imported only here.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.model.edtf import days_in
from generator.timex.foreign_tables import LANGUAGES, PORTIONS, Language
from generator.timex.lexicon import MONTHS, WEEKDAYS
from generator.timex.meanings import (
    Anchor,
    Calendar,
    DayOfMonth,
    Direction,
    Expression,
    Meaning,
    Shifted,
    Weekday,
)
from generator.timex.tokens import Tokens

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_RELATIVE_KEY = re.compile(r"(in )?(\d) (day|week|month|year)(?: ago)?")
_NUMERIC = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4})")
_SHORTEST_MONTH = 3
_SHORTEST_WEEKDAY = 5
"""Shorter names ("mo", "mit", "сер") are abbreviations, and mostly other words too."""

_SHORT_MONTHS = frozenset(
    {"mai", "mars", "май", "мая", "juin", "juli", "juni", "août", "mayo", "март"}
)
"""Whole names that are as short as abbreviations."""


@dataclass(frozen=True, slots=True)
class Names:
    """A language's names, in lower case, longest first."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern over the text, and what a match of it means."""

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], Language, Names], Meaning | None]


def recognise(tokens: Tokens, code: str) -> list[Expression]:
    """The time expressions of a text in the language *code*, none overlapping."""
    language, names = LANGUAGES[code], _names(code)
    found = _sorted_matches(tokens.text, code, language, names)
    kept: list[Expression] = []
    reached = 0
    for start, end, meaning in found:
        if start >= reached:
            first = max(tokens.at(start + 1) - 1, 0)
            last = max(tokens.at(end) - 1, first)
            kept.append(Expression(start, end, first, last, meaning))
            reached = end
    return kept


def _sorted_matches(
    text: str, code: str, language: Language, names: Names
) -> list[tuple[int, int, Meaning]]:
    """Every match, leftmost first and of those the longest."""
    found = [
        match for row in _rows(code) for match in _matches(row, text, language, names)
    ]
    return sorted(found, key=lambda match: (match[0], -match[1]))


def _matches(
    row: Row, text: str, language: Language, names: Names
) -> Iterator[tuple[int, int, Meaning]]:
    for match in row.pattern.finditer(text):
        meaning = row.build(match, language, names)
        if meaning is None:
            continue
        group = "it" if "it" in row.pattern.groupindex else 0
        yield (*match.span(group), meaning)


# Names, from dateparser and from the tables


@lru_cache
def _names(code: str) -> Names:
    """The names of a language."""
    data: dict[str, Any] = importlib.import_module(
        f"dateparser.data.date_translation_data.{code}"
    ).info
    language = LANGUAGES[code]
    shortest = (_SHORTEST_MONTH, _SHORTEST_WEEKDAY) if language.spaced else (2, 2)
    months = _named(data, MONTHS, shortest[0], language.refused) | language.months
    weekdays = _named(data, WEEKDAYS, shortest[1], language.refused)
    relative: dict[str, tuple[str, int]] = {}
    for key, phrases in data["relative-type"].items():
        if match := _RELATIVE_KEY.fullmatch(key):
            count = int(match[2]) if match[1] else -int(match[2])
            for phrase in phrases:
                relative[phrase.lower()] = (_UNITS[match[3]], count)
    relative |= language.relative
    return Names(
        months,
        weekdays | language.weekdays,
        {
            phrase: shift
            for phrase, shift in relative.items()
            if phrase not in language.refused
            and (not language.spaced or len(phrase) > 2)
        },
    )


def _named(
    data: Mapping[str, Any],
    keys: Mapping[str, int],
    shortest: int,
    refused: frozenset[str],
) -> dict[str, int]:
    """Each name of at least *shortest* letters with the number of its English key."""
    return {
        name.lower(): number
        for key, number in keys.items()
        for name in data.get(key, ())
        if len(name) >= shortest and "(" not in name and name.lower() not in refused
    }


# Patterns


@lru_cache
def _rows(code: str) -> tuple[Row, ...]:
    """The patterns of a language, compiled."""
    language, names = LANGUAGES[code], _names(code)
    weekday = _one_of(names.weekdays)
    direction = rf"(?:(?P<last>{language.last})|(?P<next>{language.next}))"
    beside = rf"(?:{direction}\s*)?(?P<weekday>{weekday})"
    after = rf"(?P<weekday>{weekday})\s+{direction}"
    rows = [(pattern, _date) for pattern in (*language.dates, *language.years)]
    compiled = [Row(_compiled(p, language, names), build) for p, build in rows]
    compiled += [
        Row(_compiled(beside, language, names), _weekday),
        Row(_compiled(after, language, names), _weekday),
        Row(_compiled(f"(?P<phrase>{_one_of(names.relative)})", language, names),
            _relative),
    ]  # fmt: skip
    compiled += [
        Row(_compiled(pattern, language, names), _counter(sign))
        for pattern, sign in language.counted
    ]
    return tuple(compiled)


def _is_whole(month: str, language: Language) -> bool:
    """False for an abbreviated name of a month."""
    return not language.spaced or len(month) > 4 or month in _SHORT_MONTHS


def _one_of(names: Mapping[str, object]) -> str:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


def _compiled(pattern: str, language: Language, names: Names) -> re.Pattern[str]:
    """The pattern with its capitals filled in, bounded by what is not a letter."""
    whole = {n: m for n, m in names.months.items() if _is_whole(n, language)}
    parts = {
        "FULL_MONTH": rf"(?P<month>{_one_of(whole)})",
        "LONE_DAY": r"(?<![\d.,:월月])(?P<lone>[1-9]|[12]\d|3[01])\s?",
        "NUMERIC": rf"(?P<numeric>{_NUMERIC.pattern.replace('(', '(?:')})",
        "PORTION": rf"(?P<portion>{_one_of(PORTIONS)})",
        "WEEKDAY": rf"(?:{_one_of(names.weekdays)})",
        "MONTH": rf"(?P<month>{_one_of(names.months)})",
        "YEAR": r"(?P<year>1[4-9]\d\d|20\d\d)",
        "DAY": r"(?P<day>[0-2]?\d|3[01])",
        "UNIT": rf"(?P<unit>{_one_of(language.units)})",
        "N": rf"(?P<n>\d{{1,3}}|{_one_of(language.numbers) or '(?!)'})",
    }
    seen: set[str] = set()

    def fill(match: re.Match[str]) -> str:
        part = parts[match.group()]
        if match.group() in seen:  # a name may stand only once in an expression
            part = re.sub(r"\(\?P<\w+>", "(?:", part)
        seen.add(match.group())
        return part

    filled = re.sub(
        r"(?<![A-Za-z_])(?:" + "|".join(parts) + r")(?![A-Za-z_])", fill, pattern
    )
    if language.spaced:
        filled = rf"(?<![\w])(?:{filled})(?![\w])"
    else:
        filled = rf"(?<!\d)(?:{filled})"
    return re.compile(filled, re.IGNORECASE)


# Meanings


def _date(match: re.Match[str], language: Language, names: Names) -> Meaning | None:
    groups = match.groupdict()
    if groups.get("numeric"):
        return _numeric(groups["numeric"])
    if groups.get("lone"):
        return DayOfMonth(int(groups["lone"]))
    year = int(groups["year"]) if groups.get("year") else None
    month = names.months[groups["month"].lower()] if groups.get("month") else None
    day = int(groups["day"]) if groups.get("day") else None
    if month and day is not None and not 1 <= day <= days_in(year or 2000, month):
        return None
    portion = PORTIONS.get((groups.get("portion") or "").lower())
    return Calendar(year, month, day, mod=portion)


def _numeric(text: str) -> Meaning | None:
    """A date in figures: ISO 8601, or the day first."""
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(match[i] or match[j]) for i, j in ((1, 6), (2, 5), (3, 4)))
    if not 1 <= month <= 12 or not 1 <= day <= days_in(year, month):
        return None
    return Calendar(year, month, day)


def _weekday(match: re.Match[str], language: Language, names: Names) -> Meaning:
    groups = match.groupdict()
    direction = Direction.LAST if groups["last"] else None
    if groups["next"]:
        direction = Direction.NEXT
    return Weekday(names.weekdays[groups["weekday"].lower()], direction)


def _relative(match: re.Match[str], language: Language, names: Names) -> Meaning | None:
    phrase = " ".join(match["phrase"].lower().split())
    if phrase not in names.relative:
        return None
    unit, count = names.relative[phrase]
    return Shifted(unit, count, Anchor.PUBLICATION, direction=count)


def _counter(
    sign: int,
) -> Callable[[re.Match[str], Language, Names], Meaning | None]:
    """Reads "N units ago" where *sign* is -1, "in N units" where it is 1."""

    def read(match: re.Match[str], language: Language, names: Names) -> Meaning:
        groups = match.groupdict()
        number = (groups.get("n") or "1").lower()
        count = int(number) if number.isdigit() else language.numbers[number]
        unit = language.units[groups["unit"].lower()]
        return Shifted(unit, sign * count, Anchor.PUBLICATION, direction=sign)

    return read
