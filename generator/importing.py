"""What `dateline import` does: another program's timeline into proposed events.

An import makes new files only: the document of the rows, its card, the events, and who
is named in them. All of it is written or nothing, and what is there is left alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from generator.config import Project
from generator.exchange import (
    FOLDER,
    FORMATS,
    ROWS,
    Entry,
    NotTextError,
    Table,
    cast_of,
    citation,
    document_text,
    event_of,
    fault,
    format_of,
    holds,
    is_imported,
    remark,
    row_of,
    text_of,
    with_title,
)
from generator.exporting import phrases_of
from generator.files import ProjectLock, remove_atomically, write_atomically
from generator.leftovers import expect, expected_at
from generator.model.events import SourceProposal
from generator.model.sources import Document
from generator.problems import (
    ChangedOnDiskError,
    DatelineError,
    FileAccessError,
    Origin,
    Problem,
    has_errors,
)
from generator.sources import read_documents
from generator.store import Store, read_store
from generator.store.edits import (
    content_path,
    entity_file,
    event_file,
    event_id,
    id_of_words,
    source_file,
)

LARGEST = 32_000_000
"""Bytes of a file that is imported, as of any source."""

WORDS_OF_ID = 7


class TooLargeError(DatelineError):
    """A file is larger than anything that is read as a source."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(
            f"{path} has {size // 1_000_000} MB, and at most {LARGEST // 1_000_000} MB "
            "are imported. Split it into several files."
        )


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import wrote, and what there is to say of it, sorted by place.

    `written` are paths relative to the project, none where a problem is an error;
    `events` counts the new events, `kept` the rows that were imported before or whose
    id is taken.
    """

    written: tuple[str, ...]
    events: int
    kept: int
    problems: tuple[Problem, ...]


def import_file(project: Project, path: Path, form: str | None = None) -> ImportReport:
    """Write what the file at *path* has and *project* does not know yet.

    *form* is the name of its format; None where the file itself is to tell.

    Raises:
        FileAccessError: The system refuses to read or to write a file.
        TooLargeError: The file is none that could be imported.
        UnknownFormatError: Nothing tells its format.
    """
    name = path.name
    try:
        text = text_of(path.as_posix(), _bytes(path))
    except NotTextError as error:
        return ImportReport((), 0, 0, (error.problem,))
    form = form or format_of(name, text)
    found = FORMATS[form]
    read = found.read(path.as_posix(), text, phrases_of(project))
    problems = [*read.problems, *_about_all(path, text, form, read.table, project)]
    if has_errors(problems):
        return ImportReport((), 0, 0, tuple(_shown(problems, text)))
    with ProjectLock(project.lock):
        store, _ = read_store(project)
        documents, _ = read_documents(project.seeds, project.root, project.texts)
        new, kept, more = _news(read.table.entries, store, documents)
        problems += more
        files, unnamed = _files(name, found.program, new, store, documents, project)
        problems += unnamed
        _write_all(project.root, files)
    told = tuple(sorted(set(_shown(problems, text))))
    return ImportReport(tuple(sorted(files)), len(new), kept, told)


def _about_all(
    path: Path, text: str, form: str, table: Table, project: Project
) -> Iterator[Problem]:
    """What there is to say of a whole file: that it has no event, or a name."""
    at = Origin(path.as_posix(), 1, 1)
    if not table.entries:
        headed = "csv" in form and text.strip()
        say = remark if headed else fault
        hint = (
            "write a row for each below the names of the columns"
            if "csv" in form
            else "see docs/exchange.md for what the program writes"
        )
        yield say(at, "nothing", "there is no event in this file", hint)
    site = project.site
    for key, words, ours in (
        ("title", table.title, site.title),
        ("description", table.description, site.description),
    ):
        if words and words != ours:
            yield remark(
                at,
                "name",
                f"“{words}” is the {key} of the timeline, and no event: it is left out",
                f"write it as {key} in dateline.toml, if it is to be yours",
            )


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise TooLargeError(path, size)
        return path.read_bytes()
    except OSError as error:
        raise FileAccessError(path, error) from error


def _shown(problems: Iterable[Problem], text: str) -> Iterator[Problem]:
    """*problems* of a file with *text*, each with the line that it stands in."""
    lines = text.split("\n")
    for problem in problems:
        number = problem.origin.line
        excerpt = lines[number - 1] if 0 < number <= len(lines) else ""
        yield replace(problem, excerpt=excerpt)


def _news(
    entries: Sequence[Entry], store: Store, documents: Sequence[Document]
) -> tuple[list[Entry], int, list[Problem]]:
    """The entries that the project does not know, each once; how many it knows, and
    what there is to say of the others."""
    before = [document for document in documents if is_imported(document)]
    taken = _taken(store)
    rows: set[str] = set()
    kept = 0
    new: list[Entry] = []
    problems: list[Problem] = []
    for entry in entries:
        entry = replace(entry, title=with_title(entry))
        row = row_of(entry)
        if not entry.title:
            problems.append(_nothing_told(entry))
        elif row in rows:
            problems.append(_twice(entry))
        elif any(holds(document, row) for document in before):
            kept += 1  # what became of it is for the editors
        elif entry.id and id_of_words(entry.id) in taken:
            kept += 1
            problems.append(_id_taken(entry))
        else:
            new.append(entry)
        rows.add(row)
    return new, kept, problems


def _taken(store: Store) -> set[str]:
    """Ids that events have, had, or were proposed with."""
    known = {*store.files, *store.unread, *store.records}
    ids = {key.partition("/")[2] for key in known if key.startswith("events/")}
    return ids | {name for event in store.content.events for name in event.aliases}


def _files(
    name: str,
    program: str,
    new: Sequence[Entry],
    store: Store,
    documents: Sequence[Document],
    project: Project,
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The new files by their paths, the documents first."""
    content, files = store.content, dict[str, bytes]()
    entity_ids = {key.partition("/")[2] for key in store.files if "entities/" in key}
    former = {alias for entity in content.entities for alias in entity.aliases}
    cast = cast_of(new, content.entities, entity_ids | former)
    sources, events = {document.id for document in documents}, _taken(store)
    sources |= {source.id for source in content.sources}
    unused: list[Problem] = []
    for at in range(0, len(new), ROWS):
        entries = new[at : at + ROWS]
        source = _free_id(f"imported-{id_of_words(Path(name).stem) or 'file'}", sources)
        sources.add(source)
        text = document_text(name, map(row_of, entries))
        files[f"{FOLDER}/{source}.txt"] = text.encode()
        files[content_path(f"sources/{source}")] = _card(source, name, program, text)
        for entry in entries:
            words = " ".join(entry.title.split()[:WORDS_OF_ID])
            own = id_of_words(entry.id)
            event = own if own and own not in events else ""
            event = event or event_id(entry.date, words, events)
            if own != event and entry.id:
                unused.append(_other_id(entry, event))
            events.add(event)
            proposed = event_of(entry, citation(entry, source, text), cast)
            files[content_path(f"events/{event}")] = event_file(proposed).encode()
    for entity in cast.new:
        files[content_path(f"entities/{entity.id}")] = entity_file(entity).encode()
    return files, (*cast.problems, *unused)


def _free_id(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def _card(source: str, name: str, program: str, text: str) -> bytes:
    stated = SourceProposal(
        source,
        title=f"{name}, a timeline",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    about = (
        f"The rows of `{name}` (from {program}), written out when they were imported. "
        "What they say is proven by nothing but this file: put the articles that they "
        "name into seeds/ and cite those."
    )
    return source_file(stated, about).encode()


def _write_all(root: Path, files: dict[str, bytes]) -> None:
    """Every one of *files*, which are new, or none, even where this run is killed."""
    if not files:
        return
    list_, told = expected_at(root), expect(files)
    ours: list[str] = []
    write_atomically(list_, told, expected=None)
    try:
        for path, data in files.items():
            ours.append(path)  # it may be there, even where the writing is said to fail
            write_atomically(root / path, data, expected=None)
    except BaseException as error:  # even an interruption: nothing stays
        if isinstance(error, ChangedOnDiskError):
            ours.pop()
        with suppress(DatelineError):  # the next run takes away what is refused now
            for path in reversed(ours):
                remove_atomically(root / path, expected=files[path])
            remove_atomically(list_, told)
        raise
    remove_atomically(list_, told)


def _nothing_told(entry: Entry) -> Problem:
    return remark(
        entry.origin,
        "empty",
        "there is neither a title nor a text here: it is left out",
    )


def _twice(entry: Entry) -> Problem:
    return remark(
        entry.origin, "twice", f"“{entry.title}” stands here again: it is imported once"
    )


def _id_taken(entry: Entry) -> Problem:
    return remark(
        entry.origin,
        "id-taken",
        f"there is an event “{entry.id}” already, or there was: it is left as it is",
        "give this one another id, if it is another event",
    )


def _other_id(entry: Entry, event: str) -> Problem:
    return remark(
        entry.origin,
        "id",
        f"the id “{entry.id}” is that of another event, or no file can be called that: "
        f"“{entry.title}” is {event}",
        "give each event an id of its own, in letters, digits and hyphens",
    )
