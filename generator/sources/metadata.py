"""Reads the fields that open some texts: front matter, or lines like "Title: ...";
and gathers with them what is stated of a document elsewhere.

These are read as plain lines, not as YAML: a source is evidence, and nothing in it
may make the program build more than the text is long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.sources import Document, Stated

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
            "pub date",
            "publish date",
            "date publish",
            "date published",
        ),
        "issued",
    ),
    **dict.fromkeys(("url", "link", "canonical", "source url"), "url"),
    **dict.fromkeys(("publisher",), "publisher"),
    **dict.fromkeys(
        (
            "site",
            "site name",
            "sitename",
            "newspaper",
            "publication",
            "outlet",
            "container title",
        ),
        "site",
    ),
    **dict.fromkeys(("lang", "language"), "language"),
}

_FENCED = re.compile(
    # Front matter as YAML writes it, or as TOML does.
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>.*?\n)(?P=fence)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,18}):[ \t]+(\S.*?)\s*$")
_FENCED_LINE = re.compile(r"([A-Za-z][\w -]{1,18}?)(?::|[ \t]*=)(?:[ \t]+(\S.*?))?\s*$")
_COMMENT = re.compile(r"[ \t]+#.*$")
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
    if fenced := _FENCED.match(text):
        return Metadata(fenced.end(), lines_to_fields(fenced["lines"].split("\n")))
    lines = []
    end = at = len(text) - len(text.lstrip())
    for line in text[at:].split("\n"):
        if not _known(line):
            break
        lines.append(line)
        end += len(line) + 1
    if len(lines) < LEAST_FIELDS:
        return Metadata()
    return Metadata(min(end, len(text)), lines_to_fields(lines, comments=False))


def stated_of(document: Document) -> list[Stated]:
    """Every field that something states of *document*, the firmest first: a file beside
    it, the head of its page or e-mail, the fields that open its text."""
    inside = [
        Stated(name, values, "The text's own field")
        for name, values in metadata(document.text).fields.items()
    ]
    beside = [stated for stated in document.stated if stated.beside]
    head = [stated for stated in document.stated if not stated.beside]
    return [*beside, *head, *inside]


def field_name(written: str) -> str:
    """A field's name with one spelling: "Pub_Date" is "pub date"."""
    return re.sub(r"[_-]", " ", written.strip().lower())


def lines_to_fields(
    lines: list[str], *, comments: bool = True
) -> dict[str, tuple[str, ...]]:
    """The known fields among *lines* of "key: value", with lists below their key.

    With *comments*, "#" after a space begins one, as in YAML and TOML.
    """
    found: dict[str, tuple[str, ...]] = {}
    current = ""
    for line in lines:
        match = _FENCED_LINE.match(line)
        item = _ITEM.match(line)
        if item and current:
            found[current] = (*found.get(current, ()), *_values(item[1], comments))
        elif match:
            current = FIELDS.get(field_name(match[1]), "")
            if current and match[2]:
                found.setdefault(current, _values(match[2], comments))
    return found


def _known(line: str) -> bool:
    match = _LINE.match(line)
    return bool(match and field_name(match[1]) in FIELDS)


def _values(written: str, comments: bool) -> tuple[str, ...]:
    quoted = re.match(r"""(["'])(.*?)\1[ \t]*(?:#.*)?$""", written)
    if quoted:
        return (quoted[2],)
    if comments:
        written = _COMMENT.sub("", written)
    inner = re.fullmatch(r"\[(.*)\]", written)
    parts = inner[1].split(",") if inner else [written]
    return tuple(part.strip().strip("\"'") for part in parts if part.strip())
