"""The address that stands for a source, and addresses that every program takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from generator.model.addresses import best_address, former_address, web_address
from generator.model.sources import Source, UrlStatus

PAGE = "https://gazette.example/bridge"
COPY = f"https://web.archive.org/web/20190401120000/{PAGE}"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (PAGE, PAGE),
        ("https://gazette.example/a?x={1}&y=|2|", "…/a?x=%7B1%7D&y=%7C2%7C"),
        ("https://gazette.example/<a>\\^`", "…/%3Ca%3E%5C%5E%60"),
        ("https://gazette.example/?a[]=1", "…/?a%5B%5D=1"),
        ("https://gazette.example/100%", "…/100%25"),
        ("https://gazette.example/50%25", "…/50%25"),
        ("https://gazette.example/a#b#c", "…/a#b%23c"),
        ("https://gazette.example/brücke", "…/brücke"),
        ("https://gazette.example/a\u200eb\x07", "…/a%E2%80%8Eb%07"),
        ("https://[2001:db8::1]/[a]", "https://[2001:db8::1]/%5Ba%5D"),
        ("https://gazette{.example/", ""),
        ("https://gazette.example/a b", ""),
        ("https://[oops/", ""),
        ("https:///bridge", ""),
        ("mailto:desk@gazette.example", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_an_address_is_written_as_all_programs_take_it(
    written: str, address: str
) -> None:
    assert web_address(written) == address.replace("…", "https://gazette.example")


@given(st.text())
def test_rdf_takes_every_address(rest: str) -> None:
    address = web_address(f"https://gazette.example/{rest}")
    if address:
        URIRef(address).n3()
        assert web_address(address) == address


@pytest.mark.parametrize(
    ("status", "url", "archive", "best", "former"),
    [
        (None, PAGE, COPY, PAGE, ""),
        ("live", PAGE, COPY, PAGE, ""),
        ("dead", PAGE, COPY, COPY, PAGE),
        ("deviated", PAGE, COPY, COPY, PAGE),
        ("usurped", PAGE, COPY, COPY, ""),
        ("dead", PAGE, "", PAGE, ""),
        ("usurped", PAGE, "", "", ""),
        (None, "", COPY, COPY, ""),
        (None, "javascript:x", "", "", ""),
    ],
)
def test_the_copy_stands_for_an_original_that_is_gone(
    status: str | None, url: str, archive: str, best: str, former: str
) -> None:
    known = UrlStatus(status) if status else None
    source = Source("bridge", url=url, archive=archive, url_status=known)
    assert best_address(source) == best
    assert former_address(source) == former
