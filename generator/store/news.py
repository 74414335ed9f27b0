"""Which cited passages are new to everybody: in no file, and never proposed before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.store.passages import (
    PassageIndex,
    PassageKey,
    listed,
    passage_key,
    passage_keys,
)
from generator.store.patch import RefusedError, RemoveItem, patched
from generator.store.proposal_values import Values
from generator.store.proposed import Record
from generator.store.reading import ContentFile
from generator.store.regenerate import dropped

Texts = Mapping[str, str]


class News:
    """Passages that are spoken for, as they stand before this regeneration.

    *targets* leads from each proposal that is a reading of an event to that event's
    file. A citation that leaves an untouched event in this very run is free again, so
    that it can go over to another in the same run.
    """

    def __init__(
        self,
        files: Mapping[str, ContentFile],
        records: Mapping[str, Record],
        proposals: Sequence[Values],
        slots: Mapping[int, str],
        targets: Mapping[int, str],
        texts: Texts,
    ) -> None:
        self._texts = texts
        self._leaving = PassageIndex()
        self._spoken_for = PassageIndex()
        for key, file in files.items():
            self._spoken_for.add(key, passage_keys(file.values, texts))
        for key, record in records.items():
            self._spoken_for.add(key, passage_keys(record.values, texts))
        losing_all: dict[str, tuple[PassageKey, ...]] = {}
        for index, key in slots.items():
            held, known = files.get(key), records.get(key)
            if held is None or known is None or known.adopted:
                continue
            mine = listed(held.values, "citations")
            out = dropped(held, known, proposals[index], texts)
            free: Values = {"citations": [mine[i] for i in out if _can_go(held, i)]}
            passages = passage_keys(free, texts)
            if len(passages) < len(mine):
                self._leaving.add(key, passages)
            else:
                losing_all[key] = passages
        self._let_go(losing_all, proposals, targets)

    def _let_go(
        self,
        losing_all: dict[str, tuple[PassageKey, ...]],
        proposals: Sequence[Values],
        targets: Mapping[int, str],
    ) -> None:
        """Events that would lose all their citations do so once they gain another."""
        stuck = False
        while losing_all and not stuck:
            gaining = {
                key
                for index, key in targets.items()
                if key in losing_all and self.citations(proposals[index])
            }
            for key in sorted(gaining):
                self._leaving.add(key, losing_all.pop(key))
            stuck = not gaining

    def citations(self, proposal: Values) -> list[Values]:
        """The citations of *proposal* that are new to everybody, in its order."""
        return [
            values
            for values in listed(proposal, "citations")
            if isinstance(values, dict)
            and self._is_free(passage_key(values, self._texts))
        ]

    def left_by(self, found: Values) -> list[str]:
        """The events that the citation *found* leaves, so that another can have it."""
        return self._leaving.holders(passage_key(found, self._texts))

    def _is_free(self, passage: PassageKey) -> bool:
        leaving = self._leaving.holders(passage)
        return all(holder in leaving for holder in self._spoken_for.holders(passage))


def _can_go(file: ContentFile, index: int) -> bool:
    """True when the citation at *index* can be taken out of the file."""
    try:
        patched(file, [RemoveItem("citations", index)])
    except RefusedError:
        return False
    return True
