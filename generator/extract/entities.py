"""Turns the names of all documents into entities: one for each, under all its names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from generator.extract.gazetteer import Gazetteer, gazetteer
from generator.extract.name import Name
from generator.extract.names import names_in
from generator.extract.naming import FAMILY_FIRST, KNOWN_ORGANISATIONS, SUFFIXES
from generator.extract.runs import normal
from generator.extract.signs import is_given
from generator.model.entities import Entity, EntityKind
from generator.model.events import EntityProposal
from generator.model.sources import Document

ALIKE = 80
"""Likeness (0 to 100) of two spellings of a given name: Sergey, Sergei."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity where a text names it. `adjective`: only as in "French troops"."""

    start: int
    end: int
    id: str
    kind: EntityKind
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what all documents name.

    `named` lists the places by document, in order; `affiliation` gives the country
    of a person whom some text calls by office ("Russian President ...").
    """

    named: Mapping[str, Sequence[Named]]
    entities: Mapping[str, EntityProposal]
    affiliation: Mapping[str, str]

    def within(self, source: str, start: int, end: int) -> list[Named]:
        """The entities named in `start:end` of the document *source*."""
        named = self.named[source]
        first = bisect_left(named, start, key=lambda n: n.start)
        last = bisect_left(named, end, lo=first, key=lambda n: n.start)
        return [n for n in named[first:last] if n.end <= end]

    def label(self, name: str) -> str:
        return self.entities[name].pref_label

    def allegiance(self, name: str) -> str:
        """The country that *name* acts for, itself when it is none's."""
        return self.affiliation.get(name, name)


def slug(text: str) -> str:
    """*text* as an id: lower-case words of ASCII letters and digits, hyphens."""
    plain = re.sub(r"'s?\b", "", normal(text))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def cast_of(documents: Sequence[Document], entities: Sequence[Entity]) -> Cast:
    """The cast of *documents*; what an editor's *entities* name is theirs."""
    known = gazetteer()
    book = _Book(known, entities)
    found = {d.id: _editors_first(d, names_in(d, known), book) for d in documents}
    book.learn(name for names in found.values() for name in names)
    named = {
        source: [entry for name in names for entry in book.named(name, names)]
        for source, names in found.items()
    }
    return Cast(named, book.proposals(named), dict(sorted(book.affiliation.items())))


def _editors_first(
    document: Document, names: Sequence[Name], book: _Book
) -> list[Name]:
    """*names* with those that the editor's labels cover put in their places.

    A capital that stands for its country goes on doing so when it has a file.
    """
    theirs: list[Name] = []
    governments = {(n.start, n.end) for n in names if n.stands_for_country}
    for label, entity in book.labels():
        spelt = r"\s+".join(re.escape(word) for word in label.split())
        pattern = rf"(?<!\w){spelt}(?!\w)"
        for match in re.finditer(pattern, document.text):
            if entity.kind is EntityKind.PLACE and match.span() in governments:
                continue
            theirs.append(Name(*match.span(), label, entity.kind))
    theirs = _longest(theirs)
    free = [
        name
        for name in names
        if not any(t.start < name.end and name.start < t.end for t in theirs)
    ]
    countries = {
        name.end: name.country for name in names if name.kind is EntityKind.PERSON
    }
    theirs = [replace(t, country=countries.get(t.end, "")) for t in theirs]
    return sorted([*free, *theirs], key=lambda name: (name.start, -name.end))


def _longest(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


class _Book:
    """What is known of names so far: labels to ids, surnames to people."""

    def __init__(self, known: Gazetteer, entities: Sequence[Entity]) -> None:
        self._known = known
        self._entities = sorted(entities, key=lambda e: e.id)
        self._ids: dict[tuple[EntityKind, str], str] = {}
        self._kinds: dict[str, EntityKind] = {}
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self.affiliation: dict[str, str] = {}
        for entity in self._entities:
            self._kinds[entity.id] = entity.kind
            for label in (entity.pref_label, *entity.alt_label):
                self._ids[entity.kind, normal(label)] = entity.id
            if entity.kind is EntityKind.PERSON:
                self._note_surname(entity.pref_label, entity.id)

    def labels(self) -> list[tuple[str, Entity]]:
        """Every label of the editor's, the longest first."""
        pairs = [
            (label, entity)
            for entity in self._entities
            for label in (entity.pref_label, *entity.alt_label)
            if label.strip()
        ]
        return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0], pair[1].id))

    def learn(self, names: Iterable[Name]) -> None:
        """Takes in all names: full ones first, then what they explain."""
        names = list(names)
        counted = Counter(
            (name.text, name.kind, name.country) for name in names if name.kind
        )
        ordered = sorted(
            counted.items(),
            key=lambda item: (-len(item[0][0].split()), -item[1], item[0][0]),
        )
        for (text, kind, country), times in ordered:
            assert kind is not None
            if kind is EntityKind.PLACE:
                continue
            entity = self._id(kind, text)
            self._forms[entity][text] += times
            if kind is EntityKind.PERSON and country:
                place = self._known.countries[country]
                self.affiliation.setdefault(entity, self._place_id(place.name))
        guesses = Counter(
            (name.text, name.guess)
            for name in names
            if name.guess and normal(name.text) not in self._surnames
        )
        for (text, kind), times in sorted(guesses.items()):
            if kind is not None and kind is not EntityKind.PLACE:
                self._forms[self._id(kind, text)][text] += times

    def named(self, name: Name, others: Sequence[Name]) -> Iterable[Named]:
        """The entity that *name* stands for, if it stands for one."""
        if name.kind is EntityKind.PLACE:
            entity, label = self._place_of(name)
            self._forms[entity][label] += 1
            self._kinds[entity] = EntityKind.PLACE
            yield Named(name.start, name.end, entity, EntityKind.PLACE, name.adjective)
            return
        if name.kind is not None:
            entity = self._id(name.kind, name.text)
            yield Named(name.start, name.end, entity, self._kinds[entity])
            return
        known = self._ids.get((EntityKind.PERSON, normal(name.text)))
        person = known or self._by_surname(name, others)
        body = self._ids.get((EntityKind.ORGANISATION, normal(name.text)))
        if person:
            yield Named(name.start, name.end, person, EntityKind.PERSON)
        elif body:
            yield Named(name.start, name.end, body, EntityKind.ORGANISATION)
        elif name.guess is EntityKind.PLACE:
            yield from self.named(replace(name, kind=name.guess), others)

    def proposals(
        self, named: Mapping[str, Sequence[Named]]
    ) -> dict[str, EntityProposal]:
        """An entity for every id that is named, with all the names it goes by."""
        present = sorted({n.id for entries in named.values() for n in entries})
        return {entity: self._proposal(entity) for entity in present}

    def _proposal(self, entity: str) -> EntityProposal:
        kind = self._kinds[entity]
        editors = next((e for e in self._entities if e.id == entity), None)
        if editors is not None:
            return EntityProposal(entity, kind, editors.pref_label, editors.alt_label)
        forms = self._forms[entity]
        best = _canonical(
            min(
                forms,
                key=lambda form: (
                    -_fullness(form),
                    -forms[form],
                    len(form.split()),
                    form,
                ),
            )
        )
        # A bare surname would claim every namesake, so it is not kept as a label.
        others = [
            form
            for form in sorted(forms)
            if form != best and (kind is not EntityKind.PERSON or " " in form)
        ]
        return EntityProposal(entity, kind, best, tuple(others))

    def _id(self, kind: EntityKind, text: str) -> str:
        text = _canonical(text)
        key = (kind, normal(text))
        if key not in self._ids and kind is EntityKind.PERSON:
            self._ids[key] = self._known_person(text) or self._new(kind, text)
            self._note_surname(text, self._ids[key])
        elif key not in self._ids:
            self._ids[key] = self._known_organisation(text) or self._new(kind, text)
        return self._ids[key]

    def _new(self, kind: EntityKind, text: str) -> str:
        entity = slug(text) or "unnamed"
        if self._kinds.get(entity, kind) is not kind:
            entity = f"{entity}-{kind}"
        self._kinds[entity] = kind
        return entity

    def _known_person(self, text: str) -> str | None:
        """The person whom *text* names in another spelling, or by surname."""
        parts = normal(text).split()
        if len(parts) == 1:
            people = self._surnames.get(parts[0], set())
            return next(iter(people)) if len(people) == 1 else None
        for (kind, other), entity in sorted(self._ids.items()):
            theirs = other.split()
            if kind is not EntityKind.PERSON or len(theirs) < 2:
                continue
            if theirs[-1] != parts[-1] or theirs[0][0] != parts[0][0]:
                continue
            given, known = " ".join(parts[:-1]), " ".join(theirs[:-1])
            initial = len(given) == 1 or len(known) == 1
            if initial or fuzz.ratio(given, known) >= ALIKE:
                return entity
        return None

    def _known_organisation(self, text: str) -> str | None:
        """The organisation of which *text* is the acronym, or the full name."""
        initials = _initials(text)
        for (kind, other), entity in sorted(self._ids.items()):
            if kind is not EntityKind.ORGANISATION:
                continue
            if other == initials or (
                text.isupper() and _initials(other) == normal(text)
            ):
                return entity
        return None

    def _note_surname(self, text: str, entity: str) -> None:
        for surname in surnames(text):
            self._surnames[surname].add(entity)

    def _by_surname(self, name: Name, others: Sequence[Name]) -> str | None:
        people = self._surnames.get(normal(name.text), set())
        if len(people) > 1:
            near = {
                self._id(other.kind, other.text)
                for other in others
                if other.kind is EntityKind.PERSON and len(other.text.split()) > 1
            }
            people = people & near
        if len(people) != 1:
            return None
        (person,) = people
        self._forms[person][name.text] += 1
        return person

    def _place_of(self, name: Name) -> tuple[str, str]:
        place = self._known.place(name.text)
        if name.country and (name.stands_for_country or name.adjective):
            place = self._known.countries[name.country]
        label = name.text
        if place is not None and normal(place.name) != normal(name.text):
            label = place.name
        return self._place_id(label), label

    def _place_id(self, label: str) -> str:
        key = (EntityKind.PLACE, normal(label))
        if key not in self._ids:
            self._ids[key] = self._new(EntityKind.PLACE, label)
        return self._ids[key]


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
    first = words[0] in FAMILY_FIRST and not is_given(words[-1])
    return [parts[0], *tails] if first else tails


def _fullness(form: str) -> int:
    """How much of a name *form* gives: known full names, then words."""
    full = form in KNOWN_ORGANISATIONS.values()
    return 100 if full else len(normal(form).split())


def _canonical(text: str) -> str:
    return KNOWN_ORGANISATIONS.get(text, text)


def _initials(text: str) -> str:
    small = {"of", "for", "and", "the"}
    return "".join(w[0] for w in normal(text).split() if w not in small)
