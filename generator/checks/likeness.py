"""Events that may be one, as notes at the file of the later one of the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.citations import Citation
from generator.model.events import Event, Status, Suggestion
from generator.model.timeline import Content
from generator.problems import Origin, Problem, Severity


def possibly_one(content: Content, suggestions: Iterable[Suggestion]) -> list[Problem]:
    """A note for each of *suggestions* that no person has answered.

    An editor answers by listing the one event under `related:` of the other, by
    rejecting one of them, by moving the passages into one file, or by reviewing both.
    """
    owners = {
        (citation.source, citation.quote.exact): event
        for event in content.events
        for citation in event.citations
    }
    return sorted(_notes(owners, suggestions))


def _notes(
    owners: dict[tuple[str, str], Event], suggestions: Iterable[Suggestion]
) -> Iterator[Problem]:
    for suggestion in suggestions:
        events = [
            owners.get(_key(citation))
            for citation in (suggestion.first, suggestion.second)
        ]
        one, other = events
        if one is None or other is None or one.id == other.id:
            continue
        if _answered(one, other):
            continue
        yield Problem(
            Origin(other.origin.path, other.origin.line, other.origin.column),
            Severity.NOTE,
            "may-be-one",
            f"“{other.title}” may be the same as “{one.title}”: {suggestion.because}",
            f"if it is, move its citations to {one.origin.path} and delete this file; "
            f"if not, write related: [{one.id}]",
        )


def _key(citation: Citation) -> tuple[str, str]:
    return citation.source, citation.quote.exact


def _answered(one: Event, other: Event) -> bool:
    if one.id in other.related or other.id in one.related:
        return True
    if Status.REJECTED in (one.status, other.status):
        return True
    return one.status is other.status is Status.REVIEWED
