"""Tells a subject from what only looks like one: a piece of one, or what leads in."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.clauses import Clause, Role, Sentence
from generator.extract.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    INTRANSITIVE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SUBORDINATORS,
)
from generator.extract.lexicon import words as words_of
from generator.extract.tokens import Token
from generator.extract.valency import THAT_VERBS
from generator.extract.verb_groups import Tense
from generator.extract.verbs import verb_form


def _belongs_elsewhere(sentence: Sentence, clause: Clause, first: int) -> bool:
    """What looks like a subject is the object of other words: "members of Congress |
    elected in May", "expected to | include Ada Quill"."""
    words = sentence.tokens
    if words[clause.start].lower in ("why", "whether", "how", "if"):
        return True
    if _is_aimed_at(sentence, clause):
        return True
    if not first:
        return False
    before = words[first - 1].lower
    if before in ("including", "comprising"):
        return True
    if before in ("not", "hardly", "barely"):
        return True  # "not | everyone is convinced"
    bare_role = before == "as" and words[first].text.islower()
    if before == "whose" or (bare_role and words[first].lower not in DETERMINERS):
        return True  # "his position as | deputy mayor will ..."
    if _is_apposed(sentence, clause, first) or _ends_list(sentence, clause, first):
        return True
    if _is_object_of_infinitive(words, first):
        return True
    ruled = [c for c in sentence.clauses if c.verb.end == first and c is not clause]
    main = clause.role is Role.MAIN
    if main and ruled and ruled[0].verb.lemma not in SAYING:
        return True  # "since Quill took | the chair came"
    above = [c for c in sentence.clauses if c.end <= first]
    said = bool(above) and above[-1].verb.lemma in SAYING
    if before == "that" and not said and words[first].text.islower():
        return clause.verb.start == first + 1  # "that case | was dismissed"
    if before == "that" and first > 1 and words[first - 2].lower in PREPOSITIONS:
        return True
    if before == "to" and verb_form(words[first].lower)[1].base:
        return True
    verb = clause.verb
    at = first - 1
    while at > 1 and words[at - 1].lower.endswith("ly"):
        at -= 1  # "to quickly fix | the bridge"
    form = verb_form(words[verb.start].lower)[1]
    doubtful = verb.end - verb.start == 1 and form.participle
    aimed = at > 0 and words[at - 1].lower == "to"
    governed = before in PREPOSITIONS - SUBORDINATORS or (
        aimed and verb_form(before)[1].base
    )
    follows = words[verb.end].lower if verb.end < len(words) else "."
    free = follows in PREPOSITIONS | SUBORDINATORS or verb.end in sentence.masked
    return doubtful and governed and free and clause.role is not Role.RELATIVE


def _is_aimed_at(sentence: Sentence, clause: Clause) -> bool:
    """The verb goes on with an infinitive: "the first to be built and | tested"."""
    words, at = sentence.tokens, clause.verb.start
    if at < 3 or words[at - 1].lower not in ("and", "or"):
        return False
    ruled = any(c.verb.start < at - 1 <= c.verb.end for c in sentence.clauses)
    return not ruled and words[at - 3].lower in ("been", "be", "being")


def _is_object_of_infinitive(words: Sequence[Token], first: int) -> bool:
    """What stands at *first* is acted on: "to avoid | the shortage would be costly"."""
    if first < 2 or words[first - 2].lower != "to":
        return False
    led = first > 2 and words[first - 3].lower in ("according", "due", "owing")
    if led or words[first - 1].is_capital:
        return False  # "on the way to Oslo | the mayor said"
    verb, opener = words[first - 1].lower, words[first].lower
    small = DETERMINERS | PREPOSITIONS | POSSESSIVES
    aimed = verb_form(verb)[1].base or (opener in DETERMINERS and verb not in small)
    return aimed and verb not in SAYING | THAT_VERBS


def _ends_list(sentence: Sentence, clause: Clause, first: int) -> bool:
    """Who acts is told only in part: "the mayor, Ada Quill, and | the builder, Ben
    Ink, met"."""
    words = sentence.tokens
    if first < 3 or words[first - 1].lower != "and" or words[first - 2].text != ",":
        return False
    ruled = any(c.verb.end <= first for c in sentence.clauses)
    return not ruled and words[clause.verb.start - 1].text == ","


def _is_apposed(sentence: Sentence, clause: Clause, first: int) -> bool:
    """The words tell what the noun before is: "in Quillport, a town | founded in
    1890"."""
    words, verb = sentence.tokens, clause.verb
    if words[first - 1].text != "," or words[first].lower not in ("a", "an"):
        return False
    above = any(
        c.verb.end < first
        or (c.start >= verb.end and words[c.verb.start - 1].text == ",")
        for c in sentence.clauses
    )
    after = words[verb.end].lower if verb.end < len(words) else "."
    single = verb.end - verb.start == 1 and verb_form(words[verb.start].lower)[1]
    bare = single and single.participle and verb.lemma not in INTRANSITIVE
    follows = after in PREPOSITIONS or verb.end in sentence.masked
    return above and bool(bare) and follows


NO_NOUN = words_of(
    """far more most much many some few others another either neither least several
    high low new old big small large good bad early late well so too that which"""
)
"""Words that end no subject: what is found there is only a part of one."""


_NEVER_FINAL = (DETERMINERS | PREPOSITIONS | CONJUNCTIONS) - PRONOUNS
_NEVER_FIRST = words_of("how why what whose whom when where feat ft aka alias")


def is_remnant(sentence: Sentence, clause: Clause, first: int, last: int) -> bool:
    """What looks like a subject is only a piece of one or leads in."""
    words = sentence.tokens
    final = words[last - 1].lower
    if _trails(sentence, first) or final in NO_NOUN or final.endswith(("'s", "s'")):
        return True
    if words[first].lower in _NEVER_FIRST:
        return True
    if final in _NEVER_FINAL:
        return True
    if _belongs_elsewhere(sentence, clause, first):
        return True
    bare = last - first == 1 and words[first].text.islower() and first > 0
    if bare and clause.role is Role.RELATIVE and words[first - 1].lower in PREPOSITIONS:
        return True  # "the best source of | journalism who was known"
    described = clause.role is Role.RELATIVE and clause.verb.tense in (
        Tense.PRESENT,
        Tense.MODAL,
    )
    return described and words[first].lower in DETERMINERS


_AFTER_LEAD = DETERMINERS | PREPOSITIONS | {"been", "to", "£", "$", "€"}


def _trails(sentence: Sentence, first: int) -> bool:
    """What looks like a subject only leads in: "Being | charged", "Born in Oslo"."""
    words = sentence.tokens
    if first + 1 >= len(words):
        return False
    form = verb_form(words[first].lower)[1]
    if words[first].lower in ("using", "citing", "making", "taking", "including"):
        return True
    auxiliary = words[first].lower in ("having", "being", "born")
    following = words[first + 1].lower
    participle = verb_form(following)[1].participle
    if form.ing or auxiliary:
        return following in _AFTER_LEAD or participle or following[0].isdigit()
    led = form.participle and not form.base
    return led and following in PREPOSITIONS
