"""Where things are kept: a key ("events/harbour-bridge") as paths and as an id."""

from __future__ import annotations


def content_path(key: str) -> str:
    """The content file of *key*, relative to the project."""
    return f"content/{key}.md"


def record_path(key: str) -> str:
    """The record of what was proposed last for *key*, relative to the project."""
    return f".dateline/proposed/{key}.json"


def id_of(key: str) -> str:
    """The id in *key*, which is the file's name."""
    return key.partition("/")[2]
