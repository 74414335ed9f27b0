"""The entries of lists as HTML, each made once for all pages of one depth.

An event stands in the lists of its year, its topics and everyone who took part; making
its entry anew for each was the chief cost of a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import jinja2
from markupsafe import Markup

from generator.pages.references import References
from generator.pages.remembered import Remembered
from generator.pages.views import Entry

_TEMPLATE = "_parts.html"

_REFERENCES = "<!-- references -->"
"""Where a row has room for the numbers of its sources, which differ from page to page;
no text of an editor can hold this, since it is escaped."""

_REFERRING = '<span class="references only-print">%s</span>'


RowsMade = Remembered[Entry, tuple[str, str]]
"""Rows by the level of their headings, whether they are brief, and the event: of each
what stands before and after the room for numbers."""


class Rows:
    """Makes entries with the macro `entry` of *environment*, which is for one depth;
    *made* are rows of an environment that is the same, as far as they can tell."""

    def __init__(self, environment: jinja2.Environment, made: RowsMade) -> None:
        self._environment = environment
        self._made = made

    def of(
        self,
        entries: Iterable[Entry],
        level: int,
        brief: bool,
        references: References | None = None,
    ) -> Markup:
        """All *entries*, one after the other. *level*: of their headings; *brief*: by
        their titles only; with *references*, on paper each has those to its sources."""
        made: list[str] = []
        known, make = self._made.of, partial(self._row, level, brief)
        for entry in entries:
            before, after = known((level, brief, entry.event.id), entry, make)
            made.append(before)
            if references and after:
                made.append(_REFERRING % references.of_event(entry.event))
            made.append(after)
        return Markup("".join(made))

    def _row(self, level: int, brief: bool, entry: Entry) -> tuple[str, str]:
        row = str(self._entry(entry, level, brief))
        before, _, after = row.partition(_REFERENCES)
        return before, after

    @property
    def _entry(self) -> Callable[[Entry, int, bool], Markup]:
        parts = self._environment.get_template(_TEMPLATE).module
        entry: Callable[[Entry, int, bool], Markup] = parts.entry  # type: ignore[attr-defined]
        return entry
