"""Content into the links to other hosts that it names, each with its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.entities import Entity
from generator.model.events import Event, Status, citations_of
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Page
from generator.problems import Origin

_IN_TEXT = re.compile(
    r"""
    (?: \]\( [ ]* <?              # [the bridge](https://example.org/bridge_(harbour))
      | ^[ ]{0,3}\[[^\]\n]+\]:[ ]* <?    # [bridge]: https://example.org/bridge
      | < )                       # <https://example.org/bridge>
    (?P<address> https?:// (?: [^\s()<>"] | \([^\s()<>"]*\) )+ )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """An `address` on another host, and where content names it: under which `key` of a
    header ("URL", "archive", "exactMatch", a picture's "source" or "licence"), "" in a
    text.

    `quotes` are the words that are cited from there, as the stored text has them, which
    has `length` characters. `has_copy`: its card names an archived copy, too.
    """

    address: str
    origin: Origin
    key: str = ""
    quotes: tuple[str, ...] = ()
    length: int = 0
    has_copy: bool = False


def outside_links(content: Content, documents: Sequence[Document]) -> list[Link]:
    """Every link of *content* that a reader may follow to another host, by place.

    An original that its card says is gone is not looked for again.
    """
    quotes = _quotes(content.events)
    lengths = {document.id: len(document.text) for document in documents}
    found: list[Link] = []
    for source in content.sources:
        found += _of_card(source, quotes, lengths.get(source.id, 0))
        found += _in_text(source, source.note)
    for entity in content.entities:
        found += _of_entity(entity)
        found += _in_text(entity, entity.note)
    for event in _told(content.events):
        found += _of_pictures(event)
        found += _in_text(event, event.body)
    for page in content.pages:
        found += _in_text(page, page.body)
    return sorted(found, key=lambda link: (link.origin, link.address))


def _told(events: Sequence[Event]) -> Iterator[Event]:
    """Those of *events* that may be published."""
    return (event for event in events if event.status is not Status.REJECTED)


def _quotes(events: Sequence[Event]) -> Mapping[str, tuple[str, ...]]:
    """Of each source, the words that are cited from it, each once."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for event in _told(events):
        for citation in citations_of(event):
            found[citation.source][citation.quote.exact] = None
    return {source: tuple(sorted(words)) for source, words in found.items()}


def _of_card(
    source: Source, quotes: Mapping[str, tuple[str, ...]], length: int
) -> Iterator[Link]:
    cited = {q for id in (source.id, *source.aliases) for q in quotes.get(id, ())}
    addresses = {"URL": source.url, "archive": source.archive}
    if source.is_gone:
        del addresses["URL"]
    for key, address in addresses.items():
        if _is_outside(address):
            origin = source.origins.get(key, source.origin)
            words = tuple(sorted(cited))
            yield Link(address, origin, key, words, length, bool(source.archive))


def _of_entity(entity: Entity) -> Iterator[Link]:
    if re.fullmatch("Q[1-9][0-9]*", entity.exact_match):
        address = f"https://www.wikidata.org/wiki/{entity.exact_match}"
        origin = entity.origins.get("exactMatch", entity.origin)
        yield Link(address, origin, "exactMatch")


def _of_pictures(event: Event) -> Iterator[Link]:
    """Where the pictures of *event* were taken from, and what allows to show them."""
    for index, media in enumerate(event.media):
        for key, address in (("source", media.source), ("licence", media.licence)):
            if _is_outside(address):
                place = f"media.{index}.{key}"
                yield Link(address, event.origins.get(place, media.origin), key)


def _in_text(thing: Event | Source | Entity | Page, text: str) -> Iterator[Link]:
    body = thing.origins.get("body", thing.origin) if "://" in text else thing.origin
    for found in _IN_TEXT.finditer(text):
        at = found.start("address")
        line = body.line + text.count("\n", 0, at)
        column = at - text.rfind("\n", 0, at)
        yield Link(found["address"], Origin(body.path, line, column))


def _is_outside(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))
