"""Where a site may be written: never over anything that dateline did not make."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.config import FOLDERS, Project
from generator.problems import DatelineError, FileAccessError
from generator.settings import SETTINGS_FILE

MARKER = ".dateline-site"
MOST_NAMED = 5
_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}
_REPOSITORIES = (".git", ".hg", ".svn")
MARKER_TEXT = b"dateline writes this folder and replaces all of it at every build.\n"


class OutputRefusedError(DatelineError):
    """The folder named for the site is one that must not be replaced."""

    def __init__(self, out: Path, reason: str) -> None:
        super().__init__(
            f"The site cannot be written to {out}: {reason}. "
            "Name another folder with --out, or leave --out away for site/."
        )


class ForeignFolderError(DatelineError):
    """The folder named for the site holds files, and none of them say they are ours."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"{out} has files in it that dateline did not write, and a build would "
            "delete them. Empty the folder, or name another one with --out."
        )


class ForeignFilesError(DatelineError):
    """Somebody put files of their own into a site, which a build would delete."""

    def __init__(self, out: Path, others: Sequence[str]) -> None:
        more = len(others) - MOST_NAMED
        named = ", ".join(others[:MOST_NAMED])
        if more > 0:
            named += f" and {more} more"
        super().__init__(
            f"{out} has files in it that dateline did not write, and a build would "
            f"delete them: {named}. Take them out of there, and put into static/ what "
            "is to be published."
        )


def check_none_of_others(out: Path, others: Iterable[str]) -> None:
    """Returns when none of the files *others* in *out* is anything that somebody would
    miss: what systems leave in folders that are looked at is not.

    Raises:
        ForeignFilesError: One is.
    """
    missed = sorted(o for o in others if o.rpartition("/")[2] not in _LEFT_BY_SYSTEMS)
    if missed:
        raise ForeignFilesError(out, missed)


def check_output(project: Project, out: Path) -> None:
    """Returns when *out* is a folder that a build of *project* may replace.

    Raises:
        OutputRefusedError: It is the project, holds it, or lies among its sources;
            or it is one that no program should replace.
        ForeignFolderError: It holds files of somebody else.
    """
    _check_place(out)
    target = out.resolve()
    if project.root.resolve().is_relative_to(target):
        raise OutputRefusedError(out, "the project itself is in that folder")
    for name in FOLDERS:
        source = (project.root / name).resolve()
        if target.is_relative_to(source):
            raise OutputRefusedError(
                out, f"it is inside {name}/, which the site is made from"
            )
        if source.is_relative_to(target):
            raise OutputRefusedError(
                out, f"{name}/, which the site is made from, is in that folder"
            )
    _check_ours(out)


def check_folder(out: Path) -> None:
    """Returns when *out* is free, empty, or a site that dateline wrote.

    Raises:
        OutputRefusedError: No site may ever stand there.
        ForeignFolderError: It holds files of somebody else.
        FileAccessError: It cannot be read.
    """
    _check_place(out)
    _check_ours(out)


def _check_place(out: Path) -> None:
    if out.is_symlink():
        raise OutputRefusedError(out, "it is a symbolic link")
    target = out.resolve()
    if target == Path(target.anchor):
        raise OutputRefusedError(out, "it is the root of the file system")
    if Path.home().resolve().is_relative_to(target):
        raise OutputRefusedError(out, "your home folder is in it")
    if out.exists() and not out.is_dir():
        raise OutputRefusedError(out, "it is a file, not a folder")
    if (out / SETTINGS_FILE).exists():
        raise OutputRefusedError(out, f"it is a project: it has a {SETTINGS_FILE}")


def _check_ours(out: Path) -> None:
    marker = out / MARKER
    try:
        ours = marker.is_file() and not marker.is_symlink()
        if out.exists() and any(out.iterdir()) and not ours:
            raise ForeignFolderError(out)
        for name in _REPOSITORIES:
            if os.path.lexists(out / name):
                raise OutputRefusedError(
                    out, f"it has {name} in it, which a build would delete"
                )
    except OSError as error:
        raise FileAccessError(out, error) from error
