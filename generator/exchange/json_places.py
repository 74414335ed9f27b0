"""JSON with the places of its values, for whoever has to correct one of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, cast

from generator.exchange.entries import fault
from generator.problems import Origin, Problem

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")

Step = str | int
"""A key of an object, or an index of a list."""


def json_of(name: str, text: str) -> tuple[object, list[Problem]]:
    """The value that *text*, read from *name*, holds; or None, and what is wrong."""
    try:
        return json.loads(text), []
    except json.JSONDecodeError as error:
        origin = Origin(name, error.lineno, error.colno)
        return None, [
            fault(
                origin,
                "json",
                f"the file is not JSON from here on: {_lowered(error.msg)}",
                "save it again from the program that made it",
            )
        ]
    except RecursionError:
        return None, [
            fault(
                Origin(name),
                "json",
                "the file has values inside of values by the thousand",
                "save it again from the program that made it",
            )
        ]


def object_with_events(
    name: str, text: str, program: str
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The object in *text* whose "events" are a list; or None, and what is wrong."""
    tree, problems = json_of(name, text)
    if problems or (isinstance(tree, dict) and isinstance(tree.get("events"), list)):
        return (None if problems else cast(dict[str, Any], tree)), problems
    return None, [
        fault(
            Origin(name, 1, 1),
            "no-events",
            f"the file has no list “events”, so it is no timeline of {program}",
            "name its format with --format",
        )
    ]


def place(name: str, text: str, path: Iterable[Step]) -> Origin:
    """Where the value at *path* stands in *text*; of what is not there, what it would
    be in."""
    at = _skip(text, 0)
    for step in path:
        inside = _member(text, at, step)
        if inside is None:
            break
        at = inside
    line = text.count("\n", 0, at) + 1
    return Origin(name, line, at - (text.rfind("\n", 0, at) + 1) + 1)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _member(text: str, at: int, step: Step) -> int | None:
    """Where the value begins that *step* leads to from the one at *at*."""
    if text[at] != ("[" if isinstance(step, int) else "{"):
        return None
    at = _skip(text, at + 1)
    number, found = 0, None
    while text[at] not in "]}":
        key: object = number
        if isinstance(step, str):
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        if key == step:
            found = at  # of a key that is there twice, the last counts
            if isinstance(step, int):
                return found
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
        number += 1
    return found
