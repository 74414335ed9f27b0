"""Whole articles on other subjects, each with the list of what an editor would keep.

A case is a file in `articles/`: the article, a line of five "=", the list. One line of
the list is "date | how far it is a fact | title".
"""

from __future__ import annotations

from pathlib import Path

import pytest
from own_doors import listed, proposed

CASES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_an_article_gives_its_list(case: Path) -> None:
    article, _, expected = case.read_text("utf-8").partition("\n=====\n")
    assert listed(proposed(article).events) == expected.splitlines()


def test_one_earthquake_in_two_articles_is_one_event() -> None:
    first = "A magnitude 6.1 earthquake struck off the coast of Chile on 8 June 2018."
    second = (
        "The earthquake of 8 June 2018 off the coast of Chile injured 15 people. "
        "A second quake struck Chile on 9 June 2018."
    )
    events = proposed(first, second).events
    assert [(str(e.date), len(e.citations)) for e in events] == [
        ("2018-06-08", 2),
        ("2018-06-09", 1),
    ]
