"""Saves into builds: one for all that came meanwhile, and the last is always in one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.config import Project
from generator.disk import never
from generator.serve.preview import EVERYTHING, Saves
from generator.serve.watcher import SaveWatcher

PATIENCE = 30
"""Seconds after which a test gives up; none of them measures any time."""


class Slow:
    """A preview whose builds begin and wait until they are told to end."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.begun: list[Saves] = []
        self.read: list[str] = []
        self._begins = threading.Semaphore(0)
        self._may_end = threading.Semaphore(0)

    def build(self, saves: Saves, gives_way: Callable[[], bool] = never) -> bool:
        self.begun.append(saves)
        self.read.append((self.project.content / "last.md").read_text("utf-8"))
        self._begins.release()
        assert self._may_end.acquire(timeout=PATIENCE)
        return False

    def wait(self) -> Saves:
        """Until the next build has begun; what it was told."""
        assert self._begins.acquire(timeout=PATIENCE)
        return self.begun[-1]

    def end(self) -> None:
        self._may_end.release()


@pytest.fixture
def slow(tmp_path: Path) -> Slow:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/last.md").write_text("0")
    return Slow(tmp_path)


@pytest.fixture
def watcher(slow: Slow) -> Iterator[SaveWatcher]:
    watcher = SaveWatcher(slow)  # type: ignore[arg-type]
    watcher.start(None)
    assert slow.wait() is EVERYTHING  # what was saved before it listened
    yield watcher
    watcher.stop()
    for _ in range(3):
        slow.end()


def until(true: Callable[[], bool]) -> None:
    """Waits for what another thread does."""
    for _ in range(PATIENCE * 100):
        if true():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it did not come to that")


def waiting(watcher: SaveWatcher) -> frozenset[str]:
    saves = watcher._waiting._saves
    return frozenset() if saves is None or saves.paths is None else saves.paths


def test_files_that_are_saved_while_a_build_runs_make_one_more(
    slow: Slow, watcher: SaveWatcher
) -> None:
    saved = {str(slow.project.content / f"{name}.md") for name in "abcde"}
    beside = slow.project.root / "beside"
    for path in saved:  # which the system tells of once
        beside.write_text("saved")
        beside.replace(path)
    until(lambda: waiting(watcher) == saved)
    slow.end()
    assert slow.wait().paths == saved
    slow.end()
    # After a while without a save everything is looked at: nothing else was waiting.
    assert slow.wait() is EVERYTHING


def test_saves_without_a_pause_neither_wait_for_ever_nor_pile_up(
    slow: Slow, watcher: SaveWatcher
) -> None:
    last = slow.project.content / "last.md"
    rounds = 5
    for number in range(rounds):
        for save in range(4):  # while a build runs
            last.write_text(f"{number}.{save}")
        until(lambda: waiting(watcher) == {str(last)})
        slow.end()
        assert slow.wait().paths == {str(last)}
    assert slow.read == ["0", *(f"{number}.3" for number in range(rounds))]
