"""One saved content file into what it says, and that into plain values and back, so
that the next build need not read the file again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator.disk import Saved
from generator.model.each import kept_by
from generator.model.entities import Entity
from generator.model.events import Event
from generator.model.sources import Source
from generator.model.timeline import Page
from generator.plain import as_json, of_json
from generator.problems import FileAccessError, Origin, Problem
from generator.store.cut import UnreadableError
from generator.store.reading import ContentFile, Thing, id_of, read_file


class Said(NamedTuple):
    """What a file says, under its folder and id ("events/harbour-bridge"); None where
    it cannot be read. And what is wrong in it."""

    key: str
    thing: Thing | None
    problems: tuple[Problem, ...]


def read_saved(
    content: str, root: str, saved: Saved
) -> tuple[Said, ContentFile | None]:
    """What the file under *content* says, and the file with its parts if it has any."""
    name = saved.path.removeprefix(f"{root}{os.sep}").replace(os.sep, "/")
    inside = saved.path.removeprefix(f"{content}{os.sep}").replace(os.sep, "/")
    folder = inside.partition("/")[0]
    key = f"{folder}/{id_of(name)}"
    try:
        file, problems = read_file(name, folder, saved.data)
    except UnreadableError as error:
        return Said(key, None, error.problems), None
    return Said(key, file.thing, tuple(problems)), file


_SAID = {
    "events": tuple[str, Event | None, tuple[Problem, ...]],
    "sources": tuple[str, Source | None, tuple[Problem, ...]],
    "entities": tuple[str, Entity | None, tuple[Problem, ...]],
    "pages": tuple[str, Page | None, tuple[Problem, ...]],
}
"""What a file says, by its folder; JSON tells no kind of thing from another."""


def _again(line: bytes, content: str, root: str, saved: Saved) -> Said:
    folder = saved.path[len(content) + 1 :].partition(os.sep)[0]
    said = Said(*of_json(_SAID[folder])(line))
    if said.thing is not None:
        find = partial(_origins, content, root, saved)
        # Nobody has seen it yet: to make another one would take longer than to read it.
        object.__setattr__(said.thing, "origins", LaterOrigins(find))
    return said


@kept_by(as_json, _again)
def said_in(content: str, root: str, saved: Saved) -> Said:
    """What the file under *content* says; paths in it are relative to *root*."""
    return read_saved(content, root, saved)[0]


class LaterOrigins(Mapping[str, Origin]):
    """Where the values of a file stand, found when somebody asks."""

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], Mapping[str, Origin]]) -> None:
        self._find = find
        self._found: Mapping[str, Origin] | None = None

    def __getitem__(self, key: str) -> Origin:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> Mapping[str, Origin]:
        if self._found is None:
            self._found = self._find()
        return self._found


def _origins(content: str, root: str, saved: Saved) -> Mapping[str, Origin]:
    """Those of the thing in a file; none where the file was changed meanwhile."""
    try:
        thing = read_saved(content, root, saved)[0].thing
    except FileAccessError:
        return {}
    return {} if thing is None else thing.origins
