"""Lets generators build the same timeline in turn, and says what each took."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cases import CASES, Case, Site, edited_event
from corpus import Made
from measuring import Run, peak_memory, timed

MEMORY = 12.0
"""KB a page that dateline may take at its peak."""

FEW = 10_000
"""Events: with fewer, what any Python takes by itself is most of the memory."""

SETTLED = 2.5
"""Seconds after which the youngest file is old enough for any program that goes by
times: people do not build twice a second."""


@dataclass(slots=True)
class Found:
    """What was measured: runs by case and site, and what each site came to."""

    runs: dict[tuple[str, str], list[Run]] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)


def compare(
    timeline: Made,
    sites: Sequence[Site],
    cases: Sequence[str],
    rounds: int,
    *,
    verify: bool,
) -> None:
    """Builds everything in turn, and prints what it took.

    The first of *sites* is dateline, the second that with which it is compared; others
    that remember nothing only build everything anew.
    """
    found = Found()
    print(f"{'':18}{'pages':>9}{'files':>9}{'MB':>8}{'KB a page':>11}{'peak MB':>9}")
    for site in sites:
        CASES["cold"].happens(site, *edited_event(timeline, 0))
        found.memory[site.name] = peak_memory(site.command, site.root)
        found.pages[site.name] = site.pages
        print(_size(site, found))
    for number in range(rounds):
        for case in (case for case in CASES.values() if case.name in cases):
            for place, site in enumerate(sites):
                if place < 2 or case.name == "cold" or site.state:
                    run = _measured(site, case, timeline, number, verify and not place)
                    found.runs.setdefault((case.name, site.name), []).append(run)
    print(f"\n{'':34}{'':18}{'CPU s':>8}{'wall s':>8}{'ms a page':>11}")
    for case in (case for case in CASES.values() if case.name in cases):
        for site in sites:
            if runs := found.runs.get((case.name, site.name)):
                print(_times(case, site, runs, found.pages[site.name]))
    if len(sites) > 1:
        print(*_verdicts(sites, cases, found), sep="\n")


def _size(site: Site, found: Found) -> str:
    pages, peak = found.pages[site.name], found.memory[site.name]
    return (
        f"{site.name:18}{pages:9,}{site.files:9,}{site.bytes / 1e6:8.1f}"
        f"{site.bytes / pages / 1e3:11.1f}{peak:9.0f}"
    )


def _measured(site: Site, case: Case, timeline: Made, number: int, verify: bool) -> Run:
    """One build after what *case* is, which is then taken back."""
    event, other = edited_event(timeline, number)
    if site.state and case.name != "cold":
        time.sleep(SETTLED)
        timed(site.command, site.root)
    case.happens(site, event, other)
    run = timed(site.command, site.root)
    if verify and case.name != "cold":
        _verify(site, case)
    if case.is_edit:
        site.write(event)
    return run


def _verify(site: Site, case: Case) -> None:
    """Returns when the site is that of a cold build, byte for byte.

    Raises:
        SystemExit: It is not.
    """
    with tempfile.TemporaryDirectory(dir=site.root.parent) as folder:
        root = Path(folder) / "project"
        kept = {site.out.name, *(path.name for path in site.state)}
        shutil.copytree(site.root, root, ignore=lambda _, names: kept & {*names})
        command = [part.replace(str(site.root), str(root)) for part in site.command]
        timed(command, root)
        wrong = list(_differences(site.out, root / site.out.name))
    if wrong:
        shown = "\n  ".join(wrong[:20])
        raise SystemExit(
            f"after “{case.says}”, {len(wrong)} files of {site.name} are not those of "
            f"a cold build:\n  {shown}"
        )
    print(f"  {case.says}: all files are those of a cold build")


def _differences(one: Path, other: Path) -> Iterator[str]:
    """Files that are in one folder alone, or have other bytes in each."""
    files = {path.relative_to(one) for path in _files(one)}
    others = {path.relative_to(other) for path in _files(other)}
    for path in sorted(files | others):
        both = path in files and path in others
        if not both or (one / path).read_bytes() != (other / path).read_bytes():
            yield str(path)


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _times(case: Case, site: Site, runs: Sequence[Run], pages: int) -> str:
    cpu = statistics.median(run.cpu for run in runs)
    wall = statistics.median(run.wall for run in runs)
    a_page = f"{1e3 * cpu / pages:11.2f}" if case.a_page else ""
    return f"{case.says:34}{site.name:18}{cpu:8.2f}{wall:8.2f}{a_page}"


def _verdicts(
    sites: Sequence[Site], cases: Sequence[str], found: Found
) -> Iterator[str]:
    """How dateline does beside the second site, and whether that is as promised."""
    ours, theirs = sites[0].name, sites[1].name
    yield f"\n{f'dateline, of {theirs}':34}{'CPU':>8}{'wall':>8}{'at most':>9}"
    for case in (case for case in CASES.values() if case.name in cases):
        cpu, wall = _ratios(case, case.name, ours, theirs, found)
        yield f"{case.says:34}{cpu:8.3f}{wall:8.3f}{_judged(case.at_most, cpu, wall)}"
    a_page = 1e3 * found.memory[ours] / found.pages[ours]
    other = 1e3 * found.memory[theirs] / found.pages[theirs]
    few = found.pages[ours] < FEW
    verdict = f"{MEMORY:>9.0f}  (from {FEW:,} on)" if few else _judged(MEMORY, a_page)
    yield f"{'memory, KB a page':34}{a_page:8.1f}{'':8}{verdict}"
    yield f"{f'memory of {theirs}, KB a page':34}{other:8.1f}"
    # Others are built anew whatever happens.
    for site in sites[2:] if "cold" in cases else ():
        yield f"\n{f'dateline, of a cold {site.name}':34}{'CPU':>8}{'wall':>8}"
        for case in (case for case in CASES.values() if case.name in cases):
            cpu, wall = _ratios(case, "cold", ours, site.name, found)
            yield f"{case.says:34}{cpu:8.3f}{wall:8.3f}"


def _ratios(
    case: Case, beside: str, ours: str, theirs: str, found: Found
) -> tuple[float, float]:
    """Our CPU and wall time in *case*, of theirs in the case *beside* it."""
    weight = found.pages[theirs] / found.pages[ours] if case.a_page else 1.0
    both = found.runs[case.name, ours], found.runs[beside, theirs]
    pairs = list(zip(*both, strict=True))
    cpu = weight * statistics.median(one.cpu / other.cpu for one, other in pairs)
    wall = weight * statistics.median(one.wall / other.wall for one, other in pairs)
    return cpu, wall


def _judged(at_most: float, *values: float) -> str:
    if not at_most:
        return ""
    verdict = "holds" if max(values) <= at_most else "misses"
    return f"{at_most:>9g}  {verdict}"
