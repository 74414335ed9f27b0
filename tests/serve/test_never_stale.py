"""However a project is edited, what the preview shows is what a fresh start shows.

Each history of edits is known by its number. Set DATELINE_PREVIEWS to run more than
the twelve of a usual run.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random

import pytest
from drawing import picture

from generator import pipeline
from generator.config import read_project
from generator.disk import Files, GaveWayError, RememberedFiles
from generator.work import LastTime

HISTORIES = int(os.environ.get("DATELINE_PREVIEWS", "12"))
EDITS = 14
PLACES = ("harbour", "lock", "quay")
YEARS = (2019, 2021, 2024)
SETTINGS = b'[site]\ntitle = "Harbour years"\nbase_url = "https://example.org/h/"\n'

Shown = dict[str, bytes] | list[str]
"""The files of the site, or what keeps it from being shown."""


def event(random: Random, number: int) -> str:
    """An event's file with whatever it may hold; most of them are without a fault."""
    seed, line = random.randrange(3), random.randrange(4)
    date = random.choice(["2019", "2021-03", "2021-03-04", "2019/2024", "2024-05?", ""])
    tags = random.sample(["bridge", "ferry", "Ferry", "fair"], random.randrange(3))
    names = random.sample([*PLACES, "old-lock"], random.randrange(3))
    status = random.choice(["proposed", "reviewed", "reviewed", "rejected"])
    lines = [
        f"title: The {random.choice(PLACES)} opens {random.randrange(3)}",
        *([f'date: "{date}"'] if date else []),
        f"status: {status}",
        *([f"places: [{', '.join(names)}]"] if names else []),
        *([f"tags: [{', '.join(tags)}]"] if tags else []),
        *([f"related: [event-{random.randrange(9)}]"] if random.random() < 0.2 else []),
        *([f"aliases: [former-{number}]"] if random.random() < 0.3 else []),
        *(["media:", "- {file: pier.png, alt: A pier}"] * (random.random() < 0.3)),
        "citations:",
        f"  - source: paper-{seed}",
        f"    exact: The clerk noted line {line} of paper {seed}.",
    ]
    linked = random.choice(["", "See [it](../entities/quay.md).", "A *note*."])
    return "---\n" + "\n".join(lines) + f"\n---\n\nIt was so. {linked}\n"


def lay_out(root: Path, random: Random) -> None:
    for folder in ("content/events", "content/sources", "content/entities", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / "content/pages").mkdir()
    picture_saved(root, random, "pier")
    (root / "dateline.toml").write_bytes(SETTINGS)
    for seed in range(3):
        text = "\n".join(
            f"The clerk noted line {line} of paper {seed}." for line in range(4)
        )
        (root / f"seeds/paper-{seed}.txt").write_text(f"Paper {seed}\n\n{text}\n")
        card = f"---\ntitle: Paper {seed}\nissued: 2024-0{seed + 1}\n---\n"
        (root / f"content/sources/paper-{seed}.md").write_text(card)
    for name in PLACES:
        former = "aliases: [old-lock]\n" if name == "lock" else ""
        (root / f"content/entities/{name}.md").write_text(
            f"---\nprefLabel: The {name}\nkind: place\n{former}---\n"
        )
    for number in range(9):
        text = event(random, number)
        (root / f"content/events/event-{number}.md").write_text(text)


def written_anew(root: Path, random: Random) -> list[Path]:
    number = random.randrange(9)
    path = root / f"content/events/event-{number}.md"
    path.write_text(event(random, number))
    return [path]


def body_changed(root: Path, random: Random) -> list[Path]:
    path = random.choice(sorted((root / "content").rglob("*.md")))
    path.write_text(path.read_text() + f"\nMore {random.randrange(1000)}.\n")
    return [path]


def line_inserted(root: Path, random: Random) -> list[Path]:
    path = random.choice(sorted((root / "content/events").glob("*.md")))
    path.write_text(path.read_text().replace("---\n", "---\n# a note\n", 1))
    return [path]


def gone_or_back(root: Path, random: Random) -> list[Path]:
    path = random.choice(
        [
            root / f"content/events/event-{random.randrange(9)}.md",
            root / f"content/sources/paper-{random.randrange(3)}.md",
            root / f"content/entities/{random.choice(PLACES)}.md",
            root / f"seeds/paper-{random.randrange(3)}.txt",
        ]
    )
    beside = path.with_suffix(".gone")
    aside = root / beside.name
    if path.exists():
        path.replace(aside)
    elif aside.exists():
        aside.replace(path)
    return [path]


def renamed(root: Path, random: Random) -> list[Path]:
    path = random.choice(sorted((root / "content/events").glob("*.md")))
    other = path.with_name(f"event-{random.randrange(9)}.md")
    path.replace(other)
    return [path, other]


def moved_into_a_folder(root: Path, random: Random) -> list[Path]:
    path = random.choice(sorted((root / "content/events").glob("*.md")))
    other = path.parent / "more" / path.name
    other.parent.mkdir(exist_ok=True)
    path.replace(other)
    return [path, other.parent, other]


def broken(root: Path, random: Random) -> list[Path]:
    path = random.choice(sorted((root / "content").rglob("*.md")))
    path.write_text(path.read_text().replace("---\n", "", 1))
    return [path]


def entity_changed(root: Path, random: Random) -> list[Path]:
    path = root / f"content/entities/{random.choice(PLACES)}.md"
    if path.exists():
        kind = random.choice(["place", "place", "organisation"])
        label = random.choice(["The pier", "The quay", "The mole"])
        path.write_text(f"---\nprefLabel: {label}\nkind: {kind}\n---\n")
    return [path]


def card_changed(root: Path, random: Random) -> list[Path]:
    path = root / f"content/sources/paper-{random.randrange(3)}.md"
    publisher = random.choice(["", "publisher: The Crier\n", "publisher: The Herald\n"])
    issued = random.choice(["", "issued: 2018\n", "issued: 2025-01-02\n"])
    path.write_text(f"---\ntitle: Paper\n{publisher}{issued}---\n")
    return [path]


def seed_changed(root: Path, random: Random) -> list[Path]:
    path = root / f"seeds/paper-{random.randrange(3)}.txt"
    if path.exists():
        path.write_text(path.read_text().replace("line 3", "line three"))
    return [path]


def page_written(root: Path, random: Random) -> list[Path]:
    path = root / f"content/pages/{random.choice(['about', 'history'])}.md"
    path.write_text(f"---\ntitle: Page {random.randrange(3)}\n---\n\nWords.\n")
    return [path]


def picture_saved(root: Path, random: Random, name: str = "") -> list[Path]:
    """Another picture of the same name, or one that no event shows, or no more."""
    path = root / f"content/media/{name or random.choice(['pier', 'pier', 'ship'])}.png"
    path.parent.mkdir(exist_ok=True)
    if path.stem == "ship" and path.exists():
        path.unlink()
    else:
        colour = random.choice(["red", "tan"])
        path.write_bytes(picture("PNG", (60 + random.randrange(2), 40), colour))
    return [path]


def template_changed(root: Path, random: Random) -> list[Path]:
    path = root / "templates/tag.html"
    if path.exists():
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text("{{ tag }}: {{ entries | length }}")
    return [path]


def settings_changed(root: Path, random: Random) -> list[Path]:
    path = root / "dateline.toml"
    publish = random.choice(["all", "reviewed"])
    path.write_bytes(SETTINGS + f'publish = "{publish}"\n'.encode())
    return [path]


EDITORS: list[Callable[[Path, Random], list[Path]]] = [
    *(written_anew, written_anew, body_changed, body_changed, line_inserted),
    *(gone_or_back, gone_or_back, renamed, moved_into_a_folder, broken),
    *(entity_changed, card_changed, seed_changed, page_written, template_changed),
    *(settings_changed, picture_saved, picture_saved),
]


def shown(root: Path, disk: Files, each: LastTime) -> Shown:
    project, _ = read_project(root)
    report = pipeline.preview(project, disk, each)
    if report.site is None:
        return [str(problem) for problem in report.problems]
    return {path: report.site.file(path) for path in report.site.paths}


def give_up_a_look(
    root: Path, disk: RememberedFiles, each: LastTime, after: int
) -> None:
    """Look at everything, but for no more than *after* files."""
    looks = count()
    disk.saved(None, gives_way=lambda: next(looks) >= after)
    with suppress(GaveWayError):
        shown(root, disk, each)


@pytest.mark.parametrize("number", range(HISTORIES))
def test_the_preview_after_any_edits_is_that_of_a_fresh_start(
    number: int, tmp_path: Path
) -> None:
    random = Random(number)
    lay_out(tmp_path, random)
    disk, each = RememberedFiles(), LastTime()
    shown(tmp_path, disk, each)
    for _ in range(EDITS):
        edits = random.choices(EDITORS, k=random.choice([1, 1, 1, 2, 3]))
        saved = [path for edit in edits for path in edit(tmp_path, random)]
        if random.random() < 0.3:
            give_up_a_look(tmp_path, disk, each, after=random.randrange(20))
        disk.saved(None if random.random() < 0.1 else [str(path) for path in saved])
        now = shown(tmp_path, disk, each)
        assert now == shown(tmp_path, Files(), LastTime()), [e.__name__ for e in edits]
