"""The time expressions of a text, with their values: `timexes`, and `joined`.

`recognise` finds the expressions and what their words mean, with the missing parts
left open; `resolve` hangs them on an anchor; `phrases` reads what stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.model.timex import Timex3
from generator.timex.language import language_of
from generator.timex.meanings import Expression
from generator.timex.phrases import Phrase, phrases, with_shared_years
from generator.timex.recognise import recognise
from generator.timex.resolve import resolve
from generator.timex.tokens import Tokens, tokens_of

__all__ = ["joined", "timexes"]


def timexes(
    text: str, dct: str | None = None, *, not_before: str | None = None
) -> list[Timex3]:
    """Every time expression of *text*, in order, none overlapping another.

    *dct*, the document creation time, and *not_before*, the earliest day on which
    the text can have been published, are YYYY-MM-DD. Without a *dct* nothing is
    guessed: a date that the text itself does not settle keeps its X, has no `edtf`,
    and says in `needs` what would resolve it.

    The extents are TIMEX3's: "11 to 13 July 2025" is two expressions, "11" and
    "13 July 2025", each with its own `value`; the `edtf` of both is that of their
    `whole` phrase, 2025-07-11/2025-07-13. `joined` makes one expression of them.

    Raises:
        ValueError: *dct* or *not_before* is not a day of the calendar.
    """
    tokens = tokens_of(text)
    resolved = resolve(
        tokens,
        with_shared_years(tokens, _recognised(tokens)),
        date.fromisoformat(dct) if dct else None,
        date.fromisoformat(not_before) if not_before else None,
    )
    return [_timex3(phrase, text) for phrase in phrases(tokens, resolved)]


def _recognised(tokens: Tokens) -> list[Expression]:
    """The expressions of a text, by the grammar of its language."""
    language = language_of(tokens.text)
    if language == "en":
        return recognise(tokens)
    # Only here is dateparser's language data needed: an English text is read without.
    from generator.timex import foreign

    return foreign.recognise(tokens, language)


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
