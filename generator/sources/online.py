"""Turns a page, as a host sent it today, into the texts that stand on it."""

from __future__ import annotations

from contextlib import suppress

from generator.sources.decoding import UndecodableError, decode
from generator.sources.reading import document_of
from generator.sources.taken import UnreadableError

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
}
"""What a file of a media type is called, where it is no plain text."""


def texts_of_page(data: bytes, kind: str, charset: str) -> tuple[str, ...]:
    """The article of a page as a seed would have it, then all words that are on it,
    since a caption or a box may stand beside the article; nothing where there is no
    text. *kind* is the media type, *charset* the encoding, as the host tells them."""
    ending = _ENDINGS.get(kind, ".txt")
    data = _in_utf8(data, charset)
    found = []
    with suppress(UndecodableError, UnreadableError):
        found.append(document_of("page", f"page{ending}", data).text)
    if ending == ".html":
        with suppress(UndecodableError):
            found.append(_all_words(decode(data)[0]))
    return tuple(text for text in found if text.strip())


def _in_utf8(data: bytes, charset: str) -> bytes:
    """*data* in UTF-8, with its mark, if it is in the *charset* that the host tells:
    the page itself need not tell it. What is in UTF-8 is so, whatever hosts say."""
    with suppress(UnicodeDecodeError):
        data.decode("utf-8")
        return data
    try:
        return data.decode(charset).encode("utf-8-sig") if charset else data
    except (LookupError, ValueError):
        return data


def _all_words(page: str) -> str:
    import trafilatura  # as late as where articles are read: it takes a while to load

    try:
        return trafilatura.html2txt(page)
    except Exception:  # foreign code, fed with whatever the web holds
        return ""
