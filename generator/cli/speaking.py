"""How commands speak: results to standard output, talk to standard error."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import problem_formats
from generator.problems import Problem, has_errors, visible_json, visible_lines

FINE, PROBLEMS = 0, 1
"""Exit codes; 2 is wrong usage."""


def say(text: str) -> None:
    """*text* for people, of which nothing is obeyed by a terminal."""
    print(visible_lines(text))


def print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        if line:
            say(line)


def print_json_lines(objects: Iterable[Mapping[str, Any]]) -> None:
    for value in objects:
        print(visible_json(json.dumps(value, ensure_ascii=False)))


def talk(text: str) -> None:
    print(visible_lines(text), file=sys.stderr, flush=True)


def talk_problems(problems: Iterable[Problem]) -> None:
    text = problem_formats.render(problems, "text")
    if text:
        talk(text.removesuffix("\n"))


def count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def shown(folder: Path) -> str:
    """*folder* as one would type it from here."""
    shown = os.path.relpath(folder)
    return f"{folder if shown.startswith('..') else shown}/"


def stop(problems: Sequence[Problem]) -> int:
    talk_problems(problems)
    talk(f"{problem_formats.tally(problems)}; nothing was written")
    return PROBLEMS


def code(problems: Iterable[Problem]) -> int:
    return PROBLEMS if has_errors(problems) else FINE


def speak_utf8() -> None:
    """Whatever the locale. What UTF-8 cannot say is written as JSON escapes it.

    A stream that was closed before we began is one that nobody reads.
    """
    if sys.stdout is None:
        sys.stdout = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence_stdout() -> None:
    """Nobody reads any more (`| head`): what is still buffered goes nowhere."""
    with contextlib.suppress(OSError, ValueError):  # no file behind it, as in a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
