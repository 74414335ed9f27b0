"""How a file or folder that matters is changed."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import files
from generator.files import (
    LockedError,
    ProjectLock,
    exchange,
    remove_atomically,
    write_atomically,
)
from generator.problems import ChangedOnDiskError, FileAccessError


def test_two_folders_change_places(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "first").touch()
    (tmp_path / "b").mkdir()
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b" / "first").exists()
    assert not any((tmp_path / "a").iterdir())


def test_what_is_missing_cannot_be_exchanged(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(FileAccessError) as caught:
        exchange(tmp_path / "a", tmp_path / "b")
    assert str(caught.value) == (
        f"{tmp_path}/b: No such file or directory. Nothing was changed there. "
        "Look there, then run the command again."
    )


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "content" / "events" / "opening.md"
    write_atomically(path, b"new", expected=None)
    assert path.read_bytes() == b"new"
    assert os.listdir(path.parent) == ["opening.md"]


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "opening.md"
    path.write_bytes(b"a person's")
    with pytest.raises(ChangedOnDiskError) as caught:
        write_atomically(path, b"ours", expected=None)
    assert str(caught.value) == (
        f"{path} changed while it was being worked on, so it was left alone. "
        "Run the command again."
    )
    assert path.read_bytes() == b"a person's"
    assert os.listdir(tmp_path) == ["opening.md"]


def test_a_file_that_is_as_it_was_read_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "opening.md"
    path.write_bytes(b"as read")
    path.chmod(0o640)
    write_atomically(path, b"new", expected=b"as read")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["opening.md"]


@pytest.fixture(params=[True, False], ids=["exchange", "without-exchange"])
def file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """One that can exchange two names in one step, and one that cannot."""
    if not request.param:
        monkeypatch.setattr(files, "exchange", lambda a, b: False)
    return str(request.param)


@pytest.mark.usefixtures("file_system")
def test_a_save_since_the_reading_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "opening.md"
    path.write_bytes(b"saved meanwhile")
    with pytest.raises(ChangedOnDiskError):
        write_atomically(path, b"ours", expected=b"as read")
    assert path.read_bytes() == b"saved meanwhile"
    assert os.listdir(tmp_path) == ["opening.md"]


@pytest.mark.usefixtures("file_system")
def test_a_file_deleted_since_the_reading_stays_deleted(tmp_path: Path) -> None:
    with pytest.raises(ChangedOnDiskError):
        write_atomically(tmp_path / "opening.md", b"ours", expected=b"as read")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("saves", [1, 2, 3], ids=["one", "two", "three"])
def test_the_last_of_many_saves_wins(
    saves: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person saves before the exchange, and again after each time it goes back."""
    path = tmp_path / "opening.md"
    path.write_bytes(b"save 0")
    made = iter(range(1, saves))

    def exchange_and_save(a: Path, b: Path) -> bool:
        done = exchange(a, b)
        if (number := next(made, None)) is not None:
            path.write_bytes(f"save {number}".encode())
        return done

    monkeypatch.setattr(files, "exchange", exchange_and_save)
    with pytest.raises(ChangedOnDiskError):
        write_atomically(path, b"ours", expected=b"as read")
    assert path.read_bytes() == f"save {saves - 1}".encode()


def save_in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def save_by_rename(path: Path, data: bytes) -> None:
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(data)
    temporary.replace(path)


@pytest.mark.parametrize("save", [save_in_place, save_by_rename])
def test_a_person_who_saves_at_the_same_time_always_wins(
    save: Callable[[Path, bytes], None], tmp_path: Path
) -> None:
    path = tmp_path / "opening.md"
    for turn in range(100):
        read, ours, theirs = (f"{who} {turn}".encode() for who in ("old", "we", "they"))
        path.write_bytes(read)
        person = threading.Thread(target=save, args=(path, theirs))
        person.start()
        with contextlib.suppress(ChangedOnDiskError):
            write_atomically(path, ours, expected=read)
        person.join()
        assert path.read_bytes() == theirs


def test_a_refusal_of_the_system_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "opening.md"
    with pytest.raises(FileAccessError) as caught:
        write_atomically(path, b"", expected=None)
    assert str(caught.value) == (
        f"{path}: {os.strerror(17)}. Nothing was changed there. "
        "Look there, then run the command again."
    )


def in_another_process(action: Callable[[], None]) -> int:
    """The exit code of *action* in a process of its own; 1 for a LockedError."""
    child = os.fork()
    if child == 0:
        try:
            action()
            os._exit(0)
        except LockedError:
            os._exit(1)
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_the_lock_admits_one_run_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / ".dateline" / "lock"

    def work() -> None:
        with ProjectLock(path, patience=0):
            pass

    with ProjectLock(path):
        assert in_another_process(work) == 1
    assert in_another_process(work) == 0


def test_who_must_wait_is_told_for_whom(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with (
        ProjectLock(path),
        pytest.raises(LockedError) as caught,
        ProjectLock(path, patience=0.1),
    ):
        pass
    assert str(caught.value) == (
        f"Another dateline (process {os.getpid()}) is working in this project, so "
        "nothing was done. Run the command again when it has finished."
    )


def test_the_lock_of_a_dead_run_is_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"

    def die_working() -> None:
        ProjectLock(path).__enter__()
        os._exit(9)

    assert in_another_process(die_working) == 9
    with ProjectLock(path, patience=0):
        pass


@pytest.mark.parametrize("there", [True, False])
def test_a_project_that_is_only_for_reading_can_be_locked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    path = tmp_path / "lock"
    if there:
        path.touch()
    real = os.open

    def refusing(name: Path, flags: int, *rest: int) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EROFS, "Read-only file system")
        return real(name, flags, *rest)

    monkeypatch.setattr(os, "open", refusing)
    with ProjectLock(path):
        assert path.exists() is there


class TestRemoving:
    def test_what_was_read_goes(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"read")
        remove_atomically(tmp_path / "a", b"read")
        assert list(tmp_path.iterdir()) == []

    def test_what_is_gone_already_is_fine(self, tmp_path: Path) -> None:
        remove_atomically(tmp_path / "a", b"read")

    def test_what_was_saved_meanwhile_stays(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"saved")
        with pytest.raises(ChangedOnDiskError):
            remove_atomically(tmp_path / "a", b"read")
        assert (tmp_path / "a").read_bytes() == b"saved"
        assert [path.name for path in tmp_path.iterdir()] == ["a"]
