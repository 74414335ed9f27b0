"""What only a browser knows of the site's form: colours, paper, and where one lands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from support.harbour_log import laid_out, log

PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT = "rgb(252, 252, 250)"
DARK = "rgb(20, 24, 27)"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    yield page
    page.close()


@pytest.mark.parametrize(
    ("preferred", "chosen", "paper"),
    [
        ("light", "", LIGHT),
        ("dark", "", DARK),
        ("light", "dark", DARK),
        ("dark", "light", LIGHT),
    ],
)
def test_a_readers_choice_of_colours_goes_before_the_systems(
    preferred: str, chosen: str, paper: str, page: Page, site: Path
) -> None:
    page.emulate_media(color_scheme=preferred)  # type: ignore[arg-type]
    page.goto(f"{site.as_uri()}/index.html")
    if chosen:
        page.evaluate(f"document.documentElement.dataset.theme = '{chosen}'")
    assert page.evaluate(PAPER) == paper


def test_the_style_in_the_page_is_the_one_that_its_policy_lets_in(
    page: Page, site: Path
) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    assert page.evaluate("document.styleSheets[0].ownerNode.tagName") == "STYLE"
    page.goto(f"{site.as_uri()}/about/index.html")
    assert page.evaluate("document.styleSheets[0].ownerNode.tagName") == "LINK"
    page.goto(f"{site.as_uri()}/404.html")
    assert page.evaluate(PAPER) in (LIGHT, DARK)


@pytest.mark.parametrize("path", ["index.html", "entities/north-korea/index.html"])
def test_paper_has_no_controls_and_everything_else(
    path: str, page: Page, site: Path
) -> None:
    page.goto(f"{site.as_uri()}/{path}")
    shown = page.locator(".entry").count()
    page.emulate_media(media="print", color_scheme="dark")
    for control in (".masthead-nav", ".crumbs", ".skip", "button"):
        assert not page.locator(f"{control}:visible").count(), control
    assert page.locator(".entry:visible").count() == shown > 0
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == (
        "light"
    )


def test_a_citation_opens_its_passage_and_marks_it(page: Page, site: Path) -> None:
    source = next(site.glob("sources/*/index.html"))
    page.goto(f"{source.as_uri()}#passage-2")
    passage = page.locator("#passage-2")
    box = passage.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 400
    ground = "element => getComputedStyle(element).backgroundColor"
    assert passage.evaluate(ground) != page.locator("#passage-1").evaluate(ground)


def test_what_is_undated_does_not_look_dated(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    knot = """element => {
      const style = getComputedStyle(element, "::after");
      return [style.borderStyle, style.backgroundColor, style.backgroundImage];
    }"""
    kinds = {
        state: tuple(page.locator(state).first.evaluate(knot))
        for state in (
            ".entry[data-undated]",
            ".entry[data-coarse][data-factuality=happened]",
            ".entry:not([data-undated], [data-coarse])[data-factuality=happened]",
            ".entry[data-factuality=planned]",
            ".entry[data-factuality=alleged]",
        )
    }
    assert len(set(kinds.values())) == len(kinds)


MOVED = """() => new Promise(resolve => {
  const moved = [];
  new PerformanceObserver(list => moved.push(...list.getEntries().map(e => e.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(moved), 500);
})"""


@pytest.mark.parametrize("width", [320, 390, 412, 1440])
def test_nothing_moves_when_the_scripts_show_their_controls(
    width: int, page: Page, site: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 820})
    page.goto(f"{site.as_uri()}/index.html")
    page.wait_for_selector(".setting:visible")
    assert page.evaluate(MOVED) == []


@pytest.mark.parametrize("width", [320, 390, 720, 1440])
def test_the_tools_stand_beside_the_sites_title(
    width: int, page: Page, site: Path
) -> None:
    page.set_viewport_size({"width": width, "height": 820})
    page.goto(f"{site.as_uri()}/about/index.html")
    page.wait_for_selector(".setting:visible")
    title = page.locator(".masthead-title").bounding_box()
    tool = page.locator(".masthead .setting").bounding_box()
    assert title
    assert tool
    assert title["y"] <= tool["y"] + tool["height"] / 2 <= title["y"] + title["height"]
    assert tool["x"] >= title["x"] + title["width"]


def test_no_heading_of_a_long_start_page_lies_over_what_is_below(
    page: Page, tmp_path: Path
) -> None:
    site = laid_out(tmp_path, log(400))
    page.set_viewport_size({"width": 1440, "height": 600})
    page.goto(f"{site.as_uri()}/index.html")
    heading = page.locator(".start-columns .year-name").first
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 800")
    box = heading.bounding_box()
    assert box
    assert box["y"] + box["height"] < 0
