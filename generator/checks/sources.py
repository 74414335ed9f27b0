"""Documents against their cards: each has the other, and neither has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.tools import at, did_you_mean, note, warning
from generator.model.sources import Document
from generator.model.timeline import Content
from generator.problems import Origin, Problem


def source_problems(
    content: Content, documents: Sequence[Document]
) -> Iterator[Problem]:
    """Cards without documents, documents without cards, and changed documents."""
    texts = {document.id: document for document in documents}
    cards = {source.id for source in content.sources}
    cards |= {name for source in content.sources for name in source.aliases}
    unread = {key.partition("/")[2] for key in content.unread if "sources/" in key}
    for source in content.sources:
        document = texts.get(source.id)
        if document is None:
            yield warning(
                Origin(source.origin.path),
                "document-missing",
                f"there is no document “{source.id}” in seeds/",
                did_you_mean(
                    source.id,
                    texts.keys() - cards,
                    "bring it back, or delete this file",
                ),
            )
        elif source.sha256 and source.sha256 != document.sha256:
            yield warning(
                at(source, "sha256"),
                "document-changed",
                f"this is not the fingerprint of {document.path}: the document, or "
                "this line, has changed since its passages were taken",
                "look through the events that cite it; then run `dateline extract`",
            )
    for document in documents:
        if document.id not in cards | unread:
            yield note(
                Origin(document.path),
                "card-missing",
                "nothing is known of this document but its text",
                f"run `dateline extract`, or write content/sources/{document.id}.md",
            )
