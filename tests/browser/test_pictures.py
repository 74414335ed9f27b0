"""Pictures of an event in a real browser: what is fetched when, and what is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import picture
from playwright.sync_api import Browser, Page

from generator import pipeline
from generator.config import read_project

EVENT = """\
---
title: The pier opens
date: "2019-03"
status: reviewed
media:
  - file: pier.jpg
    alt: The pier at low tide
    credit: Ada Harbour
    licence: CC0-1.0
  - file: wreck.jpg
    alt: A wreck on the shore
    credit: Ada Harbour
    licence: CC0-1.0
    sensitive: yes
citations:
  - source: post
    exact: The pier opened in March 2019.
---
"""
SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => shifted += e.value))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of the page of an event with two pictures, as a file."""
    root: Path = tmp_path_factory.mktemp("pier")
    (root / "dateline.toml").write_text('[site]\ntitle = "The pier"\n')
    for folder in ("content/events", "content/media", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / "seeds/post.txt").write_text("The pier opened in March 2019.\n")
    (root / "content/events/pier.md").write_text(EVENT)
    (root / "content/media/pier.jpg").write_bytes(picture("JPEG", (2000, 1500)))
    (root / "content/media/wreck.jpg").write_bytes(picture("JPEG", (700, 900), "blue"))
    project, _ = read_project(root)
    assert pipeline.build(project).out is not None
    return (root / "site/events/pier/index.html").as_uri()


def fetched(page: Page) -> list[str]:
    """The widths of the pictures that the page asked for, as they come in their names;
    the list grows as the page asks for more."""
    widths: list[str] = []

    def note(url: str) -> None:
        if url.endswith(".webp"):
            widths.append(url.removesuffix(".webp").rpartition("-")[2])

    page.on("request", lambda request: note(request.url))
    return widths


@pytest.mark.parametrize(
    ("width", "density", "size"),
    [(390, 1, "480"), (390, 2, "960"), (390, 3, "1600"), (1440, 1, "960")],
    ids=["phone", "fine-phone", "finest-phone", "desk"],
)
def test_a_screen_gets_the_size_that_it_needs_and_nothing_that_is_closed(
    width: int, density: int, size: str, browser: Browser, address: str
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, device_scale_factor=density
    )
    widths = fetched(page)
    page.goto(address)
    page.locator(".picture-closed summary").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert widths == [size]
    page.locator(".picture-closed summary").click()
    page.locator("details img").scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('details img').naturalWidth > 0")
    assert len(widths) == 2
    page.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_sensitive_picture_is_seen_by_who_opens_it(
    scripts: bool, browser: Browser, address: str
) -> None:
    page = browser.new_page(java_script_enabled=scripts)
    page.goto(address)
    closed = page.get_by_alt_text("A wreck on the shore")
    assert not closed.is_visible()
    assert page.locator(".picture-closed summary").inner_text() == (
        "Sensitive picture: A wreck on the shore"
    )
    page.keyboard.press("Tab")
    page.locator(".picture-closed summary").focus()
    page.keyboard.press("Enter")
    assert closed.is_visible()
    page.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_moves_when_a_picture_comes(
    width: int, browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 600})
    page.route("**/*.js*", lambda route: route.abort())  # what they move is not asked
    page.add_init_script(SHIFTS)
    page.goto(address)
    image = page.get_by_alt_text("The pier at low tide")
    image.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('img').naturalWidth > 0")
    box = image.bounding_box()
    assert box is not None
    assert box["width"] <= width
    assert box["height"] == pytest.approx(box["width"] * 0.75, abs=1)
    assert page.evaluate("shifted") == 0
    page.close()
