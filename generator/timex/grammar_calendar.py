"""What the calendar is called in news English: days, months, years, seasons, clocks.

Each row of `RULES` is a pattern and what it means; a function that returns None has
looked at the neighbours and refused what only looks like a date.
"""

from __future__ import annotations

from generator.model.edtf import days_in
from generator.timex.lexicon import (
    COUNTED,
    FIXED_HOLIDAYS,
    HOURS,
    MONTHS,
    MOVABLE_HOLIDAYS,
    NAMED_DECADES,
    NUMBERED,
    PARTS_OF_DAY,
    PORTIONS,
    PREPOSITIONS,
    SEASONS,
    WEEKDAYS,
    words,
)
from generator.timex.meanings import (
    Anchor,
    Calendar,
    Direction,
    Era,
    Meaning,
    Repeated,
    Shifted,
    TimeOfDay,
    Weekday,
    WeekOf,
)
from generator.timex.patterns import Built, Match, Rule, rule


def portion(match: Match) -> str | None:
    """START, MID or END, where the phrase says so."""
    found = [PORTIONS[w] for w in match["portion"].split() if w in PORTIONS]
    if not found and match["approx"]:
        return "APPROX"
    return found[0] if found else None


def time_in(words: str) -> str | None:
    """A TIMEX3 time ("NI", "10:35") of the words of a part of day or a clock."""
    tokens = words.split()
    for token in tokens:
        if token in PARTS_OF_DAY:
            return PARTS_OF_DAY[token]
        if token in HOURS:
            return HOURS[token]
    if not tokens:
        return None
    hours, _, minutes = tokens[0].replace(".", ":").partition(":")
    if not hours.isdigit() or int(hours) > 24:
        return None
    hour = int(hours)
    marker = "".join(tokens[1:2]).replace(".", "").replace(" ", "")
    if marker == "pm" and hour < 12:
        hour += 12
    if marker == "am" and hour == 12:
        hour = 0
    zone = "Z" if tokens[-1] in ("gmt", "utc") else ""
    return f"{hour:02}:{minutes[:5] or '00'}{zone}"


def year_of(match: Match) -> int | Shifted | None:
    """The year that a phrase names, counts to, or leaves out."""
    if match["year"]:
        year = match.number("year")
        assert year is not None
        return -year if match["era"].startswith("b") else year
    which = match["which"].split()
    if not which:
        return None
    if which[0] == "this":
        return Shifted("Y", 0, Anchor.PUBLICATION)
    if which[0] == "last":
        return Shifted("Y", -1, Anchor.PUBLICATION)
    if which[0] == "next":
        return Shifted("Y", 1, Anchor.PUBLICATION)
    if "previous" in which or "preceding" in which:
        return Shifted("Y", -1, Anchor.TEXT)
    if "following" in which or "next" in which:
        return Shifted("Y", 1, Anchor.TEXT)
    return Shifted("Y", 0, Anchor.TEXT)


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
    if year is None and not match["portion"] and not _is_month_alone(match):
        return None
    return Calendar(year, MONTHS[match["month"]], mod=portion(match))


def _is_month_alone(match: Match) -> bool:
    """Refuses the verb, the modal, the person and the march."""
    word = match.tokens[match.extent[1] - 1]
    low, before, after = word.lower(), match.before(), match.token_after()
    if low == "may" or low == "march":
        if before not in PREPOSITIONS and before not in ("the", "one", "every"):
            return False
        if low == "march" and before in ("the", "for", "on", "before", "after"):
            return False
        return before != "the" or low != "may"
    if len(low) <= 4 and low not in ("june", "july") and after != ".":
        return False
    is_name = after[:1].isupper() and after[1:].islower() and after.isalpha()
    if is_name and after.lower() not in WEEKDAYS and before not in _BEFORE_NAMED:
        return before == "the"
    if low in _GIVEN_NAMES and before.isalpha() and before not in _BEFORE_MONTH:
        return False
    # A person's surname comes after a given name: "Catherine May".
    given = match.token_before()
    return (
        not (
            given[:1].isupper()
            and given[1:].islower()
            and low in ("may", "march", "august")
        )
        or before in PREPOSITIONS
    )


_GIVEN_NAMES = words("april june august may")
_BEFORE_MONTH = PREPOSITIONS | words("the a an their its his her our this that s one")
_BEFORE_NAMED = PREPOSITIONS - words("and or for about with on at")


def directed_month(match: Match) -> Built:
    direction = {"last": Direction.LAST, "past": Direction.LAST, "this": Direction.THIS,
                 "next": Direction.NEXT}  # fmt: skip
    return Calendar(
        None,
        MONTHS[match["month"]],
        match.number("day") if match["day"] else None,
        direction=direction[match["direction"]],
        mod=portion(match),
    )


def year(match: Match) -> Built:
    """A bare number of four digits, where it is not a count or a label."""
    value = year_of(match)
    assert isinstance(value, int)
    if match["era"] or match["portion"] or match["approx"]:
        return Calendar(value, mod=portion(match))
    if not _is_year(match, value):
        return None
    return Calendar(value, mod=portion(match))


_STREETS = words("street avenue road boulevard lane drive highway")


def _is_year(match: Match, value: int) -> bool:
    before, after = match.before(), match.after()
    tokens, (first, last) = match.tokens, match.extent
    if after == "of" and before not in PREPOSITIONS:
        return False
    if _STREETS & {tokens.low(i) for i in range(last, last + 3)}:
        return False
    if before in NUMBERED or before in ("#", "$", "€", "£", "+", "=", "*", "x"):
        return False
    if before == "." and match.before(2) in ("no", "p", "pp", "vol", "art", "fig"):
        return False
    if after in COUNTED or after in ("%", "°", "percent", "per"):
        return False
    if after in (".", ",", ":", "/") and tokens.glued(last - 1):
        nxt = tokens[last + 1]
        if tokens.glued(last) and nxt[:1].isdigit():
            return False
    if after == "-" and match.after(2) in (*COUNTED, "foot", "ton", "mile", "meter"):
        return False
    if before == "-" and tokens.glued(first - 1):
        # "post-1959", "2014-2016", but "Su-2030".
        lead = match.before(2)
        if not (lead[:1].isdigit() or lead in ("post", "pre", "mid", "early", "late")):
            return False
    if before in ("at", "about", "around", "from") and after in ("hours", "gmt", "utc"):
        return False
    if after in ("hours", "local"):
        return False
    if not 1400 <= value <= 2100:
        return before in ("in", "year", "since", "until", "by")
    return value % 100 != 0 or before in PREPOSITIONS or before in ("the", "(", "year")


def years(match: Match) -> Built:
    """ "2007-08", "1914/15", "499-493 BC"."""
    first = match.number("one")
    second = match.number("two")
    if first is None or second is None:
        return None
    if match["era"]:
        if first <= second:
            return None
        return [("one", Calendar(-first)), ("second", Calendar(-second))]
    second += first // 100 * 100
    if not match.tokens.glued(match.extent[0]) or second <= first:
        return None
    return [("one", Calendar(first)), ("second", Calendar(second))]


def ancient_year(match: Match) -> Built:
    value = match.number("year")
    if value is None:
        return None
    return Calendar(
        -value if match["era"].startswith("b") else value, mod=portion(match)
    )


def anno_domini(match: Match) -> Built:
    """ "AD 79", but not "ad 79"."""
    if not match.tokens[match.extent[0]].isupper():
        return None
    return Calendar(match.number("year"))


def decade(match: Match) -> Built:
    """ "the 1960s", "early 1990s", "the '70s", "the nineties"."""
    word = match["decade"]
    if word in NAMED_DECADES:
        return Era(str(NAMED_DECADES[word]), portion(match))
    digits = "".join(c for c in word if c.isdigit())
    if match["era"].startswith("b"):
        return Era(digits.zfill(4)[:3], portion(match), before_christ=True)
    return Era(digits[:-1], portion(match))


def century(match: Match) -> Built:
    number = match.number("number")
    if number is None or not 1 <= number <= 30:
        return None
    return Era(
        f"{number - 1:02}", portion(match), before_christ=match["era"].startswith("b")
    )


def season(match: Match) -> Built:
    """A season; "fall" and "spring" only where they cannot be a verb."""
    year = year_of(match)
    direction = match["direction"]
    alone = year is None and not direction
    if alone and not _is_season(match):
        return None
    directions = {"last": Direction.LAST, "past": Direction.LAST,
                  "this": Direction.THIS, "next": Direction.NEXT,
                  "coming": Direction.NEXT}  # fmt: skip
    return Calendar(
        year,
        part=SEASONS[match["season"]],
        direction=directions.get(direction),
        mod=portion(match),
    )


_BEFORE_FALL = words(
    """
    in by until since during through of early late for before after
    """
)


def _is_season(match: Match) -> bool:
    before, after = match.before(), match.after()
    if match["portion"]:
        return after != "of"
    lead = match["article"] or before
    if match["season"] in ("fall", "spring"):
        if after == "of" or match.tokens[match.extent[1] - 1][0].isupper():
            return False
        where = match.before() if match["article"] else before
        return where in _BEFORE_FALL
    return (
        lead in PREPOSITIONS or lead in ("the", "that", "each", "every", "a")
    ) and after not in ("palace", "games", "olympics", "school", "camp")


_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4", "final": "4",
        "last": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "1": "1",
        "2": "2", "3": "3", "4": "4", "latter": "2"}  # fmt: skip


def quarter(match: Match) -> Built:
    nth = _NTH.get(match["nth"])
    if nth is None or match.after() == "-":
        return None
    return Calendar(year_of(match), part=f"Q{nth}", mod=portion(match))


def part_code(match: Match) -> Built:
    """ "Q3 2024", "H1 of last year"."""
    code = match["code"].upper()
    if code in ("H3", "H4"):
        return None
    return Calendar(year_of(match), part=code)


def half(match: Match) -> Built:
    year = year_of(match)
    nth = _NTH.get(match["nth"])
    if nth not in ("1", "2", "4") or year is None:
        return None
    return Calendar(year, part="H1" if nth == "1" else "H2")


def holiday(match: Match) -> Built:
    words = tuple(match["name"].replace("’", "'").split())
    year = year_of(match)
    direction = {"last": Direction.LAST, "this": Direction.THIS, "next": Direction.NEXT}
    which = direction.get(match["direction"])
    if words in FIXED_HOLIDAYS:
        month, number = FIXED_HOLIDAYS[words]
        return Calendar(year, month, number, direction=which)
    if words in MOVABLE_HOLIDAYS:
        return Calendar(year, holiday=MOVABLE_HOLIDAYS[words], direction=which)
    return None


_DIRECTIONS = {
    "last": Direction.LAST, "past": Direction.LAST, "previous": Direction.LAST,
    "this": Direction.THIS, "next": Direction.NEXT, "coming": Direction.NEXT,
    "following": Direction.NEXT,
}  # fmt: skip


def weekday(match: Match) -> Built:
    word = match["weekday"]
    abbreviated = len(word) <= 5 and word not in ("sunday", "monday", "friday")
    if abbreviated and match.after() != "." and not match["time"]:
        return None
    if word.endswith("days"):
        return Repeated(f"XXXX-WXX-{WEEKDAYS[word]}")
    return Weekday(
        WEEKDAYS[word],
        _DIRECTIONS.get(match["direction"]),
        time_in(match["time"]),
        portion(match),
    )


_BEFORE_CLOCK = words(
    "at by until till from to around about since before after between and - – ("
)


def clock(match: Match) -> Built:
    bare = not (match["zone"] or match["weekday"] or match["dayword"])
    if bare and len(match["time"].split()) == 1 and match.before() not in _BEFORE_CLOCK:
        return None
    time = time_in(f"{match['time']} {match['zone']}".strip())
    if time is None:
        return None
    if match["weekday"]:
        return Weekday(WEEKDAYS[match["weekday"]], None, time)
    if match["dayword"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(match["dayword"], 0)
        return Shifted("D", shift, Anchor.PUBLICATION, time=time)
    return TimeOfDay(time)


def clock_and_day(match: Match) -> Built:
    found = day(match)
    return found


def week_of(match: Match) -> Built:
    found = day(match)
    return WeekOf(found) if isinstance(found, Calendar) else None


_WHICH = "(?:this|last|next|that|the same|the following|the previous|the next) year"
_ANCIENT = "(TO31|TO99|THREE_DIGITS)(?= bc|bce)"
_IN_YEAR = (
    f"(?:(?:COMMA|of|in)? year=(YEAR|{_ANCIENT}) era=ERA?|(?:of|in)? which=({_WHICH}))"
)
_DATE_YEAR = (
    f"(?:(?:COMMA|of|in)? year=YEAR(?! COUNTED) era=ERA?|(?:of|in)? which=({_WHICH}))"
)
_PORTION = "portion=(PORTIONS)?"
_TIME = "time=((?:late|early|mid)? HYPHEN? PART|at? CLOCK_TIME)"
_MD = "month=MONTH DOT? the? day=DAY"
_DM = "the? day=DAY of? month=MONTH (?:DOT (?=COMMA? YEAR))?"
_WD = "(?:weekday=WEEKDAY DOT? COMMA?)"

RULES: tuple[Rule, ...] = (
    rule("date=ISO", iso),
    rule("date=SLASHED", slashed),
    # July 12 / Saturday, July 12, 2025 / Oct. 23 night / July 25 of that year
    rule(f"{_WD}? portion=(PORTION)? {_MD}(?! COUNTED) {_DATE_YEAR}? {_TIME}?", day),
    # 12 July / the 12th of July, 2025 / 3rd March 1918
    rule(f"{_WD}? portion=(PORTION)? {_DM} {_DATE_YEAR}? {_TIME}?", day),
    rule(f"the week of {_MD} {_DATE_YEAR}?", week_of),
    rule(f"the week of {_DM} {_DATE_YEAR}?", week_of),
    rule(f"time=(CLOCK_TIME) ZONES? COMMA? on? {_WD}? {_MD} {_DATE_YEAR}?", day),
    rule(f"time=(CLOCK_TIME) ZONES? COMMA? on? {_WD}? {_DM} {_DATE_YEAR}?", day),
    rule(f"the? time=(PART) of {_WD}? {_MD} {_DATE_YEAR}?", day),
    rule(f"the? time=(PART) of {_WD}? {_DM} {_DATE_YEAR}?", day),
    # 11 to 13 July 2025 / April 6 and 7 / July 7, 8 and 9, 2025
    rule(
        "first=(one=DAY) (?:RULE|to|and|or|through|until|till|SLASH)"
        f" second=(two=DAY of? month=MONTH DOT? {_DATE_YEAR}?)",
        days,
    ),
    rule(
        "first=(month=MONTH DOT? one=DAY) (?:RULE|to|and|or|through|until|till|SLASH)"
        f" second=(two=DAY (?! UNITS|RULE|COUNTED|PART) {_DATE_YEAR}?)",
        days,
    ),
    rule(
        "first=(month=MONTH DOT? one=DAY) COMMA second=(two=DAY) COMMA? and"
        f" third=(three=DAY {_DATE_YEAR}?)",
        days,
    ),
    # June / early March / mid-November / the end of May 1942 / August of that year
    rule(f"approx=APPROX? {_PORTION} month=MONTH DOT? {_IN_YEAR}", month),
    rule(f"{_PORTION} month=MONTH (?! DOT? DAY)", month),
    rule(
        "portion=(PORTIONS)? direction=(last|past|this|next) month=MONTH"
        " (?:DOT? day=DAY)?",
        directed_month,
    ),
    # 1994 / the end of 1944 / around 2019 / 490 BC
    rule(f"{_PORTION} (?:the year)? year=YEAR era=ERA?", year),
    rule(
        "approx=(about|around|circa|c|ca|roughly|approximately) DOT? year=YEAR"
        " (?! COUNTED|UNITS)",
        year,
    ),
    rule(
        f"{_PORTION} approx=(APPROX DOT?)? year=(HOUR12|HOUR24|TO31|TO99|THREE_DIGITS|"
        "FOUR_DIGITS) era=(bc|bce)",
        ancient_year,
    ),
    rule("era=(ad|ce) year=(HOUR12|HOUR24|TO31|TO99|THREE_DIGITS)", anno_domini),
    # 2007-08 / 499 to 493 BC
    rule("one=YEAR (?:RULE|SLASH) second=(two=TWO_DIGITS) (?! UNITS|RULE)", years),
    rule(
        "one=(TO31|TO99|THREE_DIGITS) (?:RULE|to|and|or)"
        " second=(two=(TO31|TO99|THREE_DIGITS) era=(bc|bce))",
        years,
    ),
    # the 1960s / the early 1990s / the '70s / the 19th century
    rule(f"{_PORTION} the? decade=DECADE era=ERA?", decade),
    rule(f"the {_PORTION} decade=NAMED_DECADE", decade),
    rule(f"the? {_PORTION} the? number=ORDINAL HYPHEN? century era=ERA?", century),
    # summer / the winter of 1914 / last fall / next spring
    rule(f"article=(the|that)? {_PORTION} the? season=SEASON {_IN_YEAR}?", season),
    rule(
        "portion=(PORTIONS)? direction=(last|past|this|next|coming) season=SEASON",
        season,
    ),
    # the third quarter of this year / fiscal 1999 / the first half of 2024
    rule(
        f"the? (?:fiscal)? nth=(ORDINAL|final|last) HYPHEN? quarter (?:{_IN_YEAR})?",
        quarter,
    ),
    rule(f"code=PART_CODE {_IN_YEAR}", part_code),
    rule(f"the? nth=(ORDINAL|last|latter) half {_IN_YEAR}", half),
    # Friday / last Friday / Friday night / late Sunday / 9 a.m. EST Tuesday
    rule(
        "(?:the? direction=(last|past|this|next|coming|following|previous))?"
        f" portion=(PORTION)? weekday=WEEKDAY {_TIME}?",
        weekday,
    ),
    rule(
        "time=(CLOCK_TIME) zone=(ZONES)? on? (?:weekday=WEEKDAY|dayword=DAYWORD)", clock
    ),
    rule("time=(CLOCK_TIME) zone=(ZONES)?", clock),
    rule("name=(HOLIDAY (?:HOLIDAY|POSSESSIVE){0,3}) (?:year=YEAR)?", holiday),
    rule(
        "direction=(last|this|next) name=(HOLIDAY (?:HOLIDAY|POSSESSIVE){0,3})", holiday
    ),
)
