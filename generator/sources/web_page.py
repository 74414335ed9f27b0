"""Turns a web page into the text of its article and what its head says of it.

trafilatura finds the article; the day of publication is first looked for where pages
declare it, since a page shows many days.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.model.sources import Stated
from generator.sources.decoding import decode
from generator.sources.taken import Taken, UnreadableError, as_text, headed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

RULES = 1
"""Raised when the rules below give another text for the same page."""

_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml[^>]*\?>")

PUBLISHED = (
    # Names of `meta` and `itemprop` that mean the day of first publication, the firmest
    # first: Open Graph, schema.org, Parse.ly, Sailthru, Dublin Core, Highwire, habit.
    *("article:published_time", "og:article:published_time", "datepublished"),
    *("parsely-pub-date", "sailthru.date", "dcterms.issued", "dc.date.issued"),
    *("dcterms.created", "dc.date.created", "citation_publication_date"),
    *("publication_date", "publish-date", "publish_date", "publishdate", "pubdate"),
    *("dcterms.date", "dc.date", "date"),
)
_OF_OTHERS = frozenset(
    {"itemListElement", "hasPart", "isPartOf", "mentions", "comment"}
)
"""Parts of a page's JSON-LD that describe something else than its article."""


def is_web_page(data: bytes) -> bool:
    """True for bytes that begin as a web page does, whatever the file's name says."""
    return bool(_OPENING.match(data[:4096]))


def reader_name() -> str:
    """What takes a text out of a page here: with another, the text may differ."""
    from importlib.metadata import version

    parts = (f"{name} {version(name)}" for name in ("trafilatura", "lxml"))
    return f"{', '.join(parts)}, rules {RULES}"


def web_page(data: bytes) -> Taken:
    """The article of a page, and its title, writers, day, address and site.

    Raises:
        UndecodableError: The bytes are no text.
        UnreadableError: No article was found.
    """
    declared = _CHARSET.search(data[:2048])
    html, _ = decode(data, declared[1].decode("ascii") if declared else "")
    # Imported here: it takes a third of a second, and many projects have no pages.
    import logging

    import trafilatura
    from lxml.html import HTMLParser, document_fromstring

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    nothing = UnreadableError(
        "source-no-article",
        "no article was found in the web page",
        "copy the article's text into a .txt file instead",
    )
    try:
        tree = document_fromstring(_XML.sub("", html, count=1), HTMLParser())
        found: Any = trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DAYS,
        )
    except Exception as error:  # foreign code, fed with whatever the web holds
        raise nothing from error
    if found is None or not (found.text or "").strip():
        raise nothing
    paragraphs = [_plain(line) for line in found.text.split("\n")]
    title = " ".join((found.title or "").split())
    return Taken(
        as_text(headed(title, paragraphs)),
        reader_name(),
        tuple(_stated(tree, found)),
    )


def _plain(line: str) -> str:
    """A line of the article; of a table's row only what stands in its cells."""
    row = _ROW.fullmatch(line.strip())
    if row is None:
        return " ".join(line.split())
    cells = (" ".join(cell.split()) for cell in row[1].split("|"))
    return " | ".join(cell for cell in cells if cell.strip("-"))


_ROW = re.compile(r"\|(.*)\|")
_DAYS = {
    "original_date": True,  # of publication, not of the last change
    "extensive_search": False,  # no guesses from the prose
    "deferred_url_extractor": True,
    "max_date": "2999-12-31",  # else the clock would decide
}


def _stated(tree: HtmlElement, found: Any) -> Iterator[Stated]:
    by = "The page's metadata"
    for where, written in _declared_days(tree):
        yield Stated("issued", (written,), f"The page's {where}")
    if found.date:
        yield Stated("shown", (found.date,), "The page")
    plain = {
        "title": [found.title],
        "author": (found.author or "").split(";"),
        "url": [found.url],
        "site": [found.sitename],
        "language": [tree.get("lang") or tree.get("xml:lang")],
    }
    for name, values in plain.items():
        kept = tuple(" ".join(value.split()) for value in values if value)
        if any(kept):
            yield Stated(name, kept, by)


def _declared_days(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Where the page declares when it was published, and what it writes there."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for written in _published(data, depth=0):
            yield "datePublished", written
    marked: dict[str, str] = {}
    for element in tree.iter("meta", "time", "span"):
        value = element.get("content") or element.get("datetime") or ""
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").lower()
            if name in PUBLISHED and value.strip():
                marked.setdefault(name, value.strip())
    for name in sorted(marked, key=PUBLISHED.index):
        yield name, marked[name]


def _published(data: object, depth: int) -> Iterator[str]:
    """Every datePublished in JSON-LD, those nearest its top first."""
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            yield from _published(item, depth + 1)
    elif isinstance(data, dict):
        written = data.get("datePublished")
        if isinstance(written, str) and written.strip():
            yield written.strip()
        for key, value in data.items():
            if key not in _OF_OTHERS and isinstance(value, dict | list):
                yield from _published(value, depth + 1)
