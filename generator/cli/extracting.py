"""The command `dateline extract`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.cli.arguments import add_project, positive
from generator.cli.speaking import (
    FINE,
    code,
    count,
    print_json_lines,
    print_lines,
    shown,
    stop,
    talk,
    talk_problems,
)
from generator.config import read_project
from generator.problems import has_errors

if TYPE_CHECKING:
    from generator.work import Tell, Workers

PENDING = 2
"""`extract --plan` alone gives 2 this meaning: something would be written."""


def extract_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--plan",
        action="store_true",
        help="write nothing; list what would change, and exit 2 if anything would",
    )
    what.add_argument(
        "--mentions",
        action="store_true",
        help="write nothing; print every mention of an event as JSON lines",
    )
    what.add_argument(
        "--events",
        action="store_true",
        help="write nothing; print every event, best first, as JSON lines",
    )
    parser.add_argument(
        "--top",
        type=positive,
        metavar="N",
        help="write new files for the N most salient events only; with --events, print "
        "no more than these",
    )
    parser.add_argument(
        "--accept-deletions",
        action="store_true",
        help="believe that many files were deleted at once on purpose",
    )
    parser.add_argument(
        "--jobs",
        type=positive,
        metavar="N",
        help="read in N processes (default: one for each core in a large folder, "
        "otherwise one); the result is the same for every N",
    )
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="read on a Dask cluster, such as tcp://10.0.0.1:8786, or on one that is "
        "started here: local",
    )


def extract(options: argparse.Namespace) -> int:
    from generator import extraction, pipeline

    project, problems = read_project(options.project)
    if has_errors(problems):
        return stop([*problems, *pipeline.check(project)])
    if options.top is not None:
        project = replace(project, extract=replace(project.extract, top=options.top))
    if options.mentions or options.events:
        listed = extraction.mentions if options.mentions else extraction.events
        listing = listed(project, _workers(options), _progress())
        talk_problems([*problems, *listing.problems])
        most = options.top if options.events else None
        print_json_lines(islice(listing.found, most))
        return code(listing.problems)
    report = extraction.extract(
        project,
        plan=options.plan,
        accept_deletions=options.accept_deletions,
        workers=_workers(options),
        tell=_progress(),
    )
    talk_problems([*problems, *report.problems])
    if report.left_out:
        talk(
            f"{count(report.left_out, 'event')} below the top {project.extract.top} "
            "got no file; see them all with --events, write more with a larger --top"
        )
    if options.plan:
        print_lines(report.changes)
        return PENDING if report.pending else FINE
    print_lines(report.changes)
    print(
        f"wrote {count(len(report.written), 'file')} (names found by {report.names})"
        if report.written
        else f"{shown(project.content)} is up to date"
    )
    return code(report.problems)


def _workers(options: argparse.Namespace) -> Workers:
    from generator.work import Workers

    return Workers(options.jobs, options.scheduler)


def _progress() -> Tell | None:
    """Says how much is read, in a terminal; nothing where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, of: int) -> None:
        if of >= LARGE and (done % 20 == 0 or done == of):
            end = "\r\033[K" if done == of else ""
            sys.stderr.write(f"\rreading: {done} of {of} documents{end}")
            sys.stderr.flush()

    return tell


LARGE = 100
"""Documents that take long enough to say how many are read."""
