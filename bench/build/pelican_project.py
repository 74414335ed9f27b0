"""The made-up timeline as a project for Pelican 4, with the page kinds that dateline
has; a plugin of ours makes those of names that Pelican has no word for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from cases import Site
from corpus import Happening, Made, passages_of, text_of, write
from hugo_project import OVERVIEWS
from measuring import REPOSITORY

LAYOUTS = Path(__file__).parent / "pelican"


def pelican_site(root: Path, timeline: Made, program: str) -> Site:
    """The project, laid out in *root*, for Pelican's *program*."""
    shutil.copytree(LAYOUTS, root)
    shutil.copytree(REPOSITORY / "static", root / "content" / "assets")
    write(root, _files(timeline))
    command = (program, "-q", "-s", "pelicanconf.py")
    return Site("Pelican", command, root, root / "output", event_text)


def _files(timeline: Made) -> Iterator[tuple[str, str]]:
    names = {n.id: {"label": n.label, "kind": n.kind} for n in timeline.names}
    known = {"names": names, "papers": passages_of(timeline)}
    yield "data.json", json.dumps(known)
    for event in timeline.events:
        yield f"content/events/{event.id}.md", event_text(event)
    for name in OVERVIEWS:
        yield f"content/pages/{name}.md", f"Title: {name.title()}\n\n{name.title()}.\n"


def event_text(event: Happening) -> str:
    """The file of *event*, with a header as Pelican reads it: no lists in lists."""
    quotes = [{"source": source, "exact": exact} for source, exact in event.quotes]
    names = {key: ", ".join(ids) for key, ids in event.names_by_list.items()}
    header = {
        **{"Title": event.title, "Date": event.day, "Day": event.day},
        **{"Edtf": event.date, "Tags": ", ".join(event.tags), **names},
        **{"Sources": ", ".join(event.sources), "Years": event.day[:4]},
        **{"Months": event.day[:7], "Quotes": json.dumps(quotes)},
    }
    lines = "\n".join(f"{key}: {value}" for key, value in header.items())
    return f"{lines}\n\n{text_of(event)}"
