"""What timelines of all programs have in common, between their formats and ours.

A `Table` is a whole timeline, an `Entry` one of its rows, slides or events. Each format
turns a table into bytes and says what it lost, and bytes into a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.edtf import Edtf
from generator.model.entities import Coordinates
from generator.model.events import Factuality
from generator.problems import Origin, Problem, Severity


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, and where that is, if it is known."""

    label: str
    coordinates: Coordinates | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that is named for an entry: its words, what it is called, where it is.

    `exact` is empty where a source is named and not quoted.
    """

    title: str
    url: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, film or page that an entry shows, at its address on the web."""

    url: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One happening as another program's timeline holds it.

    `id` is empty where the format has none. `date` is None when it is not known.
    `said` are the words that the timeline has for the date, where they say something
    else than ours for `date` would; otherwise empty. `text` is Markdown. People,
    organisations and places are named as readers see them. `origin` is where the
    entry stands in the file that it was read from, or the event's file; `origins` are
    the places of what the event's file says, by key.
    """

    title: str
    date: Edtf | None = None
    id: str = ""
    said: str = ""
    text: str = ""
    factuality: Factuality = Factuality.HAPPENED
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    picture: Picture | None = None
    references: tuple[Reference, ...] = ()
    origin: Origin = field(default=Origin(""), compare=False)
    origins: Mapping[str, Origin] = field(
        default_factory=dict, compare=False, repr=False
    )


@dataclass(frozen=True, slots=True)
class Table:
    """A timeline: its name, what it is about, its entries in their order."""

    entries: tuple[Entry, ...] = ()
    title: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A timeline as a file of some format, and what that cannot hold."""

    data: bytes
    losses: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A timeline as it was read; where a problem is an error, it is not whole."""

    table: Table
    problems: tuple[Problem, ...] = ()


class MistakeError(Exception):
    """Something in a file to import cannot be read: `problem` says what."""

    def __init__(self, origin: Origin, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = fault(origin, code, message, hint)


class NotTextError(MistakeError):
    """A file's bytes are not text in an encoding that names itself."""

    def __init__(self, name: str, data: bytes, encoding: str, at: int) -> None:
        before = data[:at].decode(encoding, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        hint = "save the file again as UTF-8"
        if name.lower().endswith((".csv", ".tsv", ".txt")):
            hint += ", which a spreadsheet calls “CSV UTF-8”"
        super().__init__(
            Origin(name, line, column),
            "encoding",
            f"the file is not text in {encoding.removesuffix('-sig').upper()} from "
            f"here on (byte {data[at]:02X})",
            hint,
        )


_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def text_of(name: str, data: bytes) -> str:
    """The text in *data*, whatever ends its lines.

    Raises:
        NotTextError: It is neither UTF-8 nor UTF-16 with its mark.
    """
    encoding = _BYTE_ORDER_MARKS.get(data[:2], "utf-8-sig")
    try:
        return _LINE_END.sub("\n", data.decode(encoding))
    except UnicodeDecodeError as error:
        raise NotTextError(name, data, encoding, error.start) from error


def tidy(text: str) -> str:
    """*text* without control characters, and without white space around it."""
    return _CONTROL.sub("", _LINE_END.sub("\n", text)).expandtabs(4).strip()


def one_line(text: str) -> str:
    """*text* tidied, with its line ends and runs of spaces as single spaces."""
    return " ".join(tidy(text).split())


def each_once(texts: Iterable[str]) -> tuple[str, ...]:
    """*texts* in their order as single lines, without those that are empty or again."""
    return tuple(dict.fromkeys(filter(None, map(one_line, texts))))


_WEB = re.compile(r"https?://[^\s<>\"\x00-\x20]+", re.IGNORECASE)
_ENCODED = {ord(sign): f"%{ord(sign):02X}" for sign in "()[]<>*`\\ "}


def web_safe(url: str) -> str:
    """*url* with the signs encoded that mean something in Markdown around it."""
    return url.translate(_ENCODED)


def link_destination(text: str) -> str:
    """*text* as a link in Markdown leads to it, where it is the address of something
    on the web; otherwise ""."""
    text = text.strip()
    return web_safe(text) if _WEB.fullmatch(text) else ""


_STANDS_UNDER = {
    **dict.fromkeys(("undated", "too-early", "open-end", "no-day"), "date"),
    "coordinates": "places",
}
"""The key of what is lost, where its code is another word."""


def lost(entry: Entry, code: str, message: str, hint: str = "") -> Problem:
    """That a format cannot hold something of *entry*, told where that stands."""
    origin = entry.origins.get(_STANDS_UNDER.get(code, code), entry.origin)
    at = Origin(origin.path, origin.line or 1, origin.column or 1)
    return Problem(at, Severity.NOTE, f"export-{code}", message, hint)


def fault(origin: Origin, code: str, message: str, hint: str) -> Problem:
    """Something in a file to import, which keeps all of it from being imported."""
    return Problem(origin, Severity.ERROR, f"import-{code}", message, hint)


def remark(origin: Origin, code: str, message: str, hint: str = "") -> Problem:
    """Something in a file to import that is not taken over as it is."""
    return Problem(origin, Severity.NOTE, f"import-{code}", message, hint)
