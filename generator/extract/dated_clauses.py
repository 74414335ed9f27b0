"""Decides which clause of a sentence a time dates."""

from __future__ import annotations

from generator.extract.clauses import BREAKS, Clause, Role, Sentence, Span
from generator.extract.happenings import family_of_verb
from generator.extract.lexicon import CLAIMING, DENYING, PREPOSITIONS, words
from generator.extract.measuring import rules
from generator.extract.verb_groups import Tense

LEADS_IN = words("at during in on after before since following by until")
"""With what a phrase opens a sentence: "On Monday, Quill, who ..., opened"."""


def clause_dated(sentence: Sentence, time: Span) -> Clause | None:
    """The clause that tells what happened at *time*; None when it stands in none."""
    return _claim(sentence, _deed_above(sentence, _clause_of(sentence, time), time))


def _clause_of(sentence: Sentence, time: Span) -> Clause | None:
    """The clause of the time; before the first verb that is the main clause, though
    another stands between: "On Monday, Quill, who ..., | opened"."""
    clause = sentence.clause_at(time[0])
    if clause is None:
        clause = (
            _labelled(sentence, time)
            or _resumed(sentence, time)
            or _when(sentence, time)
        )
    opener = sentence.tokens[0].lower
    if clause is None and opener in LEADS_IN:
        main = (c for c in sentence.clauses if c.role is Role.MAIN)
        return next(main, None)
    return clause


def _labelled(sentence: Sentence, time: Span) -> Clause | None:
    """The first clause behind a time that labels it: "24 May: The bridge ..."."""
    words = sentence.tokens
    if any(word.is_word for i, word in enumerate(words[: time[0]])):
        return None
    at = time[1]
    if at >= len(words) or words[at].text not in _LABEL_ENDS:
        return None
    return next((c for c in sentence.clauses if c.role is Role.MAIN), None)


_LABEL_ENDS = BREAKS - {"(", ")", ";"} | {"-"}


def _when(sentence: Sentence, time: Span) -> Clause | None:
    """What happened at a time that has no other clause: "On | 3 May, when the bridge
    opened."."""
    words = sentence.tokens
    at = time[1] + (time[1] < len(words) and words[time[1]].text == ",")
    if at >= len(words) or words[at].lower != "when":
        return None
    if any(c.role is Role.MAIN for c in sentence.clauses):
        return None
    return next((c for c in sentence.clauses if c.start in (at, at + 1)), None)


def _resumed(sentence: Sentence, time: Span) -> Clause | None:
    """The clause that goes on behind a relative one in commas: "Quill received Ink,
    who is a guest, | on 12 May"."""
    before = [c for c in sentence.clauses if c.end <= time[0]]
    if len(before) < 2 or before[-1].role is not Role.RELATIVE:
        return None
    relative, outer = before[-1], before[-2]
    words = sentence.tokens
    if words[relative.end].text != "," or words[relative.start - 1].text != ",":
        return None
    between = range(relative.end + 1, time[0])
    plain = all(words[i].is_word and not rules(sentence, i) for i in between)
    linked = relative.end + 1 < time[0] and words[relative.end + 1].lower
    return outer if plain and linked in PREPOSITIONS else None


def _deed_above(sentence: Sentence, clause: Clause | None, time: Span) -> Clause | None:
    """The clause that does something, where *clause* only describes what it is done to:
    "closed the office that ran the port on | 3 May"; else *clause* itself."""
    if clause is None or clause.role is not Role.RELATIVE or time[0] < clause.verb.end:
        return clause
    at = sentence.clauses.index(clause)
    last = at + 1 == len(sentence.clauses)
    if not at or not last or sentence.tokens[clause.start - 1].text == ",":
        return clause
    above = sentence.clauses[at - 1]
    if _is_of_a_person(sentence, clause, time) and above.verb.told:
        return above
    told_above = above.verb.told and family_of_verb(above.verb.lemma)
    own_time = any(above.start <= i < clause.start for i in sentence.masked)
    describes = not family_of_verb(clause.verb.lemma) and not clause.verb.passive
    return above if told_above and describes and not own_time else clause


def _is_of_a_person(sentence: Sentence, clause: Clause, time: Span) -> bool:
    """It says what somebody is, and a comma ends it before the time: "received the
    mayor who is on a visit, at the town hall on | 12 May"."""
    words = sentence.tokens[clause.verb.end : time[0]]
    is_now = clause.verb.lemma == "be" and clause.verb.tense is Tense.PRESENT
    return is_now and any(word.text == "," for word in words)


def _claim(sentence: Sentence, clause: Clause | None) -> Clause | None:
    """The clause that makes or denies the claim, where *clause* is what is claimed.

    What somebody only claims, or denies, is not told without him.
    """
    if clause is None or clause.role is not Role.COMPLEMENT:
        return clause
    before = sentence.clauses[sentence.clauses.index(clause) - 1]
    last = sentence.tokens[before.end - 1].lower
    if before.verb.lemma in CLAIMING | DENYING or last in ("claim", "allegation"):
        return before
    return clause
