"""What `dateline init` lays out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.config import read_project
from generator.scaffold import NotEmptyError, lay_out, requirements
from generator.settings import SETTINGS


def test_a_new_project_has_all_it_needs(tmp_path: Path) -> None:
    written = lay_out(tmp_path / "harbour")
    assert sorted(written) == [
        ".gitattributes",
        ".github/workflows/check.yml",
        ".github/workflows/pages.yml",
        ".gitignore",
        ".vscode/extensions.json",
        "README.md",
        "content/pages/about.md",
        "dateline.toml",
        "frontmatter.json",
        "requirements.txt",
        "seeds/sample-harbour-bridge.txt",
    ]
    assert all((tmp_path / "harbour" / path).is_file() for path in written)


def test_its_settings_are_sound_and_name_every_setting(tmp_path: Path) -> None:
    lay_out(tmp_path)
    project, problems = read_project(tmp_path)
    assert problems == []
    assert project.site.publish == "all"
    text = (tmp_path / "dateline.toml").read_text("utf-8")
    assert [s.key for s in SETTINGS if f"{s.key} =" not in text] == []


def test_a_fresh_clone_of_an_empty_repository_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert lay_out(tmp_path)


def test_the_next_step_can_be_typed_as_it_is_printed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "my harbour"]) == 0
    assert capsys.readouterr().out == (
        "wrote 11 files to my harbour\n"
        "next: cd 'my harbour' && dateline extract && dateline serve\n"
    )


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_with_anything_in_it_is_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    with pytest.raises(NotEmptyError) as caught:
        lay_out(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} is not empty, so nothing was written. "
        "Name a new folder: dateline init my-timeline"
    )
    assert os.listdir(tmp_path) == [name]


def test_what_a_run_left_that_was_cut_off_at_its_very_end_goes(tmp_path: Path) -> None:
    lay_out(tmp_path)
    left = tmp_path / ".dateline-new-5a08ede3-abcdefgh"
    left.write_bytes((tmp_path / "requirements.txt").read_bytes())
    lay_out(tmp_path)
    assert not left.exists()


def test_a_file_is_no_place_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(NotEmptyError):
        lay_out(tmp_path / "notes.txt")


PUBLIC = "https://example.org/harbour/dateline"
UNREACHABLE = requirements("")


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            {"url": PUBLIC, "vcs_info": {"vcs": "git", "commit_id": "0a1b2c"}},
            f"dateline @ git+{PUBLIC}@0a1b2c",
        ),
        (
            {"url": f"{PUBLIC}.whl", "archive_info": {}},
            f"dateline @ {PUBLIC}.whl",
        ),
    ],
    ids=["repository", "wheel"],
)
def test_the_workflow_gets_dateline_from_where_it_came(
    record: dict[str, object], line: str
) -> None:
    assert requirements(json.dumps(record)).decode().splitlines()[-1] == line


@pytest.mark.parametrize(
    "url",
    ["file:///home/me/dateline", "https://me:secret@example.org/dateline.whl", ""],
    ids=["own-folder", "password", "none"],
)
def test_where_it_came_from_is_asked_when_nobody_else_can_get_it(url: str) -> None:
    assert requirements(json.dumps({"url": url})) == UNREACHABLE


def test_what_is_asked_is_no_requirement() -> None:
    assert all(line.startswith(b"#") for line in UNREACHABLE.splitlines())
