"""What is a date in news English, what only looks like one, and what each means."""

from __future__ import annotations

import pytest
from timex_cases import Case, cases

from generator.model.timex import Basis, Timex3, TimexType
from generator.timex import joined, timexes

PUBLISHED = "2025-07-14"
"""A Monday."""


def line(timex: Timex3, *more: str | None) -> str:
    """An expression as the case files write it."""
    columns = [timex.text, timex.value, timex.edtf or "-", *filter(None, more)]
    return " | ".join(columns)


@pytest.mark.parametrize("case", cases("dated.txt"))
def test_a_date_in_an_article_of_14_july_2025(case: Case) -> None:
    found = [line(timex, timex.mod) for timex in timexes(case.text, PUBLISHED)]
    assert found == case.expected


@pytest.mark.parametrize("case", cases("undated.txt"))
def test_a_date_in_an_article_of_unknown_date(case: Case) -> None:
    found = [
        line(timex, f"needs {timex.needs}" if timex.needs else timex.anchor)
        for timex in timexes(case.text)
    ]
    assert found == case.expected


@pytest.mark.parametrize("case", cases("not_dates.txt"))
def test_what_only_looks_like_a_date_is_refused(case: Case) -> None:
    assert case.expected == []
    assert timexes(case.text) == []
    assert timexes(case.text, PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "basis", "anchor"),
    [
        ("It opened in June 2024.", Basis.STATED, None),
        (
            "It opened on Friday.",
            Basis.RELATIVE,
            "document creation time 2025-07-14",
        ),
        (
            "It opened on 9 July.",
            Basis.RELATIVE,
            "document creation time 2025-07-14",
        ),
    ],
    ids=["stated", "weekday", "no-year"],
)
def test_a_value_says_what_it_hangs_on(
    text: str, basis: Basis, anchor: str | None
) -> None:
    (timex,) = timexes(text, PUBLISHED)
    assert (timex.basis, timex.anchor) == (basis, anchor)


def test_what_is_counted_from_a_date_of_the_text_names_it() -> None:
    text = "It closed on 3 May 2024. The next day it opened. That year it was painted."
    _, next_day, year = timexes(text, PUBLISHED)
    assert next_day.anchor == "“3 May 2024” earlier in the text"
    assert year.anchor == "“The next day” (2024-05-04) earlier in the text"


def test_a_year_taken_from_the_only_one_in_the_text_says_so() -> None:
    text = "On 12 July 2025 it closed. It may open by August."
    august = timexes(text)[1]
    assert august.basis is Basis.INFERRED
    assert august.anchor == "every full date in the text lies in 2025"


def test_the_earliest_day_of_publication_settles_a_year() -> None:
    (timex,) = timexes("It closed in May.", not_before="2025-07-12")
    assert timex.value == "2025-05"
    assert timex.anchor == "published no earlier than 2025-07-12"


def test_the_earliest_day_of_publication_does_not_settle_the_future() -> None:
    (timex,) = timexes("It will close in May.", not_before="2025-07-12")
    assert (timex.edtf, timex.needs) == (None, "the publication date")


def test_that_month_is_none_that_the_text_has_not_named() -> None:
    (timex,) = timexes("Later that month it opened.", PUBLISHED)
    assert (timex.value, timex.edtf) == ("XXXX-XX", None)
    assert timex.needs == "the date it counts from"


def test_a_bound_keeps_its_modifier_where_the_year_is_not_known() -> None:
    (timex,) = timexes("It opens no earlier than January.")
    assert (timex.mod, timex.edtf) == ("ON_OR_AFTER", None)


def test_the_earliest_day_of_publication_settles_no_relative_phrase() -> None:
    (timex,) = timexes("It closed last June.", not_before="2025-07-12")
    assert (timex.value, timex.edtf) == ("XXXX-06", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Friday", TimexType.DATE),
        ("on Friday night", TimexType.TIME),
        ("for two weeks", TimexType.DURATION),
        ("every week", TimexType.SET),
    ],
)
def test_each_expression_has_its_timex3_type(text: str, kind: TimexType) -> None:
    (timex,) = timexes(text, PUBLISHED)
    assert timex.type is kind


@pytest.mark.parametrize(
    ("text", "phrase", "value", "edtf"),
    [
        (
            "Closed from 11 to 13 July 2025.",
            "from 11 to 13 July 2025",
            "2025-07-11/2025-07-13",
            "2025-07-11/2025-07-13",
        ),
        (
            "Opens in July or August 2025.",
            "July or August 2025",
            "2025-07/2025-08",
            "[2025-07,2025-08]",
        ),
        ("Closed since 2022.", "since 2022", "2022", "2022/.."),
        ("Closed in 2022.", "2022", "2022", "2022"),
    ],
    ids=["range", "either", "bound", "plain"],
)
def test_a_joined_phrase_is_one_expression(
    text: str, phrase: str, value: str, edtf: str
) -> None:
    (timex,) = joined(timexes(text), text)
    assert (timex.text, timex.value, timex.edtf) == (phrase, value, edtf)
    assert text[timex.start : timex.end] == phrase


def test_two_phrases_side_by_side_are_not_joined_to_each_other() -> None:
    text = "Closed since 2019, until 2022."
    assert [t.text for t in joined(timexes(text), text)] == ["since 2019", "until 2022"]


def test_a_line_break_inside_a_paragraph_is_only_a_space() -> None:
    text = "The harbour bridge was opened to all traffic on 12\nJuly 2025 at last."
    (timex,) = timexes(text)
    assert (timex.text, timex.value) == ("12\nJuly 2025", "2025-07-12")


def test_a_short_line_is_a_paragraph_of_its_own() -> None:
    assert [t.text for t in timexes("9 July\n2025 in review", PUBLISHED)] == [
        "9 July",
        "2025",
    ]


def test_a_creation_time_must_be_a_day() -> None:
    with pytest.raises(ValueError, match="“July 2025” is not a day such as 2024-06-19"):
        timexes("on Friday", "July 2025")


@pytest.mark.parametrize(
    "creation_time",
    [
        "2025-07-14",
        "20250714",
        "2025-07-14T09:42",
        "2025-07-14 09:42:10.5",
        "2025-07-14T23:30:00-05:00",
        "20250714T0942Z",
    ],
)
def test_the_day_of_a_creation_time_counts_as_it_is_written(creation_time: str) -> None:
    assert timexes("It opened on Friday.", creation_time) == timexes(
        "It opened on Friday.", "2025-07-14"
    )
