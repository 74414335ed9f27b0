"""Reads the files under `seeds/` from the disk and turns them into documents."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.disk import Files, Saved
from generator.model.each import Each, in_turn
from generator.model.language import language_of
from generator.model.sources import Document, Stated
from generator.problems import Origin, Problem, Severity
from generator.sources import mail, pdf, plain_text, sidecar, web_page
from generator.sources.decoding import UndecodableError, decode
from generator.sources.folder import refused, seed_files
from generator.sources.kept import EditedTextError, kept_text
from generator.sources.later import LaterBlocks
from generator.sources.plain_text import usual_document
from generator.sources.taken import Note, Taken, UnreadableError


@dataclass(frozen=True, slots=True)
class Format:
    """How the text is taken out of files that are no plain text, and by what."""

    take: Callable[[bytes], Taken]
    reader: Callable[[], str]


_PAGE = Format(web_page.web_page, web_page.reader_name)
_PDF = Format(pdf.pdf, pdf.reader_name)
_MAIL = Format(mail.mail, mail.reader_name)

FORMATS: Mapping[str, Format | None] = {
    **dict.fromkeys(plain_text.ENDINGS),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _PAGE),
    ".pdf": _PDF,
    ".eml": _MAIL,
}
"""Endings of files that are read; None stands for plain text."""


def read_documents(
    folder: Path,
    root: Path,
    texts: Path | None = None,
    *,
    again: bool = False,
    disk: Files | None = None,
    each: Each = in_turn,
) -> tuple[list[Document], list[Problem]]:
    """Every article under *folder*, sorted by id, and what could not be read.

    Hidden files and notes about the folder itself are passed over. Problems name
    files relative to *root*. Texts that *texts* keeps are taken from there; with
    *again*, what other versions of the readers took out is compared with what these
    take out now. *disk* may remember what it read before, *each* what it made of that.

    Raises:
        FileAccessError: The system refuses to list the folder or to read a kept text.
    """
    files, problems = seed_files(folder, root)
    beside = [path for path in files if path.suffix.lower() in sidecar.ENDINGS]
    reader = _Reader(root, texts, again, disk or Files())
    found: dict[str, Document] = {}
    names: set[str] = set()
    looks: list[tuple[Path, Saved]] = []
    for path in files:
        ending = path.suffix.lower()
        if ending in FORMATS:
            names |= {path.name, path.stem}
            looks += reader.look(path)
        elif ending not in sidecar.ENDINGS:
            name = path.relative_to(root).as_posix()
            problems.append(_other_ending(name, path.suffix))
    usual = each(partial(usual_document, str(root)), [saved for _, saved in looks])
    for (path, saved), document in zip(looks, usual, strict=True):
        if document is None:
            name = path.relative_to(root).as_posix()
            document = reader.read(path.stem, name, saved.data)
        if document is None:
            continue
        if document.id in found:
            problems.append(_same_id(document, found[document.id]))
        else:
            found[document.id] = document
    problems += reader.problems
    for path in beside:
        problems += _add_sidecar(path, root, found, names)
    return [found[key] for key in sorted(found)], sorted(problems)


def document_of(name: str, path: str, data: bytes) -> Document:
    """The document that the bytes of a seed hold; its path's ending tells its format.

    Raises:
        UndecodableError: The bytes are no text.
        UnreadableError: The format's reader finds none in them.
    """
    format_ = _format(path, data)
    if format_ is None:
        return _document(name, path, data, decode(data)[0])
    return _taken(name, path, data, format_.take(data))


def _format(path: str, data: bytes) -> Format | None:
    """By the ending; but pages and PDFs are often saved under a wrong one."""
    if pdf.is_pdf(data):
        return _PDF
    by_ending = FORMATS.get(Path(path).suffix.lower())
    if by_ending is None and web_page.is_web_page(data):
        return _PAGE
    return by_ending


def _document(name: str, path: str, data: bytes, text: str) -> Document:
    return Document(
        id=name,
        path=path,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=LaterBlocks(text),
        language=language_of(text),
    )


def _taken(name: str, path: str, data: bytes, taken: Taken) -> Document:
    document = _document(name, path, data, taken.text)
    return replace(document, stated=taken.stated, reader=taken.reader)


class _Reader:
    """Reads one file after the other, and collects what is wrong with them."""

    def __init__(
        self, root: Path, texts: Path | None, again: bool, disk: Files
    ) -> None:
        self.root = root
        self.disk = disk
        self.texts = texts
        self.again = again
        self.problems: list[Problem] = []

    def look(self, path: Path) -> list[tuple[Path, Saved]]:
        """The file at *path*, with what it holds, unless it went this moment; a problem
        when it cannot be read."""
        try:
            return [(path, self.disk.look(os.fspath(path)))]
        except OSError as error:
            if isinstance(error, FileNotFoundError) and not path.is_symlink():
                return []
            self.problems.append(refused(path, self.root, error))
            return []

    def read(self, ident: str, name: str, data: bytes) -> Document | None:
        """The document in the file called *name*; None, and a problem, when it has
        none."""
        try:
            format_ = _format(name, data)
            if format_ is None:
                document = document_of(ident, name, data)
            else:
                document = self._of_format(ident, name, data, format_)
        except UndecodableError as error:
            self._say(
                name,
                "source-not-text",
                f"the file cannot be read as text (tried as {error})",
                "save it as plain text in UTF-8",
            )
            return None
        except UnreadableError as error:
            self._say(name, error.code, error.reason, error.hint)
            return None
        if not document.text.strip():
            self._say(
                name,
                "source-empty",
                "the file holds no text, so nothing can be found in it",
                "put the article's text into it, or remove the file",
            )
            return None
        return document

    def _of_format(
        self, ident: str, name: str, data: bytes, format_: Format
    ) -> Document:
        kept = self._kept(ident, name, data)
        if kept is None:
            taken = format_.take(data)
            self.problems += (_left_out(name, note) for note in taken.notes)
            return _taken(ident, name, data, taken)
        if self.again and kept.reader != format_.reader():
            kept = self._compared(ident, name, kept, format_.take(data))
        assert self.texts is not None
        path = (self.texts / f"{ident}.txt").relative_to(self.root).as_posix()
        return replace(_taken(ident, name, data, kept), text_path=path)

    def _kept(self, ident: str, name: str, data: bytes) -> Taken | None:
        if self.texts is None:
            return None
        try:
            return kept_text(self.texts, ident, hashlib.sha256(data).hexdigest())
        except EditedTextError as error:
            path = error.path.relative_to(self.root).as_posix()
            self.problems.append(
                Problem(
                    Origin(path),
                    Severity.ERROR,
                    "text-edited",
                    f"this is no longer the text that was taken out of {name}",
                    "bring the file back as it was (git restore), or delete it and run "
                    "`dateline extract`",
                )
            )
            return None

    def _compared(self, ident: str, name: str, kept: Taken, now: Taken) -> Taken:
        """*kept*, said to be of today's reader where that takes out the same text."""
        if now.text == kept.text:
            return now
        assert self.texts is not None
        path = (self.texts / f"{ident}.txt").relative_to(self.root).as_posix()
        self.problems.append(
            Problem(
                Origin(path),
                Severity.NOTE,
                "text-read-otherwise",
                f"{now.reader} takes another text out of {name} than {kept.reader} "
                "did; that one is kept, since passages are proven against it",
                "to take the new one, delete this file and run `dateline extract`",
            )
        )
        return kept

    def _say(self, name: str, code: str, message: str, hint: str) -> None:
        self.problems.append(
            Problem(Origin(name), Severity.WARNING, code, message, hint)
        )


def _add_sidecar(
    path: Path, root: Path, found: dict[str, Document], names: set[str]
) -> Iterator[Problem]:
    """What the sidecar at *path* states goes to its document, the first firmest."""
    name = path.relative_to(root).as_posix()
    owner = path.stem
    if owner not in names:
        yield Problem(
            Origin(name),
            Severity.NOTE,
            "sidecar-alone",
            f"there is no article “{owner}” that this file could describe",
            "name it as the article, with its own ending",
        )
        return
    try:
        stated, problems = sidecar.sidecar(name, path.read_bytes())
    except OSError as error:
        yield refused(path, root, error)
        return
    yield from problems
    for document in list(found.values()):
        if owner in (document.id, Path(document.path).name):
            together: tuple[Stated, ...] = (*document.stated, *stated)
            found[document.id] = replace(document, stated=together)


def _left_out(name: str, note: Note) -> Problem:
    return Problem(Origin(name), Severity.NOTE, note.code, note.message, note.hint)


def _other_ending(name: str, ending: str) -> Problem:
    return Problem(
        Origin(name),
        Severity.NOTE,
        "source-not-read",
        f"files ending in “{ending}” are not read as sources"
        if ending
        else "files without an ending are not read as sources",
        "save the article as .txt, .md, .html, .pdf or .eml",
    )


def _same_id(document: Document, first: Document) -> Problem:
    return Problem(
        Origin(document.path),
        Severity.ERROR,
        "source-id-twice",
        f"its id “{document.id}” is already that of {first.path}",
        "rename one of the two files",
    )
