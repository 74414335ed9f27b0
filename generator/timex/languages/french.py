"""How French writes dates. An apostrophe is always "'" here."""

from __future__ import annotations

from generator.timex.languages.table import Language, edges, numbered, said, told
from generator.timex.phrases import Bound

_NO_COUNT = (
    r"(?!\s+(?:euros?|dollars?|francs?|personnes?|habitants?|m[eè]tres?|kilom[eè]tres?"
    r"|km|m|tonnes?|fois|marins?|pages?|exemplaires?|places?|voix|ans|hommes|femmes"
    r"|passagers?|bateaux|voitures)\b|\s?%|[.,]\d)"
)
"""A number before one of these counts: "2000 marins"."""

_ALONE = (
    r"(?=\s*(?:[,.;:!?»)]|\Z|\0|(?:à|au|et|ou|qui|pour|avec|dans|sur|par|est|a)\b))"
)

FRENCH = Language(
    data=("fr",),
    year=r"Y4|(?:de\s+)?YEAR_WORD",
    whole=frozenset({"mars", "mai", "juin", "août"}),
    which={"recent": "derni(?:er|ère)|passée?", "this": "cet|cette|ce",
           "next": "prochaine?"},
    units={"D": "jours?", "W": "semaines?", "M": "mois", "Q": "trimestres?",
           "Y": "années?|ans?"},
    numbers=numbered("un/une | deux | trois | quatre | cinq | six | sept | huit | neuf"
                     "| dix | onze | douze")
    | {"quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
       "soixante": 60, "soixante-dix": 70, "quatre-vingt": 80, "quatre-vingts": 80,
       "quatre-vingt-dix": 90, "cent": 100},
    portions={
        "START": r"début|commencement",
        "MID": "mi-|milieu",
        "END": "fin",
    },
    parts={
        "SP": "printemps", "SU": "été", "FA": "automne", "WI": "hiver",
        "Q1": r"(?:premier|1er)\s+trimestre",
        "Q2": r"(?:deuxième|second|2e)\s+trimestre",
        "Q3": r"(?:troisième|3e)\s+trimestre",
        "Q4": r"(?:quatrième|4e)\s+trimestre",
        "H1": r"(?:premier|1er)\s+semestre",
        "H2": r"(?:deuxième|second|2e)\s+semestre",
    },
    phrases={
        **said("Y", {-1: "l'an dernier | l'année dernière | l'an passé"
                         " | l'année passée",
                     0: "cette année", 1: "l'an prochain | l'année prochaine"}),
        **told("D", {-2: "l'avant-veille", -1: "la veille",
                     0: "le même jour | ce jour-là",
                     1: "le lendemain | le jour suivant", 2: "le surlendemain"}),
        **told("W", {1: "la semaine suivante", -1: "la semaine précédente"}),
        **told("M", {1: "le mois suivant", -1: "le mois précédent"}),
        **told("Y", {-1: "l'année précédente", 0: "la même année | cette année-là",
                     1: "l'année suivante"}),
        **edges("Y", {"START": "début de l'année", "MID": "milieu de l'année",
                      "END": "fin de l'année | fin d'année"}),
        **edges("M", {"START": "début du mois", "END": "fin du mois"}),
        **said("WE", {-1: "le week-end dernier | le weekend dernier",
                      0: "ce week-end | ce weekend",
                      1: "le week-end prochain | le weekend prochain"}),
        **edges("W", {"END": "fin de la semaine | fin de semaine"}),
    },
    refused=frozenset({"la veille", "le lendemain"}),
    ago="il y a",
    ahead="dans",
    later=r"plus\s+tard|après",
    about=r"environ|près\s+de|plus\s+de|presque|autour\s+de|vers",
    vague="quelques|plusieurs",
    rows=(
        # vendredi 11 juillet 2025 / 1er mai / 9 juillet de l'année dernière
        r"(?:WEEKDAY,?\s+)?DAY(?:er)?\s+MONTH(?:\s+(?:YEAR|WHICH))?",
        # 11 au 13 juillet 2025 / 11 et le 13 juillet
        r"(?P<left>(?:ANY_WEEKDAY\s+)?ONE(?:er)?)\s*(?:RANGE|EITHER|BOTH)\s*"
        r"(?P<right>(?:WEEKDAY\s+)?DAY(?:er)?\s+MONTH(?:\s+YEAR)?)",
        # juin à août 2025 / juillet ou août 2026
        r"(?P<left>ONE_MONTH)\s*(?:RANGE|EITHER)\s*(?P<right>FULL_MONTH(?:\s+YEAR)?)",
        r"entre\s+(?P<left>ONE_MONTH)\s+et\s+(?P<right>FULL_MONTH(?:\s+YEAR)?)",
        # juin 2024 / mi-mars / fin août / en mars / mars dernier
        r"(?:PORTION\s?(?:de\s+|d')?)?MONTH\s+YEAR",
        r"PORTION\s?(?:du\s+mois\s+)?(?:de\s+|d')?FULL_MONTH",
        r"courant\s+(?P<it>FULL_MONTH(?:\s+YEAR)?)",
        r"(?:en|depuis|jusqu'en|de|d'|dès|avant|après|d'ici)\s?"
        r"(?P<it>(?-i:FULL_MONTH)(?:\s+WHICH)?)",
        # en 2022 / l'année 2022 / fin 2024 / vers 1850 / de 2019.
        r"(?:en|depuis|jusqu'en|dès|avant|après|d'ici|l'année|l'an|\()\s?(?P<it>Y4)"
        + _NO_COUNT,
        rf"(?:de|(?<=\d\d\d\d )et|à|du)\s(?P<it>Y4){_ALONE}",
        rf"de\s(?P<it>(?!\d\d00)Y4){_NO_COUNT}",
        rf"PORTION\s?Y4{_NO_COUNT}",
        rf"(?=vers|autour)ABOUT\s+Y4{_NO_COUNT}",
        rf"(?P<left>ONE_YEAR)\s*[-–]\s*(?P<right>Y4){_NO_COUNT}",
        r"(?:de|entre)\s+(?P<left>ONE_YEAR)\s+(?:à|et)\s+(?P<right>Y4)" + _NO_COUNT,
        # printemps 2024 / l'été dernier / cet hiver / troisième trimestre 2024
        r"(?:(?<=l')|(?<=d')|(?<=au )|(?<=du )|(?<=le )|(?<=fin )|(?<=début ))"
        r"PART\s+(?:YEAR(?:[-–/]\d{2,4})?|(?!ce)WHICH)",
        r"(?:en|au|à\s+l')\s?(?P<it>(?=printemps|été|automne|hiver)PART)",
        r"(?=ce)WHICH\s+PART",
        r"(?=\S{1,20}\s+(?:trimestre|semestre))PART(?:\s+(?:de\s+)?YEAR)?",
        # années 1990 / années quatre-vingt-dix / XIXe siècle
        r"(?:PORTION\s+des\s+)?années\s+(?P<decade>\d{4}|\d0|quatre-vingt-dix|quatre-vingts?|soixante-dix"
        r"|soixante|cinquante|quarante|trente|vingt)",
        r"(?:PORTION\s+du\s+)?ROMAN(?:e|ᵉ|ème)\s+siècle",
        # la semaine dernière / ce mois-ci / lundi dernier / fin de l'année dernière
        r"(?:PORTION\s+(?:de\s+)?)?l[ae]\s+UNIT\s+(?!ce)WHICH",
        r"(?=ce)WHICH\s+UNIT(?:-ci)?(?!-là)",
        r"(?:PORTION\s+de\s+)?YEAR_WORD(?!-là)",
        r"WEEKDAY(?:\s+(?!ce)WHICH)?",
        r"(?=ce)WHICH\s+WEEKDAY(?!,?\s+DAY(?:er)?\s+MONTH)",
        # il y a deux ans / dans trois jours / deux jours plus tard
        r"AGO\s+(?:ABOUT\s+)?(?:N|VAGUE)\s+UNIT(?!\s+et\s+demi)",
        r"AHEAD\s+(?:ABOUT\s+)?(?:N|VAGUE)\s+UNIT",
        r"(?:N|VAGUE)\s+UNIT\s+LATER(?!\s+l)",
        # la veille, not: la veille de la fête
        r"(?P<phrase>la\s+veille|le\s+lendemain)(?!\s+d)",
        "NUMERIC",
    ),
    lookalikes=(
        # chaque mercredi, tous les vendredis, un mardi; ces dernières semaines
        r"(?P<no>(?:chaque|tous\s+les)\s+\w+|un\s+ANY_WEEKDAY)",
        # rue du 4 Septembre; Le Journal du Dimanche
        r"(?P<no>(?:rue|place|avenue|boulevard|quai|cours|pont|square|stade|hôpital)"
        r"\s+du\s+DAY(?:er)?\s+MONTH)",
        r"(?-i:(?<=[a-zéè]\s)(?=[A-Z][a-z]))(?P<no>ANY_WEEKDAY)(?!\s+\d)",
    ),
    before={
        Bound.FROM: r"depuis|dès|à\s+(?:partir|compter)\s+(?:de|du|d')",
        Bound.UNTIL: r"jusqu'(?:au|en|à)",
        Bound.BY: r"d'ici(?:\s+(?:à|au|en))?|au\s+plus\s+tard(?:\s+(?:en|à|fin))?",
        Bound.NOT_BEFORE: r"au\s+plus\s+tôt(?:\s+en)?|pas\s+avant",
        Bound.BEFORE: "avant",
        Bound.AFTER: "après",
    },
    after={Bound.BY: r"au\s+plus\s+tard", Bound.NOT_BEFORE: r"au\s+plus\s+tôt"},
    ranges=r"[-–—]|au|à|jusqu'(?:au|à|en)",
    either=r"ou(?:\s+(?:en|le))?",
    both=r"et(?:\s+le)?",
    between="entre",
    opening="du|de|d'",
    article=r"l[ea]\s+|l'|la\s+",
    future=r"\w{2,}(?:era|eront|ira|iront|dra|dront|vra|vront)|sera|seront|aura|auront"
    r"|doit|doivent|devraient?|va|vont|prévue?s?",
    past=r"(?:est|sont)\s+(?:entrée?s?|arrivée?s?|parti?e?s?|venue?s?|devenue?s?|allée?s?"
    r"|née?s?|morte?s?|restée?s?|tombée?s?|sortie?s?|revenue?s?|rentrée?s?)|s'est"
    r"|a|ont|était|étaient|avait|avaient|fut|furent",
)  # fmt: skip
