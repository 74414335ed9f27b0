"""What waits for a person in a project, and what they decide of it.

Joins the stages like the pipeline. Doors: `read_queue` lists what waits, `walk` asks
about one after the other, `as_data` is the list for programs.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import Any

from generator.checks import pairs_to_judge
from generator.config import Project
from generator.files import LockedError, ProjectLock
from generator.model.events import Event
from generator.problems import Severity
from generator.review.queue import Entry, Matter, Passage, Queue, Twin
from generator.review.settled import read_settled
from generator.review.walk import Session
from generator.sources import read_documents
from generator.store import read_store, with_excerpts
from generator.store.edits import deleted_events, read_suggestions, restore

__all__ = [
    "Entry",
    "Matter",
    "Passage",
    "Queue",
    "Session",
    "as_data",
    "deleted",
    "end_leftovers",
    "names_without_file",
    "read_queue",
    "restore_event",
]


def end_leftovers(project: Project) -> None:
    """What a run that was killed had begun in *project* is ended, unless another run is
    at work there, which has done that.

    Raises:
        FileAccessError: The system refused.
    """
    with suppress(LockedError), ProjectLock(project.lock, patience=0):
        pass


def read_queue(project: Project) -> Queue:
    """What waits in *project* now.

    Raises:
        FileAccessError, ProposedUnreadableError, SettledUnreadableError: A file that
            is needed for it cannot be read.
    """
    documents, problems = read_documents(project.seeds, project.root, project.texts)
    store, more = read_store(project)
    twins: dict[str, list[Twin]] = defaultdict(list)
    suggestions = read_suggestions(project)
    for one, other, because in pairs_to_judge(store.content, suggestions):
        twins[other.id].append(Twin(one.id, one.title, because))
    unread = [p for p in (*problems, *more) if p.severity is not Severity.NOTE]
    shown = with_excerpts(unread, project.root)
    return Queue(store, documents, read_settled(project), twins, shown)


def deleted(project: Project) -> list[str]:
    """Ids of the proposals that people deleted."""
    return deleted_events(read_store(project)[0])


def restore_event(project: Project, name: str) -> str:
    """The path of the deleted proposal *name*, which is there again.

    Raises:
        NothingToRestoreError: Nobody deleted such an event.
        FileAccessError, LockedError: It could not be written.
    """
    with ProjectLock(project.lock):
        return restore(project, read_store(project)[0], name)


def names_without_file(project: Project, path: str) -> list[str]:
    """Ids that the event at *path* names and that have no file, sorted.

    A name that no event had any more was taken back; the next extraction makes it
    again.
    """
    files = read_store(project)[0].files
    events = (file.thing for file in files.values() if file.path == path)
    return sorted(
        name
        for event in events
        if isinstance(event, Event)
        for name in (*event.people, *event.organisations, *event.places)
        if f"entities/{name}" not in files
    )


def as_data(entry: Entry) -> dict[str, Any]:
    """*entry* for programs: texts and numbers only, nothing left out."""
    return {
        "matter": str(entry.matter),
        "event": entry.event,
        "title": entry.title,
        "path": entry.origin.path,
        "line": entry.origin.line,
        "column": entry.origin.column,
        "message": entry.message,
        "hint": entry.hint,
        "offered": None if entry.offer is None else entry.offer.value,
        "field": None if entry.offer is None else entry.offer.field,
        "other": entry.other or None,
        "fate": None if entry.drift is None else str(entry.drift.fate),
        "alarms": [] if entry.drift is None else list(entry.drift.alarms),
        "passages": [_passage_data(passage) for passage in entry.passages],
    }


def _passage_data(passage: Passage) -> dict[str, Any]:
    return {
        "source": passage.source,
        "line": passage.line,
        "before": passage.before,
        "exact": passage.exact,
        "after": passage.after,
    }
