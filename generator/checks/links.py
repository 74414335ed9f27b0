"""Every id that a file names against the files that there are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.tools import at, did_you_mean, error, warning
from generator.model.entities import EntityKind
from generator.model.events import Event
from generator.model.timeline import Content
from generator.problems import Problem

_KINDS = {
    "people": EntityKind.PERSON,
    "organisations": EntityKind.ORGANISATION,
    "places": EntityKind.PLACE,
}


def link_problems(content: Content) -> Iterator[Problem]:
    """Links to entities and events that lead nowhere, or to the wrong kind."""
    kinds = {entity.id: entity.kind for entity in content.entities}
    former = {name for entity in content.entities for name in entity.aliases}
    entities = kinds.keys() | former | _unread(content, "entities")
    events = {event.id for event in content.events} | _unread(content, "events")
    events |= {name for event in content.events for name in event.aliases}
    for event in content.events:
        yield from _to_entities(event, kinds, entities)
        yield from _to_events(event, events)


def _to_entities(
    event: Event, kinds: dict[str, EntityKind], known: set[str]
) -> Iterator[Problem]:
    for key, kind in _KINDS.items():
        for index, name in enumerate(getattr(event, key)):
            origin = at(event, f"{key}.{index}")
            if name not in known:
                yield error(
                    origin,
                    "entity-unknown",
                    f"there is no file content/entities/{name}.md",
                    did_you_mean(name, known, "write it, or correct the id"),
                )
            elif kinds.get(name, kind) is not kind:
                yield warning(
                    origin,
                    "entity-kind",
                    f"“{name}” stands in “{key}”, but its file says "
                    f"kind: {kinds[name]}",
                    "move it to the right list, or correct its file",
                )


def _to_events(event: Event, known: set[str]) -> Iterator[Problem]:
    for index, name in enumerate(event.related):
        origin = at(event, f"related.{index}")
        if name == event.id:
            yield warning(
                origin, "related-itself", "the event names itself", "take it out"
            )
        elif name not in known:
            yield error(
                origin,
                "event-unknown",
                f"there is no event “{name}”",
                did_you_mean(name, known, "correct the id, or take it out"),
            )


def _unread(content: Content, folder: str) -> set[str]:
    """Files that are there but could not be read: a link to them leads somewhere."""
    return {
        key.partition("/")[2] for key in content.unread if key.startswith(f"{folder}/")
    }
