"""The shape of a language's table: how it writes dates, as patterns with slots.

A slot is a name in capitals that stands for a part of a date. In `rows`:

- DAY, MONTH, FULL_MONTH (not abbreviated), Y4 (four digits), YEAR (as the language
  writes it after a month, a relative one included), WEEKDAY, NUMERIC; LONE_DAY, whose
  month is not said; PART (season, quarter, half), PORTION (early, mid, late), ROMAN;
- WHICH (last, this, next; recent, where "last June" can be only the latest), UNIT, N,
  VAGUE ("some"), ABOUT, AGO, AHEAD, LATER;
- YEAR_WORD, MONTH_WORD, WEEK_WORD: the phrases of that unit; WHICH_YEAR, where the
  year and not the month is last or next;
- RANGE, EITHER, BOTH: what stands between two dates. ONE is then the first day of two,
  TWO the second, ONE_MONTH and ONE_YEAR likewise, and the groups `left` and `right`
  are the two expressions.

A group `it` marks the expression where the rest is context.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.timex.meanings import Anchor, Meaning, Shifted
from generator.timex.phrases import Bound

Words = str
"""Phrases with " | " between them; each is matched as written."""


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes dates. All words are in lower case.

    `data` names dateparser's tables of months and weekdays; `months` and `weekdays`
    add case forms to them, `refused` takes names away; `whole` are month names that
    are as short as abbreviations. `day_words` are days of the month as words, `eras`
    the first year of each. `which`, `units`, `portions` and `parts` give the pattern
    of each meaning. `ago`, `ahead` and `later` are the words of a counting phrase:
    from publication, and from a date of the text.

    `before` and `after` are the words that bound a date from its left and from its
    right, where an `article` may follow; `ranges`, `either` and `both` stand between
    two dates, `between` and `opening` before two, `closing` after them. `future` and
    `past` are verbs and their helpers that show a direction. `lookalikes`, with a
    group `no`, are read over. `left` and `right` bound every pattern.
    """

    data: tuple[str, ...]
    rows: tuple[str, ...]
    year: str
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    phrases: Mapping[str, Meaning] = field(default_factory=dict)
    which: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    portions: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    day_words: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    eras: Mapping[str, int] = field(default_factory=dict)
    ago: str = "(?!)"
    ahead: str = "(?!)"
    later: str = "(?!)"
    about: str = "(?!)"
    vague: str = "(?!)"
    before: Mapping[Bound, str] = field(default_factory=dict)
    after: Mapping[Bound, str] = field(default_factory=dict)
    ranges: str = "[-–—]"
    either: str = "(?!)"
    both: str = "(?!)"
    between: str = "(?!)"
    opening: str = "(?!)"
    article: str = "(?!)"
    closing: str = ""
    future: str = "(?!)"
    past: str = "(?!)"
    lookalikes: tuple[str, ...] = ()
    left: str = r"(?<!\w)"
    right: str = r"(?!\w)"


def numbered(listed: Words, start: int = 1) -> dict[str, int]:
    """The words of *listed* by their place; "|" separates, "/" stands between forms."""
    return {
        form.strip(): number
        for number, forms in enumerate(listed.split("|"), start)
        for form in forms.split("/")
    }


def said(
    unit: str,
    counts: Mapping[int, Words],
    anchor: Anchor = Anchor.PUBLICATION,
    mod: str | None = None,
) -> dict[str, Shifted]:
    """Each phrase with the units that it lies from its anchor."""
    return {
        phrase.strip(): Shifted(unit, count, anchor, mod=mod, direction=count)
        for count, phrases in counts.items()
        for phrase in phrases.split("|")
    }


def ideographs(limit: int) -> dict[str, int]:
    """The numbers from 1 to *limit* (at most 99) as Chinese and Japanese write them."""
    ones = ["", *"一二三四五六七八九"]
    tens = ["", "十", *(f"{one}十" for one in ones[2:])]
    return {tens[n // 10] + ones[n % 10]: n for n in range(1, limit + 1)}


def told(unit: str, counts: Mapping[int, Words]) -> dict[str, Shifted]:
    """Each phrase that counts from a date of the text: "the next day"."""
    return said(unit, counts, Anchor.TEXT)


def edges(unit: str, mods: Mapping[str, Words], count: int = 0) -> dict[str, Shifted]:
    """Each phrase for an edge of the year or month under way: "the end of the year"."""
    return {
        phrase: shifted
        for mod, phrases in mods.items()
        for phrase, shifted in said(unit, {count: phrases}, Anchor.STORY, mod).items()
    }


def inflected(stems: Words, endings: str, start: int = 1) -> dict[str, int]:
    """Every stem with every ending, by the stem's place; "-" is a place left out.

    A "0" among *endings* is none.
    """
    return {
        stem.strip() + ending.replace("0", ""): number
        for number, stem in enumerate(stems.split("|"), start)
        if stem.strip() != "-"
        for ending in endings.split()
    }
