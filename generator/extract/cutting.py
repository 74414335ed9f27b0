"""Finds where a clause can end in a title: between phrases, with what its verb needs.

What is cut off may only make the title say less, never something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.clauses import Clause, Role, Sentence
from generator.extract.happenings import family_of_noun
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    INTRANSITIVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    words,
)
from generator.extract.objects import lacks_object
from generator.extract.title_faults import NEEDS_MORE, closes_verb, is_superlative
from generator.extract.tokens import Token
from generator.extract.verb_groups import VerbGroup
from generator.extract.verbs import verb_form

_CHANGING = words("of than without unless if unlike like as except per")
"""Words whose phrase changes what stands before it."""

_WITH_PHRASE = words(
    """put place provide charge accuse deprive turn convert base link attribute
    prevent plunge throw drag ban bar replace subject expose result consist depend
    rely refer lead name appoint elect serve act work call describe regard treat
    look go come set apply ask respond agree belong amount account focus aim engage
    compare add"""
)
"""Verbs that a phrase with a preposition completes."""

_PLACING = words(
    """put place provide charge accuse prevent plunge throw drag deprive convert
    subject expose attribute link base"""
)
"""Of those, the ones that are no nouns, so that any of them in a clause counts."""

_STEERING = words(
    """convince ask tell urge order allow force expect want call permit invite
    encourage enable require persuade warn teach help cause instruct advise
    authorise authorize empower compel press use need have get choose vote agree
    refuse decide plan try attempt seek fail begin start continue manage threaten
    promise pledge vow offer hope aim prepare intend set appear seem be make give"""
)
"""Verbs whose "to ..." tells the happening itself."""

_STEERING_NOUNS = words(
    """plan plans bid attempt effort efforts right decision agreement deal ability
    order call offer refusal vote way chance move need failure threat pledge promise
    time proposal request permission power intention willingness deadline"""
)
_HUNGRY = words(
    """be have do make take give get put run say tell see hold become include face
    seem mean keep call name show want need bring send set carry use add let help
    lay raise receive find provide allow reach cause write"""
)
"""Verbs that say nothing without what follows them."""


_ALONE = INTRANSITIVE | words(
    """accelerate adjourn apologise apologize backfire balloon bounce burn burst
    capitulate capsize cheer cooperate crack crumble cry decline decrease deepen default
    defect derail deteriorate detonate diminish disappear disband dissolve divorce
    double drift drown elope emerge emigrate escalate evaporate expire explode fade
    faint falter flare flop graduate grow halve improve increase intensify intervene
    jump laugh lose malfunction marry merge migrate multiply narrow nosedive overheat
    part peak perish persist plummet prevail quadruple quit rebel rebound recede recover
    relapse relent remarry reopen reunite resume resurface revolt riot sail shatter
    shrink skid skyrocket slide slip slow slump soar spread stabilise stabilize stall
    stumble subside succeed succumb survive swell thaw topple triple triumph tumble wane
    waver weaken widen win worsen yield debut"""
)
"""Verbs that may end a title. Any other that has nothing behind it is a participle of
something else or lacks its object: "the members selected", "the regime first named"."""


def ends(sentence: Sentence, clause: Clause, last: int) -> Iterator[int]:
    """The token numbers before which *clause*, which goes on to *last*, can end in a
    title, the farthest first."""
    for at in range(last, clause.verb.end - 1, -1):
        if _may_end(sentence, clause, at, last):
            yield at


def _may_end(sentence: Sentence, clause: Clause, at: int, last: int) -> bool:
    tokens = sentence.tokens
    kept = _kept(sentence, clause.verb.start, at)
    if not kept:
        return False
    final = tokens[kept[-1]]
    if final.lower in NEEDS_MORE or final.lower in AUXILIARIES:
        return False
    whole = at == last and _ends_there(sentence, clause, kept, at)
    if not complete_until(sentence, clause, at):
        return False
    return whole or _between_phrases(sentence, clause, kept, at)


def _ends_there(
    sentence: Sentence, clause: Clause, kept: Sequence[int], at: int
) -> bool:
    """The clause itself ends before token *at*; it is not cut there."""
    tokens = sentence.tokens
    while at < len(tokens) and (
        at in sentence.masked
        or (at + 1 in sentence.masked and tokens[at].lower in PREPOSITIONS)
    ):
        at += 1
    if at >= len(tokens):
        return True
    following = tokens[at]
    if any(c.start == at and c.role is Role.RELATIVE for c in sentence.clauses):
        return True
    if following.lower in CONJUNCTIONS:
        listed = [i for i in kept if tokens[i].lower == following.lower]
        return not any(i > clause.verb.end for i in listed)
    opens = following.lower in SUBORDINATORS and following.lower not in PREPOSITIONS
    if opens:
        return following.lower not in _CHANGING
    return not following.is_word and not following.text[0].isalnum()


def complete_until(sentence: Sentence, clause: Clause, at: int) -> bool:
    """*clause*, and what it reports, has what it needs when it ends before token
    *at*."""
    kept = _kept(sentence, clause.verb.start, at)
    inner = [c for c in sentence.clauses if clause.verb.end <= c.start < at]
    return bool(kept) and all(
        at >= c.verb.end and _complete(sentence, c, kept, inner)
        for c in (clause, *inner)
    )


def _kept(sentence: Sentence, start: int, end: int) -> list[int]:
    """The tokens of `start:end` that stay when times are left out."""
    tokens = sentence.tokens
    kept = [i for i in range(start, end) if i not in sentence.masked]
    while kept and (
        tokens[kept[-1]].text in ",;"
        or (
            kept[-1] + 1 in sentence.masked
            and tokens[kept[-1]].lower in PREPOSITIONS | DETERMINERS
        )
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
        said = any(c.start >= verb.end for c in inner) or {"to", "of", "about"} & {
            *told
        }
        return bool(said)
    if lemma in ("quote", "quot"):
        return False
    quoted = any(tokens[i].text in '“"‘' for i in after)
    silent = lemma in ("say", "add") and not (verb.passive or quoted or "to" in told)
    if silent and not any(c.start >= verb.end for c in inner):
        return False
    opened = next((i for i in after if tokens[i].lower == "that"), None)
    if opened is not None and lemma in SAYING and opened <= verb.end + 1:
        return any(c.start >= opened - 1 and c is not clause for c in inner)
    if not after:
        return verb.passive or _stands_alone(lemma) or lacks_object(sentence, clause)
    particle_only = len(after) == 1 and told[0] in ADVERBS
    return not (particle_only and lemma in _HUNGRY)


def _between_phrases(
    sentence: Sentence, clause: Clause, kept: Sequence[int], at: int
) -> bool:
    tokens = sentence.tokens
    if at >= len(tokens):
        return False
    following, final = tokens[at], tokens[kept[-1]]
    ruled = kept[-1] < clause.verb.end
    word = following.lower
    if kept[-1] != at - 1 and following.text != ",":
        return _can_close(tokens, kept) and _after_time(sentence, at)
    verb = clause.verb
    bare = ruled and not (
        _stands_alone(verb.aim or verb.lemma) or (verb.passive and word == "by")
    )
    if bare or not _can_close(tokens, kept):
        return False
    if following.text == ",":
        return _comma_closes(sentence, at)
    if following.text in ";:—–…":
        return True
    if word == "to" and at + 1 < len(tokens) and _is_base(tokens[at + 1]):
        if kept[-1] and tokens[kept[-1] - 1].lower == "to" and _is_base(final):
            return False
        led = [i for i in kept if tokens[i].lower == "to" and i + 1 < at]
        if any(verb_form(tokens[i + 1].lower)[0] in _STEERING for i in led):
            return False
        inside = [c for c in sentence.clauses if verb.end <= c.start < at]
        said = any(c.verb.lemma == "be" for c in inside) or verb.lemma == "be"
        steers = (verb.aim or verb.lemma) in _STEERING or said
        return not steers and final.lower not in _STEERING_NOUNS
    starts = {c.start for c in sentence.clauses}
    if word in CONJUNCTIONS:
        return at in starts or at + 1 in starts
    if word in _CHANGING:
        opened = {token.lower for token in tokens[at + 1 : at + 3]}
        return word == "as" and bool(_PURPOSES & opened)
    if word in RELATIVES or (word == "that" and at in starts):
        rel = next((c for c in sentence.clauses if c.start == at), None)
        return word != "that" or (rel is not None and rel.role is Role.RELATIVE)
    if word in SUBORDINATORS and at in starts:
        return True
    if word in PREPOSITIONS:
        return _phrase_may_go(sentence, clause, kept, at)
    if verb_form(word)[1].ing and following.text.islower():
        after = tokens[at + 1] if at + 1 < len(tokens) else following
        small = DETERMINERS | PREPOSITIONS | POSSESSIVES
        return after.lower in small or after.is_capital or after.text[0].isdigit()
    return False


_AFTER_TIME = (PREPOSITIONS | SUBORDINATORS | RELATIVES) - _CHANGING


_PURPOSES = words("part result means way sign response consequence")
"""After "as" and an article they tell only why: "as part of its plan"."""


def _after_time(sentence: Sentence, at: int) -> bool:
    """After a time nothing hangs on the words before it, unless it is their end."""
    word = sentence.tokens[at].lower
    starts = {c.start for c in sentence.clauses}
    if word in CONJUNCTIONS:
        return at in starts or at + 1 in starts
    return word in _AFTER_TIME


_NEVER_LAST = (DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | ADVERBS) | {
    "to",
    "that",
    "not",
}


def _can_close(tokens: Sequence[Token], kept: Sequence[int]) -> bool:
    final = tokens[kept[-1]]
    word = final.lower
    if final.text in '”"’)%':
        return True
    if len(kept) > 1 and closes_verb(word, tokens[kept[-2]].lower):
        return True
    if word in _NEVER_LAST:
        return False
    before = tokens[kept[-2]].lower if len(kept) > 1 else ""
    form = verb_form(word)[1]
    if form.ing and final.text.islower() and before not in DETERMINERS:
        return bool(family_of_noun(word))
    if before in CONJUNCTIONS and (form.present or form.past):
        return False
    aimed = before in MODALS | {"to"} and _is_base(final)
    return not aimed or _stands_alone(word)


def _stands_alone(lemma: str) -> bool:
    """A title may end in the verb; *lemma* may lack the "e" of one that is unknown."""
    return lemma in _ALONE or f"{lemma}e" in _ALONE


def _is_base(token: Token) -> bool:
    return verb_form(token.lower)[1].base


def _phrase_may_go(
    sentence: Sentence, clause: Clause, kept: Sequence[int], at: int
) -> bool:
    """The phrase that token *at* opens is not needed by what stands before it."""
    tokens = sentence.tokens
    behind = [i for i in kept if i >= clause.verb.end]
    told = [tokens[i].lower for i in behind]
    word, final = tokens[at].lower, tokens[kept[-1]].lower
    lemma = clause.verb.aim or clause.verb.lemma
    if lemma in _WITH_PHRASE and not PREPOSITIONS.intersection(told):
        return False
    for n, i in enumerate(behind):
        base, form = verb_form(tokens[i].lower)
        placed = base in _PLACING
        if form and placed and not PREPOSITIONS.intersection(told[n + 1 :]):
            return False
    if word in ("until", "till") and clause.verb.negated:
        return False
    if word in ("since", "in", "for", "over") and any(
        bounds_more(tokens[i].lower) for i in behind[-6:]
    ):
        return False
    if "and" in told[-3:] and tokens[kept[-1]].text.islower():
        return word in ("in", "at", "on", "during", "after")
    if "between" in told[-4:] or (word == "to" and "from" in told[-5:]):
        return False
    if (final, word) in (("up", "to"), ("away", "from")):
        return False
    if word in ("after", "before") and final.rstrip("s") in _UNITS:
        return False
    if lemma in ("close", "open", "end") and word in ("at", "up", "down"):
        return len(told) > 1
    sought = lemma in ("call", "ask", "apply", "vote", "wait") and "for" not in told
    return not (word == "for" and sought)


_UNITS = words("minute hour day week month year decade")


def bounds_more(word: str) -> bool:
    """*word* is a superlative that a phrase behind it limits: "its worst since"."""
    return is_superlative(word) or word in ("record", "not", "never", "no")


def _comma_closes(sentence: Sentence, at: int) -> bool:
    """The comma at *at* ends a phrase: it is not of a list, a place with its region,
    or two adjectives."""
    tokens = sentence.tokens
    after = tokens[at + 1 : at + 9]
    if not after:
        return True
    first = after[0]
    starts = {c.start for c in sentence.clauses}
    leads = RELATIVES | PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS
    if first.lower in leads:
        listed = first.lower in ("and", "or")
        return not listed or at + 1 in starts or at + 2 in starts
    if verb_form(first.lower)[1].ing and first.text.islower():
        return True
    for i, token in enumerate(after):
        if token.lower in ("and", "or") and at + 2 + i not in starts:
            return False
        if token.lower in RELATIVES | PREPOSITIONS | SUBORDINATORS:
            break
    if tokens[at - 1].is_capital and first.is_capital:
        run = 0
        while run < len(after) and after[run].is_capital:
            run += 1
        return (
            run == len(after)
            or not after[run].is_word
            or (
                after[run].lower
                in PREPOSITIONS | CONJUNCTIONS | RELATIVES | SUBORDINATORS
            )
        )
    adjectives = tokens[at - 1].text.islower() and first.text.islower()
    return not adjectives or first.lower in DETERMINERS
