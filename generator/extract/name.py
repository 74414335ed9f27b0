"""A name as it stands in a text, and what finds names: patterns, or a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model.entities import EntityKind
from generator.model.sources import Document


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text; `kind` is None for a bare word that may be a surname.

    `country` is the code of the country that the words before it give; `adjective`
    marks a country named by its adjective ("French"); `guess` is what a bare word
    is when nobody of that surname is known; `title` the last title before a person,
    in lower case.
    """

    start: int
    end: int
    text: str
    kind: EntityKind | None
    country: str = ""
    adjective: bool = False
    stands_for_country: bool = False
    guess: EntityKind | None = None
    title: str = ""


class NameFinder(Protocol):
    """Finds the names of one document, each with its kind where that is clear."""

    @property
    def says(self) -> str:
        """How it finds them, for people: "patterns and lists"."""

    def names(self, document: Document) -> Sequence[Name]:
        """The names of *document*, sorted by place; none overlaps another."""
