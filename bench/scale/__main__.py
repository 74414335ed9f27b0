"""`python bench/scale`: what it takes to extract from a large folder of articles.

    python bench/scale --count 1000 3000 10000
    python bench/scale --count 3000 --from articles.jsonl
    python bench/scale --count 1000 --workers serial processes dask

See README.md in this folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

from articles import Article, articles, articles_from, one_more

from generator import extraction
from generator.config import Project
from generator.settings import SETTINGS_FILE
from generator.work import Workers

WORKERS = {
    "serial": Workers(jobs=1),
    "processes": Workers(),
    "dask": Workers(scheduler="local"),
}
HEIDELTIME = 4_900
"""Characters a CPU second of HeidelTime 2.2.1 with TreeTagger in one JVM, its start
included, on newswire of 2,600 characters an article: the figure to compare with where
there is no `--peer`."""


def main() -> None:
    options = _options()
    print(f"{'':16}  articles    words  characters")
    for count in options.count:
        with tempfile.TemporaryDirectory() as folder:
            project = Project(Path(folder))
            chosen = list(islice(_articles(options), count))
            words, characters = lay_out(project, chosen)
            print(f"{'':16}  {len(chosen):8} {words:8} {characters:11}", flush=True)
            if options.workers:
                compare(project, options.workers, words)
                continue
            peer = heideltime(options.peer, chosen) if options.peer else HEIDELTIME
            runs(project, options.jobs, words, characters, peer)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, nargs="+", default=[1000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="path", type=Path, nargs="+", help="JSON lines")
    parser.add_argument("--jobs", default="", help="processes (default: as extract)")
    parser.add_argument("--peer", help="command that tags the text files of a folder")
    parser.add_argument("--workers", choices=WORKERS, nargs="+", help="compare these")
    return parser.parse_args()


def _articles(options: argparse.Namespace) -> Any:
    if options.path:
        return articles_from(options.path, options.seed)
    return articles(max(options.count), options.seed)


def lay_out(project: Project, chosen: list[Article]) -> tuple[int, int]:
    """Writes *chosen* as seeds; the number of their words and of their characters."""
    project.seeds.mkdir()
    project.content.mkdir()
    (project.root / SETTINGS_FILE).write_text('[extract]\nnames = "patterns"\n')
    for name, text in chosen:
        (project.seeds / f"{name}.txt").write_text(text, "utf-8")
    texts = [text for _, text in chosen]
    return sum(len(text.split()) for text in texts), sum(map(len, texts))


def runs(project: Project, jobs: str, words: int, characters: int, peer: float) -> None:
    """Everything read; nothing changed; one article more."""
    first = told("all new", one_run(project, jobs))
    for unit, many in (("words", words), ("characters", characters)):
        print(
            f"{'':16}  {many / first['wall']:8.0f} {unit}/s on the clock, "
            f"{many / first['cpu']:.0f} a CPU second"
        )
    print(
        f"{'':16}  beside HeidelTime ({peer:.0f} characters a CPU second): "
        f"{characters / first['wall'] / peer:.0f} times on the clock, "
        f"{characters / first['cpu'] / peer:.0f} a CPU second"
    )
    told("nothing changed", one_run(project, jobs))
    name, text = one_more()
    (project.seeds / f"{name}.txt").write_text(text, "utf-8")
    told("one more", one_run(project, jobs))


WORTH_A_LINE = 0.05
"""Seconds."""


def one_run(project: Project, jobs: str) -> dict[str, Any]:
    """What one run took, in a process of its own."""
    script = str(Path(__file__).with_name("stages.py"))
    command = [sys.executable, script, str(project.root), *filter(None, [jobs])]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def told(what: str, found: dict[str, Any]) -> dict[str, Any]:
    print(
        f"{what:16}  {found['wall']:8.1f} s on the clock  {found['cpu']:8.1f} s CPU  "
        f"{found['peak']:6.0f} MB at most  {found['written']} files written"
    )
    for stage, (wall, cpu) in sorted(found["stages"].items(), key=lambda s: -s[1][1]):
        if wall >= WORTH_A_LINE:
            print(f"{'':16}  {wall:8.1f} s on the clock  {cpu:8.1f} s CPU  {stage}")
    sys.stdout.flush()
    return found


def heideltime(command: str, chosen: list[Article]) -> float:
    """Characters a CPU second of *command*, given a folder with some of *chosen*."""
    some = chosen[:PEERS_SHARE]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in some:
            Path(folder, f"{name}.txt").write_text(text, "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*command.split(), folder], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return sum(len(text) for _, text in some) / seconds


PEERS_SHARE = 100
"""Articles that the peer is given: enough that its start weighs little."""


def compare(project: Project, names: list[str], words: int) -> None:
    """A line for each kind of worker; the hash of all events is the same in all."""
    for name in names:
        started = time.perf_counter()
        found = extraction.events(project, WORKERS[name]).found
        lines = [json.dumps(event) for event in found]
        seconds = time.perf_counter() - started
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
        print(
            f"{name:16}  {seconds:8.1f} s  {words / seconds:8.0f} words/s  "
            f"{len(lines)} events  {digest}",
            flush=True,
        )


if __name__ == "__main__":
    main()
