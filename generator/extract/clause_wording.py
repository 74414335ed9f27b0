"""Words a happening that a clause tells: its title, and its body in reported form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.extract.attribution import is_tag
from generator.extract.clauses import Clause, Role, Sentence, Span
from generator.extract.completing import complete_until
from generator.extract.cutting import closes, ends
from generator.extract.governing import Governor
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    NOT_ADVERBS,
    POSSESSIVES,
    PREPOSITIONS,
)
from generator.extract.lexicon import words as words_of
from generator.extract.naming import FULL_TITLES
from generator.extract.objects import lacks_object, object_before, object_named
from generator.extract.page import Page
from generator.extract.reach import (
    before_speaker,
    lacks_speech,
    last_token,
    second_half,
)
from generator.extract.references import PERSONAL, UNNAMED
from generator.extract.sparing import spared
from generator.extract.subjects import Subject, subject_of
from generator.extract.tenses import told_simply
from generator.extract.title_faults import (
    FEWEST_WORDS,
    MOST_WORDS,
    breaks_of,
    is_title,
    keeps_its_stop,
)
from generator.extract.verb_groups import Tense
from generator.extract.verbs import verb_form
from generator.extract.wording import (
    as_quotation,
    as_sentence,
    joined,
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
_DURING = re.compile(
    r"\bduring (?:his|her|their|an?|the) (?P<noun>visit|trip|meeting|talks) "
    r"(?P<link>to|with) (?P<whom>[^,;.()]{2,80})"
)

_HEDGES = frozenset({"reportedly", "allegedly", "purportedly", "apparently"})
_LINKING = re.compile(r"\b(?:also|therefore|thus|however|meanwhile|moreover) ")
_SMALL = AUXILIARIES | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | ADVERBS | {"to"}


def of_clause(
    page: Page,
    block: Block,
    sentence: Sentence,
    found: Governor,
    cuts: Sequence[Span],
    alone: bool,
) -> Wording | None:
    """The wording of the clause that *found* names; None when no title of it is fit.

    *cuts* are the times of the sentence. *alone*: it tells of nothing else.
    """
    clause = found.clause
    assert clause is not None
    cuts = [_with_participle(sentence, clause, cut) for cut in cuts]
    cuts = spared(sentence, cuts)
    subject = subject_of(page, block, sentence, clause, cuts)
    if subject is None:
        return None
    if is_tag(sentence, clause):
        return _of_tag(page, sentence, clause, subject, cuts)
    if sentence.tokens[clause.verb.start - 1].lower in ("never", "be"):
        return None
    if lacks_object(sentence, clause) and object_before(sentence, clause) is None:
        return None
    last = before_speaker(sentence, clause, last_token(sentence, clause))
    if last == clause.end and lacks_speech(sentence, clause, last):
        return None
    if (second := second_half(sentence, clause, cuts)) is not None:
        last, alone = second, False
    tell = _teller(page, block, sentence, clause, subject, cuts)
    captioned = block.kind is BlockKind.CAPTION
    visit = _visit_in_caption(tell(last)) if captioned else None
    rests = [visit] if visit else _rests(sentence, clause, last, tell)
    passage = _passage(page, sentence)
    before = page.text[block.start : sentence.tokens[0].start]
    title = _title(subject, rests, passage, page, before)
    if title is None or _is_thin(page, subject, sentence, clause, title):
        return None
    whole = len(sentence.tokens) if alone and _goes_on(clause) else last
    until = [end for end in (whole, last) if closes(sentence, clause, end)]
    return Wording(
        title,
        _body(subject, visit, tell, until, passage),
        subject.members,
    )


def _is_thin(
    page: Page, subject: Subject, sentence: Sentence, clause: Clause, title: str
) -> bool:
    """Two words that name nobody: "Work stopped"."""
    if len(title.split()) > FEWEST_WORDS or clause.subject is None:
        return False
    first, end = clause.subject
    words = sentence.tokens
    plain = words[first].text.islower() or (first == 0 and words[0].lower in _THINGS)
    named = page.named(words[first].start, words[end - 1].end)
    return plain and not named and not subject.members


_THINGS = words_of(
    """work works services service construction operations production traffic trading
    voting talks negotiations fighting trial sales shares prices people police
    officials authorities residents protests rescuers searches"""
)


def _passage(page: Page, sentence: Sentence) -> str:
    return page.text[sentence.tokens[0].start : sentence.tokens[-1].end]


def _goes_on(clause: Clause) -> bool:
    """What follows the clause in its sentence is still of it."""
    return clause.role in (Role.MAIN, Role.COMPLEMENT, Role.COORDINATE)


def _teller(
    page: Page,
    block: Block,
    sentence: Sentence,
    clause: Clause,
    subject: Subject,
    cuts: Sequence[Span],
) -> Callable[[int], str]:
    """Gives the words of *clause* from its verb to a token, as they are told."""
    words = sentence.tokens
    opening = clause.verb.start
    floor = clause.start
    if clause.subject is not None and clause.subject[1] <= opening:
        floor = max(floor, clause.subject[1])  # "the Quillport Weekly | closed"
    while opening > floor and _tells_how(words[opening - 1].lower):
        opening -= 1
    start = words[opening].start
    lead = _auxiliary(sentence, clause)
    earlier = clause.verb.tense is Tense.PERFECT and not clause.verb.negated
    lacking = lacks_object(sentence, clause)
    thing = object_before(sentence, clause) if lacking else None
    whole = f" {page.text[thing[0] : thing[1]]}" if thing is not None else ""

    @cache
    def tell(end: int) -> str:
        stop = words[end - 1].end
        if page.text[stop : stop + 1] == "." and keeps_its_stop(words[end - 1].text):
            stop += 1
        rest = lead + without(page.text, start, stop, cuts)
        rest = _LINKING.sub("", _hedged(sentence, clause, rest))
        rest = object_named(page, block, sentence, clause, rest)
        rest = f"{rest.rstrip(' .')}{whole}" if whole else rest
        return told_simply(subject.full, rest) if earlier else rest

    return tell


def _tells_how(word: str) -> bool:
    """An adverb before the verb without which it would say something else."""
    manner = word.endswith("ly") and len(word) > 4 and word not in _OF_TIME_OR_LINK
    return word in _DECISIVE or (manner and word not in NOT_ADVERBS)


_DECISIVE = frozenset({"first", "never", "almost", "again", "twice", "not", "only"})
_OF_TIME_OR_LINK = _HEDGES | frozenset(
    {"recently", "finally", "additionally", "separately", "similarly", "subsequently"}
    | {"previously", "currently", "early", "only", "eventually", "initially", "lately"}
    | {"immediately", "consequently", "accordingly", "formerly", "really", "only"}
)


def _rests(
    sentence: Sentence, clause: Clause, last: int, tell: Callable[[int], str]
) -> Iterator[str]:
    """What can follow the subject in a title: the main part, then ever less of it."""
    can_end = list(ends(sentence, clause, last))
    if can_end[:1] == [last]:
        main = main_part(tidy(tell(last)))
        reach = next(
            (e for e in range(clause.verb.end, last + 1) if tell(e).startswith(main)),
            last,
        )
        if complete_until(sentence, clause, reach):
            yield main
    for end in can_end:
        yield tidy(tell(end))


def _title(
    subject: Subject,
    rests: Iterable[str],
    passage: str,
    page: Page,
    before: str = "",
) -> str | None:
    """The title that says most: with the whole of the main part if that fits, with a
    shorter name if it must be, else cut between phrases."""
    known = (subject.full, page.document.text if subject.members else before)
    return next(
        (
            title
            for title in _tries(subject, rests)
            if len(title.split()) <= MOST_WORDS and is_title(title, passage, known)
        ),
        None,
    )


def _tries(subject: Subject, rests: Iterable[str]) -> Iterator[str]:
    """What can be the title, the best first; with a bare noun only at last."""
    forms = (subject.full, without_offices(subject.full), subject.name)
    names = [name for name in dict.fromkeys(forms) if name]
    heard = []
    for rest in rests:
        heard.append(rest)
        for told in dict.fromkeys((rest, without_offices(rest))):
            yield from (joined(name, told) for name in names)
    if subject.noun:
        for rest in heard:
            for told in dict.fromkeys((rest, without_offices(rest))):
                yield joined(subject.noun, told)


def _body(
    subject: Subject,
    visit: str | None,
    tell: Callable[[int], str],
    until: Sequence[int],
    passage: str,
) -> str:
    """One sentence in reported form; where none can be made surely, the passage."""
    tries = [visit] if visit is not None else [tell(end) for end in until]
    for told in tries:
        sentence = as_sentence(f"{subject.full} {told}")
        if not breaks_of(sentence):
            return sentence
    return as_quotation(passage)


def _with_participle(sentence: Sentence, clause: Clause, cut: Span) -> Span:
    """*cut* with the participle that would say nothing without its time: "the accord
    | signed in June"."""
    words = sentence.tokens
    at = next((i for i, word in enumerate(words) if word.end > cut[0]), len(words)) - 1
    limit = [word.lower for word in words[max(0, at - 2) : at + 1]]
    if limit in (["as", "early", "as"], ["as", "soon", "as"]):
        return (words[at - 2].start, cut[1])
    while at > clause.start and words[at].lower in PREPOSITIONS:
        at -= 1
    if at <= clause.start or at in sentence.masked:
        return cut
    before = words[at - 1]
    ruled = any(c.verb.start <= at < c.verb.end for c in sentence.clauses)
    form = verb_form(words[at].lower)[1]
    participle = form.participle and not form.base  # "its failed bid | last year"
    noun = before.is_word and before.lower not in _SMALL
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
    passage = _passage(page, sentence)
    told = content
    named = page.named(sentence.tokens[0].start, sentence.tokens[-1].end)
    proper = words[1].is_capital or any(n.start == begin.start for n in named)
    if begin.lower in DETERMINERS | PREPOSITIONS | ADVERBS or not proper:
        told = told[0].lower() + told[1:]
    rests = [f"{verb} {told}", f"{verb} {main_part(tidy(told))}"]
    title = _title(subject, rests, passage, page)
    if title is None:
        said = [c for c in sentence.clauses if c.end <= clause.start]
        if not all(c.verb.told for c in said):
            return None  # what is to come is not of the day of the saying
        shorter = ends(sentence, said[0], said[-1].end) if said else ()
        alone = [
            tidy(content),
            main_part(tidy(content)),
            *(
                without(page.text, begin.start, words[at - 1].end, own)
                for at in shorter
            ),
        ]
        fitting = (joined("", told) for told in alone)
        title = next((t for t in fitting if is_title(t, passage)), None)
    if title is None:
        return None
    body = as_sentence(f"{content}, {subject.full} {verb}")
    return Wording(title, as_quotation(passage) if breaks_of(body) else body, rank=1)


def _auxiliary(sentence: Sentence, clause: Clause) -> str:
    """ "was " for a passive that leaves it to the clause before."""
    words = sentence.tokens
    bare = clause.verb.passive and clause.verb.end - clause.verb.start == 1
    before = [c for c in sentence.clauses if c.start < clause.start and c.verb.passive]
    own = bool(before and clause.subject and clause.subject[0] >= before[-1].verb.end)
    lent = bare and before and not own  # not "the dam was closed and trade | fell"
    return f"{words[before[-1].verb.start].text} " if lent else ""


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


def _visit_in_caption(rest: str) -> str | None:
    """A caption describes a picture; the happening is the visit it was taken on."""
    match = _DURING.search(rest)
    verb = match and OWNED_NOUNS.get((match["noun"], match["link"]))
    if match is None or verb is None:
        return None
    whom = re.split(r"\s+in (?=[A-Z])", match["whom"])[0]
    return f"{verb} {whom}"


def without_offices(text: str) -> str:
    """*text* with people named without their office: "the Norwegian leader Ada Quill"
    is "Ada Quill"."""
    return _OFFICE.sub("", text)
