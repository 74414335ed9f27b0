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
from generator.problems import DatelineError

FIRST = int(os.environ.get("DATELINE_FIRST_WALK", "0"))
WALKS = int(os.environ.get("DATELINE_WALKS", "6"))
STEPS = 16


def made(root: Path) -> dict[tuple[str, str], dict[str, bytes]] | None:
    """The files of each part of the site, by its name and the digest of what it shows;
    None where a mistake keeps it from being shown."""
    project, _ = read_project(root)
    try:
        site = pipeline.preview(project, Files()).site
        return site and {
            (part, site.shows(part)): dict(site.files(part)) for part in site.parts
        }
    except DatelineError:
        return None


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
    known: dict[tuple[str, str], dict[str, bytes]] = {}
    log = [f"walk {number}"]
    for _ in range(STEPS):
        parts = made(tmp_path)
        if parts is None:
            log.append("undo")
            put_back(tmp_path, good)
        else:
            good = tree(tmp_path)
            for shown, files in parts.items():
                before = known.setdefault(shown, files)
                assert differences(files, before) == [], "\n".join(log)
        for edit in random.choices(drawn, k=random.choice([1, 1, 2])):
            paths = edit(tmp_path, random)
            log.append(f"{edit.__name__}: {', '.join(path.name for path in paths[:3])}")
