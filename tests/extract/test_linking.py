"""Which groups average link makes of things that are more or less alike."""

from __future__ import annotations

import pytest

from generator.extract.linking import average_link

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
    likeness: dict[int, dict[int, float]] = {i: {} for i in range(5)}
    for (i, j), like in PAIRS.items():
        likeness[i][j] = likeness[j][i] = like
    assert average_link(5, likeness, enough, as_close) == groups
