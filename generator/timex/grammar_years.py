"""Years, decades, centuries, seasons, quarters and halves of a year.

A function that returns None has looked at the neighbours and refused a number or a
word that only looks like one.
"""

from __future__ import annotations

from generator.timex.grammar_parts import (
    DIRECTIONS,
    IN_YEAR,
    PORTION,
    portion,
    year_of,
)
from generator.timex.lexicon import NAMED_DECADES, SEASONS
from generator.timex.lookalikes import OWNERS, is_season, is_year, names_an_event
from generator.timex.meanings import Calendar, Era
from generator.timex.patterns import Built, Match, Rule, rule

_NTH: dict[str, int] = {
    **dict.fromkeys(("first", "1st", "1"), 1),
    **dict.fromkeys(("second", "2nd", "2"), 2),
    **dict.fromkeys(("third", "3rd", "3"), 3),
    **dict.fromkeys(("fourth", "4th", "4", "final", "last", "latter"), 4),
}


def year(match: Match) -> Built:
    """A bare number of four digits, where it is not a count or a label."""
    value = year_of(match)
    assert isinstance(value, int)
    if match["era"] or match["portion"] or match["approx"]:
        return Calendar(value, mod=portion(match))
    if not is_year(match, value):
        return None
    return Calendar(value, mod=portion(match))


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
    if match.before() in OWNERS and not match["portion"].startswith("the"):
        return None  # "in his 30s", "in their late fifties"
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
    if match["article"] and names_an_event(match):
        return None  # "the summer offensive" is said of "summer"
    alone = year is None and not direction
    if alone and not is_season(match):
        return None
    return Calendar(
        year,
        part=SEASONS[match["season"]],
        direction=DIRECTIONS.get(direction),
        mod=portion(match),
    )


def quarter(match: Match) -> Built:
    nth = _NTH.get(match["nth"])
    if nth is None or match.after() == "-":
        return None
    fiscal = bool(match["fiscal"])
    return Calendar(year_of(match), part=f"Q{nth}", mod=portion(match), fiscal=fiscal)


def part_code(match: Match) -> Built:
    """ "Q3 2024", "H1 of last year"."""
    code = match["code"].upper()
    if code in ("H3", "H4"):
        return None
    return Calendar(year_of(match), part=code)


def half(match: Match) -> Built:
    year = year_of(match)
    nth = _NTH.get(match["nth"])
    if nth not in (1, 2, 4) or year is None:
        return None
    return Calendar(year, part="H1" if nth == 1 else "H2")


_SMALL = "HOUR12|HOUR24|TO31|TO99|THREE_DIGITS"

RULES: tuple[Rule, ...] = (
    # 1994 / the end of 1944 / around 2019 / 490 BC
    rule(f"{PORTION} (?:the year)? year=YEAR era=ERA?", year),
    rule(
        "approx=(about|around|circa|c|ca|roughly|approximately) DOT? year=YEAR"
        " (?! COUNTED|UNITS|ZONE|hours)",
        year,
    ),
    rule(
        f"{PORTION} approx=(APPROX DOT?)? year=(HOUR12|HOUR24|TO31|TO99|THREE_DIGITS|"
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
    rule(f"the? {PORTION} the? decade=DECADE era=ERA?", decade),
    rule(f"the {PORTION} decade=NAMED_DECADE", decade),
    rule(f"the? {PORTION} the? number=ORDINAL HYPHEN? century era=ERA?", century),
    # summer / the winter of 1914 / last fall / next spring
    rule(
        f"article=(the|that)? {PORTION} the? season=SEASON (?:months)? {IN_YEAR}?",
        season,
    ),
    rule(f"season=SEASON {IN_YEAR}?", season),
    rule(
        "portion=(PORTIONS)? direction=(last|past|this|next|coming) season=SEASON",
        season,
    ),
    # the third quarter of this year / fiscal 1999 / the first half of 2024
    rule(
        f"the? fiscal=(fiscal)? nth=(ORDINAL|final|last) quarter (?:{IN_YEAR})?",
        quarter,
    ),
    rule("fiscal=(fiscal)? nth=ORDINAL HYPHEN quarter", quarter),
    rule(f"code=PART_CODE {IN_YEAR}", part_code),
    rule(f"the? nth=(ORDINAL|last|latter) half {IN_YEAR}", half),
)
