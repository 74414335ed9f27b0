"""However a project is edited, a build makes what a first build of it would make.

A walk is a project, and builds of it with edits and mishaps between them; it is known
by its number. Set DATELINE_WALKS for more of them than in a usual run, and
DATELINE_FIRST_WALK for others.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from pathlib import Path
from random import Random

import pytest
from support import edits, made_up, spoiling
from support.fresh_process import AT_ONCE, SMALL, Ended, Nursery, with_constants
from support.trees import Tree, bytes_of, differences, put_back, tree

from generator.cli import main

FIRST = int(os.environ.get("DATELINE_FIRST_WALK", "0"))
WALKS = int(os.environ.get("DATELINE_WALKS", "8"))
STEPS = 14
MADE = (".dateline/cache", ".dateline/lock", "site", "elsewhere")
"""What builds write in a project; all else is not theirs."""


@dataclass
class Walk:
    """A project in `home`, what is done to it, and what must be true after a build."""

    home: Path
    random: Random
    nursery: Nursery
    log: list[str] = field(default_factory=list)
    constants: dict[str, int] = field(default_factory=dict)
    good: Tree = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = self.home / "project"
        self.moves = 0
        made_up.lay_out(self.root, self.random)
        other = self.home / "other"
        made_up.lay_out(other, self.random)
        if self.random.random() < 0.4:
            self.constants |= SMALL
        if self.random.random() < 0.7:
            self.constants |= AT_ONCE
        looks = self.random.random() < 0.2
        self.edits = [*edits.EDITS, *(edits.OF_LOOKS * 5 if looks else [])]
        # In half of the walks most of what the last build knew holds, build for build.
        self.is_calm = self.random.random() < 0.5
        self.nursery.run(["build", "--project", other], self.constants)

    def run(self) -> None:
        self.build()
        for _ in range(STEPS):
            drawn = self.random.random() * (0.65 if self.is_calm else 1)
            if drawn < 0.75:
                self.edit()
            if drawn > 0.65:
                self.mishap()
            if drawn > 0.97:
                self.move()
            self.build()

    def edit(self) -> None:
        for _ in range(self.random.choice([1, 1, 1, 2, 3])):
            edit = self.random.choice(edits.CALM if self.is_calm else self.edits)
            paths = edit(self.root, self.random)
            told = ", ".join(str(path.relative_to(self.root)) for path in paths[:3])
            self.log.append(f"{edit.__name__}: {told}")

    def mishap(self) -> None:
        mishap = self.random.choice(spoiling.MISHAPS)
        mishap(self.root, self.random)
        self.log.append(mishap.__name__)

    def move(self) -> None:
        """To another machine, with all that builds made there or some of it."""
        self.moves += 1
        former, self.root = self.root, self.home / f"project-{self.moves}"
        left = self.random.choice([(), ("site",), ("cache",)])
        copy = self.random.choice([shutil.copy, shutil.copy2])
        ignored = shutil.ignore_patterns("lock", *left)
        shutil.copytree(
            former, self.root, symlinks=True, ignore=ignored, copy_function=copy
        )
        shutil.rmtree(former)
        self.log.append(f"move by {copy.__name__} without {left}")

    def build(self) -> None:
        """Builds; where that is refused, sometimes puts back what could be built."""
        odds = 0 if self.is_calm else 0.1
        where = "elsewhere" if self.random.random() < odds else "site"
        until = ["--as-of", "2024-02-01"] if self.random.random() < odds else []
        if self.compared(where, until):
            self.good = tree(self.root, MADE)
        elif self.good and self.random.random() < 0.7:
            self.log.append("undo")
            put_back(self.root, self.good, MADE)
            assert self.compared(where, [])

    def compared(self, where: str, until: Sequence[str]) -> bool:
        """True when the project could be built, and then as a copy of it is for the
        first time; a refused build leaves the site as it was."""
        out = self.root / where
        before, others = tree(out), self.others()
        jobs = self.random.choice([[], [], ["--jobs", "1"], ["--jobs", "2"]])
        now = self.built(self.root, out, [*until, *jobs])
        after, cold_site = tree(out), self.home / "cold/site"
        left = shutil.ignore_patterns(*(Path(name).name for name in MADE))
        shutil.rmtree(self.home / "cold", ignore_errors=True)
        shutil.copytree(self.root, self.home / "cold", symlinks=True, ignore=left)
        cold = self.built_alone(self.home / "cold", cold_site, until)
        self.log.append(f"build {where} {' '.join(until)}: {now.code}")
        assert now == cold
        assert self.others() == others, "a file that is no build's was touched"
        if now.code:
            assert after == before, "a refused build touched the site"
            return False
        assert differences(bytes_of(after), bytes_of(tree(cold_site))) == []
        for path, (holds, changed) in after.items():
            if before.get(path, (b"", 0))[0] == holds and path in before:
                assert before[path][1] == changed, f"{path} has another time"
        return True

    def others(self) -> Tree:
        """All files that no build may touch."""
        within = [f"{self.root.name}/{name}" for name in MADE]
        found = tree(self.home, ["cold", *within])
        return {path: kept for path, kept in found.items() if path[-1] != "/"}

    def built(self, root: Path, out: Path, more: Sequence[str]) -> Ended:
        """A build in this process, which has made many, or in one of its own."""
        if self.random.random() < 0.3:
            return self.built_alone(root, out, more)
        asked = ["build", "--project", str(root), "--out", str(out), *more]
        said = TextIOWrapper(BytesIO(), "utf-8")
        before = with_constants(self.constants)
        try:
            with redirect_stderr(said), redirect_stdout(TextIOWrapper(BytesIO())):
                code = main(asked)
        finally:
            with_constants(before)
        said.seek(0)
        return Ended(code, said.read())

    def built_alone(self, root: Path, out: Path, more: Sequence[str]) -> Ended:
        asked = ["build", "--project", root, "--out", out, *more]
        return self.nursery.run(asked, self.constants)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.mark.parametrize("number", range(FIRST, FIRST + WALKS))
def test_a_build_after_any_edits_is_that_of_a_first_build(
    number: int, tmp_path: Path, nursery: Nursery
) -> None:
    walk = Walk(tmp_path, Random(number), nursery)
    try:
        walk.run()
    except Exception as error:
        error.add_note(f"walk {number}:\n" + "\n".join(walk.log))
        raise
