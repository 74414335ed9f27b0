"""The quick way of Markdown answers only what the libraries answer, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.pages.prose import libraries_html, libraries_lead, printable
from generator.pages.usual_prose import usual_html, usual_lead
from generator.store.cut import cut, decode

ROOT = Path(__file__).parents[2]
OWN = [
    body
    for path in sorted(ROOT.glob("content/*/*.md"))
    if (body := cut(decode(path.read_bytes(), path.name), path.name).text)
]
MOVED = {"a.md": "../a/index.html", "b.md": 'b"c', "c.md": "x&y", "d.md": ""}

PLAIN = (
    *("a", "The bridge", "12", "“q”", "it's", "é", "🚀", "(c)", "\u00a0", "=", "~"),
    *(".", ",", "!", ":", "-", "& ", " ", " ", " ", "\n", "\n", "\n\n", "\n\n\n"),
    *("*em*", "**strong**", "*a b*", "[a](a.md)", "[a b](https://ex-am.org/x_y/)"),
)
HOSTILE = (
    *(
        "1990.",
        "1990. ",
        "- ",
        "* ",
        "+ ",
        "# ",
        "> ",
        "1) ",
        "    ",
        "  ",
        "\t",
        "  \n",
    ),
    *("*", "**", "***", "_", "__", "`", "[", "]", "(", ")", "<", ">", "&", "\\", "|"),
    *(
        "---",
        "===",
        "***",
        "^",
        "{a}",
        "<b>",
        "<!--",
        "&amp;",
        "&#64;",
        "[x]: y",
        "[a]",
    ),
    *("![a](b)", "[a](x y)", "[a](x 'y')", "[a][b]", "[a](b.md)", "[a](c.md)", "[](d)"),
    *("[a](d.md)", "[a](//x)", "[a](http:x)", "[a](http://1.2)", "[a](javascript:x)"),
    *(
        "<http://a.b>",
        "<a@b.c>",
        "http://a.b",
        "snake_case",
        "\u3000",
        "\u2028",
        "\u200b",
    ),
    *("٣. ", "①", "ª", "\ufffd", " \n", "\n ", "*a**b*", "**a*b**", "* a*", "a*b*c"),
)
TEXTS = st.lists(st.sampled_from(PLAIN), max_size=12).map("".join)
BODIES = st.one_of(
    TEXTS,
    st.tuples(TEXTS, st.sampled_from(HOSTILE), TEXTS).map("".join),
    st.lists(st.sampled_from(PLAIN + HOSTILE), max_size=8).map("".join),
)


def link(address: str) -> str:
    return MOVED.get(address, address)


def agree(text: str) -> bool:
    """False when there was no quick answer; fails when it was another answer."""
    quick = usual_html(text, link)
    if quick is not None:
        assert quick == libraries_html(text, 2, link)
    lead = usual_lead(text)
    if lead is not None:
        assert lead == libraries_lead(text)
    return quick is not None


@settings(max_examples=600)
@given(BODIES.map(printable))
@example("1990. A list.")
@example("In\n1990. No list.")
@example("*a**b*")
@example("**a***b*")
@example("***a***")
@example("a\n---")
@example("a \n\nb")
@example("a  \nb")
@example("a\n\n    b")
@example("[a](b)[c](d)")
@example("[a [b](c)](d)")
@example("![a](b)")
@example("[a](b.md)")
@example("a | b\n- | -\nc | d")
@example("*[a](b)*")
@example("[a](b)\n\n[a]: c")
@example("a\u00a0b & c")
def test_a_body_becomes_what_the_libraries_make_of_it_or_is_left_to_them(
    text: str,
) -> None:
    agree(text)


@settings(max_examples=300)
@given(TEXTS, BODIES)
@example("a", "[x]: y")
@example("a", "<div>")
@example("a", "</p><p>b")
@example("a", "===")
def test_what_follows_the_first_paragraph_changes_nothing_in_it(
    first: str, others: str
) -> None:
    agree(printable(f"{first}\n\n{others}"))


@settings(max_examples=300)
@given(st.sampled_from(OWN), st.integers(0, 2000), st.sampled_from(PLAIN + HOSTILE))
def test_a_body_with_a_slip_in_it_is_read_the_same_or_left_to_the_libraries(
    body: str, at: int, typed: str
) -> None:
    at %= len(body) + 1
    agree(printable(body[:at] + typed + body[at:]))


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "“It opened,” she said.\nIt is 1.5 km long.\n\nThe *second* is **longer**.\n",
        "See [the first](a.md) and [the report](https://port.example.org/report_1).",
        "2019 saw it open.",
    ],
    ids=["line", "paragraphs", "links", "year-first"],
)
def test_usual_bodies_are_read_the_quick_way(text: str) -> None:
    assert agree(text)


def test_all_bodies_of_this_project_are_read_the_same() -> None:
    assert sum(map(agree, OWN)) > len(OWN) / 2
