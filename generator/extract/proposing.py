"""Turns happenings into proposals: the best title, all passages, a rank."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extract.entities import Cast, slug
from generator.extract.happenings import LIGHT, tags_of
from generator.extract.lexicon import words
from generator.extract.merging import Happening
from generator.extract.page import Page
from generator.extract.tellings import Telling
from generator.extract.titles import Wording
from generator.extract.tokens import tokens
from generator.model.citations import Citation, Says
from generator.model.edtf import Edtf, Precision
from generator.model.entities import EntityKind
from generator.model.events import EventProposal, Factuality, Mention
from generator.model.selectors import quote_of
from generator.model.sources import BlockKind
from generator.model.timex import Basis

WORDS_OF_SLUG = 6
_SMALL = words("a an the of in on at to for and by with from has have had is are")

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


def event_of(happening: Happening, pages: dict[str, Page]) -> EventProposal:
    """The event that an editor would be offered for *happening*."""
    tellings = _in_order(happening)
    best = _best_worded(happening)
    wording = best.wording
    assert wording is not None
    page = pages[best.source]
    core = _core(best, happening)
    words = [
        token.lower
        for telling in happening.tellings
        for token in tokens(pages[telling.source].text, telling.start, telling.end)
    ]
    families = frozenset().union(*(t.families for t in happening.tellings))
    return EventProposal(
        slug=slug_of(wording.title),
        title=wording.title,
        date=_date(happening),
        factuality=_factuality(happening),
        people=_of_kind(page.cast, core, EntityKind.PERSON),
        organisations=_of_kind(page.cast, core, EntityKind.ORGANISATION),
        places=_of_kind(page.cast, core, EntityKind.PLACE),
        tags=tags_of(families, words),
        citations=tuple(
            citation_of(telling, pages[telling.source], reason)
            for telling, reason in tellings
        ),
        body=wording.body,
        score=score_of(happening, pages),
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
        _weight(telling, page),
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


def score_of(happening: Happening, pages: dict[str, Page]) -> float:
    """How much the event matters among others: more for several sources, for those
    that tell it best, for many who take part; less for mere statements."""
    sources = {telling.source for telling in happening.tellings}
    best = max(_weight(t, pages[t.source]) for t in happening.tellings)
    families = frozenset().union(*(t.families for t in happening.tellings))
    substance = 0.5 if families - LIGHT else 0.0
    named = min(len({name for t in happening.tellings for name in t.core}), 5)
    return round(len(sources) + best + substance + 0.1 * named, 3)


def _weight(telling: Telling, page: Page) -> float:
    date = telling.when.date
    precision = _BY_PRECISION.get(date.precision, 0.2) if date is not None else 0.1
    happened = 1.0 if telling.factuality is Factuality.HAPPENED else 0.8
    length = max(len(page.text), 1)
    early = 0.3 * (1 - telling.start / length) if telling.block.story == 0 else 0.0
    block = _BY_BLOCK.get(telling.block.kind, 0.5)
    return round(
        precision * _BY_BASIS[telling.when.basis] * happened * block + early, 3
    )


def _in_order(happening: Happening) -> list[tuple[Telling, str]]:
    pairs = zip(happening.tellings, happening.reasons, strict=True)
    return sorted(pairs, key=lambda pair: (pair[0].source, pair[0].start))


def _best_worded(happening: Happening) -> Telling:
    """The telling with the best title: a full clause, from the article's own prose."""

    def key(item: tuple[int, Telling]) -> tuple[int, bool, int]:
        at, telling = item
        wording: Wording | None = telling.wording
        assert wording is not None
        return wording.rank, telling.block.story > 0, at

    worded = [pair for pair in enumerate(happening.tellings) if pair[1].wording]
    return min(worded, key=key)[1]


def _core(best: Telling, happening: Happening) -> Sequence[str]:
    """Who took part: those of the best telling, then those whom others add."""
    names = list(best.core)
    for telling in happening.tellings:
        names += [name for name in telling.core if telling.wording is not None]
    return list(dict.fromkeys(names))


def _of_kind(cast: Cast, core: Sequence[str], kind: EntityKind) -> tuple[str, ...]:
    return tuple(name for name in core if cast.entities[name].kind is kind)


def _date(happening: Happening) -> Edtf | None:
    """The finest date that a passage gives; the first telling has it."""
    return happening.first.when.date


def _factuality(happening: Happening) -> Factuality:
    """What the firmest passage says: one that tells it as a fact settles a claim."""
    order = list(Factuality)
    return min((t.factuality for t in happening.tellings), key=order.index)
