"""A rule's expression over token letters into the letters that it speaks of.

Nothing is matched here: `letters_needed` tells which texts a rule need not be tried on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.timex.lexicon import words
from generator.timex.tokens import CLASS_LETTERS, letter_of

Letters = frozenset[str]

_PART = re.compile(
    r"""
    (?P<look> \(\?<?[=!] )                   # (?=  (?!  (?<!
  | (?P<opened> \( (?: \?: | \?P<\w+> )? )   # (  (?:  (?P<name>
  | (?P<closed> \) )
  | (?P<bar> \| )
  | (?P<many> [?*+] | \{\d*,?\d*\} )
  | (?P<set> \[ (?P<members> (?: \\. | [^\]] )* ) \] )
  | (?P<one> \\. | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_FREQUENT = frozenset(
    [
        letter_of(word)
        for word in words("the a an of in on at by to from and or for that")
    ]
    + [CLASS_LETTERS[mark] for mark in ("COMMA", "DOT", "HYPHEN", "DASH", "OTHER")]
)
"""Letters that tell little: a rule had better be known by another."""


def letters_in(expression: str) -> Letters:
    """Every letter that the expression names, what it only looks at included."""
    return frozenset(
        letter for part in _PART.finditer(expression) for letter in _letters_of(part)
    )


def letters_needed(expression: str) -> Letters:
    """Letters one of which stands in whatever the expression matches.

    Raises:
        ValueError: It may match without any one letter.
    """
    needed = _Reader(expression).needed()
    if needed is None:
        raise ValueError(f"a rule that any text may match: {expression}")
    return needed


def _letters_of(part: re.Match[str]) -> Letters:
    written = part["members"] if part["set"] else part["one"] or ""
    return frozenset(re.sub(r"\\(.)", r"\1", written, flags=re.DOTALL))


@dataclass
class _Reader:
    """Reads an expression from `at` on; nothing needed is None."""

    expression: str
    at: int = 0

    def needed(self) -> Letters | None:
        """What a row of alternatives needs: any of what each of them does."""
        branches: list[Letters | None] = [None]
        ends = False
        while not ends and (part := _PART.match(self.expression, self.at)):
            self.at = part.end()
            ends = part["closed"] is not None
            if part["bar"]:
                branches.append(None)
            elif not ends:
                branches[-1] = _rarer(branches[-1], self._item(part))
        found = [branch for branch in branches if branch is not None]
        return frozenset().union(*found) if len(found) == len(branches) else None

    def _item(self, part: re.Match[str]) -> Letters | None:
        """What one part of a row needs; nothing where it may be absent."""
        if part["look"] or part["opened"]:
            inside = self.needed()
            item = None if part["look"] else inside
        else:
            item = _letters_of(part)
        many = _PART.match(self.expression, self.at)
        if many is None or not many["many"]:
            return item
        self.at = many.end()
        return item if many["many"] == "+" else None


def _rarer(one: Letters | None, other: Letters | None) -> Letters | None:
    """The one of two that are both needed by which a text is told sooner."""
    if one is None or other is None:
        return one or other
    return min(
        one, other, key=lambda letters: (bool(letters & _FREQUENT), len(letters))
    )
