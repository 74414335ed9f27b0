"""Cuts a document into the sentences that may tell, and each into what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.clauses import Sentence, Span, read_sentence
from generator.extract.page import Page
from generator.extract.tokens import Token, sentences, tokens
from generator.model.sources import Block, BlockKind
from generator.model.timex import Timex3

PROSE = frozenset({BlockKind.BODY, BlockKind.CAPTION, BlockKind.TEASER})


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its block, with the one before it."""

    block: Block
    start: int
    end: int
    before: Span | None


def places(page: Page) -> Iterator[Place]:
    for block in page.document.blocks:
        if block.kind not in PROSE:
            continue
        before: Span | None = None
        for start, end in sentences(page.text, block.start, block.end):
            if block.kind is BlockKind.CAPTION:
                end = _without_credit(page.text, start, end)
            yield Place(block, start, end, before)
            before = (start, end)


def timexes_in(page: Page, place: Place) -> list[Timex3]:
    return [t for t in page.timexes if place.start <= t.start and t.end <= place.end]


def read(page: Page, place: Place) -> Sentence:
    words = _outside_brackets(tokens(page.text, place.start, place.end))
    masked = frozenset(
        i
        for i, token in enumerate(words)
        for t in page.timexes
        if t.start < token.end and token.start < t.end
    )
    narrated = place.block.kind in (BlockKind.CAPTION, BlockKind.HEADLINE)
    return read_sentence(words, masked, narrated=narrated)


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
    match = _OF_PICTURE.search(page.text, place.start, place.end)
    captioned = place.block.kind is BlockKind.CAPTION
    return match.start() if match and captioned else place.end


def _without_credit(text: str, start: int, end: int) -> int:
    match = _CREDIT_TAIL.search(text[start:end])
    return start + match.start() if match and match.start() > 20 else end
