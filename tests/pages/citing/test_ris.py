"""RIS, as rispy reads it."""

from __future__ import annotations

import pytest
import rispy
from hypothesis import given
from odd_texts import ODD, texts
from works_to_cite import ARCHIVE, EVERYTHING, work

from generator.model.edtf import parse_edtf
from generator.pages.citing.ris import ris, ris_date
from generator.pages.citing.works import one_line


def test_an_article_has_a_line_for_everything_that_is_known() -> None:
    assert ris(work(**EVERYTHING)) == (
        "TY  - NEWS\n"
        "ID  - bridge\n"
        "AU  - Quill, Ada\n"
        "AU  - City Council\n"
        "TI  - Bridge opens\n"
        "T2  - Port Gazette\n"
        "PB  - Harbour Press\n"
        "PY  - 2019\n"
        "DA  - 2019/03/05/\n"
        "Y2  - 2019/04/02/\n"
        "LA  - en\n"
        "UR  - https://gazette.example/bridge\n"
        f"L2  - {ARCHIVE}\n"
        "ER  - \n"
    )


def test_what_nobody_stated_has_no_line() -> None:
    bare = work(author=(), container_title="", issued=None, url="")
    assert ris(bare) == "TY  - GEN\nID  - bridge\nTI  - Bridge opens\nER  - \n"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2019-03-05", "2019/03/05/"),
        ("2019-03-05T12:00", "2019/03/05/"),
        ("2019-03", "2019/03//"),
        ("2019", "2019///"),
        ("2019~", "2019///2019~"),
        ("2019-03-05?", "2019/03/05/2019-03-05?"),
        ("2019-21", "2019///2019-21"),
        ("2019-XX-05", "2019///2019-XX-05"),
        ("201X", "///201X"),
        ("-0043", "///-0043"),
        ("2019-03/..", "///2019-03/.."),
        ("2019-03/2019-04", "///2019-03/2019-04"),
        ("[2026,2027]", "///[2026,2027]"),
    ],
)
def test_a_date_has_nothing_between_the_strokes_that_is_not_known(
    date: str, told: str
) -> None:
    assert ris_date(parse_edtf(date)) == told


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_odd_titles_are_read_as_they_are(title: str) -> None:
    (record,) = rispy.loads(ris(work(title=title, container_title=title)))
    assert record["title"] == record["secondary_title"] == one_line(title)
    assert record["type_of_reference"] == "NEWS"
    assert record["urls"] == ["https://gazette.example/bridge"]


@given(texts)
def test_any_title_is_read_as_it_is(title: str) -> None:
    if one_line(title):
        (record,) = rispy.loads(ris(work(title=title)))
        assert record["title"] == one_line(title)
