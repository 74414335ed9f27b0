"""Which events a timeline takes for near to one, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import related as module
from generator.model.citations import Citation
from generator.model.edtf import parse_edtf
from generator.model.events import Event
from generator.model.related import Related, stale_related
from generator.model.selectors import TextQuoteSelector
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Timeline

WORDS = " ".join(f"w{number}." for number in range(40))


def event(
    id: str,
    day: int | str,
    people: tuple[str, ...] = (),
    sources: str = "",
    related: tuple[str, ...] = (),
) -> Event:
    """An event of a day in January 2024, or of a date; without one for ""."""
    quote = TextQuoteSelector("w1.")
    citations = tuple(Citation(source, quote) for source in sources.split())
    written = f"2024-01-{day:02}" if isinstance(day, int) else day
    date = parse_edtf(written) if written else None
    return Event(id, id, date, people=people, citations=citations, related=related)


def timeline(*events: Event, publisher: str = "") -> Timeline:
    names = sorted({c.source for e in events for c in e.citations})
    cards = tuple(Source(name, publisher=publisher) for name in names)
    content = Content(events=events, sources=cards)
    return Timeline.of(content, [Document(name, "", WORDS, "") for name in names])


def related(events: list[Event]) -> list[str]:
    """The ids of what is related to the first of *events*."""
    return [near.event for near in timeline(*events).related(events[0])]


def test_who_shares_more_is_nearer() -> None:
    one = event("one", 1, ("ada", "ben"))
    far = event("far", 30, ("ada", "ben"))
    assert related([one, event("near", 2, ("ada",)), far]) == ["far", "near"]


def test_among_equals_those_come_first_that_began_the_fewest_days_apart() -> None:
    one = event("one", 10, ("ada",))
    others = [event("a", 30, ("ada",)), event("z", 11, ("ada",))]
    assert related([one, *others, event("b", 12, ("ada",))]) == ["z", "b", "a"]


def test_of_those_the_earlier_comes_first_and_then_what_stands_next() -> None:
    one = event("one", 10, ("ada",))
    others = [event("a", 11, ("ada",)), event("b", 11, ("ada",), "post")]
    assert related([one, *others, event("z", 9, ("ada",))]) == ["z", "b", "a"]


@pytest.mark.parametrize(
    ("of", "near"),
    [(3, ["earlier", "later", "undated"]), ("", ["undated", "later", "earlier"])],
    ids=["to-what-has-a-date", "to-what-has-none"],
)
def test_what_has_no_date_stands_after_all_that_has(
    of: int | str, near: list[str]
) -> None:
    others = [event(name, day, ("ada",)) for name, day in OTHERS.items()]
    assert related([event("one", of, ("ada",)), *others]) == near


OTHERS = {"undated": "", "later": "2031", "earlier": 1}


def test_days_are_counted_over_the_turn_of_an_era() -> None:
    one = event("one", "0000-12-31", ("ada",))
    others = [event("before", "-0001-12-31", ("ada",))]
    assert related([one, *others, event("after", "0001-12-30", ("ada",))]) == [
        "after",
        "before",
    ]


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
    assert found == ["day-10", "day-09", "far"]


NAMES = ("ada", "ben", "cy")
DATES = ("2024-01-01", "2024-01-01", "2024-01-03", "2024-01", "2024-02", "2019", "")

happenings = st.builds(
    event,
    st.sampled_from([f"event-{number}" for number in range(14)]),
    st.sampled_from(DATES),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
    st.sampled_from(["", "post", "post post", "post herald"]),
    st.lists(st.sampled_from(["event-1", "event-2"]), max_size=1).map(tuple),
)
timelines = st.lists(happenings, unique_by=lambda e: e.id, max_size=14)


@st.composite
def edits(draw: st.DrawFn) -> tuple[list[Event], list[Event]]:
    """The events of a timeline, and those after one or two of them were edited, came
    or went."""
    before = draw(timelines)
    by_id = {event.id: event for event in before}
    for edited in draw(st.lists(happenings, min_size=1, max_size=2)):
        if draw(st.booleans()):
            by_id.pop(edited.id, None)
        else:
            by_id[edited.id] = edited
    return before, list(by_id.values())


@pytest.fixture
def within_reach_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few events are near enough to be related, as among very many."""
    monkeypatch.setattr(module, "NEAR", 2)


@pytest.mark.usefixtures("within_reach_of_two")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits(), st.sampled_from(["The Crier", ""]))
def test_whatever_an_edit_may_relate_otherwise_is_stale(
    edited: tuple[list[Event], list[Event]], publisher: str
) -> None:
    before, after = timeline(*edited[0]), timeline(*edited[1], publisher=publisher)
    stale = stale_related(before.briefs, after.briefs)
    for id in after.by_id.keys() - stale:
        assert id in before.by_id
        event = after.by_id[id]
        assert after.related(event) == before.related(before.by_id[id])


@pytest.mark.usefixtures("within_reach_of_two")
@pytest.mark.parametrize(
    ("edit", "stale"),
    [
        (lambda e: e, []),
        (lambda e: replace(e, title="Another", body="More."), []),
        (lambda e: replace(e, tags=("fair",)), [10]),
        (lambda e: replace(e, related=("day-02",)), [10]),
        (lambda e: replace(e, citations=()), [8, 9, 10, 11, 12]),
        (
            lambda e: replace(e, date=parse_edtf("2024-01-20")),
            [8, 9, 10, 11, 12, 18, 19, 20, 21],
        ),
        (lambda e: replace(e, people=("ben",)), [8, 9, 10, 11, 12]),
    ],
    ids=["nothing", "text", "tags", "related", "sources", "date", "names"],
)
def test_an_edit_reaches_no_further_than_it_may_matter(
    edit: Callable[[Event], Event], stale: list[int]
) -> None:
    many = [event(f"day-{day:02}", day, ("ada",), "post") for day in range(1, 28)]
    edited = [edit(e) if e.id == "day-10" else e for e in many]
    found = stale_related(timeline(*many).briefs, timeline(*edited).briefs)
    assert sorted(found) == [f"day-{day:02}" for day in stale]


def test_what_stands_elsewhere_by_its_rank_alone_is_stale_with_all_in_its_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "NEAR", 1)
    told = [
        event("z", 1, ("ada",), "post herald"),
        event("b", 1, ("ada",), "post post"),
    ]
    one = event("one", 2, ("ada",))
    apart = timeline(*told, one)
    of_one_house = timeline(*told, one, publisher="The Crier")
    assert [near.event for near in apart.related(one)] == ["b"]
    assert [near.event for near in of_one_house.related(one)] == ["z"]
    assert "one" in stale_related(apart.briefs, of_one_house.briefs)
