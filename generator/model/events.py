"""Events: as editors keep them, and as the extraction proposes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.citations import Citation, Claim
from generator.model.edtf import Edtf
from generator.model.entities import Coordinates, EntityKind
from generator.model.media import Media
from generator.model.sources import BlockKind
from generator.problems import Origin, Problem


class Status(StrEnum):
    """What people have decided about an event. `rejected` is never published."""

    PROPOSED = "proposed"
    REVIEWED = "reviewed"
    DISPUTED = "disputed"
    REJECTED = "rejected"


class Factuality(StrEnum):
    """What the sources say of an event: that it happened, is planned, is denied,
    or is alleged by somebody without more (FactBank's distinctions, simplified)."""

    HAPPENED = "happened"
    PLANNED = "planned"
    DENIED = "denied"
    ALLEGED = "alleged"


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note to readers about what was changed after publication."""

    date: Edtf
    note: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as its Markdown file in `content/events/` tells it.

    `id` is the file's name and the event's address. `date` is None when no
    source dates it. `people`, `organisations`, `places` are entity ids. `aliases`
    are former ids. `body` is Markdown. `origins` tells where each value stands in
    the file, by its key ("date", "people.0", "citations.1.exact").
    """

    id: str
    title: str
    date: Edtf | None
    status: Status = Status.PROPOSED
    factuality: Factuality = Factuality.HAPPENED
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()
    media: tuple[Media, ...] = ()
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = field(default=Origin(""), compare=False)
    origins: Mapping[str, Origin] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def entities(self) -> tuple[str, ...]:
        """Ids of everyone and everything the event is about."""
        return self.people + self.organisations + self.places

    @property
    def accounts_differ(self) -> bool:
        """True when two claims answer the same question with different values."""
        if len(self.claims) < 2:
            return False
        answers = {(claim.about, claim.value) for claim in self.claims}
        return len(answers) > len({about for about, _ in answers})


def citations_of(event: Event) -> tuple[Citation, ...]:
    """Every citation of *event*, those of its claims included."""
    if not event.claims:
        return event.citations
    return event.citations + tuple(claim.citation for claim in event.claims)


def cited_sources(event: Event) -> tuple[str, ...]:
    """Ids of the sources that *event* cites, each once, in order."""
    return tuple(dict.fromkeys([c.source for c in citations_of(event)]))


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that says that something happens at some time.

    `start` and `end` bound the passage in its document; `citation` is that
    passage with what it says of the date. `date` is None while undated. `block` is
    the part of the page that it stands in.
    """

    source: str
    start: int
    end: int
    citation: Citation
    date: Edtf | None
    factuality: Factuality = Factuality.HAPPENED
    score: float = 0.0
    block: BlockKind = BlockKind.BODY


@dataclass(frozen=True, slots=True)
class EntityProposal:
    """Somebody or something that the sources name, found by the extraction.

    `coordinates` are there where a gazetteer has no doubt which place is meant.
    """

    id: str
    kind: EntityKind
    pref_label: str
    alt_label: tuple[str, ...] = ()
    coordinates: Coordinates | None = None


@dataclass(frozen=True, slots=True)
class EventProposal:
    """An event as the extraction would write it; `score` ranks it (higher first).

    `slug` is made of words of the title; the id is chosen from date and slug when
    the file is first written and is never recomputed. `claims` are the accounts of
    it that differ.
    """

    slug: str
    title: str
    date: Edtf | None
    factuality: Factuality
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    tags: tuple[str, ...]
    citations: tuple[Citation, ...]
    body: str
    score: float
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two events that may be one, which is for an editor to say.

    Each is known by a passage that only it cites; `because` is a sentence.
    """

    first: Citation
    second: Citation
    because: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a reading of all sources proposes, best events first.

    `problems` are what only a person can settle: who may be the same as whom.
    `lower` are events that the timeline has no room for: they are listed, best first,
    but get no file. `suggestions` tell which events may be one.
    """

    events: tuple[EventProposal, ...] = ()
    entities: tuple[EntityProposal, ...] = ()
    sources: tuple[SourceProposal, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()
    lower: tuple[EventProposal, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceProposal:
    """What a document's own text states of itself; empty where it does not."""

    id: str
    title: str = ""
    author: tuple[str, ...] = ()
    container_title: str = ""
    publisher: str = ""
    issued: str = ""
    url: str = ""
    language: str = ""
    sha256: str = ""
    inferred_issued: str = ""
    inferred_because: str = field(default="")
