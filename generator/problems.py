"""What goes wrong, and where: values for the user's files, exceptions for the rest.

A `Problem` is something in a file that a person should look at: it is collected,
never raised, so that one bad file does not hide the problems of the next.
A `DatelineError` stops the run; each kind has a class that writes its own sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path


class Severity(IntEnum):
    """How much a problem matters: an error stops publication, the others do not."""

    ERROR = 1
    WARNING = 2
    NOTE = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in a file that an editor can open.

    `path` is relative to the project, with forward slashes. `line` and `column`
    count from 1, in code points; 0 means that the whole file is meant.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        if not self.column:
            return f"{self.path}:{self.line}"
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in the user's files that a person should look at.

    `message` quotes the user's own words and says what is wrong in their terms;
    `hint` is the next thing to do; `excerpt` is the source line, shown with a
    marker under `origin.column`.
    """

    origin: Origin
    severity: Severity
    code: str
    message: str
    hint: str = ""
    excerpt: str = field(default="", compare=False)

    def __str__(self) -> str:
        lines = [f"{self.origin}: {self.severity}: {self.message} [{self.code}]"]
        if self.excerpt:
            number = str(self.origin.line)
            lines.append(f"  {number} | {self.excerpt}")
            if self.origin.column:
                gutter = " " * len(number)
                pad = " " * (self.origin.column - 1)
                lines.append(f"  {gutter} | {pad}^")
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


def has_errors(problems: Iterable[Problem]) -> bool:
    """True when one of *problems* stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class DatelineError(Exception):
    """Stops the run. `str()` is a sentence for the user, with the next step."""


class ChangedOnDiskError(DatelineError):
    """A file was edited between our reading and our writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} changed while it was being worked on, so it was left alone. "
            "Run the command again."
        )


class FileAccessError(DatelineError):
    """The operating system refused a file operation."""

    def __init__(self, path: Path | str, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        super().__init__(f"{path}: {reason}. Nothing was changed there.")
