"""Touches the disk: what a person answers to an entry of the queue, carried out."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.config import Project
from generator.model.events import Status
from generator.problems import DatelineError
from generator.review.queue import Entry, Matter, Passage, Queue
from generator.review.settled import settle, settled_of
from generator.store import ContentFile
from generator.store.edits import Edit, RemoveKey, SetValue, edit, merge_into

MOST_NEAR = 3
"""So many events are named to one who looked for another."""


class NoSuchEventError(DatelineError):
    """An event is to be merged into one that is not there."""

    def __init__(self, other: str, event: str, titles: Mapping[str, str]) -> None:
        words = other.casefold()
        others = {id: title for id, title in titles.items() if id != event}
        near = difflib.get_close_matches(other, others, n=1) or [
            id for id, title in others.items() if words in f"{id} {title}".casefold()
        ]
        hint = f" Did you mean “{'” or “'.join(near[:MOST_NEAR])}”?" if near else ""
        super().__init__(f"There is no other event “{other}”.{hint}")


class UnprovenError(DatelineError):
    """An event is to be accepted that no passage proves."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"No passage proves this event, so it was not accepted. Type e and add "
            f"citations: to {path} (`dateline cite` prints the block), or r to reject "
            "it."
        )


class NotPrintedSoError(DatelineError):
    """An event is to be accepted whose source does not print what it quotes."""

    def __init__(self, passage: Passage) -> None:
        super().__init__(
            f"“{passage.exact}” does not stand in {passage.source} once, so the event "
            "was not accepted. Type e and mend the quotation, or r to reject the event."
        )


def accept(project: Project, queue: Queue, entry: Entry) -> str:
    """Do what the entry offers, and say what was done.

    Raises:
        UnprovenError, NotPrintedSoError: Nothing proves what is to be accepted.
        NotWrittenError: The file is written in a way that only a person can change.
        ChangedOnDiskError: It was saved at this very moment.
        FileAccessError: The system refused.
    """
    file = queue.store.files[f"events/{entry.event}"]
    if entry.matter is Matter.PROPOSED:
        _refuse_unproven(entry, file.path)
    edit(project, file, accepting(entry, file))
    return _DONE[entry.matter]


def _refuse_unproven(entry: Entry, path: str) -> None:
    if not entry.passages:
        raise UnprovenError(path)
    for passage in entry.passages:
        if not passage.line:
            raise NotPrintedSoError(passage)


def accepting(entry: Entry, file: ContentFile) -> Sequence[Edit]:
    """The edits that do what the entry offers for *file*. Pure."""
    match entry.matter:
        case Matter.PROPOSED:
            return [SetValue(("status",), str(Status.REVIEWED))]
        case Matter.DIFFERS:
            assert entry.offer is not None
            return entry.offer.edits
        case Matter.QUOTE:
            return _as_printed(entry, file)
        case Matter.TWIN | Matter.SINGLE_SOURCE | Matter.UNDATED:
            raise AssertionError(f"{entry.matter} is not a matter of one file's words")


_DONE = {
    Matter.PROPOSED: "reviewed",
    Matter.DIFFERS: "taken",
    Matter.QUOTE: "written as printed",
}


def reject(project: Project, queue: Queue, entry: Entry) -> str:
    """The event is not to be published; its file stays, so it is not proposed again."""
    file = queue.store.files[f"events/{entry.event}"]
    edit(project, file, [SetValue(("status",), str(Status.REJECTED))])
    return "rejected"


def merge(project: Project, queue: Queue, event: str, other: str) -> str:
    """*other* tells what *event* told, too, and *event* is gone.

    Raises:
        RejectedHeirError, NotWrittenError, ChangedOnDiskError, FileGoneError,
            NotReadableError, FileAccessError: As `merge_into` does.
    """
    remarks = merge_into(project, queue.store, event, other, queue.texts)
    path = queue.store.files[f"events/{other}"].path
    kept = f"; what else you wrote stands as remarks at the top of {path}"
    return f"merged into {other}{kept if remarks else ''}"


def heir_of(queue: Queue, event: str, other: str) -> str:
    """*other*, when *event* can be merged into it.

    Raises:
        NoSuchEventError: There is no event *other*, or it is *event* itself.
    """
    if other == event or f"events/{other}" not in queue.store.files:
        titles = {event.id: event.title for event in queue.events}
        raise NoSuchEventError(other, event, titles)
    return other


def doubts(queue: Queue, event: str, other: str) -> list[str]:
    """Why a person may not mean to merge *event* into *other*, in sentences."""
    one, heir = queue.event(event), queue.event(other)
    assert one is not None
    assert heir is not None
    found = []
    if one.status is not heir.status:
        because = (
            f"what goes over counts as {heir.status} with it"
            if one.status is Status.PROPOSED
            else f"what is {one.status} here is {heir.status} there"
        )
        found.append(f"{other} is {heir.status}: {because}")
    if one.date != heir.date:
        dates = [f"“{date}”" if date else "no date" for date in (one.date, heir.date)]
        found.append(f"the dates differ: {dates[0]} here, {dates[1]} in {other}")
    if one.factuality is not heir.factuality:
        found.append(f"this one is {one.factuality}, {other} is {heir.factuality}")
    return found


def keep(project: Project, queue: Queue, entry: Entry) -> str:
    """Things stay as they are, and nobody is asked about this again."""
    before = settled_of(project, entry.event)
    match entry.matter:
        case Matter.DIFFERS:
            assert entry.offer is not None
            declined = {**before.declined, entry.offer.name: entry.offer.value}
            after = replace(before, declined=declined)
        case Matter.TWIN:
            after = replace(before, apart=(*before.apart, entry.other))
        case Matter.SINGLE_SOURCE:
            sources = {passage.source for passage in entry.passages}
            enough = {*before.single_source, *sources}
            after = replace(before, single_source=tuple(sorted(enough)))
        case _:
            raise AssertionError(f"{entry.matter} cannot be kept as it is")
    settle(project, entry.event, after)
    queue.settled[entry.event] = after
    return "kept"


def _as_printed(entry: Entry, file: ContentFile) -> list[Edit]:
    """The quotation as the source prints it now, with the neighbours that it needs."""
    assert entry.drift is not None
    assert entry.drift.now is not None
    now = entry.drift.now
    citation = file.values["citations"]
    assert isinstance(citation, list)
    old = citation[entry.index]
    assert isinstance(old, dict)
    path = ("citations", entry.index)
    edits: list[Edit] = []
    for key, value in (
        ("exact", now.exact),
        ("prefix", now.prefix),
        ("suffix", now.suffix),
    ):
        if value:
            edits.append(SetValue((*path, key), value))
        elif key in old:
            edits.append(RemoveKey((*path, key)))
    return edits
