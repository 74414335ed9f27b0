"""A header into nodes: quickly where it has the usual form, else by the YAML parser."""

from __future__ import annotations

from generator.problems import Problem
from generator.store.cut import Cut
from generator.store.nodes import Table
from generator.store.usual_header import usual_table


def read_header(parts: Cut, path: str) -> tuple[Table, list[Problem]]:
    """The header's table, and what a person should look at in it.

    Raises:
        UnreadableError: The header is not YAML, or uses what is refused.
    """
    start = len(parts.opening)
    usual = usual_table(str(parts), start, start + len(parts.header))
    if usual is not None:
        return usual, []
    from generator.store.yaml_header import read_yaml  # which loads the parser

    return read_yaml(parts, path)
