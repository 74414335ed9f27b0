"""Times beside another that is named: "a week from Friday", "the year before last".

The turns of a year, a century and a millennium are here too: what lies between two.
"""

from __future__ import annotations

from generator.timex.lexicon import DAY_WORDS, WEEKDAYS, words
from generator.timex.meanings import (
    Anchor,
    Calendar,
    Direction,
    Era,
    Offset,
    Shifted,
    TurnOfYear,
    Weekday,
)
from generator.timex.patterns import Built, Match, Rule, rule

_HERE = Anchor.PUBLICATION


def day_beyond(match: Match) -> Built:
    """ "the day before yesterday", "the day after tomorrow"."""
    sign = -1 if match["side"] == "before" else 1
    return Shifted("D", DAY_WORDS[match["word"]] + sign, _HERE)


def beside_weekday(match: Match) -> Built:
    direction = {"last": Direction.LAST, "next": Direction.NEXT}.get(match["direction"])
    weekday = Weekday(WEEKDAYS[match["weekday"]], direction)
    return Offset("D", -1 if match["side"] == "before" else 1, weekday)


def week_beside_weekday(match: Match) -> Built:
    """ "the Friday before last", "the Friday after next"."""
    behind = match["side"] == "before"
    which = Direction.LAST if behind else Direction.NEXT
    return Offset("D", -7 if behind else 7, Weekday(WEEKDAYS[match["weekday"]], which))


def unit_beside_unit(match: Match) -> Built:
    """ "the week before last", "the year after next"."""
    unit = match.unit()
    if unit in ("S", "MIN", "H", "D", "F", "WE", "ML"):
        return None
    return Shifted(unit, -2 if match["side"] == "before" else 2, _HERE)


_DAYS_OF = {"D": 1, "W": 7, "F": 14}
_BEFORE_A_LENGTH = words("for lasts lasting least most than")


def from_day(match: Match) -> Built:
    """ "a week from Friday", but not "closed for a week from Friday"."""
    count, days = match.number("count"), _DAYS_OF.get(match.unit())
    if match["count"] in ("a", "an"):
        count = 1
    if count is None or days is None or match.before() in _BEFORE_A_LENGTH:
        return None
    if match["word"]:
        return Shifted("D", DAY_WORDS[match["word"]] + count * days, _HERE)
    named = Weekday(WEEKDAYS[match["weekday"]], Direction.NEXT)
    return Offset("D", count * days, named)


def turn(match: Match) -> Built:
    """ "the turn of the 20th century", "the turn of the millennium"."""
    if match["unit"] == "millennium":
        return Calendar(2000, mod="APPROX")
    if not match["number"]:
        return Era("")
    number = match.number("number")
    if number is None or not 1 < number <= 30:
        return None
    return Calendar(100 * (number - 1), mod="APPROX")


def turn_of_year(match: Match) -> Built:
    """ "since the turn of the year"."""
    return TurnOfYear()


RULES: tuple[Rule, ...] = (
    rule("the day side=(before|after) word=(yesterday|tomorrow)", day_beyond),
    rule(
        "the? day side=(before|after) direction=(last|next)? weekday=WEEKDAY",
        beside_weekday,
    ),
    rule("the weekday=WEEKDAY side=before last", week_beside_weekday),
    rule("the weekday=WEEKDAY side=after next", week_beside_weekday),
    rule("the unit=UNIT side=before last (?! UNIT|WEEKDAY|MONTH)", unit_beside_unit),
    rule("the unit=UNIT side=after next (?! UNIT|WEEKDAY|MONTH)", unit_beside_unit),
    rule(
        "count=(a|an|NUMBER) unit=ANY_UNIT from (?:weekday=WEEKDAY|word=DAYWORD)",
        from_day,
    ),
    rule("the turn of the year", turn_of_year),
    rule("the turn of the unit=millennium", turn),
    rule("the turn of the number=(ORDINAL)? century", turn),
)
