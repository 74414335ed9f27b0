"""Turns acts, and what they are done to, into tags: few, and each of them earned.

A word that merely stands in the passage earns nothing: a bridge that is opened while
soldiers look on is no military matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.extract.clauses import BREAKS, Clause, Sentence
from generator.extract.gazetteer import fold
from generator.extract.governing import By, Governor
from generator.extract.happenings import (
    TAG_OF_FAMILY,
    family_of_noun,
    family_of_verb,
)
from generator.extract.lexicon import PREPOSITIONS, RELATIVES, SAYING, words
from generator.extract.verbs import verb_form

MOST_TAGS = 3

_WIDE_VERBS = words(
    """adopt agree approve arrive assault attack bear beat burn buy capture carry
    charge climb close collapse complete conclude confer convene detect detonate
    discover dismiss dispatch drill drop explode fall fire greet hire honor honour
    host identify impose inaugurate injure invest issue kill land lose open pass
    plead plunge pull purchase receive release report rise rule score seal seize
    sell shoot shut sign soar storm surge test tour travel unveil vote win withdraw
    wound"""
)
_WIDE_NOUNS = words(
    """act approval battle blast casualties conference deal exercise explosion fall
    final fire groundbreaking hearing launch match meeting race release report rise
    seizure session storm strike test tour trial trip withdrawal"""
)
"""Event words of too many worlds to earn a tag: ferries arrive, teams win, so do
parties, and one tests eyes as well as bombs. What they are done to may earn it."""

_THINGS = {
    # What earns a tag as that which is acted upon.
    "conflict": "airstrike battlefield drone frontline hostage rebel shelling",
    "military": "army battalion bomber brigade fleet navy soldier troop warship",
    "weapons": "arsenal artillery missile munition nuclear uranium warhead weapon",
    "trade": "export import tariff trade",
    "sanctions": "embargo sanction",
    "diplomacy": "ambassador delegation diplomat diplomatic embassy envoy summit",
    "energy": "electricity gas oil pipeline reactor refinery turbine",
    "health": "disease hospital patient vaccine vaccination virus",
    "transport": "airport bridge ferry motorway railway tram tunnel",
    "environment": "climate emission forest pollution species",
    "economy": "inflation price profit share unemployment wage",
    "science": "asteroid comet orbit satellite spacecraft telescope",
    "sport": "championship cup goal league medal title trophy",
}
_TAGS_OF_THING = {
    thing: tuple(tag for tag in _THINGS if thing in _THINGS[tag].split())
    for thing in " ".join(_THINGS.values()).split()
}
OWN_TAGS = frozenset({*_THINGS, *TAG_OF_FAMILY.values()} - {""})
"""The small vocabulary that editors' tags extend."""

_GOES_ON = words("of about against")
"""Prepositions behind which stands what is acted upon."""

_DURING = words("at during in")
_OF_OTHERS = words("by of because")


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done, and to what: `acts` are a verb in its base form and nouns that
    happen, `things` the words of what is acted upon. Lower case."""

    acts: tuple[str, ...]
    things: tuple[str, ...]


def deed_of(sentence: Sentence, found: Governor) -> Deed:
    """The deed that *found* tells. Where it has no object, it is done to the subject:
    "the ferry sank", "a bridge was opened"."""
    spoken = [token.lower for token in sentence.tokens]
    clause = found.clause
    if found.by is not By.VERB or clause is None:
        head, (start, end) = found.head, found.phrase
        noun = found.by is not By.PARTICIPLE
        head_word = spoken[head] if noun else verb_form(spoken[head])[0]
        around = (*_things(sentence, start, head), *_things(sentence, head + 1, end))
        return Deed((head_word,), around)
    verb = clause.verb
    act = (verb.aim or verb.lemma, *_occasions(sentence, clause))
    things = _things(sentence, verb.end, clause.end)
    if clause.subject is None:
        return Deed(act, things)
    subject = _things(sentence, *clause.subject)
    if verb.passive or not (things or act[0] in SAYING):
        return Deed(act, (*things, *subject))
    return Deed((*act, *subject[-1:]), things)  # "the earthquake | destroyed a bridge"


def _occasions(sentence: Sentence, clause: Clause) -> list[str]:
    """The nouns that happen which the deed is part of: "killed in a crash"."""
    found: list[str] = []
    for at in range(clause.start, clause.end):
        if sentence.tokens[at].lower in _OF_OTHERS:
            break  # "was asked by a guest of the king | during the war"
        if sentence.tokens[at].lower in _DURING:
            found += _things(sentence, at + 1, clause.end)
    return [word for word in found if family_of_noun(word)]


def _things(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    """The words from *start* that name a thing, up to where something else begins."""
    found: list[str] = []
    for at in range(start, end):
        word = sentence.tokens[at].lower
        if word == "," or word in BREAKS or word in RELATIVES or word == "that":
            break
        following = sentence.tokens[at + 1].lower if at + 1 < end else ""
        to_do = word == "to" and verb_form(following)[1].base
        if word in PREPOSITIONS and not (word in _GOES_ON or to_do):
            break
        if at not in sentence.masked:  # "March" is no protest
            found.append(word)
    return tuple(found)


def tags_of(deeds: Iterable[Deed], known: Collection[str]) -> tuple[str, ...]:
    """The tags that *deeds* earn, sorted; of too many, those of the first deeds.

    *known* are tags that editors use: one whose words are said of an act or of what
    it is done to is earned. Ours are not earned by their names: people march, and are
    no society news.
    """
    own = {_plain(tag.replace("-", " ")): tag for tag in sorted({*known} - OWN_TAGS)}
    found: dict[str, None] = {}
    for deed in deeds:
        families = [
            *map(_family_of_act, deed.acts),
            *map(_family_of_thing, deed.things),
        ]
        found |= {TAG_OF_FAMILY.get(family, ""): None for family in families}
        told = [f" {_plain(' '.join(part))} " for part in (deed.acts, deed.things)]
        for thing in told[1].split():
            found |= dict.fromkeys(_TAGS_OF_THING.get(thing, ()))
        for name, tag in own.items():
            if any(f" {name} " in part for part in told):
                found[tag] = None
    found.pop("", None)
    return tuple(sorted(list(found)[:MOST_TAGS]))


def _family_of_act(word: str) -> str:
    if word in _WIDE_VERBS:
        return ""
    return family_of_verb(word) or _family_of_thing(word)


def _family_of_thing(word: str) -> str:
    if word in _WIDE_NOUNS or word.removesuffix("s") in _WIDE_NOUNS:
        return ""
    return family_of_noun(word)


def _plain(text: str) -> str:
    """*text* in lower case, each word in the singular, without accents."""
    return " ".join(_singular(word) for word in fold(text).lower().split())


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4 and word != "species":
        return word[:-3] + "y"
    return (
        word if word.endswith(("ss", "us", "is", "species")) else word.removesuffix("s")
    )
