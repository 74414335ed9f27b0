"""Whatever stands in a file to import is in an event's row, or a note says that it is
not: cell by cell, or for a column or key that nobody here knows, once."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.exchange import FORMATS, row_of
from generator.exchange.entries import Read
from generator.exchange.plain_csv import HEADERS as COLUMNS
from generator.exchange.timelinejs import HEADERS as SHEET
from generator.model.date_phrases import ENGLISH
from generator.problems import has_errors


def read(form: str, text: str) -> Read:
    return FORMATS[form].read("t", text, ENGLISH)


def told(found: Read) -> str:
    """All that is left of a file: its rows, its name, and what is said of it."""
    table = found.table
    rows = [row_of(entry) for entry in table.entries]
    said = [problem.message for problem in found.problems]
    return "\n".join((*rows, table.title, table.description, *said)).casefold()


def words(text: str) -> list[str]:
    """The words and numbers of a value; a number may have lost its noughts."""
    return [word.lstrip("0") for word in re.findall(r"[^\W_]+", text.casefold())]


WORDS = st.from_regex(r"q[a-z]{3}[0-9]{3}", fullmatch=True)
SHOWN = st.one_of(
    WORDS,
    WORDS.map("https://x.example/{}".format),
    WORDS.map("{}.jpg".format),
    st.tuples(WORDS, WORDS).map("; ".join),
    st.just(""),
)
NUMBERS = {
    "year": st.sampled_from(["", "1987", "2019", "-13800000000", "99999"]),
    "month": st.sampled_from(["", "11", "12"]),
    "day": st.sampled_from(["", "27", "28"]),
    "hour": st.sampled_from(["", "17"]),
    "minute": st.sampled_from(["", "43"]),
    "second": st.sampled_from(["", "51"]),
    "time": st.sampled_from(["", "17:43", "17"]),
}
DATES = st.sampled_from(["", "1987", "1987-11", "2019-11-28", "99999", "-13800000000"])
DEGREES = st.sampled_from(["", "51.51"])


def value_for(column: str) -> st.SearchStrategy[str]:
    last = column.lower().split()[-1].split(".")[-1]
    if column in ("latitude", "longitude"):
        return DEGREES
    if column in ("date", "end", "start", "latestStart", "earliestEnd"):
        return DATES
    return st.just("") if column == "factuality" else NUMBERS.get(last, SHOWN)


@st.composite
def tables(draw: st.DrawFn, columns: list[str], needed: list[str]) -> list[list[str]]:
    """A header with *needed* among it, and rows, of which some have cells beyond it."""
    chosen = draw(st.lists(st.sampled_from([*columns, "Foo", "Bar"]), max_size=8))
    head = draw(st.permutations([*needed, *chosen]))
    rows = [
        [draw(value_for(column)) for column in head] + draw(st.lists(WORDS, max_size=1))
        for _ in range(draw(st.integers(1, 3)))
    ]
    return [head, *rows]


def as_csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def lost(cells: Iterator[tuple[str, str]], said: str) -> list[tuple[str, str]]:
    """Of *cells* with their columns, those of which nothing is told."""
    return [
        (column, value)
        for column, value in cells
        if not all(word in said for word in words(value))
        and f"“{column.casefold()}” is not known here" not in said
    ]


@pytest.mark.parametrize(
    ("form", "columns", "needed"),
    [
        ("csv", list(COLUMNS), ["title"]),
        ("timelinejs-csv", [*SHEET[:16], *SHEET[17:], "Tag"], ["Year", "Headline"]),
    ],
    ids=["csv", "sheet"],
)
@settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(data=st.data())
def test_each_cell_of_a_table_is_kept_or_named(
    form: str, columns: list[str], needed: list[str], data: st.DataObject
) -> None:
    head, *rows = data.draw(tables(columns, needed))
    found = read(form, as_csv([head, *rows]))
    cells = (
        (column, value)
        for row in rows
        for column, value in zip([*head, ""], row, strict=False)
    )
    assert has_errors(found.problems) or lost(cells, told(found)) == []


def leaves(tree: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}".lstrip("."))
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value, path)
    else:
        yield path, str(tree)


def objects(*keys: str, **others: st.SearchStrategy[object]) -> st.SearchStrategy:
    """Objects with some of *keys*, of *others*, and of keys that nobody knows."""
    known = {key: value_for(key) for key in keys}
    return st.fixed_dictionaries(
        {}, optional={**known, **others, "foo": SHOWN, "bar": st.lists(SHOWN)}
    )


MOMENT = objects("year", "month", "day", "hour", "minute", "second", "display_date")
NAMES = st.lists(SHOWN, max_size=2)
SLIDE = objects(
    *("display_date", "group", "unique_id"),
    start_date=MOMENT,
    end_date=MOMENT,
    text=objects("headline", "text"),
    media=objects("url", "caption", "credit", "thumbnail", "alt", "title", "link"),
    background=objects("url", "color"),
)
SIMILE = objects(
    *("eventID", "title", "description", "start", "end", "latestStart", "link"),
    *("earliestEnd", "image", "imageCaption", "imageCredit", "color", "dateInWords"),
    tags=NAMES,
    people=NAMES,
    places=NAMES,
)
TIMEMAP = objects(
    *("id", "title", "description", "date", "time", "time_display", "location"),
    *("latitude", "longitude", "category", "comments"),
    associations=NAMES,
    sources=NAMES,
)
SOURCE = objects("id", "title", "url", "description", paths=NAMES)


def timelines(
    event: st.SearchStrategy, **others: st.SearchStrategy
) -> st.SearchStrategy:
    several = st.lists(event, min_size=1, max_size=3)
    optional = {**others, "scale": SHOWN, "foo": SHOWN}
    return st.fixed_dictionaries({"events": several}, optional=optional)


TREES = {
    "timelinejs": timelines(SLIDE, title=SLIDE),
    "simile": timelines(SIMILE, title=SHOWN, description=SHOWN),
    "timemap": timelines(TIMEMAP, sources=st.lists(SOURCE, max_size=2)),
}


@pytest.mark.parametrize("form", TREES)
@settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(data=st.data())
def test_each_value_in_json_is_kept_or_named(form: str, data: st.DataObject) -> None:
    tree = data.draw(TREES[form])
    found = read(form, json.dumps(tree))
    named = ((path.removeprefix("events."), value) for path, value in leaves(tree))
    cells = ((path.removeprefix("title."), value) for path, value in named)
    cells = ((path.removeprefix("sources."), value) for path, value in cells)
    assert has_errors(found.problems) or lost(cells, told(found)) == []


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("timelinejs",
         '{"events": [{"start_date": {"year": 2019, "month": 4, "day": 2, "hour": 18},'
         ' "text": {"headline": "A"}}]}',
         "t:1:73: note: hour “18” tells no minute: it is left out [import-left-out]"),
        ("timelinejs-csv", "Year,Month,Day,Headline\n2019,,2,A\n",
         "t:2:7: note: day “2” has nothing that it belongs to: it is left out "
         "[import-left-out]"),
        ("simile",
         '{"events": [{"start": "May 28 2006 09:00:00 GMT", "title": "A"}]}',
         "t:1:23: note: start “May 28 2006 09:00:00 GMT” tells the time of day: it is "
         "left out [import-left-out]"),
        ("csv", "title,picture,caption\nA,photo.jpg,c\n",
         "t:2:3: note: picture “photo.jpg” is no address on the web: it is left out "
         "[import-left-out]"),
        ("csv", "title,caption\nA,c\n",
         "t:2:3: note: caption “c” has nothing that it belongs to: it is left out "
         "[import-left-out]"),
        ("csv", "title,places,latitude,longitude\nA,B; C,51,0\n",
         "t:2:8: note: latitude “51” is that of one place, and here are several: it is "
         "left out [import-left-out]"),
        ("csv", "title,date\nA,2019,more\n",
         "t:2:8: note: “more” stands below no heading: it is left out "
         "[import-left-out]"),
        ("csv", "title,Foo\nA,1\nB,2\n",
         "t:2:3: note: “Foo” is not known here: it is left out, 2 times "
         "[import-column]"),
        ("csv", "title,date\nA,99999\n",
         "t:2:3: note: “99999” lies outside of the years -9999 to 9999: “99999” is "
         "kept as words, and the event has no date [import-too-far]"),
        ("timelinejs",
         '{"events": [{"start_date": {"year": -13800000000},'
         ' "text": {"headline": "A"}}]}',
         "t:1:37: note: “-13800000000” lies outside of the years -9999 to 9999: "
         "“-13800000000” is kept as words, and the event has no date [import-too-far]"),
        ("simile", '{"events": [{"start": "2019", "title": "x \\ud83d y"}]}',
         "t:1:43: note: “\\ud83d” is half of a character: “\ufffd” stands for it "
         "[import-half]"),
        ("simile",
         '{"events": [{"start": "2019", "title": "A",\n "t\\u0069tle": "B"}]}',
         "t:2:2: note: “title” stands in one object again: only the last is read "
         "[import-key-again]"),
        ("timemap",
         '[{"title": "A", "date": "03/28/2019", "latitude": "x"}]',
         "t:1:51: note: latitude “x” are no degrees north and east: the place of “A” "
         "is imported without them [import-coordinates]"),
    ],
    ids=["hour", "day", "time", "picture", "caption", "degrees", "beyond", "column",
         "far", "cosmos", "half", "key", "map"],
)  # fmt: skip
def test_what_is_left_out_is_named_at_its_place(
    form: str, text: str, said: str
) -> None:
    problems = read(form, text).problems
    assert said in [str(problem).partition("\n")[0] for problem in problems]


def test_degrees_without_a_name_are_a_place_for_themselves() -> None:
    (entry,) = read("csv", "title,latitude,longitude\nA,51.5,0\n").table.entries
    (place,) = entry.places
    assert place.label == "51.5, 0"
    assert place.coordinates is not None


def test_sources_come_back_as_they_were_written() -> None:
    text = '"https://ex.org/1\nSmith, Book; p. 3"'
    found = read("csv", f"title,sources\nA,{text}\n")
    assert text.encode() in FORMATS["csv"].write(found.table, ENGLISH).data
