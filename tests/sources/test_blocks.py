"""How a page's text is told apart: article, captions, other articles, furniture."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.sources import BlockKind
from generator.sources.blocks import blocks

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def page(request: pytest.FixtureRequest) -> list[str]:
    """The test's own docstring as a page: "kind: first words" for each block."""
    text = inspect.cleandoc(request.function.__doc__)
    return [
        f"{block.kind}: {' '.join(text[block.start : block.end].split()[:3])}"
        for block in blocks(text)
    ]


def test_an_article_opens_with_headline_byline_and_date(page: list[str]) -> None:
    """
    Harbour bridge reopens

    By Ada Quill and Ben Ink | Staff
    Published 14 March 2019, 10:04 GMT

    The bridge reopened after two years of work on its deck.

    What it cost
    Nobody at the council would say what the works have cost so far.
    """
    assert page == [
        "headline: Harbour bridge reopens",
        "byline: By Ada Quill",
        "dateline: Published 14 March",
        "body: The bridge reopened",
        "heading: What it cost",
        "body: Nobody at the",
    ]


def test_an_agencys_dateline_is_cut_from_the_first_paragraph(page: list[str]) -> None:
    """
    MOSCOW, July 12 (Reuters) — The bridge reopened after two years of works.
    """
    assert page == ["dateline: MOSCOW, July 12", "body: The bridge reopened"]


def test_a_line_that_is_a_date_stands_alone(page: list[str]) -> None:
    """
    Harbour bridge reopens after two years of works on its deck
    November 24, 2004
    The mayor reopened the bridge on Monday after two years of works on its deck.
    """
    assert page[1:] == ["dateline: November 24, 2004", "body: The mayor reopened"]


def test_the_word_via_makes_no_caption() -> None:
    text = "Bridge reopens\n\nThe ferry went to Bergen via the sound for two years."
    assert [block.kind for block in blocks(text)][1:] == [BlockKind.BODY]


def test_a_name_and_a_dash_are_no_dateline(page: list[str]) -> None:
    """
    Bergen — a city of bridges — has opened one more after two years of works.
    """
    assert page == ["body: Bergen — a"]


def test_a_caption_printed_twice_counts_once(page: list[str]) -> None:
    """
    Harbour bridge reopens

    The bridge reopened after two years of work on its deck.

    The mayor cuts a ribbon on the bridge (via Getty).
    The mayor cuts a ribbon on the bridge (via Getty).

    It had been closed since cracks were found in its deck.
    """
    assert page == [
        "headline: Harbour bridge reopens",
        "body: The bridge reopened",
        "caption: The mayor cuts",
        "boilerplate: The mayor cuts",
        "body: It had been",
    ]


def test_a_lead_printed_twice_counts_once(page: list[str]) -> None:
    """
    Harbour bridge reopens

    The bridge reopened after two years of work.

    The bridge reopened after two years of work. The mayor cut a ribbon.
    """
    assert page == [
        "headline: Harbour bridge reopens",
        "boilerplate: The bridge reopened",
        "body: The bridge reopened",
    ]


def test_titles_printed_twice_advertise_other_articles(page: list[str]) -> None:
    """
    Harbour bridge reopens

    The bridge reopened after two years of work on its deck.

    Ferry Company Cuts Its Timetable
    Ferry Company Cuts Its Timetable

    The ferry company will cut its timetable from the first of January.

    Is the Tunnel Next?
    Is the Tunnel Next?

    Engineers look at the tunnel with some concern after the winter.
    """
    assert page == [
        "headline: Harbour bridge reopens",
        "body: The bridge reopened",
        "teaser-title: Ferry Company Cuts",
        "boilerplate: Ferry Company Cuts",
        "teaser: The ferry company",
        "teaser-title: Is the Tunnel",
        "boilerplate: Is the Tunnel",
        "teaser: Engineers look at",
    ]


def test_other_articles_stand_below_related_articles(page: list[str]) -> None:
    """
    Harbour bridge reopens

    The bridge reopened after two years of work on its deck.

    Related articles

    Ferry company cuts its timetable
    The ferry company will cut its timetable from the first of January.
    """
    assert page == [
        "headline: Harbour bridge reopens",
        "body: The bridge reopened",
        "boilerplate: Related articles",
        "teaser-title: Ferry company cuts",
        "teaser: The ferry company",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "top of page",
        "Logo",
        "Comments",
        "12 comments",
        "SOURCES:",
        "Share this",
        "Share on Facebook",
        "Advertisement",
        "Read more: Tunnel to close in 2020",
        "Subscribe to our newsletter",
        "We use cookies to improve your experience.",
        "© 2019 The Harbour Post. All rights reserved.",
        "Photo: Ada Quill/Reuters",
        "* * *",
        "5 min read",
        "Reporting by Ada Quill; Editing by Ben Ink",
    ],
)
def test_a_pages_frame_is_boilerplate(line: str) -> None:
    text = f"Harbour bridge reopens\n\nThe bridge reopened after works.\n\n{line}\n"
    assert blocks(text)[-1].kind is BlockKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Logo designers met at the harbour and talked about the bridge.",
        "Comments were made on the bridge by everybody who crossed it.",
        "Share prices of the builder fell when the bridge was closed.",
        "The photo of the bridge was sold for a great deal of money.",
        "“We use the bridge every day,” said a fisherman.",
    ],
)
def test_sentences_that_begin_like_furniture_are_body(line: str) -> None:
    text = f"Harbour bridge reopens\n\nThe bridge reopened after works.\n\n{line}\n"
    assert blocks(text)[-1].kind is BlockKind.BODY


def test_lines_broken_for_their_width_are_one_paragraph(page: list[str]) -> None:
    """
    Harbour bridge reopens

    The bridge reopened after two years of work on its deck, which
    engineers had found to be cracked. The mayor cut a ribbon before
    several hundred residents.
    """
    assert page == ["headline: Harbour bridge reopens", "body: The bridge reopened"]


def test_a_paragraph_cut_in_mid_sentence_is_one(page: list[str]) -> None:
    """
    Harbour bridge reopens

    The bridge reopened after two years of work on its deck, which the engineers
    of the harbour had found to be cracked in many places, said Mayor Ada

    Quill-Ink in front of several hundred residents.
    """
    assert page == ["headline: Harbour bridge reopens", "body: The bridge reopened"]


@given(st.text())
def test_blocks_stand_in_order_and_inside_the_text(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert at <= block.start < block.end <= len(text)
        at = block.end


@given(st.text(alphabet="Ab.\n “”?(via Getty)"))
def test_no_letter_is_outside_the_blocks(text: str) -> None:
    covered = {i for b in blocks(text) for i in range(b.start, b.end)}
    assert all(i in covered for i, sign in enumerate(text) if not sign.isspace())


def test_the_seed_with_teasers_has_eighteen_other_stories() -> None:
    text = next(SEEDS.glob("003_*")).read_text("utf-8")
    titles = [b for b in blocks(text) if b.kind is BlockKind.TEASER_TITLE]
    assert [b.story for b in titles] == list(range(1, len(titles) + 1))
    assert len(titles) == len([b for b in blocks(text) if b.kind is BlockKind.TEASER])


def test_the_frame_of_a_page_is_told_from_the_article(page: list[str]) -> None:
    """
    Home World Politics Sport Weather

    Harbour bridge reopens after two years

    This site uses cookies to improve your experience. Manage preferences

    NEW YORK, May 3, 2021 /PRNewswire/ -- Quill Shipping opened its bridge on Monday.

    10:42

    The mayor cut a ribbon on the bridge and walked across it with her family.

    Read more

    The council will pay for the works until the end of the year.

    Most viewed

    1
    Ferry Company Cuts Its Timetable
    2. Tunnel closed after fire
    """
    assert page == [
        "boilerplate: Home World Politics",
        "headline: Harbour bridge reopens",
        "boilerplate: This site uses",
        "dateline: NEW YORK, May",
        "body: Quill Shipping opened",
        "boilerplate: 10:42",
        "body: The mayor cut",
        "boilerplate: Read more",
        "body: The council will",
        "boilerplate: Most viewed",
        "boilerplate: 1",
        "teaser-title: Ferry Company Cuts",
        "teaser-title: 2. Tunnel closed",
    ]
