"""Two events' files into the edits that make one of them. Pure.

What the one tells goes over into the other, its heir; what a person wrote of it that
has no place there is kept at the top of the heir's header, as remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.store.nodes import Items, Plain, Text, texts_of
from generator.store.passages import listed, passage_key, passage_keys
from generator.store.patch import AddItem, AddRemarks, Edit
from generator.store.proposed import Record
from generator.store.reading import ContentFile
from generator.store.regenerate import ENTITY_KEYS
from generator.store.skeletons import EXPLANATIONS

Texts = Mapping[str, str]

_LISTS = (*ENTITY_KEYS, "tags", "related", "claims", "media", "corrections")
_GO_OVER = frozenset({*_LISTS, "aliases"})
_SIGN = re.compile(r"#[^\n]*")


def joining(
    file: ContentFile, heir: ContentFile, texts: Texts, record: Record | None = None
) -> list[Edit]:
    """The edits after which *heir* tells what *file* told, too.

    *record* is what the tool proposed last for *file*: what differs is a person's,
    all of it where there is none.
    """
    held = passage_keys({"citations": listed(heir.values, "citations")}, texts)
    edits: list[Edit] = [
        AddItem("citations", citation)
        for citation in listed(file.values, "citations")
        if isinstance(citation, dict)
        and not any(passage_key(citation, texts).means(key) for key in held)
    ]
    for key in _LISTS:
        mine = [*listed(heir.values, key), heir.id, file.id]
        edits += [AddItem(key, v) for v in listed(file.values, key) if v not in mine]
    former: list[Plain] = [file.id, *listed(file.values, "aliases")]
    known = listed(heir.values, "aliases")
    edits += [AddItem("aliases", name) for name in former if name not in known]
    remarks = _remarks(file, heir, texts, {} if record is None else record.values)
    return [*edits, AddRemarks(remarks)] if remarks else edits


def _remarks(
    file: ContentFile, heir: ContentFile, texts: Texts, proposed: Mapping[str, Plain]
) -> tuple[str, ...]:
    """What a person wrote in the header of *file* and has no place in *heir*, line by
    line; without what stands there since a merge that was cut short."""
    text = str(file.parts)
    kept: set[int] = set()
    for start, end in _without_place(file, heir, texts, proposed):
        first = text.count("\n", 0, start)
        kept.update(range(first, first + text[start:end].rstrip().count("\n") + 1))
    rows = text.split("\n")
    lines = (rows[number].rstrip() for number in sorted(kept))
    remarks = [line if line.lstrip()[:1] == "#" else f"# {line}" for line in lines]
    there = {line.strip() for line in heir.parts.header.split("\n")}
    new = [line.lstrip() for line in remarks if line.strip() not in there]
    return (f"# From {file.id}, which was merged into this:", *new) if new else ()


def _without_place(
    file: ContentFile, heir: ContentFile, texts: Texts, proposed: Mapping[str, Plain]
) -> Iterator[tuple[int, int]]:
    """From where to where something stands that a person wrote and that does not go
    over into *heir*: values, and comments."""
    for entry in file.header.entries:
        value = file.values[entry.key]
        if entry.key == "citations":
            for index in _told_otherwise(file, heir, texts, proposed):
                assert isinstance(entry.value, Items)
                item = entry.value.items[index]
                yield item.start, item.end
        elif (
            entry.key not in _GO_OVER
            and value not in ("", heir.values.get(entry.key), proposed.get(entry.key))
            and (entry.key, value) != ("status", "proposed")
        ):
            yield entry.start, max(entry.end, entry.value.end)
    yield from _comments(file)


def _told_otherwise(
    file: ContentFile, heir: ContentFile, texts: Texts, proposed: Mapping[str, Plain]
) -> Iterator[int]:
    """Citations, by index, whose passage *heir* cites, too, and of which a person says
    something else here."""
    there, before = (
        [
            (passage_key(c, texts), c)
            for c in listed(values, "citations")
            if isinstance(c, dict)
        ]
        for values in (heir.values, proposed)
    )
    for index, citation in enumerate(listed(file.values, "citations")):
        if not isinstance(citation, dict):
            continue
        key = passage_key(citation, texts)
        held = [other for its, other in there if key.means(its)]
        told = [other for its, other in before if key.means(its)]
        if held and citation not in (*held, *told):
            yield index


def _comments(file: ContentFile) -> Iterator[tuple[int, int]]:
    """From where to where comments stand in the header of *file*, but for those that
    explain what may be written there."""
    text = str(file.parts)
    start = len(file.parts.opening)
    end = start + len(file.parts.header)
    for scalar in [*texts_of(file.header), Text("", end, end)]:
        for sign in _SIGN.finditer(text, start, scalar.start):
            line = text[text.rfind("\n", 0, sign.start()) + 1 : sign.end()]
            if line.rstrip() not in EXPLANATIONS:
                yield sign.start(), sign.start() + 1
        start = max(start, scalar.end)
        if text[scalar.start : scalar.start + 1] in ("|", ">"):
            head = text.index("\n", scalar.start)
            if "#" in text[scalar.start : head]:
                yield scalar.start, scalar.start + 1
