"""Turns the names of all documents into entities: one for each, under all its names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.extract.gazetteer import Gazetteer, gazetteer
from generator.extract.kinds import agreed
from generator.extract.name import Name, NameFinder
from generator.extract.naming import KNOWN_ORGANISATIONS, LEGAL_FORMS
from generator.extract.people import People, established
from generator.extract.placing import with_coordinates
from generator.extract.runs import normal
from generator.model.entities import Entity, EntityKind
from generator.model.events import EntityProposal
from generator.model.letters import hyphenated
from generator.model.sources import Document


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
    of a person whom some text calls by office ("Russian President ...");
    `likenesses` are pairs of ids that may be one person's.
    """

    named: Mapping[str, Sequence[Named]]
    entities: Mapping[str, EntityProposal]
    affiliation: Mapping[str, str]
    likenesses: Sequence[tuple[str, str]] = ()

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

    def part(self, source: str) -> Cast:
        """Those whom the document *source* names, and the countries they act for."""
        named = self.named[source]
        ids = {entry.id for entry in named}
        ids |= {self.allegiance(name) for name in ids}
        return Cast(
            {source: named},
            {name: self.entities[name] for name in sorted(ids & self.entities.keys())},
            {n: self.affiliation[n] for n in sorted(ids & self.affiliation.keys())},
        )


def slug(text: str) -> str:
    """*text* as an id: lower-case words of ASCII letters and digits, hyphens."""
    return hyphenated(re.sub(r"'s?\b", "", normal(text)))


Label = tuple[str, EntityKind]
"""A name that an editor gives to an entity of that kind."""


def labels_of(entities: Sequence[Entity]) -> tuple[Label, ...]:
    """Every label of the editor's, the longest first."""
    pairs = [
        (label, entity)
        for entity in entities
        for label in (entity.pref_label, *entity.alt_label)
        if label.strip()
    ]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0], pair[1].id))
    return tuple((label, entity.kind) for label, entity in pairs)


def names_of(
    document: Document, labels: Sequence[Label], finder: NameFinder
) -> list[Name]:
    """The names that *finder* finds; the editor's *labels* go before them."""
    return _editors_first(document, finder.names(document), labels)


def cast_from(
    documents: Sequence[Document],
    entities: Sequence[Entity],
    names: Iterable[Sequence[Name]],
) -> Cast:
    """The cast of *documents*, where the names of each are known already."""
    book = _Book(gazetteer(), entities)
    told = {d.id: of_one for d, of_one in zip(documents, names, strict=True)}
    found = agreed(told, [label for label, _ in labels_of(entities)])
    book.learn(name for of_one in found.values() for name in of_one)
    named = {
        source: [entry for name in of_one for entry in book.named(name, of_one)]
        for source, of_one in found.items()
    }
    return Cast(
        named,
        book.proposals(named),
        dict(sorted(book.affiliation.items())),
        book.likenesses(),
    )


def _editors_first(
    document: Document, names: Sequence[Name], labels: Sequence[Label]
) -> list[Name]:
    """*names* with those that the editor's labels cover put in their places.

    A label that is a piece of a longer name says nothing of it. A capital that stands
    for its country goes on doing so when it has a file.
    """
    theirs: list[Name] = []
    governments = {(n.start, n.end) for n in names if n.stands_for_country}
    for label, kind in labels:
        first, pattern = _spelt(label)
        if first not in document.text:
            continue
        for match in pattern.finditer(document.text):
            if kind is EntityKind.PLACE and match.span() in governments:
                continue
            theirs.append(Name(*match.span(), label, kind))
    longer = [n for n in names if n.kind is not None and not n.adjective]
    theirs = _longest(t for t in theirs if not any(_is_part(t, n) for n in longer))
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


@cache
def _spelt(label: str) -> tuple[str, re.Pattern[str]]:
    """The first word of an editor's *label*, and what finds all of it in a text."""
    words = label.split()
    spelt = r"\s+".join(map(re.escape, words))
    return words[0], re.compile(rf"(?<!\w){spelt}(?!\w)")


def _is_part(name: Name, longer: Name) -> bool:
    """*name* is only a piece of *longer*: "Lindholm" of the "Lindholm Institute"."""
    inside = longer.start <= name.start and name.end <= longer.end
    return inside and len(name.text) < len(longer.text)


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
        self._editors = {entity.id: entity for entity in self._entities}
        self._ids: dict[tuple[EntityKind, str], str] = {}
        self._kinds: dict[str, EntityKind] = {}
        self._forms: dict[str, Counter[str]] = defaultdict(Counter)
        self._people = People()
        self._bodies: dict[str, str] = {}
        self._titles: dict[str, set[str]] = defaultdict(set)
        self.affiliation: dict[str, str] = {}
        for entity in self._entities:
            self._kinds[entity.id] = entity.kind
            for label in (entity.pref_label, *entity.alt_label):
                self._ids[entity.kind, normal(label)] = entity.id
                if entity.kind is EntityKind.PERSON:
                    self._people.add(label, entity.id)
                elif entity.kind is EntityKind.ORGANISATION:
                    self._note_body(label, entity.id)

    def learn(self, names: Iterable[Name]) -> None:
        """Takes in all names: full ones first, then what they explain."""
        names = list(names)
        for text, kind, country, title in _fullest_first(names):
            if kind is EntityKind.PERSON and " " not in text:
                continue
            entity = self._id(kind, text)
            if kind is EntityKind.PERSON and title:
                self._titles[entity].add(title)
            if kind is EntityKind.PERSON and country:
                place = self._known.countries[country]
                self.affiliation.setdefault(entity, self._place_id(place.name))
        for name in names:
            if name.kind not in (None, EntityKind.PLACE) and (
                " " in name.text or name.kind is EntityKind.ORGANISATION
            ):
                self._forms[self._id(name.kind, name.text)][name.text] += 1
        self._learn_single_words(names)

    def _learn_single_words(self, names: Iterable[Name]) -> None:
        """People and firms of one word, where it is nobody's surname."""
        for name in sorted(names, key=lambda name: name.text):
            kind = name.guess
            if name.kind is EntityKind.PERSON and " " not in name.text:
                kind = name.kind
            if kind in (None, EntityKind.PLACE) or self._people.called(name.text):
                continue
            self._forms[self._id(kind, name.text)][name.text] += 1

    def named(self, name: Name, others: Sequence[Name]) -> Iterable[Named]:
        """The entity that *name* stands for, if it stands for one."""
        if name.kind is EntityKind.PLACE:
            entity, label = self._place_of(name)
            self._forms[entity][label] += 1
            self._kinds[entity] = EntityKind.PLACE
            yield Named(name.start, name.end, entity, EntityKind.PLACE, name.adjective)
            return
        found = self._settled(name) or self._by_surname(name, others)
        if found is not None:
            yield Named(name.start, name.end, found, self._kinds[found])
        elif name.guess is EntityKind.PLACE:
            yield from self.named(replace(name, kind=name.guess), others)

    def _settled(self, name: Name) -> str | None:
        """The entity of a name that needs no context."""
        person = (EntityKind.PERSON, normal(name.text))
        body = (EntityKind.ORGANISATION, normal(name.text))
        if name.kind is EntityKind.ORGANISATION:
            return self._id(name.kind, name.text)
        if name.kind is EntityKind.PERSON and " " in name.text:
            return self._id(name.kind, name.text)
        firm = name.guess is EntityKind.ORGANISATION and body in self._ids
        if person in self._ids and not firm:
            return self._ids[person]
        if name.kind is None and not self._people.called(name.text):
            return self._ids.get(body)
        return None

    def proposals(
        self, named: Mapping[str, Sequence[Named]]
    ) -> dict[str, EntityProposal]:
        """An entity for every id that is named, with all the names it goes by."""
        present = sorted({n.id for entries in named.values() for n in entries})
        proposals = {name: self._proposal(name) for name in present}
        return with_coordinates(proposals, self._entities)

    def likenesses(self) -> tuple[tuple[str, str], ...]:
        """Pairs of people who may be one, and whom no editor has told apart."""
        editors = {entity.id for entity in self._entities}
        return tuple(p for p in self._people.likenesses() if not editors.issuperset(p))

    def _proposal(self, entity: str) -> EntityProposal:
        kind = self._kinds[entity]
        if editors := self._editors.get(entity):
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
        if key in self._ids:
            return self._ids[key]
        if kind is EntityKind.PERSON:
            entity = self._people.known(text) or self._new(kind, text)
            self._people.add(text, entity)
        else:
            entity = self._known_body(text) or self._new(kind, text)
            self._note_body(text, entity)
        self._ids[key] = entity
        return entity

    def _new(self, kind: EntityKind, text: str) -> str:
        entity = slug(text) or "unnamed"
        if self._kinds.get(entity, kind) is not kind:
            entity = f"{entity}-{kind}"
        self._kinds[entity] = kind
        return entity

    def _known_body(self, text: str) -> str | None:
        """The organisation that *text* names by acronym or without its legal form."""
        return next(filter(None, map(self._bodies.get, _short_names(text))), None)

    def _note_body(self, text: str, entity: str) -> None:
        for short in _short_names(text):
            self._bodies.setdefault(short, entity)

    def _by_surname(self, name: Name, others: Sequence[Name]) -> str | None:
        """The person whom a bare surname means in its document; None if it is open."""
        people = self._people.called(name.text)
        if len(people) > 1:
            people = self._meant(name, people, others)
        if len(people) != 1:
            return None
        (person,) = people
        self._forms[person][name.text] += 1
        return person

    def _meant(
        self, name: Name, people: frozenset[str], others: Sequence[Name]
    ) -> frozenset[str]:
        """Whom of the namesakes *people* the document with *others* means."""
        where: dict[str, list[int]] = defaultdict(list)
        for other in others:
            if other.kind is EntityKind.PERSON and " " in other.text:
                person = self._id(other.kind, other.text)
                if person in people:
                    where[person].append(other.start)
        if len(where) == 1:
            return frozenset(where)
        if name.title:
            titled = frozenset(p for p in people if name.title in self._titles[p])
            if len(titled) == 1:
                return titled
        if len(where) > 1:
            bare = [o.start for o in others if normal(o.text) == normal(name.text)]
            first = established(where, bare)
            return frozenset({first} if first else ())
        return people

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


def _fullness(form: str) -> int:
    """How much of a name *form* gives: words that are no initials."""
    if form in KNOWN_ORGANISATIONS.values():
        return 100
    return sum(len(word) > 1 for word in _short_names(form)[0].split())


def _canonical(text: str) -> str:
    return KNOWN_ORGANISATIONS.get(text, text)


def _short_names(text: str) -> list[str]:
    """What an organisation goes by, for comparison: its acronym, no legal form."""
    words = [w for w in text.split() if w.rstrip(".,") not in LEGAL_FORMS]
    core = normal(" ".join(words)) or normal(text)
    small = {"of", "for", "and", "the", "&"}
    initials = "".join(word[0] for word in core.split() if word not in small)
    return [core, initials] if len(initials) > 2 else [core]


def _fullest_first(
    names: Iterable[Name],
) -> list[tuple[str, EntityKind, str, str]]:
    """Text, kind, country and title of what has a kind; long and frequent ones lead."""
    counted: Counter[tuple[str, EntityKind, str, str]] = Counter(
        (name.text, name.kind, name.country, name.title)
        for name in names
        if name.kind is not None and name.kind is not EntityKind.PLACE
    )
    return sorted(
        counted,
        key=lambda key: (-_fullness(key[0]), -counted[key], *key),
    )
