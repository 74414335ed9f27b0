"""The site as files: each page's template filled in, beside data and static files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import Any, Protocol

import jinja2

from generator.config import SiteConfig
from generator.model.date_words import in_words
from generator.model.each import Each, in_turn
from generator.model.edtf import Edtf, Form, Precision
from generator.model.entities import EntityKind
from generator.model.events import Factuality, Status
from generator.model.timeline import Timeline
from generator.pages import routes, words
from generator.pages.contents import Page, pages
from generator.pages.data import Data
from generator.pages.prose import markdown, printable, safe_url
from generator.pages.routes import Links, tag_slugs
from generator.pages.styles import Looks, looks, with_style
from generator.pages.views import Catalogue
from generator.problems import DatelineError

_SHIPPED = "templates/"


@dataclass(frozen=True, slots=True)
class Resources:
    """Templates by name, and static files by path, as found on the disk."""

    templates: Mapping[str, str]
    static: Mapping[str, bytes]


class Folder(Protocol):
    """A folder of the site whose files no template makes, each made when asked for."""

    @property
    def paths(self) -> Collection[str]:
        """Where its files are, from the site's root."""

    def file(self, path: str) -> bytes:
        """The bytes of the file at *path*, which is one of `paths`."""


class TemplateFailedError(DatelineError):
    """A template cannot be used: its place, and what Jinja says of it."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"{place}: {reason.rstrip('.')}. "
            "Correct the template, or delete it to use the one that is built in."
        )


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
    ) -> None:
        self._catalogue = Catalogue.of(timeline, site, each)
        assets = with_style(resources.static)
        self._static = {routes.asset(name): data for name, data in assets.items()}
        # GitHub Pages leaves out what begins with an underscore without this file.
        self._static[".nojekyll"] = b""
        self._slugs = tag_slugs(timeline.by_tag)
        self._versions = {name: _digest(data) for name, data in assets.items()}
        self._environment = _environment(tuple(sorted(resources.templates.items())))
        self._shared = _shared(self._catalogue, looks(resources.static))
        self._pages = pages(self._catalogue, self._slugs, each)
        if site.base_url:
            sitemap = Page(routes.SITEMAP, "sitemap.xml", context=self._of_sitemap)
            self._pages = {**self._pages, routes.SITEMAP: sitemap}
        self._folders: Mapping[str, Folder] = {"data": Data(self._catalogue)}

    def __contains__(self, path: str) -> bool:
        """True when the site has a file at *path*."""
        if path in self._pages or path in self._static:
            return True
        folder = self._folders.get(path.partition("/")[0])
        return folder is not None and path in folder.paths

    @property
    def paths(self) -> list[str]:
        """Where every file is, from the root, sorted."""
        made = (path for folder in self._folders.values() for path in folder.paths)
        return sorted({*self._static, *self._pages, *made})

    def file(self, path: str) -> bytes:
        """The bytes of the file at *path*, which is one of `paths`.

        Raises:
            KeyError: There is no such file.
            TemplateFailedError: A template is missing, wrong, or asks for what is
                not there.
        """
        if path in self._static:
            return self._static[path]
        if path not in self._pages:
            return self._folders[path.partition("/")[0]].file(path)
        page = self._pages[path]
        base_url = self._catalogue.site.base_url
        rooted = path == routes.NOT_FOUND and bool(base_url)
        links = Links(path, self._slugs, self._versions, base_url, rooted)
        context = {**self._shared, "description": "", **page.context(self._catalogue)}
        return _rendered(page, links, self._environment, context)

    def _of_sitemap(self, catalogue: Catalogue) -> Mapping[str, Any]:
        listed = [p.path for p in self._pages.values() if p.indexed and p.title]
        return {"paths": [routes.HOME, *sorted(listed)]}


def render(
    timeline: Timeline, site: SiteConfig, resources: Resources
) -> dict[str, bytes]:
    """Every file of the site by its path from the root, sorted by path.

    Raises:
        TemplateFailedError: A template is missing, wrong, or asks for what is not
            there.
    """
    made = Site(timeline, site, resources)
    return {path: made.file(path) for path in made.paths}


def html_datetime(date: Edtf | None) -> str:
    """*date* as the attribute `datetime` of `<time>` may have it, else "".

    HTML knows years, months and days from year 1 on, and no uncertainty; what it
    cannot say is not said.
    """
    if date is None or date.form is not Form.DATE or date.uncertain or date.approximate:
        return ""
    (part,) = date.dates
    exact = (Precision.YEAR, Precision.MONTH, Precision.DAY)
    plain = "X" not in str(date) and part.precision in exact
    return str(date) if plain and int(part.year) > 0 else ""


def bound_in_words(date: Edtf) -> str:
    """A date of publication that is only bounded: "not before 12 July 2025"."""
    whole = in_words(date)
    if date.form is Form.INTERVAL and date.last is None:
        return f"not before {whole.removeprefix('since ')}"
    if date.form is Form.INTERVAL and date.first is None:
        return f"not after {whole.removeprefix('by ')}"
    return whole


def percent(share: float) -> str:
    """A share in whole percent; what is there but small is not rounded to nothing."""
    if 0 < share < 0.01:
        return "under 1 %"
    return f"{share * 100:.0f} %"


def wikidata_url(entity: str) -> str:
    """Where Wikidata describes *entity* ("Q42"), "" if that is no id of its."""
    if re.fullmatch("Q[1-9][0-9]*", entity):
        return f"https://www.wikidata.org/wiki/{entity}"
    return ""


@lru_cache(maxsize=2)
def _environment(shipped: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    """Templates, by name and text, made ready. Made once: it takes longer than most
    pages do."""
    templates = dict(shipped)

    def load(name: str) -> tuple[str, str, None] | None:
        text = templates.get(name)
        return None if text is None else (text, _SHIPPED + name, None)

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "in_words": in_words,
        "bound_in_words": bound_in_words,
        "html_datetime": html_datetime,
        "markdown": markdown,
        "percent": percent,
        "plural": words.plural,
        "safe_url": safe_url,
        "wikidata_url": wikidata_url,
    }
    return environment


def _shared(catalogue: Catalogue, looks: Looks) -> dict[str, Any]:
    """What every template may use."""
    return {
        "site": catalogue.site,
        "timeline": catalogue.timeline,
        "catalogue": catalogue,
        "words": words,
        "looks": looks,
        "Status": Status,
        "Factuality": Factuality,
        "EntityKind": EntityKind,
    }


def _rendered(
    page: Page,
    links: Links,
    environment: jinja2.Environment,
    context: Mapping[str, Any],
) -> bytes:
    try:
        template = environment.get_template(page.template)
        text = template.render(**context, page=page, to=links)
    except jinja2.TemplateSyntaxError as error:
        place = f"{error.filename or _SHIPPED + page.template}:{error.lineno}"
        raise TemplateFailedError(place, error.message or "it is not valid") from error
    except jinja2.TemplateNotFound as error:
        place = f"{_SHIPPED}{error.name or page.template}"
        raise TemplateFailedError(place, "there is no such template") from error
    except jinja2.TemplateError as error:
        place = _place(error.__traceback__) or _SHIPPED + page.template
        raise TemplateFailedError(place, error.message or "it failed") from error
    # Once for the whole page: for each value printed it took a fifth of a build.
    return printable(text).encode("utf-8")


def _place(trace: TracebackType | None) -> str:
    """File and line of the innermost template in *trace*, "" if there is none."""
    place = ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(_SHIPPED):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
