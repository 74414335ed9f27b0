"""A row of token letters into the rules of the grammar that match in it, and where.

Most tokens are words that no rule names. They cut the row into short runs, and what
matches within a run hangs on its letters alone: it is looked up for a run that was
seen before ("on Monday ,"). Of the rules, only those are tried that need a letter
which the run has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.timex.needed import letters_in, letters_needed
from generator.timex.patterns import Rule

_COMMON_RUN = 24
"""A run of more letters is not kept: hardly another text has the same."""

_KEPT = 20_000
"""So many runs are kept at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule that matched: `found` counts from the beginning of the run.

    The expression has the tokens from `first` up to `end`, counted so as well.
    """

    first: int
    end: int
    rule: Rule
    found: re.Match[str]


Candidates = tuple[Candidate, ...]


class Grammar:
    """The rules, each by a letter without which it cannot match."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._needing: dict[str, set[int]] = {}
        for order, rule in enumerate(rules):
            for letter in letters_needed(rule.letters):
                self._needing.setdefault(letter, set()).add(order)
        known = "".join(sorted({c for rule in rules for c in letters_in(rule.letters)}))
        self._run = re.compile(f"[{re.escape(known)}]+")
        self._seen = lru_cache(maxsize=_KEPT)(self._matches)

    def candidates(self, letters: str) -> Iterator[tuple[int, Candidates]]:
        """Where each run with matches begins, and those: leftmost, then longest."""
        for run in self._run.finditer(letters):
            start, end = run.span()
            matches = self._seen if end - start <= _COMMON_RUN else self._matches
            if found := matches(run[0]):
                yield start, found

    def _matches(self, run: str) -> Candidates:
        orders = {
            order for letter in set(run) for order in self._needing.get(letter, ())
        }
        found = [
            Candidate(*_extent(match), rule, match)
            for rule in (self._rules[order] for order in sorted(orders))
            for match in rule.pattern.finditer(run)
        ]
        # A stable sort: of two that are as long, the earlier rule comes first.
        return tuple(sorted(found, key=lambda c: (c.first, -c.end)))


def _extent(match: re.Match[str]) -> tuple[int, int]:
    """Of the group "it", where the rest of the pattern is context."""
    return match.span("it" if "it" in match.re.groupindex else 0)
