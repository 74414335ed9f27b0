"""Titles that a copy editor would let pass, and bodies that say no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_doors import proposed

from generator.extract.wording import MOST_WORDS, as_title, escaped, main_part


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "However, the mayor opened the bridge on 3 May 2021.",
            "The mayor opened the bridge",
        ),
        (
            "The mayor opened the bridge on 3 May 2021, marking the end of the works.",
            "The mayor opened the bridge",
        ),
        (
            "The bridge (see map) was opened on 3 May 2021.",
            "The bridge was opened",
        ),
        (
            "Norwegian Transport Minister Ada Quill opened the long-awaited second "
            "bridge over the harbour of Bergen on 3 May 2021.",
            "Ada Quill opened the long-awaited second bridge over the harbour of "
            "Bergen",
        ),
        (
            "The airline, Quillair, opened an office on 3 May 2021.",
            "Quillair opened an office",
        ),
        (
            "Norway and Sweden disagree. The two countries signed a treaty on "
            "3 May 2021.",
            "Norway and Sweden signed a treaty",
        ),
        (
            "The United States and Norway disagree. The two nations signed a treaty on "
            "3 May 2021.",
            "The United States and Norway signed a treaty",
        ),
        (
            "Engineer Ada Quill built bridges. She retired on 3 May 2021.",
            "Ada Quill retired",
        ),
        (
            "The mayor called the bridge “a gift to the whole of the city and to all "
            "who ever cross its harbour” on 3 May 2021.",
            None,
        ),
    ],
    ids=[
        "discourse-word",
        "participle-behind",
        "brackets",
        "office-dropped-for-length",
        "name-for-the-noun",
        "two-countries",
        "countries-with-article",
        "pronoun",
        "a-quotation-that-would-be-cut",
    ],
)
def test_a_title_is_the_main_clause(sentence: str, title: str | None) -> None:
    events = proposed(sentence).events
    assert [event.title for event in events] == ([title] if title else [])


def test_a_body_names_who_says_it() -> None:
    text = "According to the Harbour Authority, the bridge closed on 3 May 2021."
    (event,) = proposed(text).events
    assert event.body == "The bridge closed, according to the Harbour Authority."


def test_a_body_shows_markdown_marks_as_letters() -> None:
    (event,) = proposed("The mayor opened the *new* bridge on 3 May 2021.").events
    assert event.body == r"The mayor opened the \*new\* bridge."


@given(st.text())
def test_a_title_is_short_or_none(text: str) -> None:
    title = as_title("The mayor", text)
    assert title is None or len(title.split()) <= MOST_WORDS


@given(st.text())
def test_the_main_part_is_a_beginning(text: str) -> None:
    assert text.startswith(main_part(text).strip(" ,;:")) or main_part(text) in text


@given(st.text(alphabet="ab*_<[>`#"))
def test_no_mark_of_markdown_stays_unescaped(text: str) -> None:
    import re

    assert not re.search(r"(?<!\\)(?:\\\\)*[*_<\[`]", escaped(text))
