"""Finds where a clause can end in a title: between phrases, with what its verb needs.

What is cut off may only make the title say less, never something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.clauses import Clause, Role, Sentence
from generator.extract.completing import complete_until, kept_tokens
from generator.extract.happenings import family_of_noun
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
)
from generator.extract.title_faults import (
    NEEDS_MORE,
    PARTICLES,
    closes_verb,
    is_superlative,
)
from generator.extract.tokens import Token
from generator.extract.valency import (
    APART,
    CHANGING,
    PLACING,
    PURPOSES,
    STEERING,
    STEERING_NOUNS,
    THAT_NOUNS,
    THAT_VERBS,
    UNITS,
    WITH_PHRASE,
    WITH_TO,
    stands_alone,
)
from generator.extract.verbs import verb_form


def ends(sentence: Sentence, clause: Clause, last: int) -> Iterator[int]:
    """The token numbers before which *clause*, which goes on to *last*, can end in a
    title, the farthest first."""
    for at in range(last, clause.verb.end - 1, -1):
        if _may_end(sentence, clause, at, last):
            yield at


def _may_end(sentence: Sentence, clause: Clause, at: int, last: int) -> bool:
    tokens = sentence.tokens
    kept = kept_tokens(sentence, clause.verb.start, at)
    if not kept:
        return False
    final = tokens[kept[-1]]
    if final.lower in NEEDS_MORE or final.lower in AUXILIARIES:
        return False
    if not closes(sentence, clause, at) or _parts_a_pair(sentence, clause, kept, at):
        return False
    if _opens_clause_unclosed(sentence, kept, at):
        return False
    whole = at == last and _ends_there(sentence, clause, kept, at)
    if not complete_until(sentence, clause, at):
        return False
    return whole or _between_phrases(sentence, clause, kept, at)


def _opens_clause_unclosed(sentence: Sentence, kept: Sequence[int], at: int) -> bool:
    """A "when" or "who" is kept whose verb is not."""
    opened = [i for i in kept if sentence.tokens[i].lower in _OPENING]
    if not opened:
        return False
    return not any(opened[-1] < c.verb.end <= at for c in sentence.clauses)


_OPENING = frozenset({"when", "where", "who", "which", "whose", "because", "although"})


def _parts_a_pair(
    sentence: Sentence, clause: Clause, kept: Sequence[int], at: int
) -> bool:
    """What follows belongs to a word that is kept: "stepped | down", "both the mayor |
    and the council"."""
    tokens = sentence.tokens
    if at >= len(tokens):
        return False
    word = tokens[at].lower
    if at == clause.verb.end:
        return word in PARTICLES
    if word in PARTICLES and closes_verb(word, tokens[at - 1].lower):
        return True
    before = {tokens[i].lower for i in kept[-6:]}
    return word in ("and", "or") and bool(before & {"both", "either", "between"})


def closes(sentence: Sentence, clause: Clause, at: int) -> bool:
    """*clause* ends before token *at* in a word that can be its last, when the time
    that stood there is left out: not "to tie the game heading | into May"."""
    kept = kept_tokens(sentence, clause.verb.start, at)
    if not kept or kept[-1] == at - 1 or kept[-1] < clause.verb.end:
        return True
    tokens = sentence.tokens
    form = verb_form(tokens[kept[-1]].lower)[1]
    alone = (
        form.participle and tokens[kept[-1] - 1].text == ","
    )  # ", published | in May"
    return not (form.ing or alone) or _can_close(tokens, kept)


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
        return following.lower not in CHANGING
    return not following.is_word and not following.text[0].isalnum()


def _between_phrases(
    sentence: Sentence, clause: Clause, kept: Sequence[int], at: int
) -> bool:
    tokens = sentence.tokens
    if at >= len(tokens):
        return False
    following, final = tokens[at], tokens[kept[-1]]
    ruled = kept[-1] < clause.verb.end
    word = following.lower
    needy = (clause.verb.aim or clause.verb.lemma) in WITH_PHRASE
    if ruled and needy and word in PREPOSITIONS:
        return False  # "failed | in May in its attempt to open the bridge"
    if kept[-1] != at - 1 and following.text != ",":
        return _can_close(tokens, kept) and _after_time(sentence, at)
    verb = clause.verb
    bare = ruled and not (
        stands_alone(verb.aim or verb.lemma) or (verb.passive and word == "by")
    )
    bare |= ruled and verb.passive and word in ("to", "into", "as", "with", "from")
    if bare or not _can_close(tokens, kept):
        return False
    if following.text == ",":
        return _comma_closes(sentence, at)
    if following.text in ";:—–…":
        return True
    aimed = verb_form(final.lower)[1].participle and not ruled
    if word == "to" and (aimed or verb_form(final.lower)[0] in STEERING):
        return False  # "in a post designed | to calm them", "forced | to wait"
    if word == "to" and _opens_infinitive(tokens, at):
        return _infinitive_may_go(sentence, clause, kept, at)
    starts = {c.start for c in sentence.clauses}
    if word in CONJUNCTIONS:
        joined = word in {tokens[i].lower for i in kept[-3:]}
        return (at in starts or at + 1 in starts) and not joined
    if word in CHANGING:
        opened = {token.lower for token in tokens[at + 1 : at + 3]}
        return word == "as" and bool(PURPOSES & opened)
    if word in RELATIVES:
        return True
    if word == "that":
        return _describes(sentence, clause, kept, at)
    if word in SUBORDINATORS and at in starts:
        return True
    if word in PREPOSITIONS:
        return _phrase_may_go(sentence, clause, kept, at)
    if verb_form(word)[1].ing and following.text.islower():
        return _ing_may_go(sentence, kept, at)
    return False


def _infinitive_may_go(
    sentence: Sentence, clause: Clause, kept: Sequence[int], at: int
) -> bool:
    """The "to ..." at *at* tells an end; it is not what the verb before it steers."""
    tokens, verb = sentence.tokens, clause.verb
    final = tokens[kept[-1]]
    if kept[-1] and tokens[kept[-1] - 1].lower == "to" and _is_base(final):
        return False
    led = [i for i in kept if tokens[i].lower == "to" and i + 1 < at]
    if any(verb_form(tokens[i + 1].lower)[0] in STEERING for i in led):
        return False
    inside = [c for c in sentence.clauses if verb.end <= c.start < at]
    said = any(c.verb.lemma == "be" for c in inside) or verb.lemma == "be"
    said |= any(c.verb.lemma in STEERING for c in inside[-1:])
    steers = (verb.aim or verb.lemma) in STEERING or said
    near = [verb_form(tokens[i].lower) for i in kept[-6:]]
    steers |= any(form.ing and base in STEERING for base, form in near)
    return not steers and final.lower not in STEERING_NOUNS


def _ing_may_go(sentence: Sentence, kept: Sequence[int], at: int) -> bool:
    """The word in -ing at *at* opens a phrase of its own; it is no noun in this one."""
    tokens = sentence.tokens
    following, final = tokens[at], tokens[kept[-1]]
    if len(kept) > 1 and tokens[kept[-2]].lower in PREPOSITIONS:
        # "months of bitter | fighting" is not cut.
        return final.is_capital or final.lower.endswith("s")
    after = tokens[at + 1] if at + 1 < len(tokens) else following
    timed = after.lower in PREPOSITIONS and at + 2 in sentence.masked
    named = timed and final.is_capital
    if named or after.lower == "of" or family_of_noun(following.lower):
        return False  # "the deadly | bombing of ...", "Award | voting in May"
    return after.lower in _SMALL or after.is_capital or after.text[0].isdigit()


def _opens_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """A verb stands behind the "to" at *at*, be it one that is not known: "to wield
    the power"."""
    if at + 1 >= len(tokens) or _is_base(tokens[at + 1]):
        return at + 1 < len(tokens)
    after = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    plain = tokens[at + 1].text.islower() and tokens[at + 1].lower not in _SMALL
    return plain and after in DETERMINERS | POSSESSIVES


_SMALL = DETERMINERS | POSSESSIVES | PREPOSITIONS
_AFTER_TIME = (PREPOSITIONS | SUBORDINATORS | RELATIVES) - CHANGING


def _describes(
    sentence: Sentence, clause: Clause, kept: Sequence[int], at: int
) -> bool:
    """The "that" at *at* tells which, not what: "a stake in the firm | that Quill
    owns", not "told the firm | that Quill owns it"."""
    opened = next((c for c in sentence.clauses if c.start == at), None)
    if opened is not None:
        return opened.role is Role.RELATIVE
    last = max(
        (c for c in sentence.clauses if c.verb.end <= at and c.start >= clause.start),
        key=lambda c: c.verb.end,
        default=clause,
    )
    final = sentence.tokens[kept[-1]].lower
    reports = (last.verb.aim or last.verb.lemma) in SAYING | THAT_VERBS
    return kept[-1] >= last.verb.end and not reports and final not in THAT_NOUNS


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
    "how",
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
    if before == "," and form.participle:
        return False  # "the government, led | by Quill"
    if before in CONJUNCTIONS and (form.present or form.past or form.base):
        return False
    aimed = before in _BEFORE_BASE and _is_base(final)
    return not aimed or stands_alone(word)


_BEFORE_BASE = MODALS | {"to"}


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
    if lemma in WITH_PHRASE and not PREPOSITIONS.intersection(told):
        return False
    passive = verb_form(final)[1].participle and word == "by"
    if passive and kept[-1] >= clause.verb.end:
        return False  # "heard of the power exerted | by older members"
    for n, i in enumerate(behind):
        base, form = verb_form(tokens[i].lower)
        placed = base in PLACING
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
    if (final, word) == ("up", "to") or (word == "from" and final in APART):
        return False
    if word == "to" and final in WITH_TO:
        return False
    if word in ("after", "before") and final.rstrip("s") in UNITS:
        return False
    if lemma in ("close", "open", "end") and word in ("at", "up", "down"):
        return len(told) > 1
    sought = lemma in ("call", "ask", "apply", "vote", "wait") and "for" not in told
    return not (word == "for" and sought)


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
