"""Whatever a machine is short of, or somebody does meanwhile: nothing is half done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from support import made_up
from support.fresh_process import AT_ONCE, Machine, Nursery
from support.trees import bytes_of, differences, tree
from tasks import TASKS, Prepared, asked, worth_keeping

from generator import pipeline
from generator.config import read_project
from generator.disk import Files, Saved
from generator.problems import FileAccessError

Prepare = Callable[[str], Prepared]


def after(begun: Prepared, folder: Path) -> list[str]:
    """How *folder* differs from what the task leaves on a usual machine."""
    now = bytes_of(tree(folder))
    return differences(worth_keeping(now), worth_keeping(begun.after))


@pytest.mark.parametrize("name", [name for name in TASKS if name != "later export"])
def test_a_reader_who_goes_away_changes_nothing_but_what_is_printed(
    name: str, prepared: Prepare, nursery: Nursery, tmp_path: Path
) -> None:
    """As in `dateline extract | head -1`."""
    begun = prepared(name)
    folder = tmp_path / "project"
    shutil.copytree(begun.folder, folder)
    told, typed = asked(begun.task.arguments, folder), begun.task.typed
    ended = nursery.run(told, AT_ONCE, typed=typed, machine=Machine("pipe"))
    assert ended.code in (0, begun.ended.code)
    assert "dateline:" not in ended.said
    if not typed:  # what is asked there is not seen, so nothing is answered
        assert after(begun, folder) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("name", [name for name in TASKS if not TASKS[name].typed])
def test_what_cannot_be_printed_is_said_and_all_else_is_done(
    name: str, prepared: Prepare, nursery: Nursery, tmp_path: Path
) -> None:
    begun = prepared(name)
    folder = tmp_path / "project"
    shutil.copytree(begun.folder, folder)
    told = asked(begun.task.arguments, folder)
    ended = nursery.run(told, AT_ONCE, machine=Machine("/dev/full"))
    if begun.printed:
        assert ended.code == 1
        assert ended.said.endswith(
            "dateline: what it says cannot be written: No space left on device\n"
        )
    else:
        assert ended.code == begun.ended.code
    assert after(begun, folder) == []


@pytest.mark.parametrize("name", ["first extract", "first build", "import"])
def test_a_disk_that_fills_up_leaves_the_old_files_or_the_new(
    name: str, prepared: Prepare, nursery: Nursery, tmp_path: Path
) -> None:
    """No file may have more than so many bytes; a part of it is written then."""
    begun = prepared(name)
    folder = tmp_path / "project"
    shutil.copytree(begun.folder, folder)
    told = asked(begun.task.arguments, folder)
    ended = nursery.run(told, AT_ONCE, machine=Machine(largest=300))
    assert ended.code == 1
    assert "File too large. Nothing was changed there. Make room" in ended.said
    now = worth_keeping(bytes_of(tree(folder)))
    for path, data in now.items():
        assert data in (begun.before.get(path), begun.after.get(path)), path
    assert nursery.run(told, AT_ONCE).code == 0
    assert after(begun, folder) == []


@pytest.mark.parametrize("name", ["later extract", "first build", "new event"])
@pytest.mark.parametrize("clock", [0, 4_102_444_800], ids=["1970", "2100"])
def test_a_clock_that_is_wrong_changes_no_byte(
    name: str, clock: int, prepared: Prepare, nursery: Nursery, tmp_path: Path
) -> None:
    begun = prepared(name)
    folder = tmp_path / "project"
    shutil.copytree(begun.folder, folder)
    told = asked(begun.task.arguments, folder)
    ended = nursery.run(told, AT_ONCE, machine=Machine(clock=clock))
    assert (ended.code, ended.said) == (begun.ended.code, begun.ended.said)
    assert after(begun, folder) == []


def test_a_review_without_a_keyboard_changes_nothing(
    prepared: Prepare, tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(prepared("review, accepting").folder, folder)
    before = worth_keeping(bytes_of(tree(folder)))
    command = f"exec {sys.executable} -m generator review --project project/project <&-"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(
        b"What is not answered waits: run `dateline review` again.\n"
    )
    assert worth_keeping(bytes_of(tree(folder))) == before


class TestWhileABuildRuns:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        made_up.lay_out(tmp_path / "harbour", Random(5))
        return tmp_path / "harbour"

    def build(self, root: Path) -> dict[str, bytes]:
        project, _ = read_project(root)
        assert pipeline.build(project).out
        return bytes_of(tree(root / "site"))

    def test_a_file_that_is_saved_is_in_the_next_site(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        event = root / "content/events/event-3.md"
        with monkeypatch.context() as patched:

            def save_and_find(root: Path) -> object:
                event.write_bytes(event.read_bytes() + b"\nSaved meanwhile.\n")
                return find(root)

            find = pipeline.find_resources
            patched.setattr(pipeline, "find_resources", save_and_find)
            first = self.build(root)
        assert b"Saved meanwhile." not in first["events/event-3/index.html"]
        second = self.build(root)
        assert b"Saved meanwhile." in second["events/event-3/index.html"]
        shutil.rmtree(root / ".dateline")
        shutil.rmtree(root / "site")
        assert differences(second, self.build(root)) == []

    def test_a_file_that_goes_stops_the_build_and_is_named(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = self.build(root)
        gone = root / "content/events/event-3.md"
        look = Files.look

        def unlink_and_look(self: Files, path: str) -> Saved:
            if path.endswith("event-1.md"):  # then all files have been found
                gone.unlink()
            return look(self, path)

        (root / "content/events/event-1.md").touch()
        monkeypatch.setattr("generator.disk.KnownFiles.look", unlink_and_look)
        with pytest.raises(FileAccessError) as caught:
            self.build(root)
        assert str(caught.value) == (
            f"{gone}: No such file or directory. Nothing was changed there. "
            "Look there, then run the command again."
        )
        assert bytes_of(tree(root / "site")) == before
