"""When two passages tell of one happening, and when they do not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from own_doors import SEEDS, proposed, read

from generator.extract import propose
from generator.settings import ExtractConfig


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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The harbour bridge in Bergen reopened in January 2023.",
            "The harbour bridge in Bergen reopened on 17 January 2023.",
        ),
        (
            "Police questioned Captain Ada Quill on 15 March 2023.",
            "In March 2023 the captain, Ada Quill, was interviewed by the police.",
        ),
        (
            "Norway turned down an offer by Sweden on 12 July 2021.",
            "Norway rejected the offer of Sweden in July 2021.",
        ),
        (
            "Scientists recorded an earthquake near Bergen on 13 June 2018.",
            "A tremor shook Bergen on 13 June 2018.",
        ),
        (
            "Norway sent 1,500 engineers abroad on 8 May 2021.",
            "The transport of 1,500 engineers from Norway began on 8 May 2021.",
        ),
    ],
    ids=[
        "a-month-around-a-day",
        "another-word-for-the-act",
        "a-verb-of-two-words",
        "a-noun-for-the-act",
        "the-same-large-figure",
    ],
)
def test_one_happening_in_other_words_is_one(first: str, second: str) -> None:
    assert len(proposed(first, second).events) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Norwegian aircraft bombed a factory in Oslo on 3 May 2021.",
            "Norwegian aircraft bombed a factory in Bergen on 3 May 2021.",
        ),
        (
            "Norway and Sweden held talks on 3 May 2021.",
            "Norway and Sweden signed a treaty on 3 May 2021.",
        ),
        (
            "Norway held its annual regatta in Bergen in May 2020.",
            "Norway held its annual regatta in Bergen on 9 May 2021.",
        ),
        (
            "Norway conducted its first rocket test on 3 May 2021.",
            "Norway conducted a second rocket test in May 2021.",
        ),
        (
            "A court in Bergen convicted Ada Quill in May 2021.",
            "A court in Bergen sentenced Ada Quill on 20 May 2021.",
        ),
        (
            "Norwegian leader Ada Quill met Swedish leader Ben Ink on 3 May 2021.",
            "Norwegian leader Ada Quill met Chilean leader Cy Nib on 3 May 2021.",
        ),
        (
            "Norway withdrew 900 engineers from Chile on 3 May 2021.",
            "Norway deployed engineers to Chile on 3 May 2021.",
        ),
    ],
    ids=[
        "two-towns",
        "talks-and-the-signing",
        "every-year",
        "the-first-and-the-second",
        "convicted-and-sentenced",
        "two-guests-of-one-host",
        "the-opposite",
    ],
)
def test_two_happenings_of_a_kind_stay_two(first: str, second: str) -> None:
    assert len(proposed(first, second).events) == 2


def test_a_month_with_two_meetings_leaves_a_vaguer_telling_by_itself() -> None:
    events = proposed(
        "Norway and Sweden met on 5 May 2021.",
        "Norway and Sweden met on 20 May 2021.",
        "Norway and Sweden met in May 2021.",
    ).events
    assert len(events) == 3


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


def test_the_same_day_is_not_the_day_of_the_same_happening() -> None:
    """Told beside an act, "the same day" dates another act."""
    text = (
        "The Harbour Board fined nine ferries on 3 May 2021. The step follows that "
        "against Ferry Line, which the Harbour Board fined the same day for noise."
    )
    events = proposed(text).events
    assert all(len(event.citations) == 1 for event in events)
    assert len(events) == 2
