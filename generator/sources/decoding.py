"""Turns a file's bytes into text: one line end, no byte order mark."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

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


def decode(data: bytes) -> tuple[str, str]:
    """The text of *data* with LF line ends, and the encoding it was read as.

    A byte order mark decides; without one, UTF-8 where the bytes are valid UTF-8;
    else the likeliest encoding for what the bytes spell.

    Raises:
        UndecodableError: Nothing fits, or the bytes hold NUL and are no text.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    encoding = marked or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        guess = None if marked else from_bytes(data).best()
        if guess is None:
            raise UndecodableError(encoding) from error
        encoding, text = guess.encoding, str(guess)
    if "\0" in text:
        raise UndecodableError(encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
