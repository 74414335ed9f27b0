"""Tells which of a sentence's times a title cannot leave out without saying else."""

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
    SUBORDINATORS,
    words,
)
from generator.extract.title_faults import is_superlative
from generator.extract.verbs import verb_form

SUPERLATIVES = words(
    """first last worst best most least record highest lowest largest biggest longest
    only"""
)


_NAMED_DAYS = words("ash black bloody cyber easter good holy palm patch super")
"""Before the name of a day they make another name of it: "Patch Tuesday"."""


def spared(sentence: Sentence, cuts: Sequence[Span]) -> list[Span]:
    """Of the times *cuts* (offsets), those that a title can do without.

    Kept are a time that names something ("the 2024 budget") and one that bounds a
    superlative ("its highest level since May").
    """
    return [cut for cut in cuts if not _names_or_bounds(sentence, cut)]


def _names_or_bounds(sentence: Sentence, cut: Span) -> bool:
    tokens = sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > cut[0]), len(tokens))
    end = next((i for i, t in enumerate(tokens) if t.start >= cut[1]), len(tokens))
    if first < end and tokens[first].lower in ("since", "over"):
        first += 1
    before = [token.lower for token in tokens[max(0, first - 6) : first]]
    if before[-2:] in (["compared", "to"], ["compared", "with"]):
        return True
    if before and before[-1] in ("since", "for", "over", "in", "than"):
        if {"not", "never", "no"}.intersection(before):
            return before[-1] == "since"
        bounded = any(w in SUPERLATIVES or is_superlative(w) for w in before)
        ruled = [c for c in sentence.clauses if first - 6 <= c.verb.start < first]
        told = [
            i
            for i in range(max(0, first - 6), first)
            if tokens[i].lower in SUPERLATIVES or is_superlative(tokens[i].lower)
        ]
        behind = bool(told) and not any(c.verb.start > told[-1] for c in ruled)
        return bounded and behind and before[-1] in ("since", "over", "than")
    if first and tokens[first - 1].lower in _NAMED_DAYS:
        return True
    if first > 0 and end < len(tokens) and tokens[end].lower == "as":
        return verb_form(tokens[first - 1].lower)[1].past  # "named | 5 May as the day"
    named = 0 < first < len(tokens) and tokens[first - 1].is_capital
    if named and end == first + 1 and tokens[first].text.isdigit():
        return before[-1] not in PREPOSITIONS | CONJUNCTIONS | DETERMINERS
    within = first < end - 1 and tokens[end - 2].lower in DETERMINERS
    within |= tokens[end - 1].text.isdigit() and before[-1:] == ["the"]
    if end >= len(tokens) or not tokens[end].is_word:
        return False
    if within and tokens[end].is_capital:
        return True
    if not tokens[end].text.islower():
        return False
    small = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | AUXILIARIES | ADVERBS
    noun = tokens[end].lower not in small | RELATIVES | SUBORDINATORS | {"to", "that"}
    ruled_next = any(c.verb.start <= end < c.verb.end for c in sentence.clauses)
    owned = any(w in DETERMINERS or w.endswith("'s") for w in before[-2:])
    linked = before[-1:] and before[-1] in PREPOSITIONS
    part = tokens[end].lower in ("morning", "evening", "afternoon", "night")
    return noun and not ruled_next and owned and not linked and not part
