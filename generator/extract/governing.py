"""Decides which words a time belongs to: a verb, or a noun that happens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.extract.clauses import BREAKS, Clause, Sentence, Span
from generator.extract.dated_clauses import LEADS_IN, clause_dated
from generator.extract.happenings import family_of_noun, family_of_verb
from generator.extract.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PLAN_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    words,
)
from generator.extract.measuring import is_of_a_plan, only_measures, rules
from generator.extract.noun_phrases import (
    complement_end,
    in_noun_phrase,
    phrase_around,
    phrase_start,
)
from generator.extract.verbs import verb_form


class By(StrEnum):
    """What kind of words tell the happening."""

    VERB = "verb"
    PARTICIPLE = "participle"
    NOUN = "noun"
    PLAN_NOUN = "plan noun"


@dataclass(frozen=True, slots=True)
class Governor:
    """The words that a time belongs to; spans count tokens.

    `head` is the noun or participle (or the verb's first token); `phrase` the noun
    phrase around it. `clause` is the clause it stands in, if that was found.
    """

    by: By
    head: int
    phrase: Span
    clause: Clause | None


_OCCASIONS = words(
    """announcement appearance briefing broadcast call ceremony column event filing
    interview letter message news note package post presentation testimony video
    webcast"""
)
"""What somebody acts in or at, on a day: "In a Wednesday | interview, Quill said"."""


def governor(sentence: Sentence, time: Span) -> Governor | None:
    """What the time at *time* dates; None when that cannot be told."""
    if only_measures(sentence, time):
        return None
    clause = clause_dated(sentence, time)
    if is_of_a_plan(sentence, time):
        return _plan_noun(sentence, clause, time)
    there = _there_was(sentence, clause, time)
    if there is not None:
        return there
    noun = _modified_noun(sentence, time)
    if noun is not None:
        leads = _leads_in(sentence, clause, time[0])
        said = sentence.tokens[noun].lower
        occasion = said in _OCCASIONS and _acted_in(sentence, clause, time)
        if not family_of_noun(said) and not occasion:
            return None
        leads = leads or occasion
        if not leads:
            return Governor(By.NOUN, noun, _phrase(sentence, noun, time), clause)
    else:
        inner = _participle(sentence, clause, time) or _plan_noun(
            sentence, clause, time
        )
        if inner is not None and not _in_a_text(sentence, inner):
            return inner
        if inner is None and (
            _trails_behind(sentence, clause, time)
            or _in_a_subject(sentence, clause, time)
        ):
            return None
        noun = None if inner is not None else _noun_before(sentence, clause, time)
        if noun is not None and not _reports(sentence, clause, noun):
            return Governor(By.NOUN, noun, _phrase(sentence, noun, time), clause)
        if noun is None and _of_a_noun(sentence, clause, time):
            return None
    if clause is None:
        return None
    return Governor(By.VERB, clause.verb.start, (clause.start, clause.end), clause)


def _there_was(
    sentence: Sentence, clause: Clause | None, time: Span
) -> Governor | None:
    """ "There was an explosion at the port on | Monday": the noun that happened."""
    if clause is None or clause.verb.lemma != "be" or not clause.verb.told:
        return None
    subject = clause.subject
    if subject is None or sentence.tokens[subject[0]].lower != "there":
        return None
    for at in range(clause.verb.end, clause.end):
        if sentence.tokens[at].lower in PREPOSITIONS:
            break
        if family_of_noun(sentence.tokens[at].lower):
            return Governor(By.NOUN, at, phrase_around(sentence, at), clause)
    return None


def _acted_in(sentence: Sentence, clause: Clause | None, time: Span) -> bool:
    """ "In a Wednesday | interview, Quill said", or the same behind the verb."""
    before = [word.lower for word in sentence.tokens[max(0, time[0] - 2) : time[0]]]
    within = any(word in ("in", "at", "during") for word in before)
    return clause is not None and within


def _reports(sentence: Sentence, clause: Clause | None, noun: int) -> bool:
    """The noun is a text that speaks: "the report from this week | revealed"."""
    family = family_of_noun(sentence.tokens[noun].lower)
    return (
        clause is not None
        and family in ("publication", "statement")
        and clause.verb.lemma in SAYING | {"show", "find", "conclude"}
    )


def _in_a_text(sentence: Sentence, inner: Governor) -> bool:
    """Somebody speaks in a text of that day: "said in a book published in May", or
    the text itself: "a report published in May | blamed"."""
    if inner.by is not By.PARTICIPLE or inner.clause is None:
        return False
    published = verb_form(sentence.tokens[inner.head].lower)[0]
    clause = inner.clause
    subject = clause.subject or (0, 0)
    tells = subject[0] <= inner.head < subject[1] and clause.verb.told
    return (clause.verb.lemma in SAYING or tells) and published in (
        "publish",
        "release",
        "issue",
        "broadcast",
        "post",
        "air",
    )


def _modified_noun(sentence: Sentence, time: Span) -> int | None:
    """The noun that the time stands before: "a June 2024 | defence pact"."""
    words = sentence.tokens
    at = time[1]
    last = None
    while at < len(words) and at - time[1] < 6 and in_noun_phrase(words, at):
        if any(c.verb.start <= at < c.verb.end for c in sentence.clauses):
            break
        last = at
        at += 1
    if last is None:
        return None
    before = words[time[0] - 1].lower if time[0] else ""
    possessive = words[time[1] - 1].lower.endswith(("'s", "s'"))
    introduced = before in DETERMINERS or before.endswith("'s") or possessive
    return last if introduced or family_of_noun(words[last].lower) else None


def _leads_in(sentence: Sentence, clause: Clause | None, at: int) -> bool:
    """The noun phrase opens the sentence: "At the 2025 summit, Quill said"."""
    if clause is None or clause.subject is None or at >= clause.subject[0]:
        return False
    opener = sentence.tokens[clause.start].lower
    return opener in LEADS_IN and clause.start <= at


def _participle(
    sentence: Sentence, clause: Clause | None, time: Span
) -> Governor | None:
    """A participle nearer to the time than the verb: "the pact signed in June"."""
    words = sentence.tokens
    if words[0].lower == "had":
        return None  # "Had the bridge opened in May, ...": it did not
    floor = _floor(sentence, clause, time)
    for at in range(time[0] - 1, floor, -1):
        if words[at].text in BREAKS or words[at].text == ",":
            return None
        before, form = words[at - 1], verb_form(words[at].lower)[1]
        if not form.participle or rules(sentence, at):
            continue
        noun = at - 1
        if before.text == ",":
            opens = clause is not None and phrase_start(sentence, at - 2) == (
                clause.start
            )
            if words[at + 1].lower != "by" and not opens:
                return None  # it may belong to a noun farther off
            noun = at - 2
        if noun < 0 or noun in sentence.masked:
            return None
        numbered = (
            noun > 0 and words[noun].text.isdigit() and words[noun - 1].is_capital
        )
        if not (words[noun].is_word or numbered):
            return None
        if rules(sentence, noun):
            return None
        small = DETERMINERS | PREPOSITIONS | ADVERBS | CONJUNCTIONS | PRONOUNS
        if words[noun].lower in small:
            return None
        if not _tells(words[at].lower, words[noun].lower):
            return None
        start = phrase_start(sentence, noun)
        end = max(time[1], complement_end(sentence, time[1]))
        return Governor(By.PARTICIPLE, at, (start, end), clause)
    return None


def _trails_behind(sentence: Sentence, clause: Clause | None, time: Span) -> bool:
    """The time belongs to a participle that no noun stands before: ", built in | 1890",
    where the verb comes later."""
    words = sentence.tokens
    at = time[0] - 1
    while at > 0 and words[at].lower in PREPOSITIONS:
        at -= 1
    participle = verb_form(words[at].lower)[1].participle
    later = clause is not None and clause.verb.start >= time[1]
    return participle and later and at > 0 and words[at - 1].text == ","


def _in_a_subject(sentence: Sentence, clause: Clause | None, time: Span) -> bool:
    """The time belongs to a participle behind the noun that acts: "a study seen by a
    reporter on | Monday says"."""
    words = sentence.tokens
    if clause is None or clause.subject is None or time[1] > clause.verb.start:
        return False
    first, last = clause.subject
    return first <= time[0] < last and any(
        verb_form(words[at].lower)[1].participle
        and words[at + 1].lower in PREPOSITIONS
        and words[at - 1].is_word
        and words[at - 1].lower not in DETERMINERS
        for at in range(first + 1, time[0] - 1)
    )


def _tells(participle: str, noun: str) -> bool:
    """The words are of what happens: "the treaty signed", not "a date set"."""
    return bool(family_of_verb(verb_form(participle)[0]) or family_of_noun(noun))


def _floor(sentence: Sentence, clause: Clause | None, time: Span) -> int:
    """The first token that may still belong to the time: after the verb, if it is
    before the time, else from the clause's start."""
    if clause is None:
        return 0
    return clause.verb.end - 1 if clause.verb.end <= time[0] else clause.start - 1


def _plan_noun(
    sentence: Sentence, clause: Clause | None, time: Span
) -> Governor | None:
    """ "X's threat to impose duties from May": what is planned, and when."""
    words = sentence.tokens
    for at in range(time[0] - 1, 1, -1):
        if words[at].text in BREAKS:
            return None
        owned = words[at - 1].lower.endswith(("'s", "s'"))
        if words[at].lower not in PLAN_NOUNS or not owned or at + 2 >= time[0]:
            continue
        _, form = verb_form(words[at + 2].lower)
        if words[at + 1].lower == "to" and form.base:
            start = phrase_start(sentence, at)
            return Governor(By.PLAN_NOUN, at, (start, time[1]), clause)
    return None


def _noun_before(sentence: Sentence, clause: Clause | None, time: Span) -> int | None:
    """The noun that the time follows: "the invasion of X in 2022 | has opened".

    Only where the verb cannot take the time: it comes later, or tells no happening.
    """
    words = sentence.tokens
    in_subject = clause is None or time[0] < clause.verb.start
    if clause is not None and not in_subject:
        return _led_in_by(sentence, clause, time)
    if not time[0] or words[time[0] - 1].lower not in PREPOSITIONS:
        return None
    floor = clause.start - 1 if clause is not None else -1
    for at in range(time[0] - 2, max(floor, time[0] - 10), -1):
        if words[at].text in BREAKS or words[at].text == ",":
            return None
        if family_of_noun(words[at].lower) and at > 0:
            return at
    return None


def _led_in_by(sentence: Sentence, clause: Clause, time: Span) -> int | None:
    """The happening after or since which the clause tells: "its course changed after
    the | sale of the port in 2022"."""
    words = sentence.tokens
    if words[time[0] - 1].lower not in ("of", "in"):
        return None
    for at in range(time[0] - 2, clause.verb.end - 1, -1):
        if words[at].text == "," or not words[at].is_word or rules(sentence, at):
            return None
        if words[at].lower in ("after", "since", "following") and at + 2 < time[0]:
            head = at + 2
            linked = words[head + 1].lower in PREPOSITIONS and head + 2 < time[0]
            named = words[at + 1].lower in ("the", "its", "their")
            happens = family_of_noun(words[head].lower)
            return head if linked and named and happens else None
    return None


def _of_a_noun(sentence: Sentence, clause: Clause | None, time: Span) -> bool:
    """The time belongs to a noun that is no happening: "the budget of 2019", or to
    what a participle trails behind: "opened, ending a debate begun in | 2019"."""
    words = sentence.tokens
    if clause is None or time[0] < clause.verb.end:
        return False
    if words[time[0] - 1].lower == "of":
        return words[time[0] - 2].lower not in _PARTS_OF_TIME
    tail = [
        i
        for i in range(clause.verb.end, time[0] - 1)
        if words[i].text == "," and verb_form(words[i + 1].lower)[1].ing
    ]
    return bool(tail) and words[time[0] - 1].lower in LEADS_IN | {"the"}


_PARTS_OF_TIME = frozenset(
    {"start", "end", "beginning", "middle", "morning", "evening", "afternoon", "night"}
    | {"summer", "spring", "autumn", "winter", "half", "quarter", "week", "days"}
    | {"weeks", "months", "month", "hours", "part", "eve", "close", "course"}
)


def _phrase(sentence: Sentence, noun: int, time: Span) -> Span:
    end = max(noun + 1, time[1])
    return (
        phrase_start(sentence, min(noun, time[0])),
        max(end, complement_end(sentence, end)),
    )
