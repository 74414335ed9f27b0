"""Days, months, weekdays, holidays and clocks, as news English writes them.

Each row of `RULES` is a pattern and what it means; a function that returns None has
looked at the neighbours and refused what only looks like a date.
"""

from __future__ import annotations

from generator.model.edtf import days_in
from generator.timex.grammar_parts import (
    DATE_YEAR,
    DIRECTIONS,
    IN_YEAR,
    PORTION,
    portion,
    time_in,
    year_of,
)
from generator.timex.lexicon import (
    DAY_WORDS,
    FIXED_HOLIDAYS,
    MONTHS,
    MOVABLE_HOLIDAYS,
    WEEKDAYS,
    words,
)
from generator.timex.lookalikes import is_clock, is_month, is_weekday
from generator.timex.meanings import (
    Anchor,
    Calendar,
    DayOfMonth,
    DayOfWeek,
    Meaning,
    Repeated,
    Shifted,
    TimeOfDay,
    Weekday,
    WeekOf,
)
from generator.timex.patterns import Built, Match, Rule, rule


def day(match: Match) -> Built:
    """A day of a month, with or without its year and weekday."""
    number = match.number("day")
    month = MONTHS[match["month"]]
    if number is None or not 1 <= number <= days_in(2000, month):
        return None
    year = year_of(match)
    if isinstance(year, int) and number > days_in(year, month):
        return None
    return Calendar(
        year,
        month,
        number,
        weekday=WEEKDAYS.get(match["weekday"]),
        time=time_in(match["time"]),
        mod=portion(match),
    )


def days(match: Match) -> Built:
    """Several days of one month, each an expression ("11 to 13 July 2025")."""
    month = MONTHS[match["month"]]
    year = year_of(match)
    found: list[tuple[str, Meaning]] = []
    for name in ("one", "two", "three"):
        number = match.number(name) if match[name] else None
        if number is None:
            continue
        if not 1 <= number <= days_in(2000, month):
            return None
        extent = {"one": "first", "two": "second", "three": "third"}[name]
        found.append((extent, Calendar(year, month, number)))
    return found


def iso(match: Match) -> Built:
    year, month, number = (int(part) for part in match["date"].split("-"))
    if not 1 <= month <= 12 or not 1 <= number <= days_in(year, month):
        return None
    return Calendar(year, month, number)


def slashed(match: Match) -> Built:
    """12.7.2025 is European; 7/12/2025 is known only where one part exceeds 12."""
    text = match["date"]
    left, right, year = (int(part) for part in text.replace("/", ".").split("."))
    if "." in text or left > 12:
        number, month = left, right
    elif right > 12:
        month, number = left, right
    elif left == right:
        month = number = left
    else:
        return Calendar(year)
    if not 1 <= month <= 12 or not 1 <= number <= days_in(year, month):
        return None
    return Calendar(year, month, number)


def month(match: Match) -> Built:
    """A month, with what the phrase says of its year."""
    year = year_of(match)
    if year is None and not match["portion"] and not is_month(match):
        return None
    return Calendar(year, MONTHS[match["month"]], mod=portion(match))


def months(match: Match) -> Built:
    """ "the January-March quarter of 2024": two months of that year."""
    year = year_of(match)
    return [(name, Calendar(year, MONTHS[match[name]])) for name in ("first", "second")]


def month_edge(match: Match) -> Built:
    """ "the first week of July", "the second half of May": the month, with its edge."""
    late = ("last", "final", "latter", "closing", "fourth")
    middle = ("second", "third") if match["week"] else ()
    half = ("second",) if not match["week"] else ()
    edge = match["edge"]
    mod = "END" if edge in late + half else "MID" if edge in middle else "START"
    return Calendar(year_of(match), MONTHS[match["month"]], mod=mod)


def directed_month(match: Match) -> Built:
    return Calendar(
        None,
        MONTHS[match["month"]],
        match.number("day") if match["day"] else None,
        direction=DIRECTIONS[match["direction"]],
        mod=portion(match),
    )


_ENDS = frozenset(("", ".", ",", ";", ":", ")", "\n", "and", "when", "to", "in", "at"))


def day_of_month(match: Match) -> Built:
    """ "on the 12th", but not "on the 12th floor"."""
    number = match.number("day")
    ends = match.after() in _ENDS and not match.after(2)[:1].isdigit()
    if number is None or number > 31 or not ends:
        return None
    return _of_every_month(match, number) or DayOfMonth(number)


_EVERY = words("a per each every")
_SENTENCE = 16
"""So many tokens back, "twice a month" still says how "on the 12th" is meant."""


def _of_every_month(match: Match, number: int) -> Repeated | None:
    """The 12th of "twice a month, on the 12th and 26th"; None for one 12th."""
    tokens, first = match.tokens, match.extent[0]
    opening, _ = tokens.sentence_span(first)
    for index in range(first - 1, max(0, opening - 1, first - _SENTENCE), -1):
        monthly = tokens.low(index) == "month" and tokens.low(index - 1) in _EVERY
        if monthly or tokens.low(index) == "monthly":
            return Repeated(f"XXXX-XX-{number:02}")
    return None


def two_days_of_month(match: Match) -> Built:
    """ "on the 12th and 26th", but not "the 12th and 13th centuries"."""
    one, two = match.number("one"), match.number("two")
    if one is None or two is None or not 1 <= one < two <= 31:
        return None
    if match.after() not in _ENDS:
        return None
    found: list[tuple[str, Meaning]] = []
    for name, number in (("first", one), ("second", two)):
        meaning = _of_every_month(match, number) or DayOfMonth(number)
        found.append((name, meaning))
    return found


def day_of_the_month(match: Match) -> Built:
    """ "the 12th of each month", "the 12th of last month"."""
    number = match.number("day")
    if number is None or not 1 <= number <= 31:
        return None
    if match["which"] in _EVERY:
        return Repeated(f"XXXX-XX-{number:02}")
    anchor = Anchor.TEXT if match["which"] in ("that", "the") else Anchor.PUBLICATION
    shift = {"last": -1, "next": 1}.get(match["which"], 0)
    return DayOfMonth(number, month=Shifted("M", shift, anchor))


def week_of(match: Match) -> Built:
    found = day(match)
    return WeekOf(found) if isinstance(found, Calendar) else None


def weekday(match: Match) -> Built:
    word = match["weekday"]
    abbreviated = len(word) <= 5 and word not in ("sunday", "monday", "friday")
    if abbreviated and match.after() != "." and not match["time"]:
        return None
    if not match["direction"] and not is_weekday(match):
        return None
    if word.endswith("days"):
        return Repeated(f"XXXX-WXX-{WEEKDAYS[word]}")
    return Weekday(
        WEEKDAYS[word],
        DIRECTIONS.get(match["direction"]),
        time_in(match["time"]),
        portion(match),
        from_text=match["direction"] in ("following", "previous"),
    )


def nth_weekday(match: Match) -> Built:
    """ "the first Tuesday in November", "the last Monday of May 2024"."""
    nth = {"last": -1, "final": -1}.get(match["nth"]) or match.number("nth")
    if nth is None or nth > 5:
        return None
    month, weekday = MONTHS[match["month"]], WEEKDAYS[match["weekday"]]
    return Calendar(year_of(match), month, weekday=weekday, nth=nth)


def month_beside(match: Match) -> Built:
    """ "the following April": the first one after the last date of the text."""
    which = DIRECTIONS[match["direction"]]
    return Calendar(None, MONTHS[match["month"]], direction=which, from_text=True)


_WEEKS_ON = {"last": -1, "this": 0, "next": 1}


def day_of_week(match: Match) -> Built:
    """ "Monday of next week", "Thursday last week"."""
    week = Shifted("W", _WEEKS_ON[match["direction"]], Anchor.PUBLICATION)
    return DayOfWeek(WEEKDAYS[match["weekday"]], week)


def clock(match: Match) -> Built:
    """A time of day, with its day where that stands beside it."""
    if not is_clock(match):
        return None
    time = time_in(f"{match['time']} {match['zone']}".strip())
    if time is None:
        return None
    if match["weekday"]:
        return Weekday(WEEKDAYS[match["weekday"]], None, time)
    if match["dayword"]:
        shift = DAY_WORDS[match["dayword"]]
        return Shifted("D", shift, Anchor.PUBLICATION, time=time)
    return TimeOfDay(time)


def attacks(match: Match) -> Built:
    """ "9/11" and "the Sept. 11 attacks": the day of 2001 that goes by this name."""
    month = MONTHS.get(match["month"]) or match.number("month")
    return Calendar(2001, 9, 11) if (month, match.number("day")) == (9, 11) else None


def holiday(match: Match) -> Built:
    words = tuple(match["name"].replace("’", "'").split())
    year = year_of(match)
    which = DIRECTIONS.get(match["direction"])
    if words in FIXED_HOLIDAYS:
        month, number = FIXED_HOLIDAYS[words]
        return Calendar(year, month, number, direction=which)
    if words in MOVABLE_HOLIDAYS:
        return Calendar(year, holiday=MOVABLE_HOLIDAYS[words], direction=which)
    return None


_TIME = (
    "time=((?:late|early|mid)? HYPHEN? PART|"
    "(?:at (?:about|around|exactly)?)? CLOCK_TIME)"
)
MONTH_DAY = "month=MONTH DOT? the? day=DAY"
DAY_MONTH = "the? day=DAY of? month=MONTH (?:DOT (?=COMMA? YEAR))?"
_EARLY_HOURS = "the (?:very)? early (?:morning)? hours of"
_WD = "(?:weekday=WEEKDAY DOT? COMMA?)"

RULES: tuple[Rule, ...] = (
    rule("(?:on|until|till|by|since) it=(the day=ORDINAL_NUMBER)", day_of_month),
    rule(
        "(?:on|from|between) first=(the one=ORDINAL_NUMBER)"
        " (?:and|or|to|until|through) second=(the? two=ORDINAL_NUMBER)",
        two_days_of_month,
    ),
    rule(
        "the? day=ORDINAL_NUMBER of which=(every|each|last|this|next|that|the) month",
        day_of_the_month,
    ),
    rule("date=ISO", iso),
    rule("date=SLASHED", slashed),
    rule(
        "it=(month=MONTH DOT? day=HOUR12) (?:terrorist|terror)? (?:attack|attacks)",
        attacks,
    ),
    rule(
        "it=(the? day=HOUR12 month=MONTH) (?:terrorist|terror)? (?:attack|attacks)",
        attacks,
    ),
    rule("(?<! SLASH) it=(month=HOUR12 SLASH day=HOUR12) (?! SLASH|DIGITS)", attacks),
    # July 12 / Saturday, July 12, 2025 / Oct. 23 night / July 25 of that year
    rule(
        f"{_WD}? portion=(ADJECTIVE)? {MONTH_DAY}(?! COUNTED) {DATE_YEAR}? {_TIME}?",
        day,
    ),
    # 12 July / the 12th of July, 2025 / 3rd March 1918
    rule(f"{_WD}? portion=(ADJECTIVE)? {DAY_MONTH} {DATE_YEAR}? {_TIME}?", day),
    rule(f"the week of {MONTH_DAY} {DATE_YEAR}?", week_of),
    # the first of May / the Fourth of July, 2026
    rule(f"the day=ORDINAL_WORD of month=MONTH {DATE_YEAR}?", day),
    rule(f"the week of {DAY_MONTH} {DATE_YEAR}?", week_of),
    rule(f"time=(CLOCK_TIME) ZONES? COMMA? on? {_WD}? {MONTH_DAY} {DATE_YEAR}?", day),
    rule(f"time=(CLOCK_TIME) ZONES? COMMA? on? {_WD}? {DAY_MONTH} {DATE_YEAR}?", day),
    rule(f"the? time=(PART) of {_WD}? {MONTH_DAY} {DATE_YEAR}?", day),
    rule(f"the? time=(PART) of {_WD}? {DAY_MONTH} {DATE_YEAR}?", day),
    # 11 to 13 July 2025 / April 6 and 7 / July 7, 8 and 9, 2025
    rule(
        "first=(one=DAY) (?:RULE|to|and|or|through|until|till|SLASH)"
        f" second=(two=DAY of? month=MONTH (?:DOT (?=COMMA? YEAR))? {DATE_YEAR}?)",
        days,
    ),
    rule(
        "first=(month=MONTH DOT? one=DAY) (?:RULE|to|and|or|through|until|till|SLASH)"
        f" second=(two=DAY (?! UNITS|RULE|COUNTED|PART) {DATE_YEAR}?)",
        days,
    ),
    rule(
        "first=(month=MONTH DOT? one=DAY) COMMA second=(two=DAY) COMMA? and"
        f" third=(three=DAY {DATE_YEAR}?)",
        days,
    ),
    # June / early March / mid-November / the end of May 1942 / August of that year
    rule(f"approx=APPROX? {PORTION} month=MONTH DOT? {IN_YEAR}", month),
    rule(f"{PORTION} month=MONTH (?! DOT? DAY)", month),
    rule(
        f"it=(first=MONTH RULE second=MONTH) (?:quarter|period|season) {IN_YEAR}",
        months,
    ),
    # the first week of July / the second half of May 2024
    rule(
        "the (?:very)? edge=(first|second|third|fourth|last|final|opening|closing)"
        " (?:few)?"
        f" week=(days|weeks|week|weekend) of month=MONTH DOT? {IN_YEAR}?",
        month_edge,
    ),
    rule(
        f"the edge=(first|second|latter) (?:half|part) of month=MONTH DOT? {IN_YEAR}?",
        month_edge,
    ),
    rule(
        "portion=(PORTIONS)? direction=(last|past|this|next) month=MONTH"
        " (?:DOT? day=DAY)?",
        directed_month,
    ),
    rule("the direction=(following|previous) month=MONTH (?! DOT? DAY)", month_beside),
    # the first Tuesday in November / the last Monday of May 2024
    rule(
        "the nth=(ORDINAL|last|final) weekday=WEEKDAY (?:in|of)"
        f" month=MONTH {IN_YEAR}?",
        nth_weekday,
    ),
    # Monday of next week / Thursday last week
    rule("weekday=WEEKDAY of? direction=(last|this|next) week", day_of_week),
    # the early hours of Sunday / the early hours of 12 July
    rule(
        f"portion=({_EARLY_HOURS}) weekday=WEEKDAY (?! COMMA? DAY|COMMA? MONTH|PART)",
        weekday,
    ),
    rule(f"portion=({_EARLY_HOURS}) {_WD}? {MONTH_DAY} {DATE_YEAR}?", day),
    rule(f"portion=({_EARLY_HOURS}) {_WD}? {DAY_MONTH} {DATE_YEAR}?", day),
    # Friday / last Friday / Friday night / late Sunday / 9 a.m. EST Tuesday
    rule(
        "(?:(?:the|this)? direction=(last|past|this|next|coming|following|previous))?"
        f" portion=(ADJECTIVE on?)? weekday=WEEKDAY {_TIME}?",
        weekday,
    ),
    rule(
        "time=(CLOCK_TIME) zone=(ZONES)? on?"
        " (?:weekday=WEEKDAY|dayword=DAYWORD) (?:morning|afternoon|evening|night)?",
        clock,
    ),
    rule("time=(CLOCK_TIME) zone=(ZONES)?", clock),
    rule("name=(HOLIDAY (?:HOLIDAY|POSSESSIVE){0,3}) (?:year=YEAR)?", holiday),
    rule(
        "direction=(last|this|next) name=(HOLIDAY (?:HOLIDAY|POSSESSIVE){0,3})", holiday
    ),
)
