"""A header's values with the place of each: text, lists and tables, nothing else.

Every scalar is the text that its author wrote (`no`, `12:30`, `2024-06`); what it
means is decided by the field that holds it. Offsets are code points of the file.
These are tuples: a header has some forty, and frozen dataclasses take three times as
long to make.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value without its place; what is compared, merged and stored as JSON."""


class Text(NamedTuple):
    """A scalar. `quoted` is True for any style but the plain one."""

    value: str
    start: int
    end: int
    quoted: bool = False


class Items(NamedTuple):
    """A list; `flow` when it is written in brackets."""

    items: tuple[Node, ...]
    start: int
    end: int
    flow: bool


class Entry(NamedTuple):
    """A key with its value."""

    key: str
    start: int
    end: int
    value: Node


class Table(NamedTuple):
    """A mapping; `flow` when it is written in braces. Each key stands once."""

    entries: tuple[Entry, ...]
    start: int
    end: int
    flow: bool

    def get(self, key: str) -> Node | None:
        """The value of *key*; None when the key is not there."""
        entry = self.entry(key)
        return entry.value if entry else None

    def entry(self, key: str) -> Entry | None:
        """Key and value; None when the key is not there."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None


Node = Text | Items | Table


def plain(node: Node) -> Plain:
    """The value of *node* without its place."""
    match node:
        case Text(value=value):
            return value
        case Items(items=items):
            return [plain(item) for item in items]
        case Table(entries=entries):
            return {entry.key: plain(entry.value) for entry in entries}


def places(node: Node, key: str = "") -> Iterator[tuple[str, int]]:
    """The offset of every value under *node*, by dotted key ("citations.1.exact")."""
    if key:
        yield key, node.start
    match node:
        case Items(items=items):
            for index, item in enumerate(items):
                yield from places(item, f"{key}.{index}" if key else str(index))
        case Table(entries=entries):
            for entry in entries:
                inner = f"{key}.{entry.key}" if key else entry.key
                yield from places(entry.value, inner)
        case Text():
            pass


def texts_of(node: Node) -> list[Text]:
    """Every scalar of *node* in the order of the file."""
    match node:
        case Text():
            return [node]
        case Items(items=items):
            return [text for item in items for text in texts_of(item)]
        case Table(entries=entries):
            return [text for entry in entries for text in texts_of(entry.value)]
