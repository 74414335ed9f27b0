"""A gold expression into its kind: what a reader of the figures wants to compare."""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_UNIT = (
    r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century"
    r"|centurie)s?"
)

_KINDS: tuple[tuple[str, str], ...] = (
    ("full date", rf"{_MONTH}\W+\d+\w*\W+\d{{4}}|\d+\w*\W+(?:of )?{_MONTH}\W+\d{{4}}"),
    ("month and day", rf"{_MONTH} ?\d+|\d+\w* (?:of )?{_MONTH}"),
    ("month and year", rf"{_MONTH}\W+(?:of )?\d{{4}}"),
    ("last, next, this month name", rf"(?:last|next|this) {_MONTH}"),
    ("month", rf"\b{_MONTH}$"),
    ("today, yesterday, tomorrow", r"today|tonight|yesterday|tomorrow"),
    ("weekday", _DAY),
    ("every, daily", rf"every|each|daily|weekly|monthly|annual|yearly|per {_UNIT}"),
    ("units ago, earlier, later", r"ago|earlier|later|previously|hence"),
    ("season", r"spring|summer|autumn|fall\b|winter"),
    ("quarter, half", r"quarter|half"),
    ("last, next, this unit", rf"(?:last|next|this|past|coming) {_UNIT}$"),
    ("that, the same unit", rf"(?:that|same|following|previous|the) {_UNIT}$"),
    ("decade, century", r"\d0s|century|decade"),
    ("year", r"\b\d{4}\b|\bbc\b"),
    ("time of day", r":\d\d|a\.m|p\.m|noon|midnight|morning|afternoon|evening|night"),
    ("length", _UNIT),
    ("now, recently, the future", r"now|current|recent|future|past|present"),
)


def kind_of(text: str, timex_type: str) -> str:
    """The first kind whose pattern occurs in the expression."""
    low = " ".join(text.lower().split())
    if timex_type == "DURATION":
        return "length"
    return next((kind for kind, p in _KINDS if re.search(p, low)), "other")
