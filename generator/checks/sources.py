"""Documents against their cards: each has the other, and neither has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.checks.tools import at, did_you_mean, note, warning
from generator.model.sources import Document, Source
from generator.problems import Origin, Problem


def source_problems(
    given: tuple[Sequence[Source], Collection[str], Sequence[Document]],
) -> list[Problem]:
    """Cards without documents, documents without cards, and changed documents.

    Given are the cards, the files that could not be read, and the documents.
    """
    return list(_source_problems(*given))


def _source_problems(
    sources: Sequence[Source], unread: Collection[str], documents: Sequence[Document]
) -> Iterator[Problem]:
    texts = {document.id: document for document in documents}
    cards = {source.id for source in sources}
    cards |= {name for source in sources for name in source.aliases}
    free = texts.keys() - cards
    carded = cards | {key.partition("/")[2] for key in unread if "sources/" in key}
    for source in sources:
        yield from _address_problems(source)
        document = texts.get(source.id)
        if document is None:
            yield warning(
                Origin(source.origin.path),
                "document-missing",
                f"there is no document “{source.id}” in seeds/",
                did_you_mean(
                    source.id,
                    free,
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
        if document.id not in carded:
            yield note(
                Origin(document.path),
                "card-missing",
                "nothing is known of this document but its text",
                f"run `dateline extract`, or write content/sources/{document.id}.md",
            )


def _address_problems(source: Source) -> Iterator[Problem]:
    """What the card says of the original and of its archived copy, and cannot be."""
    if source.url_status and not source.url:
        yield warning(
            at(source, "url-status"),
            "status-of-nothing",
            "this says what became of an address, and there is no “URL:”",
            "write the address of the original, also of one that is gone",
        )
    elif source.is_gone and not source.archive:
        yield warning(
            at(source, "url-status"),
            "original-gone",
            "readers can no longer see the original, and no archived copy is named",
            "look for one at web.archive.org, and write its address as “archive:”",
        )
    if source.archived and not source.archive:
        yield warning(
            at(source, "archived"),
            "archived-nothing",
            "this is the day of an archived copy, and there is no “archive:”",
            "write the address of the copy, or take this line out",
        )
