"""Touches the disk: what people settled in a review, so that nobody is asked twice.

One small JSON file for each event under `.dateline/settled/`, committed, without
times; what it says of an event that is gone is of no consequence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.config import Project
from generator.disk import records_in
from generator.files import write_atomically
from generator.problems import DatelineError, FileAccessError
from generator.store import Plain


class SettledUnreadableError(DatelineError):
    """A file of settled questions is damaged."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} cannot be read ({reason}). Bring it back from version control, "
            "or delete it: then you are asked again."
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person decided of one event without changing its file.

    `declined`: values that the tool would have written, by name. `apart`: ids of
    events that are not the same. `single_source`: sources that are enough alone.
    """

    declined: Mapping[str, Plain] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    single_source: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        tree: dict[str, object] = {}
        if self.declined:
            tree["declined"] = dict(self.declined)
        if self.apart:
            tree["apart"] = sorted(self.apart)
        if self.single_source:
            tree["single-source"] = sorted(self.single_source)
        text = json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True)
        return f"{text}\n".encode()


def read_settled(project: Project) -> dict[str, Settled]:
    """What was settled, by the event's id.

    Raises:
        SettledUnreadableError: A file holds something else.
        FileAccessError: The system refused.
    """
    return {path.stem: _read(path)[0] for path in records_in(project.settled)}


def settled_of(project: Project, event: str) -> Settled:
    """What was settled of *event* until now, whoever did it.

    Raises:
        SettledUnreadableError, FileAccessError: As `read_settled` does.
    """
    path = project.settled / f"{event}.json"
    return _read(path)[0] if path.exists() else Settled()


def settle(project: Project, event: str, settled: Settled) -> None:
    """Keep *settled* of *event*.

    Raises:
        ChangedOnDiskError: Another run wrote the file at this moment.
        FileAccessError: The system refused.
    """
    path = project.settled / f"{event}.json"
    before = _read(path)[1] if path.exists() else None
    write_atomically(path, settled.to_bytes(), expected=before)


def _read(path: Path) -> tuple[Settled, bytes]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileAccessError(path, error) from error
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SettledUnreadableError(path, str(error)) from error
    if not isinstance(tree, dict):
        raise SettledUnreadableError(path, "it holds no decisions")
    declined = tree.get("declined")
    return Settled(
        declined if isinstance(declined, dict) else {},
        tuple(map(str, tree.get("apart") or ())),
        tuple(map(str, tree.get("single-source") or ())),
    ), data
