"""ECB+: which of the given event words tell of the same happening."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

from bench.events.corpus import Prose, in_half, rows
from bench.events.scorer import groups
from generator.extract import same_events
from generator.extract.stories import stories
from generator.extract.verbs import verb_form
from generator.timex import timexes

Key = tuple[str, int, int, int]
_COLUMNS = ("MUC", "B3", "CEAFe", "CoNLL", "pairs")


def run(data: Path, half: str, scorer: Any, errors: Path | None) -> Iterator[str]:
    """The lines of the table: plain rules, then ours."""
    docs = [d for d in rows(data / "docs.jsonl") if in_half(d["topic"], half)]
    prose = {d["doc"]: Prose.of(d["sents"]) for d in docs}
    texts = {name: written.text for name, written in prose.items()}
    gold: dict[Key, str] = {}
    spans: dict[Key, tuple[str, int, int]] = {}
    lemma: dict[Key, str] = {}
    topic = {d["doc"]: d["topic"] for d in docs}
    for doc in docs:
        for kind, _, s, i, j, text, chain in doc["mentions"]:
            if kind != "event" or s not in doc["validated"]:
                continue
            key = (doc["doc"], s, i, j)
            places = prose[doc["doc"]].tokens[s]
            gold[key] = chain
            spans[key] = (doc["doc"], places[i][0], places[j - 1][1])
            lemma[key] = verb_form(text.lower().split()[0])[0]
    of_story = stories(texts)
    keys = sorted(gold)
    found = {name: timexes(text) for name, text in texts.items()}
    ours = dict(
        zip(keys, same_events(texts, [spans[k] for k in keys], found), strict=True)
    )
    systems: dict[str, dict[Key, Hashable]] = {
        "each by itself": {k: k for k in keys},
        "same lemma": {k: lemma[k] for k in keys},
        "same lemma in gold topic": {k: (lemma[k], topic[k[0]]) for k in keys},
        "same lemma in story": {k: (lemma[k], of_story[k[0]]) for k in keys},
        "ours": dict(ours),
    }
    yield (
        f"{'ECB+ merging, F1':28}{'MUC':>7}{'B3':>7}{'CEAFe':>7}{'CoNLL':>7}"
        f"{'pairs P':>9}{'R':>7}{'F1':>7}   ({len(gold)} mentions, {len(docs)} texts)"
    )
    for name, clusters in systems.items():
        figures = scorer.coref_scores(groups(gold), groups(clusters))
        line = "".join(f"{100 * figures[c]['f']:7.1f}" for c in _COLUMNS[:-1])
        pairs = figures["pairs"]
        line += f"{100 * pairs['p']:9.1f}{100 * pairs['r']:7.1f}{100 * pairs['f']:7.1f}"
        yield f"{name:28}{line}"
    if errors is not None:
        _write_errors(errors, gold, ours, docs)


def _write_errors(
    path: Path, gold: dict[Key, str], ours: dict[Key, int], docs: list[dict[str, Any]]
) -> None:
    """A line for each pair within a topic that was judged wrongly."""
    sentences = {(d["doc"], s): t for d in docs for s, t in enumerate(d["sents"])}
    topic = {d["doc"]: d["topic"] for d in docs}
    with path.open("w", encoding="utf-8") as out:
        for at, first in enumerate(sorted(gold)):
            for second in sorted(gold)[:at]:
                same = gold[first] == gold[second]
                if topic[first[0]] != topic[second[0]]:
                    continue
                if same == (ours[first] == ours[second]):
                    continue
                out.write("apart" if same else "merged")
                for doc, s, i, j in (first, second):
                    words = sentences[doc, s].split(" ")
                    out.write(f"\t{doc}\t{' '.join(words[i:j])}\t{sentences[doc, s]}")
                out.write("\n")
