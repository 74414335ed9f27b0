"""What of the site's folders is made again after an edit, and what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import harbour_timeline as harbour
from harbour_timeline import shipped

from generator.model.each import Found, Given
from generator.model.events import Event
from generator.model.timeline import Timeline
from generator.pages import Site


@dataclass
class Remembering:
    """Knows again what it was asked once, by the values alone; and tells what it was
    asked anew: the name of the function, and what it gave."""

    known: dict[tuple[str, str], object] = field(default_factory=dict)
    asked: list[tuple[str, object]] = field(default_factory=list)

    def __call__(
        self, function: Callable[[Given], Found], values: Sequence[Given], /
    ) -> Iterable[Found]:
        return [self._found(function, value) for value in values]

    def _found(self, function: Callable[[Given], Found], value: Given) -> Found:
        rule = function.func if isinstance(function, partial) else function
        name = f"{rule.__module__}.{rule.__name__}"
        key = (name, repr(value))
        if key not in self.known:
            self.known[key] = function(value)
            self.asked.append((name, self.known[key]))
        return self.known[key]  # type: ignore[return-value]


def edited(**changes: str) -> Timeline:
    """The harbour's timeline where one event is told otherwise."""
    promise = replace(harbour.PROMISE, **changes)  # type: ignore[arg-type]
    others = [event for event in harbour.EVENTS if event is not harbour.PROMISE]
    return harbour.timeline(promise, *others)


def asked_after(
    each: Remembering, timeline: Timeline, folder: str
) -> list[tuple[str, object]]:
    """What *each* is asked anew for the files of *folder*."""
    made = Site(timeline, harbour.SITE, shipped(), each)
    each.asked.clear()
    for path in made.paths:
        if path.startswith(folder):
            made.file(path)
    return [(name, found) for name, found in each.asked if f".pages.{folder}" in name]


def test_the_search_is_made_again_from_what_it_keeps_of_each_event() -> None:
    each = Remembering()
    events: Sequence[Event] = harbour.timeline().all_events
    first = asked_after(each, edited(), "search")
    assert sum(name.endswith(".searched") for name, _ in first) == len(events)
    assert asked_after(each, edited(), "search") == []
    asked = asked_after(each, edited(title="Otherwise"), "search")
    assert [name.rpartition(".")[2] for name, _ in asked] == [
        "searched",
        "_columns",
        "_files",
    ]


def test_what_no_reader_searches_changes_nothing_of_the_search() -> None:
    each = Remembering()
    asked_after(each, edited(), "search")
    asked = asked_after(each, edited(body=f"{harbour.PROMISE.body} \n"), "search")
    assert [name.rpartition(".")[2] for name, _ in asked] == ["searched"]
