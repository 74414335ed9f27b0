"""Takes its value from a time that counts from a date of another part of the text."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.page import Page
from generator.extract.times import SAME_DAY
from generator.model.timex import Timex3, TimexType


def within_part(page: Page, timex: Timex3, cut: int) -> Timex3:
    """*timex*, without its value where "that day" or "that month" counts from nothing
    near: only from above the heading at *cut*, or past another year."""
    unit = SAME_DAY.search(timex.text) or _SAME_UNIT.search(timex.text)
    if unit is None or timex.edtf is None:
        return timex
    anchored = "earlier" in (timex.anchor or "")
    before = [
        t for t in page.timexes_within(cut, timex.start) if t.type is TimexType.DATE
    ]
    if SAME_DAY.search(timex.text):
        known = any(len(t.value) == len("2000-01-01") for t in before)
        near = known or not (cut and anchored)
    else:
        dated = [t.edtf for t in before if t.edtf is not None]
        near = anchored and bool(dated) and _year_in(dated[-1]) == _year_in(timex.edtf)
    if near:
        return timex
    needs = "the day that it counts from"
    return replace(timex, value="XXXX-XX-XX", edtf=None, needs=needs)


_SAME_UNIT = re.compile(
    r"\bthat (?:same )?(?:week|month|year|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
"""What only a date told before can mean, never the day of publication."""


def _year_in(edtf: str) -> str:
    """The first year that *edtf* names; "" when it names none."""
    match = re.search(r"\d{4}", edtf)
    return match[0] if match else ""
