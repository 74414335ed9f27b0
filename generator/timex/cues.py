"""What the words around an expression say of its tense: past, future, or nothing.

A cue counts only where it governs the expression: the nearest verb before it in its
clause, or, for a phrase that opens the sentence, the first verb after it.
"""

from __future__ import annotations

from enum import Enum
from functools import cache

from generator.timex.meanings import Expression
from generator.timex.tokens import CLASS_LETTERS, Tokens, word_of
from generator.timex.verbs import (
    AHEAD,
    ANNOUNCING,
    BE,
    IRREGULAR_PAST,
    LAST_WORDS_AHEAD,
    MODALS,
    NOT_VERBS,
    PLANNING,
    PRESENT,
    SAME_IN_BOTH,
    SCHEDULES,
    STARTS,
    TELLING,
)


class Tense(Enum):
    """Which way a verb points from publication."""

    PAST = "past"
    FUTURE = "future"


_REACH = 25
"""So many tokens away at most."""


def is_ahead(tokens: Tokens, expression: Expression) -> bool:
    """True where the words before the expression put it ahead: "will open in June"."""
    if tense(tokens, expression) is not Tense.FUTURE:
        return False
    verb = _verb_before(tokens, expression.first)
    return verb is not None and _verb(tokens, verb) is Tense.FUTURE


def tense(tokens: Tokens, expression: Expression) -> Tense | None:
    """The tense of what governs the expression; None where no cue is plain."""
    first = expression.first
    if tokens.letters[expression.last + 1 : expression.last + 2] == "v":
        return None  # "Friday's ruling": the verb is the ruling's, not the day's
    if _follows_a_word_ahead(tokens, expression):
        return Tense.FUTURE
    if tokens.low(first - 1) in ("is", "are"):
        return Tense.FUTURE  # "the hearing is Thursday"
    plural = first - 2 if tokens.low(first - 1) in ("on", "in") else first - 1
    if tokens.low(plural) in STARTS and tokens.low(plural - 1).endswith("s"):
        return Tense.FUTURE
    verb = _verb_before(tokens, first)
    if verb is None:
        return _after(tokens, expression.last)
    if _announces(tokens, verb) and first - verb > 2:
        return None  # "announced a fair on 2 November"
    return _verb(tokens, verb) or _after(tokens, expression.last)


def _follows_a_word_ahead(tokens: Tokens, expression: Expression) -> bool:
    """True for "until Thursday", not for "Until Thursday, they had not called"."""
    first = expression.first
    if tokens.low(first - 1) not in LAST_WORDS_AHEAD:
        return False
    said = [tokens.low(i) for i in range(first - 3, first)]
    if all(" ".join(said[start:]) not in AHEAD for start in range(3)):
        return False
    near = range(first - 6, expression.last + 6)
    return all(tokens.low(i) != "had" for i in near)


def _announces(tokens: Tokens, verb: int) -> bool:
    return (
        tokens.low(verb) in ANNOUNCING
        and tokens.low(verb - 1) not in BE
        and _verb(tokens, verb) is not None
    )


def _verb_before(tokens: Tokens, first: int) -> int | None:
    """Where the nearest verb stands before *first* in its sentence, "is" among them."""
    start, _ = tokens.sentence_span(first)
    for index in range(first - 1, max(start - 1, first - _REACH), -1):
        if not _may_tell(tokens.letters[index]):
            continue
        if tokens.low(index) in PRESENT or _verb(tokens, index) is not None:
            return index
    return None


def _after(tokens: Tokens, last: int) -> Tense | None:
    """The tense of the first verb after, within the sentence."""
    _, end = tokens.sentence_span(last)
    for index in range(last + 1, min(end, last + _REACH)):
        if tokens.low(index) in ("says", "say"):
            return None  # "a study seen on Monday says the bridge will close"
        if _may_tell(tokens.letters[index]) and (found := _verb(tokens, index)):
            return found
    return None


@cache
def _may_tell(letter: str) -> bool:
    """False for the letters of most tokens: their words show no tense."""
    word = word_of(letter)
    return letter == CLASS_LETTERS["TENSED"] or word in TELLING or word.endswith("ed")


def _verb(tokens: Tokens, index: int) -> Tense | None:
    """The tense of the word at *index*, where it is a verb that shows one."""
    word = tokens.low(index)
    if tokens.letters[index] in CLASS_LETTERS["MONTH"]:
        return None  # "May" is no modal
    if word in MODALS or word in SCHEDULES:
        return Tense.FUTURE
    if word == "to" and tokens.low(index - 1) in PLANNING:
        return Tense.FUTURE
    before = tokens.low(index - 1)
    if word == "set" and tokens.low(index + 1) in ("for", "to"):
        return Tense.FUTURE
    if before in PRESENT or before in ("be", "to", "being"):
        return None
    if word in SAME_IN_BOTH and MODALS & {before, tokens.low(index - 2)}:
        return Tense.FUTURE
    if word in IRREGULAR_PAST:
        return Tense.PAST
    if word.endswith("ed") and len(word) > 4 and word not in NOT_VERBS:
        return Tense.PAST
    return None
