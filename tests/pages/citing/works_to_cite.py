"""Made-up works, and how a card becomes one."""

from __future__ import annotations

from typing import Any

from generator.model.edtf import parse_edtf
from generator.model.sources import Source, UrlStatus
from generator.pages.citing.works import Work, of_source
from generator.pages.things import Card

ARCHIVE = "https://web.archive.org/web/20190401120000/https://gazette.example/bridge"

EVERYTHING = {
    "author": ("Ada Quill", "City Council"),
    "publisher": "Harbour Press",
    "accessed": "2019-04-02",
    "archive": ARCHIVE,
    "language": "en",
}
"""All that a card may say besides what `work` says anyway."""


def work(**changes: Any) -> Work:
    """The article about the bridge, with *changes* of its card."""
    known: dict[str, Any] = {
        "title": "Bridge opens",
        "author": ("Ada Quill",),
        "container_title": "Port Gazette",
        "issued": "2019-03-05",
        "url": "https://gazette.example/bridge",
        **changes,
    }
    for name in ("issued", "accessed", "archived"):
        if known.get(name):
            known[name] = parse_edtf(known[name])
    if known.get("url_status"):
        known["url_status"] = UrlStatus(known["url_status"])
    source = Source(known.pop("id", "bridge"), **known)
    return of_source(Card(source, None, source.title or source.id))
