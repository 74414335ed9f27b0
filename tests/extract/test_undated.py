"""Which sentences without a date are mentions, and which day they are given."""

from __future__ import annotations

import pytest
from own_doors import proposed

from generator.model.events import Mention
from generator.model.timex import Basis

HEADLINE = "Bergen council meets\n\n"


def guessed(text: str, **settings: object) -> list[Mention]:
    """The mentions of an article of 8 May 2021 whose date no phrase gives."""
    found = proposed(HEADLINE + text, issued="2021-05-08", **settings)  # type: ignore[arg-type]
    return [
        m
        for m in found.mentions
        if m.citation.says.basis in (Basis.INFERRED, Basis.PUBLICATION)
        and m.block == "body"
    ]


def dated(text: str, **settings: object) -> list[str]:
    """ "day | words" of each of them."""
    return [f"{m.date} | {m.citation.quote.exact}" for m in guessed(text, **settings)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor closed the bridge. Engineers found cracks.",
            [
                "2021-05-08~ | The mayor closed the bridge.",
                "2021-05-08~ | Engineers found cracks.",
            ],
        ),
        (
            "The mayor closed the bridge on Thursday. Engineers found cracks.",
            ["2021-05-06~ | Engineers found cracks."],
        ),
        (
            "The mayor opened the bridge in 1921. She cut a ribbon.",
            ["1921~ | She cut a ribbon."],
        ),
        (
            "The mayor opened the bridge in 1921. Engineers have found cracks.",
            ["2021-05-08~ | Engineers have found cracks."],
        ),
        (
            "The mayor said that the bridge was built in 1921.",
            ["2021-05-08~ | The mayor said that the bridge was built in 1921"],
        ),
        (
            "“We will rebuild the bridge,” says Mayor Ada Quill.",
            ["2021-05-08~ | “We will rebuild the bridge,” says Mayor Ada Quill."],
        ),
        (
            "Engineers found cracks. The port closed a year after the sale of the dam.",
            ["2021-05-08~ | Engineers found cracks."],
        ),
        (
            "Engineers found cracks. This brings the total to ten.",
            [
                "2021-05-08~ | Engineers found cracks.",
                "2021-05-08~ | This brings the total to ten.",
            ],
        ),
        (
            "The fire on 3 May 2020 injured four people. One of them lost a leg.",
            ["2020-05-03~ | One of them lost a leg."],
        ),
        (
            "In Bergen 140 people had to leave their homes.",
            ["2021-05-08~ | In Bergen 140 people had to leave their homes."],
        ),
        (
            "Costs increased by a third.",
            ["2021-05-08~ | Costs increased by a third."],
        ),
    ],
    ids=[
        "publication",
        "day-of-the-news",
        "story-of-another-time",
        "back-in-the-present",
        "who-says-it",
        "quotation",
        "counted-from-what-has-no-day",
        "what-news-brings",
        "one-of-those-told-of",
        "what-they-had-to-do",
        "increased",
    ],
)
def test_what_gives_no_time_is_dated_by_what_is_around(
    text: str, expected: list[str]
) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Who closed the bridge?",
        "The mayor did not close the bridge.",
        "The bridge may fall.",
        "If the bridge fell, the ferry would run.",
        "The bridge had closed.",
        "The bridge is red.",
        "The bridge carries two lanes.",
        "The mayor plans to close the bridge.",
        "Back then, engineers warned of cracks.",
        "Ada Quill has run the ferry for thirty years.",
        "We crossed the bridge and the keeper waved.",
        "When the port was sold in 1990, the council closed the bridge.",
        "A strike in 1920 delayed the bridge.",
        "The opening was moved from 4 April to 11 April 2020.",
    ],
    ids=[
        "question",
        "negation",
        "possibility",
        "condition",
        "before-that",
        "state",
        "habit",
        "plan-for-no-day",
        "another-time",
        "for-years",
        "in-person",
        "at-the-time-of-what-it-follows",
        "at-the-time-of-its-subject",
        "a-day-that-was-changed",
    ],
)
def test_what_tells_nothing_of_that_day_is_no_mention(sentence: str) -> None:
    assert dated(sentence) == []


def test_a_headline_is_a_mention_of_the_first_day_of_its_news() -> None:
    text = (
        "Mayor closes harbour bridge\n\n"
        "Mayor Ada Quill closed the bridge in Bergen on Thursday."
    )
    headline, _ = proposed(text, issued="2021-05-08").mentions
    assert (headline.block, str(headline.date)) == ("headline", "2021-05-06~")


def test_a_guessed_date_counts_for_less_than_one_that_is_given() -> None:
    text = "Engineers found cracks. The mayor closed the bridge on Thursday."
    guess, given = proposed(text, issued="2021-05-08").mentions
    assert guess.score < given.score


def test_a_sentence_with_a_guessed_date_is_no_event_of_its_own() -> None:
    text = "The mayor closed the bridge on Thursday. Engineers found cracks."
    (event,) = proposed(text, issued="2021-05-08").events
    assert event.title == "The mayor closed the bridge"


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    text = "The mayor closed the bridge on 6 May 2021. Engineers found cracks."
    (mention,) = proposed(HEADLINE + text).mentions
    assert mention.citation.says.basis is Basis.STATED


NEWS = "Engineers found cracks. The mayor closed the bridge on Thursday. Ferries left."


@pytest.mark.parametrize(
    ("carried", "publication", "expected"),
    [
        (True, True, ["2021-05-08~", "2021-05-06~"]),
        (False, True, ["2021-05-08~", "2021-05-08~"]),
        (True, False, ["2021-05-06~"]),
        (False, False, []),
    ],
    ids=["both", "publication-alone", "carried-alone", "neither"],
)
def test_each_kind_of_guess_can_be_switched_off(
    carried: bool, publication: bool, expected: list[str]
) -> None:
    found = guessed(NEWS, carried_dates=carried, publication_dates=publication)
    assert [str(mention.date) for mention in found] == expected
