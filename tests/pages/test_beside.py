"""The data beside each page: what the page shows, for programs."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import harbour_timeline as harbour
import html5lib
import pytest
from harbour_timeline import site

from generator.model.timeline import Content, Timeline

WITHOUT_DATA = {
    *("404.html", "about/index.html", "data/index.html", "keyboard/index.html"),
    *("methodology/index.html", "pages/thanks/index.html", "search/index.html"),
}
"""Pages that show neither events nor sources nor names."""

OPENING = "events/2019-03-04-opening/index.json"


def told(files: dict[str, bytes], path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[path])
    return found


def addresses(value: object) -> Iterator[tuple[str, str]]:
    """Every path that is told anywhere in *value*, with the name it is told by."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in ("page", "data") and isinstance(part, str):
                yield name, part
            yield from addresses(part)
    elif isinstance(value, list):
        for part in value:
            yield from addresses(part)


def twins(files: dict[str, bytes]) -> list[str]:
    return [
        path for path in files if path.endswith("index.json") and "search" not in path
    ]


def test_stands_beside_every_page_that_shows_events_sources_or_names(
    files: dict[str, bytes],
) -> None:
    # What is for frames and for paper is shown by a page that has its data.
    again = ("embed/", "print/")
    pages = {p for p in files if p.endswith(".html") and not p.startswith(again)}
    beside = {path.replace(".json", ".html") for path in twins(files)}
    assert beside == pages - WITHOUT_DATA


def test_is_linked_from_its_page_in_the_head_and_for_readers(
    files: dict[str, bytes],
) -> None:
    for path in twins(files):
        page = path.replace(".json", ".html")
        tree = html5lib.parse(files[page], namespaceHTMLElements=False)
        (link,) = tree.findall("head/link[@type='application/json']")
        assert link.get("rel") == "alternate"
        found = posixpath.normpath(urljoin(page, link.attrib["href"]))
        assert found == path
        if "moved" not in told(files, path):
            links = tree.findall(".//footer//a")
            assert link.attrib["href"] in [a.attrib["href"] for a in links]


def test_names_only_pages_and_data_that_there_are(files: dict[str, bytes]) -> None:
    seen = 0
    for path in twins(files):
        data = told(files, path)
        root = posixpath.normpath(posixpath.join(posixpath.dirname(path), data["root"]))
        assert root == "."
        for _, address in addresses(data):
            assert address.partition("#")[0] in files, (path, address)
            seen += 1
    assert seen > 200


class TestOfAnEvent:
    def test_says_of_it_what_the_data_of_the_whole_timeline_says(
        self, files: dict[str, bytes]
    ) -> None:
        whole = told(files, "data/timeline.json")
        for event in whole["events"]:
            path = event["page"].replace(".html", ".json")
            assert told(files, path)["event"] == event

    def test_tells_sources_names_and_what_is_near(
        self, files: dict[str, bytes]
    ) -> None:
        data = told(files, OPENING)
        assert [source["id"] for source in data["sources"]] == ["post", "gazette"]
        assert data["sources"][0]["name"] == "Bridge opens"
        assert [name["prefLabel"] for name in data["names"]] == [
            "the mayor",
            "council",
            "Harbour Bridge",
        ]
        first, *others = data["related"]
        assert (first["id"], first["chosen"]) == ("2017-06-promise", True)
        assert not any(other["chosen"] for other in others)
        assert data["previous"]["id"] == "2019-crack"
        assert data["next"]["id"] == "2026-widening"

    def test_at_either_end_has_nothing_beside_it(self) -> None:
        files = site(harbour.timeline(harbour.PROMISE))
        data = told(files, "events/2017-06-promise/index.json")
        assert data["previous"] is data["next"] is None


class TestOfAList:
    @pytest.mark.parametrize(
        ("path", "ids"),
        [
            ("tags/traffic-2", ["2026-widening"]),
            ("entities/mayor", ["2019-crack", "2019-03-04-opening"]),
            (
                "sources/post",
                ["2017-06-promise", "2019-03-04-opening", "2026-widening"],
            ),
            ("years/2019/03", ["2019-03-04-opening"]),
            ("undated", ["undated-ferry"]),
            ("entities/nobody", []),
        ],
    )
    def test_tells_its_events_in_brief(
        self, files: dict[str, bytes], path: str, ids: list[str]
    ) -> None:
        events = told(files, f"{path}/index.json")["events"]
        assert sorted(event["id"] for event in events) == sorted(ids)
        assert all(event["data"] in files for event in events)

    def test_of_a_year_has_the_months(self, files: dict[str, bytes]) -> None:
        months = told(files, "years/2019/index.json")["months"]
        assert [(m["name"], [e["id"] for e in m["events"]]) for m in months] == [
            ("Month not certain", ["2019-crack"]),
            ("March 2019", ["2019-03-04-opening"]),
        ]

    def test_of_the_start_page_leads_to_everything(
        self, files: dict[str, bytes]
    ) -> None:
        data = told(files, "index.json")
        assert data["all"] == "data/timeline.json"
        assert (data["events"], data["undated"]) == (5, 1)
        assert [year["key"] for year in data["years"]] == ["2017", "2019", "2026-2027"]

    def test_of_the_map_has_places_with_and_without_coordinates(
        self, files: dict[str, bytes]
    ) -> None:
        (place,) = told(files, "map/index.json")["places"]
        assert place["coordinates"] == [1.5, -2.25]

    def test_of_corrections_has_each_with_its_event(
        self, files: dict[str, bytes]
    ) -> None:
        (found,) = told(files, "corrections/index.json")["corrections"]
        assert (found["date"], found["note"]) == (
            "2019-04-20",
            "The number of people was wrong.",
        )
        assert found["event"]["id"] == "2019-03-04-opening"


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("events/bridge-opens", "events/2019-03-04-opening"),
        ("sources/old-post", "sources/post"),
        ("entities/bridge", "entities/harbour-bridge"),
    ],
)
def test_a_former_id_says_where_it_has_moved(
    files: dict[str, bytes], former: str, present: str
) -> None:
    moved = told(files, f"{former}/index.json")["moved"]
    assert moved["page"] == f"{present}/index.html"
    assert moved["data"] == f"{present}/index.json"


def test_a_timeline_without_events_has_empty_lists() -> None:
    files = site(harbour.empty())
    assert told(files, "index.json")["years"] == []
    assert told(files, "sources/index.json")["sources"] == []


def test_what_is_no_text_is_marked() -> None:
    (event,) = harbour.dated("2019")
    content = Content((replace(event, title="caf\udce9, é"),))
    files = site(Timeline.of(content, []))
    data = told(files, f"events/{event.id}/index.json")
    assert data["event"]["title"] == "caf?, é"


@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("print/index.html", "../data/timeline.json"),
        ("embed/index.html", "../data/timeline.json"),
        ("data/index.html", "../data/timeline.json"),
        (
            "embed/events/2019-crack/index.html",
            "../../../events/2019-crack/index.json",
        ),
    ],
)
def test_a_page_that_shows_what_stands_elsewhere_leads_to_its_data(
    files: dict[str, bytes], page: str, data: str
) -> None:
    (link,) = re.findall(
        rb'rel="alternate" type="application/json"[^>]* href="([^"]*)"', files[page]
    )
    assert link.decode() == data
    assert posixpath.normpath(posixpath.join(page, "..", data)) in files
