"""Markwhen: a text in which a line "date: what happened" begins an event.

Written are whole units of EDTF's level 0, which last for as long as they say; what they
cannot say stands in properties of the event, which the program hands through. Lines of
a text that it would take for an event, a property or a section begin with a character
reference ("&#50;019"), which Markdown shows as the character.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.exchange.appendix import with_appendix
from generator.exchange.common import headline, undated
from generator.exchange.entries import (
    Entry,
    Picture,
    Table,
    Written,
    lost,
    one_line,
)
from generator.exchange.places import placed
from generator.exchange.spans import Moment, is_plain, span_of
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf
from generator.problems import Problem

PROGRAM = "Markwhen"
OWN_ID = "datelineId"
"""The property that has an id which the program's own could not hold."""


def write(table: Table, phrases: Phrases) -> Written:
    """*table* as a text for Markwhen."""
    losses: list[Problem] = []
    parts = [_header(table)] if table.title else []
    for entry in table.entries:
        if entry.date is None:
            losses.append(undated(entry, PROGRAM))
            continue
        span = span_of(entry.date)
        if (span.end or span.start).year < 1 or span.start.year < 1:
            losses.append(_too_early(entry))
            continue
        parts.append(_event(entry, entry.date))
    return Written("\n".join(parts).encode(), tuple(losses))


def _too_early(entry: Entry) -> Problem:
    return lost(
        entry,
        "too-early",
        f"{PROGRAM} reads {entry.date} as no date of EDTF: “{entry.title}” is left out",
    )


def _header(table: Table) -> str:
    lines = [f"title: {_quoted(table.title)}"]
    if table.description:
        lines.append(f"description: {_quoted(one_line(table.description))}")
    return "\n".join(("---", *lines, "---", ""))


def _event(entry: Entry, date: Edtf) -> str:
    marks = "".join(f" #{mark}" for mark in map(slug, entry.tags) if mark)
    title = headline(entry)
    lines = [f"{_drawn(date)}: {title}{marks}", *_properties(entry, date)]
    if not entry.tags and (MARK.search(title) or LINK.search(title)):
        lines.append("subjects: []")  # or words of the title would be taken for more
    lines.append("")
    text = with_appendix(replace(entry, picture=None))
    if text:
        lines += (*map(_guarded, text.split("\n")), "")
    return "\n".join(lines)


def _drawn(date: Edtf) -> str:
    span = span_of(date)
    start, end = _spelled(span.start), span.end
    return f"{start} / {_spelled(end)}" if end else start


def _spelled(moment: Moment) -> str:
    day, _, time = str(moment).partition("T")
    return f"{day} {time[:5]}" if time else day


def _properties(entry: Entry, date: Edtf) -> Iterator[str]:
    """What the first line has no place for, each on a line of its own."""
    picture = entry.picture or Picture("")
    if entry.id:
        yield f"id: {_quoted(entry.id.replace('-', '_'))}"
        if entry.id.replace("-", "_").replace("_", "-") != entry.id:
            yield f"{OWN_ID}: {_quoted(entry.id)}"
    values: dict[str, str | list[str]] = {
        "edtf": "" if is_plain(date) and "T" not in str(date) else str(date),
        "dateInWords": entry.said,
        "subjects": list(entry.tags),
        "people": list(entry.people),
        "organisations": list(entry.organisations),
        "places": [placed(place) for place in entry.places],
        "picture": picture.url,
        "caption": picture.caption,
        "credit": picture.credit,
    }
    for key, value in values.items():
        if isinstance(value, list) and value:
            yield f"{key}: [{', '.join(map(_quoted, value))}]"
        elif isinstance(value, str) and value:
            yield f"{key}: {_quoted(value)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


MARK = re.compile(r"(?:^|\s)#(?!\d+\b)(\w+)")
"""A tag as it stands in the first line of an event."""

LINK = re.compile(
    r"\[(?P<words>[^\[\]]+)\]\((?P<url>https?://[^\s()]+)\)", re.IGNORECASE
)
"""A link as it stands there."""


def slug(tag: str) -> str:
    """*tag* as Markwhen has it: letters of English, digits and low lines."""
    mark = re.sub(r"[^A-Za-z0-9]+", "_", tag).strip("_")
    return "" if mark.isdigit() else mark


_RISKY = re.compile(
    r"""
    (?= \s*+ (?: [-*+>]\s*+ )*? --- ) |
    \s*+ (?: [-*+>]\s*+ )*+                               # once: they may be many
    (?: [\d!#:/.&@~\[] | now\b | (?:end)?(?:section|group)\b
      | [^\s:]*[\w.\-]:                                   # a property
      | (?:after|before|by|every|plus|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)
        [^:]*:                                            # a date in words
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _guarded(line: str) -> str:
    if not _RISKY.match(line):
        return line
    at = len(line) - len(line.lstrip())
    return f"{line[:at]}&#{ord(line[at])};{line[at + 1 :]}"
