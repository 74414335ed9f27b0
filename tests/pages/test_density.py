"""Years with their weight, and the room that a long page keeps."""

from __future__ import annotations

import pytest
from harbour_timeline import ENGLISH, chronology, dated

from generator.pages.density import Period, periods, room


def test_every_year_has_a_line_with_its_weight() -> None:
    years = chronology(dated("2019-03", "2021", "2021-05", "2021-06"))
    assert periods(years, ENGLISH) == (
        Period("2019", "2019", True, 1, 33),
        Period("2021", "2021", True, 3, 100),
    )


def test_what_is_light_is_still_seen() -> None:
    years = chronology(dated("2019", *["2020"] * 500))
    assert [period.share for period in periods(years, ENGLISH)] == [1, 100]


@pytest.mark.parametrize(
    ("dates", "names"),
    [
        (["1998", "1999", "2001"], ["1990 to 1999", "2001"]),
        (["1066", "1998", "1999", "2001"], ["1000 to 1999", "2001"]),
        (["-0043", "-0042", "0003", "0004"], ["51 BCE to 42 BCE", "1 BCE to 9 CE"]),
        (["199X", "1994", "2001"], ["1990 to 1999", "2001"]),
    ],
    ids=["decades", "a-step-that-suffices", "before-our-era", "spans"],
)
def test_years_that_are_very_many_share_a_line(
    dates: list[str], names: list[str]
) -> None:
    found = periods(chronology(dated(*dates)), ENGLISH, most=2)
    assert [period.name for period in found] == names
    assert sum(period.events for period in found) == len(dates)


def test_a_line_of_several_years_leads_to_the_first_of_them() -> None:
    (several, one) = periods(chronology(dated("1998", "1999", "2001")), ENGLISH, 2)
    assert (several.key, several.is_page) == ("1998", False)
    assert (one.key, one.is_page) == ("2001", True)


def test_without_events_there_are_no_lines() -> None:
    assert periods((), ENGLISH) == ()


@pytest.mark.parametrize(
    ("section", "page", "kept"),
    [(40, 300, None), (40, 301, 40), (52, 600, 60), (1, 600, 5), (2500, 10_000, 300)],
)
def test_room_is_kept_on_long_pages_alone(
    section: int, page: int, kept: int | None
) -> None:
    assert room(range(section), range(page)) == kept
