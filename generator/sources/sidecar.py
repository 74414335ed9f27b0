"""Reads what a person or a program wrote beside a seed: `council.yaml` or
`council.json` beside `council.html`, with its title, its day of publication and so on.

The YAML is read as plain lines, as front matter is: `key: value`, and lists.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath

from generator.model.edtf import EdtfError, parse_edtf
from generator.model.sources import Stated
from generator.problems import Origin, Problem, Severity
from generator.sources.decoding import UndecodableError, decode
from generator.sources.metadata import FIELDS, field_name, lines_to_fields

ENDINGS = frozenset({".yaml", ".yml", ".json"})
LARGEST = 100_000
"""Bytes: a card, not a book."""


def owners(name: str) -> tuple[str, str]:
    """The seed's file name and the id that a sidecar called *name* may belong to.

    "council.html.yaml" belongs to council.html, "council.yaml" to any "council".
    """
    stem = PurePath(name).stem
    return stem, stem


def sidecar(path: str, data: bytes) -> tuple[tuple[Stated, ...], list[Problem]]:
    """What the sidecar at *path* states, and what in it cannot be read."""
    by = f"The file {path}"
    if len(data) > LARGEST:
        message = "it is too long for a file that describes an article"
        return (), [_problem(path, 0, "sidecar-too-large", message, "shorten it")]
    try:
        text, _ = decode(data)
        fields, keys = _from_json(text) if path.endswith(".json") else _from_lines(text)
    except (UndecodableError, ValueError, RecursionError):
        hint = "write lines such as: issued: 2025-07-12"
        message = "it cannot be read as fields and values"
        return (), [_problem(path, 0, "sidecar-syntax", message, hint)]
    problems = [] if path.endswith(".json") else list(_unknown(path, keys))
    for written in fields.get("issued", ()):
        if not _is_date(written):
            line = keys.get("issued", keys.get("date", 0))
            message = f"“{written}” is not a date that can be read"
            hint = "write it as issued: 2025-07-12"
            problems.append(_problem(path, line, "sidecar-date", message, hint))
    stated = (Stated(n, v, by, beside=True) for n, v in fields.items() if any(v))
    return tuple(stated), problems


def _from_lines(text: str) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    lines = text.split("\n")
    keys = {
        field_name(line.split(":")[0]): number
        for number, line in enumerate(lines, 1)
        if ":" in line and line[:1].isalpha()
    }
    return lines_to_fields(lines), keys


def _from_json(text: str) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """Programs that save articles write much else there, which is nobody's mistake."""
    found: dict[str, tuple[str, ...]] = {}
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("no object")
    for key, value in data.items():
        name = FIELDS.get(field_name(key))
        values = value if isinstance(value, list) else [value]
        plain = tuple(v.strip() for v in values if isinstance(v, str) and v.strip())
        if name and plain:
            found.setdefault(name, plain)
    return found, {}


def _unknown(path: str, keys: Mapping[str, int]) -> list[Problem]:
    from difflib import get_close_matches

    problems = []
    for key, line in keys.items():
        if key not in FIELDS:
            near = get_close_matches(key, FIELDS, n=1)
            hint = f"did you mean “{near[0]}”?" if near else _KNOWN
            message = f"nothing is known of a field “{key}”"
            problems.append(_problem(path, line, "sidecar-field", message, hint))
    return problems


_KNOWN = "there are: title, author, issued, url, site, publisher, language"


def _is_date(written: str) -> bool:
    from generator.sources.dates import date_in_line

    if date_in_line(written):
        return True
    try:
        parse_edtf(written)
    except EdtfError:
        return False
    return True


def _problem(path: str, line: int, code: str, message: str, hint: str) -> Problem:
    return Problem(Origin(path, line), Severity.WARNING, code, message, hint)
