"""`python bench/reader`: how a site of made-up events serves its reader, in a browser.

    python bench/reader --data DATA --tool TOOL --events 10000
    python bench/reader --data DATA --tool TOOL --events 100 --pages start,year \\
        --only load,axe
    python bench/reader --data DATA --tool TOOL --events 10000 --site BUILT --only html

DATA holds events-N.json, TOOL the yardstick: measure.mjs with what it needs. The
project is made and built in a folder of its own unless --site names a built one. A
blank page with one event is measured in the same run, since milliseconds mean nothing
alone.
Exits 1 when a figure misses its limit.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kinds import pages
from project import Event, make_project
from table import FLOOR, missed, table

REPOSITORY = Path(__file__).parents[2]
OF_FOLDER = {"html", "links", "static"}
"""The steps that read all files, whatever page they are asked for."""
OF_PAGE = (
    *("load", "scroll", "zoom", "search", "axe", "keyboard"),
    *("nojs", "print", "extras", "lighthouse"),
)
BLANK = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>One event</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<main><h1>The bridge opens, no. 1</h1><p>Entry 1: The bridge opened.</p></main></html>
"""


def main() -> int:
    given = _arguments()
    events = json.loads((given.data / f"events-{given.events}.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        site = given.site or built(scratch, events)
        found = pages(site, events)
        wanted = given.pages.split(",") if given.pages else list(found)
        for kind in sorted(set(wanted) - set(found)):
            print(f"{given.events} events: there is no page “{kind}”", file=sys.stderr)
        chosen = {kind: found[kind] for kind in wanted if kind in found}
        steps = given.only.split(",") if given.only else [*OF_PAGE, *sorted(OF_FOLDER)]
        report = measured(given.tool, scratch, site, chosen, steps, given.runs)
    if given.out:
        given.out.write_text(json.dumps(report, indent=1), "utf-8")
    print(f"{given.events} events\n", *table(report), sep="\n")
    lines = missed(report)
    print("", *(lines or ["Every figure keeps to its limit."]), sep="\n")
    return 1 if lines else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="has events-N.json")
    parser.add_argument("--tool", type=Path, required=True, help="has measure.mjs")
    parser.add_argument("--events", type=int, default=1000, help="which file of DATA")
    parser.add_argument("--site", type=Path, help="measure this folder, built before")
    parser.add_argument("--pages", help="kinds of pages, such as start,year; else all")
    parser.add_argument("--only", help="steps, such as load,axe; else all")
    parser.add_argument("--runs", type=int, default=3, help="loads of each page")
    parser.add_argument("--out", type=Path, help="write the whole report here")
    return parser.parse_args()


def built(scratch: Path, events: Sequence[Event]) -> Path:
    """The site of a project of *events*, as dateline makes it."""
    project, site = scratch / "project", scratch / "site"
    make_project(project, events)
    command = [sys.executable, "-m", "generator", "build"]
    place = ["--project", str(project), "--out", str(site)]
    subprocess.run([*command, *place], cwd=REPOSITORY, check=True)
    return site


def measured(
    tool: Path,
    scratch: Path,
    site: Path,
    chosen: Mapping[str, str],
    steps: Sequence[str],
    runs: int,
) -> dict[str, Any]:
    """The yardstick's results for each page, the blank one first, and for the site."""
    blank = scratch / "blank"
    blank.mkdir()
    (blank / "index.html").write_text(BLANK, "utf-8")
    targets = [{"label": FLOOR, "target": str(blank), "page": ""}]
    targets += [
        {"label": kind, "target": str(site), "page": page}
        for kind, page in chosen.items()
    ]
    report: dict[str, Any] = {}
    of_page = [step for step in steps if step not in OF_FOLDER]
    if of_page:
        for label, results in _asked(tool, scratch, targets, of_page, runs):
            report[label] = results
    if of_folder := [step for step in steps if step in OF_FOLDER]:
        whole = [{"label": "whole site", "target": str(site), "page": ""}]
        report.update(_asked(tool, scratch, whole, of_folder, 1))
    return report


def _asked(
    tool: Path, scratch: Path, targets: object, steps: Sequence[str], runs: int
) -> Iterator[tuple[str, Any]]:
    asked, answer = scratch / "targets.json", scratch / "report.json"
    asked.write_text(json.dumps(targets), "utf-8")
    command = ["node", str(tool.resolve() / "measure.mjs"), "--targets", str(asked)]
    options = ["--only", ",".join(steps), "--runs", str(runs), "--out", str(answer)]
    subprocess.run([*command, *options], cwd=tool, check=True)
    for target in json.loads(answer.read_text("utf-8"))["targets"]:
        yield target["label"], target["results"]


if __name__ == "__main__":
    sys.exit(main())
