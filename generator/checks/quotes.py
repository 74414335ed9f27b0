"""Why a quotation is not found once and only once in a text, and what is printed there.

Nothing here makes a quotation valid: it only helps a person to correct it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.selectors import TextQuoteSelector, positions, quote_of

_NEAR = 65.0
_REACH = 40
_MOST_SHOWN = 3
_MOST_LINES = 10
_FOLDED = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a quotation, and the next thing to do."""

    code: str
    message: str
    hint: str


def ambiguous(quote: TextQuoteSelector, text: str, where: str) -> Finding:
    """For a quotation that stands in *text* more than once."""
    found = positions(quote, text)
    lines = ", ".join(
        str(text.count("\n", 0, p.start) + 1) for p in found[:_MOST_LINES]
    )
    more = ", …" * (len(found) > _MOST_LINES)
    ways = []
    for position in found[:_MOST_SHOWN]:
        wider = quote_of(text, position.start, position.end)
        line = text.count("\n", 0, position.start) + 1
        ways.append(f"for line {line}: {_context(wider)}")
    return Finding(
        "quote-ambiguous",
        f"these words stand {len(found)} times in {where} (lines {lines}{more})",
        f"add what stands around the one that is meant: {'; '.join(ways)}",
    )


def missing(quote: TextQuoteSelector, text: str, where: str) -> Finding:
    """For a quotation that does not stand in *text*: the nearest words that do."""
    if quote.exact in text:
        return _wrong_neighbours(quote, text, where)
    printed = as_printed(quote.exact, text) or nearest(quote.exact, text)
    if printed is None:
        return Finding(
            "quote-missing",
            f"these words are not in {where}, nor any like them",
            "copy them from the source, or correct “source:”",
        )
    start, end = printed
    line = text.count("\n", 0, start) + 1
    differences = list(_differences(quote.exact, text[start:end]))
    shown = "; ".join(differences[:_MOST_SHOWN])
    more = len(differences) - _MOST_SHOWN
    and_more = f"; and {more} more" if more > 0 else ""
    return Finding(
        "quote-differs",
        f"these words are not in {where}: {shown}{and_more}",
        f"write it as printed in line {line}: exact: {quoted(text[start:end])}",
    )


def nearest_words(phrase: str, text: str) -> str | None:
    """The words of *text* that *phrase* was most likely copied from; None if none."""
    found = as_printed(phrase, text) or nearest(phrase, text)
    return text[found[0] : found[1]] if found else None


def quoted(text: str) -> str:
    """*text* in double quotes, ready to be pasted into a header."""
    return json.dumps(text, ensure_ascii=False)


def _context(quote: TextQuoteSelector) -> str:
    parts = [("prefix", quote.prefix), ("suffix", quote.suffix)]
    return ", ".join(f"{key}: {quoted(words)}" for key, words in parts if words)


def _wrong_neighbours(quote: TextQuoteSelector, text: str, where: str) -> Finding:
    """The words are there, but not between this prefix and this suffix."""
    bare = replace(quote, prefix="", suffix="")
    wrong = []
    if not positions(replace(quote, suffix=""), text):
        wrong.append("prefix")
    if not positions(replace(quote, prefix=""), text):
        wrong.append("suffix")
    found = positions(bare, text)
    if len(found) == 1:
        hint = "leave prefix and suffix out: the words stand there only once"
    else:
        ways = []
        for position in found[:_MOST_SHOWN]:
            wider = quote_of(text, position.start, position.end)
            line = text.count("\n", 0, position.start) + 1
            ways.append(f"for line {line}: {_context(wider)}")
        hint = f"write {'; '.join(ways)}"
    named = " and ".join(wrong) or "prefix and suffix together"
    return Finding(
        "quote-context",
        f"these words are in {where}, but not with this {named}",
        hint,
    )


def as_printed(exact: str, text: str) -> tuple[int, int] | None:
    """Where the words stand but for marks, dashes, spaces and forms of letters."""
    needle, _ = fold(exact)
    folded, places = fold(text)
    at = folded.find(needle) if needle else -1
    if at == -1 or folded.find(needle, at + 1) != -1:
        return None
    return places[at], places[at + len(needle) - 1] + 1


def fold(text: str) -> tuple[str, list[int]]:
    """*text* in one form, and for each of its characters the offset that it is from."""
    letters: list[str] = []
    places: list[int] = []
    for offset, character in enumerate(text):
        plain = _FOLDED.get(character) or unicodedata.normalize("NFKC", character)
        for letter in plain.casefold():
            spaced = " " if letter.isspace() else letter
            if spaced == " " and letters[-1:] in ([], [" "]):
                continue
            letters.append(spaced)
            places.append(offset)
    while letters[-1:] == [" "]:
        letters.pop()
        places.pop()
    return "".join(letters), places


def nearest(exact: str, text: str) -> tuple[int, int] | None:
    """The stretch of whole words that *exact* was most likely copied from."""
    from rapidfuzz import fuzz  # only a wrong quotation waits for it
    from rapidfuzz.distance import Levenshtein

    near = fuzz.partial_ratio_alignment(exact, text, score_cutoff=_NEAR)
    if near is None:
        return None
    starts = _word_edges(text, near.dest_start, _REACH, opening=True)
    ends = _word_edges(text, near.dest_end, _REACH, opening=False)
    spans = [(start, end) for start in starts for end in ends if start < end]
    if not spans:
        return near.dest_start, near.dest_end
    return min(spans, key=lambda s: (Levenshtein.distance(exact, text[s[0] : s[1]]), s))


def _word_edges(text: str, near: int, reach: int, *, opening: bool) -> list[int]:
    """Offsets within *reach* of *near* where a word begins, or ends.

    Marks count as words of their own: a quotation may end before the full stop.
    """
    found = []
    for at in range(max(0, near - reach), min(len(text), near + reach) + 1):
        before = text[at - 1] if at else " "
        after = text[at] if at < len(text) else " "
        joined = before.isalnum() and after.isalnum()
        edge = not after.isspace() if opening else not before.isspace()
        if edge and not joined:
            found.append(at)
    return found


def _differences(written: str, printed: str) -> Iterator[str]:
    """What was written and what is printed, word by word."""
    from rapidfuzz.distance import Levenshtein

    mine, theirs = written.split(), printed.split()
    for step in Levenshtein.opcodes(mine, theirs):
        old = " ".join(mine[step.src_start : step.src_end])
        new = " ".join(theirs[step.dest_start : step.dest_end])
        if step.tag == "replace":
            yield f"“{old}” is printed “{new}”{_mark(old, new)}"
        elif step.tag == "insert":
            yield f"“{new}” is left out{_after(mine, step.src_start)}"
        elif step.tag == "delete":
            yield f"“{old}” is not printed there"
    if mine == theirs:
        yield "the spaces or line ends between the words differ"


def _mark(old: str, new: str) -> str:
    """The one character that differs, where it is hard to see."""
    if len(old) != len(new):
        return ""
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    if len({*pairs}) != 1 or any(c.isalnum() for pair in pairs for c in pair):
        return ""
    (a, b) = pairs[0]
    return f" ({_named(b)}, not {_named(a)})"


def _named(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def _after(words: Sequence[str], index: int) -> str:
    return f" after “{words[index - 1]}”" if index else " at the beginning"
