"""Content and documents into everything that a person should look at in them. Pure.

`check` holds each statement against its source, each link against what it names, and
each date against what its passages say; all files are judged in one run. `passages`
finds what a person wants to quote, `drift` what became of a quotation,
`possibly_one` which events may be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from generator.checks.accounts import account_problems
from generator.checks.addresses import address_problems
from generator.checks.dates import (
    as_of_problems,
    date_problems,
    source_date_problems,
)
from generator.checks.drift import Drift, Fate, drift
from generator.checks.finding import likely_passage, passages
from generator.checks.known import Known, known_of
from generator.checks.languages import languages_not_read
from generator.checks.likeness import pairs_to_judge, possibly_one
from generator.checks.links import link_problems, links_in_text, links_to_unpublished
from generator.checks.names import (
    Thing,
    copied_events,
    document_names,
    name_of,
    name_problems,
    shared_labels,
)
from generator.checks.pictures import (
    folder_problems,
    picture_problems,
    pictures_of,
)
from generator.checks.proofs import proof_problems
from generator.checks.sources import source_problems
from generator.checks.tags import odd_tags, tag_problems, tags_of
from generator.checks.twins import passages_of, sharing, told, twin_problems
from generator.model.each import Each, in_turn, kept, once, settling
from generator.model.events import Event, Status
from generator.model.media import NO_PICTURES, Pictures
from generator.model.sources import Document
from generator.model.timeline import Content
from generator.problems import Problem

__all__ = [
    "Drift",
    "Fate",
    "as_of_problems",
    "check",
    "drift",
    "findings",
    "languages_not_read",
    "likely_passage",
    "links_to_unpublished",
    "pairs_to_judge",
    "passages",
    "possibly_one",
]


def check(
    content: Content,
    documents: Sequence[Document],
    pictures: Pictures = NO_PICTURES,
) -> list[Problem]:
    """What is wrong in *content*, sorted by place, each thing once."""
    return sorted(set(findings(content, documents, pictures)))


def findings(
    content: Content,
    documents: Sequence[Document],
    pictures: Pictures,
    each: Each = in_turn,
) -> Iterator[Problem]:
    """What is wrong in *content*, in no order.

    What is found in one file depends on it and on `Known` alone; what several files
    do to each other, on what is told of each in brief. So *each* may know it again.
    """
    events, sources, entities = content.events, content.sources, content.entities
    documents, unread = tuple(documents), once(each, _settled, content.unread)
    things: tuple[Thing, ...] = (*events, *sources, *entities, *content.pages)
    names = tuple(each(name_of, things))
    known = once(each, known_of, (names, unread, sources, entities, documents))
    odd = once(each, odd_tags, tuple(each(tags_of, events)))
    in_files = (
        tuple(each(partial(_in_event, known), events)),
        tuple(each(partial(links_in_text, known.files), things)),
        tuple(each(partial(picture_problems, pictures, known), events)),
        tuple(each(partial(tag_problems, odd), events)),
        tuple(each(source_date_problems, sources)),
        tuple(each(address_problems, sources)),
    )
    yield from once(each, _all_of, in_files)
    shown = tuple(each(pictures_of, events))
    yield from once(each, folder_problems, (pictures, shown))
    yield from once(each, name_problems, names)
    yield from once(each, document_names, documents)
    yield from once(each, shared_labels, entities)
    alike = once(each, sharing, tuple(each(passages_of, events)))
    suspects = tuple(each(told, [events[number] for number in alike]))
    copies = once(each, copied_events, names)
    yield from once(each, partial(twin_problems, copies), suspects)
    yield from once(each, source_problems, (sources, unread, documents))


def _all_of(found: Iterable[Iterable[Sequence[Problem]]]) -> list[Problem]:
    return list(chain.from_iterable(chain.from_iterable(found)))


@kept
@settling
def _in_event(known: Known, event: Event) -> list[Problem]:
    """What is wrong in the file of *event*. What is rejected is published nowhere, so
    it need not be proven."""
    found = [*link_problems(event, known)]
    if event.status is not Status.REJECTED:
        found += proof_problems(event, known)
        found += account_problems(event, known)
        found += date_problems(event, known.issued, known.newest)
    return found


@settling
def _settled(names: frozenset[str]) -> frozenset[str]:
    return names
