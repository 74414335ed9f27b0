"""Cited passages as annotations of the W3C's model, in JSON-LD: each points at words in
their source and leads to the events that they prove.

Source: Web Annotation Data Model (2017), 3.3 (targets), 4.2 (selectors), 4.3 (states)
and 5 (collections).
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.edtf import Edtf
from generator.model.events import Event
from generator.model.sources import Document
from generator.model.timeline import Passage
from generator.pages import routes
from generator.pages.citing.works import Work
from generator.pages.prose import printable

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"
_NEIGHBOURS = 32
"""Code points of its paragraph on either side, as other annotators record them."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage with the text that it stands in, the work that this is, and the
    fragment that finds it where that can be read ("" where it cannot).

    `name` is that of its source for ever, an address.
    """

    name: str
    passage: Passage
    document: Document
    work: Work
    fragment: str


Address = Callable[[str], str]
"""The way from a file to a path of the site; the whole address where that is known."""


def annotation(
    cited: Cited, events: Sequence[Event], language: str, to: Address
) -> dict[str, Any]:
    """What a passage proves. Its id stays as long as the source's text does."""
    position = cited.passage.position
    return {
        "id": f"{cited.name}-{position.start}-{position.end}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [_body(event, language, to) for event in events],
        "target": [*_targets(cited, to)],
    }


def collection(name: str, label: str, total: int) -> dict[str, Any]:
    """The head of a file with *total* annotations at the address *name*; the last key
    is the list that they go into."""
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": label,
        "total": total,
        "first": {
            "id": f"{name}#all",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [],
        },
    }


def _body(event: Event, language: str, to: Address) -> dict[str, Any]:
    return {
        "id": to(routes.event_page(event.id)),
        "type": "Text",
        "format": "text/html",
        "language": language,
        "label": printable(event.title),
    }


def _targets(cited: Cited, to: Address) -> Iterator[dict[str, Any]]:
    """The passage where people read it; and in the very bytes that it was taken from,
    which their hash names (RFC 6920)."""
    work, document = cited.work, cited.document
    position = cited.passage.position
    start, end = position.start, position.end
    before = document.text[max(0, start - _NEIGHBOURS) : start]
    after = document.text[end : end + _NEIGHBOURS]
    words = {
        "type": "TextQuoteSelector",
        "exact": printable(cited.passage.exact),
        "prefix": printable(before.rpartition("\n")[2]),
        "suffix": printable(after.partition("\n")[0]),
    }
    place = {"type": "TextPositionSelector", "start": start, "end": end}
    fragment = {
        "type": "FragmentSelector",
        "conformsTo": _FRAGMENTS,
        "value": cited.fragment,
    }
    page = to(routes.source_page(cited.passage.source))
    read = {
        "source": work.best or page,
        "selector": [_stated(words), *([fragment] if cited.fragment else [])],
        "state": _state(work),
    }
    yield _stated(read)
    if (
        document.sha256 and not document.reader
    ):  # a text that was taken out of a page is not the file's
        yield {"source": _named_by_hash(document.sha256), "selector": place}


def _state(work: Work) -> dict[str, Any]:
    """When what is read was so, and where that is kept, as far as anybody says. Of an
    archived copy, that is when it was made."""
    seen = work.accessed if work.best == work.url else work.archived
    known = _stated({**_seen(seen), "cached": work.copy}) if work.best else {}
    return {"type": "TimeState", **known} if known else {}


def _stated(told: dict[str, Any]) -> dict[str, Any]:
    """What of *told* there is anything to say of."""
    return {key: value for key, value in told.items() if value}


def _seen(date: Edtf | None) -> dict[str, str]:
    """The first and the last moment that *date* can mean: the model knows no days."""
    if date is None or date.first is None or date.last is None:
        return {}
    first, last = ("{:04}-{:02}-{:02}".format(*day) for day in (date.first, date.last))
    return {
        "sourceDateStart": f"{first}T00:00:00Z",
        "sourceDateEnd": f"{last}T23:59:59Z",
    }


def _named_by_hash(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
