"""The table of contents: what each command does, in the order in which it does it.

Every stage hands on values and problems; nothing here knows how a stage works.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.built import BuildReport, LastBuild
from generator.checks import (
    as_of_problems,
    findings,
    languages_not_read,
    possibly_one,
)
from generator.checks import check as check_content
from generator.config import Project, SiteConfig
from generator.disk import Files
from generator.extract import Reading, name_finder, propose
from generator.files import ProjectLock
from generator.listings import event_data, mention_data
from generator.media import forget_others, read_pictures
from generator.model.each import Each, in_turn, once, settling
from generator.model.edtf import Edtf
from generator.model.entities import Entity
from generator.model.events import Event, Proposals, SourceProposal
from generator.model.media import Pictures
from generator.model.publication import as_of, published
from generator.model.sources import CreationTime, Document, Source, language_of_source
from generator.model.timeline import Content, Page, Timeline
from generator.model.timex import Timex3
from generator.pages import Resources, Site, check_links, render, words_problems
from generator.problems import Problem, has_errors
from generator.publish import check_output, publish
from generator.resources import find_resources
from generator.sources import (
    creation_time,
    describe,
    keep_texts,
    read_documents,
    texts_to_keep,
)
from generator.store import (
    apply,
    known_by_people,
    moved,
    read_content,
    read_store,
    reminders,
    revise,
    with_excerpts,
    with_method,
    with_suggestions,
)
from generator.timex import reads_dates_in, timexes
from generator.work import Tell, Workers, working

ALONE = Workers(jobs=1)
"""This process does all the work."""


@dataclass(frozen=True, slots=True)
class ExtractReport:
    """What an extraction changed, or with a plan would change.

    `changes` holds one line a file, as paths relative to the project. `pending`
    is True when something would be written. `written` are the paths of the files
    that were, without the tool's own records. `names` tells how names were found.
    `left_out` counts the events that are too far down the ranking to get a file.
    """

    changes: tuple[str, ...]
    pending: bool
    written: tuple[str, ...]
    problems: list[Problem]
    names: str = ""
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found, for programs, one after the other; and what was not read."""

    found: Iterator[dict[str, Any]]
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class SiteReport:
    """A site whose files are made when they are asked for, of `resources`. Both are
    None when problems keep it from being shown; only then are these all there are,
    sorted."""

    site: Site | None
    resources: Resources | None
    problems: list[Problem]


def extract(
    project: Project,
    *,
    plan: bool = False,
    accept_deletions: bool = False,
    workers: Workers = ALONE,
    tell: Tell | None = None,
) -> ExtractReport:
    """Propose events for the seeds; what people wrote stays as it is.

    With *plan* nothing is written: the report says what would be. That many files
    are gone at once is taken for an accident unless *accept_deletions* says not.
    The result is the same whoever the *workers* are; *tell* hears how far they are.
    """
    with nullcontext() if plan else ProjectLock(project.lock):
        documents, problems = read_documents(
            project.seeds, project.root, project.texts, again=True
        )
        store, more = read_store(project)
        with working(workers, project.memory, read_only=plan, tell=tell) as each:
            proposals = _proposals(project, known_by_people(store), documents, each)
        revision = revise(
            store, proposals, documents, accept_deletions=accept_deletions
        )
        revision = with_suggestions(revision, project)
        names = name_finder(project.extract.names).says
        revision = with_method(revision, names, project)
        texts = texts_to_keep(documents, project.texts, project.root)
        problems += [*more, *proposals.problems, *revision.problems]
        written: tuple[str, ...] = ()
        if plan:
            content = store.content
            problems += languages_not_read(content, documents, reads_dates_in)
            problems += _problems_of(project, content, documents)
        else:
            # The texts first: what is proposed next is proven against them.
            keep_texts(texts, project.root)
            applied = apply(revision, project)
            problems = [*moved(problems, revision, applied.content), *applied.problems]
            problems += check(project)
            written = (*(text.path for text in texts), *applied.content)
            content, _ = read_content(project.content, project.root)
        problems += possibly_one(content, revision.suggestions)
    return ExtractReport(
        (*map(str, texts), *map(str, revision.changes)),
        bool(texts) or revision.pending,
        written,
        # The check after writing reads everything again, and tells of it again.
        with_excerpts(set(problems), project.root),
        names,
        revision.left_out,
    )


def preview(project: Project, disk: Files, each: Each = in_turn) -> SiteReport:
    """The site as `build` would write it, but nothing is written.

    *disk* may remember what it read for the preview before this one, and *each* what
    was made of it. That every link of a page leads somewhere is told by `build` alone.
    """
    root = project.root
    documents, unread = disk.kept(
        "documents",
        partial(read_documents, project.seeds, root, project.texts, disk=disk),
    )
    content, misread = read_content(project.content, root, disk, each)
    pictures, odd = disk.kept("pictures", partial(read_pictures, project, disk))
    pictures = once(each, _settled_pictures, pictures)
    problems = [*unread, *misread, *odd, *findings(content, documents, pictures, each)]
    found = disk.kept("resources", partial(find_resources, root))
    problems += words_problems(project.site.language, found.templates)
    if has_errors(problems):
        problems += languages_not_read(content, documents, reads_dates_in)
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
    project: Project, out: Path | None = None, *, until: Edtf | None = None
) -> BuildReport:
    """Turn the content into a site, unless a statement in it is not proven.

    *until* leaves out what was published after that day.
    """
    out = out or project.output
    check_output(project, out)
    with ProjectLock(project.lock):
        last = LastBuild(project, out, str(until))
        content, documents, problems = _read(project)
        pictures, more = read_pictures(project, remember=True)
        problems += [*more, *check_content(content, documents, pictures)]
        resources = find_resources(project.root)
        problems += words_problems(project.site.language, resources.templates)
        if has_errors(problems):
            return _refused(problems, project)
        if until is not None:
            problems += as_of_problems(content, until)
            content = as_of(content, until)
        timeline = Timeline.of(published(content, project.site.publish), documents)
        files = render(timeline, project.site, resources, pictures)
        problems += check_links(files)
        if has_errors(problems):
            return _refused(problems, project)
        done = publish(files, out)
        forget_others(pictures, project)
        problems = with_excerpts(problems, project.root)
        report = BuildReport(out, done.written, done.unchanged, done.removed, problems)
        # Before another build may write there.
        last.keep(report)
    return report


def check(project: Project) -> list[Problem]:
    """Everything that is wrong in the project, sorted by place."""
    documents, problems = read_documents(project.seeds, project.root, project.texts)
    store, more = read_store(project)
    problems += [*more, *languages_not_read(store.content, documents, reads_dates_in)]
    problems += _problems_of(project, store.content, documents)
    problems += reminders(store, documents)
    templates = find_resources(project.root).templates
    problems += words_problems(project.site.language, templates)
    return with_excerpts(set(problems), project.root)


def mentions(
    project: Project, workers: Workers = ALONE, tell: Tell | None = None
) -> Listing:
    """Every sentence that tells of an event, in the order of the sources."""
    content, documents, problems = _read_for_listing(project)
    with working(workers, project.memory, read_only=True, tell=tell) as each:
        found = _proposals(project, content, documents, each).mentions
    return Listing(map(mention_data, found), with_excerpts(problems, project.root))


def events(
    project: Project, workers: Workers = ALONE, tell: Tell | None = None
) -> Listing:
    """Every event that the sources tell of, merged, the most salient first."""
    content, documents, problems = _read_for_listing(project)
    texts = {document.id: document.text for document in documents}
    with working(workers, project.memory, read_only=True, tell=tell) as each:
        proposals = _proposals(project, content, documents, each)
    found = (*proposals.events, *proposals.lower)
    taken: set[str] = set()
    return Listing(
        (event_data(event, texts, taken) for event in found),
        with_excerpts(problems, project.root),
    )


def _read(project: Project) -> tuple[Content, list[Document], list[Problem]]:
    documents, problems = read_documents(project.seeds, project.root, project.texts)
    content, more = read_content(project.content, project.root)
    return (
        content,
        documents,
        [*problems, *more, *languages_not_read(content, documents, reads_dates_in)],
    )


def _problems_of(
    project: Project, content: Content, documents: Sequence[Document]
) -> list[Problem]:
    """What is wrong in *content*, and with the pictures that it shows."""
    pictures, problems = read_pictures(project)
    return [*problems, *check_content(content, documents, pictures)]


def _read_for_listing(
    project: Project,
) -> tuple[Content, list[Document], list[Problem]]:
    """What `extract` reads, without its writing anything."""
    _, documents, problems = _read(project)
    store, _ = read_store(project)
    return known_by_people(store), documents, problems


def _proposals(
    project: Project, content: Content, documents: Sequence[Document], each: Each
) -> Proposals:
    """What a reading of all *documents* proposes, with what editors know of them.

    *each* does what can be done for each document alone.
    """
    cards = {source.id: source for source in content.sources}
    known = [(d, _reads_by(cards.get(d.id))) for d in documents]
    readings = []
    descriptions = []
    for document, (created, times, card) in zip(
        documents, each(_read_one, known), strict=True
    ):
        readings.append(Reading(document, created, times))
        descriptions.append(card)
    tags = {tag for event in content.events for tag in event.tags}
    proposed = propose(readings, content.entities, project.extract, each, tags)
    return replace(proposed, sources=tuple(descriptions))


def _reads_by(card: Source | None) -> Source | None:
    """What of a *card* the reading of its document depends on."""
    return card and Source(card.id, issued=card.issued, language=card.language)


def _read_one(
    known: tuple[Document, Source | None],
) -> tuple[CreationTime, tuple[Timex3, ...], SourceProposal]:
    """When a document was written, its time expressions, and what it says of itself."""
    document, card = known
    created = creation_time(document, card)
    times = timexes(
        document.text,
        created.issued,
        not_before=created.not_before,
        language=language_of_source(document, card),
    )
    return created, tuple(times), describe(document, created)


def _refused(problems: list[Problem], project: Project) -> BuildReport:
    return BuildReport(None, 0, 0, 0, with_excerpts(problems, project.root))
