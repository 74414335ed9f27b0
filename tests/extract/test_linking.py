"""Which groups average link makes of things that are more or less alike."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.linking import Likeness, average_link

CLOSE, LOOSE = 0.8, 0.3
PAIRS = {(0, 1): CLOSE, (2, 3): CLOSE} | {(i, j): LOOSE for i in (0, 1) for j in (2, 3)}


@pytest.mark.parametrize(
    ("enough", "as_close", "groups"),
    [
        (0.2, 0.0, [[0, 1, 2, 3], [4]]),
        (0.2, 0.3, [[0, 1, 2, 3], [4]]),
        (0.2, 0.5, [[0, 1], [2, 3], [4]]),
        (0.5, 0.0, [[0, 1], [2, 3], [4]]),
        (0.9, 0.0, [[0], [1], [2], [3], [4]]),
    ],
    ids=["alike-enough", "as-close", "less-close-than-within", "not-enough", "none"],
)
def test_groups_become_one_while_they_are_alike(
    enough: float, as_close: float, groups: list[list[int]]
) -> None:
    likeness = Likeness(5)
    for (i, j), like in PAIRS.items():
        likeness.add(i, j, like)
    assert average_link(likeness, enough, as_close) == groups


_LIKE = st.sampled_from([0.0, 0.1, 0.3, 0.6, 0.9])


@given(
    st.integers(2, 8).flatmap(
        lambda n: st.lists(
            _LIKE, min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2
        ).map(lambda likes: dict(zip(combinations(range(n), 2), likes, strict=True)))
    ),
    st.sampled_from([0.2, 0.5]),
)
def test_when_it_ends_no_two_groups_are_alike_enough(
    pairs: dict[tuple[int, int], float], enough: float
) -> None:
    count = max(j for _, j in pairs) + 1
    likeness = Likeness(count)
    for (i, j), like in pairs.items():
        likeness.add(i, j, like)
    groups = average_link(likeness, enough)
    assert sorted(i for group in groups for i in group) == list(range(count))
    for one, other in combinations(groups, 2):
        between = [pairs[min(i, j), max(i, j)] for i in one for j in other]
        assert sum(between) / len(between) < enough + 1e-9
