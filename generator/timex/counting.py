"""Units counted from an anchor into a place on the calendar: "two years ago"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from generator.model.timex import Basis, TimexType
from generator.timex import values
from generator.timex.cues import Tense, tense
from generator.timex.meanings import Anchor, Era, Expression, Shifted
from generator.timex.memory import COUNTED_FROM, PUBLICATION, Memory, Placed
from generator.timex.resolved import BLANKS, UNIT_NAMES, Resolved, at
from generator.timex.values import Point

_OF_TEXT = (Anchor.TEXT, Anchor.NAMED)


def shifted(memory: Memory, expression: Expression, said: Shifted) -> Resolved:
    if said.count is None:
        return Resolved(
            expression,
            TimexType.DATE,
            "PAST_REF" if said.direction < 0 else "FUTURE_REF",
            basis=Basis.RELATIVE,
            needs=_how_many(said),
        )
    if said.unit in ("DE", "CE") and not said.direction:
        return relative_era(memory, expression, said)
    resolved = at(expression, counted(memory, said), said.mod, said.time)
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
    if said.to_the_day and said.count is not None and day is not None:
        return f"{(day + timedelta(weeks=said.count)).isoformat()}~"
    under_way = said.count == 0 and said.anchor is Anchor.PUBLICATION
    if not under_way or dct is None:
        return resolved.edtf
    if tense(memory.setting.tokens, expression) is not Tense.PAST:
        return resolved.edtf
    monday = dct - timedelta(days=dct.isoweekday() - 1)
    return f"{monday}/{dct}" if monday < dct else f"{dct}"


def _how_many(said: Shifted) -> str:
    """What "a few days ago" leaves open."""
    number = f"how many {UNIT_NAMES[said.unit]}"
    return f"{COUNTED_FROM}, {number}" if said.anchor in _OF_TEXT else number


def counted(memory: Memory, said: Shifted) -> Placed:
    """So many units from the anchor; a blank where there is none."""
    anchor = memory.anchor(said)
    if anchor is not None:
        point, words = anchor
        found = values.shifted(point, said.unit, said.count or 0)
        if found is not None:
            return Placed(found, Basis.RELATIVE, words)
    missing = COUNTED_FROM if said.anchor in _OF_TEXT else PUBLICATION
    blank = BLANKS.get(said.unit, "XXXX")
    if said.unit in ("S", "MIN", "H"):
        blank = "PAST_REF" if said.direction < 0 else "FUTURE_REF"
        missing = f"the time of day of {missing}"
    return Placed(None, Basis.RELATIVE, None, missing, blank)


def relative_era(memory: Memory, expression: Expression, said: Shifted) -> Resolved:
    """ "this century", "the following decade"."""
    anchor = memory.anchor(said)
    if anchor is None or anchor[0].year is None or said.count is None:
        placed = counted(memory, said)
        return at(expression, replace(placed, point=None), said.mod, None)
    size = 10 if said.unit == "DE" else 100
    year = anchor[0].year
    digits = abs(year) // size + (said.count if year > 0 else -said.count)
    width = 3 if size == 10 else 2
    named = Era(f"{max(digits, 0):0{width}}", said.mod, before_christ=year < 0)
    return era(memory, expression, named, Basis.RELATIVE, anchor[1])


def era(
    memory: Memory,
    expression: Expression,
    said: Era,
    basis: Basis = Basis.STATED,
    anchor: str | None = None,
) -> Resolved:
    """A decade or a century; a missing century is that of the latest such decade."""
    digits, mod = said.digits, said.mod
    if not digits:
        return turn_of_the_century(memory, expression)
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


_NEAR_THE_TURN = 25
"""So many years from a turn of the century, a history means that one."""


def turn_of_the_century(memory: Memory, expression: Expression) -> Resolved:
    """The turn near which a history stands; news leaves open which one it means."""
    told = memory.story if memory.setting.narrative else None
    year = told[0].year if told else None
    turn = round(year / 100) * 100 if year else 0
    if told is None or not year or turn < 100 or abs(turn - year) > _NEAR_THE_TURN:
        needs = "which turn of a century is meant"
        return Resolved(expression, TimexType.DATE, "XX", needs=needs)
    anchor = f"{told[1]} earlier in the text"
    return at(expression, Placed(Point(turn), Basis.INFERRED, anchor), "APPROX", None)
