"""Says what is acted on, where it stands before its clause or only a pronoun does."""

from __future__ import annotations

import re

from generator.extract.clauses import Clause, Role, Sentence, Span
from generator.extract.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SUBORDINATORS,
)
from generator.extract.page import Page
from generator.extract.subjects import sentence_before
from generator.model.sources import Block

_PRONOUN = re.compile(
    r"(?P<verb>\w+) (?P<pronoun>it|them)(?= (?!to be\b|that\b)|$|[.,;])"
)


def object_named(
    page: Page, block: Block, sentence: Sentence, clause: Clause, told: str
) -> str:
    """*told* with "it" or "them" behind its verb named: the object of the sentence
    before, where that is one short noun phrase and fits in number."""
    words = sentence.tokens
    after = words[clause.verb.end].lower if clause.verb.end < len(words) else ""
    match = _PRONOUN.search(told)
    if match is None or after != match["pronoun"]:
        return told
    ahead = words[: clause.verb.start]
    if any(token.lower in SUBORDINATORS | RELATIVES for token in ahead):
        return told
    earlier = sentence_before(page, block, words[0].start)
    thing = _object(page, earlier) if earlier is not None else ""
    several = thing.endswith("s") and not thing.endswith(("ss", "us", "is"))
    if not thing or several is not (match["pronoun"] == "them"):
        return told
    start, end = match.span("pronoun")
    return told[:start] + thing + told[end:]


def lacks_object(sentence: Sentence, clause: Clause) -> bool:
    """The object of *clause* stands before it: "the accord that Quill | signed"."""
    words = sentence.tokens
    above = [c for c in sentence.clauses if c.start < clause.start]
    relative = words[clause.start].lower in ("that", "which")
    if not relative or (above and above[-1].verb.lemma in SAYING):
        return False
    if clause.subject is None or clause.subject[0] <= clause.start:
        return False
    return not any(
        i not in sentence.masked
        and words[i].is_word
        and words[i].lower not in PREPOSITIONS
        for i in range(clause.verb.end, clause.end)
    )


def object_before(sentence: Sentence, clause: Clause) -> Span | None:
    """The stretch of the object that stands before *clause*, which lacks one; None
    where it is not short and plain. Of a name that is described it is the name."""
    words = sentence.tokens
    end = clause.start - (words[clause.start - 1].text == ",")
    start = end
    while start > 0 and words[start - 1].is_word and start - 1 not in sentence.masked:
        start -= 1
        if words[start].lower in DETERMINERS:
            break
        if words[start].lower in PREPOSITIONS | CONJUNCTIONS:
            return None
    if start > 2 and words[start - 1].text == "," and words[start - 2].is_capital:
        end = start - 1  # "the Daily Quill, | a paper that the council closed"
        start = end - 1
        while start and (
            words[start - 1].is_capital or words[start - 1].lower == "the"
        ):
            start -= 1
        return (words[start].start, words[end - 1].end)
    owned = 0 < end - start <= 5 and words[start].lower in ("the", "a", "an")
    return (words[start].start, words[end - 1].end) if owned else None


def _object(page: Page, sentence: Sentence) -> str:
    """The thing that the main clause of *sentence* tells of: "the bridge"."""
    clauses = [c for c in sentence.clauses if c.role is Role.MAIN]
    if len(clauses) != 1 or clauses[0].verb.passive:
        return ""
    words, at = sentence.tokens, clauses[0].verb.end
    if at >= len(words) or words[at].lower not in ("a", "an", "the", "its"):
        return ""
    end = at + 1
    while end < clauses[0].end and words[end].is_word and end not in sentence.masked:
        if words[end].lower in PREPOSITIONS | CONJUNCTIONS | RELATIVES | {"that", "to"}:
            break
        end += 1
    if not 2 <= end - at <= 5 or page.named(words[at].start, words[end - 1].end):
        return ""
    noun = page.text[words[at + 1].start : words[end - 1].end]
    return f"the {' '.join(noun.split())}"
