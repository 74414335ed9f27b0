"""A small made-up timeline that has one of everything a page can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.model.citations import Citation, Claim, Says
from generator.model.edtf import Edtf, parse_edtf
from generator.model.entities import Coordinates, Entity, EntityKind
from generator.model.events import Correction, Event, Factuality, Status
from generator.model.publication import published
from generator.model.selectors import TextQuoteSelector, quote_of
from generator.model.sources import Document, Inferred, Source
from generator.model.timeline import Content, Page, Timeline
from generator.model.timex import Basis
from generator.pages import Resources, SiteLinks, check_links, page_links, render
from generator.pages.chronology import Year, sections, standing, year_of
from generator.pages.languages import words_of
from generator.problems import Origin, Problem
from generator.resources import find_resources
from generator.settings import SiteConfig

SITE = SiteConfig(
    title="The harbour bridge",
    description="How a bridge came to be.",
    repository="https://example.org/harbour",
)

ENGLISH = words_of("en", {})

POST = Document(
    "post",
    "seeds/post.txt",
    "Bridge opens\n"
    "The harbour bridge opened to traffic on 4 March 2019, after two years of delay. "
    "It had been promised for June 2017.\n"
    "The council plans to widen it in 2026 or 2027. Some 300 people came.\n"
    "It will not be tolled, the mayor said.\n",
    "aa" * 32,
    language="en",
)
GAZETTE = Document(
    "gazette",
    "seeds/gazette.txt",
    "About 500 people saw the bridge open last month. "
    "The mayor denies that a crack was found. A week earlier the ferry had stopped.",
    "bb" * 32,
    language="en",
)
UNUSED = Document("unused", "seeds/unused.txt", "Nothing of note.", "cc" * 32)
DOCUMENTS = (GAZETTE, POST, UNUSED)


def edtf(text: str) -> Edtf:
    return parse_edtf(text)


def chronology(events: Iterable[Event]) -> tuple[Year, ...]:
    """*events* under their years, in the order of their dates."""
    given = [event for event in events if event.date is not None]
    given.sort(key=lambda event: event.date.sort_key if event.date else ())
    found = sections([standing(event) for event in given])
    by_id = {event.id: event for event in given}
    return tuple(year_of(section, by_id, ENGLISH) for section in found)


NOTHING = Says()


def cite(document: Document, words: str, says: Says = NOTHING) -> Citation:
    """The one passage of *document* that reads *words*."""
    start = document.text.index(words)
    quote = quote_of(document.text, start, start + len(words))
    return Citation(document.id, quote, says)


OPENING = Event(
    "2019-03-04-opening",
    "The bridge opens",
    edtf("2019-03-04"),
    Status.REVIEWED,
    people=("mayor",),
    organisations=("council",),
    places=("harbour-bridge",),
    tags=("Traffic", "opening"),
    related=("2017-06-promise",),
    citations=(
        cite(
            POST,
            "The harbour bridge opened to traffic on 4 March 2019",
            Says(edtf("2019-03-04"), "on 4 March 2019", Basis.STATED),
        ),
        cite(
            GAZETTE,
            "saw the bridge open last month",
            Says(
                edtf("2019-03"),
                "last month",
                Basis.RELATIVE,
                "the publication date 2 April 2019",
                because="only one bridge opened",
            ),
        ),
    ),
    claims=(
        Claim("People at the opening", "some 300", cite(POST, "Some 300 people came")),
        Claim(
            "People at the opening",
            "about 500",
            cite(GAZETTE, "About 500 people saw the bridge open"),
            speaker="a steward",
        ),
    ),
    corrections=(Correction(edtf("2019-04-20"), "The number of people was wrong."),),
    aliases=("bridge-opens",),
    body="The bridge *opens*, see [the promise](2017-06-promise.md).",
    origin=Origin("content/events/2019-03-04-opening.md", 1),
)
PROMISE = Event(
    "2017-06-promise",
    "The bridge was to open",
    edtf("2017-06"),
    Status.REVIEWED,
    places=("harbour-bridge",),
    citations=(cite(POST, "It had been promised for June 2017"),),
)
WIDENING = Event(
    "2026-widening",
    "The bridge is to be widened",
    edtf("[2026,2027]"),
    factuality=Factuality.PLANNED,
    organisations=("council",),
    places=("harbour-bridge",),
    tags=("traffic",),
    citations=(cite(POST, "The council plans to widen it in 2026 or 2027"),),
)
CRACK = Event(
    "2019-crack",
    "A crack is found",
    edtf("2019~"),
    Status.DISPUTED,
    Factuality.DENIED,
    people=("mayor",),
    citations=(
        cite(GAZETTE, "The mayor denies that a crack was found", Says(speaker="mayor")),
    ),
)
FERRY = Event(
    "undated-ferry",
    "The ferry stops",
    None,
    citations=(
        cite(
            GAZETTE,
            "A week earlier the ferry had stopped",
            Says(phrase="A week earlier", needs="the day it is counted from"),
        ),
    ),
)
EVENTS = (PROMISE, OPENING, CRACK, WIDENING, FERRY)

SOURCES = (
    Source(
        "post",
        "Bridge opens",
        ("A. Writer",),
        container_title="The Post",
        issued=edtf("2019-03-05"),
        url="https://example.org/bridge",
        sha256="aa" * 32,
        full_text=True,
        rights="in the public domain",
        aliases=("old-post",),
    ),
    Source(
        "gazette",
        inferred=Inferred(edtf("2019-04/.."), "It calls March last month."),
    ),
    Source("unused", "A quiet day"),
)
ENTITIES = (
    Entity(
        "harbour-bridge",
        EntityKind.PLACE,
        "Harbour Bridge",
        ("Hafenbrücke",),
        "Q42",
        Coordinates(1.5, -2.25),
        aliases=("bridge",),
        note="Crosses the harbour.",
    ),
    Entity("mayor", EntityKind.PERSON, "the mayor"),
    Entity("nobody", EntityKind.PERSON, "Nobody"),
)
PAGES = (Page("thanks", "Thanks", "# Thanks\n\nTo [the Post](../sources/post.md)."),)


def timeline(
    *events: Event,
    sources: tuple[Source, ...] = SOURCES,
    entities: tuple[Entity, ...] = ENTITIES,
    pages: tuple[Page, ...] = PAGES,
    documents: tuple[Document, ...] = DOCUMENTS,
) -> Timeline:
    """The timeline of *events*, or of all of them."""
    content = Content(events or EVENTS, sources, entities, pages)
    return Timeline.of(content, documents)


def reviewed() -> Timeline:
    """What is left when only what an editor has seen is published."""
    content = Content(EVENTS, SOURCES, ENTITIES, PAGES)
    return Timeline.of(published(content, "reviewed"), DOCUMENTS)


@cache
def shipped() -> Resources:
    """The templates as they are, with style sheets that never change."""
    found = find_resources(Path(__file__).parents[2])
    return Resources(found.templates, dict.fromkeys(found.static, b"b {}\n"))


def site(timeline: Timeline, config: SiteConfig = SITE) -> dict[str, bytes]:
    """The files of *timeline*'s site."""
    return render(timeline, config, shipped())


def link_problems(files: Mapping[str, bytes]) -> list[Problem]:
    """What is wrong with the links of a site."""
    pages = {p: page_links(p, d) for p, d in files.items() if p.endswith(".html")}
    return check_links(SiteLinks(pages, files.keys()), files.__getitem__)


def empty() -> Timeline:
    return Timeline.of(Content(), [])


def dated(*dates: str) -> list[Event]:
    """An event for each date, called by it."""
    return [
        Event(f"on-{number}", date, edtf(date)) for number, date in enumerate(dates)
    ]


def many(count: int, tags: tuple[str, ...] = ()) -> Timeline:
    """A timeline of *count* events with *tags*, from 1990 on, twenty a year."""
    text = "".join(f"Ship {number} came in.\n" for number in range(count))
    ships = Document("ships", "seeds/ships.txt", text, "")
    events = [
        Event(
            f"ship-{number}",
            f"Ship {number}",
            edtf(f"{1990 + number // 20}-{number % 12 + 1:02}"),
            Status.REVIEWED,
            tags=tags,
            citations=(
                Citation("ships", TextQuoteSelector(f"Ship {number} came in.")),
            ),
        )
        for number in range(count)
    ]
    return Timeline.of(Content(tuple(events), (Source("ships"),)), [ships])


def with_text(text: str) -> Timeline:
    """One event, source and entity whose every free field is *text*."""
    document = Document("text", "seeds/text.txt", f"Before. [{text}] After.", "")
    quoted = Citation("text", TextQuoteSelector(f"[{text}]"))
    said = replace(
        quoted, says=Says(edtf("2019"), text, Basis.RELATIVE, text, text, text, text)
    )
    event = Event(
        "event",
        text,
        edtf("2019-03"),
        people=("somebody",),
        tags=(text,),
        citations=(said,),
        claims=(Claim(text, text, quoted, text),),
        corrections=(Correction(edtf("2020"), text),),
    )
    source = Source(
        "text",
        text,
        (text,),
        text,
        text,
        url=text,
        archive=text,
        language="en",
        rights=text,
        full_text=True,
        inferred=Inferred(edtf("2019/.."), text),
        sha256=text,
    )
    somebody = Entity("somebody", EntityKind.PERSON, text, (text,), text)
    content = Content((event,), (source,), (somebody,), (Page("page", text, "A."),))
    return Timeline.of(content, [document])
