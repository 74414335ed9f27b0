"""Things that are pairwise alike into groups, by average link.

A group takes in another while all of the one are alike enough to all of the other on
the mean, so that one odd pair joins nothing.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable, Sequence


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
        if i < j and like >= enough
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
        for k in groups.join(i, j):
            mean = groups.mean(i, k, 0.0)
            if mean >= enough:
                heapq.heappush(queue, (-mean, min(i, k), max(i, k)))
    return [sorted(groups.members[i]) for i in sorted(groups.members)]


class _Groups:
    """Groups by their first member. Only of one that has grown are the sums of its
    likeness to others kept; of a single thing `likeness` tells them."""

    def __init__(self, likeness: Likeness) -> None:
        count = len(likeness.near)
        self.members = {i: [i] for i in range(count)}
        self._likeness = likeness
        self._within = [0.0] * count
        self._into = list(range(count))
        self._sums: dict[int, dict[int, float]] = {}

    def mean(self, i: int, j: int, single: float) -> float:
        """The likeness between two groups; of two single things it is *single*."""
        if i in self._sums:
            like = self._sums[i].get(j, 0.0)
        elif j in self._sums:
            like = self._sums[j].get(i, 0.0)
        else:
            return single
        return like / (len(self.members[i]) * len(self.members[j]))

    def looser(self, i: int, j: int) -> float:
        """The lower mean likeness within one of two groups; 0 when one is single."""
        sizes = [len(self.members[group]) for group in (i, j)]
        if 1 in sizes:
            return 0.0
        pairs = [size * (size - 1) / 2 for size in sizes]
        return min(self._within[i] / pairs[0], self._within[j] / pairs[1])

    def join(self, i: int, j: int) -> Iterable[int]:
        """Takes *j* into *i*; the groups that this is alike to."""
        sums, gone = self._summed(i), self._summed(j)
        del self._sums[j], sums[j]
        self._within[i] += self._within[j] + gone.pop(i)
        for k, like in gone.items():
            sums[k] = both = sums.get(k, 0.0) + like
            if k in self._sums:
                del self._sums[k][j]
                self._sums[k][i] = both
        for thing in self.members[j]:
            self._into[thing] = i
        self.members[i] += self.members.pop(j)
        return sums

    def _summed(self, i: int) -> dict[int, float]:
        """The sums of *i*, which are kept from now on."""
        if i not in self._sums:
            found: dict[int, float] = {}
            near, likes = self._likeness.near[i], self._likeness.like[i]
            for thing, like in zip(near, likes, strict=True):
                group = self._into[thing]
                found[group] = self._sums[group][i] if group in self._sums else like
            self._sums[i] = found
        return self._sums[i]
