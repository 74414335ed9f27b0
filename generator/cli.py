"""The command `dateline`: the only module that prints, reads arguments and exits.

Results go to standard output, talk to standard error. 0 is fine, 1 problems were
found, 2 wrong usage, 130 interrupted; `extract --plan` alone gives 2 another meaning.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import __version__, desk_commands, problem_formats
from generator.arguments import (
    Parser,
    add_project,
    day,
    editor_address,
    port,
    positive,
)
from generator.config import find_project, read_project
from generator.problems import DatelineError, Problem, Severity, has_errors

if TYPE_CHECKING:
    from generator.pipeline import BuildReport
    from generator.work import Tell, Workers

# A command imports what it needs when it runs: help and `timex` would otherwise wait
# for templates and servers.

FINE, PROBLEMS, INTERRUPTED = 0, 1, 130
PENDING = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command line."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    options.project = find_project(options.project)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except DatelineError as error:
        _talk(f"dateline: {error}")
        return PROBLEMS
    except KeyboardInterrupt:
        _talk("dateline: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return FINE
    except OSError as error:  # those of files have a sentence of their own already
        _silence_stdout()
        _talk(f"dateline: what it says cannot be written: {error.strerror}")
        return PROBLEMS
    except Exception as error:  # a bug of ours: people get a sentence, no traceback
        if os.environ.get("DATELINE_DEBUG"):
            traceback.print_exc()
        else:
            _talk(_BUG.format(what=f"{type(error).__name__}: {error}"))
        return PROBLEMS
    return code


_BUG = (
    "dateline: this should not have happened ({what}). It is a fault in dateline, not "
    "in your files. Please report it with what DATELINE_DEBUG=1 in front of the same "
    "command prints."
)


# --- the commands -----------------------------------------------------------------


def _extract_arguments(parser: argparse.ArgumentParser) -> None:
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
        help="write new files for the N most salient events only",
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


def _extract(options: argparse.Namespace) -> int:
    from generator import pipeline

    project, problems = read_project(options.project)
    if has_errors(problems):
        return _stop([*problems, *pipeline.check(project)])
    if options.top is not None:
        project = replace(project, extract=replace(project.extract, top=options.top))
    if options.mentions or options.events:
        listed = pipeline.mentions if options.mentions else pipeline.events
        listing = listed(project, _workers(options), _progress())
        _talk_problems([*problems, *listing.problems])
        _print_json_lines(listing.found)
        return _code(listing.problems)
    report = pipeline.extract(
        project,
        plan=options.plan,
        accept_deletions=options.accept_deletions,
        workers=_workers(options),
        tell=_progress(),
    )
    _talk_problems([*problems, *report.problems])
    if report.left_out:
        _talk(
            f"{_count(report.left_out, 'event')} below the top {project.extract.top} "
            "got no file; see them all with --events, write more with a larger --top"
        )
    if options.plan:
        _print_lines(report.changes)
        return PENDING if report.pending else FINE
    _print_lines(report.changes)
    print(
        f"wrote {_count(len(report.written), 'file')} (names found by {report.names})"
        if report.written
        else f"{_shown(project.content)} is up to date"
    )
    return _code(report.problems)


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


def _build_arguments(parser: argparse.ArgumentParser) -> None:
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
        type=positive,
        metavar="N",
        help="use no more than N processors; a build needs one, so every N will do",
    )


def _build(options: argparse.Namespace) -> int:
    from generator import pipeline

    project, problems = read_project(options.project)
    if has_errors(problems):
        return _stop([*problems, *pipeline.check(project)])
    report = pipeline.build(project, options.out, until=options.as_of)
    if report.out is None:
        return _stop([*problems, *report.problems])
    _talk_problems(p for p in report.problems if p.severity is not Severity.NOTE)
    notes = [p for p in report.problems if p.severity is Severity.NOTE]
    if notes:
        _talk(f"{problem_formats.tally(notes)}; dateline check shows them")
    print(_built(report))
    return FINE


def _built(report: BuildReport) -> str:
    """What a successful build wrote, in one line."""
    others = [f"{report.unchanged} unchanged"]
    if report.removed:
        others.append(f"{report.removed} removed")
    wrote = f"wrote {_count(report.written, 'file')}"
    return f"{wrote} to {_shown(report.out or Path())} ({', '.join(others)})"


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    add_project(parser)
    parser.add_argument(
        "--format",
        choices=problem_formats.FORMATS,
        default="text",
        help="text for people, json for programs, github for annotations there",
    )


def _check(options: argparse.Namespace) -> int:
    from generator import pipeline

    project, problems = read_project(options.project)
    problems = [*problems, *pipeline.check(project)]
    sys.stdout.write(problem_formats.render(problems, options.format))
    if options.format == "text":
        _print_lines([problem_formats.tally(problems) or "no problems"])
    return _code(problems)


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
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


def _serve(options: argparse.Namespace) -> int:
    from generator import serve

    read_project(options.project)  # says at once when this is no project
    serve.serve(
        options.project,
        port=options.port,
        polling=options.poll,
        tell=_talk,
        **({"opens": options.editor_url} if options.editor_url else {}),
    )
    return FINE


def _init_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="new or empty")


def _init(options: argparse.Namespace) -> int:
    from generator import scaffold

    written = scaffold.lay_out(options.folder)
    _print_lines(
        [
            f"wrote {len(written)} files to {options.folder}",
            f"next: cd {options.folder} && dateline extract && dateline serve",
        ]
    )
    return FINE


def _timex_arguments(parser: argparse.ArgumentParser) -> None:
    """It reads standard input and needs no project."""
    parser.add_argument(
        "--jobs",
        type=int,
        default=1,
        metavar="N",
        help="work in N processes; answers keep their order (default: 1)",
    )


def _timex(options: argparse.Namespace) -> int:
    from generator.timex_lines import answered

    faults = 0
    for number, said in answered(sys.stdin.buffer, options.jobs):
        if isinstance(said, str):
            print(said, flush=True)
        else:
            _talk(f"standard input, line {number}: {said}")
            faults += 1
    return PROBLEMS if faults else FINE


@dataclass(frozen=True, slots=True)
class Command:
    """A verb, what it takes, what it does, and how its help begins."""

    name: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    example: str
    says: str
    details: str = ""


COMMANDS = (
    Command(
        "extract",
        _extract_arguments,
        _extract,
        "dateline extract",
        "read seeds/ and propose events in content/",
        "What a person wrote is never changed. Running it again changes nothing.",
    ),
    Command(
        "build",
        _build_arguments,
        _build,
        "dateline build --out /tmp/preview",
        "prove every quotation and write the site",
    ),
    Command(
        "serve",
        _serve_arguments,
        _serve,
        "dateline serve",
        "preview the site; rebuild it and reload the page on every save",
        "Only this computer can see the preview. Ctrl-C ends it.",
    ),
    Command(
        "check",
        _check_arguments,
        _check,
        "dateline check",
        "say everything that is wrong in the project, and change nothing",
    ),
    Command(
        "review",
        desk_commands.review_arguments,
        desk_commands.review,
        "dateline review",
        "walk through what waits for a person, and write each answer at once",
        "It can be left at any time; what is not answered waits in the files.",
    ),
    Command(
        "new",
        desk_commands.new_arguments,
        desk_commands.new,
        'dateline new event "The bridge opens" --date 2019-03',
        "write a new file to fill in: an event, a source's card, an entity",
        "It prints the path of the file. Every key is in it, explained.",
    ),
    Command(
        "cite",
        desk_commands.cite_arguments,
        desk_commands.cite,
        'dateline cite post-2019-04-02 "opened to traffic"',
        "find a passage and print the citation of it, ready to paste",
        "Marks, spaces and capitals need not be right; what is printed is the source's "
        "own text, with as much around it as it takes to stand only once.",
    ),
    Command(
        "init",
        _init_arguments,
        _init,
        "dateline init my-timeline",
        "lay out a new project, with a sample article to try it on",
    ),
    Command(
        "timex",
        _timex_arguments,
        _timex,
        """echo '{"doc_id": "a", "text": "It opened in June 2019.", "dct": null}' \\
    | dateline timex""",
        "read JSON lines of texts, write JSON lines of their time expressions",
        'in:  {"doc_id": …, "text": "…", "dct": "YYYY-MM-DD" or null}\n'
        'out: {"doc_id": …, "timexes": [{"start", "end", "text", "type", "value", '
        '"mod", "edtf"}]}\n'
        "Offsets count code points from 0. It needs no project.",
    ),
)


# --- what they print ---------------------------------------------------------------


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        if line:
            print(line)


def _print_json_lines(objects: Iterator[dict[str, Any]]) -> None:
    for value in objects:
        print(json.dumps(value, ensure_ascii=False))


def _talk(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _talk_problems(problems: Iterable[Problem]) -> None:
    text = problem_formats.render(problems, "text")
    if text:
        _talk(text.removesuffix("\n"))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _shown(folder: Path) -> str:
    """*folder* as one would type it from here."""
    shown = os.path.relpath(folder)
    return f"{folder if shown.startswith('..') else shown}/"


def _stop(problems: Sequence[Problem]) -> int:
    _talk_problems(problems)
    _talk(f"{problem_formats.tally(problems)}; nothing was written")
    return PROBLEMS


def _code(problems: Iterable[Problem]) -> int:
    return PROBLEMS if has_errors(problems) else FINE


def _speak_utf8() -> None:
    """Whatever the locale. What UTF-8 cannot say is written as JSON escapes it.

    A stream that was closed before we began is one that nobody reads.
    """
    if sys.stdout is None:
        sys.stdout = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence_stdout() -> None:
    """Nobody reads any more (`| head`): what is still buffered goes nowhere."""
    with contextlib.suppress(OSError, ValueError):  # no file behind it, as in a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# --- the arguments -----------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="dateline",
        usage="dateline COMMAND [OPTIONS]",
        description="A timeline website whose every statement is proven by a source.",
        allow_abbrev=False,
    )
    parser.example = "dateline init harbour && cd harbour && dateline extract"
    parser.add_argument(
        "--version", action="version", version=f"%(prog)s {__version__}"
    )
    add_project(parser, Path("."))
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", dest="command", required=True
    )
    for command in COMMANDS:
        says = f"{command.says[0].upper()}{command.says[1:]}."
        added = commands.add_parser(
            command.name,
            prog=f"dateline {command.name}",
            help=command.says,
            description="\n\n".join(filter(None, [says, command.details])),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        added.example = command.example
        added.set_defaults(run=command.run)
        command.arguments(added)
    return parser
