"""The same files give the same bytes: wherever, whenever and on how many processors."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from support import made_up
from support.trees import bytes_of, differences, tree

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "generator/_project/sample-article.txt"
DATELINE = (sys.executable, "-m", "generator", "--project")
REMEMBERED = (".dateline/cache", ".dateline/lock")


@dataclass(frozen=True, slots=True)
class Machine:
    """Where dateline runs: what its environment says, the folder that the project lies
    in, in which order its files were written, and how many processes may run."""

    environment: dict[str, str]
    folder: str
    jobs: int
    backwards: bool = False
    umask: int = 0o022


PLAIN = Machine({"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}, "plain", 1)
OTHERS = {
    "east, without UTF-8, two processes": Machine(
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"}
        | {"PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "4242"},
        "a folder/of another name",
        2,
        backwards=True,
    ),
    "west, Turkish, nothing for others to read": Machine(
        {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
        "ordner-ä",
        2,
        umask=0o077,
    ),
}


def _project(root: Path, *, backwards: bool) -> Path:
    """The same project everywhere, its files written in one order or the other."""
    drawn = root.with_name(f"{root.name} as drawn")
    made_up.lay_out(drawn, Random(8))
    shutil.copy(ARTICLE, drawn / "seeds" / ARTICLE.name)
    files = sorted(path for path in drawn.rglob("*") if path.is_file())
    for path in reversed(files) if backwards else files:
        copy = root / path.relative_to(drawn)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return root


def made_on(machine: Machine, folder: Path) -> dict[str, bytes]:
    """All that an extraction and a build leave behind on *machine*."""
    project = _project(folder / machine.folder, backwards=machine.backwards)
    for command in ("extract", "build"):
        done = subprocess.run(
            [*DATELINE, str(project), command, "--jobs", str(machine.jobs)],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
            | machine.environment,
            capture_output=True,
            umask=machine.umask,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
    return bytes_of(tree(project, REMEMBERED))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = made_on(PLAIN, tmp_path_factory.mktemp("plain"))
    assert [path for path in found if path.startswith("site/events/2021-05-12-")]
    return found


@pytest.mark.parametrize("machine", OTHERS.values(), ids=OTHERS)
def test_content_records_and_site_are_the_same_on_every_machine(
    machine: Machine, plain: dict[str, bytes], tmp_path: Path
) -> None:
    assert differences(made_on(machine, tmp_path), plain) == []
