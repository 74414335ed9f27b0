"""What a list of events can be narrowed down by: who, where, topic, year, standing.

Each term but the last kind has a page of its own, which lists all events that it holds
for; so the terms are links, and only combining them needs a script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from generator.model.events import Event, Factuality
from generator.pages.chronology import address_of
from generator.pages.reach import written_year
from generator.pages.views import Catalogue

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


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Finds the terms of a list; `slugs` are the tags' folders."""

    catalogue: Catalogue
    slugs: Mapping[str, str]

    def __call__(self, events: Iterable[Event]) -> tuple[Terms, ...]:
        """The kinds of terms that tell *events* apart, () for a short list.

        A term that every event has would narrow nothing and is left out.
        """
        listed = tuple({event.id: event for event in events}.values())
        if len(listed) < WORTH_NARROWING:
            return ()
        found = (self._terms(kind, values, listed) for kind, values in _KINDS)
        return tuple(terms for terms in found if terms.terms)

    def _terms(
        self,
        kind: str,
        values: Callable[[Event], Iterable[str]],
        events: Sequence[Event],
    ) -> Terms:
        counts = Counter(v for event in events for v in dict.fromkeys(values(event)))
        telling = [found for found in counts.items() if found[1] < len(events)]
        ranked = sorted(telling, key=lambda found: (-found[1], found[0]))
        chosen = ranked[:TERMS_AT_MOST]
        if kind == "years":
            chosen.sort()
        terms = (Term(value, many, self._query(kind, value)) for value, many in chosen)
        return Terms(kind, tuple(terms), len(ranked) - len(chosen))

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
