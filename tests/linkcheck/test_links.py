"""Which links of the content lead to other hosts, and where each stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.linkcheck import outside_links
from generator.store import read_content

BRIDGE = "https://example.org/bridge"


def found(tmp_path: Path, **files: str) -> list[tuple[str, str]]:
    """The place and the address of each link in *files*, named for their folders."""
    for folder, text in files.items():
        path = tmp_path / "content" / folder / "bridge.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    content, problems = read_content(tmp_path / "content", tmp_path)
    assert problems == []
    return [(str(link.origin), link.address) for link in outside_links(content, [])]


def test_a_card_has_its_original_and_its_copy(tmp_path: Path) -> None:
    card = f'---\nURL: "{BRIDGE}"\narchive: "https://example.net/1/{BRIDGE}"\n---\n'
    assert found(tmp_path, sources=card) == [
        ("content/sources/bridge.md:2:6", BRIDGE),
        ("content/sources/bridge.md:3:10", f"https://example.net/1/{BRIDGE}"),
    ]


@pytest.mark.parametrize("status", ["dead", "deviated", "usurped"])
def test_an_original_that_is_said_to_be_gone_is_not_looked_for(
    status: str, tmp_path: Path
) -> None:
    copy = f"https://example.net/1/{BRIDGE}"
    card = f'---\nURL: "{BRIDGE}"\nurl-status: {status}\narchive: "{copy}"\n---\n'
    assert found(tmp_path, sources=card) == [("content/sources/bridge.md:4:10", copy)]


def test_a_name_has_its_place_in_wikidata(tmp_path: Path) -> None:
    card = "---\nprefLabel: The bridge\nkind: place\nexactMatch: Q42\n---\n"
    assert found(tmp_path, entities=card) == [
        ("content/entities/bridge.md:4:13", "https://www.wikidata.org/wiki/Q42")
    ]


def test_a_picture_has_its_origin_and_its_licence(tmp_path: Path) -> None:
    event = (
        "---\ntitle: Opens\nmedia:\n  - file: bridge.png\n    alt: A bridge\n"
        f'    licence: "{BRIDGE}/licence"\n    source: "{BRIDGE}/picture"\n---\n'
    )
    assert found(tmp_path, events=event) == [
        ("content/events/bridge.md:6:14", f"{BRIDGE}/licence"),
        ("content/events/bridge.md:7:13", f"{BRIDGE}/picture"),
    ]


@pytest.mark.parametrize(
    ("text", "column", "address"),
    [
        (f"See [it]({BRIDGE}).", 10, BRIDGE),
        (f"See [it](<{BRIDGE}>).", 11, BRIDGE),
        (f'See [it]({BRIDGE} "The bridge").', 10, BRIDGE),
        (f"See [it]({BRIDGE}_(harbour)).", 10, f"{BRIDGE}_(harbour)"),
        (f"See <{BRIDGE}>.", 6, BRIDGE),
        (f"[it]: {BRIDGE}", 7, BRIDGE),
        (f"[it]({BRIDGE}?a=1&b=2#top)", 6, f"{BRIDGE}?a=1&b=2#top"),
    ],
    ids=["plain", "angles", "title", "brackets", "bare", "reference", "query"],
)
def test_a_link_in_a_text_has_its_place(
    text: str, column: int, address: str, tmp_path: Path
) -> None:
    page = f"---\ntitle: Thanks\n---\n\nFirst.\n\n{text}\n"
    place = f"content/pages/bridge.md:7:{column}"
    assert found(tmp_path, pages=page) == [(place, address)]


@pytest.mark.parametrize(
    "text",
    [
        "See [it](../events/bridge.md).",
        f"See {BRIDGE}, which Markdown makes no link of.",
        "[me](mailto:me@example.org)",
        "[here](#top)",
    ],
    ids=["inside", "no-link", "mail", "fragment"],
)
def test_what_leads_to_no_other_host_is_not_looked_for(
    text: str, tmp_path: Path
) -> None:
    page = f"---\ntitle: Thanks\n---\n\n{text}\n"
    assert found(tmp_path, pages=page) == []


def test_what_is_rejected_is_published_nowhere_and_not_looked_for(
    tmp_path: Path,
) -> None:
    event = f"---\ntitle: Opens\nstatus: rejected\n---\n\n[it]({BRIDGE})\n"
    assert found(tmp_path, events=event) == []
