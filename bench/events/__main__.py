"""Scores events against gold: merging, dates, titles, and timelines."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.events import dating, merging, scorer, timelines, titles
from bench.events.corpus import HALVES

PARTS = ("ecbplus", "meantime", "titles", "entities")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.events", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of corpora")
    parser.add_argument("--scorer", type=Path, required=True, help="module of metrics")
    parser.add_argument("--half", choices=HALVES, default="all")
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--topics", type=int, help="of ENTITIES, how many people")
    parser.add_argument("--pairs", type=Path, help="write wrongly judged pairs there")
    parser.add_argument("--show", action="store_true", help="print each title")
    arguments = parser.parse_args()
    metrics = scorer.load(arguments.scorer)
    data, half = arguments.data, arguments.half
    runs = {
        "ecbplus": lambda: merging.run(
            data / "ecbplus", half, metrics, arguments.pairs
        ),
        "meantime": lambda: dating.run(data / "meantime", half, metrics),
        "titles": lambda: titles.run(data / "meantime", half, metrics, arguments.show),
        "entities": lambda: timelines.run(
            data / "entities", half, metrics, arguments.topics
        ),
    }
    for part, run in runs.items():
        if arguments.only in (None, part):
            for line in run():
                print(line, flush=True)
            print()


if __name__ == "__main__":
    main()
