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
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import pytest
from drawing import picture
from support.faults import INTERRUPT, KINDS, Kind, compiled
from support.fresh_process import AT_ONCE, PAGE, Ended, Nursery
from support.trees import bytes_of, differences, tree

TRIED = os.environ.get("DATELINE_FAULTS", "1")
"""How many operations are tried of each command with each fault; or "all"."""

FERRY = """SAMPLE: The ferry at Example Harbour

Published 2 June 2021

The ferry at Example Harbour was sold on Tuesday, 1 June 2021.

The town council had approved the plan of the bridge on 19 June 2018.

A museum opened in the old ticket office on 30 May 2021.
"""
TABLE = """title,date,text
The quay is paved,2019-05,Stones came from the quarry.
The crane is sold,2020-02-03,It went to another harbour.
"""


@dataclass(frozen=True, slots=True)
class Task:
    """A command with its `arguments`, what is `typed`, and what was `done` before."""

    arguments: tuple[str, ...]
    done: Callable[[Nursery, Path], None]
    typed: str = ""
    again: bool = True  # to do it once more changes nothing
    ends: int = 0


def _run(nursery: Nursery, folder: Path, *arguments: str, typed: str = "") -> None:
    asked = _asked(arguments, folder)
    ended = nursery.run(asked, AT_ONCE, typed=typed)
    assert ended.code == 0, ended


def _asked(arguments: Sequence[str], folder: Path) -> list[str]:
    asked = [part.format(folder) for part in arguments]
    return asked if "init" in asked else [*asked, "--project", f"{folder}/project"]


def nothing(nursery: Nursery, folder: Path) -> None:
    """An empty folder."""


def new(nursery: Nursery, folder: Path) -> None:
    """A new project with articles and a picture."""
    _run(nursery, folder, "init", "{}/project")
    settings = folder / "project/dateline.toml"
    text = settings.read_text().replace('names = "auto"', 'names = "patterns"')
    settings.write_text(text)
    seeds = folder / "project/seeds"
    (seeds / "ferry.txt").write_text(FERRY)
    (seeds / "lock.html").write_text(PAGE)
    media = folder / "project/content/media"
    media.mkdir()
    (media / "pier.png").write_bytes(picture("PNG"))
    (folder / "harbour.csv").write_text(TABLE)


def extracted(nursery: Nursery, folder: Path) -> None:
    new(nursery, folder)
    _run(nursery, folder, "extract")


def edited(nursery: Nursery, folder: Path) -> None:
    """People wrote into one event, deleted another, and changed an article."""
    extracted(nursery, folder)
    _run(nursery, folder, "build")
    first, second, *_ = events = sorted(folder.glob("project/content/events/*.md"))
    first.write_bytes(first.read_bytes() + b"\nA person wrote this.\n")
    second.unlink()
    last = events[-1].read_bytes()
    media = b"media:\n  - file: pier.png\n    alt: A pier\ncitations:"
    events[-1].write_bytes(last.replace(b"citations:", media, 1))
    (folder / "project/seeds/ferry.txt").write_text(FERRY.replace("A museum", "It"))


def extracted_again(nursery: Nursery, folder: Path) -> None:
    edited(nursery, folder)
    _run(nursery, folder, "extract")


def exported(nursery: Nursery, folder: Path) -> None:
    extracted(nursery, folder)
    _run(nursery, folder, "export", "{}/out.json")
    edited_one = sorted(folder.glob("project/content/events/*.md"))[0]
    edited_one.write_bytes(edited_one.read_bytes() + b"\nA person wrote this.\n")


TASKS: Mapping[str, Task] = {
    "init": Task(("init", "{}/project"), nothing, again=False),
    "first extract": Task(("extract",), new),
    "later extract": Task(("extract",), edited),
    "planned extract": Task(("extract", "--plan"), edited, ends=2),
    "first build": Task(("build",), extracted),
    "later build": Task(("build",), extracted_again),
    "check": Task(("check",), extracted_again),
    "review, accepting": Task(("review",), extracted, "a\n" * 40),
    "review, rejecting": Task(("review",), extracted, "r\n" * 40),
    "review, listing": Task(("review", "--format", "json"), edited),
    "import": Task(("import", "{}/harbour.csv"), extracted),
    "export": Task(("export", "{}/out.json"), extracted),
    "later export": Task(("export", "--force", "{}/out.json"), exported),
    "new event": Task(("new", "event", "The bridge closes"), extracted, again=False),
    "new source": Task(("new", "source", "ferry"), new, again=False),
    "new entity": Task(
        ("new", "entity", "Ice House", "--kind", "place"), extracted, again=False
    ),
    "cite": Task(("cite", "ferry", "sold on Tuesday"), extracted),
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A task, the folder that it begins with, and how it ends undisturbed."""

    task: Task
    folder: Path
    before: Mapping[str, bytes]
    ended: Ended
    printed: str
    after: Mapping[str, bytes]


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    library = compiled(tmp_path_factory.mktemp("library"))
    if library is None:
        pytest.skip("faults are made by a library for Linux, which needs a C compiler")
    nursery = Nursery(library)
    yield nursery
    nursery.close()


@pytest.fixture(scope="module")
def prepared(
    nursery: Nursery, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Prepared]:
    known: dict[str, Prepared] = {}

    def prepare(name: str) -> Prepared:
        if name not in known:
            task, folder = TASKS[name], tmp_path_factory.mktemp("begun")
            task.done(nursery, folder)
            before = bytes_of(tree(folder))
            copy = tmp_path_factory.mktemp("undisturbed")
            shutil.copytree(folder, copy, dirs_exist_ok=True)
            ended = nursery.run(_asked(task.arguments, copy), AT_ONCE, typed=task.typed)
            assert ended.code == task.ends, ended
            after = bytes_of(tree(copy))
            printed = ended.printed.replace(str(copy), "")
            known[name] = Prepared(task, folder, before, ended, printed, after)
        return known[name]

    return prepare


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", TASKS)
def test_a_fault_at_any_operation_loses_nothing(
    name: str,
    kind: str,
    nursery: Nursery,
    prepared: Callable[[str], Prepared],
    tmp_path: Path,
) -> None:
    begun, wrong = prepared(name), []
    total = disturbed(begun, KINDS[kind], 0, nursery, tmp_path / "counted").operations
    tried = chosen(total, f"{name}, {kind}")
    for number in tried:
        folder = tmp_path / str(number)
        ended = disturbed(begun, KINDS[kind], number, nursery, folder)
        found = [
            *what_is_lost(begun, ended, folder),
            *what_is_said(begun, KINDS[kind], ended, folder),
            *what_is_left(begun, nursery, folder),
        ]
        wrong += [f"operation {number}, {ended.failed.strip()}: {w}" for w in found]
        shutil.rmtree(folder)
    print(f"{name}, {kind}: {len(tried)} of {total} operations")
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
    shutil.copytree(begun.folder, folder)
    asked = _asked(begun.task.arguments, folder)
    fault = kind.at(number, folder)
    return nursery.run(asked, AT_ONCE, typed=begun.task.typed, fault=fault)


def what_is_lost(begun: Prepared, ended: Ended, folder: Path) -> Iterator[str]:
    """Of people's files, and of the site."""
    now = bytes_of(tree(folder))
    old, new, is_now = map(of_people, (begun.before, begun.after, now))
    for path in sorted({*old, *new, *is_now}):
        if is_now.get(path) not in (old.get(path), new.get(path)):
            yield f"{path} is neither old nor new"
    if of_site(now) not in (of_site(begun.before), of_site(begun.after)):
        yield "the site is neither old nor new"
    only_read = re.match(r"(open|read|stat|lstat|fstat)", ended.failed)
    told = re.findall(r"^dateline: (\S+): .* Nothing was changed", ended.said)
    for path in [] if only_read else told:
        name = os.path.relpath(path, folder)
        if is_now.get(name) != old.get(name):
            yield f"{name} was changed, and this was said: {ended.said!r}"


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
        if rest := differences(worth_keeping(now), worth_keeping(begun.after)):
            yield f"all is well, it says, but {rest[:3]}"
        same = ended.printed.replace(str(folder), "") == begun.printed
        if not same and not begun.task.typed:
            yield f"all is well, it says, but it printed {ended.printed!r}"
    elif kind.how == INTERRUPT:
        if (ended.code, ended.said) != (130, "dateline: interrupted\n"):
            yield f"it ended with {ended.code}: {ended.said!r}"
    elif ended.code != 1:
        yield f"it ended with {ended.code}: {ended.said!r}"
    elif not names_the_place(ended, folder):
        yield f"it does not say where: {ended.said!r}"


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
    if task.again or of_people(now) != of_people(begun.after):
        ended = nursery.run(_asked(task.arguments, folder), AT_ONCE, typed=task.typed)
        if ended.code != begun.ended.code:
            yield f"the next run: {ended}"
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


def worth_keeping(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """All but what runs remember for themselves."""
    ours = re.compile(r"project/\.dateline/($|cache/|lock$)|.*/$")
    return {path: data for path, data in files.items() if not ours.match(path)}


def in_cache(files: Mapping[str, bytes]) -> set[str]:
    """Which files runs remember something in; the spare of the site is as the site."""
    found = {path for path in files if "/.dateline/cache/" in path}
    return {path for path in found if "/cache/site/" not in path and path[-1] != "/"}
