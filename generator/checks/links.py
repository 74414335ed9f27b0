"""Every id that a file names against the files that there are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from urllib.parse import unquote

from generator.checks.known import Known
from generator.checks.names import FOLDERS, Thing
from generator.checks.tools import at, did_you_mean, error, warning
from generator.model.each import settling
from generator.model.entities import Entity, EntityKind
from generator.model.events import Event
from generator.model.sources import Source
from generator.model.timeline import Content
from generator.problems import Origin, Problem

_LINK = re.compile(r"\]\(<?(?P<address>[^)\s>]+)>?(?:\s+[\"'][^)]*)?\)")
_WITH_SPACE = re.compile(
    r"\]\((?P<address>[^()<>\s\"'][^()<>\n\"']* [^()<>\n]*?\.md)\)"
)
_WIKI_LINK = re.compile(r"\[\[(?P<name>[^\[\]|]+)(?:\|(?P<text>[^\[\]|]+))?\]\]")
_PICTURE = re.compile(
    r"!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])|<img\b[^>\n]*>", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LIKE_AN_ID = re.compile(r"[a-z0-9-]+")
_KINDS = {
    "people": EntityKind.PERSON,
    "organisations": EntityKind.ORGANISATION,
    "places": EntityKind.PLACE,
}


def link_problems(event: Event, known: Known) -> Iterator[Problem]:
    """Links of *event* to entities and events that lead nowhere, or to the wrong
    kind."""
    yield from _to_entities(event, known)
    yield from _to_events(event, known)


def _to_entities(event: Event, known: Known) -> Iterator[Problem]:
    for key, kind in _KINDS.items():
        for index, name in enumerate(getattr(event, key)):
            place = f"{key}.{index}"
            if f"entities/{name}" not in known.files:
                what, hint = _unknown(name, known)
                yield error(at(event, place), "entity-unknown", what, hint)
            elif known.kinds.get(name, kind) is not kind:
                yield warning(
                    at(event, place),
                    "entity-kind",
                    f"“{name}” stands in “{key}”, but its file says "
                    f"kind: {known.kinds[name]}",
                    "move it to the right list, or correct its file",
                )


def _unknown(name: str, known: Known) -> tuple[str, str]:
    """What is wrong with *name*, which is no entity's id, and what to do."""
    written = _without_ending(name)
    ids = known.ids("entities")
    if written != name and written in ids:
        what = f"“{name}” is a file; its id is its name without the ending"
        return what, f"write {written}"
    if id := known.entities_called.get(name.casefold()):
        return f"“{name}” is a name; here stands the id of its file", f"write {id}"
    if not _LIKE_AN_ID.fullmatch(written):
        what = f"“{name}” is not the id of a file in content/entities/"
    else:
        what = f"there is no file content/entities/{written}.md"
    make = "make the file with `dateline new entity`, or correct the id"
    return what, did_you_mean(written, ids, make)


def _to_events(event: Event, known: Known) -> Iterator[Problem]:
    for index, name in enumerate(event.related):
        place = f"related.{index}"
        if name == event.id:
            what = "the event names itself"
            yield warning(at(event, place), "related-itself", what, "take it out")
        elif f"events/{name}" not in known.files:
            written = _without_ending(name)
            ids = known.ids("events")
            yield error(
                at(event, place),
                "event-unknown",
                f"there is no event “{name}”",
                f"write {written}"
                if written in ids
                else did_you_mean(written, ids, "correct the id, or take it out"),
            )


@settling
def links_in_text(files: frozenset[str], thing: Thing) -> list[Problem]:
    """What is wrong with the links in the Markdown text of *thing*."""
    text = _text_of(thing)
    if "[" not in text and "<" not in text:
        return []
    return [
        *_in_text(thing, text, files),
        *_with_spaces(thing, text, files),
        *_wiki_links(thing, text, files),
        *_pictures(thing, text),
    ]


def _text_of(thing: Thing) -> str:
    """What stands below the header of *thing*, in Markdown."""
    return thing.note if isinstance(thing, Source | Entity) else thing.body


def _in_text(thing: Thing, text: str, files: Collection[str]) -> Iterator[Problem]:
    """Links in a Markdown text to content files that are not there."""
    folder = FOLDERS[type(thing)]
    for link in _LINK.finditer(text):
        address = unquote(link["address"].partition("#")[0])
        if "://" in address:
            continue
        if not address.endswith(".md"):
            yield from _out_of_site(thing, text, link, address)
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
        yield error(
            _place(thing, text, link.start("address")),
            "link-unknown",
            what,
            f"write {posixpath.relpath(file, folder)}"
            if there
            else did_you_mean(
                address, _ways(files, folder), "correct the link, or take it out"
            ),
        )


def _out_of_site(
    thing: Thing, text: str, link: re.Match[str], address: str
) -> Iterator[Problem]:
    """For an address that names a place of the host which is not of this site."""
    if _SCHEME.match(address) or address.startswith("//"):
        return
    page = f"{FOLDERS[type(thing)]}/page/"
    above = posixpath.normpath(posixpath.join(page, address)).startswith("..")
    if above or address.startswith("/") or "\\" in address:
        yield error(
            _place(thing, text, link.start("address")),
            "link-outside",
            f"“{link['address']}” leads out of this site",
            "write the whole address with https://, or the way to a file in content/",
        )


def links_to_unpublished(content: Content, shown: Content) -> list[Problem]:
    """Links in the texts of *shown* to what is in *content* alone, sorted by place: a
    reader would find nothing there, and learn how it is called."""
    if shown is content:
        return []
    hidden = {
        f"{FOLDERS[type(thing)]}/{id}"
        for thing in _left_out(content, shown)
        for id in (thing.id, *thing.aliases)
    }
    things: tuple[Thing, ...] = (
        *shown.events,
        *shown.sources,
        *shown.entities,
        *shown.pages,
    )
    found = (_to_unpublished(hidden, thing) for thing in things if hidden)
    return sorted(chain.from_iterable(found))


def _left_out(content: Content, shown: Content) -> Iterator[Event | Source | Entity]:
    events = {event.id for event in shown.events}
    yield from (event for event in content.events if event.id not in events)
    sources = {source.id for source in shown.sources}
    yield from (source for source in content.sources if source.id not in sources)
    entities = {entity.id for entity in shown.entities}
    yield from (entity for entity in content.entities if entity.id not in entities)


def _to_unpublished(hidden: Collection[str], thing: Thing) -> Iterator[Problem]:
    text = _text_of(thing)
    if ".md" not in text:
        return
    folder = FOLDERS[type(thing)]
    for link in _LINK.finditer(text):
        address = unquote(link["address"].partition("#")[0])
        file = posixpath.normpath(posixpath.join(folder, address))
        if address.endswith(".md") and file.removesuffix(".md") in hidden:
            yield error(
                _place(thing, text, link.start("address")),
                "link-unpublished",
                f"this text is published, and content/{file} is not",
                "take the link out, or publish what it leads to",
            )


def _with_spaces(thing: Thing, text: str, files: Collection[str]) -> Iterator[Problem]:
    """Addresses with a space, of which Markdown makes no link."""
    folder = FOLDERS[type(thing)]
    for link in _WITH_SPACE.finditer(text):
        yield error(
            _place(thing, text, link.start("address")),
            "link-space",
            f"“{link['address']}” is no link: an address has no spaces",
            did_you_mean(
                link["address"],
                _ways(files, folder),
                "correct the link, or write %20 for each",
            ),
        )


def _ways(files: Iterable[str], folder: str) -> set[str]:
    """How to write links from *folder* to each of *files*: only for who found a
    mistake, since there may be ten thousand files and a text in each."""
    return {posixpath.relpath(f"{name}.md", folder) for name in files}


def _wiki_links(thing: Thing, text: str, files: Collection[str]) -> Iterator[Problem]:
    """Names in double brackets, which other programs make links of."""
    folder = FOLDERS[type(thing)]
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


def _pictures(thing: Thing, text: str) -> Iterator[Problem]:
    """Pictures in a text, which are not shown: it cannot say whose they are, nor what
    allows them to be shown."""
    hint = (
        "write it under “media:”, with its alt, credit and licence"
        if isinstance(thing, Event)
        else "take it out, or write a link to it: only events show pictures"
    )
    for picture in _PICTURE.finditer(text):
        yield warning(
            _place(thing, text, picture.start()),
            "picture-in-text",
            f"“{picture.group()}” is not shown: a text holds no pictures",
            hint,
        )


def _place(thing: Thing, text: str, offset: int) -> Origin:
    """Where *offset* of the *text* below a header stands in its file."""
    body = thing.origins.get("body", thing.origin)
    line_start = text.rfind("\n", 0, offset) + 1
    return Origin(
        body.path, body.line + text.count("\n", 0, offset), offset - line_start + 1
    )


def _without_ending(name: str) -> str:
    """The id that a file's name or path means."""
    return name.rpartition("/")[2].removesuffix(".md")
