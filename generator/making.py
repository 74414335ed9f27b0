"""Makes what is new of a site, in as many processes as are worth it.

The processes are copies of this one: each has the whole timeline in memory and takes
the next pages as soon as it is free, so that nothing is sent to them, and little back.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from generator.model.progress import UNWATCHED, Progress
from generator.model.related import stale_related
from generator.notes import Notes, Part
from generator.pages import PageLinks, Site, page_links
from generator.pages.shows import Near
from generator.signals import later, leave_to_first
from generator.work.cores import cores

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

WORTH_A_PROCESS = 200
"""Fewer pages are made sooner than another process has begun."""

_AT_ONCE = 16
"""So many pages a process takes at a time, or more."""

_IN_PIPE = 2_000
"""So many numbers of four bytes fit into any system's pipe."""


class Staging(Protocol):
    """Where the files of a site are put before they are published."""

    def put(self, path: str, data: bytes, /) -> bool:
        """Takes the file at *path*; True if it differs from what is published."""

    def standing(self, path: str, /) -> bytes | None:
        """The file at *path* as it was published last; None where it is not so."""


def make(
    site: Site,
    staging: Staging,
    last: Notes,
    processes: int | None = None,
    progress: Progress = UNWATCHED,
) -> Notes:
    """Puts the files of every part of *site* into *staging* that shows something else
    than it did *last*, and gives the notes of all parts.

    Pages are made in *processes*; None: as many as there are processors, if there are
    pages enough.

    Raises:
        TemplateFailedError: A template is missing, wrong, or asks for what is not
            there.
        FileAccessError: The system refused.
    """
    progress.stage("looking for what changed")
    names = site.parts
    _know_near(site, last)
    site.cut_out_of(last.cuts, staging.standing)
    site.find_again(last.found)
    known = {name: last.parts[name] for name in names if name in last.parts}
    fresh = {name: old for name, old in known.items() if old.shown == site.shows(name)}
    stale = [name for name in names if name not in fresh]

    def part(name: str) -> Part:
        files: dict[str, PageLinks | None] = {}
        for path, data in site.files(name):
            progress.made(site.kind(path), path)
            staging.put(path, data)
            progress.spent("writing")
            is_page = path.endswith(".html")
            files[path] = page_links(path, data) if is_page else None
            progress.spent("links")
        return Part(site.shows(name), files)

    progress.stage("pages", len(stale))
    if processes is None:
        processes = cores() if len(stale) >= WORTH_A_PROCESS else 1
    if processes > 1 and hasattr(os, "fork"):
        # Templates are made ready once, and not by each process.
        of_kind = {site.kind(name): name for name in stale if name not in site.folders}
        made = fresh | {name: part(name) for name in of_kind.values()}
        stale = [name for name in stale if name not in made]
        # What is found for a folder is kept, which only this process can do.
        own = [name for name in stale if name in site.folders]
        made |= _shared(part, stale, own, processes, site.near, progress)
    else:
        made = fresh | {name: part(name) for name in stale}
    parts = {name: made[name] for name in names}
    return Notes(parts, site.briefs, site.near, site.cuts, site.found, last.texts)


def _know_near(site: Site, last: Notes) -> None:
    """Tells *site* what is near its events, where that is what it was *last*."""
    if last.near:
        stale = stale_related(last.briefs, site.briefs)
        ids = (brief.id for brief in site.briefs if brief.id not in stale)
        site.near.update((id, last.near[id]) for id in ids if id in last.near)


class _Turns:
    """Gives each of *names* to one of so many *processes* only. Each has a stretch of
    its own, since what one page needs the next ones often need, too; who is done takes
    from the stretch of another.

    They are numbers in pipes, of which each is read once, so that a process may be
    killed at any moment: it holds no lock.
    """

    def __init__(self, names: Sequence[str], processes: int) -> None:
        self._names = names
        self._step = max(_AT_ONCE, len(names) // (_IN_PIPE * processes))
        firsts = range(0, len(names), self._step)
        share = -(-len(firsts) // processes)
        self._stretches = [
            _pipe_of(firsts[share * number : share * (number + 1)])
            for number in range(processes)
        ]

    def of(self, process: int) -> Iterator[str]:
        """The next names for that *process*, as soon as it asks."""
        for stretch in (*self._stretches[process:], *self._stretches[:process]):
            while number := os.read(stretch, 4):
                first = int.from_bytes(number, "little")
                yield from self._names[first : first + self._step]

    def close(self) -> None:
        for stretch in self._stretches:
            os.close(stretch)


def _pipe_of(numbers: Iterable[int]) -> int:
    """What gives each of *numbers* once, in four bytes."""
    give, take = os.pipe()
    for number in numbers:
        os.write(take, number.to_bytes(4, "little"))
    os.close(take)
    return give


def _shared(
    part: Callable[[str], Part],
    names: Sequence[str],
    own: Collection[str],
    processes: int,
    near: dict[str, Near],
    progress: Progress,
) -> dict[str, Part]:
    """*part* of each of *names*, made by so many processes; of its *own*, by this one.
    What any of them finds to be *near* an event is there afterwards."""
    import multiprocessing  # which most builds do without

    context = multiprocessing.get_context("fork")
    turns = _Turns([name for name in names if name not in own], processes)
    known = set(near)
    first = os.getpid()

    def some(process: int) -> dict[str, Part]:
        return {name: part(name) for name in turns.of(process)}

    def work(number: int, answer: Connection) -> None:
        leave_to_first(first)
        progress.forked(number)
        # What goes wrong here is not told: the first process makes what is missing,
        # and sees for itself.
        with suppress(Exception):
            mine = some(number)
            made = {name: (part.shown, part.files) for name, part in mine.items()}
            found = {id: near[id] for id in near.keys() - known}
            answer.send_bytes(marshal.dumps((made, found, progress.heard())))
        os._exit(0)

    helpers = []
    for number in range(1, processes):
        here, there = context.Pipe(duplex=False)
        helper = context.Process(target=work, args=(number, there), daemon=True)
        with later():
            helper.start()
        there.close()
        helpers.append((helper, here))
    try:
        made = {name: part(name) for name in own} | some(0)
        for _, answer in helpers:
            with suppress(EOFError):
                others, found, heard = marshal.loads(answer.recv_bytes())
                made |= {name: Part(*told) for name, told in others.items()}
                near |= found
                progress.joined(heard)
    finally:
        turns.close()
        for helper, answer in helpers:
            answer.close()
            helper.kill()
            helper.join()
    return made | {name: part(name) for name in names if name not in made}
