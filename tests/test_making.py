"""The files of a site are made by as many processes as there are, and by this one if
no other does."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import making
from generator.making import make
from generator.model.citations import Citation
from generator.model.edtf import parse_edtf
from generator.model.events import Event
from generator.model.selectors import TextQuoteSelector
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Timeline
from generator.notes import Notes, read, written
from generator.pages import Resources, Site
from generator.resources import find_resources
from generator.settings import SiteConfig

SHIPS = 12
LIST = Document(
    "ships",
    "seeds/ships.txt",
    "".join(f"Ship {number} came in.\n" for number in range(SHIPS)),
    "",
)
EVENTS = tuple(
    Event(
        f"ship-{number}",
        f"Ship {number}",
        parse_edtf(f"20{number:02}-03"),
        citations=(Citation("ships", TextQuoteSelector(f"Ship {number} came in.")),),
    )
    for number in range(SHIPS)
)
SHIPPED = find_resources(Path(__file__).parents[1])


def site(resources: Resources = SHIPPED) -> Site:
    content = Content(EVENTS, (Source("ships"),))
    return Site(Timeline.of(content, [LIST]), SiteConfig("Ships"), resources)


@pytest.fixture(autouse=True)
def _few_pages_are_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(making, "_AT_ONCE", 2)


class Shelf:
    """Puts files into a folder, one beside the other, as any process can."""

    def __init__(self, folder: Path, before: Callable[[str], None] = str) -> None:  # type: ignore[assignment]
        self._folder = folder
        self._before = before
        folder.mkdir()

    def put(self, path: str, data: bytes) -> bool:
        self._before(path)
        (self._folder / path.replace("/", "~")).write_bytes(data)
        return True

    def standing(self, path: str) -> None:
        return None

    def files(self) -> dict[str, bytes]:
        found = sorted(self._folder.iterdir())
        return {file.name.replace("~", "/"): file.read_bytes() for file in found}


@pytest.fixture
def alone(tmp_path: Path) -> tuple[Notes, dict[str, bytes]]:
    """What one process notes, and the files that it makes."""
    shelf = Shelf(tmp_path / "alone")
    return make(site(), shelf, Notes()), shelf.files()


def test_three_processes_make_what_one_makes(
    tmp_path: Path, alone: tuple[Notes, dict[str, bytes]]
) -> None:
    shelf = Shelf(tmp_path / "three")
    assert (make(site(), shelf, Notes(), processes=3), shelf.files()) == alone


def test_all_of_them_work(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "three", before=lambda path: note(tmp_path / "workers"))
    make(site(), shelf, Notes(), processes=3)
    assert len(set((tmp_path / "workers").read_text().split())) > 1


def note(file: Path) -> None:
    """Writes down which process this is, and gives the others time."""
    with file.open("a") as noted:
        noted.write(f"{os.getpid()}\n")
    time.sleep(0.002)


def dying(how: Callable[[], object]) -> Callable[[str], None]:
    """What happens to every process but this one when it puts its first file."""
    first = os.getpid()

    def before(path: str) -> None:
        if os.getpid() != first:
            how()

    return before


def fail() -> None:
    raise OSError("no space")


DEATHS: dict[str, Callable[[], object]] = {
    "is killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "ends": lambda: os._exit(0),
    "fails": fail,
}


@pytest.mark.parametrize("death", DEATHS.values(), ids=DEATHS)
def test_what_a_process_leaves_undone_this_one_makes(
    death: Callable[[], object],
    tmp_path: Path,
    alone: tuple[Notes, dict[str, bytes]],
) -> None:
    shelf = Shelf(tmp_path / "three", before=dying(death))
    assert (make(site(), shelf, Notes(), processes=3), shelf.files()) == alone


def test_what_no_process_can_make_is_told(tmp_path: Path) -> None:
    def full(path: str) -> None:
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        make(site(), Shelf(tmp_path / "three", before=full), Notes(), processes=3)


def test_no_process_outlives_the_work(tmp_path: Path) -> None:
    make(site(), Shelf(tmp_path / "three"), Notes(), processes=3)
    assert multiprocessing.active_children() == []


def test_what_shows_the_same_as_last_time_is_not_made_again(
    tmp_path: Path, alone: tuple[Notes, dict[str, bytes]]
) -> None:
    notes, _ = alone
    shelf = Shelf(tmp_path / "again")
    assert make(site(), shelf, notes, processes=3) == notes
    assert shelf.files() == {}


def test_what_was_not_there_the_last_time_is_made(
    tmp_path: Path, alone: tuple[Notes, dict[str, bytes]]
) -> None:
    notes, files = alone
    page = "events/ship-3/index.html"
    shelf = Shelf(tmp_path / "again")
    known = {name: part for name, part in notes.parts.items() if name != page}
    assert make(site(), shelf, replace(notes, parts=known)) == notes
    twin = "events/ship-3/index.json"
    assert shelf.files() == {page: files[page], twin: files[twin]}


def test_notes_are_read_as_they_were_written(
    alone: tuple[Notes, dict[str, bytes]],
) -> None:
    notes, _ = alone
    assert read(written(notes)) == notes


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"[1, 2]",
        b'[[], {"a": 1}]',
        b"[]\n{}\n[]\na",
        b"[[],{},{},[]]\n{}",
        b'[[],{},{"a.html":"0"},[]]',
        b'[[],{},{"a.html":0},[]]\n{}',
        b"\xff",
    ],
)
def test_what_are_no_notes_tells_nothing(data: bytes) -> None:
    assert read(data) == Notes()
