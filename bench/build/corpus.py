"""A made-up timeline of any size: nothing but words, from which nobody learns anything.

Every quotation stands in its source, once, as the build demands. The same number of
events gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
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
PUBLISHED = "2026-01-02"
ADDRESS = "https://example.org/"


class Style(Enum):
    """How the header of a file is written."""

    USUAL = "one line a key"
    BLOCK = "lists in lines of their own"
    QUOTED = "values in quotation marks, with remarks"


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
    """An event, told by sentences of papers: `quotes` are pairs of a paper's id and the
    sentence. `date` is EDTF; `day` the first that it can mean, for programs that know
    only days."""

    id: str
    title: str
    date: str
    day: str
    names: tuple[Name, ...]
    tags: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]
    paragraphs: tuple[str, ...]
    style: Style = Style.USUAL

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the papers, each once."""
        return tuple(dict.fromkeys(source for source, _ in self.quotes))

    @property
    def names_by_list(self) -> dict[str, list[str]]:
        """Ids of names by the key they stand under; no key without one."""
        found = {
            key: [name.id for name in self.names if name.kind == kind]
            for key, kind in zip(LISTS, KINDS, strict=True)
        }
        return {key: ids for key, ids in found.items() if ids}


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


def write(root: Path, files: Iterable[tuple[str, str]]) -> None:
    """Puts *files*, by path and text, below *root*."""
    for path, text in files:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")


def lines_of_list(key: str, values: Sequence[str], style: Style) -> str:
    """A list of a header, as its *style* has it."""
    if style is Style.BLOCK:
        return "".join([f"{key}:\n", *(f"  - {value}\n" for value in values)])
    written = [f'"{v}"' for v in values] if style is Style.QUOTED else values
    return f"{key}: [{', '.join(written)}]\n"


def names_and_tags(event: Happening, tags: str = "tags") -> str:
    """Lines of a header for the names and tags of *event*."""
    names = event.names_by_list.items()
    lists = [lines_of_list(key, ids, event.style) for key, ids in names]
    return "".join([*lists, lines_of_list(tags, event.tags, event.style)])


def sources_and_quotes(event: Happening) -> str:
    """Lines of a header for the papers of *event*, its year and month as names, and
    what the papers say: for generators without citations."""
    year, month, _ = event.day.split("-")
    return (
        lines_of_list("sources", event.sources, event.style)
        + f'years: ["{year}"]\nmonths: ["{year}-{month}"]\n'
        + quotes_under("quotes", event)
    )


def quotes_under(key: str, event: Happening) -> str:
    """Lines of a header for the sentences that tell of *event*."""
    lines = (
        f'  - source: {source}\n    exact: "{sentence}"\n'
        for source, sentence in event.quotes
    )
    return "".join([f"{key}:\n", *lines])


def text_of(event: Happening) -> str:
    """The Markdown below the header."""
    return "\n\n".join(event.paragraphs) + "\n"


def passages_of(timeline: Made) -> dict[str, dict[str, object]]:
    """By the id of each paper its title, its day, and its sentences with the event that
    each tells of."""
    told = {event.quotes[0][1]: event for event in timeline.events}
    return {
        paper.id: {
            "title": paper.title,
            "issued": PUBLISHED,
            "passages": [
                {"exact": sentence, "event": event.id, "title": event.title}
                for sentence, event in ((s, told[s]) for s in paper.sentences)
            ],
        }
        for paper in timeline.papers
    }


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
        date,
        tuple(names[place] for place in some),
        tuple(dict.fromkeys(tags)),
        ((source, quote),),
        paragraphs,
    )


def _sentence(random: Random, number: int) -> str:
    """A sentence that no other one holds, thanks to its *number*."""
    words = " ".join(_word(random) for _ in range(random.randint(9, 16)))
    return f"The {words} has the number {number}."


def _word(random: Random) -> str:
    return random.choice(WORDS)
