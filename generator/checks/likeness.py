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
    return sorted(
        Problem(
            Origin(other.origin.path, other.origin.line, other.origin.column),
            Severity.NOTE,
            "may-be-one",
            f"“{other.title}” may be the same as “{one.title}”: {because}",
            f"`dateline review` merges the two; if they are not one, "
            f"write related: [{one.id}]",
        )
        for one, other, because in pairs_to_judge(content, suggestions)
    )


def pairs_to_judge(
    content: Content, suggestions: Iterable[Suggestion]
) -> Iterator[tuple[Event, Event, str]]:
    """The two events of each of *suggestions* that no person has answered, and why."""
    owners = {
        (citation.source, citation.quote.exact): event
        for event in content.events
        for citation in event.citations
    }
    for suggestion in suggestions:
        one = owners.get(_key(suggestion.first))
        other = owners.get(_key(suggestion.second))
        if one is None or other is None or one.id == other.id:
            continue
        if not _answered(one, other):
            yield one, other, suggestion.because


def _key(citation: Citation) -> tuple[str, str]:
    return citation.source, citation.quote.exact


def _answered(one: Event, other: Event) -> bool:
    if one.id in other.related or other.id in one.related:
        return True
    if Status.REJECTED in (one.status, other.status):
        return True
    return one.status is other.status is Status.REVIEWED
