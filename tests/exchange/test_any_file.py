"""Whatever bytes come in, an import ends with an answer, and never with a crash."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.config import Project
from generator.exchange import (
    FORMATS,
    NotTextError,
    format_of,
    row_of,
    text_of,
    with_title,
)
from generator.exchange.formats import UnknownFormatError
from generator.importing import import_file
from generator.model.date_phrases import ENGLISH
from generator.problems import has_errors

MARKS = st.sampled_from(
    [
        *'{}[]",:;\t\n\\/#-!.()*_ 019aZé',
        *("title", "date", "Year", "Headline", "events", "start_date", "year"),
        *("\ufeff", "\x00", "\u2028", "\\ud83d", "\\u0000", "---", "2019: ", "now"),
        *("id: x", "section", "//", "after !x 3 days", "2019/2020", "1e999", "-0"),
        *("null", "true", "NaN", "' ", "=1", "edtf: ", "subjects: [", "group"),
    ]
)
SOUP = st.lists(MARKS, max_size=60).map("".join)
HEADS = st.sampled_from(
    [
        *("", "title,date,end,latitude,longitude,sources,people\n", "2019: X\n"),
        "Year,Month,Day,Time,End Year,Headline,Text,Media,Type\n",
    ]
)
BYTES = st.one_of(
    st.binary(max_size=80),
    st.builds("{}{}".format, HEADS, SOUP).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    ),
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
KEYS = st.sampled_from(
    [
        *("events", "title", "text", "headline", "start_date", "end_date", "year"),
        *("month", "day", "hour", "media", "url", "eras", "start", "end", "date"),
        *("description", "edtf", "sources", "associations", "id", "latitude", "tags"),
        *("comments", "time", "time_precision", "durationEvent", "latestStart", ""),
    ]
)
TREES = st.recursive(
    SCALARS | st.sampled_from(["2019", "12/31/2019", "EDTF x", "EDTF 2019", "0"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5)
    ),
    max_leaves=25,
)
EVENTS = st.dictionaries(KEYS, TREES, max_size=6)
JSON = st.one_of(
    TREES,
    st.lists(EVENTS, max_size=3),
    st.builds(
        lambda events, rest: {**rest, "events": events},
        st.lists(EVENTS | TREES, max_size=3),
        EVENTS,
    ),
).map(lambda tree: json.dumps(tree).encode())


@pytest.mark.parametrize("form", FORMATS)
@settings(
    max_examples=80,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=BYTES | JSON)
def test_any_file_is_read_or_refused(form: str, data: bytes) -> None:
    try:
        text = text_of("a.json", data)
    except NotTextError:
        return
    with contextlib.suppress(UnknownFormatError):
        format_of("a.json", text)
    found = FORMATS[form].read("a", text, ENGLISH)
    for entry in found.table.entries:
        row_of(entry).encode()
    for problem in found.problems:
        assert problem.origin.line
        assert problem.origin.column
        str(problem).encode()


@settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(form=st.sampled_from(list(FORMATS)), data=BYTES | JSON)
def test_an_import_writes_nothing_but_events_and_what_proves_them(
    tmp_path_factory: pytest.TempPathFactory, form: str, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "project").mkdir()
    (folder / "project/dateline.toml").touch()
    (folder / "file").write_bytes(data)
    report = import_file(Project(folder / "project"), folder / "file", form)
    assert has_errors(report.problems) <= (report.written == ())
    ours = tuple(f"project/{part}/" for part in ("content", "seeds", ".dateline"))
    there = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }
    others = {name for name in there if not name.startswith(ours)}
    assert others == {"file", "project/dateline.toml"}


@pytest.mark.parametrize(
    "text",
    [
        "<b>" * 1_500 + "It opened.",
        "<blockquote>" * 600 + "It opened.",
        "It opened. " + "[x](" * 8_000,
        f"<p>It opened.</p>{'[x](' * 8_000}",
    ],
    ids=["elements", "quotations", "links", "links-behind-html"],
)
def test_a_text_without_measure_is_kept_as_a_text(text: str) -> None:
    words = {"headline": "Opening" + "<a " * 8_000, "text": text}
    file = json.dumps({"events": [{"start_date": {"year": 2019}, "text": words}]})
    (entry,) = FORMATS["timelinejs"].read("a", file, ENGLISH).table.entries
    assert entry.title == "Opening"
    assert "It opened." in entry.text


def test_a_title_is_made_of_the_beginning_of_a_text_without_measure() -> None:
    table = f"title,date,text\n,2019,It opened. {'[x](' * 8_000}\n"
    (entry,) = FORMATS["csv"].read("a", table, ENGLISH).table.entries
    assert with_title(entry) == "It opened. …"
