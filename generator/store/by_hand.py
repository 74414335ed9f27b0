"""Touches the disk: single decisions of a person, carried out on events' files.

Each is a patch of the bytes that it concerns; a file that was saved in the meantime
is left alone. Whoever writes holds the project's lock. What a decision changes is said
apart from carrying it out: by `joining` (in a module of its own) and `restoring`.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.config import Project
from generator.files import remove_atomically, write_atomically
from generator.model.events import Event, Status
from generator.problems import (
    ChangedOnDiskError,
    DatelineError,
    FileAccessError,
    Problem,
)
from generator.store.cut import UnreadableError
from generator.store.folder import Store
from generator.store.joining import joining
from generator.store.layout import content_path, id_of, record_path
from generator.store.patch import AddRemarks, Edit, RefusedError, SetBody, patched
from generator.store.proposal_values import BODY
from generator.store.reading import ContentFile, read_file
from generator.store.regenerate import merge_values
from generator.store.revision import FileWrite
from generator.store.writing import new_file

Texts = Mapping[str, str]


class NotWrittenError(DatelineError):
    """A value cannot be put into a file without touching something else in it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} was left as it is: {reason}. Open the file and change it there."
        )


class FileGoneError(DatelineError):
    """A file was deleted or renamed since it was read."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not there any more, so it is not asked about.")


class RejectedHeirError(DatelineError):
    """An event is to be merged into one that is published nowhere."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} says “status: rejected”, so it is published nowhere and nothing "
            "was merged into it. Correct its status first, or reject this event, too."
        )


class NotReadableError(DatelineError):
    """A file was saved so that it cannot be read; `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(f"{first.origin}: {first.message}. Nothing was written there.")
        self.problems = problems


class NothingToRestoreError(DatelineError):
    """Nobody deleted an event of that name."""

    def __init__(self, name: str, deleted: Sequence[str]) -> None:
        near = difflib.get_close_matches(name, deleted, n=1)
        if near:
            hint = f"Did you mean “{near[0]}”?"
        elif deleted:
            hint = "Those that were: dateline review --deleted"
        else:
            hint = "Nobody deleted a proposal here."
        super().__init__(f"No event “{name}” was deleted. {hint}")


def read_again(
    project: Project, file: ContentFile
) -> tuple[ContentFile, list[Problem]]:
    """*file* as it stands on the disk now, and what is wrong in it.

    Raises:
        FileGoneError: It is not there any more.
        NotReadableError: It is not a content file any more.
        FileAccessError: The system refused.
    """
    path = project.root / file.path
    try:
        return read_file(file.path, file.folder, path.read_bytes())
    except FileNotFoundError as error:
        raise FileGoneError(file.path) from error
    except OSError as error:
        raise FileAccessError(path, error) from error
    except UnreadableError as error:
        raise NotReadableError(error.problems) from error


def edit(project: Project, file: ContentFile, edits: Sequence[Edit]) -> ContentFile:
    """*file* with *edits*, read, changed and written in one go.

    Raises:
        NotWrittenError: An edit would touch something else.
        ChangedOnDiskError: Somebody saved it at this very moment.
        FileGoneError, NotReadableError, FileAccessError: As `read_again` does.
    """
    before, _ = read_again(project, file)
    try:
        after = patched(before, edits)
    except RefusedError as error:
        raise NotWrittenError(file.path, str(error)) from error
    if after.data != before.data:
        write_atomically(project.root / file.path, after.data, expected=before.data)
    return after


def merge_into(
    project: Project, store: Store, event: str, other: str, texts: Texts
) -> bool:
    """*other* proves what *event* told, too, and *event*'s address leads there.

    The passages, names, tags, claims, pictures and corrections that *other* lacks are
    added to it, and below its own text what a person wrote of *event*; its title and
    date stay. *event*'s file goes, last of all. True when some of what a person wrote
    there has no place in *other*, and stands at the top of it as remarks.

    Raises:
        RejectedHeirError: *other* is published nowhere.
        ChangedOnDiskError: One of the two was saved since *store* was read.
        NotWrittenError, FileGoneError, NotReadableError, FileAccessError: As `edit`
            does.
    """
    file, heir = (_as_read(project, store, name) for name in (event, other))
    if isinstance(heir.thing, Event) and heir.thing.status is Status.REJECTED:
        raise RejectedHeirError(heir.path)
    edits = joining(file, heir, texts, store.records.get(f"events/{event}"))
    told = file.parts.text.strip()
    if _has_own_text(store, file) and told not in heir.parts.text:
        edits.append(SetBody(f"{heir.parts.text.strip()}\n\n{told}".strip()))
    edit(project, heir, edits)
    remove_atomically(project.root / file.path, expected=file.data)
    return any(isinstance(one, AddRemarks) for one in edits)


def _as_read(project: Project, store: Store, event: str) -> ContentFile:
    """The file of *event*, of which nobody has saved another one meanwhile."""
    before = store.files[f"events/{event}"]
    now, _ = read_again(project, before)
    if now.data != before.data:
        raise ChangedOnDiskError(project.root / now.path)
    return now


def _has_own_text(store: Store, file: ContentFile) -> bool:
    """True when a person wrote the text below the header of *file*."""
    record = store.records.get(f"events/{file.id}")
    proposed = {} if record is None else record.values
    written = merge_values(file).get(BODY)
    return bool(written) and written != proposed.get(BODY)


def deleted_events(store: Store) -> list[str]:
    """Ids of the proposals that people deleted, sorted; not of those merged away."""
    present = {alias for event in store.content.events for alias in event.aliases}
    return sorted(
        id_of(key)
        for key, record in store.records.items()
        if record.gone
        and key.startswith("events/")
        and record.values.get("title")
        and id_of(key) not in present
    )


def restore(project: Project, store: Store, name: str) -> str:
    """The path of the deleted event *name*, which is there again as it was proposed.

    *name* is its id, or the name of the file that it had.

    Raises:
        NothingToRestoreError: Nobody deleted such an event.
        FileAccessError: The system refused.
    """
    name = PurePosixPath(name.replace("\\", "/")).name.removesuffix(".md")
    if name not in deleted_events(store):
        raise NothingToRestoreError(name, deleted_events(store))
    file, record = restoring(store, name)
    for write in (file, record):
        assert write.data is not None
        write_atomically(project.root / write.path, write.data, write.expected)
    return file.path


def restoring(store: Store, name: str) -> tuple[FileWrite, FileWrite]:
    """What brings back the deleted event *name*: its file, then its record. Pure."""
    key = f"events/{name}"
    record = store.records[key]
    header = {k: v for k, v in record.values.items() if k != BODY}
    text = new_file(
        "events",
        {**header, "status": "proposed"},
        str(record.values.get(BODY, "")),
    )
    back = replace(record, gone=False)
    return (
        FileWrite(content_path(key), None, text.encode()),
        FileWrite(record_path(key), record.data, back.to_bytes()),
    )
