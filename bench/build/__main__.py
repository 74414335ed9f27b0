"""`python bench/build`: dateline and Hugo build the same timeline, in turn, in one run.

    python bench/build --hugo hugo --events 1000 10000
    python bench/build --hugo hugo --events 10000 --rounds 5 --case cold body
    python bench/build --events 1000                      # dateline alone

Both make the same kinds of pages of the same words (see README.md). In each round the
two take turns; a figure is the median of the rounds, a ratio the median of the rounds'
own ratios. CPU is user and system time of the whole process tree.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Made, files, made, write
from hugo_project import make_hugo_project

REPOSITORY = Path(__file__).parents[2]
CASES = ("cold", "nothing", "body", "title", "date", "tag")
EDITED = 7
"""Which event an edit touches."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took: seconds of CPU and on the clock, and MB at its peak."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True, slots=True)
class Site:
    """A generator's project, how to build it, and where its site comes to lie."""

    name: str
    command: tuple[str, ...]
    root: Path
    out: Path
    cache: Path | None = None

    def event_file(self, timeline: Made) -> Path:
        return self.root / "content" / "events" / f"{timeline.events[EDITED].id}.md"

    @property
    def pages(self) -> int:
        return sum(1 for path in self.out.rglob("*.html"))

    @property
    def bytes(self) -> int:
        return sum(p.stat().st_size for p in self.out.rglob("*") if p.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, nargs="*", default=[1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--case", choices=CASES, nargs="*", default=list(CASES))
    parser.add_argument("--hugo", default="", help="Hugo's command")
    parser.add_argument("--jobs", help="how many processes dateline may use")
    given = parser.parse_args()
    for events in given.events:
        with tempfile.TemporaryDirectory(prefix="bench-build-") as folder:
            timeline = made(events)
            sites = list(_sites(Path(folder), timeline, given.hugo, given.jobs))
            compare(timeline, sites, given.case, given.rounds)


def _sites(folder: Path, timeline: Made, hugo: str, jobs: str | None) -> Iterator[Site]:
    ours = folder / "dateline"
    write(ours, files(timeline))
    command = (sys.executable, "-m", "generator", "--project", str(ours), "build")
    more = ("--jobs", jobs) if jobs else ()
    cache = ours / ".dateline" / "cache"
    yield Site("dateline", (*command, *more), ours, ours / "site", cache)
    if hugo:
        for name, is_whole in (("Hugo", True), ("Hugo, no related", False)):
            root = folder / name.lower().replace(", ", "-").replace(" ", "-")
            make_hugo_project(root, timeline, REPOSITORY / "static", related=is_whole)
            command = (hugo, "--quiet", "--source", str(root))
            yield Site(name, command, root, root / "public")


def compare(
    timeline: Made, sites: Sequence[Site], cases: Sequence[str], rounds: int
) -> None:
    """Builds everything in turn, and prints a line for each case and generator."""
    print(f"\n{len(timeline.events):,} events")
    found: dict[tuple[str, str], list[Run]] = {}
    for _ in range(rounds):
        for site in sites:
            found.setdefault(("cold", site.name), []).append(_cold(site))
        for case in cases:
            if case != "cold":
                for site in sites:
                    run = _edited(site, timeline, case)
                    found.setdefault((case, site.name), []).append(run)
    for site in sites:
        print(f"{site.name}: {site.pages:,} pages, {site.bytes / 1e6:.1f} MB")
    print(f"{'':10}{'':18}{'CPU s':>8}{'wall s':>8}{'MB':>7}{'us/page':>9}  CPU ratio")
    for case in cases:
        for site in sites:
            _print(case, site, found[case, site.name], found[case, sites[0].name])


def _print(case: str, site: Site, runs: Sequence[Run], ours: Sequence[Run]) -> None:
    cpu = statistics.median(run.cpu for run in runs)
    wall = statistics.median(run.wall for run in runs)
    memory = max(run.memory for run in runs)
    a_page = 1e6 * cpu / site.pages
    pairs = zip(ours, runs, strict=True)
    ratio = statistics.median(mine.cpu / other.cpu for mine, other in pairs)
    said = "" if runs is ours else f"  dateline is {ratio:.3f} of it"
    print(
        f"{case:10}{site.name:18}{cpu:8.2f}{wall:8.2f}{memory:7.0f}{a_page:9.0f}{said}"
    )


def _cold(site: Site) -> Run:
    shutil.rmtree(site.out, ignore_errors=True)
    if site.cache:
        shutil.rmtree(site.cache, ignore_errors=True)
    return _measured(site)


def _edited(site: Site, timeline: Made, case: str) -> Run:
    """A build after an edit, which is then taken back and built again."""
    change = _CHANGES[case]
    file = site.event_file(timeline)
    before = file.read_text("utf-8")
    after = change(before, timeline)
    if after == before and case != "nothing":
        raise SystemExit(f"the edit of the {case} changed nothing in {file}")
    file.write_text(after, "utf-8", newline="\n")
    run = _measured(site)
    if after != before:
        file.write_text(before, "utf-8", newline="\n")
        _measured(site)
    return run


_CHANGES: dict[str, Callable[[str, Made], str]] = {
    "nothing": lambda text, timeline: text,
    "body": lambda text, timeline: f"{text}\nA sentence that was not here before.\n",
    "title": lambda text, timeline: text.replace("title: The ", "title: A new ", 1),
    "date": lambda text, timeline: text.replace(
        timeline.events[EDITED].date, timeline.events[EDITED + 1].date
    ),
    "tag": lambda text, timeline: text.replace("tags: [", "tags: [lock-29, ", 1),
}


def _measured(site: Site) -> Run:
    # A worktree's own program, whatever is installed.
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    begun = time.perf_counter()
    process = subprocess.Popen(
        site.command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{site.name} failed:\n{said.decode(errors='replace')}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
