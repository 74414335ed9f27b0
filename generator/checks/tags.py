"""Tags that would not come together on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.tools import at, warning
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


def _bare(tag: str) -> str:
    """What tags that differ in capitals, hyphens and hashes have in common."""
    return "".join(c for c in tag.casefold() if c.isalnum())
