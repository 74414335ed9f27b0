"""The search's own files: words, what is shown of events and names, and dates.

All but one lie in a folder that is named after what is in them, so that a browser
never joins files of two versions of a site. `docs/formats.md` describes them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from generator.model.edtf import Day, Edtf, Form
from generator.model.events import Event
from generator.pages import routes
from generator.pages.prose import printable
from generator.pages.search_shards import Index, Shards, code
from generator.pages.search_terms import DENSE, LETTERS, MARKS
from generator.pages.search_texts import Thing, facets, states, strong, things, weak
from generator.pages.shows import Digest, Shows
from generator.pages.views import Catalogue

FORMAT = 1
"""Raised when the files are to be read otherwise; `static/search.js` reads this one."""

BLOCKS = {"events": 20, "names": 100}
"""Of how many events or names one file tells what is shown."""

_FIRST_WORDS = 80
_MONTH, _YEAR = 31, 372  # as if each month had 31 days: days in order, no calendar


@dataclass(frozen=True)
class Search:
    """The folder of the search's files; what a reader does not ask for is not made.

    Events and things are known by numbers in it, the most important ones first: what
    is shown of the first hits of most searches is then in one file.
    """

    catalogue: Catalogue
    slugs: Mapping[str, str]

    @property
    def paths(self) -> Collection[str]:
        return self._files.keys()

    def shows(self, shows: Shows) -> Digest:
        return shows.everything

    def file(self, path: str) -> bytes:
        return self._files[path]().encode("utf-8", "replace")

    @cached_property
    def _files(self) -> Mapping[str, Callable[[], str]]:
        """What gives the text of each file, by its path."""
        named = list(map(self._thing_shown, self._things))
        dates = _dates(self._events, self._base)
        contents: dict[str, Callable[[], str]] = {
            "dates": partial(str, dates),
            **_numbered("words", str, self._shards.files),
            **_numbered("names", _lines, _blocks(named, BLOCKS["names"])),
            **_numbered("events", self._told, _blocks(self._events, BLOCKS["events"])),
        }
        known = [*self._shards.files, *named, *(e.id for e in self._events), dates]
        version = hashlib.sha256("\0".join(known).encode("utf-8", "replace"))
        folder = version.hexdigest()[:10]
        return {
            routes.SEARCH_INDEX: partial(self._index, folder),
            **{routes.search_file(folder, n): text for n, text in contents.items()},
        }

    @cached_property
    def _events(self) -> Sequence[Event]:
        """All events, by their numbers: the most important first, as ranked on the
        start page, of equals the earliest; last those without a date."""
        timeline = self.catalogue.timeline

        def importance(event: Event) -> tuple[int, ...]:
            *counts, _ = timeline.ranks[event.id]
            return (*map(int, counts), timeline.places[event.id])

        dated, undated = timeline.events, timeline.undated
        return [*sorted(dated, key=importance), *sorted(undated, key=importance)]

    @cached_property
    def _things(self) -> Sequence[Thing]:
        return things(self.catalogue, self.slugs)

    @cached_property
    def _shards(self) -> Shards:
        index = Index()
        for number, event in enumerate(self._events):
            foremost = strong(event, self.catalogue) | facets(event, self.slugs)
            index.event(number, foremost, weak(event, self.catalogue))
        for number, thing in enumerate(self._things):
            index.thing(number, thing.terms)
        return index.shards()

    @cached_property
    def _base(self) -> int:
        """The first day that any event can mean."""
        dates = (event.date for event in self._events if event.date)
        return min((_day(d.first) for d in dates if d.first), default=0)

    def _index(self, folder: str) -> str:
        """What a search needs to know before it can ask for a file."""
        shards = self._shards
        value = {
            "format": FORMAT,
            "folder": folder,
            "blocks": BLOCKS,
            "events": len(self._events),
            "first": self._base,
            "words": shards.keys,
            "endings": shards.endings,
            "letters": LETTERS,
            "marks": MARKS,
            "dense": DENSE,
        }
        return json.dumps(value, separators=(",", ":"))

    def _told(self, events: Iterable[Event]) -> str:
        return _lines(map(self._event_shown, events))

    def _event_shown(self, event: Event) -> str:
        """A line of what is shown of *event* where it is found."""
        entry, words = self.catalogue.entry(event), self.catalogue.words
        text = entry.lead or (entry.quote.passage.exact if entry.quote else "")
        return _columns(
            routes.event_page(event.id),
            event.title,
            words.date(event.date) if event.date else words.gettext("Undated"),
            " ".join(states(event)),
            words.ngettext("%(num)s source", "%(num)s sources", entry.voices),
            _first_words(text),
        )

    def _thing_shown(self, thing: Thing) -> str:
        """A line of what is shown of *thing* where it is found."""
        words = self.catalogue.words
        count = words.ngettext("%(num)s event", "%(num)s events", thing.events)
        return _columns(thing.path, thing.label, thing.kind, count)


def _columns(*texts: str) -> str:
    return "\t".join(printable(" ".join(text.split())) for text in texts).rstrip("\t")


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _first_words(text: str) -> str:
    if len(text) <= _FIRST_WORDS:
        return text
    return text[:_FIRST_WORDS].rpartition(" ")[0] + " …"


def _dates(events: Iterable[Event], base: int) -> str:
    """Two numbers for each event: the first day it can mean from *base* on, and how
    many days may follow.

    Both count from 1; 0 is an open end, and both are 0 without a date. The second is
    doubled, and odd where the event goes on all the time instead of at some time.
    """
    return "".join(_span(event.date, base) for event in events)


def _span(date: Edtf | None, base: int) -> str:
    if date is None:
        return code(0) + code(0)
    first = _day(date.first) - base + 1 if date.first else 0
    last = _day(date.last) - base + 2 - max(first, 1) if date.last else 0
    lasting = date.form in (Form.INTERVAL, Form.ALL_OF)
    return code(first) + code(2 * max(last, 0) + lasting)


def _day(day: Day) -> int:
    year, month, number = day
    return year * _YEAR + (month - 1) * _MONTH + number - 1


Item = TypeVar("Item")


def _blocks(items: Sequence[Item], size: int) -> Sequence[Sequence[Item]]:
    return [items[at : at + size] for at in range(0, len(items), size)]


def _numbered(
    name: str, text: Callable[[Item], str], parts: Sequence[Item]
) -> dict[str, Callable[[], str]]:
    """Files of one kind: a name for each of *parts*, and what makes its *text*."""
    return {f"{name}-{n}": partial(text, part) for n, part in enumerate(parts)}
