"""The ways from a page to its file, its history and a form for its mistakes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

import harbour_timeline as harbour
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.entities import Entity
from generator.model.sources import Source
from generator.model.timeline import Page
from generator.pages.languages import words_of
from generator.pages.prose import printable
from generator.pages.repository import Repository
from generator.problems import Origin
from generator.settings import SiteConfig

PATH = "content/events/2019-opening.md"
ON_GITHUB = "https://github.com/harbour/bridge"


def repository(address: str, branch: str = "main") -> Repository:
    site = SiteConfig(repository=address, branch=branch)
    return Repository.of(site, words_of("en", {}))


def report(found: Repository, title: str = "The bridge opens", id: str = "x") -> str:
    return found.report(title, id, "https://example.org/events/x/", PATH)


@pytest.mark.parametrize(
    ("address", "file", "edit", "history", "issue"),
    [
        (
            ON_GITHUB,
            f"/blob/main/{PATH}",
            f"/edit/main/{PATH}",
            f"/commits/main/{PATH}",
            "/issues/new",
        ),
        (
            "https://gitlab.com/harbour/works/bridge",
            f"/-/blob/main/{PATH}",
            f"/-/edit/main/{PATH}",
            f"/-/commits/main/{PATH}",
            "/-/issues/new",
        ),
        (
            "https://codeberg.org/harbour/bridge",
            f"/src/branch/main/{PATH}",
            f"/_edit/main/{PATH}",
            f"/commits/branch/main/{PATH}",
            "/issues/new",
        ),
    ],
    ids=["github", "gitlab", "codeberg"],
)
def test_a_host_that_is_known_has_addresses_of_its_own(
    address: str, file: str, edit: str, history: str, issue: str
) -> None:
    found = repository(address)
    assert found.is_known
    assert found.file(PATH) == address + file
    assert found.edit(PATH) == address + edit
    assert found.history(PATH) == address + history
    assert report(found).partition("?")[0] == address + issue


@pytest.mark.parametrize(
    ("address", "is_known"),
    [
        ("https://www.github.com/harbour/bridge", True),
        ("https://gitlab.example.org/harbour/bridge", True),
        ("https://forgejo.example.org/harbour/bridge", True),
        ("https://gitea.example.org/harbour/bridge", True),
        ("https://git.example.org/harbour/bridge", False),
        ("https://not-github.example.org/harbour/bridge", False),
        ("https://github.com/harbour", False),
        ("https://github.com/", False),
        ("", False),
    ],
)
def test_the_host_tells_itself_by_its_name(address: str, is_known: bool) -> None:
    assert repository(address).is_known is is_known


@pytest.mark.parametrize("end", ["", "/", ".git", ".git/"])
def test_the_address_may_be_written_as_git_has_it(end: str) -> None:
    assert repository(ON_GITHUB + end).edit("a.md") == f"{ON_GITHUB}/edit/main/a.md"


def test_another_branch_can_be_the_one_that_is_published() -> None:
    edit = repository(ON_GITHUB, "release/harbour").edit("a.md")
    assert edit == f"{ON_GITHUB}/edit/release/harbour/a.md"


def test_an_unknown_host_is_given_no_address_that_it_may_not_have() -> None:
    found = repository("https://example.org/harbour/bridge")
    assert found.address == "https://example.org/harbour/bridge"
    assert (found.file(PATH), found.edit(PATH), found.history(PATH)) == ("", "", "")
    assert report(found) == ""


def test_a_report_begins_with_what_it_is_about() -> None:
    query = parse_qs(urlsplit(report(repository(ON_GITHUB))).query)
    assert query == {
        "title": ["Correction: The bridge opens"],
        "body": [
            "Page: https://example.org/events/x/\n"
            "Id: x\n"
            f"File: {PATH}\n"
            "\n"
            "What is wrong, and which source says so?\n"
        ],
    }


def test_gitlab_calls_the_parts_of_a_report_otherwise() -> None:
    found = repository("https://gitlab.com/harbour/bridge")
    query = parse_qs(urlsplit(report(found)).query)
    assert set(query) == {"issue[title]", "issue[description]"}


def test_no_title_makes_an_address_longer_than_hosts_allow() -> None:
    assert len(report(repository(ON_GITHUB), "橋" * 5000)) < 8000


@given(st.text(), st.text(alphabet="&?#%+=/{}<>\"' .-éж橋", min_size=1))
def test_no_title_or_id_leads_elsewhere(title: str, id: str) -> None:
    found = repository(ON_GITHUB)
    edit = urlsplit(found.edit(f"content/events/{id}.md"))
    assert edit.netloc == "github.com"
    assert unquote(edit.path) == f"/harbour/bridge/edit/main/content/events/{id}.md"
    assert (edit.query, edit.fragment) == ("", "")
    parts = urlsplit(report(found, title, id))
    query = parse_qs(parts.query)
    assert (parts.netloc, parts.fragment, set(query)) == (
        "github.com",
        "",
        {"title", "body"},
    )
    assert f"Id: {printable(id)}\n" in query["body"][0]


# --- on the pages ---------------------------------------------------------------------

MADE_FROM = {
    "events/2019-03-04-opening/index.html": harbour.OPENING.origin.path,
    "sources/gazette/index.html": "content/sources/gazette.md",
    "entities/mayor/index.html": "content/entities/mayor.md",
    "pages/thanks/index.html": "content/pages/thanks.md",
}


Thing = TypeVar("Thing", Source, Entity, Page)


def _in_file(thing: Thing, folder: str) -> Thing:
    """*thing* as it is read from its file."""
    return replace(thing, origin=Origin(f"content/{folder}/{thing.id}.md"))


def pages(site: SiteConfig) -> dict[str, str]:
    timeline = harbour.timeline(
        sources=tuple(_in_file(source, "sources") for source in harbour.SOURCES),
        entities=tuple(_in_file(entity, "entities") for entity in harbour.ENTITIES),
        pages=tuple(_in_file(page, "pages") for page in harbour.PAGES),
    )
    files = harbour.site(timeline, site)
    return {path: files[path].decode() for path in MADE_FROM}


def test_each_page_with_a_file_leads_to_it() -> None:
    site = replace(harbour.SITE, repository=ON_GITHUB)
    for path, page in pages(site).items():
        file = MADE_FROM[path]
        assert f'href="{ON_GITHUB}/edit/main/{file}"' in page, path
        assert f'href="{ON_GITHUB}/commits/main/{file}"' in page, path
        assert re.search(f'href="{ON_GITHUB}/issues/new[^"]*{path[:4]}', page), path


def test_of_an_unknown_host_a_page_says_what_its_file_is_called() -> None:
    for path, page in pages(harbour.SITE).items():
        assert f"<code>{MADE_FROM[path]}</code>" in page, path
        assert f'href="{harbour.SITE.repository}"' in page, path
        assert "Edit this page" not in page, path


def test_without_a_repository_nothing_is_offered() -> None:
    for path, page in pages(replace(harbour.SITE, repository="")).items():
        assert "Something wrong?" not in page, path
        assert 'class="side-part correct"' not in page, path
