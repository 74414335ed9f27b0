"""An original that is gone: every format gives the copy as the source's address, and
none gives an address that is somebody else's by now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import harbour_timeline as harbour
import pytest
import rispy
from pybtex.database import parse_string

from generator.model.sources import UrlStatus

ORIGINAL = "https://bridge.example/opens"
COPY = "https://perma.example/AB12-CD34"
EVENT, SOURCE = "events/2019-03-04-opening/index.html", "sources/post/index.html"
SITE = replace(harbour.SITE, base_url="https://example.org/h/")


def made(status: UrlStatus | None, archive: str = COPY) -> dict[str, bytes]:
    """The harbour's site, with what became of the Post's original."""
    post = replace(harbour.SOURCES[0], url=ORIGINAL, url_status=status, archive=archive)
    shown = harbour.timeline(sources=(post, *harbour.SOURCES[1:]))
    return harbour.site(shown, SITE)


def linked(page: bytes) -> list[dict[str, Any]]:
    found = re.search(rb'ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    graph: list[dict[str, Any]] = json.loads(found[1])["@graph"]
    return graph


def addresses(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Where each format says that the Post can be read."""
    bib = parse_string(files["data/sources.bib"].decode(), "bibtex").entries["post"]
    yield "BibTeX", bib.fields.get("url", "")
    ris = {r["id"]: r for r in rispy.loads(files["data/sources.ris"].decode())}
    yield "RIS", "".join(ris["post"].get("urls", ""))
    csl = {item["id"]: item for item in json.loads(files["data/sources.csl.json"])}
    yield "CSL-JSON", csl["post"].get("URL", "")
    cited, *_ = [
        work for work in linked(files[EVENT])[0]["citation"] if "/post/" in work["@id"]
    ]
    yield "JSON-LD of the event", cited.get("url", "")
    yield "JSON-LD of the source", linked(files[SOURCE])[1].get("url", "")
    coins = unescape(files[SOURCE].decode()).split('class="Z3988" title="')[1]
    told = parse_qs(coins.partition('"')[0])
    yield "COinS", "".join(told.get("rft.identifier", ""))
    annotations = json.loads(files["sources/post/annotations.jsonld"])
    for item in annotations["first"]["items"]:
        yield "annotations", item["target"][0]["source"]


@pytest.mark.parametrize(
    ("status", "archive", "address"),
    [
        (None, COPY, ORIGINAL),
        (UrlStatus.LIVE, COPY, ORIGINAL),
        (UrlStatus.DEAD, COPY, COPY),
        (UrlStatus.DEVIATED, COPY, COPY),
        (UrlStatus.USURPED, COPY, COPY),
        (UrlStatus.DEAD, "", ORIGINAL),
        (UrlStatus.USURPED, "", ""),
    ],
)
def test_all_formats_for_programs_give_one_address(
    status: UrlStatus | None, archive: str, address: str
) -> None:
    found = list(addresses(made(status, archive)))
    here = "https://example.org/h/sources/post/"
    assert found == [
        (name, address or (here if name == "annotations" else "")) for name, _ in found
    ]


def test_an_address_that_is_somebody_elses_stands_on_the_card_alone() -> None:
    files = made(UrlStatus.USURPED)
    # Wikipedia’s template has it too, and says itself what became of it.
    wikitext = f"|url={ORIGINAL} |url-status=usurped"
    found = {
        path
        for path, data in files.items()
        if ORIGINAL in data.decode("utf-8", "replace").replace(wikitext, "")
    }
    data = {path for path in found if path.endswith(("index.json", ".csv"))}
    of_all = {"data/timeline.json", "data/schema/timeline.json", "data/index.html"}
    assert found - data - of_all == {SOURCE, "data/schema/page.json"}


def test_where_the_original_was_is_told_beside_its_copy() -> None:
    files = made(UrlStatus.DEAD)
    told = f"Original, no longer there: {ORIGINAL}"
    bib = parse_string(files["data/sources.bib"].decode(), "bibtex").entries["post"]
    assert bib.fields["note"] == told
    ris = {r["id"]: r for r in rispy.loads(files["data/sources.ris"].decode())}
    assert ris["post"]["notes"] == [told]
    csl = {item["id"]: item for item in json.loads(files["data/sources.csl.json"])}
    assert csl["post"]["note"] == told
    paper = re.sub(r"<[^>]*>", "", files["print/index.html"].decode())
    assert f"Archived copy: {COPY} Original, no longer there: {ORIGINAL}" in paper


def test_nothing_is_looked_for_on_a_page_that_is_gone() -> None:
    for archive, expected in ((COPY, True), ("", False)):
        files = made(UrlStatus.DEAD, archive)
        items = json.loads(files["sources/post/annotations.jsonld"])["first"]["items"]
        kinds = [s["type"] for i in items for s in i["target"][0]["selector"]]
        assert ("FragmentSelector" in kinds) is expected


def test_an_event_page_tells_the_copy_of_each_source_it_cites() -> None:
    cited = linked(made(None)[EVENT])[0]["citation"]
    assert [work["archivedAt"] for work in cited if "archivedAt" in work] == [COPY]


def test_an_address_that_is_no_iri_is_one_in_every_format() -> None:
    post = replace(harbour.SOURCES[0], url=f"{ORIGINAL}?x={{1}}&y=|2|", archive="")
    shown = harbour.timeline(sources=(post, *harbour.SOURCES[1:]))
    found = dict(addresses(harbour.site(shown, SITE)))
    assert set(found.values()) == {f"{ORIGINAL}?x=%7B1%7D&y=%7C2%7C"}
