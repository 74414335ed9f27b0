"""A text into time expressions: where they stand, and what their words mean.

Every rule is tried everywhere; of what overlaps, the leftmost and then the longest
is kept. What a date cannot be (a modal verb, a flight number, an age) is refused by
the rules themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.timex import (
    grammar_accounts,
    grammar_days,
    grammar_happenings,
    grammar_lengths,
    grammar_relative,
    grammar_years,
)
from generator.timex.meanings import Expression
from generator.timex.patterns import Match, Rule
from generator.timex.tokens import Tokens

RULES = (
    grammar_days.RULES
    + grammar_years.RULES
    + grammar_relative.RULES
    + grammar_happenings.RULES
    + grammar_lengths.RULES
    + grammar_accounts.RULES
)


def recognise(tokens: Tokens) -> list[Expression]:
    """The time expressions of a text in their order, none overlapping another."""
    candidates = [
        (first, -(last - first), order, parts)
        for order, grammar_rule in enumerate(RULES)
        for first, last, parts in _found(grammar_rule, tokens)
    ]
    candidates.sort(key=lambda c: c[:3])
    kept: list[Expression] = []
    reached = 0
    for first, length, _, parts in candidates:
        if first >= reached:
            kept += parts
            reached = first - length
    return kept


def _found(
    grammar_rule: Rule, tokens: Tokens
) -> Iterator[tuple[int, int, list[Expression]]]:
    """First token, token after the last, and the expressions of every match."""
    for found in grammar_rule.pattern.finditer(tokens.letters):
        match = Match(tokens, found)
        built = grammar_rule.build(match)
        if built is None:
            continue
        first, last = match.extent
        if isinstance(built, list):
            parts = [(*found.span(name), meaning) for name, meaning in built]
        else:
            parts = [(first, last, built)]
        yield (
            first,
            last,
            [
                Expression(
                    tokens.spans[a][0], tokens.spans[b - 1][1], a, b - 1, meaning
                )
                for a, b, meaning in parts
            ],
        )
