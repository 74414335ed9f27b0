"""MEANTIME: which sentences tell of an event on which date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.events.corpus import (
    TITLE_AND_DATE,
    Prose,
    body,
    head,
    issued,
    meantime,
    reading,
)
from generator.config import ExtractConfig
from generator.extract import Reading, propose
from generator.model.edtf import Edtf


def run(data: Path, half: str, scorer: Any) -> Iterator[str]:
    """The lines of the table."""
    docs = meantime(data, half)
    prose = {d["doc"]: body(d) for d in docs}
    readings = {
        d["doc"]: reading(d["doc"], prose[d["doc"]].text, issued(d)) for d in docs
    }
    yield head("MEANTIME dated sentences") + f"   ({len(docs)} texts)"
    everything = [
        {"doc": d["doc"], "s": s, "date": issued(d)}
        for d in docs
        if issued(d)
        for s in range(TITLE_AND_DATE, len(d["sents"]))
    ]
    for name, predictions in (
        ("publication date for all", everything),
        ("ours, explicit only", _dated(readings, prose, inference=False)),
        ("ours, with inference", _dated(readings, prose, inference=True)),
    ):
        figures = _figures(scorer, docs, predictions)
        yield f"{name:28}{figures['p']:7.3f}{figures['r']:7.3f}{figures['f']:7.3f}"


def _figures(
    scorer: Any, docs: list[dict[str, Any]], predictions: list[dict[str, Any]]
) -> dict[str, float]:
    """The scorer's figures for *docs* only."""
    known = {doc["doc"] for doc in docs}
    whole = scorer.gold_anchors
    gold, region, texts = whole("meantime")
    gold = {key: dates for key, dates in gold.items() if key[0] in known}
    region = {key for key in region if key[0] in known}
    scorer.gold_anchors = lambda _: (gold, region, texts)
    try:
        figures: dict[str, float] = scorer.anchor_scores("meantime", predictions)
    finally:
        scorer.gold_anchors = whole
    return figures


def _dated(
    readings: dict[str, Reading], prose: dict[str, Prose], *, inference: bool
) -> list[dict[str, Any]]:
    """Every dated mention that the product finds, by the sentence it stands in."""
    settings = ExtractConfig(publication_dates=inference)
    found = []
    for mention in propose(list(readings.values()), (), settings).mentions:
        if mention.date is None:
            continue
        sentence = prose[mention.source].sentence_at(mention.start) + TITLE_AND_DATE
        date = plain(mention.date)
        if date:
            found.append({"doc": mention.source, "s": sentence, "date": date})
    return found


def plain(date: Edtf) -> str:
    """What the first and the last day of *date* share: "2008-05-24", "2008-05"."""
    if date.first is None or date.last is None:
        return ""
    parts = []
    for first, last, width in zip(date.first, date.last, (4, 2, 2), strict=True):
        if first != last:
            break
        parts.append(f"{first:0{width}}")
    return "-".join(parts)
