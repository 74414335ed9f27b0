"""Which sentences tell of a happening, when, and how far it is a fact."""

from __future__ import annotations

import pytest
from own_doors import listed, proposed

from generator.model.events import Factuality


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the bridge reopen on 3 May 2021?",
        "The bridge may reopen on 3 May 2021.",
        "The bridge could have closed in 2019.",
        "The bridge must close by 3 May 2021.",
        "The council did not close the bridge on 3 May 2021.",
        "The bridge was a landmark in 2019.",
        "The bridge seemed safe in 2019.",
        "The council must publish its 2024 budget.",
        "Sea levels will fall by 2050.",
        "The bridge remains closed until Friday.",
        "They closed the bridge on 3 May 2021.",
        "It closed on 3 May 2021.",
        "The bridge has been a landmark for years.",
        "The council met recently.",
        "No delegation visited the bridge in May 2021.",
        "None of the ferries left on 3 May 2021.",
        "The council failed to open the bridge on 3 May 2021.",
        "The bridge was to reopen on 3 May 2021 but was delayed.",
        "The council cancelled the fair planned for 3 May 2021.",
        "The opening, scheduled for 3 May 2021, was postponed.",
        "The bridge, due to open on 3 May 2021, is still closed.",
        "The mayor issued a threat of tariffs starting 3 May 2021.",
        "Revenue rose 4% in the three months ended 3 May 2021.",
        "The port reached its first cup final since 1987.",
        "Had the bridge opened on 3 May 2021, the ferry would have stopped.",
    ],
    ids=[
        "question",
        "forecast",
        "possibility",
        "demand",
        "negation",
        "state",
        "impression",
        "a-year-that-only-names",
        "forecast-with-will",
        "end-of-a-state",
        "they-who",
        "it-what",
        "duration",
        "no-date",
        "nobody-did-it",
        "none-did-it",
        "failed-to",
        "a-plan-that-was-put-off",
        "the-day-of-what-was-cancelled",
        "the-day-of-what-was-postponed",
        "the-day-of-what-is-due",
        "the-start-of-what-is-threatened",
        "the-end-of-a-period-of-accounts",
        "what-it-is-compared-with",
        "a-condition-without-if",
    ],
)
def test_what_tells_of_no_happening_proposes_nothing(sentence: str) -> None:
    assert proposed(f"{sentence} Nobody minds.").events == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The mayor opened the bridge on 3 May 2021.",
            "2021-05-03 | happened | The mayor opened the bridge",
        ),
        (
            "On 3 May 2021, the mayor opened the bridge.",
            "2021-05-03 | happened | The mayor opened the bridge",
        ),
        (
            "In May 2021 the mayor opened the bridge.",
            "2021-05 | happened | The mayor opened the bridge",
        ),
        (
            "The bridge, which the mayor calls hers, was closed in 2020.",
            "2020 | happened | The bridge was closed",
        ),
        (
            "Residents celebrated the opening of the bridge in May 2021.",
            "2021-05 | happened | Residents celebrated the opening of the bridge",
        ),
        (
            "The mayor will open the bridge on 3 May 2021.",
            "2021-05-03 | planned | The mayor will open the bridge",
        ),
        (
            "The council is to close the bridge on 3 May 2021.",
            "2021-05-03 | planned | The council is to close the bridge",
        ),
        (
            "The council planned to close the bridge in May 2021.",
            "2021-05 | planned | The council planned to close the bridge",
        ),
        (
            "Residents criticised the council's decision to close the bridge "
            "from 1 June 2021.",
            "2021-06-01 | planned | The council decides to close the bridge",
        ),
        (
            "The builder claimed that the bridge had cracked in May 2021.",
            "2021-05 | alleged | The builder claimed that the bridge had cracked",
        ),
        (
            "The bridge reportedly cracked in May 2021.",
            "2021-05 | alleged | The bridge reportedly cracked",
        ),
        (
            "The bridge cracked in May 2021, or so a builder claimed.",
            "2021-05 | alleged | The bridge cracked",
        ),
        (
            "The bridge closes on 3 May 2021.",
            "2021-05-03 | planned | The bridge closes",
        ),
        (
            "Ada Quill was born in Bergen on 3 May 1921.",
            "1921-05-03 | happened | Ada Quill was born in Bergen",
        ),
        (
            "Norway praised the builders in its May 2021 package.",
            "2021-05 | happened | Norway praised the builders in its May 2021 package",
        ),
        (
            "The builder denied that the bridge had cracked in May 2021.",
            "2021-05 | denied | The builder denied that the bridge had cracked",
        ),
        (
            "Few remember the May 2021 agreement between Norway and Sweden.",
            "2021-05 | happened | Agreement between Norway and Sweden",
        ),
        (
            "At the 2021 bridge summit, Norway praised the builders.",
            "2021 | happened | Norway praised the builders",
        ),
        (
            "The treaty signed by Norway and Sweden in May 2021 still holds.",
            "2021-05 | happened | Norway and Sweden signed the treaty",
        ),
    ],
    ids=[
        "date-behind",
        "date-before",
        "month-before-without-comma",
        "relative-clause-between",
        "an-event-noun-is-not-the-event",
        "will",
        "is-to",
        "planned-to",
        "somebodys-decision",
        "claim",
        "reportedly",
        "or-so-somebody-claimed",
        "the-present-of-a-timetable",
        "born",
        "acted-in-a-dated-text",
        "denial",
        "noun",
        "summit-sets-the-date",
        "participle",
    ],
)
def test_a_happening_is_found_with_its_date(sentence: str, expected: str) -> None:
    assert listed(proposed(sentence).events) == [expected]


def test_a_sentence_that_points_back_is_quoted_with_what_it_points_at() -> None:
    text = (
        "The mayor of Bergen has promised a second bridge. "
        "The promise came during a debate on 3 May 2021."
    )
    (event,) = proposed(text).events
    assert event.title == "The mayor of Bergen promised a second bridge"
    assert event.citations[0].quote.exact == text


def test_two_happenings_of_one_sentence_are_quoted_apart() -> None:
    text = "The bridge opened in 1932 and the tunnel closed in 1940."
    events = proposed(text).events
    assert sorted(e.citations[0].quote.exact for e in events) == [
        "The bridge opened in 1932",
        "the tunnel closed in 1940",
    ]


def test_a_caption_tells_in_the_present_and_is_quoted_without_its_credit() -> None:
    text = (
        "Bridge news\n\nThe bridge is old and nobody knows what it will cost us.\n\n"
        "Mayor Ada Quill cuts a ribbon in Bergen on 3 May 2021 (via Getty).\n"
        "Mayor Ada Quill cuts a ribbon in Bergen on 3 May 2021 (via Getty).\n"
    )
    (event,) = proposed(text).events
    assert event.title == "Mayor Ada Quill cuts a ribbon in Bergen"
    (citation,) = event.citations
    assert citation.quote.exact == (
        "Mayor Ada Quill cuts a ribbon in Bergen on 3 May 2021"
    )


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "According to the Harbour Authority, the bridge closed on 3 May 2021.",
            "the Harbour Authority",
        ),
        (
            "The bridge closed on 3 May 2021, the harbour office said.",
            "the harbour office",
        ),
        (
            "Engineer Ada Quill said the bridge had closed on 3 May 2021.",
            "Ada Quill",
        ),
        ("The bridge closed on 3 May 2021.", ""),
        ("The novel of the bridge was published by Clarendon in 1966.", ""),
    ],
    ids=["according-to", "tag", "said", "nobody", "a-publishing-house"],
)
def test_who_says_it_is_kept(sentence: str, speaker: str) -> None:
    (event,) = proposed(sentence).events
    assert event.citations[0].says.speaker == speaker


def test_an_undated_happening_says_what_would_date_it() -> None:
    (event,) = proposed("The mayor opened the bridge last June.").events
    assert event.date is None
    says = event.citations[0].says
    assert (says.phrase, says.needs) == ("last June", "the publication date")


def test_the_day_of_publication_dates_it() -> None:
    text = "The mayor opened the bridge last June."
    (event,) = proposed(text, issued="2021-02-03").events
    assert str(event.date) == "2020-06"


NEWS = "Bridge opens\n\nThe mayor of Bergen has opened the new bridge. It is red."


def test_news_without_a_date_is_of_about_the_day_of_publication() -> None:
    (event,) = proposed(NEWS, issued="2021-02-03").events
    assert str(event.date) == "2021-02-03~"
    assert event.citations[0].says.basis == "publication"


def test_news_without_a_date_is_left_out_when_the_setting_says_so() -> None:
    found = proposed(NEWS, issued="2021-02-03", publication_dates=False)
    assert found.events == ()


def test_news_without_a_date_is_left_out_when_publication_is_not_known() -> None:
    assert proposed(NEWS).events == ()


def test_what_a_text_says_twice_is_mentioned_once() -> None:
    assert len(proposed("The bridge opened on 3 May 2021. " * 30).mentions) == 1


def test_what_goes_on_for_pages_without_an_end_is_no_sentence() -> None:
    assert proposed("The bridge opened on 3 May 2021 and " * 100).mentions == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council votes next Tuesday.", ["2021-05-11"]),
        ("Rovers meet Lindholm Town on 3 June.", ["2021-06-03"]),
        ("They begin their season on 27 July.", ["2021-07-27"]),
        ("Talks begin in Bergen on Monday.", []),
        ("The council votes last Tuesday were counted.", []),
    ],
    ids=["at-once", "against-whom", "they", "which-monday", "a-noun"],
)
def test_the_plain_present_tells_what_is_set_for_a_day_to_come(
    sentence: str, expected: list[str]
) -> None:
    found = proposed(f"Bergen news\n\n{sentence}", issued="2021-05-08").mentions
    planned = [m for m in found if m.factuality is Factuality.PLANNED]
    assert [str(m.date) for m in planned] == expected
