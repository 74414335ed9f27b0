"""A text as a row of tokens, and the same row as a string of one letter a token.

The grammar is matched against that string of letters: it is a fifth as long as the
text, and a word in several classes ("second": an ordinal and a unit) has one letter
that several classes hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.timex.lexicon import CAPITALISED, CLASSES, words
from generator.timex.verbs import TELLING

_TOKEN = re.compile(
    r"""
  (?:
    (?P<plain> [^\W\d_]{3,}+ (?!\d) | (?! [AaPp]\.?[Mm]\b ) [^\W\d_]++ (?!\d) )
  | (?P<mark> (?P<_m>[-‐‑–—/,.])(?P=_m)*+ )
  | (?P<break> \n[^\S\n]*\n\s* )
  | (?P<line> \n )
  | (?P<iso> (?<![\d.,/-]) [12]\d{3}-[01]\d-[0-3]\d (?![\d/]|-\d) )
  | (?P<slash> (?<![\d.,/-]) \d{1,2}(?P<_s>[/.])\d{1,2}(?P=_s)(?:19|20)\d\d (?![\d/]) )
  | (?P<amount> [$£€¥₩]\s?\d[\d.,]{0,20} | \d[\d.,]{0,20}\s?% )
  | (?P<clock> (?<![\d:.]) [0-2]?\d:[0-5]\d (?::[0-5]\d)? (?![\d:]) )
  | (?P<decade> (?:[12]\d)?\d0['’]?s\b | \d\d0s(?=\s+BC) | ['’]\d0s\b )
  | (?P<ordinal> \d{1,3}(?:st|nd|rd|th)\b )
  | (?P<part> [QH][1-4]\b )
  | (?P<ampm> (?<=[\d\s]) [AaPp]\.?[Mm]\b\.? )
  | (?P<junk> \d{1,20}[^\W\d_][^\W_]{0,40} | [^\W\d_]{1,20}\d[^\W_]{0,40} )
  | (?P<number> \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d) | \d+(?:\.\d+)? )
  | (?P<possessive> ['’]s\b )
  | (?P<word> [^\W\d_]+ )
  | (?P<others> (?: [^\w\s\-‐‑–—/,.'’]++ | _++ )++ | ['’] )
  ) [^\S\n]*+
    """,
    re.VERBOSE,
)
"""A token and the white space after it, the commonest kinds of token first.

The white space is read here because each alternative would otherwise be tried at it.
What repeats is possessive: a megabyte of one mark would else be a megabyte of places
to come back to.
"""

_PLAIN = _TOKEN.groupindex["plain"]

MARKS = {
    "COMMA": ",",
    "DOT": ".",
    "HYPHEN": "-‐‑",
    "DASH": "–—",
    "SLASH": "/",
}
"""Punctuation that the grammar names; a run of any other is one token."""

_SHAPES = (
    ("ZERO", "0"),
    ("HOUR12", "a"),  # 1 to 12
    ("HOUR24", "b"),  # 13 to 24
    ("TO31", "c"),
    ("TO99", "d"),
    ("THREE_DIGITS", "e"),
    ("FOUR_DIGITS", "y"),
    ("BIG", "n"),
    ("FRACTION", "f"),
    ("ORDINAL_NUMBER", "o"),
    ("CLOCK", "k"),
    ("DECADE", "x"),
    ("ISO", "i"),
    ("SLASHED", "s"),
    ("AMOUNT", "m"),
    ("AMPM", "q"),
    ("PART_CODE", "h"),
    ("POSSESSIVE", "v"),
    ("BREAK", "\n"),
    ("TENSED", "V"),  # another word that may show a tense
    ("LOWER", "w"),
    ("UPPER", "W"),
    ("OTHER", "p"),
)
_GROUP_LETTER = {
    "iso": "i", "slash": "s", "amount": "m", "clock": "k", "decade": "x",
    "ordinal": "o", "ampm": "q", "part": "h", "junk": "p", "possessive": "v",
    "break": "\n",
}  # fmt: skip

_WORD_LETTER: dict[str, str] = {}
_LETTER_WORD: dict[str, str] = {}


def letter_of(word: str) -> str:
    """The letter of a word that the grammar names; the same at every call."""
    if word not in _WORD_LETTER:
        letter = chr(0x4E00 + len(_WORD_LETTER))
        _WORD_LETTER[word], _LETTER_WORD[letter] = letter, word
    return _WORD_LETTER[word]


def word_of(letter: str) -> str:
    """The word that has this letter; empty for a letter that many share."""
    return _LETTER_WORD.get(letter, "")


def _class_letters() -> dict[str, str]:
    letters = dict(_SHAPES)
    for name, members in CLASSES.items():
        letters[name] = "".join(letter_of(word) for word in sorted(members))
    for name, marks in MARKS.items():
        letters[name] = letter_of(marks[0])
    return letters


CLASS_LETTERS = _class_letters()
_MARK_LETTER = {m: CLASS_LETTERS[name] for name, marks in MARKS.items() for m in marks}
_MARK_LETTER["--"] = CLASS_LETTERS["DASH"]

_SHORT_LINE = 45
"""A line break after fewer characters ends a paragraph; after more it is a wrap."""


_KEPT = 20_000
"""So many words have their letter kept at most."""

_MAY_END = re.compile(f"[\n{CLASS_LETTERS['DOT']}p]")
"""Letters of the tokens that may end a sentence."""
_ABBREVIATED = words(
    """
    mr mrs ms dr gen col lt sgt gov sen rep st jr sr vs no jan feb mar apr jun jul
    aug sep sept oct nov dec
    """
)


@dataclass(frozen=True)
class Tokens:
    """The tokens of one text; `letters[i]` stands for the text in `spans[i]`.

    `lows[i]` is that text in lower case.
    """

    text: str
    spans: list[tuple[int, int]]
    letters: str
    lows: list[str]

    def __getitem__(self, index: int) -> str:
        """The token's text; empty outside the row."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]

    def low(self, index: int) -> str:
        """The token's text in lower case; empty outside the row."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def at(self, offset: int) -> int:
        """The index of the first token that starts at *offset* or later."""
        return bisect_left(self.spans, (offset, 0))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        """The index of the first token of each sentence."""
        ends = (match.start() for match in _MAY_END.finditer(self.letters))
        return [0, *(i + 1 for i in ends if self.letters[i] == "\n" or self._ends(i))]

    def sentence(self, index: int) -> int:
        """The number of the sentence in which a token stands, from 0."""
        return bisect_right(self._sentence_starts, index) - 1

    def sentence_span(self, index: int) -> tuple[int, int]:
        """Indexes of the first token of that sentence and of the one after the last."""
        starts, number = self._sentence_starts, self.sentence(index)
        last = number + 1 == len(starts)
        return starts[number], len(self.spans) if last else starts[number + 1]

    def _ends(self, index: int) -> bool:
        if self[index] != "." and self[index][:1] not in ("!", "?"):
            return False
        before, after = self[index - 1], self[index + 1]
        abbreviated = len(before) < 2 or before.lower() in _ABBREVIATED
        return after[:1] in ("", "\n", '"', "“", "`", "'") or (
            not after[:1].islower() and not abbreviated and not after[:1].isdigit()
        )

    def glued(self, index: int) -> bool:
        """True when nothing stands between this token and the next."""
        return (
            0 <= index < len(self.spans) - 1
            and self.spans[index][1] == self.spans[index + 1][0]
        )


def tokens_of(text: str) -> Tokens:
    """The tokens of *text*, white space left out."""
    spans: list[tuple[int, int]] = []
    letters: list[str] = []
    lows: list[str] = []
    line_start = 0
    for match in _TOKEN.finditer(text):
        group = match.lastindex or 0
        span = match.span(group)
        if group == _PLAIN:
            letter, low = _word(match[group])
        else:
            kind = match.lastgroup or ""
            if kind == "line":
                length = span[0] - line_start
                line_start = span[1]
                if length >= _SHORT_LINE:
                    continue
                kind = "break"
            elif kind == "break":
                line_start = span[1]
            letter, low = _other(kind, match[group])
        spans.append(span)
        letters.append(letter)
        lows.append(low)
    return Tokens(text, spans, "".join(letters), lows)


@lru_cache(maxsize=_KEPT)
def _word(token: str) -> tuple[str, str]:
    """The letter of a word, and the word in lower case."""
    low = token.lower()
    letter = _WORD_LETTER.get(low)
    if letter is not None and (low not in CAPITALISED or token[0].isupper()):
        return letter, low
    if low.endswith("ed") or low in TELLING:
        return "V", low
    return "W" if token[0].isupper() else "w", low


@lru_cache(maxsize=_KEPT)
def _other(kind: str, token: str) -> tuple[str, str]:
    """The same of a token that is no word, or that may be another thing."""
    return _letter(kind, token), token.lower()


def _letter(kind: str, token: str) -> str:
    match kind:
        case "word":
            return _word(token)[0]
        case "number":
            return _number_letter(token)
        case "mark":
            return _MARK_LETTER.get(token, "p")
        case "others":
            return "p"
        case _:
            return _GROUP_LETTER[kind]


def _number_letter(token: str) -> str:
    if "." in token:
        return "f"
    if "," in token or len(token) > 4 or not token.isascii():
        return "n"
    value = int(token)
    if len(token) == 4:
        return "y" if 1000 <= value <= 2199 else "n"
    if len(token) == 3:
        return "e"
    limits = ((0, "0"), (12, "a"), (24, "b"), (31, "c"))
    return next((letter for limit, letter in limits if value <= limit), "d")
