"""What a regeneration would do: values that can be shown, counted, and carried out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.events import Suggestion
from generator.problems import DatelineError, Problem


class Action(StrEnum):
    """What happens to a content file.

    `withdraw`: it is removed; the tool alone wrote it, and no source says it any more.
    `remember`: nothing; the tool notes what a person did, so that it stays so.
    """

    CREATE = "create"
    CHANGE = "change"
    WITHDRAW = "withdraw"
    REMEMBER = "remember"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One file, what is done to it, and of what in it."""

    path: str
    action: Action
    what: tuple[str, ...] = ()

    def __str__(self) -> str:
        line = f"{self.action} {self.path}"
        return f"{line}: {', '.join(self.what)}" if self.what else line


@dataclass(frozen=True, slots=True)
class FileWrite:
    """One file's new bytes; None removes it.

    `expected` is what was read; None when there was no such file. It is written
    only over that.
    """

    path: str
    expected: bytes | None
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Step:
    """A content file and the records that speak of it, written in this order.

    Should the run end between the two, the next one finds the file as proposed and
    agrees; the other order would take the old value for a person's. A file that goes is
    `announced`, in its record, lest a person be thought to have deleted it.
    `takes_from` are other content files whose passages move to this one: it is written
    with them or not at all, lest a passage stand in both.
    """

    content: FileWrite | None
    records: tuple[FileWrite, ...] = ()
    takes_from: frozenset[str] = frozenset()
    announced: FileWrite | None = None

    @property
    def writes(self) -> tuple[FileWrite, ...]:
        """All of it, in order."""
        first = (self.announced, self.content)
        return (*(write for write in first if write is not None), *self.records)


@dataclass(frozen=True, slots=True)
class Revision:
    """Everything a regeneration would do, in the order in which it is done.

    `left_out` counts the events that are below the timeline's size and have no file;
    `suggestions` are pairs of events that may be one.
    """

    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    steps: tuple[Step, ...] = ()
    left_out: int = 0
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def pending(self) -> bool:
        """True when any file would be written."""
        return bool(self.steps)

    def possible(self, changed: Collection[str]) -> list[Step]:
        """The steps that can be done although the files *changed* are not as read."""
        left = set(changed)
        steps = list(self.steps)
        while True:
            possible = [
                step
                for step in steps
                if not left & step.takes_from
                and (step.content is None or step.content.path not in left)
            ]
            if len(possible) == len(steps):
                return steps
            left |= {s.content.path for s in steps if s.content and s not in possible}
            steps = possible


class ManyFilesGoneError(DatelineError):
    """So many files are gone at once that it looks like a mistake."""

    def __init__(self, gone: Sequence[str], known: int) -> None:
        shown = ", ".join(gone[:3])
        super().__init__(
            f"{len(gone)} of {known} content files are gone since the last run "
            f"({shown}, …), so nothing was done. Bring them back, or, if they were "
            "meant to go, run `dateline extract --accept-deletions`."
        )


class ManyFilesWithdrawnError(DatelineError):
    """So many proposals have lost their passages that it looks like a mistake."""

    def __init__(self, files: Sequence[str], known: int) -> None:
        shown = ", ".join(files[:3])
        super().__init__(
            f"The words that prove {len(files)} of {known} content files no longer "
            f"stand in seeds/ ({shown}, …), so nothing was done. Bring the sources "
            "back, or, if these events are to go, run "
            "`dateline extract --accept-deletions`."
        )
