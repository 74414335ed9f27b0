"""Turns happenings into proposals: the best title, all passages, a rank."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from generator.extract.claims import claims_of
from generator.extract.entities import Cast, slug
from generator.extract.lexicon import words
from generator.extract.page import Page
from generator.extract.salience import weight
from generator.extract.shelf import Happening
from generator.extract.stories import words_of
from generator.extract.tagging import tags_of
from generator.extract.tellings import Telling
from generator.extract.titles import Wording
from generator.model.citations import Citation, Says
from generator.model.edtf import Edtf, Form
from generator.model.entities import EntityKind
from generator.model.events import EventProposal, Factuality, Mention
from generator.model.selectors import quote_of

WORDS_OF_SLUG = 6
_SMALL = words("a an the of in on at to for and by with from has have had is are")


def event_of(
    happening: Happening,
    pages: dict[str, Page],
    score: float,
    tags: Collection[str] = (),
) -> EventProposal:
    """The event that an editor would be offered for *happening*.

    *tags* are those that editors use.
    """
    best = _best_worded(happening, pages)
    tellings = _in_order(happening, best)
    wording = best.wording
    assert wording is not None
    page = pages[best.source]
    core = _core(best, happening)
    deeds = [d for t in (best, *happening.tellings) for d in t.deeds]
    return EventProposal(
        slug=slug_of(wording.title),
        title=wording.title,
        date=_date(happening),
        factuality=_factuality(happening),
        people=_of_kind(page.cast, core, EntityKind.PERSON),
        organisations=_of_kind(page.cast, core, EntityKind.ORGANISATION),
        places=_of_kind(page.cast, core, EntityKind.PLACE),
        tags=tags_of(deeds, tags),
        citations=tuple(
            citation_of(telling, pages[telling.source], reason)
            for telling, reason in tellings
        ),
        body=wording.body,
        score=score,
        claims=tuple(claims_of([telling for telling, _ in tellings], pages)),
    )


def mention_of(telling: Telling, page: Page) -> Mention:
    """*telling* as the single mention that it is."""
    return Mention(
        telling.source,
        telling.start,
        telling.end,
        citation_of(telling, page, ""),
        telling.when.date,
        telling.factuality,
        weight(telling, page),
        telling.block.kind,
    )


def citation_of(telling: Telling, page: Page, reason: str) -> Citation:
    """The passage of *telling* with what it says of the date."""
    when = telling.when
    says = Says(
        date=when.date,
        phrase=when.phrase,
        basis=when.basis,
        anchor=when.anchor,
        needs=when.needs,
        speaker=telling.speaker,
        because=reason,
    )
    return Citation(
        telling.source, quote_of(page.text, telling.start, telling.end), says
    )


def slug_of(title: str) -> str:
    """The words of *title* that make an address."""
    spoken = [word for word in title.split() if word.lower() not in _SMALL]
    return slug(" ".join(spoken[:WORDS_OF_SLUG])) or "event"


def _in_order(happening: Happening, best: Telling) -> list[tuple[Telling, str]]:
    """The tellings with their reasons: the one that gives the title leads."""
    pairs = zip(happening.tellings, happening.reasons, strict=True)
    return sorted(pairs, key=lambda p: (p[0] is not best, p[0].source, p[0].start))


def _best_worded(happening: Happening, pages: Mapping[str, Page]) -> Telling:
    """The telling with the best title: a full clause, from the article's own prose, in
    the words that the others use as well."""
    likeness = _likeness_to_all(happening.tellings, pages)

    def key(item: tuple[int, Telling]) -> tuple[int, bool, float, int]:
        at, telling = item
        wording: Wording | None = telling.wording
        assert wording is not None
        return wording.rank, telling.block.story > 0, -likeness[at], at

    worded = [pair for pair in enumerate(happening.tellings) if pair[1].wording]
    return min(worded, key=key)[1]


def _likeness_to_all(
    tellings: Sequence[Telling], pages: Mapping[str, Page]
) -> list[float]:
    """How much each of *tellings* has in common with all of them (summed cosine)."""
    if len(tellings) < 3:  # of two, each is as like the other
        return [0.0] * len(tellings)
    said = [set(words_of(pages[t.source].text[t.start : t.end])) for t in tellings]
    length = [math.sqrt(len(spoken)) or 1.0 for spoken in said]
    return [
        round(sum(len(a & b) / (m * n) for b, n in zip(said, length, strict=True)), 6)
        for a, m in zip(said, length, strict=True)
    ]


def _core(best: Telling, happening: Happening) -> Sequence[str]:
    """Who took part: those of the best telling, then those whom others add."""
    names = list(best.core)
    for telling in happening.tellings:
        names += [name for name in telling.core if telling.wording is not None]
    return list(dict.fromkeys(names))


def _of_kind(cast: Cast, core: Sequence[str], kind: EntityKind) -> tuple[str, ...]:
    return tuple(name for name in core if cast.entities[name].kind is kind)


def _date(happening: Happening) -> Edtf | None:
    """The finest date that a passage gives: that of the first telling, or a day, a
    month or a stretch of days within it which another tells for sure."""
    date = happening.first.when.date
    for telling in happening.tellings:
        other = telling.when.date
        if date is not None and other is not None and _is_within(other, date):
            date = other
    return date


def _is_within(narrow: Edtf, wide: Edtf) -> bool:
    """*narrow* is a certain time inside *wide*, which is one and longer."""
    bounds = (wide.first, narrow.first, narrow.last, wide.last)
    first, begins, ends, last = bounds
    if first is None or begins is None or ends is None or last is None:
        return False
    certain = narrow.form in (Form.DATE, Form.INTERVAL) and wide.form is Form.DATE
    certain &= not str(narrow).endswith(("~", "?", "%"))
    return (
        certain and first <= begins and ends <= last and (begins, ends) != (first, last)
    )


def _factuality(happening: Happening) -> Factuality:
    """What the firmest passage says: one that tells it as a fact settles a claim."""
    order = list(Factuality)
    return min((t.factuality for t in happening.tellings), key=order.index)
