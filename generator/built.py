"""Touches the disk: what the last build did, and whether one now would do the same.

It would when every file that it reads and every file that it wrote is the same to the
system: by name, number, size, and times of change. No byte of them is read, and nothing
that makes a site is loaded.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import stat
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.config import SETTINGS_FILE, Project
from generator.problems import Origin, Problem, Severity

_TICK = 2_000_000_000
"""Nanoseconds: two saves within one tick of the coarsest clock of a file system may
leave the same times, so a record of files as young as that would not be sure."""

_PACKAGE = Path(__file__).parent
_VERSIONS = (".dist-info", ".egg-info")
"""What an installer leaves beside a library; some systems still write the second."""

_OURS = ("cache", "lock")
"""What is in `.dateline/` and no part of the project."""

_Seen = tuple[str, int, int, int, int, int]
"""Path, kind and rights, number, size, times of change of the content and of all."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote. `out` is None when problems kept it from publishing."""

    out: Path | None
    written: int
    unchanged: int
    removed: int
    problems: list[Problem] = field(default_factory=list)


class LastBuild:
    """What is remembered of the last build of *project* into *out*.

    To be made before the build reads anything, so that an edit while it runs is seen
    by the next. *told* is what the site depends on besides files. Whatever is wrong
    with the record, or cannot be looked at, only costs the work again.
    """

    def __init__(self, project: Project, out: Path, told: str = "") -> None:
        self._record = project.built
        self._out = out
        begun = time.time_ns()
        try:
            files = _seen(_inputs(project.root))
        except OSError:  # the build will say which file it cannot read
            self._is_sure, self._inputs = False, ""
            return
        youngest = max((max(seen[4:]) for seen in files), default=0)
        # Behind a link, a file may change and the link stay as it is.
        has_links = any(stat.S_ISLNK(seen[1]) for seen in files)
        self._is_sure = youngest < begun - _TICK and not has_links
        self._inputs = _digest([files, str(out), told, _program()])

    def report(self) -> BuildReport | None:
        """What a build would say now; None when it would have something to do."""
        try:
            said = json.loads(self._record.read_bytes())
            if said["inputs"] != self._inputs or said["outputs"] != self._outputs():
                return None
            problems = [_problem(problem) for problem in said["problems"]]
            return BuildReport(self._out, 0, int(said["files"]), 0, problems)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def keep(self, report: BuildReport) -> None:
        """Remembers what a build published, if a change would be noticed."""
        try:
            self._record.unlink(missing_ok=True)
            if not self._is_sure:
                return
            said = {
                "inputs": self._inputs,
                "outputs": self._outputs(),
                "files": report.written + report.unchanged,
                "problems": [asdict(problem) for problem in report.problems],
            }
            self._record.parent.mkdir(parents=True, exist_ok=True)
            beside = self._record.with_suffix(f".{os.getpid()}")
            beside.write_text(json.dumps(said), "utf-8")
            beside.replace(self._record)
        except OSError:
            pass  # a full disk, a folder that may only be read: the next build works

    def _outputs(self) -> str:
        return _digest([_seen([self._out])])


def _inputs(root: Path) -> list[Path]:
    """What a build reads: files, and folders with everything in them."""
    names = (SETTINGS_FILE, "content", "seeds", "templates", "static")
    shipped = _PACKAGE.parent  # in a wheel they are inside the package
    return [
        *(root / name for name in names),
        *(path for path in _within(root / ".dateline") if path.name not in _OURS),
        *(_PACKAGE, shipped / "templates", shipped / "static"),
    ]


def _within(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _program() -> list[str]:
    """What a site depends on besides the files of a project and of this package:
    Python, and the libraries with their versions, as their installer named them."""
    names = (name for place in sys.path for name in _names(place))
    return [sys.version, *sorted(n for n in names if n.endswith(_VERSIONS))]


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _seen(paths: Iterable[Path]) -> list[_Seen]:
    """Every file at and below *paths* as the system sees it, sorted by path."""
    found: list[_Seen] = []
    waiting: list[str] = []
    for path in map(os.path.abspath, paths):
        with suppress(FileNotFoundError):
            status = os.lstat(path)
            if stat.S_ISDIR(status.st_mode):
                waiting.append(path)
            else:
                found.append(_as_seen(path, status))
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    status = entry.stat(follow_symlinks=False)
                    found.append(_as_seen(entry.path, status))
                elif entry.name != "__pycache__":
                    waiting.append(entry.path)
    return sorted(found)


def _as_seen(path: str, status: os.stat_result) -> _Seen:
    kind, number, size = status.st_mode, status.st_ino, status.st_size
    return path, kind, number, size, status.st_mtime_ns, status.st_ctime_ns


def _digest(told: list[Any]) -> str:
    return hashlib.blake2b(marshal.dumps(told), digest_size=16).hexdigest()


def _problem(said: dict[str, Any]) -> Problem:
    origin = Origin(**said.pop("origin"))
    severity = Severity(said.pop("severity"))
    return Problem(origin, severity, **said)
