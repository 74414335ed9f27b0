"""The table of contents: from the files of a project to its site, in order.

Every stage hands on values and problems; nothing here knows how a stage works. What
`dateline extract` does is told in `extraction`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import notes
from generator.built import BuildReport, LastBuild
from generator.checks import (
    as_of_problems,
    findings,
    languages_not_read,
    links_to_unpublished,
)
from generator.checks import check as check_content
from generator.config import Project
from generator.disk import Files
from generator.files import ProjectLock
from generator.making import make
from generator.media import forget_others, read_pictures
from generator.model.each import Each, in_turn, once, settling
from generator.model.edtf import Edtf
from generator.model.entities import Entity
from generator.model.events import Event
from generator.model.media import Pictures
from generator.model.progress import UNWATCHED, Progress
from generator.model.publication import as_of, published
from generator.model.sources import Document, Source
from generator.model.timeline import Content, Page, Timeline
from generator.pages import Resources, Site, check_links, words_problems
from generator.problems import Problem, has_errors
from generator.publish import check_output, domain_problems, size_problems, staged
from generator.resources import find_resources, resource_problems
from generator.settings import SiteConfig
from generator.sources import read_documents
from generator.store import Store, read_content, read_store, with_excerpts
from generator.work.between_builds import BetweenBuilds


@dataclass(frozen=True, slots=True)
class SiteReport:
    """A site whose files are made when they are asked for, of `resources`. Both are
    None when problems keep it from being shown; only then are these all there are,
    sorted."""

    site: Site | None
    resources: Resources | None
    problems: list[Problem]


def preview(project: Project, disk: Files, each: Each = in_turn) -> SiteReport:
    """The site as `build` would write it, but nothing is written.

    *disk* may remember what it read for the preview before this one, and *each* what
    was made of it. That every link of a page leads somewhere is told by `build` alone.
    """
    root = project.root
    documents, unread = disk.kept(
        "documents",
        partial(
            read_documents, project.seeds, root, project.texts, disk=disk, each=each
        ),
    )
    content, misread = read_content(project.content, root, disk, each)
    pictures, odd = disk.kept("pictures", partial(read_pictures, project, disk))
    pictures = once(each, _settled_pictures, pictures)
    problems = [*unread, *misread, *odd, *findings(content, documents, pictures, each)]
    found = disk.kept("resources", partial(find_resources, root))
    problems += words_problems(project.site.language, found.templates)
    shown = published(content, project.site.publish)
    problems += links_to_unpublished(content, shown)
    if has_errors(problems):
        problems += languages_not_read(content, documents, _reads_dates_in)
        return SiteReport(None, None, with_excerpts(set(problems), root))
    resources, settings, texts = once(
        each, _settled, (found, project.site, tuple(documents))
    )
    things = (content.events, content.sources, content.entities, content.pages)
    names = content.names_found_by
    make = partial(_site, each, resources, settings, texts, pictures, names)
    return SiteReport(once(each, make, things), resources, problems)


_Settled = tuple[Resources, SiteConfig, tuple[Document, ...]]
_Things = tuple[
    tuple[Event, ...], tuple[Source, ...], tuple[Entity, ...], tuple[Page, ...]
]


@settling
def _settled_pictures(pictures: Pictures) -> Pictures:
    return pictures


@settling
def _settled(given: _Settled) -> _Settled:
    return given


def _site(
    each: Each,
    resources: Resources,
    settings: SiteConfig,
    documents: Sequence[Document],
    pictures: Pictures,
    names_found_by: str,
    things: _Things,
) -> Site:
    """The site of what stands in the files; the same one while nothing changed."""
    content = Content(*things, names_found_by=names_found_by)
    content = published(content, settings.publish)
    timeline = Timeline.of(content, documents, each)
    return Site(timeline, settings, resources, each, pictures)


def build(
    project: Project,
    out: Path | None = None,
    *,
    until: Edtf | None = None,
    jobs: int | None = None,
    last: LastBuild | None = None,
    progress: Progress = UNWATCHED,
) -> BuildReport:
    """Turn the content into a site, unless a statement in it is not proven.

    *until* leaves out what was published after that day. Pages are made by *jobs*
    processes; None: by as many as there are processors, if they are worth it. *last*
    is what is remembered of the last build of the same, for whoever looked already.
    *progress* hears how far it is.
    """
    out = out or project.output
    check_output(project, out)
    with ProjectLock(project.lock):
        last = last.latest() if last else LastBuild(project, out, str(until))
        each = BetweenBuilds(project.kept)
        content, documents, problems = _read(project, each, progress)
        progress.stage("pictures")
        pictures, more = read_pictures(project, remember=True)
        progress.stage("checks")
        problems += [*more, *set(findings(content, documents, pictures, each))]
        resources = find_resources(project.root)
        problems += resource_problems(project.root)
        problems += words_problems(project.site.language, resources.templates)
        if has_errors(problems):
            return _refused(problems, project)
        all_of_it = content
        if until is not None:
            problems += as_of_problems(content, until)
            content = as_of(content, until)
        content = published(content, project.site.publish)
        problems += links_to_unpublished(all_of_it, content)
        if has_errors(problems):
            return _refused(problems, project)
        progress.stage("timeline")
        timeline = Timeline.of(content, documents, each)
        site = Site(timeline, project.site, resources, each, pictures)
        with staged(out, project.spare, last.published) as staging:
            known = notes.read(last.notes)
            made = make(site, staging, known, jobs, progress)
            progress.stage("links")
            changed = made.changed(known) if known.parts else None
            problems += check_links(made.links, site.file, known.links, changed)
            if has_errors(problems):
                return _refused(problems, project)
            progress.stage("publishing")
            done = staging.publish(made.paths)
        problems += size_problems(done.size, out.name)
        forget_others(pictures, project)
        problems = with_excerpts(problems, project.root)
        counts = done.written, done.unchanged, done.removed
        made_of = last, each, content, documents, site, known, made
        report = BuildReport(out, *counts, problems, made_of)
        # Before another build may write there.
        last.keep(report, done.mark, notes.written(made))
        each.keep()
    return report


def check(project: Project, progress: Progress = UNWATCHED) -> list[Problem]:
    """Everything that is wrong in the project, sorted by place."""
    progress.stage("reading articles")
    documents, problems = read_documents(project.seeds, project.root, project.texts)
    progress.stage("reading content")
    store, more = read_store(project)
    progress.stage("checks")
    problems += [*more, *faults(project, store, documents)]
    problems += [*domain_problems(project.root), *resource_problems(project.root)]
    return with_excerpts(set(problems), project.root)


def faults(
    project: Project, store: Store, documents: Sequence[Document]
) -> list[Problem]:
    """What is wrong in a project that could be read, without excerpts."""
    from generator.store.edits import reminders  # which a build does not ask for

    problems = languages_not_read(store.content, documents, _reads_dates_in)
    problems += _problems_of(project, store.content, documents)
    shown = published(store.content, project.site.publish)
    problems += links_to_unpublished(store.content, shown)
    problems += reminders(store, documents)
    templates = find_resources(project.root).templates
    return [*problems, *words_problems(project.site.language, templates)]


def _read(
    project: Project, each: BetweenBuilds, progress: Progress
) -> tuple[Content, list[Document], list[Problem]]:
    root, disk = project.root, each.files
    progress.stage("reading articles")
    documents, problems = read_documents(
        project.seeds, root, project.texts, disk=disk, each=each
    )
    progress.stage("reading content")
    content, more = read_content(project.content, root, disk, each)
    return (
        content,
        documents,
        [*problems, *more, *languages_not_read(content, documents, _reads_dates_in)],
    )


def _problems_of(
    project: Project, content: Content, documents: Sequence[Document]
) -> list[Problem]:
    """What is wrong in *content*, and with the pictures that it shows."""
    pictures, problems = read_pictures(project)
    return [*problems, *check_content(content, documents, pictures)]


def _reads_dates_in(language: str) -> bool:
    """True for a language with a grammar of its dates."""
    from generator.timex import reads_dates_in  # hardly a project has such a text

    return reads_dates_in(language)


def _refused(problems: list[Problem], project: Project) -> BuildReport:
    return BuildReport(None, 0, 0, 0, with_excerpts(problems, project.root))
