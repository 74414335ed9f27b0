"""Texts as vectors of weighed words, and how alike each two of them are.

Thousands of articles have millions of words, and more pairs, so all stand in a few
arrays. Whatever is summed is summed in one order, word by word in that of their
letters, and no logarithm is NumPy's own: the same numbers come out on every machine.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count

import numpy as np
from numpy.typing import NDArray

from generator.extract.linking import Likeness

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Vectors:
    """A row for each text, with a number for each of its words, and what it weighs.

    Row *i* is `starts[i]:starts[i + 1]` of `words`, where numbers ascend, and of
    `weights`.
    """

    starts: Ints
    words: Ints
    weights: Floats

    @property
    def count(self) -> int:
        """How many texts there are."""
        return len(self.starts) - 1

    @cached_property
    def rows(self) -> Ints:
        """The row of each entry."""
        every = np.arange(self.count, dtype=np.int32)
        return np.repeat(every, np.diff(self.starts))

    @cached_property
    def spread(self) -> Ints:
        """How many rows each word stands in, by its number."""
        return np.bincount(self.words).astype(np.int32)

    def only(self, rows: Sequence[int]) -> Vectors:
        """Those of *rows*, their words numbered anew in the same order."""
        parts = [slice(self.starts[row], self.starts[row + 1]) for row in rows]
        words = np.concatenate([self.words[part] for part in parts])
        weights = np.concatenate([self.weights[part] for part in parts])
        _, again = np.unique(words, return_inverse=True)
        starts = np.cumsum([0, *(part.stop - part.start for part in parts)])
        return Vectors(starts.astype(np.int32), again.astype(np.int32), weights)

    def of_length_one(self) -> Vectors:
        """The same, each row with squares that sum up to 1."""
        squares = np.bincount(self.rows, self.weights * self.weights, self.count)
        length = np.sqrt(squares)
        length[length == 0.0] = 1.0
        return replace(self, weights=self.weights / length[self.rows])


def numbered(counts: Iterable[Mapping[str, int]]) -> tuple[Vectors, list[str]]:
    """The words of texts by their *counts*, weighed by those; and all words, in the
    order of their numbers."""
    met: defaultdict[str, int] = defaultdict(count().__next__)
    starts, words, weights = array("i", [0]), array("i"), array("d")
    for of_one in counts:
        words.extend(map(met.__getitem__, of_one))
        weights.extend(of_one.values())
        starts.append(len(words))
    known = sorted(met)
    number = np.empty(len(met), np.int32)
    number[[met[word] for word in known]] = np.arange(len(met))
    vectors = Vectors(np.array(starts), number[np.array(words)], np.array(weights))
    order = np.lexsort((vectors.words, vectors.rows))
    in_order = replace(
        vectors, words=vectors.words[order], weights=vectors.weights[order]
    )
    return in_order, known


def told_by(numbers: Ints, rule: Callable[[int], float]) -> Floats:
    """What *rule* makes of each of *numbers*, from 1; each number is asked once."""
    most = int(numbers.max(initial=0))
    return np.array([0.0, *map(rule, range(1, most + 1))])[numbers]


def likeness(vectors: Vectors, slight: float, most_shared: int) -> Likeness:
    """The cosine of each pair of rows (of length 1) where it is at least *slight*.

    Words of more than *most_shared* rows are passed over.
    """
    # All entries by their words, and of one word by their rows: those who share a word
    # with an entry, in rows before it, stand right before it.
    order = np.argsort(vectors.words, kind="stable")
    rows, weights = vectors.rows[order], vectors.weights[order]
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    first = (np.cumsum(vectors.spread) - vectors.spread)[vectors.words]
    shared = place - first
    shared[vectors.spread[vectors.words] > most_shared] = 0
    found = Likeness(vectors.count)
    for row in range(vectors.count):
        own = slice(vectors.starts[row], vectors.starts[row + 1])
        many = shared[own]
        ends = np.cumsum(many)
        if not len(ends) or not ends[-1]:
            continue
        at = np.repeat(first[own] - ends + many, many) + np.arange(ends[-1])
        products = np.repeat(vectors.weights[own], many) * weights[at]
        sums = np.bincount(rows[at], products)
        near = np.flatnonzero(sums >= slight)
        found.add_all(row, near.tolist(), sums[near].tolist())
    return found
