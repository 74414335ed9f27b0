"""`dateline export FILE` writes over nothing but its own last export."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main

SHEET = "title,date\nThe bridge opens,2019-03\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("seeds", "content/events", "templates", "static", ".dateline"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "dateline.toml").write_text('[site]\ntitle = "Harbour"\n')
    (tmp_path / "harbour.csv").write_text(SHEET, "utf-8")
    assert main(["import", str(tmp_path / "harbour.csv"), *project(tmp_path)]) == 0
    return tmp_path


def project(folder: Path) -> tuple[str, str]:
    return "--project", str(folder)


def exported(path: Path, folder: Path, *options: str) -> int:
    """The exit code of an export of the project in *folder* to *path*."""
    return main(["export", str(path), "--format", "csv", *project(folder), *options])


OURS = (
    *("content/events/2019-03-the-bridge-opens.md", "dateline.toml"),
    *("seeds/imported/imported-harbour.txt", "seeds/new.csv", "content/new.csv"),
    *("templates/new.csv", "static/new.csv", ".dateline/new.csv"),
    *("seeds/../content/new.csv", "link/new.csv"),
)


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "forced"])
@pytest.mark.parametrize("name", OURS)
def test_what_the_timeline_is_made_of_is_never_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, force: tuple[str, ...]
) -> None:
    (folder / "link").symlink_to(folder / "content")
    path = folder / name
    before = path.read_bytes() if path.exists() else None
    assert exported(path, folder, *force) == 1
    assert (path.read_bytes() if path.exists() else None) == before
    part = path.resolve().relative_to(folder.resolve()).parts[0]
    here = part if part == "dateline.toml" else f"{part}/"
    assert (
        f"{path} was not written: {here} is what the timeline is made of. Name a file "
        "outside of it, such as exports/"
    ) in capsys.readouterr().err


def test_a_file_that_was_there_is_left_alone_unless_told_otherwise(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = folder / "harbour.csv"
    assert exported(sheet, folder) == 1
    assert sheet.read_text("utf-8") == SHEET
    assert (
        f"{sheet} is there already, and is no export that was made here, so it was "
        "left as it is. Name another file, or write over it with --force."
    ) in capsys.readouterr().err
    assert exported(sheet, folder, "--force") == 0
    assert sheet.read_text("utf-8").startswith("id,title,date")


def test_the_last_export_is_replaced_until_a_person_changes_it(folder: Path) -> None:
    out = folder / "exports/out.csv"
    assert exported(out, folder) == 0
    config = folder / "dateline.toml"
    config.write_text(f'{config.read_text()}publish = "reviewed"\n')
    assert exported(out, folder) == 0
    assert "bridge" not in out.read_text("utf-8")
    out.write_text("by hand\n", "utf-8")
    assert exported(out, folder) == 1
    assert out.read_text("utf-8") == "by hand\n"


def test_an_empty_file_has_nothing_to_lose(folder: Path) -> None:
    out = folder / "out.csv"
    out.touch()
    assert exported(out, folder) == 0
    assert out.read_bytes()


def test_a_file_that_is_that_already_is_no_mistake(folder: Path) -> None:
    out = folder / "out.csv"
    assert exported(out, folder) == 0
    for path in (folder / ".dateline/cache").glob("*export*"):
        path.unlink()
    assert exported(out, folder) == 0


def test_a_folder_is_no_file_to_write(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "exports").mkdir()
    assert exported(folder / "exports", folder) == 1
    assert "exports: Is a directory." in capsys.readouterr().err
