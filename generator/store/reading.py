"""The text of one content file into the model's value for it. Pure.

Names of files and folders are judged elsewhere; here a file is its path and text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.model.citations import Citation, Claim, Says
from generator.model.entities import Entity, EntityKind
from generator.model.events import Correction, Event, Factuality, Status
from generator.model.hard_texts import hard_places
from generator.model.media import Media
from generator.model.selectors import TextQuoteSelector
from generator.model.sources import Inferred, Source, UrlStatus
from generator.model.timeline import Page
from generator.model.timex import Basis
from generator.problems import Origin, Problem, Severity
from generator.store.cut import Cut, UnreadableError, cut, decode, place
from generator.store.fields import FILE_FIELDS, field_of
from generator.store.header import read_header
from generator.store.nodes import Items, Node, Plain, Table, places, plain
from generator.store.origins import Origins
from generator.store.values import FieldReader, Values

Thing = Event | Source | Entity | Page


@dataclass(frozen=True)
class ContentFile:
    """A file under `content/` that could be read, with its parts and its meaning.

    `path` is relative to the project; `folder` is "events", "sources", "entities" or
    "pages"; `data` the bytes as read from the disk.
    """

    path: str
    folder: str
    data: bytes
    parts: Cut
    header: Table
    thing: Thing

    @property
    def id(self) -> str:
        return self.thing.id

    def origin(self, key: str) -> Origin:
        """Where the value of a dotted *key* stands, or of what is nearest around it.

        “body” is the text below the header.
        """
        if key == "body":
            return self.thing.origins[key]
        offsets = dict(places(self.header))
        while key and key not in offsets:
            key = key.rpartition(".")[0]
        if not key:
            return self.thing.origin
        return place(str(self.parts), offsets[key], self.path)

    @cached_property
    def values(self) -> dict[str, Plain]:
        """The header's values by key, without their places."""
        return {entry.key: plain(entry.value) for entry in self.header.entries}


def read_file(path: str, folder: str, data: bytes) -> tuple[ContentFile, list[Problem]]:
    """The file at *path*, and what is wrong in it.

    Raises:
        UnreadableError: Nothing in the file could be read.
    """
    text = decode(data, path)
    parts = cut(text, path)
    early = _more_keys(parts, folder, path)
    if early:
        raise UnreadableError(early)
    hard = _too_hard(parts, path)
    if hard:
        raise UnreadableError(*hard)
    header, problems = read_header(parts, path)
    reader = FieldReader(path, text)
    values = reader.values(header, FILE_FIELDS[folder], 0)
    body = len(text) - len(parts.body.lstrip())
    origins = Origins(path, text, header, body, reader.misspelt)
    values |= {"id": id_of(path), "origin": Origin(path, 1, 1)}
    thing = _MAKERS[folder](values, parts.text, origins, header)
    file = ContentFile(path, folder, data, parts, header, thing)
    return file, [*problems, *_second_rule(parts, path), *reader.problems]


def id_of(path: str) -> str:
    """The id of the file at *path*: its name without the ending."""
    return path.rpartition("/")[2].removesuffix(".md")


_RULE_FIRST = re.compile(r"\s*^(?P<rule>---)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"\s*(?P<key>[A-Za-z][\w-]*):(?:\s|\Z)")


def _more_keys(parts: Cut, folder: str, path: str) -> Problem | None:
    """For a line --- among the keys: what follows it begins with a key, too."""
    key = _KEY.match(parts.body)
    if not key or not field_of(FILE_FIELDS[folder], key["key"]):
        return None
    if not re.search(r"^---[ \t]*\r?$", parts.body, re.MULTILINE):
        return None
    at = len(parts.opening) + len(parts.header)
    return Problem(
        place(str(parts), at, path),
        Severity.ERROR,
        "header-ends-early",
        f"this line ends the keys, but “{key['key']}:” follows",
        "take the line out",
    )


def _too_hard(parts: Cut, path: str) -> list[Problem]:
    """For a text that no page can be made of in good time."""
    file = str(parts)
    start = len(file) - len(parts.body)
    return [
        Problem(place(file, start + at, path), Severity.ERROR, "text-too-hard", *fault)
        for at, *fault in hard_places(parts.body)
    ]


def _second_rule(parts: Cut, path: str) -> list[Problem]:
    """For a text that begins with a line --- of its own."""
    rule = _RULE_FIRST.match(parts.body)
    if rule is None:
        return []
    at = len(str(parts)) - len(parts.body) + rule.start("rule")
    return [
        Problem(
            place(str(parts), at, path),
            Severity.WARNING,
            "rule-first",
            "the text begins with a second line “---”",
            "delete it, unless readers are to see a line across the page",
        )
    ]


def _event(values: Values, body: str, origins: Origins, header: Table) -> Event:
    values.setdefault("title", "")
    values.setdefault("date", None)
    _convert(values, "status", Status)
    _convert(values, "factuality", Factuality)
    values["citations"] = tuple(
        _citation(item, node, origins)
        for item, node in _with_nodes(values, header, "citations")
    )
    values["claims"] = tuple(
        _claim(item, node, origins)
        for item, node in _with_nodes(values, header, "claims")
    )
    values["media"] = tuple(
        Media(**{"file": "", **item}, origin=origins[f"media.{index}"])
        for index, item in enumerate(values.get("media", ()))
    )
    values["corrections"] = tuple(
        Correction(**item)
        for item in values.get("corrections", ())
        if item.keys() == {"date", "note"}
    )
    return Event(**values, body=body, origins=origins)


def _source(values: Values, body: str, origins: Origins, _: Table) -> Source:
    values["inferred"] = Inferred(**values.get("inferred", {}))
    _convert(values, "url_status", UrlStatus)
    return Source(**values, note=body, origins=origins)


def _entity(values: Values, body: str, origins: Origins, _: Table) -> Entity:
    values.setdefault("pref_label", "")
    values.setdefault("kind", EntityKind.PERSON.value)
    _convert(values, "kind", EntityKind)
    return Entity(**values, note=body, origins=origins)


def _page(values: Values, body: str, origins: Origins, _: Table) -> Page:
    values.setdefault("title", "")
    return Page(**values, body=body, origins=origins)


def _with_nodes(
    values: Values, header: Table, key: str
) -> Iterator[tuple[Values, Node]]:
    """What was read of each block in the list at *key*, and the block itself."""
    node = header.get(key)
    nodes = node.items if isinstance(node, Items) else ()
    return zip(values.get(key, ()), nodes, strict=False)


def _citation(item: Values, node: Node, origins: Origins) -> Citation:
    says = dict(item.get("says", {}))
    _convert(says, "basis", Basis)
    quote = TextQuoteSelector(
        item.get("exact", ""), item.get("prefix", ""), item.get("suffix", "")
    )
    exact = node.get("exact") if isinstance(node, Table) else None
    origin = origins.at((exact or node).start)
    return Citation(item.get("source", ""), quote, Says(**says), origin)


def _claim(item: Values, node: Node, origins: Origins) -> Claim:
    return Claim(
        about=item.get("about", ""),
        value=item.get("value", ""),
        citation=_citation(item, node, origins),
        speaker=item.get("speaker", ""),
    )


def _convert(values: Values, attribute: str, words: Any) -> None:
    if attribute in values:
        values[attribute] = words(values[attribute])


_MAKERS: dict[str, Callable[[Values, str, Origins, Table], Thing]] = {
    "events": _event,
    "sources": _source,
    "entities": _entity,
    "pages": _page,
}
