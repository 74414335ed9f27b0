"""Says who acts in a clause, in words that stand by themselves in a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.clauses import Clause, Sentence, Span
from generator.extract.lexicon import DETERMINERS, POSSESSIVES, PREPOSITIONS
from generator.extract.page import Page
from generator.extract.references import (
    PERSONAL,
    UNNAMED,
    group_named,
    person_meant,
)
from generator.extract.verbs import VerbForm, verb_form
from generator.extract.wording import without
from generator.model.entities import EntityKind
from generator.model.sources import Block


@dataclass(frozen=True, slots=True)
class Subject:
    """Who acts: as the source puts it, as a bare name, and as a bare noun."""

    full: str
    name: str = ""
    noun: str = ""
    members: tuple[str, ...] = ()


_BEFORE_COMPLEMENT = re.compile(rf"\s+(?:{'|'.join(sorted(PREPOSITIONS))})\s+")


def subject_of(
    page: Page, block: Block, sentence: Sentence, clause: Clause, cuts: Sequence[Span]
) -> Subject | None:
    if clause.subject is None:
        return None
    words = sentence.tokens
    first, last = clause.subject
    start, end = words[first].start, words[last - 1].end
    if last - first == 1 and words[first].lower in PERSONAL:
        person = person_meant(page.document, block, words[first].start, page.cast)
        label = page.cast.label(person) if person else ""
        return Subject(label, members=(person,)) if person else None
    if words[first].lower in UNNAMED and (
        last - first == 1 or words[first].lower in ("this", "these", "that", "those")
    ):
        return None
    if _trails(sentence, first):
        return None
    text = without(page.text, start, end, cuts)
    if words[first].lower in POSSESSIVES:
        owner = _owner(page, block, sentence, clause)
        if not owner:
            return None
        text = f"{owner}’s {text.split(' ', 1)[-1]}"
    group = group_named(text, page.document, block, words[first].start, page.cast)
    if group is not None:
        return Subject(group[0], members=group[1])
    return Subject(text, name_at_end(page, start, end), _noun(text))


def _trails(sentence: Sentence, first: int) -> bool:
    """What looks like a subject only leads in: "Being | charged", "Having left"."""
    words = sentence.tokens
    if VerbForm.ING not in verb_form(words[first].lower)[1] or first + 1 >= len(words):
        return False
    following = words[first + 1].lower
    small = DETERMINERS | PREPOSITIONS | {"been", "to"}
    return following in small or VerbForm.PARTICIPLE in verb_form(following)[1]


def _owner(page: Page, block: Block, sentence: Sentence, clause: Clause) -> str:
    """Whose, where the subject begins with "his" or "its"; empty when not for sure."""
    assert clause.subject is not None
    word = sentence.tokens[clause.subject[0]]
    if word.lower in ("his", "her"):
        person = person_meant(page.document, block, word.start, page.cast)
        return page.cast.label(person) if person else ""
    before = [c for c in sentence.clauses if c.start < clause.start and c.subject]
    if word.lower != "its" or not before or before[-1].subject is None:
        return ""
    first, last = before[-1].subject
    owner = sentence.tokens[first:last]
    if owner[0].lower in UNNAMED | PERSONAL | POSSESSIVES:
        return ""
    return " ".join(page.text[owner[0].start : owner[-1].end].split())


def name_at_end(page: Page, start: int, end: int) -> str:
    """The name that ends the subject, without office or description; else empty."""
    named = [n for n in page.named(start, end) if n.kind is not EntityKind.PLACE]
    if len(named) != 1 or named[0].end < end - 2:
        return ""
    return " ".join(page.text[named[0].start : named[0].end].split())


def _noun(subject: str) -> str:
    """The head of the subject without what describes it; empty when it has a name
    before it that would be lost."""
    head = _BEFORE_COMPLEMENT.split(subject)[0].split()
    owned = any(word.endswith(("’s", "'s")) for word in head)
    return head[-1] if len(head) > 2 and head[-1].islower() and not owned else ""
