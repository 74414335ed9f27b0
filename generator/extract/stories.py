"""Documents into stories: those that report the same piece of news stand together.

Two reports of one story share rare words, above all names and numbers. Likeness is
the cosine of TF-IDF vectors (Salton & Buckley 1988), counted twice: among all
documents, which finds the subject, and then among those of one subject, where only
what tells its stories apart still weighs.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.extract.gazetteer import fold
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
)
from generator.extract.linking import Likeness, average_link

ONE_SUBJECT = 0.12
"""Mean cosine of two groups of documents from which they have one subject."""

ONE_STORY = 0.02
"""The same within a subject, from which they tell one story."""

AS_CLOSE = 0.5
"""Two groups tell one story only when they are this close to each other, measured by
how close the reports within the looser of them are: long reports share more words."""

OPENING = 300
"""Code points that a report says its news in: what follows is largely background."""

OPENING_COUNTS = 3
"""How often a word of the opening counts."""

APART = 1.5
"""How much faster than its rarity the weight of a word grows within a subject."""

SLIGHT = 0.01
"""Cosine below which two documents are taken to share nothing."""

MARKED = 2.0
"""How much more a name or a number weighs than another word."""

COMMONEST = 0.1
"""How rare a word counts that all documents have: two texts may share all they say."""

BACKGROUND = 10
"""Documents on other things that are taken to stand beside those that are read: what
all of a few reports share is still their news."""

MOST_SHARED = 400
"""Documents that may share a word for it to bring two of them together."""

_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d.,]*\d|\d")
_EMPTY = DETERMINERS | PREPOSITIONS | AUXILIARIES | ADVERBS | CONJUNCTIONS

Vector = Mapping[str, float]


def stories(texts: Mapping[str, str]) -> dict[str, int]:
    """The number of the story that each document of *texts* belongs to.

    Numbers go by the first id of a story; the order of *texts* does not matter.
    """
    names = sorted(texts)
    counts = [_counted(texts[name]) for name in names]
    vectors = weighed(counts, marks(texts[name] for name in names))
    found: list[list[int]] = []
    for subject in average_link(likeness(vectors), ONE_SUBJECT):
        finer = _within([vectors[i] for i in subject])
        parts = average_link(likeness(finer), ONE_STORY, AS_CLOSE)
        found += [[subject[i] for i in part] for part in parts]
    found.sort()
    return {names[i]: number for number, group in enumerate(found) for i in group}


def _counted(text: str) -> Counter[str]:
    """The words of *text*, those that it opens with counted more."""
    found = words_of(text)
    for word, n in words_of(text[:OPENING]).items():
        found[word] += n * (OPENING_COUNTS - 1)
    return found


def words_of(text: str) -> Counter[str]:
    """The words of *text* that say something, folded, without a plural's ending."""
    return Counter(filter(None, map(_folded, _WORD.findall(text))))


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    small = fold(word).lower()
    if small in _EMPTY:
        return ""
    return small.removesuffix("s") if len(small) > 3 else small


def marks(texts: Iterable[str]) -> frozenset[str]:
    """The words that *texts* write with a capital nearly always, and numbers."""
    every: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        written = _WORD.findall(text)
        every.update(map(_folded, written))
        marked = (word for word in written if word[0].isupper() or word[0].isdigit())
        capital.update(map(_folded, marked))
    return frozenset(word for word, n in capital.items() if n > 0.8 * every[word])


def rarity(counts: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """How much it says that a document has a word; little for one that all have."""
    spread = Counter(word for words in counts for word in words)
    count = 1 + len(counts) + BACKGROUND
    return {
        word: max(math.log(count / (1 + n)), COMMONEST) for word, n in spread.items()
    }


def weighed(
    counts: Sequence[Mapping[str, int]], marked: frozenset[str]
) -> list[Vector]:
    """A vector of length 1 for each document."""
    rare = rarity(counts)
    return [
        _unit(
            {
                word: (1 + math.log(n)) * rare[word] * (MARKED if word in marked else 1)
                for word, n in sorted(words.items())
            }
        )
        for words in counts
    ]


def _within(vectors: Sequence[Vector]) -> list[Vector]:
    """The vectors of one subject, what most of them share weighed down."""
    spread = Counter(word for vector in vectors for word in vector)
    count = 1 + len(vectors)
    apart = {w: (1 + math.log(count / n)) ** APART for w, n in spread.items()}
    return [_unit({word: w * apart[word] for word, w in v.items()}) for v in vectors]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items() if weight}


def cosine(first: Vector, second: Vector) -> float:
    """Of two vectors of length 1."""
    if len(second) < len(first):
        first, second = second, first
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())


def likeness(vectors: Sequence[Vector]) -> Likeness:
    """The cosine of each pair that shares enough, found by the words they share."""
    spread = Counter(word for vector in vectors for word in vector)
    holders: dict[str, tuple[list[int], list[float]]] = {
        word: ([], []) for word, n in spread.items() if 1 < n <= MOST_SHARED
    }
    found = Likeness(len(vectors))
    for i, vector in enumerate(vectors):
        sums = [0.0] * i  # quicker than a table, though most of it stays empty
        for word, weight in vector.items():
            if (held := holders.get(word)) is None:
                continue
            others, weights = held
            for j, other in zip(others, weights, strict=True):
                sums[j] += weight * other
            others.append(i)
            weights.append(weight)
        for j, shared in enumerate(sums):
            if shared >= SLIGHT:
                found.add(i, j, shared)
    return found
