"""A small made-up timeline: what may stand in each of its files, drawn by lot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from drawing import picture

Lines = Callable[[Random], list[str]]
"""What a header says of one key, drawn by lot: its lines, none where it is left out."""

EVENTS, PAPERS, PASSAGES = 12, 3, 6
PLACES = ("harbour", "lock", "quay")
PEOPLE = ("ada", "bob")
NAMES = {**dict.fromkeys(PLACES, "place"), **dict.fromkeys(PEOPLE, "person")}
SETTINGS = '[site]\ntitle = "Harbour years"\nbase_url = "https://example.org/h/"\n'
DATES = (
    *("2019", "2021-03", "2021-03-04", "2021-03-04", "2021-03-05", "2021-04-01"),
    *("2019/2024", "2024-05?", "2024-22", "2024~", "201X", "[2021-03,2021-04]", ""),
)
TAGS = ("bridge", "ferry", "Ferry", "fair", "fähre")


def line(key: str, *values: str) -> Lines:
    """One line with one of *values*; none for an empty one."""

    def lines(random: Random) -> list[str]:
        value = random.choice(values)
        return [f"{key}: {value}"] if value else []

    return lines


def _some(key: str, *values: str, most: int = 2) -> Lines:
    """One line with a list of a few of *values*."""

    def lines(random: Random) -> list[str]:
        chosen = random.sample(values, random.randrange(most + 1))
        return [f"{key}: [{', '.join(chosen)}]"] if chosen else []

    return lines


def _rarely(lines: Lines, odds: float = 0.25) -> Lines:
    return lambda random: lines(random) if random.random() < odds else []


def passage(paper: object, number: object) -> str:
    return f"The clerk noted line {number} of paper {paper}."


def _quote(random: Random) -> list[str]:
    """A passage as keys of a block, of a source that an edit may take away."""
    paper, number = random.randrange(PAPERS), random.randrange(PASSAGES)
    return [f"source: paper-{paper}", f"exact: {passage(paper, number)}"]


def _citations(random: Random) -> list[str]:
    lines = ["citations:"]
    for _ in range(random.choice([1, 1, 2, 3])):
        source, exact = _quote(random)
        lines += [f"  - {source}", f"    {exact}"]
        if random.random() < 0.2:
            lines += ["    says:", '      phrase: "line"', "      basis: stated"]
    return lines


def _claims(random: Random) -> list[str]:
    lines = ["claims:"]
    for _ in range(2):
        source, exact = _quote(random)
        number = exact.split()[-4]
        lines += ["  - about: The line", f'    value: "{number}"']
        lines += [f"    {source}", f"    {exact}"]
    return lines


def _media(random: Random) -> list[str]:
    sensitive = random.choice([[], ["    sensitive: yes"]])
    return ["media:", "  - file: pier.png", "    alt: A pier", *sensitive]


def _corrections(random: Random) -> list[str]:
    date = random.choice(["2024-02-03", "2024-05-06"])
    return ["corrections:", f'  - date: "{date}"', "    note: The line was wrong."]


EVENT: Mapping[str, Lines] = {
    "title": line("title", *(f"The {p} opens {n}" for p in PLACES for n in range(3))),
    "date": line("date", *(date and f'"{date}"' for date in DATES)),
    "status": line("status", *("proposed", "reviewed", "reviewed") * 3, "rejected"),
    "factuality": _rarely(line("factuality", "planned", "denied", "alleged")),
    "places": _some("places", *PLACES, "old-lock"),
    "people": _some("people", *PEOPLE),
    "tags": _some("tags", *TAGS),
    "related": _rarely(_some("related", *(f"event-{n}" for n in range(EVENTS)))),
    "aliases": _rarely(line("aliases", *(f"[former-{n}]" for n in range(10_000)))),
    "media": _rarely(_media),
    "corrections": _rarely(_corrections),
    "claims": _rarely(_claims),
    "citations": _citations,
}
PAPER: Mapping[str, Lines] = {
    "title": line("title", "Paper", "Notes", "Late notes"),
    "issued": line("issued", "2018", '"2024-01-02"', '"2025-01-02"', ""),
    "publisher": line("publisher", "The Crier", "The Herald", ""),
    "author": line("author", "[Ada Quay]", ""),
    "URL": line("URL", "https://example.org/paper", ""),
    "full-text": line("full-text", "yes", "no", ""),
}
NAME: Mapping[str, Lines] = {
    "prefLabel": line("prefLabel", "The pier", "The quay", "The mole", "Old Ada"),
    "altLabel": line("altLabel", "[Pier]", "[Mole, Jetty]", ""),
    "coordinates": line("coordinates", '"51.5, 1.2 (city)"', '"51.6, 1.3"', ""),
}
BODIES = (
    "It was so.",
    "It was *so*, and no other way.",
    "See [the quay](../entities/quay.md).",
    "Before it stood [another](event-{}.md).",
    "Paper 1 says it.\n\n- one\n- two",
)


def body(random: Random) -> str:
    some = (random.choice(BODIES) for _ in range(random.choice([1, 1, 2, 3])))
    return "\n\n".join(text.format(random.randrange(EVENTS)) for text in some)


def _file(keys: Mapping[str, Lines], random: Random, text: str, *fixed: str) -> str:
    header = [line for lines in keys.values() for line in lines(random)]
    return "\n".join(["---", *header, *fixed, "---", "", text, ""])


def lay_out(root: Path, random: Random) -> None:
    """Writes the project into *root*."""
    for folder in ("events", "sources", "entities", "pages", "media"):
        (root / "content" / folder).mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "dateline.toml").write_text(SETTINGS)
    (root / "content/media/pier.png").write_bytes(picture("PNG"))
    for paper in range(PAPERS):
        text = "\n\n".join(passage(paper, number) for number in range(PASSAGES))
        (root / f"seeds/paper-{paper}.txt").write_text(f"Paper {paper}\n\n{text}\n")
        card = _file(PAPER, random, "")
        (root / f"content/sources/paper-{paper}.md").write_text(card)
    for name, kind in NAMES.items():
        former = ["aliases: [old-lock]"] if name == "lock" else []
        text = _file(NAME, random, "", f"kind: {kind}", *former)
        (root / f"content/entities/{name}.md").write_text(text)
    for number in range(EVENTS):
        shown_anew(root, random, number)


def written_anew(root: Path, random: Random, number: int | None = None) -> list[Path]:
    number = random.randrange(EVENTS) if number is None else number
    path = root / f"content/events/event-{number}.md"
    path.write_text(_file(EVENT, random, body(random)))
    return [path]


def shown_anew(root: Path, random: Random, number: int | None = None) -> list[Path]:
    """Never rejected: a link to what is not shown would be refused."""
    (path,) = written_anew(root, random, number)
    path.write_text(path.read_text().replace("rejected", "reviewed"))
    return [path]
