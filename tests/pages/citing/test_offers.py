"""What pages offer to who cites them, and where they say that a passage can be read."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import Any

import harbour_timeline as harbour
import html5lib
import pytest
import rispy
from odd_texts import ODD
from pybtex.database import parse_string

from generator.model.edtf import parse_edtf
from generator.model.sources import Source, UrlStatus
from generator.model.timeline import Timeline
from generator.pages.citing import Citing, Place
from generator.pages.citing.offers import QUOTED_AT_MOST
from generator.pages.things import Card

ORIGINAL = "https://example.org/bridge"
COPY = f"https://web.archive.org/web/20190401120000/{ORIGINAL}"
MARKED = "#:~:text=Some%20300%20people%20came"
NAMES = ["APA", "MLA", "Chicago", "BibTeX", "RIS", "CSL-JSON", "Wikipedia"]

Node = Any


def timeline(**changes: Any) -> Timeline:
    """The harbour's, with *changes* of the Post's card."""
    post: Source = replace(harbour.SOURCES[0], **changes)
    return harbour.timeline(sources=(post, *harbour.SOURCES[1:]))


def parsed(page: bytes) -> Node:
    return html5lib.parse(page, namespaceHTMLElements=False)


def offered(page: bytes) -> dict[str, str]:
    """The text of each citation on *page* by its name."""
    return {
        "".join(box.find("summary").itertext()): "".join(box.find("pre").itertext())
        for box in parsed(page).iterfind(".//details[@class='cite-format']")
    }


def places(page: bytes) -> list[tuple[str, str]]:
    """The links to the words themselves: what they say, and where they lead."""
    return [
        ("".join(link.itertext()), link.get("href"))
        for link in parsed(page).iterfind(".//span[@class='quote-places']/a")
    ]


@pytest.mark.parametrize(
    "path", ["events/2019-03-04-opening/index.html", "sources/post/index.html"]
)
def test_a_page_offers_every_format_and_all_can_be_read_without_scripts(
    files: dict[str, bytes], path: str
) -> None:
    found = offered(files[path])
    assert list(found) == NAMES
    assert all(found.values())
    parse_string(found["BibTeX"], "bibtex")
    assert len(rispy.loads(found["RIS"])) == 1
    assert json.loads(found["CSL-JSON"])["id"]


def test_an_event_cites_each_of_its_passages_for_wikipedia(
    files: dict[str, bytes],
) -> None:
    lines = offered(files["events/2019-03-04-opening/index.html"])["Wikipedia"].split(
        "\n"
    )
    assert lines[0].startswith("{{cite web |title=The bridge opens")
    quoted = [line.partition("|quote=")[2] for line in lines[1:]]
    assert quoted == [
        "The harbour bridge opened to traffic on 4 March 2019}}",
        "saw the bridge open last month}}",
        "Some 300 people came}}",
        "About 500 people saw the bridge open}}",
    ]


def test_a_source_of_very_many_passages_is_cited_once() -> None:
    (passage,) = timeline().passages["post"][:1]
    card = Card(harbour.SOURCES[0], harbour.POST, "Bridge opens")
    citing = Citing(harbour.SITE, harbour.ENGLISH)
    few = citing.source(card, [passage] * QUOTED_AT_MOST).formats[-1].text
    many = citing.source(card, [passage] * (QUOTED_AT_MOST + 1)).formats[-1].text
    assert few.count("{{cite news") == few.count("|quote=") == QUOTED_AT_MOST
    assert many.count("{{cite news") == 1
    assert "|quote=" not in many


def test_a_page_carries_coins_for_itself_and_for_each_source_once(
    files: dict[str, bytes],
) -> None:
    page = parsed(files["events/2019-03-04-opening/index.html"])
    spans = page.findall(".//span[@class='Z3988']")
    kinds = [unescape(span.get("title")).split("&")[2] for span in spans]
    assert kinds == [
        "rft.type=webpage",
        "rft.type=newspaperArticle",
        "rft.type=document",
    ]
    assert (
        len(parsed(files["sources/post/index.html"]).findall(".//span[@class='Z3988']"))
        == 1
    )


IN_ORIGINAL = ("In the original", f"{ORIGINAL}{MARKED}")
IN_COPY = ("In the archived copy (1 April 2019)", f"{COPY}{MARKED}")

PLACES: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "original": ({}, [IN_ORIGINAL]),
    "copy-beside-it": ({"archive": COPY}, [IN_ORIGINAL, IN_COPY]),
    "still-live": (
        {"archive": COPY, "url_status": UrlStatus.LIVE},
        [IN_ORIGINAL, IN_COPY],
    ),
    "dead": (
        {"archive": COPY, "url_status": UrlStatus.DEAD},
        [IN_COPY, ("Where the original was", ORIGINAL)],
    ),
    "deviated": (
        {"archive": COPY, "url_status": UrlStatus.DEVIATED},
        [IN_COPY, ("Where the original was", ORIGINAL)],
    ),
    "usurped": ({"archive": COPY, "url_status": UrlStatus.USURPED}, [IN_COPY]),
    "dead-without-copy": (
        {"url_status": UrlStatus.DEAD},
        [("Where the original was", ORIGINAL)],
    ),
    "copy-of-an-unknown-day": (
        {"url": "", "archive": "https://perma.cc/AB12-CD34"},
        [("In an archived copy", f"https://perma.cc/AB12-CD34{MARKED}")],
    ),
    "no-address": ({"url": ""}, []),
    "no-safe-address": ({"url": "javascript:alert(1)", "archive": "data:,x"}, []),
    "no-page": ({"url": "mailto:desk@example.org"}, []),
}


@pytest.mark.parametrize(("card", "found"), PLACES.values(), ids=PLACES)
def test_a_passage_leads_to_its_original_and_to_the_copy_beside_it(
    card: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    files = harbour.site(timeline(**card))
    of_passage = (
        places(files["sources/post/index.html"])[-len(found) :] if found else []
    )
    assert of_passage == found
    if not found:
        assert places(files["sources/post/index.html"]) == []
    # On the event's page an account of it has that passage, first of all.
    event = places(files["events/2019-03-04-opening/index.html"])
    assert event[: len(found)] == found


def test_who_is_gone_is_told_so_on_its_page() -> None:
    files = harbour.site(timeline(url_status=UrlStatus.USURPED, archive=COPY))
    page = files["sources/post/index.html"].decode()
    assert "the address is somebody else’s by now" in page
    assert f'href="{ORIGINAL}' not in page
    assert f"<dd>{ORIGINAL}" in page


def test_what_belongs_to_a_source_is_made_once() -> None:
    citing = Citing(harbour.SITE, harbour.ENGLISH)
    card = Card(harbour.SOURCES[0], harbour.POST, "Bridge opens")
    assert citing.work(card) is citing.work(card)
    renamed = replace(card, source=replace(card.source, title="Open"), name="Open")
    assert citing.work(renamed).title == "Open"


def test_a_copy_tells_its_day_as_far_as_it_is_known() -> None:
    passage = timeline().passages["post"][3]
    source = replace(
        harbour.SOURCES[0], archive=COPY, archived=parse_edtf("2019-04"), url=""
    )
    citing = Citing(harbour.SITE, harbour.ENGLISH)
    assert citing.places(Card(source, harbour.POST, "x"), passage) == (
        Place(f"{COPY}{MARKED}", is_copy=True, archived=parse_edtf("2019-04")),
    )


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_files_of_all_sources_hold_odd_texts(text: str) -> None:
    files = harbour.site(timeline(title=text, author=(text,), container_title=text))
    keys = ["gazette", "post", "unused"]
    bib = parse_string(files["data/sources.bib"].decode(), "bibtex")
    assert sorted(bib.entries) == keys
    records = rispy.loads(files["data/sources.ris"].decode())
    assert [record["id"] for record in records] == keys
    assert [item["id"] for item in json.loads(files["data/sources.csl.json"])] == keys
    assert offered(files["sources/post/index.html"]).keys() == set(NAMES)


def test_lines_of_ris_end_as_its_specification_wants(files: dict[str, bytes]) -> None:
    data = files["data/sources.ris"]
    assert data.count(b"\n") == data.count(b"\r\n") > 0
