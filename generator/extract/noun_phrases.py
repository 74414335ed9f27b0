"""Finds where the phrase of a noun begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.clauses import Sentence, Span
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    words,
)
from generator.extract.measuring import rules
from generator.extract.tokens import Token
from generator.extract.verbs import verb_form


def phrase_around(sentence: Sentence, noun: int) -> Span:
    """The noun phrase of *noun*, with its owner before and its complement behind."""
    end = complement_end(sentence, noun + 1)
    return phrase_start(sentence, noun), max(noun + 1, end)


def phrase_start(sentence: Sentence, noun: int) -> int:
    """Where the noun phrase of *noun* begins, its owner included."""
    words = sentence.tokens
    at = noun
    while at > 0:
        before = words[at - 1]
        word = before.lower
        if word in DETERMINERS:
            at -= 1
            break
        inside = at - 1 in sentence.masked or (
            (before.is_word or before.text[0].isdigit())
            and (word not in _SMALL or word in ("first", "last"))
            and not rules(sentence, at - 1)
        )
        stop = before.text == "." and at > 1 and len(words[at - 2].text) <= 4
        if not inside and not stop:
            break
        at -= 1
    return at


def complement_end(sentence: Sentence, at: int) -> int:
    """Where the phrases behind a noun end: "between Quill and Ink | ,"."""
    words = sentence.tokens
    if at >= len(words) or words[at].lower not in _COMPLEMENTS:
        return at
    end = at + 1
    while end < len(words) and not rules(sentence, end):
        word = words[end].lower
        inside = words[end].is_word or words[end].text[0].isdigit()
        link = word in RELATIVES | ADVERBS | {"that"} or (
            word in PREPOSITIONS and word not in _COMPLEMENTS
        )
        if not inside or link or verb_form(word)[1].ing:
            break
        end += 1
    while end > at and words[end - 1].lower in CONJUNCTIONS | PREPOSITIONS:
        end -= 1
    return end


def in_noun_phrase(words: Sequence[Token], at: int) -> bool:
    """The word may stand between a noun and what leads in its phrase."""
    return words[at].is_word and words[at].lower not in _SMALL


_SMALL = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | AUXILIARIES | ADVERBS
) | {"that", "to"}


_COMPLEMENTS = words("between of with on by in to against for at off near")
