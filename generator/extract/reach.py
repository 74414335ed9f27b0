"""Finds how far a clause goes: to what it reports, who says it, or what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.extract.clauses import Clause, Role, Sentence, Span
from generator.extract.lexicon import PREPOSITIONS, SAYING
from generator.extract.verbs import verb_form


def last_token(sentence: Sentence, clause: Clause) -> int:
    """The end of *clause* with the one that completes it: "revealed that ..."."""
    if clause.role is Role.RELATIVE:
        for i in range(clause.verb.end + 1, clause.end):
            timed = i - 1 in sentence.masked and i not in sentence.masked
            word = sentence.tokens[i]
            if timed and word.text.islower() and verb_form(word.lower)[1].past:
                return i  # "the man who was fired on Monday | shot and killed"
    following = [c for c in sentence.clauses if c.start >= clause.end]
    if following and following[0].role is Role.COMPLEMENT:
        gap = following[0].start - clause.end
        if gap <= 1:
            return following[0].end
    return clause.end


def before_speaker(sentence: Sentence, clause: Clause, last: int) -> int:
    """*last*, or where who says *clause* begins before it: "The bridge will close, |
    the mayor, Ada Quill, told reporters"."""
    following = [c for c in sentence.clauses if c.start >= last]
    if not following or following[0].role is not Role.MAIN:
        return last
    spoken = following[0].verb.lemma in SAYING and following[0].subject
    if not spoken or not clause.verb.end < spoken[0] < last:
        return last
    comma = sentence.tokens[spoken[0] - 1].text == ","
    return spoken[0] - 1 if comma else last


def second_half(sentence: Sentence, clause: Clause, cuts: Sequence[Span]) -> int | None:
    """Where a clause goes on to another happening with a time of its own: "ratified
    one in 1990 | and a second in 2004"."""
    words = sentence.tokens
    inside = sorted(
        cut
        for cut in cuts
        if words[clause.verb.end - 1].end <= cut[0] <= words[clause.end - 1].end
    )
    for cut in inside:
        at = next(i for i, word in enumerate(words) if word.end > cut[0])
        end = next((i for i, w in enumerate(words) if w.start >= cut[1]), len(words))
        while words[at - 1].lower in PREPOSITIONS:
            at -= 1
        opens = end < len(words) and words[end].lower in ("the", "a", "an")
        if opens and words[at - 1].text == "," and at - 1 > clause.verb.end:
            return at - 1
    for first, second in pairwise(inside):
        for i in range(clause.verb.end, clause.end):
            within = first[1] <= words[i].start < second[0]
            if within and words[i].lower in ("and", ","):
                return i
    return None


_NEEDS_SPEECH = frozenset({"say", "tell", "add"})
"""Verbs that tell nothing without what is said."""


def lacks_speech(sentence: Sentence, clause: Clause, last: int) -> bool:
    words = sentence.tokens
    ordered = any(
        word.lower == "to" and verb_form(following.lower)[1].base
        for word, following in pairwise(words[clause.verb.end : last])
    )
    return clause.verb.lemma in _NEEDS_SPEECH and not ordered
