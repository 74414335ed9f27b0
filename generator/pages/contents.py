"""Which pages the site has, and what each of their templates is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from operator import attrgetter, methodcaller
from typing import NamedTuple

from generator.model.each import Each, in_turn, once, settling
from generator.model.entities import Entity
from generator.model.events import Event, Status
from generator.model.timeline import Page as Written
from generator.pages import contexts, feeds, former, linked_data, routes
from generator.pages.catalogue import Catalogue
from generator.pages.chronology import Section
from generator.pages.citing.files import annotations_of
from generator.pages.data import beside, lists
from generator.pages.figures import figures
from generator.pages.page import Page, Twin
from generator.pages.print_edition import print_pages
from generator.pages.search_page import of_search
from generator.pages.sharing.pages import embed_of_event, embed_of_site
from generator.pages.things import Card
from generator.pages.words import Words

_lists = attrgetter("lists")
_itself = methodcaller("only")


class _Listed(NamedTuple):
    """What of an event its pages are listed by; most corrections leave it as it is."""

    id: str
    title: str
    is_reviewed: bool
    aliases: tuple[str, ...]


_Things = tuple[tuple[Card, ...], tuple[Entity, ...], tuple[Written, ...]]
_Tags = tuple[tuple[str, str], ...]
_Known = tuple[tuple[Section, ...], tuple[_Listed, ...], _Things, _Tags]
"""What the list of a site's pages is made of; tags with their folders."""


def _told_by(path: str, make: Callable[[Catalogue], bytes]) -> tuple[Twin, ...]:
    """The twin of the page at *path* that tells all that it shows."""
    return (Twin(routes.data_beside(path), make),)


def pages(
    catalogue: Catalogue, slugs: Mapping[str, str], each: Each = in_turn
) -> Mapping[str, Page]:
    """Every page that is made from a template, by its path; *slugs* are the tags'
    folders. What a page shows is looked up when it is made, so that *each* may know
    the pages again."""
    timeline = catalogue.timeline
    events = tuple(each(_listed, tuple(timeline.by_id.values())))
    cards, entities = catalogue.cards.values(), catalogue.entities.values()
    things = (tuple(cards), tuple(entities), timeline.pages)
    known = (catalogue.sections, events, things, tuple(slugs.items()))
    is_public = bool(catalogue.site.base_url)
    return once(each, partial(_pages, each, catalogue.words, is_public), known)


@settling
def _listed(event: Event) -> _Listed:
    is_reviewed = event.status is not Status.PROPOSED
    return _Listed(event.id, event.title, is_reviewed, event.aliases)


def _pages(
    each: Each, words: Words, is_public: bool, known: _Known
) -> Mapping[str, Page]:
    sections, events, (cards, entities, written), tags = known
    found = chain(
        once(each, partial(_time_pages, words), sections),
        each(_event_page, events),
        each(partial(embed_of_event, is_public), events),
        [embed_of_site(is_public)],
        print_pages(words, sections, len(events)),
        _overview_pages(words, dict(tags)),
        each(_source_page, cards),
        *each(_entity_pages, entities),
        *(_tag_pages(tag, slug) for tag, slug in tags),
        _account_pages(written, words),
        _machine_pages(words),
        # A former id leads to the present one, unless it is another's now.
        *each(
            partial(former.pages_of_event, is_public), [e for e in events if e.aliases]
        ),
        *each(former.pages_of_card, [c for c in cards if c.source.aliases]),
        *each(former.pages_of_entity, [e for e in entities if e.aliases]),
    )
    by_path: dict[str, Page] = {}
    for page in found:
        by_path.setdefault(page.path, page)
    return by_path


def _time_pages(words: Words, sections: Iterable[Section]) -> list[Page]:
    """The start page, years, months, and what has no date."""
    return [*_in_order_of_time(sections, words)]


def _in_order_of_time(sections: Iterable[Section], words: Words) -> Iterator[Page]:
    yield Page(
        routes.HOME,
        "timeline.html",
        section="timeline",
        arrival=True,
        context=contexts.of_home,
        shows=_lists,
        twins=_told_by(routes.HOME, lists.of_home),
        linked=linked_data.of_home,
    )
    yield Page(
        routes.overview_page("years"),
        "years.html",
        words.gettext("Years"),
        "timeline",
        arrival=True,
        context=contexts.of_years,
        shows=_lists,
        twins=_told_by(routes.overview_page("years"), lists.of_years),
    )
    for section in sections:
        yield Page(
            routes.section_page(section.key),
            "year.html",
            words.years(*section.span),
            "timeline",
            arrival=True,
            context=partial(contexts.of_year, section.key),
            shows=methodcaller("year", section.key),
            twins=_told_by(
                routes.section_page(section.key), partial(lists.of_year, section.key)
            ),
            linked=partial(
                linked_data.of_period,
                words.years(*section.span),
                linked_data.years(*section.span),
            ),
        )
        for month, name in section.named_months(words):
            yield Page(
                routes.section_page(month),
                "month.html",
                name,
                "timeline",
                context=partial(contexts.of_month, section.key, month),
                shows=methodcaller("month", month),
                twins=_told_by(
                    routes.section_page(month), partial(lists.of_month, month)
                ),
                linked=partial(linked_data.of_period, name, month.replace("/", "-")),
            )
    yield Page(
        routes.overview_page("undated"),
        "undated.html",
        words.gettext("Undated"),
        "timeline",
        context=lambda catalogue: {
            "entries": catalogue.entries(catalogue.timeline.undated)
        },
        shows=_lists,
        twins=_told_by(routes.overview_page("undated"), lists.of_undated),
    )


def _event_page(event: _Listed) -> Page:
    return Page(
        routes.event_page(event.id),
        "event.html",
        event.title,
        "timeline",
        # What nobody has reviewed is shown, but not offered to search engines.
        indexed=event.is_reviewed,
        context=partial(contexts.of_event, event.id),
        shows=methodcaller("event", event.id),
        twins=_told_by(routes.event_page(event.id), partial(beside.of_event, event.id)),
        linked=partial(linked_data.of_event, event.id),
    )


def _overview_pages(words: Words, slugs: Mapping[str, str]) -> Iterator[Page]:
    """The search, and the lists of everything of one kind."""
    links, title = partial(of_search, slugs), words.gettext("Search")
    yield Page(
        routes.SEARCH, "search.html", title, "search", context=links, shows=_lists
    )
    yield Page(
        routes.overview_page("sources"),
        "sources.html",
        words.gettext("Sources"),
        "sources",
        context=lambda catalogue: {"cards": catalogue.cards.values()},
        shows=_lists,
        twins=_told_by(routes.overview_page("sources"), lists.of_sources),
    )
    yield Page(
        routes.overview_page("entities"),
        "entities.html",
        words.gettext("People, organisations and places"),
        "entities",
        context=contexts.of_entities,
        shows=_lists,
        twins=_told_by(routes.overview_page("entities"), lists.of_entities),
    )
    yield Page(
        routes.overview_page("keyboard"),
        "keyboard.html",
        words.gettext("Keyboard"),
        shows=_itself,
    )
    yield Page(
        routes.overview_page("tags"),
        "tags.html",
        words.gettext("Topics"),
        "tags",
        context=lambda catalogue: {"tags": catalogue.timeline.by_tag},
        shows=_lists,
        twins=_told_by(
            routes.overview_page("tags"), partial(lists.of_tags, tuple(slugs.items()))
        ),
    )
    yield Page(
        routes.overview_page("map"),
        "map.html",
        words.gettext("Map"),
        "entities",
        context=lambda catalogue: {"atlas": catalogue.atlas},
        shows=_lists,
        twins=_told_by(routes.overview_page("map"), lists.of_map),
    )


def _source_page(card: Card) -> Page:
    id = card.source.id
    return Page(
        routes.source_page(id),
        "source.html",
        card.name,
        "sources",
        context=partial(contexts.of_source, card),
        shows=methodcaller("source", id),
        twins=(
            *_told_by(routes.source_page(id), partial(beside.of_source, id)),
            Twin(routes.annotations_of(id), partial(annotations_of, id)),
        ),
        linked=partial(linked_data.of_source, id),
    )


def _entity_pages(entity: Entity) -> list[Page]:
    """The page of somebody or something, and its feed."""
    channel = feeds.of_entity(entity)
    shows = methodcaller("entity", entity.id)
    page = Page(
        routes.entity_page(entity.id),
        "entity.html",
        entity.pref_label,
        "entities",
        context=partial(contexts.of_entity, entity),
        shows=shows,
        feed=channel.atom,
        twins=_told_by(
            routes.entity_page(entity.id), partial(beside.of_entity, entity.id)
        ),
        linked=partial(linked_data.of_entity, entity.id),
    )
    return [page, feeds.page_of(channel, shows)]


def _tag_pages(tag: str, slug: str) -> list[Page]:
    """The page of a topic, and its feed."""
    channel = feeds.of_tag(tag, slug)
    shows = methodcaller("tag", tag)
    page = Page(
        routes.tag_page(slug),
        "tag.html",
        tag,
        "tags",
        context=partial(contexts.of_tag, tag),
        shows=shows,
        feed=channel.atom,
        twins=_told_by(routes.tag_page(slug), partial(beside.of_tag, tag, slug)),
    )
    return [page, feeds.page_of(channel, shows)]


def _account_pages(written: Iterable[Written], words: Words) -> Iterator[Page]:
    """Pages that give account of the work: methods, corrections, data, about."""
    yield Page(
        routes.overview_page("methodology"),
        "methodology.html",
        words.gettext("Methodology"),
        "about",
        context=lambda catalogue: {
            "figures": figures(catalogue.timeline, catalogue.cards)
        },
        shows=_lists,
    )
    corrections = feeds.of_corrections(words)
    yield feeds.page_of(corrections, _lists)
    yield Page(
        routes.overview_page("corrections"),
        "corrections.html",
        words.gettext("Corrections"),
        "about",
        context=lambda catalogue: {"corrections": catalogue.corrections()},
        shows=_lists,
        feed=corrections.atom,
        twins=_told_by(routes.overview_page("corrections"), lists.of_corrections),
    )
    yield Page(
        routes.overview_page("data"),
        "data.html",
        words.gettext("Data"),
        "about",
        context=contexts.of_data,
        linked=linked_data.of_data,
        told_in=routes.DATA,
    )
    for page in written:
        yield Page(
            routes.written_page(page.id),
            "page.html",
            page.title,
            "about",
            context=partial(contexts.of_written, page),
            shows=methodcaller("only", repr(page)),
        )
    # The tool's own words, where no editor's page stands there already.
    yield Page(
        routes.written_page("about"),
        "about.html",
        words.gettext("About"),
        "about",
        shows=_lists,
    )


def _machine_pages(words: Words) -> Iterator[Page]:
    title = words.gettext("Page not found")
    yield Page(routes.NOT_FOUND, "404.html", title, indexed=False, shows=_itself)
    yield feeds.page_of(feeds.of_everything(), _lists)
