"""The site works wherever it stands: at a host's root, below a path, on the disk.

Everything that a page, a feed, a style sheet or a file of data names is asked for, from
the start page on, as a browser would ask.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import ProxyHandler, build_opener

import harbour_timeline as harbour
import pytest
from support.browsing import served

from generator.pages.tags import links

Fetch = Callable[[str], bytes | None]
"""What stands at an address; None where nothing does."""

BASES = ["", "/repo", "/a/b"]
_DIRECT = build_opener(ProxyHandler({}))


def over_http(address: str) -> bytes | None:
    try:
        with _DIRECT.open(address) as answer:
            return bytes(answer.read())
    except HTTPError:
        return None


def from_disk(address: str) -> bytes | None:
    """A browser that opens a file gets no index.html for a folder."""
    path = Path(unquote(urlsplit(address).path))
    return path.read_bytes() if path.is_file() else None


def named_in(address: str, data: bytes) -> Iterator[str]:
    """The addresses that the file at *address* names."""
    path = urlsplit(address).path
    if data.startswith(b"<?xml"):
        for element in ElementTree.fromstring(data).iter():
            yield from (element.get(name, "") for name in ("href", "src", "url"))
            if element.tag.endswith("}loc"):
                yield element.text or ""
    elif path.endswith(("/", ".html")):
        text = data.decode("utf-8")
        yield from (target for _, target in links(text))
        yield from re.findall(
            r'<meta property="og:(?:url|image)" content="(.+?)"', text
        )
    elif path.endswith(".css"):
        yield from re.findall(r"url\([\"']?([^)\"']+)", data.decode("utf-8"))
    elif path.endswith(".json"):
        told = json.loads(data)
        root = told.get("root", "../") if isinstance(told, dict) else ""
        yield from _in_data(told, root)


def _in_data(value: Any, root: str, key: str = "") -> Iterator[str]:
    """Whatever is an address in a file of data; pages and their data are told as seen
    from the site's *root*."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _in_data(inner, root, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_data(inner, root, key)
    elif isinstance(value, str):
        if value.startswith(("http://", "https://")):
            yield value
        elif key in ("page", "data") and value:
            yield root + value


def crawled(start: str, base: str, fetch: Fetch) -> tuple[set[str], list[str]]:
    """What is reached from *start* without leaving *base*, and each address that names
    nothing or leads to another place on the same host."""
    reached: set[str] = set()
    lost: list[str] = []
    waiting = [(start, "")]
    while waiting:
        address, by = waiting.pop()
        address = urldefrag(address.partition("?")[0]).url
        if address in reached:
            continue
        reached.add(address)
        data = fetch(address) if address.startswith(base) else None
        if data is None:
            lost.append(f"{by} names {address}")
            continue
        host = urlsplit(base).netloc
        for named in named_in(address, data):
            target = urljoin(address, named)
            if named and urlsplit(target).netloc == host:
                waiting.append((target, address))
    return reached, [line for line in lost if " data:" not in line]


def written(folder: Path, base_url: str) -> dict[str, bytes]:
    """The harbour's site for *base_url*, in *folder*."""
    site = replace(harbour.SITE, base_url=base_url, repository="")
    files = harbour.site(harbour.timeline(), site)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return files


def unreached(files: dict[str, bytes], reached: set[str], base: str) -> set[str]:
    """The files that nothing leads to, though something should; a folder's address is
    that of its page."""
    paths = {unquote(address.removeprefix(base)) for address in reached}
    paths |= {f"{path}index.html" for path in paths if not path or path.endswith("/")}
    former = tuple(
        path.removesuffix("index.html")
        for path, data in files.items()
        if b'http-equiv="refresh"' in data
    )
    asked_for_by_scripts = ("assets/", "search/", "data/band.js")
    by_name_alone = {"404.html", "sitemap.xml", ".nojekyll"}
    left = {
        path for path in files if not path.startswith(asked_for_by_scripts + former)
    }
    return left - paths - by_name_alone


@pytest.mark.parametrize("knows_its_address", [True, False], ids=["base_url", "none"])
@pytest.mark.parametrize("base", BASES, ids=["root", "repo", "deep"])
def test_below_any_path_everything_named_is_there(
    base: str, knows_its_address: bool, tmp_path: Path
) -> None:
    with served(tmp_path, base) as address:
        files = written(tmp_path, address if knows_its_address else "")
        reached, lost = crawled(address, address, over_http)
        former = f"{address}events/bridge-opens/"
        moved, lost_there = crawled(former, address, over_http)
    assert lost == []
    assert unreached(files, reached, address) == set()
    assert {f"{address}feed.xml", f"{address}data/timeline.json"} <= reached
    assert lost_there == []
    assert any(
        page.startswith(f"{address}events/2019-03-04-opening/") for page in moved
    )


@pytest.mark.parametrize("base", BASES, ids=["root", "repo", "deep"])
def test_the_map_for_search_engines_names_pages_that_are_there(
    base: str, tmp_path: Path
) -> None:
    with served(tmp_path, base) as address:
        written(tmp_path, address)
        sitemap = over_http(f"{address}sitemap.xml")
        assert sitemap is not None
        named = list(named_in(f"{address}sitemap.xml", sitemap))
        assert [page for page in filter(None, named) if over_http(page) is None] == []
    assert len(list(filter(None, named))) > 20


@pytest.mark.parametrize("knows_its_address", [True, False], ids=["base_url", "none"])
@pytest.mark.parametrize("base", BASES, ids=["root", "repo", "deep"])
def test_the_page_for_what_is_missing_leads_back_from_any_depth(
    base: str, knows_its_address: bool, tmp_path: Path
) -> None:
    with served(tmp_path, base) as address:
        written(tmp_path, address if knows_its_address else "")
        for missing in ("nothing", "events/nothing/", "a/b/c/d.html"):
            with pytest.raises(HTTPError) as caught:
                _DIRECT.open(f"{address}{missing}")
            page = caught.value.read()
            assert b"There is no page here" in page
            named = named_in("404.html", page)
            outside = [name for name in named if not name.startswith(("#", "data:"))]
            assert bool(outside) is knows_its_address
            there = (over_http(urljoin(f"{address}{missing}", n)) for n in outside)
            assert None not in list(there)


def test_from_the_disk_everything_named_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "my site, 100 % new"
    files = written(folder, "")
    base = f"{folder.as_uri()}/"
    reached, lost = crawled(f"{base}index.html", base, from_disk)
    assert lost == []
    assert unreached(files, reached, base) == set()
