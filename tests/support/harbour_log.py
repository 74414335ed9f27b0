"""Touches the disk: a made-up harbour's log as a site, for what scripts do."""

from __future__ import annotations

from pathlib import Path

from generator.model.citations import Citation
from generator.model.edtf import parse_edtf
from generator.model.entities import Entity, EntityKind
from generator.model.events import Event, Factuality, Status
from generator.model.selectors import TextQuoteSelector
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Timeline
from generator.pages import Site
from generator.resources import find_resources
from generator.settings import SiteConfig

REPOSITORY = Path(__file__).parents[2]
SITE = SiteConfig(title="The harbour’s log", description="Who came in, and when.")
LINES = (
    # date, ship, pier, topic, factuality
    ("2019", "Alder", "north-pier", "timber", "happened"),
    ("2019-05-04", "Birch", "north-pier", "timber", "happened"),
    ("2019-08", "Alder", "south-pier", "coal", "happened"),
    ("2020-02-29", "Cedar", "south-pier", "coal", "happened"),
    ("2020-06-21~", "Birch", "north-pier", "salt & rope", "happened"),
    ("2020-07/2021-02", "Alder", "north-pier", "timber", "happened"),
    ("[2021-03,2021-04]", "Cedar", "south-pier", "coal", "alleged"),
    ("2021-05-01", "Birch", "north-pier", "timber", "happened"),
    ("2022-11-30", "Alder", "north-pier", "timber", "happened"),
    ("2023-01", "Alder", "south-pier", "coal", "planned"),
    ("", "Cedar", "north-pier", "timber", "happened"),
)
"""One line an event: date, ship, pier, topic, factuality."""


def log(count: int = len(LINES)) -> Timeline:
    """A timeline of *count* events: the lines above, and then a day for each ship."""
    lines = [*LINES]
    for number in range(count - len(LINES)):
        year, month, day = 1990 + number // 60, number // 5 % 12 + 1, number % 28 + 1
        date = f"{year}-{month:02}" + (f"-{day:02}" if number % 3 else "")
        ship = ("Alder", "Birch", "Cedar")[number % 3]
        lines.append((date, ship, "north-pier", "timber", "happened"))
    told = "".join(f"Entry {number}.\n" for number in range(len(lines)))
    document = Document("log", "seeds/log.txt", told, "")
    events = tuple(_event(number, line) for number, line in enumerate(lines))
    entities = (
        Entity("alder", EntityKind.ORGANISATION, "the Alder"),
        Entity("birch", EntityKind.ORGANISATION, "the Birch"),
        Entity("cedar", EntityKind.ORGANISATION, "the Cedar"),
        Entity("north-pier", EntityKind.PLACE, "North Pier"),
        Entity("south-pier", EntityKind.PLACE, "South Pier"),
    )
    return Timeline.of(Content(events, (Source("log"),), entities), [document])


def _event(number: int, line: tuple[str, str, str, str, str]) -> Event:
    date, ship, pier, topic, factuality = line
    return Event(
        f"{number}-{ship.lower()}",
        f"{ship} comes in, {number}",
        parse_edtf(date) if date else None,
        Status.REVIEWED if number % 2 else Status.PROPOSED,
        Factuality(factuality),
        organisations=(ship.lower(),),
        places=(pier,),
        tags=(topic,),
        citations=(Citation("log", TextQuoteSelector(f"Entry {number}.")),),
    )


def laid_out(out: Path, timeline: Timeline, base_url: str = "") -> Path:
    """*out*, with the site of *timeline* in it, styles and scripts as they are."""
    config = SiteConfig(SITE.title, SITE.description, base_url=base_url)
    made = Site(timeline, config, find_resources(REPOSITORY))
    for path in made.paths:
        place = out / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(made.file(path))
    return out
