"""`dateline new`: files to fill in, which say themselves how."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.config import Project
from generator.problems import has_errors
from generator.store.fields import FILE_FIELDS, Field

ARTICLE = """Harbour bridge opens

April 2, 2019

The bridge opened to traffic last month, the Daily Post reports.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "dateline.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "seeds/post.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return Project(Path("."))


def made(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The text of the file that `dateline new …` made, whose path it printed."""
    assert main(["new", *arguments]) == 0
    return Path(capsys.readouterr().out.strip()).read_text("utf-8")


def keys(fields: tuple[Field, ...]) -> list[str]:
    return [key for f in fields for key in (f.key, *keys(f.fields))]


def test_an_event_starts_with_what_is_known_and_explains_the_rest(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    text = made(
        capsys, "event", "Harbour bridge opens: at last", "--date", "2019-03",
        "--cite", "post", "opened to traffic last month",
    )  # fmt: skip
    assert text.startswith(
        "---\n"
        'title: "Harbour bridge opens: at last"\n'
        'date: "2019-03"\n'
        "status: proposed\n"
        "# factuality: happened "
    )
    assert (
        'citations:\n  - source: post\n    exact: "opened to traffic last month"\n'
    ) in text
    (path,) = project.content.glob("events/*.md")
    assert path.name == "2019-03-harbour-bridge-opens-at-last.md"
    assert not has_errors(pipeline.check(project))


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        (("event", "Bridge opens"), "events"),
        (("source", "post"), "sources"),
        (("entity", "Wonsan", "--kind", "place"), "entities"),
    ],
)
def test_every_key_stands_in_a_new_file(
    project: Project,
    arguments: tuple[str, ...],
    folder: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = made(capsys, *arguments)
    told = keys(tuple(f for f in FILE_FIELDS[folder] if f.key != "citations"))
    for key in told:
        assert f"{key}:" in text


def test_taking_the_signs_of_a_comment_away_leaves_a_header_that_can_be_read(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    made(capsys, "entity", "Wonsan", "--kind", "place")
    path = project.content / "entities/wonsan.md"
    text = path.read_text("utf-8").replace("\n# ", "\n")
    path.write_text(text.replace("Q…", "Q492").replace("[…]", "[]"), "utf-8")
    assert not has_errors(pipeline.check(project))


def test_a_source_s_card_holds_what_its_text_states(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    text = made(capsys, "source", "seeds/post.txt")
    assert text.startswith("---\ntitle: Harbour bridge opens\n# author: […] ")
    assert 'issued: "2019-04-02"\n' in text


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Ján Kováč", "jan-kovac"),
        ("O’Neill’s Straße", "oneill-strasse"),
        ("Kim Jong Un", "kim-jong-un"),
    ],
)
def test_a_name_becomes_an_id_in_latin_letters(
    project: Project, name: str, id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made(capsys, "entity", name, "--kind", "person")
    assert (project.content / f"entities/{id}.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("entity", "원산", "--kind", "place"), "No file name can be made of “원산”. "
            "Choose one in Latin letters, such as: --id wonsan"),
        (("source", "past"), "seeds/ has no document “past”. Did you mean “post”?"),
        (("event", "Bridge", "--cite", "post", "the bridge"),
            "“the bridge” stands 2 times in post (lines 1, 6). "
            "Give more of the words around the one that is meant."),
        (("event", "Caf\udce9"), "The title has a character that is not part of any "
            "text ('\\udce9'), so nothing was written. Type it anew."),
        (("entity", "\x1b[31mred", "--kind", "place"), "The name has a character "
            "that is not part of any text ('\\x1b'), so nothing was written. "
            "Type it anew."),
        (("event", " "), "The title is empty, so nothing was written. "
            "Give it in quotes."),
        (("event", "Bridge\nopens"), "The title has 2 lines, so nothing was written. "
            "Give it in one line."),
        (("entity", "", "--kind", "place"), "The name is empty, so nothing was "
            "written. Give it in quotes."),
    ],
    ids=[
        "no-latin-letter", "no-such-source", "several-places", "no-utf-8", "control",
        "no-title", "two-lines", "no-name",
    ],
)  # fmt: skip
def test_what_cannot_be_made_says_what_to_do(
    project: Project,
    arguments: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (project.seeds / "post.txt").write_text(f"The bridge\n{ARTICLE}", "utf-8")
    assert main(["new", *arguments]) == 1
    assert capsys.readouterr() == ("", f"dateline: {said}\n")
    assert not project.content.exists()


def test_a_file_that_is_there_is_left_alone(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = made(capsys, "entity", "Wonsan", "--kind", "place")
    assert main(["new", "entity", "Wonsan", "--kind", "place"]) == 1
    assert capsys.readouterr().err == (
        "dateline: content/entities/wonsan.md is there already, "
        "so nothing was written.\n"
    )
    assert (project.content / "entities/wonsan.md").read_text("utf-8") == before


def test_two_events_of_one_day_and_title_have_two_files(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        made(capsys, "event", "Bridge opens", "--date", "2019-03")
    names = sorted(path.name for path in project.content.glob("events/*.md"))
    assert names == ["2019-03-bridge-opens-2.md", "2019-03-bridge-opens.md"]


def test_a_date_in_words_is_refused_with_how_to_write_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", "event", "Bridge opens", "--date", "June 2024"])
    assert ended.value.code == 2
    assert capsys.readouterr().err == (
        "dateline new event: argument --date: “June 2024” is not an EDTF date; a date "
        "is written 2024-06-19, 2024-06, 2024 or 2022/.. for what goes on. "
        "See: dateline new event --help\n"
    )


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["new", "entity", "Wonsan", "--kind", "city"])
    assert capsys.readouterr().err == (
        "dateline new entity: argument --kind: “city” is no kind; write person, "
        "organisation or place. See: dateline new entity --help\n"
    )
