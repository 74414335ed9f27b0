"""Which page of a built site stands for each kind, and what each kind must keep to.

The heaviest page of its kind is measured: the busiest year and month, the source, name
and topic with most events. A limit that a kind does not override holds for all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from project import Event, source_id

KB = 1024
Limits = Mapping[str, float | bool]
"""The most that a figure may be, by its place in the report; True must be true."""

FOR_ALL: Limits = {
    "load.mobile.transfer_bytes": 40 * KB,
    "load.mobile.by_type.js.transfer": 10 * KB,
    "load.mobile.by_type.css.transfer": 8 * KB,
    "load.mobile.requests": 6,
    "load.mobile.external_requests": 0,
    "load.mobile.cls": 0.02,
    "load.desktop.cls": 0.02,
    "load.desktop.js_heap_mb": 3,
    "load.mobile.best.tbt_ms": 100,
    "axe.desktop_light.rules": 0,
    "axe.mobile_light.rules": 0,
    "axe.desktop_dark.rules": 0,
    "keyboard.tab_trap": False,
    "keyboard.stops_without_visible_ring": 0,
    "print.sane": True,
    "extras.reflow_320_ok": True,
    "extras.targets_under_24px": 0,
    "extras.animations_with_reduced_motion": 0,
    "html.errors": 0,
    "links.broken": 0,
    "links.missing_fragments": 0,
    "links.orphans": 0,
    "static.json_ld_broken": 0,
}
OF_KIND: Mapping[str, Limits] = {
    "start": {"load.desktop.elements": 1500},
    "year": {"load.mobile.transfer_bytes": 150 * KB},
    "event": {"load.mobile.transfer_bytes": 12 * KB},
    # Lists of all that there is of a kind grow with the project, as a year does.
    "tag": {"load.mobile.transfer_bytes": 150 * KB},
    "entity": {"load.mobile.transfer_bytes": 150 * KB},
    "sources": {"load.mobile.transfer_bytes": 150 * KB},
}
AT_LEAST: Mapping[str, float] = {
    "lighthouse.performance": 95,
    "lighthouse.accessibility": 100,
    "lighthouse.best-practices": 100,
    "lighthouse.seo": 100,
}
OF_FLOOR: Mapping[str, Mapping[str, float]] = {
    "start": {
        "load.mobile.best.fcp_ms": 1.25,
        "load.mobile.best.first_title_ms": 1.25,
    }
}
"""How many times the blank page's time a page may take, measured in the same run."""


def pages(site: Path, events: Sequence[Event]) -> dict[str, str]:
    """The address of one page of each kind that the site has, by the kind's name."""
    year = _most(event["date"][:4] for event in events)
    months = (event["date"][:7] for event in events if event["date"][:4] == year)
    month = _most(month for month in months if len(month) > 4)
    name = _most(name for event in events for name in event["entities"])
    wanted = {
        "start": "",
        "years": "years/",
        "year": f"years/{year}/",
        "month": f"years/{month.replace('-', '/')}/",
        "event": f"events/{events[len(events) // 2]['id']}/",
        "source": f"sources/{_most(source_id(event) for event in events)}/",
        "entity": f"entities/{name.lower()}/",
        "tag": f"tags/{_most(event['kind'] for event in events)}/",
        "search": "search/",
        "map": "map/",
        "undated": "undated/",
        "methodology": "methodology/",
        "corrections": "corrections/",
        "data": "data/",
        "about": "about/",
        "entities": "entities/",
        "sources": "sources/",
        "tags": "tags/",
    }
    return {
        kind: page
        for kind, page in wanted.items()
        if (site / page / "index.html").exists()
    }


def limits(kind: str) -> dict[str, float | bool]:
    """What a page of *kind* must keep to, by the figure's place in the report."""
    return {**FOR_ALL, **OF_KIND.get(kind, {})}


def _most(values: Iterable[str]) -> str:
    """The most frequent value, the first in the alphabet among equals."""
    found = Counter(values)
    return min(found, key=lambda value: (-found[value], value), default="")
