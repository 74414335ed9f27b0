"""Which words name a happening, and which of them a date of the text has dated.

"The quake struck on 3 May" dates the quake, "Friday's vote" the vote. Only such plain
forms count; two dates for one name leave it undated.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.timex.lexicon import PREPOSITIONS, words
from generator.timex.meanings import Expression
from generator.timex.tokens import Tokens

_DETERMINERS = words("the a an his her its their this that our my your")
_SUBJECTS = words("he she it they we i you")
_NO_NAME = PREPOSITIONS | _DETERMINERS | _SUBJECTS | words(
    "as when while who which but where that is was were are had has have not"
)  # fmt: skip
_LONGEST = 4
"""So many words at most name a happening, its article left out."""

_STRUCK = words(
    """
    struck hit happened occurred began started erupted swept killed ended broke came
    took opened closed
    """
)
"""After a happening that is the subject: "the quake struck on 3 May"."""

_NOUNS: dict[str, tuple[str, ...]] = {
    "died": ("death",),
    "killed": ("death", "killing"),
    "murdered": ("death", "murder"),
    "born": ("birth",),
    "married": ("wedding", "marriage"),
    "elected": ("election",),
    "resigned": ("resignation",),
    "arrested": ("arrest",),
    "launched": ("launch",),
    "invaded": ("invasion",),
}
"""What "died on 3 May" is called afterwards."""


def name_of(tokens: Tokens, first: int) -> int | None:
    """The last token of the words that name a happening from *first* on.

    None where nothing does: a full stop, a number, an article alone.
    """
    opening = tokens.low(first)
    if opening in _SUBJECTS:  # "after he left"
        return first + 1 if tokens[first + 1].isalpha() else None
    last = start = first - 1 + (opening in _DETERMINERS)
    while last - start < _LONGEST and _may_name(tokens[last + 1]):
        last += 1
    return None if last == start else last


def _may_name(word: str) -> bool:
    return word.isalpha() and word.lower() not in _NO_NAME


def names_dated_by(tokens: Tokens, expression: Expression) -> Iterator[str]:
    """The names, in lower case, of what happened at the date *expression*."""
    yield from _before(tokens, expression)
    yield from _after(tokens, expression)
    yield from _subject(tokens, expression)


def looked_up(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """The names under which a happening may have been dated, the fullest first."""
    start = first + (tokens.low(first) in _DETERMINERS)
    fullest = " ".join(tokens.low(i) for i in range(start, last + 1))
    return tuple(dict.fromkeys((fullest, tokens.low(last))))


def _before(tokens: Tokens, expression: Expression) -> Iterator[str]:
    """ "the quake on 3 May", "he died on 3 May"."""
    at = expression.first - 1
    at -= tokens.low(at) in ("on", "of", "in")
    yield from _NOUNS.get(tokens.low(at), ())
    if any(tokens.low(i) in _DETERMINERS for i in range(at - 2, at)) and _may_name(
        tokens[at]
    ):
        yield tokens.low(at)


def _after(tokens: Tokens, expression: Expression) -> Iterator[str]:
    """ "Friday's vote", "the 3 May quake", but not "on 3 May voters"."""
    at = expression.last + 1
    owned = tokens.letters[at : at + 1] == "v"
    article = {tokens.low(expression.first), tokens.low(expression.first - 1)}
    if not owned and article.isdisjoint(("the", "a")):
        return
    at += owned
    if name_of(tokens, at) == at and tokens.low(at) not in _DETERMINERS:
        yield tokens.low(at)


def _subject(tokens: Tokens, expression: Expression) -> Iterator[str]:
    """ "The quake struck Ashdown on 3 May"."""
    first = expression.first
    start, _ = tokens.sentence_span(first)
    if tokens.low(start) not in _DETERMINERS:
        return
    for verb in range(start + 2, min(start + 5, first)):
        if tokens.low(verb) in _STRUCK:
            yield tokens.low(verb - 1)
            yield f"{tokens.low(verb - 1)} {tokens.low(verb)}"
            return
