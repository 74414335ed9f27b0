"""Reads the fields that open some texts: front matter, or lines like "Title: ...".

These are read as plain lines, not as YAML: a source is evidence, and nothing in it
may make the program build more than the text is long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

FIELDS: Mapping[str, str] = {
    # A field's name in the wild -> what it is here.
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("author", "authors", "byline", "by"), "author"),
    **dict.fromkeys(
        (
            "date",
            "published",
            "issued",
            "publication date",
            "pubdate",
            "date published",
        ),
        "issued",
    ),
    **dict.fromkeys(("url", "link", "canonical", "source url"), "url"),
    **dict.fromkeys(("publisher",), "publisher"),
    **dict.fromkeys(
        ("site", "site name", "newspaper", "publication", "outlet"), "site"
    ),
    **dict.fromkeys(("lang", "language"), "language"),
}

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,18}):[ \t]+(\S.*?)\s*$")
_ITEM = re.compile(r"\s*-\s+(\S.*?)\s*$")
LEAST_FIELDS = 2
"""Lines that a text without front matter must open with: one may be its headline."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text's opening fields say; *end* is the first code point after them."""

    end: int = 0
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The first value of *name*; empty when it is not given."""
        return self.fields.get(name, ("",))[0]


def metadata(text: str) -> Metadata:
    """The fields that *text* opens with; none when it opens with prose."""
    fenced = re.match(r"\s*---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", text, re.DOTALL)
    if fenced:
        return Metadata(fenced.end(), _fields(fenced[1].split("\n")))
    lines = []
    end = at = len(text) - len(text.lstrip())
    for line in text[at:].split("\n"):
        if not _known(line):
            break
        lines.append(line)
        end += len(line) + 1
    if len(lines) < LEAST_FIELDS:
        return Metadata()
    return Metadata(min(end, len(text)), _fields(lines))


def _known(line: str) -> bool:
    match = _LINE.match(line)
    return bool(match and _name(match[1]) in FIELDS)


def _name(written: str) -> str:
    return re.sub(r"[_-]", " ", written.strip().lower())


def _fields(lines: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    current = ""
    for line in lines:
        match = _LINE.match(line) or re.match(r"([A-Za-z][\w -]{1,18}):()\s*$", line)
        item = _ITEM.match(line)
        if item and current:
            found[current] = (*found.get(current, ()), _plain(item[1]))
        elif match:
            current = FIELDS.get(_name(match[1]), "")
            if current and match[2]:
                found.setdefault(current, _values(match[2]))
    return found


def _values(written: str) -> tuple[str, ...]:
    inner = re.fullmatch(r"\[(.*)\]", written)
    parts = inner[1].split(",") if inner else [written]
    return tuple(_plain(part) for part in parts if part.strip())


def _plain(written: str) -> str:
    return written.strip().strip("\"'")
