"""When two passages tell of one happening, and when they do not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_doors import SEEDS, proposed, read

from generator.config import ExtractConfig
from generator.extract import propose


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        (
            "Norway and Sweden signed a treaty on 3 May 2021.",
            "The treaty signed by Norway and Sweden on 3 May 2021 is old.",
            1,
        ),
        (
            "Norway and Sweden signed a treaty on 3 May 2021.",
            "The treaty signed by Norway and Sweden in May 2021 is old.",
            1,
        ),
        (
            "Norway and Sweden signed a treaty in May 2021.",
            "Norway and Sweden signed an agreement last May.",
            1,
        ),
        (
            "Norway and Sweden signed a treaty on 3 May 2021.",
            "Norway and Sweden signed a treaty on 4 May 2021.",
            2,
        ),
        (
            "Norway and Sweden signed a treaty on 3 May 2021.",
            "Chile and Peru signed a treaty on 3 May 2021.",
            2,
        ),
        (
            "Norway and Sweden signed a treaty on 3 May 2021.",
            "Norway and Sweden closed a border road on 3 May 2021.",
            2,
        ),
        (
            "Norway and Sweden signed a treaty in June 2021.",
            "Norway and Sweden signed an agreement last May.",
            2,
        ),
        (
            "Norway and Sweden signed a treaty in May 2021.",
            "Norway and Chile signed an agreement last May.",
            2,
        ),
        (
            "Norwegian leader Ada Quill and Swedish leader Ben Ink signed a treaty on "
            "3 May 2021.",
            "Norway and Sweden met under the treaty signed in May 2021.",
            1,
        ),
        (
            "Norwegian leader Ada Quill and Swedish leader Ben Ink signed a treaty on "
            "3 May 2021.",
            "Norway and Chile met under the treaty signed in May 2021.",
            2,
        ),
        (
            "Norway and Sweden will sign a treaty on 3 May 2021.",
            "Norway and Sweden signed a treaty on 3 May 2021.",
            2,
        ),
    ],
    ids=[
        "same-day",
        "a-month-and-a-day-in-it",
        "a-month-without-its-year",
        "days-that-differ",
        "others-take-part",
        "another-kind-of-event",
        "months-that-differ",
        "only-one-in-common",
        "a-nameless-treaty-in-an-article-of-both-parties",
        "a-nameless-treaty-in-an-article-of-one-party",
        "a-plan-is-not-the-act",
    ],
)
def test_passages_merge_for_good_reasons_only(
    first: str, second: str, events: int
) -> None:
    assert len(proposed(first, second).events) == events


def test_a_merge_across_precisions_keeps_the_finer_date_and_says_why() -> None:
    (event,) = proposed(
        "The treaty signed by Norway and Sweden in May 2021 is old.",
        "Norway and Sweden signed a treaty on 3 May 2021.",
    ).events
    assert str(event.date) == "2021-05-03"
    assert [c.says.because for c in event.citations] == [
        "",
        "“May 2021” can be the same time as “3 May 2021”; both tell of the same kind "
        "of event (agreement) and of Norway and Sweden",
    ]


def test_a_vague_passage_that_fits_two_events_joins_neither() -> None:
    events = proposed(
        "Norway and Sweden signed a treaty on fish in May 2020.",
        "Norway and Sweden signed a treaty on roads in May 2021.",
        "Norway and Sweden signed a treaty last May.",
    ).events
    assert len(events) == 3


SEED_READINGS = [
    read(path.stem, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))
]


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(order: random.Random) -> None:
    shuffled = list(SEED_READINGS)
    order.shuffle(shuffled)
    expected = propose(SEED_READINGS, (), ExtractConfig(names="patterns"))
    assert propose(shuffled, (), ExtractConfig(names="patterns")) == expected
