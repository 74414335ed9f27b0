"""What a sentence is once it is read: its finite verbs, and the clause of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.extract.tokens import Token
from generator.extract.verb_groups import VerbGroup

BREAKS = frozenset({";", ":", "—", "–", "--", "(", ")", "…", "..."})


class Role(StrEnum):
    """How a clause hangs in its sentence."""

    MAIN = "main"
    COORDINATE = "coordinate"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"


Span = tuple[int, int]
"""Token numbers of a sentence, end excluded."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with what belongs to it. Spans count tokens.

    `subject` is None when the words do not give one.
    """

    verb: VerbGroup
    start: int
    end: int
    role: Role
    subject: Span | None
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, read: its tokens, its clauses, and which tokens tell time."""

    tokens: Sequence[Token]
    masked: frozenset[int]
    clauses: tuple[Clause, ...]

    def clause_at(self, index: int) -> Clause | None:
        """The clause that token *index* stands in."""
        inside = [c for c in self.clauses if c.start <= index < c.end]
        return max(inside, key=lambda c: c.start, default=None)
