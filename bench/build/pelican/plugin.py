"""What Pelican needs to know more kinds of names than authors and tags: a generator
that makes a page of each, as its own ones make those of tags."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

NAMES = ("people", "organisations", "places")
KINDS = (*NAMES, "tags", "sources", "years", "months")
MANY = 300


def in_order(generator: Any) -> None:
    """Every event knows the one before it and the one after."""
    events = sorted(generator.articles, key=lambda event: (event.date, event.slug))
    for earlier, later in pairwise(events):
        earlier.later = later
        later.earlier = earlier
    for event in events:
        event.lead = event.content.split("</p>", 1)[0].removeprefix("<p>")
        event.ids = {kind: ids_of(event, kind) for kind in KINDS}
        event.quotes = json.loads(event.quotes)
    data = json.loads((Path(generator.path).parent / "data.json").read_text("utf-8"))
    generator.context.update(data, in_time=events, kinds=KINDS, name_kinds=NAMES)


def ids_of(event: Any, kind: str) -> list[str]:
    if kind == "tags":
        return [tag.name for tag in getattr(event, "tags", ())]
    written = getattr(event, kind, "")
    return [part.strip() for part in written.split(",") if part.strip()]


class Terms(Generator):
    """A page of each name, topic, source, year and month, and their lists."""

    def generate_context(self) -> None:
        pass

    def generate_output(self, writer: Any) -> None:
        events = self.context["in_time"]
        terms: dict[str, dict[str, list[Any]]] = {kind: {} for kind in KINDS}
        for event in events:
            for kind, ids in event.ids.items():
                for id in ids:
                    terms[kind].setdefault(id, []).append(event)
        self.context["terms"] = terms
        for kind, found in terms.items():
            self.write(writer, f"{kind}/index.html", "list", kind=kind)
            for id, told in sorted(found.items()):
                template = "source" if kind == "sources" else "term"
                more: dict[str, object] = {"kind": kind, "id": id, "told": told}
                if kind in NAMES:
                    more["together"] = sorted(
                        {(k, n) for e in told for k in NAMES for n in e.ids[k]}
                    )
                self.write(
                    writer, f"{kind}/{id}/index.html", template, many=MANY, **more
                )
        for path, template in (("index.html", "home"), ("sitemap.xml", "sitemap")):
            self.write(writer, path, template)
        self.write_data(events)

    def write(self, writer: Any, path: str, template: str, **more: object) -> None:
        made = self.get_template(template)
        writer.write_file(path, made, self.context, relative_urls=False, **more)

    def write_data(self, events: Iterable[Any]) -> None:
        told = [
            {
                **{"id": e.slug, "page": f"/{e.url}", "title": e.title, "date": e.day},
                **{"status": "reviewed", "citations": e.quotes, "body": e.content},
                **{kind: e.ids[kind] for kind in (*NAMES, "tags")},
            }
            for e in events
        ]
        text = json.dumps(
            {"title": self.settings["SITENAME"], "events": told}, indent=1
        )
        (Path(self.output_path) / "timeline.json").write_text(text, "utf-8")


def generators(pelican: object) -> type[Terms]:
    return Terms


def register() -> None:
    signals.article_generator_finalized.connect(in_order)
    signals.get_generators.connect(generators)
