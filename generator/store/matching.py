"""Which proposal belongs to which event: told by the passages, never by the name.

A passage that an event file cites belongs to that file; a passage that was proposed
for a file before belongs to what became of that file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.sources import Document
from generator.store.layout import id_of
from generator.store.nodes import Plain
from generator.store.passages import PassageIndex, PassageKey, passage_keys
from generator.store.proposal_values import Values
from generator.store.proposed import Record
from generator.store.reading import ContentFile

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Whose each proposal is, by the proposal's index.

    `slots`: the event (present or gone) that it is the new reading of. `spoken_for`:
    the event that its passages belong to although another proposal is the reading
    of it. What is in neither is new.
    """

    slots: Mapping[int, str] = field(default_factory=dict)
    spoken_for: Mapping[int, str] = field(default_factory=dict)


def renamed(
    records: Mapping[str, Record],
    files: Mapping[str, ContentFile],
    gone: Sequence[str],
    texts: Texts,
) -> dict[str, str]:
    """Old key -> new key of event files that only changed their name.

    A file without a record that cites passages of one file that is gone is that
    file. One that cites passages of several has merged them, and several that share
    those of one have split it: then everything in them is their author's.
    """
    strangers = PassageIndex()
    for key, file in files.items():
        if file.folder == "events" and key not in records:
            strangers.add(key, passage_keys(file.values, texts))
    found: dict[str, list[str]] = {}
    for old in gone:
        passages = passage_keys(records[old].values, texts)
        keys = sorted({key for p in passages for key in strangers.holders(p)})
        if keys:
            found[old] = keys
    heirs = [heir for keys in found.values() for heir in keys]
    return {
        old: keys[0]
        for old, keys in sorted(found.items())
        if len(keys) == 1 and heirs.count(keys[0]) == 1
    }


def renamed_sources(
    records: Mapping[str, Record], documents: Sequence[Document]
) -> dict[str, str]:
    """Former id -> present id of sources whose file got another name.

    The card of a source that is gone had the fingerprint that one document has now;
    from then on the name is on record.
    """
    present = {document.id for document in documents}
    by_fingerprint: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        by_fingerprint[document.sha256].append(document.id)
    found = {}
    for key, record in sorted(records.items()):
        name = id_of(key)
        if key.startswith("sources/") and name not in present:
            same = by_fingerprint.get(str(record.values.get("sha256", "")), [])
            if len(same) == 1:
                found[name] = same[0]
    for name in sorted(present):
        known = records.get(f"sources/{name}")
        for former in known.formerly if known else ():
            if former not in present:
                found[former] = name
    return found


def assign(
    proposals: Sequence[Values],
    records: Mapping[str, Record],
    files: Mapping[str, ContentFile],
    texts: Texts,
) -> Assignment:
    """Each proposal with the event whose new reading it is, best matches first.

    First by the passages; then what is left over by the likeness of passages: an
    event that was read in another way, or whose source was corrected, is still it.
    """
    held = {
        key: passage_keys(record.values, texts)
        for key, record in records.items()
        if key.startswith("events/")
    }
    recorded, cited = PassageIndex(), PassageIndex()
    for key, passages in held.items():
        recorded.add(key, passages)
    for key, file in files.items():
        if file.folder == "events":
            passages = passage_keys(file.values, texts)
            cited.add(key, passages)
            held[key] = (*held.get(key, ()), *passages)
    proposed = [passage_keys(proposal, texts) for proposal in proposals]
    ranked: list[tuple[tuple[float, ...], int, str]] = []
    for index, proposal in enumerate(proposals):
        passages = proposed[index]
        in_record = Counter(s for p in passages for s in recorded.holders(p))
        in_file = Counter(s for p in passages for s in cited.holders(p))
        for slot in sorted(in_record.keys() | in_file.keys()):
            alike = _alike(proposal, records.get(slot))
            # The best match has the most in common, and sorts first. Of two that have
            # as much, the one that has less besides: titles change in the very run.
            common = 2 * in_record[slot] + in_file[slot]
            share = common / min(len(passages), len(held[slot]))
            ranked.append(((-common, -share, -alike, -in_file[slot]), index, slot))
    slots: dict[int, str] = {}
    spoken_for: dict[int, str] = {}
    taken: set[str] = set()
    for _, index, slot in sorted(ranked):
        if index not in slots and slot not in taken:
            slots[index] = slot
            taken.add(slot)
    unread = {slot: held[slot] for slot in held.keys() - taken}
    unknown = {i: keys for i, keys in enumerate(proposed) if i not in slots}
    slots |= _by_likeness(unknown, unread, texts)
    for _, index, slot in sorted(ranked):
        if index not in slots:
            spoken_for.setdefault(index, slot)
    return Assignment(slots, spoken_for)


def _by_likeness(
    unknown: Mapping[int, Sequence[PassageKey]],
    unread: Mapping[str, Sequence[PassageKey]],
    texts: Texts,
) -> dict[int, str]:
    """Proposals that nothing knows, with events that nothing was read of."""
    near: dict[str, list[tuple[PassageKey, int]]] = defaultdict(list)
    for index, passages in unknown.items():
        for key in passages:
            near[key.source].append((key, index))
            near[key.words].append((key, index))
    ranked = [
        (-likeness, index, slot)
        for slot, passages in unread.items()
        for old in passages
        for new, index in near[old.source if old.source in texts else old.words]
        if (likeness := old.likeness(new, texts))
    ]
    slots: dict[int, str] = {}
    taken: set[str] = set()
    for _, index, slot in sorted(ranked):
        if index not in slots and slot not in taken:
            slots[index] = slot
            taken.add(slot)
    return slots


def _alike(proposal: Mapping[str, Plain], record: Record | None) -> int:
    """How much of what is not a passage is as it was proposed before."""
    if record is None:
        return 0
    return sum(proposal.get(key) == record.values.get(key) for key in ("title", "date"))
