"""Turns text into tokens and a block into sentences, both with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.extract.lexicon import words

ABBREVIATIONS = words(
    # Words that end in a full stop within a sentence.
    """mr mrs ms dr prof gen col lt maj capt sgt adm cmdr brig sen rep gov pres hon rev
    st mt ft no nos vs etc inc corp co ltd jr sr jan feb mar apr jun jul aug sep sept
    oct nov dec approx dept est fig univ assn bros e.g i.e a.m p.m u.s u.k u.n u.s.a
    d.c"""
)

_REST_OF_WORD = r"(?:[’'&][^\W\d_]+)*(?:-[^\W_]+(?:[’'][^\W\d_]+)*)*"
"""Russia's, don't, R&B; well-known, 50-day"""

_TOKEN = re.compile(
    rf"""
      [^\W\d_][^\W_]+ {_REST_OF_WORD}          # most words, found at once
    | (?:[A-Za-z]\.){{2,}}                      # U.S., D.C.
    | [^\W\d_]\.(?=\s+[A-Z])                   # S. Jaishankar
    | \d+(?:[.,:]\d+)*%?                       # 14,000  3.5  100%
    | [^\W_]+ {_REST_OF_WORD}
    | --+ | … | \.\.\. | \S
    """,
    re.VERBOSE,
)

# Counted, since a page may hold a million stops or line ends in a row.
_END = re.compile(r"[.!?…]{1,20}[\"'”’»)\]]*(?=\s)|\n(?=\s{0,40}+[•*-])\s{0,40}\n")
_LAST_WORD = re.compile(r"[^\s(“\"]*$")
_INDENT = re.compile(r"[\s•]*")
_OPENS = re.compile(r"[\"'“‘«(\[•]*\s*[A-Z0-9À-ÞА-Я\u3040-\uffff]")


class Token(NamedTuple):
    """A word, number or mark; *start* and *end* are offsets into the document.

    `lower` is in small letters and with straight apostrophes; `is_word` and
    `is_capital` tell of the first letter. A tuple, since so many are made.
    """

    text: str
    start: int
    end: int
    lower: str
    is_word: bool
    is_capital: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`."""
    found = []
    at = start
    for word in _TOKEN.findall(text, start, end):
        # Only white space stands between two tokens, so this finds no other place.
        first = text.find(word, at)
        at = first + len(word)
        lower, is_word, is_capital = _looks(word)
        found.append(_new(Token, (word, first, at, lower, is_word, is_capital)))
    return found


_new = tuple.__new__
"""What `Token` itself calls, in half the time: there are as many as words."""


@lru_cache(maxsize=20_000)
def _looks(text: str) -> tuple[str, bool, bool]:
    """What every token of that *text* has in common."""
    lower = text.lower().replace("’", "'")
    return lower, text[0].isalpha(), text[0].isupper()


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`, without white space at their ends."""
    at = start
    for match in _END.finditer(text, start, end):
        if match.start() < at:
            continue
        if _ends_sentence(text, at, match, end):
            yield from _trimmed(text, at, match.end())
            at = match.end()
    yield from _trimmed(text, at, end)


def _ends_sentence(text: str, at: int, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : min(end, match.end() + 40)].lstrip()
    if following and not _OPENS.match(following):
        return False
    if match[0] != ".":
        return True
    near = max(at, match.start() - _LONGEST_ABBREVIATION - 2)
    word = _LAST_WORD.search(text, near, match.start())
    last = word[0].lower() if word else ""
    if last in ("a.m", "p.m") and following:
        return not _GOES_WITH_A_CLOCK.match(following)
    if last in ("no", "nos") and following:
        return not following[0].isdigit()
    initial = len(last) == 1 and last.isalpha() and bool(following)
    return not (initial or last in ABBREVIATIONS)


_LONGEST_ABBREVIATION = max(map(len, ABBREVIATIONS))

_GOES_WITH_A_CLOCK = re.compile(
    r"[(\["
    r"|[A-Z]{2,4}\b|(?:Eastern|Pacific|Central|Mountain|Greenwich|Moscow|Beijing|Local"
    r"|London|Tokyo|Seoul)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.? \d"
)
"""What follows "a.m." in the same sentence: a zone, a day."""


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if indent := _INDENT.match(text, start, end):
        start = indent.end()
    end = start + len(text[start:end].rstrip())
    if start < end:
        yield start, end
