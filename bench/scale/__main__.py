"""`python bench/scale`: how long a large folder takes, for each kind of worker.

    python bench/scale --count 1000
    python bench/scale --count 100000 --workers processes

Prints a line for each: articles, words, seconds on the clock, and a hash of all events,
which must be the same in every line. With `--extract` three runs: the first, one that
knows the cards that the first wrote, and one with nothing to do.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import tempfile
import time
from pathlib import Path

from articles import articles

from generator import extraction
from generator.config import Project
from generator.work import Workers

WORKERS = {
    "serial": Workers(jobs=1),
    "processes": Workers(),
    "dask": Workers(scheduler="local"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", choices=WORKERS, action="append")
    parser.add_argument("--extract", action="store_true", help="write content, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        words = lay_out(project, options.count, options.seed)
        print(f"{options.count} articles, {words} words", flush=True)
        for name in options.workers or WORKERS:
            started = time.perf_counter()
            found = extraction.events(project, WORKERS[name]).found
            lines = [json.dumps(event) for event in found]
            seconds = time.perf_counter() - started
            digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{name:10} {seconds:8.1f} s  {words / seconds:8.0f} words/s  "
                f"{memory:6.0f} MB  {len(lines)} events  {digest}",
                flush=True,
            )
        for again in ("first", "cards known", "unchanged") if options.extract else ():
            started = time.perf_counter()
            extraction.extract(project, workers=Workers())
            print(f"extract, {again}: {time.perf_counter() - started:.1f} s")


def lay_out(project: Project, count: int, seed: int) -> int:
    """Writes *count* articles as seeds; the number of their words."""
    project.seeds.mkdir()
    project.content.mkdir()
    words = 0
    for name, text in articles(count, seed):
        (project.seeds / f"{name}.txt").write_text(text, "utf-8")
        words += len(text.split())
    return words


if __name__ == "__main__":
    main()
