"""The name of an author, as a card prints it, in the parts that citations need.

Where the parts are not plain to see, the name stays whole: a wrong family name is worse
than none.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

_FAMILY_LAST = re.compile(r"[\u0041-\u024f\u0370-\u052f\u1e00-\u1fff\s.,'’‐-]+")
"""Latin, Greek and Cyrillic: scripts in which most put the family name last."""

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")
_GIVEN_LAST = re.compile(r"[A-Z]\w+-[a-z]\w*")
"""A given name of two syllables, as Korean ones are written: "Tong-hyung"."""

_SEVERAL = {*("and", "of", "for", "the", "und", "für", "der", "et", "pour", "y", "e")}
_BODIES = {
    *("agency", "associated", "association", "board", "bureau", "center", "centre"),
    *("college", "commission", "committee", "company", "contributors", "corporation"),
    *("correspondents", "council", "court", "department", "desk", "editorial"),
    *("editors", "embassy", "foundation", "government", "group", "inc", "institute"),
    *("international", "ltd", "media", "ministry", "network", "news", "newsroom"),
    *("office", "organisation", "organization", "party", "police", "press"),
    *("reporters", "service", "society", "staff", "team", "union", "university"),
    *("writers", "agentur", "redaktion", "nachrichten", "rat", "verband", "agence"),
}


@dataclass(frozen=True, slots=True)
class Author:
    """A person by `family` and `given` name, or whoever is called by the `whole`."""

    whole: str
    family: str = ""
    given: str = ""
    suffix: str = ""

    @property
    def is_split(self) -> bool:
        """Whether the parts of the name are known."""
        return bool(self.family)

    @property
    def inverted(self) -> str:
        """The family name first: "Quill, Ada", "Quill, Ada, Jr."."""
        parts = (self.family, self.given, self.suffix)
        return ", ".join(filter(None, parts)) if self.is_split else self.whole

    @property
    def in_order(self) -> str:
        """As one says it: "Ada Quill", "Ada Quill Jr."."""
        parts = (self.given, self.family, self.suffix)
        return " ".join(filter(None, parts)) if self.is_split else self.whole

    @property
    def with_initials(self) -> str:
        """The family name and initials: "Quill, A. J."."""
        if not self.is_split:
            return self.whole
        parts = (self.family, _initials(self.given), self.suffix)
        return ", ".join(filter(None, parts))


def author(printed: str, papers: Collection[str] = ()) -> Author:
    """Whoever *printed* names, "Ada Quill" or "Quill, Ada"; *papers* are the names of
    the paper and the publisher, which sign as authors, too."""
    whole = " ".join(printed.split())
    family, comma, given = whole.partition(", ")
    words = whole.split()
    if whole in papers or _is_body(words):
        return Author(whole)
    if comma and "," not in given and family and given:
        return Author(whole, family, given)
    if not _FAMILY_LAST.fullmatch(whole) or "," in whole:
        return Author(whole)
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if len(words) < 2:
        return Author(whole)
    if len(words) == 2 and _GIVEN_LAST.fullmatch(words[1]):
        return Author(whole, words[0], words[1])
    # As BibTeX reads names: the family name begins at the first word in small letters.
    inner = range(1, len(words) - 1)
    at = next((n for n in inner if words[n][0].islower()), len(words) - 1)
    return Author(whole, " ".join(words[at:]), " ".join(words[:at]), suffix)


def _is_body(words: list[str]) -> bool:
    """Whether these are the words of an organisation's name, or of several names."""
    low = [word.casefold().strip(".,") for word in words]
    several = low[:1] == ["the"] or not _SEVERAL.isdisjoint(low[:-1])
    # "van der Berg": such words stand in names of people, behind another of the kind.
    particles = any(word in ("van", "von", "de") for word in low)
    return not _BODIES.isdisjoint(low) or (several and not particles) or "&" in low


def _initials(given: str) -> str:
    """The *given* names as initials: "Ada Jane" as "A. J.", "Jean-Luc" as "J.-L."."""
    return " ".join(
        "-".join(f"{part[0]}." for part in name.split("-") if part)
        for name in given.split()
    )
