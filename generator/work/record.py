"""Touches the disk: the record of what builds keep, as lines of JSON.

It names no code, and only what this program wrote whole is believed: the first line
tells what the results depend on besides the files, and the digest of all that follows.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.disk import Sight

KEY = 32
"""Characters of a digest."""

Results = dict[str, dict[str, str]]
"""By a function with what is bound to it, and the digest of the value that it was asked
about: a line with that digest, a space, and the result in JSON."""

_PACKAGE = Path(__file__).parent.parent
_VERSIONS = (".dist-info", ".egg-info")
"""What an installer leaves beside a library; some systems still write the second."""


@dataclass(frozen=True, slots=True)
class Record:
    """How the files of a project were seen, by path; and what functions gave."""

    sights: dict[str, Sight] = field(default_factory=dict)
    results: Results = field(default_factory=dict)


def read_record(path: Path) -> Record:
    """The record at *path*; an empty one where there is none of this program's."""
    try:
        data = path.read_bytes()
    except OSError:
        return Record()
    first, _, rest = data.partition(b"\n")
    if first.decode("ascii", "replace") != f"{_program()} {_digest(rest)}":
        return Record()
    lines = rest.decode("utf-8", "surrogatepass").split("\n")
    sights, blocks = json.loads(lines[0])
    results = {}
    at = 1
    for asked, count in blocks:
        results[asked] = {line[:KEY]: line for line in lines[at : at + count]}
        at += count
    return Record({name: tuple(seen) for name, seen in sights.items()}, results)


def write_record(record: Record, path: Path) -> None:
    """Leaves *record* at *path*, whole or not at all.

    Raises:
        OSError: The system refused.
    """
    blocks = [(asked, len(found)) for asked, found in record.results.items()]
    lines = [json.dumps((record.sights, blocks))]
    for found in record.results.values():
        lines += found.values()
    rest = "\n".join(lines).encode("utf-8", "surrogatepass")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        beside.write_bytes(f"{_program()} {_digest(rest)}\n".encode() + rest)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _program() -> str:
    """A digest of what results depend on besides files: Python, the program's own code,
    and the libraries, as their installer named them."""
    names = (name for place in sys.path for name in _names(place))
    told = [sys.version, *sorted(name for name in names if name.endswith(_VERSIONS))]
    digest = blake2b("\n".join(told).encode(), digest_size=KEY // 2)
    for folder, inner, files in os.walk(_PACKAGE):
        inner[:] = sorted(name for name in inner if name != "__pycache__")
        for name in sorted(files):
            digest.update(f"{folder[len(str(_PACKAGE)) :]}/{name}\n".encode())
            with open(os.path.join(folder, name), "rb") as file:
                digest.update(blake2b(file.read()).digest())
    return digest.hexdigest()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=KEY // 2).hexdigest()
