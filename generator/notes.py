"""What a build notes of its site for the next one: as values, and as text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.brief import Brief
from generator.model.plain import form_of
from generator.pages import PageLinks, SiteLinks
from generator.pages.shows import Digest, Near

Part = tuple[Digest, Mapping[str, PageLinks | None]]
"""A part of a site (`Site.parts`): what it showed; and its files by path, with the
links of those that are pages."""

_BRIEFS = form_of(tuple[Brief, ...])


@dataclass(frozen=True, slots=True)
class Notes:
    """The parts of a site by name, its events in brief, in the order of time, and what
    is near each of them."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    briefs: Sequence[Brief] = ()
    near: Mapping[str, Near] = field(default_factory=dict)

    @property
    def paths(self) -> list[str]:
        """Where all files are."""
        return [path for _, files in self.parts.values() for path in files]

    @property
    def links(self) -> SiteLinks:
        """The links of all pages."""
        pages = {
            path: links
            for _, files in self.parts.values()
            for path, links in files.items()
            if links is not None
        }
        return SiteLinks(pages, self.paths)


def written(notes: Notes) -> bytes:
    """*notes* as JSON; a text that many pages share stands there once."""
    texts: dict[str, int] = {}

    def numbers(links: PageLinks | None) -> list[list[int]] | None:
        return links and [
            [texts.setdefault(text, len(texts)) for text in kind] for kind in links
        ]

    parts = {
        name: [shown, {path: numbers(links) for path, links in files.items()}]
        for name, (shown, files) in notes.parts.items()
    }
    briefs = _BRIEFS.plain(notes.briefs)
    told = [list(texts), parts, briefs, notes.near]
    return json.dumps(told, separators=(",", ":")).encode()


def read(data: bytes) -> Notes:
    """The notes that were `written` as *data*; none where it is anything else."""

    def links(numbers: list[list[int]] | None) -> PageLinks | None:
        if numbers is None:
            return None
        ids, repeated, addresses = (tuple(map(text, kind)) for kind in numbers)
        return ids, repeated, addresses

    try:
        texts, parts, briefs, near = json.loads(data)
        text = texts.__getitem__
        return Notes(
            {
                name: (shown, {path: links(numbers) for path, numbers in files.items()})
                for name, (shown, files) in parts.items()
            },
            _BRIEFS.again(briefs),
            {id: (how, ids) for id, (how, ids) in near.items()},
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return Notes()
