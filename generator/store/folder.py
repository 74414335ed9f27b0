"""Touches the disk: reads `content/` and what was proposed last, whole and unchanged.

One bad file never hides the next: each that cannot be read is a problem, and named.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from generator.config import Project
from generator.files import Files
from generator.model.entities import Entity
from generator.model.events import Event
from generator.model.sources import Source
from generator.model.timeline import Content, Page
from generator.problems import FileAccessError, Origin, Problem, Severity
from generator.store.cut import UnreadableError, line_at
from generator.store.fields import FILE_FIELDS
from generator.store.method import read_method
from generator.store.proposed import Record, read_record
from generator.store.reading import ContentFile, read_file
from generator.store.values import nearest

_ENDING = ".md"
_MEANT_FOR_IT = re.compile(
    r"(?P<name>[^.]+)\.(?:md|markdown|mdown|mkdn?|mdx)\b.*", re.I
)
_LEFT_BY_EDITORS = re.compile(r".*(?:~|\.(?:orig|rej|bak|tmp|sw[a-p]))|\d+|#.*#|\..*")


@dataclass(frozen=True, slots=True)
class Store:
    """Everything under `content/`, and what the tool proposed for it last.

    Files and records are keyed by folder and id ("events/harbour-bridge"). `unread`
    holds the text, as far as there is one, of files that are there but could not be
    read: they count as present, and nothing is done to them.
    """

    content: Content = field(default_factory=Content)
    files: Mapping[str, ContentFile] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)


def read_content(
    content: Path, root: Path, files: Files | None = None
) -> tuple[Content, list[Problem]]:
    """What people left under *content*; paths in problems are relative to *root*.

    *files* may remember what it read before.

    Raises:
        FileAccessError: The system refused to list a folder or to read a file.
    """
    store, problems = _read_files(content, root, files or Files())
    return store.content, problems


def read_store(project: Project) -> tuple[Store, list[Problem]]:
    """The content of *project* together with what was proposed for it last.

    Raises:
        FileAccessError: The system refused to list a folder or to read a file.
        ProposedUnreadableError: A file under `.dateline/proposed/` is damaged.
    """
    store, problems = _read_files(project.content, project.root, Files())
    records = dict(_records(project))
    return replace(store, records=records), problems


def with_excerpts(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """*problems*, sorted, each with the line of the file that it points at."""
    texts: dict[str, str] = {}
    shown = []
    for problem in sorted(problems):
        path = problem.origin.path
        if problem.origin.line and not problem.excerpt:
            if path not in texts:
                texts[path] = _text_or_nothing(root / path)
            line = line_at(texts[path], problem.origin.line)
            problem = replace(problem, excerpt=line)
        shown.append(problem)
    return shown


def _text_or_nothing(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:  # an excerpt is a courtesy; the problem is told without it
        return ""


def _read_files(content: Path, root: Path, disk: Files) -> tuple[Store, list[Problem]]:
    files: dict[str, ContentFile] = {}
    unread: dict[str, str] = {}
    problems: list[Problem] = []
    problems += _strays(content, root)
    for folder in FILE_FIELDS:
        for path in _misnamed(content / folder):
            meant = _MEANT_FOR_IT.fullmatch(path.name)
            data = _bytes(path)
            if meant is not None or data.lstrip(b"\xef\xbb\xbf").startswith(b"---"):
                stem = meant["name"] if meant else path.stem
                problems.append(_wrong_ending(path.relative_to(root).as_posix(), stem))
                # Somebody's work: it is there, so nothing is taken for deleted.
                unread[f"{folder}/{stem}"] = data.decode("utf-8", "replace")
        for path in _markdown_files(content / folder):
            name = path.relative_to(root).as_posix()
            key = f"{folder}/{PurePosixPath(name).stem}"
            odd = _odd(path)
            if odd is not None:
                problems.append(_no_file(name, odd))
                unread[key] = ""  # whatever it is, it was not deleted
                continue
            other = files.get(key)
            if other is not None:
                problems.append(_same_name(name, other.path))
                continue
            data = _bytes(path, disk)
            try:
                files[key], found = disk.made(
                    name, data, partial(read_file, name, folder, data)
                )
                problems += found
            except UnreadableError as error:
                unread[key] = data.decode("utf-8", "replace")
                problems += error.problems
    things = [file.thing for _, file in sorted(files.items())]
    found_content = Content(
        events=tuple(t for t in things if isinstance(t, Event)),
        sources=tuple(t for t in things if isinstance(t, Source)),
        entities=tuple(t for t in things if isinstance(t, Entity)),
        pages=tuple(t for t in things if isinstance(t, Page)),
        unread=frozenset(unread),
        names_found_by=read_method(root, disk),
    )
    return Store(found_content, files, unread), sorted(problems)


def _misnamed(folder: Path) -> Iterator[Path]:
    """Regular files under *folder*, sorted, that neither end in .md nor are left
    there by an editor or the system."""
    if not folder.is_dir():
        return
    for place, folders, names in os.walk(folder, onerror=_refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            left = _LEFT_BY_EDITORS.fullmatch(name) or name.startswith("README")
            if not left and not name.endswith(_ENDING) and _odd(path) is None:
                yield path


def _strays(content: Path, root: Path) -> Iterator[Problem]:
    """Content files that stand in none of the folders that are read."""
    if not content.is_dir():
        return
    for place in sorted(content.iterdir()):
        if place.name in FILE_FIELDS or place.name.startswith((".", "README")):
            continue
        if place.is_dir() and any(place.rglob(f"*{_ENDING}")):
            near = nearest(place.name, tuple(FILE_FIELDS))
            yield Problem(
                Origin(f"{place.relative_to(root).as_posix()}/"),
                Severity.ERROR,
                "folder-unknown",
                "the files in this folder are not read",
                f"did you mean content/{near}/?"
                if near
                else f"the folders are {', '.join(FILE_FIELDS)}",
            )
        elif place.is_file() and place.name.endswith(_ENDING):
            yield Problem(
                Origin(place.relative_to(root).as_posix()),
                Severity.ERROR,
                "file-misplaced",
                "this file is not read: it stands in no folder of content/",
                f"put it into one of the folders {', '.join(FILE_FIELDS)}",
            )


def _wrong_ending(path: str, stem: str) -> Problem:
    return Problem(
        Origin(path),
        Severity.ERROR,
        "file-ending",
        "this file is not read: its name does not end in “.md”",
        f"name it {stem}.md",
    )


def _markdown_files(folder: Path) -> Iterator[Path]:
    """What is named like a file to read under *folder*, sorted by folder and name."""
    if not folder.is_dir():
        return
    for place, folders, names in os.walk(folder, onerror=_refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names) + [f for f in folders if f.endswith(_ENDING)]:
            if name.endswith(_ENDING) and not name.startswith((".", "README")):
                yield Path(place) / name


def _odd(path: Path) -> str | None:
    """What *path* is instead of a regular file; None for a regular file."""
    mode = path.lstat().st_mode
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    return "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"


def _no_file(path: str, odd: str) -> Problem:
    return Problem(
        Origin(path),
        Severity.ERROR,
        "not-a-file",
        f"this is {odd}, not a file",
        "put the file itself here, or rename it",
    )


def _same_name(path: str, other: str) -> Problem:
    return Problem(
        Origin(path),
        Severity.ERROR,
        "same-id",
        f"{other} has the same file name, which is its id",
        "rename one of the two",
    )


def _records(project: Project) -> Iterator[tuple[str, Record]]:
    for folder in FILE_FIELDS:
        place = project.proposed / folder
        if place.is_dir():
            for path in sorted(place.glob("*.json")):
                name = path.relative_to(project.root).as_posix()
                yield f"{folder}/{path.stem}", read_record(name, _bytes(path))


def _bytes(path: Path, disk: Files | None = None) -> bytes:
    try:
        return (disk or Files()).read(path)
    except OSError as error:
        raise FileAccessError(path, error) from error


def _refused(error: OSError) -> None:
    raise FileAccessError(Path(error.filename), error) from error
