"""Finds who and what a document names: runs of capitalised words, and their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.extract.evidence import decided
from generator.extract.gazetteer import Gazetteer, Place
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    words,
)
from generator.extract.name import Name
from generator.extract.naming import (
    EVENT_NOUNS,
    FULL_TITLES,
    JOINED,
    KNOWN_ORGANISATIONS,
    OFFICE_WORDS,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    THE_COMPANY,
    TITLES,
)
from generator.extract.runs import (
    ends_name,
    ends_with_suffix,
    possessive_length,
    runs,
    text_of,
)
from generator.extract.signs import Sighting, is_given
from generator.extract.tokens import Token, sentences, tokens
from generator.extract.verbs import verb_form
from generator.model.entities import EntityKind
from generator.model.sources import BlockKind, Document

_LOCATIVE = words("in at to from near outside into around toward towards")
_SKIPPED = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATELINE})
_TITLES = frozenset({BlockKind.HEADING, BlockKind.HEADLINE, BlockKind.TEASER_TITLE})
"""Titles capitalise everything, so they show no names that are not known."""


class PatternNames:
    """Finds names by their capitals, by lists, and by the words around them."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known

    @property
    def says(self) -> str:
        return "patterns and lists"

    def names(self, document: Document) -> list[Name]:
        return names_in(document, self._known)


def names_in(document: Document, known: Gazetteer) -> list[Name]:
    """The names of *document*, in order, each of the kind that all of it tells."""
    sightings: list[Sighting] = []
    titled: list[Name] = []
    common: set[str] = set()
    datelines: set[str] = set()
    for block in document.blocks:
        if block.kind is BlockKind.DATELINE:
            datelines.add(_written_at(document.text[block.start : block.end]))
        if block.kind in _SKIPPED:
            continue
        if block.kind in _TITLES:
            heading = tokens(document.text, block.start, block.end)
            titled += _countries(heading, known)
            continue
        for start, end in sentences(document.text, block.start, block.end):
            sentence = tokens(document.text, start, end)
            common.update(word.text for word in sentence if word.text.islower())
            sightings += _of_sentence(sentence, known)
    the_company = THE_COMPANY.search(document.text) is not None
    found = [*titled, *decided(sightings, common, known, datelines, the_company)]
    return sorted(found, key=lambda name: (name.start, name.end))


def _written_at(dateline: str) -> str:
    """The place that a dateline such as "LINDHOLM, Norway (AP) --" opens with."""
    match = re.match(r"\W*([^\W\d_]+(?:[ -][^\W\d_]+)*?)(?=\s*[,(—–-]|\s*$)", dateline)
    return match[1].title() if match else ""


def _of_sentence(words: Sequence[Token], known: Gazetteer) -> Iterator[Sighting]:
    for start, end in runs(words):
        at = start
        for name in _split(words, start, end, known):
            while words[at].end <= name.start:
                at += 1
            last = at + 1
            while last < end and words[last].start < name.end:
                last += 1
            yield Sighting(name, words, at, last)


def _countries(words: Sequence[Token], known: Gazetteer) -> Iterator[Name]:
    """The countries in a title."""
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            end = min(at + size, len(words))
            place = known.place(text_of(words, at, end))
            named = words[at].is_capital and words[end - 1].is_word
            if named and place is not None and place.is_country:
                yield _place(words, at, end, known, place, adjective=False)
                at = end
                break
        else:
            at += 1


def _split(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> Iterator[Name]:
    """The names in one run: "Russian Foreign Minister Sergey Lavrov" holds two."""
    office = _office_with_of(words, start, end, known)
    if office is not None:
        of, person = office
        yield from _plain(words, start, of, known)
        yield from _served(words, of + 2, person, known)
        if person < end:
            country = _country_before(words, start, person, known)
            yield _name(words, person, end, EntityKind.PERSON, country)
        return
    title = _last_title(words, start, end)
    if title is not None:
        yield from _plain(words, start, title, known)
        rest = title + 1
        while rest < end and not words[rest].is_word:
            rest += 1
        if rest < end:
            country = _country_before(words, start, title, known)
            yield _name(
                words, rest, end, EntityKind.PERSON, country, title=words[title].lower
            )
        return
    yield from _plain(words, start, end, known)


def _office_with_of(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> tuple[int, int] | None:
    """The title before "of", and where the person's name begins (the run's end when
    nobody is named): "Chief of General Staff | Ada Quill"."""
    for title in range(max(start - 3, 0), end - 2):
        if words[title].lower not in TITLES or words[title + 1].lower != "of":
            continue
        served = title + 2 + (words[title + 2].lower == "the")
        if title < start != served:
            continue
        for size in (3, 2, 1):
            if served + size <= end and known.place(
                text_of(words, served, served + size)
            ):
                return title, served + size
        ends = [
            i
            for i in range(served, end)
            if words[i].text in OFFICE_WORDS | ORGANISATION_NOUNS
        ]
        if ends:
            return title, ends[-1] + 1
        if words[title].lower in FULL_TITLES and end - served >= 3:
            return title, end - 2
    return None


def _served(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> Iterator[Name]:
    """What the office is of, where that is a place or an organisation of its own."""
    while start < end and not words[start].is_capital:
        start += 1
    text = text_of(words, start, end)
    if known.place(text) is not None or text in KNOWN_ORGANISATIONS:
        yield from _plain(words, start, end, known)


_THINGS = ORGANISATION_NOUNS | PLACE_NOUNS | EVENT_NOUNS


def _last_title(words: Sequence[Token], start: int, end: int) -> int | None:
    if words[end - 1].text.removesuffix("’s").removesuffix("'s") in _THINGS:
        return None
    if is_given(words[start].text) and words[start].lower not in TITLES:
        return None  # "Martin Luther King Jr."
    titles = [i for i in range(start, end) if words[i].lower in TITLES]
    if not titles or not _full(words, titles):
        return None
    last = titles[-1]
    return last if last < end - 1 else None


def _full(words: Sequence[Token], titles: Sequence[int]) -> bool:
    """One of *titles* is only said of people, or two stand together."""
    joined = any(b == a + 1 for a, b in pairwise(titles))
    return joined or any(words[i].lower in FULL_TITLES for i in titles)


def _plain(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> Iterator[Name]:
    """The names of a run without a title before a person."""
    while start < end and not ends_with_suffix(words, end):
        if words[end - 1].is_word and words[end - 1].lower not in TITLES:
            break
        end -= 1
    if start >= end:
        return
    text = text_of(words, start, end)
    kind = _kind_of_whole(text, words[end - 1].text, end - start, known)
    if kind is not None:
        yield _name(words, start, end, kind, known=known)
        return
    for size in range(end - start, 0, -1):
        piece = text_of(words, start, start + size)
        place, people = known.place(piece), known.country_of_people(piece)
        if place and not place.is_country and size < end - start:
            place = None  # "Vladimir Putin" does not begin with a city
        if place or people:
            yield _place(words, start, start + size, known, place or people, not place)
            yield from _person_after(words, start + size, end, known, place or people)
            return
    if JOINED.fullmatch(words[start].text) and end - start == 1:
        yield from _joined(words[start], known)
        return
    if text in KNOWN_ORGANISATIONS or _defined(words, start, end):
        yield _name(words, start, end, EntityKind.ORGANISATION)
        return
    yield _person_or_bare(words, start, end, known)


def _kind_of_whole(
    text: str, last: str, size: int, known: Gazetteer
) -> EntityKind | None:
    last = re.sub(r"[’']s?$", "", last)
    if text in KNOWN_ORGANISATIONS:
        return EntityKind.ORGANISATION
    if known.place(text) is not None or size < 2:
        return None
    if last in ORGANISATION_NOUNS or re.search(
        r"^(?:\w+ )*(?:Ministry|University|Bank|Institute|Council|Chiefs|Department"
        r"|Office|Court|Academy|Agency|Organi[sz]ation|Association|Federation|Museum|Society"
        r"|Party|Board|Chamber|Centre|Center) (?:of|for) ",
        text,
    ):
        return EntityKind.ORGANISATION
    return EntityKind.PLACE if last in PLACE_NOUNS else None


def _person_after(
    words: Sequence[Token], start: int, end: int, known: Gazetteer, place: Place | None
) -> Iterator[Name]:
    """What follows a country in its run: "North Korea’s Kim Jong Un"."""
    if start < end:
        yield from _plain(words, start, end, known)


def _joined(word: Token, known: Gazetteer) -> Iterator[Name]:
    match = JOINED.fullmatch(word.text)
    for group in (1, 2) if match else ():
        assert match is not None
        place = known.place(match[group])
        if place is not None:
            yield Name(
                word.start + match.start(group),
                word.start + match.end(group),
                match[group],
                EntityKind.PLACE,
                place.country,
                stands_for_country=not place.is_country,
            )


def _place(
    words: Sequence[Token],
    start: int,
    end: int,
    known: Gazetteer,
    place: Place | None,
    adjective: bool,
) -> Name:
    assert place is not None
    before = words[start - 1].lower if start else ""
    after = words[end].text if end < len(words) else ""
    there = before in _LOCATIVE or (
        before == "of"
        and start > 1
        and words[start - 2].lower in ("city", "town", "capital")
    )
    apposed = after == "," and end + 1 < len(words) and words[end + 1].is_capital
    return Name(
        words[start].start,
        words[end - 1].end - possessive_length(words[end - 1]),
        text_of(words, start, end),
        EntityKind.PLACE,
        place.country,
        adjective=adjective,
        stands_for_country=place.is_capital
        and not (there or apposed)
        and (bool(start) or _acts(words, end)),
    )


def _acts(words: Sequence[Token], end: int) -> bool:
    """The name that ends there owns or does something, as governments do."""
    after = words[end].lower if end < len(words) else ""
    form = verb_form(after)[1]
    verb = form.past or form.present
    return ends_name(words[end - 1]) or verb or after in AUXILIARIES


def _person_or_bare(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> Name:
    """A run that nothing in it explains: a person's, if a full title is before it."""
    before = start - 1
    titles = []
    while before >= 0 and words[before].text in TITLES:
        titles.append(words[before].text)
        before -= 1
    country = ""
    if before >= 0 and (titles or ends_name(words[before])):
        country = _country_ending_at(words, before + 1, known)
    titled = any(word in FULL_TITLES for word in titles)
    if country and not titled and _noun_follows(words, end):
        country = ""
    kind = EntityKind.PERSON if titled else None
    title = titles[0] if titled else ""
    return _name(words, start, end, kind, country, title=title)


def _noun_follows(words: Sequence[Token], end: int) -> bool:
    """The run only describes a thing: "China's Long River | dam"."""
    if end >= len(words) or not words[end].text.islower():
        return False
    word = words[end].lower
    known_small = word in PREPOSITIONS | CONJUNCTIONS | ADVERBS | AUXILIARIES
    return not known_small and not verb_form(word)[1]


def _country_before(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> str:
    for i in range(start, end):
        for size in (2, 1):
            piece = text_of(words, i, min(i + size, end))
            place = known.country_of_people(piece) or known.place(piece)
            if place is not None:
                return place.country
    return _country_ending_at(words, start, known)


def _country_ending_at(words: Sequence[Token], end: int, known: Gazetteer) -> str:
    for size in (2, 1):
        if end - size >= 0:
            piece = text_of(words, end - size, end)
            place = known.country_of_people(piece) or known.place(piece)
            if place is not None:
                return place.country
    return ""


def _defined(words: Sequence[Token], start: int, end: int) -> bool:
    """An acronym in brackets behind a longer name: "... Agency (ABC)"."""
    bracketed = start > 0 and words[start - 1].text == "("
    closed = end < len(words) and words[end].text == ")"
    return (
        bracketed
        and closed
        and start > 2
        and _acronym(words, start, end)
        and (words[start - 2].is_capital)
    )


def _acronym(words: Sequence[Token], start: int, end: int) -> bool:
    text = text_of(words, start, end)
    return end - start == 1 and 2 <= len(text) <= 6 and text.isupper()


def _name(
    words: Sequence[Token],
    start: int,
    end: int,
    kind: EntityKind | None,
    country: str = "",
    known: Gazetteer | None = None,
    title: str = "",
) -> Name:
    place = known.place(text_of(words, start, end)) if known and kind else None
    return Name(
        words[start].start,
        words[end - 1].end - possessive_length(words[end - 1]),
        text_of(words, start, end),
        kind,
        country or (place.country if place else ""),
        title=title,
    )
