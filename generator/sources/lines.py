"""Turns a text into paragraphs: stretches of it that belong together on the page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.sources.cues import SMALL_WORDS, TERMINAL
from generator.sources.date_lines import dated_line

WRAPPED = range(45, 101)
"""Lengths of a line that may have been broken for a screen's or a letter's width."""

LONGEST_DATE = 60
"""Code points of a line that only dates a text."""

LEAST_WORDS_OF_PROSE = 20
"""An unfinished stretch this long is prose that was cut, not a heading."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a text without white space at its ends; *end* is excluded."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def finished(self) -> bool:
        """It ends as a sentence ends."""
        return bool(TERMINAL.search(self.text))

    @property
    def title_case(self) -> bool:
        """Its words are capitalised as a headline's are."""
        words = [w.strip("“”‘’'\"(),:;?!") for w in self.words]
        telling = [w for w in words if w[:1].isalpha() and w.lower() not in SMALL_WORDS]
        capital = [w for w in telling if not w[0].islower()]
        return len(telling) > 1 and len(capital) >= 0.8 * len(telling)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of *text* in order.

    A line is one, unless it was broken for its width or in mid-sentence.
    """
    found: list[Paragraph] = []
    for line in _lines(text):
        if found and _continues(text, found[-1], line):
            start = found.pop().start
            line = Paragraph(start, line.end, text[start : line.end])
        found.append(line)
    return found


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            found.append(Paragraph(start, start + len(stripped), stripped))
        at += len(line) + 1
    return found


def _continues(text: str, above: Paragraph, line: Paragraph) -> bool:
    """*line* goes on where *above* stops."""
    if line.text[0] in "•*-–—#>" or line.text == above.text:
        return False
    if len(line.text) <= LONGEST_DATE and dated_line(line.text, among_names=False):
        return False
    adjacent = text.count("\n", above.end, line.start) == 1
    last_line = above.text.rpartition("\n")[2]
    wrapped = len(last_line) in WRAPPED and len(line.text) < WRAPPED.stop
    if adjacent and wrapped and not (above.title_case or line.title_case):
        broken = "\n" in above.text or not above.finished
        return broken or line.text[0].islower()
    unfinished = not TERMINAL.search(above.text) and above.text[-1] not in ":;"
    cut = unfinished and len(above.words) >= LEAST_WORDS_OF_PROSE
    if cut and not above.title_case and not adjacent:
        return line.finished and not _credit_tail(above.text)
    return False


def _credit_tail(text: str) -> bool:
    """The last words are all capitalised, as in "Agency via NEWSWIRE"."""
    tail = [w for w in text.split()[-3:] if w.lower() not in SMALL_WORDS]
    return all(word[0].isupper() for word in tail)
