"""Finds the finite verb groups of a sentence: "met", "has been closed", "will open"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from generator.extract.bare_verbs import Strength, bare_strength, is_adverb
from generator.extract.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    INTRANSITIVE,
    MODALS,
    NEGATIONS,
    OBJECT_CLAUSES,
    PLAN_ADJECTIVES,
    PLANNING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    SUBORDINATORS_ONLY,
    words,
)
from generator.extract.tokens import Token
from generator.extract.verbs import NO_VERB, VerbForm, verb_form


class Tense(StrEnum):
    """What a verb group says of time and certainty."""

    PAST = "past"
    PERFECT = "perfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    WOULD = "would"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its auxiliaries; `start` and `end` count tokens.

    `lemma` is the base of the main verb. `plan`: the group looks ahead ("is to
    open", "plans to open"); `aim` is then the verb looked ahead to, or "".
    """

    start: int
    end: int
    lemma: str
    tense: Tense
    passive: bool = False
    negated: bool = False
    plan: bool = False
    aim: str = ""

    @property
    def told(self) -> bool:
        """It tells of something as having happened."""
        return self.tense in (Tense.PAST, Tense.PERFECT) and not self.plan


_MODAL_TENSES = {
    "will": Tense.FUTURE,
    "shall": Tense.FUTURE,
    "'ll": Tense.FUTURE,
    "would": Tense.WOULD,
}
_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall"}


def verb_groups(
    tokens: Sequence[Token], masked: frozenset[int], *, narrated: bool
) -> list[VerbGroup]:
    """The finite verb groups in order.

    A past form alone may be a participle ("troops sent north"): it counts where
    its neighbours speak for it, or where no better verb stands in its stretch.
    """
    sure: list[VerbGroup] = []
    weak: list[VerbGroup] = []
    i = 0
    while i < len(tokens):
        if i in masked or not _may_rule(tokens[i].lower):
            i += 1
            continue
        group = _with_auxiliary(tokens, masked, i)
        if group is not None:
            sure.append(group)
            i = group.end
            continue
        strength = bare_strength(tokens, masked, i, narrated)
        if strength is not None:
            plain = _plain(tokens, i)
            if strength is Strength.STRONG or (
                strength is Strength.SERIAL and (sure or weak)
            ):
                sure.append(plain)
            elif strength is Strength.WEAK:
                weak.append(plain)
            i = plain.end
            continue
        i += 1
    return sorted(
        [*sure, *_weak_ones(tokens, masked, sure, weak)], key=lambda group: group.start
    )


@lru_cache(maxsize=20_000)
def _may_rule(word: str) -> bool:
    """*word* is an auxiliary or can be a finite form; most words are neither."""
    form = verb_form(word)[1]
    auxiliary = word in _AUXILIARIES or word.endswith("n't")
    return auxiliary or form.past or form.present or form.base


def _skip_right(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and is_adverb(tokens[at].lower):
        at += 1
    return at


def _form_at(tokens: Sequence[Token], at: int) -> tuple[str, VerbForm]:
    if at >= len(tokens):
        return "", NO_VERB
    return verb_form(tokens[at].lower)


def _with_auxiliary(
    tokens: Sequence[Token], masked: frozenset[int], i: int
) -> VerbGroup | None:
    word = tokens[i].lower
    negated = word.endswith("n't")
    if negated:
        word = _CONTRACTED.get(word, word[:-3])
    if word not in _AUXILIARIES or (
        word == "am" and i and tokens[i - 1].text[0].isdigit()
    ):
        return None  # "at 3 am" rules nothing
    head = _skip_right(tokens, i + 1)
    negated |= any(tokens[j].lower in NEGATIONS for j in range(i + 1, head))
    before = tokens[i - 1].lower if i else ""
    if word in MODALS and before not in _BEFORE_NOUNS:
        return _modal(tokens, i, word, head, negated)
    if word in ("has", "have", "had") and before != "to":
        return _have(tokens, i, word, head, negated)
    if word in ("is", "are", "was", "were", "am"):
        return _be(tokens, i, word, head, negated)
    if word in ("do", "does", "did"):
        base, form = _form_at(tokens, head)
        tense = Tense.PAST if word == "did" else Tense.PRESENT
        if form.base:
            return VerbGroup(i, head + 1, base, tense, negated=negated)
        return VerbGroup(i, i + 1, "do", tense, negated=negated)
    return None


_AUXILIARIES = MODALS | words("has have had is are was were am do does did")
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
"""After these, "will" or "might" is a noun."""


def _modal(
    tokens: Sequence[Token], i: int, word: str, head: int, negated: bool
) -> VerbGroup | None:
    tense = _MODAL_TENSES.get(word, Tense.MODAL)
    if head < len(tokens) and tokens[head].lower == "be":
        inner = _skip_right(tokens, head + 1)
        base, form = _form_at(tokens, inner)
        if form.participle:
            return VerbGroup(i, inner + 1, base, tense, passive=True, negated=negated)
        if form.ing:
            return VerbGroup(i, inner + 1, base, tense, negated=negated)
        return VerbGroup(i, head + 1, "be", tense, negated=negated)
    if head < len(tokens) and tokens[head].lower == "have":
        inner = _skip_right(tokens, head + 1)
        base, form = _form_at(tokens, inner)
        if form.participle:
            return VerbGroup(i, inner + 1, base, Tense.MODAL, negated=negated)
    if head >= len(tokens) or not tokens[head].is_word:
        return None
    base, _ = _form_at(tokens, head)
    return _looking_ahead(tokens, VerbGroup(i, head + 1, base, tense, negated=negated))


def _have(
    tokens: Sequence[Token], i: int, word: str, head: int, negated: bool
) -> VerbGroup:
    base, form = _form_at(tokens, head)
    if head < len(tokens) and tokens[head].lower == "been":
        inner = _skip_right(tokens, head + 1)
        base, form = _form_at(tokens, inner)
        if form.participle:
            return VerbGroup(
                i, inner + 1, base, Tense.PERFECT, passive=True, negated=negated
            )
        if form.ing:
            return VerbGroup(i, inner + 1, base, Tense.PROGRESSIVE, negated=negated)
        return VerbGroup(i, head + 1, "be", Tense.PERFECT, negated=negated)
    if form.participle:
        found = VerbGroup(i, head + 1, base, Tense.PERFECT, negated=negated)
        return _looking_ahead(tokens, found)
    tense = Tense.PAST if word == "had" else Tense.PRESENT
    forced = word == "had" and [t.lower for t in tokens[i + 1 : i + 2]] == ["to"]
    done, form = _form_at(tokens, i + 2) if forced else ("", NO_VERB)
    if form.base:
        return VerbGroup(i, i + 3, done, tense)  # "had to leave", and they did
    return VerbGroup(i, i + 1, "have", tense, negated=negated)


def _be(
    tokens: Sequence[Token], i: int, word: str, head: int, negated: bool
) -> VerbGroup:
    past = word in ("was", "were")
    plain = Tense.PAST if past else Tense.PRESENT
    following = tokens[head].lower if head < len(tokens) else ""
    base, form = _form_at(tokens, head)
    if following == "being":
        inner = _skip_right(tokens, head + 1)
        base, form = _form_at(tokens, inner)
        if form.participle:
            return VerbGroup(
                i, inner + 1, base, Tense.PROGRESSIVE, passive=True, negated=negated
            )
    ahead = following == "to" or following in PLAN_ADJECTIVES
    if ahead:
        to = head if following == "to" else head + 1
        aim, _ = _form_at(tokens, _skip_right(tokens, to + 1))
        if to < len(tokens) and tokens[to].lower == "to" and aim:
            done, form = _form_at(tokens, _skip_right(tokens, to + 2))
            if aim == "be" and form.participle:
                found = VerbGroup(i, to + 3, done, plain, passive=True, negated=negated)
                return replace(found, plan=True, aim=done)
            return VerbGroup(i, to + 2, aim, plain, plan=True, aim=aim, negated=negated)
    if form.ing and following != "being":
        found = VerbGroup(i, head + 1, base, Tense.PROGRESSIVE, negated=negated)
        return _looking_ahead(tokens, found)
    if form.participle:
        found = VerbGroup(i, head + 1, base, plain, passive=True, negated=negated)
        if base in ("schedule", "plan", "slate") and not past:
            return replace(found, plan=True)
        return _looking_ahead(tokens, found)
    return VerbGroup(i, i + 1, "be", plain, negated=negated)


def _plain(tokens: Sequence[Token], i: int) -> VerbGroup:
    base, form = _form_at(tokens, i)
    past = form.past
    return _looking_ahead(
        tokens, VerbGroup(i, i + 1, base, Tense.PAST if past else Tense.PRESENT)
    )


def _looking_ahead(tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """*group*, marked as a plan when it is one: "plans to", "is preparing to"."""
    if group.lemma not in PLANNING or group.end + 1 >= len(tokens):
        return group
    if tokens[group.end].lower != "to":
        return group
    aim, form = _form_at(tokens, group.end + 1)
    if not form.base:
        return group
    return replace(group, plan=True, aim=aim)


def _weak_ones(
    tokens: Sequence[Token],
    masked: frozenset[int],
    sure: Sequence[VerbGroup],
    weak: Sequence[VerbGroup],
) -> list[VerbGroup]:
    """Of the doubtful verbs, one for each stretch that has no sure one."""
    chosen: dict[int, VerbGroup] = {}
    taken = {_stretch(tokens, group.start) for group in sure}
    for group in weak:
        stretch = _stretch(tokens, group.start)
        said = _is_said(tokens, group, sure)
        acts = stretch == -1 and _acts_then(tokens, masked, group)
        if (stretch in taken and not said) or (
            _leads_in(tokens, stretch, sure) and not acts
        ):
            continue
        if _shares_auxiliary(tokens, group, sure):
            continue
        inside = [
            g
            for g in (*sure, *chosen.values())
            if stretch < g.start < group.start
            and (g in sure or g.lemma in INTRANSITIVE)
        ]
        if inside and not said:
            continue  # "Norway and Sweden met to mark the accord | signed in June"
        known = chosen.get(stretch)
        if known is None or not (
            known.lemma in INTRANSITIVE
            or _rules_the_later(tokens, masked, known, group)
        ):
            chosen[stretch] = group
    return list(chosen.values())


def _acts_then(
    tokens: Sequence[Token], masked: frozenset[int], group: VerbGroup
) -> bool:
    """Only a time leads in: "In May 1990 Quill | travelled to the coast, where ..."."""
    after_time = next((i for i in range(1, group.start) if i not in masked), 0)
    leads = after_time > 1 and group.lemma in INTRANSITIVE
    return leads and tokens[after_time].is_word and after_time < group.start


def _rules_the_later(
    tokens: Sequence[Token],
    masked: frozenset[int],
    known: VerbGroup,
    later: VerbGroup,
) -> bool:
    """*known* has an object, which *later* describes: "The sides | exchanged notes on
    the goals reached at the fair"."""
    if later.lemma in INTRANSITIVE or known.end >= later.start - 1:
        return False
    thing, after = tokens[known.end], later.end
    has_object = (
        thing.is_word
        and known.end not in masked
        and thing.lower not in PREPOSITIONS | CONJUNCTIONS | _WHERETO
    )
    ends = after >= len(tokens) or after in masked or not tokens[after].is_word
    return has_object and (ends or tokens[after].lower in PREPOSITIONS)


_WHERETO = frozenset({"north", "south", "east", "west", "home", "abroad", "back"})


def _shares_auxiliary(
    tokens: Sequence[Token], group: VerbGroup, sure: Sequence[VerbGroup]
) -> bool:
    """The word goes on a passive: "was issued and | lifted"."""
    if group.start < 2 or tokens[group.start - 1].lower not in CONJUNCTIONS:
        return False
    return any(g.passive and g.end == group.start - 1 for g in sure)


def _is_said(
    tokens: Sequence[Token], group: VerbGroup, sure: Sequence[VerbGroup]
) -> bool:
    """What is said follows without "that": "said on Monday the bridge | opened"."""
    before = [g for g in sure if g.end <= group.start]
    if (
        not before
        or before[-1].lemma not in SAYING
        or any(g.start >= before[-1].end and g is not before[-1] for g in sure)
    ):
        return False
    between = tokens[before[-1].end : group.start]
    acts = any(t.lower in DETERMINERS | PRONOUNS or t.is_capital for t in between)
    return acts and group.lemma in INTRANSITIVE


def _leads_in(tokens: Sequence[Token], stretch: int, sure: Sequence[VerbGroup]) -> bool:
    """The stretch is a phrase before the main clause: "At a fair held there, ..."."""
    opener = tokens[stretch + 1].lower
    if opener == "according":
        return True  # "according to figures | released on Monday"
    later = any(group.start > stretch for group in sure)
    return stretch == -1 and later and opener in PREPOSITIONS - SUBORDINATORS


_OPENS_STRETCH = RELATIVES | SUBORDINATORS_ONLY | OBJECT_CLAUSES


def _stretch(tokens: Sequence[Token], at: int) -> int:
    """The token that opens the stretch of *at*: after a mark or a linking word."""
    for i in range(at - 1, -1, -1):
        word = tokens[i].lower
        if tokens[i].text in ";:—–(),“”" or word in _OPENS_STRETCH:
            return i
        if word == "that" or (
            word in CONJUNCTIONS
            and (i + 1 >= at - 1 or tokens[i + 1].lower in DETERMINERS)
        ):
            return i
    return -1
