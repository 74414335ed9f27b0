"""The site of this repository, as `dateline build` makes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.browsing import served
from support.own_site import built


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    return built(tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def pages(site: Path) -> list[str]:
    """Every page's path in the site; not those that only lead on to another."""
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if b'http-equiv="refresh"' not in path.read_bytes()
    ]


@pytest.fixture(params=["file", "root", "repo"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site may stand: on the disk, at the root of a host, in a folder."""
    if request.param == "file":
        yield f"{site.as_uri()}/"
        return
    with served(site, {"root": "", "repo": "/repo"}[request.param]) as http:
        yield http
