"""Finds the passage that a person means by a few words, as it is printed.

What is found is the source's own text, never the words that were typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from generator.checks.quotes import Finding, fold, nearest, quoted
from generator.model.selectors import TextPositionSelector

_Form = Callable[[str], tuple[str, list[int]]]
"""A text in another form, and for each of its characters the offset it is from."""

_APOSTROPHE = "'"
_GAP = re.compile(r"\s*(?:…|\.{3}|\[…\]|\[\.{3}\])\s*")
_MOST_AT_ONCE = 300
"""So many characters are quoted rather as one passage than as two."""


def passages(words: str, text: str) -> list[TextPositionSelector]:
    """Every place in *text* where *words* stand, in the order of the text.

    Whatever the kinds of marks, dashes and spaces and the capitals are; where that
    finds nothing, whatever marks and accents there are at all. "First words … last
    words" is the shortest passage from the ones to the others.
    """
    for form in (fold, _bare):
        found = _places(words, text, form)
        if found:
            return found
        parts = [part for part in _GAP.split(words.strip()) if part]
        found = _spans([_places(part, text, form) for part in parts])
        if found:
            return found
    return []


def left_out(exact: str, text: str, where: str) -> Finding | None:
    """For a quotation with dots where it leaves words out; None for any other."""
    if not _GAP.search(exact):
        return None
    found = passages(exact, text)
    if not found:
        return None
    start, end = found[0].start, found[0].end
    line = text.count("\n", 0, start) + 1
    return Finding(
        "quote-left-out",
        f"the dots leave out words of {where}, but a quotation is whole",
        f"write all that stands there, in line {line}: exact: {quoted(text[start:end])}"
        if end - start <= _MOST_AT_ONCE
        else "make two citations, one of the words before the dots and one of those "
        "after them",
    )


def likely_passage(words: str, text: str) -> TextPositionSelector | None:
    """The place in *text* that *words* resemble most; None when nothing is near."""
    found = nearest(words.strip(), text)
    return None if found is None else TextPositionSelector(*found)


def _places(words: str, text: str, form: _Form) -> list[TextPositionSelector]:
    """Where *words* stand in *form*: as whole words, else as parts of words."""
    needle = form(words)[0].strip()
    formed, places = form(text)
    found = []
    at = formed.find(needle) if needle else -1
    while at != -1:
        last = at + len(needle) - 1
        found.append(TextPositionSelector(places[at], places[last] + 1))
        at = formed.find(needle, last + 1)
    return [place for place in found if _is_whole(place, text)] or found


def _is_whole(place: TextPositionSelector, text: str) -> bool:
    """True when *place* neither begins nor ends within a word."""
    return not any(
        text[edge - 1 : edge].isalnum() and text[edge : edge + 1].isalnum()
        for edge in (place.start, place.end)
        if edge
    )


def _bare(text: str) -> tuple[str, list[int]]:
    """Letters and figures alone, without accents; other marks part words, but for
    apostrophes, which are as if they were not there."""
    letters: list[str] = []
    places: list[int] = []
    for character, place in zip(*fold(text), strict=True):
        if character == _APOSTROPHE:
            continue
        plain = unicodedata.normalize("NFKD", character)
        for part in plain:
            if unicodedata.combining(part):
                continue
            letter = part if part.isalnum() else " "
            if letter != " " or letters[-1:] not in ([], [" "]):
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


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
