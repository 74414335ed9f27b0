"""The commands for a whole project: `dateline build`, `check`, `serve` and `init`."""

from __future__ import annotations

import argparse
import gc
import shlex
import sys
from dataclasses import replace
from pathlib import Path

from generator import problem_formats
from generator.built import BuildReport, LastBuild
from generator.cli.arguments import add_project, day, editor_address, port, processes
from generator.cli.speaking import (
    FINE,
    code,
    count,
    print_lines,
    say,
    shown,
    stop,
    talk,
    talk_problems,
)
from generator.cli.watching import LOADING, add_watching, watching
from generator.config import read_project
from generator.model.progress import Progress
from generator.problems import Problem, Severity, has_errors


def build_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where to (default: site/)"
    )
    parser.add_argument(
        "--as-of",
        type=day,
        metavar="DATE",
        help="leave out what was published after this day (2024-06-19)",
    )
    parser.add_argument(
        "--jobs",
        type=processes,
        metavar="N",
        help="make pages in N processes (default: as many as there are processors)",
    )
    add_watching(parser)


def build(options: argparse.Namespace) -> int:
    with watching(options) as progress:
        report, problems = _build(options, progress)
    if report.out is None:
        return stop([*problems, *report.problems])
    talk_problems(p for p in report.problems if p.severity is not Severity.NOTE)
    if not options.quiet:
        notes = [p for p in report.problems if p.severity is Severity.NOTE]
        if notes:
            talk(f"{problem_formats.tally(notes)}; dateline check shows them")
        say(_built(report))
    return FINE


_LEFT: list[object] = []
"""What a build made, and of what."""


def left_to_the_system() -> bool:
    """True when the process holds what a build made. Python would let go of it piece by
    piece, which takes a tenth of the time of a build; the system, all at once."""
    return bool(_LEFT)


def _build(
    options: argparse.Namespace, progress: Progress
) -> tuple[BuildReport, list[Problem]]:
    """What was built, and the problems of the settings."""
    progress.stage("looking for changes")
    project, problems = read_project(options.project)
    out = options.out or project.output
    last = LastBuild(project, out, str(options.as_of))
    report = last.report()
    if report is not None:
        return report, problems
    progress.stage(LOADING)
    from generator import pipeline

    if has_errors(problems):
        return BuildReport(None, 0, 0, 0, pipeline.check(project, progress)), problems
    until, jobs = options.as_of, options.jobs
    # Nearly all that a build makes lives to its end: to look through it for what can
    # be freed took a tenth of the time.
    gc.disable()
    try:
        built = pipeline.build(
            project, out, until=until, jobs=jobs, last=last, progress=progress
        )
    finally:
        gc.enable()
    _LEFT[:] = built.made_of
    return replace(built, made_of=()), problems


def _built(report: BuildReport) -> str:
    """What a successful build wrote, in one line."""
    others = [f"{report.unchanged} unchanged"]
    if report.removed:
        others.append(f"{report.removed} removed")
    wrote = f"wrote {count(report.written, 'file')}"
    return f"{wrote} to {shown(report.out or Path())} ({', '.join(others)})"


def check_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--format",
        choices=problem_formats.FORMATS,
        default="text",
        help="text for people, json for programs, github for annotations there",
    )
    parser.add_argument(
        "--links",
        action="store_true",
        help="also look at the links to other sites: what has moved, is dead, or no "
        "longer says what is cited from it",
    )
    add_watching(parser)


def check(options: argparse.Namespace) -> int:
    with watching(options) as progress:
        progress.stage(LOADING)
        from generator import pipeline

        project, problems = read_project(options.project)
        problems = [*problems, *pipeline.check(project, progress)]
        asked = ""
        if options.links:
            from generator.outside import check_outside

            report = check_outside(project, progress=progress)
            problems += report.problems
            asked = f"; asked for {count(report.asked, 'outside link')}"
    sys.stdout.write(problem_formats.render(problems, options.format))
    if options.format == "text" and not options.quiet:
        print_lines([(problem_formats.tally(problems) or "no problems") + asked])
    return code(problems)


def serve_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--port", type=port, default=8000, metavar="N", help="default: 8000"
    )
    parser.add_argument(
        "--poll",
        action="store_true",
        help="look for saves every moment: for shared and network folders",
    )
    parser.add_argument(
        "--editor-url",
        type=editor_address,
        metavar="URL",
        help="what opens a file from the page of what waits for review (default: "
        "vscode://file/{path}:{line}:{column})",
    )


def serve(options: argparse.Namespace) -> int:
    from generator import serve

    read_project(options.project)  # says at once when this is no project
    serve.serve(
        options.project,
        port=options.port,
        polling=options.poll,
        tell=talk,
        **({"opens": options.editor_url} if options.editor_url else {}),
    )
    return FINE


def init_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="new or empty")


def init(options: argparse.Namespace) -> int:
    from generator import scaffold

    written = scaffold.lay_out(options.folder)
    folder = shlex.quote(str(options.folder))
    print_lines(
        [
            f"wrote {len(written)} files to {options.folder}",
            f"next: cd {folder} && dateline extract && dateline serve",
        ]
    )
    return FINE
