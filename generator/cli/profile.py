"""Touches the clock: measures where a command's time goes, and says it in a table."""

from __future__ import annotations

import marshal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from heapq import nlargest

from generator.model.progress import Progress
from generator.problems import visible_lines

SLOWEST = 10
"""How many of the slowest things are named."""

STARTING = "starting"
"""Before anybody listened: Python itself, and the command line."""

OTHERS = "other processes"
WORTH_A_ROW = 0.02
"""Seconds of other processes, below which it was none of ours that worked."""


@dataclass(slots=True)
class Tally:
    """How many things were done, and the seconds of CPU and on the clock they took."""

    count: int = 0
    cpu: float = 0.0
    wall: float = 0.0

    def add(self, count: int, cpu: float, wall: float = 0.0) -> None:
        """As many more, and so much longer."""
        self.count += count
        self.cpu += cpu
        self.wall += wall


Tallies = dict[tuple[str, str], Tally]
"""By stage and kind of thing, in the order in which they began; the kind "" is what no
thing of the stage took."""

Slow = tuple[float, str, str]
"""Seconds of CPU, and which thing took them: its kind and its name."""


class Profile(Progress):
    """Gives what passes between two calls to what the later one tells of.

    CPU is that of this process, user and system; that of others comes with what they
    heard, or, where they tell nothing, as a sum when they are over.
    """

    def __init__(self) -> None:
        self.tallies: Tallies = {}
        self.slowest: list[Slow] = []
        self.joined_cpu = 0.0
        self._stage = STARTING
        self._cpu = 0.0
        self._wall = time.perf_counter()
        self._took("")
        self.tallies[STARTING, ""].wall = 0.0  # nobody looked at the clock yet

    def stage(self, name: str, of: int = 0) -> None:
        self._took("")
        self._stage = name
        self._tally("")  # stages stand in the order in which they begin

    def made(self, kind: str, name: str = "") -> None:
        took = self._took(kind)
        self._tally(kind).count += 1
        self.slowest.append((took, kind, name))
        if len(self.slowest) > 100 * SLOWEST:
            self.slowest = nlargest(SLOWEST, self.slowest)

    def spent(self, part: str) -> None:
        self._took(part)

    def forked(self, number: int) -> None:
        self.tallies = {}
        self.slowest = []
        self._cpu, self._wall = 0.0, time.perf_counter()

    def heard(self) -> bytes:
        self._took("")
        self.slowest = nlargest(SLOWEST, self.slowest)
        tallies = {key: astuple(tally) for key, tally in self.tallies.items()}
        return marshal.dumps((tallies, self.slowest))

    def joined(self, heard: bytes) -> None:
        tallies, slowest = marshal.loads(heard)
        for key, (count, cpu, _) in tallies.items():
            # Without the clock, on which processes stand side by side.
            self.tallies.setdefault(key, Tally()).add(count, cpu)
            self.joined_cpu += cpu
        self.slowest += slowest

    def _took(self, kind: str) -> float:
        """Seconds of CPU since the last call, now those of *kind*."""
        cpu, wall = time.process_time(), time.perf_counter()
        took = cpu - self._cpu
        self._tally(kind).add(0, took, wall - self._wall)
        self._cpu, self._wall = cpu, wall
        return took

    def _tally(self, kind: str) -> Tally:
        return self.tallies.setdefault((self._stage, kind), Tally())


@contextmanager
def profiled() -> Iterator[Profile]:
    """Measures the `with` block, and writes the table when it is over."""
    profile = Profile()
    try:
        yield profile
    finally:
        others, peaks = _others()
        profile.spent("")
        untold = others - profile.joined_cpu
        if untold > WORTH_A_ROW:
            profile.tallies[OTHERS, ""] = Tally(0, untold)
        sys.stderr.write(visible_lines(table(profile.tallies, profile.slowest, peaks)))
        sys.stderr.flush()


def _others() -> tuple[float, list[float]]:
    """Seconds of CPU of the processes that are over, and MB at the peak of this one
    and of the largest of them. Nothing where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0, []
    ours = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1e6 if sys.platform == "darwin" else 1e3
    peaks = [peak / unit for peak in (ours.ru_maxrss, others.ru_maxrss) if peak]
    return others.ru_utime + others.ru_stime, peaks


def table(
    tallies: Tallies, slowest: Sequence[Slow] = (), peaks: Sequence[float] = ()
) -> str:
    """What was measured as people read it: the stages in their order, in each the
    dearest kind of thing first, then the slowest things; *peaks* of memory in MB."""
    stages: dict[str, dict[str, Tally]] = {}
    for (stage, kind), tally in tallies.items():
        stages.setdefault(stage, {})[kind] = tally
    lines = [_row("", "CPU s", "wall s", "count", "a second", "ms each")]
    every = Tally()
    for stage, kinds in stages.items():
        whole = Tally()
        for tally in kinds.values():
            whole.add(tally.count, tally.cpu, tally.wall)
        every.add(0, whole.cpu, whole.wall)
        lines.append(_told(stage, whole))
        inside = [(kind, tally) for kind, tally in kinds.items() if kind]
        for kind, tally in sorted(inside, key=lambda found: -found[1].cpu):
            lines.append(_told(f"  {kind}", Tally(tally.count, tally.cpu)))
    lines.append(_told("all", every))
    if peaks:
        each = " and ".join(f"{peak:,.0f} MB" for peak in peaks)
        lines.append(f"memory at the peak: {each}")
    if slowest:
        lines.append(f"{'the slowest':<28}{'ms of CPU':>10}")
    for seconds, kind, name in nlargest(SLOWEST, slowest):
        lines.append(f"  {kind:<26}{1e3 * seconds:10.1f}  {name}")
    return "\n".join([*lines, ""])


def _told(name: str, tally: Tally) -> str:
    rate = tally.count / tally.wall if tally.wall else 0
    return _row(
        name,
        f"{tally.cpu:.2f}",
        f"{tally.wall:.2f}" if tally.wall > 0.005 else "",
        f"{tally.count:,}" if tally.count else "",
        f"{rate:,.0f}" if rate else "",
        f"{1e3 * tally.cpu / tally.count:.2f}" if tally.count else "",
    )


def _row(name: str, *cells: str) -> str:
    return f"{name:<28}{''.join(f'{cell:>10}' for cell in cells)}".rstrip()
