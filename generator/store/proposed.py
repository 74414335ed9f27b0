"""What the tool proposed last for each file: the base of every later merge.

One JSON file for each content file, with sorted keys and without times, committed
beside the content and never edited by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.problems import DatelineError
from generator.store.fields import FILE_FIELDS, Merge
from generator.store.nodes import Plain

_GONE = "gone"
_WITHDRAWN = "withdrawn"
_ADOPTED = "adopted"
_OFFERED = "offered"
_FORMERLY = "formerly"
_VALUES = "values"
_UNORDERED = {
    field.key
    for fields in FILE_FIELDS.values()
    for field in fields
    if field.merge in (Merge.SET, Merge.CITATIONS)
}


class ProposedUnreadableError(DatelineError):
    """A record is damaged, so nobody's edits can be told from the tool's values."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} cannot be read ({reason}). Bring it back from version control, "
            "or delete it: then everything in its content file counts as yours."
        )


class RecordsInConflictError(DatelineError):
    """Two branches extracted apart, and a record holds what both said.

    Either will do: what differs in the content file counts as a person's.
    """

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} holds two versions that git could not merge. Take one of the two "
            "for all such files: git checkout --ours .dateline && git add .dateline"
        )


@dataclass(frozen=True, slots=True)
class Record:
    """The values last proposed for one file, by key, and "body".

    `offered`: newer values that were reported, because a person's stands against them.
    `formerly`: names that the file had before, which nothing else is to get.
    `gone`: a person has deleted the file, and it stays deleted. `withdrawn`: the tool
    is removing it, and then this; so a run that is cut off in between is not taken for
    a person. `adopted`: a person wrote the file, so all of it is theirs; only its known
    passages are kept here.
    `data` is the record as it stands on the disk, empty before it is written.
    """

    values: Mapping[str, Plain]
    offered: Mapping[str, Plain] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()
    gone: bool = False
    withdrawn: bool = False
    adopted: bool = False
    data: bytes = field(default=b"", compare=False, repr=False)

    def to_bytes(self) -> bytes:
        """The record as JSON; the same values give the same bytes."""
        tree: dict[str, object] = {_VALUES: in_order(self.values)}
        if self.offered:
            tree[_OFFERED] = self.offered
        if self.formerly:
            tree[_FORMERLY] = sorted(self.formerly)
        if self.gone:
            tree[_GONE] = True
        if self.withdrawn:
            tree[_WITHDRAWN] = True
        if self.adopted:
            tree[_ADOPTED] = True
        text = json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True)
        return f"{text}\n".encode()


def read_record(path: str, data: bytes) -> Record:
    """The record that *data*, read from *path*, holds.

    Raises:
        RecordsInConflictError: It holds two versions that git did not make one.
        ProposedUnreadableError: It is not a record.
    """
    if b"\n<<<<<<< " in data or data.startswith(b"<<<<<<< "):
        raise RecordsInConflictError(path)
    try:
        tree = json.loads(data)
    except UnicodeDecodeError as error:
        raise ProposedUnreadableError(
            path, f"byte {error.start} is not UTF-8"
        ) from error
    except json.JSONDecodeError as error:
        raise ProposedUnreadableError(
            path, f"line {error.lineno}: {error.msg}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise ProposedUnreadableError(
            path, "a value is nested too deeply, or a number has too many digits"
        ) from error
    if not isinstance(tree, dict) or not isinstance(tree.get(_VALUES), dict):
        raise ProposedUnreadableError(path, "it holds no values")
    offered = tree.get(_OFFERED)
    return Record(
        values=tree[_VALUES],
        offered=offered if isinstance(offered, dict) else {},
        formerly=tuple(map(str, tree.get(_FORMERLY) or ())),
        gone=bool(tree.get(_GONE)),
        withdrawn=bool(tree.get(_WITHDRAWN)),
        adopted=bool(tree.get(_ADOPTED)),
        data=data,
    )


def in_order(values: Mapping[str, Plain]) -> dict[str, Plain]:
    """*values* as a record has them: those lists sorted whose order says nothing."""
    return {
        key: sorted(value, key=_canonical)
        if isinstance(value, list) and key in _UNORDERED
        else value
        for key, value in values.items()
    }


_canonical = json.JSONEncoder(sort_keys=True).encode
