"""JSON with the places of its values, for whoever has to correct one of them.

Numbers stay the texts that they are in the file. A file is gone through once, however
many places are asked for.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator.exchange.entries import fault, remark
from generator.exchange.taking import Value, Values
from generator.problems import Origin, Problem

_AS_WRITTEN: dict[str, Any] = {
    "parse_float": str,
    "parse_int": str,
    "parse_constant": str,
}
_DECODER = json.JSONDecoder(**_AS_WRITTEN)
_SPACE = re.compile(r"[ \t\n\r]*")
_DEEPEST = 8
"""So many steps are told of where a value stands."""

Step = str | int
"""A key of an object, or an index of a list."""


@dataclass(frozen=True, slots=True)
class JsonFile:
    """The value that a JSON text holds, and where its parts stand in it."""

    name: str
    text: str
    tree: object = None
    _lines: list[int] = field(default_factory=list)
    _members: dict[int, dict[Step, int]] = field(default_factory=dict)

    def at(self, offset: int) -> Origin:
        """The line and column of *offset*, counted from 1."""
        if not self._lines:
            self._lines.append(0)
            self._lines.extend(m.end() for m in re.finditer("\n", self.text))
        line = bisect_right(self._lines, offset)
        return Origin(self.name, line, offset - self._lines[line - 1] + 1)

    def place(self, path: Iterable[Step]) -> Origin:
        """Where the value at *path* stands; of what is not there, what it would be
        in."""
        offset = _skip(self.text, 0)
        for step in path:
            inside = self._inside(offset).get(step)
            if inside is None:
                break
            offset = inside
        return self.at(offset)

    def _inside(self, offset: int) -> dict[Step, int]:
        """Where the members of the list or object at *offset* begin. Of a key that is
        there twice, the last counts."""
        if offset not in self._members:
            self._members[offset] = dict(_members(self.text, offset))
        return self._members[offset]


def _members(text: str, at: int) -> Iterator[tuple[Step, int]]:
    opening = text[at]
    if opening not in "[{":
        return
    at = _skip(text, at + 1)
    number = 0
    while text[at] not in "]}":
        step: Step = number
        if opening == "{":
            step, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        yield step, at
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        number += 1


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def json_of(name: str, text: str) -> tuple[JsonFile, list[Problem]]:
    """What *text*, read from *name*, holds; and what is wrong."""
    file = JsonFile(name, text)
    whole, problems = _without_halves(file)
    again = False

    def last_of_each(members: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal again
        found = dict(members)
        again = again or len(found) < len(members)
        return found

    try:
        tree = json.loads(whole, object_pairs_hook=last_of_each, **_AS_WRITTEN)
        file = JsonFile(name, whole, tree)
        return file, [*problems, *(_keys_again(file) if again else ())]
    except json.JSONDecodeError as error:
        wrong = f"the file is not JSON from here on: {_lowered(error.msg)}"
        origin = Origin(name, error.lineno, error.colno)
    except RecursionError:
        wrong = "the file has values inside of values by the thousand"
        origin = Origin(name, 1, 1)
    return file, [
        fault(origin, "json", wrong, "save it again from the program that made it")
    ]


_TOKEN = re.compile(
    r'(?P<text>"[^"\\]*(?:\\.[^"\\]*)*")(?P<is_key>[ \t\n\r]*:)?|[{}]', re.DOTALL
)


def _keys_again(file: JsonFile) -> Iterator[Problem]:
    """The keys that stand in their object already; the parser takes the last."""
    objects: list[set[str]] = []
    for token in _TOKEN.finditer(file.text):
        if token["is_key"]:
            key = json.loads(token["text"])
            if key in objects[-1]:
                wrong = f"“{key}” stands in one object again: only the last is read"
                yield remark(file.at(token.start()), "key-again", wrong)
            objects[-1].add(key)
        elif token.group() == "{":
            objects.append(set())
        elif token.group() == "}":
            objects.pop()


_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
    r"|u(?P<half>[dD][89a-fA-F][\da-fA-F]{2})|.)"
)


def _without_halves(file: JsonFile) -> tuple[str, list[Problem]]:
    """The text of *file* with a sign for each half of a character, which programs that
    cut texts leave of emoji. No text could be written that has one."""
    problems: list[Problem] = []

    def whole(match: re.Match[str]) -> str:
        if match["half"] is None:
            return match.group()
        problems.append(
            remark(
                file.at(match.start()),
                "half",
                f"“{match.group()}” is half of a character: “\ufffd” stands for it",
            )
        )
        return r"\ufffd"

    return _ESCAPE.sub(whole, file.text), problems


def object_with_events(
    name: str, text: str, program: str
) -> tuple[JsonFile | None, list[Problem]]:
    """The object in *text* whose "events" are a list; or None, and what is wrong."""
    file, problems = json_of(name, text)
    if file.tree is None and problems:
        return None, problems
    if isinstance(file.tree, dict) and isinstance(file.tree.get("events"), list):
        return file, problems
    return None, [
        fault(
            Origin(name, 1, 1),
            "no-events",
            f"the file has no list “events”, so it is no timeline of {program}",
            "name its format with --format",
        )
    ]


def values_at(
    file: JsonFile,
    path: tuple[Step, ...] = (),
    names: Mapping[str, str] | None = None,
    *,
    without: Collection[str] = (),
) -> Values:
    """Every text and number that stands in the value at *path*, by the keys that lead
    to it: "media.url", or what *names* has for that. Keys *without* are passed over."""
    tree = file.tree
    for step in path:
        tree = tree[step]  # type: ignore[index]
    if isinstance(tree, dict):
        tree = {key: value for key, value in tree.items() if key not in without}
    found = (
        (
            (names or {}).get(_column(steps), _column(steps)),
            Value(text, partial(file.place, (*path, *steps))),
        )
        for steps, text in _leaves(tree)
    )
    return Values(found, file.place(path))


def _column(steps: Iterable[Step]) -> str:
    return ".".join(step for step in steps if isinstance(step, str)) or "value"


def _leaves(tree: object) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The texts and numbers in *tree*, in their order."""
    open_ones: list[tuple[tuple[Step, ...], object]] = [((), tree)]
    while open_ones:
        steps, value = open_ones.pop()
        inside: list[tuple[Step, object]] = []
        if isinstance(value, dict):
            inside = [(str(key), one) for key, one in value.items()]
        elif isinstance(value, list):
            inside = list(enumerate(value))
        elif isinstance(value, bool):
            yield steps, str(value).lower()
        elif isinstance(value, str):
            yield steps, value
        open_ones.extend(
            ((*steps, step) if len(steps) < _DEEPEST else steps, one)
            for step, one in reversed(inside)
        )


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
