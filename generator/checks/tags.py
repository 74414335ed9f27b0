"""Tags that would not come together on one page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.checks.tools import at, warning
from generator.model.each import kept, settling
from generator.model.events import Event
from generator.problems import Origin, Problem

_SEVERAL = re.compile(r";|\s-(?=\w)")
Tags = tuple[tuple[str, Origin], ...]
"""The tags of one event, with their places."""


@kept
@settling
def tags_of(event: Event) -> Tags:
    """The tags of *event*, each with its place in the file."""
    return tuple(
        (tag, at(event, f"tags.{index}")) for index, tag in enumerate(event.tags)
    )


def tag_problems(tags_of_events: Sequence[Tags]) -> list[Problem]:
    """Tags with capitals or a hash, several in one, and those that differ in nothing
    but their form."""
    found = []
    forms = _forms(tags_of_events)
    for tags in tags_of_events:
        for tag, origin in tags:
            plain, common = forms[tag]
            several = [part.strip() for part in _SEVERAL.split(tag) if part.strip()]
            if len(several) > 1:
                found.append(
                    warning(
                        origin,
                        "tag-several",
                        f"“{tag}” is one tag; what parts tags is a comma",
                        f"write tags: [{', '.join(several)}]",
                    )
                )
            elif tag != plain:
                found.append(
                    warning(
                        origin,
                        "tag-form",
                        f"“{tag}” is not in lower case"
                        if not tag.startswith("#")
                        else f"“{tag}” begins with a hash",
                        f"write {plain}",
                    )
                )
            elif tag != common and common == common.lower().lstrip("#"):
                found.append(
                    warning(
                        origin,
                        "tag-alike",
                        f"“{tag}” is written “{common}” in other events",
                        "choose one of the two",
                    )
                )
    return found


def _forms(tags_of_events: Iterable[Tags]) -> Mapping[str, tuple[str, str]]:
    """For each tag how it is written plainly, and the form of it that is most used."""
    used = Counter(tag for tags in tags_of_events for tag, _ in tags)
    alike: dict[str, list[str]] = defaultdict(list)
    for tag in used:
        alike[_bare(tag)].append(tag)
    forms = {}
    for tag in used:
        plain = tag.lstrip("#").strip().lower()
        rank = [(used[form], form == plain, form) for form in alike[_bare(tag)]]
        forms[tag] = (plain, max(rank)[2])
    return forms


def _bare(tag: str) -> str:
    """What tags that differ in capitals, hyphens and hashes have in common."""
    return "".join(c for c in tag.casefold() if c.isalnum())
