"""What goes wrong, and where: values for the user's files, exceptions for the rest.

A `Problem` is something in a file that a person should look at: it is collected,
never raised, so that one bad file does not hide the problems of the next.
A `DatelineError` stops the run; each kind has a class that writes its own sentence.
"""

from __future__ import annotations

import errno
import unicodedata
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


MOST_SHOWN = 160
"""So many characters of a line are shown to a person."""


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
        what = visible(f"{self.origin}: {self.severity}: {self.message}")
        lines = [f"{what} [{self.code}]"]
        if self.excerpt:
            number = str(self.origin.line)
            shown, marked = _shown(self.excerpt, self.origin.column)
            lines.append(f"  {number} | {visible(shown)}")
            if self.origin.column:
                gutter = " " * len(number)
                lines.append(f"  {gutter} | {' ' * marked}^")
        if self.hint:
            lines.append(f"  hint: {visible(self.hint)}")
        return "\n".join(lines)


_VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) != "\t"},
    **dict.fromkeys([*range(0x7F, 0xA0), 0x2028, 0x2029], "\ufffd"),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"),
    0x7F: "\u2421",
}


def visible(text: str) -> str:
    """*text* in one line, with a sign for each character that is none.

    What people quote from a file may hold what a terminal obeys, a line that a
    workflow takes for a command, or turn the words around it.
    """
    return text.translate(_VISIBLE)


def visible_lines(text: str) -> str:
    """*text* as `visible` gives it, in the lines that it has."""
    return "\n".join(map(visible, text.split("\n")))


_ESCAPES = {code: f"\\u{code:04x}" for code in _VISIBLE if code >= 0x7F}


def visible_json(text: str) -> str:
    """*text*, which is JSON, with escapes for the same characters: it says the same."""
    return text.translate(_ESCAPES)


def _shown(line: str, column: int) -> tuple[str, int]:
    """What to show of *line*, and how far from its beginning *column* is marked.

    Of a long line, what stands around the column. A letter of East Asia is as wide
    as two others in a terminal.
    """
    first = max(0, column - 1 - MOST_SHOWN // 2) if len(line) > MOST_SHOWN else 0
    cut = line[first : first + MOST_SHOWN]
    before = f"{'…' if first else ''}{line[first : max(column - 1, 0)]}"
    after = "…" if first + MOST_SHOWN < len(line) else ""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in before)
    return f"{'…' if first else ''}{cut}{after}", len(before) + wide


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
        step = _NEXT_STEPS.get(error.errno or 0, "Look there")
        super().__init__(
            f"{path}: {reason}. Nothing was changed there. "
            f"{step}, then run the command again."
        )


_MAKE_ROOM = "Make room on that disk"
_GET_THE_RIGHT = "Give yourself the right to it (chmod u+rwX)"
_OPEN_FEWER = "Close other programs, or allow more open files (ulimit -n 4096)"
_NEXT_STEPS = {
    errno.ENOSPC: _MAKE_ROOM,
    errno.EDQUOT: _MAKE_ROOM,
    errno.EFBIG: _MAKE_ROOM,
    errno.EACCES: _GET_THE_RIGHT,
    errno.EPERM: _GET_THE_RIGHT,
    errno.EROFS: "Copy the project to a disk that may be written",
    errno.EMFILE: _OPEN_FEWER,
    errno.ENFILE: _OPEN_FEWER,
    errno.EIO: "Save what matters on another disk, as this one may be failing",
}
"""What a person can do about an error of the system."""
