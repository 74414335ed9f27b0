"""What a YAML parser complains of, in the words of someone who knows no YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
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
_SIGN = re.compile(r" *(?:- +)*(?:[\w-]+: +)?(?:- +)*([@%*&!|>?`\]},-])")
_SIGN_PROBLEMS = (
    "start any token",
    "node content",
    "alphabetic",
    "not allowed",
    "comment or line break",
)
_LEFT_OPEN = re.compile(r"""(?:- +)*[\w-]+: +(["'])(?:(?!\1).)*$""")
_KEY_ALONE = re.compile(r" +[\w-]+")
_AFTER_BRACKET = re.compile(
    r"(?: *- +)* *(?P<key>[\w-]+): +"
    r"(?P<value>(?:\[[^\]]*\]|\{[^}]*\}) *(?P<more>[^\s#].*))"
)
_KEY_AFTER_COMMA = re.compile(r", +(?P<key>[A-Za-z][\w-]*)$")
_KEY_AND_TEXT = re.compile(r"(?:- +)*(?P<key>[\w-]+): +(?P<text>.*)")
_CURLY = re.compile(r"[“„](?P<inside>[^“”„]*)[”“]")
_LINK = re.compile(r"\[[^\]]*\]\((?P<address>[^\s)]+)\)")
_HASH_IN_BRACKETS = re.compile(r"\[(?P<items>(?:[^\]#\n]*[\s,])?(?P<hash>#)[^\]\n]*)\]")
_SHORT = 120
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
        if header[opened : opened + 1] not in ("[", "{"):
            opened = max(header.rfind("[", 0, opened), header.rfind("{", 0, opened), 0)
        return _hash_in_brackets(header, opened) or Mistake(
            opened,
            "yaml-unclosed",
            f"the “{header[opened : opened + 1]}” here is not closed, or a comma is "
            "missing after one of its items",
            "write lists as [one, two], and text that begins with a bracket in "
            "double quotes",
        )
    line_start = header.rfind("\n", 0, at) + 1
    line = header[line_start:].split("\n", 1)[0].rstrip("\r")
    seen = _Complaint(header, line, line_start, at, problem)
    found = next(filter(None, (rule(seen) for rule in _RULES)), None)
    return found or Mistake(
        at,
        "yaml",
        f"the header cannot be read from here on ({problem or 'not YAML'})",
        "put text with unusual signs in double quotes",
    )


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


def _hash_in_brackets(header: str, opened: int) -> Mistake | None:
    """ "[#port]": a list that is closed behind a comment only."""
    found = _HASH_IN_BRACKETS.match(header, opened)
    if not found:
        return None
    items = found["items"].replace("#", "")
    return Mistake(
        found.start("hash"),
        "yaml-hash",
        "from this # on the line is taken for a comment, so its list is not closed",
        f"write [{items}]",
    )


def misplaced(at: int) -> Mistake:
    """For a line at *at* that stands less deep, or deeper, than those it is among."""
    return Mistake(
        at,
        "yaml-indent",
        "the line does not stand under the lines that it belongs to",
        "give lines of one list or one table the same number of spaces",
    )


def _in_double_quotes(line: str) -> str:
    """The key of *line* with its text in double quotes, where both are short."""
    parts = _KEY_AND_TEXT.fullmatch(line.strip())
    if not parts or len(line) > _SHORT:
        return 'key: "text: more text"'
    text = _CURLY.fullmatch(parts["text"])
    whole = text["inside"] if text else parts["text"]
    return f"{parts['key']}: {json.dumps(whole, ensure_ascii=False)}"


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
        "write it as “key: value”, or, if it goes on with the line above, indent it "
        "deeper than that",
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


@dataclass(frozen=True, slots=True)
class _Complaint:
    """A line that the parser complained in: where it starts, and where it stopped."""

    header: str
    line: str
    start: int
    at: int
    problem: str

    @property
    def indent(self) -> str:
        return self.line[: len(self.line) - len(self.line.lstrip())]

    @property
    def above(self) -> str:
        """The line before."""
        return self.header[: self.start].rstrip("\n").rsplit("\n", 1)[-1].rstrip("\r")

    @property
    def start_above(self) -> int:
        return self.header.rfind("\n", 0, max(self.start - 1, 0)) + 1


def _odd_indent(seen: _Complaint) -> Mistake | None:
    return odd_indent(seen.start, seen.indent) if seen.indent.strip(" ") else None


def _too_deep(seen: _Complaint) -> Mistake | None:
    key = _KEY_ALONE.fullmatch(seen.line[: seen.at - seen.start])
    if "mapping values" not in seen.problem or not key:
        return None
    return Mistake(
        seen.start + len(seen.indent),
        "yaml-indent",
        "the line stands deeper than the one above, which is complete",
        "begin it under the first letter of the keys that it belongs to",
    )


def _second_key(seen: _Complaint) -> Mistake | None:
    """ "title: Bridge opens, date: 2019": two keys in one line."""
    key = _KEY_AFTER_COMMA.search(seen.line[: seen.at - seen.start])
    if "mapping values" not in seen.problem or not key:
        return None
    return Mistake(
        seen.start + key.start("key"),
        "yaml-two-keys",
        f"“{key['key']}:” stands in the line of another key",
        f"begin a new line with “{key['key']}:”, and take the comma out",
    )


def _colon(seen: _Complaint) -> Mistake | None:
    if "mapping values" not in seen.problem:
        return None
    return Mistake(
        seen.at,
        "yaml-colon",
        "a colon followed by a space stands inside the text",
        f"put the whole text in double quotes: {_in_double_quotes(seen.line)}",
    )


def _sign(seen: _Complaint) -> Mistake | None:
    own = _SIGN.match(seen.line)
    sign = own or _SIGN.match(seen.header, seen.at)
    if not sign or not any(clue in seen.problem for clue in _SIGN_PROBLEMS):
        return None
    return Mistake(
        seen.start + sign.start(1) if own else sign.start(1),
        "yaml-sign",
        f"a text cannot begin with “{sign.group(1)}”",
        "put the whole text in double quotes",
    )


def _after_quote(seen: _Complaint) -> Mistake | None:
    quoted = _AFTER_QUOTE.match(seen.line)
    if not quoted or "expected key" not in seen.problem:
        return None
    left_open = _LEFT_OPEN.match(seen.above)
    if left_open:  # what looks like this line's opening mark closed that one
        return unclosed(seen.start_above + left_open.start(1), left_open.group(1))
    mark = quoted.group(1)
    return Mistake(
        seen.at,
        "yaml-after-quote",
        f"there is more text after the closing quotation mark {mark}",
        f"inside the text, write {_doubled(mark)} for a {mark}",
    )


def _after_bracket(seen: _Complaint) -> Mistake | None:
    bracket = _AFTER_BRACKET.match(seen.line)
    if not bracket:
        return None
    link = _LINK.fullmatch(bracket["value"])
    whole = link["address"] if link else f'"{bracket["value"]}"'
    way = "write the address alone" if link else "put the whole text in double quotes"
    return Mistake(
        seen.start + bracket.start("more"),
        "yaml-after-bracket",
        "there is more text after the closing bracket",
        f"{way}: {bracket['key']}: {whole}",
    )


def _without_space(seen: _Complaint) -> Mistake | None:
    missing = _NO_SPACE.match(seen.line)
    return no_space(seen.start, missing) if missing else None


def _without_key(seen: _Complaint) -> Mistake | None:
    if "':'" not in seen.problem:
        return None
    return no_key(seen.start_above, seen.above.strip())


def _misplaced(seen: _Complaint) -> Mistake | None:
    if "expected key" not in seen.problem and "'-'" not in seen.problem:
        return None
    return misplaced(seen.at)


_RULES: tuple[Callable[[_Complaint], Mistake | None], ...] = (
    *(_odd_indent, _too_deep, _second_key, _colon, _sign),
    *(_after_quote, _after_bracket, _without_space, _without_key, _misplaced),
)
"""What one line may show, the surest first."""
