"""Which event of an article comes first, and what of its opening is an event."""

from __future__ import annotations

import pytest
from own_doors import proposed, read

from generator.extract import propose
from generator.settings import ExtractConfig

SETTINGS = ExtractConfig(names="patterns")


@pytest.mark.parametrize(
    "background",
    [
        "Engineers finished the bridge in May 1911.",
        "Engineers closed the bridge on 2 May 2021.",
        "Engineers will close the bridge on 9 June 2021.",
    ],
    ids=["long-past", "days-before", "to-come"],
)
@pytest.mark.parametrize(
    "lead",
    [
        "Ada Quill signed a treaty in Bergen on Thursday.",
        "Ada Quill signed a treaty in Bergen in April.",
        "Ada Quill has signed a treaty in Bergen.",
    ],
    ids=["with-its-day", "with-its-month", "known-by-publication"],
)
def test_what_an_article_opens_with_comes_before_its_background(
    lead: str, background: str
) -> None:
    first = proposed(f"{lead} {background}", issued="2021-05-08").events[0]
    assert first.citations[0].quote.exact == lead


def test_of_two_happenings_told_alike_that_of_the_first_sentence_comes_first() -> None:
    told = ["Divers raised a wreck on 3 May.", "Engineers closed a bridge on 4 May."]
    for opening, other in (told, told[::-1]):
        first = proposed(f"{opening} {other}", issued="2021-05-08").events[0]
        assert first.citations[0].quote.exact == opening


def test_an_opening_that_looks_far_back_does_not_come_first() -> None:
    text = (
        "Harwich opened a bridge in May 1911. "
        "Norway and Sweden signed a treaty in Oslo on 7 May 2021."
    )
    first = proposed(text, issued="2021-05-08").events[0]
    assert str(first.date) == "2021-05-07"


@pytest.mark.parametrize(
    ("opening", "is_event"),
    [
        ("Ada Quill has found a bell.", True),
        ("Ada Quill has announced that the fair lost money in 2020.", True),
        ("A bell has been found.", False),
        ("The alliance has grown.", False),
        ("Ada Quill had found a bell.", False),
        ("Ada Quill plans to find a bell.", False),
        ("Ada Quill has said that there is a bell.", False),
    ],
)
def test_an_opening_without_a_day_is_an_event_when_somebody_named_has_just_acted(
    opening: str, is_event: bool
) -> None:
    dates = [str(e.date) for e in proposed(opening, issued="2021-05-08").events]
    assert ("2021-05-08~" in dates) == is_event


@pytest.mark.parametrize(
    ("later", "events"),
    [
        ("They signed it in Oslo on Thursday.", 1),
        ("The signing took place in Oslo on Thursday.", 1),
        ("Engineers closed the bridge of Bergen on Thursday.", 2),
    ],
)
def test_an_opening_is_no_event_of_its_own_where_its_day_is_given_later(
    later: str, events: int
) -> None:
    text = f"Norway and Sweden have signed a treaty. {later}"
    found = proposed(text, issued="2021-05-08").events
    assert len([e for e in found if e.date]) <= events
    assert ("2021-05-08~" in [str(e.date) for e in found]) == (events == 2)


def test_a_day_counts_by_the_articles_that_name_it_besides_those_that_tell_it() -> None:
    told = "Divers raised a wreck on 3 May 2021."
    (alone,) = proposed(told).events
    (elsewhere,) = proposed(told, "What a day 3 May 2021 was!").events
    (beside,) = proposed("What a day 3 May 2021 was!", told).events
    assert elsewhere.score == beside.score > alone.score


def test_a_day_that_is_still_named_weeks_later_counts_more() -> None:
    told = read("a", b"Divers raised a wreck on 3 May 2021.", "2021-05-04")
    said = b"What a day 3 May 2021 was!"
    days = ("2021-05-05", "2021-05-10", "2021-05-11", "2021-07-01")
    soon, within_a_week, after_a_week, later = (
        propose([told, read("b", said, day)], (), SETTINGS).events[0].score
        for day in days
    )
    assert soon == within_a_week < after_a_week == later


def test_what_those_do_whom_most_articles_name_comes_first() -> None:
    familiar = "Ada Quill raised a wreck on 3 May 2021."
    other = "Ben Oke raised a wreck on 4 May 2021."
    about = "The diver Ada Quill lives in Harwich."
    for texts in ((familiar, other, about), (other, familiar, about)):
        first, second = proposed(*texts).events
        assert str(first.date) == "2021-05-03"
        assert first.score > second.score


def test_that_many_take_part_says_nothing_of_how_much_it_matters() -> None:
    (two,) = proposed("Norway and Sweden signed a treaty on 3 May 2021.").events
    (three,) = proposed("Norway, Oman and Sweden signed a treaty on 3 May 2021.").events
    assert two.score == three.score


def test_an_event_is_told_in_the_words_that_most_of_its_sources_use() -> None:
    texts = [
        "On 3 May 2021 Norway and Sweden signed a treaty, to the joy of all who fish.",
        "Norway and Sweden signed a treaty on herring quotas on 3 May 2021.",
        "On 3 May 2021 Norway and Sweden signed the treaty on herring quotas in Oslo.",
    ]
    for order in (texts, texts[::-1]):
        (event,) = proposed(*order).events
        assert event.title == "Norway and Sweden signed a treaty on herring quotas"
        assert event.citations[0].quote.exact == texts[1]
