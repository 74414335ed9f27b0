"""The list of sources where there are many of them."""

from __future__ import annotations

import re

import harbour_timeline as harbour
import pytest

from generator.model.sources import Source
from generator.model.timeline import Content, Timeline


def sources_page(count: int) -> str:
    """The page that lists *count* sources, of three papers by turns, one of which is
    not stated."""
    papers = ("The Gazette", "Harbour Post", "")
    sources = tuple(
        Source(f"s{number:03}", f"Article {number:03}", publisher=papers[number % 3])
        for number in range(count)
    )
    timeline = Timeline.of(Content(sources=sources), [])
    return harbour.site(timeline)["sources/index.html"].decode("utf-8")


def headings(page: str) -> list[str]:
    found = re.findall(r"<h2[^>]*>(.*?)</h2>", page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", heading).split()) for heading in found]


def test_a_few_sources_stand_one_below_the_other() -> None:
    assert headings(sources_page(99)) == [f"Article {n:03}" for n in range(99)]


def test_a_hundred_sources_stand_by_where_they_appeared() -> None:
    expected = ["Publisher not stated 33", "Harbour Post 33", "The Gazette 34"]
    assert headings(sources_page(100)) == expected


@pytest.mark.parametrize("count", [100, 153, 400])
def test_no_source_is_left_out(count: int) -> None:
    page = sources_page(count)
    addresses = re.findall(r'href="../sources/(s\d+)/index.html"', page)
    assert sorted(addresses) == [f"s{number:03}" for number in range(count)]


def test_the_shelf_of_a_paper_goes_by_name_in_parts_of_sixty() -> None:
    shelf = sources_page(210).rpartition('<section class="shelf"')[2]
    parts = shelf.split('<ul class="shelf-part"')[1:]
    names = [f"{number:03}" for number in range(0, 210, 3)]
    found = [re.findall(r"Article (\d+)", part) for part in parts]
    assert found == [names[:60], names[60:]]
