"""The site as files: each page's template filled in, beside data and static files."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, Protocol

import jinja2
from markupsafe import Markup

from generator.model.brief import Brief
from generator.model.each import Each, in_turn, once
from generator.model.entities import EntityKind
from generator.model.events import Factuality, Status
from generator.model.media import NO_PICTURES, Pictures
from generator.model.timeline import Timeline
from generator.pages import routes
from generator.pages.assets import Assets
from generator.pages.catalogue import Catalogue
from generator.pages.contents import pages
from generator.pages.data.folder import Data
from generator.pages.data.pieces import Cuts
from generator.pages.density import room
from generator.pages.environment import environment, filled, with_values
from generator.pages.languages import words_of
from generator.pages.linked_data import linked_data
from generator.pages.narrowing import Narrowing, TermsOfEvents
from generator.pages.page import Page, Twin
from generator.pages.pictures import Gallery
from generator.pages.prose import encoded
from generator.pages.remembered import Remembered
from generator.pages.repository import Repository
from generator.pages.routes import Addresses, Links, tag_slugs
from generator.pages.rows import Rows, RowsMade
from generator.pages.scripts import with_scripts
from generator.pages.search import Found, Search
from generator.pages.sharing.cards import Cards, image_of_site
from generator.pages.sharing.locale import locale
from generator.pages.shows import Digest, Near, Shows, digest
from generator.pages.styles import Looks, looks, with_style
from generator.pages.uses import users
from generator.settings import SiteConfig


@dataclass(frozen=True, slots=True)
class Resources:
    """Templates by name, and static files by path, as found on the disk. `own` names
    the templates that are the project's."""

    templates: Mapping[str, str]
    static: Mapping[str, bytes]
    own: frozenset[str] = frozenset()


class Folder(Protocol):
    """A folder of the site whose files no template makes, each made when asked for."""

    @property
    def paths(self) -> Collection[str]:
        """Where its files are, from the site's root."""

    def file(self, path: str) -> bytes:
        """The bytes of the file at *path*, which is one of `paths`."""

    def shows(self, shows: Shows) -> Digest:
        """A digest of all that its files and their paths depend on."""


class Site:
    """The files of a site, each made when it is asked for.

    *each* may know again what did not change since the last site.
    """

    def __init__(
        self,
        timeline: Timeline,
        site: SiteConfig,
        resources: Resources,
        each: Each = in_turn,
        pictures: Pictures = NO_PICTURES,
    ) -> None:
        words = words_of(site.language, resources.templates)
        self._catalogue = Catalogue.of(timeline, site, words, each, pictures)
        assets = with_scripts(with_style(resources.static))
        self._slugs = tag_slugs(timeline.by_tag)
        self._versions = {name: _digest(data) for name, data in assets.items()}
        templates = tuple(sorted(resources.templates.items()))
        shipped = frozenset(resources.templates.keys() - resources.own)
        self._environment = environment(templates, words, shipped)
        self._resources = resources
        self._each = each
        terms = once(each, _terms_of_events, "")
        self._shared = {
            **_shared(self._catalogue, looks(resources.static)),
            "narrowing": Narrowing(self._catalogue, self._slugs, terms).kinds,
        }
        self._rows = self._rows_made(templates)
        self._depths: dict[str, jinja2.Environment] = {}
        self._pages = pages(self._catalogue, self._slugs, each)
        if site.base_url:
            sitemap = Page(
                routes.SITEMAP,
                "sitemap.xml",
                context=self._of_sitemap,
                shows=attrgetter("lists"),
            )
            self._pages = {**self._pages, routes.SITEMAP: sitemap}
        cards = bool(site.base_url)
        self._data = Data(self._catalogue, lambda: self._shows)
        self._search = Search(self._catalogue, self._slugs, lambda: self._shows, each)
        self._folders: Mapping[str, Folder] = {
            "data/": self._data,
            "media/": Gallery(timeline.all_events, pictures, cards),
            "search/": self._search,
            "assets/": Assets(assets),
        }
        self._cards = Cards(self._catalogue)

    @property
    def parts(self) -> Sequence[str]:
        """The names of what the site is made of: folders, cards and pages."""
        return (*self._folders, *self._cards.paths, *self._pages)

    @property
    def folders(self) -> Collection[str]:
        """Those of the `parts` that are no pages."""
        return self._folders.keys()

    def shows(self, part: str) -> Digest:
        """A digest of all that the files of *part* and their paths depend on: while it
        stays the same, so do they."""
        if part in self._folders:
            return self._folders[part].shows(self._shows)
        page = self._pages.get(part)
        if page is None:
            return self._cards.shows(part)
        if page.template in self._asking:
            return self._shows.everything
        return page.shows(self._shows)

    @property
    def near(self) -> dict[str, Near]:
        """What is near each event, as far as that was asked; whoever knows it from an
        earlier site may add it."""
        return self._shows.near

    @property
    def briefs(self) -> Sequence[Brief]:
        """The events in brief, from which what is near them follows."""
        return self._catalogue.timeline.briefs

    @property
    def cuts(self) -> Cuts:
        """Where the files that were made of pieces can be cut."""
        return self._data.cuts

    @property
    def found(self) -> Found:
        """What the search is made of."""
        return self._search.found

    def find_again(self, last: Found) -> None:
        """From now on, what the search is made of is taken from *last*, which was
        `found` by an earlier site, where it would come out the same."""
        self._search.last = last

    def cut_out_of(self, last: Cuts, standing: Callable[[str], bytes | None]) -> None:
        """From now on, pieces of files are taken from those *standing* from an earlier
        site, of which *last* are the `cuts`, where they would come out the same."""
        self._data.last, self._data.standing = last, standing

    @cached_property
    def _shows(self) -> Shows:
        catalogue = self._catalogue
        common = digest(
            repr(catalogue.site),
            sorted(self._resources.templates.items()),
            sorted(self._versions.items()),
            repr(sorted(catalogue.pictures.found.items())),
            repr(catalogue.timeline.pages),
            bool(catalogue.atlas.placed),
        )
        return Shows(catalogue, self._slugs, common, self._each)

    @cached_property
    def _asking(self) -> frozenset[str]:
        """The templates that may ask for anything."""
        own, templates = self._resources.own, self._resources.templates
        return users(own, templates, self._environment)

    def files(self, part: str) -> Iterator[tuple[str, bytes]]:
        """The path and the bytes of each file of *part*.

        Raises:
            TemplateFailedError: As `file` does.
        """
        folder = self._folders.get(part)
        if folder:
            for path in folder.paths:
                yield path, folder.file(path)
            return
        yield part, self.file(part)
        page = self._pages.get(part)
        for twin in page.twins if page else ():
            yield twin.path, twin.make(self._catalogue)

    def __contains__(self, path: str) -> bool:
        """True when the site has a file at *path*."""
        if path in self._pages or self._twin(path):
            return True
        return path in self._folder_of(path).paths

    def _twin(self, path: str) -> Twin | None:
        """What is made beside the pages at *path*: the twin of one, or a card."""
        return self._twins.get(path) or self._cards.twin(path)

    @cached_property
    def _twins(self) -> Mapping[str, Twin]:
        """The twins of all pages, by path."""
        twins = (twin for page in self._pages.values() for twin in page.twins)
        return {twin.path: twin for twin in twins}

    def _folder_of(self, path: str) -> Folder:
        """The folder that the file at *path* is in, if it is no page."""
        top, slash, _ = path.partition("/")
        return self._folders.get(top + slash, self._folders["assets/"])

    @property
    def paths(self) -> list[str]:
        """Where every file is, from the root, sorted."""
        made = (path for folder in self._folders.values() for path in folder.paths)
        return sorted({*self._pages, *self._twins, *self._cards.paths, *made})

    def file(self, path: str) -> bytes:
        """The bytes of the file at *path*, which is one of `paths`.

        Raises:
            KeyError: There is no such file.
            TemplateFailedError: A template is missing, wrong, or asks for what is
                not there.
        """
        if path not in self._pages:
            twin = self._twin(path)
            if twin:
                return twin.make(self._catalogue)
            return self._folder_of(path).file(path)
        page = self._pages[path]
        base_url = self._catalogue.site.base_url
        rooted = path == routes.NOT_FOUND and bool(base_url)
        root = routes.root_at(base_url) if rooted else routes.root_from(path)
        links = Links(root, self._slugs, self._versions, base_url, path)
        values = {
            **page.context(self._catalogue),
            "page": page,
            "to": links,
            "linked": partial(linked_data, page, self._catalogue, links),
        }
        text = filled(self._templates(root), page.template, values)
        # Once for the whole page: for each value printed it took a fifth of a build.
        return encoded(text)

    def kind(self, path: str) -> str:
        """What makes the file at *path*: its template, its folder ("data/"), or, of
        what is made beside pages, how its name ends ("json")."""
        page = self._pages.get(path)
        if page:
            return page.template
        if self._twin(path):
            return path.rpartition(".")[2]
        return "".join(path.partition("/")[:2])

    def _templates(self, root: str) -> jinja2.Environment:
        """The templates for all pages from which *root* leads to the site's root."""
        if root not in self._depths:
            base_url = self._catalogue.site.base_url
            to = Addresses(root, self._slugs, self._versions, base_url)
            made = with_values(self._environment, {**self._shared, "to": to})
            made.globals["rows"] = Rows(made, self._rows[root]).of
            self._depths[root] = made
        return self._depths[root]

    def _rows_made(
        self, templates: tuple[tuple[str, str], ...]
    ) -> defaultdict[str, RowsMade]:
        """Rows that are made already, by what leads from a page to the site's root:
        those of the last site that *each* knows, if they would look the same."""
        if self._resources.own:
            return _no_rows(())  # a project's own template may ask for anything
        catalogue, versions = self._catalogue, tuple(self._versions.items())
        slugs = tuple(self._slugs.items())
        told = (catalogue.site, catalogue.words, templates, versions, slugs)
        return once(self._each, _no_rows, told)

    def _of_sitemap(self, catalogue: Catalogue) -> Mapping[str, Any]:
        listed = [p.path for p in self._pages.values() if p.indexed and p.title]
        return {"paths": [routes.HOME, *sorted(listed)]}


def render(
    timeline: Timeline,
    site: SiteConfig,
    resources: Resources,
    pictures: Pictures = NO_PICTURES,
) -> dict[str, bytes]:
    """Every file of the site by its path from the root, sorted by path.

    Raises:
        TemplateFailedError: A template is missing, wrong, or asks for what is not
            there.
    """
    made = Site(timeline, site, resources, pictures=pictures)
    return {path: made.file(path) for path in made.paths}


def _terms_of_events(_: str) -> TermsOfEvents:
    return Remembered()


def _no_rows(_: tuple[object, ...]) -> defaultdict[str, RowsMade]:
    return defaultdict(Remembered)


def _shared(catalogue: Catalogue, looks: Looks) -> dict[str, Any]:
    """What every template may use."""
    return {
        "description": "",
        "image": image_of_site(catalogue),
        "embed": None,
        "oembed": "",
        "modified": "",
        "locale": locale(catalogue.site.language),
        "site": catalogue.site,
        "timeline": catalogue.timeline,
        "catalogue": catalogue,
        "words": catalogue.words,
        "own": _own(catalogue.site.language, catalogue.words.language),
        "looks": looks,
        "repository": Repository.of(catalogue.site, catalogue.words),
        "room": room,
        "Status": Status,
        "Factuality": Factuality,
        "EntityKind": EntityKind,
    }


def _own(content: str, interface: str) -> Markup:
    """The attribute for what editors wrote, where the page's words are of another
    language (WCAG 3.1.2); else nothing."""
    return Markup("") if content == interface else Markup(' lang="{}"').format(content)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
