"""Every statement against its source: found there once and only once, or an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.checks.finding import left_out
from generator.checks.known import Known
from generator.checks.quotes import Finding, ambiguous, missing
from generator.checks.tools import at, did_you_mean, error, warning
from generator.model.citations import Citation
from generator.model.events import Event
from generator.model.selectors import TextPositionSelector, positions
from generator.model.sources import Document
from generator.problems import Problem


def proof_problems(event: Event, known: Known) -> Iterator[Problem]:
    """What is wrong with the citations and claims of *event*."""
    documents = known.documents
    if not event.citations and "citations" not in event.origins:
        yield error(
            at(event, "citations"),
            "event-unproven",
            "no passage proves this event",
            "add citations: with the exact words of a source, "
            "or write status: rejected",
        )
    cited: dict[tuple[str, TextPositionSelector], Citation] = {}
    for key, citation in _keyed(event):
        # What is left out altogether was reported when the file was read.
        if not citation.source or not citation.quote.exact:
            continue
        document = documents.get(citation.source)
        if document is None:
            yield _unknown_source(event, key, citation, known)
            continue
        found = positions(citation.quote, document.text)
        if len(found) != 1:
            finding = _finding(citation, document, documents, len(found))
            yield error(citation.origin, finding.code, finding.message, finding.hint)
        elif key.startswith("citations"):
            first = cited.setdefault((citation.source, found[0]), citation)
            if first is not citation and first.says.phrase == citation.says.phrase:
                yield warning(
                    citation.origin,
                    "cited-twice",
                    f"this passage is cited in line {first.origin.line} already",
                    "keep one of the two",
                )


def _keyed(event: Event) -> Iterator[tuple[str, Citation]]:
    for index, citation in enumerate(event.citations):
        yield f"citations.{index}", citation
    for index, claim in enumerate(event.claims):
        yield f"claims.{index}", claim.citation


def _unknown_source(
    event: Event, key: str, citation: Citation, known: Known
) -> Problem:
    source = citation.source
    stem = PurePosixPath(source).stem
    otherwise = (
        "it has a card in content/sources/, but its text is not in seeds/"
        if source in known.issued
        else "put its text into seeds/, or correct the id"
    )
    meant = known.sources_called.get(source.casefold())
    meant = meant or (stem if stem in known.documents else None)
    return error(
        at(event, f"{key}.source"),
        "source-unknown",
        f"there is no document “{source}”",
        f"write {meant}"
        if meant
        else did_you_mean(source, known.documents.keys(), otherwise),
    )


def _finding(
    citation: Citation,
    document: Document,
    documents: Mapping[str, Document],
    times: int,
) -> Finding:
    quote = citation.quote
    if times > 1:
        return ambiguous(quote, document.text, document.where)
    if quote.exact not in document.text:
        for other in documents.values():
            if quote.exact in other.text:
                return Finding(
                    "quote-elsewhere",
                    f"these words are not in {document.where}, but in {other.where}",
                    f"write source: {other.id}",
                )
    return left_out(quote.exact, document.text, document.where) or missing(
        quote, document.text, document.where
    )
