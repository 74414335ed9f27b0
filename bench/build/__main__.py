"""`python bench/build`: dateline and Hugo build the same timeline, in turn, in one run.

    python bench/build --hugo hugo --events 1000 10000
    python bench/build --hugo hugo --events 10000 --rounds 5 --case cold body
    python bench/build --events 1000 --kind mixed --verify      # dateline alone
    python bench/build --growth 10000 50000 100000

What is compared, and how it is measured, is told in README.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import hugo_project
from cases import CASES, Site
from comparing import compare
from corpus import Made, made
from dateline_project import event_text, make_dateline_project
from eleventy_project import eleventy_site
from growth import grow
from hits import hit_rates
from measuring import REPOSITORY
from mixed import mixed
from pelican_project import pelican_site

KINDS: dict[str, Callable[[Made], Made]] = {
    "regular": lambda made: made,
    "mixed": mixed,
}
MANY = 1000
"""Events: with more, one round is the default."""


def main() -> None:
    given = _arguments().parse_args()
    if given.growth is not None:
        counts = given.growth or [10_000, 50_000, 100_000]
        grow(counts, lambda root, n: _dateline(root, _timeline(n, given), given))
    for events in given.events if given.growth is None else ():
        rounds = given.rounds or (3 if events <= MANY else 1)
        print(
            f"\n{events:,} events ({given.kind}), rounds: {rounds}, "
            f"processors: {os.cpu_count()}",
            flush=True,
        )
        timeline = _timeline(events, given)
        print(f"dateline: {hit_rates(map(event_text, timeline.events))}\n", flush=True)
        with tempfile.TemporaryDirectory(prefix="bench-build-") as folder:
            sites = list(_sites(Path(folder), timeline, given))
            compare(timeline, sites, given.case, rounds, verify=given.verify)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--events", type=int, nargs="*", default=[1000])
    parser.add_argument("--kind", choices=KINDS, default="regular")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--case", choices=CASES, nargs="*", default=list(CASES))
    parser.add_argument("--jobs", help="how many processes dateline may use")
    parser.add_argument(
        "--verify",
        action="store_true",
        help="compare what dateline wrote after each case with a cold build",
    )
    parser.add_argument(
        "--growth",
        type=int,
        nargs="*",
        metavar="EVENTS",
        help="what an event costs among more and more of them, and nothing else",
    )
    parser.add_argument("--hugo", default="", help="Hugo's program")
    parser.add_argument("--eleventy", default="", help="Eleventy's program")
    parser.add_argument("--pelican", default="", help="Pelican's program")
    return parser


def _timeline(events: int, given: argparse.Namespace) -> Made:
    return KINDS[given.kind](made(events))


def _sites(root: Path, timeline: Made, given: argparse.Namespace) -> Iterator[Site]:
    yield _dateline(root, timeline, given)
    if given.hugo:
        # Without related events first: the faster one is what we are compared with.
        for name, related in (("Hugo", False), ("Hugo, related", True)):
            yield _hugo(root / f"hugo-{related}", name, timeline, given.hugo, related)
    if given.eleventy:
        yield eleventy_site(root / "eleventy", timeline, given.eleventy)
    if given.pelican:
        yield pelican_site(root / "pelican", timeline, given.pelican)


def _dateline(folder: Path, timeline: Made, given: argparse.Namespace) -> Site:
    root = folder / "dateline"
    make_dateline_project(root, timeline)
    command = (sys.executable, "-m", "generator", "--project", str(root), "build")
    more = ("--jobs", given.jobs) if given.jobs else ()
    return Site(
        "dateline",
        (*command, *more),
        root,
        root / "site",
        event_text,
        (root / ".dateline" / "cache",),
    )


def _hugo(root: Path, name: str, timeline: Made, program: str, related: bool) -> Site:
    static = REPOSITORY / "static"
    hugo_project.make_hugo_project(root, timeline, static, related=related)
    command = (program, "--quiet", "--source", str(root))
    return Site(name, command, root, root / "public", hugo_project.event_text)


if __name__ == "__main__":
    main()
