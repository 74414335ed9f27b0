"""Another version of the program makes and tells what it would of a new project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

from support import made_up
from support.fresh_process import Ended
from support.trees import bytes_of, differences, tree

REPOSITORY = Path(__file__).parents[2]
VERSIONS = (
    ("templates/event.html", "<h1", '<h1 data-new=""'),
    ("static/content.css", "{", "{ order: 1;"),
    ("generator/checks/tags.py", "is not in lower case", "is not in LOWER case"),
    ("generator/checks/tags.py", "is not in LOWER case", "is not in lower case"),
)
"""A file of the program, and words in it that another version has others for."""


def build(program: Path, root: Path) -> Ended:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--project", str(root)],
        env={**os.environ, "PYTHONPATH": str(program)},
        cwd=root,
        capture_output=True,
        text=True,
    )
    return Ended(done.returncode, done.stderr)


def change(path: Path, old: str, new: str) -> None:
    """Under the same time, as installers have it that unpack an archive."""
    status, text = path.stat(), path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_another_version_of_the_program_builds_as_if_it_were_the_first(
    tmp_path: Path,
) -> None:
    program, root = tmp_path / "program", tmp_path / "project"
    for folder in ("generator", "templates", "static"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / folder, program / folder, ignore=ignored)
    made_up.lay_out(root, Random(0))
    assert build(program, root).code == 0
    for number, (name, old, new) in enumerate(VERSIONS):
        change(program / name, old, new)
        fresh, said = tmp_path / f"fresh-{number}", build(program, root)
        left = shutil.ignore_patterns("site", "cache", "lock")
        shutil.copytree(root, fresh, ignore=left)
        assert build(program, fresh) == said
        sites = bytes_of(tree(root / "site")), bytes_of(tree(fresh / "site"))
        assert differences(*sites) == [], name
        assert new in said.said or not name.startswith("generator/")
