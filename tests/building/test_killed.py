"""A build may be killed at any moment: readers have a whole site, and the next build
makes what a first one would make, and leaves nothing behind.

Each kill is known by its number. Set DATELINE_KILLS for more than in a usual run.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest
from support import made_up
from support.fresh_process import AT_ONCE, Nursery
from support.trees import bytes_of, differences, tree

KILLS = int(os.environ.get("DATELINE_KILLS", "16"))


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.mark.parametrize("number", range(KILLS))
def test_after_a_kill_at_any_moment_the_next_build_is_that_of_a_first_build(
    number: int, tmp_path: Path, nursery: Nursery
) -> None:
    random = Random(number)
    root, other = tmp_path / "project", tmp_path / "other"
    made_up.lay_out(root, random)
    if random.random() < 0.8:
        nursery.run(["build", "--project", root], AT_ONCE)
    for _ in range(random.randrange(4)):
        made_up.shown_anew(root, random)
    shutil.copytree(root, other)
    old = bytes_of(tree(root / "site"))
    unhindered = nursery.run(["build", "--project", other], AT_ONCE)
    assert unhindered.code == 0
    new = bytes_of(tree(other / "site"))
    for _ in range(random.choice([1, 1, 2])):
        if random.random() < 0.3:
            killed = partial(nursery.run, killed_after=random.random() / 2)
        else:
            late = max(1, unhindered.changes - random.choice([12, 1000]))
            before = random.randint(late, unhindered.changes)
            killed = partial(nursery.run, killed_before=before)
        jobs = ["--jobs", random.choice("12")]
        assert killed(["build", "--project", root, *jobs], AT_ONCE).code in (0, -9)
        assert bytes_of(tree(root / "site")) in (old, new)
    assert nursery.run(["build", "--project", root], AT_ONCE) == unhindered
    assert differences(bytes_of(tree(root / "site")), new) == []
    assert kept_in(root) == kept_in(other), "something was left behind"


def kept_in(root: Path) -> list[str]:
    """What is in a project, without what runs remember."""
    return sorted(p for p in tree(root) if not p.startswith(".dateline/cache/"))
