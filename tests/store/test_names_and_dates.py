"""Ids for new events, and dates that people type in words."""

from __future__ import annotations

import pytest

from generator.date_suggestions import suggest
from generator.model.edtf import parse_edtf
from generator.store.edits import event_id


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("2019-07-12", "2019-07-12-bridge"),
        ("2019-07", "2019-07-bridge"),
        ("2019-07-XX", "2019-07-bridge"),
        ("2019-22", "2019-bridge"),
        ("2019~", "2019-bridge"),
        ("201X", "2010s-bridge"),
        ("-0043", "44-bce-bridge"),
        ("XXXX-07", "undated-bridge"),
        ("2019-07-12/2019-07-14", "2019-07-bridge"),
        ("[2019-07,2019-08]", "2019-bridge"),
        ("2019/..", "2019-bridge"),
        ("2019/2021", "2019-bridge"),
        ("[2019,2021]", "2019-or-2021-bridge"),
        ("{2019,2021-05}", "2019-and-2021-bridge"),
        ("[2013,2015,2017,2019]", "2013-to-2019-bridge"),
        ("[XXXX-07,2021]", "undated-bridge"),
        ("", "undated-bridge"),
    ],
)
def test_an_id_begins_with_the_date_as_far_as_it_is_known(date: str, name: str) -> None:
    assert event_id(parse_edtf(date) if date else None, "bridge", ()) == name


def test_an_id_is_given_once() -> None:
    taken = {"undated-bridge", "undated-bridge-2"}
    assert event_id(None, "bridge", taken) == "undated-bridge-3"


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("Der Hafen: offen!", "undated-der-hafen-offen"),
        ("../../etc", "undated-etc"),
        ("日本", "undated-event"),
        ("", "undated-event"),
        ("word " * 40, "undated" + "-word" * 14),
    ],
)
def test_an_id_is_a_safe_file_name(slug: str, name: str) -> None:
    assert event_id(None, slug, ()) == name


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("June 2024", "2024-06"),
        ("Sept. 2024", "2024-09"),
        ("19 June 2024", "2024-06-19"),
        ("19th of June 2024", "2024-06-19"),
        ("June 19, 2024", "2024-06-19"),
        ("2024 June 19", "2024-06-19"),
        ("19.6.2024", "2024-06-19"),
        ("19/6/2024", "2024-06-19"),
        ("2024-6-9", "2024-06-09"),
        ("2024/06", "2024-06"),
        ("20240619", "2024-06-19"),
        ("２０２４", "2024"),
        (" 2024-06 ", "2024-06"),
        ("c. 2024", "2024~"),
        ("about June 2024", "2024-06~"),
        ("summer 2024", "2024-22"),
        ("Q2 2024", "2024-34"),
        ("the 1990s", "199X"),
        ("2019–2022", "2019/2022"),
        ("19 juin 2024", "2024-06-19"),
        ("Juni 2024", "2024-06"),
    ],
)
def test_a_date_in_words_is_understood(written: str, edtf: str) -> None:
    assert suggest(written) == edtf


@pytest.mark.parametrize(
    "written",
    ["6/7/2024", "30 February 2024", "19 June", "today", "Monday 2024", "10", "may be"],
)
def test_what_may_mean_several_days_or_none_is_not_guessed(written: str) -> None:
    assert suggest(written) is None
