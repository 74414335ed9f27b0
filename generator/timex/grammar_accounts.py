"""Periods of accounts and reports: fiscal years, quarters that ended, the year before.

A fiscal year keeps its TIMEX3 value and gets no place on the calendar: the text does
not say in which month it begins.
"""

from __future__ import annotations

from generator.timex.grammar_days import DAY_MONTH, MONTH_DAY, day
from generator.timex.grammar_parts import DATE_YEAR, portion
from generator.timex.lexicon import UNITS, WEEKDAYS
from generator.timex.meanings import Anchor, Calendar, Offset, Shifted, Weekday
from generator.timex.patterns import Built, Match, Rule, rule

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_YEARS_ON = {
    **dict.fromkeys(("this", "current"), 0),
    **dict.fromkeys(("last", "past", "previous", "prior"), -1),
    **dict.fromkeys(("next", "coming"), 1),
}


def fiscal(match: Match) -> Built:
    """ "fiscal 2013", "the second quarter of fiscal 2013", "this fiscal year"."""
    which = match["which"]
    year = match.number("year") if match["year"] else None
    if not year and which not in _YEARS_ON:
        return None
    part = f"Q{_NTH[match['nth']]}" if match["nth"] else None
    counted = None if year else Shifted("Y", _YEARS_ON[which], Anchor.PUBLICATION)
    return Calendar(year or counted, part=part, mod=portion(match), fiscal=True)


def fiscal_quarter(match: Match) -> Built:
    """ "the second fiscal quarter": this year's, where the phrase names no other."""
    year = match.number("year") if match["year"] else None
    shift = _YEARS_ON.get(match["which"], 0)
    counted = None if year else Shifted("Y", shift, Anchor.PUBLICATION)
    return Calendar(year or counted, part=f"Q{_NTH[match['nth']]}", fiscal=True)


def ended(match: Match) -> Built:
    """ "the quarter ended Sept. 30", "the week ending Saturday"."""
    unit = UNITS[match["unit"]]
    if not match["month"]:
        return Offset("W", 0, Weekday(WEEKDAYS[match["weekday"]]))
    last = day(match)
    if not isinstance(last, Calendar) or last.month is None:
        return None
    # Other ends than the calendar's own are a fiscal period's.
    whole = {"Q": last.month % 3 == 0, "Y": last.month == 12}
    return Offset(unit, 0, last) if whole.get(unit, True) else None


_IN_A_YEAR = {"quarter": ("Q", 4), "month": ("M", 12)}


def year_before(match: Match) -> Built:
    """ "the same quarter a year ago", "the year-earlier period", "a year-ago"."""
    unit, count = _IN_A_YEAR.get(match["unit"], ("Y", 1))
    return Shifted(unit, -count, Anchor.TEXT)


def latest_quarter(match: Match) -> Built:
    """ "the latest quarter": the last one that has ended."""
    return Shifted("Q", -1, Anchor.PUBLICATION)


def current(match: Match) -> Built:
    """ "the current month"."""
    unit = match.unit()
    return None if unit in ("S", "MIN", "H") else Shifted(unit, 0, Anchor.PUBLICATION)


def edge(match: Match) -> Built:
    """ "year-end", "mid-year"."""
    mod = "MID" if match["edge"].startswith("mid") else "END"
    return Shifted(match.unit(), 0, Anchor.STORY, mod=mod)


_REPORTED = "unit=(period|quarter|month|time)"

RULES: tuple[Rule, ...] = (
    # fiscal 2013 / the end of fiscal year 2013 / this fiscal year
    rule("portion=(PORTIONS)? (?:fiscal year?|fy) year=YEAR", fiscal),
    rule(
        "the? portion=(PORTIONS)?"
        " which=(this|current|last|past|previous|prior|next|coming) fiscal year",
        fiscal,
    ),
    rule(
        "the? nth=(first|second|third|fourth|final) HYPHEN? quarter of?"
        " (?:fiscal (?:year)? year=YEAR|which=(this|last|next) fiscal year)",
        fiscal,
    ),
    rule(
        "the? nth=(first|second|third|fourth|final) fiscal quarter"
        " (?:of? year=YEAR|of which=(this|last|next) fiscal? year)?",
        fiscal_quarter,
    ),
    # the quarter ended Sept. 30 / the week ending Saturday
    rule(
        "it=(the unit=(quarter|year|month|week)) (?:that)? (?:ended|ending) on?"
        f" (?:WEEKDAY COMMA?)? {MONTH_DAY} {DATE_YEAR}?",
        ended,
    ),
    rule(
        "it=(the unit=(quarter|year|month|week)) (?:that)? (?:ended|ending) on?"
        f" (?:WEEKDAY COMMA?)? {DAY_MONTH} {DATE_YEAR}?",
        ended,
    ),
    rule(
        "it=(the unit=week) (?:that)? (?:ended|ending) on? weekday=WEEKDAY",
        ended,
    ),
    # the same month a year ago / the year-earlier quarter
    rule(
        f"the same {_REPORTED}"
        " (?:(?:a|one) year (?:ago|earlier|before)|(?:of|in)? last year|"
        "(?:of|in)? the (?:previous|prior) year|the year before)",
        year_before,
    ),
    rule(f"the year HYPHEN? (?:ago|earlier) {_REPORTED}", year_before),
    rule("a? year HYPHEN (?:ago|earlier)", year_before),
    rule("the latest quarter", latest_quarter),
    rule("the current unit=UNIT", current),
    # year-end / mid-year
    rule("unit=(year|month|quarter) HYPHEN edge=end", edge),
    rule("(?:at|by|before|until|since|through) it=(unit=year edge=end)", edge),
    rule("edge=mid HYPHEN unit=(year|month|week|decade|century)", edge),
)
