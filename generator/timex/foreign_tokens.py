"""A text of another language as a row of tokens for the anchoring.

Anchoring asks the row for the tense around an expression. So that it needs no second
grammar, a word that shows one is read as the English word for it ("will", "had",
"until"); every other word is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.timex.spelling import BREAK
from generator.timex.tokens import CLASS_LETTERS, Tokens

SENTENCE_END = (
    rf"(?-i:{BREAK}|[。！？]|[.!?…](?=\s+[^\W\d_a-zа-яіїєґ]|\s*\Z|[\"»”』」{BREAK}])"
    r"|(?<=[^\W\d]{3})\.(?=\s+\d))"
)
"""A dot before a number ends a sentence after a word, but not after "г." or "No."."""

_GLOSSES = {"end": ".", "future": "will", "past": "had", "until": "until", "": ""}
_LETTERS = {
    **dict.fromkeys(("will", "had", "until"), CLASS_LETTERS["TENSED"]),
    **{".": CLASS_LETTERS["OTHER"], "": CLASS_LETTERS["LOWER"]},
}


@dataclass(frozen=True)
class Glossed(Tokens):
    """Tokens of which only those that show a tense have a word, in English."""

    def __getitem__(self, index: int) -> str:
        """The English word for the token; empty where it has none."""
        return self.low(index)

    def _ends(self, index: int) -> bool:
        return self.lows[index] == "."


def glossed(
    text: str, extents: Sequence[tuple[int, int]], words: re.Pattern[str]
) -> Glossed:
    """The tokens of *text*, each of *extents* being one.

    *words* finds the others; its groups are the keys of `_GLOSSES`.
    """
    spans: list[tuple[int, int]] = []
    lows: list[str] = []
    reached = 0
    for start, end in [*extents, (len(text), len(text))]:
        for match in words.finditer(text, reached):  # may look at what follows
            if match.start() >= start:
                break
            lows.append(_GLOSSES[match.lastgroup or ""])
            spans.append((match.start(), min(match.end(), start)))
        lows.append("")
        spans.append((start, end))
        reached = end
    spans.pop()
    lows.pop()
    letters = "".join(_LETTERS[low] for low in lows)
    return Glossed(text, spans, letters, lows)
