"""A content file's text, cut into the parts that people see; joined, they are the file.

Nothing is normalised here: byte-order mark, line ends and white space stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problems import Origin, Problem, Severity

BOM = "\ufeff"
_RULE = re.compile(r"---[ \t]*")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")


class UnreadableError(Exception):
    """A file has no header that could be read; `problems` say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Cut:
    """The parts of a content file, in order; `str()` joins them again.

    `opening` and `closing` are the two `---` lines with their line ends, `opening`
    with the byte-order mark if there is one.
    """

    opening: str
    header: str
    closing: str
    body: str

    def __str__(self) -> str:
        return f"{self.opening}{self.header}{self.closing}{self.body}"

    @property
    def text(self) -> str:
        """The body as Markdown: line feeds only, without blank lines around it."""
        lines = self.body.replace("\r\n", "\n").rstrip().split("\n")
        while lines and not lines[0].strip():
            del lines[0]
        return "\n".join(lines)


def decode(data: bytes, path: str) -> str:
    """The text of a file's bytes, byte-order mark and line ends included.

    Raises:
        UnreadableError: The bytes are not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = error.start - before.rfind(b"\n")
        raise UnreadableError(
            Problem(
                Origin(path, before.count(b"\n") + 1, column),
                Severity.ERROR,
                "not-utf8",
                f"byte {error.start} of the file is not UTF-8",
                _encoding_hint(data, error.start),
            )
        ) from error


def _encoding_hint(data: bytes, at: int) -> str:
    start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at) % (len(data) + 1)
    before = data[start:at].decode("utf-8", "replace").rpartition(" ")[2]
    after = data[at:end].decode("cp1252", "replace").partition(" ")[0].strip()
    meant = f" (it seems to be Windows’ own: “{before}{after}”)"
    likely = meant if "\ufffd" not in before + after else ""
    return f"save the file again with the encoding UTF-8{likely}"


def cut(text: str, path: str) -> Cut:
    """*text* in its parts: the header ends at the second line that is `---`.

    Raises:
        UnreadableError: There is no header, it is not closed, or the text holds a
            character or a line end that editors do not agree on.
    """
    _refuse_odd_characters(text, path)
    _refuse_conflicts(text, path)
    first = _LINE.match(text)
    opening = first.group() if first else ""
    if not _RULE.fullmatch(opening.removeprefix(BOM).rstrip("\r\n")):
        raise UnreadableError(
            Problem(
                Origin(path, 1, 1),
                Severity.ERROR,
                "header-missing",
                "the file does not begin with a line “---”",
                "begin the file with ---, then the keys, then another ---",
            )
        )
    at = len(opening)
    while at < len(text):
        line = _LINE.match(text, at)
        closing = line.group() if line else ""
        if _RULE.fullmatch(closing.rstrip("\r\n")):
            start = len(opening)
            return Cut(opening, text[start:at], closing, text[at + len(closing) :])
        at += len(closing)
    raise UnreadableError(
        Problem(
            Origin(path, 1, 1),
            Severity.ERROR,
            "header-unclosed",
            "the header that begins here is not closed",
            "put a line --- between the keys and the text",
        )
    )


_ODD = re.compile(r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def _refuse_odd_characters(text: str, path: str) -> None:
    odd = _ODD.search(text)
    if odd is None:
        return
    if odd.group() == "\r":
        what = "a line ends in a way that only very old programs write (CR alone)"
        hint = "save the file with line ends LF or CRLF"
    else:
        what = (
            f"there is an invisible control character here (U+{ord(odd.group()):04X})"
        )
        hint = "delete it"
    raise UnreadableError(
        Problem(
            place(text, odd.start(), path), Severity.ERROR, "odd-character", what, hint
        )
    )


_CONFLICT = re.compile(r"^(?:<{7}|>{7}) .*$", re.MULTILINE)


def _refuse_conflicts(text: str, path: str) -> None:
    """Git joins two versions that it cannot merge in one file, between such lines."""
    problems = [
        Problem(
            place(text, found.start(), path),
            Severity.ERROR,
            "merge-conflict",
            "two versions of the file were put together here and not yet made one",
            "keep what is right, and delete the lines that begin with <<<<<<<, "
            "======= and >>>>>>>",
        )
        for found in _CONFLICT.finditer(text)
        if found.group().startswith("<")
    ]
    if problems:
        raise UnreadableError(*problems)


def place(text: str, offset: int, path: str) -> Origin:
    """Where *offset* (in code points) of *text* is, as an editor counts."""
    line_start = text.rfind("\n", 0, offset) + 1
    column = offset - line_start + 1
    if line_start == 0 and text.startswith(BOM):
        column -= 1
    return Origin(path, text.count("\n", 0, offset) + 1, column)


def line_at(text: str, number: int) -> str:
    """Line *number* (from 1) without its end; empty past the last one."""
    lines = text.removeprefix(BOM).split("\n")
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""
