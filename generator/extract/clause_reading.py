"""Finds the finite verbs of a sentence and the clause that each one rules.

A shallow reading: closed word classes, verb forms and punctuation, no model. What it
cannot tell it leaves out; a clause that is not found proposes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.bare_verbs import skips_left
from generator.extract.clause_subjects import subject_of
from generator.extract.clauses import BREAKS, Clause, Role, Sentence
from generator.extract.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    INTRANSITIVE,
    OBJECT_CLAUSES,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
    SUBORDINATORS_ONLY,
)
from generator.extract.tokens import Token
from generator.extract.verb_groups import Tense, VerbGroup, verb_groups
from generator.extract.verbs import verb_form


def read_sentence(
    tokens: Sequence[Token], masked: frozenset[int], *, narrated: bool
) -> Sentence:
    """The clauses of a sentence whose time expressions are *masked*.

    *narrated*: it is a headline or caption, where the plain present tells.
    """
    groups = verb_groups(tokens, masked, narrated=narrated)
    starts: list[tuple[int, Role]] = []
    for k in range(len(groups)):
        above = starts[-1][1] if starts else None
        starts.append(_boundary(tokens, masked, groups, k, above))
    clauses: list[Clause] = []
    for k, group in enumerate(groups):
        start, role = starts[k]
        following = starts[k + 1][0] if k + 1 < len(groups) else len(tokens)
        end = _end(tokens, group.end, following)
        if role is Role.RELATIVE and start and tokens[start - 1].text == ",":
            end = _closing_comma(tokens, group.end, end)
        subject = subject_of(tokens, masked, clauses, start, group, role)
        if role is Role.COORDINATE and clauses and clauses[-1].verb.passive:
            group = _also_passive(tokens, group)
        conditional = _opens_condition(tokens, start) or (
            k == 1 and _opens_inverted(tokens, groups[0])
        )
        clauses.append(Clause(group, start, end, role, subject, conditional))
    return Sentence(tokens, masked, tuple(clauses))


def _opens_condition(tokens: Sequence[Token], start: int) -> bool:
    """ "If the bridge opens", or "Imagine if, in May 2027, the bridge opens"."""
    return tokens[start].lower in _CONDITIONS or (
        start == 0 and tokens[0].lower in _SUPPOSING
    )


_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_SUPPOSING = frozenset({"imagine", "suppose", "supposing", "assume", "assuming"})


def _opens_inverted(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """ "Had the bridge opened, ...": a condition without "if"."""
    alone = (group.start, group.end) == (0, 1)
    return alone and tokens[0].lower in ("had", "were", "should")


def _also_passive(tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
    """*group*, passive like the one before: "was built in May and | listed as ..."."""
    alone = group.end - group.start == 1 and group.tense is Tense.PAST
    after = tokens[group.end].lower if group.end < len(tokens) else ""
    participle = verb_form(tokens[group.start].lower)[1].participle
    acts = verb_form(tokens[group.start].lower)[0] in INTRANSITIVE
    passive = (
        alone
        and participle
        and not acts
        and (after in PREPOSITIONS or not after.isalpha())
    )
    return replace(group, passive=True) if passive else group


def _boundary(
    tokens: Sequence[Token],
    masked: frozenset[int],
    groups: Sequence[VerbGroup],
    k: int,
    above: Role | None,
) -> tuple[int, Role]:
    """Where the clause of group *k* begins, and how it hangs on what precedes.

    *above* is the role of the clause before it.
    """
    group = groups[k]
    floor = groups[k - 1].end if k else 0
    comma = None
    for i in range(group.start - 1, floor - 1, -1):
        word = tokens[i].lower
        if word == "that" and i in masked:
            continue  # "Later that year | the bridge opened"
        between = group.start - i - 1
        if tokens[i].text in BREAKS:
            return i + 1, Role.MAIN
        if word == "," and comma is None:
            listed = between == 0 and k and group.tense is Tense.PAST
            if listed and above is not Role.RELATIVE:
                return i + 1, Role.COORDINATE
            comma = i
        if word in RELATIVES:
            if comma == group.start - 1:
                continue  # "The bridge, which ..., | was closed": the main verb
            return i, Role.RELATIVE
        if word in OBJECT_CLAUSES and k:
            return i, Role.COMPLEMENT
        if word == "that" and (k or i) and not _is_demonstrative(tokens, i):
            return i, Role.RELATIVE if between == 0 else Role.COMPLEMENT
        if word in SUBORDINATORS_ONLY and comma is None:
            return i, Role.ADVERBIAL
        if (
            word in SUBORDINATORS
            and word not in CONJUNCTIONS
            and not (word == "that" and not i)  # "That bridge closed"
            and between
            and (comma is None)
        ):
            return i, Role.ADVERBIAL
        said = i > floor and tokens[floor].lower == "that"  # "said that A | and B left"
        if word in CONJUNCTIONS and k and not said and not _joins_names(tokens, i):
            if "or so" in (
                f"{tokens[i - 1].lower} {word}",
                f"{word} {tokens[i + 1].lower}",
            ):
                continue  # "another 300 or so | had left"
            direct = skips_left(tokens, group.start) == i
            if direct:
                return i + 1, Role.COORDINATE
            if comma is not None and group.lemma in SAYING and group is groups[-1]:
                return comma + 1, Role.MAIN  # "sold nets and rope, | the mayor said"
            new_subject = tokens[i + 1].lower in DETERMINERS
            if tokens[i - 1].text == "," or new_subject or i - floor >= 3:
                return i + 1, Role.MAIN
    if not k:
        return 0, Role.MAIN
    if groups[k - 1].lemma in SAYING and comma is None:
        while floor < group.start and (
            floor in masked
            or (floor + 1 in masked and tokens[floor].lower in PREPOSITIONS)
        ):
            floor += 1  # "said on Monday | the bridge had closed"
        return floor, Role.COMPLEMENT
    return (comma + 1 if comma is not None else floor), Role.MAIN


def _joins_names(tokens: Sequence[Token], i: int) -> bool:
    """The "and" at *i* joins two who act together in a clause that begins before:
    ", and Ada Quill | and Ben Ink met"."""
    at = i - 1
    while at > 0 and tokens[at].is_word and tokens[at].is_capital:
        at -= 1
    named = tokens[i].lower == "and" and at < i - 1 and tokens[i + 1].is_capital
    return named and tokens[at].lower in CONJUNCTIONS


def _is_demonstrative(tokens: Sequence[Token], i: int) -> bool:
    """ "that" before a noun at the start of a phrase: "by that time"."""
    return i > 0 and tokens[i - 1].lower in PREPOSITIONS


def _end(tokens: Sequence[Token], at: int, following: int) -> int:
    for i in range(at, following):
        if tokens[i].text in BREAKS and tokens[i].text not in "()":
            return i
    end = following
    if (
        end - at > 1
        and tokens[end - 2].text == ","
        and (
            tokens[end - 1].lower in _COUNTED
            and tokens[end].lower in ("after", "before")
            if end < len(tokens)
            else False
        )
    ):
        end -= 1  # "opened the bridge, days | after the storm had ended"
    while end > at and (
        tokens[end - 1].text in ",.!?" or tokens[end - 1].lower in CONJUNCTIONS
    ):
        end -= 1
    return end


_COUNTED = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})


def _closing_comma(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where a relative clause that a comma opened is closed by the next one."""
    for i in range(at, end):
        numbered = i + 1 < end and tokens[i + 1].text.isdigit()
        if tokens[i].text == "," and not numbered:
            return i
    return end
