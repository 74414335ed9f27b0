"""JSON Schema and the editors' form say the same as the reader of the files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.store.folder import read_content
from generator.store.reading import read_file
from generator.store.schemas import KINDS, as_json, form_settings, json_schema

ROOT = Path(__file__).parents[2]
SHIPPED = {
    **{
        f"docs/schemas/{kind}.schema.json": as_json(json_schema(folder))
        for folder, kind in KINDS.items()
    },
    "frontmatter.json": as_json(form_settings()),
    "generator/_project/frontmatter.json": as_json(form_settings()),
}


@pytest.mark.parametrize("path", SHIPPED)
def test_the_shipped_file_is_made_from_the_list_of_keys(path: str) -> None:
    """`UPDATE_GOLDEN=1 pytest tests/store/test_schemas.py` writes them anew."""
    if os.environ.get("UPDATE_GOLDEN"):
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(SHIPPED[path], "utf-8")
    assert (ROOT / path).read_text("utf-8") == SHIPPED[path]


def faults(folder: str, header: str) -> list[str]:
    """What the schema objects to in a *header*, as short paths."""
    file, _ = read_file(
        f"content/{folder}/x.md", folder, f"---\n{header}---\n".encode()
    )
    validator = Draft202012Validator(json_schema(folder))
    found = validator.iter_errors(file.values)
    return sorted("/".join(map(str, e.absolute_path)) or e.validator for e in found)


@pytest.mark.parametrize("folder", KINDS)
def test_a_schema_is_a_schema(folder: str) -> None:
    Draft202012Validator.check_schema(json_schema(folder))


@pytest.mark.parametrize("folder", KINDS)
def test_our_own_files_fit_their_schemas(folder: str) -> None:
    content, _ = read_content(ROOT / "content", ROOT)
    things: dict[str, Any] = {
        "events": content.events,
        "sources": content.sources,
        "entities": content.entities,
        "pages": content.pages,
    }
    assert things[folder]
    validator = Draft202012Validator(json_schema(folder))
    for thing in things[folder]:
        data = (ROOT / thing.origin.path).read_bytes()
        file, _ = read_file(thing.origin.path, folder, data)
        validator.validate(file.values)


@pytest.mark.parametrize(
    ("folder", "header", "found"),
    [
        ("events", "title: Bridge opens\n", []),
        ("events", "date: 2019\n", ["required"]),
        ("events", "title: Bridge opens\nstatus: done\n", ["status"]),
        ("events", "title: Bridge opens\ntgas: [a]\n", ["additionalProperties"]),
        ("events", "title: Bridge opens\npeople: jan\n", ["people"]),
        ("events", "title: Bridge opens\ncitations:\n  - exact: open\n",
            ["citations/0"]),
        ("sources", "URL: example.org\nfull-text: perhaps\n", ["URL", "full-text"]),
        ("entities", "prefLabel: Wonsan\nkind: town\n", ["kind"]),
        ("entities", "prefLabel: Wonsan\nkind: place\nexactMatch: 492\n",
            ["exactMatch"]),
        ("pages", "heading: About\n", ["additionalProperties", "required"]),
    ],
)  # fmt: skip
def test_a_schema_finds_what_is_wrong_in_a_header(
    folder: str, header: str, found: list[str]
) -> None:
    assert faults(folder, header) == found


def test_the_form_has_every_folder_and_leaves_lists_of_blocks_to_the_text() -> None:
    settings = form_settings()
    kinds = settings["frontMatter.taxonomy.contentTypes"]
    assert [kind["name"] for kind in kinds] == list(KINDS.values())
    hidden = [f["name"] for kind in kinds for f in kind["fields"] if f.get("hidden")]
    assert hidden == ["citations", "claims", "media", "corrections"]
