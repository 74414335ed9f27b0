"""How far a date reaches, in the units that it is known by, for scripts to compare.

"Summer 2024" reaches from June to August and no day of them is named; what is open or
not known at one end has no bound there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.model.edtf import Day, Edtf, EdtfDate, Form, Precision


@dataclass(frozen=True, slots=True)
class Reach:
    """From the beginning of `first` to the end of `last`: "2024", "2024-06" or
    "2024-06-21" each, "" where there is no bound.

    What `lasts` goes on from one to the other; all else is somewhere in between. What
    is `loose` ("about", "perhaps") may even lie beyond.
    """

    first: str
    last: str
    lasts: bool
    loose: bool


@lru_cache(maxsize=50_000)
def reach(date: Edtf) -> Reach:
    """How far *date* reaches. Remembered, since many pages list the same event."""
    first = min(date.dates, key=lambda part: part.first)
    last = max(date.dates, key=lambda part: part.last)
    return Reach(
        _unit(first, first.first) if date.first else "",
        _unit(last, last.last) if date.last else "",
        lasts=date.form is Form.INTERVAL,
        loose=date.uncertain or date.approximate,
    )


def written_year(year: int) -> str:
    """*year* as EDTF and the scripts write it: "2019", "-0044"."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _unit(part: EdtfDate, day: Day) -> str:
    """*day* by no finer unit than is known of *part*."""
    year, month, number = day
    written = written_year(year)
    if part.precision in (Precision.DAY, Precision.TIME):
        return f"{written}-{month:02}-{number:02}"
    if part.precision in (Precision.MONTH, Precision.SEASON):
        return f"{written}-{month:02}"
    return written
