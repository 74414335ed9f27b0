"""Reads the files under `seeds/` from the disk and turns them into documents."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.model.language import language_of
from generator.model.sources import Document
from generator.problems import FileAccessError, Origin, Problem, Severity
from generator.sources.blocks import blocks
from generator.sources.decoding import UndecodableError, decode
from generator.sources.metadata import metadata

ENDINGS = frozenset({".txt", ".md"})
ABOUT_THE_FOLDER = ("README", "NOTICE", "LICENSE", "LICENCE")


def read_documents(folder: Path, root: Path) -> tuple[list[Document], list[Problem]]:
    """Every article under *folder*, sorted by id, and what could not be read.

    Hidden files and notes about the folder itself are passed over. Problems name
    files relative to *root*.

    Raises:
        FileAccessError: The system refuses to list the folder or to read a file.
    """
    found: dict[str, Document] = {}
    problems: list[Problem] = []
    for path in _articles(folder):
        name = path.relative_to(root).as_posix()
        if path.suffix.lower() not in ENDINGS:
            problems.append(_other_ending(name, path.suffix))
            continue
        document = _read(path, name)
        if isinstance(document, Problem):
            problems.append(document)
        elif document.id in found:
            problems.append(_same_id(document, found[document.id]))
        else:
            found[document.id] = document
    return [found[key] for key in sorted(found)], problems


def document_of(name: str, path: str, data: bytes) -> Document:
    """The document that the bytes of a seed hold.

    Raises:
        UndecodableError: The bytes are no text.
    """
    text, _ = decode(data)
    return Document(
        id=name,
        path=path,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks(text, after=metadata(text).end),
        language=language_of(text),
    )


def _articles(folder: Path) -> list[Path]:
    try:
        files = [path for path in folder.rglob("*") if path.is_file()]
    except OSError as error:
        raise FileAccessError(folder, error) from error
    return sorted(
        path
        for path in files
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not path.name.upper().startswith(ABOUT_THE_FOLDER)
    )


def _read(path: Path, name: str) -> Document | Problem:
    try:
        document = document_of(path.stem, name, path.read_bytes())
    except OSError as error:
        raise FileAccessError(path, error) from error
    except UndecodableError as error:
        return Problem(
            Origin(name),
            Severity.ERROR,
            "source-not-text",
            f"the file cannot be read as text (tried as {error})",
            "save it as plain text in UTF-8",
        )
    if not document.text.strip():
        return Problem(
            Origin(name),
            Severity.WARNING,
            "source-empty",
            "the file holds no text, so nothing can be found in it",
            "put the article's text into it, or remove the file",
        )
    return document


def _other_ending(name: str, ending: str) -> Problem:
    return Problem(
        Origin(name),
        Severity.NOTE,
        "source-not-read",
        f"files ending in “{ending}” are not read as sources"
        if ending
        else "files without an ending are not read as sources",
        "save the article's text as .txt or .md",
    )


def _same_id(document: Document, first: Document) -> Problem:
    return Problem(
        Origin(document.path),
        Severity.ERROR,
        "source-id-twice",
        f"its id “{document.id}” is already that of {first.path}",
        "rename one of the two files",
    )
