"""Tells which clause of a sentence without a time is of the article's own time, and
which only looks back, lasts, or is somebody's memory."""

from __future__ import annotations

import re

from generator.extract.attribution import saying_clause
from generator.extract.clauses import Clause, Role, Sentence
from generator.extract.lexicon import SAYING, STATIVE, words
from generator.extract.page import Page
from generator.extract.places import Place
from generator.extract.verb_groups import Tense
from generator.model.timex import Timex3, TimexType

STATES = words(
    """be have seem appear remain stay include contain consist mean know believe think
    want need like love hate own belong depend exist feel hope doubt lack resemble do"""
)
"""Verbs that tell no deed even in the past; "showed" and "continued" do."""

_ELSEWHEN = re.compile(
    r"""
    \b (?: back\ then | at\ th(?:e|at)\ time | in\ those\ days | long\ ago
        | previously | formerly | historically
        | (?:years|decades|centuries)\ (?:ago|before|earlier) ) \b
    | \bin\ the\ past (?=\s*[,.;)]|$)   # and not "in the past three days"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONG = re.compile(r"P[\dX]+(?:W|M|Q|Y|DE|CE)")
_COUNTED_ON = re.compile(r"\s+(?:after|before|later|earlier)\b", re.IGNORECASE)
_IN_PERSON = words("i we my our")


def told_clause(
    page: Page, place: Place, sentence: Sentence, *, narrated: bool = False
) -> Clause | None:
    """The first clause that tells of what happened, or of what somebody said.

    *narrated*: it is a headline, where the plain present tells.
    """
    own = False
    for clause in sentence.clauses:
        own |= in_person(sentence, clause)
        if clause.role in (Role.RELATIVE, Role.ADVERBIAL) or (
            own and clause.verb.lemma not in SAYING
        ):
            continue  # “We lost power,” of whatever night, | Quill said
        if _is_told(sentence, clause, narrated) and not in_person(sentence, clause):
            return clause if is_of_now(page, place, sentence, clause) else None
    return None


def _is_told(sentence: Sentence, clause: Clause, narrated: bool) -> bool:
    """It happened when the text tells it: not before ("had opened"), not for long."""
    verb = clause.verb
    if verb.negated or clause.conditional or verb.plan:
        return False
    if sentence.tokens[verb.start].lower == "had" and not _was_forced(sentence, clause):
        return False
    if verb.tense is Tense.PRESENT:
        news = narrated or _is_of_news(sentence, clause)
        return verb.lemma in SAYING or (news and verb.lemma not in STATIVE)
    if verb.tense is Tense.PROGRESSIVE:
        return verb.lemma not in STATIVE
    return verb.told and (verb.lemma not in STATES or verb.passive)


def _was_forced(sentence: Sentence, clause: Clause) -> bool:
    """ "Had to leave", which is no "had left"."""
    start, end = clause.verb.start, clause.verb.end
    return end - start > 1 and sentence.tokens[start + 1].lower == "to"


def _is_of_news(sentence: Sentence, clause: Clause) -> bool:
    """ "This brings the total to ten": what was told just now does it."""
    return (
        clause.subject is not None
        and sentence.tokens[clause.subject[0]].lower == "this"
        and clause.subject[1] - clause.subject[0] == 1
    )


def in_person(sentence: Sentence, clause: Clause) -> bool:
    """Who writes or is asked tells of some past of his own: "We lost power"."""
    return any(
        told is not None
        and told.verb.tense is Tense.PAST
        and told.subject is not None
        and sentence.tokens[told.subject[0]].lower in _IN_PERSON
        for told in (clause, saying_clause(sentence.clauses, clause))
    )


def is_of_now(
    page: Page,
    place: Place,
    sentence: Sentence,
    clause: Clause,
    *,
    opening: bool = False,
) -> bool:
    """The clause neither looks back ("Back then, ..."), nor tells what has gone on for
    years, nor counts from another happening ("closed a year after the sale").

    *opening*: it opens the article, where news is counted so.
    """
    counts = clause.verb.tense is Tense.PAST and not opening
    return not looks_back(page, sentence, clause) and not any(
        _lasts(page, clause, timex) or (counts and _counts_on(page, timex))
        for timex in page.timexes_in(place)
        if timex.type is TimexType.DURATION and _is_in(sentence, clause, timex)
    )


def looks_back(page: Page, sentence: Sentence, clause: Clause) -> bool:
    """Its words put it at another time than the article's own."""
    first, last = sentence.tokens[clause.start], sentence.tokens[clause.end - 1]
    return _ELSEWHEN.search(page.text, first.start, last.end) is not None


def _is_in(sentence: Sentence, clause: Clause, timex: Timex3) -> bool:
    first, last = sentence.tokens[clause.start], sentence.tokens[clause.end - 1]
    return first.start <= timex.start and timex.end <= last.end


def _lasts(page: Page, clause: Clause, timex: Timex3) -> bool:
    """ "Has run the ferry for thirty years"."""
    lasting = clause.verb.tense in (Tense.PERFECT, Tense.PROGRESSIVE)
    before = page.text[max(0, timex.start - 5) : timex.start]
    return lasting and before.endswith(" for ") and _is_long(timex)


def _counts_on(page: Page, timex: Timex3) -> bool:
    aside = (
        page.text[max(0, timex.start - 2) : timex.start] == ", "
    )  # "reopened, a year after ..."
    counted = _COUNTED_ON.match(page.text, timex.end) is not None
    return counted and not aside and _is_long(timex)


def _is_long(timex: Timex3) -> bool:
    return _LONG.fullmatch(timex.value) is not None
