"""The search page of a small timeline, as its readers use it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import harbour_timeline as harbour
import pytest
from playwright.sync_api import Browser, Page, expect
from support.browsing import Watch, served

from generator.pages import render
from generator.resources import find_resources

RUSSIAN = "Мост в гавани"
TITLES = {event.title for event in harbour.EVENTS}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the harbour's timeline, whose bridge has a Russian name, too."""
    bridge, *others = harbour.ENTITIES
    bridge = replace(bridge, alt_label=(*bridge.alt_label, RUSSIAN))
    timeline = harbour.timeline(entities=(bridge, *others))
    resources = find_resources(Path(__file__).parents[2])
    folder = tmp_path_factory.mktemp("harbour")
    for path, data in render(timeline, harbour.SITE, resources).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """The search page; nothing may go wrong on it."""
    with served(site, "/repo") as address:
        page = browser.new_page(base_url=f"{address}search/")
        watch = Watch(page, address)
        page.goto("index.html")
        yield page
        page.close()
    assert watch.faults == []


def hits(page: Page) -> list[str]:
    """The titles of the events that are shown, once the search is done."""
    expect(page.locator("[data-search-told]")).not_to_be_empty()
    return page.locator(".hit .entry-title").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("promised", [harbour.OPENING, harbour.PROMISE]),
        ("Hafenbrücke ferry", []),
        ("hafenbrucke widened", [harbour.WIDENING]),
        ("гавани", [harbour.OPENING, harbour.PROMISE, harbour.WIDENING]),
        ("cracks", [harbour.CRACK]),
        ("wid", [harbour.WIDENING]),
        ("June 2017", [harbour.PROMISE]),
    ],
    ids=["word", "none", "alias", "script", "stem", "beginning", "date"],
)
def test_events_are_found_by(page: Page, query: str, events: list[object]) -> None:
    page.get_by_role("searchbox").fill(query)
    titles = {event.title for event in harbour.EVENTS if event in events}
    counted = "1 event" if len(events) == 1 else f"{len(events)} events"
    said = counted if events else "No event has all of this."
    expect(page.locator("[data-search-told]")).to_have_text(said)
    assert set(hits(page)) == titles


def test_a_name_leads_to_its_page_by_keyboard_alone(page: Page) -> None:
    page.get_by_role("searchbox").focus()
    page.keyboard.type("мост")
    name = page.locator("[data-search-names] a")
    expect(name).to_have_text("Harbour Bridge Place, 3 events")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Harbour Bridge · The harbour bridge")


def test_an_address_narrows_down_and_each_part_of_it_can_be_left_out(
    page: Page,
) -> None:
    page.goto("?name=harbour-bridge&says=planned&says=disputed&from=2019&q=bridge")
    assert hits(page) == [harbour.WIDENING.title]
    expect(page.locator(".label").first).to_have_text("Planned")
    chips = page.locator("[data-search-chips] a")
    assert [text.split(" ×")[0] for text in chips.all_inner_texts()] == [
        "Harbour Bridge",
        "Planned",
        "Disputed",
        "from 2019",
    ]
    chips.nth(3).click()
    expect(page).not_to_have_url(re.compile("from="))
    assert hits(page) == [harbour.WIDENING.title]


def test_what_others_add_to_the_address_is_no_part_of_the_search(page: Page) -> None:
    page.goto("?utm_source=letter")
    expect(page.locator("[data-search-index]")).to_be_visible()
    expect(page.locator("[data-search-told]")).to_be_empty()
    page.goto("?q=crack&utm_source=letter")
    assert hits(page) == [harbour.CRACK.title]
    expect(page.locator("[data-search-chips] a")).to_have_count(0)


def test_a_period_without_a_date_is_no_part_of_the_search(page: Page) -> None:
    page.goto("index.html?q=promised&from=zz&to=2019-03-04T10&says=reviewed")
    assert hits(page)
    chips = page.locator("[data-search-chips] li")
    expect(chips).to_have_count(1)
    expect(chips).not_to_contain_text("zz")


def test_the_key_for_the_search_leads_into_its_field(page: Page) -> None:
    page.goto("../index.html")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("promised")
    assert hits(page)


def test_the_address_is_shown_as_text_whatever_is_in_it(page: Page) -> None:
    page.goto("?topic=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%24%26&name=%24%60")
    chips = page.locator("[data-search-chips] a")
    expect(chips).to_have_text(["<img src=x onerror=alert(1)>$& ×", "$` ×"])
    expect(chips.first).to_have_accessible_name(
        "<img src=x onerror=alert(1)>$&: search without this"
    )


def test_an_event_that_may_lie_in_the_period_is_said_to(page: Page) -> None:
    page.goto("?from=2019-02&to=2019-03")
    assert hits(page) == [harbour.OPENING.title, harbour.CRACK.title]
    possibly = page.locator(".hit", has_text="Possibly in this period")
    expect(possibly).to_have_count(1)
    expect(possibly).to_contain_text(harbour.CRACK.title)


def test_back_leads_to_the_hits_again(page: Page) -> None:
    page.get_by_role("searchbox").fill("crack")
    page.locator(".entry-title a").click()
    expect(page.locator("h1")).to_have_text(harbour.CRACK.title)
    page.go_back()
    assert hits(page) == [harbour.CRACK.title]
    expect(page.get_by_role("searchbox")).to_have_value("crack")


def test_what_was_looked_for_is_marked(page: Page) -> None:
    page.get_by_role("searchbox").fill("bridge opened")
    hit = page.locator(".hit", has_text=harbour.PROMISE.title)
    expect(hit.locator("mark")).to_have_text(["bridge", "open"])


def test_a_cleared_search_leaves_the_page_as_it_was(page: Page) -> None:
    before = page.inner_text("body")
    box = page.get_by_role("searchbox")
    box.fill("crack")
    assert hits(page) == [harbour.CRACK.title]
    box.fill("")
    expect(page.locator("[data-search-index]")).to_be_visible()
    assert page.inner_text("body") == before


def test_a_site_that_changed_meanwhile_is_searched_anew(
    browser: Browser, site: Path
) -> None:
    """The browser still has the old index, whose files are gone."""
    with served(site) as address:
        page = browser.new_page(base_url=f"{address}search/")
        now = (site / "search/index.json").read_text()
        versions = json.loads(now)["versions"]
        old = {kind: "0" * len(found) for kind, found in versions.items()}
        answers = iter([json.dumps({**json.loads(now), "versions": old})])
        page.route(
            "**/index.json",
            lambda route: route.fulfill(
                body=next(answers, now), content_type="application/json"
            ),
        )
        page.goto("?q=crack")
        assert hits(page) == [harbour.CRACK.title]
        page.close()


def test_from_a_folder_the_page_stays_an_index_and_says_so_when_asked(
    browser: Browser, site: Path
) -> None:
    page = browser.new_page()
    watch = Watch(page, f"{site.as_uri()}/")
    page.goto(f"{site.as_uri()}/search/index.html")
    expect(page.locator("[data-search-told]")).to_be_empty()
    page.get_by_role("searchbox").fill("crack")
    expect(page.locator("[data-search-told]")).to_contain_text("cannot be fetched")
    page.locator("[data-search-index]").get_by_text("Harbour Bridge").click()
    expect(page.locator("h1")).to_have_text("Harbour Bridge")
    page.close()
    assert watch.faults == []


def test_without_scripts_it_is_an_index_of_links(browser: Browser, site: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site.as_uri()}/search/index.html")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    for name in ("Harbour Bridge", "the mayor", "Traffic", "Bridge opens", "2019"):
        expect(page.get_by_role("link", name=name).first).to_be_visible()
    page.close()
