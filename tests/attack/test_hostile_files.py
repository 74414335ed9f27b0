"""No text of any field breaks a file for programs, or acts in one that shows it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rispy
from hostile_texts import TEXTS, lay_out, leave_out_refused_bodies, one_line
from icalendar import Calendar
from playwright.sync_api import Browser
from pybtex.database import parse_string
from watched_pages import ACTIVE, files_of, listening

from generator.config import read_project
from generator.exchange import FORMATS, text_of
from generator.exporting import export
from generator.model.date_phrases import ENGLISH
from generator.problems import has_errors

LINKED_DATA = re.compile(rb'<script type="application/ld\+json">(.+?)</script>')
FORMULA = tuple("=+-@＝＋－＠")

READ: dict[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".jsonld": json.loads,
    ".geojson": json.loads,
    ".xml": ElementTree.fromstring,
    ".ics": lambda data: Calendar.from_ical(data),
    ".csv": lambda data: rows(data),
    ".bib": lambda data: parse_string(data.decode(), "bibtex").entries,
    ".ris": lambda data: rispy.loads(data.decode()),
}


def rows(data: bytes) -> list[list[str]]:
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    assert len({len(row) for row in found}) == 1
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile") / "project"
    lay_out(root, TEXTS)
    leave_out_refused_bodies(root)
    return root


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, bytes]:
    return files_of(root)


def test_files_for_programs_can_be_read(files: dict[str, bytes]) -> None:
    assert read_by_programs(files) == set(READ)


def read_by_programs(files: dict[str, bytes]) -> set[str]:
    """The endings of what programs could read; each file has been."""
    seen = set()
    for path, data in files.items():
        ending = Path(path).suffix
        if ending in READ:
            READ[ending](data)
            seen.add(ending)
        for inner in LINKED_DATA.findall(data):
            json.loads(inner)
    return seen


def test_what_cites_a_source_is_one_entry_for_each(files: dict[str, bytes]) -> None:
    ids = [f"s-{number}" for number in range(len(TEXTS))]
    entries = parse_string(files["data/sources.bib"].decode(), "bibtex").entries
    assert sorted(entries) == sorted(ids)
    taken = rispy.loads(files["data/sources.ris"].decode())
    titles = {entry["id"]: entry["title"] for entry in taken}
    assert titles == dict(zip(ids, map(one_line, TEXTS), strict=True))
    listed = json.loads(files["data/sources.csl.json"])
    assert {item["id"]: item["title"] for item in listed} == titles


def test_the_calendar_has_the_titles_as_they_are(files: dict[str, bytes]) -> None:
    read = Calendar.from_ical(files["data/calendar.ics"])
    titles = [str(event["SUMMARY"]) for event in read.walk("VEVENT")]
    assert sorted(titles) == sorted(map(one_line, TEXTS))


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    assert any(b"HYPERLINK" in data for data in files.values())
    assert tables_without_formulas(files)


def tables_without_formulas(files: dict[str, bytes]) -> bool:
    cells = [
        cell
        for path, data in files.items()
        if path.endswith(".csv")
        for row in rows(data)
        for cell in row
    ]
    return bool(cells) and not [c for c in cells if c.lstrip().startswith(FORMULA)]


SHOWN_AS_HTML = {
    "timelinejs": {"headline", "text", "caption", "credit", "display_date", "group"},
    "simile": {"title", "description"},
}
"""What the other programs put into their pages as HTML."""


def shown(tree: object, keys: set[str]) -> Iterator[str]:
    if isinstance(tree, list):
        for item in tree:
            yield from shown(item, keys)
    elif isinstance(tree, dict):
        for key, value in tree.items():
            own = key in keys and isinstance(value, str)
            yield from [value] if own else shown(value, keys)


@pytest.mark.parametrize("form", SHOWN_AS_HTML)
def test_no_text_acts_in_another_program(
    form: str, root: Path, browser: Browser
) -> None:
    events = json.loads(exported(root, form))["events"]
    texts = list(shown(events, SHOWN_AS_HTML[form]))
    assert len(texts) > len(TEXTS)
    with listening(browser, "about:") as page:
        for text in texts:
            page.evaluate("text => { document.body.innerHTML = text }", text)
            assert page.evaluate(ACTIVE) == []


def exported(root: Path, form: str) -> bytes:
    report = export(read_project(root)[0], form)
    assert report.data is not None, "\n".join(map(str, report.problems))
    return report.data


@pytest.mark.parametrize("form", FORMATS)
def test_what_another_program_is_given_goes_out_again_as_it_came(
    form: str, root: Path
) -> None:
    data = exported(root, form)
    back = FORMATS[form].read("a-file", text_of("a-file", data), ENGLISH)
    assert not has_errors(back.problems)
    titles = {entry.title for entry in back.table.entries}
    assert titles == {one_line(text) for text in TEXTS}
    assert FORMATS[form].write(back.table, ENGLISH).data == data
