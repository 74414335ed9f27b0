"""Touches the disk: how the last extraction found names, so that the site can say so.

One line of text, `.dateline/names-found-by.txt`: the build reads no model and no
patterns, so it cannot know by itself.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.config import Project
from generator.disk import Files
from generator.store.revision import FileWrite, Revision, Step

PATH = ".dateline/names-found-by.txt"


def with_method(revision: Revision, names: str, project: Project) -> Revision:
    """*revision*, which also keeps that names were found by *names*.

    Raises:
        FileAccessError: What was kept before cannot be read.
    """
    before = Files().read_if_there(project.root / PATH)
    after = f"{names}\n".encode()
    if before == after:
        return revision
    step = Step(None, (FileWrite(PATH, before, after),))
    return replace(revision, steps=(*revision.steps, step))


def read_method(root: Path, disk: Files) -> str:
    """How the last extraction in the project at *root* found names; "" before any.

    Raises:
        FileAccessError: The system refused.
    """
    return (disk.read_if_there(root / PATH) or b"").decode("utf-8", "replace").strip()
