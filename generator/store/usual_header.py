"""A header in the form that almost all headers have, into the nodes that YAML gives it.

Read line by line, at a third of the parser's cost. Where it is not certain that PyYAML
would read the same, without a remark of ours, nothing is answered: the parser does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.store.nodes import Entry, Items, Node, Table, Text

_MOST_CHARACTERS = 65_536
_MOST_DEPTH = 4
"""Of blocks. What stands in one may be two deeper, as `yaml_header.py` allows."""

_DOUBTFUL = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f"  # tabs and controls, but no line ends
    "\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"  # other line ends, directions
)
_REMARKED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
_LINE = re.compile(
    r"""
    \ *+ (?P<hyphen> -\ ++ )?
    (?: (?P<key> [A-Za-z][A-Za-z0-9_-]{0,80} ) : (?=[\ \r\n]|\Z) \ *+ )?
    (?: # "Doors \"open\" at 8\xa0h"
        " (?P<double> [^"\\\r\n]*+
                      (?: \\ (?:["\\nt]|x[0-9a-f]{2}|u[0-9a-f]{4}) [^"\\\r\n]*+ )*+ ) "
      | ' (?P<single> [^'\r\n]*+ ) '
      | \[ (?P<items> [^\[\]\r\n]*+ ) \]
      | # Doors open at 12:30; with the spaces behind it
        (?P<plain> [A-Za-z0-9(\u00a1-\U0010ffff] [^:#"\r\n]*+
                   (?: :[^\s:#"] [^:#"\r\n]*+ )*+ )
    )?
    \ *+ (?: (?<=\ )\# (?:\ [^\r\n]*+)? )?
    \r? (?: \n | \Z )
    """,
    re.VERBOSE,
)
_REMARK = re.compile(r" *+#[^\r\n]*+\r?(?:\n|\Z)")
_ITEM = re.compile(
    r"""
    \ *+
    (?: " (?P<double> [^"\\]*+ ) "
      | ' (?P<single> [^']*+ ) '
      | (?P<plain> [A-Za-z0-9(\u00a1-\U0010ffff] [^,:?#"'{}]*+ )
    )
    \ *+ (?: ,(?=\ *+[^\ ]) | \Z )
    """,
    re.VERBOSE,
)
_WORDS = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*+(?:, [A-Za-z0-9][A-Za-z0-9-]*+)*+")
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))")
_SHORT_ESCAPES = {"n": "\n", "t": "\t"}


class _UnusualError(Exception):
    """Something is left to the parser."""


class _Part(NamedTuple):
    """A hyphen, whose `key` is None; or a key, with the value in its line if there is
    one; or the value behind a hyphen, whose `key` is "".

    Columns are counted from 0; `end` is past the hyphen or the key.
    """

    column: int
    start: int
    end: int
    key: str | None
    value: Node | None


_NO_MORE = _Part(-1, 0, 0, None, None)


def usual_table(text: str, start: int, end: int) -> Table | None:
    """The table that the header from *start* to *end* of *text* is; None where the
    parser must say what it is, or what is wrong with it."""
    if end - start > _MOST_CHARACTERS or _DOUBTFUL.search(text, start, end):
        return None
    try:
        blocks = _Blocks(_parts(text, start, end))
        entries = blocks.whole()
    except _UnusualError:
        return None
    return Table(entries, start, end, flow=False)


def _parts(text: str, start: int, end: int) -> list[_Part]:
    parts: list[_Part] = []
    at = start
    while at < end:
        line = _LINE.match(text, at, end) or _REMARK.match(text, at, end)
        if line is None:
            raise _UnusualError
        kind = line.lastgroup
        if kind is not None:
            first, key = line.span("hyphen"), line.span("key")
            value = None if kind == "key" else _value(text, kind, *line.span(kind))
            if first[0] >= 0:
                parts.append(_Part(first[0] - at, *first, None, None))
            if key[0] >= 0:
                parts.append(_Part(key[0] - at, *key, line["key"], value))
            elif value is not None and first[0] >= 0:
                parts.append(_Part(value.start - at, value.start, value.end, "", value))
            else:
                raise _UnusualError
        at = line.end()
    return parts


def _value(text: str, kind: str, start: int, end: int) -> Node:
    """The value that stands from *start* to *end*, without its marks."""
    if kind == "plain":
        written = text[start:end].rstrip(" ")
        return Text(written, start, start + len(written), False)
    if kind == "items":
        return Items(tuple(_items(text, start, end)), start - 1, end + 1, True)
    if kind == "hyphen":
        raise _UnusualError
    written = text[start:end]
    if kind == "double" and "\\" in written:
        written = _ESCAPE.sub(_meant, written)
        if _REMARKED.search(written):
            raise _UnusualError
    return Text(written, start - 1, end + 1, True)


def _meant(escape: re.Match[str]) -> str:
    """The character that an *escape* stands for."""
    digits = escape[1] or escape[2]
    return chr(int(digits, 16)) if digits else _SHORT_ESCAPES.get(escape[3], escape[3])


def _items(text: str, start: int, end: int) -> Iterator[Node]:
    """What stands between the brackets of a list."""
    if _WORDS.fullmatch(text, start, end):  # most lists are of ids
        for word in text[start:end].split(", "):
            yield Text(word, start, start + len(word), False)
            start += len(word) + 2
        return
    while start < end:
        item = _ITEM.match(text, start, end)
        if item is None or item.lastgroup is None:
            raise _UnusualError
        yield _value(text, item.lastgroup, *item.span(item.lastgroup))
        start = item.end()


class _Blocks:
    """Tables and lists, made of parts by the columns that these stand in."""

    def __init__(self, parts: list[_Part]) -> None:
        self._parts = [*parts, _NO_MORE]
        self._at = 0

    def whole(self) -> tuple[Entry, ...]:
        """The entries of the one table that all parts belong to."""
        if len(self._parts) == 1:
            return ()
        if self._parts[0].key is None:
            raise _UnusualError
        table = self._table(1)
        if self._at < len(self._parts) - 1:
            raise _UnusualError
        return table.entries

    def _table(self, depth: int) -> Table:
        if depth > _MOST_DEPTH:
            raise _UnusualError
        first = part = self._parts[self._at]
        entries: dict[str, Entry] = {}
        while part.key and part.column == first.column:
            self._at += 1
            value = part.value or self._below(part, depth)
            if part.key in entries:
                raise _UnusualError
            entries[part.key] = Entry(part.key, part.start, part.end, value)
            part = self._parts[self._at]
        return Table(tuple(entries.values()), first.start, value.end, flow=False)

    def _list(self, depth: int) -> Items:
        if depth > _MOST_DEPTH:
            raise _UnusualError
        first = part = self._parts[self._at]
        items: list[Node] = []
        while part.key is None and part.column == first.column:
            self._at += 1
            value = self._parts[self._at].value
            if self._parts[self._at].key:
                items.append(self._table(depth + 1))
            elif value is not None:
                self._at += 1
                items.append(value)
            part = self._parts[self._at]
        return Items(tuple(items), first.start, items[-1].end, flow=False)

    def _below(self, key: _Part, depth: int) -> Node:
        """What the lines below a *key* say of it; an empty text where they do not."""
        part = self._parts[self._at]
        if part.column > key.column and part.key:
            return self._table(depth + 1)
        # The hyphens of a list may stand under the key.
        if part.column >= key.column and part.key is None:
            return self._list(depth + 1)
        return Text("", key.end + 1, key.end + 1)
