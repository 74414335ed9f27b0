"""A day that is said in part into the day that is meant: "Friday", "the 12th"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from generator.model.timex import Basis
from generator.timex import values
from generator.timex.counting import counted
from generator.timex.cues import Tense, tense
from generator.timex.meanings import (
    DayOfMonth,
    DayOfWeek,
    Direction,
    Expression,
    Weekday,
)
from generator.timex.memory import COUNTED_FROM, PUBLICATION, Memory, Placed, Setting
from generator.timex.resolved import BLANKS
from generator.timex.values import Point

_SOON = timedelta(days=7)
"""How far ahead "the 21st" may lie without a verb that says so."""


def day_of_month(memory: Memory, expression: Expression, said: DayOfMonth) -> Placed:
    """That day of the month nearest to publication, or of the story's month."""
    setting, day = memory.setting, said.day
    blank = f"XXXX-XX-{day:02}"
    if said.since is not None:
        first = replace(said, day=said.since, since=None)
        return _later_day(day_of_month(memory, expression, first), day, blank)
    if said.month is not None:
        return _day_of(counted(memory, said.month), day, blank)
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


def weekday(memory: Memory, expression: Expression, said: Weekday) -> Placed:
    """The most recent such day, publication included; ahead where the verb is."""
    setting = memory.setting
    dct = setting.dct
    beside = _beside_day(memory, said)
    if beside is not None and said.from_text:
        return beside
    if dct is None or setting.narrative:
        blank = f"XXXX-WXX-{said.weekday}"
        missing = COUNTED_FROM if dct else PUBLICATION
        return Placed(None, Basis.RELATIVE, None, missing, blank)
    if beside is not None:
        return beside
    back = (dct.isoweekday() - said.weekday) % 7
    ahead = tense(setting.tokens, expression) is Tense.FUTURE
    if said.direction is Direction.LAST:
        count = -(back or 7)
    elif said.direction is Direction.NEXT or (back and ahead):
        count = 7 - back
    else:
        count = -back
    found = values.shifted(values.of_day(dct), "D", count)
    return Placed(found, Basis.RELATIVE, setting.published, blank=BLANKS["D"])


def _beside_day(memory: Memory, said: Weekday) -> Placed | None:
    """ "the following Friday", "from Monday until Friday": counted from a day told."""
    ends_range = said.follows and said.direction is None
    if not (ends_range or said.from_text) or "D" not in memory.last:
        return None
    point, words = memory.last["D"]
    first = point.as_date
    if first is None:
        return None
    ahead = (said.weekday - first.isoweekday()) % 7 or 7
    back = (first.isoweekday() - said.weekday) % 7 or 7
    count = -back if said.direction is Direction.LAST else ahead
    day = values.shifted(point, "D", count)
    if day is None:
        return None
    why = f"{words} before it" if ends_range else f"{words} earlier in the text"
    return Placed(day, Basis.RELATIVE, why)


def day_of_week(memory: Memory, said: DayOfWeek) -> Placed:
    """That weekday of a week that has been placed."""
    placed = counted(memory, said.week)
    point = placed.point
    if point is None or point.year is None or point.week is None:
        return replace(placed, point=None, blank=f"XXXX-WXX-{said.weekday}")
    monday = values.of_day(date.fromisocalendar(point.year, point.week, 1))
    day = values.shifted(monday, "D", said.weekday - 1)
    return replace(placed, point=day, blank=BLANKS["D"])


def weekend(setting: Setting, expression: Expression) -> Placed:
    """The weekend under way or the last one; ahead where the verb is."""
    day = setting.dct
    if day is None:
        return Placed(None, Basis.RELATIVE, None, PUBLICATION, BLANKS["WE"])
    if day.isoweekday() < 6 and tense(setting.tokens, expression) is not Tense.FUTURE:
        day -= timedelta(weeks=1)
    point = values.of_week(day, weekend=True)
    return Placed(point, Basis.RELATIVE, setting.published)


def overnight(setting: Setting, expression: Expression) -> Placed:
    """The night that ends, or with a future verb begins, on the day of publication."""
    day = setting.dct
    if day is None or setting.narrative:
        missing = COUNTED_FROM if day else PUBLICATION
        return Placed(None, Basis.RELATIVE, None, missing, BLANKS["D"])
    ahead = tense(setting.tokens, expression) is Tense.FUTURE
    beside = values.shifted(values.of_day(day), "D", 1 if ahead else -1)
    why = setting.published
    return Placed(values.of_day(day), Basis.RELATIVE, why, other=beside)


_SMALL_HOURS = 6
"""Before this hour, a time after "late on Monday" is of Tuesday."""


def day_of_clock(memory: Memory, time: str) -> Placed:
    """The day to which a time of day belongs: the last one named, or publication."""
    setting = memory.setting
    if setting.dct is None:
        return Placed(None, Basis.RELATIVE, None, "its day", BLANKS["D"])
    if "D" in memory.last:
        point, words = memory.last["D"]
        if point.day is None:
            return Placed(None, Basis.RELATIVE, None, "its day", BLANKS["D"])
        if memory.late and time[:2].isdigit() and int(time[:2]) < _SMALL_HOURS:
            morrow = values.shifted(point, "D", 1)
            if morrow is not None:
                return Placed(morrow, Basis.INFERRED, f"{words}, the night before it")
        return Placed(point, Basis.RELATIVE, f"{words} earlier in the text")
    return Placed(values.of_day(setting.dct), Basis.RELATIVE, setting.published)
