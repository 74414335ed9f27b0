"""Which proposals no source says any more, after a source was corrected under them,
and which names no event has.

Only what the tool alone wrote is ever taken back, and only while the source itself
is there: one that is missing altogether may come back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.model.entities import Entity
from generator.model.events import Event, citations_of
from generator.problems import Origin, Problem, Severity
from generator.store.layout import content_path
from generator.store.nodes import Plain
from generator.store.passages import listed, passage_key, passage_keys
from generator.store.patch import has_comment
from generator.store.proposal_values import Values
from generator.store.proposed import Record
from generator.store.reading import ContentFile
from generator.store.regenerate import as_proposed, lost_citations

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """`files`: keys of events to take back whole. `shortened`: of others, what would
    be proposed once their lost citations are gone."""

    files: tuple[str, ...]
    shortened: Mapping[str, Values]


def withdrawals(
    files: Mapping[str, ContentFile],
    records: Mapping[str, Record],
    read: Collection[str],
    texts: Texts,
) -> Withdrawals:
    """What to take back of the events that are not in *read*: nothing was read of them.

    Such an event stays as long as its passages stand. Untouched citations whose words
    do not are taken back; with the last of them the file, unless a person has touched
    anything in it.
    """
    whole: list[str] = []
    shortened: dict[str, Values] = {}
    for key in sorted(files.keys() - read):
        file, record = files[key], records.get(key)
        if file.folder != "events" or record is None or record.adopted:
            continue
        lost = lost_citations(file, record, texts)
        mine = listed(file.values, "citations")
        if lost and len(lost) < len(mine):
            shortened[key] = _without([mine[i] for i in lost], record, texts)
        elif lost and _is_the_tools_alone(file, record):
            whole.append(key)
    return Withdrawals(tuple(whole), shortened)


def unused(
    files: Mapping[str, ContentFile],
    records: Mapping[str, Record],
    used: Collection[str],
) -> list[str]:
    """Keys of the names that no event has any more and that the tool alone wrote.

    *used* are the ids that events have; who is only quoted has a name there, too.
    """
    quoted = {name for file in files.values() for name in _speakers(file.thing)}
    return [
        key
        for key, file in sorted(files.items())
        if file.folder == "entities"
        and file.id not in used
        and not quoted & _labels(file.thing)
        and (record := records.get(key)) is not None
        and not record.adopted
        and _is_the_tools_alone(file, record)
    ]


def _speakers(thing: object) -> set[str]:
    """Whom an event lets speak."""
    if not isinstance(thing, Event):
        return set()
    quoted = {claim.speaker for claim in thing.claims}
    return quoted | {citation.says.speaker for citation in citations_of(thing)}


def _labels(thing: object) -> set[str]:
    """The names of an entity."""
    return {thing.pref_label, *thing.alt_label} if isinstance(thing, Entity) else set()


def _without(lost: list[Plain], record: Record, texts: Texts) -> Values:
    """What was proposed last, without the passages *lost*."""
    gone = passage_keys({"citations": lost}, texts)
    kept: list[Plain] = [
        c
        for c in listed(record.values, "citations")
        if isinstance(c, dict)
        and not any(passage_key(c, texts).means(key) for key in gone)
    ]
    return {**record.values, "citations": kept}


def _is_the_tools_alone(file: ContentFile, record: Record) -> bool:
    """True when nobody changed a word of the file, wrote a remark, or renamed it."""
    return (
        as_proposed(file, record.values)
        and not record.formerly
        and file.path == content_path(f"{file.folder}/{file.id}")
        and not has_comment(file)
    )


def withdrawn(file: ContentFile) -> Problem:
    """The note that tells of a file that was taken back."""
    cited = [c for c in listed(file.values, "citations") if isinstance(c, dict)]
    sources = ", ".join(sorted({str(c["source"]) for c in cited}))
    return Problem(
        Origin(file.path),
        Severity.NOTE,
        "withdrawn",
        f"“{file.values.get('title', '')}” was proposed, but the words that prove it "
        f"no longer stand in {sources}, so it was taken back",
        "bring the words back into the source if they were right",
    )
