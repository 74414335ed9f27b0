"""Events that two files tell: known by their passages and like titles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.names import originals
from generator.checks.tools import at, note
from generator.model.citations import Citation
from generator.model.events import Event, Status
from generator.model.timeline import Content
from generator.problems import Problem

_Passage = tuple[str, str, str]


def twin_problems(content: Content) -> Iterator[Problem]:
    """A note at the later of two files, unless its name says that it is a copy.

    One passage may tell of two happenings; it is the same words for the time with the
    same date, or all passages together, that give two files away.
    """
    copies = originals([event.id for event in content.events])
    by_date: dict[tuple[_Passage, str], Event] = {}
    by_all: dict[frozenset[_Passage], Event] = {}
    for event in content.events:
        if event.status is Status.REJECTED or event.id in copies:
            continue
        cited = [_passage(citation) for citation in event.citations]
        other = by_all.setdefault(frozenset(cited), event)
        if cited and other is not event and _alike(event, other):
            yield _twin(event, 0, f"its passages are those of {other.origin.path}")
            continue
        for index, passage in enumerate(cited):
            if not passage[2]:
                continue
            other = by_date.setdefault((passage, str(event.date or "")), event)
            if other is not event and _alike(event, other):
                path = other.origin.path
                yield _twin(
                    event, index, f"the same passage gives the same date to {path}"
                )


def _twin(event: Event, index: int, message: str) -> Problem:
    return note(
        at(event, f"citations.{index}.exact"),
        "event-twice",
        message,
        "if both tell of one happening, keep one file and name the other "
        "in its aliases:",
    )


def _passage(citation: Citation) -> _Passage:
    words = " ".join(citation.quote.exact.split())
    return citation.source, words, citation.says.phrase


def _alike(one: Event, other: Event) -> bool:
    """True when two titles share most of their words."""
    a, b = (set(e.title.casefold().split()) for e in (one, other))
    return 2 * len(a & b) >= min(len(a), len(b)) > 0
