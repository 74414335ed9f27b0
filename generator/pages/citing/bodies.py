"""Names that are none of a person who has a family name at the end: organisations, by
their words, and people whose family name comes first, by that name."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS_OF_BODIES = """
    administration affairs africa agency air alliance america analysis archive
    archives armed army asia assembly associated association authority bank board
    broadcasting bureau cabinet campaign center centre channel city civil club
    coalition college command commission committee community company conflict
    congress consortium contributors corporation corps correspondents council county
    court daily data defence defense democratic department desk development digital
    doctors editor editorial editors embassy europe federation force forces forum
    foundation frontières fund gazette global government greenpeace group guardian
    health herald history house human inc independent initiative institut institute
    intelligence international investigation investigations journal laboratory law
    league library limited llc ltd magazine media military ministry monitor movement
    museum médecins naval navy network news newspaper newspapers newsroom
    observatory office online organisation organization oxfam parliament party peace
    police policy post pravda presidency press programme project public publishing
    radio records registry report reporter reporters reports republic research
    reserve review rights sans school secretariat security senate service services
    society staff state states statistics studies team technology telegraph
    television times transport treasury tribunal tribune trust tv union unit united
    university watch weekly without works world writers
    e.u u.k u.n u.s
    agentur amt anstalt archiv bank behörde bericht bund dienst kanzlei ministerium
    nachrichten presse rat redaktion regierung rundfunk stadt stiftung verband
    verein verlag welle zeitung
    agence association bureau cabinet conseil gouvernement journal ministère monde
    nouvelles rédaction société université
    agencia consejo diario gobierno ministerio noticias periódico prensa redacción
    sociedad universidad
    agencja agenzia agência ajansı conselho consiglio corriere gazeta governo jornal
    krant ministero ministério nieuws notizie notícias omroep redazione rząd
    агентство вести вестник газета известия министерство міністерство новини новости
    правда правительство редакция служба совет уряд
"""

_ANYWHERE = frozenset(_WORDS_OF_BODIES.split())
"""Words of which the name of a person has none; a rare “Emily Post” pays for it."""

_FIRST_OF_BODIES = """
    al das der die el het il la las le les lo los the
    african american arab asian australian british canadian central chinese dutch
    eastern european federal finnish french german greek indian iranian irish
    israeli italian japanese korean latin local mexican national northern norwegian
    palestinian polish red royal russian scottish southern spanish supreme swedish
    swiss turkish ukrainian welsh western
    allgemeine bayerische bayerischer berliner deutsche deutscher deutsches
    frankfurter hessischer neue norddeutsche norddeutscher saarländischer schweizer
    süddeutsche westdeutsche westdeutscher österreichische österreichischer
"""

_FIRST = frozenset(_FIRST_OF_BODIES.split())
"""Articles, and what says of where something is: so no name of a person begins."""

_JOINING = frozenset(
    ("and", "of", "for", "the", "und", "für", "der", "et", "pour", "y", "e")
)
_PARTICLES = frozenset(("van", "von", "de"))
_ENDING = re.compile(
    r".{3,}(?:agentur|amt|dienst|gericht|ministerium|nachrichten|presse|regierung|"
    r"rundfunk|verband|verlag|zeitung|radio|press|news|media|watch)"
)
_BY_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TWO_IN_ONE = re.compile(r"\w*[^\W\d_A-ZÀ-Þ]{4}[A-Z]")
"""A capital within a word, far from its beginning: “BuzzFeed”, not “McBride”."""

_EASTERN_FAMILIES = """
    bai bao bui cai cao chai chan chang chau chen cheng cheung chiang cho choe choi
    chong chou chow chu chua chung cui dai dang dao deng ding dinh dong du duan
    duong fan fang feng fu gao geng gong gu guan guo ha han hao he ho hoang hong
    hsieh hsu hu hua huang huh hui huynh hwang jang jeon jeong ji jia jiang jiao jin
    jo joo joon jung kang kim ko kong koo kung kuo kwak kwok kwon lai lam lau le lee
    lei leung li liang liao lim lin liu lo long lu luo lyu ma mao meng min mo moon
    na nam ng ngo nguyen nguyễn nie no noh oh pae paek pak pan pang park peng pham
    phan qi qian qiao qin qiu ren rhee ri rim rong ryang ryu seo shao shen shi shim
    shin sim sin so son song su suh sun tan tang tao tian tran tsai tsang tse tsui
    vo vu wan wang wei wen wong woo wu xi xia xiang xiao xie xiong xu xue yam yan
    yang yao ye yeh yeo yi yim yin yip yoo yoon you yu yuan yun zeng zhai zhan zhang
    zhao zheng zhong zhou zhu zhuang zou
"""

_FAMILY_FIRST = frozenset(_EASTERN_FAMILIES.split())
"""Family names of China, Korea and Viet Nam as Latin letters write them."""

_WHERE_FAMILY_IS_FIRST = frozenset(("zh", "ja", "ko", "vi", "hu", "km"))


def is_body(words: Sequence[str]) -> bool:
    """Whether these are the words of an organisation's name, or of several names."""
    low = [word.casefold().strip(".,") for word in words]
    several = not _JOINING.isdisjoint(low[:-1])
    # "van der Berg": such words stand in names of people, behind another of the kind.
    particles = not _PARTICLES.isdisjoint(low)
    return (
        low[:1] == ["the"]
        or (several and not particles)
        or "&" in low
        or not _ANYWHERE.isdisjoint(low)
        or any(map(_ENDING.fullmatch, low))
    )


def may_be_body(words: Sequence[str]) -> bool:
    """Whether these may be the words of an organisation's name: one begins with an
    article or a country, or a word is in capitals and no initial."""
    first = words[0].casefold()
    return (
        first in _FIRST
        or first.startswith(("al-", "l’", "l'"))
        or any(word.isupper() and _BY_LETTERS.fullmatch(word) for word in words)
        or any(map(_TWO_IN_ONE.match, words))
    )


def may_begin_with_family(words: Sequence[str], language: str) -> bool:
    """Whether the family name may be the first of these, or one of several: in names of
    some peoples, and in the *language* (BCP 47) of some."""
    language = language.partition("-")[0].lower()
    # In Spanish, family names are two: "Gabriel García Márquez".
    of_two = language == "es" and len(words) > 2
    is_first = words[0].casefold() in _FAMILY_FIRST
    return is_first or of_two or language in _WHERE_FAMILY_IS_FIRST
