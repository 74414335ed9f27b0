"""What people do with dateline in a small project, each command as a task, and what
was done before: for what may happen meanwhile."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from drawing import picture
from support.fresh_process import AT_ONCE, PAGE, Ended, Nursery
from support.trees import bytes_of, tree

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
    ended = nursery.run(asked(arguments, folder), AT_ONCE, typed=typed)
    assert ended.code == 0, ended


def asked(arguments: Sequence[str], folder: Path) -> list[str]:
    told = [part.format(folder) for part in arguments]
    return told if "init" in told else [*told, "--project", f"{folder}/project"]


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


def prepared(name: str, nursery: Nursery, begun: Path, undisturbed: Path) -> Prepared:
    """The task of that *name*, in two new folders."""
    task = TASKS[name]
    task.done(nursery, begun)
    before = bytes_of(tree(begun))
    with TemporaryDirectory() as rehearsed:
        shutil.copytree(begun, rehearsed, dirs_exist_ok=True)
        nursery.rehearse(asked(task.arguments, Path(rehearsed)), task.typed)
    shutil.copytree(begun, undisturbed, dirs_exist_ok=True)
    told = asked(task.arguments, undisturbed)
    ended = nursery.run(told, AT_ONCE, typed=task.typed)
    assert ended.code == task.ends, ended
    printed = ended.printed.replace(str(undisturbed), "")
    return Prepared(task, begun, before, ended, printed, bytes_of(tree(undisturbed)))


def worth_keeping(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """All but what runs remember for themselves."""
    ours = re.compile(r"project/\.dateline/($|cache/|lock$)|.*/$")
    return {path: data for path, data in files.items() if not ours.match(path)}
