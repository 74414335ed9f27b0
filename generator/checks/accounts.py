"""What is said around a quotation against its words: phrase, number, name, and date.

A quotation proves only itself. The time that a file takes from it, the number of a
claim and the one who speaks are a person's reading of it, and may be mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.known import Known
from generator.checks.quotes import nearest_words, quoted
from generator.checks.tools import at, did_you_mean, error, plain, warning
from generator.model.citations import Citation, Says
from generator.model.date_words import MONTHS
from generator.model.edtf import Edtf, EdtfDate, Form
from generator.model.events import Event
from generator.model.timex import Basis
from generator.problems import Problem


def account_problems(event: Event, known: Known) -> Iterator[Problem]:
    """Phrases, numbers, names and dates that their passages do not hold."""
    for index, citation in enumerate(event.citations):
        key, says = f"citations.{index}.says", citation.says
        wrong = list(_phrase(event, f"{key}.phrase", citation))
        yield from wrong or _date_of_phrase(event, f"{key}.date", says)
        yield from _speaker(event, f"{key}.speaker", says.speaker, citation, known)
    for index, claim in enumerate(event.claims):
        key = f"claims.{index}"
        yield from _numbers(event, f"{key}.value", claim.value, claim.citation)
        yield from _speaker(
            event, f"{key}.speaker", claim.speaker, claim.citation, known
        )


def _phrase(event: Event, key: str, citation: Citation) -> Iterator[Problem]:
    phrase, exact = citation.says.phrase, citation.quote.exact
    if not phrase or not exact or plain(phrase) in plain(exact):
        return
    near = nearest_words(phrase, exact)
    yield error(
        at(event, key),
        "phrase-missing",
        f"“{phrase}” does not stand in the words quoted under exact:",
        f"write phrase: {quoted(near)}"
        if near
        else "copy the words that give the time from exact:, or take phrase: out",
    )


# --- numbers ------------------------------------------------------------------------

_NUMBER = re.compile(r"\d+(?:[.,’'\u202f\u00a0]\d+)*")
_GROUPED = re.compile(r"(?<=\d)[.,’'\u202f\u00a0](?=\d{3}(?!\d))")
_FROM_ZERO = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IN_WORDS = {
    **{word: str(number) for number, word in enumerate(_FROM_ZERO)},
    **{word: f"{number}0" for number, word in enumerate(_TENS, 3)},
}
_WORD = re.compile(r"[^\W\d_]+")


def _numbers(event: Event, key: str, value: str, cited: Citation) -> Iterator[Problem]:
    exact = cited.quote.exact
    if not exact:
        return
    known = _numbers_in(exact).values()
    for written, number in _numbers_in(value).items():
        if number not in known:
            yield warning(
                at(event, key),
                "claim-number",
                f"the number “{written}” does not stand in the passage of this claim",
                "word the value as the passage does, or cite the words that give it",
            )


def _numbers_in(text: str) -> dict[str, str]:
    """The numbers of *text*, as written, each with its digits alone."""
    found = {n: _GROUPED.sub("", n) for n in _NUMBER.findall(text)}
    for word in _WORD.findall(text):
        if word.casefold() in _IN_WORDS:
            found[word] = _IN_WORDS[word.casefold()]
    return found


# --- names --------------------------------------------------------------------------

_LITTLE_WORDS = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of"}) | {
    *("on", "the", "to")
}


def _speaker(
    event: Event, key: str, speaker: str, cited: Citation, known: Known
) -> Iterator[Problem]:
    document = known.documents.get(cited.source)
    if not speaker or document is None:
        return
    text = document.text
    words = {word.casefold() for word in _WORD.findall(text)}
    for name in (speaker, *known.labels.get(plain(speaker), ())):
        asked = [w.casefold() for w in _WORD.findall(name)]
        if words.issuperset(word for word in asked if word not in _LITTLE_WORDS):
            return
    missing = [w for w in _WORD.findall(speaker) if w.casefold() not in words]
    yield warning(
        at(event, key),
        "speaker-missing",
        f"“{missing[0]}” of the speaker “{speaker}” is not in this source",
        did_you_mean(
            missing[0],
            {word for word in _WORD.findall(text) if len(word) > 2},
            "name the speaker as the source does, or cite the source that does",
        ),
    )


# --- dates --------------------------------------------------------------------------

_YEAR = re.compile(r"\b(\d{4})\b")
_MONTH = re.compile(rf"\b({'|'.join(MONTHS)})\b")
_NAMED = rf"({'|'.join(MONTHS)})"
_NUMBERED = r"(\d{1,2})(?:st|nd|rd|th)?"
_WHOLE_DAYS = (
    (re.compile(rf"{_NUMBERED} {_NAMED},? (\d{{4}})"), "dmy"),  # 12 July 2019
    (re.compile(rf"{_NAMED} {_NUMBERED},? (\d{{4}})"), "mdy"),  # July 12, 2019
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), "ymd"),
)


def _date_of_phrase(event: Event, key: str, says: Says) -> Iterator[Problem]:
    """A phrase that gives the whole date leaves no choice: it is compared with it."""
    if says.date is None or says.basis not in (None, Basis.STATED):
        return
    phrase = " ".join(says.phrase.split())
    meant = _whole_day(phrase)
    if meant:
        if says.date.form is Form.DATE and not _within(says.date, meant):
            yield error(
                at(event, key),
                "date-not-phrase",
                f"“{says.phrase}” is {meant}, not {says.date}",
                f'write date: "{meant}"',
            )
        return
    years = {int(year) for year in _YEAR.findall(phrase)}
    months = {MONTHS.index(month) + 1 for month in _MONTH.findall(phrase)}
    parts = [part for part in says.date.dates if "X" not in part.year]
    if not parts or says.basis is None:
        return
    # A season or a financial year may end in the year after the one that is named.
    near = years | {year + 1 for year in years}
    if years and not any(int(part.year) in near for part in parts):
        what = f"the year {min(years)}"
    elif months and not any(_month(part) in months for part in parts):
        what = MONTHS[min(months) - 1]
    else:
        return
    yield warning(
        at(event, key),
        "date-not-phrase",
        f"“{says.phrase}” names {what}, but the date is {says.date}",
        "correct the date, or write basis: inferred and because: if it is right",
    )


def _whole_day(phrase: str) -> str:
    """The day that *phrase* gives in full; "" when it leaves anything open."""
    for pattern, order in _WHOLE_DAYS:
        if match := pattern.fullmatch(phrase):
            parts = dict(zip(order, match.groups(), strict=True))
            named = parts["m"] in MONTHS
            month = MONTHS.index(parts["m"]) + 1 if named else int(parts["m"])
            return f"{parts['y']}-{month:02}-{int(parts['d']):02}"
    return ""


def _within(date: Edtf, day: str) -> bool:
    """True when *date* may be *day*: it is that day, its month or its year."""
    year, month, number = map(int, day.split("-"))
    wanted = (year, month, number)
    return bool(date.first and date.last and date.first <= wanted <= date.last)


def _month(part: EdtfDate) -> int | None:
    """The month of *part*; None when it names none, or another stretch of a year."""
    known = part.month is not None and "X" not in part.month and int(part.month) <= 12
    return int(part.month or 0) if known else None
