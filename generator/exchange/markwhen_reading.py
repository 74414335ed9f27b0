"""A text for Markwhen into entries: ours, and those of other people.

An event begins with a line "date: what happened"; below it stand properties, then its
text, to the next such line. Dates that hang on others are not worked out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

from generator.exchange.appendix import without_appendix
from generator.exchange.common import with_headline
from generator.exchange.dating import date_in
from generator.exchange.entries import (
    Entry,
    Picture,
    Read,
    Table,
    each_once,
    fault,
    one_line,
    remark,
    tidy,
    web_address,
)
from generator.exchange.markwhen import MARK, slug
from generator.exchange.places import place_of
from generator.exchange.spans import Moment
from generator.model.date_phrases import Phrases
from generator.model.edtf import EdtfError, parse_edtf
from generator.problems import Origin, Problem

_REFERENCE = re.compile(r"(?P<space>\s*)&#(?P<code>\d+);")


def _unguarded(line: str) -> str:
    match = _REFERENCE.match(line)
    if match is None or int(match["code"]) > 0x10FFFF:
        return line
    return f"{match['space']}{chr(int(match['code']))}{line[match.end() :]}"


_WORD = r"[A-Za-z]+\.?"
_CLOCK = r"(?:[ ]+\d{1,2}(?::\d{2})?(?:[ ]?[ap]m)?)?"
_DATE = rf"""(?: \d{{4}}-\d\d-\d\dT[\d:.]+Z
      | \d{{4}}(?:-\d\d(?:-\d\d{_CLOCK})?)?
      | \d{{1,2}}/\d{{1,2}}/\d{{4}}{_CLOCK} | \d{{1,2}}/\d{{4}}
      | (?:\d{{1,2}}[ ]+)?{_WORD}[ ]+(?:\d{{1,2}},?[ ]+)?\d{{4}}{_CLOCK}
      | \d{{1,5}}[ ]?(?:BCE|BC|AD|CE) | now )"""
_EVENT = re.compile(
    rf"""
    \s* (?P<start>{_DATE})
    (?: \s* (?: / | - | – | [ ]to[ ] ) \s* (?P<end>{_DATE}) )?
    (?P<every> \s+ every [^:]* )? \s* : (?P<rest>.*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"""
    \s* (?P<when> (?: (?:after|before|by)\b | [!.][A-Za-z] | \d+[ ]*(?:ms|milli|s\b|sec|
        min|h\b|hour|d\b|day|w\b|week|month|y\b|year) | now\b ) [^:]* ) : (?P<rest>.*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PROPERTY = re.compile(r"(?!-)\s*(?P<key>[\w.\-]+):(?:\s+(?P<value>.*))?")
_SECTION = re.compile(
    r"\s*(?:#{1,6}|(?:section|group)\b)\s*(?P<name>.*)", re.IGNORECASE
)
_SECTION_END = re.compile(r"\s*end(?:section|group)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    """An event whose lines are being read."""

    line: int
    start: str
    end: str
    rest: str
    section: str
    properties: dict[str, tuple[int, str]]
    text: list[str]
    heading: bool = True


def read(name: str, text: str, phrases: Phrases) -> Read:
    """The timeline in a text for Markwhen."""
    title, description, begins, day_first = _read_header(text)
    events: list[_Open] = []
    problems: list[Problem] = []
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        if number <= begins or line.lstrip().startswith("//"):
            continue
        if found := _EVENT.fullmatch(line) or _RELATIVE.fullmatch(line):
            parts = found.groupdict()
            if parts.get("every"):
                problems.append(_repeated(name, number, parts["every"]))
            start, end = parts.get("start") or parts.get("when"), parts.get("end")
            rest = parts["rest"].strip()
            events.append(_Open(number, start or "", end or "", rest, section, {}, []))
        elif match := _SECTION_END.match(line) or _SECTION.fullmatch(line):
            section = (match.groupdict().get("name") or "").strip()
        elif events:
            _take(events[-1], number, line)
        elif line.strip():
            problems.append(_before_events(name, number, line))
    entries: list[Entry] = []
    for event in events:
        try:
            entries.append(_entry(name, event, day_first, problems))
        except _BadDateError as error:
            problems.append(error.problem)
    return Read(Table(tuple(entries), title, description), tuple(problems))


_HEADER_LINE = re.compile(r"(?P<key>title|description|dateFormat):\s*(?P<value>.+)")


def _read_header(text: str) -> tuple[str, str, int, bool]:
    """Title, description, how many lines the header has, whether days stand first."""
    values: dict[str, str] = {}
    lines = text.split("\n")
    fenced = lines[0].startswith("---")
    end = 0
    for number, line in enumerate(lines, 1):
        if fenced and number > 1 and line.startswith("---"):
            end = number
            break
        if (
            not fenced
            and (
                _EVENT.fullmatch(line)
                or _RELATIVE.fullmatch(line)
                or _SECTION.match(line)
            )
            and not re.match(r"#\w+:", line)
        ):
            break
        if match := _HEADER_LINE.match(line):
            values[match["key"]] = _value(match["value"])
        end = number
    day_first = values.get("dateFormat", "").lower().startswith("d")
    return values.get("title", ""), values.get("description", ""), end, day_first


def _value(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        try:
            return str(json.loads(text))
        except json.JSONDecodeError:
            return text.strip('"')
    return text


def _take(event: _Open, number: int, line: str) -> None:
    """Properties stand right below the first line; all else is text."""
    match = _PROPERTY.fullmatch(line) if event.heading else None
    if match:
        event.properties[match["key"]] = (number, (match["value"] or "").strip())
    else:
        event.heading = event.heading and not line.strip() and not event.properties
        event.text.append(_unguarded(line))


class _BadDateError(Exception):
    """An event's date cannot be read."""

    def __init__(self, name: str, line: int, error: EdtfError) -> None:
        hint = error.hint or "write it as 2019-03-02, 2019-03 or 2019"
        self.problem = fault(Origin(name, line, 1), "date", error.reason, hint)


def _entry(name: str, event: _Open, day_first: bool, problems: list[Problem]) -> Entry:
    tags = _listed(event, "subjects")
    rest = event.rest
    if "subjects" in event.properties:
        for mark in reversed(list(filter(None, map(slug, tags)))):
            rest = rest.removesuffix(f"#{mark}").rstrip()
    else:
        tags = tuple(t.lower() for t in MARK.findall(rest))
        rest = re.sub(r"(?:\s+#(?!\d+\b)\w+)+\s*\Z", "", rest)
        tags = each_once((*tags, event.section.lower()))
    ident = _text(event, "key") or _text(event, "id").replace("_", "-")
    entry = Entry(
        "",
        id=ident,
        said=_text(event, "dateInWords"),
        text=tidy("\n".join(event.text)),
        tags=tags,
        people=_listed(event, "people"),
        organisations=_listed(event, "organisations"),
        places=tuple(map(place_of, _listed(event, "places") or _locations(event))),
        origin=Origin(name, event.line, 1),
    )
    entry = without_appendix(with_headline(entry, rest))
    if url := web_address(_text(event, "picture")):
        caption, credit = _text(event, "caption"), _text(event, "credit")
        entry = replace(entry, picture=Picture(url, caption, credit))
    return _with_date(entry, name, event, day_first, problems)


def _locations(event: _Open) -> tuple[str, ...]:
    return _listed(event, "locations") or _listed(event, "location")


def _text(event: _Open, key: str) -> str:
    return one_line(_value(event.properties.get(key, (0, ""))[1]))


def _listed(event: _Open, key: str) -> tuple[str, ...]:
    """A list in brackets, or one value."""
    text = event.properties.get(key, (0, ""))[1]
    if text.startswith("["):
        try:
            return each_once(map(str, json.loads(text)))
        except json.JSONDecodeError:
            return each_once(part.strip(" \"'") for part in text[1:-1].split(","))
    return each_once([_value(text)])


def _with_date(
    entry: Entry, name: str, event: _Open, day_first: bool, problems: list[Problem]
) -> Entry:
    if "edtf" in event.properties:
        line = event.properties["edtf"][0]
        try:
            return replace(entry, date=parse_edtf(_text(event, "edtf")))
        except EdtfError as error:
            raise _BadDateError(name, line, error) from error
    try:
        start = _moment(event.start, day_first)
        end = _moment(event.end, day_first) if event.end else ""
        if start is None or end is None:
            problems.append(_only_now(name, event))
        if start is None:
            words = f"{event.start} / {event.end}" if event.end else event.start
            return replace(entry, said=one_line(words))
        text = f"{start}/{end or '..'}" if event.end and end != start else start
        return replace(entry, date=parse_edtf(text))
    except EdtfError as error:
        raise _BadDateError(name, event.line, error) from error


_STROKES = re.compile(
    r"(?:(?P<first>\d{1,2})/)?(?P<second>\d{1,2})/(?P<year>\d{4})(?P<rest>.*)"
)
_DAY_AND_TIME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[ T](?P<time>.*)")


def _moment(text: str, day_first: bool) -> str | None:
    """One end of a date as EDTF; None where it hangs on other events or on today."""
    text = text.strip()
    if _RELATIVE.fullmatch(f"{text}:") and not _EVENT.fullmatch(f"{text}:"):
        return None
    if text.lower() == "now":
        return None
    if strokes := _STROKES.fullmatch(text):
        return _with_strokes(strokes, day_first)
    if timed := _DAY_AND_TIME.fullmatch(text):
        clock = re.fullmatch(r"(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z?)", timed["time"])
        return f"{timed['day']}T{clock[1]}{clock[2]}" if clock else timed["day"]
    text = re.sub(r"(\d{4})\s+\d{1,2}(?::\d\d)?\s*(?:[ap]m)?\Z", r"\1", text)
    return str(date_in(text.upper() if text[-1:] in "eEdDcC" else text))


def _with_strokes(match: re.Match[str], day_first: bool) -> str:
    """Month, day and year, as the program reads them unless a header says otherwise."""
    year = int(match["year"])
    if match["first"] is None:
        return str(Moment(year, int(match["second"])))
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if day_first else (second, first)
    return str(Moment(year, month, day))


def _repeated(name: str, line: int, words: str) -> Problem:
    return remark(
        Origin(name, line, 1),
        "repeated",
        f"“{words.strip()}” repeats this event: only the first time is imported",
    )


def _only_now(name: str, event: _Open) -> Problem:
    return remark(
        Origin(name, event.line, 1),
        "relative",
        f"“{event.start}{f' / {event.end}' if event.end else ''}” hangs on another "
        "event or on today, so what it stands for is not imported",
        "write the date into the event's file",
    )


def _before_events(name: str, number: int, line: str) -> Problem:
    return remark(
        Origin(name, number, 1),
        "left-out",
        f"“{line.strip()[:60]}” stands before the first event: it is left out",
    )
