from __future__ import annotations

from dataclasses import replace

import harbour_timeline as harbour
import pytest
from harbour_timeline import chronology, dated, edtf
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.chronology import address_of


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2024-06-19", "2024", "2024/06"),
        ("2024-06", "2024", "2024/06"),
        ("2024-06-19T10:30", "2024", "2024/06"),
        ("2024-06~", "2024", "2024/06"),
        ("2024", "2024", ""),
        ("2024-22", "2024", ""),
        ("2024-24", "2024", ""),
        ("2024-XX-19", "2024", ""),
        ("[2024-06,2024-07]", "2024", ""),
        ("[2024-06-01,2024-06-02]", "2024", "2024/06"),
        ("[2024,2025]", "2024-2025", ""),
        ("201X", "2010-2019", ""),
        ("19XX", "1900-1999", ""),
        ("2024-06/2025-07", "2024", "2024/06"),
        ("2022/..", "2022", ""),
        ("../2022-02", "2022", "2022/02"),
        ("/2022-02", "2022", "2022/02"),
        ("2022-02/", "2022", "2022/02"),
        ("201X/2022", "2010-2019", ""),
        ("[..2024-06]", "2024", ""),
        ("-0043-03-15", "-0043", "-0043/03"),
    ],
)
def test_an_event_stands_under_no_finer_heading_than_its_date(
    date: str, year: str, month: str
) -> None:
    assert address_of(edtf(date)) == (year, month)


def test_years_and_months_are_in_order() -> None:
    years = chronology(dated("2024-07", "2023-01-02", "2024", "201X", "2024-02"))
    assert [(y.name, [m.name for m in y.months]) for y in years] == [
        ("2010 to 2019", ["Month not certain"]),
        ("2023", ["January 2023"]),
        ("2024", ["Month not certain", "February 2024", "July 2024"]),
    ]


def test_what_goes_on_is_told_in_the_years_it_reaches() -> None:
    years = chronology(dated("2022-05/2024-01", "2023", "2024", "2025", "2021/.."))
    assert [(y.key, [e.title for e in y.continuing]) for y in years] == [
        ("2021", []),
        ("2022", []),
        ("2023", ["2022-05/2024-01"]),
        ("2024", ["2022-05/2024-01"]),
        ("2025", []),
    ]


@given(st.lists(st.dates().map(str)))
def test_every_event_stands_once(dates: list[str]) -> None:
    events = dated(*dates)
    shown = [event for year in chronology(events) for event in year.events]
    assert sorted(shown, key=lambda e: e.id) == sorted(events, key=lambda e: e.id)
    assert [e.title for e in shown] == sorted(dates)


def test_events_of_one_date_stand_in_the_order_of_their_rank() -> None:
    """Most independent sources first, then most passages, then most names."""
    twice_told = harbour.PROMISE.citations + harbour.OPENING.citations
    events = [
        replace(harbour.PROMISE, id="a-told-once", places=()),
        replace(harbour.PROMISE, id="b-of-the-bridge"),
        replace(harbour.PROMISE, id="c-told-by-two-papers", citations=twice_told),
    ]
    timeline = harbour.timeline(*events)
    wanted = ["c-told-by-two-papers", "b-of-the-bridge", "a-told-once"]
    assert [event.id for event in timeline.events] == wanted
    assert [event.id for event in timeline.by_entity["harbour-bridge"]] == wanted[:2]
    files = harbour.site(timeline)
    for path in ("index.html", "years/2017/index.html", "years/2017/06/index.html"):
        page = files[path].decode()
        places = [page.index(f"events/{name}/index.html") for name in wanted]
        assert places == sorted(places), path
