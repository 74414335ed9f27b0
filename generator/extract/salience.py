"""How much an event matters among others: who tells of it, who takes part, and who
still names its day.

The number of articles that name a day says more of it than the number of sentences, or
of articles that appeared on it. So each article counts once: as one that tells of the
event, else as one that names its day; a little more if it looks back from later. How
many take part says nothing; that the collection is about them does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

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

FAMILIAR = 1.0
"""What it adds that every article names everybody who takes part."""

LOOKS_BACK = 0.25
"""What an article that names the day adds when it appeared over a week later."""

WEEK = timedelta(days=7)

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
    familiar = _familiar(pages)
    told = [_told(happening, pages, familiar) for happening in happenings]
    seen: Counter[str] = Counter()
    found = [0.0] * len(happenings)
    for i in sorted(range(len(happenings)), key=lambda i: (-told[i], i)):
        day = _day(happenings[i].first.when.date)
        if day:
            seen[day] += 1
        share = _SHARE.get(len(day), 0.0)
        tell = {t.source for t in happenings[i].tellings}
        name = naming.get(day, frozenset())
        later = sum(_looks_back(pages[source], day) for source in name | tell)
        lift = share * NAMED_DAY * len(name - tell) + LOOKS_BACK * later
        found[i] = round(told[i] + lift / max(seen[day], 1), 3)
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


def _looks_back(page: Page, day: str) -> bool:
    """The article appeared over a week after *day*, which is a whole date."""
    issued = page.creation.issued
    if issued is None or max(len(day), len(issued)) > len("2011-02-11"):
        return False
    try:
        return date.fromisoformat(issued) - date.fromisoformat(day) > WEEK
    except ValueError:  # a month, or a day that no calendar has
        return False


def _told(
    happening: Happening, pages: Mapping[str, Page], familiar: Mapping[str, float]
) -> float:
    """More for several sources, for those that tell it best, for those whom all name;
    less for mere statements."""
    sources = {telling.source for telling in happening.tellings}
    best = max(
        weight(t, pages[t.source]) + (LEAD if _leads(t, pages[t.source]) else 0.0)
        for t in happening.tellings
    )
    families = frozenset().union(*(t.families for t in happening.tellings))
    substance = 0.5 if families - LIGHT else 0.0
    cast = {name for t in happening.tellings for name in t.core}
    known = sum(familiar.get(name, 0.0) for name in sorted(cast)) / max(len(cast), 1)
    return round(len(sources) + best + substance + FAMILIAR * known, 3)


def _familiar(pages: Mapping[str, Page]) -> Mapping[str, float]:
    """The share of all articles whose body names each entity. What stands around the
    body is searched for an editor's names only, so it does not count."""
    named: Counter[str] = Counter()
    for page in pages.values():
        bodies = (b for b in page.document.blocks if b.kind is BlockKind.BODY)
        named.update(
            {n.id for body in bodies for n in page.named(body.start, body.end)}
        )
    return {name: count / len(pages) for name, count in named.items()}


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
