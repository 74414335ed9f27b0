"""The vocabulary of what happens: event words in families, each with its tag.

Two words of one family can name the same happening ("signed", "the treaty").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
meeting     | diplomacy   | meet convene confer greet host                 | meeting talks summit conference negotiations negotiation session
visit       | diplomacy   | visit tour travel arrive                       | visit trip tour
agreement   | agreements  | sign ratify agree seal conclude                | pact treaty agreement accord deal partnership memorandum signing ratification
truce       | agreements  |                                                | ceasefire cease-fire truce armistice
war         | conflict    | invade                                         | invasion war conflict offensive incursion counteroffensive
attack      | conflict    | attack bomb shell raid ambush assault storm torpedo strafe | attack bombing shelling raid ambush assault airstrike strike bombardment massacre
capture     | conflict    | seize capture occupy liberate recapture retake annex | capture seizure occupation liberation annexation
clash       | conflict    | clash skirmish battle                          | clash standoff stand-off skirmish battle confrontation
casualties  | conflict    | kill wound injure murder assassinate           | killing assassination murder casualties
shooting    | conflict    | shoot                                          | shooting shootout
explosion   | accidents   | explode detonate                               | explosion blast
weapons     | weapons     | test fire test-fire                            | test launch enrichment
launch      |             | launch                                         | launch liftoff
drill       | military    | drill                                          | drill drills exercise exercises manoeuvres maneuvers
deployment  | military    | deploy dispatch mobilise mobilize withdraw     | deployment mobilisation mobilization withdrawal pullout
sending     |             | send ship deliver supply donate                | shipment delivery
election    | elections   | elect vote re-elect campaign                   | election elections vote referendum ballot by-election runoff
office      | politics    | appoint nominate inaugurate resign dismiss sack oust succeed swear depose impeach reshuffle | appointment resignation inauguration dismissal impeachment coup
law         | law         | enact repeal veto legalise legalize outlaw ban adopt pass approve | law act bill decree ban approval adoption
court       | justice     | arrest detain charge indict convict sentence acquit jail extradite sue rule plead testify prosecute | arrest trial verdict ruling conviction lawsuit indictment hearing extradition acquittal
sanctions   | sanctions   | sanction embargo                               | sanctions embargo
tariff      | trade       | impose levy                                    | tariff tariffs duties
opening     | building    | open reopen inaugurate unveil                  | opening reopening inauguration
building    | building    | build construct complete rebuild renovate restore | construction completion renovation restoration groundbreaking
closing     | building    | close shut demolish                            | closure shutdown demolition
crash       | accidents   | crash collide derail capsize sink collapse burn | crash accident collision derailment sinking collapse wreck fire blaze
disaster    | disasters   | erupt flood                                    | earthquake quake flood floods flooding storm hurricane cyclone typhoon eruption landslide wildfire tsunami tornado avalanche outbreak epidemic
protest     | protests    | protest march rally demonstrate riot           | protest protests rally demonstration march riot uprising strike walkout
purchase    | economy     | buy acquire purchase merge sell                | purchase acquisition merger takeover sale
company     | economy     | invest hire bankrupt nationalise nationalize   | bankruptcy flotation layoffs bailout
prices      | economy     | rise fall drop climb plunge surge soar         | rise fall
sport       | sport       | win beat defeat lose score                     | match final championship tournament victory defeat race cup olympics
award       | awards      | award honour honor                             | award prize ceremony
discovery   | science     | discover detect identify                       | discovery detection
landing     | science     | land orbit dock                                | landing
publication | publications| publish release issue                          | publication release report
death       | people      | die                                            | death funeral burial
birth       | people      | bear                                           | birth
marriage    | people      | marry wed divorce                              | wedding marriage divorce
founding    |             | found establish create form                    | founding establishment foundation creation formation
beginning   |             | begin start commence resume                    | start beginning
ending      |             | end cease halt suspend cancel postpone         | end suspension cancellation
holding     |             | hold conduct stage carry host organise organize take mark celebrate attend | celebration anniversary reception parade
claim       |             | claim allege                                   | claim
praise      |             | praise thank hail laud congratulate            |
condemning  |             | condemn criticise criticize denounce slam rebuke|
pledge      |             | vow pledge promise                             | pledge vow
warning     |             | warn caution threaten                          | ultimatum
statement   |             | say announce declare state confirm deny tell call urge reveal reject emphasise emphasize stress acknowledge admit accuse | announcement statement declaration speech address
moving      |             | leave enter join quit return escape flee fly evacuate | departure return escape evacuation
toasting    | diplomacy   | toast                                          | toast banquet
"""


def _families(table: str) -> tuple[Family, ...]:
    found = []
    for line in table.strip().splitlines():
        name, tag, verbs, nouns = (part.strip() for part in line.split("|"))
        found.append(Family(name, tag, words(verbs), words(nouns)))
    return tuple(found)


FAMILIES = _families(_TABLE)

LIGHT = words("holding statement publication beginning ending sending moving")
"""Families so wide that sharing one of them proves nothing."""

_BY_VERB: Mapping[str, str] = {v: f.name for f in FAMILIES for v in sorted(f.verbs)}
_BY_NOUN: Mapping[str, str] = {n: f.name for f in FAMILIES for n in sorted(f.nouns)}
_TAG: Mapping[str, str] = {f.name: f.tag for f in FAMILIES}

TOPICS: tuple[tuple[str, frozenset[str]], ...] = (
    # A tag that a passage earns by a word in it, whatever its event word is.
    ("conflict", words("airstrike airstrikes drone drones shelling battlefield")),
    ("military", words("troops soldiers bombers army navy warship brigade")),
    ("weapons", words("missile missiles nuclear warhead uranium artillery")),
    ("trade", words("tariff tariffs exports imports trade")),
    ("sanctions", words("sanctions embargo")),
    ("diplomacy", words("summit ambassador diplomats diplomatic envoy")),
    ("energy", words("electricity pipeline reactor oil gas turbine")),
    ("health", words("hospital vaccine virus patients disease")),
    ("transport", words("railway airport ferry bridge tunnel tram")),
    ("environment", words("climate emissions species forest pollution")),
)


def family_of_verb(lemma: str) -> str:
    """The family of a verb in its base form; empty when it has none."""
    return _BY_VERB.get(lemma, "")


def family_of_noun(word: str) -> str:
    """The family of a noun, singular or plural; empty when it names no happening."""
    word = word.lower()
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return _BY_NOUN.get(word) or _BY_NOUN.get(singular, "")


def tags_of(families: Iterable[str], spoken: Iterable[str]) -> tuple[str, ...]:
    """Tags of a happening with these event families and words, sorted."""
    present = {word.lower() for word in spoken}
    found = {_TAG[family] for family in families if _TAG.get(family)}
    found |= {tag for tag, cues in TOPICS if cues & present}
    return tuple(sorted(found))
