"""Every mistake in a header that YAML cannot read, found line by line.

A YAML parser stops at the first, and often far behind it. Most of what people write
is one key and one value in a line, which can be judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from generator.store.yaml_keys import NEARLY_KEYS
from generator.store.yaml_mistakes import (
    Mistake,
    explain,
    misplaced,
    no_key,
    no_space,
    odd_indent,
    unclosed,
)

_KEY = re.compile(r"(?P<key>[A-Za-z][\w-]*):(?:[ \t]+(?P<value>.*))?")
_HYPHENS = re.compile(r"(?:-[ ]+)*")
_NO_SPACE = re.compile(r"([A-Za-z][\w-]*):(?!//)(\S.*)")
_CLOSED = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
_ENDS = {'"': re.compile(r'(?<!\\)"\s*(?:#.*)?$'), "'": re.compile(r"'\s*(?:#.*)?$")}
_BRACKETS = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a header: its offset, its indent, and what stands after that.

    `text` is without hyphens of lists; `at` is its offset. `item` tells whether
    there were any.
    """

    start: int
    indent: str
    item: bool
    at: int
    text: str

    @property
    def value(self) -> str | None:
        """What stands after the key; None when there is no key."""
        match = _KEY.fullmatch(self.text)
        return (match["value"] or "") if match else None


def mistakes(header: str, error: yaml.YAMLError) -> list[Mistake]:
    """What a person should mend so that *header* can be read, in its order.

    *error* is what the parser said of the whole; it is only told when no line before
    that place shows why.
    """
    found = line_mistakes(header)
    whole = explain(header, error)
    line_end = header.find("\n", whole.offset) % (len(header) + 1)
    if not any(mistake.offset <= line_end for mistake in found):
        found.append(whole)
    return sorted(dict.fromkeys(found), key=lambda mistake: mistake.offset)


def line_mistakes(header: str) -> list[Mistake]:
    """What a single line of *header* shows to be wrong with it."""
    return list(_by_line(list(_lines(header))))


def _lines(header: str) -> Iterator[_Line]:
    start = 0
    for written in header.split("\n"):
        line = written.rstrip("\r \t")
        text = line.lstrip()
        if text and not text.startswith("#"):
            indent = line[: len(line) - len(text)]
            hyphens = _HYPHENS.match(text)
            skip = hyphens.end() if hyphens else 0
            yield _Line(
                start, indent, skip > 0, start + len(indent) + skip, text[skip:]
            )
        start += len(written) + 1


def _by_line(lines: Sequence[_Line]) -> Iterator[Mistake]:
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if line.indent.strip(" "):
            yield odd_indent(line.start, line.indent)
            continue
        value = line.value
        around = lines[max(index - 2, 0) : index + 1]
        if value is None:
            before = lines[index - 2] if index > 1 else None
            yield from _without_key(line, before)
            continue
        if len(around) == 3 and value and _falls_out(*around):
            yield misplaced(line.at)
            continue
        last = _continues(lines, index, value)
        if last is not None:
            index = last
            continue
        yield from _alone(line, value)


def _falls_out(before: _Line, line: _Line, after: _Line) -> bool:
    """True for a line that stands less deep than those around it, which go together."""
    depth = before.at - before.start
    return len(line.indent) < depth == len(after.indent) and not after.item


def _continues(lines: Sequence[_Line], index: int, value: str) -> int | None:
    """The index of the line after a value that goes on; None for one that does not.

    Such a value is one in brackets or quotation marks that end in a later line, or
    an indented block; the lines that belong to it stand deeper than its key.
    """
    key = lines[index - 1]
    depth = len(key.indent)
    end = index
    while end < len(lines) and len(lines[end].indent) > depth:
        end += 1
    mark = value[:1]
    if mark in ("|", ">"):
        return end
    if mark in _ENDS and not _CLOSED[mark].match(value):
        for later in range(index, end):
            if lines[later].value is not None or lines[later].item:
                return None
            if _ENDS[mark].search(lines[later].text):
                return later + 1
    if mark in _BRACKETS and _BRACKETS[mark] not in value:
        for later in range(index, end):
            if lines[later].value is not None or lines[later].item:
                return None
            if _BRACKETS[mark] in lines[later].text:
                return later + 1
    return None


def _without_key(line: _Line, before: _Line | None) -> Iterator[Mistake]:
    missing = _NO_SPACE.fullmatch(line.text)
    nearly = next(
        filter(None, (make(line.at, line.text) for make in NEARLY_KEYS)), None
    )
    if nearly:
        yield nearly
    elif missing:
        yield no_space(line.at, missing)
    elif (
        not line.item and before is not None and len(line.indent) <= len(before.indent)
    ):
        yield no_key(line.at, line.text)


def _alone(line: _Line, value: str) -> Iterator[Mistake]:
    """What is wrong with a key and a value that stand in one line."""
    mark = value[:1]
    if mark in _CLOSED and not _CLOSED[mark].match(value):
        yield unclosed(line.at + line.text.index(mark), mark)
        return
    try:
        for _ in yaml.parse(f"{line.text}\n", Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        mistake = explain(f"{line.text}\n", error)
        yield Mistake(
            line.at + mistake.offset, mistake.code, mistake.message, mistake.hint
        )
