"""Finds who and what a document names: runs of capitalised words, and their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.extract.companies import Name, with_companies
from generator.extract.gazetteer import Gazetteer, Place
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    SAYING,
    words,
)
from generator.extract.naming import (
    EVENT_NOUNS,
    FAMILY_FIRST,
    FULL_TITLES,
    GIVEN_NAMES,
    JOINED,
    KNOWN_ORGANISATIONS,
    OFFICE_WORDS,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    TITLES,
)
from generator.extract.runs import ends_name, possessive_length, runs, text_of
from generator.extract.tokens import Token, sentences, tokens
from generator.extract.verbs import VerbForm, verb_form
from generator.model.entities import EntityKind
from generator.model.sources import BlockKind, Document

_LOCATIVE = words("in at to from near outside into around toward towards")
_SKIPPED = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATELINE})
_TITLES = frozenset({BlockKind.HEADING, BlockKind.HEADLINE, BlockKind.TEASER_TITLE})
"""Titles capitalise everything, so they show no names that are not known."""


def names_in(document: Document, known: Gazetteer) -> list[Name]:
    """The names of *document*'s prose, in order."""
    found: list[Name] = []
    for block in document.blocks:
        if block.kind in _SKIPPED:
            continue
        if block.kind in _TITLES:
            words = tokens(document.text, block.start, block.end)
            found += _countries(words, known)
            continue
        for start, end in sentences(document.text, block.start, block.end):
            found += _of_sentence(tokens(document.text, start, end), known)
    return with_companies(document.text, found)


def _of_sentence(words: Sequence[Token], known: Gazetteer) -> Iterator[Name]:
    for start, end in runs(words):
        yield from _split(words, start, end, known)


def _countries(words: Sequence[Token], known: Gazetteer) -> Iterator[Name]:
    """The countries in a title."""
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            end = min(at + size, len(words))
            place = known.place(text_of(words, at, end))
            if words[at].is_capital and place is not None and place.is_country:
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
            yield _name(words, rest, end, EntityKind.PERSON, country)
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


def _last_title(words: Sequence[Token], start: int, end: int) -> int | None:
    if words[end - 1].text.removesuffix("’s").removesuffix("'s") in (
        ORGANISATION_NOUNS | PLACE_NOUNS | EVENT_NOUNS
    ):
        return None
    titles = [i for i in range(start, end) if words[i].lower in TITLES]
    if not titles or not any(words[i].lower in FULL_TITLES for i in titles):
        return None
    last = titles[-1]
    return last if last < end - 1 else None


def _plain(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> Iterator[Name]:
    """The names of a run without a title before a person."""
    while start < end and (
        words[end - 1].lower in TITLES or not words[end - 1].is_word
    ):
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
    verb = bool(verb_form(after)[1] & (VerbForm.PAST | VerbForm.PRESENT))
    return ends_name(words[end - 1]) or verb or after in AUXILIARIES


def _person_or_bare(
    words: Sequence[Token], start: int, end: int, known: Gazetteer
) -> Name:
    country = ""
    before = start - 1
    lowered = []
    while before >= 0 and words[before].text in TITLES:
        lowered.append(words[before].text)
        before -= 1
    titled = any(word in FULL_TITLES for word in lowered)
    if before >= 0:
        country = _country_ending_at(words, before + 1, known)
        possessed = ends_name(words[before])
        if not lowered and not possessed:
            country = ""
    after = words[end] if end < len(words) else None
    speaks = after is not None and verb_form(after.lower)[0] in SAYING
    described = end - start > 1 and (_described(words, end) or _chosen(words, start))
    several = 2 <= end - start <= 4 and not _acronym(words, start, end)
    of_country = bool(country) and not _noun_follows(words, end)
    given = several and _given_name(words, start, end)
    person = titled or (several and (speaks or described or of_country)) or given
    kind = EntityKind.PERSON if person else None
    return _name(words, start, end, kind, country)


def _given_name(words: Sequence[Token], start: int, end: int) -> bool:
    """The run begins as people's names do, or with a family name that comes first."""
    first, last = words[start].text, words[end - 1].text
    last = last[: len(last) - possessive_length(words[end - 1])]
    if last in ORGANISATION_NOUNS | PLACE_NOUNS | EVENT_NOUNS:
        return False
    return first in GIVEN_NAMES or (first in FAMILY_FIRST and end - start <= 3)


def _noun_follows(words: Sequence[Token], end: int) -> bool:
    """The run only describes a thing: "China's Long River | dam"."""
    if end >= len(words) or not words[end].text.islower():
        return False
    word = words[end].lower
    known_small = word in PREPOSITIONS | CONJUNCTIONS | ADVERBS | AUXILIARIES
    return not known_small and verb_form(word)[1] is VerbForm.NONE


def _chosen(words: Sequence[Token], start: int) -> bool:
    """The words before choose somebody: "appointed Ada Quill"."""
    before = verb_form(words[start - 1].lower)[0] if start else ""
    return before in ("appoint", "elect", "nominate", "succeed", "marry", "arrest")


def _described(words: Sequence[Token], end: int) -> bool:
    """A description follows that only a person has: ", a senior fellow with"."""
    if end >= len(words) or words[end].text != ",":
        return False
    window = [w.lower for w in words[end + 1 : end + 7]]
    if len(window) > 1 and re.fullmatch(r"[1-9]\d", window[0]) and window[1] in ",.":
        return True
    for i, word in enumerate(window):
        if word in (",", "."):
            return False
        if word in TITLES | {"fellow", "member", "scientist", "resident", "student"}:
            return i < 6
        if word in PREPOSITIONS:
            return False
    return False


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
) -> Name:
    place = known.place(text_of(words, start, end)) if known and kind else None
    return Name(
        words[start].start,
        words[end - 1].end - possessive_length(words[end - 1]),
        text_of(words, start, end),
        kind,
        country or (place.country if place else ""),
    )
