"""Dates against each other: an event's against what its passages say, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.tools import at, error, note, warning
from generator.model.date_words import in_words
from generator.model.each import settling
from generator.model.edtf import Edtf, Form, Precision
from generator.model.events import Event, Factuality, cited_sources
from generator.model.sources import Source
from generator.model.timeline import Content
from generator.problems import Problem

_FROM_FINE = list(Precision)

Issued = Mapping[str, Edtf | None]
"""When each source with a card was published, by its id."""


def date_problems(
    event: Event, issued: Issued, newest: Edtf | None
) -> Iterator[Problem]:
    """What is wrong with the date of *event*: its passages say another, or it cannot
    be. *issued* are the dates of publication of the sources, *newest* is the last day
    that one of all is known by."""
    yield from _against_passages(event)
    yield from _finer_than_said(event)
    yield from _after_its_sources(event, issued, newest)
    yield from _unsaid(event)
    yield from _undated(event, issued)
    yield from _corrections(event)


@settling
def source_date_problems(source: Source) -> list[Problem]:
    """*source* was seen before it was published, or tells of later days."""
    issued, accessed, bound = source.issued, source.accessed, source.inferred.issued
    found = []
    if issued and accessed and _before(accessed, issued):
        found.append(
            warning(
                at(source, "accessed"),
                "accessed-before-issued",
                f"it was seen ({in_words(accessed)}) before it was published "
                f"({in_words(issued)})",
                "correct one of the two dates",
            )
        )
    copied = source.archive_date
    if issued and copied and _before(copied, issued):
        found.append(
            warning(
                at(source, "archived" if source.archived else "archive"),
                "archived-before-issued",
                f"the copy was made ({in_words(copied)}) before it was published "
                f"({in_words(issued)}), so it shows something else",
                "name a later copy, or correct the dates",
            )
        )
    if issued and bound and _before(issued, bound):
        found.append(
            warning(
                at(source, "issued"),
                "issued-too-early",
                f"{in_words(issued)} is too early: {source.inferred.because}",
                "correct the date, or take “inferred:” out if it is wrong",
            )
        )
    return found


def as_of_problems(content: Content, day: Edtf) -> list[Problem]:
    """Sources of which nobody can say that they were published by the end of *day*,
    sorted by place."""
    found = []
    for source in content.sources:
        issued = source.issued or source.inferred.issued
        first, last = (issued.first, issued.last) if issued else (None, None)
        after = first is not None and day.last is not None and first > day.last
        before = last is not None and day.last is not None and last <= day.last
        if not after and not before:
            known = (
                f"only {in_words(issued)} is known" if issued else "nothing is known"
            )
            found.append(
                warning(
                    at(source, "issued"),
                    "as-of-unknown",
                    f"this source is kept as of {in_words(day)}, but of its day of "
                    f"publication {known}",
                    "write issued: as far as you know it",
                )
            )
    return sorted(found)


def _against_passages(event: Event) -> Iterator[Problem]:
    for index, citation in enumerate(event.citations):
        said = citation.says.date
        if said is None:
            continue
        place = f"citations.{index}.says.date"
        if event.date is None:
            if "date" in event.origins:  # what is there is no date, as was said
                continue
            yield warning(
                at(event, place),
                "date-only-said",
                f"this passage says {in_words(said)}, but the event has no date",
                f'add date: "{said}"',
            )
        elif _apart(event.date, said):
            given = any(
                other.says.date is not None and not _apart(event.date, other.says.date)
                for other in event.citations
            )
            severity = warning if given else error
            yield severity(
                at(event, place),
                "date-conflict",
                f"this passage says {in_words(said)}, but the event is dated "
                f"{in_words(event.date)}",
                "correct one of the two; where sources differ, date the event as "
                "wide as they do and record each account in claims:"
                if given
                else "correct one of the two, or cite a passage that gives this date",
            )


def _finer_than_said(event: Event) -> Iterator[Problem]:
    said = [c.says.date for c in event.citations if c.says.date is not None]
    # A set or an interval may be put together from several passages.
    if event.date is None or not said or event.date.form is not Form.DATE:
        return
    finest = min((date.precision for date in said), key=_FROM_FINE.index)
    if _FROM_FINE.index(event.date.precision) < _FROM_FINE.index(finest):
        # A passage whose date was not written down may be the one that gives it.
        severity = error if len(said) == len(event.citations) else warning
        yield severity(
            at(event, "date"),
            "date-too-fine",
            f"no passage gives the {event.date.precision}: the finest says "
            f"{in_words(min(said, key=lambda d: _FROM_FINE.index(d.precision)))}",
            "cite a passage that does, or write the date as the sources give it",
        )


def _after_its_sources(
    event: Event, issued: Issued, newest: Edtf | None
) -> Iterator[Problem]:
    """For a date that no source can tell of, by what is known of when they were
    published: one that is not dated is taken to be as new as the *newest*. What day it
    is today is nowhere asked."""
    if event.date is None or event.factuality is not Factuality.HAPPENED:
        return
    dates = [issued.get(source) for source in cited_sources(event)]
    latest = [date or newest for date in dates]
    if not dates or not all(d and _before(d, event.date) for d in latest):
        return
    hint = "write factuality: planned if it was only announced"
    if newest is None or all(dates):
        later = "every source of it"
    else:
        day = in_words(newest)
        later = f"any source: of none is it known that it is newer than {day}"
        hint += ", or issued: into the cards of its sources if they are newer"
    yield warning(
        at(event, "date"),
        "date-after-sources",
        f"{in_words(event.date)} is later than {later}",
        hint,
    )


def _unsaid(event: Event) -> Iterator[Problem]:
    """A date that nothing in the file proves."""
    if event.date is None or not event.citations:
        return
    if all(citation.says.date is None for citation in event.citations):
        yield note(
            at(event, "date"),
            "date-unsaid",
            f"no passage is said to give {in_words(event.date)}",
            "below the passage that gives it, write says: with date: and phrase:",
        )


def _undated(event: Event, issued: Issued) -> Iterator[Problem]:
    """What would date an event without a date, passage by passage."""
    if event.date is not None or "date" in event.origins:
        return
    waiting = [(i, c) for i, c in enumerate(event.citations) if c.says.needs]
    for index, citation in waiting:
        dated = issued.get(citation.source) is not None
        yield note(
            at(event, f"citations.{index}.says.needs"),
            "undated",
            f"“{event.title}” has no date: “{citation.says.phrase}” needs "
            f"{citation.says.needs}",
            "write date: yourself, as far as you know it"
            if dated
            else f"write issued: into content/sources/{citation.source}.md "
            "and run `dateline extract`",
        )
    if not waiting and all(c.says.date is None for c in event.citations):
        yield note(
            event.origin,
            "undated",
            f"“{event.title}” has no date",
            "write date: when a source gives it",
        )


def _corrections(event: Event) -> Iterator[Problem]:
    for index, correction in enumerate(event.corrections):
        if correction.date.precision not in (Precision.DAY, Precision.TIME):
            yield warning(
                at(event, f"corrections.{index}.date"),
                "correction-date",
                f"a correction is made on a day, not in {in_words(correction.date)}",
                "write the day, such as 2024-06-19",
            )


def _before(one: Edtf, other: Edtf) -> bool:
    """True when all of *one* lies before all of *other*."""
    return bool(one.last and other.first and one.last < other.first)


def _apart(one: Edtf, other: Edtf) -> bool:
    """True when two dates have no day in common, and neither is vague."""
    if one.approximate or other.approximate or one.uncertain or other.uncertain:
        return False
    return _before(one, other) or _before(other, one)
