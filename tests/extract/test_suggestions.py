"""What may be one happening, but is not merged, is put before an editor."""

from __future__ import annotations

import pytest
from own_doors import proposed, proposed_from_seeds

RECEPTION = "Norway and Sweden held a reception in Bergen on 19 May 2021."


@pytest.mark.parametrize(
    ("first", "second", "because"),
    [
        (
            "Norway and Sweden signed a treaty in May 2021.",
            RECEPTION,
            [
                "“May 2021” can be the same time as “19 May 2021”, and both tell of "
                "Norway and Sweden"
            ],
        ),
        (
            "Norway and Sweden held a reception in Bergen in May 2021.",
            "Norway and Chile held a second reception in Bergen on 19 May 2021.",
            [
                "“May 2021” can be the same time as “19 May 2021”, and both tell of "
                "Bergen and Norway"
            ],
        ),
        ("Norway and Sweden signed a treaty on 18 May 2021.", RECEPTION, []),
        ("Norway and Chile signed a treaty in May 2021.", RECEPTION, []),
        ("Norway and Sweden will sign a treaty in May 2021.", RECEPTION, []),
    ],
    ids=[
        "a-month-around-a-day",
        "perhaps-the-second",
        "another-day",
        "one-in-common",
        "a-plan",
    ],
)
def test_two_accounts_are_suggested_to_be_one(
    first: str, second: str, because: list[str]
) -> None:
    found = proposed(first, second)
    assert len(found.events) == 2
    assert [s.because for s in found.suggestions] == because


def test_the_pact_and_the_reception_of_its_month_are_suggested() -> None:
    pairs = {
        frozenset({str(s.first.says.date), str(s.second.says.date)})
        for s in proposed_from_seeds().suggestions
    }
    assert frozenset({"2024-06", "2024-06-19"}) in pairs
