"""ENTITIES: are the days that matter ranked first, and told in words that matter."""

from __future__ import annotations

import re
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bench.events.corpus import Row, entity_topics, reading
from bench.events.scorer import Mean
from generator.extract import Reading, propose
from generator.model.edtf import Form, Precision, parse_edtf
from generator.model.events import EventProposal
from generator.settings import ExtractConfig

Timeline = Mapping[str, Sequence[str]]
"""Days, the most salient first, each with what is told of it, the best first."""


@dataclass(slots=True)
class _System:
    """What a system that makes timelines reaches, a row each reference."""

    days: Mean = field(default_factory=Mean)
    near: Mean = field(default_factory=Mean)
    words: Mean = field(default_factory=Mean)

    def __str__(self) -> str:
        means = (self.days, self.near, self.words)
        return "".join(f"{mean.figures[2]:9.3f}" for mean in means)


def run(data: Path, half: str, scorer: Any, topics: int | None) -> Iterator[str]:
    """The lines of the table; each topic's own line as soon as it is known."""
    rouge = scorer.Rouge()
    systems: dict[str, _System] = defaultdict(_System)
    yield f"{'ENTITIES':34}{'days F1':>9}{'to a day':>9}{'ROUGE-1':>9}"
    for at, (topic, articles, references) in enumerate(entity_topics(data, half)):
        if topics is not None and at >= topics:
            break
        made = _timelines(articles)
        for reference in references:
            for name, timeline in made.items():
                _score(systems[name], timeline, reference, scorer, rouge)
            best = systems["ours, bodies"].days.rows[-1]
            yield f"  {topic:32}{scorer.prf(*best)['f']:9.3f}"
    for name, system in systems.items():
        yield f"{name:34}{system}"


def _timelines(articles: Sequence[Row]) -> dict[str, Timeline]:
    """The timeline of each system, whole."""
    readings = [
        reading(a["id"].replace("/", "-"), "\n".join(a["sents"]), a["date"])
        for a in articles
    ]
    events = propose(readings, (), ExtractConfig()).events
    leads = defaultdict(list)
    for article, read in zip(articles, readings, strict=True):
        leads[article["date"]].append(read.document.text.partition("\n")[0])
    return {
        "publication count, leads": _by_count(leads),
        "articles naming the day, sentences": _by_count(_naming(readings)),
        "ours, titles": _told(events, lambda event: event.title),
        "ours, bodies": _told(events, lambda event: _plain(event.body)),
        "ours, passages": _told(events, lambda e: e.citations[0].quote.exact),
    }


def _score(
    system: _System, timeline: Timeline, reference: Row, scorer: Any, rouge: Any
) -> None:
    """Adds to *system* what its *timeline* reaches when it is cut to the *reference*:
    to its span, to as many days, to as many passages for each."""
    alone = reference.get("timeline")
    gold = sorted({date.fromisoformat(d) for d in reference["dates"]})
    chosen = _within(list(timeline), gold)
    system.days.add(*scorer.date_prf(chosen, gold))
    system.near.add(*scorer.date_prf(chosen, gold, 1))
    each = round(sum(len(day["sents"]) for day in alone) / len(alone)) if alone else 1
    told = OrderedDict(
        (day, list(timeline[day.isoformat()][: max(each, 1)])) for day in sorted(chosen)
    )
    if alone:
        wanted = scorer.norm_tl(alone)
        system.words.add(*scorer.tl_scores(told, wanted, rouge, False)["align+m:1"][1])
        return
    spoken = [words for of_day in told.values() for words in of_day]
    hits, ours, whole = rouge.counts(spoken, [[reference["text"]]], 1)
    system.words.add(scorer.ratio(hits, ours), scorer.ratio(hits, whole))


def day(event: EventProposal) -> str:
    """The one day of *event*, also when it is only about that day; else empty."""
    if event.date is None or event.date.form is not Form.DATE:
        return ""
    if event.date.precision is not Precision.DAY or event.date.first is None:
        return ""
    return date(*event.date.first).isoformat()


def _by_count(told: Mapping[str, Sequence[str]]) -> Timeline:
    """The days by the number of articles in *told*, which has one passage for each."""
    order = sorted(told, key=lambda d: (-len(told[d]), d))
    return {d: told[d] for d in order}


def _naming(readings: Sequence[Reading]) -> dict[str, list[str]]:
    """For each day, the first line of each article that names it."""
    named: dict[str, dict[str, str]] = defaultdict(dict)
    for article in readings:
        text = article.document.text
        for timex in article.timexes:
            edtf = (timex.edtf or "").partition("T")[0]
            if len(edtf) == len("2011-02-11") and "X" not in edtf:
                first = parse_edtf(edtf).first
                if first is not None and first[0] > 0:
                    start = text.rfind("\n", 0, timex.start) + 1
                    line = text[start:].partition("\n")[0]
                    found = named[date(*first).isoformat()]
                    found.setdefault(article.document.id, line)
    return {d: list(lines.values()) for d, lines in named.items()}


def _within(order: Sequence[str], gold: Sequence[date]) -> list[date]:
    """The first of *order* that lie in the span of *gold*, as many as it has."""
    found = [date.fromisoformat(d) for d in order]
    inside = [d for d in found if gold[0] <= d <= gold[-1]]
    return inside[: len(gold)]


def _told(
    events: Sequence[EventProposal], words: Callable[[EventProposal], str]
) -> Timeline:
    """The days of *events*, which are ranked, with the *words* of each."""
    found: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if d := day(event):
            found[d].append(words(event))
    return found


def _plain(body: str) -> str:
    """*body* without the marks of Markdown."""
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?m)^> ", "", body))
