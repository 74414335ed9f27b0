"""How far dates reach, as the scripts of a page compare them."""

from __future__ import annotations

import json

import harbour_timeline as harbour
import pytest

from generator.model.edtf import parse_edtf
from generator.pages.band_data import band_script
from generator.pages.reach import Reach, reach


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024", "2024", "2024"),
        ("2024-06", "2024-06", "2024-06"),
        ("2024-06-21", "2024-06-21", "2024-06-21"),
        ("2024-06-21T09:30", "2024-06-21", "2024-06-21"),
        ("2024-06-1X", "2024-06", "2024-06"),
        ("2024-22", "2024-06", "2024-08"),
        ("2024-24", "2024-12", "2025-02"),
        ("201X", "2010", "2019"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("[2025-07,2025-08]", "2025-07", "2025-08"),
        ("[2025-07-03,2026]", "2025-07-03", "2026"),
        ("[..2019-05]", "", "2019-05"),
        ("2022/..", "2022", ""),
        ("2022-03/2023-04-05", "2022-03", "2023-04-05"),
    ],
)
def test_a_bound_is_no_finer_than_what_is_known(
    date: str, first: str, last: str
) -> None:
    found = reach(parse_edtf(date))
    assert (found.first, found.last) == (first, last)


def test_what_lasts_and_what_is_only_about_right_is_said() -> None:
    assert reach(parse_edtf("2019/2020")).lasts
    assert not reach(parse_edtf("[2019,2020]")).lasts
    assert reach(parse_edtf("2019~")) == Reach("2019", "2019", lasts=False, loose=True)
    assert reach(parse_edtf("2019-05?")).loose


def test_the_overviews_data_keep_certain_days_apart_from_all_else() -> None:
    events = harbour.dated(
        "2019-05-04", "2019-05-04", "2019-06-01", "2019-05", "2019-05-04~", "2019/2020"
    )
    script = band_script(events, harbour.chronology(events)).decode()
    value = script.removeprefix("const timelineBand = ").removesuffix(";\n")
    assert json.loads(value) == {
        "days": [18020, 0, 28],
        "spans": {"2019-05": 1, "2019-05-04": 1},
        "lasting": {"2019/2020": 1},
        "sections": {"2019": 1, "2019-05": 4, "2019-06": 1},
    }


def test_a_span_says_once_what_its_ends_have_in_common() -> None:
    dates = ("2019-05/2019-07", "2019-05-04/2019-05-09", "2019-05-04/2020", "2019/..")
    events = harbour.dated(*dates, "[2019-12-30,2020-01-02]")
    script = band_script(events, ()).decode()
    assert '"spans":{"2019-12-30/2020-01-02":1}' in script
    for span in ("2019-05/07", "2019-05-04/09", "2019-05-04/2020", "2019/"):
        assert f'"{span}":1' in script
