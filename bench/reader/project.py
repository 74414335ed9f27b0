"""A file of made-up events becomes a project, in which every quotation stands in its
source once.

The file is a JSON list of events: id, title, date, date_end where it has one,
precision, text, kind, entities, and a source with title, publisher and url. The same
list gives the same bytes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Event = Mapping[str, Any]

LISTS = {"person": "people", "organisation": "organisations", "place": "places"}
STATUSES = ("reviewed",) * 18 + ("proposed", "disputed")
ISSUED = "2025-01-02"
# The yardstick serves a site below /site/, where only the 404 page needs to know it.
BASE_URL = "https://example.org/site"


def make_project(root: Path, events: Sequence[Event]) -> None:
    """Writes the project into *root*; what stands there already is written over."""
    for path, text in files(events):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")


def files(events: Sequence[Event]) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the project."""
    yield (
        "dateline.toml",
        '[site]\ntitle = "Harbour years"\nlanguage = "en"\npublish = "all"\n'
        f'description = "Made-up events of thirty years."\nbase_url = "{BASE_URL}"\n',
    )
    yield "content/pages/about.md", "---\ntitle: About\n---\n\nAll of it is made up.\n"
    kinds = kinds_of_names(events)
    for number, (name, kind) in enumerate(sorted(kinds.items())):
        where = f'coordinates: "{_spot(number)}"\n' if kind == "place" else ""
        yield (
            f"content/entities/{name.lower()}.md",
            f"---\nprefLabel: {name}\nkind: {kind}\n{where}---\n",
        )
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        told[source_id(event)].append(event)
    for source, of_it in sorted(told.items()):
        card = of_it[0]["source"]
        texts = [event["text"] for event in of_it]
        yield f"seeds/{source}.txt", "\n\n".join([card["title"], *texts]) + "\n"
        yield (
            f"content/sources/{source}.md",
            f"---\ntitle: {card['title']}\npublisher: {card['publisher']}\n"
            f'issued: "{ISSUED}"\nURL: {card["url"]}\n---\n',
        )
    for number, event in enumerate(events):
        yield f"content/events/{event['id']}.md", _event(number, event, kinds)


def kinds_of_names(events: Sequence[Event]) -> dict[str, str]:
    """A kind for every name: persons, organisations and places by turns."""
    names = sorted({name for event in events for name in event["entities"]})
    turns = sorted(LISTS)
    return {name: turns[n % len(turns)] for n, name in enumerate(names)}


def source_id(event: Event) -> str:
    """The source's file name: the last part of its address."""
    return f"source-{event['source']['url'].rstrip('/').rpartition('/')[2]}"


def first_sentence(text: str) -> str:
    """What the citation quotes: the beginning, which no other text has.

    "Entry 12: Once the families visit. Down there." -> "Entry 12: Once the families
    visit."
    """
    end = re.search(r"\.(?=\s|$)", text)
    return text[: end.end()] if end else text


def _event(number: int, event: Event, kinds: Mapping[str, str]) -> str:
    by_list: dict[str, list[str]] = defaultdict(list)
    for name in event["entities"]:
        by_list[LISTS[kinds[name]]].append(name.lower())
    lists = "".join(
        f"{key}: [{', '.join(by_list[key])}]\n"
        for key in LISTS.values()
        if by_list[key]
    )
    return (
        f"---\ntitle: {json.dumps(event['title'])}\n"
        f'date: "{edtf(event)}"\nstatus: {STATUSES[number % len(STATUSES)]}\n{lists}'
        f"tags: [{event['kind']}]\ncitations:\n  - source: {source_id(event)}\n"
        f"    exact: {json.dumps(first_sentence(event['text']))}\n"
        f'    says:\n      date: "{edtf(event)}"\n---\n\n{event["text"]}\n'
    )


def edtf(event: Event) -> str:
    """The event's date in EDTF: "1998~" for about a year, "a/b" for a span."""
    if event["precision"] == "circa":
        return f"{event['date']}~"
    return "/".join(filter(None, (event["date"], event.get("date_end"))))


def _spot(number: int) -> str:
    """Degrees north and east, spread over the lands of the middle latitudes."""
    return f"{-40 + number * 37 % 100}.5, {-120 + number * 53 % 260}.25"
