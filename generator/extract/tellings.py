"""Reads one document into tellings: passages that say that something happened when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.attribution import (
    factuality_of,
    is_tag,
    saying_clause,
    speaker_of,
)
from generator.extract.clauses import Clause, Role, Sentence, Span
from generator.extract.coming import (
    came_to_nothing,
    is_mistimed,
    is_promised,
    is_to_come,
    may_come,
)
from generator.extract.entities import Cast, Named
from generator.extract.governing import By, Governor, governor
from generator.extract.happenings import family_of_noun, family_of_verb
from generator.extract.lexicon import DEEDS, PREPOSITIONS, STATIVE
from generator.extract.page import Page
from generator.extract.parts import within_part
from generator.extract.places import Place, seen_until
from generator.extract.reach import last_token
from generator.extract.tagging import Deed, deed_of
from generator.extract.times import When, finer, times_within
from generator.extract.titles import Wording, word
from generator.extract.tokens import Token
from generator.extract.verb_groups import Tense
from generator.extract.verbs import verb_form
from generator.extract.wording import attributed
from generator.model.edtf import Form, Precision
from generator.model.entities import EntityKind
from generator.model.events import Factuality
from generator.model.sources import Block


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage that tells of a happening, and what it gives of it.

    `sentence` bounds the sentence or sentences around the passage. `families` are
    what it can be recognised by elsewhere, `deeds` what tags come from; `core` are
    the entities of the happening itself, `near` those of its paragraph. `wording` is
    None when the passage gives no title of its own: it can then only join another
    telling. `is_mention_only`: it is listed among the mentions, but no event is made
    of it.
    """

    source: str
    block: Block
    start: int
    end: int
    sentence: Span
    when: When
    factuality: Factuality
    speaker: str
    by: By
    families: frozenset[str]
    core: tuple[str, ...]
    near: frozenset[str]
    wording: Wording | None
    is_mention_only: bool = False
    deeds: tuple[Deed, ...] = ()


def tellings(page: Page) -> list[Telling]:
    """The dated and the datable tellings of *page*, in order of the text."""
    found: list[Telling] = []
    told: dict[int, When] = {}
    read_to: dict[int, int] = {}
    for place in page.places:
        if page.text[place.start : place.end].endswith("?"):
            continue
        story = place.block.story
        if (cut := page.heading_before(place)) > read_to.get(story, -1):
            told.pop(story, None)
        read_to[story] = cut
        inside = [within_part(page, t, cut) for t in page.timexes_in(place)]
        times = times_within(page.text, inside, page.creation, told.get(story))
        if times:
            of_sentence = list(_of_sentence(page, place, times))
            days = [t.when for t in of_sentence if _is_day_told(t)]
            told |= {story: days[-1]} if days else {}
            found += of_sentence
    return _once(found)


def _is_day_told(telling: Telling) -> bool:
    """What it tells happened on a day that is known, so "hours earlier" can count."""
    date = telling.when.date
    happened = telling.factuality is Factuality.HAPPENED
    day = date is not None and date.form is Form.DATE
    return happened and day and date is not None and date.precision is Precision.DAY


def span_of(sentence: Sentence, when: When) -> Span | None:
    """The tokens of *when*; None when it has none of its own."""
    inside = [
        i
        for i, token in enumerate(sentence.tokens)
        if when.start < token.end and token.start < when.end
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _of_sentence(page: Page, place: Place, times: Sequence[When]) -> Iterator[Telling]:
    sentence = page.sentence(place)
    cuts = [when.cut for when in times]
    found = []
    for when in times:
        span = span_of(sentence, when)
        head = governor(sentence, span) if span else None
        if head is not None:
            found.append((when, head))
    found = [
        (w, h) for w, h in found if not any(g == h and finer(f, w) for f, g in found)
    ]
    said = {
        saying_clause(sentence.clauses, head.clause)
        for when, head in found
        if head.by is By.VERB and head.clause and head.clause.verb.told
    }
    # What is said and has its own date is told; that it was said is not, beside it.
    found = [(w, h) for w, h in found if h.by is not By.VERB or h.clause not in said]
    several = len({head.clause for _, head in found if head.by is By.VERB}) > 1
    for when, head in found:
        telling = telling_of(page, place, sentence, when, head, cuts, several=several)
        if telling is not None:
            yield telling


def telling_of(
    page: Page,
    place: Place,
    sentence: Sentence,
    when: When,
    found: Governor,
    cuts: Sequence[Span],
    *,
    several: bool = False,
    is_told: bool = False,
) -> Telling | None:
    """*several*: the sentence tells of more, so each clause is its own passage.

    *is_told*: it has been settled before that the clause tells of a happening, which
    is to be mentioned only, so that no title is made.
    """
    clause = found.clause
    if not _may_date(sentence, clause, when):
        return None
    lasting = _lasting(page, sentence, when, found)
    if found.by is By.VERB and not lasting and not is_told:
        assert clause is not None
        if not _tells(page, sentence, clause, when):
            return None
    start, end = _passage(page, place, sentence, found, several)
    families = families_of(sentence, found, page.text)
    deeds = [deed_of(sentence, found)]
    opened = place.before if _points_back(sentence, found) else None
    wording = None
    if opened is not None:
        earlier = Place(place.block, *opened, None)
        told = first_told(page.sentence(earlier))
        if told is None:
            opened = None
        else:
            start = opened[0]
            wording = word(page, place.block, *told, cuts)
            families |= families_of(*told, page.text)
            deeds.append(deed_of(*told))
    elif not lasting and not is_told:
        wording = word(page, place.block, sentence, found, cuts, alone=not several)
    first, last = found.phrase if found.by is not By.VERB else _core(found, sentence)
    if found.by is By.VERB and is_tag(sentence, clause):
        first = 0
    named = page.named(
        start if opened else sentence.tokens[first].start,
        min(sentence.tokens[last - 1].end, seen_until(page.text, place)),
    )
    speaker = speaker_of(page.text, sentence, clause, page.name)
    if wording is not None and speaker:
        wording = replace(wording, body=attributed(wording.body, speaker))
    members = wording.members if wording is not None else ()
    core = tuple(dict.fromkeys([*members, *_actors(named, page.cast)]))
    return Telling(
        page.document.id,
        place.block,
        start,
        end,
        (opened[0] if opened else place.start, place.end),
        when,
        _factuality(page, sentence, found, when),
        speaker,
        found.by,
        families,
        core,
        frozenset(n.id for n in page.named(place.block.start, place.block.end)),
        wording,
        is_mention_only=not families if lasting else wording is None,
        deeds=tuple(deeds),
    )


def _may_date(sentence: Sentence, clause: Clause | None, when: When) -> bool:
    """The time is unknown, or places a happening, or bounds one that is to come."""
    if when.date is None or when.is_placed:
        return True
    ahead = clause is not None and (
        clause.verb.plan or is_promised(clause) or may_come(sentence, clause)
    )
    return ahead and bool(when.date.last)


def _tells(page: Page, sentence: Sentence, clause: Clause, when: When) -> bool:
    """*clause* tells of what happened or is to come, at a time that fits its tense."""
    tells = happens(clause, when) or may_come(sentence, clause)
    if not tells or came_to_nothing(sentence, clause):
        return False
    return not is_mistimed(clause, when, page.creation.issued)


def _actors(named: Sequence[Named], cast: Cast) -> list[str]:
    """Who and what is *named*; a country not where it only tells a person's office."""
    served = {cast.allegiance(n.id) for n in named if n.kind is EntityKind.PERSON}
    return [n.id for n in named if not (n.adjective and n.id in served)]


def _core(found: Governor, sentence: Sentence) -> Span:
    """The clause without what it leads in with and trails."""
    assert found.clause is not None
    clause = found.clause
    start = clause.subject[0] if clause.subject else clause.start
    return (min(start, clause.verb.start), last_token(sentence, clause))


def _factuality(
    page: Page, sentence: Sentence, found: Governor, when: When
) -> Factuality:
    if found.by is By.PLAN_NOUN:
        return Factuality.PLANNED
    clause = found.clause if found.by is By.VERB else None
    if clause is not None and (
        may_come(sentence, clause)
        or is_to_come(sentence, clause, when, page.creation.issued)
    ):
        return Factuality.PLANNED
    return factuality_of(page.text, sentence, clause)


def happens(clause: Clause, when: When | None = None) -> bool:
    """The clause tells of something that happened or that somebody plans.

    What "will" be is a plan when it is an act, or set for a month or a day; else it
    is a forecast, and tells nothing. "Would" plans only in somebody's words.
    """
    verb = clause.verb
    if verb.negated or clause.conditional:
        return False
    if verb.lemma in ("plan", "schedule", "slate") and not (verb.plan or verb.passive):
        return False
    if verb.plan:
        return verb.tense is not Tense.MODAL and verb.aim not in STATIVE
    if verb.tense is Tense.WOULD and clause.role is not Role.COMPLEMENT:
        return False
    if verb.tense in (Tense.FUTURE, Tense.WOULD):
        is_set = (
            when is not None
            and when.date is not None
            and (when.date.precision in (Precision.DAY, Precision.MONTH))
        )
        return bool(family_of_verb(verb.lemma)) or verb.passive or is_set
    if verb.tense is Tense.PRESENT:
        return verb.lemma not in STATIVE
    deed = verb.lemma in DEEDS and _is_set(when)
    return verb.told and (verb.lemma not in STATIVE or verb.passive or deed)


def _is_set(when: When | None) -> bool:
    """It is for one day."""
    date = when.date if when is not None else None
    return (
        date is not None and date.form is Form.DATE and date.precision is Precision.DAY
    )


def _lasting(page: Page, sentence: Sentence, when: When, found: Governor) -> bool:
    """The sentence only says that something has gone on since then."""
    clause = found.clause
    if not when.lasting or clause is None or found.by is not By.VERB:
        return False
    return clause.verb.tense in (Tense.PROGRESSIVE, Tense.PRESENT, Tense.PERFECT)


def _points_back(sentence: Sentence, found: Governor) -> bool:
    """ "This statement came during ...": what happened stands one sentence before."""
    clause = found.clause
    if clause is None or clause.subject is None or found.by is not By.VERB:
        return False
    first, last = clause.subject
    opening = sentence.tokens[first].lower
    if opening not in ("this", "that", "the", "these", "it", "his", "her", "their"):
        return False
    if clause is not sentence.clauses[0]:
        return False  # what it stands for may stand in the same sentence
    verb = clause.verb
    after = sentence.tokens[verb.end].lower if verb.end < len(sentence.tokens) else ""
    came_to_be = verb.lemma == "come" and after in ("into", "to")
    vague = (verb.lemma in _OCCURRING and not came_to_be) or (
        verb.passive
        and opening != "it"
        and verb.lemma in ("make", "announce", "deliver", "issue")
    )
    noun = sentence.tokens[last - 1].lower
    deed = family_of_noun(noun) or family_of_verb(noun) or noun in _REMARKS
    return vague and (opening != "the" or bool(deed)) and last - first <= 3


_OCCURRING = frozenset({"come", "follow", "occur", "happen"})

_REMARKS = frozenset({"remark", "remarks", "comments", "move", "step", "news", "steps"})


def first_told(sentence: Sentence) -> tuple[Sentence, Governor] | None:
    for clause in sentence.clauses:
        if happens(clause) and clause.role is not Role.RELATIVE:
            span = (clause.start, clause.end)
            return sentence, Governor(By.VERB, clause.verb.start, span, clause)
    return None


def families_of(sentence: Sentence, found: Governor, text: str) -> frozenset[str]:
    """The event families of the words that tell the happening."""
    words = sentence.tokens
    families = set()
    if found.by is By.VERB:
        assert found.clause is not None
        clause = found.clause
        families.add(family_of_verb(clause.verb.aim or clause.verb.lemma))
        start, end = clause.verb.end, clause.end
        if clause.subject is not None:
            families.add(_head_family(words, clause.subject))
        if clause.role is Role.RELATIVE and clause.start:
            families.add(family_of_noun(words[clause.start - 1].lower))
    else:
        start, end = found.phrase
        families.add(family_of_verb(verb_form(words[found.head].lower)[0]))
    for i in range(start, min(end, start + 14)):
        if words[i].text == "," and found.by is By.VERB:
            break
        if i not in sentence.masked:  # "March" is no protest
            families.add(family_of_noun(words[i].lower))
    return frozenset(families - {""})


def _head_family(words: Sequence[Token], subject: Span) -> str:
    """The family of the noun that acts: "the earthquake off the coast | struck"."""
    head = ""
    for token in words[subject[0] : subject[1]]:
        if token.lower in PREPOSITIONS:
            break
        head = token.lower
    return family_of_noun(head)


def _passage(
    page: Page, place: Place, sentence: Sentence, found: Governor, several: bool
) -> tuple[int, int]:
    """The stretch to be quoted: the sentence, or where it tells of more than one
    happening the clause or phrase that tells of this one."""
    if found.by is not By.VERB or several:
        first, last = found.phrase
        if found.by is By.VERB and found.clause is not None:
            last = last_token(sentence, found.clause)
            subject = found.clause.subject
            # The passage of a clause that leans on another begins with who acts.
            first = min(first, subject[0]) if subject is not None else first
        return sentence.tokens[first].start, sentence.tokens[last - 1].end
    return place.start, place.end


def _once(found: Sequence[Telling]) -> list[Telling]:
    """Of tellings with the same words, the one whose time is finest."""
    kept: dict[tuple[int, int, bool], Telling] = {}
    for telling in found:
        key = (telling.start, telling.end, telling.by is By.VERB)
        known = kept.get(key)
        if known is None or (known.when.date is None and telling.when.date is not None):
            kept[key] = telling
    return sorted(kept.values(), key=lambda t: (t.start, t.end))
