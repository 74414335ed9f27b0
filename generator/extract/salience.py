"""How much an event matters among others: who tells of it, and who still names its day.

The number of articles that name a day says more of it than the number of sentences, or
of articles that appeared on it. To count those that look back at it later once more did
better on one collection and worse on another, so each article counts once: as one that
tells of the event, else as one that names its day.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.extract.happenings import LIGHT
from generator.extract.page import Page
from generator.extract.shelf import Happening
from generator.extract.tellings import Telling
from generator.extract.tokens import sentences
from generator.model.edtf import Edtf, Precision
from generator.model.events import Factuality
from generator.model.sources import BlockKind
from generator.model.timex import Basis

_BY_PRECISION = {
    Precision.TIME: 1.0,
    Precision.DAY: 1.0,
    Precision.MONTH: 0.7,
    Precision.SEASON: 0.5,
    Precision.YEAR: 0.4,
}
_BY_BASIS = {
    Basis.STATED: 1.0,
    Basis.RELATIVE: 0.8,
    Basis.INFERRED: 0.6,
    Basis.PUBLICATION: 0.5,
}
_BY_BLOCK = {BlockKind.BODY: 1.0, BlockKind.CAPTION: 0.8, BlockKind.TEASER: 0.4}

LEAD = 0.3
"""What the first sentence of an article adds, where it is not about another time."""

RECENT = 2
"""Months before publication; an opening that tells of an earlier time looks back."""

_SHARE = {len("2011-02-11"): 1.0, len("2011-02"): 0.5}
"""Of a day and of a month, how much its naming counts; of a year it says nothing."""

NAMED_DAY = 0.5
"""What an article that names the day of an event adds, beside one that tells it."""


def scores(happenings: Sequence[Happening], pages: Mapping[str, Page]) -> list[float]:
    """The salience of each happening, in their order.

    A day that many articles name lifts what happened on it: all of that goes to the
    event that is told best, half to the next, a third to the one after.
    """
    naming = _naming(pages)
    told = [_told(happening, pages) for happening in happenings]
    seen: Counter[str] = Counter()
    found = [0.0] * len(happenings)
    for i in sorted(range(len(happenings)), key=lambda i: (-told[i], i)):
        day = _day(happenings[i].first.when.date)
        if day:
            seen[day] += 1
        share = _SHARE.get(len(day), 0.0)
        others = naming.get(day, frozenset()) - {
            t.source for t in happenings[i].tellings
        }
        lift = share * NAMED_DAY * len(others) / max(seen[day], 1)
        found[i] = round(told[i] + lift, 3)
    return found


def weight(telling: Telling, page: Page) -> float:
    """How well *telling* places its happening, and how early in its article."""
    told = telling.when.date
    precision = _BY_PRECISION.get(told.precision, 0.2) if told is not None else 0.1
    happened = 1.0 if telling.factuality is Factuality.HAPPENED else 0.8
    length = max(len(page.text), 1)
    early = 0.3 * (1 - telling.start / length) if telling.block.story == 0 else 0.0
    block = _BY_BLOCK.get(telling.block.kind, 0.5)
    return round(
        precision * _BY_BASIS[telling.when.basis] * happened * block + early, 3
    )


def _leads(telling: Telling, page: Page) -> bool:
    """It is told in the article's first sentence, and not as long past."""
    body = (b for b in page.document.blocks if b.kind is BlockKind.BODY)
    first = next(body, None)
    if first is None or telling.block != first or first.story:
        return False
    _, end = next(sentences(page.text, first.start, first.end))
    if telling.start >= end:
        return False
    issued, told = page.creation.issued, telling.when.date
    if issued is None or told is None or told.last is None:
        return True
    year, month = map(int, issued.split("-")[:2])
    return told.last[0] * 12 + told.last[1] >= year * 12 + month - RECENT


def _told(happening: Happening, pages: Mapping[str, Page]) -> float:
    """More for several sources, for those that tell it best, for many who take part;
    less for mere statements."""
    sources = {telling.source for telling in happening.tellings}
    best = max(
        weight(t, pages[t.source]) + (LEAD if _leads(t, pages[t.source]) else 0.0)
        for t in happening.tellings
    )
    families = frozenset().union(*(t.families for t in happening.tellings))
    substance = 0.5 if families - LIGHT else 0.0
    named = min(len({name for t in happening.tellings for name in t.core}), 5)
    return round(len(sources) + best + substance + 0.1 * named, 3)


def _naming(pages: Mapping[str, Page]) -> Mapping[str, frozenset[str]]:
    """The articles that name each day or month, when it comes or in looking back."""
    naming: dict[str, set[str]] = defaultdict(set)
    for source, page in pages.items():
        for timex in page.timexes:
            if timex.edtf and (day := _day_of_text(timex.edtf)):
                naming[day].add(source)
    return {day: frozenset(naming[day]) for day in sorted(naming)}


def _day(told: Edtf | None) -> str:
    return _day_of_text(str(told)) if told is not None else ""


def _day_of_text(edtf: str) -> str:
    """The date in *edtf* without its time of day and its qualifiers; "" for several."""
    plain = edtf.partition("T")[0].rstrip("~?%")
    return plain if plain.replace("-", "").isdigit() else ""
