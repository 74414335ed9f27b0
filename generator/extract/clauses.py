"""Finds the finite verbs of a sentence and the clause that each one rules.

A shallow reading: closed word classes, verb forms and punctuation, no model. What it
cannot tell it leaves out; a clause that is not found proposes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from generator.extract.bare_verbs import is_adverb_of_two, skips_left
from generator.extract.lexicon import (
    ADVERBS,
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

BREAKS = frozenset({";", ":", "—", "–", "--", "(", ")", "…", "..."})


class Role(StrEnum):
    """How a clause hangs in its sentence."""

    MAIN = "main"
    COORDINATE = "coordinate"
    COMPLEMENT = "complement"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"


Span = tuple[int, int]
"""Token numbers of a sentence, end excluded."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with what belongs to it. Spans count tokens.

    `subject` is None when the words do not give one.
    """

    verb: VerbGroup
    start: int
    end: int
    role: Role
    subject: Span | None
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, read: its tokens, its clauses, and which tokens tell time."""

    tokens: Sequence[Token]
    masked: frozenset[int]
    clauses: tuple[Clause, ...]

    def clause_at(self, index: int) -> Clause | None:
        """The clause that token *index* stands in."""
        inside = [c for c in self.clauses if c.start <= index < c.end]
        return max(inside, key=lambda c: c.start, default=None)


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
        subject = _subject(tokens, masked, start, group.start)
        if subject is None and role is Role.RELATIVE:
            subject = _antecedent(tokens, masked, clauses, start)
        elif subject is None and clauses:
            subject = _borrowed(tokens, masked, clauses, role)
        outer = _outer(tokens, clauses, start) if role is Role.MAIN else None
        if outer is not None:
            subject = _subject(tokens, masked, *outer) or subject
        if role is Role.COORDINATE and clauses and clauses[-1].verb.passive:
            group = _also_passive(tokens, group)
        conditional = _opens_condition(tokens, start) or (
            k == 1 and _opens_inverted(tokens, groups[0])
        )
        clauses.append(Clause(group, start, end, role, subject, conditional))
    return Sentence(tokens, masked, tuple(clauses))


def _outer(
    tokens: Sequence[Token], clauses: Sequence[Clause], start: int
) -> Span | None:
    """Where the subject of a clause at *start* stands whose verb comes right after a
    relative clause without commas: "The man who opened the bridge | resigned"."""
    at = len(clauses) - 1
    if at < 0 or start != clauses[at].verb.end or clauses[at].verb.lemma in SAYING:
        return None
    while at > 0 and clauses[at].role is Role.COORDINATE:
        at -= 1
    relative = clauses[at]
    if relative.role is not Role.RELATIVE or tokens[relative.start - 1].text == ",":
        return None
    floor = clauses[at - 1].end if at else 0
    return (floor, relative.start) if floor < relative.start else None


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


_OPENS_CLAUSE = RELATIVES | SUBORDINATORS | {"that"}


def _subject(
    tokens: Sequence[Token], masked: frozenset[int], start: int, verb: int
) -> Span | None:
    """The words before the verb that name who acts, without what leads in."""
    if (
        start < verb
        and tokens[start].lower in _OPENS_CLAUSE
        and not _leading_determiner(tokens, start)
    ):
        start += 1
    commas = [i for i in range(start, verb) if tokens[i].text == ","]
    edges = [start - 1, *commas, verb]
    chunks = [(a + 1, b) for a, b in pairwise(edges)]
    chunk = chunks[-1]
    empty = all(
        i in masked
        or _is_adverb(tokens[i])
        or tokens[i].lower in ("earlier", "later")
        or (i + 1 in masked and tokens[i].lower in PREPOSITIONS)
        for i in range(*chunk)
    )
    if empty and len(chunks) >= 4 and _is_participle(tokens[chunks[-2][0]]):
        del chunks[-2]  # "The bridge, the oldest, built in 1890, | was closed"
    if empty and len(chunks) >= 3:
        names = _names_it(tokens, *chunks[-3:-1])
        first, last = chunks[-3]
        joined = any(token.lower == "and" for token in tokens[first:last])
        named_before = len(chunks) > 3 and _is_name(tokens, chunks[-4])
        if names and named_before:
            chunk = chunks[-4]  # "Quill, a reader of a paper, the Ink, | opened"
        elif names and joined:
            chunk = chunks[-3]  # "Quill and his colleague, Ben Ink, | opened"
        else:
            chunk = chunks[-2] if names else _described(tokens, chunks[:-2])
    elif chunk[0] < chunk[1] and tokens[chunk[0]].lower in ("and", "or"):
        chunk = (_list_start(tokens, chunks), chunk[1])
    return _noun_phrase(tokens, masked, *chunk)


def _described(tokens: Sequence[Token], chunks: Sequence[Span]) -> Span:
    """Of *chunks* between commas, the last that is no description of the one before:
    of "Quill, 58, of Beech Lane" it is "Quill"."""
    for at in range(len(chunks) - 1, 0, -1):
        first, end = chunks[at]
        opener = tokens[first] if first < end else None
        if opener is not None and not (
            opener.text[0].isdigit() or opener.lower in ("of", "from", "aged", "who")
        ):
            return chunks[at]
    return chunks[0]


def _is_participle(token: Token) -> bool:
    form = verb_form(token.lower)[1]
    return token.text.islower() and (form.participle or form.ing)


def _names_it(tokens: Sequence[Token], noun: Span, name: Span) -> bool:
    """Between commas stands the name of the noun before: "the airline, Quill"."""
    if noun[0] >= noun[1] or name[0] >= name[1]:
        return False
    return tokens[noun[1] - 1].text.islower() and _is_name(tokens, name)


def _is_name(tokens: Sequence[Token], span: Span) -> bool:
    return all(token.is_capital for token in tokens[span[0] : span[1]])


def _leading_determiner(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].lower == "that" and i == 0


def _list_start(tokens: Sequence[Token], chunks: Sequence[Span]) -> int:
    """Where "the US, South Korea, and Japan" begins."""
    start = chunks[-1][0]
    for begin, end in reversed(chunks[:-1]):
        leads_in = begin < end and tokens[begin].lower in PREPOSITIONS | ADVERBS
        if end - begin > 5 or begin >= end or leads_in:
            break
        start = begin
    return start


def _noun_phrase(
    tokens: Sequence[Token], masked: frozenset[int], start: int, end: int
) -> Span | None:
    """`start:end` without adverbs and times at its ends; None if nothing is left."""
    while end > start:
        if end - 1 > start and is_adverb_of_two(tokens[end - 2], tokens[end - 1]):
            end -= 2
        elif _is_adverb(tokens[end - 1]):
            end -= 1
        else:
            break
    while start < end:
        word = tokens[start].lower
        prepositional = word in PREPOSITIONS and start + 1 in masked
        if (
            start in masked
            or prepositional
            or (_is_adverb(tokens[start]) and word != "both")
            or (word in CONJUNCTIONS or tokens[start].text in "“”\"‘’'•-")
        ):
            start += 1
        else:
            break
    if start >= end:
        return None
    if tokens[start].lower in PREPOSITIONS:
        return _nearest_noun_phrase(tokens, masked, start, end)
    return (start, end)


def _nearest_noun_phrase(
    tokens: Sequence[Token], masked: frozenset[int], start: int, end: int
) -> Span | None:
    """The noun phrase that touches the verb: "At the fair Quill | said"."""
    at = end
    while at > start and at - 1 not in masked:
        word = tokens[at - 1].lower
        counted = word[0].isdigit()
        if word in PREPOSITIONS or not (tokens[at - 1].is_word or counted):
            break
        at -= 1
        if word in DETERMINERS or counted:
            break
    capital_run = at
    while capital_run < end and not tokens[capital_run].is_capital:
        capital_run += 1
    if tokens[at].lower in DETERMINERS or tokens[at].text[0].isdigit():
        return (at, end)
    return (capital_run, end) if capital_run < end else None


def _is_adverb(token: Token) -> bool:
    word = token.lower
    return (
        word in ADVERBS
        or (word.endswith("ly") and len(word) > 4 and not token.is_capital)
        or (word.endswith("ly") and word in _LEADING)
    )


_LEADING = frozenset({"additionally", "finally", "recently", "separately", "similarly"})


def _antecedent(
    tokens: Sequence[Token],
    masked: frozenset[int],
    clauses: Sequence[Clause],
    at: int,
) -> Span | None:
    """What "which" at *at* stands for: the noun phrase before it."""
    end = at
    while end > 0 and tokens[end - 1].text == ",":
        end -= 1
    start = end
    ruled = {i for c in clauses for i in range(c.verb.start, c.verb.end)}
    while start > 0 and start - 1 not in ruled and start - 1 not in masked:
        word = tokens[start - 1]
        counted = word.text[0].isdigit()
        if not (word.is_word or counted) or word.lower in PREPOSITIONS | CONJUNCTIONS:
            break
        start -= 1
        if word.lower in DETERMINERS:
            break
    return (start, end) if start < end else None


def _borrowed(
    tokens: Sequence[Token],
    masked: frozenset[int],
    clauses: Sequence[Clause],
    role: Role,
) -> Span | None:
    """The subject of a clause that has none of its own words for it."""
    last = clauses[-1]
    if role is Role.COORDINATE:
        return last.subject
    if last.role is Role.RELATIVE and role is Role.MAIN:
        for clause in reversed(clauses[:-1]):
            nested = clause.role is Role.RELATIVE and clause.end >= last.start
            if not nested or tokens[last.start - 1].text == ",":
                break
            last = clause
        before = [c for c in clauses if c is not last and c.end >= last.start > c.start]
        floor = before[-1].verb.end if before else 0
        end = last.start
        while end > floor and tokens[end - 1].text == ",":
            end -= 1
        return _subject(tokens, masked, floor, end)
    return None
