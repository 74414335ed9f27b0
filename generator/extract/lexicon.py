"""The words of news English that the grammar needs: closed classes and verb forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def words(table: str) -> frozenset[str]:
    """The words of a table that is written as prose."""
    return frozenset(table.split())


DETERMINERS = words(
    """a an the this that these those some any no each every all both several many much
    more most few another other such his her its their our my your whose"""
)

POSSESSIVES = words("his her its their our my your whose")

PRONOUNS = words("he she it they we i you this that these those who which what there")

PREPOSITIONS = words(
    """about above across after against ahead along alongside amid amidst among around
    as at before behind below beneath beside between beyond by concerning despite down
    during except following for from in inside into like near of off on onto out
    outside over past per regarding since than through throughout till to toward
    towards under until unlike up upon via with within without"""
)

CONJUNCTIONS = words("and or but nor yet so")

RELATIVES = words("which who whom whose where")

SUBORDINATORS = words(
    """after although as because before if once since so though unless until when
    whenever whereas wherever whether while that lest"""
)

OBJECT_CLAUSES = frozenset({"what", "how", "whether", "why"})
"""Words that open a clause which is the object of the one before."""

SUBORDINATORS_ONLY = SUBORDINATORS - PREPOSITIONS - CONJUNCTIONS - DETERMINERS
"""Those that are nothing else."""

COMMON = words(
    # Other verbs that news tells happenings with, and that are in no event family.
    """accept achieve activate address advance aid answer apologise apologize appeal
    apply arrange ask assist assume attempt attend attract back block boost bolster
    break bring broadcast call cap carry change choose clean clear collect come lapse
    recognize
    command compete
    connect continue contribute control convert convince cover cross cut damage deal
    debate debut decide decline dedicate defeat defend define delay deliver design
    destroy develop devastate disappear discuss disrupt divert draw drive earn ease edit
    embark empty encounter endorse engage equip erect evict exceed exchange expand
    expel expire export extend fail fight file fill finish fix follow force gather get
    give guarantee
    go grant grow guide halve hand handle happen hear help hit identify import improve
    injure inspect install intercept interrupt introduce issue join jump knock lay
    lift lower maintain make meet miss move name note obtain occur offer operate order
    overthrow overturn pay perform pick place plant play post prevent process produce
    promote protect prove pull purchase push put question reach read receive record
    recover reduce refuse register rejoin relaunch relocate remove rename repair
    replace reply report request rescue respond restrict resume retire return reveal
    review reward save search secure select separate serve set settle show sideline
    slash spark speak spend spread step stop stream study submit supply support suffer
    surge surpass surrender survey survive swap switch tackle take target teach tear
    tell throw tie topple touch tow trade train transfer transform travel treat
    trigger try turn uncover undergo unite unload upgrade use vacate vanish vary
    volunteer wait walk warn wash watch weaken welcome widen work wreck write make
    raise offer provide lead keep see view emerge serve face benefit toast wave pose
    gesture smile shake look arrive"""
)

MODALS = words("will would shall should can could may might must 'll")

BE = words("is are was were be been being am 's 're") - {"'s"}
HAVE = words("has have had having")
DO = words("do does did")

AUXILIARIES = MODALS | BE | HAVE | DO

NEGATIONS = words("not never n't no-one nobody neither")

NOBODY = words("no none nobody no-one neither nothing few")
"""What opens a subject that did nothing: "No ferry | left"."""

PUT_OFF = words(
    """abandon block call cancel delay drop fail halt miss postpone reschedule scrap
    shelve stop suspend"""
)
"""Verbs that tell that a plan came to nothing."""

ADVERBS = words(
    """last also then just later already still now again soon even once twice ever
    always often only yet not never first initially formerly since almost nearly again
    meanwhile together instead thus therefore however both recently today yesterday"""
)

NOT_ADVERBS = words("family supply rally italy july ally reply anomaly early")
"""Words on -ly that are no adverbs of manner."""

STATIVE = words(
    # Verbs that tell how things are, or what somebody makes of them.
    """be have seem appear remain stay include contain consist mean know believe think
    want need like love hate own belong depend represent suggest signal indicate imply
    reflect underscore highlight underline illustrate demonstrate show pose exist feel
    look sound matter concern deserve resemble involve require lack fear hope doubt
    suppose regard consider expect tend continue help allow enable cause threaten risk
    warrant differ rely evoke embody comprise constitute entail live reside last
    persist stand lie sit equal cost weigh measure cover span feature specialise
    specialize"""
)

DEEDS = words(
    """appear continue help cause show demonstrate signal suggest indicate threaten
    highlight"""
)
"""Of those, the ones that tell of a deed where a day is given for it."""

SAYING = words(
    """say tell note add state comment explain argue write point suggest claim report
    insist believe reveal describe announce declare warn confirm deny estimate stress
    emphasise emphasize acknowledge admit allege caution predict testify recall"""
)
"""Verbs whose subject speaks."""

CLAIMING = words("claim allege accuse purport")
DENYING = words("deny dispute refute reject dismiss")

PLANNING = words(
    """plan prepare intend aim expect schedule hope propose agree vow pledge promise
    threaten set due poise slate plan seek"""
)
"""Verbs and adjectives that, with "to", put what follows into the future."""

PLAN_ADJECTIVES = words(
    """due set scheduled expected poised slated likely about ready bound
    supposed meant"""
)
"""With "is" before and "to" behind, they put what follows into the future."""

INTRANSITIVE = words(
    """agree march die arrive collapse explode erupt crash land travel meet resign begin
    end close open rise fall vote gather return leave flee escape surrender continue
    appear happen occur move speak protest sink go come fail vanish retire step walk
    rally clash converge convene launch break start stop drop climb plunge surge"""
)
"""Verbs that tell without an object: of two doubtful forms, they are the finite."""

PLAN_NOUNS: Mapping[str, str] = {
    # "X's threat to impose ..." -> "X threatens to impose ..."
    "threat": "threatens",
    "plan": "plans",
    "plans": "plans",
    "pledge": "pledges",
    "promise": "promises",
    "vow": "vows",
    "decision": "decides",
    "proposal": "proposes",
    "intention": "intends",
    "bid": "bids",
    "offer": "offers",
    "agreement": "agrees",
}

IRREGULAR = """
arise arose arisen | awake awoke awoken | beat beat beaten | become became become
begin began begun | bet bet bet | bid bid bid | bite bit bitten
bear bore born | bleed bled bled
blow blew blown | break broke broken | bring brought brought
broadcast broadcast broadcast | build built built | burn burned burned
burst burst burst | buy bought bought | cast cast cast | catch caught caught
choose chose chosen | come came come | cost cost cost | cut cut cut | deal dealt dealt
dig dug dug | do did done | draw drew drawn | drive drove driven | eat ate eaten
fall fell fallen | feed fed fed | feel felt felt | fight fought fought
find found found | flee fled fled | fly flew flown | forbid forbade forbidden
forget forgot forgotten | freeze froze frozen | get got got | give gave given
go went gone | grow grew grown | hang hung hung | hear heard heard | hide hid hidden
hit hit hit | hold held held | hurt hurt hurt | keep kept kept | know knew known
lay laid laid | lead led led | leave left left | lend lent lent | let let let
lose lost lost | make made made | mean meant meant | meet met met
mislead misled misled | overcome overcame overcome | overrun overran overrun
overthrow overthrew overthrown | pay paid paid | put put put | quit quit quit
read read read | rebuild rebuilt rebuilt | resell resold resold | ride rode ridden
rise rose risen | run ran run | say said said | see saw seen | seek sought sought
sell sold sold | send sent sent | set set set | shake shook shaken | shed shed shed
shoot shot shot | shut shut shut | sing sang sung | sink sank sunk | sit sat sat
speak spoke spoken | spend spent spent | split split split | spread spread spread
stand stood stood | steal stole stolen | strike struck struck | swear swore sworn
sweep swept swept | swim swam swum | take took taken | teach taught taught
tear tore torn | tell told told | think thought thought | throw threw thrown
undergo underwent undergone | undertake undertook undertaken | uphold upheld upheld
wake woke woken | wear wore worn | win won won | withdraw withdrew withdrawn
write wrote written
creep crept crept | drink drank drunk | fling flung flung | foresee foresaw foreseen
forgive forgave forgiven | kneel knelt knelt | leap leapt leapt
oversee oversaw overseen | overtake overtook overtaken | retake retook retaken
ring rang rung | shrink shrank shrunk | sleep slept slept | slide slid slid
spin spun spun | stick stuck stuck | swing swung swung | weep wept wept
withhold withheld withheld | withstand withstood withstood
"""


def _irregular() -> Iterator[tuple[str, str, str]]:
    for entry in IRREGULAR.replace("\n", "|").split("|"):
        if entry.strip():
            base, past, participle = entry.split()
            yield base, past, participle


PAST_OF: Mapping[str, str] = {past: base for base, past, _ in _irregular()}
PARTICIPLE_OF: Mapping[str, str] = {part: base for base, _, part in _irregular()}
PAST_BY_BASE: Mapping[str, str] = {base: past for base, past, _ in _irregular()}


NOT_VERBS = words(
    # Words on -ed that are adjectives or nouns in nearly every sentence of news.
    """united aged armed alleged so-called red bed shed speed need hundred indeed sacred
    naked wicked rugged kindred feed seed deed breed greed creed embed exceed proceed
    succeed limited unprecedented sophisticated detailed related
    sustained combined widespread heightened based fragmented fractured"""
)
