"""`dateline check --links`, with every kind of link in one project."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from support.hosts import Host, Reply, host, page, to

from generator import outside
from generator.cli import main
from generator.config import Project
from generator.linkcheck import Manners

STORED = (
    "Bridge opens\n\nThe harbour bridge opened to traffic on 4 March 2019, after two "
    "years of delay.\n\nSome 300 people came to see the first car cross it.\n\n"
    "It will not be tolled, the council said on the evening of the same day.\n"
)
CITED = "opened to traffic on 4 March 2019"


def html(text: str) -> str:
    """A page of a news site, with *text* as its article."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.strip().split("\n\n"))
    return (
        "<!DOCTYPE html><html><head><title>Bridge opens</title></head><body><nav><a "
        f'href="/">Home</a></nav><article>{paragraphs}</article></body></html>'
    )


LIVE = page(html(STORED.replace("opened to", "<em>opened</em> to")))
CHANGED = page(html(STORED.replace("4 March", "5 March")))

EVENT = f"""\
---
title: The bridge opens
date: "2019-03-04"
status: reviewed
citations:
  - source: post
    exact: "{CITED}"
    says:
      date: "2019-03-04"
      phrase: "4 March 2019"
      basis: stated
---
"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hosts on this computer need no pause, and no proxy leads to them."""

    def of_project(project: Project) -> Manners:
        return replace(named(project), pause=0, answering=2)

    named = outside.of_project
    monkeypatch.setattr(outside, "of_project", of_project)
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def harbour() -> Iterator[Host]:
    with host(
        live=LIVE,
        changed=CHANGED,
        old=to("/live"),
        shy=Reply(403),
        text=page(STORED, "text/plain; charset=utf-8"),
        russian=Reply(
            200,
            {"Content-Type": "text/html; charset=windows-1251"},
            html(STORED.replace("Bridge", "Мост")).encode("cp1251"),
        ),
    ) as found:
        yield found


def project(folder: Path, url: str, body: str = "The bridge opened.") -> Path:
    """A project with one event, whose source says that it can be read at *url*."""
    files = {
        "dateline.toml": '[site]\nbase_url = "https://example.org/bridge/"\n',
        "seeds/post.txt": STORED,
        "content/sources/post.md": f'---\ntitle: Bridge opens\nURL: "{url}"\n---\n',
        "content/events/bridge.md": f"{EVENT}\n{body}\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def codes(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code, and the codes of what is said of links."""
    code = main(["check", "--links", "--format", "json", "--project", str(folder)])
    said = json.loads(capsys.readouterr().out)
    return code, [one["code"] for one in said if one["code"].startswith("link-")]


@pytest.mark.parametrize(
    ("at", "code", "found"),
    [
        ("live", 0, []),
        ("text", 0, []),
        ("russian", 0, []),
        ("old", 0, ["link-moved"]),
        ("shy", 0, ["link-unsure"]),
        ("changed", 1, ["link-changed"]),
        ("nowhere", 1, ["link-dead"]),
    ],
)
def test_only_what_is_dead_or_changed_is_an_error(
    at: str,
    code: int,
    found: list[str],
    harbour: Host,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = project(tmp_path, f"{harbour.address}/{at}")
    assert codes(folder, capsys) == (code, found)


def test_nobody_is_asked_who_was_not_to_be(
    harbour: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path, f"{harbour.address}/nowhere")
    assert main(["check", "--project", str(folder)]) == 0
    assert harbour.asked == []


def test_an_address_that_stands_in_two_places_is_asked_once_and_told_twice(
    harbour: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"{harbour.address}/nowhere"
    body = f"See [the news]({address}#top)."
    folder = project(tmp_path, address, body)
    assert codes(folder, capsys) == (1, ["link-dead", "link-dead"])
    assert harbour.requests == ["GET /nowhere"]


def test_the_report_has_its_places_and_ends_with_how_many_were_asked(
    harbour: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"{harbour.address}/nowhere"
    main(["check", "--links", "--project", str(project(tmp_path, address))])
    said = capsys.readouterr().out
    assert said.startswith(
        f"content/sources/post.md:3:6: error: “{address}” is dead: its host answers "
        "404 (not found) [link-dead]\n"
        f'  3 | URL: "{address}"\n'
        "    |      ^\n"
    )
    assert said.endswith("1 error; asked for 1 outside link\n")


def test_github_shows_a_dead_link_beside_its_line(
    harbour: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path, f"{harbour.address}/nowhere")
    main(["check", "--links", "--format", "github", "--project", str(folder)])
    said = capsys.readouterr().out
    place = "::error file=content/sources/post.md,line=3,col=6,title=link-dead::"
    assert said.startswith(place)


def test_hosts_are_told_the_program_its_version_and_who_is_behind_it(
    harbour: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes(project(tmp_path, f"{harbour.address}/live"), capsys)
    (asked,) = harbour.asked
    assert re.fullmatch(
        r"dateline/\d+\.\d+\.\d+ \(link check; \+https://example\.org/bridge/\)",
        asked.agent,
    )
