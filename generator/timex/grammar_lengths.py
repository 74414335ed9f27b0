"""Lengths of time and repeated times: "three days", "the past decade", "every week"."""

from __future__ import annotations

from generator.timex.grammar_relative import counted, hedge
from generator.timex.lexicon import (
    ADVERBS,
    ALL_UNITS,
    MONTHS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
    words,
)
from generator.timex.lookalikes import is_in_a_name
from generator.timex.meanings import Meaning, Period, Reference, Repeated
from generator.timex.patterns import Built, Match, Rule, number_in, rule

_CLOCK_UNITS = {"S": "S", "MIN": "M", "H": "H"}


def length(count: str, unit: str) -> str:
    """The TIMEX3 duration of so many units: "PT30M", "P2W", "PXY"."""
    if unit in _CLOCK_UNITS:
        return f"PT{count}{_CLOCK_UNITS[unit]}"
    if unit == "F":
        return f"P{2 * int(count)}W" if count.isdigit() else "PXW"
    return f"P{count}{unit}"


def period(match: Match) -> Built:
    """ "three days", "almost two and a half years", "a 20 year", "five-hour"."""
    unit, said = match.unit(), match["count"].replace(" - ", " ")
    if _is_age(match) or (unit == "Q" and not match["row"]):
        return None
    if said in ("a", "an"):
        return _single(match, unit)
    if said.endswith("and a half") or said in _HALVES:
        return _halved(said, unit, hedge(match))
    if "." in said:
        return Period(length(said, unit), hedge(match))
    count, mod = counted(match)
    if count is None and match["unit"] in UNITS:
        return None  # "several year" is no length
    if unit == "H" and count is not None and count >= 1000:
        return None  # "1430 hours" is a time of day
    return Period(length("X" if count is None else str(count), unit), mod)


_HALVES = ("half a", "half an", "one half", "a half")
_HALF_OF = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


def _halved(said: str, unit: str, mod: str | None) -> Meaning:
    """ "half an hour", "two and a half years"."""
    if said in _HALVES:
        return Period(_HALF_OF.get(unit) or length("0.5", unit), mod)
    lead = said.split()[0]
    whole = 1 if lead in ("a", "an") else number_in([lead]) or 1
    return Period(length(f"{whole}.5", unit), mod)


_BEFORE_A_MINUTE = words("for in within of")
_BEFORE_A_RATE = words("once twice times percent %")
_COUNTS = ("m", "n")
"""Token letters of an amount and of a long number, before the "a week" of a rate."""


def _single(match: Match, unit: str) -> Built:
    """ "a week" is a length, or a rate after a count ("twice a week", "$5 a day")."""
    if match["long"] or match.after() == "-":
        return None  # "a week-long" is "week-long"
    if unit in ("S", "MIN") and match.before() not in _BEFORE_A_MINUTE:
        return None
    if unit == "S" and match.after().isalpha():
        return None  # "for a second day"
    before = match.extent[0] - 1
    if match.before() in _BEFORE_A_RATE or (
        before >= 0 and match.tokens.letters[before] in _COUNTS
    ):
        return Repeated(length("1", unit))
    return Period(length("1", unit), hedge(match))


def _is_age(match: Match) -> bool:
    if match.before() in ("aged", "age"):
        return True
    after = (match.after(1), match.after(2))
    return after[0] == "old" or after == ("-", "old") or after == ("of", "age")


_BEFORE_NO_LENGTH = words(
    "the these those of in his her their our my its s working early"
)


def vague(match: Match) -> Built:
    """ "weeks", "recent days", "decades-long", "coming years"."""
    unit = match.unit()
    if _is_age(match) or unit in ("S", "WE", "Q") or match.before()[:1].isdigit():
        return None
    plain = not match["vague"] and not match["long"]
    if plain and match["unit"] == "nights" and match.before() not in ("for", "of"):
        return None
    first = match.extent[0]
    if match.tokens[first].istitle() and match.tokens[first - 1].istitle():
        return None  # "Harbour Days"
    if plain and match.before() in _BEFORE_NO_LENGTH:
        return None
    return Period(length("X", "Y" if unit == "DE" else unit))


def unit_before(match: Match) -> Built:
    """ "in the weeks before the vote"."""
    return Period(length("X", match.unit()))


_TO_LAST = words("to will would could may might can should must ll not")


def directed_period(match: Match) -> Built:
    """ "the past two months", "the next few years", "the last decade"."""
    unit = match.unit()
    if match.tokens.low(match.extent[0]) == "last" and match.before() in _TO_LAST:
        return None  # "expected to last six weeks"
    count, mod = counted(match)
    if not match["count"] and unit not in ("DE", "CE") and match["unit"] in ALL_UNITS:
        return Period(length("X", unit), mod)
    return Period(length("X" if count is None else str(count), unit), mod)


def unit_long(match: Match) -> Built:
    """ "day-long", "year-long"."""
    unit = match.unit()
    return None if unit in ("S", "MIN") else Period(length("1", unit))


def and_a_half(match: Match) -> Built:
    """ "an hour and a half"."""
    return _halved(f"{match['count']} and a half", match.unit(), hedge(match))


def part_of_century(match: Match) -> Built:
    """ "half a century", "a quarter-century"."""
    return Period("P50Y" if match["part"] == "half" else "P25Y", hedge(match))


def repeated(match: Match) -> Built:
    """ "every day", "every two weeks", "per month"."""
    count = match.number("count") if match["count"] else 1
    if match["other"]:
        count = 2
    return Repeated(length(str(count or 1), match.unit()))


def weekdays(match: Match) -> Built:
    """ "each Friday"."""
    return Repeated(f"XXXX-WXX-{WEEKDAYS[match['weekday']]}")


def season_set(match: Match) -> Built:
    """ "each summer", "every October", "every morning"."""
    if match["season"]:
        return Repeated(f"XXXX-{SEASONS[match['season']]}")
    if match["month"]:
        day = match.number("day") if match["day"] else None
        number = f"XXXX-{MONTHS[match['month']]:02}"
        return Repeated(number if day is None else f"{number}-{day:02}")
    return Repeated(f"XXXX-XX-XXT{PARTS_OF_DAY[match['part']]}")


def adverb(match: Match) -> Built:
    """ "daily", but not "The Daily Harbour"."""
    named = match.token_after().istitle() and match.before() in ("the", "party", "a")
    if named or is_in_a_name(match):
        return None  # "the Party daily Granma"
    return Repeated(ADVERBS[match["word"]])


def future(match: Match) -> Built:
    """ "the future"."""
    return Reference("FUTURE_REF")


RULES: tuple[Rule, ...] = (
    rule(
        "outer=OUTER_HEDGE? it=(hedge=HEDGE? count=COUNT HYPHEN?"
        " row=(consecutive|full|straight|whole)?"
        " unit=ANY_UNIT long=(HYPHEN? long)?)",
        period,
    ),
    rule("vague=(recent|coming)? unit=UNITS long=(HYPHEN long)?", vague),
    rule(
        "the? (?:last|past|next|coming|following|previous|first) count=COUNT"
        " unit=UNITS",
        directed_period,
    ),
    rule(
        "the? (?:last|past|next|coming|recent|following|previous) unit=UNITS",
        directed_period,
    ),
    rule(
        "the? count=COUNT (?:previous|preceding|following) unit=UNITS", directed_period
    ),
    rule("unit=UNIT HYPHEN long", unit_long),
    # in the weeks before the vote
    rule(
        "(?:in|during|over|for) the it=(unit=UNITS)"
        " (?= before|after|since|leading|preceding|following|prior|ahead)",
        unit_before,
    ),
    # a year and a half / a quarter-century
    rule("hedge=HEDGE? count=(a|an|one) unit=UNIT and a half", and_a_half),
    rule(
        "hedge=HEDGE? (?:a|the (?:last|past|next))? part=(half|quarter)"
        " (?:HYPHEN|of a)? century",
        part_of_century,
    ),
    rule("(?:every|each) (?:other)? (?:count=NUMBER unit=UNITS)", repeated),
    rule("(?:every|each) (?:other|second)? weekday=WEEKDAY", weekdays),
    rule("(?:every|each) (?:season=SEASON|part=PART)", season_set),
    rule("(?:every|each) month=MONTH (?:day=DAY)?", season_set),
    rule("every other=other unit=UNIT", repeated),
    rule("(?:every|each|per) unit=UNIT", repeated),
    rule("word=ADVERB", adverb),
    rule("the? (?:near|foreseeable)? future", future),
)
