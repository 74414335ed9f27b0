"""What of an event is searched and shown, and what else is found by name: as words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.model.each import settling
from generator.model.edtf import Day, Form
from generator.model.events import Event, Factuality, citations_of
from generator.pages import routes
from generator.pages.catalogue import Catalogue
from generator.pages.prose import lead, printable
from generator.pages.search_terms import terms
from generator.pages.words import Words

_FIRST_WORDS = 80
_MONTH, _YEAR = 31, 372  # as if each month had 31 days: days in order, no calendar
_YEARS = 20
_MARKUP = re.compile(r"\]\([^)]*\)|<[^>]*>")
"""What of Markdown is no word of the text: addresses of links, and tags."""

NAME, TOPIC, SAYS = "@", "#", "!"
"""What the ids of entities, the folders of topics and the states of events begin with
among the words: no word begins with such a mark."""


Terms = str
"""Words as `terms` gives them, a line for each."""


@dataclass(frozen=True, slots=True)
class Searched:
    """An event as the search knows it.

    `strong` are the words that it is foremost about, and what lists are narrowed down
    by; `weak` those that it has elsewhere. `shown` is a line of what is shown where it
    is found. `first` and `last` are the days between which it lies, None where there is
    no bound, both None without a date; `lasts`: it goes on all that time.
    """

    strong: Terms
    weak: Terms
    shown: str
    first: int | None
    last: int | None
    lasts: bool


Known = tuple[Event, tuple[Terms, ...], tuple[str, ...], int]
"""An event, the words of its names and topics, the language of each of its citations,
and how many sources tell of it."""


@settling
def searched(words: Words, language: str, known: Known) -> Searched:
    """An event as the search knows it; the site's own *language* is BCP 47."""
    event, named, languages, voices = known
    dated = words.date(event.date) if event.date else ""
    first, last = (event.date.first, event.date.last) if event.date else (None, None)
    says = states(event)
    narrowed = [SAYS + state for state in says]
    names = (text.split("\n") for text in named)
    strong = _each_once(terms(event.title, language), *names, narrowed)
    foremost = {term.partition("\t")[0] for term in strong}
    years = _years(first or last, last or first)
    weak = []
    for term in _each_once(*_elsewhere(event, dated, language, languages), years):
        if term.partition("\t")[0] in foremost:
            strong[term] = None
        else:
            weak.append(term)
    return Searched(
        "\n".join(strong),
        "\n".join(weak),
        _shown(event, dated or words.gettext("Undated"), says, voices, words),
        first and _number(first),
        last and _number(last),
        event.date is not None and event.date.form in (Form.INTERVAL, Form.ALL_OF),
    )


def _each_once(*texts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(chain.from_iterable(texts))


def _elsewhere(
    event: Event, dated: str, language: str, languages: Iterable[str]
) -> Iterator[Iterable[str]]:
    """The words of its text, its passages and accounts, and its date.

    Not those of its sources' titles: an article tells of more than its headline says.
    """
    texts = {language: [dated, _without_markup(event.body)]}
    for citation, spoken in zip(citations_of(event), languages, strict=True):
        texts.setdefault(spoken or language, []).append(citation.quote.exact)
    for claim in event.claims:
        texts[language] += (claim.about, claim.value, claim.speaker)
    for spoken, found in texts.items():
        yield terms("\n".join(found), spoken)


def _without_markup(text: str) -> str:
    is_plain = "](" not in text and "<" not in text
    return text if is_plain else _MARKUP.sub(" ", text)


def _years(first: Day | None, last: Day | None) -> Iterable[str]:
    """The years between two days, if they are not too many to be named."""
    if first is None or last is None or last[0] - first[0] > _YEARS:
        return ()
    return map(str, range(first[0], last[0] + 1))


def states(event: Event) -> list[str]:
    """What is to be known before believing: "proposed", "planned", "differ", ..."""
    found: list[str] = [event.status]
    if event.factuality is not Factuality.HAPPENED:
        found.append(event.factuality)
    return found + ["differ"] * event.accounts_differ


def _number(day: Day) -> int:
    year, month, number = day
    return year * _YEAR + (month - 1) * _MONTH + number - 1


def _shown(
    event: Event, dated: str, says: Iterable[str], voices: int, words: Words
) -> str:
    text = lead(event.body)
    if not text and event.citations:
        text = event.citations[0].quote.exact
    return _columns(
        routes.event_page(event.id),
        _in_a_line(event.title),
        dated,
        " ".join(says),
        words.ngettext("%(num)s source", "%(num)s sources", voices),
        _first_words(_in_a_line(text)),
    )


def _columns(*texts: str) -> str:
    return printable("\t".join(texts)).rstrip("\t")


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _first_words(text: str) -> str:
    if len(text) <= _FIRST_WORDS:
        return text
    return text[:_FIRST_WORDS].rpartition(" ")[0] + " …"


Called = tuple[str, tuple[tuple[str, str], ...]]
"""What something is called among the words, "" if nothing, and its names, each with the
language that it is in."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A page that is found by its name: of a person, an organisation, a place, a topic
    or a source, of so many events."""

    kind: str
    label: str
    path: str
    events: int
    called: Called

    @property
    def facet(self) -> str:
        """What lists are narrowed down to it by, "" for a source."""
        return self.called[0]

    def shown(self, words: Words) -> str:
        """A line of what is shown where it is found."""
        count = words.ngettext("%(num)s event", "%(num)s events", self.events)
        return _columns(self.path, _in_a_line(self.label), self.kind, count)


@settling
def named(called: Called) -> Terms:
    """The words that a thing is found by."""
    facet, names = called
    found = (terms(name, language) for name, language in names)
    return "\n".join(_each_once(*found, filter(None, [facet])))


def things(catalogue: Catalogue, slugs: Mapping[str, str]) -> Iterator[Thing]:
    """Everything that is found by name; *slugs* are the topics' folders."""
    timeline, words = catalogue.timeline, catalogue.words
    language = catalogue.site.language
    for entity in catalogue.entities.values():
        names = (entity.pref_label, *entity.alt_label)
        yield Thing(
            words.kind[entity.kind],
            entity.pref_label,
            routes.entity_page(entity.id),
            len(timeline.by_entity.ids.get(entity.id, ())),
            (NAME + entity.id, tuple((name, language) for name in names)),
        )
    for tag, ids in timeline.by_tag.ids.items():
        yield Thing(
            words.gettext("Topic"),
            tag,
            routes.tag_page(slugs[tag]),
            len(ids),
            (TOPIC + slugs[tag], ((tag, language),)),
        )
    for id, card in catalogue.cards.items():
        spoken = card.language or language
        yield Thing(
            words.gettext("Source"),
            card.name,
            routes.source_page(id),
            len(timeline.by_source.ids.get(id, ())),
            ("", ((card.name, spoken), (card.container, language))),
        )
