"""The texts that stand on a page as a host sends it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import page, pdf

from generator.sources.online import texts_of_page

HTML = "text/html"


def test_the_article_comes_first_and_then_all_that_is_on_the_page() -> None:
    article, everything = texts_of_page(page(), HTML, "utf-8")
    assert "Thousands of residents walked across it." in article
    assert "All rights reserved" not in article
    assert "Thousands of residents walked across it." in everything


def test_what_stands_beside_the_article_is_on_the_page() -> None:
    beside = page(line='<div class="caption">The mayor cuts the ribbon.</div>')
    assert "The mayor cuts the ribbon." in texts_of_page(beside, HTML, "")[-1]


def test_a_page_without_an_article_has_its_words() -> None:
    texts = texts_of_page(b"<html><body><b>Open</b> to all.</body></html>", HTML, "")
    assert any("Open to all." in text for text in texts)


RUSSIAN = page(line="<p>Мост открыт для движения после двух лет ремонта.</p>")


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("cp1251", "windows-1251"),
        ("koi8-r", "KOI8-R"),
        ("utf-8", "utf-8"),
        ("utf-8", ""),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "no-such-encoding"),
    ],
)
def test_the_host_tells_the_encoding_but_for_what_is_in_utf_8(
    encoding: str, told: str
) -> None:
    sent = RUSSIAN.decode().replace('<meta charset="utf-8">', "").replace("©", "")
    texts = texts_of_page(sent.encode(encoding), HTML, told)
    assert all("Мост открыт для движения" in text for text in texts)
    assert texts


def test_a_pdf_and_a_plain_text_are_read_as_seeds_are() -> None:
    (text,) = texts_of_page(pdf([["The bridge is open."]]), "application/pdf", "")
    assert "The bridge is open." in text
    assert texts_of_page(b"The bridge.\r\n", "text/plain", "") == ("The bridge.\n",)


@pytest.mark.parametrize("kind", ["image/png", HTML, "application/pdf", "", "odd"])
@given(st.binary(max_size=200), st.text(max_size=10))
def test_no_bytes_break_the_reader(kind: str, data: bytes, charset: str) -> None:
    assert all(text.strip() for text in texts_of_page(data, kind, charset))
