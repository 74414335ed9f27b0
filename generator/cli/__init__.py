"""The command `dateline`: the only part that prints, reads arguments and exits.

Results go to standard output, talk to standard error. 0 is fine, 1 problems were
found, 2 wrong usage, 130 interrupted (`signals`); `extract --plan` alone gives 2
another meaning.
A command imports what it needs when it runs: help and `timex` would otherwise wait for
templates and servers.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import __version__
from generator.cli.arguments import Parser, add_project
from generator.cli.commands import COMMANDS
from generator.cli.speaking import (
    FINE,
    PROBLEMS,
    silence_stdout,
    speak_utf8,
    talk,
)
from generator.config import find_project
from generator.problems import DatelineError, FileAccessError
from generator.signals import code_of

__all__ = ["COMMANDS", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of one command line."""
    speak_utf8()
    options = _parser().parse_args(arguments)
    options.project = find_project(options.project)
    try:
        done: int = options.run(options)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        return _interrupted(error) or _failed(error)
    return done


def _failed(error: BaseException) -> int:
    """The exit code where *error* ended the command, which is told."""
    if isinstance(error, BrokenPipeError):
        silence_stdout()
        return FINE
    if isinstance(error, DatelineError):
        talk(f"dateline: {error}")
    elif isinstance(error, OSError):
        talk(f"dateline: {_refused(error)}")
    else:  # a bug of ours: people get a sentence, no traceback
        if os.environ.get("DATELINE_DEBUG"):
            import traceback

            traceback.print_exc()
        else:
            talk(_BUG.format(what=f"{type(error).__name__}: {error}"))
    return PROBLEMS


def _interrupted(error: BaseException) -> int:
    """The exit code where a signal led to *error*, which is told; 0 elsewhere."""
    code = code_of(error)
    if code:
        talk("dateline: interrupted")
    return code


def _refused(error: OSError) -> str:
    """What the system would not do, which nobody further in knew a sentence for."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = trace.tb_frame.f_code.co_filename if trace else ""
    if Path(place).parent == Path(__file__).parent:
        # Only this package prints, and it does nothing else with files.
        silence_stdout()
        return f"what it says cannot be written: {error.strerror}"
    return str(FileAccessError(error.filename or "a file of the project", error))


_BUG = (
    "dateline: this should not have happened ({what}). It is a fault in dateline, not "
    "in your files. Please report it with what DATELINE_DEBUG=1 in front of the same "
    "command prints."
)


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
