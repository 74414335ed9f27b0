"""Gold and prediction files into documents with the expressions of both sides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.timex.scorer import Span
from generator.timex import timexes

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents of a gold file, and how its values are to be taken.

    `third` is None for all of them, "aside" for every third, "tuning" for the rest.
    """

    rows: list[Row]
    corrected: bool

    @staticmethod
    def read(path: Path, *, third: str | None, corrected: bool) -> Corpus:
        rows = _rows_of(path)
        if third:
            rows = [r for i, r in enumerate(rows) if (i % 3 == 2) == (third == "aside")]
        return Corpus(rows, corrected)

    def documents(self) -> Iterator[tuple[Row, list[Span]]]:
        """Each document with its gold; expressions inside another are left out."""
        for row in self.rows:
            yield (
                row,
                [
                    Span(
                        t["start"],
                        t["end"],
                        (self.corrected and t.get("type_corrected")) or t["type"],
                        (self.corrected and t.get("value_corrected"))
                        or t["value"]
                        or "",
                    )
                    for t in row["timexes"]
                    if not t.get("nested")
                ],
            )


def predictions(path: Path) -> dict[str, list[Span]]:
    """What another program found, by document id."""
    return {
        row["doc_id"]: [
            Span(t["start"], t["end"], t.get("type", "DATE"), t.get("value") or "")
            for t in row["timexes"]
        ]
        for row in _rows_of(path)
    }


def predicted(row: Row, *, dct: bool = True) -> list[Span]:
    """What this program reads in a document."""
    found = timexes(row["text"], row["dct"] if dct else None)
    return [Span(t.start, t.end, t.type.value, t.value) for t in found]


def _rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
