"""The one list of keys as other programs read it: JSON Schema, and a form for editors.

Pure. JSON Schema draft 2020-12 for any validator; the settings of the VS Code
extension "Front Matter CMS", which shows a form beside the text and marks mistakes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.store.fields import FILE_FIELDS, Field, Kind

KINDS = {
    "events": "event",
    "sources": "source",
    "entities": "entity",
    "pages": "page",
}
"""Folder of `content/` -> what one file in it is called."""

_SCALAR = ["string", "number", "boolean"]
# Other readers of YAML take an unquoted 2024 for a number; here all is text.

_PATTERNS = {
    Kind.ID: r"^[^/\\\s]+$",
    Kind.URL: r"^https?://\S+$",
    Kind.WIKIDATA: r"^Q[1-9][0-9]*$",
    Kind.COORDINATES: r"^\s*-?[0-9.]+\s*,\s*-?[0-9.]+(\s*\([^()]+\))?\s*$",
}

_WIDGETS = {
    Kind.IDS: "list",
    Kind.NAMES: "list",
    Kind.WORD: "choice",
    Kind.YES_NO: "choice",
    Kind.TABLE: "fields",
    Kind.TABLES: "block",
}


def json_schema(folder: str) -> dict[str, Any]:
    """The header of a file in `content/<folder>/` as a JSON Schema."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"The header of a file in content/{folder}/",
        **_object(FILE_FIELDS[folder]),
    }


def form_settings() -> dict[str, Any]:
    """What `frontmatter.json` says, so that each folder has its form.

    Lists of blocks (citations, claims, media, corrections) are known but not in the
    form: the extension would write a key of its own into each block.
    """
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.framework.id": "other",
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.content.pageFolders": [
            {
                "title": folder,
                "path": f"[[workspace]]/content/{folder}",
                "filePrefix": "",
                "contentTypes": [kind],
            }
            for folder, kind in KINDS.items()
        ],
        "frontMatter.taxonomy.contentTypes": [
            {
                "name": kind,
                "pageBundle": False,
                "clearEmpty": True,
                "fields": [_widget(field) for field in FILE_FIELDS[folder]],
            }
            for folder, kind in KINDS.items()
        ],
        "frontMatter.taxonomy.fieldGroups": [
            {"id": field.key, "fields": [_widget(part) for part in field.fields]}
            for fields in FILE_FIELDS.values()
            for field in fields
            if field.kind is Kind.TABLES
        ],
    }


def as_json(value: dict[str, Any]) -> str:
    """*value* as the text of a file."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _object(fields: Sequence[Field]) -> dict[str, Any]:
    required = [field.key for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.key: _property(field) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    """What the value of *field* may be. A key may stand there empty, if it need not."""
    shape = _shape(field)
    if not field.required:
        for key in ("type", "enum"):
            if key in shape:
                shape[key] = [*_listed(shape[key]), "null" if key == "type" else None]
    return {"description": field.about, **shape}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _shape(field: Field) -> dict[str, Any]:
    match field.kind:
        case Kind.TABLE:
            return _object(field.fields)
        case Kind.TABLES:
            return {"type": "array", "items": _object(field.fields)}
        case Kind.IDS | Kind.NAMES:
            return {"type": "array", "items": {"type": _SCALAR}}
        case Kind.YES_NO:
            return {"enum": [*field.words, True, False]}
        case Kind.WORD:
            return {"enum": list(field.words)}
        case Kind.URL | Kind.WIKIDATA | Kind.COORDINATES | Kind.ID:
            return {"type": "string", "pattern": _PATTERNS[field.kind]}
        case Kind.TEXT | Kind.DATE | Kind.LANGUAGE | Kind.FINGERPRINT:
            return {"type": _SCALAR}


def _widget(field: Field) -> dict[str, Any]:
    widget: dict[str, Any] = {
        "name": field.key,
        "title": field.key,
        "description": field.about,
        "type": _WIDGETS.get(field.kind, "string"),
    }
    if widget["type"] == "string":
        widget["single"] = True
    if field.words:
        widget["choices"] = list(field.words)
    if field.required:
        widget["required"] = True
    if field.kind is Kind.TABLE:
        widget["fields"] = [_widget(part) for part in field.fields]
    if field.kind is Kind.TABLES:
        widget |= {"fieldGroup": [field.key], "hidden": True}
    return widget
