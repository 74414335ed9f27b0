"""What a page shows says when it is to be made again: always when its bytes would be
others, and seldom when they would not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import harbour_timeline as harbour
import pytest

from generator.model.entities import Entity, EntityKind
from generator.model.events import Event, Factuality, Status
from generator.model.timeline import Page, Timeline
from generator.pages import Resources, Site

SHOWN_TO_PROGRAMS = {"data/", "data/index.html", "search/"}


def edited(**changes: object) -> Timeline:
    """The timeline after changes to the opening of the bridge."""
    opening: Event = replace(harbour.OPENING, **changes)  # type: ignore[arg-type]
    return harbour.timeline(
        *(opening if event == harbour.OPENING else event for event in harbour.EVENTS)
    )


def without(event: Event) -> Timeline:
    return harbour.timeline(*(e for e in harbour.EVENTS if e != event))


def with_more(event: Event) -> Timeline:
    return harbour.timeline(*harbour.EVENTS, event)


FIRST, SECOND, *OTHERS = harbour.OPENING.citations

EDITS: dict[str, Callable[[], Timeline]] = {
    "a first paragraph": lambda: edited(body="The bridge is *open*."),
    "what follows it": lambda: edited(body=f"{harbour.OPENING.body}\n\nAnd then?"),
    "no text": lambda: edited(body=""),
    "a title": lambda: edited(title="The bridge is open"),
    "another day": lambda: edited(date=harbour.edtf("2019-03-05")),
    "another month": lambda: edited(date=harbour.edtf("2019-05-04")),
    "another year": lambda: edited(date=harbour.edtf("2017-05-04")),
    "a span of years": lambda: edited(date=harbour.edtf("2016/2020")),
    "no date": lambda: edited(date=None),
    "one tag less": lambda: edited(tags=("opening",)),
    "a tag that was not there": lambda: edited(tags=("opening", "tolls")),
    "a tag that takes another's folder": lambda: edited(tags=("TRAFFIC",)),
    "somebody less": lambda: edited(people=()),
    "somebody without a file": lambda: edited(people=("mayor", "pilot")),
    "another kind of somebody": lambda: edited(people=("council",), organisations=()),
    "no word on what is related": lambda: edited(related=()),
    "one passage less": lambda: edited(citations=(SECOND,), claims=()),
    "no accounts": lambda: edited(claims=()),
    "no correction": lambda: edited(corrections=()),
    "not reviewed": lambda: edited(status=Status.PROPOSED),
    "only planned": lambda: edited(factuality=Factuality.PLANNED),
    "another former id": lambda: edited(aliases=("bridge-has-opened",)),
    "another file": lambda: edited(
        origin=replace(harbour.OPENING.origin, path="content/events/2019/opening.md")
    ),
    "one event less": lambda: without(harbour.CRACK),
    "no undated event": lambda: without(harbour.FERRY),
    "one event more": lambda: with_more(
        replace(harbour.CRACK, id="2018-noise", date=harbour.edtf("2018-07"))
    ),
    "a source's title": lambda: harbour.timeline(
        sources=(replace(harbour.SOURCES[0], title="Open!"), *harbour.SOURCES[1:])
    ),
    "a text that may not be shown": lambda: harbour.timeline(
        sources=(replace(harbour.SOURCES[0], full_text=False), *harbour.SOURCES[1:])
    ),
    "a source without a card": lambda: harbour.timeline(sources=harbour.SOURCES[1:]),
    "a name": lambda: harbour.timeline(
        entities=(
            replace(harbour.ENTITIES[0], pref_label="The Bridge"),
            *harbour.ENTITIES[1:],
        )
    ),
    "a place that is nowhere": lambda: harbour.timeline(
        entities=(
            replace(harbour.ENTITIES[0], coordinates=None),
            *harbour.ENTITIES[1:],
        )
    ),
    "what a writer is": lambda: harbour.timeline(
        entities=(
            *harbour.ENTITIES,
            Entity("writer", EntityKind.ORGANISATION, "A. Writer"),
        )
    ),
    "one name less": lambda: harbour.timeline(entities=harbour.ENTITIES[:1]),
    "a page's title": lambda: harbour.timeline(
        pages=(Page("thanks", "Thank you", "# Thanks"),)
    ),
    "no page": lambda: harbour.timeline(pages=()),
}


SETTINGS = replace(harbour.SITE, base_url="https://example.org/bridge")


def site(timeline: Timeline, resources: Resources | None = None) -> Site:
    return Site(timeline, SETTINGS, resources or harbour.shipped())


def changed(before: Site, after: Site) -> set[str]:
    """The parts of *after* that do not show what they did *before*."""
    known = {part: before.shows(part) for part in before.parts}
    return {part for part in after.parts if known.get(part) != after.shows(part)}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_part_that_shows_the_same_has_the_same_files(
    edit: Callable[[], Timeline],
) -> None:
    before, after = site(harbour.timeline()), site(edit())
    stale = changed(before, after)
    assert stale
    for part in set(after.parts) - stale:
        assert dict(after.files(part)) == dict(before.files(part)), part


def test_what_follows_the_first_paragraph_is_seen_in_two_places() -> None:
    before, after = site(harbour.timeline()), site(EDITS["what follows it"]())
    assert changed(before, after) == SHOWN_TO_PROGRAMS | {
        "events/2019-03-04-opening/index.html",
        "print/index.html",
    }


def test_a_title_changes_nothing_that_does_not_list_the_event() -> None:
    before, after = site(harbour.timeline()), site(EDITS["a title"]())
    same = set(after.parts) - changed(before, after)
    assert {
        "years/2026-2027/index.html",
        "tags/traffic-2/index.html",
        "entities/nobody/index.html",
        "sources/unused/index.html",
        "keyboard/index.html",
        "pages/thanks/index.html",
        "assets/",
        "media/",
    } <= same


def test_a_template_of_the_project_may_ask_for_everything() -> None:
    shipped = harbour.shipped()
    text = shipped.templates["404.html"] + "{{ timeline.all_events | length }}"
    own = replace(
        shipped,
        templates={**shipped.templates, "404.html": text},
        own=frozenset({"404.html"}),
    )
    before = site(harbour.timeline(), own)
    after = site(EDITS["what follows it"](), own)
    assert "404.html" in changed(before, after)
    assert "keyboard/index.html" not in changed(before, after)


def test_what_uses_a_template_of_the_project_may_ask_for_everything_as_well() -> None:
    own = replace(harbour.shipped(), own=frozenset({"_layout.html"}))
    before = site(harbour.timeline(), own)
    after = site(EDITS["what follows it"](), own)
    same = set(after.parts) - changed(before, after)
    assert {
        part
        for part in same
        if part.endswith(".html") and not part.startswith("embed/")
    } == {
        "entities/bridge/index.html",  # what leads on from a former id is no page of
        "events/bridge-opens/index.html",  # the layout
        "sources/old-post/index.html",
    }


OTHERWISE = {
    "title": "A bridge",
    "description": "",
    "base_url": "https://example.net/",
    "repository": "",
    "language": "de",
}


@pytest.mark.parametrize(("name", "value"), OTHERWISE.items(), ids=OTHERWISE)
def test_a_setting_may_change_every_page(name: str, value: str) -> None:
    before = site(harbour.timeline())
    config = replace(SETTINGS, **{name: value})  # type: ignore[arg-type]
    after = Site(harbour.timeline(), config, harbour.shipped())
    pages = {part for part in after.parts if part.endswith(".html")}
    assert pages <= changed(before, after)
