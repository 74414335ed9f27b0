"""Things that are pairwise alike into groups, by average link.

A group takes in another while all of the one are alike enough to all of the other on
the mean, so that one odd pair joins nothing.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator, Sequence

import numpy as np


class Likeness:
    """How alike each two of *count* things are; a pair that is not given is not.

    Thousands of articles have millions of pairs, so they stand in arrays.
    """

    def __init__(self, count: int) -> None:
        self.near = [array("i") for _ in range(count)]
        self.like = [array("d") for _ in range(count)]

    def add(self, one: int, other: int, like: float) -> None:
        """Each pair once, either way round."""
        for at, near in ((one, other), (other, one)):
            self.near[at].append(near)
            self.like[at].append(like)

    def add_all(self, one: int, others: Sequence[int], likes: Sequence[float]) -> None:
        """Each of *others* is as alike to *one* as *likes* tell; each pair once."""
        self.near[one].extend(others)
        self.like[one].extend(likes)
        for other, like in zip(others, likes, strict=True):
            self.near[other].append(one)
            self.like[other].append(like)


def average_link(
    likeness: Likeness, enough: float, as_close: float = 0.0
) -> list[list[int]]:
    """The groups of all that *likeness* compares, each sorted, by their first members.

    Two groups become one while the mean likeness between them is at least *enough*,
    and at least *as_close* times that within the looser of them, where both have
    pairs to tell it by.
    """
    groups = _Groups(likeness)
    queue = [
        (-like, i, j)
        for i, near in enumerate(likeness.near)
        for j, like in zip(near, likeness.like[i], strict=True)
        if like >= enough and i < j
    ]
    heapq.heapify(queue)
    while queue:
        best, i, j = heapq.heappop(queue)
        if i not in groups.members or j not in groups.members:
            continue
        if -best != groups.mean(i, j, -best):  # one of them has grown since
            continue
        if -best < as_close * groups.looser(i, j):
            continue  # they are asked again when one of them has grown
        for k, mean in groups.join(i, j, enough):
            heapq.heappush(queue, (-mean, min(i, k), max(i, k)))
    return [sorted(groups.members[i]) for i in sorted(groups.members)]


class _Groups:
    """Groups by their first member. Only of one that has grown are the sums of its
    likeness to others kept, a row of them; of a single thing `likeness` tells them."""

    def __init__(self, likeness: Likeness) -> None:
        count = len(likeness.near)
        self.members = {i: [i] for i in range(count)}
        self._likeness = likeness
        self._within = [0.0] * count
        self._sizes = np.ones(count)  # 0 for what has gone into another group
        self._rows: dict[int, int] = {}
        self._free: list[int] = []
        self._sums = np.zeros((0, count))

    def mean(self, i: int, j: int, single: float) -> float:
        """The likeness between two groups; of two single things it is *single*."""
        if i not in self._rows:
            i, j = j, i
        if i not in self._rows:
            return single
        sizes = len(self.members[i]) * len(self.members[j])
        return float(self._sums[self._rows[i], j]) / sizes

    def looser(self, i: int, j: int) -> float:
        """The lower mean likeness within one of two groups; 0 when one is single."""
        sizes = [len(self.members[group]) for group in (i, j)]
        if 1 in sizes:
            return 0.0
        pairs = [size * (size - 1) / 2 for size in sizes]
        return min(self._within[i] / pairs[0], self._within[j] / pairs[1])

    def join(self, i: int, j: int, enough: float) -> Iterator[tuple[int, float]]:
        """Takes *j* into *i*; the groups that this is *enough* alike to, and how much.

        *enough* is more than 0.
        """
        row, gone = self._row(i), self._row(j)
        sums = self._sums
        self._within[i] += self._within[j] + float(sums[gone, i])
        self.members[i] += self.members.pop(j)
        self._sizes[[i, j]] = len(self.members[i]), 0
        sums[row] += sums[gone]
        sums[gone] = 0.0
        self._free.append(self._rows.pop(j))
        sums[:, i] += sums[:, j]
        sums[:, j] = 0.0
        sums[row, i] = 0.0
        pairs = np.maximum(self._sizes, 1) * len(self.members[i])
        means = sums[row] / pairs
        near = np.flatnonzero(means >= enough)
        return zip(near.tolist(), means[near].tolist(), strict=True)

    def _row(self, i: int) -> int:
        """The row of the sums of *i*, which are kept from now on."""
        if i not in self._rows:
            if not self._free:
                self._make_room()
            row = self._sums[self._free[-1]]
            row[self._likeness.near[i]] = self._likeness.like[i]
            row[self._sizes != 1] = 0.0
            grown = [*self._rows]
            row[grown] = self._sums[[*self._rows.values()], i]
            self._rows[i] = self._free.pop()
        return self._rows[i]

    def _make_room(self) -> None:
        had, count = self._sums.shape
        more = max(had, 4)
        self._sums = np.concatenate([self._sums, np.zeros((more, count))])
        self._free += range(had, had + more)
