"""Which entity file already stands for a name that the sources use."""

from __future__ import annotations

from collections.abc import Collection, Iterable

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

    def present(self, proposal: EntityProposal) -> str:
        """The id of the file that covers *proposal*: its own when none does yet,
        empty when a person deleted it."""
        name = (_folded(proposal.pref_label), proposal.kind)
        return self.follow(self._names.get(name, proposal.id))

    def follow(self, entity: str) -> str:
        """The present id of a former one; empty for one that is gone."""
        found = self._ids.get(entity)
        if found is None:
            return "" if entity in self._gone else entity
        return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
