"""A text into time expressions: where they stand, and what their words mean.

Of what overlaps, the leftmost and then the longest is kept. What a date cannot be (a
modal verb, a flight number, an age) is refused by the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.timex import (
    grammar_accounts,
    grammar_beside,
    grammar_days,
    grammar_happenings,
    grammar_lengths,
    grammar_relative,
    grammar_years,
)
from generator.timex.meanings import Expression, Meaning
from generator.timex.patterns import Match, Parts
from generator.timex.runs import Grammar
from generator.timex.tokens import Tokens

RULES = (
    grammar_days.RULES
    + grammar_years.RULES
    + grammar_beside.RULES
    + grammar_relative.RULES
    + grammar_happenings.RULES
    + grammar_lengths.RULES
    + grammar_accounts.RULES
)


_GRAMMAR = Grammar(RULES)


def recognise(tokens: Tokens) -> list[Expression]:
    """The time expressions of a text in their order, none overlapping another."""
    kept: list[Expression] = []
    for start, candidates in _GRAMMAR.candidates(tokens.letters):
        reached = 0
        for candidate in candidates:
            if candidate.first < reached:
                continue
            match = Match(tokens, candidate.found, start)
            built = candidate.rule.build(match)
            if built is not None:
                kept += _expressions(match, built)
                reached = candidate.end
    return kept


def _expressions(match: Match, built: Meaning | Parts) -> Iterator[Expression]:
    """One expression for the extent of a match, or one for each named part."""
    parts = built if isinstance(built, list) else [(None, built)]
    spans = match.tokens.spans
    for name, meaning in parts:
        first, end = match.span(name) if name else match.extent
        yield Expression(spans[first][0], spans[end - 1][1], first, end - 1, meaning)
