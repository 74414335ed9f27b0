"""Finds runs of capitalised words in a sentence, with the small words inside names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from generator.extract.gazetteer import fold
from generator.extract.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from generator.extract.naming import (
    LEGAL_FORMS,
    NOT_NAMES,
    ORGANISATION_NOUNS,
    PARTICLES,
    POLICE,
    PORTFOLIOS,
    PUBLIC_BODIES,
    SUFFIXES,
    TITLES,
)
from generator.extract.tokens import ABBREVIATIONS, Token
from generator.extract.verbs import verb_form

_LINKS = frozenset({"of", "for", "the", "&"})
_LINKED_NOUNS = ORGANISATION_NOUNS | {"Chiefs"}


LONGEST_RUN = 60
"""Tokens; what goes on for longer in capitals is no name but a notice or a list."""


def runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with the small words inside names."""
    i = 0
    while i < len(words):
        if not _names(words, i):
            i += 1
            continue
        end = i + 1
        most = min(len(words), i + LONGEST_RUN)
        while end < most and not ends_name(words[end - 1]):
            step = _step(words, i, end)
            if not step:
                break
            end += step
        while end > i and not _closes(words[end - 1]):
            end -= 1
        start = i
        while start and words[start - 1].text in _BEFORE_SURNAMES:
            start -= 1
        yield start, end
        i = end


_BEFORE_SURNAMES = PARTICLES - frozenset({"la", "dos", "al", "el", "ben", "abu"})
"""Particles that stand before a surname even without the given name."""

_ARABIC = re.compile(r"(?:al|el|ar|as|ash|at|ad|an|az)-[^\W\d_a-z]")
"""An article that is written small within a name: "Bashar al-Assad"."""


def _step(words: Sequence[Token], start: int, end: int) -> int:
    """By how many words the name from *start* goes on at *end*."""
    if ends_with_suffix(words, end):
        return 0
    if words[end - 1].text in SUFFIXES:
        return int(words[end].text == "." and words[end - 1].text in ("Jr", "Sr"))
    if words[end].text == "," and end + 1 < len(words):
        return 2 if words[end + 1].text in ("Jr", "Sr") else 0
    if _names(words, end) or _is_stop_of_title(words, end):
        return 1
    if _links(words, end):
        return 2 if _names(words, end + 1) else 3
    return 2 if _joins(words, start, end) else 0


def ends_with_suffix(words: Sequence[Token], end: int) -> bool:
    """The stop of a "Jr." is the last token before *end*."""
    return end > 1 and words[end - 1].text == "." and words[end - 2].text in SUFFIXES


def _closes(word: Token) -> bool:
    return word.is_capital or word.text == "." or _ARABIC.match(word.text) is not None


def _names(words: Sequence[Token], i: int) -> bool:
    if i >= len(words) or not words[i].is_word:
        return False
    if not words[i].is_capital:
        return _ARABIC.match(words[i].text) is not None
    if i + 1 < len(words) and words[i + 1].text in ("$", "€", "£"):
        return False  # "US$" is money
    if words[i].text in NOT_NAMES:
        return _in_longer_name(words, i)
    return not _only_opens(words, i)


_OPENERS = PREPOSITIONS | SUBORDINATORS | ADVERBS | CONJUNCTIONS | DETERMINERS


def _only_opens(words: Sequence[Token], i: int) -> bool:
    """A common word with the capital of a sentence's first: "Once", "Considering"."""
    if any(word.is_word for word in islice(words, i)):
        return False
    word = words[i].lower
    base, form = verb_form(word)
    verb = form.ing and bool(verb_form(base)[1])
    return verb or word in _OPENERS


_IN_NAMES = frozenset(
    {"North", "South", "East", "West", "New", "Central", "Foreign", "Western"}
    | {"Eastern", "Northern", "Southern", "European", "Asian", "African", "Arab"}
    | {"Islamic", "Communist", "Cold", "President", "Minister", "Police", "Defence"}
    | {"Defense", "Interior", "First", "Second", "Red"}
)
"""Of the words that are no names, those that names begin with."""

_OUTSIDE_NAMES = NOT_NAMES - _IN_NAMES


def _in_longer_name(words: Sequence[Token], i: int) -> bool:
    """A word such as "North" or "Central" beside another capitalised one."""
    if words[i].lower in _OPENERS:
        return False
    before = words[i - 1]
    opens = i == 0 or not (before.is_word and before.is_capital)
    opens = opens or before.text in _OUTSIDE_NAMES
    if opens and words[i].text not in _IN_NAMES:
        return False
    if not opens and words[i].text in ORGANISATION_NOUNS:
        return True
    return i + 1 < len(words) and words[i + 1].is_capital and words[i + 1].is_word


def ends_name(word: Token) -> bool:
    return word.lower.endswith(("'s", "s'"))


def _is_stop_of_title(words: Sequence[Token], i: int) -> bool:
    return (
        words[i].text == "."
        and words[i - 1].lower in ABBREVIATIONS
        and words[i - 1].text not in LEGAL_FORMS
        and _names(words, i + 1)
    )


def _links(words: Sequence[Token], i: int) -> bool:
    """A small word inside a name: "Ministry of Defence", "Ursula von der Leyen"."""
    word, following = words[i].text, words[i + 1] if i + 1 < len(words) else None
    if word in PARTICLES:
        return _names(words, i + 1) or (
            following is not None
            and following.text in PARTICLES
            and _names(words, i + 2)
        )
    if word == "of" and words[i - 1].lower in TITLES and following is not None:
        article = following.lower == "the"
        return _names(words, i + 2 if article else i + 1)
    organisation = words[i - 1].text in _LINKED_NOUNS
    return word in _LINKS and organisation and _names(words, i + 1)


def _joins(words: Sequence[Token], start: int, end: int) -> bool:
    """An "and" that is inside one name: "Securities and Exchange Commission"."""
    if words[end].text not in ("and", "&") or not _names(words, end + 1):
        return False
    of = words[start + 1].lower in ("of", "for")
    if of and words[start].text in ORGANISATION_NOUNS:
        return words[end - 1].text in PORTFOLIOS and words[end + 1].text in PORTFOLIOS
    last = words[end + 2].text if end + 2 < len(words) else ""
    national = end - start == 2 and words[start].text == "U.S."
    if end - start > 1 and not national:
        return False
    public = national or (start > 0 and words[start - 1].lower == "the")
    return last in POLICE or (public and last in PUBLIC_BODIES)


def text_of(words: Sequence[Token], start: int, end: int) -> str:
    parts: list[str] = []
    for token in words[start:end]:
        if token.text == "." and parts:
            parts[-1] += "."
        elif token.text != ",":
            parts.append(token.text)
    text = " ".join(parts)
    return text[: len(text) - possessive_length(words[end - 1])] if parts else ""


def possessive_length(word: Token) -> int:
    if word.lower.endswith("'s"):
        return 2
    return 1 if word.lower.endswith("s'") else 0


_HYPHENS_AND_STOPS = str.maketrans("-–.", "   ")


@lru_cache(maxsize=20_000)
def normal(name: str) -> str:
    """*name* for comparison: no accents, hyphens, stops or capitals."""
    return " ".join(fold(name).translate(_HYPHENS_AND_STOPS).lower().split())
