"""Proposals as the values of a content file, by key: what would be written of them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.citations import Citation, Claim, Says
from generator.model.events import (
    EntityProposal,
    EventProposal,
    Factuality,
    SourceProposal,
)
from generator.store.nodes import Plain

BODY = "body"
"""The text below the header, kept beside the keys. No field has this key."""

Values = dict[str, Plain]


def event_values(event: EventProposal, present: Mapping[str, str]) -> Values:
    """Keys and values of an event; *present* leads from former entity ids to new."""

    def follow(ids: tuple[str, ...]) -> list[Plain]:
        return list(dict.fromkeys(present.get(name, name) for name in ids))

    happened = event.factuality is Factuality.HAPPENED
    return stated(
        {
            "title": event.title,
            "date": "" if event.date is None else str(event.date),
            "factuality": "" if happened else str(event.factuality),
            "people": follow(event.people),
            "organisations": follow(event.organisations),
            "places": follow(event.places),
            "tags": list(event.tags),
            "citations": [citation_values(citation) for citation in event.citations],
            "claims": [_claim_values(claim) for claim in event.claims],
            BODY: event.body.strip(),
        }
    )


def source_values(source: SourceProposal) -> Values:
    """Keys and values of a source's card; what its text does not state is absent."""
    return stated(
        {
            "title": source.title,
            "author": list(source.author),
            "container-title": source.container_title,
            "publisher": source.publisher,
            "issued": source.issued,
            "URL": source.url,
            "language": source.language,
            "sha256": source.sha256,
            "inferred": stated(
                {
                    "issued": source.inferred_issued,
                    "because": source.inferred_because,
                }
            ),
        }
    )


def entity_values(entity: EntityProposal) -> Values:
    """Keys and values of an entity."""
    return stated(
        {
            "prefLabel": entity.pref_label,
            "kind": str(entity.kind),
            "altLabel": list(entity.alt_label),
            "coordinates": str(entity.coordinates or ""),
        }
    )


def citation_values(citation: Citation) -> Values:
    """Keys and values of one citation."""
    quote = citation.quote
    return stated(
        {
            "source": citation.source,
            "exact": quote.exact,
            "prefix": quote.prefix,
            "suffix": quote.suffix,
            "says": _says_values(citation.says),
        }
    )


def _claim_values(claim: Claim) -> Values:
    account = {"about": claim.about, "value": claim.value, "speaker": claim.speaker}
    return stated(account) | citation_values(claim.citation)


def _says_values(says: Says) -> Values:
    return stated(
        {
            "date": "" if says.date is None else str(says.date),
            "phrase": says.phrase,
            "basis": "" if says.basis is None else str(says.basis),
            "anchor": says.anchor,
            "needs": says.needs,
            "speaker": says.speaker,
            "because": says.because,
        }
    )


def stated(values: Mapping[str, Plain]) -> Values:
    """*values* without those that say nothing: empty texts, lists and tables."""
    return {key: value for key, value in values.items() if value}
