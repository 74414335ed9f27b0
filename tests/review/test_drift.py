"""What became of a quotation whose source has changed."""

from __future__ import annotations

import pytest

from generator.checks import Fate, drift
from generator.model.selectors import TextQuoteSelector

TEXT = (
    "The mayor said on Monday that 12 people were hurt. Nobody was missing. "
    "The ferry sank. Later the ferry sank again at the pier of Harlow."
)


@pytest.mark.parametrize(
    ("exact", "prefix", "fate", "now"),
    [
        ("Nobody was missing", "hurt. ", None, None),
        ("Nobody was missing", "dead. ", Fate.MOVED, "Nobody was missing"),
        ("ferry sank", "", Fate.REPEATED, None),
        ("that 14 people were hurt", "", Fate.DRIFTED, "that 12 people were hurt"),
        ("“Nobody” was missing", "", Fate.DRIFTED, "Nobody was missing"),
        ("an opera in three acts", "", Fate.VANISHED, None),
    ],
)
def test_a_quotation_stands_moved_drifted_or_vanished(
    exact: str, prefix: str, fate: Fate | None, now: str | None
) -> None:
    found = drift(TextQuoteSelector(exact, prefix), TEXT)
    if fate is None:
        assert found is None
        return
    assert found is not None
    assert found.fate is fate
    assert (found.now.exact if found.now else None) == now


@pytest.mark.parametrize(
    ("exact", "alarms"),
    [
        ("that 14 people were hurt", ["NUMBERS differ: “14” → “12”"]),
        ("said on Friday that 12", ["DATES differ: “Friday” → “Monday”"]),
        ("hurt. Somebody was not missing", ["NEGATION differs: “not” → “nobody”",
            "NAMES differ: “Somebody” → “Nobody”"]),
        ("at the pier of Marlow", ["NAMES differ: “Marlow” → “Harlow”"]),
        ("at the peir of Harlow", []),
    ],
)  # fmt: skip
def test_numbers_negations_dates_and_names_that_differ_are_shouted(
    exact: str, alarms: list[str]
) -> None:
    found = drift(TextQuoteSelector(exact), TEXT)
    assert found is not None
    assert found.fate is Fate.DRIFTED
    assert list(found.alarms) == alarms
