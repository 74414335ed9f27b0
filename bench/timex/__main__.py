"""Scores the reading of dates against gold, and times it beside dateparser."""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.timex.compare import METRICS, Side, difference
from bench.timex.corpus import Corpus, predicted, predictions
from bench.timex.kinds import kind_of
from bench.timex.scorer import Span, Tally, aligned, dates
from generator.timex import timexes


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.timex", description=__doc__)
    commands = parser.add_subparsers(required=True)
    score = commands.add_parser("score", help="precision, recall, values")
    score.add_argument("--predictions", type=Path)
    score.add_argument("--without-dct", action="store_true")
    score.set_defaults(run=run_score)
    compare = commands.add_parser("compare", help="beside another program's output")
    compare.add_argument("--predictions", type=Path, required=True)
    compare.add_argument("--name", default="theirs", help="of that program")
    compare.set_defaults(run=run_compare)
    for command in (score, compare):
        command.add_argument("gold", type=Path)
        command.add_argument("--corrected", action="store_true")
        command.add_argument("--third", choices=("aside", "tuning"))
    speed = commands.add_parser("speed", help="characters a second, with dateparser")
    speed.add_argument("gold", type=Path)
    speed.set_defaults(run=run_speed)
    arguments = parser.parse_args()
    arguments.run(arguments)


def _corpus(arguments: argparse.Namespace) -> Corpus:
    return Corpus.read(
        arguments.gold, third=arguments.third, corrected=arguments.corrected
    )


def run_score(arguments: argparse.Namespace) -> None:
    given = predictions(arguments.predictions) if arguments.predictions else None
    every, only_dates = Tally(), Tally()
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row, gold in _corpus(arguments).documents():
        if given is None:
            found = predicted(row, dct=not arguments.without_dct)
        else:
            found = given.get(row["doc_id"], [])
        every.add(gold, found, row["text"])
        only_dates.add(dates(gold), dates(found), row["text"])
        _count_kinds(kinds, row["text"], gold, found)
    print_tally("all expressions", every)
    print_tally("dates only", only_dates)
    print_kinds(kinds)


def run_compare(arguments: argparse.Namespace) -> None:
    given = predictions(arguments.predictions)
    ours, theirs = Side(), Side()
    gold_of: Counter[str] = Counter()
    for row, gold in _corpus(arguments).documents():
        text = row["text"]
        ours.add(text, gold, predicted(row))
        theirs.add(text, gold, given.get(row["doc_id"], []))
        gold_of.update(kind_of(text[g.start : g.end], g.type) for g in gold)
    name = arguments.name[:12]
    print(f"{'F1':20}{'ours':>8}{name:>13}{'difference':>12}   95 % of draws")
    for title, left, right in (
        ("", ours.every, theirs.every),
        ("dates: ", ours.dates, theirs.dates),
    ):
        for what in METRICS:
            d = difference(left, right, what)
            print(
                f"{title + what:20}{d.ours:8.2f}{d.theirs:13.2f}"
                f"{d.ours - d.theirs:+12.2f}   {d.low:+.2f} to {d.high:+.2f}"
            )
    print(f"{'kind (found/right %)':32}{'gold':>6}{'ours':>11}{name:>13}")
    for kind, gold_count in gold_of.most_common():
        shares = [
            f"{100 * s.found[kind] / gold_count:.0f}/"
            f"{100 * s.right[kind] / gold_count:.0f}"
            for s in (ours, theirs)
        ]
        print(f"{kind:32}{gold_count:6}{shares[0]:>11}{shares[1]:>13}")


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

    rows = Corpus.read(arguments.gold, third=None, corrected=False).rows
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
