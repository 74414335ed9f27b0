"""Dates in words say what is known and no more."""

from __future__ import annotations

import re

import pytest
from edtf_values import values
from hypothesis import given

from generator.model.date_words import (
    bound_in_words,
    in_words,
    month_in_words,
    year_in_words,
)
from generator.model.edtf import parse_edtf


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2024-06", "June 2024"),
        ("2024-06-19", "19 June 2024"),
        ("2024-06-09", "9 June 2024"),
        ("2019~", "about 2019"),
        ("2024-06-19?", "19 June 2024 (uncertain)"),
        ("2024-06%", "about June 2024 (uncertain)"),
        ("0476", "476 CE"),
        ("0000", "1 BCE"),
        ("-0043", "44 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("201X", "the 2010s"),
        ("200X", "the 2000s"),
        ("20XX", "the 21st century (2000–2099)"),
        ("11XX", "the 12th century (1100–1199)"),
        ("XXXX", "an unknown year"),
        ("1X99", "a year between 1099 and 1999"),
        ("-004X", "a year between 50 BCE and 41 BCE"),
        ("2024-XX", "2024 (month unknown)"),
        ("2024-1X", "October, November or December 2024"),
        ("2024-06-XX", "June 2024 (day unknown)"),
        ("2024-06-1X", "June 2024 (a day from 10 to 19)"),
        ("2024-06-X5", "June 2024 (day 5, 15 or 25)"),
        ("2024-XX-19", "2024 (day 19 of an unknown month)"),
        ("XXXX-12-25", "25 December of an unknown year"),
        ("201X-12", "December in the 2010s"),
        ("2024-22", "summer 2024"),
        ("2024-24", "winter 2024"),
        ("2024-31", "autumn 2024 (Southern Hemisphere)"),
        ("2024-34", "Q2 2024"),
        ("2024-37", "January–April 2024"),
        ("2024-40", "the first half of 2024"),
        ("2024-06-19T12:30:00Z", "19 June 2024, 12:30:00 UTC"),
        ("2024-06-19T12:30:00+09:00", "19 June 2024, 12:30:00 (UTC+09:00)"),
        ("2024-06-19T12:30:00-05:00", "19 June 2024, 12:30:00 (UTC−05:00)"),
        ("2025-07-11/2025-07-13", "11–13 July 2025"),
        ("2025-06-28/2025-07-03", "28 June – 3 July 2025"),
        ("2024-12-31/2025-01-02", "31 December 2024 – 2 January 2025"),
        ("2024-06/2024-08", "June–August 2024"),
        ("2024-11/2025-02", "November 2024 – February 2025"),
        ("2019/2022", "2019–2022"),
        ("-0043/-0040", "44 BCE – 41 BCE"),
        ("2019~/2022?", "about 2019 – 2022 (uncertain)"),
        ("2022/..", "since 2022"),
        ("2022-02/", "from February 2022 (end not known)"),
        ("../2022-02", "by February 2022"),
        ("/2022-02", "until February 2022 (start not known)"),
        ("[2025-07,2025-08]", "July or August 2025"),
        ("{2025-07,2025-08}", "July and August 2025"),
        ("[2025-07-11,2025-07-13]", "11 or 13 July 2025"),
        ("[2025-06-30,2025-07-01]", "30 June or 1 July 2025"),
        ("[2024,2025]", "2024 or 2025"),
        ("[2025-07,2026-01]", "July 2025 or January 2026"),
        ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"),
        ("[..1983]", "1983 or earlier"),
        ("{1984..}", "1984 and later"),
    ],
)
def test_a_date_reads_like_this(edtf: str, words: str) -> None:
    assert in_words(parse_edtf(edtf)) == words


@given(values())
def test_words_name_no_day_that_the_value_does_not_name(text: str) -> None:
    days_named = {int(day) for day in re.findall(r"\d{4}-\d\d-(\d\d)", text)}
    days_read = {
        int(day)
        for day in re.findall(
            r"(?<!\d)(\d{1,2})(?= (?:January|February|March|April|May|June|July|"
            r"August|September|October|November|December)\b)",
            in_words(parse_edtf(text)),
        )
    }
    # A year such as 0012 reads "12 CE"; only days stand before a month's name.
    assert days_read <= days_named


@given(values())
def test_doubt_is_always_said(text: str) -> None:
    value = parse_edtf(text)
    words = in_words(value)
    assert ("about" in words) == value.approximate
    assert ("uncertain" in words) == value.uncertain


def test_headings_of_years_and_months() -> None:
    assert year_in_words(2024) == "2024"
    assert year_in_words(-43) == "44 BCE"
    assert month_in_words(2024, 6) == "June 2024"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-07-12/..", "not before 12 July 2025"),
        ("../2025-07", "not after July 2025"),
        ("2025-07-12", "12 July 2025"),
        ("2025-07/2025-08", "July–August 2025"),
    ],
)
def test_a_date_of_which_one_bound_is_known_says_which(edtf: str, words: str) -> None:
    assert bound_in_words(parse_edtf(edtf)) == words
