from __future__ import annotations

import harbour_timeline as harbour
import pytest

PLACE = "events/a/index.html:1:4"


def site(body: str) -> dict[str, bytes]:
    return {
        "events/a/index.html": f"<p>{body}</p>".encode(),
        "sources/Post/index.html": b'<p id="passage-1"></p>',
        "index.html": b"",
        "feed.xml": b"<feed/>",
    }


@pytest.mark.parametrize(
    "address",
    [
        "../../index.html",
        "../../sources/Post/index.html#passage-1",
        "../../feed.xml?v=1",
        "#",
        "https://example.org/nothing",
        "mailto:desk@example.org",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(address: str) -> None:
    assert harbour.link_problems(site(f'<a href="{address}">x</a>')) == []


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "../b/index.html",
            "“../b/index.html” leads to no page of this site",
        ),
        (
            "../../sources/post/index.html",
            "“../../sources/post/index.html” differs from “sources/Post/index.html” "
            "in its capitals",
        ),
        (
            "../../sources/Post/index.html#passage-2",
            "“../../sources/Post/index.html#passage-2” leads to a place that "
            "“sources/Post/index.html” does not have",
        ),
        (
            "#below",
            "“#below” leads to a place that “events/a/index.html” does not have",
        ),
        (
            "/index.html",
            "“/index.html” starts at the host’s root and breaks below a path",
        ),
        ("../../../index.html", "“../../../index.html” leads to no page of this site"),
        ("https://[", "“https://[” is not an address"),
    ],
    ids=["page", "capitals", "fragment", "own-fragment", "root", "outside", "broken"],
)
def test_a_link_that_leads_nowhere_is_a_problem(address: str, message: str) -> None:
    (problem,) = harbour.link_problems(site(f'<a href="{address}">x</a>'))
    assert str(problem) == (
        f"{PLACE}: error: in the built page, {message} [link-broken]\n"
        "  hint: correct the link in the content file or template that this page is "
        "made from"
    )


def test_an_id_that_is_used_twice_is_a_problem() -> None:
    (problem,) = harbour.link_problems(site('<b id="x"></b><i id="x"></i>'))
    assert problem.message == "in the built page, the id “x” is used twice"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "events/../../x/index.html",
            "the page “events/../../x/index.html” would lie outside its folder",
        ),
        (
            "index.html/index.html",
            "the page “index.html/index.html” cannot lie in “index.html”, which is a "
            "page",
        ),
    ],
    ids=["outside", "in-a-page"],
)
def test_a_page_that_has_no_place_is_a_problem(path: str, message: str) -> None:
    (problem,) = harbour.link_problems({path: b"", "index.html": b""})
    assert str(problem) == (
        f"{path}: error: {message} [page-misplaced]\n"
        "  hint: rename the content file, seed or alias that it is named after"
    )


def test_images_and_redirects_are_links_too() -> None:
    files = {
        "a.html": b'<meta http-equiv="refresh" content="0; url=b.html">',
        "c.html": b'<img src="d.png">',
    }
    assert [problem.origin.path for problem in harbour.link_problems(files)] == [
        "a.html",
        "c.html",
    ]


def test_a_description_is_no_link() -> None:
    assert (
        harbour.link_problems({"a.html": b'<meta name="description" content="url=b">'})
        == []
    )


def test_the_page_for_missing_addresses_may_start_at_the_root() -> None:
    page = b'<a href="/bridge/index.html">x</a><a href="/bridge/no.html">y</a>'
    (problem,) = harbour.link_problems({"404.html": page, "index.html": b""})
    assert "“/bridge/no.html” leads to no page" in problem.message


@pytest.mark.parametrize(
    "body",
    [
        "<!-- <a href='no.html'> -->",
        '<script>if (a < b) { c = "<a href=no.html>" }</script>',
        '<style>a::after { content: "<a href=no.html>" }</style>',
        "1 < 2 and 3 > 2",
    ],
)
def test_what_only_looks_like_a_link_is_none(body: str) -> None:
    assert harbour.link_problems(site(body)) == []


@pytest.mark.parametrize(
    "tag",
    [
        "<a href='no.html'>",
        "<a href=no.html>",
        '<A HREF="no.html">',
        '<a title="a > b" href="no.html">',
        '<a data-x="href=" href = "no.html">',
        '<script src="no.html"></script>',
        '<a href="n&#111;.html">',
    ],
)
def test_a_link_is_found_however_its_tag_is_written(tag: str) -> None:
    (problem,) = harbour.link_problems(site(tag))
    assert problem.message == (
        "in the built page, “no.html” leads to no page of this site"
    )


@pytest.mark.parametrize(
    "text",
    ["<" * 50_000, "<a " * 50_000, "<a b='" * 50_000, "<!--" * 50_000, '<a "' * 50_000],
    ids=["signs", "tags", "quotes", "comments", "open-quotes"],
)
def test_a_broken_page_is_read_to_its_end(text: str) -> None:
    assert harbour.link_problems({"index.html": text.encode()}) == []
