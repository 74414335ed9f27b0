"""Addresses that open a page at a passage. What a browser makes of them is tested in
tests/browser."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.selectors import TextPositionSelector
from generator.pages.citing.fragments import Text, at_passage

ARTICLE = (
    "Bridge opens\n\n"
    "The harbour bridge opened to traffic on 4 March 2019, after two years of delay. "
    "It had been promised for June 2017.\n\n"
    "The harbour bridge opened to traffic on 4 March 2019, a second time: "
    "“well-built”, she said & left.\n"
    "Unbelievable! "
    + "The engineers had asked for more time, and for more stone, again and again. " * 3
    + "In the end they got both."
)


def fragment(words: str, nth: int = 0, text: str = ARTICLE) -> str:
    """The terms of the directive for the *nth* place of *words*, decoded."""
    start = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    told = Text(text).fragment(TextPositionSelector(start, start + len(words)))
    return unquote(told.removeprefix(":~:text="))


@pytest.mark.parametrize(
    ("words", "nth", "terms"),
    [
        ("It had been promised", 0, "It had been promised"),
        ("4 March 2019", 0, "on-,4 March 2019,-, after"),
        ("The harbour bridge opened", 0, "opens-,The harbour bridge opened,-to"),
        ("The harbour bridge opened", 1, "2017.-,The harbour bridge opened,-to"),
        ("June 2017.\n\nThe harbour", 0, "June 2017.,The harbour"),
        ("believable", 0, "Un-,believable"),
        ("Unbeliev", 0, "Unbeliev,-able!"),
    ],
    ids=[
        *("once", "words-before-and-after", "first-of-two", "second-of-two"),
        *("two-paragraphs", "in-a-word", "end-in-a-word"),
    ],
)
def test_a_passage_is_told_with_the_neighbours_that_make_it_one(
    words: str, nth: int, terms: str
) -> None:
    assert fragment(words, nth) == terms


def test_signs_of_the_syntax_are_written_out() -> None:
    start = ARTICLE.index("“well")
    words = "“well-built”, she said & left"
    place = TextPositionSelector(start, start + len(words))
    assert Text(ARTICLE).fragment(place) == (
        ":~:text=%E2%80%9Cwell%2Dbuilt%E2%80%9D%2C%20she%20said%20%26%20left"
    )


def test_of_a_long_passage_the_ends_are_told() -> None:
    start = ARTICLE.index("The engineers")
    told = fragment(ARTICLE[start:])
    assert told == ("Unbelievable!-,The engineers had asked for,the end they got both.")


def test_the_words_at_the_end_come_once_behind_those_at_the_beginning() -> None:
    start = ARTICLE.index("The engineers")
    end = ARTICLE.index(" In the end")
    assert fragment(ARTICLE[start:end]).endswith("again and again.")
    assert len(fragment(ARTICLE[start:end])) > 100  # the last line says it three times


def test_a_page_that_was_pointed_into_keeps_its_own_place() -> None:
    told = ":~:text=bridge"
    assert (
        at_passage("https://a.example/b", told) == "https://a.example/b#:~:text=bridge"
    )
    assert (
        at_passage("https://a.example/b#c", told)
        == "https://a.example/b#c:~:text=bridge"
    )
    assert at_passage("https://a.example/b#c:~:text=d", told) == (
        "https://a.example/b#c:~:text=bridge"
    )
    assert at_passage("https://a.example/b", "") == "https://a.example/b"


def test_nothing_is_told_of_a_place_where_nothing_stands() -> None:
    assert Text("one \n two").fragment(TextPositionSelector(3, 6)) == ""


words = st.text(st.sampled_from("aab -,&\n.é桥、"), min_size=1, max_size=60)


@given(words, st.integers(0, 59), st.integers(1, 60))
def test_every_term_stands_in_the_text_in_this_order(
    text: str, start: int, length: int
) -> None:
    end = min(len(text), start + length)
    told = Text(text).fragment(TextPositionSelector(start, end))
    if not text[start:end].strip():
        assert told == ""
        return
    parts = told.removeprefix(":~:text=").split(",")
    assert re.fullmatch(
        r"(?:[^-,&]+-,)?[^-,&]+(?:,[^-,&]+)?(?:,-[^-,&]+)?", ",".join(parts)
    )
    at = 0
    for part in parts:
        term = re.escape(unquote(part.removeprefix("-").removesuffix("-")))
        found = re.compile(term.replace(r"\ ", r"\s+")).search(text, at)
        assert found
        at = found.start()
