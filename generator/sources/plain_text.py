"""A seed that is a text in UTF-8, as most are, into its document; and what of that is
worth keeping until the next build.
"""

from __future__ import annotations

import hashlib
import os

from generator.disk import Saved
from generator.model.each import kept_by
from generator.model.language import language_of
from generator.model.sources import Document
from generator.plain import as_json, of_json
from generator.sources.decoding import UndecodableError, decode
from generator.sources.later import LaterBlocks
from generator.sources.pdf import is_pdf
from generator.sources.web_page import is_web_page

ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})


_KEPT = tuple[str, str] | None


def _plain(document: Document | None) -> bytes | None:
    """The digest of the bytes, and the language; the text itself is read again."""
    return as_json(document and (document.sha256, document.language))


def _again(line: bytes, root: str, saved: Saved) -> Document | None:
    told = of_json(_KEPT)(line)
    if told is None:
        return None
    return _document(saved.path, root, decode(saved.data)[0], *told)


@kept_by(_plain, _again)
def usual_document(root: str, saved: Saved) -> Document | None:
    """The document in a plain text in UTF-8; None for anything else, and no text.

    Its path is relative to *root*.
    """
    data = saved.data
    if os.path.splitext(saved.path)[1].lower() not in ENDINGS:
        return None
    if is_pdf(data) or is_web_page(data):
        return None
    try:
        text, encoding = decode(data)
    except UndecodableError:
        return None
    if encoding != "utf-8" or not text.strip():
        return None
    sha256 = hashlib.sha256(data).hexdigest()
    return _document(saved.path, root, text, sha256, language_of(text))


def _document(path: str, root: str, text: str, sha256: str, language: str) -> Document:
    name = path.removeprefix(f"{root}{os.sep}").replace(os.sep, "/")
    ident = os.path.splitext(os.path.basename(path))[0]
    return Document(ident, name, text, sha256, LaterBlocks(text), language)
