from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.prose import (
    _FORBIDDEN,
    encoded,
    lead,
    markdown,
    printable,
    safe_url,
)

DANGERS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p onclick=alert(1) style='position:fixed' id=title class=skip>x</p>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>)",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&#1;script:alert(1)'>x</a>",
    "<a href='&#xfdd0;javascript:alert(1)'>x</a>",
    "[x](java&#x7f;script:alert(1))",
    "<iframe src=//example.org></iframe>",
    "<base href=//example.org>",
    "<meta http-equiv=refresh content='0;url=//example.org'>",
    "<svg><style>*{}</style><a xlink:href='javascript:x'>x</a></svg>",
    "![x](https://example.org/x.png)",
    "<form action=//example.org><input name=q></form>",
    "x\n{: onclick=alert(1) }",
]


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    reader.feed(html)
    return reader.found


@pytest.mark.parametrize("text", DANGERS)
def test_nothing_that_acts_survives(text: str) -> None:
    for tag, attributes in elements(encoded(markdown(text)).decode()):
        assert tag in {"p", "a", "em"}
        assert set(attributes) <= {"href", "title"}
        assert not re.match(r"\s*(javascript|data)", attributes.get("href") or "", re.I)


@given(st.text())
def test_no_text_at_all_gets_out_of_hand(text: str) -> None:
    for tag, attributes in elements(markdown(text)):
        assert tag not in {"script", "style", "img", "iframe", "form", "input", "svg"}
        assert set(attributes) <= {"href", "title", "start"}


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# A\n\n# B", [2, 2]),
        ("## A\n\n#### B\n\n## C", [2, 3, 2]),
        ("### A\n\n# B\n\n### C", [2, 2, 3]),
        ("<h5>A</h5>", [2]),
    ],
    ids=["shifted", "closed-up", "begins-low", "raw"],
)
def test_headings_go_on_from_the_page(text: str, levels: list[int]) -> None:
    found = [int(tag[1]) for tag, _ in elements(markdown(text)) if tag[0] == "h"]
    assert found == levels


def test_links_may_be_rewritten() -> None:
    html = markdown("[x](a.md)", link=lambda address: f"../{address}")
    assert html == '<p><a href="../a.md">x</a></p>'


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One *two*\nthree.\n\nFour.", "One two three."),
        ("# A heading\n\nA & B <b>", "A & B"),
        ("- only a list", ""),
        ("> A quotation.\n\nOur own words.", "Our own words."),
        ("", ""),
    ],
)
def test_the_lead_is_the_first_paragraph(text: str, first: str) -> None:
    assert lead(text) == first


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.org/a?b#c", True),
        ("http://example.org", True),
        ("mailto:desk@example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("example.org", False),
        ("https:", False),
        ("https://example.org/a b", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_followed(address: str, followed: bool) -> None:
    assert safe_url(address) == (address if followed else "")


@given(st.text())
def test_what_is_printed_can_be_printed(text: str) -> None:
    shown = printable(text)
    assert encoded(text) == shown.encode("utf-8")
    shown.encode("utf-8")
    assert shown == printable(shown)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0\uffff]", shown)


def test_each_forbidden_character_alone_is_taken_out() -> None:
    characters = map(chr, range(0x110000))
    forbidden = [c for c in characters if _FORBIDDEN.match(c)]
    assert len(forbidden) == 2177
    assert {printable(f"dé{c}pôt") for c in forbidden} == {"dépôt"}


def test_no_character_that_is_printable_is_forbidden() -> None:
    """So that most texts need not be searched for one that is."""
    printable = filter(str.isprintable, map(chr, range(0x110000)))
    assert not [c for c in printable if encoded(c) != c.encode("utf-8")]
