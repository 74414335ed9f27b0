"""Who signed a source, in every output: organisations are never taken apart."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import harbour_timeline as harbour
import pytest
import rispy
from pybtex.database import parse_string
from works_to_cite import work

from generator.model.entities import Entity, EntityKind
from generator.pages.citing.ris import ris

PATH = "sources/post/index.html"
BUILDERS = Entity(
    "builders", EntityKind.ORGANISATION, "Bridge Builders", ("Builders of Sand",)
)
SITE = replace(harbour.SITE, base_url="https://example.org/h/")


def made(*author: str) -> dict[str, bytes]:
    """The harbour's site, with other authors of what the Post says."""
    post = replace(harbour.SOURCES[0], author=author)
    shown = harbour.timeline(
        sources=(post, *harbour.SOURCES[1:]), entities=(*harbour.ENTITIES, BUILDERS)
    )
    return harbour.site(shown, SITE)


def linked(page: bytes) -> dict[str, Any]:
    found = re.search(rb'ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    work: dict[str, Any] = json.loads(found[1])["@graph"][1]
    return work


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("Bridge Builders", "Bridge Builders"),
        ("builders of  sand", "builders of sand"),
        ("{Stone Quill}", "Stone Quill"),
    ],
    ids=["an-organisation-here", "its-other-name", "braces"],
)
def test_an_organisation_is_whole_in_every_format(printed: str, whole: str) -> None:
    files = made(printed)
    bib = parse_string(files["data/sources.bib"].decode(), "bibtex").entries["post"]
    assert [p.last_names for p in bib.persons["author"]] == [[f"{{{whole}}}"]]
    ris = {r["id"]: r for r in rispy.loads(files["data/sources.ris"].decode())}
    assert ris["post"]["authors"] == [whole]
    csl = {item["id"]: item for item in json.loads(files["data/sources.csl.json"])}
    assert csl["post"]["author"] == [{"literal": whole}]
    page = unescape(files[PATH].decode())
    assert f"{whole}. (2019" in page  # APA
    assert f"|author={whole} " in page
    assert "rft.aucorp=" in page


def test_braces_are_in_no_output() -> None:
    files = made("{Stone Quill}", "Ada Quill")
    for path, data in files.items():
        if path.endswith((".bib", "index.html")):
            assert b"{{Stone Quill}}" not in data, path
        else:
            assert b"{Stone Quill}" not in data, path
    sources = json.loads(files["data/timeline.json"])["sources"]
    assert sources[1]["author"] == ["Stone Quill", "Ada Quill"]


def test_json_ld_says_who_it_is_as_far_as_that_is_known() -> None:
    files = made("Bridge Builders", "{Stone Quill}", "Ada Quill", "Reuters")
    assert linked(files[PATH])["author"] == [
        {
            "@type": "Organization",
            "@id": "https://example.org/h/entities/builders/#organisation",
            "name": "Bridge Builders",
        },
        {"@type": "Organization", "name": "Stone Quill"},
        {"@type": "Person", "name": "Ada Quill"},
        "Reuters",
    ]


def test_a_comma_in_a_whole_name_parts_nothing_in_ris() -> None:
    name = "Ministry of Bridges, Sand and Stone"
    (record,) = rispy.loads(ris(work(author=(name, "Quill, Ada"))))
    assert record["authors"] == ["Ministry of Bridges Sand and Stone", "Quill, Ada"]
