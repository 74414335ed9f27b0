"""A text for Markwhen into entries: ours, and those of other people.

An event begins with a line "date: what happened"; below it stand properties, then its
text, to the next such line. Dates that hang on others are not worked out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.exchange.appendix import without_appendix
from generator.exchange.common import with_headline, with_picture
from generator.exchange.entries import (
    Entry,
    MistakeError,
    Read,
    Reference,
    Table,
    each_once,
    link_destination,
    one_line,
    remark,
    tidy,
)
from generator.exchange.markwhen import LINK, MARK, OWN_ID, slug
from generator.exchange.markwhen_dates import EventLine, date_of, event_line
from generator.exchange.places import place_of
from generator.exchange.taking import Value, Values, left_out
from generator.model.date_phrases import Phrases
from generator.model.edtf import Edtf, EdtfError, parse_edtf
from generator.problems import Origin, Problem

_REFERENCE = re.compile(r"(?P<space>\s*)&#(?P<code>\d+);")


def _unguarded(line: str) -> str:
    match = _REFERENCE.match(line)
    if match is None or int(match["code"]) > 0x10FFFF:
        return line
    return f"{match['space']}{chr(int(match['code']))}{line[match.end() :]}"


_PROPERTY = re.compile(r"(?!-)\s*(?P<key>[\w.\-]+):(?:\s+(?P<value>.*))?")
_SECTION = re.compile(
    r"\s*(?:#{1,6}|(?:section|group)\b)\s*(?P<name>.*)", re.IGNORECASE
)
_SECTION_END = re.compile(r"\s*end(?:section|group)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """An event whose lines are being read."""

    number: int
    line: EventLine
    section: str
    properties: list[tuple[str, Value]]
    text: list[str]
    heading: bool = True


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in a text for Markwhen."""
    lines = text.split("\n")
    header = _read_header(lines)
    events: list[_Open] = []
    problems = [_before_events(name, *line) for line in header.others]
    section = ""
    for number, line in enumerate(lines[header.end :], header.end + 1):
        if line.lstrip().startswith("//"):
            continue
        if found := event_line(line):
            if found.every:
                problems.append(_repeated(name, number, found.every))
            events.append(_Open(number, found, section, [], []))
        elif match := _SECTION_END.match(line) or _SECTION.fullmatch(line):
            section = (match.groupdict().get("name") or "").strip()
        elif events:
            _take(name, events[-1], number, line)
        elif line.strip():
            problems.append(_before_events(name, number, line))
    entries: list[Entry] = []
    rows = [Values(event.properties, Origin(name, event.number, 1)) for event in events]
    for event, values in zip(events, rows, strict=True):
        try:
            entries.append(_entry(event, values, header.day_first, problems))
        except MistakeError as error:
            problems.append(error.problem)
    problems += left_out(rows, _KNOWN)
    table = Table(tuple(entries), header.title, header.description)
    return Read(table, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Header:
    """What stands above the events: so many lines, and those that say nothing here."""

    title: str
    description: str
    day_first: bool
    end: int
    others: tuple[tuple[int, str], ...]


_HEADER_LINE = re.compile(r"(?P<key>title|description|dateFormat):\s*(?P<value>.+)")
_COLOUR = re.compile(r"\s*#\w+:")


def _read_header(lines: Sequence[str]) -> _Header:
    values: dict[str, str] = {}
    others: list[tuple[int, str]] = []
    fenced = lines[0].startswith("---")
    end = 0
    for number, line in enumerate(lines, 1):
        if fenced and number > 1 and line.startswith("---"):
            end = number
            break
        if not fenced and (event_line(line) or _begins_section(line)):
            break
        end = number
        match = _HEADER_LINE.match(line)
        if match and match["key"] not in values:
            values[match["key"]] = _value(match["value"])
        elif line.strip() and not line.startswith(("---", "//")):
            others.append((number, line))
    day_first = values.get("dateFormat", "").lower().startswith("d")
    title, description = values.get("title", ""), values.get("description", "")
    return _Header(title, description, day_first, end, tuple(others))


def _begins_section(line: str) -> bool:
    return bool(_SECTION.match(line)) and not _COLOUR.match(line)


def _value(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        try:
            return str(json.loads(text))
        except json.JSONDecodeError:
            return text.strip('"')
    return text


def _take(name: str, event: _Open, number: int, line: str) -> None:
    """Properties stand right below the first line; all else is text."""
    match = _PROPERTY.fullmatch(line) if event.heading else None
    if match:
        place = partial(Origin, name, number, 1)
        value = Value(_value(match["value"] or ""), place)
        event.properties.append((match["key"], value))
    else:
        event.heading = event.heading and not line.strip() and not event.properties
        event.text.append(_unguarded(line))


_KNOWN = {
    *("id", "edtf", "dateInWords", "subjects", "people", "organisations", OWN_ID),
    *("places", "locations", "location", "picture", "caption", "credit"),
}


def _entry(
    event: _Open, values: Values, day_first: bool, problems: list[Problem]
) -> Entry:
    tags = _listed(values, "subjects")
    title, references = event.line.rest, list[Reference]()
    if "subjects" in values:
        for mark in reversed(list(filter(None, map(slug, tags)))):
            title = title.removesuffix(f"#{mark}").rstrip()
    else:
        tags = each_once(_tags_of(title) + _section_tags(event.section))
        title = MARK.sub("", title)
        references = [_reference(match) for match in LINK.finditer(title)]
        title = LINK.sub(lambda match: match["words"], title)
    ident = one_line(values.take(OWN_ID) or values.take("id").replace("_", "-"))
    places = next(
        filter(None, (_listed(values, k) for k in ("places", "locations", "location"))),
        (),
    )
    entry = Entry(
        "",
        id=ident,
        said=one_line(values.take("dateInWords")),
        text=tidy("\n".join(event.text)),
        tags=tags,
        people=_listed(values, "people"),
        organisations=_listed(values, "organisations"),
        places=tuple(map(place_of, places)),
        origin=values.origin,
    )
    entry = without_appendix(with_headline(entry, title))
    together = dict.fromkeys((*entry.references, *references))
    entry = replace(entry, references=tuple(together))
    entry = with_picture(entry, values, ("picture", "caption", "credit"))
    return _with_date(entry, event, values, day_first, problems)


def _tags_of(text: str) -> tuple[str, ...]:
    return tuple(tag.lower() for tag in MARK.findall(text))


def _section_tags(section: str) -> tuple[str, ...]:
    """The name of a section without the tags in it, and those."""
    return (MARK.sub("", section).lower(), *_tags_of(section))


def _reference(match: re.Match[str]) -> Reference:
    return Reference(one_line(match["words"]), link_destination(match["url"]))


def _listed(values: Values, key: str) -> tuple[str, ...]:
    """A list in brackets, or one value."""
    text = values.take(key)
    if text.startswith("["):
        try:
            return each_once(map(str, json.loads(text)))
        except (ValueError, RecursionError):
            return each_once(part.strip(" \"'") for part in text[1:-1].split(","))
    return each_once([text])


def _with_date(
    entry: Entry,
    event: _Open,
    values: Values,
    day_first: bool,
    problems: list[Problem],
) -> Entry:
    if "edtf" in values:
        try:
            return replace(entry, date=parse_edtf(values.take("edtf").strip()))
        except EdtfError as error:
            raise _no_date(values.place("edtf"), error) from error
    try:
        found = date_of(event.line, day_first=day_first)
    except EdtfError as error:
        raise _no_date(values.origin, error) from error
    if not found.whole:
        problems.append(_not_told(values.origin, event.line.words, found.date))
    said = entry.said or (one_line(event.line.words) if found.date is None else "")
    return replace(entry, date=found.date, said=said)


def _no_date(origin: Origin, error: EdtfError) -> MistakeError:
    hint = error.hint or "write it as 2019-03-02, 2019-03 or 2019"
    return MistakeError(origin, "date", error.reason, hint)


def _repeated(name: str, line: int, words: str) -> Problem:
    return remark(
        Origin(name, line, 1),
        "repeated",
        f"“{words.strip()}” repeats this event: only the first time is imported",
    )


def _not_told(origin: Origin, words: str, date: Edtf | None) -> Problem:
    """A date that hangs on another event or on today, or lasts for hours."""
    kept = f"only {date} is imported" if date else "it is kept as words"
    return remark(
        origin,
        "relative",
        f"what “{words}” stands for is not told by this line alone: {kept}",
        "write the date into the event's file",
    )


def _before_events(name: str, number: int, line: str) -> Problem:
    return remark(
        Origin(name, number, 1),
        "left-out",
        f"“{line.strip()[:60]}” stands before the first event: it is left out",
    )
