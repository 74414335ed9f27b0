"""No text of any field runs a script on any page.

Pages are opened in a real browser, as they are and without their policy: the policy
is a second wall, and must not be needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hostile_texts import TEXTS, lay_out
from playwright.sync_api import Browser, Page, expect
from support.browsing import served
from watched_pages import (
    ACTIVE,
    files_of,
    listening,
    pages_in,
    what_could_act,
    without_policy,
    written,
)

IMAGE = TEXTS[2]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("hostile") / "project"
    lay_out(root, TEXTS)
    return files_of(root)


@pytest.fixture(params=["with-policy", "without-policy"])
def address(
    request: pytest.FixtureRequest, files: dict[str, bytes], tmp_path: Path
) -> Iterator[str]:
    kept = request.param == "with-policy"
    shown = files if kept else without_policy(files)
    with served(written(shown, tmp_path), "/h") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with listening(browser, address) as page:
        yield page


def test_no_text_acts_on_any_page(
    page: Page,
    address: str,
    files: dict[str, bytes],
    request: pytest.FixtureRequest,
) -> None:
    """Of those with a policy, a third: it is the same on each."""
    paths = pages_in(files)
    assert len(paths) > 5 * len(TEXTS)
    kept = "with-policy" in request.node.name
    shown = [address + path for path in paths[:: 3 if kept else 1]]
    assert what_could_act(page, shown) == []


def test_a_text_that_is_trusted_would_be_heard(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("\n".join(TEXTS[2:6]))
    with (
        served(tmp_path) as address,
        pytest.raises(AssertionError, match="executed"),
        listening(browser, address) as page,
    ):
        assert len(what_could_act(page, [address])) >= 3


def test_no_text_acts_as_what_is_searched_or_as_what_is_found(
    page: Page, address: str
) -> None:
    for text in TEXTS:
        page.goto(f"{address}search/?q={quote(text, safe='')}")
        expect(page.locator("[data-search-told]")).not_to_be_empty()
        assert page.evaluate(ACTIVE) == []
    box = page.get_by_role("searchbox")
    for words in ("img onerror", "script", "alert", IMAGE):
        box.fill(words)
        expect(page.locator(".hit .entry-title").first).to_contain_text("<")
        assert page.evaluate(ACTIVE) == []
    for key in ("name", "topic", "says"):
        page.goto(f"{address}search/?from=1900&{key}={quote(IMAGE, safe='')}")
        expect(page.locator(".chip", has_text=IMAGE)).to_be_visible()
        assert page.evaluate(ACTIVE) == []


def test_no_text_acts_as_what_a_list_is_narrowed_to(page: Page, address: str) -> None:
    page.goto(f"{address}years/2019/07/")
    page.locator(".filter summary").click()
    chips = page.locator(".filter .chip:visible")
    assert "<" in "".join(chips.all_inner_texts())
    for number in range(chips.count()):
        chips.nth(number).click()
        assert page.evaluate(ACTIVE) == []
    for key in ("name", "topic", "says", "from", "to"):
        asked = f"{address}years/2019/07/?{key}={quote(IMAGE, safe='')}"
        assert what_could_act(page, [asked]) == []
    expect(page.locator(".filter-result")).to_contain_text(" of ")
