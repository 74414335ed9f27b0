"""Tokenised gold corpora into documents as the product reads them, offsets kept."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.extract import Reading
from generator.model.sources import CreationTime, Document
from generator.sources import document_of
from generator.sources.creation import creation_time
from generator.timex import timexes

Row = dict[str, Any]
HALVES = ("all", "development", "aside")

_NO_SPACE_BEFORE = frozenset(
    {".", ",", ";", ":", "!", "?", ")", "]", "%", "''", "n't", "...", "'", "”", "’"}
)
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "``", "“", "‘", "#"})
_WRITTEN = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}


def rows(path: Path) -> list[Row]:
    """The lines of a JSON lines file, packed or not."""
    packed = path.with_name(path.name + ".gz")
    data = (
        gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    )
    return [json.loads(line) for line in data.splitlines() if line.strip()]


def in_half(number: int, half: str) -> bool:
    """Odd numbers are for development, even ones are kept aside."""
    return half == "all" or (number % 2 == 1) == (half == "development")


@dataclass(frozen=True, slots=True)
class Prose:
    """Tokenised sentences written out. `tokens` gives, for each sentence, the start
    and end of each of its tokens in `text`."""

    text: str
    tokens: list[list[tuple[int, int]]]

    @staticmethod
    def of(sentences: Sequence[str], opening: int = 0) -> Prose:
        """*sentences*, a line each; the first *opening* of them, which are headline
        and date line, stand apart from the rest."""
        text = ""
        places = []
        for number, sentence in enumerate(sentences):
            if text:
                text += "\n\n" if number <= opening else "\n"
            of_sentence = []
            glued = True
            for token in sentence.split(" "):
                word = _WRITTEN.get(token, token)
                short = token.startswith("'") and len(token) <= 3
                if not (glued or token in _NO_SPACE_BEFORE or short):
                    text += " "
                of_sentence.append((len(text), len(text) + len(word)))
                text += word
                glued = token in _NO_SPACE_AFTER
            places.append(of_sentence)
        return Prose(text, places)

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that holds the offset *start*."""
        ends = [of[-1][1] for of in self.tokens]
        return next(i for i, end in enumerate(ends) if start < end)


TITLE_AND_DATE = 2
"""Sentences at the start of each text of MEANTIME: its headline and its date."""


def meantime(folder: Path, half: str) -> list[Row]:
    """The texts of MEANTIME, by name."""
    known = sorted(rows(folder / "docs.jsonl"), key=lambda doc: str(doc["doc"]))
    return [doc for number, doc in enumerate(known, 1) if in_half(number, half)]


def body(doc: Row) -> Prose:
    """A text of MEANTIME without its headline and its date."""
    return Prose.of(doc["sents"][TITLE_AND_DATE:])


def whole(doc: Row) -> Prose:
    """A text of MEANTIME as a seed has it: headline, date line, then the rest."""
    return Prose.of(doc["sents"], TITLE_AND_DATE)


def issued(doc: Row) -> str | None:
    """The day of publication; None where the corpus writes it in another form."""
    dct = str(doc["dct"])
    return dct if re.fullmatch(r"\d{4}-\d\d-\d\d", dct) else None


def head(what: str) -> str:
    """The first line of a table of precision, recall and F1."""
    return f"{what:28}{'P':>7}{'R':>7}{'F':>7}"


def document(name: str, text: str) -> Document:
    return document_of(name, f"seeds/{name}.txt", text.encode())


def reading(name: str, text: str, issued: str | None) -> Reading:
    """The article *text* as the pipeline reads it, published on the day *issued*."""
    read = document(name, text)
    created = creation_time(read, None)
    if issued is not None:
        created = CreationTime(issued, "the corpus says so", issued, issued)
    found = timexes(read.text, created.issued, not_before=created.not_before)
    return Reading(read, created, found)


def entity_topics(
    folder: Path, half: str
) -> Iterator[tuple[str, list[Row], list[Row]]]:
    """Each person of ENTITIES: the name, the articles, the reference timelines."""
    references = rows(folder / "timelines.jsonl")
    articles = rows(folder / "articles.jsonl")
    for number, topic in enumerate(sorted({r["topic"] for r in articles}), 1):
        if in_half(number, half):
            yield (
                topic,
                [a for a in articles if a["topic"] == topic],
                [r for r in references if r["topic"] == topic],
            )
