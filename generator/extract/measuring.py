"""Tells whether a time only measures, or is of a plan, and so dates no happening."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.clauses import Sentence, Span
from generator.extract.lexicon import PLANNING, PREPOSITIONS, words
from generator.extract.tokens import Token
from generator.extract.verb_groups import Tense
from generator.extract.verbs import verb_form


def only_measures(sentence: Sentence, time: Span) -> bool:
    """The time ends a state or is what something is compared with, and dates
    nothing: "closed until Friday", "up from a year earlier", "compared to 2008", "a
    profit for 2009"."""
    words = sentence.tokens
    before = [word.lower for word in words[max(0, time[0] - 2) : time[0]]]
    if before[-1:] in (["until"], ["till"], ["than"]):
        return True
    if before[-1:] in (["from"], ["to"]) and _is_moved(sentence, time):
        return True
    if _is_compared(words, time) or _ends_a_period(words, time):
        return True
    if _is_of_an_older_figure(words, time):
        return True
    if before in (["compared", "to"], ["compared", "with"], ["than", "in"]):
        return True
    last = words[time[1] - 1].lower
    if before[-1:] == ["for"] or before == ["for", "the"]:
        return _is_accounted_for(words, time)
    return before[-1:] == ["from"] and last in ("earlier", "ago", "before")


def _is_moved(sentence: Sentence, time: Span) -> bool:
    """A day is what is changed: "was delayed from | 4 April to 11 April"."""
    clause = sentence.clause_at(time[0])
    changed = clause is not None and clause.verb.lemma in CHANGES_A_DAY
    near = sentence.tokens[max(0, time[0] - 4) : time[0] - 1]
    return changed or any(
        verb_form(word.lower)[0] in CHANGES_A_DAY
        and verb_form(word.lower)[1].participle
        for word in near
    )


CHANGES_A_DAY = words(
    "delay postpone defer move shift reschedule extend prolong bring push put change"
)
"""Verbs with "from" or "to" a day that is not the day when it was done."""


def _is_compared(words: Sequence[Token], time: Span) -> bool:
    """ "Its first cup final since 1987": when it was so before."""
    if not time[0] or words[time[0] - 1].lower != "since":
        return False
    near = [word.lower for word in words[max(0, time[0] - 12) : time[0] - 1]]
    return any(w in _RANKS or (w.endswith("est") and len(w) > 5) for w in near)


def _is_of_an_older_figure(words: Sequence[Token], time: Span) -> bool:
    """ "2,000 sank, up from an estimate of 600 in | April": when it was less."""
    for at in range(time[0] - 1, max(0, time[0] - 12), -1):
        if words[at].text in (",", ";", ":"):
            return False
        pair = (words[at - 1].lower, words[at].lower)
        if pair[0] in _THEN and pair[1] in ("from", "with", "to"):
            return True
    return False


_THEN = words("up down compared higher lower")

_RANKS = words("first best worst most least only record second third")


def _ends_a_period(words: Sequence[Token], time: Span) -> bool:
    """ "The three months ended | 30 September": what figures are of."""
    at = time[0] - 1
    while at > 0 and words[at].lower in ("on", "the"):
        at -= 1
    if at < 1 or words[at].lower not in ("ended", "ending", "to"):
        return False
    return words[at - 1].lower.removesuffix("s") in _PERIODS


def is_of_a_plan(sentence: Sentence, time: Span) -> bool:
    """The time is of what was planned, not of the verb: "cancelled the fair planned
    for | 5 June", "threatened with tariffs starting | 1 August"."""
    words = sentence.tokens
    at = time[0] - 1
    while at > 0 and words[at].lower in _LINKS:
        at -= 1
    word = words[at].lower if at >= 0 else ""
    if at < 1 or rules(sentence, at):
        return False
    clause = sentence.clause_at(time[0])
    if clause is not None and (clause.verb.plan or clause.verb.tense in _AHEAD):
        return False
    if words[at - 1].lower == "to" and verb_form(word)[1].base:
        return at > 1 and words[at - 2].lower in _PLANNED  # "due to open on | 3 May"
    return word in _PLANNED or word in _SET_TO_BEGIN


_LINKS = PREPOSITIONS | {"to"}
_PLANNED = words("planned scheduled due set slated expected billed pencilled")
_AHEAD = frozenset({Tense.FUTURE, Tense.WOULD})
_SET_TO_BEGIN = words("starting beginning effective")


def _is_accounted_for(words: Sequence[Token], time: Span) -> bool:
    """ "A profit for 2009", "for the last quarter": what a sum is of, not when."""
    at = time[0] - (2 if words[time[0] - 1].lower == "the" else 1)
    if at and verb_form(words[at - 1].lower)[0] in PLANNING:
        return False
    told = [word.lower for word in words[time[0] : time[1]]]
    year_alone = len(told) == 1 and told[0].isdigit()
    return year_alone or bool(_PERIODS.intersection(told))


_PERIODS = words("year quarter half month season period week")


def rules(sentence: Sentence, at: int) -> bool:
    """The token at *at* is of a finite verb."""
    return any(c.verb.start <= at < c.verb.end for c in sentence.clauses)
