"""What a verb or a noun needs behind it, so that a title does not end before it."""

from __future__ import annotations

from generator.extract.lexicon import INTRANSITIVE, words

CHANGING = words("of than without unless if unlike like as except per")
"""Words whose phrase changes what stands before it."""

WITH_PHRASE = words(
    """put place provide charge accuse deprive turn convert base link attribute
    prevent plunge throw drag force warn ban bar replace subject expose result
    consist depend rely refer lead name appoint elect serve act work call describe
    regard treat look go come set apply ask respond agree belong amount account
    focus aim engage compare add fail"""
)
"""Verbs that a phrase with a preposition completes."""

PLACING = words(
    """put place provide charge accuse prevent plunge throw drag deprive convert
    subject expose attribute link base"""
)
"""Of those, the ones that are no nouns, so that any of them in a clause counts."""

STEERING = words(
    """convince ask tell urge order allow force expect want call permit invite
    encourage enable require persuade warn teach help cause instruct advise
    authorise authorize empower compel press use need have get choose vote agree
    refuse decide plan try attempt seek fail begin start continue manage threaten
    promise pledge vow offer hope aim prepare intend set appear seem be make give"""
)
"""Verbs whose "to ..." tells the happening itself."""

STEERING_NOUNS = words(
    """plan plans bid attempt effort efforts right decision agreement deal ability
    order call offer refusal vote way chance move need failure threat pledge promise
    time proposal request permission power intention willingness deadline"""
)

HUNGRY = words(
    """be have do make take give get put run say tell see hold become include face
    seem mean keep call name show want need bring send set carry use add let help
    lay raise receive find provide allow reach cause write"""
)
"""Verbs that say nothing without what follows them."""

ALONE = (INTRANSITIVE - words("come go step walk follow")) | words(
    """accelerate adjourn appeal depart object reply respond retreat shut strike testify
    withdraw apologise apologize backfire balloon bounce burn burst
    capitulate capsize cheer cooperate crack crumble cry decline decrease deepen default
    defect derail deteriorate detonate diminish disappear disband dissolve divorce
    double drift drown elope emerge emigrate escalate evaporate expire explode fade
    faint falter flare flop graduate grow halve improve increase intensify intervene
    jump laugh lose malfunction marry merge migrate multiply narrow nosedive overheat
    part peak perish persist plummet prevail quadruple quit rebel rebound recede recover
    relapse relent remarry reopen reunite resume resurface revolt riot sail shatter
    shrink skid skyrocket slide slip slow slump soar spread stabilise stabilize stall
    stumble subside succeed succumb survive swell thaw topple triple triumph tumble wane
    waver weaken widen win worsen yield debut"""
)
"""Verbs that may end a title. Any other that has nothing behind it is a participle of
something else or lacks its object: "the members selected", "the regime first named"."""

THAT_VERBS = words(
    """agree ensure decide know think hope find show see hear vote order require demand
    rule mean tell inform assure remind convince persuade conclude learn promise"""
)

THAT_NOUNS = words(
    """fact claim claims allegation allegations news view belief idea hope hopes fear
    fears sign signs evidence proof condition conclusion report reports suggestion
    announcement statement so such"""
)
"""What "that" completes."""

PURPOSES = words("part result means way sign response consequence")
"""After "as" and an article they tell only why: "as part of its plan"."""

WITH_TO = words(
    """access addition alternative answer approach blow challenge contribution damage
    end exposure introduction key opposition reaction relation response return right
    road route solution threat trip visit"""
)
"""Nouns that "to ..." completes."""

APART = words("away downstairs upstairs far miles metres kilometres kilometers")
"""What "from ..." completes."""

UNITS = words("minute hour day week month year decade")


def stands_alone(lemma: str) -> bool:
    """A title may end in the verb; *lemma* may lack the "e" of one that is unknown."""
    return lemma in ALONE or f"{lemma}e" in ALONE
