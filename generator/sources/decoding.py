"""Turns a file's bytes into text: one line end, no byte order mark."""

from __future__ import annotations

import codecs

_MARKS = (
    # The four-byte marks begin like the two-byte ones, so they are tried first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that was tried."""


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of *data* with LF line ends, and the encoding it was read as.

    A byte order mark decides; without one, UTF-8 where the bytes are valid UTF-8;
    then the encoding *declared* beside them, where they are valid in it; else the
    likeliest encoding for what the bytes spell.

    Raises:
        UndecodableError: Nothing fits, or the bytes hold NUL and are no text.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    tried = [marked] if marked else _candidates(declared)
    found = next(filter(None, (_decoded(data, name) for name in tried)), None)
    if found is None and not marked:
        from charset_normalizer import from_bytes  # hardly a text is of no known kind

        guess = from_bytes(data).best()
        found = (str(guess), guess.encoding) if guess else None
    if found is None or "\0" in found[0]:
        raise UndecodableError(found[1] if found else tried[0])
    text, encoding = found
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def _candidates(declared: str) -> list[str]:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return ["utf-8"]
    if name in ("ascii", "iso8859-1"):
        name = "cp1252"  # what pages that declare it are written in (WHATWG Encoding)
    # These write every script in ASCII bytes, so that anything is valid UTF-8.
    in_ascii = name.startswith("iso2022") or name == "hz"
    return [name, "utf-8"] if in_ascii else ["utf-8", *filter(None, [name])]


def _decoded(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except (UnicodeError, LookupError):
        return None
