"""The command `dateline`, and `python -m generator`, which is the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from generator import signals


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command line; Ctrl-C is heard while modules load, too."""
    try:
        signals.listen()
        from generator.cli import main

        code = main(arguments)
        signals.be_deaf()
    except KeyboardInterrupt as error:
        signals.be_deaf()
        sys.stderr.write("dateline: interrupted\n")
        code = signals.code_of(error)
    return code


def command() -> NoReturn:
    """Ends the process with the exit code of the command line."""
    code = run()
    from generator.cli.building import left_to_the_system  # loaded by now, as a rule

    if left_to_the_system():
        os._exit(code)  # all that was to be written is
    sys.exit(code)


if __name__ == "__main__":
    command()
