"""What the words around an expression say of its tense: past, future, or nothing.

A cue counts only where it governs the expression: the nearest verb before it in its
clause, or, for a phrase that opens the sentence, the first verb after it.
"""

from __future__ import annotations

from enum import Enum

from generator.timex.lexicon import words
from generator.timex.meanings import Expression
from generator.timex.tokens import CLASS_LETTERS, Tokens


class Tense(Enum):
    """Which way a verb points from publication."""

    PAST = "past"
    FUTURE = "future"


_MODALS = words("will shall would may might can should must ll wo")
"""Also "'ll" and "won't", as they are cut."""

_PLANNING = words(
    """
    plan plans planned planning schedule scheduled schedules expect expected expects
    due set hope hopes hoped intend intends intended want wants prepare preparing
    prepares prepared ready supposed slated going about vowed promised pledged
    ordered likely is are
    """
)
"""Words whose infinitive lies ahead: "scheduled to close", "is to resume"."""

_AHEAD = words(
    "until till by effective beginning starting ending due expected upcoming"
) | {
    *("as early as", "as soon as", "as late as", "no later than", "deadline of"),
    *("scheduled for", "set for", "slated for", "planned for"),
}
"""Words directly before a date that put it ahead."""

_SCHEDULES = words(
    "opens closes meets begins starts ends leaves arrives resumes returns faces expires"
)
"""Verbs whose present, with a date, is the future: "the council meets Friday"."""

_STARTS = words("open close meet begin start end leave arrive resume return expire")
"""The same in the plural, which only directly before its date is not an infinitive."""

_IRREGULAR_PAST = words(
    """
    tore wore shook stole swung woke began bore bound broke drank hung knelt lent
    rang rose spun sprang stuck stung struck swam tied was were had did said told
    met went came began took made held left killed fell rose won lost shot gave got
    saw sent set ran became led put cut hit struck spoke wrote brought bought sold
    paid read kept stood heard thought knew found felt grew flew drew broke chose
    drove ate forgot hid rode sang sank spent swore taught threw wore withdrew arose
    awoke beat dealt fought forbade froze laid lay lit meant met shed showed shut
    slid sought swept understood undertook upheld been
    """
)
_SAME_IN_BOTH = words("shut put cut hit set read beat shed bid split spread cost")
"""Past tenses that are also the infinitive: "will then shut"."""

_BE = words("was were be been being had have has")
_PRESENT = words("is are am")
"""Verbs that tell no direction, and hide the participle after them."""

_ANNOUNCING = words(
    """
    announced set scheduled rescheduled planned agreed called invited promised pledged
    vowed warned expected postponed delayed moved extended booked fixed proposed
    ordered urged offered threatened said told
    """
)
"""Past tenses that tell nothing of a later date: "announced a fair on 2 November"."""

_NOT_VERBS = words(
    """
    united hundred indeed need speed feed seed breed bed red shed naked
    sacred wicked related based alleged proposed suspected wounded armed
    unprecedented
    """
)
_REACH = 25
"""So many tokens away at most."""


_TELLING = (
    _MODALS | _SCHEDULES | _SAME_IN_BOTH | _IRREGULAR_PAST | _PRESENT | {"to", "set"}
)
"""Words that may be a verb; any other is one only by its ending."""

_LAST_WORDS_AHEAD = frozenset(phrase.split()[-1] for phrase in _AHEAD)


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
    if tokens.low(plural) in _STARTS and tokens.low(plural - 1).endswith("s"):
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
    if tokens.low(first - 1) not in _LAST_WORDS_AHEAD:
        return False
    said = [tokens.low(i) for i in range(first - 3, first)]
    if all(" ".join(said[start:]) not in _AHEAD for start in range(3)):
        return False
    near = range(first - 6, expression.last + 6)
    return all(tokens.low(i) != "had" for i in near)


def _announces(tokens: Tokens, verb: int) -> bool:
    return (
        tokens.low(verb) in _ANNOUNCING
        and tokens.low(verb - 1) not in _BE
        and _verb(tokens, verb) is not None
    )


def _verb_before(tokens: Tokens, first: int) -> int | None:
    """Where the nearest verb stands before *first* in its sentence, "is" among them."""
    start, _ = tokens.sentence_span(first)
    for index in range(first - 1, max(start - 1, first - _REACH), -1):
        if tokens.low(index) in _PRESENT or _verb(tokens, index) is not None:
            return index
    return None


def _after(tokens: Tokens, last: int) -> Tense | None:
    """The tense of the first verb after, within the sentence."""
    _, end = tokens.sentence_span(last)
    for index in range(last + 1, min(end, last + _REACH)):
        found = _verb(tokens, index)
        if found is not None:
            return found
    return None


def _verb(tokens: Tokens, index: int) -> Tense | None:
    """The tense of the word at *index*, where it is a verb that shows one."""
    word = tokens.low(index)
    if word not in _TELLING and not word.endswith("ed"):
        return None
    if tokens.letters[index] in CLASS_LETTERS["MONTH"]:
        return None  # "May" is no modal
    if word in _MODALS or word in _SCHEDULES:
        return Tense.FUTURE
    if word == "to" and tokens.low(index - 1) in _PLANNING:
        return Tense.FUTURE
    before = tokens.low(index - 1)
    if word == "set" and tokens.low(index + 1) in ("for", "to"):
        return Tense.FUTURE
    if before in _PRESENT or before in ("be", "to", "being"):
        return None
    if word in _SAME_IN_BOTH and _MODALS & {before, tokens.low(index - 2)}:
        return Tense.FUTURE
    if word in _IRREGULAR_PAST:
        return Tense.PAST
    if word.endswith("ed") and len(word) > 4 and word not in _NOT_VERBS:
        return Tense.PAST
    return None
