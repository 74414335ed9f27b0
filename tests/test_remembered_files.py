"""Files that are read again only when they changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.files import Files, RememberedFiles

LONG_AGO = time.time() - 3600


def settle(path: Path) -> None:
    """As if the file had last been saved an hour ago."""
    os.utime(path, (LONG_AGO, LONG_AGO))


def test_what_has_not_changed_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    settle(path)
    disk, made = RememberedFiles(), []
    for _ in range(3):
        data = disk.read(path)
        disk.made("a", data, lambda: made.append(1))
    assert made == [1]


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
