"""Any history of edits and regenerations: nothing that a person did is ever undone.

A history is known by its number, and goes the same way each time. Set
DATELINE_HISTORIES to run more of them: `.ci/run` takes two thousand.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from typing import Any

import pytest
import world
from newsroom import Newsroom

from generator.store import draft, patch
from generator.store import regenerate as merging
from generator.store.regenerate import Regenerated

HISTORIES = int(os.environ.get("DATELINE_HISTORIES", "400"))
TOGETHER = 100


@pytest.fixture(autouse=True, scope="module")
def _same_bytes_are_read_once() -> Iterator[None]:
    """What a patch reads again to verify it is what the next turn reads."""
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(patch, "read_file", world.read_again)
        yield


@pytest.fixture(autouse=True)
def _no_merge_is_passed_over_that_would_do_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each merge of each history is made with all its fields as well."""
    quick = merging.regenerate

    def both_ways(*given: Any, **named: Any) -> Regenerated:
        with pytest.MonkeyPatch.context() as patches:
            patches.setattr(merging, "_is_settled", lambda *_: False)
            whole = quick(*given, **named)
        done = quick(*given, **named)
        assert told(done) == told(whole)
        return done

    monkeypatch.setattr(draft, "regenerate", both_ways)


def told(done: Regenerated) -> tuple[object, ...]:
    return done.file.data, done.record.to_bytes(), done.changed, done.problems


@pytest.mark.parametrize("first", range(0, HISTORIES, TOGETHER))
def test_no_history_undoes_what_a_person_did(first: int) -> None:
    for number in range(first, min(first + TOGETHER, HISTORIES)):
        room = Newsroom(random.Random(number))
        try:
            run(room)
        except Exception as error:
            error.add_note(f"history {number}:\n" + "\n".join(room.log))
            raise


def run(room: Newsroom) -> None:
    """A first extraction; then people and the tool take turns, or get in the way."""
    regenerate(room)
    for _ in range(room.chance.randint(1, 3)):
        for _ in range(room.chance.randint(0, 4)):
            room.edit()
        regenerate(room)


def regenerate(room: Newsroom) -> None:
    """Extract until all is done; then once more, which changes nothing."""
    found = room.proposals()
    before = dict(room.files)
    revision = room.plan(found)
    room.log.append(f"extract: {'; '.join(map(str, revision.changes))}")
    meanwhile = room.likely(0.15)
    if meanwhile:
        room.log.append("meanwhile:")
        room.edit()
        before = dict(room.files)
    cut_short = not meanwhile and room.likely(0.1)
    room.carry_out(revision, room.chance.randint(0, 6) if cut_short else None)
    room.check(before, cut_short=cut_short)
    if meanwhile or cut_short:
        found = room.proposals() if meanwhile else found
        before = dict(room.files)
        revision = room.plan(found)
        room.log.append(f"extract again: {'; '.join(map(str, revision.changes))}")
        room.carry_out(revision)
        room.check(before)
    room.renamed_seeds.clear()
    room.corrected_seeds.clear()
    again = room.plan(found)
    assert not again.pending, again.changes
    told_again = [p for p in again.problems if p.code != "edit-refused"]
    assert not told_again, told_again
