"""Recognised expressions into values: each is hung on what it counts from.

The anchors are the document creation time, the last date that the text resolved,
and, where neither is allowed to speak, nothing: the value then keeps its X.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from generator.model.timex import Basis, TimexType
from generator.timex import values
from generator.timex.cues import Tense, tense
from generator.timex.meanings import (
    Anchor,
    Calendar,
    Direction,
    Era,
    Expression,
    Offset,
    Period,
    Reference,
    Repeated,
    Shifted,
    TimeOfDay,
    Weekday,
    Weekend,
    WeekOf,
)
from generator.timex.tokens import Tokens
from generator.timex.values import Point

PUBLICATION = "the publication date"
_TURN_OF_THE_YEAR = 11
"""So many months back, and a story has gone on into the next year."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its value; `point` is its place on the calendar, if any."""

    expression: Expression
    type: TimexType
    value: str
    mod: str | None = None
    point: Point | None = None
    edtf: str | None = None
    basis: Basis = Basis.STATED
    anchor: str | None = None
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A point and why it is there; `point.year` may still be missing."""

    point: Point
    basis: Basis = Basis.STATED
    anchor: str | None = None
    needs: str | None = None


def resolve(
    tokens: Tokens,
    expressions: list[Expression],
    dct: date | None,
    not_before: date | None,
) -> list[Resolved]:
    """The expressions with their values, in the order of the text."""
    reader = _Reader(
        tokens,
        dct,
        narrative=is_narrative(expressions, dct),
        only_year=_only_year(tokens, expressions, not_before),
        sentences=tokens.sentences,
    )
    return [reader.read(expression) for expression in expressions]


def is_narrative(expressions: list[Expression], dct: date | None) -> bool:
    """True when a text tells history: many years of its own, few words of today.

    News says "Friday" and "last week"; a history says "in 1863" and "April 9".
    """
    years = [
        e.meaning.year
        for e in expressions
        if isinstance(e.meaning, Calendar)
        and isinstance(e.meaning.year, int)
        and e.meaning.month
    ]
    deictic = sum(
        isinstance(e.meaning, Weekday)
        or (isinstance(e.meaning, Shifted) and e.meaning.anchor is Anchor.PUBLICATION)
        for e in expressions
    )
    if dct is None:
        return len(years) >= 4 and len(set(years)) >= 2 and not deictic
    elsewhere = [year for year in years if year != dct.year]
    return len(elsewhere) >= 4 and len(elsewhere) > deictic


def _only_year(
    tokens: Tokens, expressions: list[Expression], not_before: date | None
) -> tuple[int, str] | None:
    """The one year in which every full date of the text lies, and the reason."""
    years = {
        e.meaning.year
        for e in expressions
        if isinstance(e.meaning, Calendar)
        and isinstance(e.meaning.year, int)
        and e.meaning.month
    }
    if not years and not_before:
        return (not_before.year, f"published no earlier than {not_before.isoformat()}")
    if len(years) == 1 and (not_before is None or not_before.year in years):
        (year,) = years
        return (year, f"every full date in the text lies in {year}")
    return None


@dataclass
class _Reader:
    """Reads expressions in order, remembering the dates it has placed."""

    tokens: Tokens
    dct: date | None
    narrative: bool
    only_year: tuple[int, str] | None
    sentences: Sequence[int]
    last: dict[str, tuple[Point, str]] = field(default_factory=dict)
    named_months: dict[int, dict[int, str]] = field(default_factory=dict)
    story: tuple[Point, str] | None = None
    story_at: int | None = None

    def read(self, expression: Expression) -> Resolved:
        resolved = self._resolved(expression)
        if resolved.point is not None and resolved.point.year is not None:
            self._remember(resolved)
        return resolved

    def _remember(self, resolved: Resolved) -> None:
        point = resolved.point
        assert point is not None
        assert point.year is not None
        text = self._words(resolved.expression)
        meaning = resolved.expression.meaning
        grains = {"D": "DMWY", "W": "WY", "WE": "WY", "M": "MY"}.get(point.unit, "Y")
        if point.unit in ("Q", "S", "H"):
            grains = "QY"
        for grain in grains:
            self.last[grain] = (point, text)
        self.last["any"] = (point, text)
        if self._tells_the_story(resolved.expression, point):
            self.story = (point, text)
            self.story_at = resolved.expression.first
        if point.month and isinstance(meaning, Calendar) and meaning.year is not None:
            self.named_months.setdefault(point.month, {})[point.year] = text

    def _tells_the_story(self, expression: Expression, point: Point) -> bool:
        """False for a year in passing: "the previous year", "would last until 1945"."""
        if isinstance(expression.meaning, Shifted) and expression.meaning.unit != "D":
            return False
        first = expression.first
        opens = first < 4 or self.sentences[first - 4] != self.sentences[first]
        return point.unit != "Y" or opens or self.story is None

    def _words(self, expression: Expression) -> str:
        return " ".join(self.tokens.text[expression.start : expression.end].split())

    def _resolved(self, expression: Expression) -> Resolved:
        match expression.meaning:
            case Period(value, mod):
                return Resolved(expression, TimexType.DURATION, value, mod)
            case Repeated(value):
                return Resolved(expression, TimexType.SET, value)
            case Reference(value):
                return Resolved(expression, TimexType.DATE, value)
            case Era() as era:
                return self._era(expression, era)
            case TimeOfDay(time):
                return self._time_of_day(expression, time)
            case Calendar() as calendar:
                placed = self._calendar(expression, calendar)
                return _at(expression, placed, calendar.mod, calendar.time)
            case Weekday() as weekday:
                return self._weekday(expression, weekday)
            case Weekend():
                return self._weekend(expression)
            case WeekOf(day):
                return self._week_of(expression, day)
            case Offset() as offset:
                return self._offset(expression, offset)
            case Shifted() as phrase:
                return self._shifted(expression, phrase)

    # Calendar dates

    def _calendar(self, expression: Expression, said: Calendar) -> Placed:
        """A month, day, season, quarter or year, with the year found for it."""
        if isinstance(said.year, int):
            return Placed(_point(said, said.year))
        if isinstance(said.year, Shifted):
            year = self._shifted_point(said.year)
            if year.point.year is None:
                return Placed(_point(said, None), year.basis, None, year.needs)
            return Placed(_point(said, year.point.year), year.basis, year.anchor)
        if said.direction is not None:
            return self._directed(said)
        if self.dct is None:
            settled = self._settled(said)
            if settled is not None:
                return settled
        if self.narrative:
            return self._carried(expression, said)
        if self.dct is None:
            return Placed(_point(said, None), Basis.INFERRED, None, PUBLICATION)
        return self._nearest(expression, said, self.dct)

    def _directed(self, said: Calendar) -> Placed:
        """ "last June", "this spring", "next Thanksgiving"."""
        anchor = self.dct
        if self.narrative and self.dct and "any" in self.last:
            point, words = self.last["any"]
            year = point.year
            if said.direction is Direction.NEXT and year is not None:
                year += 1
            return Placed(_point(said, year), Basis.RELATIVE, f"“{words}”")
        if anchor is None:
            return Placed(_point(said, None), Basis.RELATIVE, None, PUBLICATION)
        here = anchor.year * 12 + anchor.month - 1
        there = _point(said, anchor.year).ordinal
        assert there is not None
        shift = 0
        if said.direction is Direction.LAST and there >= here - (said.part is not None):
            shift = -1
        elif said.direction is Direction.NEXT and there <= here:
            shift = 1
        return Placed(
            _point(said, anchor.year + shift), Basis.RELATIVE, self._published()
        )

    def _nearest(self, expression: Expression, said: Calendar, dct: date) -> Placed:
        """The year that brings a bare month, day or season nearest to publication."""
        told = self._told_beside(expression, dct) if said.day else None
        if told is not None and tense(self.tokens, expression) is not Tense.FUTURE:
            point, words = told
            assert point.year is not None
            return Placed(
                _point(said, point.year),
                Basis.INFERRED,
                f"“{words}” earlier in the text",
            )
        anchor = self._published()
        best = min(
            (dct.year, dct.year - 1, dct.year + 1),
            key=lambda year: self._distance(said, year, dct),
        )
        if tense(self.tokens, expression) is Tense.PAST:
            there = _point(said, best)
            if there.ordinal is not None and (
                there.ordinal > dct.year * 12 + dct.month - 1
            ):
                best -= 1
        return Placed(_point(said, best), Basis.RELATIVE, anchor)

    def _told_beside(
        self, expression: Expression, dct: date
    ) -> tuple[Point, str] | None:
        """A full date of a year long gone, in this sentence or the one before."""
        if self.story is None or self.story_at is None:
            return None
        point, _ = self.story
        gap = self.sentences[expression.first] - self.sentences[self.story_at]
        if gap > 1 or not point.month or point.year is None:
            return None
        return self.story if abs(point.year - dct.year) >= 2 else None

    @staticmethod
    def _distance(said: Calendar, year: int, dct: date) -> tuple[int, int]:
        point = _point(said, year)
        day = point.as_date
        wrong_weekday = (
            day is not None
            and said.weekday is not None
            and day.isoweekday() != said.weekday
        )
        if day is None:
            months = (point.ordinal or 0) - (dct.year * 12 + dct.month - 1)
            # A month as far ahead as another is behind: news looks back.
            return (wrong_weekday, 2 * abs(months) - (months < 0))
        return (wrong_weekday, abs((day - dct).days))

    def _carried(self, expression: Expression, said: Calendar) -> Placed:
        """Narrative: the year of the story goes on, and turns with its months.

        A January that follows a December is the next year's.
        """
        if self.story is None:
            if self.dct is not None:
                return self._nearest(expression, said, self.dct)
            return Placed(_point(said, None), Basis.INFERRED, None, "its year")
        point, words = self.story
        year = point.year
        assert year is not None
        month = said.month or values.PART_MONTHS.get(said.part or "")
        if month and point.month and point.month - month >= _TURN_OF_THE_YEAR:
            year += 1
        if (said.month, said.day) == (2, 29):
            year += next(n for n in range(9) if values.exists(year + n, 2, 29))
        return Placed(
            _point(said, year), Basis.INFERRED, f"“{words}” earlier in the text"
        )

    def _settled(self, said: Calendar) -> Placed | None:
        """The year that the text itself settles, where no creation time is known."""
        month = said.month
        named = self.named_months.get(month, {}) if month else {}
        if len(named) == 1:
            ((year, words),) = named.items()
            return Placed(
                _point(said, year), Basis.INFERRED, f"“{words}” earlier in the text"
            )
        if self.only_year is not None and not named and month:
            year, reason = self.only_year
            point = _point(said, year)
            day = point.as_date
            if not (day and said.weekday and day.isoweekday() != said.weekday):
                return Placed(point, Basis.INFERRED, reason)
        return None

    # Weekdays

    def _weekday(self, expression: Expression, said: Weekday) -> Resolved:
        if self.dct is None or self.narrative:
            value = f"XXXX-WXX-{said.weekday}" + (f"T{said.time}" if said.time else "")
            return Resolved(
                expression,
                TimexType.TIME if said.time else TimexType.DATE,
                value,
                said.mod,
                basis=Basis.RELATIVE,
                needs=PUBLICATION,
            )
        placed = self._weekday_point(expression, said, self.dct)
        return _at(expression, placed, said.mod, said.time)

    def _weekday_point(
        self, expression: Expression, said: Weekday, dct: date
    ) -> Placed:
        back = (dct.isoweekday() - said.weekday) % 7
        if said.direction is Direction.LAST:
            day = dct - timedelta(days=back or 7)
        elif said.direction is Direction.NEXT or (
            back and tense(self.tokens, expression) is Tense.FUTURE
        ):
            day = dct + timedelta(days=7 - back)
        else:
            day = dct - timedelta(days=back)
        return Placed(values.of_day(day), Basis.RELATIVE, self._published())

    def _weekend(self, expression: Expression) -> Resolved:
        """The weekend under way or the last one, unless the verb looks ahead."""
        if self.dct is None:
            return self._unknown(expression, "XXXX-WXX-WE")
        ahead = tense(self.tokens, expression) is Tense.FUTURE
        day = self.dct
        if day.isoweekday() < 6 and not ahead:
            day -= timedelta(weeks=1)
        point = values.of_week(day, weekend=True)
        placed = Placed(point, Basis.RELATIVE, self._published())
        return _at(expression, placed, None, None)

    def _week_of(self, expression: Expression, said: Calendar) -> Resolved:
        placed = self._calendar(expression, said)
        day = placed.point.as_date
        if day is not None:
            placed = replace(placed, point=values.of_week(day))
        return _at(expression, placed, None, None)

    def _offset(self, expression: Expression, said: Offset) -> Resolved:
        if isinstance(said.of, Weekday):
            if self.dct is None:
                return self._unknown(expression, "XXXX-XX-XX")
            placed = self._weekday_point(expression, said.of, self.dct)
        elif isinstance(said.of, Calendar):
            placed = self._calendar(expression, said.of)
        else:
            placed = self._shifted_point(said.of)
        point = values.shifted(placed.point, said.unit, said.count)
        if point is None:
            return self._unknown(expression, "XXXX-XX-XX")
        return _at(expression, replace(placed, point=point), None, None)

    def _unknown(self, expression: Expression, value: str) -> Resolved:
        return Resolved(
            expression,
            TimexType.DATE,
            value,
            basis=Basis.RELATIVE,
            needs=PUBLICATION,
        )

    # Counted from an anchor

    def _shifted(self, expression: Expression, said: Shifted) -> Resolved:
        if said.count is None:
            value = "PAST_REF" if said.direction < 0 else "FUTURE_REF"
            return Resolved(expression, TimexType.DATE, value, basis=Basis.RELATIVE)
        if said.unit in ("DE", "CE") and said.direction == 0:
            return self._relative_era(expression, said)
        placed = self._shifted_point(said)
        return _at(expression, placed, said.mod, said.time)

    def _shifted_point(self, said: Shifted) -> Placed:
        assert said.count is not None
        anchor = self._anchor(said)
        if anchor is not None:
            point, words = anchor
            unit, count = said.unit, said.count
            found = values.shifted(point, unit, count)
            if found is not None:
                return Placed(found, Basis.RELATIVE, words)
        needs = PUBLICATION if self.dct is None else None
        return Placed(_blank(said.unit), Basis.RELATIVE, None, needs)

    def _anchor(self, said: Shifted) -> tuple[Point, str] | None:
        """The point that a phrase counts from, and its name."""
        if said.anchor is Anchor.TEXT:
            grain = {"D": "D", "W": "W", "WE": "W", "M": "M", "Q": "Q"}.get(
                said.unit, "Y"
            )
            if grain in self.last:
                point, words = self.last[grain]
                return (point, f"“{words}”")
        if self.dct is None or (self.narrative and said.anchor is Anchor.TEXT):
            return None
        return (values.of_day(self.dct), self._published())

    def _relative_era(self, expression: Expression, said: Shifted) -> Resolved:
        anchor = self._anchor(said)
        if anchor is None or anchor[0].year is None or said.count is None:
            return self._unknown(expression, "XXXX")
        size = 10 if said.unit == "DE" else 100
        year = anchor[0].year
        digits = str(abs(year) // size + (said.count if year > 0 else -said.count))
        if year < 0:
            digits = digits.zfill(3 if size == 10 else 2)
        era = Era(digits, said.mod, before_christ=year < 0)
        return self._era(expression, era, Basis.RELATIVE, anchor[1])

    # The rest

    def _era(
        self,
        expression: Expression,
        said: Era,
        basis: Basis = Basis.STATED,
        anchor: str | None = None,
    ) -> Resolved:
        """A decade or a century, its missing century the latest that has begun."""
        digits = said.digits
        if len(digits) == 1:
            near = self.dct.year if self.dct else None
            if "Y" in self.last and (self.dct is None or self.narrative):
                near = self.last["Y"][0].year
            if near is None:
                return Resolved(
                    expression, TimexType.DATE, f"XX{digits}", said.mod,
                    needs="its century",
                )  # fmt: skip
            start = near // 100 * 100 + int(digits) * 10
            digits = str((start if start <= near else start - 100) // 10)
            basis, anchor = Basis.INFERRED, f"a year near {near}"
        if said.before_christ:
            return Resolved(expression, TimexType.DATE, f"BC{digits}", said.mod)
        return Resolved(
            expression,
            TimexType.DATE,
            digits,
            said.mod,
            edtf=digits.ljust(4, "X"),
            basis=basis,
            anchor=anchor,
        )

    def _time_of_day(self, expression: Expression, time: str) -> Resolved:
        if "D" in self.last:
            point, words = self.last["D"]
            placed = Placed(point, Basis.RELATIVE, f"“{words}”")
        elif self.dct is not None:
            placed = Placed(values.of_day(self.dct), Basis.RELATIVE, self._published())
        else:
            return Resolved(
                expression,
                TimexType.TIME,
                f"XXXX-XX-XXT{time}",
                basis=Basis.RELATIVE,
                needs=PUBLICATION,
            )
        return _at(expression, placed, None, time)

    def _published(self) -> str:
        assert self.dct is not None
        return f"document creation time {self.dct.isoformat()}"


def _point(said: Calendar, year: int | None) -> Point:
    if said.holiday is not None:
        if year is None or not 1600 <= year <= 9999:
            return Point(None)
        return values.of_holiday(said.holiday, year)
    day = said.day
    if (
        said.month
        and day
        and year is not None
        and not values.exists(year, said.month, day)
    ):
        day = None
    return Point(year, said.month, day, said.part)


_BLANKS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX",
           "Q": "XXXX-QX"}  # fmt: skip


def _blank(unit: str) -> Point:
    return Point(None, part=unit if unit in _BLANKS else None)


def _at(
    expression: Expression, placed: Placed, mod: str | None, time: str | None
) -> Resolved:
    """The resolved expression for a place on the calendar."""
    point = placed.point
    unknown = point.year is None and point.part in _BLANKS
    value = _BLANKS[point.part or ""] if unknown else point.value
    edtf = point.edtf
    if edtf and mod == "APPROX":
        edtf += "~" if "/" not in edtf else ""
    if time is not None and point.day is None and not unknown:
        time = None
    return Resolved(
        expression,
        TimexType.TIME if time else TimexType.DATE,
        f"{value}T{time}" if time else value,
        mod,
        None if unknown else point,
        edtf,
        placed.basis,
        placed.anchor,
        placed.needs if edtf is None else None,
    )
