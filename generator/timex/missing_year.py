"""A month, day, season or quarter whose year is not said, into one whose year is found.

News: the year that brings it nearest to publication, unless its verb is in the past.
History: the year of the story so far. Unknown creation time: what the text settles.
"""

from __future__ import annotations

from datetime import date

from generator.model.timex import Basis
from generator.timex import values
from generator.timex.cues import Tense, is_ahead, tense
from generator.timex.meanings import Calendar, Direction, Expression
from generator.timex.memory import COUNTED_FROM, PUBLICATION, Memory, Placed, Setting
from generator.timex.values import Point

_TURN_OF_THE_YEAR = 11
"""So many months back, from December to January, and a story is in its next year."""

_MID_YEAR = 6
"""After this month, a turn of the year without a verb is the next one."""

_LONG_GONE = 2
"""A date so many years from publication draws those beside it into its own year."""

ANY_YEAR = "the year that is meant"

_MEANT_AGAIN = 2
""" "In June", after "June 2024", may mean that June for so many years."""

_AMBIGUOUS = 2
""" "Last June", said so many months after June or fewer, may be either year's."""

_LENGTHS = {"S": 2, "Q": 2, "H": 5}
"""A part of a year ends so many months after its first."""

_STILL_THIS = {"M": 1, "S": 2, "Q": 2, "H": 5}
"""So many months after its beginning, it is not yet called the last one."""


def point_of(said: Calendar, year: int | None) -> Point:
    """What *said* names in *year*; a day that the year lacks is left out."""
    if said.holiday is not None:
        if year is None or not 1600 <= year <= 9999:
            return Point(None)
        return values.of_holiday(said.holiday, year)
    month, day = said.month, said.day
    if said.nth and said.weekday and month and year:
        nth = values.nth_weekday(year, month, said.weekday, said.nth)
        return nth or Point(year, month)
    if month and day and year is not None and not values.exists(year, month, day):
        day = None
    return Point(year, month, day, said.part)


def with_year(memory: Memory, expression: Expression, said: Calendar) -> Placed:
    """*said*, whose year is missing, with the year that the evidence gives it."""
    setting = memory.setting
    if said.from_text:
        return _from_text(memory, said)
    if said.direction is not None:
        return _directed(said, setting)
    if memory.heading is not None and said.month:
        year, words = memory.heading
        return Placed(point_of(said, year), Basis.INFERRED, f"the heading {words}")
    if setting.dct is None:
        settled = _settled(memory, expression, said)
        if settled is not None:
            return settled
    if setting.narrative and memory.story is not None:
        return _carried(memory.story, said)
    if setting.dct is None:
        return Placed(point_of(said, None), Basis.INFERRED, None, PUBLICATION)
    return _nearest(memory, expression, said, setting.dct)


def _from_text(memory: Memory, said: Calendar) -> Placed:
    """ "The following April": the first after the last date that the text gave."""
    anchor = memory.last.get("M") or memory.last.get("Y")
    if anchor is None or anchor[0].year is None or not said.month:
        return Placed(point_of(said, None), Basis.RELATIVE, None, COUNTED_FROM)
    point, words = anchor
    year = anchor[0].year
    if said.direction is Direction.NEXT:
        year += said.month <= (point.month or 12)
    else:
        year -= said.month >= (point.month or 1)
    why = f"{words} earlier in the text"
    return Placed(point_of(said, year), Basis.RELATIVE, why)


def turn_of_year(setting: Setting, expression: Expression) -> Placed:
    """The turn nearest to publication, behind a past verb and ahead of a future one."""
    dct = setting.dct
    if dct is None or setting.narrative:
        missing = COUNTED_FROM if dct else PUBLICATION
        return Placed(Point(None, 1), Basis.RELATIVE, None, missing)
    verb = tense(setting.tokens, expression)
    ahead = verb is Tense.FUTURE or (verb is None and dct.month > _MID_YEAR)
    year = dct.year + ahead
    january, december = Point(year, 1), Point(year - 1, 12)
    return Placed(january, Basis.RELATIVE, setting.published, other=december)


def _is_any_season(setting: Setting, expression: Expression, said: Calendar) -> bool:
    """True for "the lake freezes in winter"."""
    if said.part not in ("SP", "SU", "FA", "WI") or said.mod:
        return False
    tokens = setting.tokens
    return tokens.low(expression.first - 1) in ("in", "during")


def _directed(said: Calendar, setting: Setting) -> Placed:
    """ "last June", "this spring", "next Thanksgiving"."""
    dct = setting.dct
    if dct is None:
        return Placed(point_of(said, None), Basis.RELATIVE, None, PUBLICATION)
    this_year = point_of(said, dct.year)
    assert this_year.ordinal is not None
    ago = _months(dct) - this_year.ordinal
    shift, other = 0, None
    day = this_year.as_date
    if day is not None and said.holiday is None:
        # "Last July 9", said on the 14th, was five days ago.
        if said.direction is Direction.LAST:
            shift = -1 if day >= dct else 0
        elif said.direction is Direction.NEXT:
            shift = 1 if day <= dct else 0
    elif said.direction is Direction.LAST:
        shift = -1 if ago <= _STILL_THIS.get(this_year.unit, 0) else 0
        if this_year.unit == "M" and 0 < ago <= _AMBIGUOUS:
            other = point_of(said, dct.year if shift else dct.year - 1)
    elif said.direction is Direction.RECENT:
        shift = -1 if ago <= 0 else 0
    elif said.direction is Direction.NEXT and ago >= 0:
        shift = 1
    point = point_of(said, dct.year + shift)
    return Placed(point, Basis.RELATIVE, setting.published, other=other)


def _nearest(
    memory: Memory, expression: Expression, said: Calendar, dct: date
) -> Placed:
    """The year that brings it nearest to publication, and not past a past verb."""
    setting = memory.setting
    direction = tense(setting.tokens, expression)
    if direction is None and _is_any_season(setting, expression, said):
        return Placed(point_of(said, None), Basis.INFERRED, None, ANY_YEAR)
    if said.day and direction is not Tense.FUTURE:
        reach = 1 if direction is Tense.PAST else 0
        beside = _beside(memory, expression, dct, reach)
        if beside is not None:
            point, words = beside
            return _inferred(said, point.year, words)
    led = _led_up_to(memory, expression, said) if direction is Tense.PAST else None
    if led is not None:
        return led
    years = (dct.year, dct.year - 1, dct.year + 1)
    best = min(years, key=lambda year: _distance(said, year, dct))
    if not _right_weekday(said, best):
        best += _turned(setting, expression, point_of(said, best), dct)
    point, anchor = point_of(said, best), setting.published
    named = memory.named_months.get(said.month or 0, {})
    if len(named) == 1 and not said.day and direction is not Tense.FUTURE:
        ((year, words),) = named.items()
        if 0 < best - year <= _MEANT_AGAIN:
            anchor = f"{anchor}, or {words} earlier in the text"
            return Placed(point, Basis.RELATIVE, anchor, other=point_of(said, year))
    return Placed(point, Basis.RELATIVE, anchor)


def _led_up_to(memory: Memory, expression: Expression, said: Calendar) -> Placed | None:
    """ "Was founded in October 2024 after the mayor retired in | March": the one
    before what followed upon it."""
    if memory.story is None or not said.month:
        return None
    point, words, at = memory.story
    tokens = memory.setting.tokens
    same = tokens.sentence(expression.first) == tokens.sentence(at)
    if not same or point.year is None or not point.month:
        return None
    if all(tokens.low(i) != "after" for i in range(at + 1, expression.first)):
        return None
    return _inferred(said, point.year - (said.month > point.month), words)


def _turned(setting: Setting, expression: Expression, point: Point, dct: date) -> int:
    """How many years a verb moves *point*: what happened lies behind, plans ahead."""
    first = point.ordinal
    if first is None:
        return 0
    tokens, now = setting.tokens, _months(dct)
    if first > now and tense(tokens, expression) is Tense.PAST:
        return -1
    last = first + _LENGTHS.get(point.unit, 0)
    return 1 if last < now and is_ahead(tokens, expression) else 0


def _beside(
    memory: Memory, expression: Expression, dct: date, reach: int
) -> tuple[Point, str] | None:
    """A full date of a year long gone, in this sentence or *reach* before it."""
    if memory.story is None:
        return None
    point, words, at = memory.story
    tokens = memory.setting.tokens
    near = tokens.sentence(expression.first) - tokens.sentence(at) <= reach
    if not near or not point.month or point.year is None:
        return None
    return (point, words) if abs(point.year - dct.year) >= _LONG_GONE else None


def _distance(said: Calendar, year: int, dct: date) -> tuple[bool, int]:
    """How far from publication; a year whose weekday is wrong comes last."""
    point = point_of(said, year)
    day = point.as_date
    if day is None:
        months = (point.ordinal or 0) - _months(dct)
        # Of a month as far ahead as behind, news means the one behind.
        return (False, 2 * abs(months) - (months < 0))
    return (_wrong_weekday(said, point), abs((day - dct).days))


def _right_weekday(said: Calendar, year: int) -> bool:
    """True where the weekday that stands with the day is that of *year*."""
    return said.weekday is not None and not _wrong_weekday(said, point_of(said, year))


def _wrong_weekday(said: Calendar, point: Point) -> bool:
    day = point.as_date
    if day is None or said.weekday is None:
        return False
    return day.isoweekday() != said.weekday


def _carried(story: tuple[Point, str, int], said: Calendar) -> Placed:
    """The year of the story goes on, and turns between December and January."""
    point, words, _ = story
    year = point.year
    assert year is not None
    month = said.month or values.PART_MONTHS.get(said.part or "")
    if month and point.month and point.month - month >= _TURN_OF_THE_YEAR:
        year += 1
    if (said.month, said.day) == (2, 29):
        year += next(n for n in range(9) if values.exists(year + n, 2, 29))
    return _inferred(said, year, words)


def _settled(memory: Memory, expression: Expression, said: Calendar) -> Placed | None:
    """The year that the text itself settles, where no creation time is known.

    The same month was named with its year before; or every full date of the text
    lies in one year. A verb that contradicts the outcome settles nothing.
    """
    if said.month is None:
        return None
    named = memory.named_months.get(said.month, {})
    placed: Placed | None = None
    if len(named) == 1:
        ((year, words),) = named.items()
        placed = _inferred(said, year, words)
    elif not named and memory.setting.only_year is not None:
        year, reason = memory.setting.only_year
        placed = Placed(point_of(said, year), Basis.INFERRED, reason)
    if placed is None or placed.point is None:
        return None
    if _wrong_weekday(said, placed.point):
        return None
    return None if _contradicted(memory.setting, expression, placed.point) else placed


def _contradicted(setting: Setting, expression: Expression, point: Point) -> bool:
    """True for a future that is past already, and for a past still to come."""
    known, there = setting.past, point.ordinal
    if known is None or there is None:
        return False
    direction = tense(setting.tokens, expression)
    if direction is Tense.FUTURE:
        return there < _months(known)
    return direction is Tense.PAST and there > _months(known)


def _inferred(said: Calendar, year: int | None, words: str) -> Placed:
    return Placed(point_of(said, year), Basis.INFERRED, f"{words} earlier in the text")


def _months(day: date) -> int:
    """Months since year 0, as `Point.ordinal` counts them."""
    return day.year * 12 + day.month - 1
