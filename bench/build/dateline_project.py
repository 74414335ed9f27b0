"""The made-up timeline as a project for dateline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus import (
    ADDRESS,
    PUBLISHED,
    Happening,
    Made,
    Style,
    made,
    names_and_tags,
    quotes_under,
    text_of,
    write,
)


def dateline_files(timeline: Made) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the project."""
    yield "dateline.toml", f'[site]\ntitle = "Harbour years"\nbase_url = "{ADDRESS}"\n'
    for name in timeline.names:
        header = f"---\nprefLabel: {name.label}\nkind: {name.kind}\n---\n"
        yield f"content/entities/{name.id}.md", header
    for paper in timeline.papers:
        body = "\n\n".join([paper.heading, *paper.sentences])
        yield f"seeds/{paper.id}.txt", f"{body}\n"
        header = f'---\ntitle: {paper.title}\nissued: "{PUBLISHED}"\n---\n'
        yield f"content/sources/{paper.id}.md", header
    for event in timeline.events:
        yield f"content/events/{event.id}.md", event_text(event)


def make_dateline_project(root: Path, timeline: Made) -> None:
    """Writes the project into *root*."""
    write(root, dateline_files(timeline))


def make_project(root: Path, events: int) -> None:
    """Writes a project with so many *events* into *root*."""
    make_dateline_project(root, made(events))


def event_text(event: Happening) -> str:
    """The file of *event*."""
    quoted = event.style is Style.QUOTED
    title = f'"{event.title}"' if quoted else event.title
    remark = "  # as the papers have it\n# compared with them" if quoted else ""
    return (
        f'---\ntitle: {title}\ndate: "{event.date}"{remark}\nstatus: reviewed\n'
        + names_and_tags(event)
        + quotes_under("citations", event)
        # The last passage gives the date.
        + f'    says:\n      date: "{event.date}"\n---\n\n'
        + text_of(event)
    )
