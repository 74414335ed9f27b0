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


_NO_SPACE = re.compile(r"([A-Za-z][\w-]*):(\S.*)")
_SIGN = re.compile(r" *(?:- +)*(?:[\w-]+: +)?(?:- +)*([@%*&!|>`\]},-])")
_SIGN_PROBLEMS = ("start any token", "node content", "alphabetic", "not allowed")
_LEFT_OPEN = re.compile(r"""(?:- +)*[\w-]+: +(["'])(?:(?!\1).)*$""")
_KEY_ALONE = re.compile(r" +[\w-]+")
_AFTER_BRACKET = re.compile(
    r"(?: *- +)* *(?P<key>[\w-]+): +(?P<value>\[[^\]]*\] *(?P<more>[^\s#].*))"
)
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
        return no_space(at, missing)
    return Mistake(
        at,
        "header-not-keys",
        "the header is not a list of keys with values",
        "write each line as “key: value”, with a space after the colon",
    )


def no_space(at: int, line: re.Match[str]) -> Mistake:
    """For a key, and its value right after the colon."""
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
    return unclosed(opened, header[opened : opened + 1])


def odd_indent(start: int, indent: str) -> Mistake:
    """For a line at *start* whose *indent* is not of spaces alone."""
    at, odd = next((i, c) for i, c in enumerate(indent) if c != " ")
    name = "a tab" if odd == "\t" else f"an invisible character (U+{ord(odd):04X})"
    return Mistake(
        start + at,
        "yaml-tab" if odd == "\t" else "yaml-odd-space",
        f"the line is indented with {name}",
        "indent with spaces" if odd == "\t" else "indent with ordinary spaces",
    )


def no_key(at: int, line: str) -> Mistake:
    """For a line of text that belongs to nothing."""
    return Mistake(
        at,
        "yaml-no-key",
        f"“{line}” is neither a key with a value nor part of the one above",
        "write it as “key: value”, or indent it by two spaces if it belongs to "
        "the line above",
    )


def unclosed(opened: int, mark: str) -> Mistake:
    """For a quotation mark that has no partner."""
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
    indent = line[: len(line) - len(line.lstrip())]
    if indent.strip(" "):
        return odd_indent(start, indent)
    if "mapping values" in problem and _KEY_ALONE.fullmatch(line[: at - start]):
        return Mistake(
            start + len(indent),
            "yaml-indent",
            "the line stands deeper than the one above, which is complete",
            "begin it under the first letter of the keys that it belongs to",
        )
    if "mapping values" in problem:
        return Mistake(
            at,
            "yaml-colon",
            "a colon followed by a space stands inside the text",
            'put the whole text in double quotes: key: "text: more text"',
        )
    own = _SIGN.match(line)
    sign = own or _SIGN.match(header, at)
    if sign and any(clue in problem for clue in _SIGN_PROBLEMS):
        return Mistake(
            start + sign.start(1) if own else sign.start(1),
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
            return unclosed(above + left_open.start(1), left_open.group(1))
        return Mistake(
            at,
            "yaml-after-quote",
            f"there is more text after the closing quotation mark {mark}",
            f"inside the text, write {_doubled(mark)} for a {mark}",
        )
    bracket = _AFTER_BRACKET.match(line)
    if bracket:
        return Mistake(
            start + bracket.start("more"),
            "yaml-after-bracket",
            "there is more text after the closing bracket",
            f"put the whole text in double quotes: {bracket['key']}: "
            f'"{bracket["value"]}"',
        )
    missing = _NO_SPACE.match(line)
    if missing:
        return no_space(start, missing)
    if "':'" in problem:
        lone_start = header.rfind("\n", 0, max(start - 1, 0)) + 1
        return no_key(lone_start, before.strip())
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
