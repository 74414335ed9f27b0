"""The commands for other programs' timelines: `dateline import` and `dateline export`.

Part of the command line; what they do is in `generator.importing` and
`generator.exporting`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli.arguments import add_project
from generator.cli.speaking import FINE, count, stop, talk, talk_problems
from generator.config import read_project
from generator.problems import has_errors

NAMES = ("timelinejs", "timelinejs-csv", "markwhen", "timemap", "simile", "csv")


def import_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="the timeline's file")
    parser.add_argument(
        "--format", choices=NAMES, help="its format (default: what the file looks like)"
    )


def import_(options: argparse.Namespace) -> int:
    from generator import importing

    project, _ = read_project(options.project)
    report = importing.import_file(project, options.file, options.format)
    if has_errors(report.problems):
        return stop(report.problems)
    for path in report.written:
        print(project.root / path)
    talk_problems(report.problems)
    left = "is left as it is" if report.kept == 1 else "are left as they are"
    known = f"; {count(report.kept, 'row')} {left}" if report.kept else ""
    talk(f"{count(report.events, 'event')} proposed{known}")
    return FINE


def export_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="where to write it (default: to standard output)",
    )
    parser.add_argument(
        "--format",
        choices=NAMES,
        help="its format (default: by the file's ending, timelinejs for .json)",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="write over a file that is no export of this timeline",
    )


def export(options: argparse.Namespace) -> int:
    from generator import exporting
    from generator.exchange import format_of

    project, _ = read_project(options.project)
    path: Path | None = options.file
    form = options.format or format_of(path.name if path else "standard output")
    report = exporting.export(project, form)
    if report.data is None:
        return stop(report.problems)
    if path is None:
        sys.stdout.buffer.write(report.data)
        sys.stdout.buffer.flush()
    else:
        exporting.save(project, path, report.data, force=options.force)
    talk_problems(report.problems)
    where = f" in {path}" if path else ""
    talk(f"{count(report.events, 'event')} of the timeline{where}, as {form}")
    return FINE
