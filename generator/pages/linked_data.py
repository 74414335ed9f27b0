"""What search engines and libraries read in a page: JSON-LD in the words of schema.org.

A date is told as ISO 8601 where it is plainly one, and then no finer than known; all
others stand in `temporalCoverage` alone, as EDTF. What is only alleged, or denied, is a
`Claim` and no `Event`.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.model.edtf import Edtf, EdtfDate, Form, Precision
from generator.model.entities import Entity, EntityKind
from generator.model.events import Event, Factuality, Status, cited_sources
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.citing.authors import Author
from generator.pages.data.downloads import downloads
from generator.pages.data.records import line
from generator.pages.environment import wikidata_url
from generator.pages.page import Page
from generator.pages.routes import Links
from generator.pages.things import Card

Told = dict[str, Any]

_KINDS = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
}
_HAPPENS = {
    Factuality.HAPPENED: {},
    Factuality.PLANNED: {"eventStatus": "https://schema.org/EventScheduled"},
}
"""What an event is that is no mere claim."""

_PLAIN = (Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.TIME)
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def linked_data(page: Page, catalogue: Catalogue, to: Links) -> Markup:
    """What *page* is about, as the text of a `<script type="application/ld+json">`,
    which no text in it can end."""
    if page.linked:
        graph = page.linked(catalogue, to)
    else:
        kind = "CollectionPage" if page.data else "WebPage"
        graph = [_page(kind, page.title, catalogue, to)]
    told = {"@context": "https://schema.org", "@graph": graph}
    return Markup(line(told).decode("utf-8").translate(_IN_SCRIPT))


def of_home(catalogue: Catalogue, to: Links) -> list[Told]:
    """The site as a whole, with its data."""
    site = catalogue.site
    return [
        {
            "@type": "WebSite",
            "@id": _address(routes.HOME, to),
            "name": site.title,
            **_known(description=site.description),
            "inLanguage": site.language,
            "hasPart": {"@id": _dataset_id(to)},
        }
    ]


def of_period(title: str, when: str, catalogue: Catalogue, to: Links) -> list[Told]:
    """The page of a year or month; *when* it was, as EDTF."""
    return [{**_page("CollectionPage", title, catalogue, to), **_covering(when)}]


def of_data(catalogue: Catalogue, to: Links) -> list[Told]:
    """The timeline as data, in all its forms."""
    site = catalogue.site
    title = catalogue.words.gettext("Data")
    dataset: Told = {
        "@type": "Dataset",
        "@id": _dataset_id(to),
        "name": site.title,
        "description": site.description or site.title,
        "inLanguage": site.language,
        "isAccessibleForFree": True,
        **_covering(_all_years(catalogue)),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": each.name,
                "description": each.about,
                "encodingFormat": each.media_type,
                "contentUrl": _address(each.path, to),
            }
            for each in downloads(catalogue.words)
        ],
    }
    page = _page("WebPage", title, catalogue, to)
    return [{**page, "mainEntity": {"@id": _dataset_id(to)}}, dataset]


def of_event(id: str, catalogue: Catalogue, to: Links) -> list[Told]:
    """An event and the page about it, with the sources that the page cites."""
    event = catalogue.timeline.by_id[id]
    page = _page("WebPage", event.title, catalogue, to)
    corrected = max((iso_date(c.date) for c in event.corrections), default="")
    happening = _happening(event, catalogue, to)
    status = "" if event.status is Status.REVIEWED else event.status
    return [
        {
            **page,
            "mainEntity": {"@id": happening["@id"]},
            **_covering(str(event.date or "")),
            **_known(dateModified=corrected, creativeWorkStatus=status),
            "citation": [
                _work(catalogue.cards[source], catalogue, to)
                for source in cited_sources(event)
            ],
        },
        happening,
    ]


def _happening(event: Event, catalogue: Catalogue, to: Links) -> Told:
    """The event itself."""
    told: Told = {"@id": f"{_address(to.here, to)}#event", "name": event.title}
    description = _known(description=catalogue.entry(event).lead)
    people = [_thing(e, to) for e in catalogue.named(event.people)]
    people += [_thing(e, to) for e in catalogue.named(event.organisations)]
    places = [_thing(e, to) for e in catalogue.named(event.places)]
    if event.factuality not in _HAPPENS:
        about = _known(about=people + places)
        when = _covering(str(event.date or ""))
        return {"@type": "Claim", **told, **description, **when, **about}
    return {
        "@type": "Event",
        **told,
        **description,
        **(_days(event.date) if event.date else {}),
        **_HAPPENS[event.factuality],
        **_known(about=people, location=places),
    }


def of_source(id: str, catalogue: Catalogue, to: Links) -> list[Told]:
    """A source and the page about it."""
    card = catalogue.cards[id]
    source = card.source
    work = {
        **_work(card, catalogue, to),
        **_known(
            isPartOf=(
                {"@type": "CreativeWork", "name": source.container_title}
                if source.container_title
                else None
            ),
            inLanguage=card.language,
        ),
    }
    page = _page("WebPage", card.name, catalogue, to)
    return [{**page, "mainEntity": {"@id": work["@id"]}}, work]


def of_entity(id: str, catalogue: Catalogue, to: Links) -> list[Told]:
    """Somebody or something and the page about it."""
    entity = catalogue.entities[id]
    where = entity.coordinates
    thing = {
        **_thing(entity, to),
        **_known(
            alternateName=list(entity.alt_label),
            geo=(
                {
                    "@type": "GeoCoordinates",
                    "latitude": where.latitude,
                    "longitude": where.longitude,
                }
                if where and entity.kind is EntityKind.PLACE
                else None
            ),
        ),
    }
    page = _page("WebPage", entity.pref_label, catalogue, to)
    return [{**page, "mainEntity": {"@id": thing["@id"]}}, thing]


def iso_date(date: Edtf) -> str:
    """*date* as ISO 8601 has it, "" where it is no plain date."""
    return _iso(date.parts[0]) if date.form is Form.DATE else ""


def _days(date: Edtf) -> Told:
    """When an event began and, of one that lasted, ended."""
    if date.form is not Form.INTERVAL:
        return _known(startDate=iso_date(date))
    start, end = date.parts
    return _known(startDate=_iso(start), endDate=_iso(end))


def _iso(part: EdtfDate | None) -> str:
    if part is None or part.uncertain or part.approximate:
        return ""
    written = "-".join(filter(None, (part.year, part.month, part.day)))
    is_plain = part.precision in _PLAIN and "X" not in written and int(part.year) > 0
    if not is_plain:
        return ""
    return f"{written}T{part.time}" if part.time else written


def _page(kind: str, title: str, catalogue: Catalogue, to: Links) -> Told:
    return {
        "@type": kind,
        "@id": _address(to.here, to),
        "name": title,
        "inLanguage": catalogue.site.language,
        "isPartOf": {"@id": _address(routes.HOME, to)},
    }


def _work(card: Card, catalogue: Catalogue, to: Links) -> Told:
    """What is cited; no more is said of its kind than that it appeared in another."""
    source, work = card.source, catalogue.citing.work(card)
    issued = iso_date(source.issued) if source.issued else ""
    publisher = {"@type": "Organization", "name": source.publisher}
    return {
        "@type": "Article" if source.container_title else "CreativeWork",
        "@id": f"{_address(routes.source_page(source.id), to)}#source",
        "name": card.name,
        **_known(
            url=work.best,
            archivedAt=work.archive,
            author=[_author(one, to) for one in work.authors],
            datePublished=issued,
            publisher=publisher if source.publisher else None,
        ),
    }


def _author(author: Author, to: Links) -> Told | str:
    """Who signed; a bare name where nobody knows whether that is a person."""
    if author.kind is None:
        return author.whole
    told: Told = {"@type": _KINDS[author.kind]}
    if author.entity:
        told["@id"] = f"{_address(routes.entity_page(author.entity), to)}#{author.kind}"
    return {**told, "name": author.in_order}


def _thing(entity: Entity, to: Links) -> Told:
    """Somebody or something, known everywhere by one name."""
    return {
        "@type": _KINDS[entity.kind],
        "@id": f"{_address(routes.entity_page(entity.id), to)}#{entity.kind}",
        "name": entity.pref_label,
        **_known(sameAs=wikidata_entity(entity.exact_match)),
    }


def wikidata_entity(id: str) -> str:
    """What Wikidata calls the thing itself, "" if *id* is none of its."""
    return wikidata_url(id).replace("https:", "http:").replace("/wiki/", "/entity/")


def _all_years(catalogue: Catalogue) -> str:
    """From the first year to the last that the timeline tells of, "" without any."""
    spans = [section.span for section in catalogue.sections]
    if not spans:
        return ""
    return years(min(first for first, _ in spans), max(last for _, last in spans))


def years(first: int, last: int) -> str:
    """A year, or the first and the last of several, as EDTF."""
    written = [f"{'-' * (year < 0)}{abs(year):04}" for year in (first, last)]
    return "/".join(dict.fromkeys(written))


def _covering(when: str) -> Told:
    return _known(temporalCoverage=when)


def _known(**values: Any) -> Told:
    """Those of *values* that there are."""
    return {name: value for name, value in values.items() if value}


def _dataset_id(to: Links) -> str:
    return f"{_address(routes.overview_page('data'), to)}#dataset"


def _address(path: str, to: Links) -> str:
    """Where *path* is on the web; where that is not known, the way from the page."""
    return to.public(path) or to.path(path)
