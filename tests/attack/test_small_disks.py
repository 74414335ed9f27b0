"""A disk that is really full, a lock that means nothing, two runs at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.fresh_process import AT_ONCE, Nursery
from support.trees import bytes_of, differences, tree
from tasks import TASKS, Prepared, asked, worth_keeping

Prepare = Callable[[str], Prepared]


class SmallDisk:
    """A file system of its own at `place`, which may be made larger."""

    def __init__(self, place: Path) -> None:
        self.place = place
        place.mkdir()
        self._mount("size=64m")

    def leave(self, room: int) -> None:
        """So many bytes are free from now on."""
        self._mount(f"remount,size={self._used() + room}")

    def grow(self) -> None:
        self._mount("remount,size=64m")

    def unmount(self) -> None:
        subprocess.run(["umount", self.place], check=True)

    def _used(self) -> int:
        found = os.statvfs(self.place)
        return (found.f_blocks - found.f_bfree) * found.f_frsize

    def _mount(self, options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", options, "none", self.place]
        subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    try:
        disk = SmallDisk(tmp_path / "disk")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a file system of its own needs Linux and the right to mount one")
    yield disk
    disk.unmount()


@pytest.mark.parametrize("room", [0, 65_536])
@pytest.mark.parametrize(
    "name", ["first build", "later build", "first extract", "review, accepting"]
)
def test_a_full_disk_leaves_the_old_files_or_the_new_and_room_is_all_it_takes(
    name: str, room: int, disk: SmallDisk, prepared: Prepare, nursery: Nursery
) -> None:
    begun, folder = prepared(name), disk.place / "begun"
    shutil.copytree(begun.folder, folder)
    told, typed = asked(begun.task.arguments, folder), begun.task.typed
    disk.leave(room)
    ended = nursery.run(told, AT_ONCE, typed=typed)
    assert "Traceback" not in ended.said
    assert "should not have happened" not in ended.said
    now = worth_keeping(bytes_of(tree(folder)))
    if ended.code != begun.ended.code:
        assert "No space left on device" in f"{ended.said}{ended.printed}"
    for path, data in now.items():
        assert data in (begun.before.get(path), begun.after.get(path)), path
    disk.grow()
    assert nursery.run(told, AT_ONCE, typed=typed).code == begun.ended.code
    now = worth_keeping(bytes_of(tree(folder)))
    assert differences(now, worth_keeping(begun.after)) == []


@pytest.mark.parametrize(
    "says",
    [b"4194304\n", b"bridge.example.org 17\n", b"\x00\xff\xfe" * 99, b"-1", b"9" * 999],
    ids=["a dead process", "another host", "no text", "no process", "a long number"],
)
@pytest.mark.parametrize("name", ["first build", "later extract"])
def test_a_lock_that_nobody_holds_stops_nobody_whatever_it_says(
    name: str, says: bytes, prepared: Prepare, nursery: Nursery, tmp_path: Path
) -> None:
    begun, folder = prepared(name), tmp_path / "begun"
    shutil.copytree(begun.folder, folder)
    (folder / "project/.dateline/lock").write_bytes(says)
    ended = nursery.run(asked(begun.task.arguments, folder), AT_ONCE)
    assert (ended.code, ended.said) == (begun.ended.code, begun.ended.said)
    now = worth_keeping(bytes_of(tree(folder)))
    assert differences(now, worth_keeping(begun.after)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("later build", "later build"),
        ("later extract", "later build"),
        ("review, accepting", "later extract"),
        ("review, accepting", "later build"),
        ("import", "later build"),
    ],
)
def test_two_runs_at_once_do_what_they_do_one_after_the_other(
    one: str, other: str, prepared: Prepare, nursery: Nursery, tmp_path: Path
) -> None:
    together, cold = tmp_path / "together", tmp_path / "cold"
    shutil.copytree(prepared("later build").folder, together)
    runs = [begun(TASKS[name].arguments, together) for name in (one, other)]
    for run, name in zip(runs, (one, other), strict=True):
        said = run.communicate(TASKS[name].typed.encode())[1].decode()
        assert run.returncode == 0, said
    build = TASKS["later build"].arguments
    assert nursery.run(asked(build, together), AT_ONCE).code == 0
    leave = shutil.ignore_patterns("site", "cache", "lock")
    shutil.copytree(together, cold, ignore=leave)
    assert nursery.run(asked(build, cold), AT_ONCE).code == 0
    now, fresh = (worth_keeping(bytes_of(tree(f))) for f in (together, cold))
    assert differences(now, fresh) == []


def begun(arguments: tuple[str, ...], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *asked(arguments, folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
