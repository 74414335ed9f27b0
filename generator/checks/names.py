"""File names, which are ids and addresses: valid, and each somebody's alone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.checks.tools import at, error, warning
from generator.model.entities import Entity
from generator.model.events import Event
from generator.model.letters import hyphenated
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Page
from generator.problems import Origin, Problem

MOST_CHARACTERS = 120
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = frozenset(
    {"index", "404", "assets", "data", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)

Named = Event | Entity | Page


def name_problems(content: Content, documents: Sequence[Document]) -> Iterator[Problem]:
    """Names that cannot be addresses, and names that two things share."""
    for things in (content.events, content.entities, content.pages):
        yield from _invalid(things)
    for group in (content.events, content.sources, content.entities):
        yield from _shared_addresses(group)
    yield from _documents_alike(documents)
    yield from _shared_labels(content.entities)


def originals(ids: Sequence[str]) -> dict[str, str]:
    """Ids of *ids* that a program gave to a copy, each with the id that it copied.

    Programs that share folders keep both of two versions, and name the one after the
    other with something around it: "x (conflicted copy)", "x 2", "Copy of x".
    """
    found = {}
    for id in ids:
        if _ID.fullmatch(id) and "conflict" not in id:
            continue
        held = [o for o in ids if o != id and re.search(rf"\b{re.escape(o)}\b", id)]
        if held:
            found[id] = max(held, key=len)
    return found


def _invalid(things: Sequence[Named]) -> Iterator[Problem]:
    copied = originals([thing.id for thing in things])
    for thing in things:
        if thing.id in copied:
            original = thing.origin.path.replace(thing.id, copied[thing.id])
            yield error(
                thing.origin,
                "file-copy",
                f"by its name this is another version of {original}",
                "take over there what is right here, and delete this file",
            )
        elif thing.id in _RESERVED:
            yield error(
                thing.origin,
                "name-reserved",
                f"a file cannot be named “{thing.id}”: the name is taken",
                "give the file another name",
            )
        elif not _ID.fullmatch(thing.id) or len(thing.id) > MOST_CHARACTERS:
            yield error(
                thing.origin,
                "name-invalid",
                f"“{thing.id}” is the address of this page, and not a valid one",
                f"name the file {_valid(thing.id)}.md: lower case letters, digits "
                "and single hyphens",
            )


def _valid(name: str) -> str:
    return hyphenated(name)[:MOST_CHARACTERS].rstrip("-") or "a-short-name"


def _shared_addresses(
    things: Sequence[Event] | Sequence[Source] | Sequence[Entity],
) -> Iterator[Problem]:
    """Ids that are one on some disks, and former ids that are somebody's now."""
    live: dict[str, str] = {}
    for thing in things:
        other = live.setdefault(_folded(thing.id), thing.origin.path)
        if other != thing.origin.path:
            yield error(
                Origin(thing.origin.path),
                "name-collides",
                f"on some disks this is the same name as {other}",
                "rename one of the two",
            )
    former: dict[str, str] = {}
    for thing in things:
        for index, name in enumerate(thing.aliases):
            owner = live.get(_folded(name)) or former.get(_folded(name))
            if owner is not None:
                yield error(
                    at(thing, f"aliases.{index}"),
                    "alias-taken",
                    f"“{name}” cannot lead here: it belongs to {owner}",
                    "take it out of one of the two",
                )
            former.setdefault(_folded(name), thing.origin.path)


def _documents_alike(documents: Sequence[Document]) -> Iterator[Problem]:
    """Seeds whose names, without their endings, are one."""
    seen: dict[str, str] = {}
    for document in documents:
        other = seen.setdefault(_folded(document.id), document.path)
        if other != document.path:
            yield error(
                Origin(document.path),
                "name-collides",
                f"this document has the same id as {other}",
                "rename one of the two",
            )


def _shared_labels(entities: Sequence[Entity]) -> Iterator[Problem]:
    """Names that two entities of one kind go by: perhaps they are one."""
    owners: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        names = {_folded(name) for name in (entity.pref_label, *entity.alt_label)}
        for name in names - {""}:
            owners[(entity.kind, name)].append(entity)
    for (_, name), sharing in sorted(owners.items()):
        for entity in sharing[1:]:
            yield warning(
                at(entity, "prefLabel"),
                "label-shared",
                f"“{name}” is also a name of {sharing[0].origin.path}",
                "if they are one, keep one file and name the other in its aliases:",
            )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
