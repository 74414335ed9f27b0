"""Finds who a sentence names for what it says, and how sure it is of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.extract.clauses import Clause, Role, Sentence
from generator.extract.lexicon import CLAIMING, DENYING, SAYING, words
from generator.extract.verb_groups import Tense
from generator.model.events import Factuality

_ACCORDING = re.compile(r"according to\s+(?P<who>[^,;.—()]{2,80})", re.IGNORECASE)
_RELEASED = re.compile(
    r"\b(?:figures?|data|reports?|statements?|statistics|numbers|estimates?|footage"
    r"|videos?|photos?|photographs?|images?|pictures?|documents?|stud(?:y|ies)|surveys?"
    r"|polls?|analysis|handouts?|transcripts?|files?|records?)\s+(?:\w+\s+)?"
    r"(?:released|provided|distributed|published|issued) by\s+(?P<who>[^,;.()]{2,60})",
    re.IGNORECASE,
)
_REPORTEDLY = re.compile(
    r"\b(?:reportedly|allegedly|alleged|purportedly|claimed to have|is said to"
    r"|are said to|is believed to|are believed to|unconfirmed)\b",
    re.IGNORECASE,
)
_CLAIM_MADE = re.compile(
    r"\b(?:ma(?:k|d)es?|making|repeat(?:s|ed)?|reject(?:s|ed)?)\s+(?:the|a|an|his|her)"
    r"\s+(?:claim|claims|allegation|allegations)\b",
    re.IGNORECASE,
)
ANALYSIS = re.compile(
    r"\b(?:analysts?|experts?|observers?|commentators?|critics|scholars?|researchers?"
    r"|pundits?|economists?)\b",
    re.IGNORECASE,
)
"""Whose words are views, not reports."""


def speaker_of(
    text: str,
    sentence: Sentence,
    clause: Clause | None,
    name: Callable[[int, int], str],
) -> str:
    """Who the sentence names for what *clause* says; empty when it says it itself.

    *name* gives the best name for a stretch of the document.
    """
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    said = text[start:end].lower()
    for clue, pattern in (("according to", _ACCORDING), (" by", _RELEASED)):
        if clue in said and (match := pattern.search(text, start, end)):
            return name(*match.span("who"))
    saying = saying_clause(sentence.clauses, clause)
    if saying is None or saying.subject is None:
        return ""
    first, last = saying.subject
    return name(sentence.tokens[first].start, sentence.tokens[last - 1].end)


def saying_clause(clauses: Sequence[Clause], clause: Clause | None) -> Clause | None:
    """The clause whose subject says *clause*: before it, or after it as a tag."""
    if clause is None or clause not in clauses:
        return None
    at = list(clauses).index(clause)
    if clause.role is Role.COMPLEMENT and at and _speaks(clauses[at - 1]):
        return clauses[at - 1]
    last = clauses[-1]
    tag = last is not clause and last.end - last.start <= 8 and last.role is Role.MAIN
    return last if tag and last.verb.lemma in TAG_VERBS else None


def is_tag(sentence: Sentence, clause: Clause | None) -> bool:
    """*clause* only says who said what stands before it: "..., Quill said"."""
    if clause is None or clause.verb.lemma not in TAG_VERBS or not clause.start:
        return False
    words = sentence.tokens
    closed = words[clause.start - 1].text in (",", "”", '"', "’")
    bare = all(
        i in sentence.masked or not words[i].is_word or words[i].lower == "on"
        for i in range(clause.verb.end, clause.end)
    )
    return closed and bare and clause is sentence.clauses[-1]


TAG_VERBS = words("say add announce report confirm state write claim allege")
"""Verbs that follow what is said: "The bridge opened, the mayor | announced"."""


def _speaks(clause: Clause) -> bool:
    return clause.verb.lemma in SAYING | DENYING | CLAIMING


def factuality_of(text: str, sentence: Sentence, clause: Clause | None) -> Factuality:
    """What the sentence says of the event that *clause* tells."""
    stretch = text[sentence.tokens[0].start : sentence.tokens[-1].end]
    if clause is not None:
        verb = clause.verb
        if verb.plan or verb.tense in (Tense.FUTURE, Tense.WOULD):
            return Factuality.PLANNED
        saying = saying_clause(sentence.clauses, clause)
        if saying is not None and saying.verb.lemma in DENYING:
            return Factuality.DENIED
        if saying is not None and saying.verb.lemma in CLAIMING:
            return Factuality.ALLEGED
        if verb.lemma in CLAIMING:
            return Factuality.ALLEGED
        if verb.lemma in DENYING and verb.lemma != "dismiss" and not verb.passive:
            return Factuality.DENIED
        tokens = sentence.tokens[clause.start : clause.end]
        if tokens:
            stretch = text[tokens[0].start : tokens[-1].end]
    if _CLAIM_MADE.search(stretch) or _REPORTEDLY.search(stretch):
        return Factuality.ALLEGED
    return Factuality.HAPPENED
