"""Whoever does the work, and in whatever order files come, the result is the same."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections import Counter
from pathlib import Path

import pytest

from generator import extraction
from generator.config import Project
from generator.model.progress import UNWATCHED, Progress
from generator.work import Workers, cluster
from generator.work.faults import NoClusterError, WorkerEndedError
from generator.work.processes import in_processes

OWN = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with our own five articles, and nothing else."""
    shutil.copytree(OWN / "seeds", tmp_path / "seeds")
    (tmp_path / "content").mkdir()
    return Project(tmp_path)


def found(project: Project, workers: Workers, progress: Progress = UNWATCHED) -> bytes:
    """Every event and every mention, as a program reads them."""
    lines = [
        *extraction.events(project, workers, progress).found,
        *extraction.mentions(project, workers).found,
    ]
    return json.dumps(lines).encode()


def files(root: Path) -> dict[str, bytes]:
    """All files below *root* but for the seeds and what is not committed."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
        and not path.is_relative_to(root / "seeds")
        and not path.is_relative_to(root / ".dateline" / "cache")
        and path.name != "lock"
    }


def test_two_processes_find_what_one_finds(project: Project) -> None:
    assert found(project, Workers(jobs=2)) == found(project, Workers(jobs=1))


def test_what_is_written_is_the_same_for_any_order_of_files(
    project: Project, tmp_path: Path
) -> None:
    extraction.extract(project)
    other = tmp_path / "other"
    (other / "seeds").mkdir(parents=True)
    (other / "content").mkdir()
    for path in sorted((tmp_path / "seeds").iterdir(), reverse=True):
        shutil.copy(path, other / "seeds")
    expected = {n: d for n, d in files(tmp_path).items() if not n.startswith("other")}
    extraction.extract(Project(other), workers=Workers(jobs=2))
    assert files(other) == expected
    assert any(name.startswith("content/events/") for name in expected)


def test_a_process_that_the_system_ends_is_named_as_that() -> None:
    with in_processes(2) as each, pytest.raises(WorkerEndedError) as caught:
        list(each(signal.raise_signal, [signal.SIGKILL]))
    assert str(caught.value) == (
        "The system ended a process that was reading documents, most likely for want "
        "of memory. Run the command again with fewer, such as --jobs 1."
    )


class KilledAfter(Progress):
    """Kills a process when so many documents are done."""

    def __init__(self, number: int, pid: int) -> None:
        self.done = 0
        self._number = number
        self._pid = pid

    def made(self, kind: str, name: str = "") -> None:
        self.done += 1
        if self.done == self._number:
            os.kill(self._pid, signal.SIGKILL)


class TestACluster:
    """Needs Dask (`pip install dateline[cluster]`)."""

    @pytest.fixture(autouse=True)
    def _dask(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("distributed", reason="Dask is not installed")
        monkeypatch.setattr(cluster, "CHUNK", 1)

    def test_finds_the_same_when_one_of_two_workers_is_killed_midway(
        self, project: Project
    ) -> None:
        from distributed import LocalCluster

        with LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as two:
            pid = two.workers[0].pid
            killing = KilledAfter(2, pid)
            at = Workers(scheduler=two.scheduler_address)
            theirs = found(project, at, killing)
            assert killing.done > 2
        assert theirs == found(project, Workers(jobs=1))

    def test_that_does_not_answer_is_named(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cluster, "PATIENCE", 0.5)
        with pytest.raises(NoClusterError) as caught:
            extraction.events(project, Workers(scheduler="tcp://127.0.0.1:1"))
        assert str(caught.value).startswith(
            "No Dask scheduler answers at tcp://127.0.0.1:1. Start one with"
        )


def test_without_dask_the_way_to_it_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(cluster, "import_module", missing)
    with pytest.raises(NoClusterError) as caught:
        extraction.events(project, Workers(scheduler="local"))
    assert str(caught.value) == (
        "Dask is not installed, so there is no cluster. "
        "Install it with: pip install 'dateline[cluster]'"
    )


class Counted(Progress):
    """How many things each stage said it had, and how many were done."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, int]] = []
        self.done: Counter[str] = Counter()

    def stage(self, name: str, of: int = 0) -> None:
        self.stages.append((name, of))

    def made(self, kind: str, name: str = "") -> None:
        self.done[self.stages[-1][0]] += 1


def test_progress_counts_every_document_in_each_round(project: Project) -> None:
    counted = Counted()
    extraction.events(project, Workers(jobs=1), counted)
    assert counted.done == dict.fromkeys(extraction.ROUNDS, 5)
    assert {(name, 5) for name in extraction.ROUNDS} <= set(counted.stages)


def test_what_is_remembered_counts_too(project: Project) -> None:
    extraction.extract(project)
    counted = Counted()
    extraction.extract(project, progress=counted)
    assert counted.done == dict.fromkeys(extraction.ROUNDS, 5)
