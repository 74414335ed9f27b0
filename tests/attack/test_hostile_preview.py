"""What the preview shows of hostile files, of their names and of what is wrong in them,
is shown as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_texts import TEXTS, lay_out, leave_out_refused_bodies
from playwright.sync_api import Browser, Page
from support.preview_process import previewing, wait_for
from watched_pages import ACTIVE, listening

NAME = TEXTS[2]
"""Also of files: `<img src=x onerror=alert(1)>` is a name that a system allows."""

IN_THE_OVERLAY = """() => {
  const root = document.querySelector("#dateline-preview-trouble").shadowRoot;
  return [...root.querySelectorAll("*")].map(element => element.localName).join(" ");
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The preview of a project with each text in each field, also where it is wrong."""
    root: Path = tmp_path_factory.mktemp("preview") / "project"
    lay_out(root, TEXTS)
    leave_out_refused_bodies(root)
    with previewing(root) as preview:
        for folder in ("events", "sources", "entities"):
            path = root / f"content/{folder}/{NAME}.md"
            path.write_text(f"---\ntitel: {NAME}\ndate: {NAME}\n---\n\n[a](x{NAME})\n")
        (root / f"seeds/{NAME}.pdf").write_bytes(b"%PDF")
        wait_for(lambda: any(f"content/events/{NAME}" in line for line in preview.said))
        yield preview.address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with listening(browser, address) as page:
        yield page


def test_what_is_wrong_is_shown_as_text_over_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}about/index.html")
    trouble = page.locator("#dateline-preview-trouble")
    trouble.wait_for(state="attached")
    told = trouble.evaluate("element => element.shadowRoot.textContent")
    assert f"content/events/{NAME}.md" in told
    assert page.evaluate(IN_THE_OVERLAY) == "div h2 pre"
    assert page.evaluate(ACTIVE) == []


def test_what_waits_for_review_is_shown_as_text(page: Page, address: str) -> None:
    page.goto(f"{address}__review")
    shown = page.locator("main").inner_text()
    assert NAME in shown
    assert page.evaluate(ACTIVE) == []
    places = page.locator("main a").evaluate_all("links => links.map(a => a.protocol)")
    assert set(places) == {"http:", "vscode:"}


def test_an_address_that_is_asked_for_is_not_shown(page: Page, address: str) -> None:
    got = page.request.get(f"{address}<img src=nowhere>")
    assert got.status == 404
    assert "nowhere" not in got.text()
