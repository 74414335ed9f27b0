"""A text below a header into what would make it a burden to turn into a page. Pure.

Markdown is read by trying: brackets that nothing closes, lists in lists and tables
whose rows leave cells out take it a time, a depth or a room that grows faster than the
text. What people write is far from each of these limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_CHARACTERS = 32_768
MOST_OPEN = 50
"""So many brackets may be open in a paragraph at once; of angles, in the whole text,
since what they open goes on over empty lines."""
MOST_RUNS = 20
"""So many lengths may runs of backticks have in a paragraph."""
MOST_LEVELS = 20
"""So deep may lists and quotations stand in each other."""
MOST_LINES = 2000
"""So many lines may follow each other without an empty one."""
_CELLS_A_LETTER = 4
"""A table in which cells are left out has more cells than this."""

Fault = tuple[int, str, str]
"""Where it is, in code points of the text; what is wrong, and what to do."""

_PARAGRAPH = re.compile(r"(?:[ \t]*\S[^\n]*(?:\n|\Z))+")
_BACKTICKS = re.compile("`+")
_BRACKETS = {"[": "]", "(": ")"}
_LEVEL = r"(?: [ \t]{4} | \t | [ ]{0,3} (?: > | (?:[-+*]|\d{1,9}[.)]) (?=[ \t]) ) )"
_DEEP = re.compile(
    rf"^(?= [^\n]*? (?:[-+*>]|\d) ) {_LEVEL}{{{MOST_LEVELS}}}",
    re.VERBOSE | re.MULTILINE,
)


def hard_places(text: str) -> Iterator[Fault]:
    """The places of *text* that are beyond a limit; the first of each paragraph."""
    if len(text) > MOST_CHARACTERS:
        what = f"the text is longer than {MOST_CHARACTERS:,} characters"
        yield 0, what, "make several files of it"
        return
    for deep in _DEEP.finditer(text):
        what = f"lists or quotations stand in each other more than {MOST_LEVELS} deep"
        yield deep.start(), what, "begin the line further to the left"
        return
    if _is_easy(text):
        return
    at = _too_many_open(text, "<", ">")
    if at is not None:
        yield at, *_open("<")
        return
    for paragraph in _PARAGRAPH.finditer(text):
        if fault := _fault(paragraph.group()):
            at, what, hint = fault
            yield paragraph.start() + at, what, hint


def _is_easy(text: str) -> bool:
    """Whether there are too few signs for a paragraph to be hard: nearly always."""
    few = all(text.count(sign) <= MOST_OPEN for sign in ("[", "(", "<"))
    return (
        few
        and text.count("`") <= MOST_RUNS
        and text.count("|") <= MOST_RUNS
        and text.count("\n") <= MOST_LINES
    )


def _fault(paragraph: str) -> Fault | None:
    for sign, closing in _BRACKETS.items():
        at = _too_many_open(paragraph, sign, closing)
        if at is not None:
            return at, *_open(sign)
    if len(set(map(len, _BACKTICKS.findall(paragraph)))) > MOST_RUNS:
        what = f"runs of backticks of more than {MOST_RUNS} lengths stand here"
        return 0, what, "one backtick before and after what is code is enough"
    lines = paragraph.split("\n")
    if len(lines) > MOST_LINES:
        what = f"more than {MOST_LINES:,} lines stand here without an empty one"
        return 0, what, "put empty lines between the paragraphs"
    cells = max(line.count("|") for line in lines) * len(lines)
    if cells > _CELLS_A_LETTER * len(paragraph):
        what = "a line of this table has far more cells than the others"
        return 0, what, "give each line as many cells as the first"
    return None


def _open(sign: str) -> tuple[str, str]:
    what = f"more than {MOST_OPEN} “{sign}” are open here at once"
    return what, "close each, or take out those that mean nothing"


def _too_many_open(paragraph: str, sign: str, closing: str) -> int | None:
    """Where too many of *sign* are open; None when they never are."""
    if paragraph.count(sign) <= MOST_OPEN:
        return None
    opened = 0
    for at, letter in enumerate(paragraph):
        if letter == sign:
            opened += 1
            if opened > MOST_OPEN:
                return at
        elif letter == closing and opened:
            opened -= 1
    return None
