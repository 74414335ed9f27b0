"""How Spanish writes dates."""

from __future__ import annotations

from generator.timex.languages.table import Language, edges, numbered, said, told
from generator.timex.phrases import Bound

_NO_COUNT = (
    r"(?!\s+(?:euros?|dólares|pesos?|personas|habitantes|metros?|kilómetros|km|m"
    r"|toneladas|veces|marinos|páginas|ejemplares|plazas|votos|años|hombres|mujeres"
    r"|pasajeros|barcos|coches)\b|\s?%|[.,]\d)"
)
"""A number before one of these counts: "2000 marinos"."""

_ALONE = r"(?=\s*(?:[,.;:!?»)]|\Z|\0|(?:a|al|y|o|que|para|con|en|por|se|es|ha|fue)\b))"

SPANISH = Language(
    data=("es",),
    year=r"(?:año\s+)?Y4|YEAR_WORD",
    whole=frozenset({"mayo"}),
    which={"recent": "pasad[oa]", "this": "este|esta",
           "next": r"próxim[oa]|que\s+viene"},
    units={"D": "días?", "W": "semanas?", "M": "mes(?:es)?", "Q": "trimestres?",
           "Y": "años?"},
    numbers=numbered("un/una/uno | dos | tres | cuatro | cinco | seis | siete | ocho"
                     "| nueve | diez | once | doce")
    | {"quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
       "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100,
       "primero": 1},
    day_words=("primero",),
    portions={
        "START": "principios|inicios|comienzos",
        "MID": "mediados",
        "END": "finales|fines",
    },
    parts={
        "SP": "primavera", "SU": "verano", "FA": "otoño", "WI": "invierno",
        "Q1": r"(?:primer|1er)\s+trimestre",
        "Q2": r"segundo\s+trimestre",
        "Q3": r"(?:tercer|3er)\s+trimestre",
        "Q4": r"(?:cuarto|último)\s+trimestre",
        "H1": r"(?:primer\s+semestre|primera\s+mitad)",
        "H2": r"(?:segundo\s+semestre|segunda\s+mitad)",
    },
    phrases={
        **said("D", {-2: "antier", -1: "anoche", 2: "pasado mañana"}),
        **said("W", {-1: "la semana pasada | semana pasada | la pasada semana",
                     0: "esta semana",
                     1: "la próxima semana | próxima semana | la semana que viene"}),
        **said("M", {-1: "el mes pasado | mes pasado | el pasado mes", 0: "este mes",
                     1: "el próximo mes | próximo mes | el mes que viene"}),
        **said("Y", {-1: "el año pasado | año pasado | el pasado año",
                     0: "este año | presente año",
                     1: "el próximo año | próximo año | el año que viene"}),
        **told("D", {-1: "la víspera | el día anterior | día anterior",
                     0: "el mismo día | ese mismo día | ese día",
                     1: "el día siguiente | día siguiente"}),
        **told("W", {1: "la semana siguiente"}),
        **told("Y", {-1: "el año anterior | año anterior",
                     0: "ese año | ese mismo año | el mismo año | mismo año",
                     1: "el año siguiente | año siguiente"}),
        **edges("Y", {"START": "principios de año | comienzos de año",
                      "MID": "mediados de año",
                      "END": "finales de año | fin de año | final del año"}),
        **said("WE", {-1: "el fin de semana pasado | el pasado fin de semana",
                      0: "este fin de semana", 1: "el próximo fin de semana"}),
        **edges("M", {"START": "principios de mes",
                      "END": "finales de mes | fin de mes"}),
    },
    refused=frozenset({"mañana", "ahora", "la víspera"}),
    ago="hace",
    ahead=r"dentro\s+de",
    later=r"después|más\s+tarde",
    about=r"unos|unas|cerca\s+de|casi|más\s+de|aproximadamente|alrededor\s+de|hacia",
    vague=r"unos|unas|varios|varias|algunos|algunas|pocos|pocas",
    rows=(
        # viernes 11 de julio de 2025 / 9 de julio del año pasado / pasado 9 de julio
        r"(?:WEEKDAY,?\s+)?DAY(?:º|\.º)?\s+de\s+MONTH(?:,?\s+del?\s+YEAR)?",
        r"(?!est)WHICH\s+DAY\s+de\s+FULL_MONTH",
        # 11 al 13 de julio de 2025 / 11 y el 13 de julio
        r"(?P<left>(?:ANY_WEEKDAY\s+)?ONE)\s*(?:RANGE|EITHER|BOTH)\s*"
        r"(?P<right>(?:WEEKDAY\s+)?DAY\s+de\s+MONTH(?:\s+del?\s+YEAR)?)",
        # junio a agosto de 2025 / julio o agosto de 2026
        r"(?P<left>ONE_MONTH)\s*(?:RANGE|EITHER)\s*"
        r"(?P<right>FULL_MONTH(?:\s+del?\s+YEAR)?)",
        r"entre\s+(?P<left>ONE_MONTH)\s+y\s+(?P<right>FULL_MONTH(?:\s+del?\s+YEAR)?)",
        # junio de 2024 / mediados de mayo / en agosto / el pasado mes de junio
        r"(?:PORTION\s+de\s+)?MONTH\s+(?:del?\s+)?YEAR",
        r"PORTION\s+de\s+FULL_MONTH",
        r"(?:en|desde|hasta|de|antes\s+de|después\s+de)\s+(?P<it>(?-i:FULL_MONTH))"
        r"(?!\s+de\s+\d)",
        r"(?:el\s+)?WHICH\s+mes\s+de\s+FULL_MONTH",
        r"WHICH\s+FULL_MONTH",
        r"FULL_MONTH\s+(?!est)WHICH",
        # en 2022 / el año 2022 / finales de 2024 / hacia 1850 / de 2019.
        r"(?:en|desde|hasta|año|años|\()\s?(?P<it>Y4)" + _NO_COUNT,
        rf"(?:del?|(?<=\d\d\d\d )(?:y|a))\s(?P<it>Y4){_ALONE}",
        rf"del?\s(?P<it>(?!\d\d00)Y4){_NO_COUNT}",
        rf"PORTION\s+del?\s+(?:año\s+)?Y4{_NO_COUNT}",
        rf"(?=hacia|alrededor)ABOUT\s+Y4{_NO_COUNT}",
        rf"(?P<left>ONE_YEAR)\s*[-–]\s*(?P<right>Y4){_NO_COUNT}",
        r"(?:de|desde|entre)\s+(?P<left>ONE_YEAR)\s+(?:a|y|hasta)\s+(?P<right>Y4)"
        + _NO_COUNT,
        # primavera de 2024 / el verano pasado / este invierno / tercer trimestre
        r"PART\s+(?:del?\s+)?YEAR(?:[-–/]\d{2,4})?",
        r"(?:en|desde|hasta)\s+(?:la\s+|el\s+)?"
        r"(?P<it>(?=primavera|verano|otoño|invierno)PART)",
        r"WHICH\s+PART",
        r"PART\s+(?!est)WHICH",
        r"(?=\S{1,20}\s+(?:trimestre|semestre))PART",
        # años 1990 / años noventa / década de los 90 / siglo XIX
        r"(?:años|década\s+de(?:\s+los)?)\s+"
        r"(?P<decade>\d{4}|\d0|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta"
        r"|noventa)(?!\s+años)",
        r"PORTION\s+de\s+los\s+(?P<decade>[2-9]0)",
        r"en\s+los\s+(?P<it>(?P<decade>[2-9]0))(?=[.,;)])",
        r"(?:PORTION\s+del\s+)?siglo\s+ROMAN",
        # finales del año pasado / lunes pasado / el próximo miércoles
        r"(?:PORTION\s+del?\s+)?YEAR_WORD",
        r"PORTION\s+del?\s+MONTH_WORD",
        r"WEEKDAY(?:\s+(?!est)WHICH)?",
        r"WHICH\s+WEEKDAY(?!,?\s+DAY\s+de\s+MONTH)",
        r"WEEKDAY\s+de\s+WEEK_WORD",
        # hace dos años / dentro de tres días / dos días después
        r"AGO\s+(?:ABOUT\s+)?N\s+UNIT(?!\s+y\s+medi[oa])",
        r"AGO\s+VAGUE\s+UNIT",
        r"AHEAD\s+(?:ABOUT\s+)?(?:N|VAGUE)\s+UNIT",
        r"(?:N|VAGUE)\s+UNIT\s+LATER(?!\s+de)",
        # la víspera, not: la víspera de la fiesta; mañana, not: la mañana
        r"(?P<phrase>la\s+víspera)(?!\s+de)",
        r"(?<!la )(?<!el )(?<!esta )(?<!una )(?<!cada )(?<!media )(?<!de )(?<!pasado )"
        r"(?P<phrase>mañana)",
        "NUMERIC",
    ),
    lookalikes=(
        # cada miércoles, todos los viernes, un martes
        r"(?P<no>(?:cada|todos\s+los)\s+\w+|un\s+ANY_WEEKDAY)",
        # la calle 12 de Octubre; el equipo Sábado Gigante
        r"(?P<no>(?:calle|plaza|avenida|avda\.|paseo|barrio|parque|estadio|hospital"
        r"|colegio|puente|municipio|provincia|universidad|club|equipo)"
        r"\s+(?:del?\s+)?DAY\s+de\s+MONTH)",
        r"(?-i:(?<=[a-zéáíóñ]\s)(?=[A-ZÁ][a-z]))(?P<no>ANY_WEEKDAY)(?!,?\s+\d)",
    ),
    before={
        Bound.FROM: r"desde|a\s+partir\s+del?",
        Bound.UNTIL: "hasta",
        Bound.BY: r"a\s+más\s+tardar(?:\s+en)?",
        Bound.NOT_BEFORE: r"no\s+antes\s+del?",
        Bound.BEFORE: r"antes\s+del?",
        Bound.AFTER: r"después\s+del?|tras",
    },
    after={Bound.BY: r"a\s+más\s+tardar|como\s+máximo"},
    ranges=r"[-–—]|al?|hasta(?:\s+el)?",
    either=r"o(?:\s+(?:en|el))?",
    both=r"y(?:\s+el)?",
    between="entre",
    opening="del?",
    article=r"el\s+|la\s+|los\s+",
    future=r"\w{2,}(?:rá|rán)|va\s+a|van\s+a|debe|deben|previst[oa]s?|prevén?|planea",
    past=r"fue|fueron|era|eran|estaba|había|ha|han|\w{3,}(?:ó|aron|ieron)",
)  # fmt: skip
