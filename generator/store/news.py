"""Which cited passages are new to everybody: in no file, and never proposed before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.store.passages import PassageIndex, citations, passage_key, passage_keys
from generator.store.proposal_values import Values
from generator.store.proposed import Record
from generator.store.reading import ContentFile
from generator.store.regenerate import dropped

Texts = Mapping[str, str]


class News:
    """Passages that are spoken for, as they stand before this regeneration.

    A citation that leaves an untouched event in this very run is free again, so that
    it can go over to another in the same run.
    """

    def __init__(
        self,
        files: Mapping[str, ContentFile],
        records: Mapping[str, Record],
        proposals: Sequence[Values],
        slots: Mapping[int, str],
        texts: Texts,
    ) -> None:
        self._texts = texts
        self._spoken_for = PassageIndex()
        leaving = PassageIndex()
        for index, key in slots.items():
            file, record = files.get(key), records.get(key)
            if file is None or record is None or record.adopted:
                continue
            out = dropped(file, record, proposals[index], texts)
            mine = citations(file.values)
            gone: Values = {"citations": [mine[i] for i in out]}
            leaving.add(key, passage_keys(gone, texts))
        holders = {key: file.values for key, file in files.items()}
        for source in (holders, {key: r.values for key, r in records.items()}):
            for key, values in source.items():
                self._spoken_for.add(
                    key,
                    [
                        passage
                        for passage in passage_keys(values, texts)
                        if key not in leaving.holders(passage)
                    ],
                )

    def citations(self, proposal: Values) -> list[Values]:
        """The citations of *proposal* that are new to everybody, in its order."""
        return [
            values
            for values in citations(proposal)
            if isinstance(values, dict)
            and not self._spoken_for.holders(passage_key(values, self._texts))
        ]
