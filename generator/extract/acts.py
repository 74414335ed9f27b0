"""Event words into acts: "signed", "signing" and "the signature" are one, and so are
"killed", "slain" and "deaths". Narrower than the families of `happenings`: two words
of one act name the same thing whenever they are said of the same occasion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.extract.lexicon import DETERMINERS, PREPOSITIONS, words
from generator.extract.verbs import verb_form

_SAME = """
kill slay slain slew murder die death dead fatality homicide slaying fatal lethal perish
hit strike rock jolt batter rattle
quake earthquake temblor tremor
erupt eruption
injure hurt wound injury
arrest apprehend nab detention custody detain bust
flee run escape abscond breakout jailbreak evade elude
capture seize seizure hijack hijacking
kidnap abduct abduction kidnapping
crash accident collision collide wreck smash
derail derailment
ground grounding run-aground strand
capsize capsizing
sink sinking
blaze inferno burn fire wildfire
sack dismiss terminate axe oust dismissal termination ouster
beat win defeat victory triumph overcome vanquish top edge lose loss
record mark
retain keep defend
clinch secure lock seal
score
break eclipse surpass pass
steal stolen rob theft robbery heist burglary thieve
buy acquire purchase acquisition takeover buyout
merge merger
sell sale
bid offer
deal agreement accord pact treaty
sign signing signature ink
hire rehire
appoint name pick select choose nominate tap appointment nomination selection
replace succeed successor replacement
resign quit resignation step-down
retire retirement
unveil introduce debut reveal present
release issue publish publication launch push
fix plug patch repair remedy resolve
flaw vulnerability hole bug
charge accuse indict indictment accusation
convict conviction guilty
sentence sentencing
acquit acquittal
appeal
overturn reverse reversal flip
rule ruling verdict judgment judgement
sue lawsuit suit
fine penalty penalise penalize
drunken drunk dui dwi intoxicate
explode blow-up explosion blast detonate detonation bombing bomb
shoot shooting shot gunfire gun
attack assault raid
clash riot unrest rioting battle skirmish
spark trigger unleash ignite
walkout walk-out stoppage
protest demonstrate demonstration rally
vote ballot poll
elect election
wed marry wedding marriage nuptials
enter check admit-in
rehab rehabilitation
withdraw withdrawal pullout pull-out pull
delay postpone postponement
cancel scrap cancellation call-off
destroy destruction demolish demolition level
damage devastate devastation
place put
transfer transport
visit trip
arrive arrival
leave depart departure exit
meet meeting talks summit
decide decision
rise increase climb
fall drop decline slip plunge
investigate investigation probe inquiry
search hunt manhunt
rescue save
evacuate evacuation
recover recovery
donate donation give gift
perform performance
invade invasion
deploy deployment
approve approval
reject rejection turn-down
propose proposal
cut slash lay-off reduce reduction layoff
warn warning
suspend suspension halt
resume resumption
open opening
close closure shut shut-down
question interview interrogate interrogation
join
confirm admit acknowledge admission acknowledgement confirmation
block blockade blockage
inaugurate inauguration
say tell state statement
"""

LIGHT = words(
    """say tell report announce add note state statement think know believe see have be
    get make take give go come do keep put place set use show find want need try it
    this that"""
)
"""Words that tell of so much that sharing one of them proves little."""

_CARRYING = words("make take give hold carry reach launch come go put bring claim")
"""Verbs that leave the telling to their noun: "reached an agreement"."""

_CLOSING = PREPOSITIONS | words("out off up back away and or herself himself itself")
_PARTED = words(
    """check take put set get go come break call turn pull lay step carry walk shut
    hand give blow run"""
)
_PARTICLES = words("out off down up over back away aground")

_ENDINGS = words(
    """ization isation ation ition tion sion ion ment ance ence ings ing er or al ure ed
    ate ies"""
)
_LONGEST_FIRST = tuple(sorted(_ENDINGS, key=lambda ending: (-len(ending), ending)))


def act_of(phrase: str) -> str:
    """What the event word that opens *phrase* tells of: a name shared by its kin."""
    spoken = _spoken(phrase)
    if not spoken:
        return ""
    word = _head(spoken)
    base = _base(word)
    if base in _PARTED and len(spoken) > 1 and spoken[1] in _PARTICLES:
        return _ACT.get(f"{base}-{spoken[1]}") or f"{base} {spoken[1]}"
    return _ACT.get(base) or _ACT.get(word) or _stem(base)


def _spoken(phrase: str) -> list[str]:
    """The words of *phrase*, one hyphened word as one, without what leads up to it."""
    plain = phrase.lower().replace("’", "'").replace(" - ", "-")
    found = [_bare(word).replace("-", "") for word in plain.split()]
    opening = DETERMINERS | PREPOSITIONS
    while len(found) > 1 and found[0] in opening:
        found.pop(0)
    return found


def _head(spoken: Sequence[str]) -> str:
    """The word that names the act: of "made the decision" and "scoring record" the
    noun, of "carried the flag" the verb."""
    first = spoken[0]
    if verb_form(first)[0] in _CARRYING:
        nouns = (word for word in spoken[1:] if _ACT.get(_base(word)))
        return next(nouns, first)
    form = verb_form(first)[1]
    if len(spoken) == 1 or form.past or form.base or form.present:
        return first
    ends = (i for i, word in enumerate(spoken) if word in _CLOSING)
    noun = spoken[: max(next(ends, len(spoken)), 1)]
    known = (word for word in reversed(noun) if _ACT.get(_base(word)))
    return next(known, noun[-1])


def known_act(word: str) -> str:
    """The act that *word* is in the table for; empty when it is in none."""
    return _ACT.get(_base(word)) or _ACT.get(word) or ""


def is_parted(verb: str) -> bool:
    """*verb* takes its meaning from the particle after it: "turn | down"."""
    return verb in _PARTED


def is_light(act: str) -> bool:
    """*act* is so wide that two passages with it may tell of anything."""
    return act in _LIGHT_ACTS


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’.,;:()").removesuffix("'s")


def _base(word: str) -> str:
    """The verb that *word* is a form of, else the noun in the singular."""
    base = verb_form(word)[0]
    if base != word:
        return base
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word.removesuffix("s") if len(word) > 3 and word[-2] != "s" else word


def _stem(word: str) -> str:
    """*word* without what makes a noun or a verb of it: "nominat-ion", "announc-e"."""
    for ending in _LONGEST_FIRST:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    if word.endswith("at") and len(word) > 5:
        word = word[:-2]
    return word.rstrip("e") if len(word) > 4 else word


def _acts() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _SAME.strip().splitlines():
        kin = line.split()
        for word in kin:
            found.setdefault(_base(word), kin[0])
            found.setdefault(word, kin[0])
    return found


_ACT: Mapping[str, str] = _acts()
_LIGHT_ACTS = frozenset(_ACT.get(_base(w)) or _stem(_base(w)) for w in sorted(LIGHT))
