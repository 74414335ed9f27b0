"""Finds firms that go by a single word ("Quill"), by what a text says of firms only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.extract.naming import COMPANY_CUES, THE_COMPANY
from generator.model.entities import EntityKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text; `kind` is None for a bare word that may be a
    surname. `country` is the code of the country that the words before it give;
    `adjective` marks a country named by its adjective ("French")."""

    start: int
    end: int
    text: str
    kind: EntityKind | None
    country: str = ""
    adjective: bool = False
    stands_for_country: bool = False


def with_companies(text: str, names: Sequence[Name]) -> list[Name]:
    """*names* of *text* with the firms among its bare words known as such.

    A word that is part of a person's name is never one. Where the text speaks of
    "the company", the one bare word that it names often enough is meant.
    """
    of_people = {
        part
        for name in names
        if name.kind is EntityKind.PERSON
        for part in name.text.split()
    }
    bare = Counter(n.text for n in names if n.kind is None and n.text not in of_people)
    firms = {word for word in bare if _is_told_as_firm(text, word)}
    often = [word for word, times in bare.items() if times > 1]
    if not firms and len(often) == 1 and THE_COMPANY.search(text):
        firms = set(often)
    return [
        replace(name, kind=EntityKind.ORGANISATION) if name.text in firms else name
        for name in names
    ]


def _is_told_as_firm(text: str, word: str) -> bool:
    spelt = re.escape(word)
    return any(re.search(cue.format(spelt), text) for cue in COMPANY_CUES)
