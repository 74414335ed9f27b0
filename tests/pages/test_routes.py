from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.routes import (
    HOME,
    Addresses,
    Links,
    event_page,
    root_at,
    root_from,
    tag_slugs,
)


def links(here: str = HOME, base_url: str = "") -> Links:
    return Links(root_from(here), {}, {"theme.css": "0a1b"}, base_url, here)


@pytest.mark.parametrize(
    ("here", "address"),
    [
        ("index.html", "events/opening/index.html"),
        ("years/2019/03/index.html", "../../../events/opening/index.html"),
        ("events/opening/index.html", "../../events/opening/index.html"),
    ],
)
def test_a_link_is_relative_and_names_a_file(here: str, address: str) -> None:
    assert links(here).event("opening") == address


@given(st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1))
def test_a_link_leads_to_its_file_whatever_the_id_is(name: str) -> None:
    here = "years/2019/index.html"
    address = links(here).event(name)
    found = posixpath.join(posixpath.dirname(here), unquote(address))
    assert found == f"years/2019/../../events/{name}/index.html"
    assert not set('"<>?# ') & set(address)


def test_an_asset_carries_its_fingerprint() -> None:
    assert links().asset("theme.css") == "assets/theme.css?v=0a1b"


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("https://example.org", "/events/x/index.html"),
        ("https://example.org/bridge/", "/bridge/events/x/index.html"),
    ],
)
def test_a_rooted_link_starts_at_the_host(base: str, address: str) -> None:
    to = Addresses(root_at(base), {}, {}, base)
    assert to.rooted
    assert to.event("x") == address


@pytest.mark.parametrize(
    ("base", "target", "address"),
    [
        ("", "events/x/index.html", ""),
        (
            "https://example.org/b",
            "events/x/index.html",
            "https://example.org/b/events/x/",
        ),
        ("https://example.org/b/", "index.html", "https://example.org/b/"),
        ("https://example.org", "feed.xml", "https://example.org/feed.xml"),
    ],
    ids=["not-known", "page", "start", "file"],
)
def test_the_public_address_is_that_of_the_folder(
    base: str, target: str, address: str
) -> None:
    assert links(base_url=base).public(target) == address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("opening.md", "events/opening/index.html"),
        ("../entities/mayor.md", "entities/mayor/index.html"),
        (
            "../sources/the%20post.md#passage-2",
            "sources/the%20post/index.html#passage-2",
        ),
        ("../pages/about.md", "about/index.html"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("#below", "#below"),
        ("../elsewhere/a.md", "../elsewhere/a.md"),
        ("notes.txt", "notes.txt"),
    ],
)
def test_a_link_to_a_content_file_becomes_one_to_its_page(
    written: str, address: str
) -> None:
    assert links().written_in("events")(written) == address


def test_tags_that_would_share_a_folder_are_numbered() -> None:
    assert tag_slugs(["traffic", "Traffic", "R&D", "…", "원산"]) == {
        "R&D": "r-d",
        "Traffic": "traffic",
        "traffic": "traffic-2",
        "…": "tag",
        "원산": "원산",
    }


@given(st.sets(st.text()))
def test_no_two_tags_share_a_folder(tags: set[str]) -> None:
    slugs = tag_slugs(tags)
    assert len({slug.lower() for slug in slugs.values()}) == len(tags)
    assert all(slug and "/" not in event_page(slug)[7:-11] for slug in slugs.values())
