"""What happens between two builds: nothing, a fresh checkout, an edit of one event."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import Happening, Made

_APART = 101
"""Events between that of one round and that of the next."""


@dataclass(frozen=True, slots=True)
class Site:
    """A generator's project, how to build it, and where its site comes to lie.

    `state` is what it remembers between builds; with none, every build is a cold one.
    """

    name: str
    command: tuple[str, ...]
    root: Path
    out: Path
    event_text: Callable[[Happening], str]
    state: tuple[Path, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it wrote."""
        return sum(1 for _ in self.out.rglob("*.html"))

    @property
    def files(self) -> int:
        """How many files it wrote."""
        return sum(1 for path in self.out.rglob("*") if path.is_file())

    @property
    def bytes(self) -> int:
        """How many bytes it wrote."""
        return sum(p.stat().st_size for p in self.out.rglob("*") if p.is_file())

    def write(self, event: Happening) -> None:
        """Puts the file of *event* into the project."""
        path = self.root / "content" / "events" / f"{event.id}.md"
        path.write_text(self.event_text(event), "utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class Case:
    """Something that happens to a project. `says` is what it is called in the table,
    and *at_most* the share of Hugo's time that it may take, 0 without a promise."""

    name: str
    says: str
    at_most: float
    happens: Callable[[Site, Happening, Happening], None]
    """To a site, with the event that is edited and another one."""

    is_edit: bool = False
    a_page: bool = False
    """Measured for each page that is written."""


def edited_event(timeline: Made, number: int) -> tuple[Happening, Happening]:
    """The event that the round of that *number* edits, and another one."""
    place = (7 + number * _APART) % len(timeline.events)
    return timeline.events[place], timeline.events[place - 1]


def _cold(site: Site, event: Happening, other: Happening) -> None:
    for path in (site.out, *site.state):
        shutil.rmtree(path, ignore_errors=True)


def _nothing(site: Site, event: Happening, other: Happening) -> None:
    pass


def _touched(site: Site, event: Happening, other: Happening) -> None:
    """Every file of the project is a moment old, with the same bytes."""
    for folder in (site.root / "content", site.root / "seeds"):
        for path in folder.rglob("*"):
            os.utime(path)


def _checked_out(site: Site, event: Happening, other: Happening) -> None:
    """All files are new ones with the same bytes, as on a machine that fetched the
    project and restored what the last build remembered, but has no site."""
    before = site.root.with_name(f"{site.root.name}.before")
    site.root.rename(before)
    shutil.copytree(
        before,
        site.root,
        ignore=lambda folder, names: {site.out.name} if folder == str(before) else (),
        copy_function=shutil.copyfile,
    )
    shutil.rmtree(before)


def _body(site: Site, event: Happening, other: Happening) -> None:
    more = "A sentence that was not here before."
    site.write(replace(event, paragraphs=(*event.paragraphs, more)))


def _title(site: Site, event: Happening, other: Happening) -> None:
    site.write(replace(event, title=event.title.replace("The ", "A new ", 1)))


def _date(site: Site, event: Happening, other: Happening) -> None:
    site.write(replace(event, date=other.date, day=other.day))


def _tag(site: Site, event: Happening, other: Happening) -> None:
    tags = dict.fromkeys(["lock-29", *event.tags[1:]])
    site.write(replace(event, tags=tuple(tags)))


CASES = {
    case.name: case
    for case in (
        Case("cold", "everything, for each page", 0.5, _cold, a_page=True),
        Case("nothing", "nothing changed", 0.02, _nothing),
        Case("touched", "times changed, no bytes", 0, _touched),
        Case("checkout", "new checkout, our cache, no site", 0, _checked_out),
        Case("body", "the text of one event", 0.03, _body, is_edit=True),
        Case("title", "the title of one event", 0.05, _title, is_edit=True),
        Case("date", "the date of one event", 0.05, _date, is_edit=True),
        Case("tag", "a tag of one event", 0.05, _tag, is_edit=True),
    )
}
