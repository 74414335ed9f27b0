"""What scripts add, in a real browser; without them every page says the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.browsing import Watch, served
from support.harbour_log import laid_out, log

ENTRIES = """() => [...document.querySelectorAll(".entry")]
  .filter(entry => entry.checkVisibility())
  .map(entry => entry.querySelector(".entry-title").textContent.split(", ")[1].trim())
"""
"""The numbers of the entries that are shown."""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log that stands on its start page as a whole."""
    return laid_out(tmp_path_factory.mktemp("few"), log())


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log whose years stand on pages of their own."""
    return laid_out(tmp_path_factory.mktemp("many"), log(400))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(has_touch=True)
    opened = context.new_page()
    yield opened
    context.close()


def result(page: Page) -> str:
    return page.locator(".filter-result").inner_text()


def press(page: Page, term: str) -> None:
    page.locator(".filter .chip", has_text=term).first.click()


def test_a_list_is_narrowed_down_by_several_terms_and_the_address_remembers(
    page: Page, few: Path
) -> None:
    with served(few, "/repo") as address:
        watch = Watch(page, address)
        page.goto(f"{address}index.html")
        page.locator(".filter summary").click()
        expect(page.locator(".filter [role=button]").first).to_be_visible()
        press(page, "the Alder")
        assert result(page) == "5 of 11 events"
        press(page, "North Pier")
        assert page.url.endswith("?name=alder&name=north-pier")
        assert page.evaluate(ENTRIES) == ["0", "5", "8"]
        press(page, "Not yet reviewed")
        assert page.evaluate(ENTRIES) == ["0", "8"]
        # Years and months without an entry are folded away.
        shown = page.locator(".year:visible .year-name")
        assert [name.split()[0] for name in shown.all_inner_texts()] == ["2019", "2022"]
        page.go_back()
        assert page.evaluate(ENTRIES) == ["0", "5", "8"]
        assert page.locator(".chip[aria-pressed=true]").count() == 2
        page.reload()
        assert page.evaluate(ENTRIES) == ["0", "5", "8"]
        page.get_by_role("button", name="Clear all").click()
        assert result(page) == ""
        assert len(page.evaluate(ENTRIES)) == 11
        # With the keyboard alone; and two words of standing mean either.
        for word in ("Planned", "Alleged"):
            page.locator(".chip", has_text=word).focus()
            page.keyboard.press("Space")
        assert page.evaluate(ENTRIES) == ["6", "9"]
        assert watch.faults == []


@pytest.mark.parametrize(
    ("query", "sure", "possibly", "words"),
    [
        ("from=2019&to=2019", ["0", "1", "2"], [], ""),
        ("from=2019-05&to=2019-06", ["1"], ["0"], ", 1 of them possibly"),
        # What goes on from July 2020 to February 2021 goes on in October for sure.
        ("from=2020-10&to=2020-10", ["5"], [], ""),
        ("from=2021-02-10&to=2021-02-12", [], ["5"], ", 1 of them possibly"),
        # "About 21 June" may have been in July, and may not.
        ("from=2020-06&to=2020-06", [], ["4"], ", 1 of them possibly"),
        ("from=2021-04&to=2021-04", [], ["6"], ", 1 of them possibly"),
        ("to=2018", [], [], ""),
    ],
)
def test_what_only_may_be_in_a_range_is_kept_and_says_so(
    page: Page, few: Path, query: str, sure: list[str], possibly: list[str], words: str
) -> None:
    page.goto(f"{few.as_uri()}/index.html?{query}")
    expect(page.locator(".filter-result")).to_contain_text("of 11")
    assert sorted(page.evaluate(ENTRIES)) == sorted(sure + possibly)
    marked = page.locator(".entry:visible:has([data-possibly]) .entry-title")
    assert [t.split(", ")[1] for t in marked.all_inner_texts()] == possibly
    left_out = ", 1 left out for want of a date"
    shown = len(sure + possibly)
    assert result(page) == f"{shown} of 11 events{words}{left_out}"


@pytest.mark.parametrize(
    ("start", "end", "fault"),
    [
        ("June", "", "“June” is no date: write 2024, 2024-06 or 2024-06-21."),
        (
            "2019-02-30",
            "",
            "“2019-02-30” is no date: write 2024, 2024-06 or 2024-06-21.",
        ),
        ("2020", "2019-12", "The time ends before it begins."),
        ("2020", "2020-02-29", ""),
    ],
)
def test_what_is_no_date_is_told_and_narrows_nothing(
    page: Page, few: Path, start: str, end: str, fault: str
) -> None:
    page.goto(f"{few.as_uri()}/index.html?name=cedar")
    page.locator("[name=from]").fill(start)
    page.locator("[name=to]").fill(end)
    page.keyboard.press("Enter")
    expect(page.locator(".filter-fault")).to_have_text(fault)
    assert page.evaluate(ENTRIES) == (["3"] if not fault else ["3", "6", "10"])


def test_a_year_before_our_era_is_a_date(page: Page, few: Path) -> None:
    page.goto(f"{few.as_uri()}/index.html?from=-0044&to=-0043-03-15")
    expect(page.locator(".filter-result")).to_contain_text("0 of 11")
    assert page.locator(".filter-fault").text_content() == ""


def test_where_not_all_events_are_on_the_page_terms_lead_to_the_search(
    page: Page, many: Path
) -> None:
    page.goto(f"{many.as_uri()}/index.html")
    page.locator(".filter summary").click()
    alder = page.locator(".filter .chip", has_text="the Alder")
    expect(alder).to_have_attribute("href", "search/index.html?name=alder")
    alder.click()
    assert page.locator("h1").inner_text() == "Search"
    assert page.url.endswith("?name=alder")
    page.go_back()
    page.locator(".filter summary").wait_for()
    assert page.locator(".filter a[role=button]").count() == 0


def test_terms_are_links_to_their_own_pages_without_scripts(
    browser: Browser, few: Path
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{few.as_uri()}/index.html")
    page.locator(".filter summary").click()
    assert not page.get_by_text("Clear all").is_visible()
    assert not page.locator(".band-tool").first.is_visible()
    press(page, "the Cedar")
    assert page.url.endswith("entities/cedar/index.html")
    page.close()


def in_view(page: Page) -> str:
    """What the overview says is in view, once it rests."""
    page.wait_for_timeout(600)
    return page.locator(".band-view").inner_text()


def test_the_overview_is_looked_at_closer_by_every_means(
    page: Page, many: Path
) -> None:
    page.goto(f"{many.as_uri()}/index.html")
    whole = page.locator(".band-scale").inner_html()
    page.locator("[data-zoom-in]").click()  # the first click waits for the script
    assert in_view(page) == "In view: October 1998 to April 2016. Events: 0."
    page.locator("[data-pan-later]").click()
    page.locator("[data-pan-later]").click()
    assert in_view(page) == "In view: July 2007 to December 2024. Events: 10."
    page.locator("[data-zoom-reset]").click()
    assert in_view(page) == ""
    assert page.locator(".band-cell[href]").count() == whole.count("href=")
    # With keys, while it has the focus.
    page.locator(".band-cell[href]").first.focus()
    for key in ("+", "ArrowLeft", "ArrowLeft", "ArrowLeft", "+", "+"):
        page.keyboard.press(key)
    closer = in_view(page)
    assert closer != ""
    assert page.evaluate("document.activeElement.closest('.band') !== null")
    page.keyboard.press("0")
    assert in_view(page) == ""
    # With the mouse, once it is closer; a drag opens no link.
    page.locator("[data-zoom-in]").click()
    box = page.locator(".band-drawing").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 10
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 200, y, steps=5)
    page.mouse.up()
    dragged = in_view(page)
    assert dragged.startswith("In view: ")
    assert dragged != "In view: October 1998 to April 2016. Events: 0."
    assert page.url.endswith("index.html")
    # A wheel is the page's.
    page.mouse.wheel(0, 300)
    assert in_view(page) == dragged


def test_two_fingers_look_closer_and_one_moves_the_page_up_and_down(
    page: Page, many: Path
) -> None:
    page.goto(f"{many.as_uri()}/index.html")
    drawing = page.locator(".band-drawing")
    expect(drawing).to_have_css("touch-action", "pan-y")
    box = drawing.bounding_box()
    assert box is not None
    touch = page.context.new_cdp_session(page)
    middle, y = box["x"] + box["width"] / 2, box["y"] + 40

    def fingers(kind: str, *apart: float) -> None:
        points = [{"x": middle + by, "y": y, "id": i} for i, by in enumerate(apart)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", -30, 30)
    # The first touch loads the script, which takes the fingers up where they are.
    expect(drawing).to_have_attribute("tabindex", "-1")
    for by in (40, 60, 90, 120):
        fingers("touchMove", -by, by)
    fingers("touchEnd")
    closer = in_view(page)
    assert closer.startswith("In view: ")


def test_a_cell_leads_to_the_month_that_it_shows(page: Page, many: Path) -> None:
    page.goto(f"{many.as_uri()}/index.html")
    page.locator("[data-zoom-in]").click()
    page.locator(".band-drawing").focus()
    for key in (
        "ArrowLeft ArrowLeft ArrowLeft " + "+ ArrowLeft ArrowLeft " * 5
    ).split():
        page.keyboard.press(key)
    assert in_view(page) != ""
    cells = page.locator(".band-cell[href]")
    address = cells.nth(1).get_attribute("href") or ""
    assert address.startswith("years/1990/")
    assert cells.nth(1).get_attribute("aria-label") == "February 1990: 5"
    cells.nth(1).click()
    assert page.locator("h1").inner_text() == "February 1990"


def test_keys_lead_from_event_to_event_and_can_be_switched_off(
    page: Page, few: Path
) -> None:
    start = f"{few.as_uri()}/index.html"
    focused = "document.activeElement.textContent"
    page.goto(start)
    for key, title in (("j", "0"), ("j", "1"), ("j", "2"), ("k", "1")):
        page.keyboard.press(key)
        assert page.evaluate(focused).endswith(f", {title}")
    page.keyboard.press("Control+j")
    assert page.evaluate(focused).endswith(", 1")
    page.locator(".filter summary").click()
    page.locator("[name=from]").fill("2019")
    page.locator("[name=from]").press("j")
    assert page.locator("[name=from]").input_value().endswith("j")
    page.goto(start)
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/sources/index.html")
    page.keyboard.press("?")
    page.wait_for_url("**/keyboard/index.html")
    page.get_by_role("button", name="Shortcuts: on").click()
    expect(page.locator(".notice")).to_have_text("Shortcuts: off")
    page.reload()
    page.get_by_role("button", name="Shortcuts: off").wait_for()
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_timeout(300)
    assert page.url.endswith("keyboard/index.html")


def test_a_theme_stays_chosen_from_page_to_page(page: Page, few: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{few.as_uri()}/index.html")
    paper = (
        "getComputedStyle(document.documentElement).getPropertyValue('color-scheme')"
    )
    button = page.locator("[data-setting=theme]")
    button.click()
    button.click()
    expect(page.locator(".notice")).to_have_text("Colours: dark")
    page.goto(f"{few.as_uri()}/sources/index.html")
    assert page.evaluate(paper) == "dark"
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()
    page.get_by_role("button", name="Colours: dark").click()
    assert page.evaluate(paper) != "dark"


def test_an_event_is_cited_with_its_title_its_date_and_the_site(
    browser: Browser, tmp_path: Path
) -> None:
    with served(tmp_path) as address:
        laid_out(tmp_path, log(), base_url=address)
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{address}events/3-cedar/index.html")
        page.get_by_role("button", name="Copy the citation").click()
        expect(page.locator(".notice")).to_have_text("The citation is copied.")
        assert page.evaluate("navigator.clipboard.readText()") == (
            "Cedar comes in, 3 [Timeline entry, 29 February 2020]. (n.d.). "
            "The harbour’s log. "
            f"{address}events/3-cedar/"
        )
        # Without a clipboard, the citation is selected.
        page.evaluate(
            "() => { navigator.clipboard.writeText = () => Promise.reject(); }"
        )
        page.get_by_role("button", name="Copy the citation").click()
        expect(page.locator(".notice")).to_contain_text("The citation is selected")
        assert "Cedar comes in, 3" in page.evaluate("String(getSelection())")
        context.close()
