"""Happenings that may be one, for an editor to say: each pair with its reason.

What is certain enough has been merged; here is what a person should look at. One
account may be wider than the other ("June", "19 June"), never on another day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.extract.alike import overlap
from generator.extract.happenings import LIGHT
from generator.extract.merging import ALIKE, acts_in, likeness, listed, shared_by
from generator.extract.page import Page
from generator.extract.proposing import citation_of
from generator.extract.shelf import Happening
from generator.extract.tellings import Telling
from generator.model.edtf import Precision
from generator.model.events import Factuality, Suggestion
from generator.model.timex import Basis

_NARROW = frozenset({Precision.DAY, Precision.MONTH})
MOST_TOGETHER = 60
"""Happenings of one month and one participant beyond which none are compared."""


def suggestions(
    happenings: Sequence[Happening], pages: Mapping[str, Page]
) -> list[Suggestion]:
    """At most one for each happening, in the order of *happenings*."""
    found: list[Suggestion] = []
    taken: set[int] = set()
    for _, one, other, reason in sorted(_pairs(happenings, pages)):
        if one in taken or other in taken:
            continue
        taken |= {one, other}
        first, second = (happenings[i].first for i in (one, other))
        found.append(
            Suggestion(
                citation_of(first, pages[first.source], ""),
                citation_of(second, pages[second.source], ""),
                reason,
            )
        )
    return found


def _pairs(
    happenings: Sequence[Happening], pages: Mapping[str, Page]
) -> Iterator[tuple[int, int, int, str]]:
    """How much they do not share (less is better), both numbers, and the reason."""
    met: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for i, happening in enumerate(happenings):
        date = happening.first.when.date
        if date is None or date.first is None or date.precision not in _NARROW:
            continue
        cast = pages[happening.first.source].cast
        sides = {cast.allegiance(name) for name in happening.first.core}
        for shared in sorted(sides | acts_in(happening.first, pages)):
            met[(*date.first[:2], shared)].append(i)
    pairs = {
        pair
        for together in met.values()
        if len(together) <= MOST_TOGETHER
        for pair in combinations(sorted(set(together)), 2)
    }
    for one, other in sorted(pairs):
        first, second = happenings[one].first, happenings[other].first
        names = shared_by(first, second, pages)
        acts = acts_in(first, pages) & acts_in(second, pages)
        near = bool(acts) and (names or likeness(first, second, pages) >= ALIKE)
        if _may_be_one(first, second, names, told=bool(near)):
            labels = [pages[first.source].cast.label(name) for name in names]
            told = listed(labels) if labels else f"one act ({listed(sorted(acts))})"
            yield (
                -len(names) - len(acts),
                one,
                other,
                f"{_time(second)} can be the same time as {_time(first)}, and both "
                f"tell of {told}",
            )


def _may_be_one(
    first: Telling, second: Telling, names: Sequence[str], *, told: bool
) -> bool:
    """*told*: they tell of one act, with somebody in both or in like words."""
    dates = first.when.date, second.when.date
    if dates[0] is None or dates[1] is None or not overlap(dates[0], dates[1]):
        return False
    plans = {first.factuality, second.factuality}
    if Factuality.PLANNED in plans and len(plans) > 1:
        return False
    if told and first.source != second.source:
        return True
    families = (first.families & second.families) - LIGHT
    if str(dates[0]) == str(dates[1]):
        return bool(families) and bool(names)
    return len(names) >= 2


def _time(telling: Telling) -> str:
    if telling.when.basis is Basis.PUBLICATION or not telling.when.phrase:
        return str(telling.when.date)
    return f"“{telling.when.phrase}”"
