"""What stands beside the pages that list things: years, months, all of one kind."""

from __future__ import annotations

from typing import Any

from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.chronology import Month, Year
from generator.pages.data.beside import (
    Told,
    brief,
    briefs,
    card_in_brief,
    in_brief,
    twin,
)
from generator.pages.data.records import date_told, place_told


def of_home(catalogue: Catalogue) -> bytes:
    """Of the start page: the years, the key events, and where all the rest is."""
    timeline, site = catalogue.timeline, catalogue.site
    return twin(
        routes.HOME,
        catalogue,
        description=site.description,
        language=site.language,
        url=site.base_url,
        all=routes.DATA,
        events=len(timeline.all_events),
        sources=len(catalogue.cards),
        names=len(catalogue.entities),
        years=[_year(year) for year in catalogue.years],
        undated=len(timeline.undated),
        key_events=briefs(catalogue.key_events, catalogue),
    )


def of_years(catalogue: Catalogue) -> bytes:
    page = routes.overview_page("years")
    return twin(page, catalogue, years=[_year(year) for year in catalogue.years])


def of_year(key: str, catalogue: Catalogue) -> bytes:
    """All events of a year by month, and those that go on in it."""
    year = catalogue.year(key)
    before, after = catalogue.beside_year(key)
    months = year.months if year else ()
    return twin(
        routes.section_page(key),
        catalogue,
        year=_period(year) if year else None,
        months=[
            {**_period(month), "events": briefs(month.events, catalogue)}
            for month in months
        ],
        continuing=briefs(year.continuing if year else (), catalogue),
        previous=_period(before) if before else None,
        next=_period(after) if after else None,
    )


def of_month(key: str, catalogue: Catalogue) -> bytes:
    month = catalogue.month(key)
    before, after = catalogue.beside_month(key)
    return twin(
        routes.section_page(key),
        catalogue,
        month=_period(month) if month else None,
        events=briefs(month.events if month else (), catalogue),
        previous=_period(before) if before else None,
        next=_period(after) if after else None,
    )


def of_undated(catalogue: Catalogue) -> bytes:
    page = routes.overview_page("undated")
    return twin(page, catalogue, events=briefs(catalogue.timeline.undated, catalogue))


def of_sources(catalogue: Catalogue) -> bytes:
    cards, counts = catalogue.cards, catalogue.timeline.by_source.ids
    told = [
        {**card_in_brief(card), "events": len(counts.get(name, ()))}
        for name, card in cards.items()
    ]
    return twin(routes.overview_page("sources"), catalogue, sources=told)


def of_entities(catalogue: Catalogue) -> bytes:
    entities, counts = catalogue.entities, catalogue.timeline.by_entity.ids
    told = [
        {**in_brief(entity), "events": len(counts.get(name, ()))}
        for name, entity in entities.items()
    ]
    return twin(routes.overview_page("entities"), catalogue, names=told)


def of_tags(slugs: tuple[tuple[str, str], ...], catalogue: Catalogue) -> bytes:
    counts = catalogue.timeline.by_tag.ids
    told = [
        {"tag": tag, **_addresses(routes.tag_page(slug)), "events": len(counts[tag])}
        for tag, slug in slugs
    ]
    return twin(routes.overview_page("tags"), catalogue, tags=told)


def of_map(catalogue: Catalogue) -> bytes:
    """The places that events name, with their coordinates where these are known."""
    atlas = catalogue.atlas
    placed = [
        {
            **in_brief(place.entity),
            **place_told(place.entity.coordinates),
            "events": place.events,
        }
        for place in atlas.placed
    ]
    unplaced = [in_brief(place) for place in atlas.unplaced]
    page = routes.overview_page("map")
    return twin(page, catalogue, all=routes.PLACES, places=placed, unplaced=unplaced)


def of_corrections(catalogue: Catalogue) -> bytes:
    told = [
        {
            **date_told(found.correction.date, catalogue.words),
            "note": found.correction.note,
            "event": brief(found.event, catalogue),
        }
        for found in catalogue.corrections()
    ]
    return twin(routes.overview_page("corrections"), catalogue, corrections=told)


def _year(year: Year) -> Told:
    months = [
        {**_period(month), "events": len(month.events)} for month in year.named_months
    ]
    return {**_period(year), "events": len(year.events), "months": months}


def _period(period: Year | Month) -> dict[str, Any]:
    """A year or month; one without a page of its own has no key."""
    where = _addresses(routes.section_page(period.key)) if period.key else {}
    return {"key": period.key, "name": period.name, **where}


def _addresses(page: str) -> dict[str, str]:
    return {"page": page, "data": routes.data_beside(page)}
