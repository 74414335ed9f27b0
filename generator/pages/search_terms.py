"""Text as the words that a search finds it by: without case and accents, with stems.

A reader's browser does the same with what is typed (`static/search.js`), but for the
stems: so all that both need to know stands here once and is handed to it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

import Stemmer

from generator.model.language import primary
from generator.model.letters import WRITTEN_OUT

LETTERS = {c: s for c, s in WRITTEN_OUT.items() if c.islower()} | {"ς": "σ"}
"""Letters that are written out before words are compared."""

_MARKS = (
    *((0x300, 0x36F), (0x483, 0x487), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2)),
    *((0x5C4, 0x5C5), (0x5C7, 0x5C7), (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F)),
    *((0x670, 0x670), (0x6D6, 0x6DC), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF)),
    *((0x20D0, 0x20FF), (0xFE20, 0xFE2F)),
)
"""Accents, the points of Hebrew and Arabic, and the stroke that lengthens a word. The
vowels of Indian scripts are marks as well, but no word is the same without them."""

_DENSE = (
    *((0xE00, 0xEFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF)),
    *((0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF)),
    *((0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
)
"""Scripts that set no spaces between words (Thai, Lao, Burmese, Khmer, Chinese,
Japanese), or join so much to a word that nobody types it whole (Korean)."""


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    """A character class, in letters and not in codes: Python's expressions and a
    browser's have different ways to write a code."""
    return f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in ranges)}]"


MARKS = _class(_MARKS)
"""What is left out when words are compared, as a character class."""

DENSE = _class(_DENSE)
"""Letters of which every two neighbours are a word, as a character class."""

_STEMMERS = {
    **{"ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german"},
    **{"el": "greek", "en": "english", "eo": "esperanto", "es": "spanish"},
    **{"et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish"},
    **{"fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian"},
    **{"hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian"},
    **{"nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian"},
    **{"no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian"},
    **{"ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil"},
    **{"tr": "turkish", "yi": "yiddish"},
}
"""The algorithms of Snowball by the language that each is for."""


class Term(NamedTuple):
    """A word of a text: the stem that it shares with its other forms, and itself."""

    stem: str
    form: str


@lru_cache(maxsize=1 << 17)
def terms(text: str, language: str) -> frozenset[Term]:
    """The words of *text*.

    *language* (BCP 47) says how they are stemmed; where no stemmer is known, a word
    is its own stem. Remembered: a preview asks again after every save.
    """
    known = _vocabulary(_STEMMERS.get(primary(language), ""))
    return frozenset(chain.from_iterable(map(known.__getitem__, set(_words(text)))))


def folded(word: str) -> str:
    """*word*, which is in lower case, with plain letters: "ødegård", "odegard"."""
    if word.isascii():
        return word
    bare = _marks().sub("", unicodedata.normalize("NFD", word)).translate(_TABLE)
    return unicodedata.normalize("NFC", bare)


def _words(text: str) -> list[str]:
    """The words of *text* in lower case; a letter that an apostrophe joins to a word
    is none ("Lena’s", "l’eau")."""
    if text.isascii():
        found = _ASCII_WORD.findall(text.lower())
    else:
        found = _word().findall(unicodedata.normalize("NFKC", text).lower())
    if "'" not in text and "’" not in text:
        return found
    return [part for word in found for part in _parts(word)]


def _parts(word: str) -> list[str]:
    parts = _APOSTROPHE.split(word)
    return [part for part in parts if len(part) > 1] if len(parts) > 1 else parts


class _Vocabulary(dict[str, tuple[Term, ...]]):
    """The terms of each word of a language, found once."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem

    def __missing__(self, word: str) -> tuple[Term, ...]:
        self[word] = found = tuple(self._terms(word))
        return found

    def _terms(self, word: str) -> Iterator[Term]:
        form = folded(word)
        if not form.isascii() and _dense().search(form):
            for run in filter(None, _dense_runs().split(form)):
                yield from (Term(piece, piece) for piece in _pairs(run))
        elif form:
            stem = folded(self._stem(word)) if form.isalpha() else form
            yield Term(sys.intern(stem or form), sys.intern(form))


@cache
def _vocabulary(algorithm: str) -> _Vocabulary:
    return _Vocabulary(Stemmer.Stemmer(algorithm).stemWord if algorithm else str)


def _pairs(run: str) -> list[str]:
    """Every two neighbours of *run* and its last letter, so that each letter begins
    something; *run* itself when it is of a script with spaces."""
    if not _dense().match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run))]


_TABLE = str.maketrans(LETTERS)
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_APOSTROPHE = re.compile("['’]")


@cache
def _word() -> re.Pattern[str]:
    """Letters, digits and what is written above or below them; made when a text needs
    it, since looking for the marks of all scripts takes a while."""
    codes = (*range(0x300, 0x1F000), *range(0xE0100, 0xE01F0))
    marks = "".join(c for c in map(chr, codes) if unicodedata.category(c)[0] == "M")
    part = rf"(?:[^\W_]|[{marks}])+"
    return re.compile(f"{part}(?:['’]{part})*")


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(MARKS)


@cache
def _dense() -> re.Pattern[str]:
    return re.compile(DENSE)


@cache
def _dense_runs() -> re.Pattern[str]:
    return re.compile(f"({DENSE}+)")
