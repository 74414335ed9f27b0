"""What a reader knows at a place in a text: when it was published, what it has told.

`Setting` is fixed for a text; `Memory` grows with every date that has been placed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator.model.timex import Basis
from generator.timex import values
from generator.timex.cues import Tense, tense
from generator.timex.happenings import looked_up, names_dated_by
from generator.timex.lexicon import words
from generator.timex.meanings import (
    Anchor,
    Calendar,
    Expression,
    Meaning,
    Shifted,
    Weekday,
)
from generator.timex.tokens import Tokens
from generator.timex.values import Point

PUBLICATION = "the publication date"
COUNTED_FROM = "the date it counts from"

_ENOUGH = 4
"""So many full dates of other years make a history, unless it speaks of Fridays."""

_OPENING = 120
"""So many tokens are a text's opening."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A point on the calendar and why it is there.

    `point.year` is None while the year is missing; `point` is None where nothing of
    it is known, and `blank` is then the TIMEX3 value. `other` is a second reading
    that the words leave open ("last June", said in July).
    """

    point: Point | None
    basis: Basis = Basis.STATED
    anchor: str | None = None
    needs: str | None = None
    blank: str = ""
    other: Point | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole text.

    `dct` is the document creation time, `past` a day that the text knows as gone.
    `only_year` is the year in which every full date lies, with the reason.
    """

    tokens: Tokens
    dct: date | None
    past: date | None
    narrative: bool
    only_year: tuple[int, str] | None

    @staticmethod
    def of(
        tokens: Tokens,
        expressions: list[Expression],
        dct: date | None,
        not_before: date | None,
    ) -> Setting:
        return Setting(
            tokens,
            dct,
            past=not_before or _latest_told(tokens, expressions),
            narrative=is_narrative(expressions, dct),
            only_year=None if dct else _only_year(tokens, expressions, not_before),
        )

    @property
    def published(self) -> str:
        """The name of the creation time as an anchor."""
        return f"document creation time {self.dct}"


def full_dates(expressions: list[Expression]) -> list[tuple[Expression, Point]]:
    """The expressions that name a month and its year."""
    return [
        (e, Point(e.meaning.year, e.meaning.month, e.meaning.day))
        for e in expressions
        if isinstance(e.meaning, Calendar)
        and isinstance(e.meaning.year, int)
        and e.meaning.month
    ]


def is_narrative(expressions: list[Expression], dct: date | None) -> bool:
    """True when a text tells history: full dates of other years, few words of today.

    News says "Friday" and "last week", and says so or gives its own year at the top;
    a history says "in May 1863" and "April 9".
    """
    years = [point.year for _, point in full_dates(expressions)]
    recent = [e for e in expressions if _is_of_today(e)]
    if dct is None:
        return len(years) >= _ENOUGH and len(set(years)) > 1 and not recent
    opening = [e for e in expressions if e.first < _OPENING]
    if any(_is_of_today(e) or _is_of_year(e, dct.year) for e in opening):
        return False
    elsewhere = [year for year in years if year != dct.year]
    return len(elsewhere) >= max(_ENOUGH, 2 * len(recent))


def _is_of_today(expression: Expression) -> bool:
    """True for what counts from publication."""
    meaning = expression.meaning
    if isinstance(meaning, Shifted):
        return meaning.anchor is Anchor.PUBLICATION
    return isinstance(meaning, Weekday)


def _is_of_year(expression: Expression, year: int) -> bool:
    meaning = expression.meaning
    return isinstance(meaning, Calendar) and meaning.year == year


def _latest_told(tokens: Tokens, expressions: list[Expression]) -> date | None:
    """The latest full date that the text tells in the past tense."""
    told = [
        day
        for expression, point in full_dates(expressions)
        if (day := point.as_date) and tense(tokens, expression) is Tense.PAST
    ]
    return max(told, default=None)


_LATE = 18
"""From this hour on, "at 3 a.m." is of the next day."""


def _is_late(meaning: Meaning) -> bool:
    """True for "late on Monday", "Monday night", "11.30 p.m. on Monday"."""
    time = getattr(meaning, "time", None)
    if time in ("NI", "EV") or (
        time is None and getattr(meaning, "mod", None) == "END"
    ):
        return True
    return time is not None and time[:2].isdigit() and int(time[:2]) >= _LATE


def _only_year(
    tokens: Tokens, expressions: list[Expression], not_before: date | None
) -> tuple[int, str] | None:
    """The one year in which every full date of the text lies, and the reason.

    A later year named by itself speaks against it, unless it is a limit ("by 2030").
    """
    years = {point.year for _, point in full_dates(expressions)}
    reason = "every full date in the text lies in {}"
    if not years and not_before:
        years, reason = {not_before.year}, f"published no earlier than {not_before}"
    if len(years) != 1 or (not_before and not_before.year not in years):
        return None
    (year,) = years
    assert year is not None
    later = any(
        isinstance(e.meaning, Calendar)
        and isinstance(e.meaning.year, int)
        and e.meaning.year > year
        and tokens.low(e.first - 1) not in ("by", "until", "till", "through")
        for e in expressions
    )
    return None if later else (year, reason.format(year))


_ASIDE = words("until till since than before followed opposed compared")
"""Words that put a date beside the story: "until the fall of Budapest in 1945"."""

_CLAUSE = 8
"""So many tokens before a date are its clause."""

_GRAINS = {
    **{"D": "DMWY", "W": "WY", "WE": "WY", "M": "MY", "Y": "Y"},
    **{"Q": "QY", "S": "Y", "H": "Y"},
}
"""The units that a point can be an anchor for, by its own unit."""


@dataclass
class Memory:
    """The dates that the text has given so far, each with its words.

    `last` is the last point that can anchor a unit; `story` the last date of the
    main line, with the index of its token; `named_months` the years with which
    each month was named; `happenings` the day of each that was dated by its name,
    None for one with several days; `late` is true when the last day was told of at
    its end.
    """

    setting: Setting
    last: dict[str, tuple[Point, str]] = field(default_factory=dict)
    story: tuple[Point, str, int] | None = None
    named_months: dict[int, dict[int, str]] = field(default_factory=dict)
    happenings: dict[str, tuple[Point, str] | None] = field(default_factory=dict)
    late: bool = False
    heading: tuple[int, str] | None = None

    def lose(self, expression: Expression) -> None:
        """Forgets the last day: one that cannot be placed has been told since."""
        meaning = expression.meaning
        day = isinstance(meaning, Weekday) or bool(getattr(meaning, "day", None))
        if day and self.setting.dct is None:
            self.last.pop("D", None)

    def _leave(self, expression: Expression, point: Point, words: str) -> None:
        """Leaves the last day and week behind, for a month in which they do not lie.

        "In July 2022 it was founded": no "same day" is that of a day told before.
        """
        if point.unit not in "MYQSH" or not self._is_story(expression, point):
            return
        for unit in ("D", "W"):
            last = self.last.get(unit)
            if last is not None and not point.holds(last[0]):
                self.last[unit] = (point, words)

    def _head(self, expression: Expression, point: Point, words: str) -> None:
        """Remembers a year that is a line by itself, over days without their year."""
        text = self.setting.tokens.text
        start = text.rfind("\n", 0, expression.start) + 1
        end = text.find("\n", expression.end)
        line = text[start : end if end >= 0 else len(text)]
        if (
            point.unit == "Y"
            and point.year
            and line.strip(" \t#*_:=-") == str(point.year)
        ):
            self.heading = (point.year, words)

    def keep(self, expression: Expression, point: Point) -> None:
        """Remembers a date that has been placed."""
        if point.unit == "D":
            self.late = _is_late(expression.meaning)
        tokens, meaning = self.setting.tokens, expression.meaning
        words = " ".join(tokens.text[expression.start : expression.end].split())
        stated = isinstance(meaning, Calendar) and meaning.year is not None
        words = f"“{words}”" if stated else f"“{words}” ({point.value})"
        if stated:
            self._leave(expression, point, words)
        for unit in _GRAINS[point.unit]:
            self.last[unit] = (point, words)
        self._head(expression, point, words)
        if point.unit == "D":
            self._name(expression, point, words)
        if self._is_story(expression, point):
            self.story = (point, words, expression.first)
        if point.month and point.year is not None and stated:
            self.named_months.setdefault(point.month, {})[point.year] = words

    def _name(self, expression: Expression, point: Point, words: str) -> None:
        """Remembers what happened on a day; with a second day it has none."""
        for name in names_dated_by(self.setting.tokens, expression):
            known = self.happenings.setdefault(name, (point, words))
            if known is not None and known[0] != point:
                self.happenings[name] = None

    def happening(self, first: int, last: int) -> tuple[Point, str] | None:
        """The day of the happening that the tokens *first* to *last* name."""
        for name in looked_up(self.setting.tokens, first, last):
            if (known := self.happenings.get(name)) is not None:
                return (known[0], f"{known[1]} earlier in the text")
        return None

    def _is_story(self, expression: Expression, point: Point) -> bool:
        """False for a date in passing: "the previous year", "would last until 1945"."""
        if isinstance(expression.meaning, Shifted) and expression.meaning.unit != "D":
            return False
        tokens, first = self.setting.tokens, expression.first
        opening, _ = tokens.sentence_span(first)
        before = range(max(opening, first - _CLAUSE), first)
        if any(tokens.low(i) in _ASIDE for i in before):
            return False
        opens = first < opening + 4
        return point.unit != "Y" or opens or self.story is None

    def anchor(self, said: Shifted) -> tuple[Point, str] | None:
        """The point that a phrase counts from, and its name; None where unknown."""
        setting = self.setting
        from_text = said.anchor in (Anchor.TEXT, Anchor.NAMED)
        if said.anchor is Anchor.STORY:
            from_text = setting.narrative or setting.dct is None
        if from_text:
            unit = said.unit if said.unit in ("D", "W", "M", "Q") else "Y"
            unit = "W" if said.unit == "WE" else unit
            if unit in self.last:
                point, words = self.last[unit]
                return (point, f"{words} earlier in the text")
            if setting.narrative or said.anchor is Anchor.NAMED:
                return None  # "that month" is none that the text has not named
            if said.to_the_day and said.direction > 0:
                return None  # "two days later" is not two days from now
        if setting.dct is None:
            return None
        return (values.of_day(setting.dct), setting.published)
