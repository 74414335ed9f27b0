"""The command `dateline timex`."""

from __future__ import annotations

import argparse
import sys

from generator.cli.arguments import processes
from generator.cli.speaking import FINE, PROBLEMS, talk


def timex_arguments(parser: argparse.ArgumentParser) -> None:
    """It reads standard input and needs no project."""
    parser.add_argument(
        "--jobs",
        type=processes,
        default=1,
        metavar="N",
        help="work in N processes; answers keep their order (default: 1)",
    )


def timex(options: argparse.Namespace) -> int:
    from generator.timex_lines import answered

    if sys.stdin is None:
        talk("dateline: standard input is closed, so there is nothing to read.")
        return PROBLEMS
    faults = 0
    for number, said in answered(sys.stdin.buffer, options.jobs):
        if isinstance(said, str):
            print(said, flush=True)
        else:
            talk(f"standard input, line {number}, {said}")
            faults += 1
    return PROBLEMS if faults else FINE
