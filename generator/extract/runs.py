"""Finds runs of capitalised words in a sentence, with the small words inside names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract.gazetteer import fold
from generator.extract.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from generator.extract.naming import NOT_NAMES, ORGANISATION_NOUNS, PARTICLES, TITLES
from generator.extract.tokens import ABBREVIATIONS, Token
from generator.extract.verbs import VerbForm, verb_form

_LINKS = frozenset({"of", "for", "and", "the", "&"})


def runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with the small words inside names."""
    i = 0
    while i < len(words):
        if not _names(words, i):
            i += 1
            continue
        end = i + 1
        while end < len(words) and not ends_name(words[end - 1]):
            if _names(words, end) or _is_stop_of_title(words, end):
                end += 1
            elif _links(words, end):
                end += 2 if _names(words, end + 1) else 3
            else:
                break
        while end > i and not words[end - 1].is_capital:
            end -= 1
        yield i, end
        i = end


def _names(words: Sequence[Token], i: int) -> bool:
    if i >= len(words) or not (words[i].is_word and words[i].is_capital):
        return False
    if i + 1 < len(words) and words[i + 1].text in ("$", "€", "£"):
        return False  # "US$" is money
    if words[i].text in NOT_NAMES:
        return _in_longer_name(words, i)
    return not _only_opens(words, i)


_OPENERS = PREPOSITIONS | SUBORDINATORS | ADVERBS | CONJUNCTIONS | DETERMINERS


def _only_opens(words: Sequence[Token], i: int) -> bool:
    """A common word with the capital of a sentence's first: "Once", "Considering"."""
    if any(word.is_word for word in words[:i]):
        return False
    word = words[i].lower
    return word in _OPENERS or bool(verb_form(word)[1] & VerbForm.ING)


_IN_NAMES = frozenset(
    {"North", "South", "East", "West", "New", "Central", "Foreign", "Western"}
    | {"Eastern", "Northern", "Southern", "European", "Asian", "African", "Arab"}
    | {"Islamic", "Communist", "Cold", "President", "Minister", "Police", "Defence"}
    | {"Defense", "Interior", "First", "Second", "Red"}
)
"""Of the words that are no names, those that names begin with."""


def _in_longer_name(words: Sequence[Token], i: int) -> bool:
    """A word such as "North" or "Central" beside another capitalised one."""
    before = words[i - 1]
    opens = i == 0 or not (before.is_word and before.is_capital)
    opens = opens or before.text in NOT_NAMES - _IN_NAMES
    if opens and words[i].text not in _IN_NAMES:
        return False
    return i + 1 < len(words) and words[i + 1].is_capital and words[i + 1].is_word


def ends_name(word: Token) -> bool:
    return word.lower.endswith(("'s", "s'"))


def _is_stop_of_title(words: Sequence[Token], i: int) -> bool:
    return (
        words[i].text == "."
        and words[i - 1].lower in ABBREVIATIONS
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
    organisation = words[i - 1].text in ORGANISATION_NOUNS | {"Chiefs"}
    return word in _LINKS - {"and"} and organisation and _names(words, i + 1)


def text_of(words: Sequence[Token], start: int, end: int) -> str:
    parts: list[str] = []
    for token in words[start:end]:
        if token.text == "." and parts:
            parts[-1] += "."
        else:
            parts.append(token.text)
    text = " ".join(parts)
    return text[: len(text) - possessive_length(words[end - 1])] if parts else ""


def possessive_length(word: Token) -> int:
    if word.lower.endswith("'s"):
        return 2
    return 1 if word.lower.endswith("s'") else 0


def normal(name: str) -> str:
    """*name* for comparison: no accents, hyphens, stops or capitals."""
    return " ".join(re.sub(r"[-–.]", " ", fold(name)).lower().split())
