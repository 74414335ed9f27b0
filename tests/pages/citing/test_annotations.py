"""Passages as annotations, as a JSON-LD processor reads them."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import harbour_timeline as harbour
import pytest
from pyld import jsonld

from generator.model.edtf import parse_edtf
from generator.model.sources import Source
from generator.model.timeline import Timeline
from generator.settings import SiteConfig

CONTEXT = Path(__file__).with_name("anno.jsonld")
"""The context of the Web Annotation Data Model, as the W3C publishes it."""

OA = "http://www.w3.org/ns/oa#"
STREAMS = "http://www.w3.org/ns/activitystreams#"
SITE = replace(harbour.SITE, base_url="https://example.org/h/")
ARCHIVE = "https://web.archive.org/web/20190401120000/https://example.org/bridge"


def timeline(**changes: Any) -> Timeline:
    """The harbour's, with *changes* of the Post's card."""
    post: Source = replace(harbour.SOURCES[0], **changes)
    return harbour.timeline(sources=(post, *harbour.SOURCES[1:]))


def loaded(url: str, options: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    document = json.loads(CONTEXT.read_text("utf-8"))
    return {"contextUrl": None, "documentUrl": url, "document": document}


def expanded(data: bytes, base: str) -> list[dict[str, Any]]:
    """The annotations in *data*, a file at *base*, with all names spelled out."""
    options = {"base": base, "documentLoader": loaded}
    (collection,) = jsonld.expand(json.loads(data), options)
    (page,) = collection[f"{STREAMS}first"]
    (items,) = page[f"{STREAMS}items"]
    found: list[dict[str, Any]] = items["@list"]
    total = collection[f"{STREAMS}totalItems"]
    assert total[0]["@value"] == len(found)
    return found


def test_every_cited_passage_is_an_annotation() -> None:
    shown = timeline()
    data = harbour.site(shown, SITE)["data/annotations.jsonld"]
    found = expanded(data, "https://example.org/h/data/annotations.jsonld")
    passages = [p for id in sorted(shown.passages) for p in shown.passages[id]]
    first_ids = {s.id: [*s.aliases, s.id][0] for s in harbour.SOURCES}
    assert [item["@type"] for item in found] == [[f"{OA}Annotation"]] * len(passages)
    assert [item["@id"] for item in found] == [
        f"https://example.org/h/data/annotations.jsonld#{first_ids[p.source]}"
        f"-{p.position.start}-{p.position.end}"
        for p in passages
    ]


def test_an_annotation_leads_from_the_words_to_the_events() -> None:
    data = harbour.site(timeline(), SITE)["data/annotations.jsonld"]
    found = json.loads(data)["first"]["items"]
    (item,) = (i for i in found if i["id"].endswith("#old-post-13-65"))
    assert item["motivation"] == "linking"
    assert item["body"] == [
        {
            "id": "https://example.org/h/events/2019-03-04-opening/",
            "type": "Text",
            "format": "text/html",
            "language": "en",
            "label": "The bridge opens",
        }
    ]
    read, stored = item["target"]
    assert read == {
        "source": "https://example.org/bridge",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "The harbour bridge opened to traffic on 4 March 2019",
                "suffix": ", after two years of delay. It h",
            },
            {
                "type": "FragmentSelector",
                "conformsTo": "https://wicg.github.io/scroll-to-text-fragment/",
                "value": ":~:text=The%20harbour%20bridge%20opened%20to%20traffic"
                "%20on%204%20March%202019",
            },
        ],
    }
    digest = stored["source"].removeprefix("ni:///sha-256;")
    assert base64.urlsafe_b64decode(digest + "=").hex() == harbour.POST.sha256
    assert stored["selector"] == {
        "type": "TextPositionSelector",
        "start": 13,
        "end": 65,
    }


def test_the_words_of_a_source_without_an_address_are_on_its_page() -> None:
    data = harbour.site(timeline(), SITE)["sources/gazette/annotations.jsonld"]
    read, _ = json.loads(data)["first"]["items"][0]["target"]
    assert read["source"] == "https://example.org/h/sources/gazette/"
    assert [s["type"] for s in read["selector"]] == ["TextQuoteSelector"]


@pytest.mark.parametrize(
    ("accessed", "state"),
    [
        (
            "2019-04-02",
            {
                "sourceDateStart": "2019-04-02T00:00:00Z",
                "sourceDateEnd": "2019-04-02T23:59:59Z",
            },
        ),
        (
            "2019-04",
            {
                "sourceDateStart": "2019-04-01T00:00:00Z",
                "sourceDateEnd": "2019-04-30T23:59:59Z",
            },
        ),
        ("2019-04/..", {}),
    ],
    ids=["day", "month", "open"],
)
def test_when_the_original_was_seen_is_between_two_moments(
    accessed: str, state: dict[str, str]
) -> None:
    shown = timeline(accessed=parse_edtf(accessed), archive=ARCHIVE)
    data = harbour.site(shown, SITE)["sources/post/annotations.jsonld"]
    read, _ = json.loads(data)["first"]["items"][0]["target"]
    assert read["state"] == {"type": "TimeState", **state, "cached": ARCHIVE}


def test_a_text_that_was_taken_out_of_a_page_is_not_the_file_of_the_hash() -> None:
    taken = replace(harbour.POST, reader="trafilatura 2")
    shown = harbour.timeline(documents=(harbour.GAZETTE, taken, harbour.UNUSED))
    data = harbour.site(shown, SITE)["sources/post/annotations.jsonld"]
    for item in json.loads(data)["first"]["items"]:
        assert len(item["target"]) == 1


@pytest.mark.parametrize("site", [SITE, harbour.SITE], ids=["public", "no-address"])
def test_the_file_of_a_source_tells_of_its_passages_under_the_same_names(
    site: SiteConfig,
) -> None:
    files = harbour.site(timeline(), site)
    base = "https://elsewhere.example/x"
    everything = {
        item["@id"]: item
        for item in expanded(
            files["data/annotations.jsonld"], f"{base}/data/annotations.jsonld"
        )
    }
    for source in ("post", "gazette"):
        path = f"sources/{source}/annotations.jsonld"
        found = expanded(files[path], f"{base}/{path}")
        assert found
        assert all(everything[item["@id"]] == item for item in found)
