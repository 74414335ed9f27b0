"""How a passage is found again in a text.

Source: W3C Web Annotation Data Model, 4.2.4 (TextQuoteSelector) and 4.2.5
(TextPositionSelector).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice


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
    others = positions(TextQuoteSelector(text[start:end]), text)
    rivals = [p.start for p in others if p.start != start]
    before = after = 0
    growing = _contexts(text, start, end)
    most = 1
    # A text that repeats itself agrees with itself for long: the context is doubled
    # until it stands once, and the least that does is then looked for in between.
    while rivals:
        batch = list(islice(growing, most))
        if not batch:
            break
        place = bisect_left(
            batch, True, key=lambda c: not _agreeing(text, start, end, rivals, c)
        )
        before, after = batch[min(place, len(batch) - 1)]
        rivals = _agreeing(text, start, end, rivals, (before, after))
        most *= 2
    return TextQuoteSelector(
        text[start:end], text[start - before : start], text[end : end + after]
    )


def _contexts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lengths of ever more context around `text[start:end]`, a word more each time."""
    before = after = 0
    while True:
        grown_before = _word_before(text, start - before)
        grown_after = _word_after(text, end + after)
        if grown_before and (before <= after or not grown_after):
            before += grown_before
        elif grown_after:
            after += grown_after
        else:
            return
        yield before, after


def _agreeing(
    text: str, start: int, end: int, rivals: list[int], context: tuple[int, int]
) -> list[int]:
    """The *rivals* whose text is that around *start* too, as far as *context* goes."""
    before, after = context
    wide = text[start - before : end + after]
    return [r for r in rivals if r >= before and text.startswith(wide, r - before)]


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
