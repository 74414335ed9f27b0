"""The style sheets as one, in the page or beside it, and nothing else let in."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Mapping
from pathlib import Path

import harbour_timeline as harbour
import pytest
from support.own_site import REPOSITORY

from generator.pages import Resources, render
from generator.pages.styles import looks, with_style

SHEETS = {
    "theme.css": b":root { --ink: #111; }\n",
    "layout.css": b"/* Where things stand */\n.page { margin: 0  auto; }\n",
    "content.css": b"h1 { color: var(--ink); }\n",
}
JOINED = ":root{--ink:#111}.page{margin:0 auto}h1{color:var(--ink)}"
ICON = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def site(static: Mapping[str, bytes]) -> dict[str, bytes]:
    resources = Resources(harbour.shipped().templates, static)
    return render(harbour.timeline(), harbour.SITE, resources)


def policy(page: bytes) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page.decode())
    assert found is not None
    return html.unescape(found[1])


def test_the_sheets_are_one_without_comments_and_spaces() -> None:
    assert looks(SHEETS).text == JOINED


def test_a_publishers_own_sheet_comes_last() -> None:
    own = {"own.css": b"h1 { color: red; }", **SHEETS}
    assert looks(own).text == f"{JOINED}h1{{color:red}}"


def test_the_parts_are_not_published_beside_the_whole() -> None:
    files = {**SHEETS, "logo.png": b"\x89PNG"}
    assert dict(with_style(files)) == {
        "style.css": JOINED.encode(),
        "logo.png": b"\x89PNG",
    }


@pytest.mark.parametrize("path", ["index.html", "years/index.html"])
def test_where_readers_arrive_the_style_is_there_and_no_other_is_let_in(
    path: str,
) -> None:
    page = site(SHEETS)[path]
    (style,) = re.findall(r"<style>(.*?)</style>", page.decode())
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert style == JOINED
    assert f"style-src 'self' 'sha256-{digest}';" in policy(page)
    assert b'rel="stylesheet"' not in page


def test_all_other_pages_share_one_file() -> None:
    page = site(SHEETS)["events/2017-06-promise/index.html"]
    (sheet,) = re.findall(r'rel="stylesheet" href="([^"?]*)', page.decode())
    assert sheet == "../../assets/style.css"
    assert b"<style>" not in page
    assert "style-src 'self';" in policy(page)


@pytest.mark.parametrize(
    "rule",
    [
        b'@font-face { font-family: "A"; src: url(a.woff2); }',
        b'.page { background: URL( "paper.png" ); }',
        b'@import "more.css";',
        b'.page::after { content: "</style>"; }',
    ],
    ids=["font", "picture", "import", "closing-tag"],
)
def test_a_sheet_that_needs_its_folder_stays_there(rule: bytes) -> None:
    page = site({**SHEETS, "own.css": rule})["index.html"]
    assert b"<style>" not in page
    assert b'href="assets/style.css?v=' in page
    assert "style-src 'self';" in policy(page)


def test_a_picture_that_the_sheet_holds_does_not_keep_it_out() -> None:
    held = b".page { background: url(data:image/png;base64,AAAA); }"
    assert b"<style>" in site({**SHEETS, "own.css": held})["index.html"]


def test_no_page_lets_in_any_style() -> None:
    for static in (SHEETS, {**SHEETS, "own.css": b'@import "a.css";'}):
        for data in site(static).values():
            assert b"unsafe-inline" not in data


def test_a_small_icon_is_in_the_page_and_a_large_one_a_file() -> None:
    small = site({**SHEETS, "icon.svg": ICON})["index.html"].decode()
    assert 'href="data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3' in small
    large = site({**SHEETS, "icon.svg": ICON * 30})["index.html"].decode()
    assert 'href="assets/icon.svg?v=' in large


def test_the_manual_names_every_property_of_the_theme_and_no_other() -> None:
    root = Path(__file__).parents[2]
    theme = (root / "static/theme.css").read_text("utf-8")
    manual = (root / "docs/templates.md").read_text("utf-8")
    table = manual.partition("| property | is for |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(--[a-z-]+)`", table)) == set(
        re.findall(r"^ +(--[a-z-]+):", theme, re.MULTILINE)
    )


def test_every_property_that_a_sheet_asks_for_is_there() -> None:
    sheets = (Path(__file__).parents[2] / "static").glob("*.css")
    joined = "".join(sheet.read_text("utf-8") for sheet in sheets)
    asked = set(re.findall(r"var\((--[a-z-]+)", joined))
    assert asked <= set(re.findall(r"(--[a-z-]+):", joined))


@pytest.mark.parametrize(
    "sheet", sorted((REPOSITORY / "static").glob("*.css")), ids=lambda path: path.name
)
def test_every_rule_of_our_sheets_is_closed_before_the_next_begins(sheet: Path) -> None:
    """Else a browser drops all that follows, without a word."""
    open_rules = 0
    for line in sheet.read_text("utf-8").splitlines():
        starts_a_rule = line[:1] in tuple(".#[:abcdefghijklmnopqrstuvwxyz")
        assert not (starts_a_rule and open_rules), line
        open_rules += line.count("{") - line.count("}")
    assert open_rules == 0
