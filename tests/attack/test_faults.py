"""At every operation on files, the system may refuse, do half, or stop the process.

Whatever it is, what people wrote is there byte for byte, the site is the old one or the
new one, and the next run makes what an undisturbed one makes and leaves nothing behind.
Some operations are tried in a usual run; set DATELINE_FAULTS=all for every one.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import product
from pathlib import Path
from zlib import crc32

import pytest
from support.faults import INTERRUPT, KINDS, Kind
from support.fresh_process import AT_ONCE, Ended, Nursery
from support.trees import bytes_of, differences, tree
from tasks import TASKS, Prepared, asked, worth_keeping

from generator.files import ProjectLock

TRIED = os.environ.get("DATELINE_FAULTS", "1")
"""How many operations are tried of each command with each fault; or "all"."""

CASES = [
    (name, kind)
    for number, (name, kind) in enumerate(product(TASKS, KINDS))
    if number % 4 == 0 or TRIED != "1"
]
"""A usual run has some of the faults for each command, and each fault for some."""


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_a_fault_at_any_operation_loses_nothing(
    name: str,
    kind: str,
    nursery: Nursery,
    prepared: Callable[[str], Prepared],
    tmp_path: Path,
) -> None:
    if nursery.faults is None:
        pytest.skip("faults are made by a library for Linux, which needs a C compiler")
    begun, folder, wrong = prepared(name), tmp_path / "tried", []
    known: dict[bytes, list[str]] = {}
    total = disturbed(begun, KINDS[kind], 0, nursery, folder).operations
    tried = chosen(total, f"{name}, {kind}")
    for number in tried:
        ended = disturbed(begun, KINDS[kind], number, nursery, folder)
        found = [
            *what_is_lost(begun, ended, folder),
            *what_is_said(begun, KINDS[kind], ended, folder),
        ]
        now = state(folder)
        if now not in known:
            known[now] = list(what_is_left(begun, nursery, folder))
        found += known[now]
        wrong += [f"operation {number}, {ended.failed.strip()}: {w}" for w in found]
    print(f"{name}, {kind}: {len(tried)} of {total} operations, {len(known)} states")
    assert not wrong, "\n".join(wrong)


def chosen(total: int, name: str) -> Sequence[int]:
    """Which of so many operations are tried: others for each *name*."""
    if TRIED == "all":
        return range(1, total + 1)
    step = max(1, total // int(TRIED))
    return range(1 + crc32(name.encode()) % step, total + 1, step)


def disturbed(
    begun: Prepared, kind: Kind, number: int, nursery: Nursery, folder: Path
) -> Ended:
    """How the task ends in *folder* when one operation does; 0: none of them."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(begun.folder, folder)
    told = asked(begun.task.arguments, folder)
    fault = kind.at(number, folder)
    return nursery.run(told, AT_ONCE, typed=begun.task.typed, fault=fault)


def state(folder: Path) -> bytes:
    """The same for two states in which the next run finds the same: names that are
    drawn at random and the numbers of processes are all one."""
    told = blake2b()
    for path, data in sorted(bytes_of(tree(folder)).items()):
        name = re.sub(r"(\.(?:dateline|site)\S*-)[a-z0-9_]{8}(?=/|$)", r"\1", path)
        data = re.sub(rb"\d+", b"0", data) if path.endswith("/lock") else data
        told.update(repr((name, data)).encode())
    return told.digest()


def what_is_lost(begun: Prepared, ended: Ended, folder: Path) -> Iterator[str]:
    """Of people's files, and of the site."""
    now = bytes_of(tree(folder))
    old, new, is_now = map(of_people, (begun.before, begun.after, now))
    # Without a refused article the others tell of less; the next run adds the rest.
    is_whole = "/project/seeds/" not in ended.failed
    for path in sorted({*old, *new, *is_now} if is_whole else old):
        if is_now.get(path) not in (old.get(path), new.get(path), announced(old, path)):
            yield f"{path} is neither old nor new"
    if of_site(now) not in (of_site(begun.before), of_site(begun.after)):
        yield "the site is neither old nor new"
    only_read = re.match(r"(open|read|stat|lstat|fstat)", ended.failed)
    told = re.findall(r"^dateline: (\S+): .* Nothing was changed", ended.said)
    for path in [] if only_read else told:
        name = os.path.relpath(path, folder)
        if is_now.get(name) != old.get(name):
            yield f"{name} was changed, and this was said: {ended.said!r}"


def announced(files: Mapping[str, bytes], path: str) -> bytes | None:
    """The record at *path* while the file that it speaks of is being withdrawn."""
    withdrawn = b',\n  "withdrawn": true\n}\n'
    record = files.get(path, b"")
    is_record = "/.dateline/proposed/" in path
    return record.removesuffix(b"\n}\n") + withdrawn if is_record else None


def what_is_said(
    begun: Prepared, kind: Kind, ended: Ended, folder: Path
) -> Iterator[str]:
    """Where the fault is told, or does not matter, there is nothing to say."""
    if kind.kills:
        if ended.code != -signal.SIGKILL:
            yield f"it ended with {ended.code}"
        return
    if re.search(r"Traceback|should not have happened|what it says", ended.said):
        yield f"it says {ended.said!r}"
    if ended.code == begun.ended.code:
        now = bytes_of(tree(folder))
        # A review tells what was refused, and goes on.
        told = begun.task.typed and "/.dateline-" in ended.printed
        files = of_people if told else worth_keeping
        if rest := differences(files(now), files(begun.after)):
            yield f"all is well, it says, but {rest[:3]}"
        # A file that could not be compared is written once more, and counted.
        same = words(ended.printed.replace(str(folder), "")) == words(begun.printed)
        if not same and not begun.task.typed and not names_the_place(ended, folder):
            yield f"all is well, it says, but it printed {ended.printed!r}"
    elif kind.how == INTERRUPT:
        if (ended.code, ended.said) != (128 + kind.code, "dateline: interrupted\n"):
            yield f"it ended with {ended.code}: {ended.said!r}"
    elif ended.code != 1:
        yield f"it ended with {ended.code}: {ended.said!r}"
    elif not names_the_place(ended, folder):
        yield f"it does not say where: {ended.said!r}"


def words(printed: str) -> str:
    return re.sub(r"\d+", "0", printed)


def names_the_place(ended: Ended, folder: Path) -> bool:
    """Whether the file is named with which an operation failed, or one around it; the
    site, where it is what is put together elsewhere."""
    failed = Path(ended.failed.partition(" ")[2].strip())
    inside = [p for p in (failed, *failed.parents) if p.is_relative_to(folder)]
    if f"{folder}/project/.dateline/cache/site" in map(str, inside):
        inside.append(folder / "project/site")
    said = f"{ended.said}{ended.printed}"
    return any(f"/{p.name}" in said for p in inside if p != folder / "project")


def what_is_left(begun: Prepared, nursery: Nursery, folder: Path) -> Iterator[str]:
    """After the task was done once more, without a fault."""
    task, now = begun.task, bytes_of(tree(folder))
    unfinished = of_people(now) != of_people(begun.after)
    if not (
        folder / "project/.dateline/lock"
    ).exists():  # which says what is to be done
        unfinished |= any("/.dateline-" in path for path in now)
    if task.again or unfinished:
        ended = nursery.run(asked(task.arguments, folder), AT_ONCE, typed=task.typed)
        if ended.code != begun.ended.code:
            yield f"the next run: {ended}"
    elif (folder / "project").is_dir():  # it was done: another command comes next
        with ProjectLock(folder / "project/.dateline/lock"):
            pass
    later = bytes_of(tree(folder))
    if rest := differences(worth_keeping(later), worth_keeping(begun.after)):
        yield f"after the next run, {rest[:4]}"
    if more := in_cache(later) - in_cache(begun.after):
        yield f"left in the cache: {sorted(more)}"


def of_people(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What people write, and what is told of it; without what is only being written."""
    return {
        path: data
        for path, data in files.items()
        if not re.search(
            r"/$|(^|/)\.dateline-|/\.site\.|^project/site/|/cache/|/lock$", path
        )
    }


def of_site(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {p: data for p, data in files.items() if p.startswith("project/site/")}


def in_cache(files: Mapping[str, bytes]) -> set[str]:
    """Which files runs remember something in; the spare of the site is as the site."""
    found = {path for path in files if "/.dateline/cache/" in path}
    return {path for path in found if "/cache/site/" not in path and path[-1] != "/"}
