"""What the words around an expression say of its tense: past, future, or nothing."""

from __future__ import annotations

from enum import Enum

from generator.timex.meanings import Expression
from generator.timex.tokens import Tokens


class Tense(Enum):
    PAST = "past"
    FUTURE = "future"


def tense(tokens: Tokens, expression: Expression) -> Tense | None:
    """The tense of what governs the expression; None where no cue is plain."""
    return None
