"""Commands in processes of their own, among them such as meet with faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import tasks
from support.faults import compiled
from support.fresh_process import Nursery

pytest.register_assert_rewrite("watched_pages")


@pytest.fixture(scope="package")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    nursery = Nursery(compiled(tmp_path_factory.mktemp("library")))
    yield nursery
    nursery.close()


@pytest.fixture(scope="package")
def prepared(
    nursery: Nursery, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], tasks.Prepared]:
    """What is prepared for a task once, for all tests."""
    known: dict[str, tasks.Prepared] = {}

    def prepare(name: str) -> tasks.Prepared:
        if name not in known:
            folders = (tmp_path_factory.mktemp(part) for part in ("begun", "done"))
            known[name] = tasks.prepared(name, nursery, *folders)
        return known[name]

    return prepare
