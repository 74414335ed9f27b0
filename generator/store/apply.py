"""Touches the disk: carries out a revision, one file after the other.

A file that a person saved in the meantime is left alone, and so is its record: the
next run starts from what stands there then.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.config import Project
from generator.disk import Files
from generator.files import remove_atomically, write_atomically
from generator.problems import (
    ChangedOnDiskError,
    Origin,
    Problem,
    Severity,
)
from generator.store.revision import FileWrite, Revision


@dataclass(frozen=True, slots=True)
class Applied:
    """What was written, as paths relative to the project, and what was left alone.

    `content` are those among the written files that people edit.
    """

    written: tuple[str, ...]
    content: tuple[str, ...]
    problems: tuple[Problem, ...]


def apply(revision: Revision, project: Project) -> Applied:
    """Write what *revision* holds; the caller holds the project's lock.

    Raises:
        FileAccessError: The system refused. What was written until then is whole,
            and the next run goes on from there.
    """
    written: list[str] = []
    edited: list[str] = []
    disk = Files()
    changed = {
        step.content.path
        for step in revision.steps
        if step.content is not None
        and disk.read_if_there(project.root / step.content.path)
        != step.content.expected
    }
    for step in revision.possible(changed):
        for write in step.writes:
            try:
                _write(write, project.root)
            except ChangedOnDiskError:
                changed.add(write.path)
                break  # the records of a file that was not written stay, too
            written.append(write.path)
            if step.content is not None and write is step.content:
                edited.append(write.path)
    problems = [_changed(path) for path in sorted(changed)]
    return Applied(tuple(written), tuple(edited), tuple(problems))


def _write(write: FileWrite, root: Path) -> None:
    path = root / write.path
    if write.data is not None:
        write_atomically(path, write.data, write.expected)
        return
    remove_atomically(path, write.expected)


def _changed(path: str) -> Problem:
    return Problem(
        Origin(path),
        Severity.WARNING,
        "changed-meanwhile",
        "this file changed while it was being worked on, so it was left alone",
        "run `dateline extract` again",
    )
