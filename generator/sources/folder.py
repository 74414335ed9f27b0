"""Touches the disk: lists the files of `seeds/`, and says which cannot be opened.

A link out of the project is not followed, a pipe or device not opened: neither may
bring into a public site what nobody put there, nor make a run wait for ever.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from generator.problems import FileAccessError, Origin, Problem, Severity

LARGEST = 32_000_000
"""Bytes of a file that is read: a thousand pages of a scanned and recognised book."""

REFUSED = "source-refused"
"""The code of the problem that the system does not let a file be read."""

ABOUT_THE_FOLDER = ("README", "NOTICE", "LICENSE", "LICENCE")


def seed_files(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """Every file under *folder* that may be read, sorted, and what may not.

    Hidden files and notes about the folder itself are passed over. There are none
    when there is no folder.

    Raises:
        FileAccessError: The system refuses to list *folder*.
    """
    inside = (root.resolve(), folder.resolve())
    files: list[Path] = []
    problems: list[Problem] = []
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as entries:
                found = [entry for entry in entries if not _passed_over(entry)]
        except FileNotFoundError:
            continue
        except OSError as error:
            if current == folder:
                raise FileAccessError(folder, error) from error
            problems.append(refused(current, root, error))
            continue
        for entry in found:
            path = current / entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif problem := _fault(path, entry, root, inside):
                problems.append(problem)
            else:
                files.append(path)
    return sorted(files), sorted(problems)


def _passed_over(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
    about = entry.name.upper().startswith(ABOUT_THE_FOLDER)
    return about and not entry.is_dir(follow_symlinks=False)


def _fault(
    path: Path, entry: os.DirEntry[str], root: Path, inside: tuple[Path, ...]
) -> Problem | None:
    """Why the file at *path* is not opened; None when it may be."""
    try:
        if entry.is_file(follow_symlinks=False):
            size = entry.stat(follow_symlinks=False).st_size
            return _too_large(path, root, size) if size > LARGEST else None
        target = path.resolve(strict=True)
        if not (target.is_file() or target.is_dir()):
            return _unread(
                path,
                root,
                "source-no-file",
                "it is a pipe, a socket or a device, and no file",
                "remove it, or save its text as .txt",
                Severity.ERROR,
            )
        if path.is_symlink() and not any(target.is_relative_to(f) for f in inside):
            return _unread(
                path,
                root,
                "source-outside",
                "it is a link to a file outside the project, which is not followed",
                "put a copy of the file here",
            )
        if target.is_dir():
            return _unread(
                path,
                root,
                "source-linked-folder",
                "it is a link to a folder, which is not followed",
                "put the folder itself here",
            )
        size = target.stat().st_size
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError
        return refused(path, root, error)
    return _too_large(path, root, size) if size > LARGEST else None


def _too_large(path: Path, root: Path, size: int) -> Problem:
    return _unread(
        path,
        root,
        "source-too-large",
        f"the file has {size // 1_000_000} MB, and at most "
        f"{LARGEST // 1_000_000} MB are read",
        "split it into the articles that it holds",
    )


def refused(path: Path, root: Path, error: OSError | RuntimeError) -> Problem:
    """The problem that the system does not let *path* be read: an error, since it may
    be a file that events rest on, unless it is a link that leads nowhere."""
    severity, hint = Severity.WARNING, "let your user read it, or remove it"
    if isinstance(error, FileNotFoundError):
        reason, hint = "it is a link to nothing", "put the file itself here"
    elif isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        reason = "it is a link to itself"
    else:
        severity, reason = Severity.ERROR, error.strerror or type(error).__name__
    message = f"cannot be read: {reason}"
    return _unread(path, root, REFUSED, message, hint, severity)


def _unread(
    path: Path,
    root: Path,
    code: str,
    message: str,
    hint: str,
    severity: Severity = Severity.WARNING,
) -> Problem:
    name = path.relative_to(root).as_posix()
    return Problem(Origin(name), severity, code, message, hint)
