"""MEANTIME: which sentences tell of an event on which date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.events.corpus import Prose, head, meantime, reading, whole
from generator.extract import Reading, propose
from generator.model.edtf import Edtf, parse_edtf
from generator.settings import ExtractConfig

_EXPLICIT = ExtractConfig(publication_dates=False, carried_dates=False)
_CARRIED = ExtractConfig(publication_dates=False)

Prediction = dict[str, Any]


def run(data: Path, half: str, scorer: Any) -> Iterator[str]:
    """The lines of the table."""
    docs = meantime(data, half)
    prose = {d["doc"]: whole(d) for d in docs}
    # Published when the text's own date line says so, as for a seed without a card.
    readings = {name: reading(name, text.text, None) for name, text in prose.items()}
    yield head("MEANTIME dated sentences") + f"   ({len(docs)} texts)"
    for name, predictions in (
        ("publication date for all", _plain_rule(readings, prose, named=False)),
        ("first date in the sentence", _plain_rule(readings, prose, issued=False)),
        ("that, else publication date", _plain_rule(readings, prose)),
        ("ours, explicit only", _dated(readings, prose, _EXPLICIT)),
        ("ours, and dates carried on", _dated(readings, prose, _CARRIED)),
        ("ours, with all inference", _dated(readings, prose, ExtractConfig())),
    ):
        figures = _figures(scorer, docs, predictions)
        yield f"{name:28}{figures['p']:7.3f}{figures['r']:7.3f}{figures['f']:7.3f}"


def _plain_rule(
    readings: dict[str, Reading],
    prose: dict[str, Prose],
    *,
    named: bool = True,
    issued: bool = True,
) -> list[Prediction]:
    """For every sentence the first date that it names, else the day of publication."""
    found = []
    for name, read in readings.items():
        for number, tokens in enumerate(prose[name].tokens):
            start, end = tokens[0][0], tokens[-1][1]
            inside = (t.edtf for t in read.timexes if start <= t.start < end)
            dates = [plain(parse_edtf(edtf)) for edtf in inside if edtf] * named
            date = next(filter(None, dates), None)
            if date is None and issued:
                date = read.creation.issued
            if date is not None:
                found.append({"doc": name, "s": number, "date": date})
    return found


def _figures(
    scorer: Any, docs: list[dict[str, Any]], predictions: list[Prediction]
) -> dict[str, float]:
    """The scorer's figures for *docs* only."""
    known = {doc["doc"] for doc in docs}
    of_all = scorer.gold_anchors
    gold, region, texts = of_all("meantime")
    gold = {key: dates for key, dates in gold.items() if key[0] in known}
    region = {key for key in region if key[0] in known}
    scorer.gold_anchors = lambda _: (gold, region, texts)
    try:
        figures: dict[str, float] = scorer.anchor_scores("meantime", predictions)
    finally:
        scorer.gold_anchors = of_all
    return figures


def _dated(
    readings: dict[str, Reading], prose: dict[str, Prose], settings: ExtractConfig
) -> list[Prediction]:
    """Every dated mention that the product finds, by the sentence it stands in."""
    found = []
    for mention in propose(list(readings.values()), (), settings).mentions:
        date = plain(mention.date) if mention.date is not None else ""
        if date:
            sentence = prose[mention.source].sentence_at(mention.start)
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
