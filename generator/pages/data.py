"""The whole timeline as one JSON value, for programs (`docs/formats.md` explains it),
and the dates for whoever looks closer at the overview.

Dates are EDTF as the content has them; no bound or day is added that is not known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.config import SiteConfig
from generator.model.citations import Citation, Claim, Says
from generator.model.edtf import Edtf
from generator.model.entities import Entity
from generator.model.events import Event
from generator.model.media import NO_PICTURES, Pictures
from generator.model.sources import Source
from generator.model.timeline import Timeline
from generator.pages import routes
from generator.pages.band_data import band_script
from generator.pages.pictures import Shown, shown
from generator.pages.views import Catalogue
from generator.pages.words import Words

FORMAT = 1
"""Raised when a field changes its meaning or goes; new fields do not raise it."""


@dataclass(frozen=True, slots=True)
class Data:
    """The folder with the data of the whole timeline."""

    catalogue: Catalogue
    paths: frozenset[str] = frozenset({routes.DATA, routes.BAND})

    def file(self, path: str) -> bytes:
        catalogue = self.catalogue
        if path == routes.BAND:
            return band_script(catalogue.timeline.events, catalogue.years)
        sources = [card.source for card in catalogue.cards.values()]
        entities = catalogue.entities.values()
        return timeline_json(
            catalogue.timeline,
            catalogue.site,
            catalogue.words,
            sources,
            entities,
            catalogue.pictures,
        )


def timeline_json(
    timeline: Timeline,
    site: SiteConfig,
    words: Words,
    sources: Iterable[Source],
    entities: Iterable[Entity],
    pictures: Pictures = NO_PICTURES,
) -> bytes:
    """*timeline* as UTF-8 JSON; what is not known is null, "" or an empty list."""
    value = {
        "format": FORMAT,
        "title": site.title,
        "description": site.description,
        "language": site.language,
        "url": site.base_url,
        "events": [
            _event(event, timeline, words, pictures) for event in timeline.all_events
        ],
        "sources": [_source(source, timeline) for source in sources],
        "entities": [_entity(entity) for entity in entities],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def _event(
    event: Event, timeline: Timeline, words: Words, pictures: Pictures
) -> dict[str, Any]:
    return {
        "id": event.id,
        "page": routes.event_page(event.id),
        "title": event.title,
        **_date(event.date, words),
        "precision": event.date.precision if event.date else None,
        "status": event.status,
        "factuality": event.factuality,
        "people": event.people,
        "organisations": event.organisations,
        "places": event.places,
        "tags": event.tags,
        "related": event.related,
        "body": event.body,
        "citations": [_citation(c, timeline, words) for c in event.citations],
        "claims": [_claim(c, timeline, words) for c in event.claims],
        "media": [_picture(each, words) for each in shown(event, pictures)],
        "corrections": [
            {**_date(correction.date, words), "note": correction.note}
            for correction in event.corrections
        ],
        "aliases": event.aliases,
    }


def _citation(citation: Citation, timeline: Timeline, words: Words) -> dict[str, Any]:
    passage = timeline.passage(citation)
    return {
        "source": citation.source,
        "exact": citation.quote.exact,
        "prefix": citation.quote.prefix,
        "suffix": citation.quote.suffix,
        "start": passage.position.start,
        "end": passage.position.end,
        "page": f"{routes.source_page(citation.source)}#passage-{passage.number}",
        "says": _says(citation.says, words),
    }


def _says(says: Says, words: Words) -> dict[str, Any]:
    return {
        **_date(says.date, words),
        "phrase": says.phrase,
        "basis": says.basis,
        "anchor": says.anchor,
        "needs": says.needs,
        "speaker": says.speaker,
        "because": says.because,
    }


def _claim(claim: Claim, timeline: Timeline, words: Words) -> dict[str, Any]:
    return {
        "about": claim.about,
        "value": claim.value,
        "speaker": claim.speaker,
        "citation": _citation(claim.citation, timeline, words),
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
        **_date(media.date, words),
        "sensitive": media.sensitive,
    }


def _source(source: Source, timeline: Timeline) -> dict[str, Any]:
    """The card in the words of CSL; of its text, only the cited passages."""
    return {
        "id": source.id,
        "page": routes.source_page(source.id),
        "title": source.title,
        "author": source.author,
        "container-title": source.container_title,
        "publisher": source.publisher,
        "issued": str(source.issued) if source.issued else None,
        "URL": source.url,
        "archive": source.archive,
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
            for passage in timeline.passages.get(source.id, ())
        ],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    where = entity.coordinates
    return {
        "id": entity.id,
        "page": routes.entity_page(entity.id),
        "kind": entity.kind,
        "prefLabel": entity.pref_label,
        "altLabel": entity.alt_label,
        "exactMatch": entity.exact_match,
        "coordinates": [where.latitude, where.longitude] if where else None,
        "extent": where.extent if where else None,
        "gazetteer": where.gazetteer if where else "",
        "aliases": entity.aliases,
        "note": entity.note,
    }


def _date(date: Edtf | None, words: Words) -> dict[str, Any]:
    return {
        "date": str(date) if date else None,
        "date_in_words": words.date(date) if date else "",
    }
