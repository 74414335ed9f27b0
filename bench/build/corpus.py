"""A made-up timeline of any size: nothing but words, from which nobody learns anything.

Every quotation stands in its source, once, as the build demands. The same number of
events gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

WORDS = (
    *("harbour", "bridge", "ferry", "market", "school", "library", "canal", "tower"),
    *("station", "museum", "garden", "theatre", "quay", "workshop", "lock", "depot"),
    *("opening", "closure", "repair", "survey", "meeting", "fair", "budget", "report"),
)
KINDS = ("person", "organisation", "place")
LISTS = ("people", "organisations", "places")
TAGS = 40
EVENTS_A_SOURCE = 5
EVENTS_A_NAME = 20
YEARS = (1996, 2025)


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something; `kind` is one of `KINDS`."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A source: its text is the title and a paragraph for each of its sentences."""

    id: str
    title: str
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, told by the sentence *quote* of the paper *source*."""

    id: str
    title: str
    date: str
    names: tuple[Name, ...]
    tags: tuple[str, ...]
    source: str
    quote: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A whole timeline, before any generator's way of writing it down."""

    names: tuple[Name, ...]
    papers: tuple[Paper, ...]
    events: tuple[Happening, ...]


def made(events: int) -> Made:
    """A timeline of so many *events*: some names and tags are in many, most in few."""
    random = Random(events)
    names = tuple(_name(random, n) for n in range(max(1, events // EVENTS_A_NAME)))
    tags = [f"{WORDS[n % len(WORDS)]}-{n}" for n in range(TAGS)]
    weights = list(accumulate(1 / (place + 1) for place in range(TAGS)))
    papers: list[Paper] = []
    happenings: list[Happening] = []
    for first in range(0, events, EVENTS_A_SOURCE):
        told = range(first, min(first + EVENTS_A_SOURCE, events))
        sentences = tuple(_sentence(random, number) for number in told)
        heading = f"Notes of the {_word(random)}"
        id = f"paper-{first // EVENTS_A_SOURCE:06}"
        papers.append(Paper(id, f"Notes {first}", heading, sentences))
        for number, sentence in zip(told, sentences, strict=True):
            chosen = random.choices(tags, cum_weights=weights, k=2)
            happenings.append(
                _happening(random, number, names, tuple(chosen), id, sentence)
            )
    return Made(names, tuple(papers), tuple(happenings))


def make_project(root: Path, events: int) -> None:
    """Writes a project with so many *events* into *root*, which must be empty."""
    write(root, files(made(events)))


def write(root: Path, files: Iterator[tuple[str, str]]) -> None:
    """Puts *files*, by path and text, below *root*."""
    for path, text in files:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")


def files(timeline: Made) -> Iterator[tuple[str, str]]:
    """Path and text of every file of a project for dateline."""
    yield "dateline.toml", '[site]\ntitle = "Harbour years"\n'
    for name in timeline.names:
        header = f"---\nprefLabel: {name.label}\nkind: {name.kind}\n---\n"
        yield f"content/entities/{name.id}.md", header
    for paper in timeline.papers:
        body = "\n\n".join([paper.heading, *paper.sentences])
        yield f"seeds/{paper.id}.txt", f"{body}\n"
        header = f'---\ntitle: {paper.title}\nissued: "{YEARS[1] + 1}-01-02"\n---\n'
        yield f"content/sources/{paper.id}.md", header
    for event in timeline.events:
        yield f"content/events/{event.id}.md", _event_file(event)


def lists(event: Happening) -> str:
    """The names and tags of *event* as lines of a header."""
    by_list = {
        key: [name.id for name in event.names if name.kind == kind]
        for key, kind in zip(LISTS, KINDS, strict=True)
    }
    found = (f"{key}: [{', '.join(ids)}]\n" for key, ids in by_list.items() if ids)
    return "".join(found) + f"tags: [{', '.join(event.tags)}]\n"


def _event_file(event: Happening) -> str:
    return (
        (
            f'---\ntitle: {event.title}\ndate: "{event.date}"\nstatus: reviewed\n'
            f"{lists(event)}"
            f'citations:\n  - source: {event.source}\n    exact: "{event.quote}"\n'
            f'    says:\n      date: "{event.date}"\n---\n\n'
        )
        + "\n\n".join(event.paragraphs)
        + "\n"
    )


def _name(random: Random, number: int) -> Name:
    label = f"{_word(random).title()} {_word(random).title()} {number}"
    return Name(f"name-{number}", label, KINDS[number % len(KINDS)])


def _happening(
    random: Random,
    number: int,
    names: tuple[Name, ...],
    tags: tuple[str, ...],
    source: str,
    quote: str,
) -> Happening:
    year, month = random.randint(*YEARS), random.randint(1, 12)
    date = f"{year}-{month:02}-{random.randint(1, 28):02}"
    some = sorted({int(len(names) * random.random() ** 2) for _ in range(4)})
    paragraphs = tuple(
        " ".join(_sentence(random, random.randrange(10**9)) for _ in range(3))
        for _ in range(random.randint(1, 3))
    )
    return Happening(
        f"{date}-event-{number}",
        f"The {_word(random)} and the {_word(random)} {number}",
        date,
        tuple(names[place] for place in some),
        tuple(dict.fromkeys(tags)),
        source,
        quote,
        paragraphs,
    )


def _sentence(random: Random, number: int) -> str:
    """A sentence that no other one holds, thanks to its *number*."""
    words = " ".join(_word(random) for _ in range(random.randint(9, 16)))
    return f"The {words} has the number {number}."


def _word(random: Random) -> str:
    return random.choice(WORDS)
