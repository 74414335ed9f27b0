"""CSL-JSON, as a citation processor reads it."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from harbour_timeline import ENGLISH, SITE
from odd_texts import ODD
from works_to_cite import ARCHIVE, work

from generator.model.edtf import parse_edtf
from generator.model.events import Event
from generator.pages.citing.csl import csl_date, csl_item, csl_json
from generator.pages.citing.works import of_event, one_line


def test_an_article_has_every_variable_that_is_known() -> None:
    given = work(
        author=("Ada Quill", "Ben Stone Jr.", "City Council"),
        publisher="Harbour Press",
        accessed="2019-04",
        archive=ARCHIVE,
        language="en",
    )
    assert csl_item(given, ENGLISH) == {
        "id": "bridge",
        "type": "article-newspaper",
        "title": "Bridge opens",
        "author": [
            {"family": "Quill", "given": "Ada"},
            {"family": "Stone", "given": "Ben", "suffix": "Jr."},
            {"literal": "City Council"},
        ],
        "container-title": "Port Gazette",
        "publisher": "Harbour Press",
        "issued": {"date-parts": [[2019, 3, 5]]},
        "accessed": {"date-parts": [[2019, 4]]},
        "language": "en",
        "URL": "https://gazette.example/bridge",
        "archive_location": ARCHIVE,
    }


def test_what_nobody_stated_is_left_out() -> None:
    bare = work(author=(), container_title="", issued=None, url="")
    assert csl_item(bare, ENGLISH) == {
        "id": "bridge",
        "type": "document",
        "title": "Bridge opens",
    }


def test_an_entry_says_of_what_time_it_is_and_not_when_it_was_published() -> None:
    event = Event("opening", "The bridge opens", parse_edtf("2019-03"))
    item = csl_item(of_event(event, SITE), ENGLISH)
    assert item["event-date"] == {"date-parts": [[2019, 3]]}
    assert "issued" not in item
    assert item["genre"] == "Timeline entry"


DATES: dict[str, dict[str, Any]] = {
    "2019-03-05": {"date-parts": [[2019, 3, 5]]},
    "2019-03-05T12:00": {"date-parts": [[2019, 3, 5]]},
    "2019-03": {"date-parts": [[2019, 3]]},
    "2019": {"date-parts": [[2019]]},
    "2019~": {"date-parts": [[2019]], "circa": True},
    "2019-03?": {"date-parts": [[2019, 3]], "circa": True},
    "2019-21": {"date-parts": [[2019]], "season": 1},
    "2019-24": {"date-parts": [[2019]], "season": 4},
    "2019-XX": {"date-parts": [[2019]]},
    "2019-03-XX": {"date-parts": [[2019, 3]]},
    "-0043": {"date-parts": [[-44]]},
    "2019-03/2019-05": {"date-parts": [[2019, 3], [2019, 5]]},
    "2019/2021-05-04": {"date-parts": [[2019], [2021, 5, 4]]},
    "2019-33": {"literal": "Q1 2019"},
    "201X": {"literal": "the 2010s"},
    "2019-03/..": {"literal": "since March 2019"},
    "[2026,2027]": {"literal": "2026 or 2027"},
    "2019-21/2019-22": {"literal": "spring 2019 – summer 2019"},
}


@pytest.mark.parametrize(("date", "told"), DATES.items(), ids=DATES)
def test_a_date_has_only_the_parts_that_are_known(
    date: str, told: dict[str, Any]
) -> None:
    assert csl_date(parse_edtf(date), ENGLISH) == told


def cited(item: dict[str, Any]) -> str:
    """What a citation processor makes of *item*."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what its own style does not use
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        source = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem(item["id"])]))
        (entry,) = bibliography.bibliography()
    return str(entry)


def test_a_processor_cites_from_it() -> None:
    told = cited(json.loads(csl_json(csl_item(work(), ENGLISH))))
    assert told == (
        "Quill, A. (2019) “Bridge opens”, Port Gazette, 5 March. "
        "Available at: https://gazette.example/bridge."
    )
    undated = cited(csl_item(work(issued=None, author=("City Council",)), ENGLISH))
    assert undated.startswith("City Council (no date) “Bridge opens”")


@pytest.mark.parametrize("title", ODD.values(), ids=ODD)
def test_odd_titles_are_read_as_they_are(title: str) -> None:
    written = csl_json(csl_item(work(title=title), ENGLISH))
    assert json.loads(written)["title"] == one_line(title)
