"""The time expressions of a text, with their values: `timexes`, and `joined`.

`recognise` finds the expressions and what their words mean, with the missing parts
left open; `resolve` hangs them on an anchor; `phrases` reads what stands around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from generator.model.language import language_of, may_be_english, primary
from generator.model.timex import Timex3
from generator.timex.meanings import Expression
from generator.timex.phrases import (
    Link,
    Phrase,
    link_between,
    phrases,
    with_shared_parts,
)
from generator.timex.recognise import recognise
from generator.timex.resolve import resolve
from generator.timex.resolved import Resolved
from generator.timex.tokens import Tokens, tokens_of

__all__ = ["day_written", "joined", "reads_dates_in", "timexes"]

_CREATION_TIME = re.compile(
    r"""
    (\d{4}) (-?) (\d\d) \2 (\d\d)                     # 2024-06-19, 20240619
    (?: [T ] \d\d (?: :?\d\d (?: :?\d\d (?: [.,]\d+ )? )? )?    # T09:42, T094200
        (?: Z | [+-]\d\d (?: :?\d\d )? )? )?
    """,
    re.VERBOSE | re.ASCII,
)


def day_written(creation_time: str) -> str | None:
    """The day of an ISO 8601 date, or date with a time, as YYYY-MM-DD.

    It is the day as written: a time zone does not move it. None when the text is
    neither; whether the calendar has the day is not asked.
    """
    match = _CREATION_TIME.fullmatch(creation_time)
    return "-".join(match.group(1, 3, 4)) if match else None


def reads_dates_in(language: str) -> bool:
    """True for a language with a grammar of its dates.

    Of a text in any other, only dates in the figures of ISO 8601 are read.
    *language* is a BCP 47 tag, of which the first part counts.
    """
    from generator.timex.languages import LANGUAGES

    return primary(language) in ("en", *LANGUAGES)


def timexes(
    text: str,
    dct: str | None = None,
    *,
    not_before: str | None = None,
    language: str | None = None,
) -> list[Timex3]:
    """Every time expression of *text*, in order, none overlapping another.

    *dct*, the document creation time, and *not_before*, the earliest day on which
    the text can have been published, are YYYY-MM-DD; a time after them is left aside.
    *language* is the BCP 47 tag of the language of the text; without it, the letters
    and the small words of the text tell it.
    Without a *dct* nothing is guessed: a date that the text itself does not settle
    keeps its X, has no `edtf`, and says in `needs` what would resolve it.

    The extents are TIMEX3's: "11 to 13 July 2025" is two expressions, "11" and
    "13 July 2025", each with its own `value`; the `edtf` of both is that of their
    `whole` phrase, 2025-07-11/2025-07-13. `joined` makes one expression of them.

    Raises:
        ValueError: *dct* or *not_before* is not a day of the calendar.
    """
    read = _reading(text, primary(language or language_of(text)))
    resolved = resolve(
        read.tokens,
        with_shared_parts(read.expressions, read.link),
        _day(dct),
        _day(not_before),
    )
    return [_timex3(phrase, text) for phrase in read.phrases(resolved)]


def _day(written: str | None) -> date | None:
    if not written:
        return None
    day = day_written(written)
    if day is None:
        raise ValueError(f"“{written}” is not a day such as 2024-06-19")
    return date.fromisoformat(day)


class _Reading(Protocol):
    """A text read by the grammar of its language."""

    @property
    def tokens(self) -> Tokens: ...
    @property
    def expressions(self) -> list[Expression]: ...
    def link(self, left: Expression, right: Expression) -> Link | None: ...
    def phrases(self, resolved: list[Resolved]) -> list[Phrase]: ...


class _English:
    """A text read by the grammar of English."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens_of(text)
        self.expressions = recognise(self.tokens)

    def link(self, left: Expression, right: Expression) -> Link | None:
        return link_between(self.tokens, left, right)

    def phrases(self, resolved: list[Resolved]) -> list[Phrase]:
        return phrases(self.tokens, resolved)


def _reading(text: str, language: str) -> _Reading:
    """The text, read by the grammar of its language."""
    if may_be_english(text, language):
        return _English(text)
    # Only here is dateparser's language data needed: an English text is read without.
    from generator.timex import foreign

    return foreign.Reading.of(text, language)


def joined(found: Sequence[Timex3], text: str) -> list[Timex3]:
    """*found*, with every phrase that `edtf` reads as one expression.

    "11" and "13 July 2025" become "11 to 13 July 2025", with the value
    "2025-07-11/2025-07-13"; "2022" becomes "since 2022".
    """
    out: list[Timex3] = []
    for timex in found:
        if timex.whole is None:
            out.append(timex)
            continue
        start, end = timex.whole
        if out and out[-1].whole == timex.whole:
            value = f"{out[-1].value}/{timex.value}"
            out[-1] = replace(out[-1], value=value)
            continue
        out.append(replace(timex, start=start, end=end, text=text[start:end]))
    return out


def _timex3(phrase: Phrase, text: str) -> Timex3:
    resolved = phrase.resolved
    expression = resolved.expression
    return Timex3(
        start=expression.start,
        end=expression.end,
        text=text[expression.start : expression.end],
        type=resolved.type,
        value=resolved.value,
        mod=phrase.mod,
        edtf=phrase.edtf,
        basis=resolved.basis,
        anchor=resolved.anchor,
        needs=resolved.needs,
        whole=phrase.whole,
    )
