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
    # Only places that have agreed so far are compared, and only on the new word:
    # a text that repeats itself would otherwise be searched whole for every word.
    rivals = [p.start for p in positions(TextQuoteSelector(exact), text)]
    before = after = 0
    while len(rivals) > 1:
        left, right = start - before, end + after
        grown_before = _word_before(text, left)
        grown_after = _word_after(text, right)
        if grown_before and (before <= after or not grown_after):
            word = text[left - grown_before : left]
            rivals = [r for r in rivals if text.endswith(word, 0, r - before)]
            before += grown_before
        elif grown_after:
            word = text[right : right + grown_after]
            at = end - start + after
            rivals = [r for r in rivals if text.startswith(word, r + at)]
            after += grown_after
        else:
            break
    return TextQuoteSelector(
        exact, text[start - before : start], text[end : end + after]
    )


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
