"""What a run is doing, told to whoever listens: a line in a terminal, a table of times.

Nothing that is heard changes what is done; only those who listen look at a clock.
"""

from __future__ import annotations


class Progress:
    """Hears of stages and things as they are done, and does nothing with it.

    Any process may be split by a fork; what its parts hear is `joined` afterwards.
    """

    def stage(self, name: str, of: int = 0) -> None:
        """The stage *name* begins, and the one before is over; it has *of* things to
        do, in all processes together, or nobody knows how many (0)."""

    def made(self, kind: str, name: str = "") -> None:
        """One more thing of the stage is done: *name*, one of a *kind*. What passed
        since the last call of any method was its own."""

    def spent(self, part: str) -> None:
        """What passed since the last call went into a *part* of the stage, and not
        into one thing of it."""

    def forked(self, number: int) -> None:
        """This process is one that a fork made, with its *number* from 1 up: it shows
        nothing, and forgets what was heard before."""

    def heard(self) -> bytes:
        """What this process heard since the fork, for `joined` in the first one."""
        return b""

    def joined(self, heard: bytes) -> None:
        """What another process *heard* belongs to this run."""


UNWATCHED = Progress()
"""For a run that nobody watches."""
