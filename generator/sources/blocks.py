"""Turns a text into blocks: headline, byline, body, captions, teasers, furniture.

The rules ask how a news page is laid out, not who made it: position, length, Title
Case, an unfinished line, a line printed twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.sources import Block, BlockKind
from generator.sources.cues import (
    ALSO_READ,
    BYLINE,
    CREDIT,
    CREDIT_ALONE,
    DATELINE,
    FURNITURE,
    OPENING_DATE,
    OPENING_TIME,
    TEASERS_BEGIN,
)
from generator.sources.date_lines import dated_line
from generator.sources.lines import Paragraph, paragraphs

LONGEST_HEADLINE = 30
LONGEST_HEADING = 16
LONGEST_CAPTION = 80
LONGEST_BYLINE = 14
"""All in words."""

_MARKUP = re.compile(r"^#{1,6}\s+|^[*_]{1,2}(?=\S)|[*_]{1,2}$")


@dataclass(slots=True)
class _Page:
    """How far the reading of a page has come."""

    headline: str = ""
    body_seen: bool = False
    teasers: bool = False
    story: int = 0
    titled: bool = False
    """The paragraph before was a teaser's title."""


def blocks(text: str, after: int = 0) -> tuple[Block, ...]:
    """The blocks of *text*, in order; what lies before *after* is metadata.

    A paragraph that the page prints twice is read once: the first copy of a
    caption or title and the longer copy of a lead keep their kind, the other is
    boilerplate.
    """
    units = [p for p in paragraphs(text) if p.start >= after]
    found: list[Block] = []
    if after:
        found.append(Block(BlockKind.BOILERPLATE, 0, after))
    page = _Page()
    for index, unit in enumerate(units):
        found += _read(page, units, index, unit)
    return tuple(found)


def _read(
    page: _Page, units: list[Paragraph], index: int, unit: Paragraph
) -> Iterator[Block]:
    before = units[index - 1] if index else None
    after = units[index + 1] if index + 1 < len(units) else None
    if _is_repetition(page, before, unit, after):
        yield Block(BlockKind.BOILERPLATE, unit.start, unit.end, page.story)
        return
    kind = _kind(page, unit, after)
    if kind is BlockKind.TEASER_TITLE:
        page.story += 1
    page.titled = kind is BlockKind.TEASER_TITLE
    if kind is BlockKind.HEADLINE:
        page.headline = _bare(unit.text)
    if kind is BlockKind.BODY:
        opens = not page.body_seen
        page.body_seen = True
        dateline = _dateline(unit) or (_opening_date(units, index) if opens else None)
        if dateline:
            cut = unit.start + dateline.end()
            yield Block(BlockKind.DATELINE, unit.start, cut)
            yield Block(BlockKind.BODY, cut, unit.end)
            return
    yield Block(kind, unit.start, unit.end, page.story)


def _is_repetition(
    page: _Page, before: Paragraph | None, unit: Paragraph, after: Paragraph | None
) -> bool:
    if before is not None and before.text == unit.text:
        return True
    if page.headline and _bare(unit.text) == page.headline:
        return True
    lead_in_full = after is not None and after.text.startswith(unit.text)
    return lead_in_full and after is not None and len(after.text) > len(unit.text)


def _kind(page: _Page, unit: Paragraph, after: Paragraph | None) -> BlockKind:
    line = _bare(unit.text)
    if FURNITURE.fullmatch(line) or ALSO_READ.fullmatch(line):
        return BlockKind.BOILERPLATE
    if TEASERS_BEGIN.fullmatch(line.rstrip(":")):
        page.teasers = True
        return BlockKind.BOILERPLATE
    if CREDIT_ALONE.fullmatch(line) and len(unit.words) <= LONGEST_BYLINE:
        return BlockKind.BOILERPLATE
    beside_headline = bool(page.headline) and not page.body_seen
    if dated_line(line, among_names=beside_headline):
        return BlockKind.DATELINE
    if _is_byline(page, unit, line):
        return BlockKind.BYLINE
    twice = after is not None and after.text == unit.text
    caption = _is_caption(unit)
    if page.headline or page.body_seen:
        if (page.teasers or (twice and page.body_seen)) and _looks_like_title(unit):
            page.teasers = page.teasers or unit.title_case
            return BlockKind.TEASER_TITLE if page.teasers else BlockKind.CAPTION
        if twice or caption:
            return BlockKind.CAPTION
    elif _looks_like_title(unit) and not caption:
        return BlockKind.HEADLINE
    if page.teasers and page.titled:
        return BlockKind.TEASER
    if caption and not page.teasers:
        return BlockKind.CAPTION
    if _is_heading(unit, after):
        return BlockKind.HEADING
    return BlockKind.TEASER if page.teasers else BlockKind.BODY


def _bare(text: str) -> str:
    """*text* without the marks of a Markdown heading, emphasis or list."""
    return " ".join(_MARKUP.sub("", text).split())


def _is_byline(page: _Page, unit: Paragraph, line: str) -> bool:
    if page.body_seen or unit.finished or len(unit.words) > LONGEST_BYLINE:
        return False
    match = BYLINE.fullmatch(line)
    names = match and (match["names"] or match["author"])
    return bool(names and names[0].isupper())


def _dateline(unit: Paragraph) -> re.Match[str] | None:
    """With a place in capitals, a day or an agency: else any "Name — " would be one."""
    match = DATELINE.match(unit.text)
    if match and (match["place"].isupper() or match["date"] or match["agency"]):
        return match
    return None


def _opening_date(units: list[Paragraph], index: int) -> re.Match[str] | None:
    """The day before a text's first words; several in a row are a chronology."""
    if any(OPENING_TIME.match(unit.text) for unit in units[index + 1 :]):
        return None
    return OPENING_DATE.match(units[index].text)


def _looks_like_title(unit: Paragraph) -> bool:
    if not 2 <= len(unit.words) <= LONGEST_HEADLINE or unit.text[0] in "•*-–—":
        return False
    asks = unit.text.rstrip("”’\"'").endswith(("?", "!", "…"))
    return not unit.finished or (asks and len(unit.words) <= LONGEST_HEADING)


def _is_caption(unit: Paragraph) -> bool:
    if len(unit.words) > LONGEST_CAPTION or not CREDIT.search(unit.text):
        return False
    return _dateline(unit) is None


def _is_heading(unit: Paragraph, after: Paragraph | None) -> bool:
    if unit.text.startswith("#"):
        return True
    short = len(unit.words) <= LONGEST_HEADING and unit.text[0] not in "•*-–—“\"'‘"
    if not short or unit.text.endswith((",", ";")) or after is None:
        return False
    asks = unit.text.endswith(("?", "!")) and unit.title_case
    return asks or not unit.finished
