"""Text as the words that a search finds it by: without case and accents, with stems.

A reader's browser does the same with what is typed (`static/search.js`), but for the
stems: so all that both need to know stands here once and is handed to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import chain

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


def terms(text: str, language: str) -> Collection[str]:
    """The words of *text*, each once: its stem, and after a tab the word itself where
    it is another form ("ferri\\tferries").

    *language* (BCP 47) says how they are stemmed; where no stemmer is known, a word
    is its own stem.
    """
    known = _vocabulary(_STEMMERS.get(primary(language), ""))
    found = dict.fromkeys(map(known.__getitem__, _words(text)))
    if text.isascii():
        return found
    # Words of scripts without spaces are several; those of nothing but marks are none.
    return dict.fromkeys(chain.from_iterable(map(_LINES.findall, found)))


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
        return _cut(text)
    # What is plain goes the way that is several times as fast; most of a text is.
    pieces = text.split()
    others = " ".join(piece for piece in pieces if not piece.isascii())
    plain = " ".join(filter(str.isascii, pieces))
    return _cut(plain) + _cut(unicodedata.normalize("NFKC", others))


def _cut(text: str) -> list[str]:
    letters = text.lower().translate(_LETTERS_ALONE)
    found = letters.split()
    return list(_unjoined(found)) if "'" in letters else found


def _unjoined(words: Iterable[str]) -> Iterator[str]:
    """*words* without apostrophes around them, and cut where one is in them."""
    for word in words:
        if "'" not in word:
            yield word
            continue
        for joined in _JOINED.findall(word):
            parts = joined.split("'")
            yield from (part for part in parts if len(part) > 1 or len(parts) == 1)


class _LettersAlone(dict[int, int]):
    """Letters, digits, and what is written above or below them, as they are; one kind
    of apostrophe; and a space for all else. Found out when a text has it."""

    def __missing__(self, code: int) -> int:
        letter = chr(code)
        if letter in "'’":
            found = "'"
        else:
            is_kept = letter.isalnum() or unicodedata.category(letter)[0] == "M"
            found = letter if is_kept else " "
        self[code] = ord(found)
        return self[code]


class _Vocabulary(dict[str, str]):
    """The terms of each word of a language, a line for each, found once while there is
    room."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem

    def __missing__(self, word: str) -> str:
        if word.isascii() and word.isdecimal():
            return word  # there are too many to be kept
        if len(self) >= _KNOWN_AT_MOST:
            self.clear()
        self[word] = found = self._terms(word)
        return found

    def _terms(self, word: str) -> str:
        form = folded(word)
        if not form.isascii() and _dense().search(form):
            runs = filter(None, _dense_runs().split(form))
            return "\n".join(chain.from_iterable(map(_pairs, runs)))
        stem = folded(self._stem(word)) if form.isalpha() else form
        return form if stem in (form, "") else f"{stem}\t{form}"


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
_LETTERS_ALONE = _LettersAlone()
_LINES = re.compile(".+")
_JOINED = re.compile("[^']+(?:'[^']+)*")
_KNOWN_AT_MOST = 1 << 16


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(MARKS)


@cache
def _dense() -> re.Pattern[str]:
    return re.compile(DENSE)


@cache
def _dense_runs() -> re.Pattern[str]:
    return re.compile(f"({DENSE}+)")
