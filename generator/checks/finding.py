"""Finds the passage that a person means by a few words, as it is printed.

What is found is the source's own text, never the words that were typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.checks.quotes import fold, nearest
from generator.model.selectors import (
    TextPositionSelector,
    TextQuoteSelector,
    positions,
)

_GAP = re.compile(r"\s*(?:…|\.{3}|\[…\]|\[\.{3}\])\s*")


def passages(words: str, text: str) -> list[TextPositionSelector]:
    """Every place in *text* where *words* stand, in the order of the text.

    Letter for letter where that finds anything; else whatever the marks, dashes,
    spaces and capitals are. "First words … last words" is the shortest passage
    from the ones to the others.
    """
    words = words.strip()
    found = positions(TextQuoteSelector(words), text) or _folded(words, text)
    if found:
        return found
    parts = [part for part in _GAP.split(words) if part]
    return _spans([_folded(part, text) for part in parts])


def likely_passage(words: str, text: str) -> TextPositionSelector | None:
    """The place in *text* that *words* resemble most; None when nothing is near."""
    found = nearest(words.strip(), text)
    return None if found is None else TextPositionSelector(*found)


def _folded(words: str, text: str) -> list[TextPositionSelector]:
    needle, _ = fold(words)
    folded, places = fold(text)
    found = []
    at = folded.find(needle) if needle else -1
    while at != -1:
        last = at + len(needle) - 1
        found.append(TextPositionSelector(places[at], places[last] + 1))
        at = folded.find(needle, last + 1)
    return found


def _spans(
    parts: Sequence[Sequence[TextPositionSelector]],
) -> list[TextPositionSelector]:
    """The shortest stretches in which the *parts* follow each other."""
    if len(parts) < 2:
        return []
    ends: dict[int, int] = {}
    for first in parts[0]:
        end: int | None = first.end
        for places in parts[1:]:
            end = next((p.end for p in places if end and p.start >= end), None)
        if end is not None:
            ends[end] = first.start  # the last start before this end is the nearest
    return [TextPositionSelector(start, end) for end, start in ends.items()]
