"""A work as COinS, an invisible span from which Zotero and its like offer it.

Source: "OpenURL COinS: A Convention to Embed Bibliographic Metadata in HTML" (2005), in
the Dublin Core format, whose `type` Zotero reads as one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from urllib.parse import quote

from generator.pages.citing.works import Kind, Work

_BEGINNING = (
    "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type="
)
_TYPES = {
    Kind.ARTICLE: "newspaperArticle",
    Kind.WEB_PAGE: "webpage",
    Kind.TEXT: "document",
    Kind.ENTRY: "webpage",
}


# Most values are those of many works: the site's title, its language, a paper's name.
_quoted = lru_cache(maxsize=4096)(partial(quote, safe="", errors="replace"))


def coins(work: Work) -> str:
    """What stands in the `title` of the span; spaces are %20, since not all readers
    know "+" as one."""
    told = "".join(
        f"&rft.{key}={_quoted(value)}" for key, value in _values(work) if value
    )
    return f"{_BEGINNING}{_TYPES[work.kind]}{told}"


def _values(work: Work) -> Iterator[tuple[str, str]]:
    yield "title", work.title
    for author in work.authors:
        yield "au" if author.is_split else "aucorp", author.inverted
    yield "source", work.container
    yield "publisher", work.publisher
    yield "date", str(work.issued or "")
    yield "language", work.language
    yield "identifier", work.best
