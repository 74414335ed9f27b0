"""A header's YAML into nodes: read by python-frontmatter through our own handler.

The handler hands out the parts as they stand in the file (python-frontmatter itself
strips and changes line ends) and refuses, before anything is built from it, what
would make a file mean something other than what a person sees in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from generator.problems import Origin, Problem, Severity
from generator.store.cut import Cut, UnreadableError, place
from generator.store.nodes import Entry, Items, Node, Table, Text
from generator.store.yaml_lines import line_mistakes, mistakes
from generator.store.yaml_mistakes import Mistake, no_table

MOST_CHARACTERS = 65_536
MOST_DEPTH = 6

# The C parser is fifteen times as fast; both yield the same events.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_OTHER_LINE_END = re.compile(r"[\u2028\u2029]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_LONE_MARK = re.compile(r'[^"]*[^"\d]"')
_SWALLOWED = re.compile(r"[ \t]#[^\s#][^\n]*")


def read_yaml(parts: Cut, path: str) -> tuple[Table, list[Problem]]:
    """The header's table, and what a person should look at in it; whatever its form.

    Raises:
        UnreadableError: The header is not YAML, or uses what is refused.
    """
    handler = _HeaderHandler(parts, path)
    entries, _ = frontmatter.parse(str(parts), handler=handler)
    found = tuple(entry for entry in entries.values() if isinstance(entry, Entry))
    start = len(parts.opening)
    return Table(found, start, start + len(parts.header), flow=False), handler.warnings


def _start(event: yaml.Event) -> int:
    """Offset in the header, in code points."""
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    """Offset in the header, in code points, past the event."""
    assert event.end_mark is not None
    return event.end_mark.index


class _HeaderHandler(BaseHandler):
    """python-frontmatter's handler for one file whose parts are known."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)

    def __init__(self, parts: Cut, path: str) -> None:
        super().__init__()
        self.parts = parts
        self.path = path
        self.warnings: list[Problem] = []

    def split(self, text: str) -> tuple[str, str]:
        """The parts as they stand in the file, whatever became of them in *text*."""
        return self.parts.header, self.parts.body

    def load(self, fm: str) -> dict[str, Entry]:
        reading = _Reading(self.parts, self.path)
        table = reading.table()
        errors = [p for p in reading.problems if p.severity is Severity.ERROR]
        if errors:
            raise UnreadableError(*reading.problems)
        self.warnings = reading.problems
        return {entry.key: entry for entry in table.entries}


class _Reading:
    """One pass over the events of a header, collecting what is wrong."""

    def __init__(self, parts: Cut, path: str) -> None:
        self.header = parts.header
        self.base = len(parts.opening)
        self.file = str(parts)
        self.path = path
        self.problems: list[Problem] = []

    def table(self) -> Table:
        """The whole header as a table; an empty header is an empty table."""
        if len(self.header) > MOST_CHARACTERS:
            self._stop(0, "header-too-long", _TOO_LONG, "move long text to the body")
        broken = _OTHER_LINE_END.search(self.header)
        if broken:
            self._stop(
                broken.start(),
                "odd-character",
                f"there is an invisible end of line here (U+{ord(broken.group()):04X})",
                "delete it, and press the enter key where a new line is meant",
            )
        events = self._events()
        first = next(events, None)
        if first is None:
            return Table((), self.base, self.base, flow=False)
        if not isinstance(first, yaml.MappingStartEvent):
            known = line_mistakes(self.header) or [no_table(self.header, _start(first))]
            self._stop_at(known)
        table = self._node(first, events, 1)
        assert isinstance(table, Table)
        # Anything after the first document would be lost without a word.
        for event in events:
            self._stop(
                _start(event),
                "header-two-documents",
                "a second YAML document begins inside the header",
                "keep one block of keys between the two --- lines",
            )
        return table

    def _events(self) -> Iterator[yaml.Event]:
        """Events of nodes only; the parser's complaint becomes a problem."""
        skipped = (
            yaml.StreamStartEvent,
            yaml.StreamEndEvent,
            yaml.DocumentStartEvent,
            yaml.DocumentEndEvent,
        )
        try:
            for event in yaml.parse(self.header, Loader=_LOADER):
                if not isinstance(event, skipped):
                    yield event
        except yaml.YAMLError as error:
            self._stop_at(mistakes(self.header, error))

    def _node(
        self, event: yaml.Event, events: Iterator[yaml.Event], depth: int
    ) -> Node:
        start = _start(event)
        if depth > MOST_DEPTH:
            self._stop(
                start,
                "header-too-deep",
                f"lists are nested more than {MOST_DEPTH} deep here",
                "no key of a content file needs that; check the brackets",
            )
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(start, "yaml-alias", f"“*{anchor}” is a YAML alias")
            return self._text(event, "")
        if anchor:
            self._refuse(start, "yaml-anchor", f"“&{anchor}” is a YAML anchor")
        if tag:
            self._refuse(start, "yaml-tag", f"“{tag}” is a YAML tag")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, events, depth)
        assert isinstance(event, yaml.MappingStartEvent)
        return self._mapping(event, events, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        start, end = _start(event), _end(event)
        bad = _UNPRINTABLE.search(event.value)
        if bad:
            self._add(
                start,
                Severity.ERROR,
                "odd-character",
                f"the text holds a control character (U+{ord(bad.group()):04X})",
                "write a backslash twice (\\\\), or use single quotes around the text"
                if event.style == '"'
                else "delete it",
            )
        if _BIDI.search(event.value):
            self._add(
                start,
                Severity.WARNING,
                "bidi-override",
                "an invisible character here turns the direction of the text",
                "delete it unless the text is in a script that needs it",
            )
        if not event.style and _LONE_MARK.fullmatch(event.value):
            self._add(
                end - 1,
                Severity.WARNING,
                "yaml-lone-quote",
                "the text ends with a quotation mark that nothing opens",
                "take it out, or write one before the text, too",
            )
        swallowed = None if event.style else _SWALLOWED.match(self.header, end)
        if swallowed:
            self._add(
                end + 1,
                Severity.WARNING,
                "yaml-comment",
                f"“{swallowed.group().strip()}” is taken for a comment and left out",
                "put the whole value in double quotes to keep it; "
                "write “# ” with a space if a comment is meant",
            )
        return self._text(event, event.value, quoted=bool(event.style))

    def _text(self, event: yaml.Event, value: str, *, quoted: bool = False) -> Text:
        start, end = _start(event), _end(event)
        return Text(value, self.base + start, self.base + end, quoted)

    def _items(
        self, event: yaml.SequenceStartEvent, events: Iterator[yaml.Event], depth: int
    ) -> Items:
        items: list[Node] = []
        for inner in events:
            if isinstance(inner, yaml.SequenceEndEvent):
                end = self._end_of(event, inner, items[-1].end if items else None)
                start = self.base + _start(event)
                return Items(tuple(items), start, end, bool(event.flow_style))
            items.append(self._node(inner, events, depth + 1))
        raise AssertionError("the parser closes what it opens")

    def _mapping(
        self, event: yaml.MappingStartEvent, events: Iterator[yaml.Event], depth: int
    ) -> Table:
        entries: dict[str, Entry] = {}
        for inner in events:
            if isinstance(inner, yaml.MappingEndEvent):
                last = list(entries.values())[-1].value.end if entries else None
                end = self._end_of(event, inner, last)
                start = self.base + _start(event)
                return Table(
                    tuple(entries.values()), start, end, bool(event.flow_style)
                )
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            self._add_entry(entries, key, value)
        raise AssertionError("the parser closes what it opens")

    def _add_entry(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        if not isinstance(key, Text):
            self._refuse(
                key.start - self.base, "yaml-key", "a list cannot be a key", _QUOTE_IT
            )
        elif key.value == "<<":
            self._refuse(
                key.start - self.base, "yaml-merge", "“<<” is a YAML merge key"
            )
        elif key.value in entries:
            first = place(self.file, entries[key.value].start, self.path)
            self._add(
                key.start - self.base,
                Severity.ERROR,
                "key-twice",
                f"“{key.value}” is here a second time; the first is in line "
                f"{first.line}",
                "keep one of the two",
            )
        else:
            entries[key.value] = Entry(key.value, key.start, key.end, value)

    def _end_of(
        self, opening: yaml.Event, closing: yaml.Event, last: int | None
    ) -> int:
        """Where a collection ends: past its bracket, or past its last value.

        The parser puts the end of a block after the comments that follow it.
        """
        if getattr(opening, "flow_style", False) or last is None:
            return self.base + _end(closing)
        return last

    def _refuse(
        self,
        offset: int,
        code: str,
        what: str,
        hint: str = "put the whole text in double quotes",
    ) -> None:
        self._add(
            offset,
            Severity.ERROR,
            code,
            f"{what}, which content files do without",
            hint,
        )

    def _add(
        self, offset: int, severity: Severity, code: str, message: str, hint: str
    ) -> None:
        origin = self._origin(offset)
        self.problems.append(Problem(origin, severity, code, message, hint))

    def _stop(self, offset: int, code: str, message: str, hint: str) -> None:
        self._add(offset, Severity.ERROR, code, message, hint)
        raise UnreadableError(*self.problems)

    def _stop_at(self, mistakes: Iterable[Mistake]) -> NoReturn:
        for m in mistakes:
            self._add(m.offset, Severity.ERROR, m.code, m.message, m.hint)
        raise UnreadableError(*self.problems)

    def _origin(self, offset: int) -> Origin:
        return place(self.file, self.base + offset, self.path)


_TOO_LONG = f"the header is longer than {MOST_CHARACTERS:,} characters"
_QUOTE_IT = "put text that begins with a bracket in double quotes"
