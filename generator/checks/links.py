"""Every id that a file names against the files that there are."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from generator.checks.tools import at, did_you_mean, error, warning
from generator.model.entities import Entity, EntityKind
from generator.model.events import Event
from generator.model.sources import Source
from generator.model.timeline import Content, Page
from generator.problems import Origin, Problem

_LINK = re.compile(r"\]\(<?(?P<address>[^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")
_WIKI_LINK = re.compile(r"\[\[(?P<name>[^\[\]|]+)(?:\|(?P<text>[^\[\]|]+))?\]\]")
_LIKE_AN_ID = re.compile(r"[a-z0-9-]+")
_FOLDERS = {Event: "events", Source: "sources", Entity: "entities", Page: "pages"}
_Thing = Event | Source | Entity | Page
_KINDS = {
    "people": EntityKind.PERSON,
    "organisations": EntityKind.ORGANISATION,
    "places": EntityKind.PLACE,
}


def link_problems(content: Content) -> Iterator[Problem]:
    """Links to entities and events that lead nowhere, or to the wrong kind."""
    kinds = {entity.id: entity.kind for entity in content.entities}
    former = {name for entity in content.entities for name in entity.aliases}
    entities = kinds.keys() | former | _unread(content, "entities")
    called = _ids_by_name(content.entities)
    events = {event.id for event in content.events} | _unread(content, "events")
    events |= {name for event in content.events for name in event.aliases}
    for event in content.events:
        yield from _to_entities(event, kinds, entities, called)
        yield from _to_events(event, events)
    texts: list[_Thing] = [*content.events, *content.sources]
    texts += [*content.entities, *content.pages]
    files = {f"{_FOLDERS[type(thing)]}/{thing.id}" for thing in texts} | content.unread
    files |= {
        f"{_FOLDERS[type(thing)]}/{name}"
        for thing in texts
        if not isinstance(thing, Page)
        for name in thing.aliases
    }
    for thing in texts:
        text = thing.note if isinstance(thing, Source | Entity) else thing.body
        yield from _in_text(thing, text, files)
        yield from _wiki_links(thing, text, files)


def _ids_by_name(entities: Sequence[Entity]) -> dict[str, str]:
    """Name, whatever its capitals -> id, of names that one entity alone has."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for name in (entity.pref_label, *entity.alt_label):
            owners[name.casefold()].add(entity.id)
    return {name: min(ids) for name, ids in owners.items() if len(ids) == 1}


def _to_entities(
    event: Event,
    kinds: dict[str, EntityKind],
    known: set[str],
    called: Mapping[str, str],
) -> Iterator[Problem]:
    for key, kind in _KINDS.items():
        for index, name in enumerate(getattr(event, key)):
            origin = at(event, f"{key}.{index}")
            if name not in known:
                yield error(origin, "entity-unknown", *_unknown(name, known, called))
            elif kinds.get(name, kind) is not kind:
                yield warning(
                    origin,
                    "entity-kind",
                    f"“{name}” stands in “{key}”, but its file says "
                    f"kind: {kinds[name]}",
                    "move it to the right list, or correct its file",
                )


def _unknown(name: str, known: set[str], called: Mapping[str, str]) -> tuple[str, str]:
    """What is wrong with *name*, which is no entity's id, and what to do."""
    written = _without_ending(name)
    if written != name and written in known:
        what = f"“{name}” is a file; its id is its name without the ending"
        return what, f"write {written}"
    if id := called.get(name.casefold()):
        return f"“{name}” is a name; here stands the id of its file", f"write {id}"
    if not _LIKE_AN_ID.fullmatch(written):
        what = f"“{name}” is not the id of a file in content/entities/"
    else:
        what = f"there is no file content/entities/{written}.md"
    make = "make the file with `dateline new entity`, or correct the id"
    return what, did_you_mean(written, known, make)


def _to_events(event: Event, known: set[str]) -> Iterator[Problem]:
    for index, name in enumerate(event.related):
        origin = at(event, f"related.{index}")
        if name == event.id:
            yield warning(
                origin, "related-itself", "the event names itself", "take it out"
            )
        elif name not in known:
            written = _without_ending(name)
            yield error(
                origin,
                "event-unknown",
                f"there is no event “{name}”",
                f"write {written}"
                if written in known
                else did_you_mean(written, known, "correct the id, or take it out"),
            )


def _in_text(thing: _Thing, text: str, files: set[str]) -> Iterator[Problem]:
    """Links in a Markdown text to content files that are not there."""
    folder = _FOLDERS[type(thing)]
    for link in _LINK.finditer(text):
        address = unquote(link["address"].partition("#")[0])
        if "://" in address or not address.endswith(".md"):
            continue
        inside = address.removeprefix("/").removeprefix("content/")
        from_content = inside != address
        base = "" if from_content else folder
        file = posixpath.normpath(posixpath.join(base, inside))
        there = file.removesuffix(".md") in files
        if there and not from_content:
            continue
        if from_content:
            what = f"“{address}” is not a way from this file to content/{file}"
        elif file.startswith(".."):
            what = f"“{address}” leads out of content/"
        else:
            what = f"there is no file content/{file}"
        named = {posixpath.relpath(f"{name}.md", folder) for name in files}
        yield error(
            _place(thing, text, link.start("address")),
            "link-unknown",
            what,
            f"write {posixpath.relpath(file, folder)}"
            if there
            else did_you_mean(address, named, "correct the link, or take it out"),
        )


def _wiki_links(thing: _Thing, text: str, files: set[str]) -> Iterator[Problem]:
    """Names in double brackets, which other programs make links of."""
    folder = _FOLDERS[type(thing)]
    for link in _WIKI_LINK.finditer(text):
        meant = posixpath.basename(link["name"].strip()).removesuffix(".md")
        ways = [name for name in sorted(files) if name.endswith(f"/{meant}")]
        way = posixpath.relpath(f"{ways[0]}.md", folder) if ways else "…"
        yield warning(
            _place(thing, text, link.start()),
            "link-wiki",
            f"“{link.group()}” is no link here: readers see the brackets",
            f"write [{link['text'] or meant}]({way})",
        )


def _place(thing: _Thing, text: str, offset: int) -> Origin:
    """Where *offset* of the *text* below a header stands in its file."""
    body = thing.origins.get("body", thing.origin)
    line_start = text.rfind("\n", 0, offset) + 1
    return Origin(
        body.path, body.line + text.count("\n", 0, offset), offset - line_start + 1
    )


def _without_ending(name: str) -> str:
    """The id that a file's name or path means."""
    return name.rpartition("/")[2].removesuffix(".md")


def _unread(content: Content, folder: str) -> set[str]:
    """Files that are there but could not be read: a link to them leads somewhere."""
    return {
        key.partition("/")[2] for key in content.unread if key.startswith(f"{folder}/")
    }
