"""Accounts of one happening that differ in a number into claims: who says how many.

Precise before many: two numbers answer one question only when the same things are
counted and the same is said of them ("people killed"), in different sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.extract.acts import act_of
from generator.extract.clauses import Span
from generator.extract.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    words,
)
from generator.extract.page import Page
from generator.extract.tellings import Telling
from generator.extract.tokens import sentences
from generator.extract.verbs import NO_VERB, verb_form
from generator.model.citations import Citation, Claim
from generator.model.selectors import quote_of

FURTHER = 400
"""Code points after a sentence in which the next one is looked for."""

_COUNTED = re.compile(
    r"""
    (?P<value>
      (?:\b(?:about|around|some|nearly|almost|roughly|approximately|over|under
         |more\ than|fewer\ than|less\ than|at\ least|at\ most|up\ to|as\ many\ as
         |an\ estimated)\s+)?
      (?<![\w$€£.,-])(?P<number>\d{1,3}(?:,\d{3})+|\d+
        |two|three|four|five|six|seven|eight|nine|ten
       )(?![\w.,:%-]*\d)\b
      (?:\s+(?:hundred|thousand|million|billion))?
    )
    (?=(?P<what>(?:\s+[^\W\d_][\w'’-]*){1,4}))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEASURES = words(
    # What is counted of anything: two such numbers rarely answer one question.
    """years months weeks days hours minutes seconds times kilometres kilometers miles
    metres meters degrees points percent dollars euros pounds yards feet inches"""
)
_PEOPLE = words("people persons men women children civilians others residents")
_PLURALS = _PEOPLE | words("personnel troops police")
_STOPS = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | DETERMINERS
_FELT = words("dead injured wounded killed missing hurt arrested detained displaced")
_SUFFERED = {"kill": "killed", "injure": "injured", "arrest": "arrested"}
"""What is said of people in many words, in one: "dead", "slain" and "killed"."""

_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2
    )
}


@dataclass(frozen=True, slots=True)
class _Count:
    """A number where a passage gives it; `about` is the question that it answers."""

    telling: Telling
    start: int
    end: int
    about: str
    value: str
    number: str


def claims_of(tellings: Sequence[Telling], pages: Mapping[str, Page]) -> list[Claim]:
    """The accounts that differ, of every question that the passages answer
    differently, in the order of question and passage; often none."""
    answers: dict[str, list[_Count]] = defaultdict(list)
    # Two passages of one sentence would give its numbers twice.
    for telling in {(t.source, t.sentence): t for t in tellings}.values():
        page = pages[telling.source]
        of_telling = list(_counts(telling, page.text, telling.sentence))
        of_telling += _counts_of_the_hurt(telling, page)
        questions = [count.about for count in of_telling]
        for count in of_telling:
            # Who counts the same twice in one sentence counts two things.
            if questions.count(count.about) == 1 and not _is_open(count, of_telling):
                answers[count.about].append(count)
    return [
        _claim(count, pages[count.telling.source])
        for about in sorted(answers)
        if len({count.number for count in answers[about]}) > 1
        for count in answers[about]
    ]


def _counts_of_the_hurt(telling: Telling, page: Page) -> Iterator[_Count]:
    """How many came to harm, where the next sentence says it and names no time."""
    start = telling.sentence[1]
    following = next(sentences(page.text, start, start + FURTHER), None)
    if following is None or page.timexes_within(*following):
        return
    for count in _counts(telling, page.text, following):
        if count.about.split()[-1] in _SUFFERED.values():
            yield count


def _counts(telling: Telling, text: str, within: Span) -> Iterator[_Count]:
    for match in _COUNTED.finditer(text, *within):
        if match.start("number") < telling.when.end and (
            telling.when.start < match.end("number")
        ):
            continue  # it is a part of the date
        found = _counted(match, text)
        if found is None:
            continue
        about, end = found
        yield _Count(
            telling,
            match.start(),
            end,
            about,
            " ".join(match["value"].split()),
            _number(match),
        )


def _number(match: re.Match[str]) -> str:
    """The number in figures, with its "million"."""
    number = match["number"].lower()
    after = match["value"][match.end("number") - match.start("value") :]
    return f"{_SPELLED.get(number, number)}{after.lower()}"


def _is_open(count: _Count, others: Sequence[_Count]) -> bool:
    """Another number of the sentence counts the same things, for all that is said."""
    return any(
        f"{count.about} ".startswith(f"{other.about} ")
        or f"{other.about} ".startswith(f"{count.about} ")
        for other in others
        if other is not count
    )


def _counted(match: re.Match[str], text: str) -> tuple[str, int] | None:
    """The question that a number answers, and where its phrase ends; None for none."""
    spoken = list(re.finditer(r"\S+", match["what"]))
    base = match.start("what")
    phrase: list[str] = []
    for word in spoken:
        small = word[0].lower()
        if small in _FELT:
            thing = phrase or ["people"]
            felt = _SUFFERED.get(act_of(small), small)
            return f"{' '.join(thing)} {felt}", base + word.end()
        if small in _STOPS:
            return None
        phrase.append(word[0])
        if small in _MEASURES:
            return None
        plural = small.endswith("s") and not small.endswith(("ss", "'s", "’s"))
        if small in _PLURALS or plural:
            said = _said_of(text, match.start(), base + word.end())
            if not said and small in _PEOPLE:
                return None
            return " ".join([*phrase, said]).strip(), base + word.end()
    return None


def _said_of(text: str, start: int, end: int) -> str:
    """The participle that follows a counted thing, or the verb before it as one."""
    after = re.match(
        r"\s+(?:(?:were|was|are|have been|had been|has been|who were)\s+)?"
        r"([a-z]+)",
        text[end : end + 60],
    )
    if after and verb_form(after[1])[1].participle:
        return _SUFFERED.get(act_of(after[1]), after[1])
    before = re.search(r"([a-z]+)\s+$", text[max(0, start - 30) : start])
    form = verb_form(before[1])[1] if before else NO_VERB
    if before and (form.past or form.ing):
        act = act_of(before[1])
        return _SUFFERED.get(act) or (before[1] if before[1].endswith("ed") else act)
    return ""


def _claim(count: _Count, page: Page) -> Claim:
    quote = quote_of(page.text, count.start, count.end)
    citation = Citation(count.telling.source, quote)
    return Claim(count.about, count.value, citation, count.telling.speaker)
