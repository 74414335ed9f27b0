"""How German writes dates."""

from __future__ import annotations

from generator.timex.languages.table import (
    Language,
    edges,
    inflected,
    numbered,
    said,
    told,
)
from generator.timex.meanings import Weekend
from generator.timex.phrases import Bound

_NO_NOUN = r"(?!\s+(?-i:[A-ZÄÖÜ])|\s?%|[.,]\d)"
"""A number before a noun counts: "2000 Menschen"."""

GERMAN = Language(
    data=("de",),
    year=r"Y4|(?:des\s+)?WHICH_YEAR\s+Jahr(?:es)?|(?:des\s+)?YEAR_WORD",
    whole=frozenset({"mai", "märz", "juni", "juli"}),
    weekdays=inflected(
        "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
        "0 morgen vormittag mittag nachmittag abend nacht",
    )
    | numbered("sonnabend", 6),
    refused=frozenset({"morgen", "vortag"}),
    which={
        "last": "(?:letzt|vergangen|vorig)e[nrsm]?",
        "this": "diese[nrsm]?|laufende[nrsm]?",
        "next": "(?:nächst|kommend)e[nrsm]?",
    },
    units={"D": "tag(?:e[ns]?|s)?", "W": "wochen?", "M": "monat(?:e[ns]?|s)?",
           "Q": "quartals?", "Y": "jahr(?:e[ns]?|s)?"},
    numbers=numbered("einem/einer/ein/eine | zwei | drei | vier | fünf | sechs | sieben"
                     "| acht | neun | zehn | elf | zwölf")
    | {"fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
       "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90},
    portions={"START": "anfang|beginn", "MID": "mitte", "END": "ende"},
    parts={
        "SP": "frühlings?|frühjahrs?", "SU": "sommers?", "FA": "herbst(?:es|s)?",
        "WI": "winters?",
        "Q1": r"(?:erste[nsrm]?|1\.|I\.)\s+quartals?",
        "Q2": r"(?:zweite[nsrm]?|2\.|II\.)\s+quartals?",
        "Q3": r"(?:dritte[nsrm]?|3\.|III\.)\s+quartals?",
        "Q4": r"(?:vierte[nsrm]?|letzte[nsrm]?|4\.|IV\.)\s+quartals?",
        "H1": r"(?:erste[nsrm]?|1\.)\s+(?:halbjahr(?:e?s)?|jahreshälfte)",
        "H2": r"(?:zweite[nsrm]?|2\.)\s+(?:halbjahr(?:e?s)?|jahreshälfte)",
    },
    phrases={
        **said("D", {-1: "gestrigen tag", 0: "heutigen tag", 1: "morgen"}),
        **said("W", {-2: "vorletzte woche | vorletzter woche",
                     2: "übernächste woche | übernächster woche"}),
        **said("Y", {-2: "vorletztes jahr | vorletzten jahr", 0: "heuer"}),
        **told("D", {-1: "tags zuvor | vortag",
                     0: "selben tag | gleichen tag",
                     1: "nächsten tag | folgenden tag | tags darauf"}),
        **told("Y", {-1: "vorjahr", 0: "selben jahr | gleichen jahr | desselben jahres",
                     1: "folgenden jahr | folgejahr"}),
        **edges("Y", {
            "START": "jahresbeginn | jahresanfang | anfang des jahres",
            "MID": "jahresmitte | mitte des jahres",
            "END": "jahresende | ende des jahres"}),
        **edges("M", {"START": "monatsanfang | anfang des monats",
                      "END": "monatsende | ende des monats"}),
        **edges("W", {"START": "anfang der woche | wochenbeginn",
                      "END": "ende der woche"}),
        **said("WE", {
            -1: "vergangenes wochenende | vergangenen wochenende | letztes wochenende"
            " | letzten wochenende",
            0: "dieses wochenende | diesem wochenende",
            1: "kommendes wochenende | kommenden wochenende | nächstes wochenende"
            " | nächsten wochenende"}),
        "wochenende": Weekend(),
    },
    ago="vor",
    ahead="in",
    later="später|danach",
    about=r"um|etwa|rund|ungefähr|circa|ca\.|fast|knapp|gut|über|mehr\s+als",
    vague=r"einigen?|wenigen?|ein\s+paar|mehreren?",
    rows=(
        # Freitag, dem 11. Juli 2025 / 9. Juli des vergangenen Jahres
        r"(?:(?:WEEKDAY,?|(?-i:Mo|Di|Mi|Do|Fr|Sa|So)\.?,)\s+(?:de[nmr]\s+)?)?"
        r"DAY\.\s?MONTH(?:\s+YEAR)?",
        # 11. bis 13. Juli 2025 / 11./12. Juli / 11. und 13. Juli
        r"(?P<left>ONE\.)\s*(?:RANGE|EITHER|BOTH)\s*(?P<right>DAY\.\s?MONTH(?:\s+YEAR)?)",
        # Juni bis August 2025 / Juli oder August
        r"(?P<left>ONE_MONTH)\s*(?:RANGE|EITHER)\s*(?P<right>FULL_MONTH(?:\s+YEAR)?)",
        r"zwischen\s+(?P<left>ONE_MONTH)\s+und\s+(?P<right>FULL_MONTH(?:\s+YEAR)?)",
        # Juni 2024 / Ende Mai / im August
        r"(?:PORTION\s+)?MONTH\s+YEAR",
        r"PORTION\s+FULL_MONTH",
        r"(?:im|vom|zum)\s+(?P<it>FULL_MONTH)",
        r"(?:seit|bis|ab|vor|nach)\s+(?P<it>FULL_MONTH)(?!\s+(?-i:[A-ZÄÖÜ]))",
        r"(?:WHICH\s+)FULL_MONTH",
        # im Jahr 2022 / seit 2022 / Ende 2022 / (2022) / um 1850
        r"(?:Jahr(?:es?)?|Jahren)\s+(?P<it>Y4)",
        rf"(?:seit|bis|ab|nach|vor)\s+(?P<it>Y4){_NO_NOUN}",
        r"(?:(?<=[.!?\n]\s)|(?<=\()|(?<=\A))(?P<it>Y4)(?=\)|\s+(?-i:[a-zäöü]))",
        # wurde 1989 gebaut; not: Nummer 1989, über 1989
        r"(?!(?:über|um|auf|mit|rund|etwa|von|zu|als|fast|gut|je)\s)(?-i:[a-zäöü])\w*\s+"
        rf"(?P<it>(?=19|20)(?!\d\d00)Y4)(?=[.,;)]|\s+(?-i:[a-zäöü])){_NO_NOUN}"
        r"(?!\s+(?:km|m|cm|mm|kg|mal)\b)",
        rf"PORTION\s+(?:des\s+Jahres\s+)?Y4{_NO_NOUN}",
        rf"(?=um|etwa|ca|circa|ungefähr)ABOUT\s+(?:das\s+Jahr\s+)?Y4(?=[,.;]|\s+(?-i:[a-zäöü])){_NO_NOUN}",
        rf"(?P<left>ONE_YEAR)\s*RANGE\s*(?P<right>Y4){_NO_NOUN}",
        rf"zwischen\s+(?P<left>ONE_YEAR)\s+und\s+(?P<right>Y4){_NO_NOUN}",
        # Frühjahr 2024 / im Herbst / letzten Sommer / dritten Quartal 2024
        r"(?:PORTION\s+)?PART\s+YEAR(?:/\d\d(?:\d\d)?)?",
        r"(?:im|seit(?:\s+dem)?|bis(?:\s+zum)?|ab(?:\s+dem)?)\s+(?P<it>PART)",
        r"WHICH\s+PART",
        r"(?=\S{1,20}\s+(?:Quartal|Halbjahr|Jahreshälfte))PART",
        # 1990er Jahre / 90er-Jahren / 19. Jahrhundert
        r"(?:PORTION\s+der\s+)?(?P<decade>\d{4})er(?:[\s-]Jahren?)?",
        r"(?:PORTION\s+der\s+)?(?P<decade>\d0|(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:z|ß)ig)er[\s-]?Jahren?",
        r"PORTION\s+der\s+(?P<decade>[2-9]0|(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:z|ß)ig)er",
        r"de[nr]\s+(?P<it>(?P<decade>[2-9]0|(?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:z|ß)ig)ern?)(?!\s+(?-i:[A-ZÄÖÜ]))",
        r"(?:PORTION\s+(?:des\s+)?)?(?P<century>\d\d)\.\s?Jahrhundert(?:s|e)?",
        # vergangene Woche / Ende des vergangenen Jahres / letzten Freitag
        r"(?:PORTION\s+(?:de[sr]\s+)?)?WHICH\s+(?=(?:Woche|Monats?|Jahr(?:es)?|"
        r"Quartals?)\b)UNIT",
        r"YEAR_WORD",
        "WEEKDAY",
        r"WHICH\s+WEEKDAY(?!,?\s+(?:de[nmr]\s+)?DAY\.\s?MONTH)",
        # vor zwei Jahren / vor einigen Tagen / in drei Tagen / zwei Tage später
        r"AGO\s+(?:ABOUT\s+)?(?:N|VAGUE)\s+UNIT",
        r"AHEAD\s+(?:ABOUT\s+)?(?:N|VAGUE)\s+UNIT",
        r"(?:N|VAGUE)\s+UNIT\s+LATER",
        # am Vortag sagte er, not: am Vortag der Wahl; morgen, not: am Morgen
        r"(?:am|vom)\s+(?P<it>(?P<phrase>Vortag))(?!\s+(?:der|des|von))",
        r"(?<!guten )(?<!heute )(?<!gestern )(?-i:(?P<phrase>morgen))",
        r"(?:(?<=[.!?]\s)|(?<=\A))(?P<phrase>Morgen)(?=\s+(?-i:[a-zäöü]))",
        "NUMERIC",
    ),
    lookalikes=(
        r"(?P<no>(?:jeden|jedem|ein|einem|einen)\s+ANY_WEEKDAY)",
        # Straße des 18. Oktober; two newspapers
        r"(?P<no>(?:Straße|Platz(?:es)?|Allee|Brücke)\s+des\s+DAY\.\s?MONTH)",
        r"(?P<no>(?:Bild|Welt)\s+am\s+Sonntag)",
    ),
    before={
        Bound.FROM: "seit|ab",
        Bound.BY: r"(?:bis\s+)?spätestens(?:\s+(?:am|bis|im|bis\s+zum))?",
        Bound.UNTIL: r"bis(?:\s+(?:einschließlich|zu[mr]))?",
        Bound.NOT_BEFORE: r"frühestens(?:\s+(?:am|im|ab))?",
        Bound.BEFORE: "vor",
        Bound.AFTER: "nach",
    },
    ranges=r"[-–—/]|bis(?:\s+zum)?",
    either=r"oder(?:\s+(?:im|am))?",
    both=r"und(?:\s+(?:dem|am))?",
    between="zwischen",
    opening="vo[nm]",
    article=r"de[mnr]\s+",
    future="wird|werden|soll|sollen|will|wollen|plant|planen|geplant|voraussichtlich",
    past="wurden?|war|waren|hat|hatten?|haben|teilten?|sagten?|erklärten?|kündigten?"
    "|trat(?:en)?|traf(?:en)?|kam(?:en)?|ging(?:en)?|fand(?:en)?|begann(?:en)?|nahm(?:en)?"
    "|starb(?:en)?|fiel(?:en)?|lief(?:en)?|sank(?:en)?|schloss(?:en)?|eröffneten?"
    "|besuchten?|unterzeichneten?|tagten?",
)  # fmt: skip
