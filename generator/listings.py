"""Mentions and events as lines of data, for programs that listen to `extract`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.citations import Citation
from generator.model.events import EventProposal, Mention
from generator.model.selectors import positions
from generator.store.edits import event_id


def mention_data(mention: Mention) -> dict[str, Any]:
    """A mention as data."""
    return {
        "source": mention.source,
        "start": mention.start,
        "end": mention.end,
        "exact": mention.citation.quote.exact,
        "date": _text(mention.date),
        "basis": _text(mention.citation.says.basis),
        "factuality": str(mention.factuality),
        "speaker": mention.citation.says.speaker,
        "block": str(mention.block),
        "score": mention.score,
    }


def event_data(
    event: EventProposal, texts: Mapping[str, str], taken: set[str]
) -> dict[str, Any]:
    """An event as data, with an id that none of those *taken* before has."""
    name = event_id(event.date, event.slug, taken)
    taken.add(name)
    return {
        "id": name,
        "date": _text(event.date),
        "title": event.title,
        "body": event.body,
        "score": event.score,
        "citations": [_cited(c, texts[c.source]) for c in event.citations],
    }


def _cited(citation: Citation, text: str) -> dict[str, Any]:
    """A citation as data, with its place in the source's *text*."""
    # A passage that repeats with all that surrounds it stands in several places.
    position = positions(citation.quote, text)[0]
    says = citation.says
    return {
        "source": citation.source,
        "exact": citation.quote.exact,
        "start": position.start,
        "end": position.end,
        "says": {
            "date": _text(says.date),
            "phrase": says.phrase,
            "basis": _text(says.basis),
            "anchor": says.anchor,
            "needs": says.needs,
            "speaker": says.speaker,
            "because": says.because,
        },
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
