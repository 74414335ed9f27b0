"""The manual names every key, setting and command, in the program's own words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.settings import SETTINGS
from generator.store.fields import FILE_FIELDS, Field, Kind

DOCS = Path(__file__).parents[1] / "docs"


def keys_of(folder: str, fields: tuple[Field, ...]) -> Iterator[str]:
    """A table of the keys of one kind of file, nested keys below their parents."""
    yield f"### In `content/{folder}/`"
    yield ""
    yield "| key | what it is for | how it is written |"
    yield "|---|---|---|"
    yield from rows(fields, "")
    yield ""


def rows(fields: tuple[Field, ...], above: str) -> Iterator[str]:
    for field in fields:
        key = f"{above}{field.key}"
        must = " Required." if field.required else ""
        yield f"| `{key}` | {field.about}{must} | {form(field)} |"
        if field.fields:
            yield from rows(field.fields, f"{key} › ")


def form(field: Field) -> str:
    if field.kind is Kind.WORD:
        return "one of " + ", ".join(f"`{word}`" for word in field.words)
    return field.kind.value


def settings() -> Iterator[str]:
    yield "| setting | what it is |"
    yield "|---|---|"
    for setting in SETTINGS:
        yield f"| `[{setting.section}]` `{setting.key}` | {setting.says} |"


TABLES = {
    "keys": [
        line for kind, fields in FILE_FIELDS.items() for line in keys_of(kind, fields)
    ],
    "settings": list(settings()),
}


@pytest.mark.parametrize("name", TABLES)
def test_the_manual_lists_every_key_and_setting(name: str) -> None:
    """`UPDATE_GOLDEN=1 pytest tests/test_manual.py` writes the tables anew."""
    path = DOCS / "editing.md"
    text = path.read_text("utf-8")
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, _, rest = text.partition(begin)
    written, _, after = rest.partition(end)
    table = "\n".join(TABLES[name]).strip() + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(f"{before}{begin}{table}{end}{after}", "utf-8")
        written = table
    assert written == table


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_the_manual_mentions_every_command(command: str) -> None:
    pages = [*DOCS.glob("*.md"), DOCS.parent / "README.md"]
    assert any(f"dateline {command}" in page.read_text("utf-8") for page in pages)
