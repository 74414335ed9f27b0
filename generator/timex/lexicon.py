"""The words of English that make a time expression, and the classes they belong to.

Every table below maps a word, in lower case, to what it means. `CLASSES` gives the
grammar its vocabulary: a class is a set of words, and a word may be in several.
"""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of *listed*, which white space separates."""
    return frozenset(listed.split())


MONTHS: dict[str, int] = {
    **{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6},
    **{"july": 7, "august": 8, "september": 9, "october": 10, "november": 11},
    **{"december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7},
    **{"aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
}
WEEKDAYS: dict[str, int] = {
    **{"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5},
    **{"saturday": 6, "sunday": 7, "mon": 1, "tue": 2, "tues": 2, "wed": 3},
    **{"thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7},
    **{"mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4},
    **{"fridays": 5, "saturdays": 6, "sundays": 7},
}
SEASONS: dict[str, str] = {
    **{"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU"},
    **{"autumn": "FA", "fall": "FA", "winter": "WI", "wintertime": "WI"},
}

CAPITALISED = frozenset(
    {"may", "march", "august"}
    | {word for word in (*MONTHS, *WEEKDAYS) if len(word) < 6}
    - {"april", "june", "july"}
)
"""Names that are something else in lower case ("may", "march", "sun", "sat")."""

UNITS: dict[str, str] = {
    **dict.fromkeys(("second", "sec"), "S"),
    **dict.fromkeys(("minute", "min"), "MIN"),
    **dict.fromkeys(("hour", "hr"), "H"),
    **dict.fromkeys(("day", "night", "weekday"), "D"),
    **dict.fromkeys(("week", "weeklong"), "W"),
    **{"fortnight": "F", "weekend": "WE", "month": "M", "quarter": "Q"},
    **dict.fromkeys(("year", "yr"), "Y"),
    **{"decade": "DE", "century": "CE", "millennium": "ML"},
}
PLURALS: dict[str, str] = {
    **dict.fromkeys(("seconds", "secs"), "S"),
    **dict.fromkeys(("minutes", "mins"), "MIN"),
    **dict.fromkeys(("hours", "hrs"), "H"),
    **dict.fromkeys(("days", "nights"), "D"),
    **{"weeks": "W", "fortnights": "F", "weekends": "WE", "months": "M"},
    **{"quarters": "Q", "years": "Y", "yrs": "Y", "decades": "DE"},
    **{"centuries": "CE", "millennia": "ML"},
}
ALL_UNITS = UNITS | PLURALS
"""TIMEX3's unit letters, with MIN for minutes, F for a fortnight, WE for a weekend."""

PARTS_OF_DAY: dict[str, str] = {
    **dict.fromkeys(("morning", "mornings", "dawn", "sunrise", "daybreak"), "MO"),
    **dict.fromkeys(("afternoon", "afternoons"), "AF"),
    **dict.fromkeys(("evening", "evenings", "dusk", "sunset"), "EV"),
    **dict.fromkeys(("night", "nights", "overnight", "nighttime"), "NI"),
    **{"midday": "MI", "lunchtime": "MI", "daytime": "DT"},
}
HOURS: dict[str, str] = {"noon": "12:00", "midnight": "24:00"}

CARDINALS: dict[str, int] = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12},
    **{"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16},
    **{"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20},
    **{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70},
    **{"eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000},
    **{"dozen": 12, "couple": 2},
}
ORDINALS: dict[str, int] = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6},
    **{"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11},
    **{"twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15},
    **{"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19},
    **{"twentieth": 20, "thirtieth": 30},
}
NAMED_DECADES: dict[str, int] = {
    **{
        "noughties": 200,
        "twenties": 2,
        "thirties": 3,
        "forties": 4,
        "fifties": 5,
        "sixties": 6,
    },
    **{"seventies": 7, "eighties": 8, "nineties": 9},
}

PORTIONS: dict[str, str] = {
    **dict.fromkeys(
        ("early", "beginning", "start", "dawn", "onset", "outset"), "START"
    ),
    **dict.fromkeys(("mid", "middle", "midpoint"), "MID"),
    **dict.fromkeys(("late", "end", "close", "latter"), "END"),
}
"""Words that name a part of a period: TIMEX3's START, MID and END."""

APPROXIMATIONS: dict[str, str] = {
    **dict.fromkeys(
        ("about", "around", "roughly", "approximately", "circa", "ca", "some"), "APPROX"
    ),
    **dict.fromkeys(("nearly", "almost", "under"), "LESS_THAN"),
    **dict.fromkeys(("over",), "MORE_THAN"),
}
DAY_WORDS: dict[str, int] = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}

REFERENCES: dict[str, str] = {
    **dict.fromkeys(
        ("now", "current", "currently", "nowadays", "presently"), "PRESENT_REF"
    ),
    **dict.fromkeys(("recent", "recently", "lately"), "PAST_REF"),
}
ADVERBS: dict[str, str] = {
    **{"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W"},
    **{"fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M"},
    "quarterly": "P1Q",
    **dict.fromkeys(("annual", "annually", "yearly"), "P1Y"),
}
"""Words that say how often."""

FIXED_HOLIDAYS: dict[tuple[str, ...], tuple[int, int]] = {
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "years", "eve"): (12, 31),
    ("new", "years", "day"): (1, 1),
    ("valentine", "'s", "day"): (2, 14),
    ("may", "day"): (5, 1),
    ("st", "patrick", "'s", "day"): (3, 17),
    ("april", "fools", "day"): (4, 1),
    ("bastille", "day"): (7, 14),
    ("independence", "day"): (7, 4),
    ("halloween",): (10, 31),
    ("armistice", "day"): (11, 11),
    ("veterans", "day"): (11, 11),
    ("christmas",): (12, 25),
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("boxing", "day"): (12, 26),
}
"""Holidays that stand on the same day every year: month and day."""

MOVABLE_HOLIDAYS: dict[tuple[str, ...], str] = {
    ("thanksgiving",): "thanksgiving",
    ("thanksgiving", "day"): "thanksgiving",
    ("labor", "day"): "labor-day",
    ("columbus", "day"): "columbus-day",
    ("mother", "'s", "day"): "mothers-day",
    ("father", "'s", "day"): "fathers-day",
    ("martin", "luther", "king", "day"): "king-day",
    ("presidents", "day"): "presidents-day",
    ("ash", "wednesday"): "ash-wednesday",
    ("memorial", "day"): "memorial-day",
    ("election", "day"): "election-day",
    ("easter",): "easter",
    ("easter", "sunday"): "easter",
    ("easter", "monday"): "easter-monday",
    ("good", "friday"): "good-friday",
    ("palm", "sunday"): "palm-sunday",
}
"""Holidays that a rule fixes within a year; `holidays.py` has the rules."""

_HOLIDAY_WORDS = {
    word for name in (*FIXED_HOLIDAYS, *MOVABLE_HOLIDAYS) for word in name
} - {"'s"}

COUNTED = words(
    """
    people troops soldiers men women children civilians dead wounded casualties
    metres meters kilometres kilometers km miles feet yards kg tons tonnes
    dollars euros pounds rubles roubles won yen pages votes seats jobs houses
    homes flights aircraft tanks missiles drones shells rounds acres hectares
    barrels workers students prisoners refugees officers fighters guns ships
    vessels members copies employees hp mph rpm mg calories fans spectators
    stores points words ft
    """
)
"""What a bare four-digit number before it counts ("2000 troops")."""

NUMBERED = words(
    """
    page pages flight no number nos chapter article section boeing airbus room
    route highway box suite channel vol volume apollo resolution act bill
    paragraph km platform item line model windows office
    """
)
"""What a bare number after it numbers ("Article 1990", "page 1600")."""

MOMENTS = words(
    """
    open reopen begin start resume return meet end expire close arrive leave vote due
    launch retire opens reopens begins starts resumes returns meets ends expires
    closes arrives leaves retires
    """
)
"""Verbs of a moment: "will open in two weeks" says when, not how long."""

PREPOSITIONS = words(
    """
    in on at by since until till from to through of during before after for
    between around about early late mid last next this past throughout within
    and or about circa
    """
)

CLASSES: dict[str, frozenset[str]] = {
    "MONTH": frozenset(MONTHS),
    "WEEKDAY": frozenset(WEEKDAYS),
    "SEASON": frozenset(SEASONS),
    "UNIT": frozenset(UNITS),
    "UNITS": frozenset(PLURALS),
    "PART": frozenset(PARTS_OF_DAY),
    "HOUR": frozenset(HOURS),
    "CARDINAL": frozenset(CARDINALS),
    "ORDINAL_WORD": frozenset(ORDINALS),
    "NAMED_DECADE": frozenset(NAMED_DECADES),
    "PORTION": frozenset(PORTIONS) - {"latter"},
    "ADJECTIVE": frozenset({"early", "mid", "late"}),
    "APPROX": frozenset(APPROXIMATIONS),
    "DAYWORD": frozenset(DAY_WORDS),
    "REFERENCE": frozenset(REFERENCES),
    "ADVERB": frozenset(ADVERBS),
    "HOLIDAY": frozenset(_HOLIDAY_WORDS),
    "LAST": frozenset({"last", "past", "previous", "prior", "preceding"}),
    "NEXT": frozenset({"next", "coming", "following", "upcoming", "ensuing"}),
    "COUNTED": COUNTED,
    "NUMBERED": NUMBERED,
    "ZONE": words("gmt utc est edt et cst cdt ct mst")
    | words("mdt pst pdt bst cet cest msk kst jst ist"),
    "MOMENT": MOMENTS,
    "ERA": frozenset({"bc", "bce", "ad", "ce"}),
}
