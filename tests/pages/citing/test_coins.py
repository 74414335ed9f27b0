"""COinS, read the way reference managers do."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from odd_texts import ODD, texts
from works_to_cite import work

from generator.model.events import Event
from generator.pages.citing.coins import coins
from generator.pages.citing.works import of_event, one_line
from generator.settings import SiteConfig


def read(context: str) -> list[tuple[str, str]]:
    """Keys and values, parted at every "&" and the first "="; nothing is a space but
    "%20"."""
    pairs = [part.split("=") for part in context.split("&")]
    assert all(len(pair) == 2 for pair in pairs)
    return [(key, unquote(value, errors="strict")) for key, value in pairs]


def test_an_article_is_offered_with_its_authors_and_address() -> None:
    given = work(author=("Ada Quill", "City Council"), language="en")
    assert read(coins(given)) == [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
        ("rft.title", "Bridge opens"),
        ("rft.au", "Quill, Ada"),
        ("rft.aucorp", "City Council"),
        ("rft.source", "Port Gazette"),
        ("rft.date", "2019-03-05"),
        ("rft.language", "en"),
        ("rft.identifier", "https://gazette.example/bridge"),
    ]


def test_an_event_is_offered_as_a_page_of_this_site() -> None:
    site = SiteConfig(title="Harbour years", base_url="https://example.org/h/")
    told = dict(read(coins(of_event(Event("opening", "It opens", None), site))))
    assert told["rft.type"] == "webpage"
    assert told["rft.source"] == "Harbour years"
    assert told["rft.identifier"] == "https://example.org/h/events/opening/"
    assert "rft.date" not in told


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_odd_titles_are_read_as_they_are(title: str) -> None:
    assert ("rft.title", one_line(title)) in read(coins(work(title=title)))


@given(texts)
def test_any_title_is_read_as_it_is(title: str) -> None:
    if one_line(title):
        assert ("rft.title", one_line(title)) in read(coins(work(title=title)))
