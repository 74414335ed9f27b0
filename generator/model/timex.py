"""Time expressions as they stand in a text, in the terms of TIMEX3.

Source: TimeML 1.2.1 (TIMEX3 tag), ISO 24617-1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """How a date is known, from the firmest to the weakest.

    `stated`: the phrase itself is a calendar date ("12 July 2025").
    `relative`: the phrase counts from a known date ("last June", "on Friday").
    `inferred`: the phrase lacks a part that was carried from elsewhere in the
    text ("by July or August" in a text whose every full date is in 2025).
    `publication`: no phrase at all; the date is the document's own.
    """

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Timex3:
    """One time expression: where it stands, what it says, what it means.

    `start` and `end` are code points of the text, from 0, end excluded.
    `value` is the TIMEX3 value, with `X` for what is not known ("XXXX-06").
    `mod` is the TIMEX3 modifier (START, MID, END, APPROX, BEFORE, AFTER,
    ON_OR_BEFORE, ON_OR_AFTER, MORE_THAN, LESS_THAN, ...) or None.
    `edtf` is the date for a calendar, never finer than the phrase; None when the
    expression has no place on one (a duration, a set, a missing year).
    `anchor` says what the value hangs on ("document creation time 2025-07-13",
    "“June 2024” earlier in the text"); None when the phrase stands by itself.
    `needs` says what would resolve an expression that has no `edtf` but could
    have one ("the publication date"); None when nothing is missing.
    `whole` is the extent of the phrase that `edtf` reads where that is wider than
    the expression: "since 2022" around "2022", "11 to 13 July 2025" around both of
    its days; None when the expression is the whole phrase.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    basis: Basis = Basis.STATED
    anchor: str | None = None
    needs: str | None = None
    whole: tuple[int, int] | None = None
