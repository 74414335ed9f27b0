"""However a project is edited, what shows the same as at any time before is the same.

The digests by which a build knows pages again (`Site.shows`) are held against every
state that a walk comes through, also those long past. DATELINE_WALKS takes more walks.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from support import edits, made_up
from support.fresh_process import SMALL
from support.trees import differences, put_back, tree

from generator import pipeline
from generator.config import read_project
from generator.disk import Files
from generator.pages import Site

FIRST = int(os.environ.get("DATELINE_FIRST_WALK", "0"))
WALKS = int(os.environ.get("DATELINE_WALKS", "6"))
STEPS = 16


def made(root: Path) -> Site | None:
    """The site; None where problems keep it from being shown."""
    project, _ = read_project(root)
    return pipeline.preview(project, Files()).site


@pytest.mark.parametrize("number", range(FIRST, FIRST + WALKS))
def test_what_shows_the_same_as_ever_before_is_the_same(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(number)
    for place, value in SMALL.items() if random.random() < 0.4 else ():
        monkeypatch.setattr(place, value)
    drawn = [*edits.EDITS, *(edits.OF_LOOKS * 3 if random.random() < 0.2 else [])]
    made_up.lay_out(tmp_path, random)
    good = tree(tmp_path)
    known: dict[tuple[str, bytes], dict[str, bytes]] = {}
    log = [f"walk {number}"]
    for _ in range(STEPS):
        site = made(tmp_path)
        if site is None:
            log.append("undo")
            put_back(tmp_path, good)
        else:
            good = tree(tmp_path)
            for part in site.parts:
                files = dict(site.files(part))
                before = known.setdefault((part, site.shows(part)), files)
                assert differences(files, before) == [], "\n".join(log)
        for edit in random.choices(drawn, k=random.choice([1, 1, 2])):
            paths = edit(tmp_path, random)
            log.append(f"{edit.__name__}: {', '.join(path.name for path in paths[:3])}")
