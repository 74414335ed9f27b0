"""Every page of this repository's own site, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.browsing import Watch, served
from support.own_site import built

TARGETS = """links => links.map(
  link => new URL(link.getAttribute("href"), document.baseURI).href.split("#")[0]
)"""
"""Addresses of links, those in SVG among them, without their fragments."""


def test_there_are_pages_to_look_at(pages: list[str]) -> None:
    kinds = {page.split("/")[0] for page in pages}
    assert kinds >= {"index.html", "events", "sources", "entities", "years", "404.html"}


def test_every_page_loads_without_a_fault_or_an_outside_request(
    browser: Browser, address: str, pages: list[str]
) -> None:
    page = browser.new_page()
    watch = Watch(page, address)
    for path in pages:
        page.goto(address + path)
    page.close()
    assert watch.faults == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_is_wider_than_its_window(
    width: int, browser: Browser, site: Path, pages: list[str]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    too_wide = []
    for path in pages:
        page.goto(f"{site.as_uri()}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(path)
    page.close()
    assert too_wide == []


def test_every_page_says_the_same_without_scripts(
    browser: Browser, site: Path, pages: list[str]
) -> None:
    with_scripts = browser.new_page()
    without = browser.new_page(java_script_enabled=False)
    different = []
    for path in pages:
        words = []
        for page in (with_scripts, without):
            page.goto(f"{site.as_uri()}/{path}")
            words.append(page.inner_text("body").split())
        if words[0] != words[1] or not words[0]:
            different.append(path)
    with_scripts.close()
    without.close()
    assert different == []


def test_every_page_is_reached_from_the_start_and_leads_back(
    browser: Browser, site: Path, pages: list[str]
) -> None:
    """Following only what a person can click, from one page to the next."""
    page = browser.new_page(java_script_enabled=False)
    start = f"{site.as_uri()}/index.html"
    links: dict[str, set[str]] = {}
    waiting = [start]
    while waiting:
        at = waiting.pop()
        if at in links:
            continue
        page.goto(at)
        found = page.eval_on_selector_all("a[href]", TARGETS)
        links[at] = {link for link in found if link.startswith(site.as_uri())}
        waiting += [link for link in links[at] if link.endswith(".html")]
    page.close()
    reached = {link.removeprefix(f"{site.as_uri()}/") for link in links}
    # Frames are for other sites, which get their address in code.
    unreached = {page for page in set(pages) - reached if not page.startswith("embed/")}
    assert unreached == {"404.html"}
    assert [link for link, onward in links.items() if start not in onward] == []


def test_the_page_for_what_is_missing_works_at_any_depth(
    browser: Browser, tmp_path: Path
) -> None:
    with served(tmp_path / "site", "/repo") as address:
        built(tmp_path / "site", base_url=address)
        missing = f"{address}events/there/is/no/such/page"
        page = browser.new_page()
        watch = Watch(page, address)
        answer = page.goto(missing)
        assert answer is not None
        assert answer.status == 404
        home = page.eval_on_selector_all("a[href]", TARGETS)
        assert {f"{address}", f"{address}index.html"} & set(home)
        page.close()
    # The page is answered with 404, which the browser notes in its console too.
    own = [fault for fault in watch.faults if "404" in fault and missing in fault]
    assert [fault for fault in watch.faults if fault not in own] == []


def test_a_dark_screen_gets_dark_pages(browser: Browser, site: Path) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{site.as_uri()}/index.html")
        shades[scheme] = page.evaluate(
            """() => {
              const style = getComputedStyle(document.body);
              const root = getComputedStyle(document.documentElement);
              return [style.backgroundColor, root.backgroundColor, style.color];
            }"""
        )
        page.close()
    assert shades["light"] != shades["dark"]
