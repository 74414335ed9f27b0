"""Touches the disk: keeps the texts that were taken out of pages, PDFs and e-mails.

Passages are proven against these texts. Another version of a library may take another
text out of the same file, so the text is kept as it was first taken, with the hashes of
the file and of the text, until a person deletes it or the file itself changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.files import write_atomically
from generator.model.sources import Document, Stated
from generator.problems import FileAccessError
from generator.sources.taken import Taken


class EditedTextError(ValueError):
    """A kept text is no longer what was taken out of its file. `path` is its file."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class TextWrite:
    """A file that is to hold *data* in place of *expected* (None: it is new).

    `path` is relative to the project, with forward slashes.
    """

    path: str
    expected: bytes | None
    data: bytes

    def __str__(self) -> str:
        return f"{'create' if self.expected is None else 'change'} {self.path}"


def kept_text(folder: Path, name: str, sha256: str) -> Taken | None:
    """What was taken out of the file with *sha256* for the document *name*.

    None when nothing is kept, or what is kept belongs to other bytes.

    Raises:
        EditedTextError: The text was changed since.
        FileAccessError: The system refuses.
    """
    record = _record(_read(folder / f"{name}.json"))
    if record is None or record.get("sha256") != sha256:
        return None
    path = folder / f"{name}.txt"
    data = _read(path)
    if data is None:
        return None
    try:
        # A checkout on Windows may have given it other line ends.
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise EditedTextError(path) from error
    if _hash(text.encode()) != record.get("text-sha256"):
        raise EditedTextError(path)
    try:
        stated = tuple(
            Stated(str(s["name"]), tuple(map(str, s["values"])), str(s["by"]))
            for s in record["stated"]
        )
        return Taken(text, str(record["reader"]), stated)
    except (KeyError, TypeError):
        return None


def texts_to_keep(
    documents: Iterable[Document], folder: Path, root: Path
) -> list[TextWrite]:
    """What must be written so that *folder* keeps the texts of all *documents*.

    Raises:
        FileAccessError: The system refuses.
    """
    writes = []
    for document in documents:
        if not document.reader:
            continue
        for ending, data in (
            (".txt", document.text.encode()),
            (".json", _record_of(document)),
        ):
            path = folder / f"{document.id}{ending}"
            there = _read(path)
            if there is None or there.replace(b"\r\n", b"\n") != data:
                name = path.relative_to(root).as_posix()
                writes.append(TextWrite(name, there, data))
    return writes


def keep_texts(writes: Iterable[TextWrite], root: Path) -> None:
    """Write what `texts_to_keep` found. The text goes before its record: without the
    right record, a text counts as not kept.

    Raises:
        ChangedOnDiskError: A file changed meanwhile.
        FileAccessError: The system refuses.
    """
    for write in writes:
        write_atomically(root / write.path, write.data, write.expected)


def _record_of(document: Document) -> bytes:
    record = {
        "reader": document.reader,
        "seed": document.path,
        "sha256": document.sha256,
        "stated": [
            {"by": s.by, "name": s.name, "values": list(s.values)}
            for s in document.stated
            if not s.beside
        ],
        "text-sha256": _hash(document.text.encode()),
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _record(data: bytes | None) -> dict[str, Any] | None:
    try:
        found = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise FileAccessError(path, error) from error


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
