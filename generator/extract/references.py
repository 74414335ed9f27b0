"""Resolves what stands for a name: "he", "the three nations", "the two leaders"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extract.entities import Cast, Named
from generator.model.entities import EntityKind
from generator.model.sources import Block, BlockKind, Document

_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_GROUP = re.compile(
    r"\b(?:(?:the|these|those|all|both)\s+)?(?P<number>both|two|three|four|five)\s+"
    r"(?P<what>nations|countries|sides|governments|states|neighbours|neighbors|allies"
    r"|powers|leaders|presidents|prime ministers|men|women)\b",
    re.IGNORECASE,
)
_TAKES_THE = re.compile(
    r"United (?:States|Kingdom|Nations|Arab)|European Union|Netherlands|Philippines"
    r"|Czech Republic|Bahamas|Maldives|(?:.+ )?(?:Republic|Islands|Kingdom)\b"
)
"""Names that English puts an article before."""

_PEOPLE = frozenset({"leaders", "presidents", "prime ministers", "men", "women"})
PERSONAL = frozenset({"he", "she"})
UNNAMED = frozenset(
    {
        "they",
        "it",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "what",
        "one",
        "others",
        "some",
        "many",
        "both",
        "who",
    }
)


def group_named(
    phrase: str, document: Document, block: Block, at: int, cast: Cast
) -> tuple[str, tuple[str, ...]] | None:
    """*phrase* with its group spelt out, and who is in it.

    The group is the nearest stretch before *at* that names exactly so many: the
    sentence, the paragraph, the heading above. None when *phrase* holds no group or
    nothing before it settles who is meant.
    """
    match = _GROUP.search(phrase)
    if match is None:
        return None
    number = _NUMBERS[match["number"].lower()]
    kind = EntityKind.PERSON if match["what"].lower() in _PEOPLE else EntityKind.PLACE
    for start, end in _looked_through(document, block, at):
        members = _members(cast.within(document.id, start, end), kind, document)
        if len(members) == number:
            names = _listed([cast.label(member) for member in members])
            whole = phrase[: match.start()] + names + phrase[match.end() :]
            return whole, tuple(members)
    return None


def _members(named: Sequence[Named], kind: EntityKind, document: Document) -> list[str]:
    found = [n.id for n in named if n.kind is kind and not n.adjective]
    return list(dict.fromkeys(found))


def _looked_through(document: Document, block: Block, at: int) -> list[tuple[int, int]]:
    """Where to look, nearest first: ever more sentences before, then the heading."""
    text = document.text
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s", text[block.start : at])]
    starts = [block.start + end for end in reversed(ends)] + [block.start]
    stretches = [(start, at) for start in starts[:3]]
    above = [
        b for b in document.blocks if b.end <= block.start and b.kind is block.kind
    ]
    if above and above[-1].story == block.story:
        stretches.append((above[-1].start, at))
    headings = [
        b
        for b in document.blocks
        if b.kind in (BlockKind.HEADING, BlockKind.HEADLINE, BlockKind.TEASER_TITLE)
        and b.end <= block.start
        and b.story == block.story
    ]
    if headings:
        stretches.append((headings[-1].start, headings[-1].end))
    return stretches


def _listed(names: Sequence[str]) -> str:
    """The names as a list, each with the article that it takes."""
    told = [f"the {name}" if _TAKES_THE.match(name) else name for name in names]
    return f"{', '.join(told[:-1])} and {told[-1]}"


def person_meant(document: Document, block: Block, at: int, cast: Cast) -> str | None:
    """Whom "he" or "she" at *at* means: the only person named in the sentence before,
    or the first one, who is its subject. None when nobody is named there."""
    text = document.text
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s", text[block.start : at])]
    starts = [block.start + end for end in reversed(ends)] + [block.start]
    for start in dict.fromkeys(starts[1:3] or starts):
        people = [
            n
            for n in cast.within(document.id, start, at)
            if n.kind is EntityKind.PERSON
        ]
        if people:
            return people[0].id
    return None
