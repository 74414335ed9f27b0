"""What `dateline extract` does, in order: from articles to proposals in their files.

Every stage hands on values and problems; nothing here knows how a stage works.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Any

from generator.checks import check as check_content
from generator.checks import languages_not_read, possibly_one
from generator.config import Project
from generator.extract import Reading, name_finder, propose
from generator.files import ProjectLock
from generator.listings import event_data, mention_data
from generator.media import read_pictures
from generator.model.each import Each
from generator.model.events import Proposals, SourceProposal
from generator.model.progress import UNWATCHED, Progress
from generator.model.sources import (
    Block,
    CreationTime,
    Document,
    Source,
    language_of_source,
)
from generator.model.timeline import Content
from generator.model.timex import Timex3
from generator.pipeline import faults
from generator.problems import Problem
from generator.sources import keep_texts, read_documents, texts_to_keep
from generator.sources.card import describe
from generator.sources.creation import creation_time
from generator.store import read_store, with_excerpts
from generator.store.edits import (
    apply,
    known_by_people,
    moved,
    revise,
    with_method,
    with_suggestions,
)
from generator.timex import reads_dates_in, timexes
from generator.work import Workers, working

ALONE = Workers(jobs=1)
"""This process does all the work."""

ROUNDS = ("dates in articles", "names in articles", "events in articles")
"""What a reading does with each document alone, as its progress is told."""


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


def extract(
    project: Project,
    *,
    plan: bool = False,
    accept_deletions: bool = False,
    workers: Workers = ALONE,
    progress: Progress = UNWATCHED,
) -> ExtractReport:
    """Propose events for the seeds; what people wrote stays as it is.

    With *plan* nothing is written: the report says what would be. That many files
    are gone at once is taken for an accident unless *accept_deletions* says not.
    The result is the same whoever the *workers* are; *progress* hears how far they are.
    """
    with nullcontext() if plan else ProjectLock(project.lock):
        progress.stage("reading articles")
        documents, problems = read_documents(
            project.seeds, project.root, project.texts, again=True
        )
        progress.stage("reading content")
        store, more = read_store(project)
        with _reading(project, workers, progress, read_only=plan) as each:
            proposals = _proposals(project, known_by_people(store), documents, each)
        progress.stage("comparing with content")
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
            pictures, more = read_pictures(project)
            problems += [*more, *check_content(content, documents, pictures)]
        else:
            # The texts first: what is proposed next is proven against them.
            progress.stage("writing")
            keep_texts(texts, project.root)
            applied = apply(revision, project)
            problems = [*moved(problems, revision, applied.content), *applied.problems]
            if texts:
                documents, more = read_documents(
                    project.seeds, project.root, project.texts
                )
                problems += more
            if revision.pending:
                progress.stage("reading content")
                store, more = read_store(project, store)
                problems += more
            progress.stage("checks")
            problems += faults(project, store, documents)
            written = (*(text.path for text in texts), *applied.content)
            content = store.content
        problems += possibly_one(content, revision.suggestions)
    return ExtractReport(
        (*map(str, texts), *map(str, revision.changes)),
        bool(texts) or revision.pending,
        written,
        # What was written is read again, and told of again.
        with_excerpts(set(problems), project.root),
        names,
        revision.left_out,
    )


def mentions(
    project: Project, workers: Workers = ALONE, progress: Progress = UNWATCHED
) -> Listing:
    """Every sentence that tells of an event, in the order of the sources."""
    content, documents, problems = _read_for_listing(project, progress)
    with _reading(project, workers, progress, read_only=True) as each:
        found = _proposals(
            project, content, documents, each, with_mentions=True
        ).mentions
    return Listing(map(mention_data, found), with_excerpts(problems, project.root))


def events(
    project: Project, workers: Workers = ALONE, progress: Progress = UNWATCHED
) -> Listing:
    """Every event that the sources tell of, merged, the most salient first."""
    content, documents, problems = _read_for_listing(project, progress)
    texts = {document.id: document.text for document in documents}
    with _reading(project, workers, progress, read_only=True) as each:
        proposals = _proposals(project, content, documents, each)
    found = (*proposals.events, *proposals.lower)
    taken: set[str] = set()
    return Listing(
        (event_data(event, texts, taken) for event in found),
        with_excerpts(problems, project.root),
    )


def _read_for_listing(
    project: Project, progress: Progress
) -> tuple[Content, list[Document], list[Problem]]:
    """What `extract` reads, without its writing anything."""
    progress.stage("reading articles")
    documents, problems = read_documents(project.seeds, project.root, project.texts)
    progress.stage("reading content")
    store, more = read_store(project)
    more += languages_not_read(store.content, documents, reads_dates_in)
    return known_by_people(store), documents, [*problems, *more]


def _proposals(
    project: Project,
    content: Content,
    documents: Sequence[Document],
    each: Each,
    *,
    with_mentions: bool = False,
) -> Proposals:
    """What a reading of all *documents* proposes, with what editors know of them.

    *each* does what can be done for each document alone.
    """
    cards = {source.id: source for source in content.sources}
    known = [(d, _reads_by(cards.get(d.id))) for d in documents]
    readings = []
    descriptions = []
    for document, (created, times, card, blocks) in zip(
        documents, each(_read_one, known), strict=True
    ):
        readings.append(Reading(replace(document, blocks=blocks), created, times))
        descriptions.append(card)
    tags = {tag for event in content.events for tag in event.tags}
    proposed = propose(
        readings,
        content.entities,
        project.extract,
        each,
        tags,
        with_mentions=with_mentions,
    )
    return replace(proposed, sources=tuple(descriptions))


def _reading(
    project: Project, workers: Workers, progress: Progress, *, read_only: bool
) -> AbstractContextManager[Each]:
    """How the functions of a reading are applied, each of its rounds a stage."""
    return working(
        workers,
        project.memory,
        read_only=read_only,
        progress=progress,
        rounds=ROUNDS,
    )


def _reads_by(card: Source | None) -> Source | None:
    """What of a *card* the reading of its document depends on; None for nothing."""
    if card is None or (card.issued is None and not card.language):
        return None
    return Source(card.id, issued=card.issued, language=card.language)


def _read_one(
    known: tuple[Document, Source | None],
) -> tuple[CreationTime, tuple[Timex3, ...], SourceProposal, tuple[Block, ...]]:
    """When a document was written, its time expressions, what it says of itself, and
    its blocks, which another process may have found."""
    document, card = known
    created = creation_time(document, card)
    times = timexes(
        document.text,
        created.issued,
        not_before=created.not_before,
        language=language_of_source(document, card),
    )
    described = describe(document, created)
    return created, tuple(times), described, tuple(document.blocks)
