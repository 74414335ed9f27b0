"""Which entity file already stands for a name that the sources use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from generator.model.entities import Entity, EntityKind
from generator.model.events import EntityProposal


class EntityNames:
    """Present ids for proposed ones, and for former ones.

    *gone* are ids of files that a person deleted: nobody is to be linked to them.
    """

    def __init__(self, entities: Iterable[Entity], gone: Collection[str]) -> None:
        self._ids: dict[str, str] = {}
        self._names: dict[tuple[str, EntityKind], str] = {}
        self._gone = gone
        everyone = list(entities)
        for entity in everyone:
            self._ids[entity.id] = entity.id
        for entity in everyone:
            for former in entity.aliases:
                self._ids.setdefault(former, entity.id)
            for name in (entity.pref_label, *entity.alt_label):
                self._names.setdefault((_folded(name), entity.kind), entity.id)

    def present(self, proposals: Sequence[EntityProposal]) -> dict[str, str]:
        """Proposed id -> id of the file that covers it.

        Its own when none does yet, empty when a person deleted it. A place and an
        organisation of one name have a file each, whichever was there before.
        """
        by_name = {
            p.id: self._names.get((_folded(p.pref_label), p.kind)) for p in proposals
        }
        found = {id: self.follow(known or id) for id, known in by_name.items()}
        taken = {found[id] for id, known in by_name.items() if known}
        for proposal in proposals:
            id = found[proposal.id]
            if id and id in taken and not by_name[proposal.id]:
                id = self.follow(f"{proposal.id}-{proposal.kind}")
            found[proposal.id] = id
            taken.add(id)
        return found

    def follow(self, entity: str) -> str:
        """The present id of a former one; empty for one that is gone."""
        found = self._ids.get(entity)
        if found is None:
            return "" if entity in self._gone else entity
        return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
