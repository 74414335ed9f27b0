"""Files of the whole timeline are joined of what did not change and what did."""

from __future__ import annotations

from dataclasses import replace

import harbour_timeline as harbour
import pytest

from generator.model.events import Event
from generator.pages import Site
from generator.pages.data.pieces import Cuts
from generator.plain import as_json, of_json

FILES = (
    *("timeline.json", "events.csv", "citations.csv", "calendar.ics"),
    *("places.geojson", "sources.bib", "sources.ris", "sources.csl.json"),
    "annotations.jsonld",
)
OTHERS = tuple(event for event in harbour.EVENTS if event is not harbour.PROMISE)


def site(*events: Event) -> Site:
    return Site(harbour.timeline(*events), harbour.SITE, harbour.shipped())


def data(made: Site) -> dict[str, bytes]:
    return {f"data/{name}": made.file(f"data/{name}") for name in FILES}


def kept(cuts: Cuts) -> Cuts:
    """*cuts* after they were written down."""
    told = as_json(cuts)
    assert told is not None
    found = of_json(Cuts)(told)
    assert isinstance(found, Cuts)
    return found


@pytest.mark.parametrize(
    "events",
    [
        (replace(harbour.PROMISE, title="Otherwise, “so”; and longer"), *OTHERS),
        (replace(harbour.PROMISE, body="Less."), *OTHERS),
        (replace(harbour.PROMISE, date=None), *OTHERS),
        (replace(harbour.PROMISE, id="otherwise"), *OTHERS),
        (replace(harbour.PROMISE, places=()), *OTHERS),
        OTHERS,
        OTHERS[:1],
        (),
    ],
    ids=["title", "body", "date", "id", "places", "one-less", "one", "none"],
)
@pytest.mark.parametrize("back", [False, True], ids=["there", "and-back"])
def test_a_file_of_kept_pieces_is_the_file_made_anew(
    events: tuple[Event, ...], back: bool
) -> None:
    first, second = site(*harbour.EVENTS), site(*events)
    if back:
        first, second = second, first
    files, wanted = data(first), data(second)
    again = site(*(harbour.EVENTS if back else events))
    again.cut_out_of(kept(first.cuts), files.get)
    assert data(again) == wanted
    assert again.cuts == second.cuts


@pytest.mark.parametrize("changed", harbour.EVENTS, ids=lambda event: str(event.id))
def test_any_piece_may_be_exchanged(changed: Event) -> None:
    """Also one that says nothing, such as where an event without a place was."""
    otherwise = replace(changed, title="Otherwise", places=changed.places[:1])
    events = (otherwise if e is changed else e for e in harbour.EVENTS)
    first, second = site(*harbour.EVENTS), site(*events)
    wanted, files = data(second), data(first)
    again = site(*(otherwise if e is changed else e for e in harbour.EVENTS))
    again.cut_out_of(kept(first.cuts), files.get)
    assert data(again) == wanted
    assert again.cuts == second.cuts


def test_only_the_pieces_of_what_changed_are_made() -> None:
    first = site(*harbour.EVENTS)
    loud = {path: file.upper() for path, file in data(first).items()}
    again = site(replace(harbour.PROMISE, body="Otherwise."), *OTHERS)
    again.cut_out_of(kept(first.cuts), loud.get)
    head, *rows = data(again)["data/events.csv"].decode().splitlines()
    assert head == data(first)["data/events.csv"].decode().splitlines()[0]
    assert [row.isupper() for row in rows] == [
        event.id != harbour.PROMISE.id for event in harbour.timeline().all_events
    ]


def test_a_file_that_stands_no_more_is_made_anew() -> None:
    first, again = site(*harbour.EVENTS), site(*harbour.EVENTS)
    files = data(first)
    again.cut_out_of(kept(first.cuts), lambda path: None)
    assert data(again) == files
