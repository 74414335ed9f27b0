"""Values into the text of a header: how each is written, and whole new files.

What is written here is read back as the same value by the reader of this stage, and
by any YAML 1.1 or 1.2 reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from generator.store.fields import FILE_FIELDS, Field, Kind
from generator.store.nodes import Plain

_PLAIN = re.compile(r"[^\W_](?:[^\n]*[^\s:])?")
_NEVER_PLAIN = re.compile(r": |:\t|:$| #|\t#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_LOOKS_LIKE_A_NUMBER = re.compile(r"[-+.\d][\d_.,:eExXoO+-]*")
_WORDS_OF_OTHER_READERS = frozenset({"y", "n", "yes", "no", "on", "off", "null"})
_FLOW_SIGNS = frozenset(",[]{}?")
_ESCAPED = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\"\\]"
)
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_RESOLVER = yaml.resolver.Resolver()


def scalar(text: str, *, quoted: bool = False, in_flow: bool = False) -> str:
    """*text* as YAML: bare where every reader takes it for this text, else quoted."""
    if not quoted and _is_plain(text, in_flow):
        return text
    escaped = _ESCAPED.sub(lambda match: _escape(match.group()), text)
    return f'"{escaped}"'


def new_file(folder: str, values: Mapping[str, Plain], body: str) -> str:
    """A whole content file, its keys in the order of their fields."""
    lines = ["---\n"]
    for field in FILE_FIELDS[folder]:
        if field.key in values:
            lines.append(entry(field, values[field.key], "", "\n"))
    lines.append("---\n")
    if body.strip():
        lines.append(f"\n{body.strip()}\n")
    return "".join(lines)


def entry(field: Field, value: Plain, indent: str, newline: str) -> str:
    """A key with its value as whole lines, each begun with *indent*."""
    match value:
        case str():
            text = scalar(value, quoted=field.quoted)
            return f"{indent}{field.key}: {text}{newline}"
        case dict():
            inner = table(field.fields, value, f"{indent}  ", newline)
            return f"{indent}{field.key}:{newline}{inner}"
        case list() if field.kind is Kind.TABLES:
            items = "".join(
                item(field, one, f"{indent}  ", newline)
                for one in value
                if isinstance(one, dict)
            )
            return f"{indent}{field.key}:{newline}{items}"
        case _:
            return f"{indent}{field.key}: {flow(value)}{newline}"


def table(
    fields: Sequence[Field], values: Mapping[str, Plain], indent: str, newline: str
) -> str:
    """Keys with their values as whole lines, in the order of *fields*."""
    return "".join(
        entry(field, values[field.key], indent, newline)
        for field in fields
        if field.key in values
    )


def item(field: Field, values: Mapping[str, Plain], indent: str, newline: str) -> str:
    """One block of a list of tables as whole lines, the first begun with a hyphen."""
    lines = table(field.fields, values, f"{indent}  ", newline)
    return f"{indent}- {lines.removeprefix(f'{indent}  ')}"


def flow(items: Sequence[Plain]) -> str:
    """A list of texts in brackets."""
    return f"[{', '.join(scalar(str(one), in_flow=True) for one in items)}]"


def _is_plain(text: str, in_flow: bool) -> bool:
    if not _PLAIN.fullmatch(text) or _NEVER_PLAIN.search(text):
        return False
    if _LOOKS_LIKE_A_NUMBER.fullmatch(text):
        return False
    if text.lower() in _WORDS_OF_OTHER_READERS:
        return False
    if in_flow and not _FLOW_SIGNS.isdisjoint(text):
        return False
    # What PyYAML takes for text, YAML 1.1 takes for text; its stubs leave this out.
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def _escape(character: str) -> str:
    """One character as YAML escapes it. (JSON's surrogate pairs are not YAML.)"""
    if character in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[character]
    return (
        f"\\x{ord(character):02x}"
        if ord(character) < 256
        else f"\\u{ord(character):04x}"
    )
