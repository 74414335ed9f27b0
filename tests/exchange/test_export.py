"""`dateline export`: what is published and proven, no date finer than it is known."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.config import read_project
from generator.exchange import FORMATS, Entry, Table
from generator.exchange.cells import as_it_was, harmless
from generator.exchange.prose import to_html, to_markdown
from generator.exchange.spans import Moment, Span, dated
from generator.exporting import export
from generator.importing import import_file
from generator.model.date_phrases import ENGLISH
from generator.model.edtf import parse_edtf

ARTICLE = "The bridge opened last month. The ferry may stop. A tunnel is planned.\n"


def project_at(folder: Path) -> Path:
    (folder / "seeds").mkdir(parents=True)
    (folder / "dateline.toml").write_text('[site]\ntitle = "Harbour"\n')
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = project_at(tmp_path / "project")
    (root / "seeds/post.txt").write_text(ARTICLE, "utf-8")
    (root / "content/events").mkdir(parents=True)
    write(root, "bridge", "The bridge opened", '"2019-03"', "proposed")
    write(root, "ferry", "The ferry may stop", '"2019-04~"', "disputed")
    write(root, "tunnel", "A tunnel is planned", "", "rejected")
    return root


def write(root: Path, name: str, passage: str, date: str, status: str) -> None:
    dated = f"date: {date}\n" if date else ""
    (root / f"content/events/{name}.md").write_text(
        f"---\ntitle: {passage}\n{dated}status: {status}\ntags: [harbour, works]\n"
        f"citations:\n  - source: post\n    exact: {passage}\n---\n\n"
        "See [it](ferry.md).\n",
        "utf-8",
    )


def test_an_export_has_the_published_events_with_what_proves_them(folder: Path) -> None:
    project, _ = read_project(folder)
    data = export(project, "timelinejs").data
    assert data is not None
    slides = json.loads(data)["events"]
    assert [slide["unique_id"] for slide in slides] == ["bridge", "ferry"]
    assert slides[0]["start_date"] == {"year": 2019, "month": 3}
    assert slides[1]["display_date"] == "about April 2019"
    assert slides[1]["text"]["headline"] == "The ferry may stop (disputed)"
    assert "<li>“The bridge opened” post</li>" in slides[0]["text"]["text"]


def test_what_is_lost_is_said_of_each_event(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "out.json"
    assert main(["export", str(out), "--project", str(folder)]) == 0
    said = capsys.readouterr().err
    assert (
        "content/events/bridge.md:5:7: note: TimelineJS has no place for more than one "
        "tag: works [export-tags]"
    ) in said
    assert (
        "content/events/ferry.md:11:5: note: not in the file of “The ferry may stop”: "
        "link into the site [export-links]"
    ) in said


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("live", "https://post.example/bridge"),
        ("dead", "https://archive.example/copy"),
        ("usurped", "https://archive.example/copy"),
        ("deviated", "https://archive.example/copy"),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_an_original_that_is_gone_gives_way_to_its_copy(
    folder: Path, form: str, status: str, shown: str
) -> None:
    write(folder, "bridge", "The bridge opened", '"2019-03-02"', "reviewed")
    (folder / "content/sources").mkdir()
    (folder / "content/sources/post.md").write_text(
        f"---\nURL: https://post.example/bridge\nurl-status: {status}\n"
        "archive: https://archive.example/copy\n---\n"
    )
    report = export(read_project(folder)[0], form)
    assert report.data is not None, report.problems
    both = {"https://post.example/bridge", "https://archive.example/copy"}
    assert {address for address in both if address.encode() in report.data} == {shown}


def test_timemap_gets_no_day_that_nobody_knows(folder: Path) -> None:
    project, _ = read_project(folder)
    report = export(project, "timemap")
    assert report.data is not None
    assert json.loads(report.data)["events"] == []
    assert report.events == 0
    assert {p.code for p in report.problems} >= {"export-no-day"}


def test_what_is_not_proven_is_not_exported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "bridge", "The bridge fell", '"2019-03"', "proposed")
    out = folder / "out.json"
    assert main(["export", str(out), "--project", str(folder)]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_that_was_imported_elsewhere_is_exported_the_same(
    form: str, folder: Path, tmp_path: Path
) -> None:
    first = export(read_project(folder)[0], form).data
    assert first is not None
    (tmp_path / "first").write_bytes(first)
    other, _ = read_project(project_at(tmp_path / "other"))
    import_file(other, tmp_path / "first", form)
    assert export(other, form).data == first


@pytest.mark.parametrize(
    ("span", "words", "date"),
    [
        (Span(Moment(2019)), "", "2019"),
        (Span(Moment(2019)), "about 2019", "2019~"),
        (Span(Moment(2019)), "since 2019", "2019/.."),
        (Span(Moment(2010), Moment(2019)), "the 2010s", "201X"),
        (Span(Moment(2019), Moment(2021)), "2019 or 2021", "[2019,2021]"),
        (Span(Moment(2024, 3), Moment(2024, 5)), "spring 2024", "2024-21"),
        (Span(Moment(2019, 3)), "ca. the thaw", "2019-03~"),
        (Span(Moment(2019, 3)), "perhaps in the thaw", "2019-03?"),
        (Span(Moment(2019, 3)), "during the thaw", "2019-03"),
    ],
)
def test_a_date_is_what_is_drawn_and_worded_like_it(
    span: Span, words: str, date: str
) -> None:
    assert str(dated(span, words, ENGLISH).date) == date


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("+49 30", "'+49 30"),
        ("-lower", "'-lower"),
        ("@name", "'@name"),
        ("'=1", "''=1"),
        ("-44", "-44"),
        ("a=1", "a=1"),
        ("'tis", "'tis"),
    ],
)
def test_no_cell_is_a_formula_and_each_comes_back(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert as_it_was(cell) == text


def test_an_independent_reader_of_csv_finds_the_cells() -> None:
    entry = Entry('A "bridge", opens', parse_edtf("2019"), text="One\nline; two")
    data = FORMATS["csv"].write(Table((entry,)), ENGLISH).data
    (row,) = csv.DictReader(io.StringIO(data.decode(), newline=""))
    assert (row["title"], row["date"]) == ('A "bridge", opens', "2019")
    assert row["text"] == "One\nline; two"


@pytest.mark.parametrize("text", ["[x](" * 8000, "![" * 8000, "> " * 8000])
def test_what_nobody_could_read_in_good_time_goes_out_as_its_words(text: str) -> None:
    shown = text.strip().replace(">", "&gt;")
    assert to_html(text) == f"<p>{shown}</p>"
    assert to_html(to_markdown(to_html(text))) == to_html(text)
