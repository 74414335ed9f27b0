"""Scores the reading of dates against gold, and times it beside dateparser."""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.timex.kinds import kind_of
from bench.timex.scorer import Span, Tally, aligned, dates
from generator.timex import timexes

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.timex", description=__doc__)
    commands = parser.add_subparsers(required=True)
    score = commands.add_parser("score", help="precision, recall, values")
    score.add_argument("gold", type=Path)
    score.add_argument("--predictions", type=Path)
    score.add_argument("--without-dct", action="store_true")
    score.add_argument("--corrected", action="store_true")
    score.add_argument("--third", choices=("aside", "tuning"))
    score.set_defaults(run=run_score)
    speed = commands.add_parser("speed", help="characters a second, with dateparser")
    speed.add_argument("gold", type=Path)
    speed.set_defaults(run=run_speed)
    arguments = parser.parse_args()
    arguments.run(arguments)


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def gold_spans(row: Row, *, corrected: bool) -> list[Span]:
    """The gold expressions of a document; those inside another are left out."""
    return [
        Span(
            t["start"],
            t["end"],
            (corrected and t.get("type_corrected")) or t["type"],
            (corrected and t.get("value_corrected")) or t["value"] or "",
        )
        for t in row["timexes"]
        if not t.get("nested")
    ]


def predicted(row: Row, *, dct: bool) -> list[Span]:
    """What this program reads in a document."""
    found = timexes(row["text"], row["dct"][:10] if dct else None)
    return [Span(t.start, t.end, t.type.value, t.value) for t in found]


def run_score(arguments: argparse.Namespace) -> None:
    rows = rows_of(arguments.gold)
    if arguments.third:
        aside = arguments.third == "aside"
        rows = [row for i, row in enumerate(rows) if (i % 3 == 2) == aside]
    given: dict[str, list[Span]] = {}
    if arguments.predictions:
        for row in rows_of(arguments.predictions):
            given[row["doc_id"]] = [
                Span(t["start"], t["end"], t.get("type", "DATE"), t.get("value") or "")
                for t in row["timexes"]
            ]
    every, only_dates = Tally(), Tally()
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        gold = gold_spans(row, corrected=arguments.corrected)
        if arguments.predictions:
            found = given.get(row["doc_id"], [])
        else:
            found = predicted(row, dct=not arguments.without_dct)
        every.add(gold, found, row["text"])
        only_dates.add(dates(gold), dates(found), row["text"])
        _count_kinds(kinds, row["text"], gold, found)
    print_tally("all expressions", every)
    print_tally("dates only", only_dates)
    print_kinds(kinds)


def _count_kinds(
    kinds: dict[str, list[int]], text: str, gold: list[Span], found: list[Span]
) -> None:
    """Adds to how many there are, are found, and have the right value, by kind."""
    answers = dict(aligned(gold, found))
    for span in gold:
        counts = kinds[kind_of(text[span.start : span.end], span.type)]
        counts[0] += 1
        if span in answers:
            counts[1] += 1
            counts[2] += answers[span].value == span.value


def print_tally(name: str, tally: Tally) -> None:
    counts = tally.counts
    print(f"{name}: {counts['gold']} gold, {counts['found']} found")
    for what in ("strict", "relaxed"):
        print(
            f"  {what:9} P {tally.precision(what):6.2f}  R {tally.recall(what):6.2f}"
            f"  F1 {tally.f1(what):6.2f}"
        )
    for what in ("type", "value", "lenient", "calendar"):
        print(f"  {what:9} {'':22}F1 {tally.f1(what):6.2f}")


def print_kinds(kinds: dict[str, list[int]]) -> None:
    print(f"{'kind':32}{'gold':>6}{'found %':>9}{'right %':>9}")
    for kind, (gold, found, right) in sorted(kinds.items(), key=lambda k: -k[1][0]):
        print(f"{kind:32}{gold:6}{100 * found / gold:9.0f}{100 * right / gold:9.0f}")


def run_speed(arguments: argparse.Namespace) -> None:
    from dateparser.search import search_dates

    rows = rows_of(arguments.gold)
    characters = sum(len(row["text"]) for row in rows)
    readers: dict[str, Callable[[str], object]] = {
        "dateparser.search_dates": lambda text: search_dates(text, languages=["en"]),
        "generator.timex": lambda text: timexes(text, "2025-07-14"),
    }
    spent = dict.fromkeys(readers, 0.0)
    for reader in readers.values():
        reader("warm up on 12 July 2025")
    for row in rows:
        for name, reader in readers.items():
            before = time.process_time()
            reader(row["text"])
            spent[name] += time.process_time() - before
    for name, seconds in spent.items():
        print(f"{name:26}{characters / seconds:12,.0f} characters a CPU second")
    theirs, ours = spent.values()
    print(f"{'ratio':26}{theirs / ours:12.1f}")


if __name__ == "__main__":
    main()
