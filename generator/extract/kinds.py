"""Settles across documents what kind a name is of, which each has told for itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.extract.name import Name
from generator.extract.naming import FULL_TITLES
from generator.extract.runs import normal
from generator.model.entities import EntityKind

PERSON, ORGANISATION = EntityKind.PERSON, EntityKind.ORGANISATION


def agreed(
    found: Mapping[str, Sequence[Name]], editors: Collection[str] = ()
) -> dict[str, Sequence[Name]]:
    """*found* by document, with no name a person's here and an organisation's there.

    It is what most documents take it for. Where one gives it a person's title ("Mr
    Ford") it may well be both, and where it is one of the *editors'* they decide; so
    these are left as they are.
    """
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    left = {normal(label) for label in editors}
    for names in found.values():
        told = {(normal(name.text), kind) for name in names if (kind := _kind(name))}
        for text, kind in told:
            votes[text][kind] += 1
        left |= {normal(name.text) for name in names if name.title in FULL_TITLES}
    kinds = {
        text: _most(text, of_name)
        for text, of_name in votes.items()
        if len(of_name) > 1 and text not in left
    }
    return {
        source: [_as(name, kinds.get(normal(name.text))) for name in names]
        for source, names in found.items()
    }


def _kind(name: Name) -> EntityKind | None:
    """Person or organisation, if it is told or guessed to be one of these."""
    kind = name.kind or name.guess
    return kind if kind in (PERSON, ORGANISATION) else None


def _most(text: str, votes: Counter[EntityKind]) -> EntityKind:
    """The kind with most *votes*; people seldom go by one word, firms often do."""
    if votes[PERSON] == votes[ORGANISATION]:
        return PERSON if " " in text else ORGANISATION
    return max(votes, key=votes.__getitem__)


def _as(name: Name, kind: EntityKind | None) -> Name:
    if kind is None or _kind(name) in (None, kind):
        return name
    return replace(name, kind=kind) if name.kind else replace(name, guess=kind)
