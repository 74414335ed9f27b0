"""Cuts a document into the sentences that may tell of something, and reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.clause_reading import read_sentence
from generator.extract.clauses import Sentence, Span
from generator.extract.tokens import Token, sentences, tokens
from generator.model.sources import Block, BlockKind, Document
from generator.model.timex import Timex3

PROSE = frozenset({BlockKind.BODY, BlockKind.CAPTION, BlockKind.TEASER})


LONGEST_SENTENCE = 2500
"""Code points; what goes on for longer without an end is a list or a log, no prose."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its block, with the one before it."""

    block: Block
    start: int
    end: int
    before: Span | None


def places_of(document: Document) -> Iterator[Place]:
    """The sentences of *document* that may tell; what is said twice stands once."""
    said: set[str] = set()
    for block in document.blocks:
        if block.kind not in PROSE:
            continue
        before: Span | None = None
        for start, end in sentences(document.text, block.start, block.end):
            if block.kind is BlockKind.CAPTION:
                end = _without_credit(document.text, start, end)
            words = document.text[start:end]
            shown = block.kind is BlockKind.CAPTION and _OF_THE_PAST.search(
                document.text, block.start, block.end
            )
            if len(words) <= LONGEST_SENTENCE and words not in said and not shown:
                yield Place(block, start, end, before)
            said.add(words)
            before = (start, end)


def sentence_at(text: str, place: Place, timexes: Sequence[Timex3]) -> Sentence:
    """The sentence of *text* at *place*, read; *timexes* are those within it."""
    words = _outside_brackets(tokens(text, place.start, place.end))
    masked = frozenset(
        i
        for i, token in enumerate(words)
        for t in timexes
        if t.start < token.end and token.start < t.end
    )
    narrated = place.block.kind in (BlockKind.CAPTION, BlockKind.HEADLINE)
    narrated |= _is_labelled(text, place, timexes)
    return read_sentence(words, masked, narrated=narrated)


_OF_THE_PAST = re.compile(
    r"\b(?:file|stock|archive|library) (?:photo(?:graph)?|picture|image|footage)\b",
    re.IGNORECASE,
)
"""A picture of another time, which the article does not tell of."""


def _is_labelled(text: str, place: Place, timexes: Sequence[Timex3]) -> bool:
    """A time is its label, as in a chronicle: "- 24 May: The bridge opens"."""
    if not timexes:
        return False
    first, last = timexes[0], timexes[0]
    if len(timexes) > 1 and re.fullmatch(
        r"\s*(?:[-–—]|and|to)\s*", text[first.end : timexes[1].start]
    ):
        last = timexes[1]
    before = text[place.start : first.start].strip(" -–—•*·\t")
    return not before and bool(re.match(r"\*{0,2}\s?(?::|\s[-–—]\s)", text[last.end :]))


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


def seen_until(text: str, place: Place) -> int:
    """Where a caption turns from what is seen to the picture; else its end."""
    if place.block.kind is not BlockKind.CAPTION:
        return place.end
    match = _OF_PICTURE.search(text, place.start, place.end)
    return match.start() if match else place.end


def _without_credit(text: str, start: int, end: int) -> int:
    match = _CREDIT_TAIL.search(text[start:end])
    return start + match.start() if match and match.start() > 20 else end
