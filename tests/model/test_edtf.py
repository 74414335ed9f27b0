"""EDTF values: what is read, what is refused and how, and which days are meant."""

from __future__ import annotations

import pytest
from edtf_values import values
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import (
    EdtfError,
    Form,
    Precision,
    parse_edtf,
)

TYPOGRAPHY = "0123456789-/.?~%X[]{},TZ: "


@given(values())
def test_a_value_is_written_as_it_was_read(text: str) -> None:
    assert str(parse_edtf(text)) == text


@given(values())
def test_a_value_begins_before_it_ends(text: str) -> None:
    value = parse_edtf(text)
    assert value.first is None or value.last is None or value.first <= value.last


@given(st.text(TYPOGRAPHY, max_size=24))
def test_any_text_is_a_value_or_an_error_that_says_why(text: str) -> None:
    try:
        value = parse_edtf(text)
    except EdtfError as error:
        reason = error.reason
    else:
        assert value.precision in Precision
        assert value.sort_key
        return
    assert reason


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31), "year"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2023-02", (2023, 2, 1), (2023, 2, 28), "month"),
        ("2024-06-19", (2024, 6, 19), (2024, 6, 19), "day"),
        ("2024-06-19?", (2024, 6, 19), (2024, 6, 19), "day"),
        ("2024~", (2024, 1, 1), (2024, 12, 31), "year"),
        ("2024-06-19T23:30:00-09:00", (2024, 6, 19), (2024, 6, 19), "time"),
        ("201X", (2010, 1, 1), (2019, 12, 31), "decade"),
        ("20XX", (2000, 1, 1), (2099, 12, 31), "century"),
        ("1X99", (1099, 1, 1), (1999, 12, 31), "unknown"),
        ("XXXX", (0, 1, 1), (9999, 12, 31), "unknown"),
        ("-0043", (-43, 1, 1), (-43, 12, 31), "year"),
        ("-004X", (-49, 1, 1), (-40, 12, 31), "decade"),
        ("2024-XX", (2024, 1, 1), (2024, 12, 31), "year"),
        ("2024-06-XX", (2024, 6, 1), (2024, 6, 30), "month"),
        ("2023-X2-3X", (2023, 12, 30), (2023, 12, 31), "year"),
        ("2023-0X-31", (2023, 1, 31), (2023, 8, 31), "year"),
        ("XXXX-02-29", (0, 2, 29), (9996, 2, 29), "unknown"),
        ("2024-21", (2024, 3, 1), (2024, 5, 31), "season"),
        ("2024-24", (2024, 12, 1), (2025, 2, 28), "season"),
        ("2024-34", (2024, 4, 1), (2024, 6, 30), "season"),
        ("2024-06-19/2024-06-22", (2024, 6, 19), (2024, 6, 22), "day"),
        ("2024-06/2024", (2024, 6, 1), (2024, 12, 31), "year"),
        ("2024/2024-06", (2024, 1, 1), (2024, 6, 30), "year"),
        ("2022-02/..", (2022, 2, 1), None, "month"),
        ("../2022-02", None, (2022, 2, 28), "month"),
        ("2022-02/", (2022, 2, 1), None, "month"),
        ("[2025-07,2025-08]", (2025, 7, 1), (2025, 8, 31), "month"),
        ("[1667,1668, 1670..1672]", (1667, 1, 1), (1672, 12, 31), "year"),
        ("[..1983]", None, (1983, 12, 31), "year"),
        ("{1984..}", (1984, 1, 1), None, "year"),
    ],
)
def test_a_value_means_these_days(
    text: str,
    first: tuple[int, int, int] | None,
    last: tuple[int, int, int] | None,
    precision: str,
) -> None:
    value = parse_edtf(text)
    assert (value.first, value.last, value.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the date is empty"),
        ("June 2024", "“June 2024” is not an EDTF date"),
        ("20240619", "“20240619” is not an EDTF date"),
        ("2024-6-9", "“2024-6-9” is not an EDTF date"),
        (" 2024", "“ 2024” is not an EDTF date"),
        ("２０２４", "“２０２４” is not an EDTF date"),
        ("Y170000002", "“Y170000002” is not an EDTF date"),
        ("2024-13", "month 13 in “2024-13” is not 01 to 12 (or a season, 21 to 41)"),
        ("2024-00", "month 00 in “2024-00” is not 01 to 12 (or a season, 21 to 41)"),
        ("2024-2X", "no month fits “2X” in “2024-2X”"),
        ("2024-02-30", "day 30 does not exist in 2024-02"),
        ("2023-02-29", "day 29 does not exist in 2023-02"),
        ("2024-04-31", "day 31 does not exist in 2024-04"),
        ("2024-06-00", "day 00 does not exist in 2024-06"),
        ("19X1-02-29", "day 29 does not exist in 19X1-02"),
        ("2024-21-05", "“2024-21-05” gives a day in a season"),
        ("-0000", "there is no year -0000"),
        ("2024-06-19T25:00:00", "no clock shows “25:00:00”"),
        (
            "2024-06-XXT12:00:00",
            "“2024-06-XXT12:00:00” gives a time on a day that is not known",
        ),
        ("2025-08/2025-07", "“2025-08/2025-07” ends before it starts"),
        ("2024/2025/2026", "“2024/2025/2026” has more than one “/”"),
        ("/", "“/” has neither a start nor an end"),
        ("../..", "“../..” has neither a start nor an end"),
        ("..", "“..” is not an EDTF date"),
        ("[]", "a date is missing in “[]”"),
        ("[..]", "a date is missing in “[..]”"),
        ("[2024", "“[2024” is not closed"),
        ("[2025..2024]", "“2025..2024” ends before it starts"),
    ],
)
def test_what_is_refused_is_said_in_the_users_words(text: str, reason: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert caught.value.reason == reason


def test_wider_values_come_before_narrower_ones_and_open_starts_at_their_end() -> None:
    in_order = ["2024", "2024-06", "2024-06-01", "../2024-06", "2024-07/..", "2024-07"]
    assert sorted(in_order, key=lambda text: parse_edtf(text).sort_key) == in_order


def test_a_qualifier_does_not_move_a_value() -> None:
    assert parse_edtf("2024-06~").sort_key == parse_edtf("2024-06").sort_key


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2024?", True, False),
        ("2024~", False, True),
        ("2024%", True, True),
        ("2024-~06", False, True),
        ("2019~/2022", False, True),
        ("2024", False, False),
    ],
)
def test_a_qualifier_of_any_part_is_told_of_the_whole(
    text: str, uncertain: bool, approximate: bool
) -> None:
    value = parse_edtf(text)
    assert (value.uncertain, value.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2024", Form.DATE),
        ("2024/2025", Form.INTERVAL),
        ("[2024,2025]", Form.ONE_OF),
        ("{2024,2025}", Form.ALL_OF),
    ],
)
def test_the_form_tells_how_the_parts_belong_together(text: str, form: Form) -> None:
    assert parse_edtf(text).form is form
