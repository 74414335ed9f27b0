"""What the data says of each event, source and name, in a line of JSON
(`docs/formats.md` explains the fields).

Dates are EDTF as the content has them; no bound or day is added that is not known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from generator.model.citations import Citation, Claim, Says
from generator.model.edtf import Edtf
from generator.model.entities import Coordinates, Entity
from generator.model.events import Event, citations_of
from generator.model.media import Picture
from generator.model.sources import Source
from generator.model.timeline import Passage
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.pictures import Shown, shown_as
from generator.pages.words import Words

FORMAT = 1
"""Raised when a field changes its meaning or goes; new fields do not raise it."""

_ENCODER = msgspec.json.Encoder()
_OTHER = json.JSONEncoder(
    ensure_ascii=False,
    separators=(",", ":"),
    default=json.loads,  # what is a line already
)

Place = tuple[int, int, int]
"""Where a citation stands: start and end in the text, and the number of the passage."""

Known = tuple[Event, tuple[Place, ...], tuple[Picture | None, ...]]
"""An event with the places of its citations, those of claims last, and its pictures."""


def known(catalogue: Catalogue, event: Event) -> Known:
    """All that is told of *event*, and does not stand in its file."""
    places = []
    for citation in citations_of(event):
        passage = catalogue.timeline.passage(citation)
        at = passage.position
        places.append((at.start, at.end, passage.number))
    pictures = catalogue.pictures
    return (
        event,
        tuple(places),
        tuple(pictures.picture(media.file) for media in event.media),
    )


def line(told: Any) -> bytes:
    """*told* in UTF-8 JSON, without a line break; what is `Raw` stands there as it
    is."""
    try:
        return _ENCODER.encode(told)
    except UnicodeEncodeError:  # no text, as in the name of a file: marked as unknown
        return _OTHER.encode(told).encode("utf-8", "replace")


def event_told(known: Known, words: Words) -> dict[str, Any]:
    event, places, pictures = known
    cited = len(event.citations)
    return {
        "id": event.id,
        "page": routes.event_page(event.id),
        "title": event.title,
        **date_told(event.date, words),
        "precision": event.date.precision if event.date else None,
        "status": event.status,
        "factuality": event.factuality,
        "people": event.people,
        "organisations": event.organisations,
        "places": event.places,
        "tags": event.tags,
        "related": event.related,
        "body": event.body,
        "citations": [
            _citation(citation, place, words)
            for citation, place in zip(event.citations, places[:cited], strict=True)
        ],
        "claims": [
            _claim(claim, place, words)
            for claim, place in zip(event.claims, places[cited:], strict=True)
        ],
        "media": [_picture(each, words) for each in shown_as(event, pictures)],
        "corrections": [
            {**date_told(correction.date, words), "note": correction.note}
            for correction in event.corrections
        ],
        "aliases": event.aliases,
    }


def _citation(citation: Citation, place: Place, words: Words) -> dict[str, Any]:
    start, end, passage = place
    return {
        "source": citation.source,
        "exact": citation.quote.exact,
        "prefix": citation.quote.prefix,
        "suffix": citation.quote.suffix,
        "start": start,
        "end": end,
        "page": f"{routes.source_page(citation.source)}#passage-{passage}",
        "says": _says(citation.says, words),
    }


def _says(says: Says, words: Words) -> dict[str, Any]:
    return {
        **date_told(says.date, words),
        "phrase": says.phrase,
        "basis": says.basis,
        "anchor": says.anchor,
        "needs": says.needs,
        "speaker": says.speaker,
        "because": says.because,
    }


def _claim(claim: Claim, place: Place, words: Words) -> dict[str, Any]:
    return {
        "about": claim.about,
        "value": claim.value,
        "speaker": claim.speaker,
        "citation": _citation(claim.citation, place, words),
    }


def _picture(shown: Shown, words: Words) -> dict[str, Any]:
    """A picture in all its sizes; what its file is called is not said."""
    media = shown.media
    return {
        "sizes": [
            {"file": size.path, "width": size.width, "height": size.height}
            for size in shown.picture.sizes
        ],
        "alt": media.alt,
        "caption": media.caption,
        "credit": media.credit,
        "licence": media.licence,
        "licence_url": shown.licence_url,
        "source": media.source,
        **date_told(media.date, words),
        "sensitive": media.sensitive,
    }


def source_told(source: Source, passages: Iterable[Passage]) -> dict[str, Any]:
    """The card in the words of CSL; of its text, only the cited passages."""
    return {
        "id": source.id,
        "page": routes.source_page(source.id),
        "title": source.title,
        "author": source.authors,
        "container-title": source.container_title,
        "publisher": source.publisher,
        "issued": str(source.issued) if source.issued else None,
        "URL": source.url,
        "url-status": source.url_status,
        "archive": source.archive,
        "archived": str(source.archive_date) if source.archive_date else None,
        "accessed": str(source.accessed) if source.accessed else None,
        "language": source.language,
        "rights": source.rights,
        "sha256": source.sha256,
        "inferred": {
            "issued": str(source.inferred.issued) if source.inferred.issued else None,
            "because": source.inferred.because,
        },
        "aliases": source.aliases,
        "note": source.note,
        "passages": [
            {
                "number": passage.number,
                "start": passage.position.start,
                "end": passage.position.end,
                "exact": passage.exact,
                "events": passage.events,
            }
            for passage in passages
        ],
    }


def entity_told(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "page": routes.entity_page(entity.id),
        "kind": entity.kind,
        "prefLabel": entity.pref_label,
        "altLabel": entity.alt_label,
        "exactMatch": entity.exact_match,
        **place_told(entity.coordinates),
        "aliases": entity.aliases,
        "note": entity.note,
    }


def place_told(where: Coordinates | None) -> dict[str, Any]:
    return {
        "coordinates": [where.latitude, where.longitude] if where else None,
        "extent": where.extent if where else None,
        "gazetteer": where.gazetteer if where else "",
    }


def date_told(date: Edtf | None, words: Words) -> dict[str, Any]:
    return {
        "date": str(date) if date else None,
        "date_in_words": words.date(date) if date else "",
    }
