"""Says whether a clause has what its verb needs, when its words end at some token."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.clauses import Clause, Sentence
from generator.extract.lexicon import (
    ADVERBS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SAYING,
    SUBORDINATORS,
    words,
)
from generator.extract.objects import lacks_object
from generator.extract.valency import HUNGRY, stands_alone
from generator.extract.verb_groups import VerbGroup


def complete_until(sentence: Sentence, clause: Clause, at: int) -> bool:
    """*clause*, and what it reports, has what it needs when it ends before token
    *at*."""
    kept = kept_tokens(sentence, clause.verb.start, at)
    inner = [c for c in sentence.clauses if clause.verb.end <= c.start < at]
    return bool(kept) and all(
        at >= c.verb.end and _complete(sentence, c, kept, inner)
        for c in (clause, *inner)
    )


def _leads_to_time(sentence: Sentence, at: int) -> bool:
    tokens = sentence.tokens
    opens = at < len(tokens) and tokens[at].lower in PREPOSITIONS
    return opens and at + 1 in sentence.masked


_NEEDS_NOUN = PREPOSITIONS | DETERMINERS


def kept_tokens(sentence: Sentence, start: int, end: int) -> list[int]:
    """The tokens of `start:end` that stay when times are left out."""
    tokens = sentence.tokens
    kept = [i for i in range(start, end) if i not in sentence.masked]
    while kept and (
        tokens[kept[-1]].text in ",;.!?"
        or (kept[-1] + 1 in sentence.masked and tokens[kept[-1]].lower in _NEEDS_NOUN)
    ):
        kept.pop()
    return kept


def _complete(
    sentence: Sentence,
    clause: Clause,
    kept: Sequence[int],
    inner: Sequence[Clause],
) -> bool:
    """The verb of *clause* has what it needs among the tokens *kept*."""
    tokens = sentence.tokens
    verb: VerbGroup = clause.verb
    after = [i for i in kept if i >= verb.end]
    lemma = verb.aim or verb.lemma
    told = [tokens[i].lower for i in after]
    if lemma in ("tell", "assure", "inform") and not verb.passive:
        said = any(c.start >= verb.end for c in inner) or {"to", "about"} & {*told}
        return bool(said) or _tells_of(told)
    if lemma == "do" and (not told or told[0] in PREPOSITIONS | SUBORDINATORS):
        return False  # "as Quill | did in 1890"
    if lemma == "make" and told[:1] in (["clear"], ["known"], ["sure"], ["certain"]):
        return any(c.start >= verb.end for c in inner)
    if verb.passive and lemma in ("set", "fix") and _leads_to_time(sentence, verb.end):
        return False  # "a day was set | for 3 May | with a break"
    if lemma in ("quote", "quot"):
        return False
    quoted = any(tokens[i].text in '“"‘' for i in after)
    silent = lemma in ("say", "add") and not (verb.passive or quoted or "to" in told)
    if silent and not any(c.start >= verb.end for c in inner):
        return False
    spoken = lemma in _TOLD_THAT and not (verb.passive or quoted)
    if spoken and told[:1] and told[0] in ("in", "at", "during", "after", "before"):
        return any(c.start >= verb.end for c in inner)  # "suggested in an interview"
    first = next((i for i in after if not _leads_to_time(sentence, i)), None)
    if lemma in SAYING and first is not None and tokens[first].text == ",":
        return False
    opened = next((i for i in after if tokens[i].lower == "that"), None)
    if opened is not None and lemma in SAYING and opened <= verb.end + 1:
        return any(c.start >= opened - 1 and c is not clause for c in inner)
    if not after:
        return verb.passive or stands_alone(lemma) or lacks_object(sentence, clause)
    particle_only = len(after) == 1 and told[0] in ADVERBS
    return not (particle_only and lemma in HUNGRY)


def _tells_of(told: Sequence[str]) -> bool:
    """What is told stands behind "of": not "told a meeting of engineers"."""
    return any(
        word == "of" and (not i or (told[i + 1 : i + 2] and told[i + 1] in _WHOSE))
        for i, word in enumerate(told)
    )


_TOLD_THAT = words("suggest claim insist argue reveal admit estimate predict")
_WHOSE = POSSESSIVES | {"how"}
