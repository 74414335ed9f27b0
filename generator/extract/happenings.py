"""The vocabulary of what happens: event words in families, each with its tag.

Two words of one family can name the same happening ("signed", "the treaty").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.extract.lexicon import words


@dataclass(frozen=True, slots=True)
class Family:
    """Event words that can tell of one happening. *tag* may be empty."""

    name: str
    tag: str
    verbs: frozenset[str]
    nouns: frozenset[str]


_TABLE = """
meeting -> diplomacy
  verbs: meet convene confer greet host
  nouns: meeting talks summit conference negotiations negotiation session

visit -> diplomacy
  verbs: visit tour travel arrive
  nouns: visit trip tour

agreement -> agreements
  verbs: sign ratify agree seal conclude
  nouns: pact treaty agreement accord deal partnership memorandum signing
    ratification

truce -> agreements
  nouns: ceasefire cease-fire truce armistice

war -> conflict
  verbs: invade
  nouns: invasion war conflict offensive incursion counteroffensive

attack -> conflict
  verbs: attack bomb shell raid ambush assault storm torpedo strafe
  nouns: attack bombing shelling raid ambush assault airstrike strike bombardment
    massacre

capture -> conflict
  verbs: seize capture occupy liberate recapture retake annex
  nouns: capture seizure occupation liberation annexation

clash -> conflict
  verbs: clash skirmish battle
  nouns: clash standoff stand-off skirmish battle confrontation

casualties -> conflict
  verbs: kill wound injure murder assassinate
  nouns: killing assassination murder casualties

shooting -> conflict
  verbs: shoot
  nouns: shooting shootout

explosion -> accidents
  verbs: explode detonate
  nouns: explosion blast

weapons -> weapons
  verbs: test fire test-fire
  nouns: test launch enrichment

launch
  verbs: launch
  nouns: launch liftoff

drill -> military
  verbs: drill
  nouns: drill drills exercise exercises manoeuvres maneuvers

deployment -> military
  verbs: deploy dispatch mobilise mobilize
  nouns: deployment mobilisation mobilization

withdrawal -> military
  verbs: withdraw
  nouns: withdrawal pullout

sending
  verbs: send ship deliver supply donate
  nouns: shipment delivery

election -> elections
  verbs: elect vote re-elect campaign
  nouns: election elections vote referendum ballot by-election runoff

office -> politics
  verbs: appoint nominate inaugurate succeed swear reshuffle
  nouns: appointment inauguration

resignation -> politics
  verbs: resign dismiss sack oust depose impeach
  nouns: resignation dismissal impeachment coup

law -> law
  verbs: enact repeal veto legalise legalize outlaw ban adopt pass approve
  nouns: law act bill decree ban approval adoption

arrest -> justice
  verbs: arrest detain
  nouns: arrest

charge -> justice
  verbs: charge indict sue prosecute
  nouns: lawsuit indictment

trial -> justice
  verbs: plead testify
  nouns: trial hearing

verdict -> justice
  verbs: convict acquit rule
  nouns: verdict ruling conviction acquittal

sentence -> justice
  verbs: sentence jail

extradition -> justice
  verbs: extradite
  nouns: extradition

sanctions -> sanctions
  verbs: sanction embargo
  nouns: sanctions embargo

tariff -> trade
  verbs: impose levy
  nouns: tariff tariffs duties

opening -> building
  verbs: open reopen inaugurate unveil
  nouns: opening reopening inauguration

building -> building
  verbs: build construct complete rebuild renovate restore
  nouns: construction completion renovation restoration groundbreaking

closing -> building
  verbs: close shut demolish
  nouns: closure shutdown demolition

crash -> accidents
  verbs: crash collide derail capsize sink
  nouns: crash accident collision derailment sinking wreck

collapse -> accidents
  verbs: collapse
  nouns: collapse

fire -> accidents
  verbs: burn
  nouns: fire blaze

earthquake -> disasters
  nouns: earthquake quake tremor aftershock tsunami

eruption -> disasters
  verbs: erupt
  nouns: eruption

disaster -> disasters
  verbs: flood
  nouns: flood floods flooding storm hurricane cyclone typhoon landslide wildfire
    tornado avalanche outbreak epidemic

protest -> protests
  verbs: protest march rally demonstrate riot
  nouns: protest protests rally demonstration march riot uprising strike walkout

purchase -> economy
  verbs: buy acquire purchase merge sell
  nouns: purchase acquisition merger takeover sale

company -> economy
  verbs: invest hire bankrupt nationalise nationalize
  nouns: bankruptcy flotation layoffs bailout

prices -> economy
  verbs: rise fall drop climb plunge surge soar
  nouns: rise fall

sport -> sport
  verbs: win beat defeat lose score
  nouns: match final championship tournament victory defeat race cup olympics

award -> awards
  verbs: award honour honor
  nouns: award prize ceremony

discovery -> science
  verbs: discover detect identify
  nouns: discovery detection

landing -> science
  verbs: land orbit dock
  nouns: landing

publication -> publications
  verbs: publish release issue
  nouns: publication release report

death -> people
  verbs: die
  nouns: death funeral burial

birth -> people
  verbs: bear
  nouns: birth

marriage -> people
  verbs: marry wed divorce
  nouns: wedding marriage divorce

founding
  verbs: found establish create form
  nouns: founding establishment foundation creation formation

beginning
  verbs: begin start commence resume
  nouns: start beginning

ending
  verbs: end cease halt suspend cancel postpone
  nouns: end suspension cancellation

holding
  verbs: hold conduct stage carry host organise organize take mark celebrate attend
  nouns: celebration anniversary reception parade

claim
  verbs: claim allege
  nouns: claim

praise
  verbs: praise thank hail laud congratulate

condemning
  verbs: condemn criticise criticize denounce slam rebuke

pledge
  verbs: vow pledge promise
  nouns: pledge vow

warning
  verbs: warn caution threaten
  nouns: ultimatum

statement
  verbs: say announce declare state confirm deny tell call urge reveal reject
    emphasise emphasize stress acknowledge admit accuse
  nouns: announcement statement declaration speech address

moving
  verbs: leave enter join quit return escape flee fly evacuate
  nouns: departure return escape evacuation

toasting -> diplomacy
  verbs: toast
  nouns: toast banquet
"""


def _families(table: str) -> Iterator[Family]:
    """The families of a table: a name, "->" its tag, then its verbs and nouns."""
    for entry in table.strip().split("\n\n"):
        head, _, body = entry.partition("\n")
        name, _, tag = (part.strip() for part in head.partition("->"))
        verbs, _, nouns = body.partition("nouns:")
        yield Family(name, tag, words(verbs.replace("verbs:", "")), words(nouns))


FAMILIES = tuple(_families(_TABLE))

LIGHT = words("holding statement publication beginning ending sending moving")
"""Families so wide that sharing one of them proves nothing."""

_BY_VERB: Mapping[str, str] = {v: f.name for f in FAMILIES for v in sorted(f.verbs)}
_BY_NOUN: Mapping[str, str] = {n: f.name for f in FAMILIES for n in sorted(f.nouns)}
TAG_OF_FAMILY: Mapping[str, str] = {f.name: f.tag for f in FAMILIES}


def family_of_verb(lemma: str) -> str:
    """The family of a verb in its base form; empty when it has none."""
    return _BY_VERB.get(lemma, "")


def family_of_noun(word: str) -> str:
    """The family of a noun, singular or plural; empty when it names no happening."""
    word = word.lower()
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return _BY_NOUN.get(word) or _BY_NOUN.get(singular, "")
