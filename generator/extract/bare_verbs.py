"""Judges how surely a word without an auxiliary is a finite verb, by its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from generator.extract.happenings import family_of_noun, family_of_verb
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    INTRANSITIVE,
    MODALS,
    PAST_BY_BASE,
    PLANNING,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    STATIVE,
    words,
)
from generator.extract.tokens import Token
from generator.extract.verbs import VerbForm, is_past_irregular, verb_form


class Strength(StrEnum):
    STRONG = "strong"
    WEAK = "weak"
    SERIAL = "serial"


SET_BY_THE_CLOCK = words(
    """open close begin start end reopen resume leave arrive expire meet vote play face
    decide return launch travel depart debate publish release host hold visit"""
)
"""Verbs whose plain present tells a date to come: "The fair | closes on 4 June"."""


def skips_left(tokens: Sequence[Token], at: int) -> int:
    """The token before *at*, adverbs passed over; -1 at the sentence's start."""
    at -= 1
    while at >= 0:
        if at and is_adverb_of_two(tokens[at - 1], tokens[at]):
            at -= 2
        elif is_adverb(tokens[at].lower):
            at -= 1
        else:
            break
    return at


def is_adverb_of_two(first: Token, second: Token) -> bool:
    """ "at last", "at once"."""
    return first.lower == "at" and second.lower in ("last", "once", "first", "least")


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


_BEFORE_FINITE = RELATIVES | {"that"}
_BEFORE_PARTICIPLES = ((DETERMINERS | PREPOSITIONS | {"to"}) - PRONOUNS) | POSSESSIVES
_BEFORE_NO_PRESENT = (
    DETERMINERS | PREPOSITIONS | CONJUNCTIONS | MODALS | {"to"}
) - PRONOUNS
_NUMBERS = words("one two three four five six seven eight nine ten dozens hundreds")
_OPENS_OBJECT = DETERMINERS | PRONOUNS | _NUMBERS | {"that"}
_LEADS_IN = PREPOSITIONS | ADVERBS | CONJUNCTIONS


def bare_strength(
    tokens: Sequence[Token], masked: frozenset[int], i: int, narrated: bool
) -> Strength | None:
    """How surely the word at *i* is a finite verb without an auxiliary; None when it
    is none."""
    word = tokens[i].lower
    if word == "states" and i and tokens[i - 1].lower == "united":
        return None
    _, form = verb_form(word)
    if form.past and not (tokens[i].is_capital and i):
        return _bare_past(tokens, masked, i, word)
    if form.present or form.base:
        behind_time = i - 1 in masked
        if behind_time and any(
            _verb_after_time(tokens, masked, j) == i
            for j in range(max(0, i - 6), i)
            if verb_form(tokens[j].lower)[1].participle
        ):
            return Strength.STRONG
        if verb_form(word)[0] in SET_BY_THE_CLOCK and _is_scheduled(tokens, masked, i):
            return Strength.WEAK
        return _bare_present(tokens, masked, i, word, form, narrated)
    return None


def _is_scheduled(tokens: Sequence[Token], masked: frozenset[int], i: int) -> bool:
    """A time follows, at once or behind an object, and closes: "The council | votes
    next Tuesday", "They | begin their season on 27 July"."""
    at = skips_left(tokens, i)
    if at < 0 or not tokens[at].is_word or tokens[i].is_capital:
        return False
    before, plural = tokens[at].lower, tokens[at].lower.endswith("s")
    acts = before not in _BEFORE_NO_PRESENT and not _possessive(tokens[at])
    plural = (plural or before in ("they", "we", "who")) and before != "it"
    if not acts or verb_form(tokens[i].lower)[1].base is not plural:
        return False
    end = i + 1
    while end < len(tokens) and end not in masked and end - i <= LONGEST_OBJECT:
        if not tokens[end].is_word or verb_form(tokens[end].lower)[1].past:
            return False
        end += 1
    first = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    opens = first.is_capital or first.lower in _BEFORE_PARTICIPLES | ADVERBS
    if end not in masked or not (opens or end == i + 1):
        return False
    while end in masked:
        end += 1
    closed = end >= len(tokens) or not tokens[end].is_word
    return closed or tokens[end].lower in _BEFORE_PARTICIPLES


LONGEST_OBJECT = 6


def _bare_past(
    tokens: Sequence[Token], masked: frozenset[int], i: int, word: str
) -> Strength | None:
    at = skips_left(tokens, i)
    if at < 0 or (word in _OFTEN_ADJECTIVES and _describes(tokens, i)):
        return None
    before = tokens[at]
    if before.lower in _BEFORE_FINITE:
        return Strength.STRONG
    if before.lower in _BEFORE_PARTICIPLES or _possessive(before):
        return None
    if before.lower in _GRADED:
        return None  # "a low | cost airline"
    if verb_form(before.lower)[0] in ("remain", "stay", "keep", "become", "seem"):
        return None  # "remains closed" tells of a state
    after = tokens[i + 1] if i + 1 < len(tokens) and i + 1 not in masked else None
    base, form = verb_form(word)
    participle = form.participle and base not in INTRANSITIVE
    moves = base in _MOVING
    if form.participle and not moves and _by_somebody(tokens, masked, i + 1):
        return None
    if participle and _verb_after_time(tokens, masked, i) is not None:
        return None
    has_object = after is not None and (
        after.lower in _OPENS_OBJECT
        or after.text in '“"‘'
        or after.text[0].isdigit()
        or (after.is_capital and after.is_word)
    )
    if before.text == "," and participle and not has_object:
        described = base in SAYING and _verb_follows(tokens, i)
        if described:
            return None  # "The scheme, | announced in May, was abandoned"
    if base in SAYING or has_object or is_past_irregular(word):
        return Strength.STRONG
    if before.text == ",":
        if _closes_apposition(tokens, at) and not _verb_follows(tokens, i):
            return Strength.STRONG
        return Strength.SERIAL if _in_series(tokens, i) else None
    return Strength.WEAK


_GRADED = words("low high new old large small big good bad poor full")
"""Adjectives that a noun follows."""

_OFTEN_ADJECTIVES = words("increased advanced")


def _describes(tokens: Sequence[Token], i: int) -> bool:
    """A noun follows: "faced | increased costs", not "costs | increased by a third"."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    small = PREPOSITIONS | DETERMINERS | CONJUNCTIONS
    return (
        after is not None
        and after.is_word
        and after.lower not in small
        and not is_adverb(after.lower)
    )


_MOVING = words("travel arrive come go return leave")
"""Verbs whose "by" tells the means: "travelled by train"."""


def _by_somebody(tokens: Sequence[Token], masked: frozenset[int], at: int) -> bool:
    """ "by" with who acts behind it, not with a time, an amount or a deed."""
    if at + 1 >= len(tokens) or tokens[at].lower != "by" or at + 1 in masked:
        return False
    following = tokens[at + 1]
    deed = verb_form(following.lower)[1].ing and not following.is_capital
    share = [word.lower for word in tokens[at + 2 : at + 3]]
    amount = following.lower in ("a", "an", "one") and share and share[0] in _SHARES
    return following.is_word and not deed and not amount


_SHARES = words("third quarter fifth tenth half fraction factor percentage few dozen")


def _closes_apposition(tokens: Sequence[Token], comma: int) -> bool:
    """What describes the subject ends there: "Quill, the mayor, | travelled"."""
    opened = next((i for i in range(comma - 1, 0, -1) if tokens[i].text == ","), None)
    if opened is None:
        return False
    if not tokens[opened - 1].is_word and not tokens[opened - 1].text.isdigit():
        return False
    inside = tokens[opened + 1 : comma]
    if _is_named(tokens, opened, inside):
        return True
    if not inside or len(inside) > 12 or tokens[0].lower in PREPOSITIONS:
        return False
    described = inside[0].lower in DETERMINERS or inside[0].text.isdigit()
    done = verb_form(inside[0].lower)[1].participle and len(inside) > 1
    described |= done and inside[1].lower in PREPOSITIONS
    named = tokens[opened - 1].is_capital and inside[0].is_word
    leads_in = inside[0].lower in _LEADS_IN
    return described or (named and not leads_in)


def _is_named(tokens: Sequence[Token], opened: int, inside: Sequence[Token]) -> bool:
    """*inside* commas stands the name of the one before, who acts: "the harbour
    master, Ada Quill, | resigned", not "at the fair, Ada Quill, dressed in red"."""
    noun = opened - 1
    if not tokens[noun].text.islower() or not 0 < len(inside) <= LONGEST_NAME:
        return False
    named = (t.is_word and (t.is_capital or t.text in _IN_NAMES) for t in inside)
    if not all(named) or not inside[0].is_capital:
        return False
    start = next(
        (
            i
            for i in range(noun, max(-1, noun - 6), -1)
            if tokens[i].lower in DETERMINERS or _possessive(tokens[i])
        ),
        None,
    )
    if start is None:
        return False
    return start == 0 or tokens[start - 1].lower not in PREPOSITIONS


LONGEST_NAME = 6
_IN_NAMES = words("and of the for de la van von der al bin")


def _verb_follows(tokens: Sequence[Token], i: int) -> bool:
    """A later verb of the same subject is the finite one: "built in 1932, | was"."""
    comma = next((j for j in range(i + 1, len(tokens)) if tokens[j].text == ","), None)
    if comma is None or comma + 1 >= len(tokens):
        return False
    following = tokens[comma + 1].lower
    return following in AUXILIARIES or verb_form(following)[1].past


def _verb_after_time(
    tokens: Sequence[Token], masked: frozenset[int], i: int
) -> int | None:
    """The present verb behind a participle and its time: "signed today | provides"."""
    at = i + 1
    while at < len(tokens) and (
        at in masked or (tokens[at].lower in PREPOSITIONS and at + 1 in masked)
    ):
        at += 1
    if at == i + 1 or at >= len(tokens) or tokens[at].is_capital:
        return None
    return at if verb_form(tokens[at].lower)[1].present else None


def _in_series(tokens: Sequence[Token], i: int) -> bool:
    """The verb is one of several: "opened in May, | closed in June and reopened"."""
    base, _ = verb_form(tokens[i].lower)
    for at in range(i + 1, min(i + 12, len(tokens) - 1)):
        if tokens[at].text in ",;:":
            return False
        if tokens[at].lower == "and":
            following = tokens[at + 1].lower
            verb = verb_form(following)[1].past
            return bool(family_of_verb(base)) and (verb or following in AUXILIARIES)
    return False


def _bare_present(
    tokens: Sequence[Token],
    masked: frozenset[int],
    i: int,
    word: str,
    form: VerbForm,
    narrated: bool,
) -> Strength | None:
    at = skips_left(tokens, i)
    if at < 0 or i + 1 >= len(tokens) or (tokens[i].is_capital and not narrated):
        return None
    before, after = tokens[at], tokens[i + 1]
    closes = before.text == "," and _closes_apposition(tokens, at)
    if closes and (verb_form(word)[0] in SAYING and form.present):
        return Strength.STRONG
    if not before.is_word and before.text not in ')”"':
        return None
    if before.lower in _BEFORE_NO_PRESENT or _possessive(before):
        return None
    base, _ = verb_form(word)
    object_follows = i + 1 not in masked and _opens_object(after, base)
    if _is_noun_before(tokens, i):
        return None
    if form.present:
        if base in SET_BY_THE_CLOCK and after.lower in ("on", "at", "in", "from"):
            return Strength.WEAK
        named = before.is_capital or before.lower in PRONOUNS | RELATIVES
        plans = base in PLANNING and after.lower == "to"
        quoted = base in SAYING and before.text in '”"’'
        if (
            object_follows
            or plans
            or quoted
            or (named and (narrated or base in SAYING))
        ):
            return Strength.STRONG
        if before.lower == "this":
            return Strength.STRONG  # "This | brings the total to ten"
        told = narrated and not family_of_noun(word) and after.is_word
        if told or (narrated and after.lower in PREPOSITIONS | {"to"}):
            return Strength.WEAK
        return None
    plural = before.lower.endswith("s") or before.lower in ("they", "we", "who")
    if plural and (base in STATIVE or base in SAYING) and object_follows:
        return Strength.STRONG
    paired = _ends_pair(tokens, at)
    noun_after = _family_noun_after(after) and not (paired and base in PAST_BY_BASE)
    if narrated and (paired or plural) and not noun_after:
        return Strength.WEAK
    return None


def _opens_object(after: Token, base: str) -> bool:
    """An object begins, or what is said: "sanctions that" are no verb."""
    if after.lower == "that":
        return base in SAYING or base in STATIVE or base in PLANNING
    return after.lower in DETERMINERS or after.text in "“‘"


def _is_noun_before(tokens: Sequence[Token], i: int) -> bool:
    """The word is a plural noun that a verb follows: "Eleven | states announced",
    "EU | states to resume talks"."""
    after = tokens[i + 1].lower
    if tokens[i].lower not in _PLURALS:
        return False
    aims = after in ("to", "of") and tokens[i].lower == "states"
    return aims or after in AUXILIARIES or verb_form(after)[1].past


_PLURALS = words("states reports claims notes estimates")


def _ends_pair(tokens: Sequence[Token], at: int) -> bool:
    """Two act together, the second named at *at*: "Ada Quill and Ben Ink | meet"."""
    while at > 1 and tokens[at].is_capital and tokens[at].is_word:
        at -= 1
        if tokens[at].lower == "and":
            return True
    return False


_BEFORE_NOUNS = PREPOSITIONS | DETERMINERS


def _family_noun_after(after: Token) -> bool:
    """What follows is no object or adverbial, so the word before is a noun."""
    return after.is_word and after.lower not in _BEFORE_NOUNS


def _possessive(token: Token) -> bool:
    return token.lower.endswith(("'s", "s'")) and token.lower not in ("it's", "he's")
