"""Which events a timeline takes for near to one, and in which order."""

from __future__ import annotations

import pytest

from generator.model import timeline as module
from generator.model.citations import Citation
from generator.model.edtf import parse_edtf
from generator.model.events import Event
from generator.model.selectors import TextQuoteSelector
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Related, Timeline

WORDS = " ".join(f"w{number}." for number in range(40))


def event(
    id: str,
    day: int,
    people: tuple[str, ...] = (),
    source: str = "",
    related: tuple[str, ...] = (),
) -> Event:
    quote = TextQuoteSelector(f"w{day}.")
    citations = (Citation(source, quote),) if source else ()
    date = parse_edtf(f"2024-01-{day:02}")
    return Event(id, id, date, people=people, citations=citations, related=related)


def timeline(*events: Event) -> Timeline:
    names = sorted({c.source for e in events for c in e.citations})
    content = Content(events=events, sources=tuple(Source(name) for name in names))
    return Timeline.of(content, [Document(name, "", WORDS, "") for name in names])


def related(events: list[Event]) -> list[str]:
    """The ids of what is related to the first of *events*."""
    return [near.event for near in timeline(*events).related(events[0])]


def test_who_shares_more_is_nearer() -> None:
    one = event("one", 1, ("ada", "ben"))
    far = event("far", 30, ("ada", "ben"))
    assert related([one, event("near", 2, ("ada",)), far]) == ["far", "near"]


def test_among_equals_those_come_first_that_stand_nearest_in_the_order_of_time() -> (
    None
):
    one = event("one", 10, ("ada",))
    others = [event("a", 30, ("ada",)), event("z", 11, ("ada",))]
    assert related([one, *others, event("b", 12, ("ada",))]) == ["z", "b", "a"]


def test_a_source_alone_relates_nothing_but_tells_equals_apart() -> None:
    one = event("one", 1, ("ada",), "post")
    others = [event("same-paper", 9, ("ada",), "post"), event("near", 2, ("ada",))]
    assert related([one, *others, event("paper-only", 3, (), "post")]) == [
        "same-paper",
        "near",
    ]


def test_the_reason_is_what_both_share() -> None:
    one = event("one", 1, ("ada", "ben"), "post")
    (near,) = timeline(one, event("two", 2, ("ben", "cy"), "post")).related(one)
    assert near == Related("two", entities=("ben",), sources=("post",))


def test_what_an_editor_chose_comes_first_and_is_not_counted_twice() -> None:
    one = event("one", 1, ("ada",), related=("chosen",))
    others = [event("near", 2, ("ada",)), event("chosen", 30, ("ada",))]
    assert related([one, *others]) == ["chosen", "near"]


def test_of_a_name_in_very_many_events_those_nearest_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "NEAR", 1)
    many = [event(f"day-{day:02}", day, ("ada",)) for day in range(1, 28)]
    # Ben, whom few events name, leads to an event that is far away.
    far = event("far", 28, ("ada", "ben"))
    found = related([event("one", 10, ("ada", "ben")), *many, far])
    assert found == ["day-09", "day-10", "far"]
