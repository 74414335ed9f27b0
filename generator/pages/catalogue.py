"""What every page may look up: the timeline with its names, cards and rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import attrgetter

from generator.model.citations import Citation
from generator.model.each import Each, in_turn, once, settling
from generator.model.edtf import Day
from generator.model.entities import Entity
from generator.model.events import Event, Status
from generator.model.media import NO_PICTURES, Pictures
from generator.model.ranking import Rank
from generator.model.related import Related
from generator.model.timeline import Timeline
from generator.pages import feed_entries, things
from generator.pages.chronology import (
    Month,
    Section,
    Year,
    address_of,
    beside,
    sections,
    standing,
    year_of,
)
from generator.pages.citing import Citing
from generator.pages.density import LONG_PAGE, room
from generator.pages.excerpts import Stretch, excerpt, stretches
from generator.pages.map import Atlas, atlas
from generator.pages.prose import lead
from generator.pages.things import Card
from generator.pages.views import (
    Account,
    Clipping,
    Company,
    Correcting,
    Entry,
    Group,
    Neighbour,
    Question,
    Quoted,
    Telling,
)
from generator.pages.words import Words
from generator.settings import SiteConfig

WHOLE_LIST = 100
"""From this many events on, the start page shows years and key events instead."""

WHOLE_YEAR = 600
"""Above this, a year's page leads to its months instead of listing all."""

FOREMOST = 5
"""How many events stand for a month on the page of such a year."""

_KEY_SHARE = 6
_KEY_AT_MOST = 12


@dataclass(frozen=True)
class Catalogue:
    """What every page may look up. `words` are those of the interface, `sections` the
    years of the dated events, `key` the ids of those that most sources tell of,
    `citing` how sources and events are cited.

    What only some pages need is made when the first of them asks for it; *each* may
    know it again. `told_in_brief` is for data to keep what lists tell of an event.
    """

    timeline: Timeline
    site: SiteConfig
    words: Words
    cards: Mapping[str, Card]
    entities: Mapping[str, Entity]
    sections: tuple[Section, ...]
    key: frozenset[str]
    citing: Citing
    pictures: Pictures = NO_PICTURES
    each: Each = in_turn
    _entries: dict[str, Entry] = field(default_factory=dict)
    _years: dict[str, Year] = field(default_factory=dict)
    _related: dict[str, Sequence[Related]] = field(default_factory=dict)
    _changed: dict[str, Day] = field(default_factory=dict)
    told_in_brief: dict[str, bytes] = field(default_factory=dict)

    @staticmethod
    def of(
        timeline: Timeline,
        site: SiteConfig,
        words: Words,
        each: Each = in_turn,
        pictures: Pictures = NO_PICTURES,
    ) -> Catalogue:
        dated = timeline.events
        ids = map(attrgetter("id"), dated)
        return Catalogue(
            timeline,
            site,
            words,
            things.cards(timeline, words, each),
            things.entities(timeline),
            once(each, sections, tuple(each(standing, dated))),
            once(each, _key_events, tuple(map(timeline.ranks.__getitem__, ids))),
            once(each, _citing, (site, words)),
            pictures,
            each,
        )

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The sections of the dated events."""
        found = (self.year(section.key) for section in self.sections)
        return tuple(year for year in found if year is not None)

    @cached_property
    def atlas(self) -> Atlas:
        """The places that events name, and where they are."""
        return atlas(self.entities.values(), self.timeline.by_entity.ids)

    @property
    def key_events(self) -> tuple[Event, ...]:
        """Those that most sources tell of, in the order of time."""
        return self.events(sorted(self.key, key=self.timeline.places.__getitem__))

    def entry(self, event: Event) -> Entry:
        """*event* as lists show it."""
        if event.id not in self._entries:
            self._entries[event.id] = self._entry(event)
        return self._entries[event.id]

    def entries(self, events: Iterable[Event]) -> tuple[Entry, ...]:
        return tuple(self.entry(event) for event in events)

    def year(self, key: str) -> Year | None:
        """The section of a year by its key; None when there is none."""
        if key not in self._years and key in self._sections:
            section = self._sections[key]
            self._years[key] = year_of(section, self.timeline.by_id, self.words)
        return self._years.get(key)

    def month(self, key: str) -> Month | None:
        """The section of a month by its key; None when there is none."""
        year = self.year(key.partition("/")[0])
        months = year.named_months if year else ()
        return next((month for month in months if month.key == key), None)

    def beside_year(self, key: str) -> tuple[Year | None, Year | None]:
        """The years before and after that with *key*; None at either end."""
        before, after = self._keys_beside_year[key]
        return self.year(before), self.year(after)

    def beside_month(self, key: str) -> tuple[Month | None, Month | None]:
        """The months that have a page before and after that with *key*."""
        before, after = self._keys_beside_month[key]
        return self.month(before), self.month(after)

    @cached_property
    def _keys_beside_year(self) -> Mapping[str, tuple[str, str]]:
        return beside([section.key for section in self.sections])

    @cached_property
    def _keys_beside_month(self) -> Mapping[str, tuple[str, str]]:
        named = (section.named_months(self.words) for section in self.sections)
        return beside([key for months in named for key, _ in months])

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        return {section.key: section for section in self.sections}

    def _entry(self, event: Event) -> Entry:
        text = lead(event.body)
        first = event.citations[:1] if not text else ()
        quote = next(iter(self.quotes(first)), None)
        return Entry(
            event,
            text,
            quote,
            self.named(event.entities),
            self.timeline.voices(event),
            event.id in self.key,
        )

    def named(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities of *ids*, each once."""
        return tuple(self.entities[name] for name in dict.fromkeys(ids))

    def events(self, ids: Iterable[str]) -> tuple[Event, ...]:
        return tuple(self.timeline.by_id[name] for name in ids)

    def quotes(self, citations: Iterable[Citation]) -> tuple[Quoted, ...]:
        return tuple(
            Quoted(c, self.timeline.passage(c), self.cards[c.source]) for c in citations
        )

    def questions(self, event: Event) -> tuple[Question, ...]:
        """The claims of *event* by what they are about, in order."""
        by_question: dict[str, list[Account]] = {}
        for claim in event.claims:
            (quoted,) = self.quotes([claim.citation])
            by_question.setdefault(claim.about, []).append(Account(claim, quoted))
        return tuple(Question(q, tuple(found)) for q, found in by_question.items())

    def related(self, event: Event) -> Sequence[Related]:
        """What is near *event*. Its page asks, and then what that page shows: the last
        answer is still known."""
        if event.id not in self._related:
            self._related.clear()
            self._related[event.id] = self.timeline.related(event)
        return self._related[event.id]

    def changed(self, event: Event) -> Day:
        """The day of the last change of *event* that is known."""
        if event.id not in self._changed:
            self._changed[event.id] = feed_entries.last_change(
                event, self.timeline.sources
            )
        return self._changed[event.id]

    def neighbours(self, event: Event) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(
                self.timeline.by_id[near.event],
                self.named(near.entities),
                tuple(self.cards[source] for source in near.sources),
                near.chosen,
            )
            for near in self.related(event)
            if near.event in self.timeline.by_id
        )

    def clippings(self, source_id: str) -> tuple[Clipping, ...]:
        """The cited passages of a source, in the order of its text."""
        return tuple(
            Clipping(
                excerpt(passage, self.timeline.documents[source_id].text),
                self.events(passage.events),
            )
            for passage in self.timeline.passages.get(source_id, ())
        )

    def whole_text(self, card: Card) -> tuple[Stretch, ...]:
        """The source's text if its card allows it to be published, else nothing."""
        if not card.source.full_text or card.document is None:
            return ()
        passages = self.timeline.passages.get(card.source.id, ())
        return stretches(passages, card.document.text)

    @cached_property
    def unreviewed(self) -> int:
        """How many events no editor has reviewed."""
        events = self.timeline.all_events
        return sum(event.status is Status.PROPOSED for event in events)

    def foremost(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """The few most important of *events*, in the order given."""
        given = list(events)
        ranked = sorted(self.timeline.ranks[event.id] for event in given)
        chosen = {name for *_, name in ranked[:FOREMOST]}
        return tuple(event for event in given if event.id in chosen)

    def by_year(self, events: Sequence[Event]) -> tuple[Group, ...]:
        """*events* under their years, in order, and last those without a date."""
        keys: dict[str, list[Event]] = {}
        for event in events:
            key = address_of(event.date)[0] if event.date else ""
            keys.setdefault(key, []).append(event)
        order = [key for key in (*self._sections, "") if key in keys]
        brief = len(events) > LONG_PAGE
        return tuple(
            Group(
                key,
                self.words.years(*self._sections[key].span) if key else "",
                self.entries(keys[key]),
                brief,
                room(keys[key], events),
            )
            for key in order
        )

    def tellings(self, events: Iterable[Event]) -> tuple[Telling, ...]:
        """The sources of *events*, those of most events first."""
        briefs, places = self.timeline.briefs, self.timeline.places
        cited = (briefs[places[event.id]].sources for event in events)
        counts = Counter(chain.from_iterable(cited))
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(Telling(self.cards[name], count) for name, count in ranked)

    def company(
        self, events: Iterable[Event], besides: str = ""
    ) -> tuple[Company, ...]:
        """Who and what appears in *events*, most often first, *besides* left out."""
        together = Counter(
            name for event in events for name in set(event.entities) if name != besides
        )
        ranked = sorted(together.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(Company(self.entities[name], count) for name, count in ranked)

    def corrections(self) -> tuple[Correcting, ...]:
        """Every correction, newest first."""
        found = [
            Correcting(correction, event)
            for event in self.timeline.all_events
            for correction in event.corrections
        ]
        return tuple(
            sorted(
                sorted(found, key=lambda c: c.event.id),
                key=lambda c: c.correction.date.sort_key,
                reverse=True,
            )
        )


def _citing(given: tuple[SiteConfig, Words]) -> Citing:
    return Citing(*given)


@settling
def _key_events(ranks: Iterable[Rank]) -> frozenset[str]:
    """The ids of the dated events, ranked so, that most sources tell of.

    About one in six of them, at most twelve. Without two independent
    sources an event is key only on a timeline so long that its start page cannot list
    everything.
    """
    ranked = sorted(ranks)
    most = min(_KEY_AT_MOST, max(1, len(ranked) // _KEY_SHARE))
    if len(ranked) < WHOLE_LIST:
        ranked = [found for found in ranked if found[0] < -1]
    return frozenset(found[3] for found in ranked[:most])
