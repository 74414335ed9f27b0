"""Files that are read again only when they changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.disk import Files, GaveWayError, RememberedFiles

LONG_AGO = time.time() - 3600


def settle(path: Path) -> None:
    """As if the file had last been saved an hour ago."""
    os.utime(path, (LONG_AGO, LONG_AGO))


def test_what_has_not_changed_is_the_same_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    settle(path)
    disk = RememberedFiles()
    looks = [disk.look(str(path)) for _ in range(3)]
    assert looks[0] is looks[1] is looks[2]


def test_a_save_is_seen_even_within_one_tick_of_the_clock(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    disk = RememberedFiles()
    seen = []
    for text in ("one", "two", "six"):
        path.write_text(text)  # of one length, and maybe at one time
        seen.append(disk.read(path))
    assert seen == [b"one", b"two", b"six"]


def test_a_save_that_keeps_time_and_size_is_seen_by_its_change_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    settle(path)
    disk = RememberedFiles()
    assert disk.read(path) == b"one"
    path.write_text("two")
    settle(path)
    assert disk.read(path) == b"two"


def test_a_file_replaced_by_renaming_is_seen(tmp_path: Path) -> None:
    path, other = tmp_path / "a.md", tmp_path / "b.md"
    for file, text in ((path, "one"), (other, "two")):
        file.write_text(text)
        settle(file)
    disk = RememberedFiles()
    assert disk.read(path) == b"one"
    other.replace(path)
    assert disk.read(path) == b"two"


@pytest.mark.parametrize("disk", [Files(), RememberedFiles()])
def test_a_file_that_is_gone_is_an_error_of_the_system(
    disk: Files, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        disk.read(tmp_path / "none")


class Shelf:
    """Files that are followed, beside one that is not, and what was kept of all."""

    def __init__(self, folder: Path) -> None:
        self.paths = [folder / "a.md", folder / "b.md"]
        self.other = folder / "seed.txt"
        for path in (*self.paths, self.other):
            path.write_text("one")
            settle(path)
        self.disk = RememberedFiles()
        self.look()

    def look(self) -> tuple[list[bytes], bytes]:
        """What the followed files hold, and what was kept of the other one."""
        there = [str(path) for path in self.paths if path.exists()]
        saved = self.disk.read_all(there)
        return [s.data for s in saved], self.disk.kept("other", self.other.read_bytes)


def test_of_followed_files_only_the_saved_are_read_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    a, b = shelf.paths
    a.write_text("two")
    b.write_text("two")
    shelf.other.write_text("two")
    shelf.disk.saved([str(a)])
    assert shelf.look() == ([b"two", b"one"], b"one")
    shelf.disk.saved(None)
    assert shelf.look() == ([b"two", b"two"], b"two")


def test_a_file_that_was_not_saved_is_the_same_object(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    paths = [str(path) for path in shelf.paths]
    before = shelf.disk.read_all(paths)
    shelf.paths[0].write_text("two")
    shelf.disk.saved(None)
    after = shelf.disk.read_all(paths)
    assert after[0] is not before[0]
    assert after[1] is before[1]


@pytest.mark.parametrize("change", ["came", "went", "not-followed"])
def test_where_more_than_a_save_happened_everything_is_looked_at(
    change: str, tmp_path: Path
) -> None:
    shelf = Shelf(tmp_path)
    place = {"came": tmp_path / "c.md", "went": shelf.paths[0]}.get(change, shelf.other)
    if change == "went":
        place.unlink()
    else:
        place.write_text("two")
    shelf.paths[1].write_text("two")
    shelf.other.write_text("two")
    shelf.disk.saved([str(place)])
    found, other = shelf.look()
    assert (found[-1], other) == (b"two", b"two")


def test_what_came_and_went_unseen_is_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    a, b = shelf.paths
    b.write_text("two")
    beside = tmp_path / "a.md.tmp"
    beside.write_text("three")
    beside.replace(a)
    shelf.disk.saved([str(a), str(beside)], new=[str(a), str(beside)])
    assert shelf.look() == ([b"three", b"one"], b"one")


def test_a_look_that_gives_way_leaves_what_was_known(tmp_path: Path) -> None:
    path, other = tmp_path / "a.md", tmp_path / "b.md"
    for file in (path, other):
        file.write_text("one")
        settle(file)
    disk, made = RememberedFiles(), []

    def texts() -> list[bytes]:
        disk.kept("list", lambda: made.append(1))
        return [saved.data for saved in disk.read_all([str(path), str(other)])]

    assert texts() == [b"one", b"one"]
    disk.saved(None, gives_way=lambda: True)
    with pytest.raises(GaveWayError):
        texts()
    path.write_text("two")
    disk.saved([str(path)])
    made.clear()
    assert texts() == [b"two", b"one"]
    assert made == []


def test_what_a_look_that_gave_way_saw_as_new_is_still_new(tmp_path: Path) -> None:
    path, other = tmp_path / "a.md", tmp_path / "b.md"
    path.write_text("one")
    disk, is_urgent = RememberedFiles(), False

    def names() -> list[str]:
        def listed() -> list[str]:
            return sorted(str(file) for file in tmp_path.glob("*.md"))

        found = disk.kept("list", listed)
        disk.read_all(found)
        return found

    assert names() == [str(path)]
    other.write_text("two")
    disk.saved(None, gives_way=lambda: is_urgent)
    names()
    is_urgent = True
    with pytest.raises(GaveWayError):
        disk.read(path)
    disk.saved([str(other)], new=[str(other)])
    assert names() == [str(path), str(other)]
