"""Single edits to a content file: only the bytes of one value change, or nothing does.

Each edit is spliced into the text as it stands, and the result is read again: unless
it says exactly what was meant, and all else that was said before, the edit is refused.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.store import writing
from generator.store.cut import UnreadableError
from generator.store.fields import FILE_FIELDS, Field, Kind, field_of
from generator.store.nodes import Entry, Items, Node, Plain, Table, Text, texts_of
from generator.store.reading import ContentFile, read_file

Key = str | int
_HYPHEN = re.compile(r" *- +")


@dataclass(frozen=True, slots=True)
class SetValue:
    """The key at *path* has *value*, whether it was there or not."""

    path: tuple[Key, ...]
    value: Plain


@dataclass(frozen=True, slots=True)
class RemoveKey:
    """The key at *path* is not there."""

    path: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class AddItem:
    """The list at the top-level *key* ends in *value*; it is begun if need be."""

    key: str
    value: Plain


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """The list at the top-level *key* is without its item at *index*."""

    key: str
    index: int


@dataclass(frozen=True, slots=True)
class SetBody:
    """The text below the header is *text*."""

    text: str


@dataclass(frozen=True, slots=True)
class AddRemarks:
    """The header begins with *lines*, each of which is a comment."""

    lines: tuple[str, ...]


Edit = SetValue | RemoveKey | AddItem | RemoveItem | SetBody | AddRemarks


class RefusedError(Exception):
    """An edit cannot be made without touching something else; `str()` says what."""


@dataclass(frozen=True, slots=True)
class _Splice:
    """*text* stands in place of what is from *start* to *end* (code points)."""

    start: int
    end: int
    text: str


def patched(file: ContentFile, edits: Sequence[Edit]) -> ContentFile:
    """*file* after *edits*, one after the other; every other byte is as it was.

    Raises:
        RefusedError: An edit would lose a comment, or would not read back as meant.
    """
    for edit in edits:
        file = _edited(file, edit)
    return file


def has_comment(file: ContentFile) -> bool:
    """True when there is a comment anywhere in the header."""
    start = len(file.parts.opening)
    end = start + len(file.parts.header)
    return _Editor(file).has_comment(start, end, file.header)


def _edited(file: ContentFile, edit: Edit) -> ContentFile:
    edit = _without_empty_tables(file, edit)
    splice = _Editor(file).splice(edit)
    text = str(file.parts)
    data = f"{text[: splice.start]}{splice.text}{text[splice.end :]}".encode()
    try:
        after, _ = read_file(file.path, file.folder, data)
    except UnreadableError as error:
        raise RefusedError("the file could not be read afterwards") from error
    values, body = _meant(file, edit)
    if after.values != values or after.parts.text != body:
        raise RefusedError("more than one value would change")
    return after


def _without_empty_tables(file: ContentFile, edit: Edit) -> Edit:
    """*edit*, or the removal of the whole block whose only key would be removed."""
    if not isinstance(edit, RemoveKey) or not isinstance(edit.path[-2:][0], str):
        return edit
    inner: Any = file.values
    for step in edit.path[:-1]:
        inner = inner[step]
    if len(edit.path) > 1 and len(inner) == 1:
        return RemoveKey(edit.path[:-1])
    return edit


def _meant(file: ContentFile, edit: Edit) -> tuple[dict[str, Plain], str]:
    """What the file says once *edit* is made."""
    values: Any = copy.deepcopy(file.values)
    body = file.parts.text
    match edit:
        case SetBody(text=text):
            body = text
        case AddItem(key=key, value=value):
            values[key] = [*(values.get(key) or []), value]
        case RemoveItem(key=key, index=index):
            del values[key][index]
            if not values[key] and not _is_flow(file.header.get(key)):
                del values[key]
        case SetValue(path=path) | RemoveKey(path=path):
            inner = values
            for step in path[:-1]:
                inner = inner[step]
            if isinstance(edit, SetValue):
                inner[path[-1]] = edit.value
            else:
                del inner[path[-1]]
    return values, body


def _is_flow(node: Node | None) -> bool:
    return isinstance(node, Items) and node.flow


class _Editor:
    """Finds the splice for an edit of one file as it stands."""

    def __init__(self, file: ContentFile) -> None:
        self.file = file
        self.text = str(file.parts)
        self.fields = FILE_FIELDS[file.folder]
        self.newline = "\r\n" if file.parts.opening.endswith("\r\n") else "\n"

    def splice(self, edit: Edit) -> _Splice:
        match edit:
            case SetValue(path=path, value=value):
                return self._set(path, value)
            case RemoveKey(path=path):
                return self._remove_key(path)
            case AddItem(key=key, value=value):
                return self._add_item(key, value)
            case RemoveItem(key=key, index=index):
                return self._remove_item(key, index)
            case SetBody(text=text):
                return self._set_body(text)
            case AddRemarks(lines=lines):
                start = len(self.file.parts.opening)
                text = "".join(f"{line}{self.newline}" for line in lines)
                return _Splice(start, start, text)

    def _set_body(self, text: str) -> _Splice:
        start = len(self.text) - len(self.file.parts.body)
        if not self.file.parts.closing.endswith("\n"):
            raise RefusedError("the file ends right after its header")
        lines = f"\n{text}\n" if text else ""
        return _Splice(start, len(self.text), lines.replace("\n", self.newline))

    def _set(self, path: tuple[Key, ...], value: Plain) -> _Splice:
        table, fields = self._parent(path)
        field = self._field(fields, path)
        entry = table.entry(field.key)
        if entry is None:
            return self._insert(table, fields, field, value)
        start, end = self._value_span(entry)
        match value:
            case str():
                text = writing.scalar(value, quoted=field.quoted, in_flow=table.flow)
            case list() if field.kind is not Kind.TABLES:
                text = writing.flow(value)
            case _:
                raise RefusedError(f"“{field.key}” is written over several lines")
        space = " " if start == end else ""
        return _Splice(start, end, space + text)

    def _value_span(self, entry: Entry) -> tuple[int, int]:
        """Where the value of *entry* stands; right after the colon when it is empty."""
        node = entry.value
        if isinstance(node, Items | Table):
            if not node.flow or self.has_comment(node.start, node.end, node):
                raise RefusedError(f"“{entry.key}” is written over several lines")
            return node.start, node.end
        written = self.text[node.start : node.end].rstrip()
        if not written:
            colon = self.text.index(":", entry.end) + 1
            return colon, colon
        if written[0] in "|>" and node.value != written:
            first_line = written.split("\n", 1)[0]
            if "#" in first_line:
                raise RefusedError(f"there is a comment beside “{entry.key}”")
        return node.start, node.start + len(written)

    def _insert(
        self, table: Table, fields: Sequence[Field], field: Field, value: Plain
    ) -> _Splice:
        """A key that was not there, after those that its fields name before it."""
        if table.flow:
            if not isinstance(value, str):
                raise RefusedError(f"“{field.key}” does not fit into one line")
            text = f"{field.key}: {writing.scalar(value, quoted=True)}"
            if not table.entries:
                return _Splice(table.start + 1, table.end - 1, text)
            end = self._last(table).value.end
            return _Splice(end, end, f", {text}")
        before = [f.key for f in fields[: fields.index(field)]]
        earlier = [e for e in table.entries if e.key in before]
        if earlier:
            at = self._line_end(self._end(earlier[-1]))
            indent = " " * self._column(earlier[-1].start)
        elif not table.entries:
            at, indent = table.start, ""
        else:
            at, indent = self._before_all(table.entries)
        return _Splice(at, at, writing.entry(field, value, indent, self.newline))

    def _before_all(self, entries: Sequence[Entry]) -> tuple[int, str]:
        """The place for a first key, and its indent: not between a hyphen and its."""
        start = self._line_start(entries[0].start)
        lead = self.text[start : entries[0].start]
        if not lead.strip(" "):
            return start, lead
        return self._line_end(self._end(entries[0])), " " * len(lead)

    def _remove_key(self, path: tuple[Key, ...]) -> _Splice:
        table, _ = self._parent(path)
        entry = table.entry(str(path[-1]))
        if entry is None:
            raise RefusedError(f"“{path[-1]}” is not there")
        if table.flow:
            index = table.entries.index(entry)
            spans = [(e.start, e.value.end) for e in table.entries]
            return self._cut_from_row(spans, index, table)
        start = self._line_start(entry.start)
        if self.text[start : entry.start].strip(" "):
            raise RefusedError(f"“{entry.key}” is the first key of its block")
        return self._cut_lines(start, self._end(entry), entry.value)

    def _add_item(self, key: str, value: Plain) -> _Splice:
        field = self._field(self.fields, (key,))
        entry = self.file.header.entry(key)
        if entry is None:
            return self._insert(self.file.header, self.fields, field, [value])
        node = entry.value
        if isinstance(node, Text) and not node.value:
            node = Items((), *self._value_span(entry), flow=True)
            colon = node.start
        elif isinstance(node, Items):
            colon = self.text.rindex(":", 0, node.start) + 1
        else:
            raise RefusedError(f"“{key}” is not a list")
        if isinstance(value, dict):
            return self._add_block(field, node, colon, value)
        if not node.flow:
            last = node.items[-1]
            return self._after(last, f"- {writing.scalar(str(value))}{self.newline}")
        text = writing.scalar(str(value), in_flow=True)
        if node.items:
            end = node.items[-1].end
            return _Splice(end, end, f", {text}")
        return _Splice(colon, node.end, f" [{text}]")

    def _add_block(
        self, field: Field, node: Items, colon: int, value: dict[str, Plain]
    ) -> _Splice:
        if node.items and node.flow:
            raise RefusedError(f"“{field.key}” is written in brackets")
        if node.items:
            indent = " " * self._hyphen(node.items[-1])
            lines = writing.item(field, value, indent, self.newline)
            return self._after(node.items[-1], lines.removeprefix(indent))
        lines = writing.item(field, value, "  ", self.newline)
        return _Splice(colon, node.end, self.newline + lines.removesuffix(self.newline))

    def _after(self, item: Node, text: str) -> _Splice:
        """A new item in the lines after *item*, which its hyphen stands below."""
        at = self._line_end(self._node_end(item))
        return _Splice(at, at, " " * self._hyphen(item) + text)

    def _remove_item(self, key: str, index: int) -> _Splice:
        node = self.file.header.get(key)
        if not isinstance(node, Items):
            raise RefusedError(f"“{key}” is not a list")
        if node.flow:
            spans = [(item.start, item.end) for item in node.items]
            return self._cut_from_row(spans, index, node)
        if len(node.items) == 1:
            return self._remove_key((key,))
        item = node.items[index]
        self._hyphen(item)
        start = self._line_start(item.start)
        return self._cut_lines(start, self._node_end(item), item)

    def _cut_from_row(
        self, spans: Sequence[tuple[int, int]], index: int, node: Items | Table
    ) -> _Splice:
        """One member out of a list or table in brackets, with one comma."""
        if self.has_comment(node.start, node.end, node):
            raise RefusedError("there is a comment between its brackets")
        start, end = spans[index]
        if index + 1 < len(spans):
            return _Splice(start, spans[index + 1][0], "")
        if index:
            return _Splice(spans[index - 1][1], end, "")
        return _Splice(node.start + 1, node.end - 1, "")

    def _cut_lines(self, start: int, end: int, node: Node) -> _Splice:
        stop = self._line_end(end)
        if self.has_comment(start, stop, node):
            raise RefusedError("there is a comment in the lines to remove")
        return _Splice(start, stop, "")

    def _parent(self, path: tuple[Key, ...]) -> tuple[Table, Sequence[Field]]:
        """The table that holds the last key of *path*, and the keys it may have."""
        node: Node | None = self.file.header
        fields: Sequence[Field] = self.fields
        for step in path[:-1]:
            if isinstance(step, int) and isinstance(node, Items):
                node = node.items[step]
            elif isinstance(step, str) and isinstance(node, Table):
                node = node.get(step)
                fields = self._field(fields, (step,)).fields
            else:
                raise RefusedError(f"there is no “{step}” to change")
        if not isinstance(node, Table):
            raise RefusedError(f"“{path[-1]}” has no block to stand in")
        return node, fields

    @staticmethod
    def _field(fields: Sequence[Field], path: tuple[Key, ...]) -> Field:
        field = field_of(fields, str(path[-1]))
        assert field is not None, f"only known keys are edited, not {path[-1]!r}"
        return field

    @staticmethod
    def _last(table: Table) -> Entry:
        return table.entries[-1]

    def _end(self, entry: Entry) -> int:
        return max(entry.end, self._node_end(entry.value))

    def _node_end(self, node: Node) -> int:
        """The end of what is written of *node*, without line ends after it."""
        written = self.text[node.start : node.end]
        return node.start + len(written.rstrip())

    def _hyphen(self, item: Node) -> int:
        """The column (from 0) of the hyphen that *item* stands behind."""
        lead = self.text[self._line_start(item.start) : item.start]
        if not _HYPHEN.fullmatch(lead):
            raise RefusedError("its list is written in an unusual way")
        return lead.index("-")

    def _column(self, offset: int) -> int:
        return offset - self._line_start(offset)

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        """Past the line end that follows *offset*."""
        return self.text.index("\n", offset) + 1

    def has_comment(self, start: int, end: int, node: Node) -> bool:
        """True when a `#` stands from *start* to *end* outside the texts of *node*."""
        outside = []
        for text in texts_of(node):
            outside.append(self.text[start : text.start])
            start = max(start, text.end)
        outside.append(self.text[start:end])
        return any("#" in part for part in outside)
