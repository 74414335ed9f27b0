"""Makes what is new of a site, in as many processes as are worth it.

The processes are copies of this one: each has the whole timeline in memory and takes
the next pages as soon as it is free, so that nothing is sent to them, and little back.
"""

from __future__ import annotations

import json
import marshal
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from generator.model.progress import UNWATCHED, Progress
from generator.pages import PageLinks, Site, page_links
from generator.pages.shows import Digest
from generator.work.cores import cores

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

WORTH_A_PROCESS = 200
"""Fewer pages are made sooner than another process has begun."""

_AT_ONCE = 16
"""So many pages a process takes at a time, or more."""

_IN_PIPE = 2_000
"""So many numbers of four bytes fit into any system's pipe."""

Note = tuple[Digest, dict[str, PageLinks | None]]
"""What is remembered of a part of a site: what it showed; and its files by path, with
the links of those that are pages."""

Notes = dict[str, Note]
"""By the names of the parts (`Site.parts`)."""


class Staging(Protocol):
    """Where the files of a site are put before they are published."""

    def put(self, path: str, data: bytes, /) -> bool:
        """Takes the file at *path*; True if it differs from what is published."""


def written(notes: Notes) -> bytes:
    """*notes* as JSON; a text that many pages share stands there once."""
    texts: dict[str, int] = {}

    def numbers(links: PageLinks | None) -> list[list[int]] | None:
        return links and [
            [texts.setdefault(text, len(texts)) for text in kind] for kind in links
        ]

    parts = {
        name: [shown, {path: numbers(links) for path, links in files.items()}]
        for name, (shown, files) in notes.items()
    }
    return json.dumps([list(texts), parts], separators=(",", ":")).encode()


def read(data: bytes) -> Notes:
    """The notes that were `written` as *data*; none where it is anything else."""

    def links(numbers: list[list[int]] | None) -> PageLinks | None:
        if numbers is None:
            return None
        ids, repeated, addresses = (tuple(map(text, kind)) for kind in numbers)
        return ids, repeated, addresses

    try:
        texts, parts = json.loads(data)
        text = texts.__getitem__
        return {
            name: (shown, {path: links(numbers) for path, numbers in files.items()})
            for name, (shown, files) in parts.items()
        }
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}


def files_of(notes: Notes) -> dict[str, PageLinks | None]:
    """Every file by path, with the links of those that are pages."""
    return {path: links for _, files in notes.values() for path, links in files.items()}


def pages_of(files: Mapping[str, PageLinks | None]) -> dict[str, PageLinks]:
    """The pages among *files*, with their links."""
    return {path: links for path, links in files.items() if links is not None}


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
    known = {name: last[name] for name in names if name in last}
    fresh = {n: note for n, note in known.items() if note[0] == site.shows(n)}
    stale = [name for name in names if name not in fresh]

    def part(name: str) -> Note:
        files: dict[str, PageLinks | None] = {}
        for path, data in site.files(name):
            progress.made(site.kind(path), path)
            staging.put(path, data)
            progress.spent("writing")
            files[path] = page_links(data) if path.endswith(".html") else None
            progress.spent("links")
        return site.shows(name), files

    progress.stage("pages", len(stale))
    if processes is None:
        processes = cores() if len(stale) >= WORTH_A_PROCESS else 1
    if processes > 1 and hasattr(os, "fork"):
        made = fresh | _shared(part, stale, processes, progress)
    else:
        made = fresh | {name: part(name) for name in stale}
    return {name: made[name] for name in names}


class _Turns:
    """Gives each of *names* to one process only, to the next that asks.

    They are numbers in a pipe, of which each is read once, so that a process may be
    killed at any moment: it holds no lock.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._step = max(_AT_ONCE, len(names) // _IN_PIPE)
        self._numbers, into = os.pipe()
        for first in range(0, len(names), self._step):
            os.write(into, first.to_bytes(4, "little"))
        os.close(into)

    def __iter__(self) -> Iterator[str]:
        while number := os.read(self._numbers, 4):
            first = int.from_bytes(number, "little")
            yield from self._names[first : first + self._step]

    def close(self) -> None:
        os.close(self._numbers)


def _shared(
    part: Callable[[str], Note],
    names: Sequence[str],
    processes: int,
    progress: Progress,
) -> Notes:
    """*part* of each of *names*, made by so many processes, this one among them."""
    import multiprocessing  # which most builds do without

    context = multiprocessing.get_context("fork")
    turns = _Turns(names)

    def some() -> Notes:
        return {name: part(name) for name in turns}

    def work(number: int, answer: Connection) -> None:
        # Ctrl-C reaches all processes of a terminal; the first one ends the others.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        progress.forked(number)
        # What goes wrong here is not told: the first process makes what is missing,
        # and sees for itself.
        with suppress(Exception):
            answer.send_bytes(marshal.dumps((some(), progress.heard())))
        os._exit(0)

    helpers = []
    for number in range(1, processes):
        here, there = context.Pipe(duplex=False)
        helper = context.Process(target=work, args=(number, there), daemon=True)
        helper.start()
        there.close()
        helpers.append((helper, here))
    try:
        made = some()
        for _, answer in helpers:
            with suppress(EOFError):
                others, heard = marshal.loads(answer.recv_bytes())
                made |= others
                progress.joined(heard)
    finally:
        turns.close()
        for helper, answer in helpers:
            answer.close()
            helper.kill()
            helper.join()
    return made | {name: part(name) for name in names if name not in made}
