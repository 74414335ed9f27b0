"""Lengths of time and repeated times: "three days", "the past decade", "every week"."""

from __future__ import annotations

from generator.timex.grammar_relative import counted, hedge
from generator.timex.lexicon import ADVERBS, ALL_UNITS, UNITS, WEEKDAYS
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
    if _is_age(match):
        return None
    unit = match.unit()
    words = match["count"]
    if words in ("a", "an") and match["long"]:
        return None
    count, mod = counted(match)
    if unit == "H" and count is not None and count >= 1000:
        return None  # "1430 hours" is a time of day
    if count is None and match["unit"] in UNITS and "half" not in words:
        return None
    if unit == "Q" and not match["row"]:
        return None
    if words.endswith("and a half") or words in ("half a", "half an", "one half"):
        return _halved(words, unit, mod)
    if words.replace(".", "", 1).isdigit() and "." in words:
        return Period(length(words, unit), mod)
    if words in ("a", "an"):
        return _single(match, unit)
    if "more" in words.split():
        words = words.split()[0]
    return Period(length("X" if count is None else str(count), unit), mod)


def _halved(words: str, unit: str, mod: str | None) -> Meaning:
    if words.startswith(("half", "one half")):
        if unit == "H":
            return Period("PT30M", mod)
        return Period({"Y": "P6M", "D": "PT12H"}.get(unit, length("0.5", unit)), mod)
    lead = words.split()[0]
    whole = 1 if lead in ("a", "an") else number_in([lead]) or 1
    return Period(length(f"{whole}.5", unit), mod)


def _single(match: Match, unit: str) -> Built:
    """ "a week" is a length, or a rate after a count ("twice a week", "$5 a day")."""
    if match.after() == "-" or (unit == "S" and match.after().isalpha()):
        return None
    if unit in ("S", "MIN", "H") and match.before() not in (
        "for",
        "in",
        "within",
        "of",
    ):
        return None if unit != "H" else Period(length("1", unit))
    if match.before() in ("once", "twice", "times", "percent", "%") or (
        match.tokens.letters[match.extent[0] - 1 : match.extent[0]] in ("m", "n")
    ):
        return Repeated(length("1", unit))
    return Period(length("1", unit), hedge(match))


def _is_age(match: Match) -> bool:
    after = (match.after(1), match.after(2))
    return after[0] == "old" or after == ("-", "old") or after == ("of", "age")


def vague(match: Match) -> Built:
    """ "weeks", "recent days", "decades-long", "coming years"."""
    if _is_age(match):
        return None
    unit = match.unit()
    if unit in ("S", "WE", "Q") or match.before()[:1].isdigit():
        return None
    if match.before() in ("the", "these", "those", "of", "in", "his", "her", "their",
                          "our", "my", "its", "s", "working", "early"):  # fmt: skip
        return Period(length("X", unit)) if match["vague"] or match["long"] else None
    return Period(length("X", unit))


def unit_before(match: Match) -> Built:
    """ "in the weeks before the vote"."""
    return Period(length("X", match.unit()))


def directed_period(match: Match) -> Built:
    """ "the past two months", "the next few years", "the last decade"."""
    unit = match.unit()
    count, mod = counted(match)
    if not match["count"] and unit not in ("DE", "CE") and match["unit"] in ALL_UNITS:
        return Period(length("X", unit), mod)
    return Period(length("X" if count is None else str(count), unit), mod)


def unit_long(match: Match) -> Built:
    """ "day-long", "year-long"."""
    if match["unit"] in ("second", "minute"):
        return None
    return Period(
        length(
            "1"
            if match["unit"] in ALL_UNITS and not match["unit"].endswith("s")
            else "X",
            match.unit(),
        )
    )


def repeated(match: Match) -> Built:
    """ "every day", "each Friday", "every two weeks"."""
    if match["weekday"]:
        return Repeated(f"XXXX-WXX-{WEEKDAYS[match['weekday']]}")
    count = match.number("count") if match["count"] else 1
    return Repeated(length(str(count or 1), match.unit()))


def weekdays(match: Match) -> Built:
    return Repeated(f"XXXX-WXX-{WEEKDAYS[match['weekday']]}")


def adverb(match: Match) -> Built:
    is_name = match.tokens[match.extent[0]].istitle() and match.token_after().istitle()
    return None if is_name else Repeated(ADVERBS[match["word"]])


def future(match: Match) -> Built:
    if match.after() in ("of", "s") and match["word"] == "past":
        return None
    return Reference("FUTURE_REF" if match["word"] == "future" else "PAST_REF")


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
    rule("(?:every|each) (?:other)? (?:count=NUMBER unit=UNITS)", repeated),
    rule("(?:every|each) weekday=WEEKDAY", weekdays),
    rule("(?:every|each|per) unit=UNIT", repeated),
    rule("word=ADVERB", adverb),
    rule("the? (?:near|foreseeable)? word=future", future),
)
