"""Public lists of texts that attack a page, tried as our own are, on demand.

DATELINE_TEXTS names files: one text a line; JSON, of which every text of a list counts,
or what objects have as “code”; or a JavaScript module with payloads. README.md beside
this file says which were tried, and where they are.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hostile_texts import lay_out, leave_out_refused_bodies, one_line
from playwright.sync_api import Browser, expect
from support.browsing import served
from test_hostile_files import read_by_programs, tables_without_formulas
from watched_pages import (
    ACTIVE,
    files_of,
    listening,
    pages_in,
    what_could_act,
    without_policy,
    written,
)

OF_OTHERS = [
    Path(name) for name in os.environ.get("DATELINE_TEXTS", "").split(":") if name
]
BATCH = 40
WITH_POLICY = 5
"""One page of so many is opened with its policy as well: it is the same on each."""


def texts_in(path: Path) -> list[str]:
    """The texts that the file at *path* lists, each once."""
    text = path.read_text("utf-8")
    if path.suffix == ".json":
        found = list(_told(json.loads(text)))
    elif path.suffix in (".mjs", ".js"):
        literals = re.findall(r'payload"?: ("(?:[^"\\]|\\.)*")', text)
        found = [json.loads(literal) for literal in literals]
    else:
        found = [line for line in text.splitlines() if not line.startswith("#")]
    return list(dict.fromkeys(text for text in found if one_line(text)))


def _told(tree: object) -> Iterator[str]:
    """The texts of lists, and those that objects call code."""
    if isinstance(tree, list):
        for item in tree:
            yield from [item] if isinstance(item, str) else _told(item)
    elif isinstance(tree, dict):
        for key, value in tree.items():
            own = key == "code" and isinstance(value, str)
            yield from [value] if own else _told(value)


def batches() -> list[tuple[Path, int]]:
    return [
        (path, start)
        for path in OF_OTHERS
        for start in range(0, len(texts_in(path)), BATCH)
    ]


@pytest.mark.skipif(not OF_OTHERS, reason="DATELINE_TEXTS names no list of texts")
@pytest.mark.parametrize(("path", "start"), batches())
def test_no_text_of_others_acts(
    path: Path, start: int, browser: Browser, tmp_path: Path
) -> None:
    texts = texts_in(path)[start : start + BATCH]
    lay_out(tmp_path, texts)
    leave_out_refused_bodies(tmp_path)
    files = files_of(tmp_path)
    read_by_programs(files)
    assert tables_without_formulas(files)
    pages = pages_in(files)
    bare = written(without_policy(files), tmp_path / "bare")
    with served(bare, "/h") as address, listening(browser, address) as page:
        assert what_could_act(page, [address + path for path in pages]) == []
        for text in texts:
            page.goto(f"{address}search/?q={quote(one_line(text), safe='')}")
            expect(page.locator("[data-search-told]")).not_to_be_empty()
            assert page.evaluate(ACTIVE) == []
    guarded = written(files, tmp_path / "site")
    with served(guarded, "/h") as address, listening(browser, address) as page:
        shown = [address + path for path in pages[start % WITH_POLICY :: WITH_POLICY]]
        assert what_could_act(page, shown) == []


def test_lists_are_read_whatever_they_are_written_in(tmp_path: Path) -> None:
    lists = {
        "lines.txt": "# of what\na b\n\n<c>\n<c>\n",
        "list.json": '["a b", "<c>"]',
        "objects.json": '{"x": {"tags": [{"code": "a b"}, {"code": "<c>", "y": "z"}]}}',
        "module.mjs": 'export default [{ payload: "a b", x: "y" }, {"payload": "<c>"}]',
    }
    for name, text in lists.items():
        (tmp_path / name).write_text(text)
        assert texts_in(tmp_path / name) == ["a b", "<c>"]
