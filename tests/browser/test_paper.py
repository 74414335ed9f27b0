"""What a browser makes of pages for paper, read back from the PDF."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import harbour_timeline as harbour
import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from support.own_site import REPOSITORY

from generator.pages import render
from generator.resources import find_resources

SITE = replace(harbour.SITE, base_url="https://example.org/bridge/")
EVENT = "events/2019-03-04-opening/index.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour's site."""
    folder = tmp_path_factory.mktemp("paper")
    resources = find_resources(REPOSITORY)
    for path, data in render(harbour.timeline(), SITE, resources).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def sheets(browser: Browser, address: str, scripts: bool = False) -> list[str]:
    """The words on each sheet of the page at *address*, for a reader in the dark."""
    context = browser.new_context(color_scheme="dark", java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address)
    data = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    context.close()
    read = PdfReader(io.BytesIO(data))
    return [" ".join(sheet.extract_text().split()) for sheet in read.pages]


def test_an_event_has_its_quotes_by_numbers_and_its_sources_at_the_end(
    browser: Browser, folder: Path
) -> None:
    text = " ".join(sheets(browser, (folder / EVENT).as_uri()))
    assert "The bridge opens" in text
    assert "[1] Bridge opens, The Post, 5 March 2019" in text
    assert "[2] “About 500 people saw" in text
    sources = text[text.rindex("Sources [1]") :]
    assert re.search(
        r"\[1\] Bridge opens, A. Writer, The Post, 5 March 2019. "
        r"https://example.org/bridge \[2\] “About 500 people",
        sources,
    )
    assert "https://example.org/bridge/events/2019-03-04-opening/" in sources


def test_an_entity_has_the_numbers_of_sources_beside_its_events(
    browser: Browser, folder: Path
) -> None:
    address = (folder / "entities/harbour-bridge/index.html").as_uri()
    text = " ".join(sheets(browser, address))
    assert re.search(r"The bridge opens, see the promise. \[1\] \[2\]", text)
    sources = text[text.rindex("Told of in") :]
    assert "[1] Bridge opens, A. Writer, The Post, 5 March 2019. https" in sources


def test_the_whole_timeline_is_one_document_with_numbered_sources_at_the_end(
    browser: Browser, folder: Path
) -> None:
    text = " ".join(sheets(browser, (folder / "print/index.html").as_uri()))
    places = [text.index(event.title) for event in harbour.EVENTS[:2]]
    assert places == sorted(places)
    for event in harbour.EVENTS:
        assert event.title in text
    assert "“It had been promised for June 2017” [1]" in text
    assert "People at the opening: about 500." in text
    assert "Planned" in text
    assert text.index("Undated") < text.rindex("Sources [1] Bridge opens, A. Writer")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("path", [EVENT, "print/index.html", "index.html"])
def test_sheets_are_numbered_and_have_no_navigation(
    path: str, scripts: bool, browser: Browser, folder: Path
) -> None:
    found = sheets(browser, (folder / path).as_uri(), scripts)
    for number, text in enumerate(found, 1):
        assert f"{number} / {len(found)}" in text
        for words in ("Skip to", "Search", "Previous", "Embed", "Copy", "Keyboard"):
            assert words not in text


def test_what_opens_on_a_screen_has_no_sign_for_it_on_paper(
    browser: Browser, folder: Path
) -> None:
    page = browser.new_page()
    page.goto((folder / EVENT).as_uri())
    page.emulate_media(media="print")
    signs = page.locator(".cite-format[open] summary").evaluate_all(
        "all => all.map(one => getComputedStyle(one).listStyleType)"
    )
    assert signs == ["none"]
    page.close()


def test_paper_is_white_and_ink_black_for_a_reader_in_the_dark(
    browser: Browser, folder: Path
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto((folder / EVENT).as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    looks = """selector => {
      const style = getComputedStyle(document.querySelector(selector));
      return [style.color, style.backgroundColor];
    }"""
    assert page.evaluate(looks, "body") == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.evaluate(looks, "h1")[0] == "rgb(0, 0, 0)"
    page.close()
