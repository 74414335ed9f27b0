"""An extraction after any history equals a first one of the same files.

In a history articles come, go and change, and people edit what was proposed. It is
known by its number; set DATELINE_WALKS to run more of them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from support import edits
from support.trees import bytes_of, differences, tree

from generator.config import Project
from generator.extraction import ExtractReport, extract
from generator.problems import DatelineError

HISTORIES = int(os.environ.get("DATELINE_WALKS", "6"))
TURNS = 5
CACHE = ".dateline/cache"

SENTENCES = (
    "{who} opened the {town} bridge on {day} May 2021.",
    "The {town} council approved a new ferry on {day} May 2021.",
    "On {day} May 2021 a storm damaged the pier of {town}, {who} said.",
    "{who} signed the contract for the lighthouse of {town} in June 2020.",
    "The ferry Gull ran aground off {town} on Tuesday.",
    "Construction of the {town} tunnel began on {day} March 2019.",
    "{who}, the mayor of {town}, visited the harbour last week.",
)
WHO = ("Ada Quill", "Ben Holm", "Katiá Lund", "Kátia Lund", "Quill")
TOWN = ("Alder Quay", "Birch Haven", "Bergen", "Oslo")


def sentence(random: Random) -> str:
    return random.choice(SENTENCES).format(
        who=random.choice(WHO), town=random.choice(TOWN), day=random.randint(3, 5)
    )


def an_article_comes(root: Path, random: Random) -> None:
    told = "\n\n".join(sentence(random) for _ in range(random.randint(1, 4)))
    path = root / "seeds" / f"report-{random.randrange(12)}.txt"
    path.write_text(f"News of the coast\n\nPublished 8 May 2021\n\n{told}\n")


def an_article_goes(root: Path, random: Random) -> None:
    one_of(root / "seeds", random).unlink()


def an_article_changes(root: Path, random: Random) -> None:
    path = one_of(root / "seeds", random)
    lines = path.read_text().split("\n\n")
    lines[random.randrange(len(lines))] = sentence(random)
    path.write_text("\n\n".join(lines))


def an_article_has_another_name(root: Path, random: Random) -> None:
    path = one_of(root / "seeds", random)
    path.rename(path.with_stem(f"other-{random.randrange(12)}"))


def a_file_is_edited(root: Path, random: Random) -> None:
    of_people = (edits.OF_EVENTS, edits.OF_NAMES, edits.OF_PAPERS, edits.OF_TEXTS)
    random.choice(random.choice(of_people))(root, random)


def an_event_is_judged(root: Path, random: Random) -> None:
    path = one_of(root / "content" / "events", random)
    status = random.choice(("reviewed", "disputed", "rejected"))
    path.write_text(path.read_text().replace("status: proposed", f"status: {status}"))


def a_file_goes(root: Path, random: Random) -> None:
    one_of(root / "content" / random.choice(("events", "entities")), random).unlink()


TURN: tuple[Callable[[Path, Random], None], ...] = (
    *(an_article_comes, an_article_comes, an_article_goes, an_article_changes),
    *(an_article_has_another_name, a_file_is_edited, an_event_is_judged, a_file_goes),
)


def one_of(folder: Path, random: Random) -> Path:
    return random.choice(sorted(folder.iterdir()))


@pytest.mark.parametrize("number", range(HISTORIES))
def test_nothing_that_is_remembered_makes_a_difference(
    number: int, tmp_path: Path
) -> None:
    random = Random(number)
    root, other = tmp_path / "with", tmp_path / "without"
    for folder in ("seeds", "content/events", "content/entities"):
        (root / folder).mkdir(parents=True)
    for _ in range(6):
        an_article_comes(root, random)
    told: list[str] = []
    for _ in range(TURNS):
        shutil.copytree(root, other)
        shutil.rmtree(other / CACHE, ignore_errors=True)
        now, anew = extracted(root), extracted(other)
        assert now == anew, told
        assert not differences(kept(root), kept(other)), told
        shutil.rmtree(other)
        for _ in range(random.randint(0, 3)):
            turn = random.choice(TURN)
            told.append(turn.__name__)
            try:
                turn(root, random)
            except IndexError:  # there is nothing left of that kind
                told.append("in vain")


def extracted(root: Path) -> ExtractReport | str:
    try:
        return extract(Project(root), accept_deletions=True)
    except DatelineError as error:
        return str(error)


def kept(root: Path) -> dict[str, bytes]:
    return bytes_of(tree(root, [CACHE]))
