"""Passages of one event that give different numbers, kept side by side."""

from __future__ import annotations

import pytest
from own_doors import proposed

from generator.model.citations import Claim
from generator.model.events import EventProposal


def event_of(*texts: str) -> EventProposal:
    (event,) = proposed(*texts).events
    return event


def answers(claims: tuple[Claim, ...]) -> list[tuple[str, str, str, str]]:
    return [(c.about, c.value, c.speaker, c.citation.quote.exact) for c in claims]


def test_two_counts_of_one_thing_become_claims() -> None:
    event = event_of(
        "A bomb attack in Oslo on 3 May 2021 killed at least 12 people.",
        "The bomb attack in Oslo on 3 May 2021 killed about 15 people.",
    )
    assert answers(event.claims) == [
        ("people killed", "at least 12", "", "at least 12 people"),
        ("people killed", "about 15", "", "about 15 people"),
    ]


def test_the_hurt_are_counted_in_words_too_and_in_the_next_sentence() -> None:
    event = event_of(
        "A train derailed in Oslo on 3 May 2021. At least nine people died.",
        "The derailment of a train in Oslo on 3 May 2021 killed 12 people.",
    )
    assert answers(event.claims) == [
        ("people killed", "At least nine", "", "At least nine people"),
        ("people killed", "12", "", "12 people"),
    ]


def test_what_the_next_sentence_tells_of_another_day_is_no_claim() -> None:
    event, *_ = proposed(
        "A train derailed in Oslo on 3 May 2021. Two people died on 9 June 2020.",
        "The derailment of a train in Oslo on 3 May 2021 killed 12 people.",
    ).events
    assert event.claims == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A bomb attack in Oslo on 3 May 2021 killed 12 people.",
            "The bomb attack in Oslo on 3 May 2021 killed 12 people.",
        ),
        (
            "A bomb attack in Oslo on 3 May 2021 killed 12 people.",
            "The bomb attack in Oslo on 3 May 2021 injured 30 people.",
        ),
        (
            "A bomb attack in Oslo on 3 May 2021 lasted 12 hours.",
            "The bomb attack in Oslo on 3 May 2021 lasted 15 hours.",
        ),
        (
            "A bomb attack in Oslo on 3 May 2021 sank 12 boats.",
            "The bomb attack in Oslo on 3 May 2021 sank 5 boats, then 3 boats.",
        ),
    ],
    ids=["they-agree", "another-question", "measures", "two-counts-in-one-passage"],
)
def test_no_claims_where_accounts_do_not_differ(first: str, second: str) -> None:
    assert event_of(first, second).claims == ()
