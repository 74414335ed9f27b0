"""Touches the disk: the record of what builds keep, as lines of JSON.

It names no code, and only what this program wrote whole is believed: the first line
tells what the results depend on besides the files, and the digest of all that follows.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path

from generator.disk import Sight
from generator.leftovers import BEING_WRITTEN

KEY = 32
"""Characters of a digest."""

Results = dict[str, dict[str, bytes]]
"""By a function with what is bound to it, and the digest of the value that it was asked
about: a line with that digest, a space, and the result in JSON."""

_AT_ONCE = 1000
"""Lines that are put together to be written."""

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
        with path.open("rb") as file:
            first, rest = file.readline(), file.read()
    except OSError:
        return Record()
    if first != _first_line(blake2b(rest, digest_size=KEY // 2).hexdigest()):
        return Record()
    lines = rest.split(b"\n")
    del rest  # as long as all lines together
    sights, blocks = json.loads(lines[0])
    results = {}
    at = 1
    for asked, count in blocks:
        results[asked] = {line[:KEY].decode(): line for line in lines[at : at + count]}
        at += count
    return Record({name: tuple(seen) for name, seen in sights.items()}, results)


def write_record(record: Record, path: Path) -> None:
    """Leaves *record* at *path*, whole or not at all.

    Raises:
        OSError: The system refused.
    """
    blocks = [(asked, len(found)) for asked, found in record.results.items()]
    lines = chain(
        [json.dumps((record.sights, blocks)).encode()],
        *(found.values() for found in record.results.values()),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{BEING_WRITTEN}{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            digest = blake2b(digest_size=KEY // 2)
            file.write(_first_line(digest.hexdigest()))
            while some := list(islice(lines, _AT_ONCE)):
                data = b"\n".join([*some, b""])
                digest.update(data)
                file.write(data)
            file.seek(0)
            file.write(_first_line(digest.hexdigest()))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _first_line(digest: str) -> bytes:
    return f"{_program()} {digest}\n".encode()


@cache
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
