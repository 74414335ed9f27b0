"""Words a happening: a title of at most fourteen words, and a body that reports it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from generator.extract.attribution import is_tag
from generator.extract.clauses import Clause, Role, Sentence, Span
from generator.extract.governing import By, Governor
from generator.extract.happenings import family_of_noun
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PLAN_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
)
from generator.extract.naming import FULL_TITLES
from generator.extract.page import Page
from generator.extract.references import (
    PERSONAL,
    UNNAMED,
    group_named,
)
from generator.extract.subjects import Subject, name_at_end, subject_of
from generator.extract.tenses import told_simply, was_or_were
from generator.extract.verb_groups import Tense
from generator.extract.verbs import VerbForm, active_past, verb_form
from generator.extract.wording import (
    MOST_WORDS,
    as_quotation,
    as_sentence,
    as_title,
    main_part,
    tidy,
    without,
)
from generator.model.sources import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Wording:
    """A title and a body. `members` are entities that the title spells out although
    the passage only says "the three nations". `rank` is lower for better titles."""

    title: str
    body: str
    members: tuple[str, ...] = ()
    rank: int = 0


OWNED_NOUNS = {
    # "X's meeting with Y" -> "X meets Y"
    ("meeting", "with"): "meets",
    ("talks", "with"): "meets",
    ("visit", "to"): "visits",
    ("trip", "to"): "visits",
    ("tour", "of"): "tours",
    ("arrival", "in"): "arrives in",
}
_OFFICES = "|".join(
    sorted(w for title in FULL_TITLES for w in {title, title.capitalize()})
)
_OFFICE = re.compile(
    rf"\b(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){{0,3}}(?:security |deputy |army )?"
    rf"(?:{_OFFICES})\.?\s+(?=[A-Z][\w.’'-]+\s+[A-Z])"
)
_NEED_WORDS = frozenset({"say", "tell", "add"})
"""Verbs that tell nothing without what is said."""

_BILATERAL = frozenset(
    {"clash", "agreement", "truce", "war", "meeting", "drill", "beginning"}
)
"""Families whose nouns are between two parties."""

_DURING = re.compile(
    r"\bduring (?:his|her|their|an?|the) (?P<noun>visit|trip|meeting|talks) "
    r"(?P<link>to|with) (?P<whom>[^,;.()]{2,80})"
)


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
            return _of_clause(page, block, sentence, found, cuts, alone)
        case By.PARTICIPLE:
            return _of_participle(page, block, sentence, found, cuts)
        case By.PLAN_NOUN:
            return _of_plan(page, sentence, found, cuts)
        case By.NOUN:
            return _of_noun(page, block, sentence, found, cuts)


def _of_clause(
    page: Page,
    block: Block,
    sentence: Sentence,
    found: Governor,
    cuts: Sequence[Span],
    alone: bool,
) -> Wording | None:
    clause = found.clause
    assert clause is not None
    cuts = [_with_participle(sentence, clause, cut) for cut in cuts]
    subject = subject_of(page, block, sentence, clause, cuts)
    if subject is None:
        return None
    if is_tag(sentence, clause):
        return _of_tag(page, sentence, clause, subject, cuts)
    words = sentence.tokens
    last = last_token(sentence, clause)
    ordered = any(
        word.lower == "to" and VerbForm.BASE in verb_form(following.lower)[1]
        for word, following in pairwise(words[clause.verb.end : last])
    )
    if last == clause.end and clause.verb.lemma in _NEED_WORDS and not ordered:
        return None
    start, end = words[clause.verb.start].start, words[last - 1].end
    if (second := _second_half(sentence, clause, cuts)) is not None:
        end, alone = words[second - 1].end, False
    lead = _auxiliary(sentence, clause)
    rest = _hedged(sentence, clause, lead + without(page.text, start, end, cuts))
    earlier = clause.verb.tense is Tense.PERFECT and not clause.verb.negated
    rest = told_simply(subject.full, rest) if earlier else rest
    if block.kind is BlockKind.CAPTION:
        rest = _visit_in_caption(rest) or rest
    title = _fitting(subject, rest)
    if title is None:
        return None
    full = rest
    if alone:
        full = lead + without(page.text, start, words[-1].end, cuts)
        full = _hedged(sentence, clause, full)
        full = told_simply(subject.full, full) if earlier else full
    if block.kind is BlockKind.CAPTION:
        full = rest
    body = as_sentence(f"{subject.full} {main_part(full) if full == rest else full}")
    return Wording(title, body, subject.members)


def _second_half(
    sentence: Sentence, clause: Clause, cuts: Sequence[Span]
) -> int | None:
    """Where a clause goes on to another happening with a time of its own: "ratified
    one in 1990 | and a second in 2004"."""
    words = sentence.tokens
    inside = sorted(
        cut
        for cut in cuts
        if words[clause.verb.end - 1].end <= cut[0] <= words[clause.end - 1].end
    )
    for first, second in pairwise(inside):
        for i in range(clause.verb.end, clause.end):
            within = first[1] <= words[i].start < second[0]
            if within and words[i].lower == "and":
                return i
    return None


def _with_participle(sentence: Sentence, clause: Clause, cut: Span) -> Span:
    """*cut* with the participle that would say nothing without its time: "the accord
    | signed in June"."""
    words = sentence.tokens
    at = next((i for i, word in enumerate(words) if word.end > cut[0]), len(words)) - 1
    while at > clause.start and words[at].lower in PREPOSITIONS:
        at -= 1
    if at <= clause.start or at in sentence.masked:
        return cut
    before = words[at - 1]
    small = AUXILIARIES | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | ADVERBS | {"to"}
    ruled = any(c.verb.start <= at < c.verb.end for c in sentence.clauses)
    participle = VerbForm.PARTICIPLE in verb_form(words[at].lower)[1]
    noun = before.is_word and before.lower not in small
    return (words[at].start, cut[1]) if participle and noun and not ruled else cut


def _of_tag(
    page: Page,
    sentence: Sentence,
    clause: Clause,
    subject: Subject,
    cuts: Sequence[Span],
) -> Wording | None:
    """ "The bridge opened, Quill said on Friday": what Quill said."""
    words = sentence.tokens
    closing = words[clause.start].text in '”"’'
    begin, end = words[0], words[clause.start - (not closing)].end
    if begin.lower in UNNAMED | PERSONAL | POSSESSIVES or begin.text in '“"‘':
        return None
    own = [cut for cut in cuts if cut[0] > end]
    content = without(page.text, begin.start, end, own).rstrip(",")
    content = re.sub(r",([”\"’])$", r"\1", content)
    verb = page.text[words[clause.verb.start].start : words[clause.verb.end - 1].end]
    title = _fitting(subject, f"{verb} {_inside(content)}") or as_title("", content)
    if title is None:
        return None
    return Wording(title, as_sentence(f"{content}, {subject.full} {verb}"), rank=1)


def _auxiliary(sentence: Sentence, clause: Clause) -> str:
    """ "was " for a passive that leaves it to the clause before."""
    words = sentence.tokens
    bare = clause.verb.passive and clause.verb.end - clause.verb.start == 1
    before = [c for c in sentence.clauses if c.start < clause.start and c.verb.passive]
    return f"{words[before[-1].verb.start].text} " if bare and before else ""


def _hedged(sentence: Sentence, clause: Clause, rest: str) -> str:
    """*rest* with the "reportedly" that the sentence opens with."""
    before = sentence.tokens[clause.start : clause.verb.start]
    hedges = [word.lower for word in before if word.lower in _HEDGES]
    if not hedges:
        return rest
    first, _, others = rest.partition(" ")
    if first.lower() in AUXILIARIES:
        return f"{first} {hedges[0]} {others}"
    return f"{hedges[0]} {rest}"


_HEDGES = frozenset({"reportedly", "allegedly", "purportedly", "apparently"})


def last_token(sentence: Sentence, clause: Clause) -> int:
    """The end of *clause* with the one that completes it: "revealed that ..."."""
    following = [c for c in sentence.clauses if c.start >= clause.end]
    if following and following[0].role is Role.COMPLEMENT:
        gap = following[0].start - clause.end
        if gap <= 1:
            return following[0].end
    return clause.end


def _visit_in_caption(rest: str) -> str | None:
    """A caption describes a picture; the happening is the visit it was taken on."""
    match = _DURING.search(rest)
    verb = match and OWNED_NOUNS.get((match["noun"], match["link"]))
    if match is None or verb is None:
        return None
    whom = re.split(r"\s+in (?=[A-Z])", match["whom"])[0]
    return f"{verb} {whom}"


def _fitting(subject: Subject, rest: str) -> str | None:
    """The title that says most: whole if it fits, then with bare names, then cut."""
    whole = main_part(tidy(rest))
    bare = without_offices(whole)
    forms = (subject.full, without_offices(subject.full), subject.name)
    names = [name for name in dict.fromkeys(forms) if name]
    tries = [(n, told) for n, told in product(names, (whole, bare)) if _fits(n, told)]
    tries += [(name, bare) for name in reversed(names)]
    if subject.noun:
        tries.append((subject.noun, bare))
    titles = (as_title(name, told) for name, told in tries)
    return next((title for title in titles if title is not None), None)


def _fits(subject: str, rest: str) -> bool:
    return len(subject.split()) + len(rest.split()) <= MOST_WORDS


def without_offices(text: str) -> str:
    """*text* with people named without their office: "the Norwegian leader Ada Quill"
    is "Ada Quill"."""
    return _OFFICE.sub("", text)


def _of_participle(
    page: Page, block: Block, sentence: Sentence, found: Governor, cuts: Sequence[Span]
) -> Wording | None:
    words = sentence.tokens
    start, head = found.phrase[0], found.head
    noun_end = head - 1 if words[head - 1].text == "," else head
    noun = without(page.text, words[start].start, words[noun_end - 1].end, cuts)
    participle = words[head].text
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
    title = as_title(noun, f"{was_or_were(noun)} {participle} {rest}")
    return Wording(title, passage, rank=1) if title else None


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
    owner_end -= 2
    rest = without(page.text, words[head + 1].start, words[end - 1].end, cuts)
    verb = PLAN_NOUNS[words[head].lower]
    subject = Subject(owner, name_at_end(page, owner_start, owner_end))
    title = _fitting(subject, f"{verb} {rest}")
    if title is None:
        return None
    return Wording(title, as_sentence(f"{owner} {verb} {rest}"))


def _of_noun(
    page: Page, block: Block, sentence: Sentence, found: Governor, cuts: Sequence[Span]
) -> Wording | None:
    words = sentence.tokens
    start, end = found.phrase
    start_at, end_at = words[start].start, words[end - 1].end
    text = _without_determiner(without(page.text, start_at, end_at, cuts))
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
