"""A page of the site in a frame of another site, as a browser shows it: no scripts."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import harbour_timeline as harbour
import pytest
from playwright.sync_api import Browser, Page
from support.browsing import Watch, served
from support.own_site import REPOSITORY

from generator.pages import render
from generator.resources import find_resources

EVENT = "events/2019-03-04-opening"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("framed")


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of the harbour's site, which knows it."""
    with served(folder) as address:
        config = replace(harbour.SITE, base_url=address)
        files = render(harbour.timeline(), config, find_resources(REPOSITORY))
        for path, data in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        yield address


@pytest.fixture(params=["", EVENT], ids=["timeline", "event"])
def framed(
    request: pytest.FixtureRequest,
    site: str,
    folder: Path,
    browser: Browser,
    tmp_path: Path,
) -> Iterator[Page]:
    """A page of another origin with the frame that oEmbed gives, scripts off."""
    told = json.loads((folder / request.param / "oembed.json").read_text())
    head = '<link rel="icon" href="data:,"><h1>Outside</h1>'
    (tmp_path / "index.html").write_text(f"{head}{told['html']}")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with served(tmp_path) as other:
        watch = Watch(page, site)
        page.goto(other)
        page.frame_locator("iframe").locator("h1").wait_for()
        own = [fault for fault in watch.faults if f"asked for: {other}" not in fault]
        assert own == []
        yield page
    context.close()


def test_a_frame_is_filled_and_styled(framed: Page) -> None:
    inside = framed.frame_locator("iframe")
    assert inside.locator("h1").inner_text() in ("The bridge opens", harbour.SITE.title)
    assert inside.locator("time, .date").first.inner_text() != ""
    font = "element => getComputedStyle(element).fontWeight"
    assert inside.locator(".when").first.evaluate(font) == "650"


def test_a_link_in_a_frame_leads_out_of_it(framed: Page, site: str) -> None:
    frame = framed.frame_locator("iframe")
    frame.locator("h1 a").click()
    framed.wait_for_url(f"{site}**")
    assert framed.url.startswith(site)
    assert framed.locator("iframe").count() == 0
    assert framed.locator(".masthead").count() == 1


def test_the_code_to_copy_stands_on_the_page_without_scripts(
    site: str, folder: Path, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}{EVENT}/index.html")
    code = page.locator("#embed-code")
    assert not code.is_visible()
    page.get_by_text("Embed", exact=True).click()
    told = json.loads((folder / EVENT / "oembed.json").read_text())
    assert html.unescape(code.inner_text()) == told["html"]
    context.close()


@pytest.mark.parametrize("width", [240, 600])
@pytest.mark.parametrize("path", ["embed", f"embed/{EVENT}"], ids=["timeline", "event"])
def test_nothing_is_cut_off_in_a_narrow_frame(
    path: str, width: int, site: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 320})
    page.goto(f"{site}{path}/index.html")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    page.close()
