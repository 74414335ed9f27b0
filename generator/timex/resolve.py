"""Recognised expressions into values: each is hung on what it counts from.

The anchors are the document creation time, the last date that the text resolved,
and, where neither is allowed to speak, nothing: the value then keeps its X.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.model.timex import Basis, TimexType
from generator.timex import values
from generator.timex.cues import Tense, tense
from generator.timex.meanings import (
    Anchor,
    Calendar,
    DayOfMonth,
    DayOfWeek,
    Direction,
    Era,
    Expression,
    FromHappening,
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
from generator.timex.memory import COUNTED_FROM, PUBLICATION, Memory, Placed, Setting
from generator.timex.missing_year import point_of, with_year
from generator.timex.tokens import Tokens
from generator.timex.values import Point

_BLANKS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX",
           "Q": "XXXX-QX", "DE": "XXX", "CE": "XX"}  # fmt: skip
"""The TIMEX3 value of a unit of which nothing is known; a year's is XXXX."""

_SOON = timedelta(days=7)
"""How far ahead "the 21st" may lie without a verb that says so."""

_ABOUT = frozenset(
    ("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE")
)
"""Modifiers after which a counted date is only near: "almost four years ago"."""

_FISCAL = "the months of the fiscal year"

_UNIT_NAMES = {
    **{"S": "seconds", "MIN": "minutes", "H": "hours", "D": "days", "W": "weeks"},
    **{"M": "months", "Q": "quarters", "Y": "years", "DE": "decades"},
    **{"CE": "centuries", "ML": "millennia"},
}


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


def resolve(
    tokens: Tokens,
    expressions: list[Expression],
    dct: date | None,
    not_before: date | None,
) -> list[Resolved]:
    """The expressions with their values, in the order of the text."""
    memory = Memory(Setting.of(tokens, expressions, dct, not_before))
    found = []
    for index, expression in enumerate(expressions):
        resolved = _resolved(memory, expression)
        if isinstance(expression.meaning, FromHappening):
            beside = expressions[index + 1 : index + 2]
            resolved = _from_happening(memory, expression, expression.meaning, beside)
        if resolved.point is not None and resolved.point.year is not None:
            memory.keep(expression, resolved.point)
        found.append(resolved)
    return found


def _resolved(memory: Memory, expression: Expression) -> Resolved:
    match expression.meaning:
        case Period(value, mod):
            return Resolved(expression, TimexType.DURATION, value, mod)
        case Repeated(value):
            return Resolved(expression, TimexType.SET, value)
        case Reference() as reference:
            kind = TimexType.TIME if reference.of_day else TimexType.DATE
            return Resolved(expression, kind, reference.value)
        case Era() as era:
            return _era(memory, expression, era)
        case TimeOfDay(time):
            return _at(expression, _day_of_clock(memory, time), None, time)
        case Calendar() as said:
            placed = _calendar(memory, expression, said)
            resolved = _at(expression, placed, said.mod, said.time)
            return (
                replace(resolved, edtf=None, needs=_FISCAL) if said.fiscal else resolved
            )
        case DayOfMonth() as day:
            return _at(expression, _day_of_month(memory, expression, day), None, None)
        case Weekday() as weekday:
            placed = _weekday(memory, expression, weekday)
            return _at(expression, placed, weekday.mod, weekday.time)
        case DayOfWeek() as named:
            return _at(expression, _day_of_week(memory, named), None, None)
        case Weekend():
            return _at(expression, _weekend(memory.setting, expression), None, None)
        case WeekOf(said):
            placed = _calendar(memory, expression, said)
            of_day = placed.point.as_date if placed.point else None
            if of_day is not None:
                placed = replace(placed, point=values.of_week(of_day))
            return _at(expression, placed, None, None)
        case FromHappening() as said_from:
            return _from_happening(memory, expression, said_from, [])
        case Offset() as offset:
            return _at(expression, _offset(memory, expression, offset), None, None)
        case Shifted() as said_shift:
            return _shifted(memory, expression, said_shift)


def _calendar(memory: Memory, expression: Expression, said: Calendar) -> Placed:
    """A month, day, season, quarter or year, with the year found for it."""
    if isinstance(said.year, int):
        return Placed(point_of(said, said.year))
    if said.year is None:
        return with_year(memory, expression, said)
    year = _counted(memory, said.year)
    number = year.point.year if year.point else None
    return replace(year, point=point_of(said, number))


def _day_of_month(memory: Memory, expression: Expression, said: DayOfMonth) -> Placed:
    """That day of the month nearest to publication, or of the story's month."""
    setting, day = memory.setting, said.day
    blank = f"XXXX-XX-{day:02}"
    if said.since is not None:
        first = replace(said, day=said.since, since=None)
        return _later_day(_day_of_month(memory, expression, first), day, blank)
    if said.month is not None:
        return _day_of(_counted(memory, said.month), day, blank)
    if setting.dct is None or setting.narrative:
        anchor = memory.last.get("M") if setting.narrative else None
        if anchor is not None and anchor[0].month and anchor[0].year is not None:
            point = Point(anchor[0].year, anchor[0].month, day)
            if values.exists(anchor[0].year, anchor[0].month, day):
                why = f"{anchor[1]} earlier in the text"
                return Placed(point, Basis.INFERRED, why)
        return Placed(None, Basis.INFERRED, None, PUBLICATION, blank)
    dct = setting.dct
    published = values.of_day(dct)
    months = [values.shifted(published, "M", count) for count in (0, -1, 1)]
    days = [
        date(month.year, month.month, day)
        for month in months
        if month and month.year and month.month
        if values.exists(month.year, month.month, day)
    ]
    direction = tense(setting.tokens, expression)
    if said.direction is Direction.LAST:
        days = [one for one in days if one < dct]
    elif said.direction is Direction.NEXT:
        days = [one for one in days if one > dct]
    elif direction is not Tense.FUTURE:
        latest = dct if direction is Tense.PAST else dct + _SOON
        days = [one for one in days if one <= latest]
    if not days:
        return Placed(None, Basis.INFERRED, None, PUBLICATION, blank)
    nearest = min(days, key=lambda one: abs((one - dct).days))
    return Placed(values.of_day(nearest), Basis.RELATIVE, setting.published)


def _later_day(start: Placed, day: int, blank: str) -> Placed:
    """The first day of that number after the beginning of a range."""
    point = start.point
    if point is None or point.day is None:
        return replace(start, point=None, blank=blank)
    month = point if day > point.day else values.shifted(point, "M", 1)
    return _day_of(replace(start, point=month), day, blank)


def _day_of(month: Placed, day: int, blank: str) -> Placed:
    """That day of a month that has been placed."""
    point = month.point
    if point is None or point.year is None or not point.month:
        return replace(month, point=None, blank=blank)
    if not values.exists(point.year, point.month, day):
        return month
    return replace(month, point=Point(point.year, point.month, day))


# Weekdays


def _weekday(memory: Memory, expression: Expression, said: Weekday) -> Placed:
    """The most recent such day, publication included; ahead where the verb is."""
    setting = memory.setting
    dct = setting.dct
    if dct is None or setting.narrative:
        blank = f"XXXX-WXX-{said.weekday}"
        missing = COUNTED_FROM if dct else PUBLICATION
        return Placed(None, Basis.RELATIVE, None, missing, blank)
    if said.follows and said.direction is None and "D" in memory.last:
        point, words = memory.last["D"]
        first = point.as_date
        if first is not None:
            day = first + timedelta(days=(said.weekday - first.isoweekday()) % 7 or 7)
            return Placed(values.of_day(day), Basis.RELATIVE, f"{words} before it")
    back = (dct.isoweekday() - said.weekday) % 7
    ahead = tense(setting.tokens, expression) is Tense.FUTURE
    if said.direction is Direction.LAST:
        day = dct - timedelta(days=back or 7)
    elif said.direction is Direction.NEXT or (back and ahead):
        day = dct + timedelta(days=7 - back)
    else:
        day = dct - timedelta(days=back)
    return Placed(values.of_day(day), Basis.RELATIVE, setting.published)


def _day_of_week(memory: Memory, said: DayOfWeek) -> Placed:
    """That weekday of a week that has been placed."""
    placed = _counted(memory, said.week)
    point = placed.point
    if point is None or point.year is None or point.week is None:
        return replace(placed, point=None, blank=f"XXXX-WXX-{said.weekday}")
    monday = values.of_day(date.fromisocalendar(point.year, point.week, 1))
    day = values.shifted(monday, "D", said.weekday - 1)
    return replace(placed, point=day, blank=_BLANKS["D"])


def _weekend(setting: Setting, expression: Expression) -> Placed:
    """The weekend under way or the last one; ahead where the verb is."""
    day = setting.dct
    if day is None:
        return Placed(None, Basis.RELATIVE, None, PUBLICATION, _BLANKS["WE"])
    if day.isoweekday() < 6 and tense(setting.tokens, expression) is not Tense.FUTURE:
        day -= timedelta(weeks=1)
    point = values.of_week(day, weekend=True)
    return Placed(point, Basis.RELATIVE, setting.published)


# Counted from an anchor


def _shifted(memory: Memory, expression: Expression, said: Shifted) -> Resolved:
    if said.count is None:
        return Resolved(
            expression,
            TimexType.DATE,
            "PAST_REF" if said.direction < 0 else "FUTURE_REF",
            basis=Basis.RELATIVE,
            needs=_how_many(said),
        )
    if said.unit in ("DE", "CE") and not said.direction:
        return _relative_era(memory, expression, said)
    resolved = _at(expression, _counted(memory, said), said.mod, said.time)
    if said.unit == "W" and resolved.edtf is not None:
        return replace(resolved, edtf=_days_of_week(memory, expression, said, resolved))
    return resolved


def _days_of_week(
    memory: Memory, expression: Expression, said: Shifted, resolved: Resolved
) -> str | None:
    """The EDTF value of a counted week, whose TIMEX3 value is the whole week.

    "A week ago" is about that day; "this week", told in the past, ends today.
    """
    anchor, dct = memory.anchor(said), memory.setting.dct
    day = anchor[0].as_date if anchor else None
    if said.direction and said.count is not None and day is not None:
        return f"{(day + timedelta(weeks=said.count)).isoformat()}~"
    if said.count == 0 and said.anchor is Anchor.PUBLICATION and dct is not None:
        if tense(memory.setting.tokens, expression) is Tense.PAST:
            monday = dct - timedelta(days=dct.isoweekday() - 1)
            return f"{monday}/{dct}" if monday < dct else f"{dct}"
    return resolved.edtf


def _how_many(said: Shifted) -> str:
    """What "a few days ago" leaves open."""
    number = f"how many {_UNIT_NAMES[said.unit]}"
    return number if said.anchor is not Anchor.TEXT else f"{COUNTED_FROM}, {number}"


def _counted(memory: Memory, said: Shifted) -> Placed:
    """So many units from the anchor; a blank where there is none."""
    anchor = memory.anchor(said)
    if anchor is not None:
        point, words = anchor
        found = values.shifted(point, said.unit, said.count or 0)
        if found is not None:
            return Placed(found, Basis.RELATIVE, words)
    missing = COUNTED_FROM if said.anchor is Anchor.TEXT else PUBLICATION
    blank = _BLANKS.get(said.unit, "XXXX")
    if said.unit in ("S", "MIN", "H"):
        blank = "PAST_REF" if said.direction < 0 else "FUTURE_REF"
        missing = f"the time of day of {missing}"
    return Placed(None, Basis.RELATIVE, None, missing, blank)


def _offset(memory: Memory, expression: Expression, said: Offset) -> Placed:
    """ "the day before last Tuesday"."""
    match said.of:
        case Weekday() as weekday:
            placed = _weekday(memory, expression, weekday)
        case Calendar() as calendar:
            placed = _calendar(memory, expression, calendar)
        case Shifted() as shift:
            placed = _counted(memory, shift)
    point = placed.point and values.shifted(placed.point, said.unit, said.count)
    if point is None:
        return replace(placed, point=None, blank=_BLANKS.get(said.unit, "XXXX"))
    return replace(placed, point=point)


def _from_happening(
    memory: Memory, expression: Expression, said: FromHappening, beside: list[Expression]
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
        return _at(expression, placed, said.mod, None)
    needs = None if said.last < said.first else f"the date of “{' '.join(name.split())}”"
    if needs and said.count is None and said.length:
        needs += f", how many {_UNIT_NAMES[said.unit]}"
    if said.length is None:
        blank = _BLANKS.get(said.unit, "XXXX")
        placed = Placed(None, Basis.RELATIVE, None, needs or COUNTED_FROM, blank)
        return _at(expression, placed, said.mod, None)
    return Resolved(
        expression, TimexType.DURATION, said.length, said.mod, needs=needs
    )


def _date_beside(
    memory: Memory, said: FromHappening, beside: list[Expression]
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


def _relative_era(memory: Memory, expression: Expression, said: Shifted) -> Resolved:
    """ "this century", "the following decade"."""
    anchor = memory.anchor(said)
    if anchor is None or anchor[0].year is None or said.count is None:
        placed = _counted(memory, said)
        return _at(expression, replace(placed, point=None), said.mod, None)
    size = 10 if said.unit == "DE" else 100
    year = anchor[0].year
    digits = abs(year) // size + (said.count if year > 0 else -said.count)
    width = 3 if size == 10 else 2
    era = Era(f"{max(digits, 0):0{width}}", said.mod, before_christ=year < 0)
    return _era(memory, expression, era, Basis.RELATIVE, anchor[1])


# The rest


def _era(
    memory: Memory,
    expression: Expression,
    said: Era,
    basis: Basis = Basis.STATED,
    anchor: str | None = None,
) -> Resolved:
    """A decade or a century; a missing century is that of the latest such decade."""
    digits, mod = said.digits, said.mod
    if len(digits) == 1:
        near = memory.setting.dct.year if memory.setting.dct else None
        if "Y" in memory.last and (near is None or memory.setting.narrative):
            near = memory.last["Y"][0].year
        if near is None or near < 100:
            value, needs = f"XX{digits}", "its century"
            return Resolved(expression, TimexType.DATE, value, mod, needs=needs)
        start = near // 100 * 100 + int(digits) * 10
        digits = str((start if start <= near else start - 100) // 10)
        basis, anchor = Basis.INFERRED, f"the latest such decade before {near}"
    if said.before_christ:
        return Resolved(expression, TimexType.DATE, f"BC{digits}", mod, basis=basis)
    edtf = digits.ljust(4, "X")
    return Resolved(expression, TimexType.DATE, digits, mod, None, edtf, basis, anchor)


_SMALL_HOURS = 6
"""Before this hour, a time after "late on Monday" is of Tuesday."""


def _day_of_clock(memory: Memory, time: str) -> Placed:
    """The day to which a time of day belongs: the last one named, or publication."""
    setting = memory.setting
    if setting.dct is None:
        return Placed(None, Basis.RELATIVE, None, "its day", _BLANKS["D"])
    if "D" in memory.last:
        point, words = memory.last["D"]
        if memory.late and time[:2].isdigit() and int(time[:2]) < _SMALL_HOURS:
            morrow = values.shifted(point, "D", 1)
            if morrow is not None:
                return Placed(morrow, Basis.INFERRED, f"{words}, the night before it")
        return Placed(point, Basis.RELATIVE, f"{words} earlier in the text")
    return Placed(values.of_day(setting.dct), Basis.RELATIVE, setting.published)


def _at(
    expression: Expression, placed: Placed, mod: str | None, time: str | None
) -> Resolved:
    """The resolved expression for a place on the calendar."""
    point = placed.point
    if time is not None and point is not None and point.day is None:
        time = None
    value = point.value if point else placed.blank
    edtf = point.edtf if point else None
    if edtf and mod in _ABOUT:
        edtf = "/".join(f"{end}~" for end in edtf.split("/"))
    if edtf and placed.other is not None and placed.other.edtf:
        edtf = f"[{','.join(sorted((edtf, placed.other.edtf)))}]"
    return Resolved(
        expression,
        TimexType.TIME if time else TimexType.DATE,
        f"{value}T{time}" if time else value,
        mod,
        point,
        edtf,
        placed.basis,
        placed.anchor,
        placed.needs if edtf is None else None,
    )
