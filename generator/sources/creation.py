"""Says when a document was written, as far as it says so itself, and how we know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.edtf import Edtf, EdtfError, Form, Precision, parse_edtf
from generator.model.sources import (
    Block,
    BlockKind,
    CreationTime,
    Document,
    Source,
)
from generator.sources.cues import DATELINE
from generator.sources.date_lines import dated_line
from generator.sources.dates import (
    WrittenDate,
    date_in_line,
    date_in_name,
    last_before,
    written_dates,
)
from generator.sources.metadata import stated_of

_TOLD = frozenset({BlockKind.BODY, BlockKind.CAPTION})
"""Blocks in which an article reports; teasers speak for other articles."""

_AHEAD = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|to be|is to|are to|plans?|planned"
    r"|planning|expect(?:s|ed)?|scheduled|due|set to|slated|intend(?:s|ed)?|deadline"
    r"|starting|begins?|beginning|by|until|till|before|from|ahead of|next|upcoming"
    r"|threat(?:s|en(?:s|ed)?)?|proposes?|if)\b",
    re.IGNORECASE,
)
"""Words near a date that let it lie after the day of writing."""

_PAST = re.compile(
    r"\b(?:was|were|had|did|has|have|been|\w{2,}ed|came|went|took|made|met|said|held|won"
    r"|lost|began|left|told|fell|rose|struck|hit|shot|sank|flew|spoke|gave|became|broke"
    r"|wrote|sent|built|cut|led|found|saw|got|sold|bought|brought)\b"
)

_URL_LINE = re.compile(
    r"^[ \t]*(?:(?:source|url|link)[ \t]*:[ \t]*)?(https?://\S+)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_IN_UTC = re.compile(r":\d\d(?:\.\d+)?(?:Z|[+-]00:?00)$")
_WHOLE_DAYS = frozenset({Precision.DAY, Precision.TIME})


def creation_time(document: Document, source: Source | None) -> CreationTime:
    """When *document* was written: stated, bounded, or not known.

    The editor's `issued:` wins; then a file beside the seed; then what the page or
    the text states; then the file's name and an address in the text; then the latest
    day that it reports as past.
    """
    if source is not None and source.issued is not None:
        return _of_card(source.issued, "The source's card says so.")
    if beside := _beside(document):
        return beside
    for day, reason in _stated(document):
        iso = day.isoformat()
        return CreationTime(iso, reason, issued=iso, not_before=iso)
    return _bound(document)


def _beside(document: Document) -> CreationTime | None:
    """What the file beside the seed says: a day in any spelling, or a vaguer date."""
    for stated in document.stated:
        if stated.beside and stated.name == "issued":
            written = stated.values[0]
            day = date_in_line(written)
            try:
                issued = parse_edtf(day.isoformat() if day else written)
            except EdtfError:  # reported where the file is read
                continue
            return _of_card(issued, f"{stated.by} gives “{written}”.")
    return None


def _of_card(issued: Edtf, reason: str) -> CreationTime:
    day = issued.first
    first = f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day else None
    whole_day = issued.form is Form.DATE and issued.precision in _WHOLE_DAYS
    return CreationTime(
        str(issued),
        reason,
        issued=first if whole_day else None,
        not_before=first,
    )


def _stated(document: Document) -> Iterator[tuple[date, str]]:
    """Every day that something states the document is of, the firmest first."""
    declared = list(_declared(document, "issued"))
    printed = _date_lines(document)
    if declared and declared[0].in_utc:
        # The day in London may be the day before the newspaper's own.
        yield from (p for p in printed if abs((p[0] - declared[0].day).days) == 1)
    yield from ((found.day, found.reason) for found in declared)
    yield from printed
    yield from ((found.day, found.reason) for found in _declared(document, "shown"))
    if day := date_in_name(document.id):
        yield day, f"The file's name has the date {day.isoformat()}."
    addresses = [s.values[0] for s in document.stated if s.name == "url"]
    for address in addresses:
        if day := date_in_name(address):
            yield day, f"The page's address has the date {day.isoformat()}."
    for match in _URL_LINE.finditer(document.text):
        if day := date_in_name(match[1]):
            yield day, f"The address in the text has the date {day.isoformat()}."


@dataclass(frozen=True, slots=True)
class _Declared:
    """A day that stands in a field. *in_utc*: not the day where it was written."""

    day: date
    reason: str
    in_utc: bool


def _declared(document: Document, name: str) -> Iterator[_Declared]:
    for stated in stated_of(document):
        if stated.name == name and (day := date_in_line(stated.values[0])):
            written = stated.values[0]
            reason = f"{stated.by} gives “{written}”."
            yield _Declared(day, reason, bool(_IN_UTC.search(written)))


def _date_lines(document: Document) -> list[tuple[date, str]]:
    """Days in date lines and datelines; those of first publication lead.

    A dateline without its year is of the last such day before the change that
    another line dates; with no such line it says nothing.
    """
    first: list[tuple[date, str]] = []
    later: list[tuple[date, str]] = []
    without_year: list[tuple[str, str]] = []
    for block in document.blocks:
        if block.kind is not BlockKind.DATELINE or block.story:
            continue
        line = " ".join(document.text[block.start : block.end].split())
        dateline = DATELINE.match(line + " -")
        dated = dated_line(line.strip("*_# "), among_names=True)
        if dated and dated.published:
            says = "says" if dated.labelled else "has the line"
            first.append((dated.published, f"The text {says} “{line}”."))
        elif dated and dated.updated:
            later.append((dated.updated, f"The text says “{line}”."))
        elif dateline and dateline["date"]:
            day = date_in_line(dateline["date"])
            if day:
                first.append((day, f"The text's dateline is “{line}”."))
            else:
                without_year.append((dateline["date"], line))
    for written, line in without_year if not first else []:
        for latest, reason in later:
            if day := last_before(written, latest):
                reason = reason.replace("The text", "the text", 1)
                first.append((day, f"The text's dateline is “{line}”, and {reason}"))
    return first + later


def _bound(document: Document) -> CreationTime:
    """The latest date that the document itself reports as past bounds it."""
    told = [
        (found, sentence)
        for block in document.blocks
        if block.kind in _TOLD and block.story == 0
        for sentence in _stretches(document.text, block)
        for found in _past_dates(sentence, block.kind)
    ]
    if not told:
        return CreationTime(None, "Nothing in the text says when it was written.")
    latest, sentence = max(told, key=lambda pair: (pair[0].first, pair[0].day or 0))
    phrase = sentence[latest.start : latest.end]
    return CreationTime(
        f"{latest}/..",
        f"It tells of “{phrase}” as past, and of nothing later.",
        not_before=latest.first.isoformat(),
    )


_END_OF_SENTENCE = re.compile(r"(?<=[a-z0-9)”\"’])[.!?]\s+(?=[A-Z“\"])")


def _stretches(text: str, block: Block) -> Iterator[str]:
    """Sentences, roughly: enough to see the words near a date."""
    at = block.start
    for match in _END_OF_SENTENCE.finditer(text, block.start, block.end):
        yield text[at : match.start()]
        at = match.end()
    yield text[at : block.end]


def _past_dates(sentence: str, kind: BlockKind) -> list[WrittenDate]:
    """The dates that *sentence* tells of as past: no word before one looks ahead."""
    dates = written_dates(sentence)
    if not dates or re.search(r"\bwill\b", sentence):
        return []
    if kind is not BlockKind.CAPTION and not _PAST.search(sentence):
        return []
    return [found for found in dates if not _looks_ahead(sentence, found)]


FAR = 500
"""Code points before a date, in which its clause has its last words."""


def _looks_ahead(sentence: str, found: WrittenDate) -> bool:
    before = sentence[max(0, found.start - FAR) : found.start].rstrip(", ")
    clause = re.split(r"[;:—–]|,(?!\s*\d)", before)[-1]
    return bool(_AHEAD.search(" ".join(clause.split()[-8:])))
