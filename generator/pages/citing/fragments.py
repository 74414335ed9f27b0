"""Addresses that open a page at a passage and mark it there.

Source: WICG, "URL Fragment Text Directives": a browser compares whole words without
their case, finds the first place that fits, and finds a text that is not given by its
ends only within one block of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import quote

from generator.model.selectors import TextPositionSelector

LONGEST = 200
"""Code points of a passage that is spelled out; of a longer one, its ends are."""

_WORDS_AT_EITHER_END = 5
_CONTEXT_AT_MOST = 8
"""Words on one side, after which the first of several like places has to do."""

_DIRECTIVE = ":~:text="
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_BREAK = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")
_WORD = re.compile(r"[^\s\w]*\w[^\s、。，；：！？]*[、。，；：！？]*")
"""What stands between spaces; where a script has none, between its commas."""

_NEAR = 400
"""Code points around a passage in which its neighbours are looked for."""


@dataclass(frozen=True)
class Text:
    """A source's text in which passages are pointed at."""

    text: str

    @cached_property
    def _folded(self) -> str:
        return _fold(self.text)

    def fragment(self, place: TextPositionSelector) -> str:
        """What finds the text at *place*, made of its own characters and as many of its
        neighbours as make it the only such place in this text; "" if none stands there.
        """
        exact = self.text[place.start : place.end].strip()
        if not exact:
            return ""
        start = self.text.index(exact, place.start)
        end = start + len(exact)
        ends = _ends(exact)
        before, after = self._in_word(start), self._in_word(end)
        prefix, suffix = self._before(start, before), self._after(end, after)
        for _ in range(_CONTEXT_AT_MOST):
            # What follows says nothing of where a passage begins that has two ends.
            if self._stands_once(prefix, start, ends[0], "" if ends[1] else suffix):
                break
            before, after = before + 1, after + (not ends[1])
            prefix, suffix = self._before(start, before), self._after(end, after)
        terms = [f"{_encoded(prefix)}-" if prefix else "", *map(_encoded, ends)]
        terms.append(f"-{_encoded(suffix)}" if suffix else "")
        return _DIRECTIVE + ",".join(filter(None, terms))

    def _in_word(self, at: int) -> int:
        """1 where *at* stands within a word, whose other part must be told; else 0."""
        around = self.text[at - 1 : at + 1] if at else ""
        return int(len(around) == 2 and around.isalnum())

    def _before(self, start: int, words: int) -> str:
        """The last *words* before *start*, all of one line."""
        if not words:
            return ""
        lines = _BREAK.split(self.text[max(0, start - _NEAR) : start].rstrip())
        found = list(_WORD.finditer(lines[-1]))[-words:]
        return lines[-1][found[0].start() :] if found else ""

    def _after(self, end: int, words: int) -> str:
        """The first *words* after *end*, all of one line."""
        if not words:
            return ""
        lines = _BREAK.split(self.text[end : end + _NEAR].lstrip(), maxsplit=1)
        found = list(islice(_WORD.finditer(lines[0]), words))
        return lines[0][: found[-1].end()] if found else ""

    def _stands_once(self, prefix: str, start: int, first: str, suffix: str) -> bool:
        begins = self.text.rindex(prefix, 0, start) if prefix else start
        stop = start + len(first)
        ends = self.text.index(suffix, stop) + len(suffix) if suffix else stop
        return self._folded.count(_fold(self.text[begins:ends])) == 1


def at_passage(address: str, fragment: str) -> str:
    """*address* with a *fragment* that `Text.fragment` gave; what the address itself
    pointed at stays for the page's own use."""
    page, mark, own = address.partition("#")
    if not fragment:
        return address
    return f"{page}#{own.partition(':~:')[0] if mark else ''}{fragment}"


def _ends(exact: str) -> tuple[str, str]:
    """The whole of *exact* and nothing, or, of a long one and one of several lines, its
    first and last words, such that the last come once behind the first."""
    stop = _BREAK.search(exact)
    if len(exact) <= LONGEST and stop is None:
        return exact, ""
    lines = _BREAK.split(exact)
    words = [match.end() for match in _WORD.finditer(lines[0])]
    behind = [match.start() for match in _WORD.finditer(lines[-1])]
    few = _WORDS_AT_EITHER_END
    if stop is None and len(words) < 2 * few:
        return exact, ""  # it has too few spaces to have ends
    first = lines[0][: words[:few][-1]] if words else lines[0]
    rest = _fold(exact[len(first) :])
    for at in reversed(behind[: max(1, len(behind) - few + 1)]):
        last = lines[-1][at:]
        if 0 <= rest.find(_fold(last)) == len(rest) - len(_fold(last)):
            return first, last
    return (first, lines[-1]) if stop else (exact, "")


def _fold(text: str) -> str:
    return _SPACES.sub(" ", text).casefold()


def _encoded(term: str) -> str:
    """*term* as it may stand between the commas and hyphens of a directive."""
    plain = _SPACES.sub(" ", term)
    return quote(plain, safe="", errors="replace").replace("-", "%2D")
