"""What the methodology page counts: every number is computed from the timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from generator.model.edtf import Precision
from generator.model.events import (
    Factuality,
    Status,
    citations_of,
    cited_sources,
)
from generator.model.timeline import Timeline
from generator.model.timex import Basis
from generator.pages.excerpts import cited_share

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one source the timeline uses; `share` is from 0 to 1."""

    source: str
    passages: int
    events: int
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The timeline in numbers.

    `basis` counts citations by how they know their date; those that know none are
    left out.
    `single_source` counts the events that one source alone tells of. `names_found_by`
    says what found names when the sources were last read, "" where that is not known.
    """

    events: int
    dated: int
    undated: int
    sources: int
    entities: int
    tags: int
    passages: int
    citations: int
    claims: int
    corrections: int
    single_source: int
    status: Mapping[Status, int]
    factuality: Mapping[Factuality, int]
    precision: Mapping[Precision, int]
    approximate: int
    basis: Mapping[Basis, int]
    coverage: tuple[Coverage, ...]
    names_found_by: str = ""


def figures(timeline: Timeline, sources: Iterable[str]) -> Figures:
    """*timeline* in numbers; *sources* are the ids of the published sources."""
    events = timeline.all_events
    citations = [citation for event in events for citation in citations_of(event)]
    coverage = tuple(_coverage(timeline, source) for source in sources)
    dates = [event.date for event in timeline.events if event.date is not None]
    return Figures(
        events=len(events),
        dated=len(timeline.events),
        undated=len(timeline.undated),
        sources=len(coverage),
        entities=len({name for event in events for name in event.entities}),
        tags=len(timeline.by_tag),
        passages=sum(len(found) for found in timeline.passages.values()),
        citations=len(citations),
        claims=sum(len(event.claims) for event in events),
        corrections=sum(len(event.corrections) for event in events),
        single_source=sum(len(cited_sources(event)) == 1 for event in events),
        status=_counted((event.status for event in events), Status),
        factuality=_counted((event.factuality for event in events), Factuality),
        precision=_counted((date.precision for date in dates), Precision),
        approximate=sum(date.approximate or date.uncertain for date in dates),
        basis=_counted((c.says.basis for c in citations if c.says.date), Basis),
        coverage=coverage,
        names_found_by=timeline.names_found_by,
    )


def _coverage(timeline: Timeline, source: str) -> Coverage:
    passages = timeline.passages.get(source, ())
    document = timeline.documents.get(source)
    text = document.text if document else ""
    return Coverage(
        source,
        len(passages),
        len(timeline.by_source.get(source, ())),
        len(text),
        cited_share(passages, text),
    )


def _counted(found: Iterable[Word | None], words: type[Word]) -> dict[Word, int]:
    """How often each of *words* is found, in their order, without those never met."""
    counts = Counter(found)
    return {word: counts[word] for word in words if counts[word]}
