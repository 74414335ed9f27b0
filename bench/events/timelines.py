"""ENTITIES: are the days that matter ranked first, and told in words that matter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.events.corpus import entity_topics, reading
from bench.events.scorer import Mean
from generator.config import ExtractConfig
from generator.extract import Reading, propose
from generator.model.edtf import Form, Precision, parse_edtf
from generator.model.events import EventProposal

_SYSTEMS = ("publication count", "articles naming the day", "ours")


def run(data: Path, half: str, scorer: Any, topics: int | None) -> Iterator[str]:
    """The lines of the table; each topic's own line as soon as it is known."""
    rouge = scorer.Rouge()
    days = {name: Mean() for name in _SYSTEMS}
    near = {name: Mean() for name in _SYSTEMS}
    words = Mean()
    yield f"{'ENTITIES':28}{'days F1':>9}{'to a day':>9}{'ROUGE-1':>9}"
    for at, (topic, articles, references) in enumerate(entity_topics(data, half)):
        if topics is not None and at >= topics:
            break
        readings = [
            reading(a["id"].replace("/", "-"), "\n".join(a["sents"]), a["date"])
            for a in articles
        ]
        events = propose(readings, (), ExtractConfig()).events
        ranked = {
            "publication count": _by(Counter(a["date"] for a in articles)),
            "articles naming the day": _by(_naming(readings)),
            "ours": list(dict.fromkeys(d for event in events if (d := day(event)))),
        }
        for reference in references:
            gold = sorted({date.fromisoformat(d) for d in reference["dates"]})
            for name, order in ranked.items():
                chosen = _within(order, gold)
                days[name].add(*scorer.date_prf(chosen, gold))
                near[name].add(*scorer.date_prf(chosen, gold, 1))
            told = _told(events, _within(ranked["ours"], gold))
            hits, ours, whole = rouge.counts(told, [[reference["text"]]], 1)
            words.add(scorer.ratio(hits, ours), scorer.ratio(hits, whole))
            yield f"  {topic:26}{scorer.prf(*days['ours'].rows[-1])['f']:9.3f}"
    for name in _SYSTEMS:
        line = f"{name:28}{days[name].figures[2]:9.3f}{near[name].figures[2]:9.3f}"
        yield line + (f"{words.figures[2]:9.3f}" if name == "ours" else "")


def day(event: EventProposal) -> str:
    """The one day of *event*; empty when it has none, or only about one."""
    if event.date is None or event.date.form is not Form.DATE:
        return ""
    if event.date.precision is not Precision.DAY or event.date.first is None:
        return ""
    return date(*event.date.first).isoformat()


def _by(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda d: (-counts[d], d))


def _naming(readings: Sequence[Reading]) -> Counter[str]:
    """In how many articles each day is named."""
    named: dict[str, set[str]] = defaultdict(set)
    for article in readings:
        for timex in article.timexes:
            text = (timex.edtf or "").partition("T")[0]
            if len(text) == 10 and "X" not in text:
                first = parse_edtf(text).first
                if first is not None and first[0] > 0:
                    named[date(*first).isoformat()].add(article.document.id)
    return Counter({d: len(articles) for d, articles in named.items()})


def _within(order: Sequence[str], gold: Sequence[date]) -> list[date]:
    """The first of *order* that lie in the span of *gold*, as many as it has."""
    found = [date.fromisoformat(d) for d in order]
    inside = [d for d in found if gold[0] <= d <= gold[-1]]
    return inside[: len(gold)]


def _told(events: Sequence[EventProposal], chosen: Sequence[date]) -> list[str]:
    """The best passage of each chosen day, once."""
    wanted = {d.isoformat() for d in chosen}
    best: dict[str, str] = {}
    for event in events:
        if (d := day(event)) in wanted and d not in best:
            best[d] = event.citations[0].quote.exact
    return [best[d] for d in sorted(best)]
