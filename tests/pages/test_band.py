from __future__ import annotations

from datetime import date

import pytest
from harbour_timeline import ENGLISH, chronology, dated
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.band import Band, band, ordinal


def drawn(*dates: str) -> Band:
    events = dated(*dates)
    found = band(events, chronology(events), ENGLISH)
    assert found is not None
    return found


def test_without_dated_events_there_is_no_band() -> None:
    assert band([], [], ENGLISH) is None


@given(st.dates())
def test_days_are_counted_as_the_calendar_does(day: date) -> None:
    start = ordinal((1, 1, 1))
    assert ordinal((day.year, day.month, day.day)) - start == day.toordinal() - 1


@pytest.mark.parametrize(
    ("when", "has_core"),
    [
        ("2024-06-19", True),
        ("2024-06", False),
        ("2024", False),
        ("2024-06-01/2024-06-30", True),
        ("2024-06/2024-07", True),
        ("[2024-06-01,2024-06-30]", False),
        ("2024-06/..", False),
    ],
)
def test_only_what_is_certain_has_a_core(when: str, has_core: bool) -> None:
    (mark,) = drawn(when).marks
    assert (mark.core is not None) is has_core


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=40))
def test_marks_lie_inside_and_in_the_order_of_time(days: list[date]) -> None:
    found = drawn(*map(str, sorted(days)))
    places = [mark.possible for mark in found.marks]
    assert all(0 <= low < high <= 100 or low == high for low, high in places)
    assert [low for low, _ in places] == sorted(low for low, _ in places)


def test_a_month_that_is_all_we_know_is_as_wide_as_the_month() -> None:
    month, year = drawn("2024-02", "2024").marks
    assert month.possible == (8.4699, 16.3934)
    assert year.possible == (0.0, 100.0)


def test_an_open_end_reaches_the_edge() -> None:
    since, _ = drawn("2022/..", "2024-06-19").marks
    assert since.possible[1] == 100.0


def test_marks_that_would_touch_stand_in_lanes() -> None:
    same_day = drawn("2019", "2024-06-19", "2024-06-19")
    assert sorted(mark.lane for mark in same_day.marks) == [0, 0, 1]


def test_many_events_are_counted_in_bars() -> None:
    found = drawn(*[f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(200)])
    assert not found.marks
    assert max(bar.possible for bar in found.bars) == 100


def test_cells_lead_to_the_first_month_or_year_in_them() -> None:
    months = drawn("2024-02-03", "2024-05-06", "2024-05-07")
    assert [(c.name, c.label, c.count, c.target) for c in months.cells if c.target] == [
        ("February 2024", "Feb", 1, "2024/02"),
        ("May 2024", "May", 2, "2024/05"),
    ]
    years = drawn("1999", "2015-05-05")
    assert [(c.name, c.target) for c in years.cells if c.target] == [
        ("1995 to 1999", "1999"),
        ("2015 to 2019", "2015"),
    ]


def test_what_has_no_certain_month_is_found_at_the_start_of_its_year() -> None:
    found = drawn("2024", "2025-08-01")
    assert [(c.name, c.count, c.target) for c in found.cells if c.target] == [
        ("2024", 1, "2024"),
        ("July 2025 to September 2025", 1, "2025/08"),
    ]


@pytest.mark.parametrize(
    ("dates", "summary"),
    [
        (["2024-06-19"], "1 dated event, 2024."),
        (
            ["2022-01-05", "2024-06", "2024-07"],
            "3 dated events, 2022 to 2024. "
            "Nothing is recorded from February 2022 to May 2024.",
        ),
        (
            ["2023-01", "2024-06-01", "2024-06-02", "2024-06-03"],
            "4 dated events, 2023 to 2024. "
            "Most began in April 2024 to June 2024 (3). "
            "Nothing is recorded from February 2023 to May 2024.",
        ),
        (
            ["2020", "2022", "2024-06"],
            "3 dated events, 2020 to 2024. Nothing is recorded from January 2021 to "
            "December 2021, nor from January 2023 to May 2024.",
        ),
        (["2023", "2024"], "2 dated events, 2023 to 2024."),
    ],
    ids=["one", "gap", "dense", "gaps", "no-gap"],
)
def test_the_drawing_is_told_in_words(dates: list[str], summary: str) -> None:
    assert drawn(*dates).summary == summary
