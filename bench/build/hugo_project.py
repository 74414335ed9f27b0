"""The made-up timeline as a project for Hugo, with the page kinds that dateline has.

People, organisations, places, tags, sources, years and months are taxonomies, so that
Hugo makes their pages in its own way; the templates beside this module say what stands
on them: what stands on ours, as far as Hugo can know it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from corpus import (
    KINDS,
    LISTS,
    PUBLISHED,
    Happening,
    Made,
    Paper,
    Style,
    names_and_tags,
    sources_and_quotes,
    text_of,
    write,
)

LAYOUTS = Path(__file__).parent / "hugo"
OVERVIEWS = ("undated", "methodology", "corrections", "data", "about")
RELATED = "layouts/_partials/related_to.html"
NONE = "{{- return slice -}}\n"


def make_hugo_project(
    root: Path, timeline: Made, static: Path, *, related: bool = True
) -> None:
    """Writes the project into *root*, with the style sheets of *static*. Finding
    *related* events is the dearest part of Hugo's work."""
    shutil.copytree(LAYOUTS, root, dirs_exist_ok=True)
    if not related:
        (root / RELATED).write_text(NONE, "utf-8")
    shutil.copytree(static, root / "static" / "assets")
    write(root, _files(timeline))


def _files(timeline: Made) -> Iterator[tuple[str, str]]:
    folder = dict(zip(KINDS, LISTS, strict=True))
    for name in timeline.names:
        text = f"---\ntitle: {name.label}\nkind_of_name: {name.kind}\n---\n"
        yield f"content/{folder[name.kind]}/{name.id}/_index.md", text
    told = {event.quotes[0][1]: event for event in timeline.events}
    for paper in timeline.papers:
        yield f"content/sources/{paper.id}/_index.md", _paper_file(paper, told)
    for event in timeline.events:
        yield f"content/events/{event.id}.md", event_text(event)
    for page in OVERVIEWS:
        yield f"content/{page}.md", f"---\ntitle: {page.title()}\n---\n"


def _paper_file(paper: Paper, told: dict[str, Happening]) -> str:
    lines = [f'title: {paper.title}\nissued: "{PUBLISHED}"\npassages:']
    for number, sentence in enumerate(paper.sentences, 1):
        event = told[sentence]
        lines.append(
            f'  - number: {number}\n    exact: "{sentence}"\n'
            f'    event: {event.id}\n    title: "{event.title}"'
        )
    return "---\n" + "\n".join(lines) + "\n---\n"


def event_text(event: Happening) -> str:
    """The file of *event*; Hugo gets the first day of a date that is no day."""
    quoted = event.style is Style.QUOTED
    title = f'"{event.title}"' if quoted else event.title
    remark = "  # as the papers have it\n# compared with them" if quoted else ""
    edtf = f'edtf: "{event.date}"\n' if event.date != event.day else ""
    return (
        f"---\ntitle: {title}\ndate: {event.day}{remark}\nstatus: reviewed\n{edtf}"
        + names_and_tags(event)
        + sources_and_quotes(event)
        + f"---\n\n{text_of(event)}"
    )
