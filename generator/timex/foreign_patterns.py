"""The tables of `languages` into regular expressions, with each slot filled in.

Names of months, weekdays and days like "yesterday" come from dateparser's language
data, which is imported only here.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.timex.foreign_tokens import SENTENCE_END
from generator.timex.languages import FIGURES, LANGUAGES
from generator.timex.languages.table import Language, said
from generator.timex.lexicon import MONTHS, WEEKDAYS
from generator.timex.meanings import Meaning, Shifted
from generator.timex.phrases import Bound
from generator.timex.spelling import BREAK, plain

_SHORT_MONTH = 4
"""Names of so many letters are abbreviations unless the table gives them too."""

_SHORT_WEEKDAY = 5

_DAY_PHRASE = re.compile(r"(in )?(\d) day(?: ago)?")
_NEVER = "(?!)"

_DMY = r"\d{1,2}[./]\d{1,2}[./](?:1[4-9]|20)\d\d"
_YMD = (
    r"(?:1[4-9]|20)\d\d(?:-\d\d-\d\d|(?P<mark>[./])\s?\d{1,2}(?P=mark)\s?\d{1,2})"
    r"(?![\d/]|[.-]\d)"
)


_NAME_IN_QUOTES = '(?<=[«„“"‘「『《])(?P<no>ANY_WEEKDAY|ANY_MONTH)(?=[»“”"’\'」』》])'
"""A bar «Пятница» and a film 《七月》 are no dates."""

_DATELINE = (
    rf"(?:(?<=\A)|(?<=[\n{BREAK}]))[^\n{BREAK}.,:;]{{2,30}},\s(?P<it>DAY\s(?P<month>SHORT_MONTH))"
    r"(?=\s*(?:\(|/|[-–—]\s|\.\s?[-–—/]))"
)
"""Before the agency and the dash, a month is abbreviated without a dot: "9 июл –"."""


@dataclass(frozen=True)
class Compiled:
    """A language's table, ready to be matched; the names it needs, by their spelling.

    `rows` are the patterns of expressions. `links` stand between two dates, with
    groups named as `Link`; `before` and `after` bound one, with groups named as
    `Bound`; `between`, `opening` and `closing` stand around two. The group `article`
    may belong to what stands before a date or to the date. `words` finds what is beside
    the expressions.
    """

    language: Language
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    phrases: Mapping[str, Meaning]
    rows: tuple[re.Pattern[str], ...]
    links: re.Pattern[str]
    between: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    words: re.Pattern[str]


@lru_cache
def compiled(code: str) -> Compiled:
    """The patterns of the language with the ISO 639-1 *code*, or of figures alone."""
    language = LANGUAGES.get(code, FIGURES)
    data = [
        importlib.import_module(f"dateparser.data.date_translation_data.{name}").info
        for name in language.data
    ]
    months = _plain(_named(data, MONTHS, language.refused) | dict(language.months))
    weekdays = _named(data, WEEKDAYS, language.refused)
    weekdays = _plain({n: d for n, d in weekdays.items() if _is_whole_day(n, language)})
    weekdays |= _plain(language.weekdays)
    phrases = _plain(_day_phrases(data, language) | dict(language.phrases))
    slots = _slots(language, months, weekdays, phrases)
    named = _one_of(phrase for phrase in phrases if phrase not in language.refused)
    rows = [*language.lookalikes, _NAME_IN_QUOTES, *language.rows]
    rows += [_DATELINE] if language.right else []
    rows += [f"(?P<phrase>{named})"]
    gap = r"(?:\s+|(?<='))" if language.right else r"\s*"
    article = f"(?P<article>(?:{language.article})?)"
    before, after = language.before, language.after
    return Compiled(
        language,
        months,
        weekdays,
        phrases,
        tuple(_pattern(language, slots, row) for row in rows),
        links=_links(language),
        between=_any(f"{language.left}(?:{language.between}){gap}{article}"),
        opening=_any(f"{language.left}(?:{language.opening}){gap}{article}"),
        closing=_any(language.closing),
        before=_any(f"{language.left}(?:{_bounds(before)}){gap}{article}"),
        after=_any(rf"\s?(?:{_bounds(after)}){language.right}"),
        words=_words(language, gap),
    )


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Names, from dateparser and from the table


def _named(
    data: Iterable[Mapping[str, Any]],
    keys: Mapping[str, int],
    refused: frozenset[str],
) -> dict[str, int]:
    """Each name that dateparser has, in lower case, with its number."""
    return {
        name.lower(): number
        for table in data
        for key, number in keys.items()
        for name in table.get(key, ())
        if "(" not in name and name.lower() not in refused
    }


def _is_whole_day(name: str, language: Language) -> bool:
    """False for "mo", "mit", "сер": abbreviations, and mostly other words too."""
    return len(name) >= (_SHORT_WEEKDAY if language.right else 2)


def _day_phrases(
    data: Iterable[Mapping[str, Any]], language: Language
) -> dict[str, Meaning]:
    """Yesterday, today, tomorrow and the days beside them."""
    found: dict[str, Meaning] = {}
    for table in data:
        for key, phrases in table["relative-type"].items():
            if match := _DAY_PHRASE.fullmatch(key):
                count = int(match[2]) if match[1] else -int(match[2])
                listed = " | ".join(phrase.lower() for phrase in phrases)
                found |= said("D", {count: listed})
    return {phrase: said for phrase, said in found.items() if phrase}


def _plain(names: Mapping[str, Any]) -> dict[str, Any]:
    return {plain(name): meaning for name, meaning in names.items()}


# Slots


def _slots(
    language: Language,
    months: Mapping[str, int],
    weekdays: Mapping[str, int],
    phrases: Mapping[str, Meaning],
) -> dict[str, str]:
    """The pattern of each slot. A slot with several meanings has a group for each."""
    day = "|".join(["[12]\\d|3[01]|0?[1-9]", *language.day_words])
    numbers = "|".join(filter(None, [r"\d{1,3}", _one_of(language.numbers)]))
    whole = [name for name in months if _is_whole_month(name, language)]
    short = [name for name in months if name not in whole]
    full, any_month = _one_of(whole), _month(whole, short)
    year = r"1[4-9]\d\d|20\d\d" + (
        "|[一二][〇零一二三四五六七八九]{3}" if language.eras else ""
    )
    return {
        "FULL_MONTH": f"(?P<month>{full})",
        "ANY_MONTH": f"(?:{full})",
        "SHORT_MONTH": f"(?:{_one_of(short)})",
        "ONE_MONTH": f"(?P<one_month>{full})",
        "MONTH_FIGURE": r"(?P<one_month>1[0-2]|[1-9])",
        "MONTH": f"(?P<month>{any_month})",
        "LONE_DAY": f"(?P<lone>{day})",
        "DAY": f"(?P<day>{day})",
        "ONE_YEAR": f"(?P<one_year>{year})",
        "ONE": f"(?P<one>{day})",
        "TWO": f"(?P<two>{day})",
        "Y4": f"(?P<year>{year})",
        "ERA": f"(?P<era>{_one_of(language.eras)})",
        "ANY_WEEKDAY": f"(?:{_one_of(weekdays)})",
        "WEEKDAY": f"(?P<weekday>{_one_of(weekdays)})",
        "YEAR_WORD": f"(?P<year_word>{_one_of(_of_unit(phrases, 'Y'))})",
        "MONTH_WORD": f"(?P<month_word>{_one_of(_of_unit(phrases, 'M'))})",
        "WEEK_WORD": f"(?P<week_word>{_one_of(_of_unit(phrases, 'W'))})",
        "WHICH_YEAR": _choice("of", language.which),
        "WHICH": _choice("which", language.which),
        "UNIT": _choice("unit", language.units),
        "PORTION": _choice("portion", language.portions),
        "PART": _choice("part", language.parts),
        "N": f"(?P<n>{numbers})",
        "VAGUE": f"(?P<vague>{language.vague})",
        "ABOUT": f"(?P<about>{language.about})",
        "AGO": f"(?P<ago>{language.ago})",
        "AHEAD": f"(?P<ahead>{language.ahead})",
        "LATER": f"(?P<later>{language.later})",
        "ROMAN": r"(?P<roman>(?-i:[XVI]{1,6}))",
        "RANGE": f"(?:{language.ranges})",
        "EITHER": f"(?:{language.either})",
        "BOTH": f"(?:{language.both})",
        "NUMERIC": f"(?P<numeric>{_YMD}|{_DMY if language.right else _NEVER})",
        "YEAR": f"(?:{language.year})",
    }


def _is_whole_month(name: str, language: Language) -> bool:
    long = len(name) > _SHORT_MONTH or not language.right
    return long or name in language.whole


def _month(whole: Iterable[str], short: Iterable[str]) -> str:
    """A whole name; an abbreviation with its dot, or before a year."""
    names, marked = _one_of(whole), _one_of(short)
    return rf"{names}|(?:{marked})(?:\.|(?=\s+\d{{4}}))" if short else names


def _of_unit(phrases: Mapping[str, Meaning], unit: str) -> list[str]:
    return [
        phrase
        for phrase, said in phrases.items()
        if isinstance(said, Shifted) and said.unit == unit and not said.mod
    ]


def _choice(slot: str, meanings: Mapping[str, str]) -> str:
    """A group for each meaning of a slot: "unit_D", "unit_W"."""
    groups = [f"(?P<{slot}_{key}>{pattern})" for key, pattern in meanings.items()]
    return f"(?:{'|'.join(groups) or _NEVER})"


def _one_of(names: Iterable[str]) -> str:
    """The longest first; any white space for a space."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in ordered) or _NEVER


_SLOT = re.compile(r"(?<![A-Za-z_\\])[A-Z][A-Z_]*[A-Z4]?(?![A-Za-z_])")


def _pattern(language: Language, slots: Mapping[str, str], row: str) -> re.Pattern[str]:
    """A row with its slots filled in, bounded as the language bounds words."""
    filled = row
    while (expanded := _SLOT.sub(lambda m: slots.get(m[0], m[0]), filled)) != filled:
        filled = expanded
    return _any(f"{language.left}(?:{filled}){language.right}")


# What stands beside the expressions


def _bounds(bounds: Mapping[Bound, str]) -> str:
    groups = [f"(?P<{bound.name}>{pattern})" for bound, pattern in bounds.items()]
    return "|".join(groups) or _NEVER


def _links(language: Language) -> re.Pattern[str]:
    return _any(
        rf"\s*(?:(?P<range>{language.ranges})|(?P<either>{language.either})"
        rf"|(?P<both>{language.both}))\s*"
    )


def _words(language: Language, gap: str) -> re.Pattern[str]:
    """Sentence ends, words that show a tense, and any others."""
    ahead = [language.before.get(bound, _NEVER) for bound in (Bound.UNTIL, Bound.BY)]
    word = r"\w+" if language.left == r"(?<!\w)" else r"\w"
    return _any("|".join(_parts(language, ahead, gap, word)))


def _parts(
    language: Language, ahead: Iterable[str], gap: str, word: str
) -> Iterator[str]:
    clause_end = r"|[,;:](?=\s)" if language.right else ""
    yield f"(?P<end>{SENTENCE_END}{clause_end})"
    yield rf"(?P<until>{language.left}(?:{'|'.join(ahead)}){gap})"
    yield rf"(?P<future>{language.left}(?:{language.future}){language.right})"
    yield rf"(?P<past>{language.left}(?:{language.past}){language.right})"
    yield word
