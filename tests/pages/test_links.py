from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import replace

import harbour_timeline as harbour
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.pages import (
    SiteLinks,
    check_links,
    links,
    page_links,
    tags,
)

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


# --- the quick way -----------------------------------------------------------------

WHOLE = (
    *(
        '<a href="x.html">',
        "</a>",
        '<b id="x">',
        '<p class="y" id="z">',
        "<br>",
        "text",
    ),
    *("<a href='x.html'>", "<a href=x.html>", "<i id=x>", "<!DOCTYPE html>", "&quot;"),
    *(
        "<!-- -->",
        "<script>",
        "</script>",
        '<script src="s.js">',
        "<style>",
        "</style>",
    ),
    *(
        '<img srcset="a.png,b.png 2x">',
        '<b data-id="q" id="r">',
        '<p title="<b id=x>">',
    ),
    *('<meta http-equiv="refresh" content="0; url=b.html">', '<p x="=" "q" id="w">'),
    *('<meta http-equiv="Content-Security-Policy" content="x \'none\'">', "<svg/>"),
    *('<a title="a > b" href="c.html">', '<a/href="x">', '<a.b href="y">', "<?php ?>"),
    *('<a\nhref="n.html" >', '<a\xa0href="m.html">', '<a @id="k">', '<A HREF="u">'),
)
BROKEN = (
    *(
        ' href="',
        ' id="',
        "href=",
        " id = ",
        '="',
        "=",
        " ",
        "\n",
        "/",
        "\xa0",
        "é",
        "@",
    ),
    *(
        "<",
        ">",
        '"',
        "'",
        "<!--",
        "-->",
        "<script>",
        "</style",
        "<A HREF=",
        "</",
        "<a ",
    ),
    *("<svg", 'viewBox="0 0 1 1"', "<?php", "<1>", "&#114;efresh", "data="),
    *("=\t", "= ", ' = "b.html"'),
)
MARKUP = st.one_of(
    st.lists(st.sampled_from(WHOLE), max_size=12).map("".join),
    st.lists(st.sampled_from((*WHOLE, *BROKEN)), max_size=12).map("".join),
)


@given(MARKUP)
@settings(max_examples=2_000)
@example('<p title="\'"\'" id="x">')
@example('<b x="a=" id="y">="')
@example('<a title="x href=" href="y">')
@example('<a title="x id=" id="y">')
@example('<p \'=""\' id="x">')
def test_the_quick_way_finds_what_the_exact_one_does(text: str) -> None:
    """Ids are the same; an address more is only looked at again."""
    quick = tags._of_usual_page(text.encode())
    if quick is not None:
        ids, addresses = tags._of_any_page(text)
        assert quick[0] == ids
        assert set(quick[1]) >= set(addresses)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- <a href=no.html> -->",
        "<a href='no.html'>",
        "<a href=no.html>",
        '<A HREF = "no.html">',
        '<a href= "no.html">',
        '<a href ="no.html">',
        '<a title="a > b" href="no.html">',
        '<meta http-equiv="refresh" content="0; url=no.html">',
        '<img srcset="no.html,no.html 2x">',
        '<script>a < b; c = "<a href=no.html>"</script>',
        "1 < 2",
    ],
)
def test_what_is_out_of_the_ordinary_is_read_exactly(text: str) -> None:
    assert tags._of_usual_page(text.encode()) is None


def test_an_ordinary_page_is_read_quickly() -> None:
    page = """<!DOCTYPE html><html lang="en"><head><title>It's 1 > 0</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    <script src="a.js" defer></script><style>a > b { color: "red" }</style></head>
    <body><a
      href="b.html?x=1&amp;y=2#c">href="no.html" id="no"</a><p data-id="no" id="yes">
    year = {2019}, month = mar, x=1</p>"""
    found = tags._of_usual_page(page.encode())
    assert found is not None
    assert found[0] == ["yes"]
    assert {"a.js", "b.html?x=1&y=2#c"} <= set(found[1])


def test_pages_of_every_kind_are_read_quickly(files: Mapping[str, bytes]) -> None:
    pages = {p: data for p, data in files.items() if p.endswith(".html")}
    assert [p for p, data in pages.items() if tags._of_usual_page(data) is None] == [
        *sorted(p for p, data in pages.items() if b'http-equiv="refresh"' in data),
    ]


# --- after a change ----------------------------------------------------------------


def of_site(files: Mapping[str, bytes]) -> SiteLinks:
    pages = {p: page_links(p, d) for p, d in files.items() if p.endswith(".html")}
    return SiteLinks(pages, files.keys())


def asks_only(files: Mapping[str, bytes], path: str) -> Callable[[str], bytes]:
    return {path: files[path]}.__getitem__


WHOLE_SITE = {
    "404.html": b'<a href="/base/index.html">',
    "index.html": b'<a href="events/a/index.html#top"><a href="feed.xml#new">',
    "events/a/index.html": b'<p id="top"><a href="../../index.html"><a href="#top">',
    "events/b/index.html": b'<a href="../a/index.html">',
    "feed.xml": b"",
}


def test_what_a_page_links_to_can_be_kept() -> None:
    found = page_links("events/a/index.html", WHOLE_SITE["events/a/index.html"])
    assert found == (("top",), (), ("index.html",))
    assert marshal.loads(marshal.dumps(found)) == found


def test_no_page_of_a_sound_site_is_asked_for_but_that_for_missing_addresses() -> None:
    file = asks_only(WHOLE_SITE, "404.html")
    assert check_links(of_site(WHOLE_SITE), file) == []


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        (
            {"events/b/index.html": b'<a href="../c/index.html">'},
            ["events/b/index.html"],
        ),
        ({"events/a/index.html": b"<p>"}, ["404.html", "index.html"]),
        ({"feed.xml": None}, ["404.html", "index.html"]),
        ({"index.html": b'<p id="x"><p id="x">'}, []),
    ],
    ids=["a-link", "an-id-that-went", "a-file-that-went", "an-id-twice"],
)
def test_after_a_change_only_what_it_can_have_broken_is_looked_at(
    change: Mapping[str, bytes | None], asked: list[str]
) -> None:
    both = {**WHOLE_SITE, **change}
    files = {path: data for path, data in both.items() if data is not None}
    expected = harbour.link_problems(files)
    assert expected
    looked_at: list[str] = []

    def file(path: str) -> bytes:
        looked_at.append(path)
        return files[path]

    assert check_links(of_site(files), file, of_site(WHOLE_SITE)) == expected
    assert sorted(looked_at) == asked


PATHS = [
    "404.html",
    "index.html",
    "a/index.html",
    "b/c/index.html",
    "d.xml",
    "a/e.html",
]
LINKS = st.sampled_from(
    [
        *('<a href="../index.html#x">', '<a href="../../index.html">', '<p id="x">'),
        *('<a href="#x">', '<a href="/b/index.html">', '<a href="a/index.html#y">'),
        *('<a href="d.xml#z">', '<i id="y">', '<a href="../A/index.html">', "<!-- -->"),
        *('<a href="../a/e%2Ehtml">', '<a href="b%23c">', '<a href="//[">', "text"),
    ]
)
SITES = st.dictionaries(
    st.sampled_from(PATHS), st.lists(LINKS, max_size=4).map("".join).map(str.encode)
)


def all_targets(site: SiteLinks) -> list[str]:
    return [target for page in site.pages.values() for target in page[2]]


def test_that_something_went_that_nobody_links_to_asks_for_no_page() -> None:
    known = of_site({**WHOLE_SITE, "search/words-1.txt": b""})
    known = replace(known, targets=all_targets(known))
    assert check_links(of_site(WHOLE_SITE), {}.__getitem__, known) == []


@given(before=SITES, after=SITES, targets_are_known=st.booleans())
@settings(max_examples=500)
def test_after_any_change_the_same_is_found_as_in_a_whole_site(
    before: dict[str, bytes], after: dict[str, bytes], targets_are_known: bool
) -> None:
    expected = harbour.link_problems(after)
    if not harbour.link_problems(before):
        known = of_site(before)
        if targets_are_known:
            known = replace(known, targets=all_targets(known))
        new = of_site(after)
        kept = {
            path: known.pages[path] if before.get(path) == after[path] else page
            for path, page in new.pages.items()
        }
        after_that = SiteLinks(kept, new.paths)
        found = check_links(after_that, after.__getitem__, known)
        assert found == expected


@given(SITES)
@settings(max_examples=300)
def test_every_address_that_is_judged_wrong_by_itself_is_found(
    files: dict[str, bytes],
) -> None:
    """Judged one by one, with the page's own text and no targets kept."""
    targets = links._Targets(files.keys(), of_site(files).pages)
    wrong = {
        (path, fault)
        for path, data in files.items()
        if path.endswith(".html")
        for _, address in tags.links(data.decode())
        if (fault := targets.fault(path, address))
    }
    said = {
        (problem.origin.path, problem.message.removeprefix("in the built page, "))
        for problem in harbour.link_problems(files)
        if problem.code == "link-broken"
    }
    assert said == wrong
