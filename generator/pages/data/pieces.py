"""Files that tell of one thing after the other, as pieces that are known again.

What a file says of an event, a source or a name is a piece. Where the pieces of the
last published file end is kept; so those that would say the same are cut out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import accumulate
from typing import Literal

from generator.pages.catalogue import Catalogue
from generator.pages.shows import Digest, Shows

Kind = Literal["events", "sources", "entities"]
Digests = Mapping[str, Digest]


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a file says of each thing of a kind, in the order of `ids_of`.

    `make` gives it by id, from nothing but what is published of that thing
    (`Shows.of_event`, `source`, `of_entity`); b"" where there is nothing to say, and
    then nothing stands there, not even what is `between` two pieces.
    """

    kind: Kind
    make: Callable[[str], bytes]
    between: bytes = b""


_Place = tuple[int, Sequence[int]]
"""Where the first of the pieces in a file begins, and how long each is."""

Parts = Iterable[bytes | Pieces]
"""A file: what stands once in it, and pieces."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where files can be cut: what was `shown` by id when they were made, for each
    kind; and by path, of their pieces, where the first begins and how long each is."""

    shown: Mapping[str, Digests] = field(default_factory=dict)
    places: Mapping[str, Sequence[_Place]] = field(default_factory=dict)


def ids_of(kind: Kind, catalogue: Catalogue) -> Collection[str]:
    """The ids of all things of a *kind*, events in the order of time."""
    if kind == "events":
        return [event.id for event in catalogue.timeline.all_events]
    return (catalogue.cards if kind == "sources" else catalogue.entities).keys()


def spelt_out(parts: Parts, catalogue: Catalogue) -> Iterator[bytes]:
    """A file from its beginning, each piece made when it is asked for."""
    for part in parts:
        if isinstance(part, bytes):
            yield part
            continue
        between = b""
        for piece in filter(None, map(part.make, ids_of(part.kind, catalogue))):
            yield between + piece
            between = part.between


class Joining:
    """Joins files of *catalogue*, whose pieces *shows* tells apart.

    *last* tells where the files of another build can be cut; *file* gives them as they
    were made then, None for any that is not there so.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        shows: Shows,
        last: Cuts,
        file: Callable[[str], bytes | None],
    ) -> None:
        self._catalogue = catalogue
        self._shows = shows
        self._last = last
        self._file = file
        self._places: dict[str, list[_Place]] = {}

    @property
    def cuts(self) -> Cuts:
        """Where the files that were joined can be cut."""
        return Cuts(self._shown, self._places)

    def joined(self, path: str, parts: Parts) -> bytes:
        """The file at *path*. A site of a hundred thousand events has no room for its
        text twice."""
        file = BytesIO()
        old = self._file(path) if path in self._last.places else None
        known = iter(self._last.places[path] if old else ())
        places = self._places[path] = []
        for part in parts:
            if isinstance(part, bytes):
                file.write(part)
                continue
            told, lengths = self._told(part, old, next(known, None))
            places.append((file.tell(), lengths))
            file.write(told)
        return file.getvalue()

    def _told(
        self, part: Pieces, old: bytes | None, place: _Place | None
    ) -> tuple[bytes, Sequence[int]]:
        """All that is told in *part*, and how long each piece of it is."""
        before = self._last.shown.get(part.kind, {})
        if old is None or place is None or len(place[1]) != len(before):
            pieces = [*map(part.make, self._shown[part.kind])]
        else:
            exchanged = self._exchanged(part, old, place)
            if exchanged:
                return exchanged
            pieces = self._pieces(part, old, place)
        return part.between.join(filter(None, pieces)), [*map(len, pieces)]

    def _exchanged(
        self, part: Pieces, old: bytes, place: _Place
    ) -> tuple[bytes, Sequence[int]] | None:
        """As `_told`, where only what some pieces say is another; None where one comes,
        goes or moves."""
        places = self._changed[part.kind]
        if places is None:
            return None
        at, lengths = place[0], [*place[1]]
        between = len(part.between)
        steps = (length + between if length else 0 for length in lengths)
        starts = [*accumulate(steps, initial=at)]
        end = max(at, starts[-1] - between)
        told: list[bytes] = []
        for number, id in places:
            new = part.make(id)
            if bool(new) != bool(lengths[number]):
                return None
            if new:  # where nothing is said, nothing stands between two pieces
                told += old[at : starts[number]], new
                at = starts[number] + lengths[number]
                lengths[number] = len(new)
        return b"".join((*told, old[at:end])), lengths

    def _pieces(self, part: Pieces, old: bytes, place: _Place) -> list[bytes]:
        make, shown = part.make, self._shown[part.kind]
        at, lengths = place
        same = self._same[part.kind]
        found: dict[str, bytes] = {}
        for id, length in zip(self._last.shown[part.kind], lengths, strict=True):
            if id in same:
                found[id] = old[at : at + length]
            if length:
                at += length + len(part.between)
        return [found[id] if id in same else make(id) for id in shown]

    @cached_property
    def _shown(self) -> Mapping[str, Digests]:
        of: dict[Kind, Callable[[str], Digest]] = {
            "events": self._shows.of_event,
            "sources": self._shows.source,
            "entities": self._shows.of_entity,
        }
        return {
            kind: {id: shows(id) for id in ids_of(kind, self._catalogue)}
            for kind, shows in of.items()
        }

    @cached_property
    def _same(self) -> Mapping[str, Collection[str]]:
        """The ids of what shows the same as in the other build."""
        return {
            kind: {id for id, _ in now.items() & self._last.shown[kind].items()}
            for kind, now in self._shown.items()
            if kind in self._last.shown
        }

    @cached_property
    def _changed(self) -> Mapping[str, Sequence[tuple[int, str]] | None]:
        """What shows something else than in the other build, with its number; None for
        a kind of which there are other things now, or in another order."""
        return {
            kind: [(n, id) for n, id in enumerate(now) if id not in self._same[kind]]
            if [*now] == [*self._last.shown[kind]]
            else None
            for kind, now in self._shown.items()
            if kind in self._last.shown
        }
