"""A text in another language than English into its time expressions and phrases.

Spans are found with this project's own patterns, one table a language; what they mean
is anchored by the same rules as English. `Reading` holds both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.timex.foreign_meanings import meanings
from generator.timex.foreign_patterns import Compiled, compiled
from generator.timex.foreign_tokens import Glossed, glossed
from generator.timex.meanings import Expression, Meaning
from generator.timex.phrases import Bound, Link, Phrase, bound_edtf, joined_edtf
from generator.timex.resolved import Resolved
from generator.timex.spelling import plain

_MODS = {
    Bound.BY: "ON_OR_BEFORE",
    Bound.NOT_BEFORE: "ON_OR_AFTER",
    Bound.BEFORE: "BEFORE",
    Bound.AFTER: "AFTER",
}
"""TIMEX3's modifier of a bound."""

Extent = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """A text with the patterns of its language.

    `text` has the form in which patterns see it, at the same offsets.
    """

    text: str
    compiled: Compiled

    @staticmethod
    def of(text: str, language: str) -> Reading:
        return Reading(plain(text), compiled(language))

    @cached_property
    def _found(self) -> list[tuple[Extent, Meaning]]:
        """The expressions: leftmost first, of those the longest, none overlapping."""
        candidates = [
            (parts[0][0][0], -parts[-1][0][1], order, parts)
            for order, pattern in enumerate(self.compiled.rows)
            for match in pattern.finditer(self.text)
            if (parts := meanings(match, self.compiled))
        ]
        candidates.sort(key=lambda candidate: candidate[:3])
        kept: list[tuple[Extent, Meaning]] = []
        reached = 0
        for start, end, _, parts in candidates:
            if start >= reached:
                kept += [(extent, said) for extent, said in parts if said is not None]
                reached = -end
        return kept

    @cached_property
    def tokens(self) -> Glossed:
        """The text as tokens: its expressions, and the words that show a tense."""
        extents = [extent for extent, _ in self._found]
        return glossed(self.text, extents, self.compiled.words)

    @cached_property
    def expressions(self) -> list[Expression]:
        return [
            Expression(start, end, self.tokens.at(start), self.tokens.at(start), said)
            for (start, end), said in self._found
        ]

    def link(self, left: Expression, right: Expression) -> Link | None:
        """How the words between two neighbouring expressions join them."""
        match = self.compiled.links.fullmatch(self.text, left.end, right.start)
        if match is None:
            return None
        link = Link(match.lastgroup)
        if link is Link.BOTH and left.start in self._betweens:
            return Link.RANGE
        return link

    @cached_property
    def _betweens(self) -> dict[int, int]:
        """Where "between" begins, by its end."""
        return _starts(self.compiled.between, self.text)

    @cached_property
    def _openings(self) -> dict[int, int]:
        """Where "from" begins, by its end."""
        return _starts(self.compiled.opening, self.text)

    @cached_property
    def _bounds_before(self) -> dict[int, tuple[int, Bound]]:
        """Where a bound begins and which it is, by its end."""
        return {
            end: (match.start(), _bound(match))
            for match in self.compiled.before.finditer(self.text)
            for end in (match.end(), match.start("article"))
        }

    @cached_property
    def _bounds_after(self) -> dict[int, tuple[int, Bound]]:
        """Where a bound ends and which it is, by its beginning."""
        found = self.compiled.after.finditer(self.text)
        return {match.start(): (match.end(), _bound(match)) for match in found}

    def phrases(self, resolved: list[Resolved]) -> list[Phrase]:
        """Each of *resolved* in its phrase, in the same order."""
        found: list[Phrase] = []
        while len(found) < len(resolved):
            index = len(found)
            pair = self._pair(resolved[index : index + 2])
            found += pair or [self._bounded(resolved[index])]
        return found

    def _pair(self, two: list[Resolved]) -> list[Phrase]:
        """Two linked dates as one interval or one set; empty where they stand alone."""
        if len(two) < 2 or not (two[0].point and two[1].point):
            return []
        left, right = two
        if not (left.edtf and right.edtf and left.point and right.point):
            return []
        link = self.link(left.expression, right.expression)
        if link is Link.EITHER and left.point.unit != right.point.unit:
            return []
        edtf = joined_edtf(link, left.edtf, right.edtf)
        if edtf is None:
            return []
        start, end = left.expression.start, right.expression.end
        if link is Link.RANGE:
            start = self._beginning(start)
            closing = self.compiled.closing.match(self.text, end)
            end = closing.end() if closing else end
        return [Phrase(one, edtf, one.mod, (start, end)) for one in two]

    def _beginning(self, start: int) -> int:
        """Where a range begins whose first date is at *start*: at its "from"."""
        begin, bound = self._bounds_before.get(start, (start, None))
        if bound is Bound.FROM:
            return begin
        return self._betweens.get(start, self._openings.get(start, start))

    def _bounded(self, resolved: Resolved) -> Phrase:
        """ "since 2022" is open at its end; "by Friday" is some day up to that one."""
        start, end = resolved.expression.start, resolved.expression.end
        plain_phrase = Phrase(resolved, resolved.edtf, resolved.mod, None)
        if end in self._bounds_after:
            end, bound = self._bounds_after[end]
            start = self._bounds_before.get(start, (start, bound))[0]
        elif start in self._bounds_before:
            start, bound = self._bounds_before[start]
        else:
            return plain_phrase
        edtf = bound_edtf(bound, resolved)
        if edtf is None:
            return plain_phrase
        return Phrase(resolved, edtf, resolved.mod or _MODS.get(bound), (start, end))


def _starts(pattern: re.Pattern[str], text: str) -> dict[int, int]:
    """Where each match begins, by its end, with its article and without."""
    return {
        end: match.start()
        for match in pattern.finditer(text)
        for end in (match.end(), match.start("article"))
    }


def _bound(match: re.Match[str]) -> Bound:
    """The bound whose group has matched."""
    return next(bound for bound in Bound if match.groupdict().get(bound.name))
