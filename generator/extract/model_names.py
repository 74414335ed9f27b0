"""Finds names with a language model's help: patterns first, the model for the rest.

A model knows names that no pattern shows, and errs where a list does not. So what a
pattern is sure of stays, a known place is a place, headings are not shown to the model,
and a name is of one kind in all of a document: the one that the model says most often.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from generator.extract.gazetteer import Gazetteer
from generator.extract.name import Name, NameFinder
from generator.extract.naming import EVENT_NOUNS, NOT_NAMES, TITLES
from generator.extract.runs import normal
from generator.extract.tokens import Token, tokens
from generator.model.entities import EntityKind
from generator.model.sources import BlockKind, Document

PROSE = frozenset({BlockKind.BODY, BlockKind.CAPTION, BlockKind.TEASER})

KINDS: Mapping[str, EntityKind] = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}
"""What OntoNotes' labels mean here; others (dates, products) are no names for us."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a model marks: `text[start:end]`, with its label in OntoNotes."""

    start: int
    end: int
    label: str


class Tagger(Protocol):
    """A language model that marks names."""

    @property
    def says(self) -> str:
        """Its name and version, for people."""

    def marked(self, text: str) -> Iterable[Marked]:
        """The names of *text*, in order; the same text gives the same names."""


class ModelNames:
    """The names that *patterns* find, completed by what *tagger* marks."""

    def __init__(self, patterns: NameFinder, tagger: Tagger, known: Gazetteer) -> None:
        self._patterns = patterns
        self._tagger = tagger
        self._known = known

    @property
    def says(self) -> str:
        return f"{self._patterns.says}, and {self._tagger.says}"

    def names(self, document: Document) -> list[Name]:
        """The names of *document*, sorted by place."""
        base = self._patterns.names(document)
        marked = list(self._marked(document))
        kinds = _elected(marked)
        completed = [self._completed(name, kinds) for name in base]
        taken = [(name.start, name.end) for name in base]
        added = [
            _as_said(name, kinds[normal(name.text)])
            for name in marked
            if not any(start < name.end and name.start < end for start, end in taken)
        ]
        return sorted([*completed, *added], key=lambda name: (name.start, name.end))

    def _completed(self, name: Name, kinds: Mapping[str, EntityKind]) -> Name:
        """A word of which the patterns say nothing, as what the model elects."""
        kind = kinds.get(normal(name.text))
        if name.kind is not None or name.guess is not None or kind is None:
            return name
        return _as_said(name, kind)

    def _marked(self, document: Document) -> Iterator[Name]:
        for block in document.blocks:
            if block.kind not in PROSE:
                continue
            # A name broken over lines is one name; every offset stays.
            text = re.sub(r"\s", " ", document.text[block.start : block.end])
            for mark in self._tagger.marked(text):
                kind = KINDS.get(mark.label)
                if kind is not None:
                    start, end = block.start + mark.start, block.start + mark.end
                    yield from self._trimmed(document.text, start, end, kind)

    def _trimmed(
        self, text: str, start: int, end: int, kind: EntityKind
    ) -> Iterator[Name]:
        """The marked name without article, titles and possessive, if one is left."""
        words = tokens(text, start, end)
        while words and not _begins_name(words[0], kind):
            words = words[1:]
        while words and not words[-1].is_word:
            words = words[:-1]
        if not words or words[-1].text in EVENT_NOUNS:
            return
        spelt = " ".join(word.text for word in words)
        bare = re.sub(r"[’']s?$", "", spelt)
        if bare in NOT_NAMES or len(bare) < 2 or self._known.is_adjective(bare):
            return
        place = self._known.place(bare)
        end = words[-1].end - (len(spelt) - len(bare))
        found = EntityKind.PLACE if place else kind
        yield Name(words[0].start, end, bare, found, place.country if place else "")


def _begins_name(word: Token, kind: EntityKind) -> bool:
    if kind is EntityKind.PERSON and word.lower.rstrip(".") in TITLES:
        return False
    return word.is_word and word.is_capital and word.lower not in ("the", "a", "an")


def _elected(marked: Sequence[Name]) -> dict[str, EntityKind]:
    """The kind of each name, by the vote of all its places."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name in marked:
        if name.kind is not None:
            votes[normal(name.text)][name.kind] += 1
    return {
        text: min(count, key=lambda kind: (-count[kind], kind))
        for text, count in votes.items()
    }


def _as_said(name: Name, kind: EntityKind) -> Name:
    """*name* as *kind*; a single word may still be the surname of somebody known."""
    if " " in name.text or name.country:
        return replace(name, kind=kind)
    return replace(name, kind=None, guess=kind)
