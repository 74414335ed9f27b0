"""Tells of a clause whether it is of what is still to come, or came to nothing."""

from __future__ import annotations

from generator.extract.bare_verbs import SET_BY_THE_CLOCK
from generator.extract.clauses import Clause, Sentence
from generator.extract.lexicon import NOBODY, PUT_OFF
from generator.extract.times import When
from generator.extract.verb_groups import Tense
from generator.model.timex import Basis


def may_come(sentence: Sentence, clause: Clause) -> bool:
    """What could be soon is planned: "could open as early as May"."""
    words = " ".join(w.lower for w in sentence.tokens[clause.verb.end : clause.end])
    soon = words.startswith(("as early as", "as soon as"))
    return clause.verb.tense is Tense.MODAL and soon and not clause.verb.negated


def is_promised(clause: Clause) -> bool:
    """Somebody will do it by then: "the wall will be rebuilt by 2024"."""
    return clause.verb.tense is Tense.FUTURE and clause.verb.passive


def is_to_come(
    sentence: Sentence, clause: Clause, when: When, issued: str | None
) -> bool:
    """ "The fair closes on 4 June": told in the present, of a day not yet past."""
    if when.date is None or when.date.last is None:
        return False
    labelled = when.end <= sentence.tokens[clause.verb.start].start
    return _is_set_by_the_clock(clause) and not labelled and not _is_past(when, issued)


def _is_set_by_the_clock(clause: Clause) -> bool:
    verb = clause.verb
    plain = verb.tense is Tense.PRESENT and not verb.passive
    return plain and verb.lemma in SET_BY_THE_CLOCK


def _is_past(when: When, issued: str | None) -> bool:
    """Its last day lies before the day of publication, which is known."""
    if issued is None or when.date is None or when.date.last is None:
        return False
    return when.date.last < tuple(map(int, issued.split("-")))


def is_mistimed(clause: Clause, when: When, issued: str | None) -> bool:
    """The time was counted back, and the verb tells what is to come: "Talks begin in
    Oslo on | Monday" is of the next one."""
    counted = when.basis is Basis.RELATIVE and _is_past(when, issued)
    return counted and _is_set_by_the_clock(clause)


def came_to_nothing(sentence: Sentence, clause: Clause) -> bool:
    """Nobody did it, or it was planned "but | was delayed"."""
    words = sentence.tokens
    if clause.subject is not None and words[clause.subject[0]].lower in NOBODY:
        return True
    if clause.verb.lemma == "fail" and words[clause.verb.end].lower == "to":
        return True
    later = [c for c in sentence.clauses if c.start >= clause.end]
    if not clause.verb.plan or not later:
        return False
    link = {word.lower for word in words[clause.end : later[0].verb.start]}
    put_off = later[0].verb.lemma in PUT_OFF or later[0].verb.negated
    return "but" in link and put_off
