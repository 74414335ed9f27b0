"""The files of the whole timeline that anybody can take, in one table.

A new format is a function that makes it, piece by piece, and a row here: the page
“Data” lists it with its description and how it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.citing.files import (
    annotations_jsonld,
    sources_bib,
    sources_csl,
    sources_ris,
)
from generator.pages.data.calendar import calendar_ics
from generator.pages.data.pieces import Parts, spelt_out
from generator.pages.data.places import places_geojson
from generator.pages.data.tables import citations_csv, events_csv
from generator.pages.data.whole import timeline_json
from generator.pages.words import Words

_EXAMPLE_AT_MOST = 1500
"""So many characters show how a file is written."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the whole timeline at `path`.

    `about` says what is in it, `schema` is the path of what describes it for programs
    ("" where a standard does). `parts` are what it is joined of; the first `shown`
    pieces are enough to see how it is written.
    """

    path: str
    media_type: str
    about: str
    parts: Callable[[Catalogue], Parts]
    shown: int
    schema: str = ""

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    def example(self, catalogue: Catalogue) -> str:
        """How the file begins; "" while there is nothing in it."""
        pieces = islice(spelt_out(self.parts(catalogue), catalogue), self.shown)
        text = b"".join(pieces).decode("utf-8").lstrip("\ufeff").rstrip()
        if not any(map(str.isalnum, text)):
            return ""
        return text[:_EXAMPLE_AT_MOST] + "…" * (len(text) > _EXAMPLE_AT_MOST)


def downloads(words: Words) -> tuple[Download, ...]:
    """All of them, described in *words*."""
    return (*_of_events(words), *_of_sources(words))


def _of_events(words: Words) -> tuple[Download, ...]:
    _ = words.gettext
    return (
        Download(
            routes.DATA,
            "application/json",
            _(
                "Events with their citations, accounts and corrections; sources; "
                "people, organisations and places. JSON."
            ),
            timeline_json,
            shown=2,
            schema=routes.schema("timeline"),
        ),
        Download(
            routes.EVENTS_TABLE,
            "text/csv",
            _("A row for each event, for spreadsheets. CSV (RFC 4180)."),
            events_csv,
            shown=2,
            schema=routes.schema("events"),
        ),
        Download(
            routes.CITATIONS_TABLE,
            "text/csv",
            _(
                "A row for each citation, with the words of the source and where they "
                "stand. CSV (RFC 4180)."
            ),
            citations_csv,
            shown=2,
            schema=routes.schema("citations"),
        ),
        Download(
            routes.CALENDAR,
            "text/calendar",
            _(
                "The dated events as days of a calendar. What is known less exactly "
                "fills all days that it can mean, and says so. iCalendar (RFC 5545)."
            ),
            calendar_ics,
            shown=2,
        ),
        Download(
            routes.PLACES,
            "application/geo+json",
            _("Events where they took place, for maps. GeoJSON (RFC 7946)."),
            places_geojson,
            shown=2,
            schema=routes.schema("places"),
        ),
    )


def _of_sources(words: Words) -> tuple[Download, ...]:
    _ = words.gettext
    return (
        Download(
            routes.SOURCES_BIB,
            "application/x-bibtex",
            _("The sources for LaTeX and reference managers. BibTeX."),
            sources_bib,
            shown=1,
        ),
        Download(
            routes.SOURCES_RIS,
            "application/x-research-info-systems",
            _("The sources for reference managers. RIS."),
            sources_ris,
            shown=1,
        ),
        Download(
            routes.SOURCES_CSL,
            "application/vnd.citationstyles.csl+json",
            _("The sources for citation processors. CSL-JSON."),
            sources_csl,
            shown=2,
        ),
        Download(
            routes.ANNOTATIONS,
            "application/ld+json",
            _(
                "The cited passages, each with what it proves. "
                "W3C Web Annotations, JSON-LD."
            ),
            annotations_jsonld,
            shown=2,
        ),
    )
