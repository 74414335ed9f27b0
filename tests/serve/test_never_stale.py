"""However a project is edited, what the preview shows is what a fresh start shows.

Each history of edits is known by its number. Set DATELINE_PREVIEWS to run more than
the twelve of a usual run.
"""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random

import pytest
from support import edits, made_up

from generator import pipeline
from generator.config import Project, read_project
from generator.disk import Files, GaveWayError, RememberedFiles
from generator.model.each import Each
from generator.work import LastTime
from generator.work.between_builds import BetweenBuilds

HISTORIES = int(os.environ.get("DATELINE_PREVIEWS", "12"))
EDITS = 14
EDITORS = [*edits.EDITS, *edits.OF_LOOKS]

Shown = dict[str, bytes] | list[str]
"""The files of the site, or what keeps it from being shown."""


def shown(root: Path, disk: Files, each: Each) -> Shown:
    project, _ = read_project(root)
    report = pipeline.preview(project, disk, each)
    if report.site is None:
        return [str(problem) for problem in report.problems]
    return {path: report.site.file(path) for path in report.site.paths}


def give_up_a_look(
    root: Path, disk: RememberedFiles, each: LastTime, after: int
) -> None:
    """Look at everything, but for no more than *after* files."""
    looks = count()
    disk.saved(None, gives_way=lambda: next(looks) >= after)
    with suppress(GaveWayError):
        shown(root, disk, each)


@pytest.mark.parametrize("number", range(HISTORIES))
def test_the_preview_after_any_edits_is_that_of_a_fresh_start(
    number: int, tmp_path: Path
) -> None:
    random = Random(number)
    made_up.lay_out(tmp_path, random)
    disk, each = RememberedFiles(), LastTime()
    shown(tmp_path, disk, each)
    for _ in range(EDITS):
        drawn = random.choices(EDITORS, k=random.choice([1, 1, 1, 2, 3]))
        saved = [path for edit in drawn for path in edit(tmp_path, random)]
        if random.random() < 0.3:
            give_up_a_look(tmp_path, disk, each, after=random.randrange(20))
        disk.saved(None if random.random() < 0.1 else [str(path) for path in saved])
        now = shown(tmp_path, disk, each)
        assert now == shown(tmp_path, Files(), LastTime()), [e.__name__ for e in drawn]
        kept = BetweenBuilds(Project(tmp_path).kept)
        assert now == shown(tmp_path, kept.files, kept), [e.__name__ for e in drawn]
        kept.keep()
