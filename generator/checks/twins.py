"""Events that two files tell: known by their passages and like titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.checks.tools import note
from generator.model.citations import Citation
from generator.model.each import settling
from generator.model.events import Event, Status
from generator.problems import Origin, Problem

_Passage = tuple[str, str, str]
"""A source, words of it without their line ends, and which of them give the time."""


@dataclass(frozen=True, slots=True)
class Told:
    """What of an event shows whether another file tells it too."""

    id: str
    path: str
    title: str
    date: str
    passages: tuple[tuple[_Passage, Origin], ...]


@settling
def passages_of(event: Event) -> frozenset[_Passage]:
    """The passages that prove *event*; none when it is rejected."""
    if event.status is Status.REJECTED:
        return frozenset()
    return frozenset(map(_passage, event.citations))


@settling
def sharing(passages_of_events: Sequence[Collection[_Passage]]) -> tuple[int, ...]:
    """Which of the events, by their numbers from 0, have a passage of another one."""
    used = Counter(chain.from_iterable(passages_of_events))
    shared = {passage for passage, times in used.items() if times > 1}
    if not shared:
        return ()
    of_events = enumerate(passages_of_events)
    return tuple(at for at, cited in of_events if not shared.isdisjoint(cited))


@settling
def told(event: Event) -> Told:
    """What *event* tells, in brief."""
    passages = tuple((_passage(c), c.origin) for c in event.citations)
    date = str(event.date or "")
    return Told(event.id, event.origin.path, event.title, date, passages)


def twin_problems(copies: Collection[str], events: Sequence[Told]) -> list[Problem]:
    """A note at the later of two files, unless it is one of the *copies*, whose names
    tell already. *events* are at least those that share a passage.

    One passage may tell of two happenings; it is the same words for the time with the
    same date, or all passages together, that give two files away.
    """
    by_date: dict[tuple[_Passage, str], Told] = {}
    by_all: dict[frozenset[_Passage], Told] = {}
    found = []
    for event in events:
        if event.id in copies:
            continue
        cited = frozenset(passage for passage, _ in event.passages)
        other = by_all.setdefault(cited, event)
        if other is not event and _alike(event, other):
            place = event.passages[0][1]
            found.append(_twin(place, f"its passages are those of {other.path}"))
            continue
        for passage, place in event.passages:
            if not passage[2]:
                continue
            other = by_date.setdefault((passage, event.date), event)
            if other is not event and _alike(event, other):
                message = f"the same passage gives the same date to {other.path}"
                found.append(_twin(place, message))
    return found


def _twin(place: Origin, message: str) -> Problem:
    return note(
        place,
        "event-twice",
        message,
        "if both tell of one happening, keep one file and name the other "
        "in its aliases:",
    )


def _passage(citation: Citation) -> _Passage:
    words = " ".join(citation.quote.exact.split())
    return citation.source, words, citation.says.phrase


def _alike(one: Told, other: Told) -> bool:
    """True when two titles share most of their words."""
    a, b = (set(e.title.casefold().split()) for e in (one, other))
    return 2 * len(a & b) >= min(len(a), len(b)) > 0
