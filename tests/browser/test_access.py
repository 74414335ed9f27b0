"""One page of every kind: for eyes, keyboards, screen readers, small windows, paper."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import harbour_timeline as harbour
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from support.own_site import REPOSITORY

from generator.model.timeline import Timeline
from generator.pages import render
from generator.pages.print_edition import WHOLE_PRINT
from generator.resources import find_resources
from generator.settings import SiteConfig

Scheme = Literal["light", "dark"]
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# What the page has to say about where the keyboard is. A stop is seen when its outline
# is, and when nothing else lies over its middle.
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const over = document.elementFromPoint(x, y);
  return {
    what: at.outerHTML.slice(0, 90),
    address: at.getAttribute("href"),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    seen: over !== null && (at.contains(over) || over.contains(at)),
    order: [...document.querySelectorAll("*")].indexOf(at),
  };
}"""

# Links within a sentence may be as high as its line; what stands alone may not.
TOO_SMALL = """() =>
  [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter(target => {
      const box = target.getBoundingClientRect();
      const shown = box.width > 0 && getComputedStyle(target).display !== "inline";
      return shown && (box.width < 24 || box.height < 24);
    })
    .map(target => target.outerHTML.slice(0, 90))
"""
MOVING = """() =>
  [...document.querySelectorAll("*")].filter(element => {
    const style = getComputedStyle(element);
    const times = `${style.animationDuration}, ${style.transitionDuration}`;
    return style.scrollBehavior === "smooth"
      || times.split(", ").some(time => parseFloat(time) > 0.001);
  }).map(element => element.outerHTML.slice(0, 90))
"""
# Without white space: paper breaks the lines elsewhere.
TOLD = """() =>
  [...document.querySelectorAll("main h1, main h2, main h3, main p, main blockquote")]
    .filter(element => element.checkVisibility())
    .map(element => element.textContent.replace(/\\s/g, ""))
"""


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of the longest page of each template, in a site with one of
    everything, and of those that look otherwise where there are many events."""
    folder = tmp_path_factory.mktemp("access")
    written(folder / "few", harbour.timeline())
    written(folder / "many", harbour.many(100))
    written(folder / "more", harbour.many(WHOLE_PRINT + 1))
    few, many = longest(folder / "few"), longest(folder / "many")
    return {
        **few,
        "print_parts": longest(folder / "more")["print_parts"],
        "404": (folder / "few" / "404.html").as_uri(),
        "timeline of many": many["timeline"],
        "years of many": many["years"],
        "year of many": many["year"],
    }


def written(folder: Path, timeline: Timeline) -> None:
    site = SiteConfig(title="The harbour bridge", description="How it came to be.")
    for path, data in render(timeline, site, find_resources(REPOSITORY)).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def longest(site: Path) -> dict[str, str]:
    """The address of the longest page of each template, by the template's name."""
    found: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        data = path.read_bytes()
        if kind := re.search(rb'<body[^>]* data-page="([^"]+)"', data):
            name = kind[1].decode()
            found[name] = max(found.get(name, (0, "")), (len(data), path.as_uri()))
    return {name: address for name, (_, address) in found.items()}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def test_there_is_a_page_of_every_kind(kinds: dict[str, str]) -> None:
    pages = {path.stem for path in (REPOSITORY / "templates").glob("[!_]*.html")}
    # The program's own text about a site gives way to the editor's, on the same page;
    # a former address only leads on.
    assert pages - set(kinds) - {"redirect"} <= {"about", "page"}


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 390), ("dark", 1350)], ids=["phone", "dark-desk"]
)
def test_no_rule_of_access_is_broken(
    scheme: Scheme, width: int, page: Page, kinds: dict[str, str]
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    broken = []
    for kind, address in kinds.items():
        page.goto(address)
        found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        for rule in found:
            places = [" ".join(node["target"]) for node in rule["nodes"]]
            broken.append((kind, rule["id"], rule["impact"], places[:3]))
    assert broken == []


def test_the_keyboard_reaches_all_of_a_page_in_order_and_is_seen_to(
    page: Page, kinds: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 1350, "height": 940})
    faults = []
    for kind, address in kinds.items():
        page.goto(address)
        stops = list(tabbed(page))
        # A page without a masthead has nothing that could be skipped.
        if page.locator("header").count() and stops[0]["address"] != "#content":
            faults.append((kind, "the first stop leads past nothing"))
        faults += [
            (kind, fault, stop["what"])
            for stop in stops
            for fault in ("ring", "seen")
            if not stop[fault]
        ]
        order = [stop["order"] for stop in stops]
        if order != sorted(set(order)):
            faults.append((kind, "the stops are not in the page's order"))
    assert faults == []


def tabbed(page: Page) -> Iterator[dict[str, Any]]:
    """What the page says of each stop, until the keyboard leaves it or starts anew."""
    first = None
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["order"] == first:
            return
        first = first or stop["order"]
        yield stop


def test_the_first_stop_leads_to_the_content(page: Page, kinds: dict[str, str]) -> None:
    page.goto(kinds["event"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_small_window_has_targets_that_a_thumb_can_hit_and_no_sideways_scroll(
    page: Page, kinds: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    faults = []
    for kind, address in kinds.items():
        page.goto(address)
        faults += [(kind, target) for target in page.evaluate(TOO_SMALL)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append((kind, "scrolls sideways"))
    assert faults == []


def test_nothing_moves_for_who_wants_less_motion(
    page: Page, kinds: dict[str, str]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    moving = []
    for kind, address in kinds.items():
        page.goto(address)
        moving += [(kind, element) for element in page.evaluate(MOVING)]
    assert moving == []


@pytest.mark.parametrize("kind", ["timeline", "event", "entity", "source", "year"])
def test_paper_has_all_that_the_page_tells(
    kind: str, page: Page, kinds: dict[str, str]
) -> None:
    page.goto(kinds[kind])
    told = page.evaluate(TOLD)
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = "".join(sheet.extract_text() for sheet in sheets)
    printed = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))  # no ligatures
    assert told
    wanted = [unicodedata.normalize("NFKC", text) for text in told]
    assert [text for text in wanted if text not in printed] == []


def test_every_kind_of_page_says_the_same_without_scripts(
    browser: Browser, page: Page, kinds: dict[str, str]
) -> None:
    without = browser.new_page(java_script_enabled=False)
    different = []
    for kind, address in kinds.items():
        words = []
        for reader in (page, without):
            reader.goto(address)
            words.append(reader.inner_text("body").split())
        if words[0] != words[1] or not words[0]:
            different.append(kind)
    without.close()
    assert different == []
