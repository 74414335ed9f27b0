"""The command `dateline extract`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from generator.cli.arguments import add_project, positive, processes
from generator.cli.speaking import (
    FINE,
    code,
    count,
    print_json_lines,
    print_lines,
    say,
    shown,
    stop,
    talk,
    talk_problems,
)
from generator.cli.watching import LOADING, add_watching, watching
from generator.config import Project, read_project
from generator.model.progress import Progress
from generator.problems import Problem, has_errors

if TYPE_CHECKING:
    from generator.extraction import ExtractReport, Listing
    from generator.work import Workers

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
        type=processes,
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
    add_watching(parser)


def extract(options: argparse.Namespace) -> int:
    with watching(options) as progress:
        say = _extracted(options, progress)
    return say()


def _extracted(options: argparse.Namespace, progress: Progress) -> Callable[[], int]:
    """Does what *options* ask for; what it gives says so, and gives the exit code."""
    progress.stage(LOADING)
    from generator import extraction, pipeline

    project, problems = read_project(options.project)
    if has_errors(problems):
        return partial(stop, [*problems, *pipeline.check(project, progress)])
    if options.top is not None:
        project = replace(project, extract=replace(project.extract, top=options.top))
    if options.mentions or options.events:
        listed = extraction.mentions if options.mentions else extraction.events
        listing = listed(project, _workers(options), progress)
        return partial(_say_listing, options, problems, listing)
    report = extraction.extract(
        project,
        plan=options.plan,
        accept_deletions=options.accept_deletions,
        workers=_workers(options),
        progress=progress,
    )
    return partial(_say_report, options, project, problems, report)


def _say_listing(
    options: argparse.Namespace, problems: list[Problem], listing: Listing
) -> int:
    talk_problems([*problems, *listing.problems])
    print_json_lines(islice(listing.found, options.top if options.events else None))
    return code(listing.problems)


def _say_report(
    options: argparse.Namespace,
    project: Project,
    problems: list[Problem],
    report: ExtractReport,
) -> int:
    talk_problems([*problems, *report.problems])
    if report.left_out and not options.quiet:
        talk(
            f"{count(report.left_out, 'event')} below the top {project.extract.top} "
            "got no file; see them all with --events, write more with a larger --top"
        )
    if not options.quiet:
        print_lines(report.changes)
    if options.plan:
        return PENDING if report.pending else FINE
    if not options.quiet:
        say(
            f"wrote {count(len(report.written), 'file')} (names found by "
            f"{report.names})"
            if report.written
            else f"{shown(project.content)} is up to date"
        )
    return code(report.problems)


def _workers(options: argparse.Namespace) -> Workers:
    from generator.work import Workers

    return Workers(options.jobs, options.scheduler)
