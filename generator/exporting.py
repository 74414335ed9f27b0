"""What `dateline export` does: the published timeline as a file for other programs.

A file is written only where nothing of a person's is lost: it is new, or the last
export that was made there, or a person says so.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from generator.checks import findings
from generator.config import FOLDERS, Project
from generator.exchange import FORMATS, LEFT_OUT, table_of
from generator.files import ProjectLock, exchange, write_atomically
from generator.leftovers import finish_beside
from generator.media import read_pictures
from generator.model.date_phrases import Phrases
from generator.model.publication import published
from generator.model.timeline import Timeline
from generator.pages import words_of
from generator.problems import (
    ChangedOnDiskError,
    DatelineError,
    FileAccessError,
    Problem,
    has_errors,
)
from generator.resources import find_resources
from generator.settings import SETTINGS_FILE
from generator.sources import read_documents
from generator.store import read_content, with_excerpts


@dataclass(frozen=True, slots=True)
class ExportReport:
    """A timeline in another program's format, None where it cannot be published; and
    what the format does not hold, or why there is none."""

    data: bytes | None
    events: int
    problems: tuple[Problem, ...]


class OwnFileError(DatelineError):
    """The file to write is part of the timeline itself."""

    def __init__(self, path: Path, part: str) -> None:
        here = part if part == SETTINGS_FILE else f"{part}/"
        super().__init__(
            f"{path} was not written: {here} is what the timeline is made of. Name a "
            f"file outside of it, such as exports/{path.name}."
        )


class ThereAlreadyError(DatelineError):
    """The file to write exists, and nothing says that it may be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already, and is no export that was made here, so it was "
            "left as it is. Name another file, or write over it with --force."
        )


def export(project: Project, form: str) -> ExportReport:
    """The published timeline in the format that is called *form*."""
    root = project.root
    documents, problems = read_documents(project.seeds, root, project.texts)
    content, misread = read_content(project.content, root)
    pictures, odd = read_pictures(project)
    problems += [*misread, *odd, *findings(content, documents, pictures)]
    if has_errors(problems):
        return ExportReport(None, 0, tuple(with_excerpts(set(problems), root)))
    timeline = Timeline.of(published(content, project.site.publish), documents)
    site = project.site
    table, losses = table_of(timeline, site.title, site.description)
    written = FORMATS[form].write(table, phrases_of(project))
    told = tuple(sorted({*losses, *written.losses}))
    left_out = sum(loss.code in LEFT_OUT for loss in written.losses)
    return ExportReport(written.data, len(table.entries) - left_out, told)


def phrases_of(project: Project) -> Phrases:
    """The words for dates in the language of *project*."""
    templates = find_resources(project.root).templates
    return words_of(project.site.language, templates).phrases


def save(project: Project, path: Path, data: bytes, *, force: bool = False) -> None:
    """*path* holds *data*, an export of *project*; *force* writes over what is there.

    Raises:
        OwnFileError: It is part of the timeline.
        ThereAlreadyError: It has something that was not exported from here.
        ChangedOnDiskError, FileAccessError: It cannot be written.
    """
    target, root = path.resolve(), project.root.resolve()
    for part in (*FOLDERS, SETTINGS_FILE):
        if target.is_relative_to((root / part).resolve()):
            raise OwnFileError(path, part)
    if target.exists() and not target.is_file() and not target.is_dir():
        return _write_through(path, data)  # /dev/stdout, a pipe
    with ProjectLock(project.lock):
        finish_beside(target, exchange)
        try:
            there = target.read_bytes() if target.exists() else None
        except OSError as error:
            raise FileAccessError(path, error) from error
        exports = _exports(project)
        known = there is not None and exports.get(str(target)) == _digest(there)
        if there and there != data and not (known or force):
            raise ThereAlreadyError(path)
        write_atomically(target, data, there)
        _remember(project, {**exports, str(target): _digest(data)})


def _write_through(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FileAccessError(path, error) from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _exports(project: Project) -> dict[str, str]:
    """The digests of the last exports by their files; what cannot be read is none."""
    try:
        known = json.loads(project.exported.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _remember(project: Project, exports: dict[str, str]) -> None:
    """Best effort: without it, the next export asks for --force."""
    try:
        finish_beside(project.exported, exchange)
        there = project.exported.read_bytes() if project.exported.exists() else None
        data = f"{json.dumps(exports, indent=1, sort_keys=True)}\n".encode()
        write_atomically(project.exported, data, there)
    except (OSError, FileAccessError, ChangedOnDiskError):
        return
