"""The files of the whole timeline, as independent readers of each format read them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from typing import Any

import harbour_timeline as harbour
import icalendar
import pytest
from csvw import CSVW
from harbour_timeline import site
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource

from generator.model.entities import Coordinates, Extent
from generator.model.timeline import Content, Timeline
from generator.pages.data import tables
from generator.pages.data.calendar import folded
from generator.settings import SiteConfig

PUBLIC = SiteConfig(title="Bridge", base_url="https://example.org/bridge/")

ODD = [
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "＝1",
    'a "quoted", word; and\nanother line\\n',
    "שלום, 世界 🌉\u202e",
    "]]></script><!--",
    "a\x00b\x0bc\x7fd\x9fe\ufffef\r\ng",
    "x" * 300 + "🌉" * 60,
]


@pytest.fixture(scope="module")
def public() -> dict[str, bytes]:
    return site(harbour.timeline(), PUBLIC)


def on(*dates: str) -> dict[str, bytes]:
    """The site of an event for each date."""
    return site(Timeline.of(Content(tuple(harbour.dated(*dates))), []))


# --- tables -------------------------------------------------------------------------


def rows(files: dict[str, bytes], path: str) -> list[dict[str, str]]:
    text = files[path].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


class TestTables:
    def test_have_a_row_for_each_event_in_the_order_of_time(
        self, files: dict[str, bytes]
    ) -> None:
        found = rows(files, "data/events.csv")
        assert [row["id"] for row in found] == [
            event.id for event in harbour.timeline().all_events
        ]
        opening = found[2]
        assert opening["names"] == "the mayor; council; Harbour Bridge"
        assert opening["tags"] == "Traffic; opening"
        assert opening["page"] == "events/2019-03-04-opening/index.html"
        assert (opening["date"], opening["precision"]) == ("2019-03-04", "day")

    def test_say_the_date_as_it_is_known(self, files: dict[str, bytes]) -> None:
        dates = [row["date"] for row in rows(files, "data/events.csv")]
        assert dates == ["2017-06", "2019~", "2019-03-04", "[2026,2027]", ""]

    def test_have_a_row_for_each_citation_with_its_place_in_the_text(
        self, files: dict[str, bytes]
    ) -> None:
        texts = {document.id: document.text for document in harbour.DOCUMENTS}
        found = rows(files, "data/citations.csv")
        assert len(found) == 8
        for row in found:
            text = texts[row["source"]]
            assert text[int(row["start"]) : int(row["end"])] == row["exact"]
        accounts = [(row["about"], row["value"]) for row in found if row["about"]]
        assert accounts == [
            ("People at the opening", "some 300"),
            ("People at the opening", "about 500"),
        ]

    def test_count_as_many_citations_as_there_are(
        self, files: dict[str, bytes]
    ) -> None:
        citations = rows(files, "data/citations.csv")
        for row in rows(files, "data/events.csv"):
            own = [c for c in citations if c["event"] == row["id"]]
            assert len(own) == int(row["citations"])

    def test_end_each_row_as_the_standard_says(self, files: dict[str, bytes]) -> None:
        for path in ("data/events.csv", "data/citations.csv"):
            assert files[path].startswith(b"\xef\xbb\xbf")
            assert files[path].endswith(b"\r\n")

    def test_lead_to_the_public_page_where_it_is_known(
        self, public: dict[str, bytes]
    ) -> None:
        first = rows(public, "data/events.csv")[0]
        assert first["page"] == "https://example.org/bridge/events/2017-06-promise/"

    @pytest.mark.parametrize("text", ODD)
    def test_hold_any_text_and_no_formula(self, text: str) -> None:
        files = site(harbour.with_text(text))
        for path in ("data/events.csv", "data/citations.csv"):
            (row,) = rows(files, path)[:1]
            for cell in row.values():
                assert not re.match(" *[=+\\-@\t\r＝＋－＠]", cell)

    @pytest.mark.parametrize("cell", ["=1+1", " =1+1", "' =1+1", "  ＝1"])
    def test_have_no_formula_behind_spaces(self, cell: str) -> None:
        assert tables.harmless(cell) == f"'{cell}"

    @given(st.text())
    def test_give_every_text_back(self, text: str) -> None:
        shown = tables.harmless(text)
        plain = shown[1:] if re.match("'+ *[=+\\-@\t\r\n＝＋－＠]", shown) else shown
        assert plain == tables.printable(text)

    def test_are_told_by_their_schemas(
        self, files: dict[str, bytes], tmp_path: Any
    ) -> None:
        for name in ("events", "citations"):
            (tmp_path / "schema").mkdir(exist_ok=True)
            (tmp_path / f"{name}.csv").write_bytes(files[f"data/{name}.csv"])
            told = tmp_path / "schema" / f"{name}.json"
            told.write_bytes(files[f"data/schema/{name}.json"])
            found = CSVW(str(told))
            read = list(next(iter(found.tables)))
            assert len(read) == len(rows(files, f"data/{name}.csv"))
        events = CSVW(str(tmp_path / "schema/events.json"))
        opening = list(next(iter(events.tables)))[2]
        assert opening["tags"] == ["Traffic", "opening"]


# --- the calendar -------------------------------------------------------------------


def entries(files: dict[str, bytes]) -> list[icalendar.Event]:
    found = icalendar.Calendar.from_ical(files["data/calendar.ics"])
    assert not found.errors
    assert not [error for event in found.events for error in event.errors]
    return found.events


class TestTheCalendar:
    @pytest.mark.parametrize(
        ("known", "first", "last", "said"),
        [
            ("2019-03-04", date(2019, 3, 4), date(2019, 3, 4), ""),
            ("2019-03-04/2019-03-06", date(2019, 3, 4), date(2019, 3, 6), ""),
            ("2019-12-31", date(2019, 12, 31), date(2019, 12, 31), ""),
            ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
            ("2019~", date(2019, 1, 1), date(2019, 12, 31), "about 2019"),
            ("2019-24", date(2019, 12, 1), date(2020, 2, 29), "winter 2019"),
            ("2019-03-04?", date(2019, 3, 4), date(2019, 3, 4), "(uncertain)"),
            ("[2026,2027]", date(2026, 1, 1), date(2027, 12, 31), "2026 or 2027"),
            ("2019-03-04T14:30", date(2019, 3, 4), date(2019, 3, 4), "14:30"),
            ("0001-01-01", date(1, 1, 1), date(1, 1, 1), ""),
        ],
    )
    def test_fills_the_days_that_a_date_can_mean_and_says_how_it_is_known(
        self, known: str, first: date, last: date, said: str
    ) -> None:
        (event,) = entries(on(known))
        assert event["DTSTART"].dt == first
        assert event["DTEND"].dt == last + timedelta(days=1)
        assert event["X-EDTF"].replace("\\,", ",") == known
        title = event["SUMMARY"]
        assert (said in title) if said else title == known

    @pytest.mark.parametrize("known", ["2019/..", "../2019", "-0043", "[2019..]"])
    def test_leaves_out_what_has_no_days_and_says_so(self, known: str) -> None:
        files = on(known, "2019")
        assert len(entries(files)) == 1
        found = icalendar.Calendar.from_ical(files["data/calendar.ics"])
        assert found["DESCRIPTION"] == (
            "How a bridge came to be. 1 event. "
            "Left out: 1 event whose first or last day is not known."
        )

    def test_counts_what_has_no_date(self, files: dict[str, bytes]) -> None:
        assert len(entries(files)) == 4
        found = icalendar.Calendar.from_ical(files["data/calendar.ics"])
        assert found["DESCRIPTION"].endswith("Left out: 1 event without a date.")

    def test_says_what_did_not_plainly_happen(self, files: dict[str, bytes]) -> None:
        titles = {str(e["SUMMARY"]): str(e["STATUS"]) for e in entries(files)}
        assert titles == {
            "The bridge was to open (June 2017)": "CONFIRMED",
            "Denied: A crack is found (about 2019)": "TENTATIVE",
            "The bridge opens": "CONFIRMED",
            "Planned: The bridge is to be widened (2026 or 2027)": "TENTATIVE",
        }

    def test_takes_no_time_from_anybody(self, files: dict[str, bytes]) -> None:
        assert {str(e["TRANSP"]) for e in entries(files)} == {"TRANSPARENT"}

    def test_knows_an_event_again_whatever_its_title_and_date(
        self, public: dict[str, bytes]
    ) -> None:
        other = replace(harbour.PROMISE, title="Other", date=harbour.edtf("2018"))
        (changed,) = entries(site(harbour.timeline(other), PUBLIC))
        assert changed["UID"] in [event["UID"] for event in entries(public)]
        assert len({str(event["UID"]) for event in entries(public)}) == 4

    def test_leads_to_the_page(self, public: dict[str, bytes]) -> None:
        page = "https://example.org/bridge/events/2017-06-promise/"
        assert entries(public)[0]["URL"] == page

    @pytest.mark.parametrize("text", ODD)
    def test_holds_any_text(self, text: str) -> None:
        files = site(harbour.with_text(text))
        (event,) = entries(files)
        shown = tables.printable(text)
        assert str(event["SUMMARY"]) == f"{shown} (March 2019)"
        assert [str(tag) for tag in event["CATEGORIES"].cats] == [shown]

    @given(st.text(), st.integers(0, 80))
    def test_has_no_line_longer_than_may_be(self, text: str, before: int) -> None:
        line = "x" * before + tables.printable(text).replace("\n", "")
        made = folded(line)
        assert all(len(part) <= 75 for part in made.split(b"\r\n"))
        assert made.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode() == line
        for part in made.split(b"\r\n"):
            part.decode("utf-8")


# --- the map ------------------------------------------------------------------------


class TestPlaces:
    def test_are_points_east_before_north(self, files: dict[str, bytes]) -> None:
        data = json.loads(files["data/places.geojson"])
        assert data["type"] == "FeatureCollection"
        assert data["unplaced"] == 2
        assert len(data["features"]) == 3
        for feature in data["features"]:
            assert feature["geometry"] == {"type": "Point", "coordinates": [-2.25, 1.5]}
            assert feature["properties"]["place_name"] == "Harbour Bridge"

    def test_say_what_their_coordinates_are_the_middle_of(self) -> None:
        country = replace(
            harbour.ENTITIES[0],
            coordinates=Coordinates(1.0, 2.0, Extent.COUNTRY),
        )
        files = site(harbour.timeline(entities=(country,)))
        first, *_ = json.loads(files["data/places.geojson"])["features"]
        assert first["properties"]["extent"] == "country"

    def test_without_coordinates_are_none(self) -> None:
        data = json.loads(site(harbour.empty())["data/places.geojson"])
        assert data["features"] == []


# --- schemas ------------------------------------------------------------------------


def validator(files: dict[str, bytes], name: str) -> Validator:
    schemas = {n: json.loads(files[f"data/schema/{n}.json"]) for n in NAMES}
    registry: Registry[Any] = Registry().with_resources(
        (f"{name}.json", Resource.from_contents(schema))
        for name, schema in schemas.items()
    )
    Draft202012Validator.check_schema(schemas[name])
    return Draft202012Validator(schemas[name], registry=registry)


NAMES = ("timeline", "page", "places")

TIMELINES = {
    "harbour": harbour.timeline(),
    "empty": harbour.empty(),
    "odd": harbour.with_text("]]> 🌉"),
    "undated": harbour.timeline(harbour.FERRY, sources=(), entities=(), pages=()),
    "long": harbour.many(120, ("ships",)),
}


def described(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every file with a schema, and the name of that."""
    yield "data/timeline.json", "timeline"
    yield "data/places.geojson", "places"
    beside = [p for p in files if p.endswith("index.json") and "search" not in p]
    yield from ((path, "page") for path in beside)


@pytest.mark.parametrize("timeline", TIMELINES.values(), ids=TIMELINES)
def test_all_data_is_as_its_schema_says(timeline: Timeline) -> None:
    files = site(timeline)
    validators = {name: validator(files, name) for name in NAMES}
    for path, name in described(files):
        found = validators[name].iter_errors(json.loads(files[path]))
        assert [error.message for error in found] == [], path


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_as_its_schema_says(files: dict[str, bytes], name: str) -> None:
    found = validator(files, name)
    (example,) = found.schema["examples"]  # type: ignore[index]
    found.validate(example)
    for field in found.schema["required"]:  # type: ignore[index]
        without = {key: value for key, value in example.items() if key != field}
        assert not found.is_valid(without)


@pytest.mark.parametrize("name", NAMES)
def test_a_timeline_without_anything_has_examples_too(name: str) -> None:
    found = validator(site(harbour.timeline(harbour.FERRY, entities=())), name)
    assert len(found.schema["examples"]) == 1  # type: ignore[index]
    found.validate(found.schema["examples"][0])  # type: ignore[index]


def test_a_schema_says_where_it_is_where_that_is_known(
    public: dict[str, bytes], files: dict[str, bytes]
) -> None:
    for name in NAMES:
        path = f"data/schema/{name}.json"
        known = json.loads(public[path])["$id"]
        assert known == f"https://example.org/bridge/{path}"
        assert "$id" not in json.loads(files[path])


def test_every_field_of_the_data_is_in_a_schema(files: dict[str, bytes]) -> None:
    """So that a new field cannot be forgotten there."""
    known = set(
        re.findall(
            rb'"([\w-]+)": ',
            b"".join(files[f"data/schema/{name}.json"] for name in NAMES),
        )
    )
    for path, _ in described(files):
        assert set(keys(json.loads(files[path]))) <= {k.decode() for k in known}, path


def keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from keys(part)


def test_the_data_page_lists_every_download_with_its_schema(
    files: dict[str, bytes],
) -> None:
    page = files["data/index.html"].decode()
    for path in files:
        if path.startswith("data/") and path not in ("data/index.html", "data/band.js"):
            name = path.removeprefix("data/")
            assert f'href="../data/{name}"' in page, path
    assert "2017-06-promise" in page
