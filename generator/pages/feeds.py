"""What feeds tell, newest first: of the whole timeline, of one name or topic, and what
was corrected. Atom is made of it by a template, JSON Feed (version 1.1) here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from generator.model.edtf import Day
from generator.model.entities import Entity
from generator.model.events import Event, Factuality, Status
from generator.pages import feed_entries, routes
from generator.pages.catalogue import Catalogue
from generator.pages.data.records import line
from generator.pages.page import Page, Twin
from generator.pages.prose import printable
from generator.pages.shows import Digest, Shows
from generator.pages.views import Correcting, Entry
from generator.pages.words import Words


class Item(NamedTuple):
    """An entry of a feed. `name` is its path for ever, `page` where it is told, `text`
    what to read of it; `changed` is a day, since no hour is known, and `exact` where
    that is the day, and not only the first that it can be."""

    name: str
    page: str
    title: str
    text: str
    tags: tuple[str, ...]
    changed: Day
    exact: bool

    @property
    def timestamp(self) -> str:
        return feed_entries.timestamp(self.changed)


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: its `name`, a folder for ever ("" or "tags/x/"); its folder now; what it
    is about ("" for everything), the page that shows the same, and what makes its
    items, newest first."""

    name: str
    folder: str
    about: str
    page: str
    items: Callable[[Catalogue], Sequence[Item]]

    @property
    def atom(self) -> str:
        return self.folder + routes.FEED

    @property
    def json(self) -> str:
        return self.folder + routes.JSON_FEED

    def title(self, site: str) -> str:
        return f"{site}: {self.about}" if self.about else site


def of_everything() -> Channel:
    return Channel("", "", "", routes.HOME, _of_all)


def of_entity(entity: Entity) -> Channel:
    page = routes.entity_page(entity.id)
    name = _folder(routes.entity_page(feed_entries.lasting(entity.id, entity.aliases)))
    items = partial(_of_entity, entity.id)
    return Channel(name, _folder(page), entity.pref_label, page, items)


def of_tag(tag: str, slug: str) -> Channel:
    page = routes.tag_page(slug)
    folder = _folder(page)
    return Channel(folder, folder, tag, page, partial(_of_tag, tag))


def of_corrections(words: Words) -> Channel:
    page = routes.overview_page("corrections")
    folder, title = _folder(page), words.gettext("Corrections")
    return Channel(folder, folder, title, page, _of_corrections)


def name_of(event: Event) -> str:
    """What the entry of *event* is called for ever, within a site."""
    return f"events/{feed_entries.lasting(event.id, event.aliases)}"


def page_of(
    channel: Channel, shows: Callable[[Shows], Digest], folder: str | None = None
) -> Page:
    """A feed as Atom, and beside it as JSON; in another *folder* than its own, it
    says where that is."""
    at = channel.folder if folder is None else folder
    twin = Twin(at + routes.JSON_FEED, partial(as_json, channel))
    context = partial(for_template, channel)
    return Page(
        at + routes.FEED, "feed.xml", context=context, shows=shows, twins=(twin,)
    )


def for_template(channel: Channel, catalogue: Catalogue) -> Mapping[str, Any]:
    """What the template of an Atom feed is given."""
    items = channel.items(catalogue)
    return {
        "channel": channel,
        "items": items,
        "updated": items[0].timestamp
        if items
        else feed_entries.timestamp(feed_entries.UNKNOWN),
        "entry_id": feed_entries.entry_id,
    }


def as_json(channel: Channel, catalogue: Catalogue) -> bytes:
    """The feed as JSON Feed 1.1. Addresses are told where the site's is known."""
    site = catalogue.site
    where: dict[str, str] = {}
    if site.base_url:
        where["home_page_url"] = routes.public(channel.page, site.base_url)
        where["feed_url"] = routes.public(channel.json, site.base_url)
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": printable(channel.title(site.title)),
        **where,
        **({"description": printable(site.description)} if site.description else {}),
        "language": site.language,
        "authors": [{"name": printable(site.title)}],
        "items": [_item(item, catalogue) for item in channel.items(catalogue)],
    }
    return line(told) + b"\n"


def _item(item: Item, catalogue: Catalogue) -> Mapping[str, Any]:
    site = catalogue.site
    base_url = site.base_url
    url = {"url": routes.public(item.page, base_url)} if base_url else {}
    return {
        "id": feed_entries.entry_id(item.name, site),
        **url,
        "title": printable(item.title),
        "content_text": printable(item.text),
        **({"date_modified": item.timestamp} if item.exact else {}),
        **({"tags": [printable(tag) for tag in item.tags]} if item.tags else {}),
    }


def _of_all(catalogue: Catalogue) -> Sequence[Item]:
    return _of_events(catalogue.timeline.all_events, catalogue)


def _of_entity(id: str, catalogue: Catalogue) -> Sequence[Item]:
    return _of_events(catalogue.timeline.by_entity.get(id, ()), catalogue)


def _of_tag(tag: str, catalogue: Catalogue) -> Sequence[Item]:
    return _of_events(catalogue.timeline.by_tag[tag], catalogue)


def _of_events(events: Iterable[Event], catalogue: Catalogue) -> Sequence[Item]:
    newest = feed_entries.newest(events, catalogue.changed)
    return [_of_event(event, day, catalogue) for day, event in newest]


def _of_event(event: Event, changed: Day, catalogue: Catalogue) -> Item:
    words = catalogue.words
    return Item(
        name_of(event),
        routes.event_page(event.id),
        _titled(event, words),
        _told(catalogue.entry(event), words),
        event.tags,
        changed,
        feed_entries.is_of_a_day(event, catalogue.timeline.sources),
    )


def _titled(event: Event, words: Words) -> str:
    if event.date is None:
        return event.title
    date = words.date(event.date)
    return words.gettext("%(date)s: %(title)s", date=date, title=event.title)


def _told(entry: Entry, words: Words) -> str:
    """What happened, and before it what is not plainly so."""
    event = entry.event
    labels = []
    if event.status is not Status.REVIEWED:
        labels.append(f"{words.status[event.status]}. ")
    if event.factuality is not Factuality.HAPPENED:
        labels.append(f"{words.factuality[event.factuality]}. ")
    quoted = words.quoted(entry.quote.passage.exact) if entry.quote else event.title
    return "".join([*labels, entry.lead or quoted])


def _of_corrections(catalogue: Catalogue) -> Sequence[Item]:
    """The corrections that were made last. One is known by its event and date, the
    second of one date also by its number, so that a later one changes no name."""
    corrections = catalogue.corrections()[: feed_entries.ENTRIES_AT_MOST]
    return [_of_correction(found, catalogue.words) for found in corrections]


def _of_correction(found: Correcting, words: Words) -> Item:
    event, date = found.event, found.correction.date
    same = [c for c in event.corrections if c.date == date]
    number = next(n for n, c in enumerate(same, 1) if c is found.correction)
    which = f"{date}-{number}" if number > 1 else str(date)
    return Item(
        f"{name_of(event)}/corrections/{which}",
        routes.event_page(event.id),
        words.gettext("%(date)s: %(title)s", date=words.date(date), title=event.title),
        found.correction.note,
        (),
        feed_entries.first_day(date),
        feed_entries.is_day(date),
    )


def _folder(page: str) -> str:
    return page.removesuffix("index.html")
