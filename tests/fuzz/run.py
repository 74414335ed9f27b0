"""Looks for bytes that break a promise, with atheris, for as long as it is told to.

    pip install atheris
    PYTHONPATH=.:tests/fuzz python tests/fuzz/run.py header -max_total_time=600

The arguments after the target's name are libFuzzer's. What is found is written to the
current folder; put it into tests/fuzz/seeds/ once it is mended.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from targets import TARGETS

SEEDS = Path(__file__).with_name("seeds")
SECONDS = 1
LONGEST = 4096


def main() -> None:
    name, *options = sys.argv[1:]
    known = [str(SEEDS / name)] if (SEEDS / name).is_dir() else []
    limits = [f"-timeout={SECONDS}", f"-max_len={LONGEST}"]
    atheris.Setup([name, *limits, *options, *known], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
