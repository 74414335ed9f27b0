"""Knows people again: by other spellings of their names, by initials, by surname.

Two names are one person's only when nothing but spelling tells them apart. What is
merely likely ("Bill Quill", "William Quill") is kept apart, for an editor to settle.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from generator.extract.naming import FAMILY_FIRST, SUFFIXES
from generator.extract.runs import normal
from generator.extract.signs import is_given

ALIKE = 75
"""Likeness (0 to 100) of given names that may be one: Muhammad, Mohammed."""

_SPELLINGS = tuple(
    (re.compile(spelt), plain)
    for spelt, plain in (
        # How one name is written in Latin letters by different papers.
        (r"kh", "h"),
        (r"ph", "f"),
        (r"ou|oo", "u"),
        (r"ks", "x"),
        (r"\b[yj]e|\biye", "e"),
        (r"[iy][yij]+\b|[yi]+\b", "i"),
        (r"y", "i"),
        (r"([a-z])\1+", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def sound(name: str) -> str:
    """*name* for comparison across spellings: Sergey and Sergei are the same."""
    found = normal(name)
    for spelt, plain in _SPELLINGS:
        found = spelt.sub(plain, found)
    return found


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's name in its parts, by sound; `suffix` is "jr" or the like."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @classmethod
    def of(cls, text: str) -> FullName | None:
        """The parts of *text*; None when it is a single word."""
        words = text.split()
        suffixes = [w.rstrip(".,") for w in words if w.rstrip(".,") in SUFFIXES]
        words = [w for w in words if w.rstrip(".,") not in SUFFIXES]
        if len(words) < 2:
            return None
        if family_first(words):
            words = [*words[1:], words[0]]
        first, *middle, last = (sound(word) for word in words)
        middle = [word for word in middle if len(word) > 1]
        given = tuple(" ".join((first, *middle)).split())
        return cls(given, last, suffixes[0].lower() if suffixes else "")

    def is_initialled(self, other: FullName) -> bool:
        """One gives the first name as an initial of the other's."""
        mine, theirs = self.given[0], other.given[0]
        short = len(mine) == 1 or len(theirs) == 1
        return short and mine[0] == theirs[0] and self.suffix == other.suffix

    def resembles(self, other: FullName) -> bool:
        """They may well be one person's, but need not."""
        if self.surname != other.surname or {self.suffix, other.suffix} == {"jr", "sr"}:
            return False
        mine, theirs = " ".join(self.given), " ".join(other.given)
        return (
            self.given[0] == other.given[0]
            or fuzz.ratio(mine, theirs) >= ALIKE
            or self.is_initialled(other)
        )


def family_first(words: Sequence[str]) -> bool:
    """The family name stands first: "Kim Jong Un", but not "Lee Maria"."""
    return words[0] in FAMILY_FIRST and not is_given(words[-1])


def surnames(text: str) -> list[str]:
    """What the person of that full name may be called for short, for comparison.

    "Ursula von der Leyen" is "von der Leyen" or "Leyen"; where the family name
    stands first ("Kim Jong Un"), it is used alone.
    """
    words = [word for word in text.split() if word.rstrip(".,") not in SUFFIXES]
    parts = normal(" ".join(words)).split()
    if len(parts) < 2:
        return []
    tails = [" ".join(parts[-size:]) for size in range(1, len(parts))]
    return [parts[0], *tails] if family_first(words) else tails


class People:
    """Everybody who is named in full, and what they are called for short."""

    def __init__(self) -> None:
        self._by_name: dict[FullName, set[str]] = defaultdict(set)
        self._by_surname: dict[str, list[tuple[FullName, str]]] = defaultdict(list)
        self._called: dict[str, set[str]] = defaultdict(set)

    def add(self, text: str, person: str) -> None:
        """Takes in that *text* names *person* in full."""
        name = FullName.of(text)
        if name is None:
            return
        self._by_name[name].add(person)
        self._by_surname[name.surname].append((name, person))
        for surname in surnames(text):
            self._called[surname].add(person)
            self._called[sound(surname)].add(person)

    def known(self, text: str) -> str | None:
        """The one person whom *text* names, in another spelling or with initials."""
        name = FullName.of(text)
        if name is None:
            return None
        people = self._by_name.get(name) or {
            person
            for other, person in self._by_surname.get(name.surname, ())
            if name.is_initialled(other)
        }
        return next(iter(people)) if len(people) == 1 else None

    def called(self, text: str) -> frozenset[str]:
        """All whom the bare surname *text* may mean."""
        called = self._called.get(normal(text)) or self._called.get(sound(text))
        return frozenset(called or ())

    def likenesses(self) -> Iterable[tuple[str, str]]:
        """Pairs of people who may be one, sorted."""
        pairs = {
            (min(one, two), max(one, two))
            for names in self._by_surname.values()
            for at, (name, one) in enumerate(names)
            for other, two in names[at + 1 :]
            if one != two and name.resembles(other)
        }
        return sorted(pairs)


def established(
    introductions: Mapping[str, Sequence[int]], bare: Sequence[int]
) -> str | None:
    """Whose surname a text uses by itself, of several namesakes whom it introduces.

    *introductions* tells where each is named in full, *bare* where the surname stands
    alone. It is the one who is called by it before another namesake comes up: the
    others are then named in full. None when the text leaves it open.
    """
    first, second = sorted((min(at), person) for person, at in introductions.items())[
        :2
    ]
    between = [at for at in bare if first[0] < at < second[0]]
    return first[1] if between else None
