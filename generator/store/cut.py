"""A content file's text, cut into the parts that people see; joined, they are the file.

Nothing is normalised here: byte-order mark, line ends and white space stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.problems import Origin, Problem, Severity

BOM = "\ufeff"
_RULE = re.compile(r"---[ \t]*")
_NEARLY_RULE = re.compile(r"[-–—_=+*~]+")
_NEARLY_RULES = re.compile(
    r"^[ \t]*([-–—_=+*~]+|---[ \t]+[^\r\n]+)[ \t]*\r?$", re.MULTILINE
)
_CLOSING = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[^\S\n]*\n)*")


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
        text = self.body.replace("\r\n", "\n").rstrip()
        blank = _BLANK_LINES.match(text)
        return text[blank.end() :] if blank else text


def decode(data: bytes, path: str) -> str:
    """The text of a file's bytes, byte-order mark and line ends included.

    Raises:
        UnreadableError: The bytes are not UTF-8, or not a plain text.
    """
    _refuse_other_formats(data, path)
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


_OTHER_FORMATS = (
    (b"\xff\xfe", "text saved as UTF-16", ""),
    (b"\xfe\xff", "text saved as UTF-16", ""),
    (b"-\0-\0-\0", "text saved as UTF-16", ""),
    (b"\0-\0-\0-", "text saved as UTF-16", ""),
    (b"PK\x03\x04", "a Word document, or another packed file", "copy its text, and "),
    (b"{\\rtf", "a text with formats (RTF)", "copy its text, and "),
    (b"%PDF", "a PDF", "copy its text, and "),
)
"""How such a file begins, what it is, and what is to be done before saving it."""


def _refuse_other_formats(data: bytes, path: str) -> None:
    for beginning, what, first in _OTHER_FORMATS:
        if data.startswith(beginning):
            problem = Problem(
                Origin(path),
                Severity.ERROR,
                "not-plain-text",
                f"this file is {what}, not a plain text",
                f"{first}save it as plain text with the encoding UTF-8",
            )
            raise UnreadableError(problem)


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
    opening = text[: text.find("\n") + 1] or text
    if not _RULE.fullmatch(opening.removeprefix(BOM).rstrip("\r\n")):
        raise UnreadableError(_no_opening(text.removeprefix(BOM), path))
    start = len(opening)
    at = text.find("\n---", start - 1) + 1
    while at > 0:
        closing = _CLOSING.match(text, at)
        if closing:
            end = closing.end()
            return Cut(opening, text[start:at], text[at:end], text[end:])
        at = text.find("\n---", at) + 1
    raise UnreadableError(_no_closing(text, start, path))


def _no_opening(text: str, path: str) -> Problem:
    first = text.partition("\n")[0].strip()
    what = "the file does not begin with a line “---”"
    hint = "begin the file with ---, then the keys, then another ---"
    if not text.strip():
        what = "the file is empty"
        hint = "bring back what stood in it, or delete the file"
    elif _NEARLY_RULE.fullmatch(first):
        what = f"the file begins with a line “{first}”, not “---”"
        hint = "write three hyphens there"
    elif not first and text.lstrip().startswith("---"):
        what = "there is an empty line above the first “---”"
        hint = "delete what stands above it"
    return Problem(Origin(path, 1, 1), Severity.ERROR, "header-missing", what, hint)


def _no_closing(text: str, start: int, path: str) -> Problem:
    nearly = _NEARLY_RULES.search(text, start)
    if nearly is None:
        origin = Origin(path, 1, 1)
        what = "the header that begins here is not closed"
        hint = "put a line --- between the keys and the text"
    else:
        origin = place(text, nearly.start(1), path)
        what = f"the line “{nearly[0].strip()}” does not close the header"
        hint = "write three hyphens at the beginning of the line, and nothing else"
    return Problem(origin, Severity.ERROR, "header-unclosed", what, hint)


_ODD = re.compile(r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_ORDINARY = bytes([*b"\t\n", *range(0x20, 0x7F)])
_PERHAPS_ODD = re.compile(rb"[\x00-\x7f]|\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]")
"""What is odd, and carriage returns, in UTF-8 from which ordinary ASCII was taken."""


def _refuse_odd_characters(text: str, path: str) -> None:
    # To look at every letter would take longer than all the rest of the cutting.
    others = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY)
    odd = _ODD.search(text) if _PERHAPS_ODD.search(others) else None
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


_SIGNS_OF_CONFLICT = ("<" * 7, ">" * 7, "|" * 7, "=" * 7)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
_BETWEEN = re.compile(r"={7}[ \t]*\r?$", re.MULTILINE)


def _refuse_conflicts(text: str, path: str) -> None:
    """Git joins two versions that it cannot merge in one file, between such lines."""
    if not any(sign in text for sign in _SIGNS_OF_CONFLICT):
        return
    found = list(_CONFLICT.finditer(text))
    begun = [mark for mark in found if mark.group().startswith("<")] or found[:1]
    if not begun:
        # Below a header it underlines a heading.
        keys = text.partition("\n---")[0]
        begun = [m for m in _BETWEEN.finditer(keys) if keys[: m.start()][-1:] == "\n"]
    if begun:
        raise UnreadableError(
            *(_conflict(place(text, mark.start(), path)) for mark in begun)
        )


def _conflict(origin: Origin) -> Problem:
    return Problem(
        origin,
        Severity.ERROR,
        "merge-conflict",
        "two versions of the file were put together here and not yet made one",
        "keep what is right, and delete the lines that begin with <<<<<<<, "
        "======= and >>>>>>>",
    )


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
