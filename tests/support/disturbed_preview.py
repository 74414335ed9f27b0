"""Starts processes: a preview of which the disk fails while it looks at a save.

To be called in a process of a nursery, which has the library of `faults`. One preview
is started; for each operation that is to fail, a copy of it sees the save.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from generator.serve.preview import EVERYTHING, Preview, Saves
from support.fresh_process import AT_ONCE, Fault, begin_faults, with_constants

LATER = "This was saved later."
EVENT = "content/events/event-3.md"
LOOKED_AT = (
    *("index.html", "events/event-3/index.html", "about/index.html", "events.json"),
    *("feed.xml", "sources/paper-1/index.html", "entities/lock/index.html"),
)
"""Files of the site by which it is told whether it is the one that should be shown."""


def _event(root: Path) -> Saves:
    """One event is saved."""
    path = root / EVENT
    path.write_bytes(path.read_bytes() + b"\nThis was saved.\n")
    return Saves(frozenset({str(path)}))


def _new(root: Path) -> Saves:
    """A new event comes."""
    path = root / "content/events/event-new.md"
    path.write_bytes((root / EVENT).read_bytes())
    return Saves(frozenset({str(path)}), frozenset({str(path)}))


def _gone(root: Path) -> Saves:
    """An article and an event go."""
    gone = [root / "content/events/event-5.md", root / "content/sources/paper-2.md"]
    for path in gone:
        path.unlink()
    return Saves(frozenset(map(str, gone)))


def _settings(root: Path) -> Saves:
    """The settings are saved, of which the system does not tell."""
    path = root / "dateline.toml"
    path.write_text(path.read_text().replace("title = ", "title = 'New' # "))
    return EVERYTHING


def _template(root: Path) -> Saves:
    """A template of the project's own comes."""
    path = root / "templates/_words.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text("no template\n")
    return Saves(frozenset({str(path)}), frozenset({str(path)}))


SAVES: Mapping[str, Callable[[Path], Saves]] = {
    "an event is saved": _event,
    "a new event comes": _new,
    "files go": _gone,
    "settings are saved": _settings,
    "a template comes": _template,
}


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a preview shows, and what it says is wrong, after a save and after a later
    one; whether people's files were left as they were saved. Of the fault, as `Ended`
    tells it."""

    shown: dict[str, str]
    trouble: str
    later_shown: dict[str, str]
    later_trouble: str
    intact: bool
    failed: str = ""
    operations: int = 0


def rebuilds(
    folder: str, save: str, fault: Mapping[str, Any], numbers: Sequence[int]
) -> list[dict[str, Any]]:
    """What a preview of the project in *folder* shows after a *save*: before it, first,
    and then for each of *numbers* of the operation with a *fault*; 0 is none of them.
    A number for which nothing is told has ended the preview."""
    root = Path(folder)
    with_constants(AT_ONCE)
    preview = Preview(root, lambda line: None)
    preview.build()
    files = _people(root)
    shown = _files(preview)
    found = [asdict(Rebuilt(shown, preview.status.trouble, shown, "", True))]
    for number in numbers:
        at = replace(Fault(**fault), number=number)
        found.append(_in_a_copy(preview, root, SAVES[save], at))
        _put_back(root, files)
    return found


def _in_a_copy(
    preview: Preview, root: Path, save: Callable[[Path], Saves], fault: Fault
) -> dict[str, Any]:
    counter = mmap.mmap(-1, 4)
    with TemporaryFile() as failed, TemporaryFile() as answer:
        child = os.fork()
        if not child:
            try:
                seen = _rebuilt(preview, root, save, fault, failed.fileno(), counter)
                os.write(answer.fileno(), json.dumps(asdict(seen)).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        for file in (failed, answer):
            file.seek(0)
        told: dict[str, Any] = json.loads(answer.read() or "{}")
        operations = int.from_bytes(counter[:4], sys.byteorder)
        met = {"failed": failed.read().decode(), "operations": operations}
    return told and {**told, **met}


def _rebuilt(
    preview: Preview,
    root: Path,
    save: Callable[[Path], Saves],
    fault: Fault,
    told: int,
    counter: mmap.mmap,
) -> Rebuilt:
    """The save with a fault, and a later one without."""
    saves = save(root)
    saved = _people(root)
    begin_faults(fault, told, counter)
    preview.build(saves)
    begin_faults(replace(fault, kinds=0), told, counter)
    shown, trouble = _files(preview), preview.status.trouble
    intact = _people(root) == saved
    path = root / EVENT
    path.write_bytes(path.read_bytes() + f"\n{LATER}\n".encode())
    preview.build(Saves(frozenset({str(path)})))
    return Rebuilt(shown, trouble, _files(preview), preview.status.trouble, intact)


def _files(preview: Preview) -> dict[str, str]:
    data = {path: preview.file(path) for path in LOOKED_AT}
    return {path: file.decode() for path, file in data.items() if file is not None}


def _people(root: Path) -> dict[str, bytes]:
    return {
        os.path.relpath(path, root): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _put_back(root: Path, files: Mapping[str, bytes]) -> None:
    for name in _people(root).keys() - files.keys():
        (root / name).unlink()
    for name, data in files.items():
        if not (root / name).exists() or (root / name).read_bytes() != data:
            (root / name).write_bytes(data)
