"""What is not to be published is in no file of the site, under whatever name; and no
file knows a date better, or a quotation otherwise, than the sources do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from drawing import picture
from support import made_up
from support.fresh_process import AT_ONCE, Nursery
from support.trees import bytes_of, tree


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


def write(root: Path, **files: str) -> None:
    """Writes *files*, with "__" where a folder and "_" where an ending begins."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def site_of(root: Path, nursery: Nursery) -> dict[str, bytes]:
    ended = nursery.run(["build", "--project", root], AT_ONCE)
    assert ended.code == 0, ended.said
    return bytes_of(tree(root / "site"))


# --- drafts ---------------------------------------------------------------------------

SETTINGS = """\
[site]
title = "Harbour"
base_url = "https://example.org/"
repository = "https://github.com/harbour/years"
publish = "{}"
"""
PAPER = """\
The harbour news

The bridge opened on 12 May 2021.

The wbquote closed on 13 May 2021.
"""
PUBLISHED = """\
---
title: The bridge opens
date: 2021-05-12
status: reviewed
places: [bridge]
tags: [opening]
citations:
  - source: news
    exact: The bridge opened on 12 May 2021.
---

It opened.
"""
DRAFT = """\
---
title: The wbtitle closes
date: "1871-05"
status: {status}
factuality: planned
people: [wbname]
tags: [wbtag]
aliases: [wbalias]
related: [opening]
media:
  - file: wbpicture.png
    alt: A wbalt.
    caption: A wbcaption.
    credit: A wbcredit
corrections:
  - date: 2022-01-02
    note: A wbcorrection.
citations:
  - source: news
    exact: The wbquote closed on 13 May 2021.
    says:
      phrase: 13 May 2021
      speaker: A wbspeaker
claims:
  - about: The wbclaim
    value: "wbquote"
    source: news
    exact: The wbquote closed on 13 May 2021.
  - about: The wbclaim
    value: "13"
    source: news
    exact: The wbquote closed on 13 May 2021.
---

A wbbody, see [the other](opening.md).
"""
NAME = """\
---
prefLabel: The wblabel
kind: person
altLabel: [wbother]
exactMatch: Q987654321
---

A wbnote.
"""
SECRETS = (
    *("wbtitle", "1871", "wbname", "wbtag", "wbalias", "wbpicture", "wbalt"),
    *("wbcaption", "wbcredit", "wbcorrection", "wbquote", "wbspeaker", "wbclaim"),
    *("wbbody", "wblabel", "wbother", "q987654321", "wbnote", "wbfile"),
)
"""One word for each thing that a draft says, and that nothing else says."""


def _harbour(root: Path, publish: str, status: str) -> Path:
    write(
        root,
        dateline_toml=SETTINGS.format(publish),
        seeds__news_txt=PAPER,
        content__events__opening_md=PUBLISHED,
        content__events__wbfile_md=DRAFT.format(status=status),
        content__entities__bridge_md="---\nprefLabel: The bridge\nkind: place\n---\n",
        content__entities__wbname_md=NAME,
    )
    (root / "content/media").mkdir()
    (root / "content/media/wbpicture.png").write_bytes(picture("PNG"))
    return root


def _told(site: dict[str, bytes]) -> set[str]:
    """The secrets that are in some file, or in its name."""
    everything = b"\n".join([*site.values(), *map(str.encode, site)]).lower()
    # What begins a word has letters in the search's files: they are cut apart there.
    return {word for word in SECRETS if word.encode() in everything}


@pytest.mark.parametrize(
    ("publish", "status"), [("reviewed", "proposed"), ("all", "rejected")]
)
def test_not_a_word_of_an_event_that_is_not_published_is_in_any_file(
    publish: str, status: str, tmp_path: Path, nursery: Nursery
) -> None:
    site = site_of(_harbour(tmp_path, publish, status), nursery)
    assert b"The bridge opens" in site["index.html"]
    assert _told(site) == set()


def test_all_of_them_are_told_once_the_event_is_published(
    tmp_path: Path, nursery: Nursery
) -> None:
    site = site_of(_harbour(tmp_path, "reviewed", "reviewed"), nursery)
    assert _told(site) == {*SECRETS} - {"wbpicture"}  # goes by what is in it


def test_nothing_stays_of_an_event_that_is_taken_back(
    tmp_path: Path, nursery: Nursery
) -> None:
    root = _harbour(tmp_path, "reviewed", "reviewed")
    site_of(root, nursery)
    write(root, content__events__wbfile_md=DRAFT.format(status="proposed"))
    assert _told(site_of(root, nursery)) == set()


LINKING = {
    "content__events__opening_md": (
        f"{PUBLISHED}\nNot [that](wbfile.md#there).\n",
        "content/events/opening.md:14:12",
        "events/wbfile",
    ),
    "content__entities__bridge_md": (
        "---\nprefLabel: The bridge\nkind: place\n---\n[See](../events/wbalias.md).\n",
        "content/entities/bridge.md:5:7",
        "events/wbalias",
    ),
    "content__pages__about_md": (
        "---\ntitle: About\n---\n\n\n[See](<../entities/wbname.md>).\n",
        "content/pages/about.md:6:8",
        "entities/wbname",
    ),
}
"""Files with a text that leads to a draft, or to a name that only drafts have."""


@pytest.mark.parametrize("name", LINKING)
@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(
    ("publish", "status"), [("reviewed", "proposed"), ("all", "rejected")]
)
def test_a_link_to_a_draft_is_refused_where_it_was_written(
    publish: str,
    status: str,
    command: str,
    name: str,
    tmp_path: Path,
    nursery: Nursery,
) -> None:
    root = _harbour(tmp_path, publish, status)
    text, place, file = LINKING[name]
    write(root, **{name: text})
    ended = nursery.run([command, "--project", root], AT_ONCE)
    assert ended.code == 1
    assert (
        f"{place}: error: this text is published, and content/{file}.md is not "
        "[link-unpublished]\n"
    ) in ended.said + ended.printed
    assert "\n  hint: take the link out, or publish what it leads to" in (
        ended.said + ended.printed
    )
    assert "site/" not in ended.said


def test_an_event_that_is_related_to_a_draft_does_not_tell_of_it(
    tmp_path: Path, nursery: Nursery
) -> None:
    root = _harbour(tmp_path, "reviewed", "proposed")
    related = PUBLISHED.replace("tags:", "related: [wbfile, wbalias]\ntags:")
    write(root, content__events__opening_md=related)
    assert _told(site_of(root, nursery)) == set()


# --- dates ----------------------------------------------------------------------------

DATES = {
    "1811": r"1811-?\d\d|\w+ 1811|1811[01]\d",
    "1812-05": r"1812-05-\d\d|\d\d? May 1812|May \d\d?, 1812",
    "1813-23": r"1813-\d\d-\d\d|1813-(?!23)\d\d|(?!Autumn|of|in|from)\b[A-Z]\w+ 1813",
    "189X": r"189\d-(?!1899)\d\d|189\d[01]\d[0-3]\d|\d\d? [A-Z]\w+ 189\d",
    "1824-05/1824-07": r"1824-0[57]-\d\d|\d\d? (May|July) 1824",
    "1835~": r"1835-\d\d|\b(?!about|circa|c)\w+ 1835",
    "[1846-03,1846-05]": r"1846-0[35]-\d\d|\d\d? (March|May) 1846",
    "1857-06-1X": r"1857-06-[01]\d|\d\d? June 1857",
}
"""Dates, each in years of its own, and what would know them better than that."""


def _event(number: int, date: str) -> str:
    return f"""\
---
title: The quay {chr(97 + number)}
date: "{date}"
status: reviewed
citations:
  - source: news
    exact: The bridge opened on 12 May 2021.
---
"""


@pytest.fixture(scope="module")
def dated(
    tmp_path_factory: pytest.TempPathFactory, nursery: Nursery
) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("dated")
    write(root, dateline_toml=SETTINGS.format("all"), seeds__news_txt=PAPER)
    for number, date in enumerate(DATES):
        write(root, **{f"content__events__quay-{number}_md": _event(number, date)})
    return site_of(root, nursery)


REACH = re.compile(rb'data-(?:from|to|begin|end)="[^"]*"')
"""What scripts compare and draw: the first and the last that is meant."""

SPANS = {"data/calendar.ics", "data/band.js", "search/index.json", "data/index.html"}
"""Whole days are all that a calendar knows: it tells a span of them, with the date as
it is known beside. The line of time and the search draw and find what lies between."""


@pytest.mark.parametrize("date", DATES)
def test_no_file_knows_a_date_better_than_its_event(
    date: str, dated: dict[str, bytes]
) -> None:
    finer = re.compile(DATES[date].encode())
    found = {
        f"{path}: {match.string[max(0, match.start() - 60) : match.end() + 20]!r}"
        for path, data in dated.items()
        if path not in SPANS and not path.endswith(".png")
        for match in finer.finditer(REACH.sub(b"", data))
    }
    assert sorted(found) == []
    assert any(date.encode() in data for data in dated.values())


# --- quotations -----------------------------------------------------------------------

MARKED = re.compile(r"<mark>(.+?)</mark>", re.DOTALL)


def _exact(value: Any) -> Iterator[str]:
    """All that *value*, out of JSON, gives as the words of a source."""
    if isinstance(value, dict):
        if isinstance(value.get("exact"), str):
            yield value["exact"]
        for inner in value.values():
            yield from _exact(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _exact(inner)


@pytest.mark.parametrize("number", range(3))
def test_every_quotation_in_any_file_stands_in_a_source(
    number: int, tmp_path: Path, nursery: Nursery
) -> None:
    made_up.lay_out(tmp_path, Random(number))
    site = site_of(tmp_path, nursery)
    sources = [path.read_text() for path in (tmp_path / "seeds").iterdir()]
    quoted = set()
    for path, data in site.items():
        if path.endswith("json") or path.endswith("jsonld"):
            quoted |= set(_exact(json.loads(data)))
        elif path.endswith(".html"):
            quoted |= set(MARKED.findall(data.decode()))
    assert quoted
    assert [
        words for words in quoted if not any(words in text for text in sources)
    ] == []
