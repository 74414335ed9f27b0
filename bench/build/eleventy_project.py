"""The made-up timeline as a project for Eleventy 3, with the page kinds that dateline
has; its templates are JavaScript, the fastest of its languages."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from cases import Site
from corpus import (
    Happening,
    Made,
    names_and_tags,
    passages_of,
    sources_and_quotes,
    text_of,
    write,
)
from hugo_project import OVERVIEWS
from measuring import REPOSITORY

LAYOUTS = Path(__file__).parent / "eleventy"


def eleventy_site(root: Path, timeline: Made, program: str) -> Site:
    """The project, laid out in *root*, for Eleventy's *program*."""
    shutil.copytree(LAYOUTS, root)
    (root / "pages").rename(root / "content")
    shutil.copytree(REPOSITORY / "static", root / "static")
    write(root, _files(timeline))
    return Site("Eleventy", (program, "--quiet"), root, root / "site", event_text)


def _files(timeline: Made) -> Iterator[tuple[str, str]]:
    names = {n.id: {"label": n.label, "kind": n.kind} for n in timeline.names}
    yield "_data/names.json", json.dumps(names)
    yield "_data/papers.json", json.dumps(passages_of(timeline))
    yield "content/events/events.json", json.dumps({"layout": "event.11ty.js"})
    for event in timeline.events:
        yield f"content/events/{event.id}.md", event_text(event)
    for name in OVERVIEWS:
        header = f"---\ntitle: {name.title()}\nlayout: overview.11ty.js\n---\n"
        yield f"content/{name}.md", header


def event_text(event: Happening) -> str:
    """The file of *event*; what Eleventy calls tags are collections of its own."""
    return (
        f'---\ntitle: "{event.title}"\ndate: {event.day}\nday: "{event.day}"\n'
        f'edtf: "{event.date}"\nstatus: reviewed\n'
        f"id: {event.id}\npermalink: /events/{event.id}/\n"
        + names_and_tags(event, "topics")
        + sources_and_quotes(event)
        + f"---\n\n{text_of(event)}"
    )
