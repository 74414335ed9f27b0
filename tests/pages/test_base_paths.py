"""The site works wherever it stands: at a host's root, below a path, on the disk.

Everything that a page, a feed, a style sheet or a file of data names is asked for, from
the start page on, as a browser would ask.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin

import harbour_timeline as harbour
import pytest
from support.browsing import served
from support.crawling import (
    DIRECT,
    arrivals,
    crawled,
    from_disk,
    named_in,
    over_http,
    unreached,
)

BASES = ["", "/repo", "/a/b"]


def written(folder: Path, base_url: str) -> dict[str, bytes]:
    """The harbour's site for *base_url*, in *folder*."""
    site = replace(harbour.SITE, base_url=base_url, repository="")
    files = harbour.site(harbour.timeline(), site)
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return files


@pytest.mark.parametrize("knows_its_address", [True, False], ids=["base_url", "none"])
@pytest.mark.parametrize("base", BASES, ids=["root", "repo", "deep"])
def test_below_any_path_everything_named_is_there(
    base: str, knows_its_address: bool, tmp_path: Path
) -> None:
    with served(tmp_path, base) as address:
        files = written(tmp_path, address if knows_its_address else "")
        reached, lost = crawled(arrivals(files, address), address, over_http)
        former = f"{address}events/bridge-opens/"
        moved, lost_there = crawled([former], address, over_http)
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
                DIRECT.open(f"{address}{missing}")
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
    reached, lost = crawled(arrivals(files, base, "index.html"), base, from_disk)
    assert lost == []
    assert unreached(files, reached, base) == set()
