"""Tags that would not come together on one page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from generator.checks.tools import at, warning
from generator.model.each import settling
from generator.model.events import Event
from generator.problems import Problem

_SEVERAL = re.compile(r";|\s-(?=\w)")

Odd = Mapping[str, tuple[str, str, str]]
"""Tags with which something is wrong: a code, what it is, and what to do."""


@settling
def tags_of(event: Event) -> tuple[str, ...]:
    """The tags of *event*."""
    return event.tags


@settling
def odd_tags(tags_of_events: Sequence[tuple[str, ...]]) -> Odd:
    """Tags with capitals or a hash, several in one, and those that differ from another
    in nothing but their form."""
    used = Counter(chain.from_iterable(tags_of_events))
    alike: dict[str, list[str]] = defaultdict(list)
    for tag in used:
        alike[_bare(tag)].append(tag)
    odd = {}
    for tag in used:
        rank = [(used[form], form == _plain(form), form) for form in alike[_bare(tag)]]
        fault = _fault(tag, common=max(rank)[2])
        if fault is not None:
            odd[tag] = fault
    return odd


@settling
def tag_problems(odd: Odd, event: Event) -> list[Problem]:
    """The *odd* tags of *event*."""
    return [
        warning(at(event, f"tags.{index}"), *odd[tag])
        for index, tag in enumerate(event.tags)
        if tag in odd
    ]


def _fault(tag: str, common: str) -> tuple[str, str, str] | None:
    """What is wrong with *tag*, most often used in the form *common*."""
    several = [part.strip() for part in _SEVERAL.split(tag) if part.strip()]
    if len(several) > 1:
        message = f"“{tag}” is one tag; what parts tags is a comma"
        return "tag-several", message, f"write tags: [{', '.join(several)}]"
    if tag != _plain(tag):
        hash_first = tag.startswith("#")
        what = "begins with a hash" if hash_first else "is not in lower case"
        return "tag-form", f"“{tag}” {what}", f"write {_plain(tag)}"
    if tag != common and common == common.lower().lstrip("#"):
        message = f"“{tag}” is written “{common}” in other events"
        return "tag-alike", message, "choose one of the two"
    return None


def _plain(tag: str) -> str:
    """How *tag* is written plainly."""
    return tag.lstrip("#").strip().lower()


def _bare(tag: str) -> str:
    """What tags that differ in capitals, hyphens and hashes have in common."""
    return "".join(c for c in tag.casefold() if c.isalnum())
