"""The entries of lists as HTML, each made once for all pages of one depth.

An event stands in the lists of its year, its topics and everyone who took part; making
its entry anew for each was the chief cost of a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import jinja2
from markupsafe import Markup

from generator.pages.references import References
from generator.pages.views import Entry

_TEMPLATE = "_parts.html"

_REFERENCES = "<!-- references -->"
"""Where a row has room for the numbers of its sources, which differ from page to page;
no text of an editor can hold this, since it is escaped."""

_REFERRING = '<span class="references only-print">%s</span>'


class Rows:
    """Makes entries with the macro `entry` of *environment*, which is for one depth."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[int, bool, str], tuple[str, str]] = {}

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
        for entry in entries:
            key = (level, brief, entry.event.id)
            if key not in self._made:
                row = str(self._entry(entry, level, brief))
                before, _, after = row.partition(_REFERENCES)
                self._made[key] = before, after
            before, after = self._made[key]
            made.append(before)
            if references and after:
                made.append(_REFERRING % references.of_event(entry.event))
            made.append(after)
        return Markup("".join(made))

    @property
    def _entry(self) -> Callable[[Entry, int, bool], Markup]:
        parts = self._environment.get_template(_TEMPLATE).module
        entry: Callable[[Entry, int, bool], Markup] = parts.entry  # type: ignore[attr-defined]
        return entry
