"""New content files: for people to fill in, with every key explained, and whole ones.

Pure. Keys, their order and their descriptions come from the one list in `fields`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.citations import Citation
from generator.model.edtf import Edtf
from generator.model.entities import EntityKind
from generator.model.events import (
    EntityProposal,
    EventProposal,
    SourceProposal,
    Status,
)
from generator.store.fields import EVENT_FIELDS, FILE_FIELDS, Field, Kind, field_of
from generator.store.nodes import Plain
from generator.store.proposal_values import (
    BODY,
    citation_values,
    entity_values,
    event_values,
    source_values,
)
from generator.store.writing import entry, item, new_file

_COLUMN = 30
_EXAMPLES = {
    Kind.TEXT: "…",
    Kind.DATE: "2024-06",
    Kind.ID: "…",
    Kind.IDS: "[…]",
    Kind.NAMES: "[…]",
    Kind.URL: "https://…",
    Kind.WIKIDATA: "Q…",
    Kind.COORDINATES: "39.15, 127.44 (city)",
}


def event_skeleton(title: str, date: Edtf | None, citations: Sequence[Citation]) -> str:
    """A new event's file. It is only proposed until a person says otherwise."""
    return _skeleton(
        "events",
        {
            "title": title,
            "date": "" if date is None else str(date),
            "status": str(Status.PROPOSED),
            "citations": [citation_values(citation) for citation in citations],
        },
    )


def source_skeleton(source: SourceProposal) -> str:
    """A new card for a document, with what its own text states."""
    return _skeleton("sources", source_values(source))


def entity_skeleton(name: str, kind: EntityKind) -> str:
    """A new file for a person, an organisation or a place."""
    return _skeleton("entities", {"prefLabel": name, "kind": str(kind)})


def event_file(event: EventProposal) -> str:
    """A whole event's file as it is proposed, with no key that is not used."""
    values = {**event_values(event, {}), "status": str(Status.PROPOSED)}
    return new_file("events", _header(values), str(values.get(BODY, "")))


def source_file(source: SourceProposal, about: str) -> str:
    """A document's card, with what is to be said *about* it below."""
    return new_file("sources", source_values(source), about)


def entity_file(entity: EntityProposal) -> str:
    """The file of a person, an organisation or a place, as it is proposed."""
    return new_file("entities", entity_values(entity), "")


def _header(values: Mapping[str, Plain]) -> Mapping[str, Plain]:
    return {key: value for key, value in values.items() if key != BODY}


def citation_block(citation: Citation) -> str:
    """*citation* as it stands under `citations:`, ready to be pasted there."""
    citations = field_of(EVENT_FIELDS, "citations")
    assert citations is not None
    return item(citations, citation_values(citation), "  ", "\n")


def _skeleton(folder: str, values: Mapping[str, Plain]) -> str:
    """A file with *values*, and all other keys as comments that explain them."""
    lines = ["---\n"]
    for field in FILE_FIELDS[folder]:
        if values.get(field.key):
            lines.append(entry(field, values[field.key], "", "\n"))
        else:
            lines += (f"# {line}\n" for line in _explained(field, ""))
    lines.append("---\n\n")
    return "".join(lines)


def _explained(field: Field, indent: str) -> Iterator[str]:
    """Lines that show *field* with what it is for, its own keys below it."""
    yield _line(f"{indent}{field.key}:{_example(field)}", _about(field))
    inner = f"{indent}  "
    for number, part in enumerate(field.fields):
        lines = list(_explained(part, f"{inner}  " if _is_list(field) else inner))
        if _is_list(field) and number == 0:
            lines[0] = f"{inner}- {lines[0].strip()}"
        yield from lines


def _is_list(field: Field) -> bool:
    return field.kind is Kind.TABLES


def _example(field: Field) -> str:
    if field.fields:
        return ""
    if field.words:
        return f" {field.words[0]}"
    example = _EXAMPLES[field.kind]
    return f' "{example}"' if field.quoted else f" {example}"


def _line(code: str, about: str) -> str:
    return f"{code.ljust(_COLUMN)}  # {about}"


def _about(field: Field) -> str:
    if not field.words:
        return field.about
    return f"{field.about.removesuffix('.')}: {', '.join(field.words)}."


EXPLANATIONS = frozenset(
    f"# {line}" for field in EVENT_FIELDS for line in _explained(field, "")
)
"""The comments of a new event's file: what a person may write there."""
