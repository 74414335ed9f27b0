"""Decides for a document of what kind each of its names is.

What a document says of a name in one place holds for that name in all of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from generator.extract.gazetteer import Gazetteer
from generator.extract.name import Name
from generator.extract.naming import LEGAL_FORMS, SUFFIXES
from generator.extract.signs import LOCATIVE, Sighting, signs
from generator.model.entities import EntityKind

PERSON, ORGANISATION, PLACE = EntityKind
ENOUGH = 2
"""What the signs of a kind must be worth in all."""
SURE = 3
"""What a sign is worth that settles the kind even of what may be a surname."""


def decided(
    sightings: Sequence[Sighting],
    common: Collection[str],
    known: Gazetteer,
    datelines: Collection[str] = (),
    the_company: bool = False,
) -> list[Name]:
    """The names with their kinds, as the whole document tells them.

    *common* holds the words that the document also writes without a capital,
    *datelines* the places where it was written; *the_company* tells that it speaks
    of a firm which it has named.
    """
    evidence = _Evidence(sightings, common, known)
    evidence.note_places(datelines)
    evidence.settle_full_names()
    evidence.settle_single_words()
    if the_company:
        evidence.guess_the_company()
    return [evidence.judged(sighting) for sighting in sightings]


class _Evidence:
    """What a document's sentences say of its names, by their text.

    `settled` kinds hold; `guesses` hold unless somebody of that surname is known.
    """

    def __init__(
        self, sightings: Sequence[Sighting], common: Collection[str], known: Gazetteer
    ) -> None:
        self._known = known
        self._common = common
        self._open = [s for s in sightings if s.name.kind is None]
        self._alone = {s.name.text for s in self._open if s.size == 1}
        defined = {s.name.text for s in self._open if s.size == 1 and s.is_defined}
        self._called = self._alone - defined
        self._inside = {s.name.text for s in self._open if not s.opens}
        self._worth: dict[str, Counter[EntityKind]] = defaultdict(Counter)
        self._sure: dict[str, set[EntityKind]] = defaultdict(set)
        self._people: set[str] = set()
        self.settled = {s.name.text: s.name.kind for s in sightings if s.name.kind}
        self.guesses: dict[str, EntityKind] = {}
        for sighting in self._open:
            for kind, weight in signs(sighting, known):
                self._add(sighting.name.text, kind, weight)
        for short in _short_forms(
            t for t, k in self.settled.items() if k is ORGANISATION
        ):
            self._add(short, ORGANISATION, SURE)

    def note_places(self, names: Iterable[str]) -> None:
        """Takes in that *names* are places."""
        for text in names:
            self._add(text, PLACE, SURE)

    def settle_full_names(self) -> None:
        """Names of several words; one whose last word stands alone is a person's."""
        for text in sorted({s.name.text for s in self._open} - self._alone):
            if text in self.settled:
                continue
            first, last = text.split()[0], surname_of(text)
            firm = self._worth[last][ORGANISATION] > self._worth[last][PERSON]
            called = last in self._called and first not in self._alone
            if called and not firm and text in self._inside:
                self._add(text, PERSON, ENOUGH)
            kind = _best(self._worth[text])
            if kind is not None:
                self.settled[text] = kind
        for text, kind in self.settled.items():
            if kind is PERSON:
                self._people.update(text.split())

    def settle_single_words(self) -> None:
        """Words that are no part of a person's name, or clearly a firm all the same."""
        for text in sorted(self._alone & self._people - set(self.settled)):
            worth = self._worth[text]
            clear = worth[ORGANISATION] - worth[PERSON] >= 2 * SURE
            if clear and ORGANISATION in self._sure[text]:
                self.settled[text] = ORGANISATION  # "Ford", beside Henry Ford
        for text in sorted(self._alone - self._people - set(self.settled)):
            # The capital of a sentence's first word says nothing.
            doubtful = text not in self._inside or text.lower() in self._common
            kind = _best(self._worth[text], ENOUGH + doubtful)
            if kind in self._sure[text]:
                self.settled[text] = kind
            elif kind is not None:
                self.guesses[text] = kind

    def guess_the_company(self) -> None:
        """The one word that is named often is the firm, if none is known yet."""
        if ORGANISATION in {*self.settled.values(), *self.guesses.values()}:
            return
        words = self._alone - self._people
        times = Counter(s.name.text for s in self._open if s.name.text in words)
        often = [text for text, count in times.items() if count > 1]
        if len(often) == 1:
            self.guesses[often[0]] = ORGANISATION

    def judged(self, sighting: Sighting) -> Name:
        """The name with what is known of it by now."""
        name = sighting.name
        if name.kind is None:
            kind, guess = self.settled.get(name.text), self.guesses.get(name.text)
            return replace(name, kind=kind, guess=guess)
        place = self._known.place(name.text) if name.kind is PLACE else None
        surname = name.text in self._people and not name.adjective
        if not surname or place is None or place.is_country:
            return name
        there = sighting.before() in LOCATIVE | {"at", "from", "to", "of"}
        return name if there else replace(name, kind=None)  # "Kent" may be somebody

    def _add(self, text: str, kind: EntityKind, weight: int) -> None:
        self._worth[text][kind] += weight
        if weight >= SURE:
            self._sure[text].add(kind)


def _best(worth: Counter[EntityKind], enough: int = ENOUGH) -> EntityKind | None:
    """The kind that the signs speak for, unless another is as likely."""
    ranked = sorted(worth.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < enough:
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]


def surname_of(text: str) -> str:
    """The last word of *text* that is no "Jr."."""
    parts = [p for p in text.split() if p.rstrip(".,") not in SUFFIXES]
    return parts[-1] if parts else text


def _short_forms(organisations: Iterable[str]) -> set[str]:
    """What "Quill Motor Company" may be called for short: "Quill Motor", "Quill"."""
    found: set[str] = set()
    for text in organisations:
        parts = text.split()
        if parts[-1].rstrip(".") in LEGAL_FORMS:
            found |= {" ".join(parts[:size]) for size in range(1, len(parts))}
    return found
