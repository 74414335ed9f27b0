"""File names, which are ids and addresses: valid, and each somebody's alone."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.checks.tools import at, error, warning
from generator.model.each import settling
from generator.model.entities import Entity
from generator.model.events import Event
from generator.model.letters import hyphenated
from generator.model.sources import Document, Source
from generator.model.timeline import Page
from generator.problems import Origin, Problem

MOST_CHARACTERS = 120
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDED = re.compile(r"\s*\([^)]*\)$")
"""What programs that share folders add to a name."""
_COPY_BY_HAND = re.compile(r"(?P<of>.+)-(?:copy|backup|bak)(?:-?[0-9]+)?")
_HIDDEN = re.compile(r"(?:\A|/)\.")
_NO_ADDRESS = re.compile(r"(?:\A|/)(?:/|\Z)|[\\%]")
"""An empty part of a path; and what servers and browsers read as something else."""
LONGEST_PART = 200
"""So many bytes may the name of a folder have, with room for an ending."""
_RESERVED = frozenset(
    {"index", "404", "assets", "data", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)

FOLDERS = {Event: "events", Source: "sources", Entity: "entities", Page: "pages"}
"""The folder of the files of each kind of thing."""

Thing = Event | Source | Entity | Page


@dataclass(frozen=True, slots=True)
class Name:
    """What a file is called: its folder and id, and its former ids with their places.

    `origin` is where the file begins. Pages have no former ids.
    """

    folder: str
    id: str
    origin: Origin
    former: tuple[tuple[str, Origin], ...]

    @property
    def path(self) -> str:
        """Of the file, relative to the project."""
        return self.origin.path

    @property
    def all_ids(self) -> tuple[str, ...]:
        """The id, then the former ones."""
        return (self.id, *(name for name, _ in self.former))


@settling
def name_of(thing: Thing) -> Name:
    """What the file of *thing* is called."""
    aliases = () if isinstance(thing, Page) else thing.aliases
    former = tuple(
        (name, at(thing, f"aliases.{index}")) for index, name in enumerate(aliases)
    )
    return Name(FOLDERS[type(thing)], thing.id, thing.origin, former)


def name_problems(names: Sequence[Name]) -> list[Problem]:
    """Names that cannot be addresses, and names that two files share."""
    found: list[Problem] = []
    by_folder: dict[str, list[Name]] = {folder: [] for folder in FOLDERS.values()}
    for name in names:
        by_folder[name.folder].append(name)
    for folder, group in by_folder.items():
        if folder != "sources":  # a card is named as its document is
            found += _invalid(group)
        if folder != "pages":
            found += _shared_addresses(group)
    return found


def originals(ids: Sequence[str]) -> dict[str, str]:
    """Ids of *ids* that were given to a copy, each with the id that it copied.

    Programs that share folders keep both of two versions, and name the one after the
    other with something around it: "x (conflicted copy)", "x 2", "Copy of x". People
    who keep what they had call it "x-copy".
    """
    found = {}
    places = {id: place for place, id in enumerate(ids)}
    for id in ids:
        if _ID.fullmatch(id) and "conflict" not in id:
            copy = _COPY_BY_HAND.fullmatch(id)
            if copy and copy["of"] in places:
                found[id] = copy["of"]
            continue
        held = [part for part in _whole_words(id) if part != id and part in places]
        if held:
            found[id] = max(held, key=lambda part: (len(part), -places[part]))
    return found


def _whole_words(id: str) -> Iterator[str]:
    """Every part of *id* that neither begins nor ends within a word."""
    edges = [edge.start() for edge in re.finditer(r"\b", id)]
    return (id[start:end] for start, end in combinations(edges, 2))


@settling
def copied_events(names: Sequence[Name]) -> frozenset[str]:
    """The ids of the events that are copies by their names."""
    return frozenset(originals([n.id for n in names if n.folder == FOLDERS[Event]]))


def _invalid(names: Sequence[Name]) -> Iterator[Problem]:
    copied = originals([name.id for name in names])
    for name in names:
        if name.id in copied:
            original = name.path.replace(name.id, copied[name.id])
            yield error(
                name.origin,
                "file-copy",
                f"by its name this is another version of {original}",
                "take over there what is right here, and delete this file",
            )
        elif name.id in _RESERVED:
            yield error(
                name.origin,
                "name-reserved",
                f"a file cannot be named “{name.id}”: the name is taken",
                "give the file another name",
            )
        elif not _ID.fullmatch(name.id) or len(name.id) > MOST_CHARACTERS:
            yield error(
                name.origin,
                "name-invalid",
                f"“{name.id}” is the address of this page, and not a valid one",
                f"name the file {_valid(name.id)}.md: lower case letters, digits "
                "and single hyphens",
            )


def _valid(name: str) -> str:
    bare = _ADDED.sub("", name) or name
    return hyphenated(bare)[:MOST_CHARACTERS].rstrip("-") or "a-short-name"


def _shared_addresses(names: Sequence[Name]) -> Iterator[Problem]:
    """Ids that are one on some disks, and former ids that are somebody's now."""
    live: dict[str, str] = {}
    for name in names:
        other = live.setdefault(_folded(name.id), name.path)
        if other != name.path:
            yield error(
                Origin(name.path),
                "name-collides",
                f"on some disks this is the same name as {other}",
                "rename one of the two",
            )
    former: dict[str, str] = {}
    for name in names:
        for alias, origin in name.former:
            if _HIDDEN.search(alias):
                yield error(
                    origin,
                    "alias-hidden",
                    f"“{alias}” begins with a dot, and hosts leave such files out",
                    "take it out, or write it without the dot",
                )
            elif not _may_be_path(alias):
                yield error(
                    origin,
                    "alias-invalid",
                    f"“{alias}” was never an address of this site",
                    "write the former id: no slashes at its ends, no \\ and no %",
                )
            owner = live.get(_folded(alias)) or former.get(_folded(alias))
            if owner is not None:
                yield error(
                    origin,
                    "alias-taken",
                    f"“{alias}” cannot lead here: it belongs to {owner}",
                    "take it out of one of the two",
                )
            former.setdefault(_folded(alias), name.path)


def _may_be_path(alias: str) -> bool:
    parts = alias.encode("utf-8", "replace").split(b"/")
    short = max(map(len, parts)) <= LONGEST_PART
    return short and alias.isprintable() and not _NO_ADDRESS.search(alias)


def document_names(documents: Sequence[Document]) -> list[Problem]:
    """Seeds whose names, without their endings, are one or can be no address."""
    found = [
        error(
            Origin(document.path),
            "name-invalid",
            f"“{document.id}” is the address of this document, and not a valid one",
            "rename the file: without \\ and invisible characters",
        )
        for document in documents
        if "\\" in document.id or not document.id.isprintable()
    ]
    seen: dict[str, str] = {}
    for document in documents:
        other = seen.setdefault(_folded(document.id), document.path)
        if other != document.path:
            found.append(
                error(
                    Origin(document.path),
                    "name-collides",
                    f"this document has the same id as {other}",
                    "rename one of the two",
                )
            )
    return found


def shared_labels(entities: Sequence[Entity]) -> list[Problem]:
    """Names that two entities of one kind go by: perhaps they are one."""
    found = []
    owners: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        names = {_folded(name) for name in (entity.pref_label, *entity.alt_label)}
        for name in names - {""}:
            owners[(entity.kind, name)].append(entity)
    for (_, name), sharing in sorted(owners.items()):
        found += [
            warning(
                at(entity, "prefLabel"),
                "label-shared",
                f"“{name}” is also a name of {sharing[0].origin.path}",
                "if they are one, keep one file and name the other in its aliases:",
            )
            for entity in sharing[1:]
        ]
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
