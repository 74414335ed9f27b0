"""How a passage is found again in a text.

Source: W3C Web Annotation Data Model, 4.2.4 (TextQuoteSelector) and 4.2.5
(TextPositionSelector).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """The exact words, with as much of their neighbours as uniqueness needs."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, order=True)
class TextPositionSelector:
    """Code points of a document's text, from 0, end excluded."""

    start: int
    end: int


def positions(quote: TextQuoteSelector, text: str) -> list[TextPositionSelector]:
    """Every place in *text* where *quote* stands between its neighbours.

    None means the source changed or was misquoted; several mean the quote
    needs more context. Both are for the caller to report.
    """
    needle = quote.prefix + quote.exact + quote.suffix
    found: list[TextPositionSelector] = []
    if not quote.exact:
        return found
    at = text.find(needle)
    while at != -1:
        start = at + len(quote.prefix)
        found.append(TextPositionSelector(start, start + len(quote.exact)))
        at = text.find(needle, at + 1)
    return found


def quote_of(text: str, start: int, end: int) -> TextQuoteSelector:
    """The passage `text[start:end]` with just enough context to stand once.

    Context grows word by word, first before the passage, then after it, so that
    a person can read it. Two passages that repeat with all their surroundings
    cannot be told apart; the widest context is returned then.
    """
    exact = text[start:end]
    before = after = 0
    quote = TextQuoteSelector(exact)
    while len(positions(quote, text)) > 1:
        left, right = start - before, end + after
        grown_before = before + _word_before(text, left)
        grown_after = after + _word_after(text, right)
        if before <= after and grown_before > before:
            before = grown_before
        elif grown_after > after:
            after = grown_after
        elif grown_before > before:
            before = grown_before
        else:
            break
        quote = TextQuoteSelector(
            exact, text[start - before : start], text[end : end + after]
        )
    return quote


def _word_before(text: str, at: int) -> int:
    """Code points of the white space and the word that end at *at*."""
    left = at
    while left > 0 and text[left - 1].isspace():
        left -= 1
    while left > 0 and not text[left - 1].isspace():
        left -= 1
    return at - left


def _word_after(text: str, at: int) -> int:
    """Code points of the white space and the word that begin at *at*."""
    right = at
    while right < len(text) and text[right].isspace():
        right += 1
    while right < len(text) and not text[right].isspace():
        right += 1
    return right - at
