"""A text of another language as a row of tokens for the anchoring.

Anchoring asks the row for the tense around an expression. So that it needs no second
grammar, a word that shows one is read as the English word for it ("will", "had",
"until"); every other word is empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.timex.spelling import BREAK
from generator.timex.tokens import Tokens

SENTENCE_END = (
    rf"(?-i:{BREAK}|[。！？]|[.!?…](?=\s+[^\W\d_a-zа-яіїєґ]|\s*\Z|[\"»”』」{BREAK}])"
    r"|(?<=[^\W\d]{3})\.(?=\s+\d))"
)
"""A dot before a number ends a sentence after a word, but not after "г." or "No."."""

_GLOSSES = {"end": ".", "future": "will", "past": "had", "until": "until"}


@dataclass(frozen=True)
class Glossed(Tokens):
    """Tokens of which only those in `glosses` have a word, in English."""

    glosses: Mapping[int, str]

    def __getitem__(self, index: int) -> str:
        """The English word for the token; empty where it has none."""
        return self.glosses.get(index, "")

    def low(self, index: int) -> str:
        """The same: glosses are in lower case."""
        return self.glosses.get(index, "")

    def _ends(self, index: int) -> bool:
        return self.glosses.get(index) == "."


def glossed(
    text: str, extents: Sequence[tuple[int, int]], words: re.Pattern[str]
) -> Glossed:
    """The tokens of *text*, each of *extents* being one.

    *words* finds the others; its groups are the keys of `_GLOSSES`.
    """
    spans: list[tuple[int, int]] = []
    glosses: dict[int, str] = {}
    reached = 0
    for start, end in [*extents, (len(text), len(text))]:
        for match in words.finditer(text, reached):  # may look at what follows
            if match.start() >= start:
                break
            if match.lastgroup:
                glosses[len(spans)] = _GLOSSES[match.lastgroup]
            spans.append((match.start(), min(match.end(), start)))
        spans.append((start, end))
        reached = end
    spans.pop()
    letters = "".join("p" if glosses.get(i) == "." else "w" for i in range(len(spans)))
    return Glossed(text, spans, letters, glosses)
