"""MEANTIME: which sentences tell of an event on which date, and the titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.events.corpus import Prose, in_half, reading, rows
from bench.events.scorer import Mean
from generator.config import ExtractConfig
from generator.extract import Reading, propose
from generator.model.edtf import Edtf

_TITLE_AND_DATE = 2
"""Sentences at the start of each document that are its headline and its date."""


def run(data: Path, half: str, scorer: Any) -> Iterator[str]:
    """The lines of both tables."""
    docs = [
        doc
        for number, doc in enumerate(sorted(rows(data / "docs.jsonl"), key=_name), 1)
        if in_half(number, half)
    ]
    prose = {d["doc"]: Prose.of(d["sents"][_TITLE_AND_DATE:]) for d in docs}
    readings = {
        d["doc"]: reading(d["doc"], prose[d["doc"]].text, _issued(d)) for d in docs
    }
    yield _head("MEANTIME dated sentences") + f"   ({len(docs)} texts)"
    everything = [
        {"doc": d["doc"], "s": s, "date": _issued(d)}
        for d in docs
        if _issued(d)
        for s in range(_TITLE_AND_DATE, len(d["sents"]))
    ]
    for name, predictions in (
        ("publication date for all", everything),
        ("ours, explicit only", _dated(readings, prose, inference=False)),
        ("ours, with inference", _dated(readings, prose, inference=True)),
    ):
        figures = _figures(scorer, docs, predictions)
        yield f"{name:28}{figures['p']:7.3f}{figures['r']:7.3f}{figures['f']:7.3f}"
    yield from _titles(docs, prose, readings, scorer)


def _head(what: str) -> str:
    return f"{what:28}{'P':>7}{'R':>7}{'F':>7}"


def _name(doc: dict[str, Any]) -> str:
    return str(doc["doc"])


def _issued(doc: dict[str, Any]) -> str | None:
    """The day of publication; None where the corpus writes it in another form."""
    dct = str(doc["dct"])
    return dct if re.fullmatch(r"\d{4}-\d\d-\d\d", dct) else None


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
        sentence = prose[mention.source].sentence_at(mention.start) + _TITLE_AND_DATE
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


def _titles(
    docs: list[dict[str, Any]],
    prose: dict[str, Prose],
    readings: dict[str, Reading],
    scorer: Any,
) -> Iterator[str]:
    """Against each headline: the title of the best event of its text alone."""
    rouge = scorer.Rouge()
    means = {"lead sentence": Mean(), "first ten words": Mean(), "ours": Mean()}
    given = 0
    for doc in docs:
        lead = prose[doc["doc"]].text.split("\n")[0]
        events = propose([readings[doc["doc"]]], (), ExtractConfig()).events
        given += bool(events)
        titles = {
            "lead sentence": lead,
            "first ten words": " ".join(lead.split()[:10]),
            "ours": events[0].title if events else "",
        }
        for name, title in titles.items():
            hits, ours, gold = rouge.counts([title], [[doc["sents"][0]]], 1)
            means[name].add(scorer.ratio(hits, ours), scorer.ratio(hits, gold))
    yield _head("MEANTIME titles, ROUGE-1")
    for name, mean in means.items():
        line = "".join(f"{figure:7.3f}" for figure in mean.figures)
        note = f"   ({given} of {len(docs)} texts give an event)"
        yield f"{name:28}{line}{note if name == 'ours' else ''}"
