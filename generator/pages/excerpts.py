"""Cited passages in their surroundings, as a source's page shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.timeline import Passage

CONTEXT = 120
"""Code points shown before and after a passage: enough to place it, no more."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage between the words around it.

    `cut_before` and `cut_after` tell that its paragraph goes on.
    """

    passage: Passage
    before: str
    exact: str
    after: str
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a whole text, with the passages that hold it and that begin in it."""

    text: str
    passages: tuple[Passage, ...]
    begins: tuple[Passage, ...]


def excerpt(passage: Passage, text: str) -> Excerpt:
    """*passage* with up to `CONTEXT` code points of its paragraph on either side."""
    start, end = passage.position.start, passage.position.end
    opens = text.rfind("\n", 0, start) + 1
    closes = text.find("\n", end)
    closes = len(text) if closes == -1 else closes
    low = _word_start(text, max(opens, start - CONTEXT), start)
    high = _word_end(text, min(closes, end + CONTEXT), end)
    return Excerpt(
        passage,
        before=text[low:start].lstrip(),
        exact=text[start:end],
        after=text[end:high].rstrip(),
        cut_before=bool(text[opens:low].strip()),
        cut_after=bool(text[high:closes].strip()),
    )


def stretches(passages: Sequence[Passage], text: str) -> tuple[Stretch, ...]:
    """The whole of *text*, cut wherever a passage begins or ends."""
    edges = {0, len(text)}
    begins: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        edges |= {passage.position.start, passage.position.end}
        begins[passage.position.start].append(passage)
    found = []
    holding: list[Passage] = []
    for low, high in pairwise(sorted(edges)):
        holding = [p for p in holding if p.position.end > low] + begins[low]
        stretch = Stretch(text[low:high], tuple(holding), tuple(begins[low]))
        found.append(stretch)
    return tuple(found)


def cited_share(passages: Sequence[Passage], text: str) -> float:
    """How much of *text* stands in cited passages, from 0 to 1."""
    cited = seen = 0
    for place in sorted(passage.position for passage in passages):
        cited += max(0, place.end - max(seen, place.start))
        seen = max(seen, place.end)
    return cited / len(text) if text else 0.0


def _word_start(text: str, at: int, limit: int) -> int:
    """The first place from *at* where a word begins, at most *limit*."""
    while 0 < at < limit and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, limit: int) -> int:
    """The last place before *at* where a word ends, at least *limit*."""
    while limit < at < len(text) and not text[at].isspace():
        at -= 1
    return at
