"""Files that the tool once made of two events and reads as one by now. Pure.

Two people who extracted apart, or an article that came later, leave such pairs: each
file keeps what is in it, and a person is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.model.citations import Citation
from generator.model.events import Event, Suggestion
from generator.store.nodes import Plain
from generator.store.passages import (
    PassageIndex,
    PassageKey,
    listed,
    passage_key,
    passage_keys,
)
from generator.store.proposal_values import Values
from generator.store.proposed import Record
from generator.store.reading import ContentFile

BECAUSE = "by now their passages are read as one happening"


def read_as_one(
    proposals: Sequence[Values],
    files: Mapping[str, ContentFile],
    records: Mapping[str, Record],
    texts: Mapping[str, str],
) -> Iterator[Suggestion]:
    """The events, as *files* have them, that one of *proposals* holds together.

    What a person wrote or split by hand is theirs to tell apart.
    """
    index = PassageIndex()
    for key, file in files.items():
        record = records.get(key)
        if isinstance(file.thing, Event) and record is not None and not record.adopted:
            cited: Values = {"citations": listed(file.values, "citations")}
            index.add(key, passage_keys(cited, texts))
    for proposal in proposals:
        keys = _keys(proposal, texts)
        held: dict[str, set[int]] = defaultdict(set)
        for number, passage in enumerate(keys):
            for holder in index.holders(passage):
                held[holder].add(number)
        first, *others = sorted(held) or [""]
        for other in others:
            # One passage may tell of two happenings, each with a file.
            if held[first] != held[other]:
                one = _citation(files[first], keys[min(held[first])], texts)
                two = _citation(files[other], keys[min(held[other])], texts)
                yield Suggestion(one, two, BECAUSE)


def _keys(values: Mapping[str, Plain], texts: Mapping[str, str]) -> list[PassageKey]:
    cited = listed(values, "citations")
    return [passage_key(c if isinstance(c, dict) else {}, texts) for c in cited]


def _citation(
    file: ContentFile, passage: PassageKey, texts: Mapping[str, str]
) -> Citation:
    """The citation of *file* that means *passage*."""
    assert isinstance(file.thing, Event)
    keys = _keys(file.values, texts)
    index = next(i for i, key in enumerate(keys) if key.means(passage))
    return file.thing.citations[index]
