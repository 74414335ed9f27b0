"""What a list of events can be narrowed down by: who, where, topic, year, standing.

Each term but the last kind has a page of its own, which lists all events that it holds
for; so the terms are links, and only combining them needs a script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from urllib.parse import urlencode

from generator.model.events import Event, Factuality
from generator.pages.catalogue import Catalogue
from generator.pages.chronology import address_of
from generator.pages.reach import written_year
from generator.pages.remembered import Remembered

TERMS_AT_MOST = 12
"""Of one kind; the page of all is behind the last of them."""

WORTH_NARROWING = 5
"""A shorter list is read sooner than narrowed down."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entity's id, a tag, a year's key or a word of standing; how many events of the
    list it holds for, and what of the address asks for them."""

    value: str
    events: int
    query: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one `kind`, those of most events first; `more` are left out."""

    kind: str
    terms: tuple[Term, ...]
    more: int


TermsOfEvents = Remembered[Event, tuple[tuple[str, ...], ...]]
"""What each event has of each kind; remembered, since it is in many lists."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Finds the terms of a list; `slugs` are the tags' folders, `known` is what is
    known of single events."""

    catalogue: Catalogue
    slugs: Mapping[str, str]
    known: TermsOfEvents = field(default_factory=Remembered)
    _queries: dict[tuple[str, str], str] = field(default_factory=dict)

    def kinds(self, events: Iterable[Event]) -> tuple[Terms, ...]:
        """The kinds of terms that tell *events* apart, () for a short list.

        A term that every event has would narrow nothing and is left out.
        """
        listed = {event.id: event for event in events}.values()
        if len(listed) < WORTH_NARROWING:
            return ()
        # By kind, what each of the events has of it.
        of = self.known.of
        by_kind = zip(*(of(event.id, event, _values) for event in listed), strict=True)
        found = (
            self._terms(kind, Counter(chain.from_iterable(values)), len(listed))
            for (kind, _), values in zip(_KINDS, by_kind, strict=True)
        )
        return tuple(terms for terms in found if terms.terms)

    def _terms(self, kind: str, counts: Counter[str], events: int) -> Terms:
        telling = [found for found in counts.items() if found[1] < events]
        ranked = sorted(telling, key=lambda found: (-found[1], found[0]))
        chosen = ranked[:TERMS_AT_MOST]
        if kind == "years":
            chosen.sort()
        terms = (Term(value, many, self._asking(kind, value)) for value, many in chosen)
        return Terms(kind, tuple(terms), len(ranked) - len(chosen))

    def _asking(self, kind: str, value: str) -> str:
        if (kind, value) not in self._queries:
            self._queries[kind, value] = self._query(kind, value)
        return self._queries[kind, value]

    def _query(self, kind: str, value: str) -> str:
        if kind == "years":
            year = self.catalogue.year(value)
            if year is None:
                return ""
            first, last = map(written_year, (year.first, year.last))
            return urlencode({"from": first, "to": last})
        if kind == "topics":
            return urlencode({"topic": self.slugs[value]})
        return urlencode({"says" if kind == "says" else "name": value})


def _values(event: Event) -> tuple[tuple[str, ...], ...]:
    """What *event* has of each kind."""
    return tuple(tuple(dict.fromkeys(values(event))) for _, values in _KINDS)


def _standing(event: Event) -> Iterable[str]:
    """How far *event* is to be believed, in the words of the address."""
    yield event.status.value
    if event.factuality is not Factuality.HAPPENED:
        yield event.factuality.value
    if event.accounts_differ:
        yield "differ"


_KINDS: Sequence[tuple[str, Callable[[Event], Iterable[str]]]] = (
    ("people", lambda event: event.people),
    ("organisations", lambda event: event.organisations),
    ("places", lambda event: event.places),
    ("topics", lambda event: event.tags),
    ("years", lambda event: [address_of(event.date)[0]] if event.date else []),
    ("says", _standing),
)
