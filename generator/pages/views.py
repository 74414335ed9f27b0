"""What the templates are given of one thing, with all names in it looked up."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.citations import Citation, Claim
from generator.model.entities import Entity
from generator.model.events import Correction, Event
from generator.model.timeline import Passage
from generator.pages.excerpts import Excerpt
from generator.pages.things import Card


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation with its source's card and its place there."""

    citation: Citation
    passage: Passage
    card: Card


@dataclass(frozen=True, slots=True)
class Account:
    """One speaker's answer in a table of accounts that differ."""

    claim: Claim
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class Question:
    """What the accounts are about, and each of them in the editor's order."""

    about: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A related event, and what both have in common."""

    event: Event
    entities: tuple[Entity, ...]
    cards: tuple[Card, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as lists show it.

    `lead` is the first paragraph of its body, in plain text; without one, `quote` is
    its first citation. `voices` counts independent sources. `key` marks those that
    most sources tell of.
    """

    event: Event
    lead: str
    quote: Quoted | None
    entities: tuple[Entity, ...]
    voices: int
    key: bool

    @property
    def told(self) -> str:
        """What happened, in a sentence: the editor's, else the source's own words."""
        return self.lead or (self.quote.passage.exact if self.quote else "")


@dataclass(frozen=True, slots=True)
class Clipping:
    """A passage of a source in its context, with the events that cite it."""

    excerpt: Excerpt
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """An entity that is seen together with another, and in how many events."""

    entity: Entity
    events: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A source, and of how many events of a list it tells."""

    card: Card
    events: int


@dataclass(frozen=True, slots=True)
class Group:
    """What of a list stands under one year; `key` is "" for what has no date.

    The entries of a very long list are `brief`. `room` is for how many of them the
    page keeps room before they are laid out, None on a short page.
    """

    key: str
    name: str
    entries: tuple[Entry, ...]
    brief: bool
    room: int | None


@dataclass(frozen=True, slots=True)
class Correcting:
    """A correction and the event that it corrects."""

    correction: Correction
    event: Event
