"""Ids for new files: an event's date as far as it is known, then words of a name."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.model.edtf import Edtf, EdtfDate, Form
from generator.model.letters import hyphenated

MOST_CHARACTERS = 80
MOST_YEARS = 3
UNDATED = "undated"
_POSSESSIVE = re.compile(r"['’]s?\b")


def event_id(date: Edtf | None, slug: str, taken: Collection[str]) -> str:
    """An id that is not in *taken*: "2025-07-12-wonsan-meeting", "2024-06-…".

    Chosen once, when the file is first written, and never again.
    """
    words = id_of_words(slug) or "event"
    start = f"{known_part(date)}-{words}"
    if len(start) > MOST_CHARACTERS:
        start = start[:MOST_CHARACTERS].rpartition("-")[0]
    name, number = start, 2
    while name in taken:
        name, number = f"{start}-{number}", number + 1
    return name


def id_of_words(name: str) -> str:
    """An id made of *name*: "Ján Kováč's bridge" is "jan-kovac-bridge".

    Empty when there is no Latin letter and no digit in it: nothing is spelled out
    by guess, so that a name in another script needs a person's choice.
    """
    return hyphenated(_POSSESSIVE.sub("", name))


def known_part(date: Edtf | None) -> str:
    """What every day that *date* can mean has in common: "2025-07", "2010s".

    Where that is nothing for a stretch of time, as for 1950 to 1953, the year in
    which it begins; for a few dates, as for 2019 or 2021, all their years.
    """
    if date is None:
        return UNDATED
    dates = [_parts(part) for part in date.dates]
    shared: list[str] = []
    for parts in zip(*dates, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    if date.form is Form.INTERVAL and not shared:
        shared = dates[0][:1]
    elif not shared and all(dates):
        years = list(dict.fromkeys(parts[0] for parts in dates))
        joint = "-or-" if date.form is Form.ONE_OF else "-and-"
        if len(years) > MOST_YEARS:
            years, joint = [years[0], years[-1]], "-to-"
        return joint.join(years)
    return "-".join(shared) or UNDATED


def _parts(date: EdtfDate) -> list[str]:
    """Year, month and day of *date*, up to the first that is not wholly known."""
    if "X" in date.year:
        known = date.year.rstrip("X")
        return [f"{known}{'0' * date.year.count('X')}s"] if known.isdigit() else []
    year = int(date.year)
    parts = [date.year if year > 0 else f"{1 - year}-bce"]
    for part in (date.month, date.day):
        if part is None or "X" in part:
            break
        if int(part) > 12 and part is date.month:  # a season, which is no month
            break
        parts.append(part)
    return parts
