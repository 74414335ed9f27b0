"""What dates look like in eight languages beside English, as rows of patterns.

The names of months, days and relative times come from dateparser's language data;
here stands what that data does not have: the order of the parts, the words between
them, case endings, and the phrases of the news.

Not covered: seasons, quarters, decades, durations, sets, ranges, bounds ("since",
"until"), times of day, and numbers above ten that are written as words.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes dates.

    In `dates`, names in capitals stand for DAY, MONTH, YEAR, WEEKDAY and NUMERIC;
    a FULL_MONTH is not abbreviated, a LONE_DAY stands without its month; a group
    `it` marks the expression where the rest is context. `months` and `weekdays` add
    case forms to dateparser's names, `refused` takes names away. `last` and `next`
    are words beside a weekday. `relative` maps a phrase to a unit and a count from
    publication; `counted` are phrases with N and UNIT, and the sign of their
    direction.
    """

    dates: tuple[str, ...]
    years: tuple[str, ...]
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    last: str = "(?!)"
    next: str = "(?!)"
    relative: dict[str, tuple[str, int]] = field(default_factory=dict)
    counted: tuple[tuple[str, int], ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    spaced: bool = True


_CYRILLIC_DAY = r"DAY(?:-го)?\s+MONTH"

RUSSIAN = Language(
    dates=(
        rf"(?:WEEKDAY,?\s+)?{_CYRILLIC_DAY}(?:\s+YEAR(?:\s*(?:года|г\.))?)?",
        r"MONTH\s+YEAR(?:\s*(?:года|г\.))?",
        r"(?:в|во|с|до|к|на|за)\s+(?P<it>FULL_MONTH)(?!\s+YEAR)",
        r"NUMERIC",
    ),
    years=(r"(?P<it>YEAR(?:\s*(?:году|года|год|годом|г\.)))(?![^\W\d_])",),
    months={"январе": 1, "феврале": 2, "марте": 3, "апреле": 4, "мае": 5, "июне": 6,
            "июле": 7, "августе": 8, "сентябре": 9, "октябре": 10, "ноябре": 11,
            "декабре": 12},
    weekdays={"среду": 3, "пятницу": 5, "субботу": 6, "пятницы": 5, "среды": 3,
              "понедельника": 1, "вторника": 2, "четверга": 4, "субботы": 6,
              "воскресенья": 7},
    last=r"(?:прошл|минувш)(?:ый|ую|ое|ой|ого|ом|ем|ий|ей|его)",
    next=r"(?:следующ|будущ)(?:ий|ую|ее|ей|его|ем)",
    relative={
        "в прошлом году": ("Y", -1), "прошлого года": ("Y", -1), "нынешнего года":
        ("Y", 0), "этого года": ("Y", 0), "текущего года": ("Y", 0),
        "будущего года": ("Y", 1), "следующего года": ("Y", 1),
        "прошлой недели": ("W", -1), "этой недели": ("W", 0),
        "прошлого месяца": ("M", -1), "этого месяца": ("M", 0),
        "текущего месяца": ("M", 0), "накануне": ("D", -1),
    },
    counted=((r"(?:N\s+)?UNIT\s+назад", -1), (r"через\s+N\s+UNIT", 1)),
    units={"день": "D", "дня": "D", "дней": "D", "неделю": "W", "недели": "W",
           "недель": "W", "месяц": "M", "месяца": "M", "месяцев": "M", "год": "Y",
           "года": "Y", "лет": "Y"},
    numbers={"один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4,
             "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
             "десять": 10},
)  # fmt: skip

UKRAINIAN = Language(
    dates=(
        rf"(?:WEEKDAY,?\s+)?{_CYRILLIC_DAY}(?:\s+YEAR(?:\s*(?:року|р\.))?)?",
        r"MONTH\s+YEAR(?:\s*(?:року|р\.))?",
        r"(?:у|в|з|із|до|на|за)\s+(?P<it>FULL_MONTH)(?!\s+YEAR)",
        r"NUMERIC",
    ),
    years=(r"(?P<it>YEAR(?:\s*(?:року|році|рік|роком|р\.)))(?![^\W\d_])",),
    months={"січні": 1, "лютому": 2, "березні": 3, "квітні": 4, "травні": 5,
            "червні": 6, "липні": 7, "серпні": 8, "вересні": 9, "жовтні": 10,
            "листопаді": 11, "грудні": 12},
    weekdays={"середу": 3, "п'ятницю": 5, "п’ятницю": 5, "п’ятниця": 5, "суботу": 6,
              "неділю": 7, "понеділка": 1, "вівторка": 2, "середи": 3,
              "четверга": 4, "п’ятниці": 5, "п'ятниці": 5, "суботи": 6,
              "неділі": 7},
    last=r"(?:минул)(?:ий|ої|у|ого|ому|ій)",
    next=r"(?:наступн)(?:ий|ої|у|ого|ому|ій)",
    relative={
        "цього тижня": ("W", 0), "минулого тижня": ("W", -1), "торік": ("Y", -1),
        "минулому році": ("Y", -1), "цьому році": ("Y", 0), "напередодні": ("D", -1),
        "наступному році": ("Y", 1), "минулому місяці": ("M", -1),
    },
    counted=((r"(?:N\s+)?UNIT\s+тому", -1), (r"через\s+N\s+UNIT", 1)),
    units={"день": "D", "дні": "D", "днів": "D", "тиждень": "W", "тижні": "W",
           "тижнів": "W", "місяць": "M", "місяці": "M", "місяців": "M", "рік": "Y",
           "роки": "Y", "років": "Y"},
    numbers={"один": 1, "два": 2, "дві": 2, "три": 3, "чотири": 4, "п'ять": 5,
             "п’ять": 5, "шість": 6, "сім": 7, "вісім": 8, "дев’ять": 9,
             "дев'ять": 9, "десять": 10},
    refused=frozenset({"серед", "берез"}),
)  # fmt: skip

GERMAN = Language(
    dates=(
        r"(?:WEEKDAY,?\s+(?:(?:den|dem|der)\s+)?)?DAY\.\s?MONTH(?:\s+YEAR)?",
        r"(?:PORTION\s+)?MONTH\s+YEAR",
        r"PORTION\s+FULL_MONTH",
        r"(?:im|seit|bis|ab|vom|in)\s+(?P<it>FULL_MONTH)(?!\s+YEAR)",
        r"NUMERIC",
    ),
    years=(
        r"(?:seit|bis|ab|von|nach|vor|und|Jahre?)\s+(?P<it>YEAR)(?!\s+(?-i:[A-ZÄÖÜ]))",
        r"(?<![^.!?\n]\s)(?<![^\s(])(?P<it>YEAR)(?=\)|\s+(?-i:[a-zäöü]))",
        r"PORTION\s+YEAR",
    ),
    last=r"(?:letzt|vergangen|vorig)e[nrsm]?",
    next=r"(?:nächst|kommend)e[nrsm]?",
    relative={
        "vergangene woche": ("W", -1), "vergangener woche": ("W", -1),
        "vergangenen woche": ("W", -1), "letzter woche": ("W", -1),
        "letzten woche": ("W", -1), "dieser woche": ("W", 0),
        "kommende woche": ("W", 1), "kommenden woche": ("W", 1),
        "nächster woche": ("W", 1), "vergangenes jahr": ("Y", -1),
        "vergangenen jahr": ("Y", -1), "letzten jahr": ("Y", -1),
        "vorigen jahr": ("Y", -1), "diesem jahr": ("Y", 0), "dieses jahres": ("Y", 0),
        "nächsten jahr": ("Y", 1), "kommenden jahr": ("Y", 1),
        "vergangenen monat": ("M", -1), "diesem monat": ("M", 0),
        "kommenden monat": ("M", 1),
    },
    counted=((r"vor\s+N\s+UNIT", -1), (r"in\s+N\s+UNIT", 1)),
    units={"tag": "D", "tagen": "D", "woche": "W", "wochen": "W", "monat": "M",
           "monaten": "M", "jahr": "Y", "jahren": "Y"},
    numbers={"einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
             "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10},
    refused=frozenset({"morgen"}),
)  # fmt: skip

FRENCH = Language(
    dates=(
        r"(?:WEEKDAY,?\s+)?DAY(?:er)?\s+MONTH(?:\s+YEAR)?",
        r"(?:PORTION\s?)?MONTH\s+YEAR",
        r"PORTION\s?FULL_MONTH",
        r"(?:en|depuis|jusqu['’]en|de|d['’]|dès)\s?(?P<it>FULL_MONTH)(?!\s+YEAR)",
        r"NUMERIC",
    ),
    years=(
        r"(?:en|depuis|jusqu['’]en|de|dès|et|à|fin|début|année|an|\()\s?(?P<it>YEAR)",
    ),
    last=r"derni(?:er|ère)|passée?",
    next=r"prochaine?",
    relative={
        "la semaine passée": ("W", -1), "l’an dernier": ("Y", -1),
        "l'an dernier": ("Y", -1), "l’année dernière": ("Y", -1),
        "l’an prochain": ("Y", 1), "l'an prochain": ("Y", 1), "aujourd’hui": ("D", 0),
        "ce mois": ("M", 0), "la veille": ("D", -1),
    },
    counted=((r"il y a\s+N\s+UNIT", -1), (r"dans\s+N\s+UNIT", 1)),
    units={"jour": "D", "jours": "D", "semaine": "W", "semaines": "W", "mois": "M",
           "an": "Y", "ans": "Y", "année": "Y", "années": "Y"},
    numbers={"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
             "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10},
)  # fmt: skip

SPANISH = Language(
    dates=(
        r"(?:WEEKDAY,?\s+)?DAY\s+de\s+MONTH(?:\s+(?:de|del)\s+YEAR)?",
        r"(?:PORTION\s+de\s+)?MONTH\s+(?:de|del)\s+YEAR",
        r"PORTION\s+de\s+FULL_MONTH",
        r"(?:en|desde|hasta|de)\s+(?P<it>FULL_MONTH)(?!\s+del?\s+YEAR)",
        r"NUMERIC",
    ),
    years=(r"(?:en|desde|hasta|de|del|y|a|año|\()\s?(?P<it>YEAR)",),
    last=r"pasad[oa]",
    next=r"próxim[oa]|que viene",
    relative={
        "este año": ("Y", 0), "año pasado": ("Y", -1), "semana pasada": ("W", -1),
        "mes pasado": ("M", -1), "próximo año": ("Y", 1), "próxima semana": ("W", 1),
        "próximo mes": ("M", 1), "anoche": ("D", -1), "pasado mañana": ("D", 2),
    },
    counted=((r"hace\s+N\s+UNIT", -1), (r"dentro de\s+N\s+UNIT", 1)),
    units={"día": "D", "días": "D", "semana": "W", "semanas": "W", "mes": "M",
           "meses": "M", "año": "Y", "años": "Y"},
    numbers={"un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
             "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10},
    refused=frozenset({"mañana", "ahora"}),
)  # fmt: skip

KOREAN = Language(
    dates=(
        r"(?:YEAR년\s?)?MONTH\s?DAY일(?!\s?(?:간|동안|전|후|째|만))",
        r"YEAR년\s?MONTH",
        r"(?P<it>MONTH)(?!\s?\d)",
        r"(?P<it>LONE_DAY일)(?!\s?(?:간|동안|전|후|째|만|정))",
        r"NUMERIC",
    ),
    years=(r"(?P<it>YEAR년)(?!\s?(?:간|동안|전|후|째|만))",),
    last=r"지난",
    next=r"다음",
    relative={
        "지난해": ("Y", -1), "지난 해": ("Y", -1), "지난 달": ("M", -1),
        "지난 주": ("W", -1), "이번달": ("M", 0), "이번주": ("W", 0),
        "다음달": ("M", 1), "다음주": ("W", 1), "그저께": ("D", -2), "모레": ("D", 2),
        "전날": ("D", -1),
    },
    counted=((r"N\s?UNIT\s?전", -1), (r"N\s?UNIT\s?(?:후|뒤)", 1)),
    units={"일": "D", "주": "W", "주일": "W", "개월": "M", "달": "M", "년": "Y"},
    spaced=False,
)  # fmt: skip

JAPANESE = Language(
    dates=(
        r"(?:YEAR年)?MONTH\s?DAY日(?![間前後])",
        r"YEAR年MONTH",
        r"(?P<it>MONTH)(?!\s?\d)",
        r"(?P<it>LONE_DAY日)(?![間前後本])",
        r"NUMERIC",
    ),
    years=(r"(?P<it>YEAR年)(?![間前後代度])",),
    last=r"先週の?",
    next=r"来週の?",
    relative={
        "おととい": ("D", -2), "きのう": ("D", -1), "きょう": ("D", 0),
        "あす": ("D", 1), "あした": ("D", 1), "今週": ("W", 0), "一昨年": ("Y", -2),
        "前日": ("D", -1),
    },
    counted=((r"N\s?UNIT前", -1), (r"N\s?UNIT後", 1)),
    units={"日": "D", "週間": "W", "か月": "M", "カ月": "M", "ヶ月": "M", "年": "Y"},
    numbers={"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
             "九": 9, "十": 10},
    refused=frozenset({"今", "現在"}),
    spaced=False,
)  # fmt: skip

CHINESE = Language(
    dates=(
        r"(?:YEAR年)?MONTH\s?DAY[日号號](?![间間前后後])",
        r"YEAR年MONTH",
        r"(?P<it>MONTH份?)(?!\s?\d)",
        r"(?P<it>LONE_DAY[日号號])(?![间間前后後线線楼樓])",
        r"NUMERIC",
    ),
    years=(r"(?P<it>YEAR年)(?![间間前后後代度])",),
    weekdays={"星期日": 7, "星期天": 7, "周日": 7, "周天": 7, "週一": 1, "週二": 2,
              "週三": 3, "週四": 4, "週五": 5, "週六": 6, "週日": 7},
    last=r"上个?|上個?",
    next=r"下个?|下個?",
    relative={
        "昨日": ("D", -1), "今日": ("D", 0), "明日": ("D", 1), "上週": ("W", -1),
        "這週": ("W", 0), "本週": ("W", 0), "这周": ("W", 0), "下週": ("W", 1),
        "上个星期": ("W", -1), "上個月": ("M", -1), "上月": ("M", -1),
        "下個月": ("M", 1), "前年": ("Y", -2), "后年": ("Y", 2),
    },
    counted=((r"N\s?UNIT前", -1), (r"N\s?UNIT[后後]", 1)),
    units={"天": "D", "日": "D", "周": "W", "週": "W", "个星期": "W", "个月": "M",
           "個月": "M", "年": "Y"},
    numbers={"一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6,
             "七": 7, "八": 8, "九": 9, "十": 10},
    spaced=False,
)  # fmt: skip

LANGUAGES: dict[str, Language] = {
    **{"ru": RUSSIAN, "uk": UKRAINIAN, "de": GERMAN, "fr": FRENCH, "es": SPANISH},
    **{"ko": KOREAN, "ja": JAPANESE, "zh": CHINESE},
}

PORTIONS: dict[str, str] = {
    **{"anfang": "START", "mitte": "MID", "ende": "END"},
    **{"début": "START", "mi-": "MID", "fin": "END"},
    **{"principios": "START", "mediados": "MID", "finales": "END"},
}
"""Words that name a part of a month: TIMEX3's START, MID and END."""
