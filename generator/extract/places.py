"""Cuts a document into the sentences that may tell, and each into what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.clause_reading import read_sentence
from generator.extract.clauses import Sentence, Span
from generator.extract.page import Page, Place
from generator.extract.times import SAME_DAY
from generator.extract.tokens import Token, sentences, tokens
from generator.model.sources import BlockKind
from generator.model.timex import Timex3, TimexType

PROSE = frozenset({BlockKind.BODY, BlockKind.CAPTION, BlockKind.TEASER})


LONGEST_SENTENCE = 2500
"""Code points; what goes on for longer without an end is a list or a log, no prose."""


def places(page: Page) -> Sequence[Place]:
    """The sentences of *page* that may tell; what is said twice is read once."""
    if not page.places:
        page.places.extend(_places(page))
    return page.places


def _places(page: Page) -> Iterator[Place]:
    said: set[str] = set()
    for block in page.document.blocks:
        if block.kind not in PROSE:
            continue
        before: Span | None = None
        for start, end in sentences(page.text, block.start, block.end):
            if block.kind is BlockKind.CAPTION:
                end = _without_credit(page.text, start, end)
            words = page.text[start:end]
            shown = block.kind is BlockKind.CAPTION and _OF_THE_PAST.search(
                page.text, block.start, block.end
            )
            if len(words) <= LONGEST_SENTENCE and words not in said and not shown:
                yield Place(block, start, end, before)
            said.add(words)
            before = (start, end)


def timexes_in(page: Page, place: Place) -> list[Timex3]:
    """The time expressions of the sentence, in order."""
    return page.timexes_within(place.start, place.end)


def heading_before(page: Page, place: Place) -> int:
    """Where the last heading above *place* ends; 0 for none."""
    above = bisect_right(page.headings, place.block.start)
    return page.headings[above - 1] if above else 0


def within_part(page: Page, timex: Timex3, cut: int) -> Timex3:
    """*timex*, without its value where "that day" or "that month" counts from nothing
    near: only from above the heading at *cut*, or past another year."""
    unit = SAME_DAY.search(timex.text) or _SAME_UNIT.search(timex.text)
    if unit is None or timex.edtf is None:
        return timex
    anchored = "earlier" in (timex.anchor or "")
    before = [
        t for t in page.timexes_within(cut, timex.start) if t.type is TimexType.DATE
    ]
    if SAME_DAY.search(timex.text):
        known = any(len(t.value) == len("2000-01-01") for t in before)
        near = known or not (cut and anchored)
    else:
        dated = [t.edtf for t in before if t.edtf is not None]
        near = anchored and bool(dated) and _year_in(dated[-1]) == _year_in(timex.edtf)
    if near:
        return timex
    needs = "the day that it counts from"
    return replace(timex, value="XXXX-XX-XX", edtf=None, needs=needs)


_SAME_UNIT = re.compile(
    r"\bthat (?:same )?(?:week|month|year|spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
"""What only a date told before can mean, never the day of publication."""


def _year_in(edtf: str) -> str:
    """The first year that *edtf* names; "" when it names none."""
    match = re.search(r"\d{4}", edtf)
    return match[0] if match else ""


def read(page: Page, place: Place) -> Sentence:
    """The sentence at *place*, which is read once."""
    span = (place.start, place.end)
    if span not in page.sentences:
        page.sentences[span] = _read(page, place)
    return page.sentences[span]


def _read(page: Page, place: Place) -> Sentence:
    words = _outside_brackets(tokens(page.text, place.start, place.end))
    timexes = timexes_in(page, place)
    masked = frozenset(
        i
        for i, token in enumerate(words)
        for t in timexes
        if t.start < token.end and token.start < t.end
    )
    narrated = place.block.kind in (BlockKind.CAPTION, BlockKind.HEADLINE)
    narrated |= _is_labelled(page, place, timexes)
    return read_sentence(words, masked, narrated=narrated)


_OF_THE_PAST = re.compile(
    r"\b(?:file|stock|archive|library) (?:photo(?:graph)?|picture|image|footage)\b",
    re.IGNORECASE,
)
"""A picture of another time, which the article does not tell of."""


def _is_labelled(page: Page, place: Place, timexes: Sequence[Timex3]) -> bool:
    """A time is its label, as in a chronicle: "- 24 May: The bridge opens"."""
    if not timexes:
        return False
    first, last = timexes[0], timexes[0]
    if len(timexes) > 1 and re.fullmatch(
        r"\s*(?:[-–—]|and|to)\s*", page.text[first.end : timexes[1].start]
    ):
        last = timexes[1]
    before = page.text[place.start : first.start].strip(" -–—•*·\t")
    return not before and bool(
        re.match(r"\*{0,2}\s?(?::|\s[-–—]\s)", page.text[last.end :])
    )


LONGEST_ASIDE = 8
"""Tokens in round brackets that are passed over; longer ones are read along."""


def _outside_brackets(words: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    opened: int | None = None
    for token in words:
        if token.text == "(":
            opened = len(kept)
        kept.append(token)
        if token.text == ")" and opened is not None:
            if len(kept) - opened - 2 <= LONGEST_ASIDE:
                del kept[opened:]
            opened = None
    return kept


_CREDIT_TAIL = re.compile(
    r"\s*,?\s*(?:\(?via\b[^.()]*\)?|(?:photo|image|picture|credit)s?(?::| by\b)[^.()]*"
    r"|\([^()]*\))\.?\s*$",
    re.IGNORECASE,
)


_OF_PICTURE = re.compile(
    r",?\s+in (?:this|an?) (?:[\w-]+ )*(?:photo(?:graph)?|picture|image|handout)\b",
    re.IGNORECASE,
)


def of_picture(page: Page, place: Place) -> int:
    """Where a caption turns from what is seen to the picture; else its end."""
    if place.block.kind is not BlockKind.CAPTION:
        return place.end
    match = _OF_PICTURE.search(page.text, place.start, place.end)
    return match.start() if match else place.end


def _without_credit(text: str, start: int, end: int) -> int:
    match = _CREDIT_TAIL.search(text[start:end])
    return start + match.start() if match and match.start() > 20 else end
