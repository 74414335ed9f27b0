"""Says what a document states of itself, for its card: nothing is made up."""

from __future__ import annotations

import re

from generator.model.events import SourceProposal
from generator.model.sources import Block, BlockKind, CreationTime, Document
from generator.sources.cues import BYLINE, DATELINE
from generator.sources.metadata import stated_of

_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*")
_NOT_A_NAME = re.compile(
    r"staff|writers?|reporters?|correspondents?|editors?|desk|agenc(?:y|ies)|the .*",
    re.IGNORECASE,
)


def describe(document: Document, creation: CreationTime) -> SourceProposal:
    """The card of *document*: title, writers and the like, empty where not stated.

    A date that the text states is `issued`; one that only follows from it is
    `inferred_issued`, with the reason.
    """
    known: dict[str, tuple[str, ...]] = {}
    for stated in stated_of(document):
        known.setdefault(stated.name, stated.values)

    def first(name: str) -> str:
        return known.get(name, ("",))[0]

    return SourceProposal(
        id=document.id,
        title=first("title") or _headline(document),
        author=known.get("author") or _authors(document),
        container_title=first("site"),
        publisher=first("publisher") or _agency(document),
        issued=creation.issued or "",
        url=first("url"),
        language=first("language") or _language(document),
        sha256=document.sha256,
        inferred_issued="" if creation.issued else creation.edtf or "",
        inferred_because=creation.reason
        if creation.edtf and not creation.issued
        else "",
    )


def _text(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _first(document: Document, kind: BlockKind) -> str:
    """The first own block of *kind*, on one line; empty when there is none."""
    return next(
        (_text(document, b) for b in document.blocks if b.kind is kind and not b.story),
        "",
    )


def _headline(document: Document) -> str:
    return re.sub(r"^#{1,6}\s+|[*_]{2}", "", _first(document, BlockKind.HEADLINE))


def _authors(document: Document) -> tuple[str, ...]:
    line = _first(document, BlockKind.BYLINE).strip("*_# ")
    match = BYLINE.fullmatch(line)
    if match is None:
        return ()
    names = (match["names"] or match["author"]).split("|")[0]
    names = re.split(r"\s+(?:in|for|at)\s+(?=[A-Z])|\s+[–—-]\s+", names)[0]
    parts = (part.strip(" .") for part in _AND.split(names))
    return tuple(p for p in parts if p and not _NOT_A_NAME.fullmatch(p))


def _agency(document: Document) -> str:
    dateline = DATELINE.match(_first(document, BlockKind.DATELINE) + " -")
    agency = dateline and dateline["agency"]
    return agency.strip(" ,()") if agency else ""


def _language(document: Document) -> str:
    return "" if document.language == "und" else document.language
