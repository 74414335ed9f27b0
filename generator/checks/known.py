"""What an event is held against, besides itself: the rest of the project in brief.

It is the same value as long as none of that changes, so that what was found in an
event is known again until the event or this changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.checks.names import Name
from generator.checks.tools import plain
from generator.model.each import settling
from generator.model.edtf import Edtf, parse_edtf
from generator.model.entities import Entity, EntityKind
from generator.model.sources import Document, Source


@dataclass(frozen=True, slots=True)
class Known:
    """The documents by id; of cards, the dates of publication, and the last day that
    one is known to be from; of entities, what each
    is and, by every name in lower case, all its other names; and the files that a link
    may lead to ("events/harbour-bridge"), under their former names as well.

    `sources_called` and `entities_called` tell the id of what was called by its title,
    address or name instead, whatever the capitals, where one alone is called so.
    """

    documents: Mapping[str, Document]
    issued: Mapping[str, Edtf | None]
    newest: Edtf | None
    kinds: Mapping[str, EntityKind]
    labels: Mapping[str, Sequence[str]]
    files: frozenset[str]
    sources_called: Mapping[str, str]
    entities_called: Mapping[str, str]

    def ids(self, folder: str) -> set[str]:
        """The ids under *folder*, former ones included."""
        return {
            file.partition("/")[2]
            for file in self.files
            if file.startswith(f"{folder}/")
        }


@settling
def known_of(
    given: tuple[
        Sequence[Name],
        Iterable[str],
        Sequence[Source],
        Sequence[Entity],
        Sequence[Document],
    ],
) -> Known:
    """What there is: everything's names, files that could not be read, cards,
    entities and documents."""
    names, unread, sources, entities, documents = given
    labels: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        all_of_it = (entity.pref_label, *entity.alt_label)
        labels |= {plain(name): all_of_it for name in all_of_it}
    return Known(
        documents={document.id: document for document in documents},
        issued={source.id: source.issued for source in sources},
        newest=_newest(sources),
        kinds={entity.id: entity.kind for entity in entities},
        labels=labels,
        files=frozenset(
            {f"{name.folder}/{id}" for name in names for id in name.all_ids}
            | set(unread)
        ),
        sources_called=_ids_by_name(
            (name, source.id)
            for source in sources
            for name in (source.title, source.url)
        ),
        entities_called=_ids_by_name(
            (name, entity.id)
            for entity in entities
            for name in (entity.pref_label, *entity.alt_label)
        ),
    )


def _newest(sources: Iterable[Source]) -> Edtf | None:
    """The last day that a card names: when its source was published, not before when,
    or when it was seen. None where no card names a day."""
    dates = (
        date
        for source in sources
        for date in (source.issued or source.inferred.issued, source.accessed)
        if date is not None
    )
    days = [day for date in dates if (day := date.last or date.first)]
    if not days:
        return None
    year, month, number = max(days)
    return parse_edtf(f"{year:0{4 + (year < 0)}}-{month:02}-{number:02}")


def _ids_by_name(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Name, whatever its capitals -> id, of names that one thing alone has."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, id in names:
        if name:
            owners[name.casefold()].add(id)
    return {name: min(ids) for name, ids in owners.items() if len(ids) == 1}
