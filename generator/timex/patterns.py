"""The pattern language of the grammar: rows of word classes, as regular expressions.

A pattern names classes in capitals (`MONTH`), words in lower case (`ago`) and marks
by name (`COMMA`); brackets, `|`, `?` and lookarounds mean what they mean in regular
expressions, and `name=X` remembers what stood at X. White space only separates.
`it=(...)` marks the extent of the expression where the rest is context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.timex.lexicon import ALL_UNITS, CARDINALS, ORDINALS
from generator.timex.meanings import Meaning
from generator.timex.tokens import CLASS_LETTERS, Tokens, letter_of

_UNIONS = {
    "DAY": "HOUR12 HOUR24 TO31 ORDINAL_NUMBER",
    "TWO_DIGITS": "ZERO HOUR12 HOUR24 TO31 TO99",
    "HOUR_NUMBER": "ZERO HOUR12 HOUR24",
    "DIGITS": "HOUR12 HOUR24 TO31 TO99 THREE_DIGITS FOUR_DIGITS BIG FRACTION",
    "ANY_UNIT": "UNIT UNITS",
    "ORDINAL": "ORDINAL_NUMBER ORDINAL_WORD",
    "RULE": "HYPHEN DASH",
    "YEAR": "FOUR_DIGITS",
}
_MACROS = {
    "NUMBER": "(?:DIGITS (?:million|billion)?|CARDINAL (?:HYPHEN? CARDINAL){0,2})"
    "(?:HYPHEN? and HYPHEN? a HYPHEN? half)?",
    "COUNT": "(?:NUMBER|half (?:a|an)|(?:a|one) half|(?:a|an)(?! NUMBER)|(?:a )?few|"
    "several|(?:a )?couple of|(?:a )?couple|some|many|(?:a )?number of|"
    "NUMBER or NUMBER|NUMBER (?:to|HYPHEN) NUMBER|NUMBER more|dozens of)",
    "HEDGE": "(?:nearly|almost|over|under|(?:more|less|fewer) than|roughly|"
    "approximately)",
    "OUTER_HEDGE": "(?:about|around|circa|some|at least|at most|up to|no more than)",
    "CLOCK_TIME": "(?:CLOCK AMPM?|HOUR_NUMBER AMPM|FRACTION AMPM|"
    "FOUR_DIGITS(?= gmt|utc)|HOUR)",
    "ZONES": "(?:ZONE|OTHER ZONE OTHER|local time|eastern time|pacific time)",
    "PORTIONS": "(?:the? (?:very)? PORTION (?:part|half)? of|the latter part of|"
    "ADJECTIVE (?:in|on)? HYPHEN?)",
}  # fmt: skip
_PIECE = re.compile(
    r"""
    (?P<opened> [a-z_]+ )=\(
  | (?: (?P<name> [a-z_]+ )= )? (?P<piece> [A-Z][A-Z_0-9]* | [a-z]+ )
  | \s+
  | (?P<other> \(\?[:=!<]+ | . )
    """,
    re.VERBOSE,
)


def _letters(name: str) -> str:
    if name in _UNIONS:
        return "".join(CLASS_LETTERS[part] for part in _UNIONS[name].split())
    return CLASS_LETTERS[name] if name.isupper() else letter_of(name)


def _expanded(pattern: str) -> str:
    """The regular expression over token letters that *pattern* means.

    Gives every word in it a letter, so it must come before any text is cut.
    """
    out: list[str] = []
    for match in _PIECE.finditer(pattern):
        opened, name, piece, other = match.group("opened", "name", "piece", "other")
        if opened:
            out.append(f"(?P<{opened}>")
        elif piece:
            body = _piece(piece)
            out.append(f"(?P<{name}>{body})" if name else body)
        else:
            out.append(other or "")
    return "".join(out)


def _piece(piece: str) -> str:
    if piece in _MACROS:
        return f"(?:{_expanded(_MACROS[piece])})"
    body = "".join(re.escape(letter) for letter in _letters(piece))
    return body if len(body) == 1 else f"[{body}]"


@dataclass(frozen=True)
class Match:
    """A pattern found in a row of tokens; `self["name"]` is what stood there.

    `found` counts from the token `start` on; what is asked here, from the first.
    """

    tokens: Tokens
    found: re.Match[str]
    start: int

    def __getitem__(self, name: str) -> str:
        """The words at *name* in lower case, single-spaced; empty where absent."""
        if name not in self.found.re.groupindex:
            return ""
        first, end = self.found.span(name)
        if end - first <= 1:
            return self.tokens.low(self.start + first) if end > first else ""
        return " ".join(
            self.tokens.low(i) for i in range(self.start + first, self.start + end)
        )

    def span(self, name: str | int = 0) -> tuple[int, int]:
        """Indexes of the first token at *name* and of the one after the last."""
        first, end = self.found.span(name)
        return self.start + first, self.start + end

    @cached_property
    def extent(self) -> tuple[int, int]:
        """Indexes of the first token and of the one after the last."""
        return self.span("it" if "it" in self.found.re.groupindex else 0)

    def before(self, distance: int = 1) -> str:
        """The word so many tokens before the expression, in lower case."""
        return self.tokens.low(self.extent[0] - distance)

    def after(self, distance: int = 1) -> str:
        """The word so many tokens after the expression, in lower case."""
        return self.tokens.low(self.extent[1] + distance - 1)

    def token_before(self) -> str:
        return self.tokens[self.extent[0] - 1]

    def token_after(self) -> str:
        return self.tokens[self.extent[1]]

    def number(self, name: str) -> int | None:
        """The whole number at *name*, in digits or in words."""
        words = self[name]
        digits = words.replace(",", "").rstrip("stndrh")
        if digits.isdigit():
            return int(digits)
        if words in ORDINALS:
            return ORDINALS[words]
        return number_in(words.split())

    def unit(self, name: str = "unit") -> str:
        return ALL_UNITS[self[name]]


def number_in(words: Sequence[str]) -> int | None:
    """The whole number that cardinal words spell; None when they spell none."""
    total = 0
    for word in words:
        if word in "-‐‑":
            continue
        if word.isdigit():
            total += int(word)
        elif word not in CARDINALS:
            return None
        elif CARDINALS[word] >= 12 and word in ("hundred", "thousand", "dozen"):
            total = max(total, 1) * CARDINALS[word]
        else:
            total += CARDINALS[word]
    return total or None


Parts = list[tuple[str, Meaning]]

Built = Meaning | Parts | None
"""One meaning for the extent, or one for each named part, or None for a refusal."""


@dataclass(frozen=True)
class Rule:
    """What is written, as an expression over token letters, and what it means."""

    letters: str
    build: Callable[[Match], Built]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first used: a command that reads no text need not wait."""
        return re.compile(self.letters)


def rule(pattern: str, build: Callable[[Match], Built]) -> Rule:
    """The rule that *pattern* and *build* make."""
    return Rule(_expanded(pattern), build)
