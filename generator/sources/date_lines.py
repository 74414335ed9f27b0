"""Turns a line that dates a text into the days of its publication and its change.

Such a line says little else: "June 19, 2024 · 3:42 PM GMT · Updated a day ago".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.sources.cues import DATE_LABEL, TERMINAL, UPDATE_LABELS
from generator.sources.dates import date_in_line

MOST_WORDS = 24
"""Of a line with several parts."""

WORDS_OF_A_PART = 4
"""Of a part that only accompanies a date: a section, a place, a paper."""

_SEPARATOR = re.compile(r"\s*[·•|]\s*|\s+(?:[–—-]|//?)\s+")
_NEXT_PART = re.compile(
    r"(?<=[\w.)])(?<!\blast)[ ,;]+\(?(?=(?:last )?(?:updated|modified)\b|by [A-Z])",
    re.IGNORECASE,
)
"""What begins a part without a mark: "June 19, 2024 | Updated June 20, 2024"."""

_COMPANION = re.compile(
    r"""
      (?:at\ )?\d{1,2}[:.]\d{2}\ ?(?:[ap]\.?m\.?)?
      (?:\ \(?[A-Z]{2,5}(?:[+-]\d{1,2})?\)?)?
    | \d+[ -]min(?:ute)?s?(?:\ (?:to\ )?read)? | (?:a|an|\d+)\ \w+\ ago
    | by\ \D{3,80}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Parts that say nothing of the day: a time, a reading time, who wrote it."""


_NUMBER_OF_A_SERIES = re.compile(
    r"(?:[\w’'&-]+ ){0,6}(?:note|newsletter|brief|briefing|bulletin|digest|dispatch"
    r"|edition|issue|report|review|round-?up|update|volume|week|weekly|no\. ?\d+)"
    r"(?: (?:on|for|of|from|in|about)(?: [\w’'&-]+){1,4})?"
    r"(?:,| [–—-]) (?P<date>[^,]+(?:, \d{4})?)",
    re.IGNORECASE,
)
"""What comes out regularly and says so: "Your weekly note on the coast, 3 May 2024"."""


@dataclass(frozen=True, slots=True)
class DatedLine:
    """The days that a line gives; None for one that it does not give.

    *labelled*: it opens with what the day is of ("Published").
    """

    published: date | None
    updated: date | None
    labelled: bool = False


def dated_line(line: str, *, among_names: bool) -> DatedLine | None:
    """What *line* says of when the text was written; None when it says more.

    *among_names*: beside the date may stand a few words, such as a section's name.
    """
    if len(line.split()) > MOST_WORDS:
        return None
    parts = [p for p in _parts(line) if p]
    if not parts:
        return None
    published = updated = None
    changed = False
    for part in parts:
        label = DATE_LABEL.match(part)
        rest = part[label.end() :] if label else part
        if label:
            changed = label["label"].lower() in UPDATE_LABELS
        numbered = _NUMBER_OF_A_SERIES.fullmatch(rest) if among_names else None
        rest = numbered["date"] if numbered else rest
        day = date_in_line(rest) if rest else None
        if day is not None and changed:
            updated = updated or day
        elif day is not None:
            published = published or day
        elif rest and not _accompanies(rest, bool(label), among_names):
            return None
        if rest:
            changed = False
    if published is None and updated is None:
        return None
    return DatedLine(published, updated, DATE_LABEL.match(parts[0]) is not None)


def _parts(line: str) -> Iterator[str]:
    for part in _SEPARATOR.split(line):
        if date_in_line(part):
            yield part
        else:
            yield from (p.strip(" ,;()") for p in _NEXT_PART.split(part))


def _accompanies(part: str, labelled: bool, among_names: bool) -> bool:
    """*part* gives no day, and may stand beside one."""
    numbered = labelled and bool(re.search(r"\d", part))
    return bool(_COMPANION.fullmatch(part)) or numbered or (among_names and _few(part))


def _few(part: str) -> bool:
    return len(part.split()) <= WORDS_OF_A_PART and not TERMINAL.search(part)
