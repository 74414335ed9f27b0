"""What a seed in another format than plain text gives: a text, and what stands beside
it; or, in a sentence, why it gives none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.sources import Stated

_NO_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\xad]"
)
"""Control characters, halves of characters, and hyphens that show only at a break."""

_LIGATURES = {
    0xFB00 + at: letters
    for at, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was left out of a text that could be read, and what to do."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A file's text, what stands beside it, and the names of what took it out."""

    text: str
    reader: str
    stated: tuple[Stated, ...] = ()
    notes: tuple[Note, ...] = ()


class UnreadableError(ValueError):
    """The file gives no text. `code`, `reason` and `hint` make a problem of it."""

    def __init__(self, code: str, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.hint = hint


def as_text(paragraphs: list[str]) -> str:
    """Paragraphs as a text that people can copy from: one a line, a line between."""
    cleaned = (_NO_TEXT.sub("", p).translate(_LIGATURES).strip() for p in paragraphs)
    kept = [paragraph for paragraph in cleaned if paragraph]
    return "\n\n".join(kept) + "\n" if kept else ""


def headed(title: str, paragraphs: list[str]) -> list[str]:
    """*paragraphs* below their *title*, unless it already stands among the first."""
    wanted = _plain(title)
    if not wanted or any(_plain(p) == wanted for p in paragraphs[:3]):
        return paragraphs
    return [title, *paragraphs]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
