"""The search's own files: words, what is shown of events and names, and dates.

The name of each says which version of it this is, and one file says which belong
together, so that a browser never joins files of two versions of a site, and an edit
leaves most of them as they are. `docs/formats.md` describes them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from generator.model.each import Each, in_turn, once
from generator.model.events import Event, citations_of
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.search_shards import Column, code, column, put_right, shards
from generator.pages.search_terms import DENSE, LETTERS, MARKS
from generator.pages.search_texts import (
    NAME,
    TOPIC,
    Known,
    Searched,
    Terms,
    Thing,
    named,
    searched,
    things,
)
from generator.pages.shows import Digest, Shows

FORMAT = 2
"""Raised when the files are to be read otherwise; `static/search.js` reads this one."""

BLOCKS = {"events": 20, "names": 100}
"""Of how many events or names one file tells what is shown."""

_VERSION = 6
"""Letters of a file's version: another one has the same in one of 16 million cases."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the search knows of all events, by their numbers, and where their words
    occur. `shown` tells by id, in the order of numbers, what all that follows from."""

    shown: Mapping[str, Digest] = field(default_factory=dict)
    events: tuple[Searched, ...] = ()
    strong: Column = field(default_factory=dict)
    weak: Column = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.shown) != len(self.events):
            raise ValueError("an event is missing")


class Search:
    """The folder of the search's files, made when the first is asked for; *each* may
    know what of an event did not change.

    Events and things are known by numbers in it, the most important ones first: what
    is shown of the first hits of most searches is then in one file.
    `last` is what the last build `found`; to be set before the first file is made.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        slugs: Mapping[str, str],
        shows: Callable[[], Shows],
        each: Each = in_turn,
    ) -> None:
        self._catalogue = catalogue
        self._slugs = slugs
        self._shows = shows
        self._each = each
        self.last = Found()

    @property
    def paths(self) -> Collection[str]:
        return self._files.keys()

    def shows(self, shows: Shows) -> Digest:
        return shows.everything

    def file(self, path: str) -> bytes:
        return self._files[path]

    @property
    def found(self) -> Found:
        """What the next build may begin with: of this one, or of the last, if no file
        was asked for."""
        if "_files" not in self.__dict__:
            return self.last
        return Found(self._shown, self._events, *self._columns)

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        words = self._catalogue.words
        ranked = sorted(self._things, key=lambda pair: _usefulness(pair[0]))
        shown = tuple((terms, thing.shown(words)) for thing, terms in ranked)
        return once(self._each, _files, (self._events, *self._columns, shown))

    @cached_property
    def _things(self) -> Sequence[tuple[Thing, Terms]]:
        found = tuple(things(self._catalogue, self._slugs))
        words = self._each(named, [thing.called for thing in found])
        return tuple(zip(found, words, strict=True))

    @cached_property
    def _ids(self) -> list[str]:
        """All events, by their numbers: the most important first, as ranked on the
        start page, of equals the earliest; last those without a date."""
        timeline = self._catalogue.timeline

        def importance(event: Event) -> tuple[object, ...]:
            *counts, _ = timeline.ranks[event.id]
            return event.date is None, *counts, timeline.places[event.id]

        return [event.id for event in sorted(timeline.by_id.values(), key=importance)]

    @cached_property
    def _shown(self) -> Mapping[str, Digest]:
        return {id: self._shows().of_event(id) for id in self._ids}

    @cached_property
    def _events(self) -> tuple[Searched, ...]:
        last, catalogue = self.last, self._catalogue
        found = {
            id: event
            for (id, shown), event in zip(last.shown.items(), last.events, strict=True)
            if self._shown.get(id) == shown
        }
        named = {thing.facet: terms for thing, terms in self._things}
        events = catalogue.timeline.by_id
        new = {id: self._known(events[id], named) for id in events if id not in found}
        rule = partial(searched, catalogue.words, catalogue.site.language)
        found |= zip(new, self._each(rule, tuple(new.values())), strict=True)
        return tuple(map(found.__getitem__, self._ids))

    def _known(self, event: Event, named: Mapping[str, Terms]) -> Known:
        cards = self._catalogue.cards
        facets = (
            *(NAME + name for name in dict.fromkeys(event.entities)),
            *(TOPIC + self._slugs[tag] for tag in event.tags),
        )
        languages = (cards[c.source].language for c in citations_of(event))
        return (
            event,
            tuple(map(named.__getitem__, facets)),
            tuple(languages),
            self._catalogue.timeline.voices(event),
        )

    @cached_property
    def _columns(self) -> tuple[Column, Column]:
        """Where strong and weak words occur."""
        last = self.last
        if self._ids != [*last.shown]:
            return once(self._each, _columns, self._events)
        strong, weak = {**last.strong}, {**last.weak}
        pairs = zip(last.events, self._events, strict=True)
        for number, (old, new) in enumerate(pairs):
            if old is not new:
                put_right(strong, number, _lines(old.strong), _lines(new.strong))
                put_right(weak, number, _lines(old.weak), _lines(new.weak))
        return strong, weak


def _usefulness(thing: Thing) -> tuple[bool, int, str, str]:
    """What things are numbered by: sources last, what most events are about first."""
    return (not thing.facet, -thing.events, thing.label.casefold(), thing.path)


_Shown = tuple[Terms, str]
"""The words of a thing, and a line of what is shown of it."""


def _columns(events: Sequence[Searched]) -> tuple[Column, Column]:
    strong = column(_lines(event.strong) for event in events)
    return strong, column(_lines(event.weak) for event in events)


def _files(
    found: tuple[Sequence[Searched], Column, Column, Sequence[_Shown]],
) -> dict[str, bytes]:
    """Every file by its path, of events and things in the order of their numbers."""
    events, strong, weak, things = found
    words = shards(strong, weak, column(_lines(terms) for terms, _ in things))
    base = min((e.first for e in events if e.first is not None), default=0)
    kinds = {
        "words": words.files,
        "names": _blocks([shown for _, shown in things], BLOCKS["names"]),
        "events": _blocks([event.shown for event in events], BLOCKS["events"]),
        "dates": ["".join(_span(event, base) for event in events)],
    }
    files: dict[str, bytes] = {}
    versions = dict.fromkeys(kinds, "")
    for kind, texts in kinds.items():
        for number, text in enumerate(texts):
            data = text.encode("utf-8", "replace")
            version = hashlib.blake2b(data).hexdigest()[:_VERSION]
            versions[kind] += version
            files[routes.search_file(kind, number, version)] = data
    index = {
        "format": FORMAT,
        "versions": versions,
        "blocks": BLOCKS,
        "events": len(events),
        "first": base,
        "words": words.keys,
        "endings": words.endings,
        "letters": LETTERS,
        "marks": MARKS,
        "dense": DENSE,
    }
    text = json.dumps(index, separators=(",", ":"))
    return {routes.SEARCH_INDEX: text.encode(), **files}


def _span(event: Searched, base: int) -> str:
    """Two numbers: the first day that an event can mean from *base* on, and how many
    days may follow.

    Both count from 1; 0 is an open end, and both are 0 without a date. The second is
    doubled, and odd where the event goes on all the time instead of at some time.
    """
    start = 0 if event.first is None else event.first - base + 1
    days = 0 if event.last is None else event.last - base + 2 - max(start, 1)
    return code(start) + code(2 * max(days, 0) + event.lasts)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _blocks(lines: Sequence[str], size: int) -> list[str]:
    """So many of *lines* as a file each."""
    parts = (lines[at : at + size] for at in range(0, len(lines), size))
    return ["\n".join(part) for part in parts]
