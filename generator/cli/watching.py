"""Who listens to a command's progress: a line in a terminal, a table of times, or
nobody."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from generator.model.progress import UNWATCHED, Progress

LOADING = "loading dateline"
"""The stage before the first: the libraries that a command needs."""


def add_watching(parser: argparse.ArgumentParser) -> None:
    """`--quiet` and `--profile`."""
    parser.add_argument(
        "--quiet", action="store_true", help="say only what is wrong, show no progress"
    )
    parser.add_argument(
        "--profile",
        action="store_true",
        help="show at the end where the time went, on standard error",
    )


@contextmanager
def watching(options: argparse.Namespace) -> Iterator[Progress]:
    """Hears the progress of what is done in the `with` block, as *options* ask for."""
    with ExitStack() as stack:
        listeners: list[Progress] = []
        if options.profile:
            from generator.cli.profile import profiled

            listeners.append(stack.enter_context(profiled()))
        # Last in, first out: the line is gone before the table comes.
        if not options.quiet and _is_watched():
            from generator.cli.progress_line import shown

            listeners.append(stack.enter_context(shown()))
        yield _one(listeners)


def _is_watched() -> bool:
    """True where a person looks at a terminal that can rewrite a line."""
    machine = os.environ.get("CI") or os.environ.get("TERM") == "dumb"
    return sys.stderr.isatty() and not machine


def _one(listeners: Sequence[Progress]) -> Progress:
    if len(listeners) > 1:
        return _Several(listeners)
    return listeners[0] if listeners else UNWATCHED


class _Several(Progress):
    """Tells each of several listeners what it hears; only the first one's account of
    another process is passed on, as the others keep none."""

    def __init__(self, listeners: Sequence[Progress]) -> None:
        self._listeners = listeners

    def stage(self, name: str, of: int = 0) -> None:
        for listener in self._listeners:
            listener.stage(name, of)

    def made(self, kind: str, name: str = "") -> None:
        for listener in self._listeners:
            listener.made(kind, name)

    def spent(self, part: str) -> None:
        for listener in self._listeners:
            listener.spent(part)

    def forked(self, number: int) -> None:
        for listener in self._listeners:
            listener.forked(number)

    def heard(self) -> bytes:
        return self._listeners[0].heard()

    def joined(self, heard: bytes) -> None:
        self._listeners[0].joined(heard)
