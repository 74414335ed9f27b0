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
from dataclasses import replace
from functools import lru_cache, partial

import numpy as np

from generator.extract.gazetteer import fold
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
)
from generator.extract.linking import average_link
from generator.extract.vectors import Vectors, likeness, numbered, told_by

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
    reports = _weighed(texts[name] for name in names)
    found: list[list[int]] = []
    for subject in _groups(reports, ONE_SUBJECT):
        parts = _groups(_within(reports.only(subject)), ONE_STORY, AS_CLOSE)
        found += [[subject[i] for i in part] for part in parts]
    found.sort()
    return {names[i]: number for number, group in enumerate(found) for i in group}


def _groups(vectors: Vectors, enough: float, as_close: float = 0.0) -> list[list[int]]:
    """Those that are alike, found by the words they share."""
    return average_link(likeness(vectors, SLIGHT, MOST_SHARED), enough, as_close)


def _weighed(texts: Iterable[str]) -> Vectors:
    """A vector of length 1 for each document."""
    marking = _Marking()
    counts, known = numbered(_counted(text, marking) for text in texts)
    marked = marking.marked()
    by_mark = np.array([MARKED if word in marked else 1.0 for word in known])
    rare = told_by(counts.spread, partial(_rarity, count=counts.count))
    often = told_by(counts.weights.astype(np.int32), lambda n: 1 + math.log(n))
    weights = often * rare[counts.words] * by_mark[counts.words]
    return replace(counts, weights=weights).of_length_one()


def _counted(text: str, marking: _Marking) -> Counter[str]:
    """The words of *text*, those that it opens with counted more; *marking* hears how
    they are written."""
    found = marking.read(text)
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
    marking = _Marking()
    for text in texts:
        marking.read(text)
    return marking.marked()


class _Marking:
    """How texts, one after the other, write their words."""

    def __init__(self) -> None:
        self._forms: Counter[str] = Counter()

    def read(self, text: str) -> Counter[str]:
        """The words of *text*, as `words_of` gives them."""
        forms = _WORD.findall(text)
        self._forms.update(forms)
        return Counter(filter(None, map(_folded, forms)))

    def marked(self) -> frozenset[str]:
        """Those with a capital nearly always, and numbers."""
        every: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        for form, n in self._forms.items():
            word = _folded(form)
            every[word] += n
            if form[0].isupper() or form[0].isdigit():
                capital[word] += n
        return frozenset(w for w, n in capital.items() if w and n > 0.8 * every[w])


def rarity(counts: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """How much it says that a document has a word; little for one that all have."""
    spread = Counter(word for words in counts for word in words)
    return {word: _rarity(n, len(counts)) for word, n in spread.items()}


def _rarity(spread: int, count: int) -> float:
    """That of a word which *spread* of *count* documents have."""
    return max(math.log((1 + count + BACKGROUND) / (1 + spread)), COMMONEST)


def _within(vectors: Vectors) -> Vectors:
    """The vectors of one subject, what most of them share weighed down."""
    count = 1 + vectors.count
    apart = told_by(vectors.spread, lambda n: (1 + math.log(count / n)) ** APART)
    weights = vectors.weights * apart[vectors.words]
    return replace(vectors, weights=weights).of_length_one()


def cosine(first: Vector, second: Vector) -> float:
    """Of two vectors of length 1."""
    if len(second) < len(first):
        first, second = second, first
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())
