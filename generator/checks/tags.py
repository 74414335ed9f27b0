"""Tags that would not come together on one page, and two files for one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.tools import at, note, warning
from generator.model.events import Event, Status
from generator.model.timeline import Content
from generator.problems import Problem


def tag_problems(content: Content) -> Iterator[Problem]:
    """Tags with capitals or a hash, and those that differ in nothing but their form."""
    used: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for event in content.events:
        for tag in event.tags:
            used[_bare(tag)][tag] += 1
    for event in content.events:
        for index, tag in enumerate(event.tags):
            forms = used[_bare(tag)]
            plain = tag.lstrip("#").strip().lower()
            common = max(forms, key=lambda form: (forms[form], form == plain, form))
            if tag != plain:
                yield warning(
                    at(event, f"tags.{index}"),
                    "tag-form",
                    f"“{tag}” is not in lower case"
                    if not tag.startswith("#")
                    else f"“{tag}” begins with a hash",
                    f"write {plain}",
                )
            elif tag != common and common == common.lower().lstrip("#"):
                yield warning(
                    at(event, f"tags.{index}"),
                    "tag-alike",
                    f"“{tag}” is written “{common}” in other events",
                    "choose one of the two",
                )


def twin_problems(content: Content) -> Iterator[Problem]:
    """Events that one passage proves with the same words for the time."""
    first: dict[tuple[str, str, str, str], Event] = {}
    for event in content.events:
        if event.status is Status.REJECTED:
            continue
        for index, citation in enumerate(event.citations):
            says = citation.says
            if not says.phrase:
                continue
            words = " ".join(citation.quote.exact.split())
            key = (citation.source, words, says.phrase, str(event.date or ""))
            other = first.setdefault(key, event)
            if other is not event and _alike(event, other):
                yield note(
                    at(event, f"citations.{index}.exact"),
                    "event-twice",
                    f"the same passage gives the same date to {other.origin.path}",
                    "if both tell of one happening, keep one file and name the other "
                    "in its aliases:",
                )


def _alike(one: Event, other: Event) -> bool:
    """True when two titles share most of their words."""
    a, b = (set(e.title.casefold().split()) for e in (one, other))
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def _bare(tag: str) -> str:
    """What tags that differ in capitals, hyphens and hashes have in common."""
    return "".join(c for c in tag.casefold() if c.isalnum())
