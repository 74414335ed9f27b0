"""A build with nothing to do: it does nothing, and never when there was something."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import built, pipeline
from generator.built import BuildReport
from generator.cli import main
from generator.pages import Resources

HEAVY = (
    *("generator.pipeline", "jinja2", "markdown", "yaml", "frontmatter", "nh3"),
    *("dateparser", "livereload", "rapidfuzz", "trafilatura", "babel", "PIL"),
    "msgspec",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made") / "harbour"
    assert main(["init", str(root)]) == 0
    assert main(["extract", "--project", str(root)]) == 0
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that was just built, in whose file system no two saves are so near
    to each other that their times are the same; it is the current folder."""
    monkeypatch.setattr(built, "_TICK", 0)
    shutil.copytree(made, tmp_path / "harbour")
    monkeypatch.chdir(tmp_path / "harbour")
    assert main(["build"]) == 0
    return tmp_path / "harbour"


@pytest.fixture
def works(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[BuildReport]:
    """What was reported by each build that did some work."""
    reports: list[BuildReport] = []
    build = pipeline.build

    def noted(*given: object, **named: object) -> BuildReport:
        reports.append(build(*given, **named))  # type: ignore[arg-type]
        return reports[-1]

    monkeypatch.setattr(pipeline, "build", noted)
    return reports


def event(root: Path) -> Path:
    (path,) = root.glob("content/events/2021-05-12-*.md")
    return path


def page(root: Path) -> Path:
    return root / "site" / "events" / event(root).stem / "index.html"


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_second_build_does_nothing_and_says_so(
    works: list[BuildReport], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["build"]) == 0
    assert works == []
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("wrote 0 files to site/ (")


def test_what_it_warns_of_is_told_again(
    root: Path, works: list[BuildReport], capsys: pytest.CaptureFixture[str]
) -> None:
    replace(event(root), "---\n\n", "colour: red\n---\n\n")
    assert main(["build"]) == 0
    first = capsys.readouterr().err
    assert "there is no key “colour” here" in first
    assert main(["build"]) == 0
    assert len(works) == 1
    assert capsys.readouterr().err == first


CHANGES: dict[str, Callable[[Path], object]] = {
    "a body": lambda root: replace(event(root), "\n\nThe bridge", "\n\nThe BRIDGE"),
    "a file that came": lambda root: shutil.copy(
        root / "content/pages/about.md", root / "content/pages/more.md"
    ),
    "a file that went": lambda root: (root / "content/pages/about.md").unlink(),
    "a file under another name": lambda root: (root / "content/pages/about.md").rename(
        root / "content/pages/us.md"
    ),
    "the settings": lambda root: replace(root / "dateline.toml", "title", "# title"),
    "a template": lambda root: (
        (root / "templates").mkdir(),
        (root / "templates" / "404.html").write_text("Nothing here", "utf-8"),
    ),
    "a static file": lambda root: (
        (root / "static").mkdir(),
        (root / "static" / "more.txt").write_text("More", "utf-8"),
    ),
    "a page that somebody changed": lambda root: replace(
        page(root), "bridge", "BRIDGE"
    ),
    "a page that somebody deleted": lambda root: page(root).unlink(),
    "a file of the system": lambda root: (root / "site" / ".DS_Store").touch(),
    "no site": lambda root: shutil.rmtree(root / "site"),
    "no memory": lambda root: shutil.rmtree(root / ".dateline" / "cache"),
    "a spoilt memory": lambda root: record(root).write_bytes(b"\xff{"),
    "half a memory": lambda root: record(root).write_bytes(
        record(root).read_bytes()[:-9]
    ),
    "a memory of something else": lambda root: shutil.copy(
        root / "dateline.toml", record(root)
    ),
}


def record(root: Path) -> Path:
    return root / ".dateline" / "cache" / "built"


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_any_change_the_site_is_that_of_a_first_build(
    root: Path, works: list[BuildReport], change: Callable[[Path], object]
) -> None:
    (root / "content" / "pages").mkdir(exist_ok=True)
    if not (root / "content" / "pages" / "about.md").exists():
        about = "---\ntitle: About\n---\n\nThe bridge.\n"
        (root / "content" / "pages" / "about.md").write_text(about, "utf-8")
        assert main(["build"]) == 0
        works.clear()
    change(root)
    assert main(["build"]) == 0
    assert len(works) == 1
    assert main(["build", "--out", "fresh"]) == 0
    assert tree(root / "site") == tree(root / "fresh")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("option", [["--as-of", "2020-01-01"], ["--out", "elsewhere"]])
def test_another_question_has_another_answer(
    works: list[BuildReport], option: list[str]
) -> None:
    assert main(["build", *option]) == 0
    assert len(works) == 1


@pytest.mark.parametrize("folder", ["dist-packages", "vendored"])
@pytest.mark.parametrize("version", ["9.0.dist-info", "9.0-py3.12.egg-info"])
def test_another_version_of_a_library_builds_anew(
    folder: str,
    version: str,
    works: list[BuildReport],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    libraries = tmp_path / folder
    (libraries / f"markdown-{version}").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(libraries))
    assert main(["build"]) == 0
    assert len(works) == 1


def test_a_site_that_may_not_be_shown_is_refused_each_time(
    root: Path, works: list[BuildReport], capsys: pytest.CaptureFixture[str]
) -> None:
    replace(event(root), "exact: ", "exact: No source says this. ")
    capsys.readouterr()
    assert main(["build"]) == 1
    first = capsys.readouterr().err
    assert main(["build"]) == 1
    assert capsys.readouterr().err == first
    assert len(works) == 2


def test_a_save_that_the_clock_is_too_coarse_to_show_is_seen(
    root: Path, works: list[BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built, "_TICK", 3_600_000_000_000)
    monkeypatch.setattr(built, "_state", lambda status: (status.st_size,))
    replace(event(root), "\n\nThe bridge", "\n\nThe BRIDGE")
    assert main(["build"]) == 0
    replace(event(root), "\n\nThe BRIDGE", "\n\nThe Bridge")
    assert main(["build"]) == 0
    assert len(works) == 2
    assert "The Bridge" in page(root).read_text("utf-8")


def test_a_file_that_was_saved_as_it_was_makes_no_work(
    root: Path, works: list[BuildReport]
) -> None:
    event(root).write_bytes(event(root).read_bytes())
    assert main(["build"]) == 0
    assert works == []


def test_a_file_that_changes_during_a_build_is_built_again(
    root: Path, works: list[BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = pipeline.find_resources

    def saved_meanwhile(given: Path) -> Resources:
        """What is found after the content was read."""
        monkeypatch.setattr(pipeline, "find_resources", find)
        replace(event(root), "\n\nThe BRIDGE", "\n\nThe Bridge")
        return find(given)

    monkeypatch.setattr(pipeline, "find_resources", saved_meanwhile)
    replace(event(root), "\n\nThe bridge", "\n\nThe BRIDGE")
    assert main(["build"]) == 0
    assert "The BRIDGE" in page(root).read_text("utf-8")
    assert main(["build"]) == 0
    assert "The Bridge" in page(root).read_text("utf-8")


def test_a_build_that_was_first_in_between_is_noticed(
    root: Path, works: list[BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    build = pipeline.build

    def after_another(*given: object, **named: object) -> BuildReport:
        monkeypatch.setattr(pipeline, "build", build)
        replace(event(root), "The BRIDGE", "The Bridge")
        assert main(["build"]) == 0
        return build(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "build", after_another)
    replace(event(root), "\n\nThe bridge", "\n\nThe BRIDGE")
    assert main(["build"]) == 0
    assert [report.written > 0 for report in works] == [True, False]
    assert "The Bridge" in page(root).read_text("utf-8")
    assert main(["build"]) == 0
    assert len(works) == 2


def test_behind_a_link_anything_may_change(
    root: Path, works: list[BuildReport], tmp_path: Path
) -> None:
    (tmp_path / "kept-elsewhere").mkdir()
    os.symlink(tmp_path / "kept-elsewhere", root / "static")
    assert main(["build"]) == 0
    assert main(["build"]) == 0
    assert len(works) == 2


def test_a_build_with_nothing_to_do_loads_nothing_that_makes_a_site(
    root: Path, works: list[BuildReport]
) -> None:
    asked = (
        "import sys; from generator import built; built._TICK = 0\n"
        "from generator.cli import main; main(['build'])\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    built_line, loaded = said.stdout.splitlines()
    assert built_line.startswith("wrote 0 files")
    assert loaded == "[]"
