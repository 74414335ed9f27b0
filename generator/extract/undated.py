"""Dates what an article tells without giving a time: by a day told of before it, or
by the day of publication. Both are guesses of a kind, and are kept apart by basis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.extract.acts import act_of
from generator.extract.attribution import ANALYSIS
from generator.extract.clauses import Clause, Role, Sentence
from generator.extract.governing import By, Governor, governor
from generator.extract.happenings import LIGHT
from generator.extract.lexicon import SAYING, words
from generator.extract.measuring import CHANGES_A_DAY
from generator.extract.noun_phrases import phrase_around
from generator.extract.page import Page
from generator.extract.places import Place
from generator.extract.tellings import (
    Telling,
    families_of,
    first_told,
    span_of,
    telling_of,
)
from generator.extract.times import When, about, times_within
from generator.extract.titles import OWNED_NOUNS
from generator.extract.told_now import STATES, in_person, is_of_now, told_clause
from generator.extract.verb_groups import Tense
from generator.model.edtf import Day, Form, Precision, parse_edtf
from generator.model.events import Factuality
from generator.model.sources import BlockKind
from generator.model.timex import Basis
from generator.settings import ExtractConfig

NEWS_DAYS = 7
"""A day that lies so near before publication is the day of the article's news."""


def undated(
    page: Page, dated: Sequence[Telling], settings: ExtractConfig
) -> list[Telling]:
    """What *page* tells without a time, in order; *dated* is what it tells with one.

    Empty when the day of publication is not known. All are mentions; one of them is
    an event as well: what the opening reports, where nothing dates the news.
    """
    issued = page.creation.issued
    if issued is None:
        return []
    published = published_on(issued)
    news = None
    if settings.publication_dates:
        news = _main_news(page, dated, published)
    found = [news] if news is not None else []
    found += _headlines(page, dated, published, settings)
    for place, when, several in _untimed(page, dated, published, settings):
        if news is None or (place.start, place.end) != news.sentence:
            telling = _mention(page, place, when, several=several)
            found += [telling] if telling is not None else []
    return found


def published_on(issued: str) -> When:
    return When(
        0,
        0,
        "",
        parse_edtf(f"{issued}~"),
        Basis.PUBLICATION,
        anchor=f"document creation time {issued}",
    )


@dataclass(slots=True)
class _Clock:
    """What time it is in an article, as far as one has read.

    `news` is the last day of its news that was told; `past` another time that the
    sentence before told of.
    """

    issued: str
    published: When
    settings: ExtractConfig
    news: When | None = None
    past: When | None = None

    def learn(self, told: Sequence[Telling]) -> None:
        days = [t.when for t in told if _is_of_the_news(t, self.issued)]
        self.news = _carried(days[-1]) if days else self.news
        self.past = None if days else _last_past(told)

    def when(self, *, beside: bool) -> When | None:
        """The time of what has none of its own; *beside* what has one, the past is
        not meant. None where the settings rule out every guess."""
        carried = self.news if beside or self.past is None else self.past
        if carried is not None and self.settings.carried_dates:
            return carried
        return self.published if self.settings.publication_dates else None


def _untimed(
    page: Page, dated: Sequence[Telling], published: When, settings: ExtractConfig
) -> Iterator[tuple[Place, When, bool]]:
    """The sentences of the article's own body that may tell without a time, each with
    the time that this may have, and whether it tells of something else with a time."""
    told: dict[int, list[Telling]] = defaultdict(list)
    for telling in dated:
        told[telling.sentence[1]].append(telling)
    news = _Clock(page.creation.issued or "", published, settings)
    block = None
    for place in page.places:
        if place.block.kind is not BlockKind.BODY or place.block.story:
            continue
        if place.block is not block:
            block, news.past = place.block, None
        here = told.get(place.end, [])
        if here:
            news.learn(here)
        elif news.past is not None and not _goes_on(page, place):
            news.past = None
        if not any(_is_of_the_news(t, news.issued) for t in here):
            when = news.when(beside=bool(here))
            if when is not None:
                yield place, when, bool(here)


def _headlines(
    page: Page, dated: Sequence[Telling], published: When, settings: ExtractConfig
) -> Iterator[Telling]:
    """What the article's headline tells, as of its first day of news."""
    issued = page.creation.issued or ""
    days = [t.when for t in dated if _is_of_the_news(t, issued)]
    when = _carried(days[0]) if days and settings.carried_dates else published
    if when is published and not settings.publication_dates:
        return
    for block in page.document.blocks:
        if block.kind is BlockKind.HEADLINE:
            place = Place(block, block.start, block.end, None)
            telling = _mention(page, place, when)
            if telling is not None:
                yield telling


def _carried(when: When) -> When:
    """*when*, as what the next sentences may tell of."""
    return When(
        0,
        0,
        "",
        about(when.date) if when.date is not None else None,
        Basis.INFERRED,
        anchor=f"“{when.phrase}” earlier in the text",
    )


def _last_past(told: Sequence[Telling]) -> When | None:
    """What is told of last, if it is a single time that lies behind."""
    when = told[-1].when
    behind = told[-1].factuality is Factuality.HAPPENED
    known = when.date is not None and when.date.form is Form.DATE
    return _carried(when) if known and behind else None


def _goes_on(page: Page, place: Place) -> bool:
    """The sentence goes on with a story: who was told of acts, in the simple past."""
    sentence = page.sentence(place)
    clause = told_clause(page, place, sentence)
    if clause is None or clause.subject is None:
        return False
    opener = sentence.tokens[clause.subject[0]].lower
    of_them = [word.lower for word in sentence.tokens[1:3]] == ["of", "them"]
    told = clause.verb.tense is Tense.PAST and clause.verb.lemma not in SAYING
    return told and (opener in _WHO_WAS_TOLD_OF or of_them)


_WHO_WAS_TOLD_OF = words("he she it they his her its their")


def _mention(
    page: Page, place: Place, when: When, *, several: bool = False
) -> Telling | None:
    """The sentence at *place* as a mention of *when*; None when it tells nothing.

    *several*: it tells of something else as well, which has a time.
    """
    if page.text[place.start : place.end].endswith("?"):
        return None
    sentence = page.sentence(place)
    narrated = place.block.kind is BlockKind.HEADLINE
    clause = told_clause(page, place, sentence, narrated=narrated)
    if clause is None or not _is_open(sentence, clause, _timed(page, place, sentence)):
        return None
    found = Governor(By.VERB, clause.verb.start, (clause.start, clause.end), clause)
    telling = telling_of(
        page, place, sentence, when, found, (), several=several, is_told=True
    )
    return replace(telling, is_mention_only=True) if telling is not None else None


def _timed(page: Page, place: Place, sentence: Sentence) -> list[Governor]:
    """What the times of the sentence belong to."""
    found = []
    for when in times_within(page.text, page.timexes_in(place), page.creation):
        span = span_of(sentence, when)
        head = governor(sentence, span) if span else None
        if head is not None:
            found.append(head)
    return found


def _is_open(sentence: Sentence, clause: Clause, timed: Sequence[Governor]) -> bool:
    """No time of the sentence is that of *clause*: its own, its subject's ("the strike
    in 1920 | cost ..."), what it follows ("after the strike in 1920, ..."), or that of
    the clause it follows upon; nor does it change a day ("was moved from 4 to 11
    April")."""
    inside = any(clause.start <= at < clause.end for at in sentence.masked)
    if inside and clause.verb.lemma in CHANGES_A_DAY:
        return False
    for head in timed:
        inner = head.clause
        if head.by is not By.VERB:
            subject = clause.subject or (0, 0)
            opens = head.head < subject[0] and _sets_the_time(sentence, clause)
            within = subject[0] <= head.head < subject[1]
            if inner is clause and (opens or within):
                return False
        elif inner is not None and (
            inner is clause
            or (inner.role is Role.ADVERBIAL and _sets_the_time(sentence, inner))
        ):
            return False
    return True


def _sets_the_time(sentence: Sentence, clause: Clause) -> bool:
    return sentence.tokens[clause.start].lower in _TEMPORAL


_TEMPORAL = words("after as before once since until when while")


def _main_news(page: Page, dated: Sequence[Telling], when: When) -> Telling | None:
    """What the article's opening reports without a time; None when that is views,
    plans or states, or what the article gives a day for."""
    issued = page.creation.issued or ""
    known = [t for t in dated if _is_of_the_news(t, issued)]
    lead = [p for p in page.places if p.block.kind is BlockKind.BODY]
    for place in lead[: 1 if known else 2]:
        views = ANALYSIS.search(page.text, place.start, place.end)
        if place.block.story or views or any(t.end <= place.end for t in known):
            continue
        first = place is lead[0]
        if not first and _tells_on(page, place, lead[0], dated):
            continue
        telling = _of_opening(page, place, when, first=first)
        if telling is not None and not any(_may_date(t, telling) for t in known):
            return telling
    return None


def _may_date(dated: Telling, news: Telling) -> bool:
    """*dated* may tell of *news* again, with its day: of an act of the same kind."""
    acts = [
        {act_of(act) for deed in telling.deeds for act in deed.acts}
        for telling in (dated, news)
    ]
    return bool(acts[0] & acts[1]) or bool((dated.families & news.families) - LIGHT)


def _tells_on(
    page: Page, place: Place, before: Place, dated: Sequence[Telling]
) -> bool:
    """The sentence at *place* goes on with what the one before told with its time."""
    told = any(telling.sentence[1] == before.end for telling in dated)
    return told and _goes_on(page, place)


def _of_opening(page: Page, place: Place, when: When, *, first: bool) -> Telling | None:
    sentence = page.sentence(place)
    told = first_told(sentence)
    timed = _timed(page, place, sentence)
    if told is None or not _is_news(page, place, sentence, told[1], timed, first=first):
        noun = None if timed else _news_noun(sentence)
        if noun is None:
            return None
        told = (sentence, noun)
    return telling_of(page, place, sentence, when, told[1], ())


def _is_news(
    page: Page,
    place: Place,
    sentence: Sentence,
    found: Governor,
    timed: Sequence[Governor],
    *,
    first: bool,
) -> bool:
    clause = found.clause
    assert clause is not None
    return (
        not in_person(sentence, clause)
        and is_of_now(page, place, sentence, clause, opening=first)
        and _is_open(sentence, clause, timed)
        and _reports(page, sentence, found)
    )


def _reports(page: Page, sentence: Sentence, found: Governor) -> bool:
    """The clause tells news, and more than words: a known happening, or what somebody
    who is named has just done."""
    assert found.clause is not None
    verb, subject = found.clause.verb, found.clause.subject
    if not verb.told or sentence.tokens[verb.start].lower == "had":
        return False
    if verb.lemma in ("say", "tell", "add"):
        return False
    if families_of(sentence, found, page.text):
        return True
    if subject is None or verb.passive or verb.tense is not Tense.PERFECT:
        return False
    first, last = sentence.tokens[subject[0]], sentence.tokens[subject[1] - 1]
    return verb.lemma not in STATES and bool(page.named(first.start, last.end))


def _news_noun(sentence: Sentence) -> Governor | None:
    """ "X's meeting with Y" in an opening that otherwise comments on it."""
    words = sentence.tokens
    for at in range(1, len(words) - 2):
        pair = (words[at].lower, words[at + 1].lower)
        owned = words[at - 1].lower.endswith(("'s", "s'"))
        if pair in OWNED_NOUNS and owned:
            span = phrase_around(sentence, at)
            return Governor(By.NOUN, at, span, sentence.clause_at(at))
    return None


def _is_of_the_news(telling: Telling, issued: str) -> bool:
    """It tells of a day of the article's last week."""
    day = telling.when.date
    return (
        telling.block.story == 0
        and day is not None
        and day.form is Form.DATE
        and day.precision is Precision.DAY
        and day.first is not None
        and 0 <= _days_between(day.first, issued) <= NEWS_DAYS
    )


def _days_between(day: Day, issued: str) -> int:
    return (date.fromisoformat(issued) - date(*day)).days
