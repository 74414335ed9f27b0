"""What lists of events can be narrowed down by."""

from __future__ import annotations

from dataclasses import replace

import harbour_timeline as harbour

from generator.model.edtf import parse_edtf
from generator.model.events import Event
from generator.model.timeline import Timeline
from generator.pages.catalogue import Catalogue
from generator.pages.narrowing import TERMS_AT_MOST, Narrowing, Terms
from generator.pages.routes import tag_slugs


def found(timeline: Timeline) -> dict[str, Terms]:
    """The terms of all events, by their kind."""
    catalogue = Catalogue.of(timeline, harbour.SITE, harbour.ENGLISH)
    narrowing = Narrowing(catalogue, tag_slugs(timeline.by_tag))
    return {terms.kind: terms for terms in narrowing.kinds(timeline.all_events)}


def test_each_kind_of_term_asks_the_address_for_its_own_events() -> None:
    kinds = found(harbour.timeline())
    assert [(t.value, t.events, t.query) for t in kinds["people"].terms] == [
        ("mayor", 2, "name=mayor")
    ]
    assert [t.query for t in kinds["topics"].terms] == [
        "topic=traffic",
        "topic=opening",
        "topic=traffic-2",
    ]
    assert [t.query for t in kinds["years"].terms] == [
        "from=2017&to=2017",
        "from=2019&to=2019",
        "from=2026&to=2027",
    ]
    assert {t.value for t in kinds["says"].terms} == {
        "reviewed",
        "proposed",
        "disputed",
        "planned",
        "denied",
        "differ",
    }


def test_years_before_our_era_are_asked_for_as_dates_are_written() -> None:
    first, *others = harbour.EVENTS
    ancient = replace(first, date=parse_edtf("-0044-03"))
    query = found(harbour.timeline(ancient, *others))["years"].terms[0].query
    assert query == "from=-0044&to=-0044"


def test_a_term_of_every_event_is_left_out() -> None:
    everywhere = [replace(event, tags=("ships",)) for event in harbour.EVENTS]
    assert "topics" not in found(harbour.timeline(*everywhere))


def test_a_short_list_is_not_narrowed_down() -> None:
    assert found(harbour.timeline(*harbour.EVENTS[:4])) == {}


def test_of_many_terms_those_of_most_events_are_shown_and_the_rest_counted() -> None:
    events = [_tagged(event, number) for number, event in enumerate(_events(40))]
    topics = found(harbour.timeline(*events))["topics"]
    assert len(topics.terms) == TERMS_AT_MOST
    assert topics.more == 41 - TERMS_AT_MOST
    assert topics.terms[0].value == "even"


def _events(count: int) -> list[Event]:
    return [replace(harbour.PROMISE, id=f"promise-{n}") for n in range(count)]


def _tagged(event: Event, number: int) -> Event:
    own = f"topic {number:02}"
    return replace(event, tags=(own, "even") if number % 2 == 0 else (own,))
