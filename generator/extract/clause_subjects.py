"""Finds the words of a clause that name who acts: its own before the verb, or those of
the clause that it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.extract.bare_verbs import is_adverb_of_two
from generator.extract.clauses import Clause, Role, Span
from generator.extract.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
)
from generator.extract.tokens import Token
from generator.extract.verb_groups import VerbGroup
from generator.extract.verbs import verb_form


def subject_of(
    tokens: Sequence[Token],
    masked: frozenset[int],
    clauses: Sequence[Clause],
    start: int,
    verb: VerbGroup,
    role: Role,
) -> Span | None:
    """Who acts in the clause of *role* that begins at *start* and is ruled by *verb*:
    its own words, else those of *clauses*, which are read before it."""
    subject = _subject(tokens, masked, start, verb.start)
    if subject is None and role is Role.RELATIVE:
        return _antecedent(tokens, masked, clauses, start)
    if subject is None and clauses:
        subject = _borrowed(tokens, masked, clauses, role)
    outer = _outer(tokens, clauses, start) if role is Role.MAIN else None
    return (_subject(tokens, masked, *outer) if outer else None) or subject


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
        if names and tokens[first].lower == "and":
            # "The mayor, Ada Quill, and the builder, Ben Ink, | met"
            chunk = (_list_start(tokens, chunks[:-2]), chunks[-2][1])
        elif names and named_before:
            chunk = chunks[-4]  # "Quill, a reader of a paper, the Ink, | opened"
        elif names and joined:
            chunk = chunks[-3]  # "Quill and his colleague, Ben Ink, | opened"
        else:
            chunk = chunks[-2] if names else _described(tokens, chunks[:-2])
    elif chunk[0] < chunk[1] and (
        tokens[chunk[0]].lower in ("and", "or") or _ends_list(tokens, chunks)
    ):
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


def _ends_list(tokens: Sequence[Token], chunks: Sequence[Span]) -> bool:
    """The last of *chunks* joins two names, and a name stands before the comma: "the
    United States, | South Korea and Japan"."""
    if len(chunks) < 2 or chunks[-2][0] >= chunks[-2][1]:
        return False
    first, end = chunks[-1]
    joint = next((i for i in range(first, end) if tokens[i].lower == "and"), first)
    begin, stop = chunks[-2]
    if tokens[begin].lower in ("the", "both"):
        begin += 1
    named = begin < stop and _is_name(tokens, (begin, stop))
    return named and joint > first and _is_name(tokens, (first, joint))


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
    if tokens[start].lower == "of" and start - 1 in masked:
        return None  # "a week | of storms in Norway"
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


_LINKS = PREPOSITIONS | CONJUNCTIONS


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
        if not (word.is_word or counted) or word.lower in _LINKS:
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
