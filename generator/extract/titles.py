"""Words a happening: a title of at most fourteen words, and a body that reports it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract.clause_wording import (
    OWNED_NOUNS,
    Wording,
    of_clause,
    without_offices,
)
from generator.extract.clauses import Sentence, Span
from generator.extract.governing import By, Governor
from generator.extract.happenings import family_of_noun
from generator.extract.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    INTRANSITIVE,
    PLAN_NOUNS,
    PREPOSITIONS,
    RELATIVES,
    words,
)
from generator.extract.naming import TITLES
from generator.extract.page import Page
from generator.extract.references import group_named
from generator.extract.tenses import was_or_were
from generator.extract.title_faults import MOST_WORDS, is_title
from generator.extract.verbs import active_past, verb_form
from generator.extract.wording import (
    as_quotation,
    as_sentence,
    as_title,
    joined,
    without,
)
from generator.model.sources import Block

__all__ = ["OWNED_NOUNS", "Wording", "word"]

_BILATERAL = frozenset(
    {"clash", "agreement", "truce", "war", "meeting", "drill", "beginning"}
)
"""Families whose nouns are between two parties."""


def word(
    page: Page,
    block: Block,
    sentence: Sentence,
    found: Governor,
    cuts: Sequence[Span],
    *,
    alone: bool = True,
) -> Wording | None:
    """How the happening that *found* points at can be worded; None when it cannot be
    told without a name that is missing.

    *cuts* are the times, left out. *alone*: the sentence tells of nothing else, so
    the body may say all of it.
    """
    match found.by:
        case By.VERB:
            return of_clause(page, block, sentence, found, cuts, alone)
        case By.PARTICIPLE:
            made = _of_participle(page, sentence, found, cuts)
        case By.PLAN_NOUN:
            made = _of_plan(page, sentence, found, cuts)
        case By.NOUN:
            made = _of_noun(page, block, sentence, found, cuts)
    if made is None:
        return None
    passage = page.text[sentence.tokens[0].start : sentence.tokens[-1].end]
    names = [page.cast.label(member) for member in made.members]
    return made if is_title(made.title, passage, names) else None


def _of_participle(
    page: Page, sentence: Sentence, found: Governor, cuts: Sequence[Span]
) -> Wording | None:
    words = sentence.tokens
    start, head = found.phrase[0], found.head
    noun_end = head - 1 if words[head - 1].text == "," else head
    noun = without(page.text, words[start].start, words[noun_end - 1].end, cuts)
    participle = words[head].text
    if words[head].is_capital or _is_what_for(sentence, head):
        return None
    if words[found.phrase[1] : found.phrase[1] + 1] and (
        words[found.phrase[1]].text in _OPENING_MARKS
    ):
        return None  # "founded in 1890 by the builder Ada | "Bridge" Quill"
    tail = words[head + 1 : found.phrase[1]]
    rest = without(page.text, tail[0].start, tail[-1].end, cuts) if tail else ""
    passage = as_quotation(
        page.text[words[start].start : words[found.phrase[1] - 1].end]
    )
    agent = re.match(r"by\s+(.+)", rest)
    past = active_past(participle.lower())
    if agent and past:
        title = as_title(agent[1], f"{past} {_inside(noun)}")
        return Wording(title, passage) if title else None
    base, form = verb_form(participle.lower())
    if base in INTRANSITIVE and form.past and not rest:
        if noun.islower() and " " not in noun:
            return None  # "attractions closed on Monday": hardly whose
        title = as_title(noun, participle)
        return Wording(title, passage, rank=1) if title else None
    if noun.split()[-1].lower() in TITLES:
        return None  # "a judge ruled on Friday"
    if noun.split()[-1][0].isupper() and noun.split()[0].lower() not in DETERMINERS:
        return None  # "Quill published this week": it may as well be who did
    title = as_title(noun, f"{was_or_were(noun)} {participle} {rest}")
    return Wording(title, passage, rank=1) if title else None


_OPENING_MARKS = frozenset('"“‘')


def _is_what_for(sentence: Sentence, head: int) -> bool:
    """The time is what the participle aims at: "a strike called for | 5 May"."""
    after = [word.lower for word in sentence.tokens[head + 1 : head + 3]]
    return after[:1] == ["for"]


def _inside(noun: str) -> str:
    """*noun* as it is written within a sentence: its article small."""
    first, _, rest = noun.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in DETERMINERS else noun


def _of_plan(
    page: Page, sentence: Sentence, found: Governor, cuts: Sequence[Span]
) -> Wording | None:
    words = sentence.tokens
    start, end = found.phrase
    head = found.head
    owner_start, owner_end = words[start].start, words[head - 1].end
    owner = page.text[owner_start:owner_end]
    owner = re.sub(r"[’']s?$", "", " ".join(owner.split()))
    rest = without(page.text, words[head + 1].start, words[end - 1].end, cuts)
    verb = PLAN_NOUNS[words[head].lower]
    shapes = [
        joined(name, f"{verb} {rest}") for name in (owner, without_offices(owner))
    ]
    whole = [shape for shape in shapes if len(shape.split()) <= MOST_WORDS]
    title = whole[0] if whole else as_title(owner, f"{verb} {rest}")
    if title is None:
        return None
    return Wording(title, as_sentence(f"{owner} {verb} {rest}"))


def _of_noun(
    page: Page, block: Block, sentence: Sentence, found: Governor, cuts: Sequence[Span]
) -> Wording | None:
    words = sentence.tokens
    start, end = found.phrase
    start_at, end_at = words[start].start, words[end - 1].end
    if _describes_another(sentence, found) or _lacks_actor(sentence, found):
        return None
    text = without(page.text, start_at, end_at, cuts)
    text = _without_determiner(re.sub(r"^[’']s\s+", "", text))  # "yesterday | 's talks"
    members: tuple[str, ...] = ()
    group = group_named(text, page.document, block, start_at, page.cast)
    if group is not None:
        text, members = group
    elif not page.named(start_at, end_at) and not _is_proper(text):
        members = _two_parties(page, sentence, found)
        if not members:
            return None
        names = [page.cast.label(member) for member in members]
        text = f"{text} between {names[0]} and {names[1]}"
    text = _as_verb(text) or text
    title = as_title("", text)
    if title is None:
        return None
    passage = as_quotation(page.text[start_at:end_at])
    return Wording(title, passage, members, rank=2)


_OF_SOMEBODY = words("statement visit meeting pledge claim praise toasting warning")
"""Families that say nothing without who did it."""


def _lacks_actor(sentence: Sentence, found: Governor) -> bool:
    """Nothing stands before a noun that somebody must have done: "a speech in Oslo"."""
    noun = sentence.tokens[found.head]
    ahead = sentence.tokens[found.phrase[0] : found.head]
    bare = noun.text.islower() and all(
        i in sentence.masked or word.lower in DETERMINERS
        for i, word in enumerate(ahead, found.phrase[0])
    )
    following = [w.lower for w in sentence.tokens[found.head + 1 :][:1]]
    told = following in (["between"], ["of"], ["by"], ["with"])
    return bare and not told and family_of_noun(noun.lower) in _OF_SOMEBODY


def _describes_another(sentence: Sentence, found: Governor) -> bool:
    """The noun only describes the next one: "the launch | vehicle"."""
    at = found.head + 1
    if at >= min(found.phrase[1], len(sentence.tokens)) or at in sentence.masked:
        return False
    following = sentence.tokens[at]
    linked = following.lower in PREPOSITIONS | CONJUNCTIONS | RELATIVES | {"to", "that"}
    plain = following.is_word and following.text.islower() and not linked
    return plain and not verb_form(following.lower)[1]


def _as_verb(text: str) -> str | None:
    """ "X's recent meeting with Y" as "X meets Y"."""
    match = re.match(
        r"(?P<who>.+?)[’']s?\s+(?:[\w-]+\s+){0,2}?(?P<noun>\w+)\s+(?P<link>\w+)\s+"
        r"(?P<whom>.+)",
        text,
    )
    verb = match and OWNED_NOUNS.get((match["noun"].lower(), match["link"].lower()))
    return f"{match['who']} {verb} {match['whom']}" if match and verb else None


def _is_proper(text: str) -> bool:
    """The noun is part of a name of its own: "Korean War"."""
    spoken = text.split()
    return len(spoken) > 1 and all(word[0].isupper() for word in spoken)


def _two_parties(page: Page, sentence: Sentence, found: Governor) -> tuple[str, ...]:
    """The pair of countries that the sentence joins by a hyphen, where the noun is of
    something between two; empty when it joins none. No others are taken from it."""
    head = sentence.tokens[found.head].lower
    if family_of_noun(head) not in _BILATERAL:
        return ()
    return tuple(_joined_places(page, sentence))


def _joined_places(page: Page, sentence: Sentence) -> Iterator[str]:
    """The places of the one hyphenated pair in the sentence: "Norway-Sweden"."""
    pairs = [word for word in sentence.tokens if re.fullmatch(r"\w+[-–]\w+", word.text)]
    for word in pairs:
        named = page.named(word.start, word.end)
        if len(named) == 2:
            yield from (n.id for n in named)
            return


def _without_determiner(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in DETERMINERS else text
