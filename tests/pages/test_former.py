"""What was renamed, or moved to another address: programs that knew it know it again,
and find it where they found it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urljoin

import feedparser
import harbour_timeline as harbour
import pytest
from icalendar import Calendar

from generator.model.edtf import parse_edtf
from generator.model.events import Correction, Event
from generator.model.timeline import Timeline
from generator.settings import SiteConfig

SITE = replace(harbour.SITE, base_url="https://name.example/bridge/")
OPENING = replace(
    harbour.OPENING,
    aliases=(),
    corrections=(Correction(parse_edtf("2019-05-01"), "x"),),
)

OTHERS = harbour.SOURCES[1:]


def timeline(opening: Event, **renamed: object) -> Timeline:
    events = (opening if e == harbour.OPENING else e for e in harbour.EVENTS)
    return harbour.timeline(*events, **renamed)  # type: ignore[arg-type]


def names(files: dict[str, bytes]) -> dict[str, set[str]]:
    """What programs know entries, days and passages by."""
    return {
        "Atom": {
            name
            for path in ("feed.xml", "corrections/feed.xml")
            for feed in [feedparser.parse(files[path])]
            for name in [feed.feed.id, *(entry.id for entry in feed.entries)]
        },
        "JSON Feed": {item["id"] for item in json.loads(files["feed.json"])["items"]},
        "calendar": {
            str(event["UID"])
            for event in Calendar.from_ical(files["data/calendar.ics"]).walk("VEVENT")
        },
    }


def annotations(files: dict[str, bytes], path: str) -> set[str]:
    items = json.loads(files[path])["first"]["items"]
    return {urljoin(f"https://name.example/{path}", item["id"]) for item in items}


def test_a_renamed_event_is_known_again() -> None:
    before = names(harbour.site(timeline(OPENING), SITE))
    again = replace(OPENING, id="opened", aliases=(OPENING.id, "opened-once-more"))
    assert names(harbour.site(timeline(again), SITE)) == before


def test_annotations_are_named_after_the_first_id_of_their_source() -> None:
    path = "data/annotations.jsonld"
    called: dict[tuple[str, ...], set[str]] = {}
    for aliases in ((), ("the-post", "a-post")):
        post = replace(harbour.SOURCES[0], aliases=aliases)
        files = harbour.site(harbour.timeline(sources=(post, *OTHERS)), SITE)
        called[aliases] = annotations(files, path)
    before, after = called.values()
    assert {name.replace("#post-", "#the-post-") for name in before} == after != before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            SITE,
            replace(
                SITE,
                base_url="https://bridge.example/",
                id="https://name.example/bridge/",
            ),
        ),
        (
            replace(SITE, base_url=""),
            replace(SITE, id=SITE.title),
        ),
        (
            replace(SITE, base_url="", id="the bridge"),
            replace(SITE, title="Another title", id="the bridge"),
        ),
    ],
    ids=["to-a-domain-of-its-own", "to-a-first-address", "with-another-title"],
)
def test_a_site_that_moves_keeps_what_it_is_called(
    before: SiteConfig, after: SiteConfig
) -> None:
    shown = timeline(OPENING)
    assert names(harbour.site(shown, after)) == names(harbour.site(shown, before))


def test_annotations_keep_their_names_when_the_site_moves() -> None:
    path, moved = "sources/post/annotations.jsonld", "https://bridge.example/"
    before = harbour.site(harbour.timeline(), SITE)
    after = harbour.site(
        harbour.timeline(), replace(SITE, base_url=moved, id=SITE.base_url)
    )
    assert annotations(after, path) == annotations(before, path)


def test_programs_find_at_a_former_address_what_they_found_there() -> None:
    council = replace(harbour.ENTITIES[0], aliases=("the-council",))
    post = replace(harbour.SOURCES[0], aliases=("the-post",))
    opening = replace(OPENING, aliases=("opens",))
    files = harbour.site(
        timeline(
            opening,
            entities=(council, *harbour.ENTITIES[1:]),
            sources=(post, *OTHERS),
        ),
        SITE,
    )
    for former, present in (
        ("entities/the-council/feed.xml", f"entities/{council.id}/feed.xml"),
        ("entities/the-council/feed.json", f"entities/{council.id}/feed.json"),
        ("sources/the-post/annotations.jsonld", "sources/post/annotations.jsonld"),
        ("events/opens/oembed.json", f"events/{OPENING.id}/oembed.json"),
        ("media/cards/opens.png", f"media/cards/{OPENING.id}.png"),
    ):
        assert files[former] == files[present], former
    feed = feedparser.parse(files["entities/the-council/feed.xml"])
    assert feed.feed.id == "tag:name.example,2026:bridge/entities/the-council"
    (itself,) = [link.href for link in feed.feed.links if link.rel == "self"]
    assert itself == f"https://name.example/bridge/entities/{council.id}/feed.xml"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2024-05-06", True),
        ("2024-05-06T10:00", True),
        ("2024-05-06?", False),
        ("2024-05", False),
        ("2024-21", False),
        ("2024", False),
        ("2024-05-06/2024-05-08", False),
        ("[2024-05-06, 2024-05-08]", False),
    ],
)
def test_json_feed_tells_a_day_only_where_one_is_known(date: str, told: bool) -> None:
    opening = replace(OPENING, corrections=(Correction(parse_edtf(date), "x"),))
    files = harbour.site(timeline(opening), SITE)
    for path in ("feed.json", "corrections/feed.json"):
        items = json.loads(files[path])["items"]
        (item,) = [i for i in items if f"/events/{OPENING.id}" in i["id"]]
        expected = "2024-05-06T00:00:00Z" if told else None
        assert item.get("date_modified") == expected


def test_a_calendar_without_events_is_a_calendar_still() -> None:
    undated = [e for e in harbour.EVENTS if e.date is None]
    data = harbour.site(harbour.timeline(*undated), SITE)["data/calendar.ics"]
    calendar = Calendar.from_ical(data)
    assert not calendar.walk("VEVENT")
    (zone,) = calendar.subcomponents
    assert zone.name == "VTIMEZONE"
    assert zone.to_tz().utcoffset(datetime(2024, 1, 1)) == timedelta(0)
