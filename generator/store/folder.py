"""Touches the disk: reads `content/` and what was proposed last, whole and unchanged.

One bad file never hides the next: each that cannot be read is a problem, and named.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any

from generator.config import Project
from generator.disk import Files, Saved, check_inside, in_folder, records_in
from generator.model.each import Each, in_turn, once, settling
from generator.model.timeline import Content
from generator.problems import FileAccessError, Origin, Problem, Severity
from generator.store.cut import line_at
from generator.store.fields import FILE_FIELDS
from generator.store.method import read_method
from generator.store.proposed import Record, read_record
from generator.store.reading import ContentFile
from generator.store.saved_file import Said, read_saved, said_in
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
    read: they count as present, and nothing is done to them. `read` is what was found
    in the others, by their paths on the disk, for whoever reads all of it again.
    """

    content: Content = field(default_factory=Content)
    files: Mapping[str, ContentFile] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    read: Mapping[str, tuple[Said, ContentFile]] = field(
        default_factory=dict, compare=False, repr=False
    )


def read_content(
    content: Path, root: Path, files: Files | None = None, each: Each = in_turn
) -> tuple[Content, list[Problem]]:
    """What people left under *content*; paths in problems are relative to *root*.

    *files* may remember what it read before, *each* what it made of that.

    Raises:
        FileAccessError: The system refused to list a folder or to read a file.
    """
    disk = files or Files()
    listing, saved = _saved(content, root, disk)
    said = tuple(each(partial(said_in, str(content), str(root)), saved))
    found = _content(listing, said, read_method(root, disk))
    misread = once(each, _all_of, tuple(each(_wrong_in, said)))
    return found, sorted([*listing.problems, *misread])


def read_store(
    project: Project, before: Store | None = None
) -> tuple[Store, list[Problem]]:
    """The content of *project* together with what was proposed for it last.

    What holds the same bytes as when *before* was read is known from there.

    Raises:
        FileAccessError: The system refused to list a folder or to read a file.
        ProposedUnreadableError: A file under `.dateline/proposed/` is damaged.
    """
    before = before or Store()
    disk = Files()
    listing, saved = _saved(project.content, project.root, disk)
    files: dict[str, ContentFile] = {}
    unread = dict(listing.unread)
    read: dict[str, tuple[Said, ContentFile]] = {}
    said = []
    for one in saved:
        told, file = before.read.get(one.path, (None, None))
        if told is None or file is None or file.data != one.data:
            told, file = read_saved(str(project.content), str(project.root), one)
        said.append(told)
        if file is not None:
            files[told.key] = file
            read[one.path] = told, file
        else:
            unread[told.key] = one.data.decode("utf-8", "replace")
    content = _content(listing, said, read_method(project.root, disk))
    records = dict(_records(project, before.records))
    store = Store(content, files, unread, records, read)
    return store, sorted([*listing.problems, *_all_of(map(_wrong_in, said))])


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


@dataclass(frozen=True, slots=True)
class _Listing:
    """Which files there are to read: their paths, in the order of their keys, and which
    part of them is in each folder; and what is wrong with others, of which `unread`
    holds the text by key."""

    paths: tuple[str, ...]
    parts: Mapping[str, slice]
    unread: Mapping[str, str]
    problems: tuple[Problem, ...]


def _saved(content: Path, root: Path, disk: Files) -> tuple[_Listing, list[Saved]]:
    """Which files there are to read, and what they hold."""
    listing = disk.kept("content", partial(_list, content, root))
    try:
        return listing, disk.read_all(listing.paths)
    except OSError as error:
        raise FileAccessError(Path(error.filename), error) from error


def _content(listing: _Listing, said: Sequence[Said], names: str) -> Content:
    things = tuple(map(attrgetter("thing"), said))
    unread = {said[place].key for place, thing in enumerate(things) if thing is None}

    def read(folder: str) -> tuple[Any, ...]:
        found = things[listing.parts.get(folder, slice(0))]
        return tuple(thing for thing in found if thing is not None) if unread else found

    return Content(
        events=read("events"),
        sources=read("sources"),
        entities=read("entities"),
        pages=read("pages"),
        unread=frozenset(unread | listing.unread.keys()),
        names_found_by=names,
    )


@settling
def _wrong_in(said: Said) -> tuple[Problem, ...]:
    return said.problems


@settling
def _all_of(problems: Iterable[Sequence[Problem]]) -> list[Problem]:
    return list(chain.from_iterable(problems))


def _list(content: Path, root: Path) -> _Listing:
    files: dict[str, str] = {}
    unread: dict[str, str] = {}
    problems = [*_strays(content, root)]
    for folder in FILE_FIELDS:
        # What is in it must not be published; but to leave it out would say of all
        # that was proposed there that somebody deleted it.
        check_inside(content / folder, root, content)
        for entry in _entries(content / folder):
            if not entry.name.endswith(_ENDING):
                stem = _meant_stem(entry)
                if stem is None and not _LEFT_BY_EDITORS.fullmatch(entry.name):
                    problems += _not_followed(entry, root)
                elif stem is not None:
                    problems.append(_wrong_ending(_name(entry.path, root), stem))
                    # Somebody's work: it is there, so nothing is taken for deleted.
                    data = _bytes(Path(entry.path))
                    unread[f"{folder}/{stem}"] = data.decode("utf-8", "replace")
                continue
            key = f"{folder}/{entry.name.removesuffix(_ENDING)}"
            odd = _odd(entry)
            if odd is not None:
                problems.append(_no_file(_name(entry.path, root), odd))
                unread[key] = ""  # whatever it is, it was not deleted
            elif key in files:
                name, other = _name(entry.path, root), _name(files[key], root)
                problems.append(_same_name(name, other))
            else:
                files[key] = entry.path
    paths = tuple(path for _, path in sorted(files.items()))
    return _Listing(paths, _parts(sorted(files)), unread, tuple(problems))


def _parts(keys: Sequence[str]) -> dict[str, slice]:
    """Which of the sorted *keys* are in each folder; "0" comes right after "/"."""
    first = {folder: bisect_left(keys, f"{folder}/") for folder in FILE_FIELDS}
    after = {folder: bisect_left(keys, f"{folder}0") for folder in FILE_FIELDS}
    return {folder: slice(first[folder], after[folder]) for folder in FILE_FIELDS}


def _name(path: str, root: Path) -> str:
    """*path* as problems give it."""
    return Path(path).relative_to(root).as_posix()


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What may be a file to read under *folder*, sorted: whatever is no folder, and
    folders that are named like files. Hidden ones and notes on the folder are left
    out."""
    folders = []
    for entry in in_folder(folder):
        if entry.name.startswith("."):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder:
            folders.append(Path(entry.path))
        named_like_one = entry.name.endswith(_ENDING) if is_folder else True
        if named_like_one and not entry.name.startswith("README"):
            yield entry
    for inner in folders:
        yield from _entries(inner)


def _not_followed(entry: os.DirEntry[str], root: Path) -> Iterator[Problem]:
    """For a link, a pipe or a device that is not even named like content."""
    odd = _odd(entry)
    if odd is not None:
        name = _name(entry.path, root)
        yield replace(_no_file(name, odd), severity=Severity.WARNING)


def _meant_stem(entry: os.DirEntry[str]) -> str | None:
    """The id that a regular file with another ending was meant to have; None for what
    an editor or the system left there, and for what is no content."""
    if _LEFT_BY_EDITORS.fullmatch(entry.name) or _odd(entry) is not None:
        return None
    meant = _MEANT_FOR_IT.fullmatch(entry.name)
    if meant is not None:
        return meant["name"]
    data = _bytes(Path(entry.path))
    is_content = data.lstrip(b"\xef\xbb\xbf").startswith(b"---")
    return PurePosixPath(entry.name).stem if is_content else None


def _strays(content: Path, root: Path) -> Iterator[Problem]:
    """Content files that stand in none of the folders that are read."""
    if not content.is_dir():
        return
    for place in sorted(content.iterdir()):
        if place.name in FILE_FIELDS or place.name.startswith((".", "README")):
            continue
        if place.is_symlink():  # it may lead to the root of the disk
            name = place.relative_to(root).as_posix()
            yield replace(_no_file(name, _A_LINK), severity=Severity.WARNING)
        elif place.is_dir() and any(place.rglob(f"*{_ENDING}")):
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


_A_LINK = "a symbolic link"


def _odd(entry: os.DirEntry[str]) -> str | None:
    """What *entry* is instead of a regular file; None for a regular file."""
    if entry.is_file(follow_symlinks=False):
        return None
    if entry.is_symlink():
        return _A_LINK
    is_folder = entry.is_dir(follow_symlinks=False)
    return "a folder" if is_folder else "a device or a pipe"


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


def _records(
    project: Project, before: Mapping[str, Record]
) -> Iterator[tuple[str, Record]]:
    for folder in FILE_FIELDS:
        for path in records_in(project.proposed / folder):
            key, data = f"{folder}/{path.stem}", _bytes(path)
            record = before.get(key)
            if record is None or record.data != data:
                name = path.relative_to(project.root).as_posix()
                record = read_record(name, data)
            yield key, record


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileAccessError(path, error) from error
