"""Where a site may be written: never over anything that dateline did not make."""

from __future__ import annotations

from pathlib import Path

from generator.config import FOLDERS, Project
from generator.problems import DatelineError, FileAccessError
from generator.settings import SETTINGS_FILE

MARKER = ".dateline-site"
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
    except OSError as error:
        raise FileAccessError(out, error) from error
