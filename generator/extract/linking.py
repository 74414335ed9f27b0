"""Things that are pairwise alike into groups, by average link.

A group takes in another while all of the one are alike enough to all of the other on
the mean, so that one odd pair joins nothing.
"""

from __future__ import annotations

import heapq
import math

Likeness = dict[int, dict[int, float]]
"""How alike two things are, by both numbers, both ways round; 0 is left out."""


def average_link(
    count: int, likeness: Likeness, enough: float, as_close: float = 0.0
) -> list[list[int]]:
    """The groups of the things 0 to *count*, each sorted, by their first members.

    Two groups become one while the mean likeness between them is at least *enough*,
    and at least *as_close* times that within the looser of them, where both have
    pairs to tell it by. *likeness* is used up.
    """
    members = {i: [i] for i in range(count)}
    within = dict.fromkeys(range(count), 0.0)
    sums = likeness
    queue = [
        (-like, i, j)
        for i, near in sums.items()
        for j, like in near.items()
        if i < j and like >= enough
    ]
    heapq.heapify(queue)
    while queue:
        best, i, j = heapq.heappop(queue)
        if i not in members or j not in members:
            continue
        if -best != _mean(i, j, sums, members):  # one of them has grown since
            continue
        cohesion = [_cohesion(within[k], len(members[k])) for k in (i, j)]
        if -best < as_close * min(cohesion) and math.inf not in cohesion:
            continue  # they are asked again when one of them has grown
        within[i] += within.pop(j) + sums[i].get(j, 0.0)
        members[i] += members.pop(j)
        for k, like in sums.pop(j).items():
            del sums[k][j]
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + like
        for k in sums[i]:
            mean = _mean(i, k, sums, members)
            if mean >= enough:
                heapq.heappush(queue, (-mean, min(i, k), max(i, k)))
    return [sorted(members[i]) for i in sorted(members)]


def _mean(i: int, j: int, sums: Likeness, members: dict[int, list[int]]) -> float:
    return sums[i].get(j, 0.0) / (len(members[i]) * len(members[j]))


def _cohesion(within: float, size: int) -> float:
    """The mean likeness of *size* things whose pairs sum up to *within*."""
    return within / (size * (size - 1) / 2) if size > 1 else math.inf
