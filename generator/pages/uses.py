"""Which templates use which: a project's own may ask for anything there is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import jinja2
from jinja2.meta import find_referenced_templates


def users(
    names: Collection[str],
    templates: Mapping[str, str],
    environment: jinja2.Environment,
) -> frozenset[str]:
    """Those of *templates*, by name and text, that use one of *names* in any way, and
    these themselves. Where it cannot be told what one uses, it may be all."""
    if not names:
        return frozenset()
    used = {name: _used(text, environment) for name, text in templates.items()}
    found: set[str | None] = {None, *names}
    while more := {name for name, others in used.items() if others & found} - found:
        found |= more
    return frozenset(name for name in found if name is not None)


def _used(text: str, environment: jinja2.Environment) -> set[str | None]:
    """The names in *text*; None among them where one is only known later."""
    try:
        return set(find_referenced_templates(environment.parse(text)))
    except jinja2.TemplateSyntaxError:
        return {None}
