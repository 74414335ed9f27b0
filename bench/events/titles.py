"""MEANTIME: the titles of an article's events against its headline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from bench.events.corpus import Row, body, head, issued, meantime, reading
from bench.events.scorer import f1
from generator.extract import propose
from generator.settings import ExtractConfig

OURS = ("of the best event", "of the lead sentence alone", "of the closest event")


def run(data: Path, half: str, scorer: Any, show: bool = False) -> Iterator[str]:
    """The lines of the table, the titles of each text before it if *show*.

    Precision, recall and F1 are means over the texts. A text without an event has no
    title, and counts as nothing found.
    """
    rouge = scorer.Rouge()
    docs = meantime(data, half)
    figures: dict[str, list[tuple[float, float, float]]] = {}
    given = 0
    for doc in docs:
        headline = doc["sents"][0]

        def judged(title: str, headline: str = headline) -> tuple[float, float, float]:
            hits, ours, gold = rouge.counts([title], [[headline]], 1)
            precision, recall = scorer.ratio(hits, ours), scorer.ratio(hits, gold)
            return precision, recall, f1(precision, recall)

        events = _titles(doc, body(doc).text)
        given += bool(events)
        lead = body(doc).text.split("\n")[0]
        tried = {
            "lead sentence": lead,
            "first ten words": " ".join(lead.split()[:10]),
            OURS[0]: (events or [""])[0],
            OURS[1]: (_titles(doc, lead) or [""])[0],
            OURS[2]: max(events or [""], key=lambda title: judged(title)[2]),
        }
        for name, title in tried.items():
            figures.setdefault(name, []).append(judged(title))
            if show and name != "first ten words":
                yield f"  {figures[name][-1][2]:.2f} {name:28}{title}"
        if show:
            yield f"       {'headline':28}{headline}\n"
    yield (
        head("MEANTIME titles, ROUGE-1") + f"   ({given} of {len(docs)} give an event)"
    )
    for name, of_texts in figures.items():
        line = "".join(f"{mean(column):7.3f}" for column in zip(*of_texts, strict=True))
        yield f"{name:28}{line}"


def _titles(doc: Row, text: str) -> list[str]:
    """The titles of the events that *text*, published with *doc*, tells; best first."""
    read = reading(doc["doc"], text, issued(doc))
    return [event.title for event in propose([read], (), ExtractConfig()).events]
