"""What a YAML parser complains of, in the words of someone who knows no YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, and where in the header (an offset in code points)."""

    offset: int
    code: str
    message: str
    hint: str


_TAB = re.compile(r"[ ]*\t")
_NO_SPACE = re.compile(r"([A-Za-z][\w-]*):(\S.*)")
_SIGN = re.compile(r"(?:- +)*(?:[\w-]+: +)?(?:- +)*([@%*&!|>`\]},-])")
_SIGN_PROBLEMS = ("start any token", "node content", "alphabetic", "not allowed")
_LEFT_OPEN = re.compile(r"""(?:- +)*[\w-]+: +(["'])(?:(?!\1).)*$""")
_AFTER_QUOTE = re.compile(r"""(?:- +)*[\w-]+: +(["']).*""")


def explain(header: str, error: yaml.YAMLError) -> Mistake:
    """What a person did that made the parser raise *error* on *header*."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    at = min(mark.index if mark else 0, len(header))
    opened = min(context.index if context else at, len(header))
    if "quoted scalar" in str(getattr(error, "context", "")):
        return _in_quotes(header, problem, at, opened)
    if str(getattr(error, "context", "")).startswith("while parsing a flow"):
        return Mistake(
            opened,
            "yaml-unclosed",
            f"the “{header[opened : opened + 1]}” here is not closed, or a comma is "
            "missing after one of its items",
            "write lists as [one, two], and text that begins with a bracket in "
            "double quotes",
        )
    line_start = header.rfind("\n", 0, at) + 1
    line = header[line_start:].split("\n", 1)[0].rstrip("\r")
    return _in_line(header, line, line_start, at, problem)


def no_table(header: str, at: int) -> Mistake:
    """For a header that is YAML, but has no keys; its first value is at *at*."""
    line = header[at:].split("\n", 1)[0].rstrip("\r")
    missing = _NO_SPACE.match(line)
    if missing:
        return _no_space(at, missing)
    return Mistake(
        at,
        "header-not-keys",
        "the header is not a list of keys with values",
        "write each line as “key: value”, with a space after the colon",
    )


def _no_space(at: int, line: re.Match[str]) -> Mistake:
    return Mistake(
        at,
        "yaml-no-space",
        f"there is no space after the colon of “{line.group(1)}”",
        f"write “{line.group(1)}: {line.group(2)}”",
    )


def _in_quotes(header: str, problem: str, at: int, opened: int) -> Mistake:
    if "escape" in problem:
        backslash = header.rfind("\\", 0, at + 1)
        return Mistake(
            backslash,
            "yaml-escape",
            f"“{header[backslash : backslash + 2]}” means nothing inside double quotes",
            "write a backslash twice (\\\\), or use single quotes around the text",
        )
    return _unclosed(opened, header[opened : opened + 1])


def _unclosed(opened: int, mark: str) -> Mistake:
    return Mistake(
        opened,
        "yaml-unclosed-quote",
        f"the quotation mark {mark} that opens here is not closed",
        f"end the text with {mark}; inside it, write {_doubled(mark)} for a {mark}",
    )


def _doubled(mark: str) -> str:
    return '\\"' if mark == '"' else "''"


def _in_line(header: str, line: str, start: int, at: int, problem: str) -> Mistake:
    """The mistakes that one line shows."""
    tab = _TAB.match(line)
    if tab:
        return Mistake(
            start + tab.end() - 1,
            "yaml-tab",
            "the line is indented with a tab",
            "indent with spaces",
        )
    if "mapping values" in problem:
        return Mistake(
            at,
            "yaml-colon",
            "a colon followed by a space stands inside the text",
            'put the whole text in double quotes: key: "text: more text"',
        )
    sign = _SIGN.match(header, at) or _SIGN.match(line)
    if sign and any(clue in problem for clue in _SIGN_PROBLEMS):
        return Mistake(
            at,
            "yaml-sign",
            f"a text cannot begin with “{sign.group(1)}”",
            "put the whole text in double quotes",
        )
    before = header[:start].rstrip("\n").rsplit("\n", 1)[-1].rstrip("\r")
    quoted = _AFTER_QUOTE.match(line)
    if quoted and "expected key" in problem:
        mark = quoted.group(1)
        left_open = _LEFT_OPEN.match(before)
        if left_open:  # what looks like this line's opening mark closed that one
            above = header.rfind("\n", 0, max(start - 1, 0)) + 1
            return _unclosed(above + left_open.start(1), left_open.group(1))
        return Mistake(
            at,
            "yaml-after-quote",
            f"there is more text after the closing quotation mark {mark}",
            f"inside the text, write {_doubled(mark)} for a {mark}",
        )
    missing = _NO_SPACE.match(line)
    if missing:
        return _no_space(start, missing)
    if "':'" in problem:
        lone_start = header.rfind("\n", 0, max(start - 1, 0)) + 1
        return Mistake(
            lone_start,
            "yaml-no-key",
            f"“{before.strip()}” is neither a key with a value nor part of the one "
            "above",
            "write it as “key: value”, or indent it by two spaces if it belongs to "
            "the line above",
        )
    if "expected key" in problem or "'-'" in problem:
        return Mistake(
            at,
            "yaml-indent",
            "the line does not stand under the lines that it belongs to",
            "give lines of one list or one table the same number of spaces",
        )
    return Mistake(
        at,
        "yaml",
        f"the header cannot be read from here on ({problem or 'not YAML'})",
        "put text with unusual signs in double quotes",
    )
