"""What a run that was killed leaves, the next one ends: nothing is lost or stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import files
from generator.files import (
    ProjectLock,
    exchange,
    remove_atomically,
    write_atomically,
)
from generator.leftovers import expect, expected_at


def killed(action: Callable[[], object]) -> None:
    """Does *action* in a process that is expected to end in the middle of it."""
    child = os.fork()
    if not child:
        try:
            action()
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def next_run(root: Path) -> None:
    with ProjectLock(root / ".dateline/lock"):
        pass


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "content/events/opening.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"as read")
    return path


def written_until(
    root: Path, event: Path, step: str, saved: bytes | None
) -> Callable[[], None]:
    """A run that dies at a *step* of writing *event*, which a person *saved* a moment
    before."""

    def work() -> None:
        def save_exchange_and_die(a: Path, b: Path) -> bool:
            if saved is not None:
                event.write_bytes(saved)
            if step == "after":
                exchange(a, b)
            os._exit(9)

        files.exchange = save_exchange_and_die
        ProjectLock(root / ".dateline/lock").__enter__()
        write_atomically(event, b"ours", expected=b"as read")

    return work


@pytest.mark.parametrize(
    ("step", "saved", "stays"),
    [
        ("before", None, b"as read"),
        ("after", None, b"ours"),
        ("before", b"a save", b"a save"),
        ("after", b"a save", b"a save"),
    ],
)
def test_a_save_at_the_moment_of_a_kill_comes_back(
    step: str, saved: bytes | None, stays: bytes, tmp_path: Path, event: Path
) -> None:
    killed(written_until(tmp_path, event, step, saved))
    next_run(tmp_path)
    assert event.read_bytes() == stays
    assert os.listdir(event.parent) == ["opening.md"]


def test_what_was_saved_after_the_kill_stays_and_the_save_before_it_lies_beside_it(
    tmp_path: Path, event: Path
) -> None:
    killed(written_until(tmp_path, event, "after", b"a save"))
    event.write_bytes(b"a later save")
    next_run(tmp_path)
    assert event.read_bytes() == b"a later save"
    assert (event.parent / "opening.md.orig").read_bytes() == b"a save"


def test_what_was_half_written_goes(tmp_path: Path, event: Path) -> None:
    def work() -> None:
        ProjectLock(tmp_path / ".dateline/lock").__enter__()
        os.fsync = lambda descriptor: os._exit(9)
        write_atomically(event, b"ours", expected=b"as read")

    killed(work)
    assert len(os.listdir(event.parent)) == 2
    next_run(tmp_path)
    assert os.listdir(event.parent) == ["opening.md"]


@pytest.mark.parametrize(
    ("holds", "stays"), [(b"as read", []), (b"a save", [b"a save"])]
)
def test_a_removal_that_was_cut_off_takes_only_what_was_read(
    holds: bytes, stays: list[bytes], tmp_path: Path, event: Path
) -> None:
    event.write_bytes(holds)

    def work() -> None:
        ProjectLock(tmp_path / ".dateline/lock").__enter__()
        Path.read_bytes = lambda path: os._exit(9)  # type: ignore[method-assign]
        remove_atomically(event, expected=b"as read")

    killed(work)
    assert not event.exists()
    next_run(tmp_path)
    assert [path.read_bytes() for path in event.parent.iterdir()] == stays


def test_files_that_come_all_together_are_taken_away_unless_somebody_wrote_into_them(
    tmp_path: Path, event: Path
) -> None:
    new = {f"content/events/{name}.md": name.encode() for name in "abc"}

    def work() -> None:
        ProjectLock(tmp_path / ".dateline/lock").__enter__()
        write_atomically(expected_at(tmp_path), expect(new), None)
        for path in ("content/events/a.md", "content/events/b.md"):
            write_atomically(tmp_path / path, new[path], None)
        os._exit(9)

    killed(work)
    (tmp_path / "content/events/b.md").write_bytes(b"a person's")
    next_run(tmp_path)
    assert sorted(os.listdir(event.parent)) == ["b.md", "opening.md"]
    assert not expected_at(tmp_path).exists()


def test_nothing_is_looked_for_after_a_run_that_came_to_its_end(
    tmp_path: Path, event: Path
) -> None:
    next_run(tmp_path)
    assert (tmp_path / ".dateline/lock").read_bytes() == b""
    odd = event.with_name(".dateline-new-of-another")
    odd.touch()
    next_run(tmp_path)
    assert odd.exists()


def test_a_project_may_not_have_files_taken_away_that_lie_outside_of_it(
    tmp_path: Path,
) -> None:
    root, outside = tmp_path / "project", tmp_path / "letter.txt"
    outside.write_bytes(b"a letter")
    for name in ("../letter.txt", str(outside)):
        expected_at(root).parent.mkdir(parents=True, exist_ok=True)
        expected_at(root).write_bytes(expect({name: b"a letter"}))
        (root / ".dateline/lock").write_bytes(b"1\n")
        next_run(root)
        assert outside.read_bytes() == b"a letter"
