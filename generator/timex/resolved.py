"""A placed expression into its TIMEX3 type, its value and its EDTF value."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.timex import Basis, TimexType
from generator.timex.meanings import Expression
from generator.timex.memory import Placed
from generator.timex.values import Point

BLANKS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX",
           "Q": "XXXX-QX", "DE": "XXX", "CE": "XX"}  # fmt: skip
"""The TIMEX3 value of a unit of which nothing is known; a year's is XXXX."""


_ABOUT = frozenset(
    ("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE")
)
"""Modifiers after which a counted date is only near: "almost four years ago"."""


UNIT_NAMES = {
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


def at(
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
