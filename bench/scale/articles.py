"""As many news articles as wanted, the same ones for the same seed.

Those that are made up are put together from a few dozen sentences about harbours,
bridges and ferries in made-up towns, with names, days and numbers drawn for each story;
a story is told by one to six articles. Others come from files; where more are wanted
than there are, they come again with some of their sentences.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Article = tuple[str, str]
"""The name of its file, without the ending, and its text."""

KEPT = 0.7
"""The share of its sentences with which an article comes again."""

_FIRST = (
    "Ada",
    "Ben",
    "Clara",
    "Dan",
    "Edith",
    "Greta",
    "Hugo",
    "Jonas",
    "Mona",
    "Nils",
)
_LAST = ("Quill", "Stone", "Marsh", "Holm", "Brandt", "Keller", "Lund", "Vale", "Wren")
_TOWN = ("Alder", "Birch", "Cedar", "Dune", "Elm", "Fern", "Gorse", "Heath", "Juniper")
_PLACE = ("Harbour", "Quay", "Sound", "Point", "Bay", "Haven")
_DEEDS = (
    "{who} opened the {town} bridge {when}.",
    "The {town} council approved the plan for a new ferry {when}.",
    "A storm damaged the pier of {town} {when}, and {n} people lost their moorings.",
    "{who}, the mayor of {town}, signed the contract for the lighthouse {when}.",
    "Engineers found cracks in {n} piers of the {town} bridge {when}.",
    "The ferry Gull ran aground off {town} {when}, the coastguard said.",
    "Construction of the {town} tunnel began {when} after {n} months of planning.",
    "“We waited long enough,” said {who}, who visited {town} {when}.",
)
_FILLING = (
    "The council has looked after the harbour since it was built.",
    "Residents had asked for better lights along the water for a long time.",
    "No vessel was in the channel, according to the port authority.",
    "The work will cost about {n} million, officials said.",
    "It is the largest of the {n} harbours on that coast.",
    "Fishing boats lie there in winter, and visitors come in summer.",
    "“Nobody expected so many people,” {who} said.",
)


def articles_from(paths: Sequence[Path], seed: int = 1) -> Iterator[Article]:
    """Those of JSON lines with `text` and `dct`, or with `sents` and `date`, without
    end."""
    draw = random.Random(seed)
    rows = [row for path in paths for row in _rows(path)]
    draw.shuffle(rows)
    made = 0
    while rows:
        for day, sentences in rows:
            again = made >= len(rows)
            kept = [s for s in sentences if not again or draw.random() < KEPT]
            head = [f"Published {day}\n"] if day else []
            yield f"{made:06}", "\n".join([*head, *(kept or sentences)])
            made += 1


def _rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The day of each article, "" where it is not known, and its sentences or lines."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    for line in lines:
        row: dict[str, Any] = json.loads(line)
        day = str(row.get("date") or row.get("dct") or "")
        if sentences := row.get("sents") or row.get("text", "").splitlines():
            yield day, sentences


def one_more() -> Article:
    """An article that is in no folder yet."""
    ((_, text),) = articles(1, seed=0)
    return "one-more", text


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """*count* made-up articles."""
    draw = random.Random(seed)
    made = 0
    while made < count:
        who = f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"
        town = f"{draw.choice(_TOWN)} {draw.choice(_PLACE)}"
        day = date(2010, 1, 1) + timedelta(days=draw.randrange(5000))
        facts = draw.sample(_DEEDS, 4)
        for _ in range(min(draw.randint(1, 6), count - made)):
            yield f"{made:06}", _article(draw, who, town, day, facts)
            made += 1


def _article(
    draw: random.Random, who: str, town: str, day: date, facts: list[str]
) -> str:
    issued = day + timedelta(days=draw.randint(0, 3))
    earlier = day - timedelta(days=draw.randrange(20, 900))
    whens = [
        f"on {day:%A}",
        f"on {day.day} {day:%B %Y}",
        f"in {earlier:%B %Y}",
        f"on {earlier:%B} {earlier.day}, {earlier.year}",
    ]
    draw.shuffle(whens)
    lines = [f"{town} looks back on an eventful week", ""]
    lines += [f"Published {issued.day} {issued:%B %Y}", ""]
    for fact, when in zip(facts, whens, strict=True):
        sentences = [fact, *draw.sample(_FILLING, 4)]
        paragraph = " ".join(sentences).format(
            who=who, town=town, when=when, n=draw.randint(2, 40)
        )
        lines += [paragraph, ""]
    return "\n".join(lines)
