"""How many files and texts of a project are read the quick way, and how many need the
libraries."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.usual_prose import usual_html
from generator.store.usual_header import usual_table


def hit_rates(texts: Iterable[str]) -> str:
    """The shares of the event files *texts*, in one line."""
    headers, bodies, count = 0, 0, 0
    for text in texts:
        head, _, body = text.removeprefix("---\n").partition("---\n")
        start = len("---\n")
        headers += usual_table(text, start, start + len(head)) is not None
        bodies += usual_html(body.strip("\n"), str) is not None
        count += 1
    return (
        f"read the quick way: {headers / count:.0%} of the headers, "
        f"{bodies / count:.0%} of the texts of events"
    )
