"""Reads what the words around a name say of its kind: person, organisation, place.

A sign is worth 3 where it is sure by itself ("shares of Quill"), 2 where it is good,
1 where only several will do; below nothing where it speaks against a kind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.extract.gazetteer import Gazetteer, fold, given_names
from generator.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    words,
)
from generator.extract.name import Name
from generator.extract.naming import (
    FAMILY_FIRST,
    GIVEN_NAMES,
    ORGANISATION_NOUNS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from generator.extract.tokens import Token
from generator.extract.verbs import verb_form
from generator.model.entities import EntityKind

PERSON, ORGANISATION, PLACE = EntityKind

Sign = tuple[EntityKind, int]

_FIRMS = words(
    # Common nouns for organisations, as they stand before or behind a name.
    """maker giant retailer airline carrier firm company bank operator brand carmaker
    automaker planemaker manufacturer developer start-up startup airframer newspaper
    magazine broadcaster website channel network studio studios club party charity
    union agency insurer lender utility supplier publisher label chain conglomerate
    corporation consortium group competitor rival subsidiary newspaper daily weekly
    journal tabloid militia nonprofit think-tank orchestra distributor brewer miner
    shipbuilder drugmaker chipmaker builder exchange regulator watchdog consultancy
    brokerage organisation organization foundation university college institute"""
)
_OF_FIRMS = words(
    # What only a firm or another organisation has.
    """shares share stock stocks shareholders investors ceo cfo coo chief chairman
    chairwoman headquarters subsidiary subsidiaries board products product customers
    profits profit revenue revenues earnings employees executives executive spokesman
    spokeswoman spokesperson spokespeople dealers dealerships bankruptcy brand brands
    flights planes aircraft jets cars vehicles engineers staff members fans players"""
)
_OF_FIRMS_OR_PLACES = words(
    "officials workers plant plants factory factories store stores police troops"
)
_IN_FIRMS = words(
    # "CEO of", "employee at", "spokesman for"
    """shares stock stake stakes ceo cfo coo executive chairman founder co-founder
    employee employees subsidiary unit division spokesman spokeswoman spokesperson
    investor investors shareholder shareholders analyst analysts director president
    vice-president manager editor engineer engineers worker workers customers members
    member partner merger takeover acquisition purchase lawsuit order orders deal
    contract"""
)
_BY_FIRMS = words(
    """made built manufactured produced owned acquired bought operated published
    released issued employed hired designed developed"""
)
_VERBS_OF_FIRMS = words(
    """sell manufacture employ acquire recall operate own produce publish unveil merge
    report post release hire supply"""
)
_LOCAL_NOUNS = words(
    """city town village port district province suburb island region county state
    capital neighbourhood neighborhood resort hamlet settlement municipality"""
)
LOCATIVE = words("in near outside throughout around inside across")
_MOTION = words("go travel fly arrive move return drive head sail walk send deploy")
_AWAY = words("north south east west northwest northeast southwest southeast km miles")
_NOT_OF_PLACES = words(
    """shares share stake stakes stock interest investment confidence invested invest
    trust faith participate participated believe involved published wrote"""
)
_PEOPLE = words(
    # Common nouns that a person's name follows or is explained by.
    """actor actress filmmaker moviemaker singer author farmer inmate fisherman student
    teacher driver pilot activist lawyer journalist reporter player striker goalkeeper
    midfielder defender winger batsman quarterback artist painter poet novelist
    playwright musician guitarist drummer composer founder fellow member scientist
    resident son daughter brother sister wife husband father mother widow colleague
    friend suspect victim man woman veteran candidate politician lawmaker"""
)
_CALLINGS = TITLES | _PEOPLE
_DEEDS_OF_PEOPLE = words("die marry resign retire bear sentence arrest convict jail")
_LANDFORMS = frozenset({"Mount", "Mt", "Lake", "Cape", "Fort", "Loch", "Isle", "Camp"})
_SMALL = PREPOSITIONS | CONJUNCTIONS | ADVERBS | AUXILIARIES | RELATIVES
_INDICES = words("index indices average futures benchmark")
_SUBJECT = words("he she who")
_THEIRS = words("his her himself herself")
_HE_OR_HIS = _SUBJECT | _THEIRS
_ITS = words("its itself")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name with the sentence that it stands in: `words[first:last]`."""

    name: Name
    words: Sequence[Token]
    first: int
    last: int

    @property
    def size(self) -> int:
        return sum(1 for word in self.words[self.first : self.last] if word.is_word)

    @property
    def opens(self) -> bool:
        """It stands where any word would have a capital."""
        return not any(word.is_word for word in islice(self.words, self.first))

    @property
    def is_defined(self) -> bool:
        """ "The" stands before it, and no noun behind: not as surnames do."""
        if self.before() != "the" or self.last >= len(self.words):
            return False
        following = self.words[self.last]
        known = bool(verb_form(following.lower)[1])
        small = following.lower in _SMALL or not following.is_word
        return small or known

    def before(self, steps: int = 1) -> str:
        at = self.first - steps
        return self.words[at].lower if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        at = self.last + steps - 1
        return self.words[at].lower if at < len(self.words) else ""


def signs(sighting: Sighting, known: Gazetteer) -> Iterator[Sign]:
    yield from _inside(sighting, known)
    yield from _of_firms(sighting)
    yield from _of_people(sighting, known)
    yield from _of_places(sighting, known)


def _inside(sighting: Sighting, known: Gazetteer) -> Iterator[Sign]:
    """What the words of the name itself say."""
    text = sighting.name.text
    parts = text.split()
    if sighting.after() in _INDICES or re.search(r"\d", parts[-1]):
        yield ORGANISATION, -3  # "the Quill index", "the Q380"
    if re.search(r"\.(?:com|org|net|co)\b", text):
        yield ORGANISATION, 3
    if len(parts) == 1:
        if sighting.is_defined:
            yield PERSON, -3  # "the Quills won"
            yield ORGANISATION, 1
        if re.fullmatch(r"[A-Z]{2,6}", text):
            yield ORGANISATION, 2 if sighting.before() == "the" else 1
        elif re.search(r"[a-z](?<!Mc)(?<!Mac)(?<!De)(?<!Di)[A-Z]", text):
            yield ORGANISATION, 1
        return
    if sighting.before() == "the":
        yield PERSON, -3
        yield ORGANISATION, 1
    if parts[0].rstrip(".") in _LANDFORMS:
        yield PLACE, 2
    if not is_given(parts[0]) and _begins_with_place(parts, known):
        yield PERSON, -2  # "Lindholm Rovers"
        yield ORGANISATION, 1
    if any(_is_headline_verb(part) for part in parts[1:]):
        yield PERSON, -2
    if any(re.search(r"\d|^[A-Z]{2,}$", part.rstrip(".")) for part in parts):
        yield PERSON, -3
    if parts[-1].rstrip(".") in SUFFIXES:
        yield PERSON, 4
    last = known.place(parts[-1])
    if last is not None and last.is_country:
        yield ORGANISATION, 3
        return
    short = len(parts[-1].rstrip(".")) < 2
    if len(parts) <= 5 and not short and parts[-1] not in ORGANISATION_NOUNS:
        if is_given(parts[0]):
            yield PERSON, 3
        elif parts[0] in FAMILY_FIRST and len(parts) <= 3:
            yield PERSON, 2
        elif any(re.fullmatch(r"[A-Z]\.", part) for part in parts[:-1]):
            yield PERSON, 3
        elif any(part in PARTICLES for part in parts[1:-1]) or "al-" in text.lower():
            yield PERSON, 2


def _begins_with_place(parts: Sequence[str], known: Gazetteer) -> bool:
    return any(
        known.place(" ".join(parts[:size])) is not None for size in range(1, len(parts))
    )


def _is_headline_verb(word: str) -> bool:
    """A verb in the capitals of a headline: "Quill Announces"."""
    base, form = verb_form(word.lower())
    return form.present and base in SAYING | _DEEDS_OF_PEOPLE


def is_given(word: str) -> bool:
    """*word* is a common given name, or two with a hyphen."""
    first = fold(word).split("-")[0]
    return word in GIVEN_NAMES or first in given_names() or first in GIVEN_NAMES


def _of_firms(sighting: Sighting) -> Iterator[Sign]:
    before, after = sighting.before(), sighting.after()
    if after in _OF_FIRMS:
        yield ORGANISATION, 3 if after not in ("chief", "members", "fans") else 2
    elif after in _OF_FIRMS_OR_PLACES:
        yield ORGANISATION, 1
    if before in _FIRMS:
        yield ORGANISATION, 3
    if before == "," and sighting.before(2) in _FIRMS:
        yield ORGANISATION, 3
    if after == "," and _explained_by(sighting, _FIRMS):
        yield ORGANISATION, 3
    if before in ("of", "in", "at", "for", "with", "by", "from"):
        if sighting.before(2) in _IN_FIRMS or (
            before == "by" and sighting.before(2) in _BY_FIRMS
        ):
            yield ORGANISATION, 2
        elif sighting.before(2) in ("work", "works", "worked", "working"):
            yield ORGANISATION, 2 if before == "for" else 1
    if sighting.after(2) == "its" and sighting.after(3) in _OF_FIRMS:
        yield ORGANISATION, 3
    base, form = verb_form(after)
    if form.past or form.present:
        if base in _VERBS_OF_FIRMS:
            yield ORGANISATION, 1
        if _soon(sighting, _ITS) or (
            base in SAYING
            and sighting.after(2 + (sighting.after(2) == "that")) in ("it", "they")
        ):
            yield ORGANISATION, 2
        elif base in SAYING and (sighting.size == 1 or before == "the"):
            yield ORGANISATION, 1


def _of_people(sighting: Sighting, known: Gazetteer) -> Iterator[Sign]:
    before, after = sighting.before(), sighting.after()
    several = sighting.size > 1 and before != "the"
    base, form = verb_form(after)
    if several and (base in SAYING or after in ("says", "said")):
        yield PERSON, 2
    if (
        several
        and verb_form(before)[0] in SAYING
        and sighting.before(2) in (",", '"', "”")
    ):
        yield PERSON, 2
    if before in _PEOPLE or (before in TITLES and not sighting.opens):
        yield PERSON, 2
    if (
        after == "," and (sighting.after(2) in ("who", "whose") or _aged(sighting))
    ) or after == "who":
        yield PERSON, 3
    if after == "," and _explained_by(sighting, _CALLINGS) and several:
        yield PERSON, 2
    if verb_form(before)[0] in ("appoint", "elect", "nominate", "succeed", "marry"):
        yield PERSON, 2
    if several and sighting.name.country:
        yield PERSON, 2
    if base in _DEEDS_OF_PEOPLE or (after == "was" and sighting.after(2) == "born"):
        yield PERSON, 1 + several
    acts = (form.past or form.present) or after in AUXILIARIES
    if acts and _soon(sighting, _HE_OR_HIS):
        yield PERSON, 1 + several


_ONLY_LOCAL = _LOCAL_NOUNS - {"state"}


def _of_places(sighting: Sighting, known: Gazetteer) -> Iterator[Sign]:
    before, after = sighting.before(), sighting.after()
    if after == "," and _in_known_place(sighting, known):
        yield PLACE, 3
    if before == "of" and sighting.before(2) in _LOCAL_NOUNS | _AWAY:
        yield PLACE, 3
    if before in _ONLY_LOCAL or after in _ONLY_LOCAL:
        yield PLACE, 2
    if before in LOCATIVE and sighting.before(2) not in _NOT_OF_PLACES:
        yield PLACE, 2
    moved = verb_form(sighting.before(2))[0] in _MOTION
    if moved and before in ("to", "from", "into", "towards", "toward", "for"):
        yield PLACE, 2
    if before == "at":
        yield PLACE, 1


def _explained_by(sighting: Sighting, nouns: Collection[str]) -> bool:
    """A short description with one of *nouns* follows: ", the Dutch airline"."""
    window = [
        word.lower for word in sighting.words[sighting.last + 1 : sighting.last + 8]
    ]
    if not window or not (window[0] in ("a", "an", "the") or window[0] in nouns):
        return False
    for word in window:
        if word in nouns:
            return True
        if word in (",", ".", "of", "who", "which", "in", "at", "for", "with"):
            return False
    return False


def _aged(sighting: Sighting) -> bool:
    return bool(
        re.fullmatch(r"[1-9]\d", sighting.after(2)) and sighting.after(3) in (",", ".")
    )


def _in_known_place(sighting: Sighting, known: Gazetteer) -> bool:
    """A larger place follows and closes: "Lindholm, Texas, ...", "Lindholm, Texas."."""
    at = sighting.last + 1
    rest = sighting.words[at : at + 4]
    for size in (3, 2, 1):
        if len(rest) < size or not rest[0].is_capital:
            continue
        place = known.place(" ".join(word.text for word in rest[:size]))
        if place is not None and (place.is_country or place.is_region):
            following = rest[size].lower if len(rest) > size else "."
            return following not in ("and", "or", "'s") and (
                following != "," or sighting.before() in LOCATIVE | {"of", "at", "to"}
            )
    return False


def _soon(sighting: Sighting, pronouns: Collection[str]) -> bool:
    """One of *pronouns* follows in the sentence, with no other name between."""
    for word in sighting.words[sighting.last : sighting.last + 14]:
        if word.lower in pronouns:
            return True
        if word.is_capital and word.text not in ("I", "The"):
            return False
    return False
