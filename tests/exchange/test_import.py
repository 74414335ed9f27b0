"""`dateline import`: new files, all or none, each event proven by its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.config import read_project
from generator.exporting import export
from generator.importing import import_file
from generator.pipeline import check
from generator.problems import ChangedOnDiskError, has_errors

SHEET = """\
Year,Month,Day,Time,End Year,End Month,End Day,Display Date,Headline,Text,Media,Group
1901,,,,,,,circa 1901,The <b>mole</b> is built,<p>Stones came by rail.</p>,,Building
2019,3,,,,,,,Bridge opens,It opened.<script>alert(1)</script>,,Building
2019,4,2,14:30,2019,4,5,,Ferries stop,,https://pics.example/f.jpg,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "dateline.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "harbour.csv").write_text(SHEET, "utf-8")
    return tmp_path


def tree_of(folder: Path) -> dict[str, bytes]:
    """What people and the program keep there, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock" and "cache" not in path.parts
    }


def imported(folder: Path, name: str, data: str | bytes, *options: str) -> int:
    """The exit code of an import of a file that holds *data*."""
    raw = data if isinstance(data, bytes) else data.encode()
    (folder / name).write_bytes(raw)
    return main(["import", str(folder / name), "--project", str(folder), *options])


def event(folder: Path, name: str) -> str:
    return (folder / f"content/events/{name}.md").read_text("utf-8")


def test_each_row_becomes_an_event_that_its_own_row_proves(folder: Path) -> None:
    assert imported(folder, "harbour.csv", SHEET) == 0
    assert event(folder, "2019-03-bridge-opens") == (
        "---\n"
        "title: Bridge opens\n"
        'date: "2019-03"\n'
        "status: proposed\n"
        "tags: [building]\n"
        "citations:\n"
        "  - source: imported-harbour\n"
        '    exact: "Bridge opens\\nWhen: 2019-03\\nSubjects: building\\n\\n'
        'It opened."\n'
        "    says:\n"
        '      date: "2019-03"\n'
        '      phrase: "2019-03"\n'
        "      basis: stated\n"
        "---\n"
        "\n"
        "It opened.\n"
    )
    project, _ = read_project(folder)
    assert check(project) == []


def test_words_for_a_date_take_from_its_certainty_and_are_kept(folder: Path) -> None:
    imported(folder, "harbour.csv", SHEET)
    mole = event(folder, "1901-the-mole-is-built")
    assert 'date: "1901~"' in mole
    assert "phrase: circa 1901" in mole or 'phrase: "circa 1901"' in mole


def test_the_same_file_again_changes_nothing(folder: Path) -> None:
    imported(folder, "harbour.csv", SHEET)
    before = tree_of(folder)
    assert imported(folder, "harbour.csv", SHEET) == 0
    assert imported(folder, "under-another-name.csv", SHEET) == 0
    (folder / "under-another-name.csv").unlink()
    assert tree_of(folder) == before


def test_what_a_person_wrote_stays_and_what_was_deleted_stays_away(
    folder: Path,
) -> None:
    imported(folder, "harbour.csv", SHEET)
    bridge = folder / "content/events/2019-03-bridge-opens.md"
    bridge.write_text(bridge.read_text().replace("Bridge opens\nd", "Bridge!\nd"))
    (folder / "content/events/1901-the-mole-is-built.md").unlink()
    before = tree_of(folder)
    assert imported(folder, "harbour.csv", SHEET) == 0
    assert tree_of(folder) == before


def test_an_extraction_leaves_what_was_imported_as_it_is(folder: Path) -> None:
    imported(folder, "harbour.csv", SHEET)
    before = tree_of(folder / "content")
    assert main(["extract", "--project", str(folder)]) == 0
    assert tree_of(folder / "content") == before


def test_a_newer_edition_brings_a_document_of_what_is_new(folder: Path) -> None:
    imported(folder, "harbour.csv", SHEET)
    before = tree_of(folder)
    newer = f"{SHEET}2020,,,,,,,,A tunnel is dug,,,\n"
    assert imported(folder, "harbour.csv", newer) == 0
    new = set(tree_of(folder)) - set(before)
    assert new == {
        "content/events/2020-a-tunnel-is-dug.md",
        "content/sources/imported-harbour-2.md",
        "seeds/imported/imported-harbour-2.txt",
    }


def test_an_id_that_is_taken_is_left_as_it_is_and_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "content/events").mkdir(parents=True)
    own = folder / "content/events/bridge.md"
    own.write_text("---\ntitle: Mine\n---\n", "utf-8")
    assert imported(folder, "t.csv", "id,title,date\nbridge,Theirs,2019\n") == 0
    assert own.read_text("utf-8") == "---\ntitle: Mine\n---\n"
    assert (
        "t.csv:2:8: note: there is an event “bridge” already, or there was: it is left "
        "as it is [import-id-taken]"
    ) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("t.csv", "title,date\nA,2019-13\n",
         "t.csv:2:3: error: month 13 in “2019-13” is not 01 to 12 (or a season, 21 to "
         "41) [import-date]"),
        ("t.csv", "title,date\nA,3/4/2019\n",
         "t.csv:2:3: error: “3/4/2019” may be read in more than one way [import-date]"),
        ("t.csv", 'title,date\nA,"2019\n',
         "t.csv:2:3: error: the quotation mark that opens here is closed nowhere "
         "[import-quote-open]"),
        ("t.csv", "name of it,date\nA,2019\n",
         "t.csv:1:1: error: no column is called “title”; there are “name of it”, "
         "“date” [import-no-title]"),
        ("t.csv", "Year,Month,Headline\n2019,March,A\n",
         "t.csv:2:6: error: month “March” is not a whole number of at most four digits "
         "[import-date]"),
        ("t.json", '{"events": [\n {"start_date": {"year": 2019, "month": 13},'
         ' "text": {"headline": "A"}}]}',
         "t.json:2:26: error: month 13 in “2019-13” is not 01 to 12 (or a season, 21 "
         "to 41) [import-date]"),
        ("t.json", '{"events": [}',
         "t.json:1:13: error: the file is not JSON from here on: expecting value "
         "[import-json]"),
        ("t.mw", "2019-02-30: A\n",
         "t.mw:1:1: error: day 30 does not exist in 2019-02 [import-date]"),
        ("t.csv", b"title\nCaf\xe9\n",
         "t.csv:2:4: error: the file is not text in UTF-8 from here on (byte E9) "
         "[import-encoding]\n"
         "  hint: save the file again as UTF-8, which a spreadsheet calls “CSV UTF-8”"),
        ("t.png", b"\x89PNG",
         "t.png:1:1: error: the file is not text in UTF-8 from here on (byte 89) "
         "[import-encoding]\n  hint: save the file again as UTF-8"),
        ("t.csv", "title,date\nA,1/2/2019\n",
         "  hint: write 2019-01-02 or 2019-02-01"),
        ("t.csv", "title,date\nA,-44\n",
         "  hint: write -0043 for 44 BCE: year 0000 is 1 BCE"),
        ("t.csv", "", "t.csv:1:1: error: there is no event in this file "
         "[import-nothing]"),
        ("t.mw", "title: A\n", "t.mw:1:1: error: there is no event in this file "
         "[import-nothing]"),
        ("t.json", '{"events": []}',
         "Nothing says which format t.json has: it has no list of “events” of which "
         "one has a “start_date” or “text” (TimelineJS), a “start” (SIMILE Timeline), "
         "or a “date” beside a “description” or “title” (TimeMap). Name it with "
         "--format: "),
        ("t.log", "2019: A\n",
         "Nothing says which format t.log has: a name that ends in .json, .csv, .mw, "
         ".markwhen, .md, .tsv or .txt would. Name it with --format: timelinejs, "
         "timelinejs-csv, markwhen, timemap, simile, csv."),
    ],
    ids=["month", "ambiguous", "open-quote", "no-title", "word", "json-date", "json",
         "markwhen", "encoding", "picture", "two-readings", "bce", "empty",
         "no-event", "no-format", "no-ending"],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_nothing_is_written(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: str | bytes,
    said: str,
) -> None:
    (folder / name).write_bytes(b"")
    before = tree_of(folder)
    assert imported(folder, name, data) == 1
    assert said in capsys.readouterr().err.replace(f"{folder}/", "")
    (folder / name).write_bytes(b"")
    assert tree_of(folder) == before


def test_what_is_no_event_is_told_and_is_no_failure(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(folder, "t.csv", "title,date\n") == 0
    said = capsys.readouterr().err.replace(f"{folder}/", "")
    assert "t.csv:1:1: note: there is no event in this file [import-nothing]" in said
    named = '{"title": {"text": {"headline": "Docks"}}, "events": [{"text": {}}]}'
    assert imported(folder, "t.json", named) == 0
    said = capsys.readouterr().err.replace(f"{folder}/", "")
    assert (
        "t.json:1:1: note: “Docks” is the title of the timeline, and no event: it is "
        "left out [import-name]"
    ) in said
    assert "0 events proposed\n" in said


def test_an_id_that_is_there_twice_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "id,title,date\nsame,A,2019\nsame,B,2020\n"
    assert imported(folder, "t.csv", rows) == 0
    assert (
        "t.csv:3:6: note: the id “same” is that of another event, or no file can be "
        "called that: “B” is 2020-b [import-id]"
    ) in capsys.readouterr().err
    assert imported(folder, "t.csv", rows + "C,C,2021\n") == 0
    assert "; 2 rows are left as they are" in capsys.readouterr().err


def test_words_of_a_caption_that_look_like_a_link_come_back(folder: Path) -> None:
    rows = "title,date,picture,caption\nA,2019,https://e.example/p.jpg,cap [x](y) *s*\n"
    assert imported(folder, "t.csv", rows) == 0
    data = export(read_project(folder)[0], "csv").data
    assert data is not None
    assert b"https://e.example/p.jpg,cap [x](y) *s*," in data


def test_a_hostile_table_does_no_harm(folder: Path) -> None:
    rows = (
        '﻿title;date;text;picture\r\n"=HYPERLINK(""http://x"")";2019;'
        '"<img src=x onerror=alert(1)>\r\n---\r\ntitle: x";javascript:alert(1)\r\n\r\n'
    )
    assert imported(folder, "t.csv", rows) == 0
    (path,) = (folder / "content/events").iterdir()
    assert "javascript" not in path.read_text("utf-8")
    project, _ = read_project(folder)
    assert not has_errors(check(project))
    assert main(["build", "--project", str(folder)]) == 0
    pages = [page.read_text("utf-8") for page in (folder / "site").rglob("*.html")]
    assert not any("<img src=x" in page for page in pages)


def test_all_is_written_or_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator import importing

    before, writes = tree_of(folder), iter(range(3))
    real = importing.write_atomically

    def fails_at_last(path: Path, data: bytes, expected: bytes | None) -> None:
        if next(writes, None) is None:
            raise ChangedOnDiskError(path)
        real(path, data, expected)

    monkeypatch.setattr(importing, "write_atomically", fails_at_last)
    project, _ = read_project(folder)
    with pytest.raises(ChangedOnDiskError):
        import_file(project, folder / "harbour.csv")
    assert tree_of(folder) == before
