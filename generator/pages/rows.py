"""The entries of lists as HTML, each made once for all pages of one depth.

An event stands in the lists of its year, its topics and everyone who took part; making
its entry anew for each was the chief cost of a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import jinja2
from markupsafe import Markup

from generator.pages.views import Entry

_TEMPLATE = "_parts.html"


class Rows:
    """Makes entries with the macro `entry` of *environment*, which is for one depth."""

    def __init__(self, environment: jinja2.Environment) -> None:
        self._environment = environment
        self._made: dict[tuple[int, bool, str], Markup] = {}

    def of(self, entries: Iterable[Entry], level: int, brief: bool) -> Markup:
        """All *entries*, one after the other. *level*: of their headings; *brief*: by
        their titles only."""
        made = []
        for entry in entries:
            key = (level, brief, entry.event.id)
            if key not in self._made:
                self._made[key] = self._entry(entry, level, brief)
            made.append(self._made[key])
        return Markup("".join(made))

    @property
    def _entry(self) -> Callable[[Entry, int, bool], Markup]:
        parts = self._environment.get_template(_TEMPLATE).module
        entry: Callable[[Entry, int, bool], Markup] = parts.entry  # type: ignore[attr-defined]
        return entry
