"""The editor's desk: joins the stages for what people write by hand.

It makes new files only; a file that is there is never changed here.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.checks import likely_passage, passages
from generator.config import Project
from generator.files import ProjectLock, write_atomically
from generator.model.citations import Citation
from generator.model.edtf import Edtf
from generator.model.entities import EntityKind
from generator.model.selectors import quote_of
from generator.model.sources import Document
from generator.problems import DatelineError, Problem
from generator.sources import read_documents
from generator.sources.card import describe
from generator.sources.creation import creation_time
from generator.store import read_store
from generator.store.edits import (
    citation_block,
    content_path,
    entity_skeleton,
    event_id,
    event_skeleton,
    id_of_words,
    source_skeleton,
)

WORDS_OF_ID = 7
MOST_NAMES = 5
"""So many documents are named to one who looked for another."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that was looked for: the line of its source that it begins in, and
    the citation of it."""

    line: int
    citation: Citation

    @property
    def block(self) -> str:
        """The citation as it stands under `citations:` in an event's file."""
        return citation_block(self.citation)


class NoSuchSourceError(DatelineError):
    """No document in seeds/ has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = difflib.get_close_matches(name, known, n=1)
        some = ", ".join(known[:MOST_NAMES]) + (", …" if known[MOST_NAMES:] else "")
        hint = f"Did you mean “{near[0]}”?" if near else f"There are: {some}."
        super().__init__(
            f"seeds/ has no document “{name}”. "
            + (hint if known else "The folder holds none.")
        )


class UnreadSourceError(DatelineError):
    """The document that may be meant is there, and could not be read."""

    def __init__(self, problem: Problem) -> None:
        hint = f"{problem.hint[:1].upper()}{problem.hint[1:]}." if problem.hint else ""
        said = f"{problem.origin}: {problem.message}. {hint}"
        super().__init__(said.rstrip())


class SeveralSourcesError(DatelineError):
    """The beginning of a name that several documents share."""

    def __init__(self, name: str, meant: Sequence[str]) -> None:
        super().__init__(
            f"“{name}” may mean {' or '.join(meant[:MOST_NAMES])}. "
            "Write more of the name."
        )


class NotPrintedError(DatelineError):
    """The words are not in the document, whatever their marks and spaces are."""

    def __init__(self, words: str, document: Document) -> None:
        near = likely_passage(words, document.text)
        if near is None:
            super().__init__(
                f"“{words}” is not in {document.path}, nor anything like it. "
                "Copy a few words from there."
            )
            return
        line = document.text.count("\n", 0, near.start) + 1
        printed = document.text[near.start : near.end]
        super().__init__(
            f"“{words}” is not in {document.path}. The nearest there, in line {line}, "
            f"is “{printed}”. If that is meant, copy words from it."
        )


class SeveralPassagesError(DatelineError):
    """Words that stand in a document more than once."""

    def __init__(self, words: str, found: Sequence[Passage]) -> None:
        lines = ", ".join(str(passage.line) for passage in found)
        super().__init__(
            f"“{words}” stands {len(found)} times in {found[0].citation.source} "
            f"(lines {lines}). Give more of the words around the one that is meant."
        )


class ExistsError(DatelineError):
    """A new file was asked for where one is."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is there already, so nothing was written.")


class NotOneLineError(DatelineError):
    """A title or a name that is empty, or goes over several lines."""

    def __init__(self, what: str, text: str) -> None:
        lines = len(text.strip().splitlines())
        fault = f"has {lines} lines" if lines else "is empty"
        way = "in one line" if lines else "in quotes"
        super().__init__(f"The {what} {fault}, so nothing was written. Give it {way}.")


class UnwritableError(DatelineError):
    """A title or a name that no text file can hold."""

    def __init__(self, what: str, character: str) -> None:
        super().__init__(
            f"The {what} has a character that is not part of any text "
            f"({character!a}), so nothing was written. Type it anew."
        )


class NoIdError(DatelineError):
    """A name without a Latin letter or a digit, of which no file name can be made."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No file name can be made of “{name}”. "
            "Choose one in Latin letters, such as: --id wonsan"
        )


def cite(project: Project, source: str, words: str) -> list[Passage]:
    """Every passage of *source* that *words* stand for, in the order of the text.

    *source* is a document's id, the beginning of it, or a path to its file.

    Raises:
        NoSuchSourceError: No document is called that.
        UnreadSourceError: One is, but nothing can be read of it.
        SeveralSourcesError: Several are.
        NotPrintedError: The words are not in it.
    """
    document = _document(source, project)
    found = passages(words, document.text)
    if not found:
        raise NotPrintedError(words, document)
    return [
        Passage(
            document.text.count("\n", 0, place.start) + 1,
            Citation(document.id, quote_of(document.text, place.start, place.end)),
        )
        for place in found
    ]


def cite_one(project: Project, source: str, words: str) -> Passage:
    """The only passage of *source* that *words* stand for, or that is printed so,
    letter for letter.

    Raises:
        SeveralPassagesError: There are several; more words would tell them apart.
        NoSuchSourceError, UnreadSourceError, SeveralSourcesError, NotPrintedError: As
            `cite` does.
    """
    found = cite(project, source, words)
    printed = [p for p in found if p.citation.quote.exact == words.strip()]
    meant = printed if len(printed) == 1 else found
    if len(meant) > 1:
        raise SeveralPassagesError(words, found)
    return meant[0]


def new_event(
    project: Project,
    title: str,
    date: Edtf | None = None,
    cited: Sequence[Passage] = (),
) -> Path:
    """A new event's file to fill in, with what is known of it already.

    It is only proposed until a person writes that it is reviewed.

    Raises:
        NotOneLineError: *title* is empty, or goes over several lines.
        UnwritableError: It has a control character, or half of one.
    """
    title = _one_line("title", title)
    with ProjectLock(project.lock):
        store, _ = read_store(project)
        known = {*store.files, *store.unread, *store.records}
        taken = {key.partition("/")[2] for key in known if key.startswith("events/")}
        words = " ".join(title.split()[:WORDS_OF_ID])
        text = event_skeleton(title, date, [passage.citation for passage in cited])
        return _write(project, f"events/{event_id(date, words, taken)}", text)


def new_source(project: Project, name: str) -> Path:
    """A new card for a document in seeds/, with what its own text states.

    Raises:
        NoSuchSourceError: No document is called that.
        UnreadSourceError: One is, but nothing can be read of it.
        SeveralSourcesError: Several are.
        ExistsError: It has a card.
    """
    with ProjectLock(project.lock):
        document = _document(name, project)
        stated = describe(document, creation_time(document, None))
        return _write(project, f"sources/{document.id}", source_skeleton(stated))


def new_entity(project: Project, name: str, kind: EntityKind, id: str = "") -> Path:
    """A new file for a person, an organisation or a place.

    Raises:
        NotOneLineError, UnwritableError: *name* is no line of text.
        NoIdError: *name* has no Latin letters, and no *id* is given.
        ExistsError: There is a file for that id.
    """
    name = _one_line("name", name)
    chosen = id_of_words(id or name)
    if not chosen:
        raise NoIdError(id or name)
    with ProjectLock(project.lock):
        return _write(project, f"entities/{chosen}", entity_skeleton(name, kind))


def _one_line(what: str, text: str) -> str:
    """*text* without the spaces around it."""
    if len(text.strip().splitlines()) != 1:
        raise NotOneLineError(what, text)
    for character in text.strip():
        if unicodedata.category(character) in ("Cc", "Cs"):
            raise UnwritableError(what, character)
    return text.strip()


def _document(name: str, project: Project) -> Document:
    """The document that *name* means."""
    documents, problems = read_documents(project.seeds, project.root, project.texts)
    by_id = {document.id: document for document in documents}
    asked = PurePosixPath(name.replace("\\", "/"))
    for id in (name, asked.name, asked.stem):
        if id in by_id:
            return by_id[id]
    read = {document.path for document in documents}
    for problem in problems if asked.name else ():
        path = problem.origin.path
        if path not in read and PurePosixPath(path).name.startswith(asked.name):
            raise UnreadSourceError(problem)
    meant = [id for id in by_id if id.startswith(asked.name)] if asked.name else []
    if len(meant) > 1:
        raise SeveralSourcesError(name, meant)
    if not meant:
        raise NoSuchSourceError(name, list(by_id))
    return by_id[meant[0]]


def _write(project: Project, key: str, text: str) -> Path:
    path = project.root / content_path(key)
    if path.exists():
        raise ExistsError(content_path(key))
    write_atomically(path, text.encode(), expected=None)
    return path
