"""The command `dateline`, and `python -m generator`, which is the same."""

from __future__ import annotations

import sys


def run() -> int:
    """The exit code of the command line; Ctrl-C is heard while modules load, too."""
    try:
        from generator.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("dateline: interrupted\n")
        return 130


if __name__ == "__main__":
    sys.exit(run())
