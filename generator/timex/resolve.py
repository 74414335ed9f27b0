"""Recognised expressions into values: each is hung on what it counts from.

The anchors are the document creation time, the last date that the text resolved,
and, where neither is allowed to speak, nothing: the value then keeps its X.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.model.timex import Basis, TimexType
from generator.timex import values
from generator.timex.counting import counted, era, shifted
from generator.timex.meanings import (
    Calendar,
    DayOfMonth,
    DayOfWeek,
    Era,
    Expression,
    FromHappening,
    Meaning,
    Offset,
    Overnight,
    Period,
    Reference,
    Repeated,
    Shifted,
    TimeOfDay,
    TurnOfYear,
    Weekday,
    Weekend,
    WeekOf,
)
from generator.timex.memory import COUNTED_FROM, Memory, Placed, Setting
from generator.timex.missing_year import point_of, turn_of_year, with_year
from generator.timex.open_days import (
    day_of_clock,
    day_of_month,
    day_of_week,
    overnight,
    weekday,
    weekend,
)
from generator.timex.resolved import BLANKS, UNIT_NAMES, Resolved, at
from generator.timex.tokens import Tokens
from generator.timex.values import Point

_FISCAL = "the months of the fiscal year"


def resolve(
    tokens: Tokens,
    expressions: list[Expression],
    dct: date | None,
    not_before: date | None,
) -> list[Resolved]:
    """The expressions with their values, in the order of the text."""
    memory = Memory(Setting.of(tokens, expressions, dct, not_before))
    if not memory.setting.narrative:
        expressions = [e for e in expressions if not _is_of_history(e.meaning)]
    found = []
    for index, expression in enumerate(expressions):
        resolved = _resolved(memory, expression, expressions[index + 1 : index + 2])
        if resolved.point is not None and resolved.point.year is not None:
            memory.keep(expression, resolved.point)
        else:
            memory.lose(expression)
        found.append(resolved)
    return found


def _is_of_history(meaning: Meaning) -> bool:
    return isinstance(meaning, Reference) and meaning.of_history


def _resolved(
    memory: Memory, expression: Expression, following: Sequence[Expression] = ()
) -> Resolved:
    """The expression with its value; *following* is the next one, if any."""
    match expression.meaning:
        case Period(value, mod):
            return Resolved(expression, TimexType.DURATION, value, mod)
        case Repeated(value):
            return Resolved(expression, TimexType.SET, value)
        case Reference() as reference:
            kind = TimexType.TIME if reference.of_day else TimexType.DATE
            return Resolved(expression, kind, reference.value)
        case Era() as named:
            return era(memory, expression, named)
        case TimeOfDay(time):
            return at(expression, day_of_clock(memory, time), None, time)
        case Calendar() as said:
            placed = _calendar(memory, expression, said)
            resolved = at(expression, placed, said.mod, said.time)
            return (
                replace(resolved, edtf=None, needs=_FISCAL) if said.fiscal else resolved
            )
        case DayOfMonth() as day:
            return at(expression, day_of_month(memory, expression, day), None, None)
        case Weekday() as said_day:
            placed = weekday(memory, expression, said_day)
            return at(expression, placed, said_day.mod, said_day.time)
        case DayOfWeek() as in_week:
            return at(expression, day_of_week(memory, in_week), None, None)
        case Weekend():
            return at(expression, weekend(memory.setting, expression), None, None)
        case TurnOfYear():
            placed = turn_of_year(memory.setting, expression)
            return at(expression, placed, None, None)
        case Overnight():
            return at(expression, overnight(memory.setting, expression), None, "NI")
        case WeekOf(said):
            placed = _calendar(memory, expression, said)
            of_day = placed.point.as_date if placed.point else None
            if of_day is not None:
                placed = replace(placed, point=values.of_week(of_day))
            return at(expression, placed, None, None)
        case FromHappening() as said_from:
            return _from_happening(memory, expression, said_from, following)
        case Offset() as offset:
            placed = _offset(memory, expression, offset)
            return at(expression, placed, None, offset.time)
        case Shifted() as said_shift:
            return shifted(memory, expression, said_shift)


def _calendar(memory: Memory, expression: Expression, said: Calendar) -> Placed:
    """A month, day, season, quarter or year, with the year found for it."""
    if isinstance(said.year, int):
        return Placed(point_of(said, said.year))
    if said.year is None:
        return with_year(memory, expression, said)
    year = counted(memory, said.year)
    number = year.point.year if year.point else None
    return replace(year, point=point_of(said, number))


def _offset(memory: Memory, expression: Expression, said: Offset) -> Placed:
    """ "the day before last Tuesday"."""
    match said.of:
        case Weekday() as said_day:
            placed = weekday(memory, expression, said_day)
        case Calendar() as calendar:
            placed = _calendar(memory, expression, calendar)
        case Shifted() as shift:
            placed = counted(memory, shift)
    point = placed.point and values.shifted(placed.point, said.unit, said.count)
    if point is None:
        return replace(placed, point=None, blank=BLANKS.get(said.unit, "XXXX"))
    return replace(placed, point=point)


def _from_happening(
    memory: Memory,
    expression: Expression,
    said: FromHappening,
    beside: Sequence[Expression],
) -> Resolved:
    """ "two days after the quake": from its date, which stands beside it or before.

    *beside* is the next expression of the text, if any. Without a date a length stays
    one, and needs the date of the happening.
    """
    tokens = memory.setting.tokens
    name = tokens.text[
        tokens.spans[said.first][0] : tokens.spans[max(said.first, said.last)][1]
    ]
    anchor = _date_beside(memory, said, beside) or memory.happening(
        said.first, said.last
    )
    found = None
    if anchor is not None and said.count is not None:
        found = values.shifted(anchor[0], said.unit, said.count)
    if anchor is not None and found is not None:
        placed = Placed(found, Basis.RELATIVE, anchor[1])
        resolved = at(expression, placed, said.mod, None)
        day = anchor[0].as_date
        if said.unit == "W" and day is not None and said.count is not None:
            # As "a week ago": about that day, though TIMEX3 gives the whole week.
            resolved = replace(resolved, edtf=f"{day + timedelta(weeks=said.count)}~")
        return resolved
    needs = (
        None if said.last < said.first else f"the date of “{' '.join(name.split())}”"
    )
    if needs and said.count is None and said.length:
        needs += f", how many {UNIT_NAMES[said.unit]}"
    if said.length is None:
        blank = BLANKS.get(said.unit, "XXXX")
        placed = Placed(None, Basis.RELATIVE, None, needs or COUNTED_FROM, blank)
        return at(expression, placed, said.mod, None)
    return Resolved(expression, TimexType.DURATION, said.length, said.mod, needs=needs)


def _date_beside(
    memory: Memory, said: FromHappening, beside: Sequence[Expression]
) -> tuple[Point, str] | None:
    """The date in "the day before Christmas", "after the quake on 3 May"."""
    for other in beside:
        tokens, gap = memory.setting.tokens, other.first - said.last
        inside = said.first <= other.first <= max(said.first + 1, said.last)
        linked = gap == 2 and tokens.low(said.last + 1) in ("on", "of", "in")
        if not inside and gap != 1 and not linked:
            return None
        point = _resolved(memory, other).point
        if point is not None and point.year is not None:
            words = " ".join(tokens.text[other.start : other.end].split())
            return (point, f"“{words}” beside it")
    return None
