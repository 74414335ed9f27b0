"""Three values of one field into what becomes of it: the person always wins.

*base* is what the tool proposed last, *mine* what stands in the file, *theirs* what
the tool proposes now; None is a key that is not there. A value that differs from its
base is a person's. Nothing here knows files; edits are handed back to be tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.store.fields import SAYS_FIELDS, Field, Merge
from generator.store.nodes import Plain
from generator.store.patch import (
    AddItem,
    Edit,
    RemoveItem,
    RemoveKey,
    SetBody,
    SetValue,
)
from generator.store.proposal_values import BODY, Values, stated

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FieldMerge:
    """What becomes of one field.

    `edits` are tried together. `base` is what the record holds once they are made;
    it stays `old_base` when they are refused. `differs` is the proposal that a
    person's value stands against; None when there is none.
    """

    key: str
    edits: tuple[Edit, ...]
    base: Plain | None
    old_base: Plain | None
    differs: Plain | None = None


def merge_fields(
    fields: Sequence[Field],
    base: Mapping[str, Plain],
    mine: Mapping[str, Plain],
    theirs: Mapping[str, Plain],
    *,
    reviewed: bool,
) -> Iterator[FieldMerge]:
    """Every field but the citations, and the body under the key "body".

    *reviewed*: a person has approved the file as it stands, so everything in it, and
    everything that it leaves out, is theirs.
    """
    for field in fields:
        values = (base.get(field.key), mine.get(field.key), theirs.get(field.key))
        if field.merge is Merge.ATOM:
            yield _atom((field.key,), *values, reviewed=reviewed)
        elif field.merge is Merge.SET:
            yield _set(field.key, *map(_texts, values), reviewed=reviewed)
    values = (base.get(BODY), mine.get(BODY), theirs.get(BODY))
    yield _atom((BODY,), *values, reviewed=reviewed)


def merge_citation(
    index: int, base: Values, mine: Values, theirs: Values, *, reviewed: bool
) -> Iterator[FieldMerge]:
    """The citation at *index* in its file: its source, its words as one, and then all
    that it says."""
    sources = (values.get("source") for values in (base, mine, theirs))
    yield _atom(("citations", index, "source"), *sources, reviewed=reviewed)
    yield _quote(index, base, mine, theirs, reviewed=reviewed)
    sayings = [_table(values.get("says")) for values in (base, mine, theirs)]
    path: Path = ("citations", index, "says")
    if "says" not in mine and "says" not in base:
        yield _atom(path, None, None, sayings[2] or None, reviewed=reviewed)
        return
    if "says" not in mine:  # taken out by a person, who does not want it back
        yield FieldMerge(".".join(map(str, path)), (), sayings[0], sayings[0])
        return
    # Keys that go come last: a table that is empty in between would go, too.
    keys = [field.key for field in SAYS_FIELDS]
    base, mine, theirs = sayings
    emptied = not reviewed and all(
        key not in theirs and mine[key] == base.get(key) for key in mine
    )
    for key in sorted(keys, key=lambda key: key not in theirs):
        merge = _atom(
            (*path, key),
            *(said.get(key) for said in sayings),
            reviewed=reviewed,
        )
        # Nothing is offered for a table that goes: the next run finds none.
        yield replace(merge, differs=None) if emptied else merge


def _atom(
    path: Path,
    base: Plain | None,
    mine: Plain | None,
    theirs: Plain | None,
    *,
    reviewed: bool,
) -> FieldMerge:
    """One value as a whole.

    | file  | proposal        | then                                   |
    |-------|-----------------|----------------------------------------|
    | any   | as in the file  | agreed: it is the base from now on     |
    | =base | new             | the proposal, unless it was reviewed   |
    | own   | as last time    | nothing                                |
    | own   | new             | the file's stays, the other is offered |
    """
    key = ".".join(map(str, path))
    if mine is None and theirs is None:
        # A person took it out, should there have been one: it is not to come back.
        return FieldMerge(key, (), base, base)
    if mine == theirs:
        return FieldMerge(key, (), theirs, base)
    if mine == base and not reviewed:
        return FieldMerge(key, tuple(_edits(path, mine, theirs)), theirs, base)
    if theirs == base:
        return FieldMerge(key, (), base, base)
    return FieldMerge(key, (), base, base, differs=theirs)


def _edits(path: Path, mine: Plain | None, theirs: Plain | None) -> Iterator[Edit]:
    """What turns *mine* into *theirs*, in as small pieces as there are."""
    if path == (BODY,):
        yield SetBody(str(theirs or ""))
    elif theirs is None:
        yield RemoveKey(path)
    elif isinstance(mine, dict) and isinstance(theirs, dict):
        for key in theirs:
            if mine.get(key) != theirs[key]:
                yield SetValue((*path, key), theirs[key])
        for key in sorted(mine.keys() - theirs.keys()):
            yield RemoveKey((*path, key))
    else:
        yield SetValue(path, theirs)


def _set(
    key: str, base: list[str], mine: list[str], theirs: list[str], *, reviewed: bool
) -> FieldMerge:
    """Members come and go one by one; those that a person removed stay away."""
    wanted_out = [m for m in mine if m in base and m not in theirs]
    wanted_in = [m for m in theirs if m not in base and m not in mine]
    # On record are those that the tool put in, and those that a person took out: one
    # that a person put in is theirs, also when the tool proposes it later.
    ours = {m for m in theirs if m in base or m not in mine}
    removed_by_hand = {m for m in base if m not in mine}
    agreed: list[Plain] = [*sorted(ours | removed_by_hand)]
    old: list[Plain] = [*base]
    if reviewed and (wanted_in or wanted_out):
        offer: list[Plain] = [*theirs]
        return FieldMerge(key, (), old, old, differs=offer)
    out = [RemoveItem(key, mine.index(m)) for m in wanted_out]
    edits: list[Edit] = [*reversed(out), *(AddItem(key, m) for m in wanted_in)]
    return FieldMerge(key, tuple(edits), agreed, old)


def _quote(
    index: int, base: Values, mine: Values, theirs: Values, *, reviewed: bool
) -> FieldMerge:
    """The exact words with their neighbours, which only make sense together."""
    keys = ("exact", "prefix", "suffix")
    old, now, new = (
        stated({key: values.get(key, "") for key in keys})
        for values in (base, mine, theirs)
    )
    whole = _atom(("citations", index), old, now, new, reviewed=reviewed)
    return FieldMerge(f"citations.{index}.exact", whole.edits, whole.base, old, None)


def _texts(value: Plain | None) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _table(value: Plain | None) -> Values:
    return value if isinstance(value, dict) else {}
