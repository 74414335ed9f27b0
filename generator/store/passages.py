"""Which passage a citation means, however it is worded: the key of every merge.

A citation that a person shortened, or one that gained context, still means the
passage; one sentence that tells of two times holds two passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from generator.model.selectors import (
    TextPositionSelector,
    TextQuoteSelector,
    positions,
)
from generator.store.nodes import Plain

_MOVED, _REWORDED = 1.0, 0.7


class Texts(dict[str, str]):
    """The text of each source by its id.

    `renamed` leads from the id that a source had before to the one that it has now,
    for sources whose file got another name and is the same, byte for byte. A quotation
    is looked for once, though files, records and proposals all ask for it. Nothing may
    be put in later.
    """

    def __init__(
        self, texts: Mapping[str, str], renamed: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(texts)
        self.renamed = renamed or {}
        self._places: dict[tuple[str, TextQuoteSelector], _Place | None] = {}

    def place(self, source: str, quote: TextQuoteSelector) -> _Place | None:
        """Where *quote* stands in *source*; None unless it stands there once."""
        asked = source, quote
        if asked not in self._places:
            self._places[asked] = _place(quote, self.get(source, ""))
        return self._places[asked]


_Place = TextPositionSelector


def _place(quote: TextQuoteSelector, text: str) -> _Place | None:
    found = positions(quote, text)
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class PassageKey:
    """A stretch of a source, and the time expression that is meant in it.

    `start` and `end` are -1 when the words do not stand in the text once; then the
    words themselves are all there is. `phrase` is empty when any will do.
    """

    source: str
    start: int
    end: int
    words: str
    phrase: str

    def means(self, other: PassageKey) -> bool:
        """True when both mean one passage: most of the shorter lies in the longer."""
        if self.source != other.source or not self._agrees(other.phrase):
            return False
        if self.start < 0 or other.start < 0:
            return self.words == other.words
        shared = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return 2 * shared >= shorter > 0

    @property
    def lost(self) -> bool:
        """True when the words do not stand in their source once."""
        return self.start < 0

    def likeness(self, other: PassageKey, texts: Mapping[str, str]) -> float:
        """How surely *other* is what became of this passage, from 0 (not) to 1.

        Another time in the same words may be meant, the words may have been
        corrected in the source, or the whole source may have got another name.
        """
        if self.source != other.source:
            gone = self.source not in texts and self.words == other.words
            return _MOVED if gone else 0.0
        if not self.lost:
            return _MOVED if replace(self, phrase="").means(other) else 0.0
        alike = fuzz.ratio(self.words, other.words) / 100
        return alike if alike >= _REWORDED else 0.0

    def _agrees(self, phrase: str) -> bool:
        mine, theirs = self.phrase.casefold(), phrase.casefold()
        return mine in theirs or theirs in mine


def passage_key(values: Mapping[str, Plain], texts: Mapping[str, str]) -> PassageKey:
    """The passage that a citation, given by its keys, means in *texts* by source."""
    says = values.get("says")
    phrase = says.get("phrase", "") if isinstance(says, dict) else ""
    source, exact = str(values.get("source", "")), str(values.get("exact", ""))
    quote = TextQuoteSelector(
        exact, str(values.get("prefix", "")), str(values.get("suffix", ""))
    )
    if isinstance(texts, Texts):
        source = texts.renamed.get(source, source)
        place = texts.place(source, quote)
    else:
        place = _place(quote, texts.get(source, ""))
    start, end = (place.start, place.end) if place else (-1, -1)
    return PassageKey(source, start, end, " ".join(exact.split()), str(phrase))


def listed(values: Mapping[str, Plain], key: str) -> list[Plain]:
    """The items of the list *key* of a file or a record; empty when there is none."""
    found = values.get(key)
    return found if isinstance(found, list) else []


def others(
    cited: Iterable[Plain], told: Iterable[Plain], texts: Mapping[str, str]
) -> list[Plain]:
    """Those of *cited* whose passage none of *told* means."""
    keys = [passage_key(c, texts) for c in told if isinstance(c, dict)]
    return [
        c
        for c in cited
        if isinstance(c, dict)
        and not any(passage_key(c, texts).means(key) for key in keys)
    ]


def passage_keys(
    values: Mapping[str, Plain], texts: Mapping[str, str]
) -> tuple[PassageKey, ...]:
    """The passages of a file or a record, those of its claims included."""
    cited = [*listed(values, "citations"), *listed(values, "claims")]
    return tuple(passage_key(c, texts) for c in cited if isinstance(c, dict))


@dataclass(slots=True)
class PassageIndex:
    """Who holds which passages, found by source."""

    _by_source: dict[str, list[tuple[PassageKey, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, holder: str, keys: Iterable[PassageKey]) -> None:
        """*holder* holds the passages *keys*, too."""
        for key in keys:
            self._by_source[key.source].append((key, holder))

    def holders(self, key: PassageKey) -> list[str]:
        """Who holds the passage that *key* means, sorted, each once."""
        candidates = self._by_source.get(key.source, ())
        return sorted({holder for other, holder in candidates if key.means(other)})
