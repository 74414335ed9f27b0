"""The entries of lists as HTML, each made once for all pages of one depth.

An event stands in the lists of its year, its topics and everyone who took part; making
its entry anew for each was the chief cost of a build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import jinja2
from jinja2.environment import TemplateModule
from markupsafe import Markup

from generator.pages.routes import Links
from generator.pages.views import Entry

_TEMPLATE = "_parts.html"

_Depth = tuple[int, bool]
"""How deep a page lies, and whether its links start at the host's root: pages that
have both in common link to the same place with the same words."""


class Rows:
    """Makes entries with the macro `entry`; *shared* is what every template has."""

    def __init__(
        self, environment: jinja2.Environment, shared: Mapping[str, Any]
    ) -> None:
        self._environment = environment
        self._shared = shared
        self._macros: dict[_Depth, TemplateModule] = {}
        self._made: dict[tuple[_Depth, int, bool, str], Markup] = {}

    def seen_from(self, to: Links) -> Callable[[Iterable[Entry], int, bool], Markup]:
        """What a template calls with entries, the level of their headings, and whether
        they are to be brief."""
        return partial(self._rows, to)

    def _rows(
        self, to: Links, entries: Iterable[Entry], level: int, brief: bool
    ) -> Markup:
        depth = (to.here.count("/"), to.rooted)
        made = []
        for entry in entries:
            key = (depth, level, brief, entry.event.id)
            if key not in self._made:
                self._made[key] = self._macro(depth, to)(entry, level, brief)
            made.append(self._made[key])
        return Markup("").join(made)

    def _macro(self, depth: _Depth, to: Links) -> Callable[..., Markup]:
        if depth not in self._macros:
            template = self._environment.get_template(_TEMPLATE)
            self._macros[depth] = template.make_module({**self._shared, "to": to})
        macro: Callable[..., Markup] = self._macros[depth].entry  # type: ignore[attr-defined]
        return macro
