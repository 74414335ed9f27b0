"""A made-up project of any size: nothing but words, from which nobody learns anything.

Every quotation stands in its source, once, as the build demands. The same number of
events gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

WORDS = (
    *("harbour", "bridge", "ferry", "market", "school", "library", "canal", "tower"),
    *("station", "museum", "garden", "theatre", "quay", "workshop", "lock", "depot"),
    *("opening", "closure", "repair", "survey", "meeting", "fair", "budget", "report"),
)
TAGS = ("bridge", "canal", "ferry", "fair", "flood", "market", "museum", "school")
KINDS = ("person", "organisation", "place")
LISTS = ("people", "organisations", "places")
EVENTS_A_SOURCE = 5
EVENTS_A_NAME = 20
YEARS = (1996, 2025)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence of a source."""

    source: str
    text: str


def make_project(root: Path, events: int) -> None:
    """Writes a project with so many *events* into *root*, which must be empty."""
    for path, text in files(events):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")


def files(events: int) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the project."""
    random = Random(events)
    yield "dateline.toml", '[site]\ntitle = "Harbour years"\n'
    names = max(1, events // EVENTS_A_NAME)
    for number in range(names):
        label = f"{_word(random).title()} {_word(random).title()} {number}"
        kind = KINDS[number % len(KINDS)]
        yield (
            f"content/entities/name-{number}.md",
            f"---\nprefLabel: {label}\nkind: {kind}\n---\n",
        )
    for first in range(0, events, EVENTS_A_SOURCE):
        source = f"paper-{first // EVENTS_A_SOURCE:06}"
        told = range(first, min(first + EVENTS_A_SOURCE, events))
        sentences = [_sentence(random, number) for number in told]
        body = "\n\n".join([f"Notes of the {_word(random)}", *sentences])
        yield f"seeds/{source}.txt", f"{body}\n"
        yield (
            f"content/sources/{source}.md",
            f'---\ntitle: Notes {first}\nissued: "{YEARS[1] + 1}-01-02"\n---\n',
        )
        for number, sentence in zip(told, sentences, strict=True):
            quoted = Quoted(source, sentence)
            yield _event(random, number, names, quoted)


def _event(random: Random, number: int, names: int, quoted: Quoted) -> tuple[str, str]:
    year, month = random.randint(*YEARS), random.randint(1, 12)
    date = f"{year}-{month:02}-{random.randint(1, 28):02}"
    some = sorted({int(names * random.random() ** 2) for _ in range(4)})
    by_list = {
        key: [f"name-{n}" for n in some if n % len(KINDS) == place]
        for place, key in enumerate(LISTS)
    }
    lists = "".join(
        f"{key}: [{', '.join(found)}]\n" for key, found in by_list.items() if found
    )
    paragraphs = [
        " ".join(_sentence(random, random.randrange(10**9)) for _ in range(3))
        for _ in range(random.randint(1, 3))
    ]
    text = (
        f"---\ntitle: The {_word(random)} and the {_word(random)} {number}\n"
        f'date: "{date}"\nstatus: reviewed\n{lists}'
        f"tags: [{', '.join(sorted(random.sample(TAGS, 2)))}]\n"
        f'citations:\n  - source: {quoted.source}\n    exact: "{quoted.text}"\n'
        f'    says:\n      date: "{date}"\n---\n\n'
    )
    return f"content/events/{date}-event-{number}.md", text + "\n\n".join(
        paragraphs
    ) + "\n"


def _sentence(random: Random, number: int) -> str:
    """A sentence that no other one holds, thanks to its *number*."""
    words = " ".join(_word(random) for _ in range(random.randint(9, 16)))
    return f"The {words} has the number {number}."


def _word(random: Random) -> str:
    return random.choice(WORDS)
