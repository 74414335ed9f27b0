"""Says who acts in a clause, in words that stand by themselves in a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.clauses import Clause, Role, Sentence, Span
from generator.extract.happenings import family_of_noun
from generator.extract.lexicon import (
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from generator.extract.lexicon import words as words_of
from generator.extract.naming import THE_COMPANY, TITLES
from generator.extract.page import Page
from generator.extract.places import Place
from generator.extract.references import (
    PERSONAL,
    UNNAMED,
    group_named,
    organisation_meant,
    person_meant,
)
from generator.extract.remnants import NO_NOUN, is_remnant
from generator.extract.title_faults import keeps_its_stop
from generator.extract.tokens import Token, sentences
from generator.extract.verbs import verb_form
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
    """Who acts in *clause*, named; None when that is not certain from the words."""
    if clause.subject is None:
        return None
    words = sentence.tokens
    first, last = clause.subject
    first = _past_furniture(words, first, last)
    first = _with_partners(sentence, _last_phrase(words, first, last))
    if first >= last or is_remnant(sentence, clause, first, last):
        return None
    if _is_object_of_as(sentence, clause):
        return None
    start, end = words[first].start, words[last - 1].end
    if page.text[end : end + 1] == "." and keeps_its_stop(words[last - 1].text):
        end += 1
    if last - first == 1 and words[first].lower in PERSONAL:
        person = person_meant(page.document, block, words[first].start, page.cast)
        label = page.cast.label(person) if person else ""
        if label and _is_kin(page, sentence, clause, label):
            return None
        return Subject(label, members=(person,)) if person else None
    if words[first].lower in UNNAMED and (
        last - first == 1 or words[first].lower in ("this", "these", "that", "those")
    ):
        return None
    text = without(page.text, start, end, cuts)
    if first and first - 1 in sentence.masked and _owns(words[first - 1]):
        text = f"the {text}"  # "Yesterday's | speech"
    verb = words[clause.verb.start].lower
    if verb in ("was", "is", "has") and _is_plural(text):
        return None  # "Police said Quill gave up and | was charged"
    if _is_no_name(text) or _is_one_of_several(page, sentence, clause, start, end):
        return None
    if (told_of := _described(page, sentence, clause, first)) is not None:
        return Subject(told_of)
    if THE_COMPANY.fullmatch(text):
        firm = organisation_meant(page.document, block, start, page.cast)
        if firm is not None:
            return Subject(page.cast.label(firm), members=(firm,))
    if words[first].lower in POSSESSIVES:
        owner = _owner(page, block, sentence, clause)
        if not owner:
            return None
        text = f"{owner}’s {text.split(' ', 1)[-1]}"
    group = group_named(text, page.document, block, words[first].start, page.cast)
    if group is not None:
        return Subject(group[0], members=group[1])
    which = _with_relative(page, sentence, clause, last, cuts)
    if which and text[1:].islower():
        return Subject(f"{text} {which}", noun=text)
    if ", and " in text and words[last].text == ",":
        return Subject(f"{text},")  # "the mayor, Ada Quill, and the builder, Ben Ink,"
    return Subject(text, name_at_end(page, start, end), _noun(text))


def _is_kin(page: Page, sentence: Sentence, clause: Clause, label: str) -> bool:
    """The "he" of *clause* is rather who acts before it: "his son, Ben, was there when
    | he fell"."""
    before = [c.subject for c in sentence.clauses if c.start < clause.start]
    words = sentence.tokens
    for subject in before:
        if subject is None:
            continue
        head = words[max(0, subject[0] - 2) : subject[1]]
        said = {word.lower for word in head}
        if said & _KIN and label.split()[-1].lower() not in said:
            return True
    return False


_KIN = words_of(
    """son grandson daughter granddaughter wife husband brother sister father mother
    nephew niece cousin friend driver bodyguard aide widow uncle aunt grandfather
    grandmother"""
)


def _past_furniture(words: Sequence[Token], first: int, last: int) -> int:
    """Where the words begin behind a stop that an abbreviation left, a dash, or the
    width of a picture: "150px | Quill opened ..."."""
    while first < last and not (words[first].is_word or words[first].text[0] in _OPEN):
        first += 1
    wide = first + 2 < last and words[first].text.isdigit()
    return first + 2 if wide and words[first + 1].lower == "px" else first


def _last_phrase(words: Sequence[Token], first: int, last: int) -> int:
    """Where the noun phrase begins that touches the verb, when two stand side by
    side: "the moment | the bomb went off"."""
    for at in range(last - 1, first, -1):
        word, before = words[at].lower, words[at - 1]
        if word not in ("the", "a", "an") or not before.is_word:
            continue
        small = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | {"to", "half", "twice"}
        if before.lower in small or before.is_capital:
            continue
        form = verb_form(before.lower)[1]
        if words[at - 2].lower == "to" and form.base:
            return last  # "the plan to avoid | the shortage would be costly"
        on_board = (words[at - 2].lower, before.lower) == ("on", "board")
        if not (form.ing or on_board):  # "the ship carrying | the cars sank"
            return at
    return first


def _with_partners(sentence: Sentence, first: int) -> int:
    """Where a list begins whose last member is found: "Norway and | Sweden met"."""
    words = sentence.tokens
    if first < 2 or words[first - 1].lower not in ("and", "or"):
        return first
    ruled = {i for c in sentence.clauses for i in range(c.verb.start, c.verb.end)}
    at = first - 2
    while at >= 0 and at not in ruled and at not in sentence.masked:
        token = words[at]
        if not token.is_word or token.lower in SUBORDINATORS | RELATIVES:
            break
        at -= 1
    spoken = at >= 0 and (at in ruled or at in sentence.masked)
    return first if spoken or at + 1 >= first - 1 else at + 1


def _is_plural(text: str) -> bool:
    """*text* is of several: "police", "the last ferries", not "a series"."""
    opener, last = text.split()[0].lower(), text.split()[-1]
    single = opener in ("a", "an", "this", "that", "each", "every", "one")
    return not single and last[1:].islower() and last in PLURAL_NOUNS | {"Police"}


PLURAL_NOUNS = words_of("police officials people men women children authorities")


def _is_object_of_as(sentence: Sentence, clause: Clause) -> bool:
    """The clause only seems to begin with "as": "her time | as the mayor was short"."""
    start = clause.start
    if not start or sentence.tokens[start].lower != "as":
        return False
    before = sentence.tokens[start - 1]
    first = all(c.start >= start for c in sentence.clauses)
    return first and before.is_word and start - 1 not in sentence.masked


def _is_one_of_several(
    page: Page, sentence: Sentence, clause: Clause, start: int, end: int
) -> bool:
    """Only the last of a list is found: ", and Ada Quill, the mayor, | are to meet"."""
    several = sentence.tokens[clause.verb.start].lower in ("are", "were", "have")
    named = page.named(start, end)
    person = len(named) == 1 and named[0].kind is EntityKind.PERSON
    alone = person and (named[0].start, named[0].end) == (start, end)
    return several and alone


def _described(
    page: Page, sentence: Sentence, clause: Clause, first: int
) -> str | None:
    """The name that the antecedent of a relative clause describes: "Ada Quill, | the
    engineer who built the bridge"."""
    words = sentence.tokens
    if clause.role is not Role.RELATIVE or first < 2 or words[first - 1].text != ",":
        return None
    if words[first].lower not in ("the", "a", "an"):
        return None
    end = words[first - 2].end
    named = [n for n in page.named(words[0].start, end) if n.end == end]
    person = [n for n in named if n.kind is not EntityKind.PLACE]
    return page.text[person[-1].start : end] if person else None


def _with_relative(
    page: Page, sentence: Sentence, clause: Clause, last: int, cuts: Sequence[Span]
) -> str:
    """What tells which one acts, between the subject's end and its verb: "who built
    the bridge"; empty where nothing does, or too much."""
    words, stop = sentence.tokens, clause.verb.start
    opens = last < stop and words[last].lower in RELATIVES | {"that"}
    timed = any(i in sentence.masked for i in range(last, stop))
    if not opens or timed or clause.role is Role.RELATIVE:
        return ""
    if stop - last > MOST_OF_RELATIVE:
        return ""
    return without(page.text, words[last].start, words[stop - 1].end, cuts)


MOST_OF_RELATIVE = 10
"""Words that a title can spare for which one acts."""


def _owns(word: Token) -> bool:
    return word.lower.endswith(("'s", "’s", "s'", "s’"))


_NO_HEAD = NO_NOUN | PREPOSITIONS | PRONOUNS
_POINTERS = PERSONAL | {"they", "it", "we", "i"}


def _is_no_name(text: str) -> bool:
    """*text* tells nobody apart: "actress", "they who", "the guard for much"."""
    spoken = text.split()
    if not spoken or spoken[-1].lower() in _NO_HEAD:
        return True
    if len(spoken) > 1 and spoken[0].lower() in _POINTERS:
        return True
    if _WHICH_ONE.fullmatch(text.lower()):
        return True
    if re.match(r"[Tt]he (?:day|year|time|moment|way|week|place) (?!of\b)\w+", text):
        return True
    if re.match(r"(?:year|month|day)-old\b", text):
        return True
    alone = len(spoken) == 1 and text.islower() and text.isalpha()
    return alone and text in TITLES | _CALLINGS


_WHICH_ONE = re.compile(
    r"the (?:(?:two|three|four|five|pair|former|latter)"
    r"|(?:first|second|third|last|latest|next|other|previous|new)(?: (?:one|two)s?)?)"
)
_CALLINGS = words_of(
    """actress actor singer player man woman teenager teen rapper boxer fighter victim
    company firm vessel ship plane aircraft"""
)


_OPEN = "“\"‘'$£€0123456789"


def _owner(page: Page, block: Block, sentence: Sentence, clause: Clause) -> str:
    """Whose, where the subject begins with "his" or "its"; empty when not for sure."""
    assert clause.subject is not None
    word = sentence.tokens[clause.subject[0]]
    if word.lower in ("his", "her"):
        person = person_meant(page.document, block, word.start, page.cast)
        return page.cast.label(person) if person else ""
    before = [c for c in sentence.clauses if c.start < clause.start and c.subject]
    if word.lower != "its":
        return ""
    told = sentence
    if not before:
        earlier = sentence_before(page, block, sentence.tokens[0].start)
        if earlier is None:
            return ""
        told = earlier
        before = [c for c in told.clauses if c.role is Role.MAIN and c.subject][:1]
    if not before or before[-1].subject is None:
        return ""
    first, last = before[-1].subject
    owner = told.tokens[first:last]
    if owner[0].lower in UNNAMED | PERSONAL | POSSESSIVES:
        return ""
    return " ".join(page.text[owner[0].start : owner[-1].end].split())


def sentence_before(page: Page, block: Block, at: int) -> Sentence | None:
    """The sentence of *block* that ends before *at*, read; None for the first one."""
    earlier = [
        (a, b) for a, b in sentences(page.text, block.start, block.end) if b <= at
    ]
    return page.sentence(Place(block, *earlier[-1], None)) if earlier else None


def name_at_end(page: Page, start: int, end: int) -> str:
    """The name that ends the subject, where only its office or a description stands
    before it; else empty."""
    named = [n for n in page.named(start, end) if n.kind is not EntityKind.PLACE]
    if len(named) != 1 or named[0].end < end - 2:
        return ""
    before = page.text[start : named[0].start].lower().split()
    linked = {*PREPOSITIONS, *CONJUNCTIONS} - {"of", "for"}
    if linked.intersection(before) or any(word.endswith(",") for word in before[:-1]):
        return ""
    if before[-1:] and (before[-1] in ("of", "for", "the") and len(before) > 1):
        return ""
    return " ".join(page.text[named[0].start : named[0].end].split())


def _noun(subject: str) -> str:
    """The text that the subject is, without what describes it: "report"; else empty."""
    head = _BEFORE_COMPLEMENT.split(subject)[0].split()
    owned = any(word.endswith(("’s", "'s")) for word in head)
    is_text = bool(head) and family_of_noun(head[-1]) in ("publication", "statement")
    return head[-1] if len(head) > 2 and is_text and not owned else ""
