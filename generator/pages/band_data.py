"""What the overview is drawn from when a reader looks closer, as a script.

A script and not JSON, since a page that is opened from the disk may load scripts but
fetch nothing. Every date is counted by the unit that it is known by.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.model.edtf import Day, Edtf, Form, Precision
from generator.model.events import Event
from generator.pages.band import ordinal
from generator.pages.chronology import Year
from generator.pages.reach import Reach, reach

_EPOCH = ordinal((1970, 1, 1))


def band_script(events: Iterable[Event], years: Iterable[Year]) -> bytes:
    """The dates of *events* and how many are listed under each of *years* and months.

    `days`: what has one certain day, sorted, as the first day's distance from
    1 January 1970 and then the distance from each to the next. `spans` and `lasting`:
    how many have each other date, one unit or "from/to", where what lasts goes on
    from the one to the other. `sections`: how many stand under each heading.
    """
    days: list[int] = []
    spans: Counter[str] = Counter()
    lasting: Counter[str] = Counter()
    for event in events:
        if event.date is None:
            continue
        day = _one_day(event.date)
        if day is not None:
            days.append(ordinal(day) - _EPOCH)
            continue
        found = reach(event.date)
        (lasting if found.lasts else spans)[_span(found)] += 1
    value = {
        "days": list(_distances(sorted(days))),
        "spans": dict(sorted(spans.items())),
        "lasting": dict(sorted(lasting.items())),
        "sections": dict(_sections(years)),
    }
    text = json.dumps(value, separators=(",", ":"))
    return f"const timelineBand = {text};\n".encode()


def _one_day(date: Edtf) -> Day | None:
    """The day of *date* if it is one, and sure."""
    part = date.parts[0]
    if date.form is not Form.DATE or part is None or part.uncertain or part.approximate:
        return None
    exact = part.precision in (Precision.DAY, Precision.TIME)
    return part.first if exact else None


def _span(found: Reach) -> str:
    """From when to when; what the end has in common with the beginning stands once, as
    in ISO 8601 ("2019-05-04/06-01", "2019-05/07")."""
    first, last = found.first, found.last
    if first == last:
        return first
    for after in (len("2019-05-"), len("2019-")):
        if first[:after] == last[:after] and first[after - 1 : after] == "-":
            return f"{first}/{last[after:]}"
    return f"{first}/{last}"


def _distances(days: Sequence[int]) -> Iterator[int]:
    yield from days[:1]
    yield from (later - earlier for earlier, later in pairwise(days))


def _sections(years: Iterable[Year]) -> Iterator[tuple[str, int]]:
    for year in years:
        whole = f"{year.key}" if year.first == year.last else _between(year)
        for month in year.months:
            number = f"-{month.number:02}" if month.number else ""
            yield f"{whole}{number}", len(month.events)


def _between(year: Year) -> str:
    """The key of a span of years, as the script writes spans."""
    half = len(year.key) // 2
    return f"{year.key[:half]}/{year.key[half + 1 :]}"
