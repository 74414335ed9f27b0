"""Content that is read again after a run has written to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from project import Desk, event, person, proposals

from generator.store import folder, read_store

BRIDGE = "events/2019-07-12-bridge"


def an_edit(desk: Desk) -> None:
    desk.edit(BRIDGE, "Harbour bridge opens", "The bridge opens")


def a_proposal(desk: Desk) -> None:
    desk.extract(proposals(event(tags=["bridges"]), entities=[person("ada", "Ada")]))


def a_broken_header(desk: Desk) -> None:
    desk.edit(BRIDGE, "---\ntitle", "title")


def a_file_that_goes(desk: Desk) -> None:
    desk.path(BRIDGE).unlink()


def another_name(desk: Desk) -> None:
    desk.path(BRIDGE).rename(desk.path("events/bridge"))


def a_file_in_two_folders(desk: Desk) -> None:
    desk.write("entities/bridge", desk.text(BRIDGE))


def a_record_that_goes(desk: Desk) -> None:
    (desk.root / f".dateline/proposed/{BRIDGE}.json").unlink()


CHANGES = (
    *(an_edit, a_proposal, a_broken_header, a_file_that_goes, another_name),
    *(a_file_in_two_folders, a_record_that_goes),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_is_known_from_before_makes_no_difference(
    desk: Desk, change: Callable[[Desk], None]
) -> None:
    desk.extract(proposals(event(), entities=[person("ada", "Ada")]))
    before, _ = read_store(desk.project)
    change(desk)
    assert read_store(desk.project, before) == read_store(desk.project)


def test_only_what_changed_is_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.extract(proposals(event(), event("Ferry stops", "2019-07-05", slug="ferry")))
    before, _ = read_store(desk.project)
    an_edit(desk)
    read: list[str] = []

    def reading(content: str, root: str, saved: folder.Saved) -> object:
        read.append(saved.path)
        return whole(content, root, saved)

    whole = folder.read_saved
    monkeypatch.setattr(folder, "read_saved", reading)
    read_store(desk.project, before)
    assert read == [str(desk.path(BRIDGE))]
