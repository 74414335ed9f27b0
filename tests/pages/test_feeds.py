"""Feeds of everything, of each name, each topic and of corrections."""

from __future__ import annotations

import json
import posixpath
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import feedparser
import harbour_timeline as harbour
import html5lib
import pytest
from harbour_timeline import site
from jsonschema import Draft202012Validator

from generator.model.events import Correction
from generator.settings import SiteConfig

PUBLIC = SiteConfig(title="Bridge", base_url="https://example.org/bridge/")
FOLDERS = {
    "": 5,
    "entities/mayor/": 2,
    "entities/nobody/": 0,
    "tags/traffic-2/": 1,
    "corrections/": 1,
}
TEXT = {"type": "string", "minLength": 1}
WEB = {"type": "string", "pattern": "^https://"}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": WEB,
        "feed_url": WEB,
        "description": TEXT,
        "language": TEXT,
        "authors": {"type": "array", "items": {"type": "object"}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "properties": {
                    "id": TEXT,
                    "url": WEB,
                    "title": TEXT,
                    "content_text": TEXT,
                    "date_modified": {
                        "pattern": "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"
                    },
                    "tags": {"type": "array", "items": TEXT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""What JSON Feed 1.1 demands, and the fields of it that are used here."""


@pytest.fixture(scope="module")
def public() -> dict[str, bytes]:
    return site(harbour.timeline(), PUBLIC)


def atom(files: dict[str, bytes], folder: str) -> Any:
    found = feedparser.parse(files[f"{folder}feed.xml"])
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def as_json(files: dict[str, bytes], folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[f"{folder}feed.json"])
    return found


@pytest.mark.parametrize(("folder", "count"), FOLDERS.items())
def test_both_formats_tell_the_same(
    public: dict[str, bytes], folder: str, count: int
) -> None:
    one, other = atom(public, folder), as_json(public, folder)
    Draft202012Validator(JSON_FEED).validate(other)
    assert len(one.entries) == len(other["items"]) == count
    assert one.feed.title == other["title"]
    for entry, item in zip(one.entries, other["items"], strict=True):
        assert (entry.id, entry.title, entry.link) == (
            item["id"],
            item["title"],
            item["url"],
        )
        assert entry.summary == item["content_text"]
        # Atom wants a day, also where only a month is known.
        assert entry.updated == item.get("date_modified", entry.updated)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_feed_leads_to_itself_and_to_its_page(
    public: dict[str, bytes], folder: str
) -> None:
    where = "https://example.org/bridge/" + folder
    links = {link.rel: link.href for link in atom(public, folder).feed.links}
    assert links == {"self": f"{where}feed.xml", "alternate": where}
    found = as_json(public, folder)
    assert (found["feed_url"], found["home_page_url"]) == (f"{where}feed.json", where)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_page_offers_its_feeds_to_readers_of_feeds(
    files: dict[str, bytes], folder: str
) -> None:
    page = f"{folder}index.html"
    tree = html5lib.parse(files[page], namespaceHTMLElements=False)
    offered = {
        posixpath.normpath(urljoin(page, link.attrib["href"])): link.get("type")
        for link in tree.findall("head/link[@rel='alternate']")
    }
    assert offered[f"{folder}feed.xml"] == "application/atom+xml"
    assert offered[f"{folder}feed.json"] == "application/feed+json"
    assert offered["feed.xml"] == "application/atom+xml"


def test_an_entry_has_one_name_in_all_feeds(public: dict[str, bytes]) -> None:
    everything = {item["id"] for item in as_json(public, "")["items"]}
    assert {item["id"] for item in as_json(public, "entities/mayor/")["items"]} < (
        everything
    )
    assert "tag:example.org,2026:bridge/events/2019-crack" in everything


def test_feeds_have_names_of_their_own(public: dict[str, bytes]) -> None:
    names = {atom(public, folder).feed.id for folder in FOLDERS}
    assert len(names) == len(FOLDERS)


def test_a_correction_keeps_its_name_when_others_come(
    public: dict[str, bytes],
) -> None:
    (old,) = as_json(public, "corrections/")["items"]
    day = harbour.edtf("2019-04-20")
    more = (
        Correction(harbour.edtf("2018-01"), "Earlier."),
        *harbour.OPENING.corrections,
        Correction(day, "The same day."),
    )
    opening = replace(harbour.OPENING, corrections=more)
    found = as_json(site(harbour.timeline(opening), PUBLIC), "corrections/")["items"]
    assert old["id"].endswith("events/bridge-opens/corrections/2019-04-20")
    assert old in found
    assert len({item["id"] for item in found}) == 3


def test_without_an_address_items_have_none(files: dict[str, bytes]) -> None:
    assert "feed_url" not in as_json(files, "")
    assert not [item for item in as_json(files, "")["items"] if "url" in item]


@pytest.mark.parametrize(
    "text", ["]]> <b>&amp;", "שלום \u202e🌉", "a\x00b\x1fc\ufffe", "=1+1"]
)
def test_any_text_is_told_by_both(text: str) -> None:
    files = site(harbour.with_text(text), replace(PUBLIC, title=text))
    shown = text.replace("\x00", "").replace("\x1f", "").replace("\ufffe", "")
    for folder in ("", "entities/somebody/", "corrections/"):
        atom(files, folder)
        Draft202012Validator(JSON_FEED).validate(as_json(files, folder))
    (item,) = as_json(files, "")["items"]
    assert item["title"] == f"March 2019: {shown}"
