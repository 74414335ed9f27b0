"""The site after GitHub has packed it: what is left out on the way is not missed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import harbour_timeline as harbour
import pytest
from support.browsing import served
from support.crawling import arrivals, crawled, over_http, unreached

from generator.publish import domain_problems, size_problems, staged

PACK = [
    *("tar", "--dereference", "--hard-dereference", "--exclude=.git"),
    *("--exclude=.github", "--exclude=.[^/]*"),
]
"""How the action `upload-pages-artifact` packs a folder: links become what they lead
to, and no file comes along whose name begins with a dot."""


def published(out: Path, files: Mapping[str, bytes]) -> int:
    """The size of the site of *files* at *out*."""
    with staged(out, out.with_name("spare")) as staging:
        for path, data in files.items():
            staging.put(path, data)
        return staging.publish(files).size


def packed(out: Path, folder: Path) -> Path:
    """*folder*, with what was packed of the site at *out*."""
    folder.mkdir()
    archive = folder.with_suffix(".tar")
    subprocess.run([*PACK, "-C", str(out), "-cf", str(archive), "."], check=True)
    subprocess.run(["tar", "-C", str(folder), "-xf", str(archive)], check=True)
    return folder


@pytest.fixture(scope="module")
def site(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour's site, published a second time after a change, as is usual."""
    out = tmp_path_factory.mktemp("published") / "site"
    published(out, {**files, "index.html": b"old", "gone/index.html": b"gone"})
    published(out, files)
    return out


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return harbour.site(harbour.timeline())


def test_what_github_serves_is_whole(
    site: Path, files: dict[str, bytes], tmp_path: Path
) -> None:
    folder = packed(site, tmp_path / "packed")
    with served(folder, "/repo") as address:
        reached, lost = crawled(arrivals(files, address), address, over_http)
    assert lost == []
    assert unreached(files, reached, address) == set()


def test_only_notes_to_programs_are_left_out(
    site: Path, files: dict[str, bytes], tmp_path: Path
) -> None:
    folder = packed(site, tmp_path / "packed")
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert {path for path in files if path not in left} == {".nojekyll"}


def test_there_is_no_link_in_a_site_that_would_be_followed(
    site: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for readers")
    out = tmp_path / "site"
    files = {"index.html": b"start", "events/opening/index.html": b"opens"}
    published(out, files)
    (out / "notes.txt").symlink_to(secret)
    (out / "events" / "more").symlink_to(tmp_path)
    published(out, files)
    assert [p for p in out.rglob("*") if p.is_symlink()] == []
    assert [p for p in site.rglob("*") if p.is_symlink()] == []


def test_for_publishing_by_branch_a_file_keeps_jekyll_away(
    files: dict[str, bytes],
) -> None:
    """Jekyll leaves out what begins with an underscore, and reads the rest."""
    assert files[".nojekyll"] == b""


def test_no_two_files_of_a_site_are_one_where_capitals_do_not_count(
    files: dict[str, bytes],
) -> None:
    assert len({path.casefold() for path in files}) == len(files)


# --- size -----------------------------------------------------------------------------


def test_the_size_is_that_of_all_files_whether_new_or_not(tmp_path: Path) -> None:
    out = tmp_path / "site"
    marker = published(out, {})
    assert published(out, {"a": b"12", "b/c": b"345"}) == marker + 5
    assert published(out, {"a": b"12", "b/c": b"345"}) == marker + 5
    assert published(out, {"a": b"1", "b/c": b"345"}) == marker + 4
    assert sum(p.stat().st_size for p in out.rglob("*") if p.is_file()) == marker + 4


def test_a_site_that_pages_would_refuse_is_told() -> None:
    assert size_problems(1_000_000_000, "site") == []
    (problem,) = size_problems(1_230_000_000, "site")
    assert str(problem) == (
        "site: warning: the site has 1.23 GB, and GitHub Pages takes 1 GB at most "
        "[site-too-large]\n"
        "  hint: take out pictures (content/media/), or publish it elsewhere"
    )


# --- a domain of one's own ------------------------------------------------------------


@pytest.mark.parametrize("name", ["CNAME", "static/CNAME"])
def test_a_file_that_names_a_domain_in_vain_is_told(name: str, tmp_path: Path) -> None:
    assert domain_problems(tmp_path) == []
    os.makedirs(tmp_path / "static")
    (tmp_path / name).write_text("bridge.example.org\n")
    assert [str(problem) for problem in domain_problems(tmp_path)] == [
        f"{name}: note: a site that a workflow publishes has no use for this file "
        "[cname-ignored]\n"
        "  hint: set the domain on GitHub under Settings, Pages, and write it into "
        "dateline.toml as base_url"
    ]
